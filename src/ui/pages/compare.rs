//! Statements side by side: any two, or those of several sides on one topic.

use crate::model::{ActorIx, Comparison, Reading, Statement, StatementIx};
use crate::query::{Facet, Query};
use crate::text::{self, Label};
use crate::ui::cards::statement::statement_card;
use crate::ui::el::{at, attrs, copied, el, link, list, sentence, txt};
use crate::ui::page::{Listing, Page};
use crate::ui::parts::marks::{kind_mark, number_link, ours};
use crate::ui::parts::related::related;
use yew::prelude::*;

/// Draws the comparison: of the two open statements; otherwise of the sides that are chosen, or
/// that have a statement on the chosen topic; otherwise a choice of statements.
pub fn compare_form(props: &Listing<'_>) -> Html {
    let (page, view) = (&props.page, &props.state.view);
    let mut open = view.opened(&page.prepared.dossier);
    match (open.next(), open.next()) {
        (Some(one), Some(other)) => pair(page, one, other),
        (Some(one), None) => el("div", "sides", list![card(page, one), choice(page, Some(one))]),
        _ if view.chosen().is_empty() => choice(page, None),
        _ => parties(props),
    }
}

fn card(page: &Page, ix: StatementIx) -> Html {
    el("div", "side", list![statement_card(page, ix, &Query::default(), false, None)])
}

fn pair(page: &Page, one: StatementIx, other: StatementIx) -> Html {
    let cards = list![card(page, one), card(page, other)];
    let is_related = page.prepared.dossier.relations.iter().any(|r| r.other(one) == Some(other));
    let relation = if is_related { related(page, one, Some(other)) } else { Html::default() };
    let again = link("", page.beside(&[one]), list![txt(text::compare_with_another(one))]);
    let inner = list![
        el("div", "sides", cards),
        relation,
        differences(page, one, other),
        el("p", "more", list![again]),
    ];
    el("div", "compared", inner)
}

/// Draws a table of the details of two statements, with one cell for a value that both have.
fn differences(page: &Page, one: StatementIx, other: StatementIx) -> Html {
    let head = |ix: StatementIx| {
        let name = list![number_link(page, ix, false)];
        attrs("th", list![at("scope", "col")], name)
    };
    let heads = list![el("td", "", list![txt(text::DETAIL)]), head(one), head(other)];
    let (these, those) = (facts(page, one), facts(page, other));
    let rows = these.into_iter().zip(those).map(|((name, this), (_, that))| {
        let name = attrs("th", list![at("scope", "row")], list![txt(name)]);
        if this == that {
            let both = list![at("class", "same"), at("colspan", "2")];
            let mark = el("small", "", list![txt(text::BOTH)]);
            let same = sentence(text::same_value(txt(this), mark));
            return el("tr", "", list![name, attrs("td", both, list![same])]);
        }
        el("tr", "", list![name, el("td", "", list![txt(this)]), el("td", "", list![txt(that)])])
    });
    let caption = el("caption", "hush", list![txt(text::COMPARISON)]);
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
    let via = if hops.is_empty() { text::NO_INTERMEDIARY.to_owned() } else { hops.join(", ") };
    list![
        (text::DETAIL_TYPE, s.kind.value.label().to_owned()),
        (text::DETAIL_WORDING, text::wording_text(page.prepared.wording(ix))),
        (text::DETAIL_SOURCE, text::speakers(dossier, s)),
        (text::DETAIL_IDENTIFICATION, s.identification.kind.value.label().to_owned()),
        (text::DETAIL_VIA, via),
        (text::DETAIL_CHANNEL, s.channel.value.label().to_owned()),
        (text::DETAIL_DATE, s.said_on.as_ref().map_or_else(not_stated, text::when_text)),
        (text::DETAIL_ABOUT, names(s.about.iter().map(actor).collect())),
        (
            text::DETAIL_TOPICS,
            names(s.topics.iter().map(|t| &*dossier.topic(t.value).label).collect())
        ),
    ]
}

/// Draws the statements to choose from.
fn choice(page: &Page, chosen: Option<StatementIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let all = (0..dossier.statements.len()).map(StatementIx::from);
    let items = all.filter(|ix| Some(*ix) != chosen).map(|ix| {
        let both: Vec<StatementIx> = chosen.into_iter().chain([ix]).collect();
        let name = list![txt(text::attribution(dossier, dossier.statement(ix)))];
        let class = if dossier.statement(ix).is_unnamed() { "chip unnamed" } else { "chip" };
        let inner = list![
            number_link(page, ix, false),
            kind_mark(dossier.statement(ix).kind.value),
            link(class, page.beside(&both), name),
            ours("span", "ours", list![copied(&dossier.statement(ix).gist)]),
        ];
        el("li", "", inner)
    });
    let title = if chosen.is_some() { text::CHOOSE_SECOND } else { text::CHOOSE_STATEMENT };
    let inner = list![el("h2", "", list![txt(title)]), el("ol", "choice", items.collect())];
    el("div", "side needs-script", inner)
}

/// Draws a column for joint statements, one for each side, and one for sources on no side. The
/// column of a side without a statement says so, if the side is chosen or speaks elsewhere in the
/// article.
fn parties(props: &Listing<'_>) -> Html {
    let Listing { page, results, .. } = props;
    let (dossier, view) = (&page.prepared.dossier, &props.state.view);
    let shown: Vec<StatementIx> = results.order.iter().map(|ix| StatementIx(*ix)).collect();
    let chosen: Vec<&str> = view.kept(Facet::Party).collect();
    let mut parties: Vec<ActorIx> = match chosen.as_slice() {
        [] => dossier.speaking_parties(),
        codes => codes.iter().filter_map(|code| dossier.find_actor(code)).collect(),
    };
    let is_left_out = |party: &ActorIx| {
        view.left_out(Facet::Party).any(|code| *code == *dossier.actor(*party).id.as_str())
    };
    parties.retain(|party| !is_left_out(party));
    let Comparison { joint, by_party, no_party } = Comparison::of(dossier, &shown, parties);
    let mut columns = Vec::new();
    // Only sides are listed if they have no statement.
    if !joint.is_empty() {
        columns.push(column(page, txt(text::JOINT_STATEMENTS), &joint));
    }
    for (party, statements) in &by_party {
        columns.push(column(page, copied(&dossier.actor(*party).name.value), statements));
    }
    if !no_party.is_empty() {
        columns.push(column(page, txt(text::NO_SIDE), &no_party));
    }
    el("div", "sides", columns)
}

/// Draws a column of the statements of a side.
fn column(page: &Page, name: Html, statements: &[StatementIx]) -> Html {
    let mut inner = list![el("h2", "", list![name])];
    if statements.is_empty() {
        inner.push(el("p", "none", list![txt(text::NO_OWN_STATEMENT)]));
    }
    inner.extend(statements.iter().map(|ix| card(page, *ix)));
    el("div", "side", inner)
}
