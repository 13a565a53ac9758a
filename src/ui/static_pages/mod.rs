//! The pages that only the build renders. They work without the app, so none of this code reaches
//! a reader's browser, and pages are written in plain `html!`.
//!
//! Never here: pages and parts that the app draws too (`pages`, `cards`, `parts`).

mod about;
mod about_dossier;
mod accounts;
mod actor;
mod annotate;
mod archive;
mod archive_filters;
mod archive_rows;
mod byline;
mod dates;
mod details;
mod embed;
mod evidence_table;
mod export_panel;
mod figure;
mod file_links;
mod glossary;
mod matrix;
mod matrix_cell;
mod mini;
mod not_found;
mod passage;
mod quoted_words;
mod statement;
mod statement_more;
mod statement_take;
mod timeline;
mod tomb;

pub use embed::{frame_code, frame_height};
pub use statement::statement_page;

use crate::route::Route;
use crate::site::Site;
use crate::ui::page::Page;
use yew::prelude::*;

/// Renders the page at an address, or the "page not found" page.
pub fn static_page(site: &Site, route: &Route) -> Html {
    if let Some(tomb) = site.tomb(route) {
        return tomb::tomb_page(site, route, &tomb);
    }
    match route {
        Route::About => about::about_page(site, site.root(route)),
        Route::Annotate => annotate::annotate_page(site, site.root(route)),
        Route::Archive => archive::archive_page(site, site.root(route)),
        route => {
            of_dossier(site, route).unwrap_or_else(|| not_found::not_found_page(site.root(route)))
        }
    }
}

/// Renders a page that belongs to a dossier. `None` if the dossier or the item does not exist.
fn of_dossier(site: &Site, route: &Route) -> Option<Html> {
    let page = Page { prepared: site.dossier_of(route)?.clone(), root: site.root(route) };
    let dossier = &page.prepared.dossier;
    match route {
        Route::Accounts(_) => Some(accounts::accounts_page(&page, None)),
        Route::Account(_, id) => {
            let party = dossier.find_actor(id.as_str())?;
            Some(accounts::accounts_page(&page, Some(party)))
        }
        Route::Dates(_) => Some(dates::dates_page(&page)),
        Route::AboutDossier(_) => Some(about_dossier::about_dossier_page(site, &page)),
        Route::Statement(_, id) => {
            let ix = dossier.find_statement(id.as_str())?;
            Some(statement_page(site, &page, ix))
        }
        Route::Embed(_, id) => {
            Some(embed::embed_page(&site.name, &page, dossier.find_statement(id.as_str())?))
        }
        Route::Actor(_, id) => Some(actor::actor_page(&page, dossier.find_actor(id.as_str())?)),
        Route::Figure(_, id) => Some(figure::figure_page(&page, dossier.find_figure(id.as_str())?)),
        _ => None,
    }
}
