//! One file of a bundle, made when somebody asks for it. The bytes are those that the whole bundle
//! has at the same path.

use super::{
    File, Options, SCHEMAS, Shell, exports, file, fonts, not_found, page, pictures, pretty, sitemap,
};
use crate::model::Accounts;
use crate::route::Route;
use crate::site::Site;
use std::rc::Rc;

/// Path of the page for unknown addresses.
const NOT_FOUND: &str = "404.html";

/// Makes the file of the bundle at a path, such as `x/actors/index.html`. Includes the scripts and
/// styles of the shell. Returns `None` if the bundle has no such file.
pub fn at(site: &Rc<Site>, shell: &Shell, options: &Options, path: &str) -> Option<File> {
    if let Some(folder) = path.strip_suffix("index.html") {
        let route = Route::parse(folder);
        // The same page has other spellings, which are not paths of files.
        let is_path = route.path() == folder && exists(site, &route);
        return is_path.then(|| file(path, page(site, &route, shell, options)));
    }
    let assets = [&shell.styles, &shell.early, &shell.boot, &shell.export, &shell.read];
    if let Some(asset) = assets.into_iter().find(|asset| asset.name == path) {
        return Some(file(path, asset.text.clone()));
    }
    if let Some((_, schema)) = SCHEMAS.into_iter().find(|(name, _)| *name == path) {
        return Some(file(path, pretty(&schema())));
    }
    match (path, &site.settings.address) {
        (NOT_FOUND, _) => return Some(file(path, not_found::page(site, options))),
        ("sitemap.xml", Some(address)) => return Some(file(path, sitemap(site, address))),
        _ => {}
    }
    let picture = || pictures::at(site, path).filter(|_| options.pictures);
    fonts::at(path).or_else(|| exports::at(site, path)).or_else(picture)
}

/// Returns true if `routes` lists the page.
fn exists(site: &Site, route: &Route) -> bool {
    let prepared =
        route.dossier().and_then(|id| site.dossiers.iter().find(|it| it.dossier.id == *id));
    let Some(dossier) = prepared.map(|prepared| &prepared.dossier) else {
        return matches!(route, Route::Archive | Route::About) || site.tomb(route).is_some();
    };
    let is_there = match route {
        Route::Archive | Route::About | Route::NotFound => false,
        Route::Statements(_) | Route::Actors(_) | Route::Figures(_) | Route::Article(_) => true,
        Route::Accounts(_) | Route::Dates(_) | Route::Compare(_) => true,
        Route::Account(_, party) => {
            let is_it = |actor| dossier.actor(actor).id == *party;
            Accounts::of(dossier).parties.into_iter().any(is_it)
        }
        Route::Statement(_, id) | Route::Embed(_, id) => {
            dossier.find_statement(id.as_str()).is_some()
        }
        Route::Actor(_, id) => dossier.find_actor(id.as_str()).is_some(),
        Route::Figure(_, id) => dossier.find_figure(id.as_str()).is_some(),
    };
    is_there || site.tomb(route).is_some()
}
