//! Statements side by side: any two, or those of several parties on one topic.

use super::list::Props;
use crate::model::{ActorIx, Reading, Statement, StatementIx};
use crate::query::{Facet, Query, Results, View};
use crate::text::{self, Label};
use crate::ui::cards::statement::statement_card;
use crate::ui::el::{at, attrs, copied, el, link, list, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::{kind_mark, number_link, ours};
use crate::ui::parts::related::related;
use yew::prelude::*;

/// What stands side by side: the two statements that are open; else a column for each party that is
/// asked for, or that has a statement on the topic that is; else the statements to choose from.
pub fn compare_form(props: &Props<'_>, results: &Results) -> Html {
    let (page, view) = (&props.page, &props.state.view);
    let mut open = view.opened(&page.prepared.dossier);
    match (open.next(), open.next()) {
        (Some(one), Some(other)) => pair(page, one, other),
        (Some(one), None) => el("div", "sides", list![card(page, one), choice(page, Some(one))]),
        _ if view.chosen().is_empty() => choice(page, None),
        _ => parties(page, view, results),
    }
}

fn card(page: &Page, ix: StatementIx) -> Html {
    el("div", "side", list![statement_card(page, ix, &Query::default(), false)])
}

fn pair(page: &Page, one: StatementIx, other: StatementIx) -> Html {
    let cards = list![card(page, one), card(page, other)];
    let is_related = page.prepared.dossier.relations.iter().any(|r| r.other(one) == Some(other));
    let relation = if is_related { related(page, one, Some(other)) } else { Html::default() };
    let another = format!("Statement {} with another", one.index() + 1);
    let again = link("", page.beside(&[one]), list![txt(another)]);
    let inner = list![
        el("div", "sides", cards),
        relation,
        differences(page, one, other),
        el("p", "more", list![again]),
    ];
    el("div", "compared", inner)
}

/// Field by field: one cell where both are the same.
fn differences(page: &Page, one: StatementIx, other: StatementIx) -> Html {
    let head = |ix: StatementIx| {
        let name = list![number_link(page, ix, false)];
        attrs("th", list![at("scope", "col")], name)
    };
    let heads = list![el("td", "", list![txt("Field")]), head(one), head(other)];
    let (these, those) = (facts(page, one), facts(page, other));
    let rows = these.into_iter().zip(those).map(|((name, this), (_, that))| {
        let name = attrs("th", list![at("scope", "row")], list![txt(name)]);
        if this == that {
            let both = list![at("class", "same"), at("colspan", "2")];
            let same = list![el("small", "", list![txt("both: ")]), txt(this)];
            return el("tr", "", list![name, attrs("td", both, same)]);
        }
        el("tr", "", list![name, el("td", "", list![txt(this)]), el("td", "", list![txt(that)])])
    });
    let caption = el("caption", "hush", list![txt("Field by field")]);
    let body = el("tbody", "", rows.collect());
    el("table", "differences", list![caption, el("thead", "", list![el("tr", "", heads)]), body])
}

fn facts(page: &Page, ix: StatementIx) -> Vec<(&'static str, String)> {
    let dossier = &page.prepared.dossier;
    let s: &Statement = dossier.statement(ix);
    let not_stated = || text::NOT_STATED.to_owned();
    let names = |names: Vec<&str>| names.join(", ");
    let actor = |actor: &Reading<ActorIx>| &*dossier.actor(actor.value).name.value;
    let hops: Vec<String> = s.via.iter().map(|hop| text::hop(dossier, s, hop)).collect();
    list![
        ("Kind", s.kind.value.label().to_owned()),
        ("Wording", text::wording_text(page.prepared.wording(ix))),
        ("Source", text::speakers(dossier, s)),
        ("Named as", s.identification.kind.value.label().to_owned()),
        ("Through", if hops.is_empty() { "Nobody named".to_owned() } else { hops.join(", ") }),
        ("Channel", s.channel.value.label().to_owned()),
        ("When said", s.said_on.as_ref().map_or_else(not_stated, text::when_text)),
        ("Speaks of", names(s.about.iter().map(actor).collect())),
        ("Topics", names(s.topics.iter().map(|t| &*dossier.topic(t.value).label).collect())),
    ]
}

/// The statements to choose from.
fn choice(page: &Page, chosen: Option<StatementIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let all = (0..dossier.statements.len()).map(StatementIx::from);
    let items = all.filter(|ix| Some(*ix) != chosen).map(|ix| {
        let both: Vec<StatementIx> = chosen.into_iter().chain([ix]).collect();
        let name = list![txt(text::speakers(dossier, dossier.statement(ix)))];
        let chip = if dossier.statement(ix).is_unnamed() { "chip unnamed" } else { "chip" };
        let inner = list![
            number_link(page, ix, false),
            kind_mark(dossier.statement(ix).kind.value),
            link(chip, page.beside(&both), name),
            ours("span", "ours", list![copied(&dossier.statement(ix).gist)]),
        ];
        el("li", "", inner)
    });
    let title =
        if chosen.is_some() { "And the other" } else { "Choose the first of two statements" };
    let inner = list![el("h2", "", list![txt(title)]), el("ol", "choice", items.collect())];
    el("div", "side needs-script", inner)
}

/// A column for what is said jointly, one for each party, and one for sources of no party. A party
/// that is asked for and silent says so; where none is asked for, so do all that speak elsewhere.
fn parties(page: &Page, view: &View, results: &Results) -> Html {
    let dossier = &page.prepared.dossier;
    let shown: Vec<StatementIx> = results.order.iter().map(|ix| StatementIx(*ix)).collect();
    let asked: Vec<&str> = view.codes(Facet::Party).collect();
    let mut parties: Vec<ActorIx> =
        asked.iter().filter_map(|code| dossier.find_actor(code)).collect();
    if asked.is_empty() {
        for statement in &dossier.statements {
            for party in dossier.parties_of(statement) {
                if !parties.contains(&party) {
                    parties.push(party);
                }
            }
        }
    }
    let column = |name: Html, of: &dyn Fn(&Statement) -> bool| {
        let is = |ix: &&StatementIx| of(dossier.statement(**ix));
        let cards: Vec<Html> = shown.iter().filter(is).map(|ix| card(page, *ix)).collect();
        (name, cards)
    };
    let mut columns = list![column(txt("Jointly"), &|s| s.is_joint())];
    columns.extend(parties.iter().map(|party| {
        let of = |s: &Statement| !s.is_joint() && dossier.parties_of(s).contains(party);
        column(copied(&dossier.actor(*party).name.value), &of)
    }));
    columns.push(column(txt("Of no party"), &|s| dossier.parties_of(s).is_empty()));
    let last = columns.len() - 1;
    let columns = columns.into_iter().enumerate().map(|(position, (name, mut cards))| {
        if cards.is_empty() {
            // Silence is told of parties alone.
            if position == 0 || position == last {
                return Html::default();
            }
            cards.push(el("p", "none", list![txt(text::NO_STATEMENT)]));
        }
        cards.insert(0, el("h2", "", list![name]));
        el("div", "side", cards)
    });
    el("div", "sides", columns.collect())
}
