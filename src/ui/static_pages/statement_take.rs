//! What a reader can take from the page of a statement: its link, citations, and the address on a printed page. The
//! annotator previews statements that are not published, so its preview has none of this.

#[cfg(target_arch = "wasm32")]
pub use preview::{actions, panel, printed};
#[cfg(not(target_arch = "wasm32"))]
pub use published::{actions, panel, printed};

#[cfg(not(target_arch = "wasm32"))]
mod published {
    pub use super::super::export_panel::export_panel as panel;

    use super::super::export_panel::{Address, LINK_ID, PANEL_ID};
    use crate::model::StatementIx;
    use crate::site::Site;
    use crate::text;
    use crate::text::static_pages::statement::{self as words, PrintSlot, Today};
    use crate::ui::page::Page;
    use crate::ui::sentence::filled;
    use yew::prelude::*;

    /// Renders what a reader can do with the statement.
    pub fn actions(page: &Page, ix: StatementIx) -> Html {
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
        let total = page.prepared.dossier.statements.len();
        let line = filled(words::printed(ix, total), |slot| match slot {
            PrintSlot::Place(place) => html! { { place } },
            PrintSlot::Address => Address::of(site, page, ix).shown(),
        });
        let on = filled(words::printed_on(), |Today| html! { <span data-today=""></span> });
        html! { <p class="on-paper">{ line }<span class="needs-script">{ on }</span></p> }
    }
}

#[cfg(target_arch = "wasm32")]
mod preview {
    use crate::model::StatementIx;
    use crate::site::Site;
    use crate::ui::page::Page;
    use yew::prelude::*;

    pub fn panel(_: &Site, _: &Page, _: StatementIx) -> Html {
        Html::default()
    }

    pub fn actions(_: &Page, _: StatementIx) -> Html {
        Html::default()
    }

    pub fn printed(_: &Site, _: &Page, _: StatementIx) -> Html {
        Html::default()
    }
}
