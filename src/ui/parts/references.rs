//! What words of a statement refer to, so that it can be read on its own.

use crate::model::{Mention, Referent, Span, Statement};
use crate::text;
use crate::ui::article::words::article_words;
use crate::ui::el::{at, attrs, copied, el, link, list, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use yew::prelude::*;

/// The list of a statement's references; nothing if it has none.
pub fn references(page: &Page, statement: &Statement) -> Html {
    let mut rows = Vec::new();
    if !statement.source.antecedent.is_empty() {
        let words = |spans: &[Span]| spans.iter().map(|span| said(page, *span)).collect();
        rows.push(row(words(&statement.source.words), words(&statement.source.antecedent)));
    }
    rows.extend(statement.mentions.iter().map(|mention| reference(page, mention)));
    if rows.is_empty() {
        return Html::default();
    }
    let list = el("dl", "", rows);
    let attributes =
        list![at("class", "references"), at("role", "group"), at("aria-label", text::REFERENCES),];
    attrs("div", attributes, list![icon(Icon::Pen), list])
}

fn row(words: Vec<Html>, meaning: Vec<Html>) -> Html {
    el("div", "", list![el("dt", "", words), el("dd", "", meaning)])
}

fn reference(page: &Page, mention: &Mention) -> Html {
    row(list![said(page, mention.words)], referents(page, mention))
}

/// Links to the actors and statements that words refer to.
pub fn referents(page: &Page, mention: &Mention) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let mut links = Vec::new();
    for referent in &mention.referents {
        if !links.is_empty() {
            links.push(txt(", "));
        }
        links.push(match referent {
            Referent::Actor(ix) => {
                link("", page.actor(*ix), list![copied(&dossier.actor(*ix).name.value)])
            }
            Referent::Statement(ix) => {
                link("", page.statement(*ix), list![txt(text::see_statement(ix.index() + 1))])
            }
        });
    }
    links
}

/// Words of the article in a line of ours.
pub fn said(page: &Page, span: Span) -> Html {
    let words = copied(page.prepared.dossier.article.text(span));
    article_words(&page.prepared, "span", "article-inline", list![words])
}
