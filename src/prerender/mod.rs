//! The files of a bundle: complete HTML pages and all others, as bytes. In the annotator, only the page that holds a
//! whole site.
//!
//! Never here: what a page shows (`ui`), its words (`text`), reading and writing files (`cli`).

#[cfg(not(target_arch = "wasm32"))]
mod at;
#[cfg(not(target_arch = "wasm32"))]
mod bundle;
#[cfg(not(target_arch = "wasm32"))]
mod document;
mod embed;
mod escape;
mod exports;
#[cfg(not(target_arch = "wasm32"))]
mod feed;
#[cfg(not(target_arch = "wasm32"))]
mod fonts;
#[cfg(not(target_arch = "wasm32"))]
mod head;
#[cfg(not(target_arch = "wasm32"))]
mod lean;
#[cfg(not(target_arch = "wasm32"))]
mod live;
#[cfg(not(target_arch = "wasm32"))]
mod not_found;
#[cfg(not(target_arch = "wasm32"))]
mod oembed;
#[cfg(not(target_arch = "wasm32"))]
mod pictures;
mod policy;
#[cfg(not(target_arch = "wasm32"))]
mod preview;
#[cfg(not(target_arch = "wasm32"))]
mod problems;
mod scripts;
#[cfg(not(target_arch = "wasm32"))]
mod shell;
#[cfg(not(target_arch = "wasm32"))]
mod shorten;
mod single;
#[cfg(not(target_arch = "wasm32"))]
mod sitemap;
mod trouble;

#[cfg(not(target_arch = "wasm32"))]
pub use self::native::*;
pub use embed::{latin_fonts, with_fonts};
pub use escape::escape;
pub use single::{Parts, single};

/// What only the command needs.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    pub use super::at::at;
    pub use super::bundle::{
        dossier_data, dossier_files, dossier_routes, files, page, page_file, pretty, site_files,
        site_routes,
    };
    pub use super::live::{Live, OWN, live, own, with_token};
    pub use super::pictures::{missing_scripts, preview_key, previews};
    pub use super::preview::{alternative, preview, preview_path};
    pub use super::problems::{Place, Problem, problems};
    pub use super::shell::{App, Asset, Program, Shell};
    pub use crate::picture::{Preview, draw};
}

use crate::model::Annotator;
#[cfg(not(target_arch = "wasm32"))]
use crate::model::Slug;
use crate::route::Route;
use crate::site::{Entry, Site};
use crate::ui::{App as Pages, Props};
use std::rc::Rc;
use yew::LocalServerRenderer;

/// A file of the bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path below the bundle's root.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Lists all pages of a site in a fixed order. Pages of removed ids come last.
pub fn routes(site: &Site) -> Vec<Route> {
    let mut routes = vec![Route::Archive, Route::About];
    routes.extend(annotator(site));
    routes.extend(site.entries.iter().flat_map(|entry| written(site, entry)));
    routes.extend(tombs(site));
    routes
}

/// Returns the page on which articles are annotated, if the site has it.
fn annotator(site: &Site) -> Option<Route> {
    (site.settings.annotator != Annotator::Omitted).then_some(Route::Annotate)
}

/// Renders the markup of a page, which the app in the browser takes over.
#[cfg(not(target_arch = "wasm32"))]
pub fn markup(site: &Rc<Site>, route: &Route) -> String {
    futures::executor::block_on(rendered(site, route))
}

/// Like [`markup`], for browsers: there, components are drawn between other work, for which a call cannot wait.
async fn rendered(site: &Rc<Site>, route: &Route) -> String {
    let props = Props { site: Rc::clone(site), route: route.clone() };
    LocalServerRenderer::<Pages>::with_props(props).render().await
}

/// Lists the pages of a dossier.
#[cfg(not(target_arch = "wasm32"))]
fn routes_of(site: &Site, dossier: &Slug) -> Vec<Route> {
    site.entry(dossier).map(|entry| written(site, entry)).unwrap_or_default()
}

/// Lists the pages of a dossier that its site has.
fn written(site: &Site, entry: &Entry) -> Vec<Route> {
    entry.routes().into_iter().filter(|route| has(site, route)).collect()
}

/// Lists the pages of removed ids that a site has.
fn tombs(site: &Site) -> impl Iterator<Item = Route> {
    site.tombs().into_iter().filter(|route| has(site, route))
}

/// Returns true if the settings do not leave out pages of this kind.
fn has(site: &Site, route: &Route) -> bool {
    site.settings.files.embeds || !matches!(route, Route::Embed(..))
}

fn file(path: &str, text: String) -> File {
    File { path: path.to_owned(), bytes: text.into_bytes() }
}
