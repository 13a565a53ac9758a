//! One file of a bundle, made when somebody asks for it. The bytes are those that the whole bundle
//! has at the same path.

use super::bundle::{SCHEMAS, pretty};
use super::{
    File, Shell, annotator, document, exports, feed, file, fonts, has, not_found, oembed,
    page_file, pictures, routes_of, sitemap,
};
use crate::model::Slug;
use crate::route::Route;
use crate::site::Site;
use crate::text;
use std::rc::Rc;

/// Makes the file of the bundle at a path, such as `x/actors/index.html`, or the preview picture at
/// it. All dossiers of the site must be loaded. Returns `None` if the bundle has no such file.
pub fn at(site: &Rc<Site>, shell: &Shell, path: &str) -> Option<File> {
    if let Some(folder) = path.strip_suffix("index.html") {
        let route = Route::parse(folder);
        // The same page has other spellings, which are not paths of files.
        let is_path = route.path() == folder && exists(site, &route);
        return is_path.then(|| page_file(site, &route, shell));
    }
    if path == "404.html" {
        return Some(file(path, not_found::page(site)));
    }
    if let Some((_, schema)) = SCHEMAS.into_iter().find(|(name, _)| *name == path) {
        return Some(file(path, pretty(&schema())));
    }
    shell
        .file_at(path, annotator(site).is_some())
        .or_else(|| fonts::at(path))
        .or_else(|| feed_at(site, path))
        .or_else(|| oembed::at(site, path))
        .or_else(|| sitemap_at(site, path))
        .or_else(|| data_at(site, path))
        .or_else(|| exports::at(site, path))
        .or_else(|| pictures::at(site, path))
}

/// Returns true if `routes` lists the page.
fn exists(site: &Site, route: &Route) -> bool {
    let is_of_dossier = |id: &Slug| routes_of(site, id).contains(route);
    matches!(route, Route::Archive | Route::About)
        || annotator(site).as_ref() == Some(route)
        || route.dossier().is_some_and(is_of_dossier)
        || has(site, route) && site.tomb(route).is_some()
}

fn sitemap_at(site: &Site, path: &str) -> Option<File> {
    let address = site.settings.address.as_deref().filter(|_| path.starts_with("sitemap"))?;
    sitemap::sitemaps(site, address).into_iter().find(|file| file.path == path)
}

fn feed_at(site: &Site, path: &str) -> Option<File> {
    let address = site.settings.address.as_deref().filter(|_| path == feed::FEED)?;
    Some(feed::feed(site, address))
}

/// Returns the data file of a dossier.
fn data_at(site: &Site, path: &str) -> Option<File> {
    let (id, _) = path.split_once('/').filter(|_| path.ends_with(".bin"))?;
    let prepared = site.loaded(id)?;
    let is_it = document::data_path(site, prepared) == path;
    is_it.then(|| File {
        path: path.to_owned(),
        bytes: site.data(prepared, text::when_text).to_vec(),
    })
}
