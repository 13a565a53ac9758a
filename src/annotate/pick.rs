//! Selected words: whole words in one or several pieces.

use super::select::{Side, Step};
use super::text::Text;
use crate::model::{Span, UnitIx};

/// Selected words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pick {
    /// The pieces that are done.
    pub pieces: Vec<Span>,
    /// The piece that can still be extended.
    pub piece: Option<Span>,
    /// The end of it that moves.
    pub moves: Moves,
    /// True while it is only the place of the keyboard in the text, and nothing was selected on purpose.
    pub is_caret: bool,
}

/// The end of a selection that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Moves {
    /// The last word.
    #[default]
    End,
    /// The first word.
    Start,
}

impl Pick {
    /// Selects spans.
    pub fn of(mut spans: Vec<Span>) -> Self {
        let piece = spans.pop();
        Self { pieces: spans, piece, ..Self::default() }
    }

    /// Returns all pieces, in reading order.
    pub fn spans(&self) -> Vec<Span> {
        let mut spans = self.pieces.clone();
        spans.extend(self.piece);
        spans.sort();
        spans
    }

    /// Returns true if words were selected on purpose.
    pub fn is_words(&self) -> bool {
        !self.is_caret && (self.piece.is_some() || !self.pieces.is_empty())
    }

    /// Keeps the piece, and begins another one at the word after it.
    pub fn another_piece(&self, text: &Text) -> Self {
        let Some(piece) = self.piece else { return self.clone() };
        let mut next = Self { pieces: self.spans(), piece: None, ..Self::default() };
        next.piece = word_after(text, piece);
        next.is_caret = next.piece.is_none();
        next
    }

    /// Goes to the next word or sentence, or to the one before, without selecting more than it.
    pub fn go(&self, text: &Text, forward: bool, step: Step) -> Option<Self> {
        let here = self.piece.or_else(|| first(text))?;
        let there = match (self.piece, forward, step) {
            (None, ..) => here,
            (Some(_), true, Step::Word) => next_word(text, here)?,
            (Some(_), false, Step::Word) => word_before(text, here)?,
            (Some(_), true, _) => {
                let after = next_word(text, text.sentence_at(here.unit, here.start)?)?;
                text.word_at(after.unit, after.start)?
            }
            (Some(_), false, _) => {
                let sentence = text.sentence_at(here.unit, here.start)?;
                match sentence.start < here.start {
                    true => text.word_at(sentence.unit, sentence.start)?,
                    false => {
                        let before = word_before(text, here)?;
                        let sentence = text.sentence_at(before.unit, before.start)?;
                        text.word_at(sentence.unit, sentence.start)?
                    }
                }
            }
        };
        let is_caret = self.pieces.is_empty();
        Some(Self { pieces: self.pieces.clone(), piece: Some(there), is_caret, ..Self::default() })
    }

    /// Moves the end of the selection that moves.
    pub fn extend(&self, text: &Text, forward: bool, step: Step) -> Option<Self> {
        let piece = self.piece.or_else(|| first(text))?;
        let mut next = Self { is_caret: false, piece: Some(piece), ..self.clone() };
        // A sentence is first selected as a whole.
        let is_word = text.word_at(piece.unit, piece.start) == Some(piece);
        if is_word {
            next.moves = if forward { Moves::End } else { Moves::Start };
        }
        let side = match next.moves {
            Moves::End => Side::End,
            Moves::Start => Side::Start,
        };
        let outwards = (side == Side::End) == forward;
        next.piece = Some(match outwards {
            true => text.extend(piece, side, step),
            false => text.shrink(piece, side, step),
        });
        Some(next)
    }

    /// Extends the selection to a word.
    pub fn to(&self, word: Span) -> Self {
        let piece = match self.piece.filter(|it| it.unit == word.unit) {
            Some(piece) => Span {
                start: piece.start.min(word.start),
                end: piece.end.max(word.end),
                unit: word.unit,
            },
            None => word,
        };
        Self { pieces: self.pieces.clone(), piece: Some(piece), ..Self::default() }
    }
}

/// Returns the first word of the text.
fn first(text: &Text) -> Option<Span> {
    (0..text.units().len()).find_map(|unit| text.word_at(UnitIx(u32::try_from(unit).ok()?), 0))
}

impl Text {
    /// Returns a span without punctuation at its ends, which does not belong to a name or a verb.
    pub fn without_punctuation(&self, span: Span) -> Span {
        let words = self.slice(span);
        let is_outer = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || OUTER.contains(c);
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(0);
        let rest = words.trim_start_matches(is_outer);
        let start = span.start + count(words) - count(rest);
        let bare = Span { start, end: start + count(rest.trim_end_matches(is_outer)), ..span };
        if bare.start < bare.end { bare } else { span }
    }
}

/// Punctuation at the ends of words, besides that of ASCII.
const OUTER: &str = "“”„‘’«»‹›…–—،؛؟。、";

fn next_word(text: &Text, here: Span) -> Option<Span> {
    word_after(text, here).or_else(|| {
        let units = u32::try_from(text.units().len()).ok()?;
        (here.unit.0 + 1..units).find_map(|unit| text.word_at(UnitIx(unit), 0))
    })
}

/// Returns the next word of the unit. What follows a selection may be the punctuation of its last word.
fn word_after(text: &Text, here: Span) -> Option<Span> {
    let next = text.words(here.unit).iter().find(|word| word.span.start >= here.end)?;
    text.word_at(here.unit, next.span.start)
}

fn word_before(text: &Text, here: Span) -> Option<Span> {
    let last_before = |unit: UnitIx, end: u32| {
        let word = text.words(unit).iter().rev().find(|word| word.span.end <= end)?;
        Some(text.bare(word.span))
    };
    last_before(here.unit, here.start)
        .or_else(|| (0..here.unit.0).rev().find_map(|unit| last_before(UnitIx(unit), u32::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNITS: [&str; 3] =
        ["", "Ada said it. “No 🚢 sails,” she said.", "قال عمر إن السفينة تأخرت."];

    fn check(start: Option<&str>, moves: &[(bool, bool, Step)], expected: &str) {
        let text = Text::new(&UNITS, "en", &[], false);
        let mut pick = Pick { piece: start.and_then(|it| text.find(it)), ..Pick::default() };
        for (extends, forward, step) in moves {
            let next = if *extends {
                pick.extend(&text, *forward, *step)
            } else {
                pick.go(&text, *forward, *step)
            };
            pick = next.unwrap_or(pick);
        }
        let words: Vec<&str> = pick.spans().iter().map(|it| text.slice(*it)).collect();
        assert_eq!(words.join(" … "), expected);
    }

    #[test]
    fn the_place_of_the_keyboard_goes_from_word_to_word() {
        check(None, &[(false, true, Step::Word)], "Ada");
        check(Some("Ada"), &[(false, true, Step::Word); 2], "it");
        check(Some("it"), &[(false, true, Step::Word)], "“No");
        check(Some("she"), &[(false, true, Step::Word); 2], "قال");
        check(Some("قال"), &[(false, false, Step::Word)], "said");
        check(Some("Ada"), &[(false, true, Step::Sentence)], "“No");
        check(Some("sails"), &[(false, false, Step::Sentence); 2], "Ada");
    }

    #[test]
    fn a_selection_grows_and_shrinks_at_the_end_that_moves() {
        check(Some("Ada"), &[(true, true, Step::Word); 2], "Ada said it");
        check(Some("Ada"), &[(true, true, Step::Word), (true, false, Step::Word)], "Ada");
        check(Some("it"), &[(true, false, Step::Word); 2], "Ada said it");
        check(Some("Ada"), &[(true, true, Step::Sentence)], "Ada said it.");
        check(Some("قال"), &[(true, true, Step::Word)], "قال عمر");
    }

    #[test]
    fn names_have_no_punctuation_at_their_ends() {
        let text = Text::new(&UNITS, "en", &[], false);
        let check = |words: &str, expected: &str| {
            let span = text.find(words).expect("the words");
            assert_eq!(text.slice(text.without_punctuation(span)), expected);
        };
        check("it.", "it");
        check("“No 🚢 sails,”", "No 🚢 sails");
        check("said", "said");
    }

    #[test]
    fn pieces_are_kept() {
        let text = Text::new(&UNITS, "en", &[], false);
        let pick = Pick { piece: text.find("Ada"), ..Pick::default() };
        let pick = pick.another_piece(&text);
        assert_eq!(pick.piece, text.find("said"));
        let pick = pick.to(text.find("it").expect("a word"));
        let words: Vec<&str> = pick.spans().iter().map(|it| text.slice(*it)).collect();
        assert_eq!(words, ["Ada", "said it"]);
        assert!(pick.is_words());
    }
}
