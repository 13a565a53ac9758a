//! The names of the article: a list, and the panel in which one is changed, merged or split.

use super::act::Act;
use super::form::{button, choice, line};
use super::page::Send;
use super::state::{CARD_ID, Panel};
use crate::annotate::{ActorField, ActorView, Desk, Edit, NameView, View, Who};
use crate::browser::annotator::{ticked, value_of};
use crate::model::{ActorKind, IdentificationKind, PartyBasis, Vocabulary};
use crate::text::Label;
use crate::text::desk::{actors as words, article, slip};
use std::rc::Rc;
use yew::prelude::*;

/// Maximum number of names that are listed.
const MAX_NAMES: usize = 12;

/// Draws the actors, and the names that are none yet.
pub fn list(view: &View, send: &Send) -> Html {
    let actors: Vec<&Rc<ActorView>> = view.actors.iter().filter(|it| !it.is_outlet).collect();
    html! {
        <>
            if !actors.is_empty() {
                <section class="part" aria-labelledby="actors">
                    <h3 class="part-head" id="actors">{ words::ACTORS }{ " " }<small>{ actors.len() }</small></h3>
                    <ul class="names">{ for actors.iter().map(|it| row(it, send)) }</ul>
                </section>
            }
            if !view.names.is_empty() {
                <section class="part" aria-labelledby="found">
                    <h3 class="part-head" id="found">{ words::FOUND }{ " " }<small>{ view.names.len() }</small></h3>
                    <ul class="names">
                        { for view.names.iter().take(MAX_NAMES).map(|it| found(it, send)) }
                    </ul>
                </section>
            }
        </>
    }
}

fn chip(name: &str, is_unnamed: bool) -> Html {
    html! { <span class={if is_unnamed { "chip unnamed" } else { "chip" }}><bdi>{ name.to_owned() }</bdi></span> }
}

fn row(actor: &ActorView, send: &Send) -> Html {
    let id = actor.id.clone();
    let open = send.reform(move |_: MouseEvent| Act::Panel(Panel::Actor(id.clone())));
    let also =
        (!actor.aliases.is_empty()).then(|| words::ALSO.to_owned() + &actor.aliases.join(", "));
    let role = words::role(actor.speaks.len(), actor.passes_on);
    let kind = actor.kind.filter(|it| *it != ActorKind::Other).map(|it| it.label().to_owned());
    let about: Vec<String> = [kind.unwrap_or_default(), role, also.unwrap_or_default()]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    html! {
        <li key={actor.id.clone()}>
            { chip(&actor.name, actor.is_unnamed) }
            <span class="grow"><bdi>{ about.join(" · ") }</bdi></span>
            <button type="button" class="button small" onclick={open} aria-label={words::edit(&actor.name)}>{ words::EDIT }</button>
        </li>
    }
}

fn found(name: &NameView, send: &Send) -> Html {
    let who = name.who.clone();
    let add = send.reform(move |_: MouseEvent| Act::Edit(Edit::AddActor(who.clone())));
    let also =
        (!name.aliases.is_empty()).then(|| words::ALSO.to_owned() + &name.aliases.join(", "));
    html! {
        <li key={name.name.clone()}>
            { chip(&name.name, !name.is_named) }
            <span class="grow"><bdi>{ also.unwrap_or_default() }</bdi></span>
            <button type="button" class="button small" onclick={add} aria-label={words::add(&name.name)}>{ words::ADD }</button>
        </li>
    }
}

/// The ids of the fields of the panel.
const ALIAS_ID: &str = "actor-alias";
const MERGE_ID: &str = "actor-merge";
const OTHER_ID: &str = "actor-other";

/// Draws the panel of an actor.
pub fn actor(desk: &Desk, id: &str, send: &Send) -> Html {
    let view = desk.view();
    let Some(actor) = view.actors.iter().find(|it| it.id == id) else { return Html::default() };
    let set = {
        let id = id.to_owned();
        move |field: ActorField| Act::Edit(Edit::Actor { actor: id.clone(), field })
    };
    let kinds = options(ActorKind::ALL, None);
    let kind = actor.kind.map(|it| it.code()).unwrap_or_default();
    let identified = options(IdentificationKind::ALL, Some(words::DERIVED));
    let is_identified = actor.identification.map(|it| it.code()).unwrap_or_default();
    let (set_name, set_kind, set_identification) = (set.clone(), set.clone(), set.clone());
    html! {
        <section class="slip" aria-labelledby={CARD_ID}>
            <div class="slip-head">
                <h2 id={CARD_ID} tabindex="-1"><bdi>{ actor.name.clone() }</bdi></h2>
                { button(send, Act::Panel(Panel::None), "small", html! { { slip::CLOSE } }) }
            </div>
            <div class="fields">
                { line("actor-name", words::NAME, &actor.name, send, move |name| set_name(ActorField::Name(name))) }
                { aliases(actor, &set, send) }
                { choice("actor-kind", words::KIND, kind, &kinds, send, move |code| match ActorKind::from_code(&code) {
                    Some(kind) => set_kind(ActorField::Kind(kind)),
                    None => Act::Dismiss,
                }) }
                { party(view, actor, &set, send) }
                { choice("actor-identified", words::IDENTIFIED, is_identified, &identified, send, move |code| {
                    set_identification(ActorField::Identification(IdentificationKind::from_code(&code)))
                }) }
                { merge(view, actor, send) }
                { split(view, actor, send) }
            </div>
            <div class="slip-foot">
                { button(send, Act::Panel(Panel::None), "strong", html! { { article::DONE } }) }
                <span class="grow"></span>
                { button(send, Act::EditAndClose(Edit::RemoveActor(actor.id.clone())), "small", html! { { words::REMOVE } }) }
            </div>
        </section>
    }
}

/// Returns the values of a vocabulary with their labels, after one that stands for none of them.
fn options<V: Vocabulary + Label>(values: &[V], none: Option<&str>) -> Vec<(String, String)> {
    let none = none.map(|label| (String::new(), label.to_owned()));
    let values = values.iter().map(|it| (it.code().to_owned(), it.label().to_owned()));
    none.into_iter().chain(values).collect()
}

fn aliases(
    actor: &ActorView,
    set: &(impl Fn(ActorField) -> Act + Clone + 'static),
    send: &Send,
) -> Html {
    let add = set.clone();
    let onclick = send.reform(move |_: MouseEvent| add(ActorField::AddAlias(value_of(ALIAS_ID))));
    let removed = actor.aliases.iter().map(|alias| {
        let act = set(ActorField::RemoveAlias(alias.clone()));
        let onclick = send.reform(move |_: MouseEvent| act.clone());
        html! {
            <span class="pill" key={alias.clone()}>
                <bdi>{ alias.clone() }</bdi>
                <button type="button" class="desk-plain" {onclick} aria-label={words::remove_alias(alias)}>{ "×" }</button>
            </span>
        }
    });
    html! {
        <>
            if !actor.aliases.is_empty() { <p class="pills">{ words::ALSO }{ for removed }</p> }
            <p class="typed">
                <label for={ALIAS_ID}>{ words::ALIAS }</label>
                <input id={ALIAS_ID} type="text" autocomplete="off" dir="auto" />
                <button type="button" class="button small" {onclick}>{ words::ADD_ALIAS }</button>
            </p>
        </>
    }
}

/// Returns the other actors, for a list to choose from.
fn others(view: &View, actor: &ActorView, none: &str) -> Vec<(String, String)> {
    let others = view.actors.iter().filter(|it| it.id != actor.id);
    let others = others.map(|it| (it.id.clone(), it.name.clone()));
    std::iter::once((String::new(), none.to_owned())).chain(others).collect()
}

fn party(
    view: &View,
    actor: &ActorView,
    set: &(impl Fn(ActorField) -> Act + Clone + 'static),
    send: &Send,
) -> Html {
    let others = others(view, actor, words::NO_PARTY);
    let (party, basis) = match &actor.party {
        Some((id, _, basis)) => (id.clone(), *basis),
        None => (String::new(), None),
    };
    let basis = basis.unwrap_or(PartyBasis::ALL[0]);
    let bases = options(PartyBasis::ALL, None);
    let (set_party, set_basis, of) = (set.clone(), set.clone(), party.clone());
    html! {
        <>
            { choice("actor-party", words::PARTY, &party, &others, send, move |id| {
                set_party(ActorField::Party((!id.is_empty()).then_some((Who::Actor(id), basis))))
            }) }
            if !party.is_empty() {
                { choice("actor-basis", words::BASIS, basis.code(), &bases, send, move |code| {
                    let basis = PartyBasis::from_code(&code).unwrap_or(basis);
                    set_basis(ActorField::Party(Some((Who::Actor(of.clone()), basis))))
                }) }
            }
        </>
    }
}

fn merge(view: &View, actor: &ActorView, send: &Send) -> Html {
    let others = others(view, actor, words::CHOOSE);
    let id = actor.id.clone();
    let onclick = send.reform(move |_: MouseEvent| {
        Act::EditAndClose(Edit::MergeActors { actor: id.clone(), into: value_of(MERGE_ID) })
    });
    html! {
        <p class="typed">
            <label for={MERGE_ID}>{ words::MERGE }</label>
            <select id={MERGE_ID}>
                { for others.iter().map(|(id, name)| html! { <option value={id.clone()}>{ name.clone() }</option> }) }
            </select>
            <button type="button" class="button small" {onclick}>{ words::MERGE_NOW }</button>
        </p>
    }
}

fn split(view: &View, actor: &ActorView, send: &Send) -> Html {
    if actor.speaks.len() < 2 {
        return Html::default();
    }
    let own = view.statements.iter().filter(|it| actor.speaks.contains(&it.key));
    let boxes = own.map(|card| {
        let id = format!("split-{}", card.key.0);
        html! {
            <label key={card.key.0}>
                <input type="checkbox" {id} />{ " " }{ slip::statement(card.number) }
            </label>
        }
    });
    let (id, speaks) = (actor.id.clone(), actor.speaks.clone());
    let onclick = send.reform(move |_: MouseEvent| {
        let is_ticked = |key: &&crate::annotate::Key| ticked(&format!("split-{}", key.0));
        Act::EditAndClose(Edit::SplitActor {
            actor: id.clone(),
            other: Who::Typed(value_of(OTHER_ID)),
            statements: speaks.iter().filter(is_ticked).copied().collect(),
        })
    });
    html! {
        <fieldset class="split">
            <legend>{ words::SPLIT }</legend>
            { for boxes }
            <p class="typed">
                <label for={OTHER_ID}>{ words::SPLIT_NAME }</label>
                <input id={OTHER_ID} type="text" autocomplete="off" dir="auto" />
                <button type="button" class="button small" {onclick}>{ words::SPLIT_NOW }</button>
            </p>
        </fieldset>
    }
}
