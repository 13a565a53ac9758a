//! Snippets: the parts of a passage that show one statement on a card or in a preview.

use super::{
    Article, Dossier, GAP, Span, Statement, StatementIx, Unit, UnitIx, is_letter, sort_spans,
};

/// A piece of a snippet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Words of the article.
    Text(Span),
    /// Words left out, which belong to another statement or another sentence.
    Gap,
}

/// Returns the snippet that a statement's card shows: the words of its source, cue and content in
/// its passage, in reading order, extended to the rest of their sentence up to the words of another
/// statement.
pub fn snippet(dossier: &Dossier, ix: StatementIx) -> Vec<Piece> {
    let statement = dossier.statement(ix);
    let unit = dossier.article.unit(statement.passage);
    let own = own_spans(statement, statement.passage);
    let tables = dossier.tables();
    let is_own = |span: Span| {
        let at = own.partition_point(|own| own.end <= span.start);
        own.get(at).is_some_and(|own| own.overlaps(span))
    };
    // Words of another statement that overlap the statement's own do not separate them.
    let is_free = |start, end| {
        let mut is_free = true;
        let between = Span { unit: statement.passage, start, end };
        tables.said.overlapping(between, &mut |other, _| is_free &= is_own(other));
        is_free
    };
    let Some((first, last)) = own.first().zip(own.last()) else {
        return Vec::new();
    };
    let ends = &tables.sentences[statement.passage.index()];
    let from = ends[..ends.partition_point(|end| *end <= first.start)].last().copied().unwrap_or(0);
    let after = |start: u32| ends.get(ends.partition_point(|end| *end < start)).copied();
    let to = after(last.end).unwrap_or(unit.len());
    let mut current = *first;
    if is_free(from, first.start) {
        // A gap before the sentence hides the beginning of the sentence, so it is shown as well.
        let gap = from.saturating_sub(3);
        let is_cut = unit.slice(gap, from) == GAP;
        current.start = if is_cut { gap } else { skip_whitespace(unit, from, first.start) };
    }
    let mut pieces = Vec::new();
    for next in &own[1..] {
        let same_sentence = after(current.end + 1).is_none_or(|end| end > next.start);
        if same_sentence && is_free(current.end, next.start) {
            current.end = next.end;
        } else {
            pieces.extend([Piece::Text(current), Piece::Gap]);
            current = *next;
        }
    }
    if is_free(last.end, to) {
        current.end = current.end.max(to);
    }
    pieces.push(Piece::Text(current));
    // A quotation can span several paragraphs. The card shows the passage, with a gap for the rest.
    let passage = statement.passage;
    let is_in = |spans: &[Span], unit: UnitIx| spans.iter().any(|span| span.unit == unit);
    if statement.content.iter().any(|span| span.unit < passage) {
        pieces.insert(0, Piece::Gap);
    }
    // A cue that introduces content further away is shown with it.
    if let Some(cue) = statement.cue.first().filter(|cue| cue.unit < passage)
        && !is_in(&statement.cue, passage)
    {
        let introduction = own_spans(statement, cue.unit);
        let text = |span: &Span| [Piece::Text(*span), Piece::Gap];
        pieces.splice(0..0, introduction.iter().flat_map(text));
    }
    if statement.content.iter().any(|span| span.unit > passage) {
        pieces.push(Piece::Gap);
        if !is_in(&statement.content, passage) {
            pieces.extend(statement.content.first().map(|span| Piece::Text(*span)));
        }
    }
    pieces
}

/// Returns the sentence around a span.
pub fn sentence(article: &Article, span: Span) -> Span {
    let unit = article.unit(span.unit);
    let ends = sentence_ends(unit, &article.language, InDoubt::Join);
    let from = ends.iter().copied().rfind(|end| *end <= span.start).unwrap_or(0);
    let end = ends.iter().copied().find(|end| *end >= span.end).unwrap_or(unit.len());
    Span { start: skip_whitespace(unit, from, span.start), end, ..span }
}

/// Returns the three parts of a statement's attribution, source, cue and content, in reading order,
/// with only the white space and punctuation between them. Leaves out a source that the statement
/// shares with an earlier one.
pub fn attribution_pieces(article: &Article, statement: &Statement) -> Vec<Piece> {
    let source = statement.source.own_words().iter();
    let mut spans: Vec<Span> =
        source.chain(&statement.cue).chain(&statement.content).copied().collect();
    sort_spans(&mut spans);
    let mut pieces: Vec<Piece> = Vec::new();
    for span in spans {
        if let Some(Piece::Text(last)) = pieces.last_mut() {
            let between = Span { start: last.end, end: span.start.max(last.end), ..*last };
            if last.unit == span.unit && !article.text(between).contains(is_letter) {
                last.end = last.end.max(span.end);
                continue;
            }
            pieces.push(Piece::Gap);
        }
        pieces.push(Piece::Text(span));
    }
    pieces
}

/// Returns the statement's own spans in a unit, in reading order, overlaps merged.
fn own_spans(statement: &Statement, unit: UnitIx) -> Vec<Span> {
    let mut spans: Vec<Span> = (statement.source.words.iter())
        .chain(&statement.cue)
        .chain(&statement.content)
        .copied()
        .filter(|span| span.unit == unit)
        .collect();
    sort_spans(&mut spans);
    spans.dedup_by(|next, kept| {
        let joined = next.start <= kept.end;
        if joined {
            kept.end = kept.end.max(next.end);
        }
        joined
    });
    spans
}

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

fn skip_whitespace(unit: &Unit, start: u32, end: u32) -> u32 {
    let text = unit.slice(start, end);
    let white = text.chars().take_while(|c| c.is_whitespace()).count();
    start + u32::try_from(white).unwrap_or(0)
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
        join("zh", "他走了。她来了。", &["他走了。", "她来了。"]);
        join("ja", "「行け！」と言った。終わり。", &["「行け！」と言った。", "終わり。"]);
        split("ja", "「行け！」と言った。", &["「行け！」", "と言った。"]);
        join("hi", "वह आया। वह गया।", &["वह आया।", "वह गया।"]);
        join("ur", "وہ آیا۔ وہ گیا۔", &["وہ آیا۔", "وہ گیا۔"]);
    }
}
