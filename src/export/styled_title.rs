//! The headline inside a styled citation: its quotation marks follow the style, its capitals are
//! kept, and no stop is doubled.
//!
//! Styles put their own marks around a title. The citation library does not know that a title has
//! quotation marks, so they are replaced by placeholders before, and by marks afterwards.

use crate::model::primary_language;

/// Placeholders for an opening and a closing mark, from the private use area.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// Replaces the quotation marks of a headline by placeholders.
pub(super) fn with_placeholders(headline: &str) -> String {
    let chars: Vec<char> = headline.chars().collect();
    let is_start = |at: usize| {
        at.checked_sub(1).is_none_or(|before| !chars[before].is_alphanumeric())
            && chars.get(at + 1).is_some_and(|c| !c.is_whitespace())
    };
    let closes =
        |at: usize| chars[at] == '’' && chars.get(at + 1).is_none_or(|c| !c.is_alphanumeric());
    // Only an opened single mark can be closed: other ones are apostrophes.
    let mut singles = 0_u32;
    let replaced = |(at, c): (usize, &char)| match c {
        '‘' | '‚' | '‹'
            if is_start(at) && (at..chars.len()).any(|at| closes(at) || chars[at] == '›') =>
        {
            singles += 1;
            OPEN
        }
        '’' | '›' if singles > 0 && (closes(at) || *c == '›') => {
            singles -= 1;
            CLOSE
        }
        '“' | '„' | '«' | '»' | '”' | '"' | '‟' => {
            if is_start(at) && *c != '”' {
                OPEN
            } else {
                CLOSE
            }
        }
        c => *c,
    };
    chars.iter().enumerate().map(replaced).collect()
}

/// Where a style sets full stops and commas that follow a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stops {
    /// Before the closing mark, as in American English.
    Inside,
    /// After the closing mark.
    Outside,
}

/// Restores a headline in a citation whose title had placeholders.
pub(super) fn restored(citation: &str, title: &str, language: &str, stops: Stops) -> String {
    let mut chars: Vec<char> = citation.chars().collect();
    let title = title.trim_end_matches(|c: char| !c.is_alphanumeric());
    let wanted: Vec<char> = title.chars().collect();
    let fits = |window: &[char]| window.iter().zip(&wanted).all(|(a, b)| is_same(*a, *b));
    if let Some(start) = chars.windows(wanted.len().max(1)).position(fits) {
        restore_capitals(&mut chars[start..], &wanted, language);
        if stops == Stops::Inside {
            move_stop_inside(&mut chars[start + wanted.len()..]);
        }
    }
    without_doubled_stops(&with_marks(&chars))
}

/// Moves a stop or comma that follows the marks at the end of a headline before them.
fn move_stop_inside(after: &mut [char]) {
    let marks = after.iter().take_while(|c| **c == CLOSE).count();
    if after.get(marks).is_some_and(|c| matches!(c, '.' | ',')) {
        after[..=marks].rotate_right(1);
    }
}

/// Restores capitals that a style changed. In English, a style may add capitals ("Talks Go On"),
/// but words with capitals keep their own ("iPhone"). Other languages have no title case.
fn restore_capitals(chars: &mut [char], wanted: &[char], language: &str) {
    let is_english = primary_language(language) == "en";
    let mut at = 0;
    for word in wanted.split_inclusive(|c| c.is_whitespace()) {
        if !is_english || word.iter().any(|c| c.is_uppercase()) {
            chars[at..at + word.len()].copy_from_slice(word);
        }
        at += word.len();
    }
}

/// Compares characters without case, and apostrophes without their shape.
fn is_same(a: char, b: char) -> bool {
    let plain = |c: char| if c == '’' { '\'' } else { c };
    plain(a) == plain(b) || a.to_lowercase().eq(b.to_lowercase())
}

/// Replaces placeholders by marks that differ from the style's marks around them.
fn with_marks(citation: &[char]) -> String {
    let mut out = String::with_capacity(citation.len());
    // True for a double mark, false for a single one.
    let mut open: Vec<bool> = Vec::new();
    for c in citation.iter().copied() {
        let is_double = open.last().is_none_or(|double| !double);
        match c {
            '“' => open.push(true),
            // An apostrophe is never this mark.
            '‘' => open.push(false),
            '”' if open.last() == Some(&true) => drop(open.pop()),
            '’' if open == [false] => {}
            OPEN => {
                out.push(if is_double { '“' } else { '‘' });
                open.push(is_double);
                continue;
            }
            CLOSE => {
                out.push(if open.pop().unwrap_or(true) { '”' } else { '’' });
                continue;
            }
            _ => {}
        }
        out.push(c);
    }
    out
}

/// Removes a stop that follows another: "?." and "!,".
fn without_doubled_stops(citation: &str) -> String {
    let mut out = String::with_capacity(citation.len());
    for c in citation.chars() {
        let before = out.trim_end_matches(['’', '”', '"', '»', '›', '」', '』']);
        let last = before.chars().next_back();
        let is_doubled = match c {
            '.' => {
                matches!(last, Some('.' | '?' | '!' | '…' | '？' | '！' | '؟' | '。' | '।' | '۔'))
            }
            ',' => matches!(last, Some('?' | '!' | '？' | '！' | '؟' | '。')),
            _ => false,
        };
        if !is_doubled {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_a_headline_become_placeholders() {
        for (headline, expected) in [
            ("Minister sees “no risk”", "Minister sees <no risk>"),
            ("Warum „nichts“ geschah", "Warum <nichts> geschah"),
            ("«Rien» ne va plus", "<Rien> ne va plus"),
            ("The workers’ ‘last offer’ isn’t theirs", "The workers’ <last offer> isn’t theirs"),
            ("Port \"closed\" again", "Port <closed> again"),
        ] {
            let shown = with_placeholders(headline).replace(OPEN, "<").replace(CLOSE, ">");
            assert_eq!(shown, expected);
        }
    }

    #[test]
    fn a_headline_is_restored_in_a_citation() {
        let check = |citation: &str, headline: &str, language: &str, expected: &str| {
            let title = with_placeholders(headline);
            let citation =
                citation.replace('<', &OPEN.to_string()).replace('>', &CLOSE.to_string());
            let stops = if citation.contains('‘') { Stops::Outside } else { Stops::Inside };
            assert_eq!(restored(&citation, &title, language, stops), expected);
        };
        check("“Who Pays?.” X", "Who pays?", "en", "“Who Pays?” X");
        check("Who pays?. (2026)", "Who pays?", "en", "Who pays? (2026)");
        check("“Who pays?,” X", "Who pays?", "en", "“Who pays?” X");
        check("“Iphone Sales Fall.” X", "iPhone sales fall", "en", "“iPhone Sales Fall.” X");
        check("Nato and unesco meet. X", "NATO and UNESCO meet", "en", "NATO and UNESCO meet. X");
        check("“Le Maire Dit Non.” X", "Le maire dit non", "fr", "“Le maire dit non.” X");
        check("“They Said <no>.” X", "They said “no”", "en", "“They Said ‘no.’” X");
        check("‘They said <no>’ X", "They said ‘no’", "en", "‘They said “no”’ X");
        check("They said <no>. X", "They said “no”", "en", "They said “no.” X");
        check("They said <no>? X", "They said “no”?", "en", "They said “no”? X");
        check(
            "The halls of workers’. X",
            "The halls of workers’",
            "en",
            "The halls of workers’. X",
        );
        check("‘They said <no>’, X", "They said “no”", "en", "‘They said “no”’, X");
    }
}
