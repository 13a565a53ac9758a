//! The files of a bundle: those of the site, and those of each dossier.

use super::{
    File, Shell, annotator, document, exports, feed, file, fonts, markup, not_found, oembed,
    routes_of, sitemap, tombs,
};
use crate::load::{dossier_schema, ledger_schema, published_schema};
use crate::route::Route;
use crate::site::{Prepared, Site};
use crate::text;
use serde_json::Value;
use std::rc::Rc;

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
pub(super) type Schema = (&'static str, fn() -> Value);

/// The schemas of a site.
pub(super) const SCHEMAS: [Schema; 3] = [
    ("dossier.schema.json", dossier_schema),
    ("published.schema.json", published_schema),
    ("ledger.schema.json", ledger_schema),
];

/// Renders a page as a file.
pub fn page_file(site: &Rc<Site>, route: &Route, shell: &Shell) -> File {
    file(&format!("{}index.html", route.path()), page(site, route, shell))
}

/// Formats JSON for a file: indented, with a final newline.
pub fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
