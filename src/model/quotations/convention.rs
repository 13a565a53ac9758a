//! How an article marks its quotations: the marks of its language, as CLDR has them (quotation start and
//! end, and their alternates), if the article uses them. Where it does not, the neighbours of each mark
//! decide (`marks`).

use super::super::primary_language;

/// What is known of how an article marks its quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Convention<'a> {
    /// The language, as a BCP 47 tag. Empty if it is not known.
    pub language: &'a str,
    /// True if straight single marks are quotation marks.
    pub single_quotes: bool,
}

impl Convention<'_> {
    /// Returns the marks that can only close, because the article opens its quotations with the marks
    /// of its language.
    pub(super) fn closing_only(self, texts: &[Vec<char>]) -> Vec<char> {
        let pairs = pairs(self.language);
        let opening: Vec<char> = pairs.iter().map(|(open, _)| *open).collect();
        // The first mark of a pair in the article opens. Polish and Hungarian also use »…«.
        let is_used = |open: char, close: char| {
            texts.iter().flatten().find(|c| **c == open || **c == close) == Some(&open)
        };
        let closing =
            pairs.iter().filter(|(open, close)| !opening.contains(close) && is_used(*open, *close));
        closing.map(|(_, close)| *close).collect()
    }

    /// Returns true if letters can follow a closing mark directly, as the endings of words that are
    /// attached to a quotation: `"gara"ko`.
    pub(super) fn attaches_endings(self) -> bool {
        matches!(
            &*primary_language(self.language),
            "az" | "eu" | "fi" | "et" | "hu" | "ka" | "ko" | "tr"
        )
    }
}

/// Returns the pairs of marks of a language. Nothing for a language whose newspapers also use its marks
/// the other way round, as Arabic, Hebrew and Urdu do.
fn pairs(language: &str) -> &'static [(char, char)] {
    match &*primary_language(language) {
        "af" | "az" | "bn" | "cy" | "en" | "fil" | "ga" | "gu" | "hi" | "id" | "kk" | "kn"
        | "ko" | "ml" | "mr" | "ms" | "mt" | "nl" | "pa" | "pt" | "si" | "sw" | "ta" | "te"
        | "th" | "tr" | "vi" | "zh" => &[('“', '”'), ('‘', '’')],
        "cs" | "de" | "hr" | "is" | "lt" | "sk" | "sl" => &[('„', '“'), ('‚', '‘')],
        "bg" | "et" | "ka" | "mk" | "sr" => &[('„', '“')],
        "be" | "ky" | "ru" | "uk" => &[('«', '»'), ('„', '“')],
        "ca" | "el" | "es" | "gl" | "it" | "sq" => &[('«', '»'), ('“', '”')],
        "am" | "eu" | "fa" | "fr" | "hy" => &[('«', '»'), ('‹', '›')],
        "nb" | "nn" | "no" => &[('«', '»'), ('‘', '’')],
        "hu" => &[('„', '”'), ('»', '«')],
        "bs" | "pl" | "ro" => &[('„', '”'), ('«', '»')],
        "ja" => &[('「', '」'), ('『', '』')],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_only_closes_where_the_language_opens_with_another() {
        let check = |language: &str, text: &str, expected: &[char]| {
            let convention = Convention { language, single_quotes: false };
            let texts = [text.chars().collect::<Vec<_>>()];
            assert_eq!(convention.closing_only(&texts), expected, "{language} {text}");
        };
        check("de-AT", "„Ja“", &['“']);
        check("de", "“Ja”", &[]);
        check("en", "“Yes”", &['”']);
        check("sv", "”Ja”", &[]);
        check("ru", "«Да „нет“»", &['»', '“']);
        check("pl", "»Tak«", &[]);
        check("ar", "“نعم”", &[]);
        check("und", "“Yes”", &[]);
        check("", "“Yes”", &[]);
    }
}
