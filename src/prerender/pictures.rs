//! The preview pictures of a dossier.

use super::{File, preview, preview_path, routes_of};
use crate::picture::{Preview, draw, missing_script};
use crate::route::Route;
use crate::site::{Prepared, Site};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Hash of the source of the pictures, and of their fonts.
const DRAWING: &str = env!("ONRECORD_DRAWING");

/// Returns the preview pictures of a dossier and their paths, in the order of their pages.
pub fn previews(site: &Site, prepared: &Prepared) -> Vec<(String, Preview)> {
    // Most pages of a dossier share one picture.
    let mut known = BTreeSet::new();
    let mut wanted: Vec<(String, Preview)> = Vec::new();
    for route in routes_of(site, &prepared.dossier.id) {
        let Some(path) = preview_path(site, &route) else { continue };
        if known.insert(path.clone()) {
            wanted.extend(preview(site, &route).map(|preview| (path, preview)));
        }
    }
    wanted
}

/// Returns the scripts that keep pages of a dossier from having a picture, in order.
pub fn missing_scripts(site: &Site, prepared: &Prepared) -> BTreeSet<String> {
    let routes = routes_of(site, &prepared.dossier.id);
    let routes = routes.iter().filter(|_| site.settings.files.previews);
    routes.filter_map(|route| missing_script(&preview(site, route)?)).collect()
}

/// Draws the picture at a path, or returns `None` if no page has it.
pub fn at(site: &Site, path: &str) -> Option<File> {
    let folder = path.strip_suffix("preview.png")?;
    let route = Route::parse(folder);
    let is_of_page = preview_path(site, &route).is_some_and(|own| own == path);
    let preview = preview(site, &route).filter(|_| is_of_page)?;
    Some(File { path: path.to_owned(), bytes: draw(&preview) })
}

/// Returns a key of all that a picture depends on.
pub fn preview_key(preview: &Preview) -> String {
    let mut hash = Sha256::new();
    hash.update(DRAWING);
    hash.update(format!("{preview:?}"));
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
