//! Splitting a text into words and marks.

use super::is_word;
use std::ops::Range;

/// Abbreviations of English and French that end in a full stop within a sentence.
const ABBREVIATIONS: [&str; 46] = [
    "Mr", "Mrs", "Ms", "Dr", "Sen", "Gov", "Rep", "Reps", "Sens", "Gen", "Lt", "Col", "Sgt",
    "Capt", "St", "Jr", "Sr", "No", "vs", "Inc", "Corp", "Co", "Prof", "Rev", "Jan", "Feb", "Aug",
    "Sept", "Oct", "Nov", "Dec", "Ala", "Ariz", "Calif", "Conn", "Fla", "Ill", "Mass", "Mich",
    "Minn", "Tenn", "Va", "Wash", "Wis", "Mme", "Supt",
];

/// Returns the ranges of the tokens of a unit.
pub fn words(chars: &[char], is_french: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if chars[at].is_whitespace() {
            at += 1;
            continue;
        }
        let end = at + token_length(&chars[at..], at.checked_sub(1).map(|before| chars[before]));
        if is_french && is_word(chars[at]) {
            split_french(chars, at..end, &mut found);
        } else if let Some(verb) = before_nt(&chars[at..end]) {
            found.extend([at..at + verb, at + verb..end]);
        } else {
            found.push(at..end);
        }
        at = end;
    }
    found
}

/// Returns the length of the token at the start of some characters, which are not white space.
fn token_length(chars: &[char], before: Option<char>) -> usize {
    let at = |position: usize| chars.get(position).copied().unwrap_or(' ');
    let run = |is: &dyn Fn(char) -> bool| chars.iter().take_while(|c| is(**c)).count();
    match chars[0] {
        '.' if at(1) == '.' => return run(&|c| c == '.'),
        // Two straight marks are a double one.
        '\'' if at(1) == '\'' => return 2,
        '-' if at(1) == '-' => return run(&|c| c == '-'),
        // A possessive or a contraction after a word.
        '’' | '\'' if before.is_some_and(is_word) => {
            let letters = chars[1..].iter().take_while(|c| c.is_alphabetic()).count();
            let ending: String = chars[1..=letters].iter().collect();
            if matches!(ending.as_str(), "s" | "S" | "re" | "ve" | "ll" | "d" | "m") {
                return 1 + letters;
            }
            return 1;
        }
        '$' | '#' | '@' | '£' | '€' if is_word(at(1)) => {}
        c if !is_word(c) => return 1,
        _ => {}
    }
    // Initials: "U.S.", "J."
    let is_initial = |position: usize| at(position).is_uppercase() && at(position + 1) == '.';
    let mut initials = 0;
    while is_initial(initials) {
        initials += 2;
    }
    if initials >= 4 || (initials == 2 && at(2).is_whitespace() && chars.len() > 3) {
        return initials;
    }
    let mut end = 1;
    loop {
        while is_word(at(end)) {
            end += 1;
        }
        let joins = match at(end) {
            '-' | '–' | '&' | '/' | '‑' => is_word(at(end + 1)),
            '.' | ',' | '٫' | '٬' => at(end - 1).is_numeric() && at(end + 1).is_numeric(),
            '’' | '\'' => is_apostrophe_of_word(&chars[..end], &chars[end + 1..]),
            _ => false,
        };
        if !joins {
            break;
        }
        end += 1;
    }
    let word: String = chars[..end].iter().collect();
    if at(end) == '.' && at(end + 1).is_whitespace() && ABBREVIATIONS.contains(&word.as_str()) {
        return end + 1;
    }
    end
}

/// Returns true if an apostrophe between these characters is part of a word: "O’Brien", "don’t".
fn is_apostrophe_of_word(before: &[char], after: &[char]) -> bool {
    let letters: String = after.iter().take_while(|c| is_word(**c)).collect();
    if letters.is_empty() || matches!(letters.as_str(), "s" | "S" | "re" | "ve" | "ll" | "d" | "m")
    {
        return false;
    }
    letters == "t" && before.last().is_some_and(|c| *c == 'n') || before.iter().all(|c| is_word(*c))
}

/// Returns the length of the verb in "don’t".
fn before_nt(word: &[char]) -> Option<usize> {
    let verb = word.len().checked_sub(3).filter(|verb| *verb > 0)?;
    let is_nt = word[verb] == 'n' && matches!(word[verb + 1], '’' | '\'') && word[verb + 2] == 't';
    is_nt.then_some(verb)
}

/// Splits "l’entreprise" after the apostrophe and "a-t-il" before the pronoun.
fn split_french(chars: &[char], word: Range<usize>, found: &mut Vec<Range<usize>>) {
    const PRONOUNS: [&str; 9] = ["il", "elle", "on", "ils", "elles", "je", "nous", "vous", "ce"];
    let mut start = word.start;
    for at in word.clone() {
        let is_elision = matches!(chars[at], '’' | '\'') && at > start && at + 1 < word.end;
        let own: String = chars[start..at].iter().collect();
        if is_elision && !matches!(own.as_str(), "aujourd" | "Aujourd" | "O") {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    let hyphen = (start..word.end).rev().find(|at| chars[*at] == '-').filter(|at| *at > start);
    if let Some(hyphen) = hyphen {
        let pronoun: String = chars[hyphen + 1..word.end].iter().collect();
        if PRONOUNS.contains(&pronoun.as_str()) {
            let has_t = hyphen >= start + 3 && chars[hyphen - 2..hyphen] == ['-', 't'];
            let verb = if has_t { hyphen - 2 } else { hyphen };
            found.extend([start..verb, hyphen + 1..word.end]);
            return;
        }
    }
    found.push(start..word.end);
}
