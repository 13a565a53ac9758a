//! A plain text, as pasted: the headline, the dateline and the paragraphs, without annotation.

use super::File;
use super::clean::is_decomposed;
use super::document::{BadInput, Document, FindingCode, Place};
use super::layout::Layout;
use unicode_normalization::UnicodeNormalization;

/// Maximum length of a headline or a dateline, in characters.
const MAX_LINE: usize = 150;

/// Reads a plain text.
///
/// # Errors
/// If the file is not UTF-8 or has no words.
pub fn read(file: &File) -> Result<Document, BadInput> {
    let mut document = Document { text: file.text()?.to_owned(), ..Document::default() };
    let place = Place::file(&file.name);
    if is_decomposed(&document.text) {
        document.text = document.text.nfc().collect();
        let message = "letters and their accents are written as one character (Unicode NFC)";
        document.find(FindingCode::TextChanged, &place, message);
    }
    let layout = Layout::of(&document.text, false);
    for change in layout.changes {
        document.find(FindingCode::TextChanged, &place, change);
    }
    let mut paragraphs: Vec<String> =
        layout.units.into_iter().skip(1).map(|unit| unit.text).collect();
    if paragraphs.is_empty() {
        return Err(BadInput::of(&file.name, "the file contains no words"));
    }
    if paragraphs.len() > 1 && is_headline(&paragraphs[0]) {
        let message = "the first line is the headline";
        document.find(FindingCode::Concluded, &place, message);
        document.about.headline = Some(paragraphs.remove(0));
    }
    if paragraphs.len() > 1 && is_dateline(&paragraphs[0]) {
        let message = format!("\"{}\" is the dateline", super::report::shortened(&paragraphs[0]));
        document.find(FindingCode::Concluded, &place, message);
        document.has_dateline = true;
    }
    let headline = document.about.headline.clone();
    document.name = headline.unwrap_or_else(|| file.stem().to_owned());
    document.text = paragraphs.join("\n\n");
    Ok(document)
}

fn is_short(line: &str) -> bool {
    line.chars().count() <= MAX_LINE
}

/// Returns true for a short line that does not end as a sentence does, and is not a dateline.
fn is_headline(line: &str) -> bool {
    let ends_sentence = line.ends_with(['.', '!', '…', '。', '؟', ':', ';', ',', '”', '"', '»']);
    is_short(line) && !ends_sentence && !is_dateline(line)
}

/// Returns true for a short line that is no sentence and names a year or an author.
fn is_dateline(line: &str) -> bool {
    let is_number = |word: &&str| word.chars().all(char::is_numeric);
    let is_year = |word: &str| {
        word.chars().count() == 4
            && word.chars().all(char::is_numeric)
            && matches!(word.chars().next(), Some('1' | '2' | '١' | '٢' | '۱' | '۲'))
    };
    let words: Vec<&str> =
        line.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let has_year = words.iter().copied().any(is_year);
    let numbers = words.iter().filter(|word| is_number(word)).count();
    let names_author =
        ["By ", "Von ", "Par ", "Por ", "بقلم "].iter().any(|by| line.starts_with(by));
    let few = words.len() <= 16 && is_short(line) && !line.ends_with(['.', '!', '?', '؟', '。']);
    few && ((has_year && numbers >= 2) || names_author)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Document {
        read(&File { name: "in/pasted.txt".to_owned(), bytes: text.into() }).expect("a text")
    }

    #[test]
    fn the_headline_and_the_dateline_are_recognised() {
        let document = read_text(
            "Ferry returns to Skerry Island\n\nPort Alba, 3 March 2026 (The Courier)\n\nOne.\n\nTwo.",
        );
        assert_eq!(document.about.headline.as_deref(), Some("Ferry returns to Skerry Island"));
        assert!(document.has_dateline);
        assert_eq!(document.text, "Port Alba, 3 March 2026 (The Courier)\n\nOne.\n\nTwo.");
        let document = read_text("The ferry returned on 3 March 2026.\n\nTwo.");
        assert_eq!((document.about.headline, document.has_dateline), (None, false));
        assert_eq!(document.name, "pasted");
        let document = read_text("By Ada Reader\nOne.");
        assert_eq!((document.about.headline, document.has_dateline), (None, true));
    }

    #[test]
    fn what_is_normalised_is_reported() {
        let document = read_text("Cafe\u{301}s close.  \n");
        assert_eq!(document.text, "Cafés close.");
        let found: Vec<_> = document.findings.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(found.len(), 2, "{found:?}");
        let error = read(&File { name: "a.txt".to_owned(), bytes: b"\n \n".to_vec() });
        assert_eq!(error.expect_err("no words").to_string(), "a.txt: the file contains no words");
    }
}
