//! The oEmbed file of each statement (oembed.com, 1.0), for a site with a public address. The page of
//! the statement names it, so that editors of other sites can embed the statement by its address.

use super::{File, file, pretty};
use crate::model::StatementIx;
use crate::route::Route;
use crate::site::{Prepared, Site};
use crate::text::static_pages::export_panel::frame_title;
use crate::ui::{frame_code, frame_height};
use serde_json::json;

/// Width in CSS pixels that the file proposes. The frame fits any width.
const FRAME_WIDTH: usize = 600;

/// Returns the path of a statement's file below the bundle's root.
pub fn path(statement: &Route) -> String {
    format!("{}oembed.json", statement.path())
}

/// Returns the public address of a site that has these files: without one, or without embeds, there are
/// none.
pub fn address(site: &Site) -> Option<&str> {
    site.settings.address.as_deref().filter(|_| site.settings.files.embeds)
}

/// Makes the files of a dossier's statements.
pub fn files(site: &Site, prepared: &Prepared) -> Vec<File> {
    let Some(address) = address(site) else { return Vec::new() };
    let all = (0..prepared.dossier.statements.len()).map(StatementIx::from);
    all.map(|ix| statement(site, prepared, ix, address)).collect()
}

/// Makes the file at a path, or returns `None` if there is no such file.
pub fn at(site: &Site, wanted: &str) -> Option<File> {
    let address = address(site)?;
    let route = Route::parse(wanted.strip_suffix("oembed.json")?);
    let Route::Statement(_, id) = &route else { return None };
    let prepared = site.dossier_of(&route).filter(|_| path(&route) == wanted)?;
    let ix = prepared.dossier.find_statement(id.as_str())?;
    Some(statement(site, prepared, ix, address))
}

fn statement(site: &Site, prepared: &Prepared, ix: StatementIx, address: &str) -> File {
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let route = Route::Statement(dossier.id.clone(), statement.id.clone());
    let value = json!({
        "version": "1.0",
        "type": "rich",
        "title": frame_title(dossier, statement),
        "author_name": dossier.annotation.by,
        "provider_name": &*site.name,
        "provider_url": address,
        "html": frame_code(dossier, statement, &route.href(address)),
        "width": FRAME_WIDTH,
        "height": frame_height(dossier, statement),
    });
    file(&path(&route), pretty(&value))
}
