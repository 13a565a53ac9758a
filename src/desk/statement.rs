//! The card of a statement: its slots, the question about the next open one, and what is optional.

use super::act::Act;
use super::form::{button, line, tick, with_key};
use super::keep::KeepAct;
use super::page::Send;
use super::problems;
use super::question::question;
use super::slip::said;
use super::state::{CARD_ID, State};
use crate::annotate::{Card, Edit, NewWhen, Problem, Slot, View, Weight};
use crate::text::desk::{keep, keys, problems as publishing, slip as words};
use crate::ui::{Icon, icon, kind_mark};
use yew::prelude::*;

/// The slots of a card, in the order in which they are shown. The antecedent is shown only where there is one, and the
/// date among what is optional.
const SHOWN: [Slot; 6] =
    [Slot::Source, Slot::Verb, Slot::Words, Slot::Speaker, Slot::Chain, Slot::Kind];

/// Draws the card of the open statement.
pub fn statement(state: &State, view: &View, card: &Card, send: &Send) -> Html {
    let asked = state.question();
    let slots = SHOWN.iter().copied().chain([Slot::Antecedent, Slot::Date]);
    let slots = slots.filter_map(|slot| {
        let is_asked = asked.as_ref().filter(|it| it.slot == slot);
        match is_asked {
            Some(asked) => Some(html! {
                <div class="slot is-now">
                    <h3>{ words::slot(slot) }</h3>
                    { question(asked, state.several.then_some(&*card.speakers), send) }
                </div>
            }),
            None if SHOWN.contains(&slot)
                || slot == Slot::Antecedent && !card.antecedent.is_empty() =>
            {
                Some(answered(view, card, slot, send))
            }
            None => None,
        }
    });
    let remove = Act::Edit(Edit::RemoveStatement(card.key));
    let draft = |draft: bool| Act::Edit(Edit::StatementDraft { statement: card.key, draft });
    let unfinish = (!card.is_draft && !view.article.is_draft).then(|| draft(true));
    html! {
        <section class="slip" aria-labelledby={CARD_ID} key={format!("c{}", card.key.0)}>
            <div class="slip-head">
                <span class="number is-on" aria-hidden="true">{ card.number }</span>
                <h2 id={CARD_ID} tabindex="-1">{ words::statement(card.number) }</h2>
                { with_key(send, Act::Close, "small", words::CLOSE, keys::ESCAPE) }
            </div>
            { for slots }
            { optional(card, remove, unfinish, send) }
            <div class="slip-foot">
                { with_key(send, Act::Next, "strong", words::DONE, keys::ENTER) }
                if !card.needs.is_empty() {
                    <span class="quiet">{ words::needed(&card.needs) }</span>
                } else if card.is_draft && !view.article.is_draft {
                    { button(send, draft(false), "small", html! { { publishing::FINISH } }) }
                }
                <span class="grow"></span>
                { button(send, Act::Keep(KeepAct::Link(card.key)), "small", html! { { keep::COPY_LINK } }) }
            </div>
        </section>
    }
}

/// Draws a slot that is not asked for: what is in it, and the button that asks for it.
fn answered(view: &View, card: &Card, slot: Slot, send: &Send) -> Html {
    let problems: Vec<(usize, &Problem)> = (card.problems.iter())
        .filter_map(|at| Some((*at, &**view.problems.get(*at)?)))
        .filter(|(_, it)| it.slot == Some(slot) && it.weight != Weight::ToDo)
        .collect();
    let is_wrong = problems.iter().any(|(_, it)| it.weight == Weight::Fix);
    let class = classes!(
        "slot",
        (!problems.is_empty()).then_some("is-doubtful"),
        is_wrong.then_some("is-wrong"),
    );
    let is_open = card.open.contains(&slot);
    let ask = send.reform(move |_: MouseEvent| Act::Ask(slot));
    let quoted = (slot == Slot::Words).then(|| words::quoted(card.quoted_words, card.words));
    let shared = card.shared_with.filter(|_| slot == Slot::Source && card.source.is_empty());
    html! {
        <div {class}>
            <h3>{ words::slot(slot) }</h3>
            <p class="w">
                if let Some((_, number)) = shared {
                    <span class="quiet">{ words::shared_with(number) }</span>
                } else {
                    { content(card, slot) }
                }
            </p>
            <span class="state-of">
                { for quoted }
                if !is_open && problems.is_empty() {
                    <span title={words::ANSWERED}>{ tick() }<span class="hush">{ words::ANSWERED }</span></span>
                }
                <button type="button" class="desk-plain" onclick={ask} aria-label={words::change(slot)} title={words::change(slot)}>
                    { icon(Icon::Pen) }
                </button>
            </span>
            { for problems.iter().map(|(at, problem)| problems::in_slot(problem, *at, send)) }
        </div>
    }
}

fn content(card: &Card, slot: Slot) -> Html {
    let quiet = |words: &'static str| html! { <span class="quiet">{ words }</span> };
    match slot {
        Slot::Words => said(&card.content, false),
        Slot::Verb => said(&card.cue, true),
        Slot::Source => said(&card.source, false),
        Slot::Antecedent => said(&card.antecedent, false),
        Slot::Speaker if card.speakers.is_empty() => {
            quiet(if card.has_speakers { words::UNKNOWN } else { words::EMPTY })
        }
        Slot::Speaker => {
            let class = if card.is_unnamed { "chip unnamed" } else { "chip" };
            let speakers = card.speakers.iter().map(|(_, name)| {
                html! { <span {class}><bdi>{ name.clone() }</bdi></span> }
            });
            html! { <span class="joint">{ for speakers }</span> }
        }
        Slot::Chain if card.via.is_empty() => quiet(words::NOBODY),
        Slot::Chain => {
            let hops = card.via.iter().enumerate().map(|(at, hop)| {
                html! {
                    <>
                        if at > 0 { { " → " } }
                        <b><bdi>{ hop.name.clone() }</bdi></b>
                        if hop.is_inferred {
                            { " " }<span class="pencil">{ icon(Icon::Pen) }{ " " }{ words::INFERRED }</span>
                        }
                    </>
                }
            });
            html! { <>{ for hops }</> }
        }
        Slot::Kind => match card.kind {
            Some(kind) => kind_mark(kind),
            None => quiet(words::EMPTY),
        },
        Slot::Date => html! {},
    }
}

/// Draws what a statement may have besides.
fn optional(card: &Card, remove: Act, unfinish: Option<Act>, send: &Send) -> Html {
    let statement = card.key;
    let topics = card.topics.join(", ");
    let said_on = card.said_on.as_ref().map(|(edtf, _)| edtf.clone()).unwrap_or_default();
    let listed = |text: String| {
        text.split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
    };
    let when = move |edtf: String| {
        let when = NewWhen { edtf: edtf.clone(), words: Vec::new(), relative_to: None, note: None };
        Act::Edit(Edit::SaidOn { statement, when: (!edtf.is_empty()).then_some(when) })
    };
    let id = |name: &str| format!("{name}-{}", statement.0);
    html! {
        <details key={statement.0}>
            <summary>{ words::OPTIONAL }</summary>
            <div class="fields">
                { line(&id("gist"), words::GIST, &card.gist, send, move |gist| Act::Edit(Edit::Gist { statement, gist })) }
                { line(&id("topics"), words::TOPICS, &topics, send, move |text| {
                    Act::Edit(Edit::Topics { statement, labels: listed(text) })
                }) }
                { line(&id("said"), words::SAID_ON, &said_on, send, when) }
                { line(&id("note"), words::NOTE, &card.note, send, move |note| Act::Edit(Edit::Note { statement, note })) }
                <p class="fixes">
                    { button(send, remove, "small", html! { { words::REMOVE } }) }
                    if let Some(unfinish) = unfinish {
                        { button(send, unfinish, "small", html! { { publishing::UNFINISH } }) }
                    }
                </p>
            </div>
        </details>
    }
}
