//! Deciding whether a quotation mark opens, closes, or does neither.
//!
//! Many marks can do both, depending on the language: `”` closes in English and opens in Swedish,
//! `“` opens in English and closes in German, `»` closes in French and opens in Danish. The
//! neighbouring characters decide: an opening mark is attached to the word after it, a closing mark
//! to the word before. If both are equally likely, the mark is ignored, because a wrong guess would
//! present words as quoted that are not.

use super::super::{is_letter, is_unspaced};

/// Replaces a mark that is not a quotation mark: MODIFIER LETTER APOSTROPHE, which never quotes.
pub(super) const NOT_A_MARK: char = '\u{2bc}';

/// Maximum number of letters before a mark that are checked as prefixes: up to two prefixes come
/// together, followed by the stroke that joins the mark.
const MAX_PREFIX: usize = 3;

/// Maximum number of dots and apostrophes at the start of a word, and the first letter after them.
const MAX_LEAD: usize = 16;

/// Returns the marks that close an opening mark, or `None` if the character never opens.
pub const fn closers(opener: char) -> Option<&'static [char]> {
    Some(match opener {
        '"' => &['"'],
        // HEBREW PUNCTUATION GERSHAYIM, which Hebrew keyboards type.
        '״' => &['״'],
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
        // In vertical text, half-width, and the Japanese marks that look like double primes.
        '﹁' => &['﹂'],
        '﹃' => &['﹄'],
        '｢' => &['｣'],
        '〝' => &['〟', '〞'],
        _ => return None,
    })
}

/// Returns true for characters that open or close in some language.
pub(super) const fn is_mark(c: char) -> bool {
    closers(c).is_some() || matches!(c, '’' | '」' | '』' | '﹂' | '﹄' | '｣' | '〟' | '〞')
}

/// Returns true for marks of the same kind as an opening mark and its closing ones, typed on another
/// keyboard: `“…"` and `"…”`.
pub const fn closes_in_place_of(opener: char, mark: char) -> bool {
    matches!((opener, mark), ('“' | '”', '"') | ('"', '”'))
}

/// The marks of an article, read by the convention of its language.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Marks that never open.
    pub closing_only: Vec<char>,
    /// True if letters can follow a closing mark directly.
    pub attaches_endings: bool,
}

impl Marks {
    /// Returns true if the mark at this position can open a quotation.
    pub fn opens(&self, chars: &[char], at: usize) -> bool {
        !self.closing_only.contains(&chars[at]) && opens(chars, at)
    }

    /// Returns true if the mark at this position can close a quotation that the opener opened.
    pub fn closes(&self, chars: &[char], at: usize, opener: char) -> bool {
        let closers = closers(opener).unwrap_or_default();
        closers.contains(&chars[at]) && self.ends_quotation(chars, at, opener)
    }

    /// Returns true if the mark at this position closes what the opener opened, although it was typed
    /// on another keyboard. After a digit, it may stand for inches.
    pub fn closes_in_place(&self, chars: &[char], at: usize, opener: char) -> bool {
        closes_in_place_of(opener, chars[at])
            && at
                .checked_sub(1)
                .is_some_and(|before| !chars[before].is_whitespace() && !chars[before].is_numeric())
            && !self.is_in_word(chars, at)
    }

    fn ends_quotation(&self, chars: &[char], at: usize, opener: char) -> bool {
        let follows_word = at.checked_sub(1).is_some_and(|i| !chars[i].is_whitespace());
        let in_word = self.is_in_word(chars, at);
        match (opener, chars[at]) {
            ('‘' | '‚', '’') | (_, '"' | '＂' | '״') => !in_word,
            ('‚', '‘') | ('”', '“') | ('»', '«') | ('›', '‹') => follows_word,
            ('”', '”') | ('»', '»') | ('›', '›') => follows_word && !in_word,
            _ => true,
        }
    }

    /// Returns true if a letter follows the mark that cannot follow a closing mark. Particles can, and
    /// so can the words of scripts without spaces.
    fn is_in_word(&self, chars: &[char], at: usize) -> bool {
        let next = chars.get(at + 1).copied().filter(|next| is_letter(*next));
        next.is_some_and(|next| {
            let is_ending = self.attaches_endings && !matches!(chars[at], '’' | '\'');
            !is_ending && !is_unspaced(next) && !is_hangul(next)
        })
    }

    /// Returns true if the mark at this position shows that the opener, which usually closes, did not
    /// open: a text that opens with `“` closes with `”`, and likewise for `«` and `»`.
    pub fn refutes(&self, chars: &[char], at: usize, opener: char) -> bool {
        let opens_otherwise = matches!((opener, chars[at]), ('”', '“') | ('»', '«') | ('›', '‹'));
        opens_otherwise && !self.closes(chars, at, opener) && self.opens(chars, at)
    }
}

/// Returns true for the letters and syllables of Korean, whose particles follow a mark directly.
const fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7A3}')
}

/// Returns true if the neighbours of the mark at this position let it open a quotation.
fn opens(chars: &[char], at: usize) -> bool {
    if closers(chars[at]).is_none() {
        return false;
    }
    let before = at.checked_sub(1).map(|i| chars[i]);
    let Some(after) = chars.get(at + 1).copied() else { return false };
    let is_in = |c: char| is_letter(c) && !is_unspaced(c);
    let in_word = before.is_some_and(is_in) && !follows_prefix(chars, at);
    // A mark within may open too: »›Nein‹, sagte er«.
    let nests = matches!((chars[at], after), ('»', '›') | ('›', '»'));
    let before_words = starts_words(chars, at + 1 + usize::from(nests));
    let before = match (chars[at], before) {
        ('›', Some('»')) | ('»', Some('›')) => at.checked_sub(2).map(|i| chars[i]),
        _ => before,
    };
    match chars[at] {
        '「' | '『' | '﹁' | '﹃' | '｢' | '〝' => true,
        '“' | '„' => before_words || allows_opening(before),
        // French joins the article to the next word. A space inside the marks is optional.
        '«' | '‹' => {
            before_words || allows_opening(before) || matches!(before, Some('’' | '\''))
        }
        '"' | '＂' | '״' => {
            let can_open = allows_opening(before) && !after.is_whitespace();
            !in_word && (before_words || can_open)
        }
        '‘' | '‚' => {
            let can_open = allows_opening(before) && !after.is_whitespace();
            !in_word && (before_words || can_open) && !is_short_year(&chars[at + 1..])
        }
        '”' => before_words && !in_word && (allows_opening(before) || follows_prefix(chars, at)),
        // French sets a space before a closing mark, usually a no-break space.
        '»' | '›' => {
            before_words && allows_opening(before) && !before.is_some_and(is_fixed_space)
        }
        _ => false,
    }
}

/// Returns true if the text at this position can follow an opening mark: it is neither white space
/// nor punctuation that follows words. An ellipsis or apostrophe counts if a word follows directly.
pub(super) fn starts_words(chars: &[char], at: usize) -> bool {
    let Some(c) = chars.get(at) else { return false };
    match c {
        '…' | '.' | '’' | '\'' => {
            let lead = &chars[at..chars.len().min(at + MAX_LEAD)];
            let rest = lead.iter().skip_while(|c| matches!(c, '…' | '.' | '’' | '\''));
            rest.copied().next().is_some_and(is_letter)
        }
        c => !c.is_whitespace() && !follows_words(*c),
    }
}

/// Returns true for punctuation that is attached to the word before it.
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

/// Returns true if the character before a mark makes it an opening one: the start of the text,
/// white space, an opening bracket or mark, or a joining character.
pub(super) fn allows_opening(before: Option<char>) -> bool {
    let opens = |c: char| {
        matches!(c, '(' | '[' | '{' | '¿' | '¡' | '–' | '—' | '-' | '/' | ':' | '：' | '（' | '【')
            || matches!(c, '"' | '“' | '„' | '«' | '‘' | '‚' | '‹' | '「' | '『')
    };
    before.is_none_or(|c| c.is_whitespace() || opens(c))
}

const fn is_fixed_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

/// Returns true after the particles that Arabic and Hebrew attach to the next word ("and", "the",
/// "in"). A mark after them opens. In Hebrew, a mark before the last letter of a word makes an
/// abbreviation instead.
fn follows_prefix(chars: &[char], at: usize) -> bool {
    let letters = chars[..at].iter().rev().take_while(|c| is_letter(**c));
    let (mut count, mut all) = (0, true);
    for c in letters {
        count += 1;
        all &= matches!(c, 'و' | 'ف' | 'ب' | 'ك' | 'ل' | 'ـ')
            || matches!(c, 'מ' | 'ש' | 'ה' | 'ו' | 'כ' | 'ל' | 'ב');
        if count > MAX_PREFIX {
            break;
        }
    }
    // A tatweel at the end of a word only joins the mark to it.
    let is_joined = at.checked_sub(1).is_some_and(|i| chars[i] == 'ـ');
    let before_a_word =
        chars.get(at + 1..at + 3).is_some_and(|two| two.iter().all(|c| is_letter(*c)));
    before_a_word && (is_joined || (all && (1..=MAX_PREFIX).contains(&count)))
}

/// Returns true for a year or decade without its century ("‘90s", "‘24"): the mark is an
/// apostrophe.
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
