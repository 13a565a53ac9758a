//! The row of keys at the foot, and the list of all keys.

use super::act::Act;
use super::keys::{self, Shown};
use super::page::Send;
use super::state::{Stage, State};
use crate::text::desk::keys as words;
use yew::prelude::*;

/// The id of the list of all keys.
pub const DIALOG_ID: &str = "all-keys";

/// Draws the row and the list.
pub fn foot(state: &State, send: &Send) -> Html {
    if state.stage == Stage::Start {
        return all(state, send);
    }
    let show = send.reform(|_: MouseEvent| Act::Keys(true));
    let name = if state.keys_on { words::ALL_KEYS } else { words::KEYS_ARE_OFF };
    html! {
        <>
            <footer class="desk-keys" aria-label={words::KEYBOARD}>
                if state.keys_on {
                    { for keys::now(state).iter().map(key) }
                }
                <button type="button" class="desk-plain" onclick={show}><kbd aria-hidden="true">{ "?" }</kbd>{ " " }{ name }</button>
            </footer>
            { all(state, send) }
        </>
    }
}

fn key((keys, does): &Shown) -> Html {
    html! { <span>{ caps(keys) }{ " " }{ words::does(*does) }</span> }
}

fn caps(keys: &[String]) -> Html {
    let caps = keys.iter().map(|key| match key == words::TO {
        true => html! { { key.clone() } },
        false => html! { <kbd>{ key.clone() }</kbd> },
    });
    caps.collect()
}

fn all(state: &State, send: &Send) -> Html {
    let close = send.reform(|_: MouseEvent| Act::Keys(false));
    let closed = send.reform(|_: Event| Act::Keys(false));
    let on = state.keys_on;
    let turn = send.reform(move |_: Event| Act::KeysOn(!on));
    html! {
        <dialog id={DIALOG_ID} class="desk-dialog" aria-labelledby="all-keys-title" onclose={closed}>
            <h2 id="all-keys-title">{ words::ALL_KEYS }</h2>
            <p class="field-tick">
                <label><input type="checkbox" checked={on} onchange={turn} />{ " " }{ words::SINGLE_KEYS }</label>
            </p>
            <dl class="key-list">
                { for keys::all().iter().map(|(keys, does)| html! {
                    <div><dt>{ caps(keys) }</dt><dd>{ words::does(*does) }</dd></div>
                }) }
            </dl>
            <p><button type="button" class="button" onclick={close}>{ words::CLOSE }</button></p>
        </dialog>
    }
}
