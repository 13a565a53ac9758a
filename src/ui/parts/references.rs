//! References: the actors and statements that words of a statement refer to. They let readers
//! understand the statement on its own.

use crate::model::{Mention, Referent, Span, Statement};
use crate::text::{self, Referents};
use crate::ui::article::words::article_words;
use crate::ui::el::{copied, el, link, list, sentence, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Draws what words of a statement refer to: `it: Israel`. Nothing if it has no references.
pub fn references(page: &Page, statement: &Statement) -> Option<Html> {
    let mut rows = Vec::new();
    if !statement.source.antecedent.is_empty() {
        let words = |spans: &[Span]| spans.iter().map(|span| said(page, *span)).collect();
        rows.push(row(words(&statement.source.words), words(&statement.source.antecedent)));
    }
    rows.extend(statement.mentions.iter().map(|mention| reference(page, mention)));
    if rows.is_empty() {
        return None;
    }
    let hush = el("span", "hush", list![txt(text::REFERENCES)]);
    let mut inner = list![icon(Icon::Pen), hush];
    inner.extend(rows);
    Some(el("span", "references", inner))
}

fn row(words: Vec<Html>, meaning: Vec<Html>) -> Html {
    let parts = [words.into_iter().collect(), meaning.into_iter().collect()];
    el("span", "", list![sentence(text::refers_to(parts))])
}

fn reference(page: &Page, mention: &Mention) -> Html {
    let is_actor = |referent: &Referent| matches!(referent, Referent::Actor(_));
    let meaning = match mention.referents.iter().all(is_actor) {
        true => referents(page, mention),
        false => meaning(page, mention),
    };
    row(list![said(page, mention.words)], list![meaning])
}

/// Draws the meaning of words that refer to something: `taken to be Israel and Syria`,
/// `see statement 3`.
pub fn meaning(page: &Page, mention: &Mention) -> Html {
    let is_actor = |referent: &Referent| matches!(referent, Referent::Actor(_));
    let sentence = match mention.referents.iter().all(is_actor) {
        true => text::taken_to_be(),
        false => text::see(),
    };
    filled(sentence, |Referents| referents(page, mention))
}

/// Draws links to the actors and statements that words refer to: `Israel, Syria and United States`.
fn referents(page: &Page, mention: &Mention) -> Html {
    let dossier = &page.prepared.dossier;
    let total = mention.referents.len();
    let mut links = Vec::new();
    for (position, referent) in mention.referents.iter().enumerate() {
        links.push(txt(text::separator(position, total)));
        links.push(match referent {
            Referent::Actor(ix) => {
                link("", page.actor(*ix), list![copied(&dossier.actor(*ix).name.value)])
            }
            Referent::Statement(ix) => {
                link("", page.statement(*ix), list![txt(text::statement_in_sentence(*ix))])
            }
        });
    }
    links.into_iter().collect()
}

/// Draws words of the article within the annotator's words.
pub fn said(page: &Page, span: Span) -> Html {
    let words = copied(page.prepared.dossier.article.text(span));
    article_words(&page.prepared, "span", "article-inline", list![words])
}
