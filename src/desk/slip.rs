//! The card of a suggestion, and what it shares with that of a statement.

use super::act::Act;
use super::form::with_key;
use super::page::Send;
use super::state::CARD_ID;
use crate::annotate::{Edit, Slot, SuggestionView, View, Words};
use crate::text::desk::{keys, slip as words};
use yew::prelude::*;

/// Draws the card of the open suggestion.
pub fn suggestion(view: &View, open: &SuggestionView, send: &Send) -> Html {
    let position = view.suggestions.iter().position(|it| it.ix == open.ix).unwrap_or(0);
    let slot = |name: Slot, found: &Words, is_cue: bool, state: String| {
        html! {
            <div class="slot is-waiting">
                <h3>{ words::slot(name) }</h3>
                <p class="w">{ said(found, is_cue) }</p>
                <span class="state-of">{ state }</span>
            </div>
        }
    };
    let later = |name: Slot, proposed: Option<&str>| {
        let then = proposed.map_or_else(|| words::YOU_CHOOSE.to_owned(), words::probably);
        html! {
            <div class="slot">
                <h3>{ words::slot(name) }</h3>
                <p class="quiet later">{ then }</p>
            </div>
        }
    };
    let suggested = || words::SUGGESTED.to_owned();
    html! {
        <section class="slip" aria-labelledby={CARD_ID} key={format!("s{}", open.ix.0)}>
            <div class="slip-head">
                <span class="number is-maybe" aria-hidden="true">{ open.letter.clone() }</span>
                <h2 id={CARD_ID} tabindex="-1">{ words::IS_THIS }</h2>
                <small>{ words::of(position + 1, view.suggestions.len()) }</small>
            </div>
            { slot(Slot::Source, &open.source, false, suggested()) }
            { slot(Slot::Verb, &open.cue, true, suggested()) }
            { slot(Slot::Words, &open.content, false, words::quoted(open.quoted_words, open.words)) }
            { later(Slot::Speaker, open.speaker.as_deref()) }
            { later(Slot::Kind, None) }
            <div class="slip-foot">
                { with_key(send, Act::Edit(Edit::Accept(open.ix)), "strong", words::ACCEPT, keys::ENTER) }
                { with_key(send, Act::Edit(Edit::Reject(open.ix)), "", words::DISMISS, keys::X) }
                { with_key(send, Act::Change, "", words::CHANGE, keys::W) }
            </div>
        </section>
    }
}

/// Draws the words of a slot, shortened.
pub fn said(found: &Words, is_cue: bool) -> Html {
    if found.is_empty() {
        return html! { <span class="quiet">{ words::EMPTY }</span> };
    }
    let text = found.texts.iter().map(|it| words::shortened(it)).collect::<Vec<_>>();
    let text = text.join(words::ELLIPSIS);
    match is_cue {
        true => html! { <i class="cue"><bdi>{ text }</bdi></i> },
        false => html! { <bdi>{ text }</bdi> },
    }
}
