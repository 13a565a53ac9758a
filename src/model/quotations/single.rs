//! Straight single quotation marks, which are also apostrophes. In an article that quotes with them,
//! each becomes the curly mark that it stands for, and the rules for those decide.

use super::marks::{allows_opening, starts_words};

/// Words that begin with an apostrophe: `'tis`, `'em`, `rock 'n' roll`, `'s morgens`.
const SHORTENED: [&str; 13] =
    ["tis", "twas", "twere", "em", "til", "till", "cause", "cos", "bout", "round", "n", "s", "t"];

/// Replaces each straight single mark with the curly mark that it stands for.
pub(super) fn curl(text: &mut [char]) {
    for at in 0..text.len() {
        if text[at] == '\'' {
            text[at] = if opens(text, at) { '‘' } else { '’' };
        }
    }
}

fn opens(text: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| text[before]);
    let word: String = text[at + 1..].iter().take_while(|c| c.is_alphanumeric()).collect();
    let is_shortened = SHORTENED.contains(&&*word.to_lowercase());
    allows_opening(before) && starts_words(text, at + 1) && !is_shortened
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let mut chars: Vec<char> = text.chars().collect();
        curl(&mut chars);
        assert_eq!(chars.into_iter().collect::<String>(), expected);
    }

    #[test]
    fn marks_before_words_open() {
        check("'We wait,' she said. 'Until May.'", "‘We wait,’ she said. ‘Until May.’");
        check("He called it 'a trap', then ('left')", "He called it ‘a trap’, then (‘left’)");
        check("\"He said 'no'\"", "\"He said ‘no’\"");
    }

    #[test]
    fn apostrophes_close() {
        check("the workers' fate isn't O'Neill's", "the workers’ fate isn’t O’Neill’s");
        check("'Tis rock 'n' roll, tell 'em", "’Tis rock ’n’ roll, tell ’em");
        check("a 6' gun", "a 6’ gun");
    }
}
