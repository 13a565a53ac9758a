//! Links to words on a page of another site, with text fragments
//! (<https://wicg.github.io/scroll-to-text-fragment/>).

use super::percent_encoded;
use crate::model::{Article, Span};

/// Maximum length in code points of a text that a link contains in full. A longer text is given by
/// its first and last words.
const MAX_FULL_TEXT: u32 = 200;
/// Number of words in the start, end and prefix of a text fragment.
const WORDS: usize = 4;

/// Returns the link to words of an article on the outlet's site, or `None` if the article's address
/// is unknown.
pub fn link_to_words(article: &Article, spans: &[Span]) -> Option<String> {
    let address = article.address.as_deref()?;
    let address = address.split('#').next().unwrap_or_default();
    let texts: Vec<String> =
        spans.iter().map(|span| format!("text={}", directive(article, *span))).collect();
    if texts.is_empty() {
        return Some(address.to_owned());
    }
    Some(format!("{address}#:~:{}", texts.join("&")))
}

/// Writes a text directive: `[prefix-,]start[,end]`.
fn directive(article: &Article, span: Span) -> String {
    let text = article.text(span);
    let words: Vec<&str> = text.split_whitespace().collect();
    let target = if span.len() <= MAX_FULL_TEXT || words.len() <= 2 * WORDS {
        escaped(text)
    } else {
        let (start, end) = (&words[..WORDS], &words[words.len() - WORDS..]);
        format!("{},{}", escaped(&start.join(" ")), escaped(&end.join(" ")))
    };
    match prefix(article, span) {
        Some(prefix) => format!("{}-,{target}", escaped(&prefix)),
        None => target,
    }
}

/// Returns the words before a span whose text occurs more than once. Returns `None` for a cut
/// article, because the preceding words may differ in the original.
fn prefix(article: &Article, span: Span) -> Option<String> {
    let text = article.text(span);
    let found: usize = article.units.iter().map(|unit| unit.as_str().matches(text).count()).sum();
    if found < 2 || article.is_cut() {
        return None;
    }
    let start = article.unit(span.unit).slice(0, span.start);
    let words: Vec<&str> = start.split_whitespace().collect();
    let words = &words[words.len().saturating_sub(WORDS)..];
    (!words.is_empty()).then(|| words.join(" "))
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

    #[test]
    fn links_to_the_words() {
        let check = |text: &str, (start, end): (u32, u32), expected: &str| {
            let article = article(Some("https://example.org/a#top"), text);
            let span = Span { unit: UnitIx(1), start, end };
            let link = link_to_words(&article, &[span]);
            assert_eq!(
                link.as_deref(),
                Some(format!("https://example.org/a#:~:{expected}").as_str())
            );
        };
        check("He said no.", (8, 10), "text=no");
        check("A so-called, B & C", (2, 18), "text=so%2Dcalled%2C%20B%20%26%20C");
        check("قال نعم", (4, 7), "text=%D9%86%D8%B9%D9%85");
        // The text occurs twice, so a prefix distinguishes the occurrences.
        check("one no two no", (11, 13), "text=one%20no%20two-,no");
        let long = format!("a b c d {} w x y z", "m ".repeat(120));
        let end = long.chars().count() as u32;
        check(&long, (0, end), "text=a%20b%20c%20d,w%20x%20y%20z");
    }

    #[test]
    fn without_an_address_there_is_no_link() {
        let span = Span { unit: UnitIx(1), start: 0, end: 2 };
        assert_eq!(link_to_words(&article(None, "He said no."), &[span]), None);
    }
}
