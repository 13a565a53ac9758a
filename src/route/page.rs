//! The pages of the site. The table at the end of this file lists the pages of a dossier, each with
//! its folder. Parsing and writing paths (`path`) both use it.

use crate::model::Slug;
use crate::query::Collection;

/// Folder names, outermost first.
pub(super) type Folders = &'static [&'static str];

/// The location of a page within its dossier: `dossier/before/id/after/`.
pub(super) struct Location<'r> {
    pub dossier: &'r Slug,
    pub before: Folders,
    pub id: Option<&'r Slug>,
    pub after: Folders,
}

/// Declares `Route` from the pages of a dossier. `views` exist once in each dossier; `items` exist
/// once for each statement, actor, figure or party, which their second field names.
macro_rules! pages {
    (
        views { $($(#[$view_doc:meta])* $view:ident = $view_folders:expr,)* }
        items { $($(#[$item_doc:meta])* $item:ident = $folder:literal, $after:expr;)* }
    ) => {
        /// A page.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Route {
            /// The list of dossiers; in a site with only one, the statements of that dossier.
            Archive,
            /// The page that explains the labels and says who made the site.
            About,
            $($(#[$view_doc])* $view(Slug),)*
            $($(#[$item_doc])* $item(Slug, Slug),)*
            /// The page on which articles are annotated. Readers' apps do not know it.
            #[cfg(not(reader))]
            Annotate,
            /// The page for an unknown address. It has no path and can be shown at any depth.
            NotFound,
        }

        impl Route {
            /// The views: folders and constructor.
            pub(super) const VIEWS: &[(Folders, fn(Slug) -> Self)] =
                &[$(($view_folders, Self::$view),)*];

            /// The pages of items: the folder before the id, those after it, and constructor.
            pub(super) const ITEMS: &[(&'static str, Folders, fn(Slug, Slug) -> Self)] =
                &[$(($folder, $after, Self::$item),)*];

            /// Returns the location within a dossier, for pages that belong to one.
            pub(super) fn location(&self) -> Option<Location<'_>> {
                match self {
                    #[cfg(not(reader))]
                    Self::Annotate => None,
                    Self::Archive | Self::About | Self::NotFound => None,
                    $(Self::$view(dossier) => {
                        Some(Location { dossier, before: $view_folders, id: None, after: &[] })
                    })*
                    $(Self::$item(dossier, id) => {
                        Some(Location { dossier, before: &[$folder], id: Some(id), after: $after })
                    })*
                }
            }
        }
    };
}

impl Route {
    /// Returns the views of a dossier: the pages that every dossier has exactly once.
    pub fn views(dossier: &Slug) -> impl Iterator<Item = Self> {
        Self::VIEWS.iter().map(|(_, page)| page(dossier.clone()))
    }

    /// Returns the page that lists a collection.
    pub fn list(dossier: Slug, collection: Collection) -> Self {
        match collection {
            Collection::Statements => Self::Statements(dossier),
            Collection::Actors => Self::Actors(dossier),
            Collection::Figures => Self::Figures(dossier),
        }
    }

    /// Returns the page of one item of a collection.
    pub fn card(dossier: Slug, collection: Collection, id: Slug) -> Self {
        match collection {
            Collection::Statements => Self::Statement(dossier, id),
            Collection::Actors => Self::Actor(dossier, id),
            Collection::Figures => Self::Figure(dossier, id),
        }
    }

    /// Returns the collection that the app shows on the page, as a list or, for statements, in
    /// another form.
    pub fn collection(&self) -> Option<Collection> {
        match self {
            Self::Statements(_) | Self::Article(_) | Self::Compare(_) => {
                Some(Collection::Statements)
            }
            Self::Actors(_) => Some(Collection::Actors),
            Self::Figures(_) => Some(Collection::Figures),
            _ => None,
        }
    }

    /// Returns true for a list of cards.
    pub fn is_list(&self) -> bool {
        matches!(self, Self::Statements(_) | Self::Actors(_) | Self::Figures(_))
    }

    /// Returns the id of the page's dossier.
    pub fn dossier(&self) -> Option<&Slug> {
        self.location().map(|location| location.dossier)
    }
}

// To add a page of a dossier, add it here. Never change a folder: published links use it.
pages! {
    views {
        /// A dossier's statements.
        Statements = &[],
        /// A dossier's actors.
        Actors = &["actors"],
        /// A dossier's figures.
        Figures = &["figures"],
        /// A dossier's article with its statements marked.
        Article = &["article"],
        /// A dossier's statements by topic and party.
        Accounts = &["accounts"],
        /// A dossier's dates.
        Dates = &["dates"],
        /// Two of a dossier's statements side by side. The query string says which.
        Compare = &["compare"],
        /// How a dossier was annotated, by whom, and under what rights.
        AboutDossier = &["about"],
    }
    items {
        /// The account of one party.
        Account = "accounts", &[];
        /// One statement of a dossier.
        Statement = "statements", &[];
        /// One statement alone, for a frame on another site.
        Embed = "statements", &["embed"];
        /// One actor of a dossier.
        Actor = "actors", &[];
        /// One figure of a dossier.
        Figure = "figures", &[];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_cards_use_the_code_of_their_collection() {
        let slug = |id| Slug::new(id).expect("a slug");
        for collection in Collection::ALL {
            let list = Route::list(slug("x"), collection);
            assert_eq!(list.collection(), Some(collection));
            assert!(list.is_list());
            let folder = match collection {
                Collection::Statements => "x/".to_owned(),
                _ => format!("x/{}/", collection.code()),
            };
            assert_eq!(list.path(), folder);
            let card = Route::card(slug("x"), collection, slug("y"));
            assert_eq!(card.path(), format!("x/{}/y/", collection.code()));
        }
    }
}
