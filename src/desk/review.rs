//! The panel in which an updated text is pasted.

use super::act::Act;
use super::form::button;
use super::page::Send;
use super::state::{CARD_ID, Panel};
use crate::annotate::Edit;
use crate::browser::annotator::value_of;
use crate::text::desk::review as words;
use yew::prelude::*;

/// The id of the field.
const FIELD_ID: &str = "updated";

/// Draws the panel.
pub fn review(send: &Send) -> Html {
    let onclick = send.reform(|_: MouseEvent| Act::EditAndClose(Edit::Retext(value_of(FIELD_ID))));
    html! {
        <section class="slip" aria-labelledby={CARD_ID}>
            <div class="slip-head"><h2 id={CARD_ID} tabindex="-1">{ words::HEADING }</h2></div>
            <div class="fields">
                <p>{ words::WHAT }</p>
                <p class="field">
                    <label for={FIELD_ID}>{ words::FIELD }</label>
                    <textarea id={FIELD_ID} rows="12" dir="auto" spellcheck="false" />
                </p>
            </div>
            <div class="slip-foot">
                <button type="button" class="button strong" {onclick}>{ words::MOVE }</button>
                { button(send, Act::Panel(Panel::None), "", html! { { words::CANCEL } }) }
            </div>
        </section>
    }
}
