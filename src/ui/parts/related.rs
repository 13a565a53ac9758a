//! The relations that the annotator drew between a statement and others.

use crate::model::StatementIx;
use crate::text;
use crate::ui::el::{copied, el, link, list, section, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::{number_link, ours};
use yew::prelude::*;

/// Related statements, each once, with what the annotator says of the relation; nothing where there
/// are none. Of one pair, only what relates these two.
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
            None => format!("{} it. ", text::relation_text(relation.kind, relation.from == ix)),
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
            link("", page.beside(&[ix, other]), list![txt("Side by side")]),
        ];
        lines.insert(0, el("p", "related-head", head));
        el("li", "related", lines)
    };
    let title = list![txt("Related, in the annotator’s reading")];
    let items = items.into_iter().map(item).collect();
    section("h-related".into(), "", title, list![el("ul", "", items)])
}
