//! Routes to complete HTML pages, and the other files of a bundle: pure, file names to bytes.
//!
//! Never here: what a page shows (`ui`), reading and writing files (`cli`).

mod document;
mod exports;
mod head;
mod lost;
mod pictures;
mod policy;
mod preview;
mod shell;
mod single;
mod sitemap;

pub use head::escape;
pub use pictures::pictures;
pub use preview::{alternative, preview, preview_path};
pub use shell::{Asset, Shell, ShellError, Staged};
pub use single::{Program, single};

use crate::load::{dossier_schema, ledger_schema, published_schema};
use crate::model::{Accounts, ActorIx};
use crate::route::Route;
use crate::site::Site;
use crate::ui::{App, Props};
use std::rc::Rc;
use yew::LocalServerRenderer;

/// A file of the bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path below the bundle's root.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// How to publish.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Put the Content-Security-Policy into the pages. Trunk's own server breaks under it.
    pub policy: bool,
    /// Draw the preview pictures, which takes longer than all the rest.
    pub pictures: bool,
}

/// All pages of a site, in a fixed order; last those of ids that are gone.
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

/// The markup of a page, as the browser takes it over.
pub fn markup(site: &Rc<Site>, route: &Route) -> String {
    let props = Props { site: Rc::clone(site), route: route.clone() };
    futures::executor::block_on(LocalServerRenderer::<App>::with_props(props).render())
}

/// One complete page.
pub fn page(site: &Rc<Site>, route: &Route, shell: &Shell, options: &Options) -> String {
    document::page(site, route, &markup(site, route), shell, options)
}

/// All files that stand beside the app's own.
pub fn files(site: &Rc<Site>, shell: &Shell, options: &Options) -> Vec<File> {
    let all = routes(site);
    let mut files: Vec<File> = all
        .iter()
        .map(|route| {
            file(&format!("{}index.html", route.path()), page(site, route, shell, options))
        })
        .collect();
    files.push(file("404.html", lost::page(site, options)));
    for prepared in &site.dossiers {
        files.extend(exports::files(site, prepared));
    }
    if options.pictures {
        files.extend(pictures(site));
    }
    files.push(file("dossier.schema.json", pretty(&dossier_schema())));
    files.push(file("published.schema.json", pretty(&published_schema())));
    files.push(file("ledger.schema.json", pretty(&ledger_schema())));
    if let Some(address) = &site.settings.address {
        let there: Vec<Route> = all.into_iter().filter(|it| site.tomb(it).is_none()).collect();
        files.push(file("sitemap.xml", sitemap::sitemap(address, &there)));
    }
    files
}

fn file(path: &str, text: String) -> File {
    File { path: path.to_owned(), bytes: text.into_bytes() }
}

/// JSON as files hold it: indented, with a last line end.
pub fn pretty(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
