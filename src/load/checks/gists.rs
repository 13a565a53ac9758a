//! A gist with quotation marks around words that the article does not quote.

use super::{Findings, Subject};
use crate::load::code::StatementCode;
use crate::load::escape::shown;
use crate::load::names::{Token, tokens};
use crate::load::problem::Problem;
use crate::model::{Convention, Quotations, Span, Statement, Unit, UnitIx};

/// Warns about gists with quotation marks around words that the passage does not quote. A note on the
/// statement answers the warning.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (position, statement) in subject.statements().filter(|(_, it)| it.note.is_none()) {
        let Some(gist) = &statement.gist else { continue };
        let gist = [Unit::new(gist)];
        let quoted = Quotations::find(&gist, &[], Convention::default());
        let foreign = quoted.of(UnitIx(0)).iter().find(|span| {
            let words = tokens(gist[0].slice(span.start, span.end));
            !words.is_empty() && !is_quoted(subject, statement, &words)
        });
        let Some(foreign) = foreign else { continue };
        let message = format!(
            "the gist has quotation marks around {}, which the passage does not quote",
            shown(gist[0].slice(foreign.start, foreign.end))
        );
        let problem = Problem::warning(StatementCode::GistNotQuoted, message)
            .hint("remove the marks, or copy the words that the article quotes")
            .hint("if the marks are right, say why in a \"note\" of the statement");
        findings.statement(position, "gist", problem);
    }
}

/// Returns true if the words are in a quotation, or a quoted title, of the paragraphs of a statement.
fn is_quoted(subject: &Subject<'_>, statement: &Statement, words: &[Token]) -> bool {
    /// Maximum number of quotations of a paragraph that are searched on each side of the content.
    const REACH: usize = 100;
    let titles = &subject.dossier.article.quoted_titles;
    let has = |span: &Span| {
        let quoted = subject.names.tokens.within(*span);
        quoted
            .windows(words.len())
            .any(|window| window.iter().zip(words).all(|(one, other)| one.key == other.key))
    };
    statement.content.iter().chain(&statement.cue).any(|content| {
        let quotations = subject.quotations.of(content.unit);
        let first = quotations.partition_point(|it| it.end <= content.start);
        let last = quotations.partition_point(|it| it.start < content.end);
        let near = first.saturating_sub(REACH)..(last + REACH).min(quotations.len());
        quotations[near].iter().any(has)
            || titles.iter().filter(|title| title.unit == content.unit).any(has)
    })
}
