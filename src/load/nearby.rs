//! Choosing between several occurrences of a quote in a passage, by the other words of the
//! statement.

use super::article_text::Text;
use crate::model::{Span, UnitIx, is_letter};

/// The passage of a statement, and those of its words that were found without doubt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near<'s> {
    /// The passage.
    pub unit: UnitIx,
    /// Words of the statement, in any unit.
    pub words: &'s [Span],
    /// Words of the statement with which the quote has none in common: those of its other parts.
    pub apart: &'s [Span],
}

impl Near<'static> {
    /// The passage alone.
    pub const fn of_passage(unit: UnitIx) -> Self {
        Self { unit, words: &[], apart: &[] }
    }
}

impl Near<'_> {
    /// Returns the occurrence that is meant beyond doubt. It is the only one within the words; if
    /// there is none, the only one with nothing but space and punctuation between it and them; if
    /// there is none, the only one in the same sentence.
    pub fn choose(&self, text: &Text, found: &[Span]) -> Option<Span> {
        let here: Vec<Span> =
            self.words.iter().copied().filter(|span| span.unit == self.unit).collect();
        let overlaps = |span: &Span| self.apart.iter().any(|words| words.overlaps(*span));
        let found: Vec<Span> = (found.iter().copied())
            .filter(|span| span.unit == self.unit && !overlaps(span))
            .collect();
        let is_within = |span: &Span| here.iter().any(|words| words.contains(*span));
        let touches = |span: &Span| here.iter().any(|words| is_adjacent(text, *words, *span));
        let ends = text.sentences(self.unit);
        let sentence = |at: u32| ends.partition_point(|end| *end <= at);
        let shares_sentence = |span: &Span| {
            let of = |it: &Span| sentence(it.start)..=sentence(it.end.saturating_sub(1));
            let (own, mut others) = (of(span), here.iter().map(of));
            others.any(|other| own.start() <= other.end() && other.start() <= own.end())
        };
        let rules: [&dyn Fn(&Span) -> bool; 3] = [&is_within, &touches, &shares_sentence];
        for rule in rules {
            let mut meant = found.iter().filter(|span| rule(span));
            match (meant.next(), meant.next()) {
                (Some(span), None) => return Some(*span),
                (Some(_), Some(_)) => return None,
                (None, _) => {}
            }
        }
        None
    }
}

/// Returns true if there is no letter or digit between two spans that do not overlap.
fn is_adjacent(text: &Text, one: Span, other: Span) -> bool {
    let (before, after) = if one.start <= other.start { (one, other) } else { (other, one) };
    let between = text.units[one.unit.index()].slice(before.end.min(after.start), after.start);
    before.end <= after.start && !between.contains(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unit;

    fn chosen(quote: &str, words: &[&str], is_beside: bool) -> Option<u32> {
        let unit = "He said A, and he said so. He said B and so on, so he said C. Then he left.";
        let text = Text::new(vec![Unit::new(unit)]);
        let find = |words: &str| -> Vec<Span> {
            super::super::article_text::Wanted::new(words, None, None).in_unit(&text, UnitIx(0))
        };
        let words: Vec<Span> = words.iter().map(|words| find(words)[0]).collect();
        let apart = if is_beside { &*words } else { &[] };
        let near = Near { unit: UnitIx(0), words: &words, apart };
        near.choose(&text, &find(quote)).map(|span| span.start)
    }

    #[test]
    fn takes_an_occurrence_only_beyond_doubt() {
        let cases = [
            ("said", &["B and so on"][..], true, Some(30)),
            ("said", &["left"], true, None),
            ("so", &["B and so on"], false, Some(41)),
            ("so", &["B and so on"], true, Some(48)),
            ("he", &["left"], true, Some(67)),
            ("said", &["A", "C"], true, None),
            ("said", &[], true, None),
        ];
        for (quote, words, is_beside, expected) in cases {
            assert_eq!(chosen(quote, words, is_beside), expected, "{quote} near {words:?}");
        }
    }
}
