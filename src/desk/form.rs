//! Small parts of forms and buttons.

use super::act::Act;
use super::page::Send;
use crate::browser::annotator::{set_value, value_from};
use yew::prelude::*;

/// Draws a button.
pub fn button(send: &Send, act: Act, class: &'static str, inner: Html) -> Html {
    let onclick = send.reform(move |_| act.clone());
    html! { <button type="button" class={classes!("button", class)} {onclick}>{ inner }</button> }
}

/// Draws a button with the key that does the same.
pub fn with_key(send: &Send, act: Act, class: &'static str, words: &str, key: &str) -> Html {
    let inner = html! { <>{ words.to_owned() }<kbd aria-hidden="true">{ key.to_owned() }</kbd></> };
    button(send, act, class, inner)
}

/// Draws a field of one line. What is in it counts when the field is left, or with Enter.
pub fn line(
    id: &str,
    label: &str,
    value: &str,
    send: &Send,
    act: impl Fn(String) -> Act + 'static,
) -> Html {
    let before = value.to_owned();
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        let value = value_from(&event);
        if value.trim() != before {
            send.emit(act(value.trim().to_owned()));
        }
    });
    let id = id.to_owned();
    html! {
        <p class="field">
            <label for={id.clone()}>{ label.to_owned() }</label>
            <Input {id} value={value.to_owned()} {onchange} />
        </p>
    }
}

#[derive(Properties, PartialEq)]
struct InputProps {
    id: String,
    value: String,
    onchange: Callback<Event>,
}

/// An input whose value is set only when there is another one. What a person is typing outlasts the page being drawn
/// again: Yew would set the attribute back.
#[component]
fn Input(props: &InputProps) -> Html {
    use_effect_with((props.id.clone(), props.value.clone()), |(id, value)| set_value(id, value));
    let (id, onchange) = (props.id.clone(), props.onchange.clone());
    html! { <input {id} type="text" autocomplete="off" dir="auto" {onchange} /> }
}

/// Draws a list to choose from. `options` are values and labels.
pub fn choice(
    id: &str,
    label: &str,
    chosen: &str,
    options: &[(String, String)],
    send: &Send,
    act: impl Fn(String) -> Act + 'static,
) -> Html {
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| send.emit(act(value_from(&event))));
    let id = id.to_owned();
    let options = options.iter().map(|(value, label)| {
        html! { <option value={value.clone()} selected={value == chosen}>{ label.clone() }</option> }
    });
    html! {
        <p class="field">
            <label for={id.clone()}>{ label.to_owned() }</label>
            <select {id} {onchange}>{ for options }</select>
        </p>
    }
}

/// Draws a tick, which says that something is answered.
pub fn tick() -> Html {
    html! { <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true"><path d="m2.5 8.5 3.5 3.5 7.5-8" /></svg> }
}
