//! One actor: what it is, on what basis, and the statements it makes, passes on and is spoken of in.

use super::statement::mini;
use crate::model::{Actor, ActorIx, Basis, Statement, StatementIx};
use crate::query::{Collection, Facet, View};
use crate::route::Route;
use crate::text::{self, Label};
use crate::ui::cards::actor::{actor_counts, squares, what};
use crate::ui::el::{at, attrs, copied, el, link, list, section, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::ours;
use crate::ui::static_pages::evidence_table::{Row, reading, row, table};
use yew::prelude::*;

/// The page of an actor.
pub fn actor_page(page: &Page, ix: ActorIx) -> Html {
    let actor = page.prepared.dossier.actor(ix);
    let basis = list![basis_table(page, ix, actor)];
    let statements = list![
        statements(page, "h-speaks", "Speaks in", |s| s.is_by(ix)),
        statements(page, "h-relays", "Passes on", |s| s.is_via(ix)),
        statements(page, "h-about", "Spoken of in", |s| s.is_about(ix)),
    ];
    let part = list![head(page, ix, actor), glance(page, ix), el("div", "one-more", statements),];
    let rests_on = list![txt("What this rests on")];
    let inner = list![
        el("div", "one-part", part),
        section("h-evidence".into(), "one-evidence", rests_on, basis),
    ];
    el("article", "one of-actor", inner)
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
    let mut rows = list![name("Name", &actor.name.value, &actor.name.basis)];
    rows.extend(actor.aliases.iter().map(|alias| name("Also", &alias.value, &alias.basis)));
    rows.push(reading("What it is", actor.kind.value.label(), &actor.kind.basis));
    rows.extend(actor.roles.iter().map(|r| reading("Part", r.value.label(), &r.basis)));
    if let Some(party) = &actor.party {
        let of = if party.actor == ix {
            list![txt("A party of its own")]
        } else {
            let label = format!("{} ", party.basis.value.label());
            let name = copied(&page.prepared.dossier.actor(party.actor).name.value);
            list![txt(label), link("", page.actor(party.actor), list![name])]
        };
        let Basis { evidence, note } = &party.basis.basis;
        rows.push(row("Account of", of, evidence, note.as_deref()));
    }
    table(page, rows, false)
}

/// The part in figures: through whom its words came, whose words it passed on, who speaks of it; the
/// most frequent first.
fn glance(page: &Page, ix: ActorIx) -> Html {
    let dossier = &page.prepared.dossier;
    let own = dossier.actor(ix).id.as_str();
    let through = |s: &Statement| s.via.iter().map(|hop| (hop.actor, s.infers_hop(hop))).collect();
    let by = |s: &Statement| speakers(s, false);
    let passed = |s: &Statement| speakers(s, s.infers_via(ix));
    let groups = [
        ("Words came through", Facet::Speaker, Facet::Via, count(page, |s| s.is_by(ix), through)),
        ("Passes on words of", Facet::Via, Facet::Speaker, count(page, |s| s.is_via(ix), passed)),
        ("Spoken of by", Facet::About, Facet::Speaker, count(page, |s| s.is_about(ix), by)),
    ];
    let groups = groups.into_iter().filter(|group| !group.3.is_empty()).map(
        |(title, own_facet, other_facet, counts)| {
            let rows = counts.into_iter().map(|Count { of: other, count, inferred }| {
                let actor = dossier.actor(other);
                let view =
                    View::default().with(own_facet, own).with(other_facet, actor.id.as_str());
                let href = Route::Statements(dossier.id.clone()).href_with(page.root, &view);
                let of = text::statements_with_readings(count, inferred);
                let number = list![el("b", "", list![txt(of)]), squares(count, "full")];
                let class = if page.prepared.is_unnamed(other) { "chip unnamed" } else { "chip" };
                let name = link(class, page.actor(other), list![copied(&actor.name.value)]);
                el("li", "", list![name, link("bar-link", href.into(), number)])
            });
            let rows = el("ol", "", rows.collect());
            el("div", "", list![el("h3", "", list![txt(title)]), rows])
        },
    );
    let groups: Vec<Html> = groups.collect();
    if groups.is_empty() {
        return Html::default();
    }
    section("h-glance".into(), "glance", list![txt("The part at a glance")], groups)
}

/// The speakers of a statement, each with whether it is our reading that they are in this place: in any
/// case (`inferred`), or because the passage does not name them.
fn speakers(statement: &Statement, inferred: bool) -> Vec<(ActorIx, bool)> {
    let speakers = statement.speakers.iter();
    speakers.map(|s| (s.value, inferred || statement.infers_speaker(s))).collect()
}

/// An actor with the number of statements that it has a part in, and of how many of them that is our
/// reading.
struct Count {
    of: ActorIx,
    count: usize,
    inferred: usize,
}

/// Who has a part in statements, the most frequent first. `others` names who has one in a statement, each
/// with whether that is our reading.
fn count(
    page: &Page,
    is: impl Fn(&Statement) -> bool,
    others: impl Fn(&Statement) -> Vec<(ActorIx, bool)>,
) -> Vec<Count> {
    let mut counts: Vec<Count> = Vec::new();
    for statement in page.prepared.dossier.statements.iter().filter(|s| is(s)) {
        for (other, is_inferred) in others(statement) {
            let inferred = usize::from(is_inferred);
            match counts.iter_mut().find(|known| known.of == other) {
                Some(known) => {
                    known.count += 1;
                    known.inferred += inferred;
                }
                None => counts.push(Count { of: other, count: 1, inferred }),
            }
        }
    }
    counts.sort_by_key(|count| std::cmp::Reverse(count.count));
    counts
}

/// A row for a name. One that needs neither words nor note stands in the text itself.
fn name(field: &'static str, name: &str, basis: &Basis) -> Row {
    let note = basis.note.as_deref();
    let note = note.or(basis.evidence.is_empty().then_some("As it stands in the text"));
    row(field, list![copied(name)], &basis.evidence, note)
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
