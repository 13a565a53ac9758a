//! A figure whose words bound it, read as another bound.

use super::{Findings, Place, Subject};
use crate::load::code::FigureCode;
use crate::load::cues::Bounded;
use crate::load::problem::Problem;
use crate::model::{Bound, Span};

/// Maximum number of words before a number that bound it.
const BEFORE: usize = 4;

/// Warns about figures such as "over 150" that are read as exact, or as bounded the other way. A note
/// on the bound or the figure answers the warning.
pub fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for (position, figure) in subject.dossier.figures.iter().enumerate() {
        if figure.note.is_some() || figure.bound.basis.note.is_some() {
            continue;
        }
        let Some((words, bounded)) = bounded(subject, figure.words) else { continue };
        let fitting = match (figure.bound.value, bounded) {
            (Bound::Exact | Bound::AtMost, Bounded::Below) => "at_least",
            (Bound::Exact | Bound::AtLeast, Bounded::Above) => "at_most",
            (Bound::Exact, Bounded::About) => "approx",
            _ => continue,
        };
        let message = format!(
            "the words are {}, but the bound is {}",
            subject.words(words),
            crate::model::Vocabulary::code(figure.bound.value)
        );
        let problem = Problem::warning(FigureCode::OtherBound, message)
            .hint(format!("use \"{fitting}\""))
            .hint("if the bound is right, say why in a note: { \"is\": …, \"note\": … }");
        findings.add(
            [Place::Field("figures"), Place::Element(position), Place::Field("bound")],
            problem,
        );
    }
}

/// Returns the bound that the words before, in or after a number give, and these words with the
/// number.
fn bounded(subject: &Subject<'_>, words: Span) -> Option<(Span, Bounded)> {
    let cues = subject.cues?;
    let tokens = subject.names.tokens.unit(words.unit);
    let range = subject.names.tokens.range(words);
    let is_number = |at: &usize| tokens[*at].key.contains(|c: char| c.is_numeric());
    let number = range.clone().find(is_number).unwrap_or(range.start);
    let is_joined = |at: usize| tokens.get(at).is_some_and(|token| token.gap.is_plain());
    let before = (number.saturating_sub(BEFORE)..number).rev();
    let from = before.take_while(|at| is_joined(at + 1)).last().unwrap_or(number);
    let before = || {
        let (at, bounded) = cues.bound_before(&tokens[from..number])?;
        let start = tokens[from + at].start.min(words.start);
        Some((Span { start, ..words }, bounded))
    };
    let inside = || Some((words, cues.bound_at(&tokens[range.clone()])?));
    let after = || {
        let mut rest =
            (range.end..(range.end + 2).min(tokens.len())).take_while(|at| is_joined(*at));
        rest.find_map(|at| {
            let (len, bounded) = cues.bound_after(&tokens[at..])?;
            Some((Span { end: tokens[at + len - 1].end, ..words }, bounded))
        })
    };
    before().or_else(inside).or_else(after)
}
