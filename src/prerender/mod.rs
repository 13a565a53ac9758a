//! The files of a bundle: complete HTML pages and all others, as bytes.
//!
//! Never here: what a page shows (`ui`), its words (`text`), reading and writing files (`cli`).

mod at;
mod document;
mod exports;
mod feed;
mod fonts;
mod head;
mod lean;
mod live;
mod not_found;
mod oembed;
mod pictures;
mod policy;
mod preview;
mod problems;
mod shell;
mod shorten;
mod single;
mod sitemap;

pub use crate::picture::{Preview, draw};
pub use at::at;
pub use head::escape;
pub use live::{Live, OWN, live, own, with_token};
pub use pictures::{missing_scripts, preview_key, previews};
pub use preview::{alternative, preview, preview_path};
pub use problems::{Place, Problem, problems};
pub use shell::{App, Asset, Program, Shell};
pub use single::single;

use crate::load::{dossier_schema, ledger_schema, published_schema};
use crate::model::{Annotator, Slug};
use crate::route::Route;
use crate::site::{Entry, Prepared, Site};
use crate::text;
use crate::ui::{App as Pages, Props};
use serde_json::Value;
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
pub fn markup(site: &Rc<Site>, route: &Route) -> String {
    let props = Props { site: Rc::clone(site), route: route.clone() };
    futures::executor::block_on(LocalServerRenderer::<Pages>::with_props(props).render())
}

/// Renders a complete page.
pub fn page(site: &Rc<Site>, route: &Route, shell: &Shell) -> String {
    document::page(site, route, &markup(site, route), shell)
}

/// Makes all files of the bundle apart from the preview pictures.
pub fn files(site: &Rc<Site>, shell: &Shell) -> Vec<File> {
    let mut files = site_files(site, shell);
    for route in site_routes(site) {
        files.push(page_file(site, &route, shell));
    }
    for prepared in &site.dossiers {
        files.extend(dossier_files(site, prepared, shell));
    }
    files
}

/// Makes the files of a dossier, all below its folder, apart from its preview pictures (`previews`).
pub fn dossier_files(site: &Rc<Site>, prepared: &Rc<Prepared>, shell: &Shell) -> Vec<File> {
    let routes = dossier_routes(site, prepared);
    let mut files: Vec<File> = routes.iter().map(|route| page_file(site, route, shell)).collect();
    files.extend(dossier_data(site, prepared));
    files
}

/// Lists the pages of a dossier.
pub fn dossier_routes(site: &Site, prepared: &Prepared) -> Vec<Route> {
    routes_of(site, &prepared.dossier.id)
}

/// Makes the files of a dossier that are neither pages nor preview pictures.
pub fn dossier_data(site: &Site, prepared: &Prepared) -> Vec<File> {
    let mut files = Vec::new();
    let path = document::data_path(site, prepared);
    files.push(File { path, bytes: site.data(prepared, text::when_text).to_vec() });
    files.extend(exports::files(site, prepared));
    files.extend(oembed::files(site, prepared));
    files
}

/// Lists the pages of a dossier.
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

/// Lists the pages that belong to no dossier: of the site, and of removed ids. `Site::needs` says which
/// dossiers must be loaded to render them.
pub fn site_routes(site: &Site) -> Vec<Route> {
    let mut routes = vec![Route::Archive, Route::About];
    routes.extend(annotator(site));
    routes.extend(tombs(site));
    routes
}

/// Makes the files of a site that are neither pages nor belong to a dossier.
pub fn site_files(site: &Site, shell: &Shell) -> Vec<File> {
    let mut files = vec![file("404.html", not_found::page(site))];
    files.extend(shell.files(annotator(site).is_some()));
    files.extend(fonts::files());
    files.extend(SCHEMAS.into_iter().map(|(path, schema)| file(path, pretty(&schema()))));
    if let Some(address) = &site.settings.address {
        files.extend(sitemap::sitemaps(site, address));
        files.push(feed::feed(site, address));
    }
    files
}

/// The path of a schema, and the function that makes it.
type Schema = (&'static str, fn() -> Value);

/// The schemas of a site.
const SCHEMAS: [Schema; 3] = [
    ("dossier.schema.json", dossier_schema),
    ("published.schema.json", published_schema),
    ("ledger.schema.json", ledger_schema),
];

/// Renders a page as a file.
pub fn page_file(site: &Rc<Site>, route: &Route, shell: &Shell) -> File {
    file(&format!("{}index.html", route.path()), page(site, route, shell))
}

fn file(path: &str, text: String) -> File {
    File { path: path.to_owned(), bytes: text.into_bytes() }
}

/// Formats JSON for a file: indented, with a final newline.
pub fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
