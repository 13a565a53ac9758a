//! The ends of sentences. Native: the browser gets them in its data.

use super::{Unit, is_letter, is_unspaced, primary_language};

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
/// after which the text goes on, one without a space before a capital, and a space in Thai. A gap also ends a sentence, because it may hide the end of one.
pub fn sentence_ends(unit: &Unit, language: &str, in_doubt: InDoubt) -> Vec<u32> {
    let chars: Vec<char> = unit.as_str().chars().collect();
    let language = primary_language(language);
    let marks = Marks { chars: &chars, language: &language };
    let mut ends = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        if marks.is_space_in_doubt(at) && in_doubt == InDoubt::Split {
            ends.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        if !marks.ends(at) {
            continue;
        }
        let is_wide = is_wide(*c);
        // German and Polish close with marks that open in English. These follow the full stop directly.
        let is_low_closing = |c: char| matches!(c, '“' | '‘' | '«' | '‹');
        let closes = |i: &usize| is_closing(chars[*i]) || (!is_wide && is_low_closing(chars[*i]));
        let end = (at + 1..chars.len()).find(|i| !closes(i)).unwrap_or(chars.len());
        let end = marks.after_notes(end);
        let white = chars[end..].iter().take_while(|c| c.is_whitespace()).count();
        let next = chars.get(end + white).copied();
        let starts_new = match next {
            None => true,
            Some(_) if is_wide => true,
            Some(next) => {
                white > 0
                    && (!is_lower_case(next)
                        || marks.is_mixed_case(end + white)
                        || (*c == '…' && chars[end - 1] == ']'))
            }
        };
        let is_glued = white == 0 && next.is_some_and(|next| marks.is_glued(at, end, next));
        let is_doubtful = is_glued
            || next.is_some_and(|next| {
                (*c == '.' && end == at + 1 && is_abbreviated(&chars[..at], next, &language))
                    || (is_wide && end > at + 1 && white == 0 && is_letter(next))
                    || *c == '།'
            });
        if (starts_new || is_glued) && !(is_doubtful && in_doubt == InDoubt::Join) {
            ends.push(u32::try_from(end).unwrap_or(u32::MAX));
        }
    }
    ends
}

/// Returns true for marks after which a sentence begins without white space: those of scripts that
/// use no full stop between the parts of a word.
const fn is_wide(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
        || matches!(c, '।' | '॥' | '۔' | '።' | '։' | '။' | '។' | '៕' | '།' | '༎' | '؟')
}

const fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '）' | '】' | '》' | '｣')
}

/// The characters of a unit, as marks of sentences.
struct Marks<'a> {
    chars: &'a [char],
    language: &'a str,
}

impl Marks<'_> {
    /// Returns true if the character ends a sentence in the language.
    fn ends(&self, at: usize) -> bool {
        let near = |at: Option<usize>| at.and_then(|at| self.chars.get(at)).copied();
        let (before, after) = (near(at.checked_sub(1)), near(at.checked_add(1)));
        match self.chars[at] {
            // The decimal point of full-width digits.
            '．' => !(before.is_some_and(char::is_numeric) && after.is_some_and(char::is_numeric)),
            ';' | '\u{37e}' => self.language == "el",
            // What keyboards type for a danda.
            '|' => {
                matches!(self.language, "hi" | "bn" | "mr" | "ne" | "sa" | "pa" | "as" | "or")
                    && before.is_some_and(char::is_whitespace)
            }
            c => is_wide(c) || matches!(c, '.' | '!' | '?' | '…'),
        }
    }

    /// Returns the position after references to notes: "[1]".
    fn after_notes(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(('[', rest)) = self.chars[at..].split_first().map(|(c, rest)| (*c, rest)) {
            let digits = rest.iter().take_while(|c| c.is_numeric()).count();
            if digits == 0 || rest.get(digits) != Some(&']') {
                break;
            }
            at += digits + 2;
        }
        at
    }

    /// Returns true for a word such as "iPhone", which begins sentences as it is.
    fn is_mixed_case(&self, at: usize) -> bool {
        let mut word = self.chars[at..].iter().take_while(|c| is_letter(**c));
        word.any(|c| c.is_uppercase())
    }

    /// Returns true if a sentence may begin without white space: "left.She", "很好……她".
    fn is_glued(&self, at: usize, end: usize, next: char) -> bool {
        match self.chars[at] {
            '…' => {
                let before = self.chars[..at].iter().rev().find(|c| **c != '…');
                is_unspaced(next)
                    || (is_letter(next) && before.is_some_and(|before| is_unspaced(*before)))
            }
            '.' | '!' | '?' => {
                let word = self.chars[..at].iter().rev().take_while(|c| c.is_lowercase()).count();
                end > at && word > 1 && next.is_uppercase()
            }
            _ => false,
        }
    }

    /// Returns true for a space in Thai and Lao, which have no mark for the end of a sentence.
    fn is_space_in_doubt(&self, at: usize) -> bool {
        let is_thai = |c: char| matches!(c, '\u{e00}'..='\u{eff}');
        self.chars[at].is_whitespace()
            && at.checked_sub(1).is_some_and(|before| is_thai(self.chars[before]))
    }
}

/// Returns true if the full stop after this text may belong to its last word. `language` has no region.
fn is_abbreviated(before: &[char], next: char, language: &str) -> bool {
    let start = before.iter().rposition(|c| !is_letter(*c)).map_or(0, |at| at + 1);
    let word: String = before[start..].iter().flat_map(|c| c.to_lowercase()).collect();
    let is_in = |list: &str, word: &str| list.contains(&[" ", word, " "].concat());
    if word.is_empty() {
        return false;
    }
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.len() < 3 && is_letter(next) && is_in(STOP_AFTER_ORDINAL, language);
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
        join("ur", "بارش ہوئی۔ہوا چلی۔", &["بارش ہوئی۔", "ہوا چلی۔"]);
        join("bn", "বৃষ্টি হলো।হাওয়া এল।", &["বৃষ্টি হলো।", "হাওয়া এল।"]);
        join("hi", "बारिश हुई | हवा चली |", &["बारिश हुई |", "हवा चली |"]);
        join("am", "ዝናብ ዘነበ።ነፋስ መጣ።", &["ዝናብ ዘነበ።", "ነፋስ መጣ።"]);
        join("my", "မိုးရွာ။လေတိုက်။", &["မိုးရွာ။", "လေတိုက်။"]);
        join("km", "ភ្លៀង។ខ្យល់។", &["ភ្លៀង។", "ខ្យល់។"]);
        join("hy", "Անձրև եկավ։Քամի եկավ։", &["Անձրև եկավ։", "Քամի եկավ։"]);
        join("el", "Έβρεξε; Φύσηξε. Τέλος.", &["Έβρεξε;", "Φύσηξε.", "Τέλος."]);
        join("ja", "雨は３．５ミリ．風は弱い．", &["雨は３．５ミリ．", "風は弱い．"]);
        join(
            "en",
            "It rained.[12] Then eBay closed. iMacs fell.",
            &["It rained.[12]", "Then eBay closed.", "iMacs fell."],
        );
        join("en", "It rained.Then wind.", &["It rained.Then wind."]);
        split("en", "It rained.Then wind.", &["It rained.", "Then wind."]);
        split("zh", "下雨了……刮风了。", &["下雨了……", "刮风了。"]);
        split("th", "ฝนตก ลมพัด", &["ฝนตก"]);
        split("bo", "ཆར་པ་བབ།རླུང་ལྡང༌།", &["ཆར་པ་བབ།", "རླུང་ལྡང༌།"]);
    }
}
