//! The files of a bundle: complete HTML pages and all others, as bytes.
//!
//! Never here: what a page shows (`ui`), its words (`text`), reading and writing files (`cli`).

mod document;
mod exports;
mod fonts;
mod head;
mod not_found;
mod pictures;
mod policy;
mod preview;
mod shell;
mod single;
mod sitemap;

pub use head::escape;
pub use crate::picture::{Preview, draw};
pub use pictures::{preview_key, previews};
pub use preview::{alternative, preview, preview_path};
pub use shell::{App, Asset, Shell};
pub use single::single;

use crate::load::{dossier_schema, ledger_schema, published_schema};
use crate::model::{Accounts, ActorIx, Dossier};
use crate::route::Route;
use crate::site::{Prepared, Site};
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
    routes.extend(site.dossiers.iter().flat_map(|prepared| routes_of(&prepared.dossier)));
    routes.extend(site.tombs());
    routes
}

/// Lists all pages of a dossier in a fixed order.
fn routes_of(dossier: &Dossier) -> Vec<Route> {
    let id = || dossier.id.clone();
    let mut routes =
        vec![Route::Statements(id()), Route::Actors(id()), Route::Figures(id())];
    routes.extend([Route::Article(id()), Route::Accounts(id())]);
    let parties = Accounts::of(dossier).parties;
    let account = |party: ActorIx| Route::Account(id(), dossier.actor(party).id.clone());
    routes.extend(parties.into_iter().map(account));
    routes.extend([Route::Dates(id()), Route::Compare(id())]);
    routes.extend(dossier.statements.iter().map(|s| Route::Statement(id(), s.id.clone())));
    routes.extend(dossier.statements.iter().map(|s| Route::Embed(id(), s.id.clone())));
    routes.extend(dossier.actors.iter().map(|a| Route::Actor(id(), a.id.clone())));
    routes.extend(dossier.figures.iter().map(|f| Route::Figure(id(), f.id.clone())));
    routes
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
    for prepared in &site.dossiers {
        files.extend(dossier_files(site, prepared, shell));
    }
    files
}

/// Makes the files of a dossier, all below its folder, apart from its preview pictures (`previews`).
pub fn dossier_files(
    site: &Rc<Site>,
    prepared: &Rc<Prepared>,
    shell: &Shell,
) -> Vec<File> {
    let routes = routes_of(&prepared.dossier);
    let mut files: Vec<File> =
        routes.iter().map(|route| page_file(site, route, shell)).collect();
    let path = document::data_path(site, prepared);
    files.push(File { path, bytes: site.data(prepared).to_vec() });
    files.extend(exports::files(site, prepared));
    if let Some(address) = &site.settings.address {
        let path = sitemap::path(&prepared.dossier.id);
        files.push(file(&path, sitemap::of_dossier(address, &routes)));
    }
    files
}

/// Makes the files of a site that belong to no dossier, and the pages of removed ids.
pub fn site_files(site: &Rc<Site>, shell: &Shell) -> Vec<File> {
    let mut routes = vec![Route::Archive, Route::About];
    routes.extend(site.tombs());
    let mut files: Vec<File> =
        routes.iter().map(|route| page_file(site, route, shell)).collect();
    files.push(file("404.html", not_found::page(site)));
    files.extend(shell.files());
    files.extend(fonts::files());
    files.push(file("dossier.schema.json", pretty(&dossier_schema())));
    files.push(file("published.schema.json", pretty(&published_schema())));
    files.push(file("ledger.schema.json", pretty(&ledger_schema())));
    if let Some(address) = &site.settings.address {
        files.push(file("sitemap.xml", sitemap::of_site(address, site)));
    }
    files
}

fn page_file(site: &Rc<Site>, route: &Route, shell: &Shell) -> File {
    file(&format!("{}index.html", route.path()), page(site, route, shell))
}

fn file(path: &str, text: String) -> File {
    File { path: path.to_owned(), bytes: text.into_bytes() }
}

/// Formats JSON for a file: indented, with a final newline.
pub fn pretty(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
