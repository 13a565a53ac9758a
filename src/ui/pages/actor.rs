//! One actor: what it is, on what basis, and the statements it makes, passes on and is spoken of in.

use super::statement::mini;
use crate::model::{Actor, ActorIx, Basis, Statement, StatementIx};
use crate::query::Collection;
use crate::ui::actor_card::{actor_counts, what};
use crate::ui::el::{at, attrs, copied, el, link, list, section, txt};
use crate::ui::fields::{reading, row, table};
use crate::ui::marks::ours;
use crate::ui::page::Page;
use crate::ui::text::{self, Label};
use yew::prelude::*;

/// The page of an actor.
pub fn actor_page(page: &Page, ix: ActorIx) -> Html {
    let actor = page.prepared.dossier.actor(ix);
    let basis = list![basis_table(page, ix, actor)];
    let more = list![
        statements(page, "h-speaks", "Speaks in", |s| s.is_by(ix)),
        statements(page, "h-relays", "Passes on", |s| s.is_via(ix)),
        statements(page, "h-about", "Spoken of in", |s| s.is_about(ix)),
    ];
    let inner = list![
        head(page, ix, actor),
        section("h-evidence".into(), "one-evidence", list![txt("What this rests on")], basis),
        el("div", "one-more", more),
    ];
    el("article", "one", inner)
}

fn head(page: &Page, ix: ActorIx, actor: &Actor) -> Html {
    let list = list![txt("Actors: "), copied(&page.prepared.dossier.title)];
    let unnamed = page.prepared.is_unnamed(ix);
    let class = if unnamed { "chip large unnamed" } else { "chip large" };
    let name = el("span", class, list![copied(&actor.name.value)]);
    let mut inner = list![
        el("p", "crumb", list![link("", page.list(Collection::Actors), list)]),
        attrs("h1", list![at("id", "title"), at("tabindex", "-1")], list![name]),
        el("p", "what", what(page, ix, actor)),
    ];
    inner.extend(actor.note.as_ref().map(|note| ours("p", "ours gist", list![copied(note)])));
    inner.push(actor_counts(page, ix));
    el("header", "one-head", inner)
}

fn basis_table(page: &Page, ix: ActorIx, actor: &Actor) -> Html {
    let mut rows = list![name(page, "Name", &actor.name.value, &actor.name.basis)];
    rows.extend(actor.aliases.iter().map(|alias| name(page, "Also", &alias.value, &alias.basis)));
    rows.push(reading(page, "What it is", actor.kind.value.label(), &actor.kind.basis));
    rows.extend(actor.roles.iter().map(|r| reading(page, "Part", r.value.label(), &r.basis)));
    if let Some(party) = &actor.party {
        let of = if party.actor == ix {
            list![txt("A party of its own")]
        } else {
            let label = format!("{} ", party.basis.value.label());
            let name = copied(&page.prepared.dossier.actor(party.actor).name.value);
            list![txt(label), link("", page.actor(party.actor), list![name])]
        };
        let Basis { evidence, note } = &party.basis.basis;
        rows.push(row(page, "Account of", of, evidence, note.as_deref()));
    }
    table(rows)
}

/// A row for a name. One that needs neither words nor note stands in the text itself.
fn name(page: &Page, field: &'static str, name: &str, basis: &Basis) -> Html {
    let note = basis.note.as_deref();
    let note = note.or(basis.evidence.is_empty().then_some("As it stands in the text"));
    row(page, field, list![copied(name)], &basis.evidence, note)
}

fn statements(
    page: &Page,
    id: &'static str,
    title: &'static str,
    is: impl Fn(&Statement) -> bool,
) -> Html {
    let dossier = &page.prepared.dossier;
    let found: Vec<StatementIx> = (0..dossier.statements.len())
        .map(StatementIx::from)
        .filter(|ix| is(dossier.statement(*ix)))
        .collect();
    if found.is_empty() {
        return Html::default();
    }
    let count = text::count(found.len(), "statement", "statements");
    let title = txt(format!("{title} {count}"));
    let list = el("ul", "", found.into_iter().map(|ix| mini(page, ix)).collect());
    section(id.into(), "", list![title], list![list])
}
