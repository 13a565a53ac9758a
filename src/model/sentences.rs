//! The ends of sentences. Native: the browser gets them in its data.

use super::{Unit, is_letter};

/// What to do with a full stop that may or may not end a sentence ("am 15. Januar", "Dr. Lund").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InDoubt {
    /// The sentence goes on: a card shows whole sentences.
    Join,
    /// The sentence ends: an excerpt never shows more than it promises.
    Split,
}

/// Languages that write an ordinal with a full stop ("15.").
const STOP_AFTER_ORDINAL: &str = " de da nb nn no fi et lv cs sk pl hu hr sr bs sl tr is fo lb mk ";
/// Abbreviations before a name.
const BEFORE_NAME: &str = " mr mrs ms dr prof st sen rep gov gen col lt sgt capt rev hon mme mlle m hr fr sr sra dott sig ing ";
/// Abbreviations before a number.
const BEFORE_NUMBER: &str = " no nr nos art abs p pp fig vol núm num n cap jan feb mar apr jun jul aug sep sept oct nov dec ";

/// Returns the end of each sentence of a unit, as code point offsets. A full stop ends a sentence
/// if white space and a capital follow, and one of Chinese or Japanese always. One after a single
/// letter ("U.N. buffer"), an abbreviation or an ordinal is in doubt, and so is one in a quotation
/// after which the text goes on. A gap also ends a sentence, because it may hide the end of one.
pub fn sentence_ends(unit: &Unit, language: &str, in_doubt: InDoubt) -> Vec<u32> {
    let chars: Vec<char> = unit.as_str().chars().collect();
    let is_wide = |c: char| matches!(c, '。' | '！' | '？' | '｡');
    let is_mark = |c: char| {
        is_wide(c) || matches!(c, '.' | '!' | '?' | '؟' | '…' | '।' | '॥' | '۔' | '።' | '։')
    };
    let is_closing = |c: char| {
        matches!(c, '"' | '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '）' | '】' | '》')
    };
    // German and Polish close with marks that open in English. These follow the full stop directly.
    let is_low_closing = |c: char| matches!(c, '“' | '‘' | '«' | '‹');
    let mut ends = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        if !is_mark(*c) {
            continue;
        }
        let closes =
            |i: &usize| is_closing(chars[*i]) || (!is_wide(*c) && is_low_closing(chars[*i]));
        let end = (at + 1..chars.len()).find(|i| !closes(i)).unwrap_or(chars.len());
        let white = chars[end..].iter().take_while(|c| c.is_whitespace()).count();
        let next = chars.get(end + white).copied();
        let starts_new = match next {
            None => true,
            Some(_) if is_wide(*c) => true,
            Some(next) => {
                white > 0 && (!is_lower_case(next) || (*c == '…' && chars[end - 1] == ']'))
            }
        };
        let is_doubtful = next.is_some_and(|next| {
            (*c == '.' && end == at + 1 && is_abbreviated(&chars[..at], next, language))
                || (is_wide(*c) && end > at + 1 && white == 0 && is_letter(next))
        });
        if starts_new && !(is_doubtful && in_doubt == InDoubt::Join) {
            ends.push(u32::try_from(end).unwrap_or(u32::MAX));
        }
    }
    ends
}

/// Returns true if the full stop after this text may belong to its last word.
fn is_abbreviated(before: &[char], next: char, language: &str) -> bool {
    let start = before.iter().rposition(|c| !is_letter(*c)).map_or(0, |at| at + 1);
    let word: String = before[start..].iter().flat_map(|c| c.to_lowercase()).collect();
    let is_in = |list: &str, word: &str| list.contains(&[" ", word, " "].concat());
    let primary = language.split('-').next().unwrap_or_default();
    if word.is_empty() {
        return false;
    }
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.len() < 3 && is_letter(next) && is_in(STOP_AFTER_ORDINAL, primary);
    }
    before.len() - start == 1
        || is_in(BEFORE_NAME, &word)
        || (next.is_ascii_digit() && is_in(BEFORE_NUMBER, &word))
}

/// Returns true for lower-case letters of the common scripts that have them.
const fn is_lower_case(c: char) -> bool {
    matches!(c, 'a'..='z' | 'ß'..='ÿ' | 'α'..='ώ' | 'а'..='џ' | 'ա'..='և')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_before_a_capital_but_not_after_an_initial() {
        let check_in = |language: &str, in_doubt, text: &str, expected: &[&str]| {
            let unit = Unit::new(text);
            let mut from = 0;
            let mut sentences = Vec::new();
            for end in sentence_ends(&unit, language, in_doubt) {
                sentences.push(unit.slice(from, end).trim().to_owned());
                from = end;
            }
            assert_eq!(sentences, expected, "{text}");
        };
        let check = |text: &str, expected: &[&str]| check_in("en", InDoubt::Join, text, expected);
        check("One. Two? “Three.” Four", &["One.", "Two?", "“Three.”"]);
        check("A U.N. Force came. It left.", &["A U.N. Force came.", "It left."]);
        check("In 2025. According to 1.5 of it.", &["In 2025.", "According to 1.5 of it."]);
        check("On Feb. 3 Dr. Lund said no. He left.", &["On Feb. 3 Dr. Lund said no.", "He left."]);
        check("He is 15. She is 16.", &["He is 15.", "She is 16."]);
        let split = |language, text: &str, expected: &[&str]| {
            check_in(language, InDoubt::Split, text, expected);
        };
        split("en", "On Feb. 3 Dr. Lund left.", &["On Feb.", "3 Dr.", "Lund left."]);
        let join = |language, text: &str, expected: &[&str]| {
            check_in(language, InDoubt::Join, text, expected);
        };
        join("de", "Am 3. Mai kam er. Er ging.", &["Am 3. Mai kam er.", "Er ging."]);
        split("de", "Am 3. Mai kam er.", &["Am 3.", "Mai kam er."]);
        join("fi", "Hän tuli 3. Toukokuuta.", &["Hän tuli 3. Toukokuuta."]);
        join("de", "„Es war kalt.“ Dann kam er.", &["„Es war kalt.“", "Dann kam er."]);
        join("de", "Sie nannte es „Unsinn“. Er ging.", &["Sie nannte es „Unsinn“.", "Er ging."]);
        join("zh", "他走了。她来了。", &["他走了。", "她来了。"]);
        join("ja", "「行け！」と言った。終わり。", &["「行け！」と言った。", "終わり。"]);
        split("ja", "「行け！」と言った。", &["「行け！」", "と言った。"]);
        join("hi", "वह आया। वह गया।", &["वह आया।", "वह गया।"]);
        join("ur", "وہ آیا۔ وہ گیا۔", &["وہ آیا۔", "وہ گیا۔"]);
    }
}
