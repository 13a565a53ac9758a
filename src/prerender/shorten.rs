//! Cutting a text to a maximum length, for descriptions and titles.

use crate::model::{closes_in_place_of, closing_marks};
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

/// Cuts a text after a word, and before a bracket that would be cut. In scripts without spaces, that
/// is where a line may break. If the cut is in a quotation, the quotation is closed by the mark that
/// closes it in the text, so that its marks never surround other words.
pub(super) fn shortened(text: &str, max: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= max {
        return text;
    }
    // Room for the ellipsis and a closing mark.
    let limit = text.char_indices().nth(max - 2).map_or(text.len(), |(at, _)| at);
    let kept = before_open_bracket(&text[..last_break(&text, limit)]);
    let kept = kept.trim_end_matches([',', ';', ':', ' ', '、', '，', '،', '；']);
    let close = closing_mark(&text, kept.len()).map_or(String::new(), String::from);
    format!("{kept}…{close}")
}

/// Returns the last byte up to a limit at which a text may be cut.
fn last_break(text: &str, limit: usize) -> usize {
    let may_cut = |at: usize| {
        let (before, after) = text.split_at(at);
        let ends = [before.chars().next_back(), after.chars().next()];
        ends[0] == Some(' ') || ends.into_iter().flatten().any(is_unspaced)
    };
    let breaks = linebreaks(text).map(|(at, _)| at).take_while(|at| *at <= limit);
    let found = breaks.filter(|at| may_cut(*at)).last();
    // Thai, Lao and Khmer have no spaces, and their breaks need a dictionary.
    let near = |at: usize| text[at..limit].chars().count() <= MAX_LOST;
    match found.map(|at| text[..at].trim_end().len()) {
        Some(at) if near(at) || !text[at..limit].chars().any(is_unspaced) => at,
        _ => {
            let ends = text.grapheme_indices(true).map(|(at, _)| at);
            ends.take_while(|at| *at <= limit).last().unwrap_or(0)
        }
    }
}

/// Maximum number of characters that are lost by cutting after a word, in scripts without spaces.
const MAX_LOST: usize = 20;

/// Returns true for letters and punctuation of scripts without spaces between words.
fn is_unspaced(c: char) -> bool {
    crate::model::is_unspaced(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff65}')
}

/// Returns the text before a square bracket that is not closed.
fn before_open_bracket(text: &str) -> &str {
    match text.rsplit_once('[') {
        Some((before, inside)) if !inside.contains(']') => before.trim_end(),
        _ => text,
    }
}

/// Returns the mark that closes the quotation in which a text is cut. Opening marks within a
/// quotation are ignored: long quotations repeat them at the start of each paragraph.
fn closing_mark(text: &str, cut: usize) -> Option<char> {
    let closes = |opener: char, c: char| {
        closing_marks(opener).is_some_and(|all| all.contains(&c)) || closes_in_place_of(opener, c)
    };
    let mut open: Option<char> = None;
    let mut before: Option<char> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let next = chars.peek().map(|(_, next)| *next);
        match open {
            // Between letters, it is an apostrophe.
            Some(opener) if closes(opener, c) && !(c == '’' && is_letter(next)) => {
                if at >= cut {
                    return Some(c);
                }
                open = None;
            }
            Some(_) => {}
            None if at >= cut => return None,
            None => {
                let is_start = !is_letter(before) && !next.is_none_or(char::is_whitespace);
                let opens = closing_marks(c).is_some() && (is_start || !opens_only_words(c));
                open = opens.then_some(c);
            }
        }
        before = Some(c);
    }
    open.and_then(closing_marks)?.first().copied()
}

/// Returns true for marks that open a quotation only at the start of a word: elsewhere, they close one
/// or are apostrophes.
const fn opens_only_words(c: char) -> bool {
    matches!(c, '»' | '›' | '”' | '‘' | '‚' | '״')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_long_texts_after_a_word_and_closes_quotations() {
        let check = |text: &str, max: usize, expected: &str| {
            let short = shortened(text, max);
            assert_eq!(short, expected);
            assert!(short.chars().count() <= max);
        };
        check("one two", 7, "one two");
        check("one\n two", 9, "one two");
        check("one two, three", 12, "one two…");
        check("he said “one two three” and left", 20, "he said “one two…”");
        check("he said \"one two three\" and left", 20, "he said \"one two…\"");
        check("he said “one two” and left", 22, "he said “one two”…");
        check("er sagte »eins« und ging weg", 22, "er sagte »eins« und…");
        check("er sagte »eins zwei drei« und", 20, "er sagte »eins…«");
        check("abcdefghijkl", 8, "abcdef…");
        check("they [Ada and Eve] left the harbour", 17, "they…");
        check("they [Ada and Eve] left the harbour", 24, "they [Ada and Eve]…");
        check("“One. […] “Two,” he said and left us", 29, "“One. […] “Two,” he said…");
        check("er sagte „eins zwei drei“ und ging", 22, "er sagte „eins zwei…“");
        check("er sagte „eins“ und ging davon", 23, "er sagte „eins“ und…");
        check("hon sade ”ett två tre” och gick", 20, "hon sade ”ett två…”");
        check("she said ‘one don’t two three’ and", 25, "she said ‘one don’t…’");
        check("the workers’ hall is open all week", 22, "the workers’ hall…");
        check("hän sanoi »yksi kaksi kolme» ja lähti", 24, "hän sanoi »yksi kaksi…»");
        check("řekl ‚jedna dvě tři‘ a odešel", 20, "řekl ‚jedna dvě…‘");
    }

    #[test]
    fn cuts_scripts_without_spaces_at_a_character() {
        let check = |text: &str, max: usize, expected: &str| {
            let short = shortened(text, max);
            assert_eq!(short, expected);
            assert!(short.chars().count() <= max);
        };
        check("Gazette: 港は来週まで閉鎖されると市長が述べた", 16, "Gazette: 港は来週ま…");
        check("Gazette: 市长说“码头下周之前不会开放”并离开", 16, "Gazette: 市长说“码…”");
        check("市長は「港は来週まで閉鎖」と述べ、去った", 12, "市長は「港は来週まで…」");
        check("市長は｢港は来週まで閉鎖｣と述べ、去った", 12, "市長は｢港は来週まで…｣");
        check("市長は〝港は来週まで閉鎖〟と述べ、去った", 12, "市長は〝港は来週まで…〟");
        check("ท่าเรือจะปิดจนถึงสัปดาห์หน้าตามที่นายกเทศมนตรีกล่าว", 20, "ท่าเรือจะปิดจนถึง…");
    }
}
