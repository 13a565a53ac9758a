//! An actor as a card in a list.

use super::icon::{Icon, icon};
use super::marks::source_chip;
use super::page::Page;
use super::text::{self, Label};
use super::words::searched;
use crate::model::{Actor, ActorCounts, ActorIx};
use crate::query::{Collection, Facet, Query};
use yew::prelude::*;

/// An actor as a card.
pub fn actor_card(page: &Page, ix: ActorIx, query: &Query) -> Html {
    let actor = page.prepared.dossier.actor(ix);
    let aliases = actor.aliases.iter().enumerate().map(|(position, alias)| {
        let comma = if position > 0 { ", " } else { "also " };
        html! { <>{ comma }<span class="article-inline">{ searched(&alias.value, query) }</span></> }
    });
    html! {
        <article class="actor" aria-label={actor.name.value.to_string()}>
            <div class="actor-who">
                <p>{ source_chip(page, ix, "", query) }</p>
                <p class="what">{ what(page, ix, actor) }</p>
                if !actor.aliases.is_empty() { <p class="what">{ for aliases }</p> }
                if let Some(note) = &actor.note {
                    <p class="ours what">{ icon(Icon::Pen) }{ " " }{ searched(note, query) }</p>
                }
            </div>
            { actor_counts(page, ix) }
        </article>
    }
}

/// What an actor is, its party, and its parts in the article.
pub fn what(page: &Page, ix: ActorIx, actor: &Actor) -> Html {
    let dossier = &page.prepared.dossier;
    let mut parts = vec![actor.kind.value.label().to_owned()];
    parts.extend(actor.roles.iter().map(|role| role.value.label().to_ascii_lowercase()));
    if ix == dossier.article.outlet {
        parts.push("published the article".to_owned());
    }
    let party = actor.party.as_ref().map(|party| {
        let basis = party.basis.value.label();
        if party.actor == ix {
            html! { { "; a party of its own" } }
        } else {
            html! { <>{ format!("; {basis} ") }<a href={page.actor(party.actor)}>{ &*dossier.actor(party.actor).name.value }</a></> }
        }
    });
    html! { <>{ parts.join(", ") }{ party }</> }
}

/// How many statements an actor makes, passes on and is spoken of in: each a link to them.
pub fn actor_counts(page: &Page, ix: ActorIx) -> Html {
    let dossier = &page.prepared.dossier;
    let id = dossier.actor(ix).id.as_str();
    let counts = ActorCounts::of(dossier, ix);
    let row = |name: &'static str, count: usize, facet: Facet, fill: &'static str| {
        let squares = (0..count.min(24)).map(|at| {
            html! { <rect class={fill} x={(at * 10 + 1).to_string()} y="1" width="7" height="7" /> }
        });
        let width = (count.min(24) * 10).max(1);
        let href = page.narrowed(Collection::Statements, facet, id);
        let label = format!("{name} {}", text::count(count, "statement", "statements"));
        html! {
            <div class="count-row">
                <dt>{ name }</dt>
                if count == 0 {
                    <dd class="nil">{ "0" }</dd>
                } else {
                    <dd><a href={href} aria-label={label}>
                        <b>{ count }</b>
                        <svg class="tally-bar" viewBox={format!("0 0 {width} 9")} width={width.to_string()} height="9" aria-hidden="true">{ for squares }</svg>
                    </a></dd>
                }
            </div>
        }
    };
    html! {
        <dl class="counts">
            { row("Speaks in", counts.speaks, Facet::Speaker, "full") }
            { row("Passes on", counts.relays, Facet::Via, "open") }
            { row("Spoken of in", counts.about, Facet::About, "half") }
        </dl>
    }
}
