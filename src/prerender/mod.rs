//! The files of a bundle: complete HTML pages and all others, as bytes.
//!
//! Never here: what a page shows (`ui`), its words (`text`), reading and writing files (`cli`).

mod at;
mod document;
mod exports;
mod fonts;
mod head;
mod live;
mod not_found;
mod pictures;
mod policy;
mod preview;
mod problems;
mod shell;
mod single;
mod sitemap;

pub use at::at;
pub use head::escape;
pub use live::{Live, OWN, live, own};
pub use pictures::pictures;
pub use preview::{alternative, preview, preview_path};
pub use problems::{Place, Problem, problems};
pub use shell::{Asset, Shell, ShellError, Staged};
pub use single::{Program, single};

use crate::load::{dossier_schema, ledger_schema, published_schema};
use crate::model::{Accounts, ActorIx};
use crate::route::Route;
use crate::site::Site;
use crate::ui::{App, Props};
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

/// Options for publishing.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Add the Content-Security-Policy to the pages. Trunk's server does not work with it.
    pub policy: bool,
    /// Draw the preview pictures, which takes longer than everything else.
    pub pictures: bool,
}

/// Lists all pages of a site in a fixed order. Pages of removed ids come last.
pub fn routes(site: &Site) -> Vec<Route> {
    let mut routes = vec![Route::Archive, Route::About];
    for prepared in &site.dossiers {
        let dossier = &prepared.dossier;
        let id = || dossier.id.clone();
        routes.extend([Route::Statements(id()), Route::Actors(id()), Route::Figures(id())]);
        routes.extend([Route::Article(id()), Route::Accounts(id())]);
        let parties = Accounts::of(dossier).parties;
        let account = |party: ActorIx| Route::Account(id(), dossier.actor(party).id.clone());
        routes.extend(parties.into_iter().map(account));
        routes.extend([Route::Dates(id()), Route::Compare(id())]);
        routes.extend(dossier.statements.iter().map(|s| Route::Statement(id(), s.id.clone())));
        routes.extend(dossier.statements.iter().map(|s| Route::Embed(id(), s.id.clone())));
        routes.extend(dossier.actors.iter().map(|a| Route::Actor(id(), a.id.clone())));
        routes.extend(dossier.figures.iter().map(|f| Route::Figure(id(), f.id.clone())));
    }
    routes.extend(site.tombs());
    routes
}

/// Renders the markup of a page, which the app in the browser takes over.
pub fn markup(site: &Rc<Site>, route: &Route) -> String {
    let props = Props { site: Rc::clone(site), route: route.clone() };
    futures::executor::block_on(LocalServerRenderer::<App>::with_props(props).render())
}

/// Renders a complete page.
pub fn page(site: &Rc<Site>, route: &Route, shell: &Shell, options: &Options) -> String {
    document::page(site, route, &markup(site, route), shell, options)
}

/// Makes all files of the bundle except those of the app.
pub fn files(site: &Rc<Site>, shell: &Shell, options: &Options) -> Vec<File> {
    let page = |route: &Route| {
        file(&format!("{}index.html", route.path()), page(site, route, shell, options))
    };
    let mut files: Vec<File> = routes(site).iter().map(page).collect();
    files.push(file("404.html", not_found::page(site, options)));
    files.extend(fonts::files());
    for prepared in &site.dossiers {
        files.extend(exports::files(site, prepared));
    }
    if options.pictures {
        files.extend(pictures(site));
    }
    files.extend(SCHEMAS.into_iter().map(|(path, schema)| file(path, pretty(&schema()))));
    if let Some(address) = &site.settings.address {
        files.push(file("sitemap.xml", sitemap(site, address)));
    }
    files
}

/// The schemas of a site, each with its path.
const SCHEMAS: [(&str, fn() -> Value); 3] = [
    ("dossier.schema.json", dossier_schema),
    ("published.schema.json", published_schema),
    ("ledger.schema.json", ledger_schema),
];

/// Makes the sitemap of the pages that are not of removed ids.
fn sitemap(site: &Site, address: &str) -> String {
    let there: Vec<Route> = routes(site).into_iter().filter(|it| site.tomb(it).is_none()).collect();
    sitemap::sitemap(address, &there)
}

fn file(path: &str, text: String) -> File {
    File { path: path.to_owned(), bytes: text.into_bytes() }
}

/// Formats JSON for a file: indented, with a final newline.
pub fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
