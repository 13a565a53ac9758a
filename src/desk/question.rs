//! The question about an open slot, with numbered answers.

use super::act::Act;
use super::form::tick;
use super::page::Send;
use super::state::NAME_ID;
use crate::annotate::{Answer, Label, Question, Slot, Who};
use crate::browser::annotator::value_of;
use crate::text::desk::{keys, question as words, slip};
use yew::prelude::*;

/// The id of the field for typed words.
const WORDS_ID: &str = "typed-words";

/// Draws the question. `chosen` has the speakers while several are chosen.
pub fn question(question: &Question, chosen: Option<&[(String, String)]>, send: &Send) -> Html {
    let is_kind = question.slot == Slot::Kind;
    let all = question.answers.iter().enumerate();
    let answers = all.clone().filter(|(_, it)| it.conflict.is_none());
    let answers = answers.map(|(at, it)| match is_kind {
        true => kind(at, it, send),
        false => answer(at, it, chosen, send),
    });
    // Those that do not fit for the same reason share one line.
    let mut misfits: Vec<(String, Vec<Html>)> = Vec::new();
    for (at, it) in all {
        let Some(conflict) = &it.conflict else { continue };
        let (why, button) = (words::conflict(conflict), answer(at, it, chosen, send));
        match misfits.iter_mut().find(|(other, _)| *other == why) {
            Some((_, buttons)) => buttons.push(button),
            None => misfits.push((why, vec![button])),
        }
    }
    let misfits = misfits.into_iter().map(|(why, buttons)| {
        html! {
            <div class="misfits" role="group" aria-label={why.clone()} key={why.clone()}>
                <p class="why" aria-hidden="true">{ why }</p>
                { for buttons }
            </div>
        }
    });
    html! {
        <>
            <p class="ask" id="ask">{ words::ask(question) }</p>
            <div class={if is_kind { "types" } else { "answers" }} role="group" aria-labelledby="ask">
                { for answers }
                if question.slot == Slot::Speaker { { several(chosen.is_some(), send) } }
                { for misfits }
            </div>
            if question.takes_name {
                { typed(NAME_ID, words::SOMEBODY_ELSE, words::USE_NAME, send, Act::Name) }
            }
            if question.takes_words {
                <p class="why">{ words::SELECT_WORDS }</p>
                { typed(WORDS_ID, slip::TYPE_WORDS, slip::USE_WORDS, send, Act::Typed) }
            }
        </>
    }
}

/// Draws a field for a name or for words, which is used with Enter or its button.
fn typed(
    id: &'static str,
    label: &'static str,
    name: &'static str,
    send: &Send,
    act: fn(String) -> Act,
) -> Html {
    let entered = send.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            entered.emit(act(value_of(id)));
        }
    });
    let onclick = send.reform(move |_: MouseEvent| act(value_of(id)));
    html! {
        <p class="typed">
            <label for={id}>{ label }</label>
            <input {id} type="text" autocomplete="off" dir="auto" {onkeydown} />
            <button type="button" class="button small" {onclick}>{ name }</button>
        </p>
    }
}

/// Draws the button that begins, or ends, to choose several speakers.
fn several(is_on: bool, send: &Send) -> Html {
    let (name, key) = match is_on {
        true => (words::THESE_ARE_ALL, keys::ENTER),
        false => (words::SEVERAL, "+"),
    };
    let onclick = send.reform(move |_: MouseEvent| Act::Several(!is_on));
    html! {
        <button type="button" class="answer several" {onclick} key="several">
            <kbd aria-hidden="true">{ key }</kbd><span>{ name }</span>
        </button>
    }
}

fn answer(at: usize, answer: &Answer, chosen: Option<&[(String, String)]>, send: &Send) -> Html {
    let is_chosen = chosen.and_then(|chosen| match answer.who()? {
        Who::Actor(id) => Some(chosen.iter().any(|(it, _)| it == id)),
        _ => Some(false),
    });
    let onclick = send.reform(move |_: MouseEvent| Act::Answer(at));
    let label = words::label(&answer.label);
    let label = match &answer.label {
        Label::Actor { is_unnamed, .. } => html! {
            <span class={if *is_unnamed { "chip unnamed" } else { "chip" }}>
                <bdi>{ label }</bdi>
                if *is_unnamed { { " " }<small>{ slip::UNNAMED }</small> }
            </span>
        },
        Label::Words(_) => html! { <span class="article-inline"><bdi>{ label }</bdi></span> },
        _ => html! { <b>{ label }</b> },
    };
    let why = match (&answer.conflict, &answer.reason) {
        (None, Some(reason)) => words::reason(reason),
        _ => String::new(),
    };
    let class = if answer.conflict.is_some() { "answer is-wrong" } else { "answer" };
    html! {
        <button type="button" {class} {onclick} key={at} aria-pressed={is_chosen.map(|it| it.to_string())}>
            { key(answer) }
            <span>{ label }</span>
            if is_chosen == Some(true) {
                <span class="why">{ tick() }</span>
            } else if !why.is_empty() {
                <span class="why">{ why }</span>
            }
        </button>
    }
}

fn kind(at: usize, answer: &Answer, send: &Send) -> Html {
    let onclick = send.reform(move |_: MouseEvent| Act::Answer(at));
    html! {
        <button type="button" {onclick} key={at}>{ key(answer) }{ words::label(&answer.label) }</button>
    }
}

fn key(answer: &Answer) -> Html {
    let key = answer.key.map(|key| key.to_uppercase().to_string());
    html! { <kbd aria-hidden="true">{ key.unwrap_or_default() }</kbd> }
}
