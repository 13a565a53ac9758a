//! An actor as a card.

use crate::model::{Actor, ActorCounts, ActorIx, StatementIx};
use crate::query::{Collection, Facet};
use crate::text::{self, Label};
use crate::ui::el::{at, attrs, copied, el, link, list, sentence, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::{number_link, ours, source_box};
use yew::prelude::*;

/// Maximum number of an actor's statements that are linked one by one.
const MAX_NUMBERS: usize = 6;

/// Draws an actor as a card. Only those who speak have the box of a source.
pub fn actor_card(page: &Page, ix: ActorIx) -> Html {
    let dossier = &page.prepared.dossier;
    let actor = dossier.actor(ix);
    let speaks = !dossier.statements_by(ix).is_empty();
    let name = match speaks {
        true => source_box(page, ix, false, true, None),
        false => link("actor-name", page.actor(ix), list![copied(&actor.name.value)]),
    };
    let mut about = list![el("p", "", what(page, ix, actor))];
    if !actor.aliases.is_empty() {
        let mut aliases = Vec::new();
        for alias in &actor.aliases {
            if !aliases.is_empty() {
                aliases.push(txt(text::LIST_SEPARATOR));
            }
            aliases.push(el("span", "article-inline", list![copied(&alias.value)]));
        }
        let aliases = text::also_called(aliases.into_iter().collect());
        about.push(el("p", "", list![sentence(aliases)]));
    }
    if let Some(note) = &actor.note {
        about.push(ours("p", "ours", list![copied(note)]));
    }
    let inner = list![el("p", "", list![name]), el("div", "what", about), actor_counts(page, ix)];
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
        count_row(page, ix, text::STATEMENTS_MADE, counts.speaks, Facet::Speaker, true),
        count_row(page, ix, text::STATEMENTS_PASSED_ON, counts.relays, Facet::Via, false),
        count_row(page, ix, text::STATEMENTS_ABOUT, counts.about, Facet::About, false),
    ];
    el("dl", "counts", rows)
}

fn count_row(
    page: &Page,
    ix: ActorIx,
    name: &'static str,
    count: usize,
    facet: Facet,
    numbers: bool,
) -> Html {
    let name = el("dt", "", list![txt(name)]);
    if count == 0 {
        return el("div", "count-row nil", list![name, el("dd", "", list![txt(text::NONE)])]);
    }
    let dossier = &page.prepared.dossier;
    if numbers && count <= MAX_NUMBERS {
        let own = dossier.statements_by(ix).iter();
        let own = own.map(|at| number_link(page, StatementIx(*at), false)).collect();
        return el("div", "count-row", list![name, el("dd", "row-of-numbers", own)]);
    }
    let href = page.narrowed(Collection::Statements, facet, dossier.actor(ix).id.as_str());
    let of = el("span", "hush", list![txt(text::statements_unit(count))]);
    let number = link("", href, list![txt(count.to_string()), of]);
    el("div", "count-row", list![name, el("dd", "", list![number])])
}
