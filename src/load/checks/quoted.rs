//! Quotations that the annotation leaves out, cuts short, or does not follow into the next paragraph.

use super::uncovered::Covered;
use super::{Findings, Place, Subject, paragraph};
use crate::load::code::{ArticleCode, StatementCode};
use crate::load::problem::Problem;
use crate::model::{Span, Statement, UnitIx};

/// Warns about quotations in no statement and not in the background, and about content that leaves
/// out a part of a quotation. Background answers the first; a note on the statement the second.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let told = Covered::by_statements_and_background(subject.dossier);
    for unit in (0..subject.dossier.article.units.len()).map(|unit| UnitIx(unit as u32)) {
        for (at, quotation) in subject.quotations.of(unit).iter().enumerate() {
            // What goes on from the paragraph before is reported with the statement there.
            if at == 0 && goes_on_from_before(subject, &told, unit) {
                continue;
            }
            let mut tokens = subject.names.tokens.within(*quotation).iter().peekable();
            if tokens.peek().is_some() && !tokens.any(|token| told.contains(unit, token.start)) {
                let message = format!(
                    "{} in {} is in quotation marks, but in no statement and not in the background",
                    subject.words(*quotation),
                    paragraph(unit)
                );
                let problem = Problem::warning(ArticleCode::QuotationLeftOut, message)
                    .hint("add a statement; if nobody is quoted, add the words to \"background\" or \"quoted_titles\"");
                findings.unit(unit, problem);
            }
        }
    }
    for (position, statement) in subject.statements().filter(|(_, it)| it.note.is_none()) {
        let content = statement.content.iter().enumerate();
        let cut = content.into_iter().find_map(|(at, span)| {
            let problem =
                cut(subject, &told, *span).or_else(|| continues(subject, &told, statement, *span));
            problem.map(|problem| (at, problem))
        });
        if let Some((at, problem)) = cut {
            use Place::{Element, Field};
            let place = [Field("statements"), Element(position), Field("content"), Element(at)];
            findings.add(place, problem);
        }
    }
}

/// Returns a problem if content starts or stops inside a quotation whose other words nothing tells.
fn cut(subject: &Subject<'_>, told: &Covered, content: Span) -> Option<Problem> {
    let tokens = subject.names.tokens.unit(content.unit);
    let range = subject.names.tokens.range(content);
    let last = range.end.checked_sub(1).filter(|last| *last >= range.start)?;
    let is_left = |inside: usize, at: usize| {
        let quotation = subject.quotation(content.unit, tokens[inside].start)?;
        let token = tokens.get(at)?;
        let is_inside = quotation.start <= token.start && token.start < quotation.end;
        (is_inside && !told.contains(content.unit, token.start)).then_some((quotation, token))
    };
    let before =
        || is_left(range.start, range.start.checked_sub(1)?).map(|found| (found, "starts"));
    let ((quotation, token), how) =
        is_left(last, range.end).map(|found| (found, "stops")).or_else(before)?;
    let left = if how == "stops" {
        Span { start: token.start, end: quotation.end, ..content }
    } else {
        Span { start: quotation.start, end: token.end, ..content }
    };
    let message = format!(
        "the content {how} inside a quotation; nothing accounts for {}",
        subject.words(left)
    );
    Some(
        Problem::warning(StatementCode::QuotationCut, message)
            .hint("quote the whole quotation, or give the other words to another statement")
            .hint("if the words are left out on purpose, say why in a \"note\" of the statement"),
    )
}

/// Returns a problem if content ends a paragraph inside a quotation that goes on in the next one, and
/// nothing tells the words there.
fn continues(
    subject: &Subject<'_>,
    told: &Covered,
    statement: &Statement,
    content: Span,
) -> Option<Problem> {
    let last = subject.names.tokens.unit(content.unit).last()?;
    let quotation = open_at_end(subject, content.unit)?;
    if last.start < content.start || last.start >= content.end || quotation.start > last.start {
        return None;
    }
    let next = UnitIx(content.unit.0 + 1);
    let more = subject.quotations.of(next).first()?;
    let first = subject.names.tokens.within(*more).first()?;
    let is_own = statement.content.iter().any(|span| span.unit == next);
    if is_own || told.contains(next, first.start) {
        return None;
    }
    let message = format!(
        "the quotation goes on in {}, but nothing accounts for {}",
        paragraph(next),
        subject.words(*more)
    );
    Some(
        Problem::warning(StatementCode::QuotationContinues, message)
            .hint("add the next paragraph to the content")
            .hint("if somebody else is quoted there, say so in a \"note\" of the statement"),
    )
}

/// Returns the quotation that reaches the end of a paragraph without a closing mark: it goes on in
/// the next one.
fn open_at_end(subject: &Subject<'_>, unit: UnitIx) -> Option<Span> {
    let quotation = *subject.quotations.of(unit).last()?;
    let text = subject.dossier.article.unit(unit);
    let is_open =
        quotation.end == text.len() && !ends_closed(text.slice(quotation.start, quotation.end));
    is_open.then_some(quotation)
}

/// Returns true if the first quotation of a paragraph goes on from the one before, and the words
/// there belong to a statement or the background.
fn goes_on_from_before(subject: &Subject<'_>, told: &Covered, unit: UnitIx) -> bool {
    let Some(before) = unit.0.checked_sub(1).map(UnitIx) else { return false };
    let last = subject.names.tokens.unit(before).last();
    open_at_end(subject, before).is_some() && last.is_some_and(|it| told.contains(before, it.start))
}

/// Returns true if a quotation ends in a closing mark. It may be followed by white space.
fn ends_closed(quotation: &str) -> bool {
    let mut chars = quotation.trim_end().chars();
    let (first, last) = (chars.next(), chars.next_back());
    let is_mark = |c: char| {
        matches!(c, '"' | '＂' | '”' | '“' | '»' | '«' | '’' | '‘' | '›' | '‹' | '」' | '』')
    };
    first.is_some() && last.is_some_and(is_mark)
}
