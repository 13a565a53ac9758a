//! The relations between a statement and others, as the annotator sees them.

use crate::model::StatementIx;
use crate::text;
use crate::ui::el::{copied, el, link, list, section, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::{number_link, ours};
use yew::prelude::*;

/// Draws the statements related to one, each once, with the annotator's notes. `only` limits them
/// to one other statement. Nothing for a statement without relations.
pub fn related(page: &Page, ix: StatementIx, only: Option<StatementIx>) -> Html {
    let dossier = &page.prepared.dossier;
    let mut items: Vec<(StatementIx, Vec<Html>)> = Vec::new();
    for relation in &dossier.relations {
        let Some(other) = relation.other(ix) else { continue };
        if only.is_some_and(|only| only != other) {
            continue;
        }
        let note = relation.basis.note.as_deref().unwrap_or_default();
        let name = match only {
            Some(_) => text::relation_sentence(relation),
            None => text::related_sentence(relation.kind, relation.from == ix).to_owned(),
        };
        let line = ours("p", "ours", list![el("b", "", list![txt(name)]), copied(note)]);
        match items.iter_mut().find(|(known, _)| *known == other) {
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
