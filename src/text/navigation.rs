//! The frame around every page: the site's name, navigation, footer, and the titles of pages that
//! the app draws.
//!
//! Never here: the titles of other pages (`head`).

use super::Sentence;
use crate::model::Dossier;
use crate::query::Collection;
use crate::route::Route;

/// The locale of the site's own words (Open Graph).
pub const OG_LOCALE: &str = "en_GB";
/// A description of what the site does and does not do.
pub fn creed(site: &str) -> String {
    format!(
        "{site} shows who said what in an article, and exactly where. It does not rate truth or \
         bias."
    )
}
/// The link past the navigation.
pub const SKIP_TO_MAIN: &str = "Skip to main content";
/// The name of the navigation between a report's pages.
pub const SECTIONS: &str = "Sections";
/// The name of the navigation between pages of the whole site.
pub const SITE_PAGES: &str = "This site";
/// The link to the about page in the navigation.
pub const ABOUT: &str = "About";
/// The link to the about page in the footer.
pub const HOW_TO_READ: &str = "How to read this site";
/// The key that jumps to the search.
pub const SEARCH_KEY: &str = "/";

/// Returns the footer's setting for the keyboard shortcut.
pub fn shortcut_setting<T>(key: T) -> Sentence<T> {
    Sentence::new("Keyboard shortcut: {} jumps to search", [key])
}

/// Returns the name of a collection's page.
pub fn collection_name(collection: Collection) -> &'static str {
    match collection {
        Collection::Statements => "Statements",
        Collection::Actors => "Actors",
        Collection::Figures => "Figures",
    }
}

/// Returns the name of a page of a report that is not a list.
pub fn view_name(route: &Route) -> &'static str {
    match route {
        Route::Article(_) => "Full text",
        Route::Accounts(_) => "By side",
        Route::Dates(_) => "Timeline",
        _ => "Compare",
    }
}

/// Returns the document title of a page with a subject of its own: `Actors · The dossier · On
/// Record`.
pub fn document_title(subject: &str, site: &str) -> String {
    format!("{subject} · {site}")
}

/// Returns the subject of a page that the app draws.
pub fn page_subject(dossier: &Dossier, route: &Route) -> String {
    match route.collection() {
        Some(_) if !route.is_list() => view_subject(dossier, route),
        collection => list_subject(dossier, collection.unwrap_or(Collection::Statements)),
    }
}

/// Returns the subject of a list.
pub fn list_subject(dossier: &Dossier, collection: Collection) -> String {
    match collection {
        Collection::Statements => dossier.title.to_string(),
        _ => format!("{} · {}", collection_name(collection), dossier.title),
    }
}

/// Returns the subject of a page of a report that is not a list.
pub fn view_subject(dossier: &Dossier, route: &Route) -> String {
    format!("{} · {}", view_name(route), dossier.title)
}
