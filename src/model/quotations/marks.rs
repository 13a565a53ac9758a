//! What a quotation mark does where it stands: open, close, or neither.
//!
//! Many shapes do both, depending on the language: `”` closes in English and opens in Swedish, `“`
//! opens in English and closes in German, `»` closes in French and opens in Danish. What stands
//! beside a mark decides: an opening mark leans on the words after it, a closing one on those before.
//! Where the two readings are equally likely a mark does nothing, for words that are wrongly taken
//! for quoted would be put in somebody's mouth.

use super::is_letter;

/// What a mark that is no quotation mark is taken for: an apostrophe that is never one.
pub(super) const NO_MARK: char = '\u{2bc}';

/// The marks that close what this one opens; `None` for what is no mark that opens.
pub(super) const fn closers(opener: char) -> Option<&'static [char]> {
    Some(match opener {
        '"' => &['"'],
        '＂' => &['＂'],
        '“' => &['”'],
        '”' => &['”', '“'],
        '„' => &['“', '”', '"'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '‘' => &['’'],
        '‚' => &['‘', '’'],
        '‹' => &['›'],
        '›' => &['‹', '›'],
        '「' => &['」'],
        '『' => &['』'],
        _ => return None,
    })
}

/// True for what opens or closes somewhere.
pub(super) const fn is_mark(c: char) -> bool {
    closers(c).is_some() || matches!(c, '’' | '」' | '』')
}

/// True where the mark at this position can open a quotation.
pub(super) fn opens(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|i| chars[i]);
    let Some(after) = chars.get(at + 1).copied() else { return false };
    let in_word = before.is_some_and(is_letter) && !follows_prefix(chars, at);
    let leads = leads(chars, at + 1);
    match chars[at] {
        '「' | '『' => true,
        '“' | '„' => leads || is_open_ground(before),
        // French joins the article to what follows, a space within the marks or not.
        '«' | '‹' => leads || is_open_ground(before) || matches!(before, Some('’' | '\'')),
        '"' | '＂' => {
            let on_open_ground = is_open_ground(before) && !after.is_whitespace();
            !in_word && (leads || on_open_ground)
        }
        '‘' | '‚' => {
            let on_open_ground = is_open_ground(before) && !after.is_whitespace();
            !in_word && (leads || on_open_ground) && !is_short_year(&chars[at + 1..])
        }
        '”' => leads && !in_word && (is_open_ground(before) || follows_prefix(chars, at)),
        // French sets a space, mostly one that does not break, before the mark that closes.
        '»' | '›' => leads && is_open_ground(before) && !before.is_some_and(is_fixed_space),
        _ => false,
    }
}

/// True where the mark at this position can close what the opener opened.
pub(super) fn closes(chars: &[char], at: usize, opener: char) -> bool {
    let mark = chars[at];
    if !closers(opener).is_some_and(|closers| closers.contains(&mark)) {
        return false;
    }
    let leans_back = at.checked_sub(1).is_some_and(|i| !chars[i].is_whitespace());
    let in_word = chars.get(at + 1).is_some_and(|next| is_letter(*next));
    match (opener, mark) {
        ('‘' | '‚', '’') | (_, '"' | '＂') => !in_word,
        ('‚', '‘') | ('”', '“') | ('»', '«') | ('›', '‹') => leans_back,
        ('”', '”') | ('»', '»') | ('›', '›') => leans_back && !in_word,
        _ => true,
    }
}

/// True where a mark shows that the other one, which mostly closes, did not open: text that opens by
/// `“` closes by `”`, and the same goes for `«` and `»`.
pub(super) fn refutes(chars: &[char], at: usize, opener: char) -> bool {
    let opens_otherwise = matches!((opener, chars[at]), ('”', '“') | ('»', '«') | ('›', '‹'));
    opens_otherwise && !closes(chars, at, opener) && opens(chars, at)
}

/// True where words begin that a mark may stand before: not at white space, nor at punctuation that
/// follows words. An ellipsis or an apostrophe begins them where they go on directly.
fn leads(chars: &[char], at: usize) -> bool {
    let Some(c) = chars.get(at) else { return false };
    match c {
        '…' | '.' | '’' | '\'' => {
            let rest = chars[at..].iter().skip_while(|c| matches!(c, '…' | '.' | '’' | '\''));
            rest.copied().next().is_some_and(is_letter)
        }
        c => !c.is_whitespace() && !follows_words(*c),
    }
}

/// True for punctuation that follows the words it belongs to.
const fn follows_words(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '!'
            | '?'
            | ')'
            | ']'
            | '}'
            | '%'
            | '-'
            | '/'
            | '–'
            | '—'
            | '”'
            | '»'
            | '›'
            | '،'
            | '؛'
            | '؟'
            | '۔'
            | '।'
            | '。'
            | '、'
            | '，'
            | '；'
            | '：'
            | '！'
            | '？'
            | '）'
            | '」'
            | '』'
            | '】'
    )
}

/// True after what no closing mark follows: the start, white space, and what opens or joins.
fn is_open_ground(before: Option<char>) -> bool {
    let opens = |c: char| {
        matches!(c, '(' | '[' | '{' | '¿' | '¡' | '–' | '—' | '-' | '/' | ':' | '：' | '（' | '【')
            || matches!(c, '"' | '“' | '„' | '«' | '‘' | '‚' | '‹' | '「' | '『')
    };
    before.is_none_or(|c| c.is_whitespace() || opens(c))
}

const fn is_fixed_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

/// True after letters that Arabic and Hebrew write together with the next word ("and", "the", "in"):
/// a mark after them opens. In Hebrew a mark before the last letter is that of an abbreviation.
fn follows_prefix(chars: &[char], at: usize) -> bool {
    let letters = chars[..at].iter().rev().take_while(|c| is_letter(**c));
    let (mut count, mut all) = (0, true);
    for c in letters {
        count += 1;
        all &= matches!(c, 'و' | 'ف' | 'ب' | 'ك' | 'ل' | 'ـ')
            || matches!(c, 'מ' | 'ש' | 'ה' | 'ו' | 'כ' | 'ל' | 'ב');
        if count > LONGEST_PREFIX {
            break;
        }
    }
    // The stroke that lengthens a word only ends one to join the mark to it.
    let is_joined = at.checked_sub(1).is_some_and(|i| chars[i] == 'ـ');
    let before_a_word =
        chars.get(at + 1..at + 3).is_some_and(|two| two.iter().all(|c| is_letter(*c)));
    before_a_word && (is_joined || (all && (1..=LONGEST_PREFIX).contains(&count)))
}

/// Letters. Up to two prefixes come together, and the stroke that joins the mark.
const LONGEST_PREFIX: usize = 3;

/// True for a year or a decade without its century ("‘90s", "‘24"), whose mark is an apostrophe.
fn is_short_year(after: &[char]) -> bool {
    let digits = after.iter().take_while(|c| c.is_ascii_digit()).count();
    let rest = match after.get(digits) {
        Some('s') => &after[digits + 1..],
        _ => &after[digits..],
    };
    let is_number = matches!(rest, [',' | '.' | '-' | '–' | '%', ..])
        && (rest[0] == '%' || rest.get(1).is_some_and(char::is_ascii_digit));
    digits == 2 && !is_number && !rest.first().is_some_and(|c| is_letter(*c))
}
