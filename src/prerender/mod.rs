//! The files of a bundle: complete HTML pages and all others, as bytes.
//!
//! Never here: what a page shows (`ui`), its words (`text`), reading and writing files (`cli`).

mod document;
mod exports;
mod feed;
mod fonts;
mod head;
mod not_found;
mod oembed;
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
use crate::route::Route;
use crate::site::{Entry, Site};
use crate::ui::{App, Props};
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
    routes.extend(site.entries.iter().flat_map(Entry::routes));
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
    let all = routes(site);
    let mut files: Vec<File> = all
        .iter()
        .map(|route| {
            file(&format!("{}index.html", route.path()), page(site, route, shell, options))
        })
        .collect();
    files.push(file("404.html", not_found::page(site, options)));
    files.extend(fonts::files());
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
        files.extend(sitemap::sitemaps(site, address));
        files.push(feed::feed(site, address));
        for prepared in &site.dossiers {
            files.extend(oembed::files(site, prepared, address, options.pictures));
        }
    }
    files
}

fn file(path: &str, text: String) -> File {
    File { path: path.to_owned(), bytes: text.into_bytes() }
}

/// Formats JSON for a file: indented, with a final newline.
pub fn pretty(value: &serde_json::Value) -> String {
    format!("{value:#}\n")
}
