//! A statement's passage: its paragraph with the spans marked, and the paragraphs around it.

use super::el::{attrs, el, list, txt};
use super::page::Page;
use super::words::{Layer, Marked, article_words, marked, quoted_layer};
use crate::model::{Span, StatementIx, UnitIx};
use yew::prelude::*;

/// The passage of a statement, one paragraph before and after.
pub fn passage(page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    let last = prepared.dossier.article.units.len() - 1;
    let at = statement.passage.index();
    let units = (at.saturating_sub(1)..=(at + 1).min(last))
        .filter_map(|unit| u32::try_from(unit).ok())
        .map(UnitIx);
    let paragraphs = units.map(|unit| paragraph(page, unit, ix)).collect();
    article_words(prepared, "div", "article", paragraphs)
}

fn paragraph(page: &Page, unit: UnitIx, lit: StatementIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let here: Vec<StatementIx> = (0..dossier.statements.len())
        .map(StatementIx::from)
        .filter(|ix| dossier.statement(*ix).passage == unit)
        .collect();
    let numbers = here.iter().map(|ix| {
        let (number, on) = (ix.index() + 1, *ix == lit);
        let mut attributes = list![
            ("class", if on { "number is-on" } else { "number" }.into()),
            ("href", page.statement(*ix)),
            ("aria-label", format!("Statement {number}").into()),
        ];
        if on {
            attributes.push(("aria-current", "page".into()));
        }
        attrs("a", attributes, list![txt(number.to_string())])
    });
    let whole = Span { unit, start: 0, end: dossier.article.unit(unit).len() };
    let is_lit = unit == dossier.statement(lit).passage;
    let words = marked(prepared, whole, &layers(page, &here, lit, whole));
    let inner = list![el("span", "numbers", numbers.collect()), el("p", "", list![words])];
    el("div", if is_lit { "para lit-now" } else { "para recedes" }, inner)
}

/// The sources and cues of all statements of a paragraph; the content of the one that is lit.
fn layers(page: &Page, here: &[StatementIx], lit: StatementIx, whole: Span) -> Vec<Marked> {
    let dossier = &page.prepared.dossier;
    let of = |unnamed: bool| -> Vec<Span> {
        (here.iter().map(|ix| dossier.statement(*ix)))
            .filter(|s| s.is_unnamed() == unnamed)
            .flat_map(|s| s.source.words.iter().copied())
            .collect()
    };
    let cues = here.iter().flat_map(|ix| dossier.statement(*ix).cue.iter().copied()).collect();
    let content =
        if here.contains(&lit) { dossier.statement(lit).content.clone() } else { Vec::new() };
    list![
        (Layer::Who { unnamed: false }, of(false)),
        (Layer::Who { unnamed: true }, of(true)),
        (Layer::Cue, cues),
        (Layer::Lit, content),
        quoted_layer(&page.prepared, whole),
    ]
}
