//! The text file of a dossier without characters that nobody sees: it looks the same afterwards, and its
//! lines stay as they are.

use crate::load::forbidden_character;
use crate::model::is_unspaced;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// How much of a text file is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// All that does not change how the text looks.
    All,
    /// The characters that no text may contain.
    Forbidden,
}

/// Returns the text without the characters, and what was done. Nothing was done if the list is empty.
///
/// - Control characters and bidirectional overrides are removed; one that breaks a line becomes a space.
/// - Soft hyphens, word joiners, byte-order marks within the text and, except in scripts without
///   spaces, zero-width spaces are removed. Joiners and marks of direction stay: letters depend on them.
/// - A no-break space between two letters becomes a space. Beside digits and punctuation it stays.
/// - A letter and its marks are composed (NFC).
pub(super) fn cleaned(text: &str, extent: Extent) -> (String, Vec<String>) {
    let mut counts = Counts::default();
    let (mark, text) = text.split_at(if text.starts_with(BOM) { BOM.len_utf8() } else { 0 });
    let lines = text.split_inclusive('\n').map(|line| counts.line(line, extent));
    let clean = mark.to_owned() + &lines.collect::<String>();
    (clean, counts.does())
}

/// ZERO WIDTH NO-BREAK SPACE, a byte-order mark at the start of a file.
const BOM: char = '\u{feff}';

/// Number of characters of each kind that were changed.
#[derive(Debug, Default)]
struct Counts {
    removed: usize,
    spaces: usize,
    composed: usize,
}

impl Counts {
    /// Cleans a line, and keeps its end.
    fn line(&mut self, line: &str, extent: Extent) -> String {
        let words = line.trim_end_matches(['\r', '\n']);
        let end = &line[words.len()..];
        let chars: Vec<char> = words.chars().collect();
        let mut out = String::with_capacity(words.len());
        for (at, c) in chars.iter().copied().enumerate() {
            let before = at.checked_sub(1).map(|before| chars[before]);
            let beside = [before, chars.get(at + 1).copied()];
            if forbidden_character(c.encode_utf8(&mut [0; 4])).is_some() {
                self.removed += 1;
                out.extend(c.is_whitespace().then_some(' '));
            } else if extent == Extent::All && is_unseen(c, beside) {
                self.removed += 1;
            } else if extent == Extent::All && is_needless(c, beside) {
                self.spaces += 1;
                out.push(' ');
            } else {
                out.push(c);
            }
        }
        let composed = match extent {
            Extent::All => out.graphemes(true).map(|letter| self.composed(letter)).collect(),
            Extent::Forbidden => out,
        };
        composed + end
    }

    fn composed(&mut self, letter: &str) -> String {
        // Single characters stay: some Chinese ones would become others.
        if letter.chars().nth(1).is_none() {
            return letter.to_owned();
        }
        let composed: String = letter.nfc().collect();
        self.composed += usize::from(composed != letter);
        composed
    }

    /// Says what was done.
    fn does(&self) -> Vec<String> {
        let count = |many: usize, one: &str, more: &str| match many {
            0 => None,
            1 => Some(one.to_owned()),
            _ => Some(more.replace("{}", &many.to_string())),
        };
        [
            count(
                self.removed,
                "removes an invisible character",
                "removes {} invisible characters",
            ),
            count(self.spaces, "makes a no-break space a space", "makes {} no-break spaces spaces"),
            count(
                self.composed,
                "composes a letter with its marks",
                "composes {} letters with their marks",
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Returns true for a character without width on which no letter depends.
fn is_unseen(c: char, beside: [Option<char>; 2]) -> bool {
    match c {
        '\u{ad}' | '\u{2060}' | BOM => true,
        '\u{200b}' => !beside.into_iter().flatten().any(is_unspaced),
        _ => false,
    }
}

/// Returns true for a no-break space between two letters.
fn is_needless(c: char, beside: [Option<char>; 2]) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    matches!(c, '\u{a0}' | '\u{202f}') && beside.into_iter().all(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_looks_the_same_and_keeps_its_lines() {
        let check = |text: &str, expected: &str, does: &[&str]| {
            let (clean, done) = cleaned(text, Extent::All);
            assert_eq!(clean, expected, "{text:?}");
            assert_eq!(done, does, "{text:?}");
            assert!(cleaned(&clean, Extent::All).1.is_empty(), "{text:?}");
        };
        check("One\r\n\r\n\n two \n", "One\r\n\r\n\n two \n", &[]);
        check("\u{feff}One\n\u{feff}two", "\u{feff}One\ntwo", &["removes an invisible character"]);
        check("a\u{7}b\u{c}c\rd\u{202e}e", "ab c de", &["removes 4 invisible characters"]);
        check("har\u{ad}bour\u{200b}s", "harbours", &["removes 2 invisible characters"]);
        check("ក\u{200b}ខ می\u{200c}شود \u{200f}1", "ក\u{200b}ខ می\u{200c}شود \u{200f}1", &[]);
        check("will\u{a0}reopen", "will reopen", &["makes a no-break space a space"]);
        let french = "«\u{a0}Non\u{202f}!\u{a0}» 10\u{a0}000\u{a0}km";
        check(french, french, &[]);
        let composes = "composes 2 letters with their marks";
        check("re\u{301}sume\u{301} \u{f9d0}", "résumé \u{f9d0}", &[composes]);
    }

    #[test]
    fn only_characters_that_no_text_may_contain_are_removed_if_asked() {
        let (clean, done) = cleaned("a\u{7}\u{a0}b\u{ad}e\u{301}", Extent::Forbidden);
        assert_eq!(clean, "a\u{a0}b\u{ad}e\u{301}");
        assert_eq!(done, ["removes an invisible character"]);
    }
}
