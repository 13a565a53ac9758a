//! What the annotator's page draws as the readers' pages do.

pub use super::icon::{Icon, icon, logo, sprite};
pub use super::parts::marks::kind_mark;

use super::cards::statement::statement_card;
use super::page::Page;
use super::static_pages::statement_page;
use crate::model::StatementIx;
use crate::route::Route;
use crate::site::Site;
use yew::prelude::*;

/// Draws the cards of the first dossier, as its list does.
pub fn preview_cards(site: &Site) -> Html {
    let Some(page) = page(site) else { return Html::default() };
    let total = page.prepared.dossier.statements.len();
    let cards = (0..total).map(|at| {
        let ix = StatementIx::from(at);
        html! { <li key={at}>{ statement_card(&page, ix, false) }</li> }
    });
    html! { <ol class="cards">{ for cards }</ol> }
}

/// Draws the page of a statement of the first dossier.
pub fn preview_statement(site: &Site, ix: StatementIx) -> Html {
    let Some(page) = page(site) else { return Html::default() };
    statement_page(site, &page, ix)
}

fn page(site: &Site) -> Option<Page> {
    let prepared = site.dossiers.first()?.clone();
    Some(Page { prepared, root: Route::Archive.root() })
}
