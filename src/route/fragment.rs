//! Links to words on a page of another site, with text fragments
//! (<https://wicg.github.io/scroll-to-text-fragment/>).
//!
//! A browser takes the first match on the page, without regard to case or accents, and only whole
//! words. So each directive is verified by such a search over the headline and the text. Words before
//! and after are added until one match remains. If it never does, the link leads to the page.

use super::percent_encoded;
use crate::model::{Article, Span};
use crate::query::fold;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Maximum length in code points of a text that a link contains in full. A longer text is given by
/// its first and last words.
const MAX_FULL_TEXT: u32 = 200;
/// Number of words at the start and the end of a longer text.
const WORDS: usize = 4;
/// Numbers of words of context that are tried.
const CONTEXT: [usize; 6] = [0, 2, 4, 8, 16, 32];

/// Returns the link to words of an article on the outlet's site, or `None` if the article's address
/// is unknown.
pub fn link_to_words(article: &Article, spans: &[Span]) -> Option<String> {
    let address = article.address.as_deref()?;
    let address = address.split('#').next().unwrap_or_default();
    let page = Page::new(article);
    let texts: Vec<String> = spans
        .iter()
        // What is missing from a cut article could contain the words as well.
        .filter(|_| !article.is_cut())
        .filter_map(|span| Some(format!("text={}", page.directive(article, *span)?)))
        .collect();
    if texts.is_empty() {
        return Some(address.to_owned());
    }
    Some(format!("{address}#:~:{}", texts.join("&")))
}

/// The headline and the text units of an article, in the order of the page.
struct Page<'a> {
    blocks: Vec<Block<'a>>,
    has_headline: bool,
}

struct Block<'a> {
    text: &'a str,
    /// The text as search compares it, with the byte in `text` of each of its bytes.
    folded: String,
    origins: Vec<usize>,
}

impl<'a> Page<'a> {
    fn new(article: &'a Article) -> Self {
        let headline = article.headline.as_deref();
        let units = article.units.iter().map(|unit| unit.as_str());
        let blocks = headline.into_iter().chain(units).map(Block::new).collect();
        Self { blocks, has_headline: headline.is_some() }
    }

    /// Writes a text directive: `[prefix-,]start[,end][,-suffix]`. Returns `None` if no context makes
    /// it unique.
    fn directive(&self, article: &Article, span: Span) -> Option<String> {
        let position = span.unit.index() + usize::from(self.has_headline);
        let text = self.blocks.get(position)?.text;
        let unit = article.unit(span.unit);
        let target = unit.byte(span.start)..unit.byte(span.end);
        let words = words(text);
        let inner: Vec<&Range<usize>> = words
            .iter()
            .filter(|word| target.start <= word.start && word.end <= target.end)
            .collect();
        let is_long = span.len() > MAX_FULL_TEXT && inner.len() > 2 * WORDS;
        for count in CONTEXT {
            let start = before(&words, target.start, count);
            let end = after(&words, target.end, count);
            let mut contexts = vec![(start, target.end), (target.start, end), (start, end)];
            contexts.dedup();
            for (start, end) in contexts {
                let prefix = text[start..target.start].trim();
                let suffix = text[target.end..end].trim();
                let prefix = (!prefix.is_empty()).then(|| format!("{}-,", escaped(prefix)));
                let suffix = (!suffix.is_empty()).then(|| format!(",-{}", escaped(suffix)));
                let middle = if is_long {
                    let first = target.start..inner[WORDS - 1].end;
                    let last = inner[inner.len() - WORDS].start..target.end;
                    if !self.is_only(position, &(start..first.end))
                        || !self.is_next(position, first.end, &(last.start..end))
                    {
                        continue;
                    }
                    format!("{},{}", escaped(&text[first]), escaped(&text[last]))
                } else {
                    if !self.is_only(position, &(start..end)) {
                        continue;
                    }
                    escaped(&text[target.clone()])
                };
                return Some(
                    [prefix.unwrap_or_default(), middle, suffix.unwrap_or_default()].concat(),
                );
            }
        }
        None
    }

    /// Returns true if a part of a block is its only match on the page.
    fn is_only(&self, position: usize, part: &Range<usize>) -> bool {
        let needle = needle(&self.blocks[position].text[part.clone()]);
        let mut matches = self.blocks.iter().enumerate().flat_map(|(position, block)| {
            block.matches(&needle).into_iter().map(move |found| (position, found))
        });
        matches.next().is_some_and(|(at, found)| at == position && found.start == part.start)
            && matches.next().is_none()
    }

    /// Returns true if a part of a block is the first match after a byte of the block.
    fn is_next(&self, position: usize, from: usize, part: &Range<usize>) -> bool {
        let block = &self.blocks[position];
        let matches = block.matches(&needle(&block.text[part.clone()]));
        matches
            .iter()
            .find(|found| found.start >= from)
            .is_some_and(|found| found.start == part.start)
    }
}

impl<'a> Block<'a> {
    fn new(text: &'a str) -> Self {
        let folded = fold(text);
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let origin = |at: usize| {
            let position = folded.original(at..at + 1).start;
            bytes.get(position as usize).copied().unwrap_or(text.len())
        };
        let origins = (0..folded.as_str().len()).map(origin).collect();
        Self { text, folded: folded.as_str().to_owned(), origins }
    }

    /// Returns the matches that are whole words, as bytes of the text.
    fn matches(&self, needle: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = self.folded.get(from..).and_then(|rest| rest.find(needle)) {
            let (start, end) = (from + at, from + at + needle.len());
            let range =
                self.origins[start]..self.origins.get(end).copied().unwrap_or(self.text.len());
            if self.is_word_bounded(&range) {
                found.push(range);
            }
            from = start + self.folded[start..].chars().next().map_or(1, char::len_utf8);
        }
        found
    }

    /// Returns true unless an end of the range is inside a word that Unicode keeps together.
    fn is_word_bounded(&self, range: &Range<usize>) -> bool {
        let is_inside = |at: usize| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let (before, after) = self.text.split_at(at);
            is_letter(before.chars().next_back())
                && is_letter(after.chars().next())
                && !is_boundary(self.text, at)
        };
        !is_inside(range.start) && !is_inside(range.end)
    }
}

/// Number of bytes on each side of a position in which a word ends.
const WINDOW: usize = 64;

/// Returns true for a word boundary (UAX #29), from the characters near it.
fn is_boundary(text: &str, at: usize) -> bool {
    let mut start = at.saturating_sub(WINDOW);
    let mut end = (at + WINDOW).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    text[start..end].split_word_bound_indices().any(|(offset, _)| start + offset == at)
}

fn needle(text: &str) -> String {
    fold(text.trim()).as_str().to_owned()
}

/// Returns the words of a text, as bytes.
fn words(text: &str) -> Vec<Range<usize>> {
    let is_word = |(_, word): &(usize, &str)| word.chars().any(char::is_alphanumeric);
    let range = |(at, word): (usize, &str)| at..at + word.len();
    text.split_word_bound_indices().filter(is_word).map(range).collect()
}

/// Returns the start of the nth word before a byte, or that of the first word.
fn before(words: &[Range<usize>], at: usize, count: usize) -> usize {
    let position = words.partition_point(|word| word.end <= at);
    if count == 0 || position == 0 { at } else { words[position.saturating_sub(count)].start }
}

/// Returns the end of the nth word after a byte, or that of the last word.
fn after(words: &[Range<usize>], at: usize, count: usize) -> usize {
    let position = words.partition_point(|word| word.start < at);
    let last = (position + count).min(words.len());
    if count == 0 || last == position { at } else { words[last - 1].end }
}

/// Percent-encodes a text for a directive. Hyphens, commas and ampersands have a meaning there and
/// are encoded as well.
fn escaped(text: &str) -> String {
    percent_encoded(text, b"._~")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Day, Precomputed, Rights, Unit, UnitIx};

    fn article(address: Option<&str>, text: &str) -> Article {
        Article {
            outlet: 0_usize.into(),
            headline: None,
            published: Day::new(2026, 1, 6).expect("a day"),
            language: "en".into(),
            is_rtl: false,
            address: address.map(Into::into),
            rights: Rights { holder: "x".into(), notice: "x".into() },
            units: vec![Unit::new("Paris"), Unit::new(text)],
            quoted_titles: Vec::new(),
            shown: Vec::new(),
            precomputed: Precomputed::default(),
            archived: None,
            single_quotes: false,
        }
    }

    fn check(headline: Option<&str>, text: &str, words: &str, nth: usize, expected: Option<&str>) {
        let mut article = article(Some("https://example.org/a#top"), text);
        article.headline = headline.map(Into::into);
        let (byte, _) = text.match_indices(words).nth(nth).expect("the words are in the text");
        let start = text[..byte].chars().count() as u32;
        let end = start + words.chars().count() as u32;
        let link = link_to_words(&article, &[Span { unit: UnitIx(1), start, end }]);
        let fragment = expected.map_or_else(String::new, |text| format!("#:~:text={text}"));
        assert_eq!(link, Some(format!("https://example.org/a{fragment}")), "{text}");
    }

    #[test]
    fn links_to_the_words() {
        check(None, "He said no.", "no", 0, Some("no"));
        check(
            None,
            "A so-called, B & C",
            "so-called, B & C",
            0,
            Some("so%2Dcalled%2C%20B%20%26%20C"),
        );
        check(None, "قال نعم", "نعم", 0, Some("%D9%86%D8%B9%D9%85"));
        let long = format!("a b c d {} w x y z", "m ".repeat(120));
        check(None, &long, &long, 0, Some("a%20b%20c%20d,w%20x%20y%20z"));
    }

    #[test]
    fn adds_context_until_one_match_remains() {
        // The words occur twice; a browser takes the first.
        check(None, "one no two no", "no", 1, Some("no%20two-,no"));
        // Also with other capitals, or accents, or in the headline.
        check(None, "No one came. They said no.", "no", 0, Some("They%20said-,no"));
        check(
            Some("Rescue too late"),
            "It was too late.",
            "too late",
            0,
            Some("It%20was-,too%20late"),
        );
        check(None, "Un marché. Il a marche.", "marche", 0, Some("Il%20a-,marche"));
        check(None, "NEIN heißt: nein", "nein", 0, Some("NEIN%20hei%C3%9Ft%3A-,nein"));
        // Part of another word is no match.
        check(None, "Now they say no", "no", 0, Some("no"));
        // At the start of a paragraph, the words after it distinguish.
        check(None, "They left. So they left.", "They left", 0, Some("They%20left,-.%20So%20they"));
        // Korean and Japanese.
        check(
            None,
            "폐쇄 뒤 다시 폐쇄",
            "폐쇄",
            1,
            Some("%EB%92%A4%20%EB%8B%A4%EC%8B%9C-,%ED%8F%90%EC%87%84"),
        );
    }

    #[test]
    fn without_a_unique_match_the_link_leads_to_the_page() {
        check(Some("They left"), "They left", "They left", 0, None);
    }

    #[test]
    fn without_an_address_there_is_no_link() {
        let span = Span { unit: UnitIx(1), start: 0, end: 2 };
        assert_eq!(link_to_words(&article(None, "He said no."), &[span]), None);
    }
}
