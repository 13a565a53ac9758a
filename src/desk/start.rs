//! The start: pasting a text, and opening a file.

use super::act::Act;
use super::keep::{self, KeepAct};
use super::page::Send;
use super::state::{PASTE_ID, State};
use crate::browser::annotator::{can_write_files, read_files, value_of};
use crate::text::desk::start as words;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Draws the start.
pub fn start(state: &State, send: &Send) -> Html {
    let begin = send.reform(|_: MouseEvent| Act::Paste(value_of(PASTE_ID), false));
    let opened = send.clone();
    let onchange = Callback::from(move |event: Event| {
        let field = event.target().and_then(|it| it.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(files) = field.and_then(|it| it.files()) {
            let send = opened.clone();
            read_files(&files, move |files| send.emit(Act::Open(files)));
        }
    });
    // Where the browser can write files, its own dialog opens one that can be saved again.
    let picks = can_write_files();
    let pick = send.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if picks {
            event.prevent_default();
            pick.emit(Act::Keep(KeepAct::Pick));
        }
    });
    html! {
        <div class="desk-start">
            <h2 id="start-title">{ words::HEADING }</h2>
            <p>{ words::WHAT }</p>
            if let Some(refused) = &state.refused {
                <p class="refused" role="alert">{ refused.clone() }</p>
            }
            <div class="desk-lists">{ keep::lists(state, send) }</div>
            <p class="field">
                <label for={PASTE_ID}>{ words::PASTE }</label>
                <textarea id={PASTE_ID} rows="14" dir="auto" spellcheck="false" aria-describedby="paste-help" />
                <small id="paste-help">{ words::PASTE_HELP }</small>
            </p>
            <p><button type="button" class="button strong" onclick={begin}>{ words::BEGIN }</button></p>
            <h3>{ words::OR_OPEN }</h3>
            <p class="field">
                <label for="files">{ words::FILES }</label>
                <input id="files" type="file" multiple=true accept=".txt,.json,.jsonld,.ann,text/plain,application/json"
                    {onchange} {onclick} aria-describedby="files-help" />
                <small id="files-help">{ words::OPEN_HELP }</small>
            </p>
        </div>
    }
}
