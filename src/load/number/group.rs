//! Fractions of a group: "one in five", "jeder fünfte", "un Français sur trois", "5명 중 1명".

use super::phrase::{Phrase, Reader, Value};
use super::ratio::Ratio;
use super::table::Meaning;
use super::tokens::Token;

/// Largest group. A year or a larger number is not one: "three in 2024".
const MAX_GROUP: u64 = 1000;

impl Reader<'_> {
    /// Turns "one in five" into a fraction.
    pub(super) fn make_fraction(&self, phrase: &mut Phrase) {
        let Some(of) = self.after_in(phrase.end) else { return };
        let Some(whole) = self.phrase(of) else { return };
        let Some(number) = fraction(phrase, &whole) else { return };
        phrase.values = vec![Value { number, trail: Vec::new() }];
        (phrase.is_part, phrase.end) = (true, whole.end);
    }

    /// Finds a group whose members are named between the numbers: "un Français sur trois". The numbers
    /// may also be two counts ("three people in five cities"), so both readings are kept.
    pub(super) fn find_group(&self, phrase: &mut Phrase) {
        if phrase.is_part || phrase.is_vague {
            return;
        }
        let Some((of, is_reversed)) = self.after_members(phrase.end) else { return };
        let Some(whole) = self.phrase(of) else { return };
        let number = if is_reversed { fraction(&whole, phrase) } else { fraction(phrase, &whole) };
        let Some(number) = number else { return };
        phrase.values.extend(whole.values);
        phrase.group = Some(Value { number, trail: Vec::new() });
        phrase.end = whole.end;
    }

    /// Returns the position after the words that join a part and its group.
    fn after_in(&self, at: usize) -> Option<usize> {
        let dash = |at: usize| at + usize::from(self.tokens.get(at) == Some(&Token::Dash(true)));
        let at = dash(at);
        let Some(Token::Word(word)) = self.tokens.get(at) else { return None };
        let next = match self.tokens.get(at + 1) {
            Some(Token::Word(next)) => next.as_str(),
            _ => "",
        };
        let mut of = match (self.language, word.as_str()) {
            ("en", "out") if next == "of" => at + 2,
            ("en", "of") if matches!(next, "every" | "each") => at + 2,
            ("es", "de") if self.meaning(at + 1) == Some(Meaning::Article) => at + 2,
            _ if self.meaning(at) == Some(Meaning::In) => at + 1,
            _ => return None,
        };
        of += usize::from(self.meaning(of) == Some(Meaning::Article));
        Some(dash(of))
    }

    /// Returns the position after the members of a group and the words that join them to the other
    /// number, and whether the group comes first.
    fn after_members(&self, at: usize) -> Option<(usize, bool)> {
        let word = |at: usize| match self.tokens.get(at) {
            Some(Token::Word(word)) => word.as_str(),
            _ => "",
        };
        let (members, next) = (word(at), word(at + 1));
        let ends = |ends: &[&str]| ends.iter().any(|end| members.ends_with(end));
        match self.language {
            "ja" if ends(&["人に", "人中", "人のうち"]) => Some((at + 1, true)),
            "zh" if ends(&["中", "中有", "中就有", "就有", "里有", "裡有"]) => {
                Some((at + 1, true))
            }
            "ko" if matches!(next, "중" | "가운데" | "중에") => Some((at + 2, true)),
            "tr" if ends(&["den", "dan", "ten", "tan"]) => Some((at + 1, true)),
            "fa" if next == "یک" => Some((at + 1, true)),
            // "Eight of 10 voters" are also eight.
            "en" if members == "of" => Some((at + 1 + usize::from(next == "the"), false)),
            _ if self.is_unknown(at) => self.after_in(at + 1).map(|of| (of, false)),
            _ => None,
        }
    }
}

fn fraction(part: &Phrase, whole: &Phrase) -> Option<Ratio> {
    let count = |phrase: &Phrase| match phrase.values.as_slice() {
        [value] if value.trail.is_empty() || value.trail == [100] => match value.number.terms() {
            (number, 1) => u64::try_from(number).ok(),
            _ => None,
        },
        _ => None,
    };
    let (part, whole) = (count(part)?, count(whole)?);
    (part > 0 && part < whole && whole <= MAX_GROUP).then(|| Ratio::part(part.into(), whole.into()))
}
