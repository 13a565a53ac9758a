//! Statements side by side: any two, or those of several sides on chosen topics.

use super::compare_choice::{chooser, chosen_sides, chosen_topics, offers};
use super::compare_sides::sides;
use crate::model::{ActorIx, Reading, Statement, StatementIx};
use crate::query::View;
use crate::text::{self, Label};
use crate::ui::article::words::{article_words, excerpt_words};
use crate::ui::cards::statement::statement_card;
use crate::ui::el::{at, attrs, copied, el, link, list, sentence, txt};
use crate::ui::page::{Listing, Page};
use crate::ui::parts::marks::{kind_mark, number_link, ours};
use crate::ui::parts::related::related;
use yew::prelude::*;

/// Returns the heading of the comparison.
pub fn comparison_title(page: &Page, view: &View) -> String {
    let dossier = &page.prepared.dossier;
    let mut open = view.opened(dossier);
    if let (Some(one), Some(other)) = (open.next(), open.next()) {
        return text::compare_pair(one, other);
    }
    let name = |actor: ActorIx| dossier.actor(actor).name.value.to_string();
    let sides: Vec<String> = chosen_sides(page, view).into_iter().map(name).collect();
    if !sides.is_empty() {
        return text::compare_sides(&sides);
    }
    let topics = chosen_topics(page, view);
    let topics: Vec<&str> = topics.iter().map(|ix| &*dossier.topic(*ix).label).collect();
    if topics.is_empty() {
        return text::COMPARE_STATEMENTS.to_owned();
    }
    text::compare_topics(&topics)
}

/// Draws the comparison: of the two open statements; otherwise of the sides that are chosen, or
/// of all sides on the chosen topics; otherwise a choice of sides, topics and statements.
pub fn compare_form(props: &Listing<'_>) -> Vec<Html> {
    let (page, view) = (&props.page, &props.state.view);
    let mut open = view.opened(&page.prepared.dossier);
    match (open.next(), open.next()) {
        (Some(one), Some(other)) => list![pair(page, one, other)],
        (Some(one), None) => {
            let heading = el("h2", "", list![txt(text::FIRST_STATEMENT)]);
            let card = el("div", "side", list![heading, card(page, one)]);
            list![el("div", "sides", list![card, choice(page, Some(one))])]
        }
        _ if view.chosen().is_empty() && view.q.is_empty() => {
            list![offers(page), choice(page, None)]
        }
        _ => list![chooser(props), sides(props)],
    }
}

fn card(page: &Page, ix: StatementIx) -> Html {
    statement_card(page, ix, false)
}

fn pair(page: &Page, one: StatementIx, other: StatementIx) -> Html {
    let side = |ix| el("div", "side", list![card(page, ix)]);
    let cards = list![side(one), side(other)];
    let is_related = page.prepared.dossier.relations.iter().any(|r| r.other(one) == Some(other));
    let relation = if is_related { related(page, one, Some(other)) } else { Html::default() };
    let again = link("", page.beside(&[one]), list![txt(text::compare_with_another(one))]);
    let inner = list![
        el("h2", "hush", list![txt(text::BOTH_STATEMENTS)]),
        el("div", "sides", cards),
        relation,
        el("h2", "", list![txt(text::DIFFERENCES)]),
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
    let facts = these.into_iter().zip(those);
    let some = facts.filter(|((_, this), (_, that))| !this.is_empty() || !that.is_empty());
    let rows = some.map(|((name, this), (_, that))| {
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
    let names = |names: Vec<&str>| names.join(text::LIST_SEPARATOR);
    let actor = |actor: &Reading<ActorIx>| &*dossier.actor(actor.value).name.value;
    let hops: Vec<String> = s.via.iter().map(|hop| text::hop(dossier, s, hop)).collect();
    let via = match hops.is_empty() {
        true => text::NO_INTERMEDIARY.to_owned(),
        false => hops.join(text::LIST_SEPARATOR),
    };
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
    if dossier.statements.len() < 2 {
        return el("p", "none needs-script", list![txt(text::NOTHING_TO_COMPARE)]);
    }
    let all = (0..dossier.statements.len()).map(StatementIx::from);
    let items = all.filter(|ix| Some(*ix) != chosen).map(|ix| {
        let both: Vec<StatementIx> = chosen.into_iter().chain([ix]).collect();
        let name = list![txt(text::attribution(dossier, dossier.statement(ix)))];
        let said = match &dossier.statement(ix).gist {
            Some(gist) => {
                let gist = list![el("span", "hush", list![txt(text::GIST)]), copied(gist)];
                ours("span", "ours", gist)
            }
            None => article_words(
                &page.prepared,
                "span",
                "mini-words",
                excerpt_words(&page.prepared, ix),
            ),
        };
        let inner = list![
            number_link(page, ix, false),
            kind_mark(dossier.statement(ix).kind.value),
            link("", page.beside(&both), name),
            said,
        ];
        el("li", "", inner)
    });
    let title = match chosen {
        Some(_) => text::CHOOSE_SECOND,
        None => text::COMPARE_TWO_STATEMENTS,
    };
    let inner = list![el("h2", "", list![txt(title)]), el("ol", "choice", items.collect())];
    el("div", "side needs-script", inner)
}
