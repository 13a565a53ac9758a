//! The relations between a statement and others, as the annotator sees them.

use crate::model::{Relation, StatementIx};
use crate::text::{self, RelationSlot};
use crate::ui::el::{at, attrs, copied, el, link, list, section, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::{number_link, ours};
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Draws the statements related to one, each once, with the annotator's notes. `only` limits them
/// to one other statement. Nothing for a statement without relations.
pub fn related(page: &Page, ix: StatementIx, only: Option<StatementIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let mut items: Vec<(StatementIx, Vec<Html>)> = Vec::new();
    let own = dossier.relations_of(ix).iter().map(|at| &dossier.relations[*at as usize]);
    // Relations to the same statement are together.
    for relation in own {
        let other = relation.other(ix).unwrap_or(ix);
        if only.is_some_and(|only| only != other) {
            continue;
        }
        let note = relation.basis.note.as_deref().unwrap_or_default();
        let name = match only {
            Some(_) => text::relation_sentence(relation),
            None => text::related_sentence(relation.kind, relation.from == ix).to_owned(),
        };
        let line = ours("p", "ours", list![el("b", "", list![txt(name)]), copied(note)]);
        match items.last_mut().filter(|(known, _)| *known == other) {
            Some((_, lines)) => lines.push(line),
            None => items.push((other, list![line])),
        }
    }
    if items.is_empty() {
        return Html::default();
    }
    let item = |(other, mut lines): (StatementIx, Vec<Html>)| {
        if only.is_some() {
            return el("li", "related", lines);
        }
        let head = list![
            number_link(page, other, false),
            txt(" "),
            txt(text::capital(&text::named(dossier, dossier.statement(other)))),
            txt(" "),
            link("", page.beside(&[ix, other]), list![txt(text::COMPARE)]),
        ];
        lines.insert(0, el("p", "related-head", head));
        el("li", "related", lines)
    };
    let title = list![txt(text::RELATED)];
    let items = items.into_iter().map(item).collect();
    section("h-related".into(), "", title, list![el("ul", "", items)])
}

/// Draws the relations between two statements as a footnote, with the annotator's notes. If the
/// footnote is `short`, the notes are behind a click, and a link leads to the comparison.
pub fn footnote(page: &Page, relations: &[&Relation], short: bool) -> Html {
    let number = |ix: StatementIx| {
        let attributes =
            list![("href", page.statement(ix)), at("aria-label", text::statement_number(ix))];
        attrs("a", attributes, list![txt((ix.index() + 1).to_string())])
    };
    let mut inner = list![el("span", "hush", list![txt(text::ANNOTATOR_ON_RELATION)])];
    let mut notes = Vec::new();
    for relation in relations {
        inner.push(filled(text::relation_line(relation.kind), |slot| match slot {
            RelationSlot::From => number(relation.from),
            RelationSlot::To => number(relation.to),
        }));
        let place = if short { &mut notes } else { &mut inner };
        place.extend(relation.basis.note.iter().flat_map(|note| [copied(note), txt(" ")]));
    }
    let Some(relation) = relations.first() else { return Html::default() };
    let of_both = || el("span", "hush", list![txt(text::compared(relation))]);
    if short {
        let ends = [relation.from, relation.to];
        let name = list![txt(text::COMPARE), of_both()];
        inner.extend([link("needs-script", page.beside(&ends), name), txt(" ")]);
    }
    if !notes.is_empty() {
        let name = el("summary", "", list![txt(text::RELATION_NOTE), of_both()]);
        notes.insert(0, name);
        inner.push(el("details", "", notes));
    }
    ours("div", "relation", inner)
}
