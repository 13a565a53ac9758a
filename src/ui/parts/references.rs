//! References: the actors and statements that words of a statement refer to. They let readers
//! understand the statement on its own.

use crate::model::{Mention, Referent, Span, Statement};
use crate::text::{self, Referents};
use crate::ui::article::words::article_words;
use crate::ui::el::{at, attrs, copied, el, link, list, sentence, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Maximum number of references in one place. The table of details of a statement lists all.
const MAX_ROWS: usize = 24;
/// Maximum number of words with the same reference that are listed.
const MAX_WORDS: usize = 12;

/// Draws what words of a statement refer to: `it, its: Israel`. Nothing if it has no references.
/// Words for the source are left out, because the chain next to them names it.
pub fn references(page: &Page, statement: &Statement) -> Option<Html> {
    let mut rows: Vec<(Vec<Html>, &Mention)> = Vec::new();
    let mut left_out = 0;
    for mention in &statement.mentions {
        let words = said(page, mention.words);
        let has_room = rows.len() < MAX_ROWS;
        match rows.iter_mut().find(|(_, other)| other.referents == mention.referents) {
            Some((same, _)) if same.len() < 2 * MAX_WORDS => {
                same.extend([txt(text::LIST_SEPARATOR), words]);
            }
            None if has_room => rows.push((list![words], mention)),
            _ => left_out += 1,
        }
    }
    if rows.is_empty() {
        return None;
    }
    let mut inner = list![icon(Icon::Pen), el("span", "hush", list![txt(text::REFERENCES)])];
    for (place, (words, mention)) in rows.into_iter().enumerate() {
        if place > 0 {
            inner.push(txt(text::REFERENCE_SEPARATOR));
        }
        inner.push(reference(page, words, mention));
    }
    if left_out > 0 {
        inner.extend([txt(text::REFERENCE_SEPARATOR), txt(text::others(left_out))]);
    }
    Some(attrs("p", list![at("class", "references"), at("data-rove", "")], inner))
}

fn reference(page: &Page, words: Vec<Html>, mention: &Mention) -> Html {
    let meaning = match mention.is_of_actors() {
        true => referents(page, mention),
        false => meaning(page, mention),
    };
    sentence(text::refers_to([words.into_iter().collect(), meaning]))
}

/// Draws the meaning of words that refer to something: `taken to be Israel and Syria`,
/// `see statement 3`.
pub fn meaning(page: &Page, mention: &Mention) -> Html {
    let sentence = match mention.is_of_actors() {
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
