//! An actor as a card in a list.

use crate::model::{Actor, ActorCounts, ActorIx};
use crate::query::{Collection, Facet, Query};
use crate::text::{self, Label};
use crate::ui::article::words::searched;
use crate::ui::el::{at, attrs, copied, el, link, list, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::{ours, source_chip};
use yew::prelude::*;

/// The most squares that are drawn; the number beside them says how many there are.
const MOST_SQUARES: usize = 24;

/// An actor as a card.
pub fn actor_card(page: &Page, ix: ActorIx, query: &Query) -> Html {
    let actor = page.prepared.dossier.actor(ix);
    let mut who = list![
        el("p", "", list![source_chip(page, ix, false, query)]),
        el("p", "what", what(page, ix, actor)),
    ];
    if !actor.aliases.is_empty() {
        let mut aliases = Vec::new();
        for alias in &actor.aliases {
            aliases.push(txt(if aliases.is_empty() { "also " } else { ", " }));
            aliases.push(el("span", "article-inline", list![searched(&alias.value, query)]));
        }
        who.push(el("p", "what", aliases));
    }
    if let Some(note) = &actor.note {
        who.push(ours("p", "ours what", list![searched(note, query)]));
    }
    let inner = list![el("div", "actor-who", who), actor_counts(page, ix)];
    let label = actor.name.value.to_string();
    attrs("article", list![at("class", "actor"), at("aria-label", label)], inner)
}

/// What an actor is, its parts in the article, and its party.
pub fn what(page: &Page, ix: ActorIx, actor: &Actor) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let mut parts = list![actor.kind.value.label().to_owned()];
    parts.extend(actor.roles.iter().map(|role| role.value.label().to_ascii_lowercase()));
    if ix == dossier.article.outlet {
        parts.push("published the article".to_owned());
    }
    let mut words = list![txt(parts.join(", "))];
    if let Some(party) = &actor.party {
        if party.actor == ix {
            words.push(txt("; a party of its own"));
        } else {
            words.push(txt(format!("; {} ", party.basis.value.label())));
            let name = copied(&dossier.actor(party.actor).name.value);
            words.push(link("", page.actor(party.actor), list![name]));
        }
    }
    words
}

/// How many statements an actor makes, passes on and is spoken of in: each a link to them.
pub fn actor_counts(page: &Page, ix: ActorIx) -> Html {
    let dossier = &page.prepared.dossier;
    if ix == dossier.article.outlet {
        let all = list![txt(text::count(dossier.statements.len(), "statement", "statements"))];
        let all = list![link("", page.list(Collection::Statements), all)];
        let row = list![el("dt", "", list![txt("Publishes")]), el("dd", "", all)];
        return el("dl", "counts", list![el("div", "count-row", row)]);
    }
    let counts = ActorCounts::of(dossier, ix);
    let rows = list![
        count_row(page, ix, "Speaks in", counts.speaks, Facet::Speaker, "full"),
        count_row(page, ix, "Passes on", counts.relays, Facet::Via, "open"),
        count_row(page, ix, "Spoken of in", counts.about, Facet::About, "half"),
    ];
    el("dl", "counts", rows)
}

fn count_row(
    page: &Page,
    ix: ActorIx,
    name: &'static str,
    count: usize,
    facet: Facet,
    fill: &'static str,
) -> Html {
    let name = el("dt", "", list![txt(name)]);
    if count == 0 {
        return el("div", "count-row", list![name, el("dd", "nil", list![txt("0")])]);
    }
    let id = page.prepared.dossier.actor(ix).id.as_str();
    let href = page.narrowed(Collection::Statements, facet, id);
    let of = el("span", "hush", list![txt(if count == 1 { " statement" } else { " statements" })]);
    let number = el("b", "", list![txt(count.to_string())]);
    let inner = list![number, of, squares(count, fill)];
    el("div", "count-row", list![name, el("dd", "", list![link("", href, inner)])])
}

/// One square for each statement, up to a number that still can be counted by eye.
pub fn squares(count: usize, fill: &'static str) -> Html {
    let count = count.min(MOST_SQUARES);
    let square = |place: usize| {
        let attributes = list![
            at("class", fill),
            at("x", (place * 10 + 1).to_string()),
            at("y", "1"),
            at("width", "7"),
            at("height", "7"),
        ];
        attrs("rect", attributes, Vec::new())
    };
    let width = count * 10;
    let attributes = list![
        at("class", "tally-bar"),
        ("viewBox", format!("0 0 {width} 9").into()),
        at("width", width.to_string()),
        at("height", "9"),
        at("aria-hidden", "true"),
    ];
    attrs("svg", attributes, (0..count).map(square).collect())
}
