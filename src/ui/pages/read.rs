//! The pages that are only read.

use super::{about, accounts, actor, archive, dates, embed, figure, lost, statement, tomb};
use crate::route::Route;
use crate::site::Site;
use crate::ui::page::Page;
use yew::prelude::*;

/// What a page that is only read shows.
pub fn read(site: &Site, route: &Route) -> Html {
    if let Some(tomb) = site.tomb(route) {
        return tomb::tomb_page(site, route, &tomb);
    }
    match route {
        Route::About => about::about_page(site, site.root(route)),
        Route::Archive => archive::archive_page(site, site.root(route)),
        route => card(site, route).unwrap_or_else(|| lost::lost_page(site.root(route))),
    }
}

/// The page of a view or of one card, where there is such a card.
fn card(site: &Site, route: &Route) -> Option<Html> {
    let page = Page { prepared: site.dossier_of(route)?.clone(), root: site.root(route) };
    let dossier = &page.prepared.dossier;
    match route {
        Route::Accounts(_) => Some(accounts::accounts_page(&page, None)),
        Route::Account(_, id) => {
            let party = dossier.find_actor(id.as_str())?;
            Some(accounts::accounts_page(&page, Some(party)))
        }
        Route::Dates(_) => Some(dates::dates_page(&page)),
        Route::Statement(_, id) => {
            let ix = dossier.find_statement(id.as_str())?;
            Some(statement::statement_page(site, &page, ix))
        }
        Route::Embed(_, id) => Some(embed::embed_page(&page, dossier.find_statement(id.as_str())?)),
        Route::Actor(_, id) => Some(actor::actor_page(&page, dossier.find_actor(id.as_str())?)),
        Route::Figure(_, id) => Some(figure::figure_page(&page, dossier.find_figure(id.as_str())?)),
        _ => None,
    }
}
