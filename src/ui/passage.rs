//! A statement's passage: its paragraph with the spans marked, and the paragraphs around it.

use super::page::Page;
use super::words::{Layer, Marked, language, marked, quoted_layer};
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
    html! {
        <div class="article" lang={language(prepared)} dir={prepared.direction()}>
            { for units.map(|unit| paragraph(page, unit, ix)) }
        </div>
    }
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
        let class = classes!("number", on.then_some("is-on"));
        let current = on.then_some("page");
        html! { <a {class} href={page.statement(*ix)} aria-label={format!("Statement {number}")} aria-current={current}>{ number }</a> }
    });
    let whole = Span { unit, start: 0, end: dossier.article.unit(unit).len() };
    let is_lit = unit == dossier.statement(lit).passage;
    let class = classes!("para", if is_lit { "lit-now" } else { "recedes" });
    html! {
        <div {class}>
            <span class="numbers">{ for numbers }</span>
            <p>{ marked(prepared, whole, &layers(page, &here, lit, whole)) }</p>
        </div>
    }
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
    let content = if here.contains(&lit) { dossier.statement(lit).content.clone() } else { Vec::new() };
    vec![
        (Layer::Who { unnamed: false }, of(false)),
        (Layer::Who { unnamed: true }, of(true)),
        (Layer::Cue, cues),
        (Layer::Lit, content),
        quoted_layer(&page.prepared, whole),
    ]
}
