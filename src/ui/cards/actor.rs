//! An actor as a card.

use crate::model::{Actor, ActorCounts, ActorIx};
use crate::query::{Collection, Facet, Query};
use crate::text::{self, Label};
use crate::ui::article::words::searched;
use crate::ui::el::{at, attrs, copied, el, link, list, sentence, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::{ours, source_chip};
use yew::prelude::*;

/// Maximum number of squares drawn. More could not be counted by eye.
const MAX_SQUARES: usize = 24;

/// Draws an actor as a card.
pub fn actor_card(page: &Page, ix: ActorIx, query: &Query) -> Html {
    let actor = page.prepared.dossier.actor(ix);
    let mut who = list![
        el("p", "", list![source_chip(page, ix, false, query)]),
        el("p", "what", what(page, ix, actor)),
    ];
    if !actor.aliases.is_empty() {
        let mut aliases = Vec::new();
        for alias in &actor.aliases {
            if !aliases.is_empty() {
                aliases.push(txt(text::LIST_SEPARATOR));
            }
            aliases.push(el("span", "article-inline", list![searched(&alias.value, query)]));
        }
        let aliases = text::also_called(aliases.into_iter().collect());
        who.push(el("p", "what", list![sentence(aliases)]));
    }
    if let Some(note) = &actor.note {
        who.push(ours("p", "ours what", list![searched(note, query)]));
    }
    let inner = list![el("div", "actor-who", who), actor_counts(page, ix)];
    let label = actor.name.value.to_string();
    attrs("article", list![at("class", "actor"), at("aria-label", label)], inner)
}

/// Draws what an actor is, its roles, and its side.
pub fn what(page: &Page, ix: ActorIx, actor: &Actor) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let is_outlet = ix == dossier.article.outlet;
    let mut words = list![txt(text::actor_kind_and_roles(actor, is_outlet))];
    if let Some(party) = &actor.party {
        words.push(if party.actor == ix {
            txt(text::OWN_SIDE)
        } else {
            let name = list![copied(&dossier.actor(party.actor).name.value)];
            let side = link("", page.actor(party.actor), name);
            sentence(text::of_side(txt(party.basis.value.label()), side))
        });
    }
    words
}

/// Draws the numbers of statements that an actor made, passed on and is the subject of, each linked
/// to those statements.
pub fn actor_counts(page: &Page, ix: ActorIx) -> Html {
    let dossier = &page.prepared.dossier;
    if ix == dossier.article.outlet {
        let all = list![txt(text::all_statements(dossier.statements.len()))];
        let all = list![link("", page.list(Collection::Statements), all)];
        let row = list![el("dt", "", list![txt(text::PUBLISHED)]), el("dd", "", all)];
        return el("dl", "counts", list![el("div", "count-row", row)]);
    }
    let counts = ActorCounts::of(dossier, ix);
    let rows = list![
        count_row(page, ix, text::STATEMENTS_MADE, counts.speaks, Facet::Speaker, "full"),
        count_row(page, ix, text::STATEMENTS_PASSED_ON, counts.relays, Facet::Via, "open"),
        count_row(page, ix, text::STATEMENTS_ABOUT, counts.about, Facet::About, "half"),
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
        return el("div", "count-row", list![name, el("dd", "nil", list![txt(text::NONE)])]);
    }
    let id = page.prepared.dossier.actor(ix).id.as_str();
    let href = page.narrowed(Collection::Statements, facet, id);
    let of = el("span", "hush", list![txt(text::statements_unit(count))]);
    let number = el("b", "", list![txt(count.to_string())]);
    let inner = list![number, of, squares(count, fill)];
    el("div", "count-row", list![name, el("dd", "", list![link("", href, inner)])])
}

/// Draws one square for each statement, up to [`MAX_SQUARES`].
pub fn squares(count: usize, fill: &'static str) -> Html {
    let count = count.min(MAX_SQUARES);
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
