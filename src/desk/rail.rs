//! What is beside the text: the open card or panel, then problems and names.

use super::act::Act;
use super::page::Send;
use super::state::{CARD_ID, Panel, Stage, State};
use super::{actors, article, problems, review, slip, statement};
use crate::annotate::Desk;
use crate::text::desk::{problems as words, rail as help};
use yew::prelude::*;

/// Draws it.
pub fn rail(state: &State, desk: &Desk, send: &Send) -> Html {
    let view = desk.view();
    let card = match &state.panel {
        Panel::Recognised => article::recognised(desk, send),
        Panel::Article => article::details(desk, send),
        Panel::Actor(id) => actors::actor(desk, id, send),
        Panel::Review => review::review(view, send),
        Panel::None => match (state.suggestion(), state.card(), state.problem()) {
            (Some(open), ..) => slip::suggestion(view, open, send),
            (_, Some(card), _) => statement::statement(state, view, card, send),
            (.., Some(problem)) => problems::open(desk, problem, send),
            _ => overview(state, send),
        },
    };
    let is_open = state.panel != Panel::None
        || state.card().is_some()
        || state.suggestion().is_some()
        || state.problem().is_some();
    html! {
        <div class={if is_open { "desk-rail has-card" } else { "desk-rail" }}>
            if let Some(refused) = state.refused.as_ref().filter(|_| state.stage == Stage::Work) {
                { self::refused(refused, send) }
            }
            { card }
            { review::list(view, send) }
            { problems::list(state, desk, send) }
            if state.panel == Panel::None {
                { actors::list(view, send) }
            }
        </div>
    }
}

fn refused(words: &str, send: &Send) -> Html {
    let onclick = send.reform(|_: MouseEvent| Act::Dismiss);
    html! {
        <p class="refused" role="alert">
            { words.to_owned() }{ " " }
            <button type="button" class="button small" {onclick}>{ words::DISMISS }</button>
        </p>
    }
}

/// Draws how it works, while nothing is open.
fn overview(state: &State, send: &Send) -> Html {
    let next = send.reform(|_: MouseEvent| Act::Next);
    let is_new = state.desk.as_ref().is_some_and(|desk| desk.view().statements.is_empty());
    html! {
        <section class="slip" aria-labelledby={CARD_ID}>
            <div class="slip-head"><h2 id={CARD_ID} tabindex="-1">{ if is_new { help::HEADING } else { help::GO_ON } }</h2></div>
            if is_new {
                <ol class="how">{ for help::STEPS.iter().map(|step| html! { <li>{ *step }</li> }) }</ol>
            }
            <div class="slip-foot">
                <button type="button" class="button strong" onclick={next}>{ help::NEXT }<kbd aria-hidden="true">{ help::NEXT_KEY }</kbd></button>
            </div>
        </section>
    }
}
