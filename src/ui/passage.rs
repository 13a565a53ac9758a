//! A statement's passage: its paragraph with its words lit, and the paragraphs around it.

use super::annotated::{Props, paragraph};
use super::page::Page;
use super::words::article_words;
use crate::model::{StatementIx, UnitIx};
use crate::query::Query;
use std::rc::Rc;
use yew::prelude::*;

/// The passage of a statement, one paragraph before and after; what is not of this statement recedes.
pub fn passage(page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    let last = prepared.dossier.article.units.len() - 1;
    let at = statement.passage.index();
    let units = (at.saturating_sub(1)..=(at + 1).min(last))
        .filter_map(|unit| u32::try_from(unit).ok())
        .map(UnitIx);
    let paragraphs = units.map(|unit| {
        let here = prepared.statements_in(unit);
        let receding = if here.contains(&ix) { Vec::new() } else { here.to_vec() };
        let (page, query) = (page.clone(), Rc::new(Query::default()));
        paragraph(&Props { page, unit, lit: Some(ix), receding, query })
    });
    article_words(prepared, "div", "article annotated", paragraphs.collect())
}
