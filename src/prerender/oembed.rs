//! The oEmbed file of each statement (oembed.com, 1.0), for a site with a public address. The page of
//! the statement names it, so that editors of other sites can embed the statement by its address.

use super::{File, file, pretty, preview_path};
use crate::model::StatementIx;
use crate::picture::{HEIGHT, WIDTH};
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

/// Makes the files of a dossier's statements. `has_pictures` says if the site has preview pictures.
pub fn files(site: &Site, prepared: &Prepared, address: &str, has_pictures: bool) -> Vec<File> {
    let all = (0..prepared.dossier.statements.len()).map(StatementIx::from);
    all.map(|ix| statement(site, prepared, ix, address, has_pictures)).collect()
}

fn statement(
    site: &Site,
    prepared: &Prepared,
    ix: StatementIx,
    address: &str,
    has_pictures: bool,
) -> File {
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let route = Route::Statement(dossier.id.clone(), statement.id.clone());
    let mut value = json!({
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
    if let Some(picture) = preview_path(site, &route).filter(|_| has_pictures) {
        value["thumbnail_url"] = format!("{address}{picture}").into();
        value["thumbnail_width"] = WIDTH.into();
        value["thumbnail_height"] = HEIGHT.into();
    }
    file(&path(&route), pretty(&value))
}
