//! The annotator's state: edits, questions, problems, saving, hostile input.

#![cfg(not(target_arch = "wasm32"))]

mod edits;
mod hostile;
mod keys;
mod laws;
mod random;
#[path = "../support/recorder/mod.rs"]
mod recorder;
mod share;
mod updated;

use onrecord::annotate::{Card, Desk, Session, Text};
use onrecord::model::Span;

/// A text with most of what news has: a pronoun, a chain, quotations that run on, a list of speakers.
pub const ARTICLE: &str = "Ferry to Skerry is late again

Port Alba, 3 March 2026 (The Courier)

The ferry will not sail before Friday, the operator said on Tuesday.

Anna Lund, the harbour master, told the Courier that “the pier is not safe” and that 460 passengers had waited. She added: “We will close it on Monday. We have no choice.

“Nobody warned us,” she said.

Mayor Bob Reid rejected the claim. According to Reid, the pier was repaired in 2025.

A council official, who asked not to be named, accused the operator of “neglect”. The operator said the official was wrong.
";

/// Somebody who edits on a day after the article's publication.
pub fn session() -> Session {
    Session { today: "2026-03-04".to_owned(), by: Some("Ada Reader".to_owned()) }
}

/// A desk with the article.
pub fn pasted() -> Desk {
    Desk::paste(ARTICLE, &session()).expect("the article is pasted").desk
}

/// The first place of words.
pub fn words(text: &Text, words: &str) -> Span {
    text.find(words).unwrap_or_else(|| panic!("{words} is in the text"))
}

/// The statement with a number.
pub fn card(desk: &Desk, number: usize) -> &Card {
    &desk.view().statements[number - 1]
}

/// The errors that the loader reports for a file.
pub fn errors(file: &str) -> Vec<String> {
    let loaded = onrecord::load::load("test.json", file.as_bytes());
    let errors = loaded.diagnostics.into_iter();
    let errors = errors.filter(|it| it.severity == onrecord::load::Severity::Error);
    errors.map(|it| format!("{} {}: {}", it.path, it.code, it.message)).collect()
}
