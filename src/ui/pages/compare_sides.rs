//! The comparison of sides: a section for each chosen topic, with a column for each side and a row
//! for each type of statement. Silence is said only where a side has no part in a joint statement.

use super::compare_choice::{chosen_sides, chosen_topics, side_name};
use crate::model::{ActorIx, Comparison, Kind, Relation, StatementIx, TopicIx, Vocabulary};
use crate::query::{Choice, Chosen, Facet};
use crate::text;
use crate::ui::article::words::{article_words, excerpt_words};
use crate::ui::el::{at, attrs, copied, el, link, list, sentence, txt};
use crate::ui::page::{Listing, Page};
use crate::ui::parts::marks::{chain, kind_mark, number_link, spoken_comma};
use crate::ui::parts::references::references;
use crate::ui::parts::related::footnote;
use yew::prelude::*;

/// Draws the sides: a section for each chosen topic, or one for all topics.
pub fn sides(props: &Listing<'_>) -> Html {
    let Listing { page, results, state, .. } = props;
    let (dossier, view) = (&page.prepared.dossier, &state.view);
    let shown: Vec<StatementIx> = results.order.iter().map(|ix| StatementIx(*ix)).collect();
    let (sides, topics) = (chosen_sides(page, view), chosen_topics(page, view));
    // If no chosen topic or side is known, nothing is shown, so nothing can be said about silence.
    let asks = |facet| view.kept(facet).next().is_some();
    if topics.is_empty() && asks(Facet::Topic) || sides.is_empty() && asks(Facet::Party) {
        return el("p", "none", list![txt(text::NOTHING_KNOWN)]);
    }
    let is_other = |chosen: &Chosen| {
        chosen.choice == Choice::LeftOut || !matches!(chosen.facet, Facet::Party | Facet::Topic)
    };
    let is_filtered =
        !view.q.is_empty() || !view.range().is_open() || view.chosen().iter().any(is_other);
    let mut inner = Vec::new();
    if is_filtered {
        let all = page.compared(&sides, &topics);
        let show_all = link("", all, list![txt(text::WITHOUT_FILTERS)]);
        inner.push(el("p", "filtered", list![txt(text::OTHER_FILTERS), show_all]));
    }
    let of_topics =
        if topics.is_empty() { list![None] } else { topics.into_iter().map(Some).collect() };
    let pairs = dossier.related_pairs();
    let mut told: Vec<&Vec<&Relation>> = Vec::new();
    for topic in of_topics {
        let is_here = |ix: &&StatementIx| {
            let mut topics = dossier.statement(**ix).topics.iter();
            topic.is_none_or(|here| topics.any(|topic| topic.value == here))
        };
        let here: Vec<StatementIx> = shown.iter().filter(is_here).copied().collect();
        let section = Section { page, topic, sides: &sides, statements: &here, is_filtered };
        let mut parts = section.draw();
        for pair in &pairs {
            let is_whole = here.contains(&pair[0].from) && here.contains(&pair[0].to);
            if is_whole && !told.contains(&pair) {
                parts.push(footnote(page, pair, false));
                told.push(pair);
            }
        }
        inner.push(el("section", "duels", parts));
    }
    el("div", "compared", inner)
}

/// A section: the statements of the compared sides on a topic, or on all topics.
struct Section<'s> {
    page: &'s Page,
    topic: Option<TopicIx>,
    /// The chosen sides. If there are none, all are compared, and the sources on no side.
    sides: &'s [ActorIx],
    statements: &'s [StatementIx],
    /// True if other filters hide statements.
    is_filtered: bool,
}

/// A column: a side, or `None` for the sources on no side, with the statements that it makes alone.
type Side = (Option<ActorIx>, Vec<StatementIx>);

impl Section<'_> {
    fn draw(&self) -> Vec<Html> {
        let dossier = &self.page.prepared.dossier;
        let sides = match self.sides {
            [] => dossier.speaking_parties(),
            sides => sides.to_vec(),
        };
        let compared = Comparison::of(dossier, self.statements, sides);
        let Comparison { joint, by_party, mut no_party } = compared;
        let mut columns: Vec<Side> =
            by_party.into_iter().map(|(party, own)| (Some(party), own)).collect();
        no_party.retain(|ix| !joint.contains(ix));
        if self.sides.is_empty() && !no_party.is_empty() {
            columns.push((None, no_party));
        }
        let title = match self.topic {
            Some(topic) => copied(&dossier.topic(topic).label),
            None => txt(text::ALL_TOPICS),
        };
        let count = text::section_count(self.statements.len(), joint.len());
        let count = el("small", "", list![txt(count)]);
        let mut inner = list![el("h2", "", list![title, txt(" "), count])];
        if !joint.is_empty() {
            inner.push(self.band(&joint));
        }
        inner.push(self.table(&columns, &joint));
        inner
    }

    /// Draws the joint statements of the compared sides, once.
    fn band(&self, joint: &[StatementIx]) -> Html {
        let item = |ix: &StatementIx| el("li", "item", self.said(*ix, true));
        let heading = el("h3", "", list![txt(text::JOINT_STATEMENTS)]);
        el("div", "band", list![heading, el("ul", "", joint.iter().map(item).collect())])
    }

    /// Draws a statement: number, type if it is not that of the row, chain, and words.
    fn said(&self, ix: StatementIx, has_kind: bool) -> Vec<Html> {
        let prepared = &self.page.prepared;
        let statement = prepared.dossier.statement(ix);
        let mut line = list![number_link(self.page, ix, false)];
        if has_kind {
            line.push(kind_mark(statement.kind.value));
        }
        line.push(chain(self.page, statement));
        list![
            el("div", "line", line),
            article_words(prepared, "blockquote", "words", excerpt_words(prepared, ix)),
            references(self.page, statement).unwrap_or_default(),
        ]
    }

    fn name(&self, side: Option<ActorIx>) -> String {
        match side {
            Some(side) => side_name(self.page, side),
            None => text::NO_SIDE.to_owned(),
        }
    }

    /// Draws the table of what each side says alone, in rows by type. Narrow pages lay it out as
    /// blocks, so its roles are explicit.
    fn table(&self, columns: &[Side], joint: &[StatementIx]) -> Html {
        let dossier = &self.page.prepared.dossier;
        let kinds: Vec<Kind> = (Kind::ALL.iter().copied())
            .filter(|kind| {
                let own = columns.iter().flat_map(|(_, own)| own);
                own.copied().any(|ix| dossier.statement(ix).kind.value == *kind)
            })
            .collect();
        let head = |(side, own): &Side| {
            let count = text::own_and_joint(own.len(), self.joint_of(*side, None, joint).len());
            let count = el("small", "", list![txt(count)]);
            let attributes = list![at("role", "columnheader"), at("scope", "col")];
            attrs("th", attributes, list![txt(self.name(*side)), txt(" "), count])
        };
        let type_head = attrs(
            "th",
            list![at("role", "columnheader"), at("scope", "col")],
            list![el("span", "hush", list![txt(text::TYPE)])],
        );
        let heads = [type_head].into_iter().chain(columns.iter().map(head)).collect();
        let rows = match kinds.as_slice() {
            [] => list![self.row(None, true, 1, columns, joint)],
            kinds => (kinds.iter().enumerate())
                .map(|(at, kind)| self.row(Some(*kind), at == 0, kinds.len(), columns, joint))
                .collect(),
        };
        let topic = match self.topic {
            Some(topic) => &*dossier.topic(topic).label,
            None => text::ALL_TOPICS,
        };
        let names: Vec<String> = columns.iter().map(|(side, _)| self.name(*side)).collect();
        let caption = el("caption", "hush", list![txt(text::table_of(topic, &names))]);
        let group = || list![at("role", "rowgroup")];
        let head = attrs("thead", group(), list![attrs("tr", list![at("role", "row")], heads)]);
        let body = attrs("tbody", group(), rows);
        let attributes = list![at("class", "duel"), at("role", "table")];
        attrs("table", attributes, list![caption, head, body])
    }

    /// Draws the statements of a type. A side without any statement has one cell, in the first row.
    fn row(
        &self,
        kind: Option<Kind>,
        is_first: bool,
        rows: usize,
        columns: &[Side],
        joint: &[StatementIx],
    ) -> Html {
        let dossier = &self.page.prepared.dossier;
        let any = || el("span", "hush", list![txt(text::ANY_TYPE)]);
        let mark = kind.map_or_else(any, kind_mark);
        let head = list![at("role", "rowheader"), at("scope", "row")];
        let mut cells = list![attrs("th", head, list![mark])];
        for (side, own) in columns {
            let is_here = |ix: &&StatementIx| Some(dossier.statement(**ix).kind.value) == kind;
            let here: Vec<&StatementIx> = own.iter().filter(is_here).collect();
            let mut attributes = list![at("role", "cell")];
            let label = el("span", "side-label", list![txt(text::side_label(&self.name(*side)))]);
            let mut inner = list![label];
            if own.is_empty() {
                if !is_first {
                    continue;
                }
                attributes.push(at("rowspan", rows.to_string()));
                inner.push(self.silence(*side, None, joint));
            } else if here.is_empty() {
                inner.push(self.silence(*side, kind, joint));
            } else {
                inner.extend(here.iter().map(|ix| el("div", "item", self.said(**ix, false))));
            }
            cells.push(attrs("td", attributes, inner));
        }
        attrs("tr", list![at("role", "row")], cells)
    }

    /// Returns the joint statements in which a side has a part, of one type or of any.
    fn joint_of(
        &self,
        side: Option<ActorIx>,
        kind: Option<Kind>,
        joint: &[StatementIx],
    ) -> Vec<StatementIx> {
        let dossier = &self.page.prepared.dossier;
        let has_part = |ix: &&StatementIx| {
            let statement = dossier.statement(**ix);
            let parties = dossier.parties_of(**ix);
            side.is_some_and(|side| parties.contains(&side))
                && kind.is_none_or(|kind| statement.kind.value == kind)
        };
        joint.iter().filter(has_part).copied().collect()
    }

    /// Says why a side has no words in a cell: it speaks only jointly, or it has no statement.
    fn silence(&self, side: Option<ActorIx>, kind: Option<Kind>, joint: &[StatementIx]) -> Html {
        let joint = self.joint_of(side, kind, joint);
        let words = match (joint.is_empty(), kind) {
            (false, _) => {
                let mut numbers = Vec::new();
                for ix in &joint {
                    if !numbers.is_empty() {
                        numbers.push(spoken_comma());
                    }
                    numbers.push(number_link(self.page, *ix, false));
                }
                let numbers = el("span", "numbers", numbers);
                sentence(text::in_joint_statements_only(numbers))
            }
            _ if self.is_filtered => txt(text::NO_MATCHING_STATEMENT),
            (_, Some(_)) => txt(text::NO_STATEMENT_OF_TYPE),
            _ if self.topic.is_some() => txt(text::NO_STATEMENT_ON_TOPIC),
            _ => txt(text::NO_STATEMENT_AT_ALL),
        };
        el("span", "none", list![words])
    }
}
