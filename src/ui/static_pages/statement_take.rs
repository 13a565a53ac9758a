//! What a reader can take from the page of a statement: its link, citations, and the address on a printed page. The
//! annotator previews statements that are not published, so its preview has none of this.

use super::export_panel::{Address, LINK_ID, PANEL_ID, export_panel};
use crate::model::StatementIx;
use crate::site::Site;
use crate::text;
use crate::text::static_pages::statement::{self as words, PrintSlot, Today};
use crate::ui::page::Page;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Returns true in the annotator, apart from the page that it makes.
fn is_preview(site: &Site) -> bool {
    cfg!(target_arch = "wasm32") && !site.in_one_file
}

/// Renders the panel with citations and links.
pub fn panel(site: &Site, page: &Page, ix: StatementIx) -> Html {
    if is_preview(site) { Html::default() } else { export_panel(site, page, ix) }
}

/// Renders what a reader can do with the statement.
pub fn actions(site: &Site, page: &Page, ix: StatementIx) -> Html {
    if is_preview(site) {
        return Html::default();
    }
    html! {
        <p class="acts">
            <button type="button" class="button needs-script" data-copy={LINK_ID}>
                { words::COPY_LINK }
            </button>
            <a href={format!("#{PANEL_ID}")} class="button">{ words::CITE_OR_SHARE }</a>
            <a href={page.beside(&[ix])} class="button needs-script"
                aria-label={words::COMPARE_WITH_ANOTHER}>
                { text::COMPARE }
            </a>
            <span class="copied" role="status" id="export-status"></span>
        </p>
    }
}

/// Renders the line that only a printed page shows: the address, and the day of printing, which a
/// script adds.
pub fn printed(site: &Site, page: &Page, ix: StatementIx) -> Html {
    if is_preview(site) {
        return Html::default();
    }
    let total = page.prepared.dossier.statements.len();
    let line = filled(words::printed(ix, total), |slot| match slot {
        PrintSlot::Place(place) => html! { { place } },
        PrintSlot::Address => Address::of(site, page, ix).shown(),
    });
    let on = filled(words::printed_on(), |Today| html! { <span data-today=""></span> });
    html! { <p class="on-paper">{ line }<span class="needs-script">{ on }</span></p> }
}
