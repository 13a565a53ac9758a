//! The panel in which an updated text is pasted.

use super::act::Act;
use super::form::button;
use super::page::Send;
use super::state::{CARD_ID, Panel};
use crate::annotate::{Edit, Focus, ReviewView, View};
use crate::browser::annotator::value_of;
use crate::text::desk::{review as words, sheet, slip};
use yew::prelude::*;

/// The id of the field.
const FIELD_ID: &str = "updated";

/// Draws the panel.
pub fn review(view: &View, send: &Send) -> Html {
    let file = &view.article.text_file;
    let onclick = send.reform(|_: MouseEvent| Act::EditAndClose(Edit::Retext(value_of(FIELD_ID))));
    html! {
        <section class="slip" aria-labelledby={CARD_ID}>
            <div class="slip-head"><h2 id={CARD_ID} tabindex="-1">{ words::HEADING }</h2></div>
            <div class="fields">
                <p>{ words::WHAT }</p>
                if !file.is_empty() { <p>{ words::text_file(file) }</p> }
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

/// Draws the list of words that changed with the text, for a person to look at.
pub fn list(view: &View, send: &Send) -> Html {
    if view.review.is_empty() {
        return Html::default();
    }
    let item = |(at, it): (usize, &ReviewView)| {
        let show = it.statement.map(|key| {
            let number =
                view.statements.iter().find(|card| card.key == key).map(|card| card.number);
            let onclick = send.reform(move |_: MouseEvent| Act::Show(Focus::Statement(key)));
            let name = number.map(slip::statement).unwrap_or_default();
            html! { <h4><button type="button" class="desk-plain" {onclick}>{ name }</button></h4> }
        });
        html! {
            <li class="problem" key={at}>
                <span class="number is-doubtful" aria-hidden="true">{ sheet::ASK }</span>
                <div>
                    { for show }
                    <p>{ words::WAS }{ " " }<span class="article-inline"><bdi>{ it.was.clone() }</bdi></span></p>
                    if it.now.is_empty() {
                        <p>{ words::GONE }</p>
                    } else {
                        <p>{ words::NOW }{ " " }<span class="article-inline"><bdi>{ it.now.clone() }</bdi></span></p>
                    }
                    <p class="fixes">
                        { button(send, Act::Edit(Edit::Reviewed(at)), "small", html! { { words::LOOKED_AT } }) }
                    </p>
                </div>
            </li>
        }
    };
    html! {
        <section class="part" aria-labelledby="changed">
            <h3 class="part-head" id="changed">{ words::CHANGED }{ " " }<small>{ view.review.len() }</small></h3>
            <ul>{ for view.review.iter().enumerate().map(item) }</ul>
        </section>
    }
}
