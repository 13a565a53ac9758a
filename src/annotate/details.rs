//! What a pasted text says of its article: the language, the day of publication and the outlet. A person
//! can correct all of it.

use super::open::Normalised;
use crate::import::Document;
use crate::load::parse_day;
use crate::suggest::likely_language;

/// Frequent words of languages that share a script.
const WORDS: [(&str, &str); 6] = [
    ("en", " the of and to in a that is was said for on with it by "),
    ("fr", " le la les des et en du une que dans qui est pour par au "),
    ("de", " der die und das den von zu mit ist dem nicht ein eine im für "),
    ("es", " el la los de que y en las por con del una se para al "),
    ("ar", " في من على إلى أن التي الذي عن مع كان هذا هذه قال كما بين "),
    ("ckb", " لە بە بۆ کە ئەم ئەو لەگەڵ دا و وەک هەروەها گوتی دەکات نەک یان "),
];

/// Names of months, January first; several forms of one month are separated by `|`.
const MONTHS: [&str; 12] = [
    "january|jan|janvier|januar|enero|يناير",
    "february|feb|février|februar|febrero|فبراير",
    "march|mar|mars|märz|marzo|مارس",
    "april|apr|avril|abril|أبريل",
    "may|mai|mayo|مايو",
    "june|jun|juin|juni|junio|يونيو",
    "july|jul|juillet|juli|julio|يوليو",
    "august|aug|août|agosto|أغسطس",
    "september|sep|sept|septembre|septiembre|سبتمبر",
    "october|oct|octobre|oktober|octubre|أكتوبر",
    "november|nov|novembre|noviembre|نوفمبر",
    "december|dec|décembre|dezember|diciembre|ديسمبر",
];

/// Fills in what a document does not say of itself, and says so.
pub fn add_details(document: &mut Document) -> Vec<Normalised> {
    let mut found = Vec::new();
    let line = match document.has_dateline {
        true => document.text.lines().next().unwrap_or_default().to_owned(),
        false => lead(&document.text).unwrap_or_default().to_owned(),
    };
    let about = &mut document.about;
    if about.language.is_none()
        && let Some(language) = language(&document.text).or_else(|| by_letters(&document.text))
    {
        found.push(Normalised::Language(language.to_owned()));
        about.language = Some(language.to_owned());
    }
    if about.published.is_none()
        && let Some(day) = day(&line)
    {
        found.push(Normalised::Published(day.clone()));
        about.published = Some(day);
    }
    if about.outlet.is_none()
        && let Some(outlet) = outlet(&line)
    {
        found.push(Normalised::Outlet(outlet.clone()));
        about.outlet = Some(outlet);
    }
    found
}

/// Returns the language whose frequent words a text has most of. `None` if they are few.
fn language(text: &str) -> Option<&'static str> {
    /// Maximum number of words that are looked at.
    const SEEN: usize = 2_000;
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty());
    let words: Vec<String> = words.take(SEEN).map(str::to_lowercase).collect();
    let count = |list: &str| {
        let listed: Vec<&str> = list.split_whitespace().collect();
        words.iter().filter(|word| listed.contains(&word.as_str())).count()
    };
    let counts = WORDS.map(|(language, list)| (count(list), language));
    let (most, language) = counts.into_iter().max()?;
    let is_clear = counts.iter().filter(|(count, _)| *count == most).count() == 1;
    (is_clear && most * 12 >= words.len() && most > 0).then_some(language)
}

/// Returns the dateline at the beginning of the first paragraph, before a dash: "OSLO, 6 January 2026 (Agency) — The
/// ferry". Words before a dash are one only if they give a day or have a name in brackets.
fn lead(text: &str) -> Option<&str> {
    /// Maximum length, in bytes.
    const LONGEST: usize = 150;
    let line = text.lines().next()?;
    let dashes = [" — ", " – ", " - ", " -- ", "— ", "– ", "- "];
    let (at, dash) = dashes.iter().filter_map(|dash| Some((line.find(dash)?, dash))).min()?;
    let (lead, rest) = (line[..at].trim(), line[at + dash.len()..].trim());
    let is_short = lead.len() <= LONGEST && !lead.contains(". ") && !rest.is_empty();
    (is_short && (day(lead).is_some() || outlet(lead).is_some())).then_some(lead)
}

/// Returns the language of a short text in Arabic letters, of which languages with more letters than Arabic and Sorani
/// are not told apart.
fn by_letters(text: &str) -> Option<&'static str> {
    let language = likely_language(text);
    let is_other = || text.contains(['پ', 'چ', 'ژ', 'گ', 'ٹ', 'ڈ', 'ں']);
    (language == "ckb" || language == "ar" && !is_other()).then_some(language)
}

/// Returns the day in a dateline, as YYYY-MM-DD.
fn day(line: &str) -> Option<String> {
    let iso = line.split(|c: char| !(c.is_ascii_digit() || c == '-'));
    if let Some(day) = iso.into_iter().find(|it| it.len() == 10 && parse_day(it).is_some()) {
        return Some(day.to_owned());
    }
    let words = line.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let month = |word: &str| MONTHS.iter().position(|names| names.split('|').any(|it| it == word));
    let (at, month) = words.iter().enumerate().find_map(|(at, it)| Some((at, month(it)? + 1)))?;
    let number = |at: Option<usize>| {
        let digits = words.get(at?)?.trim_end_matches(|c: char| c.is_alphabetic());
        digits.parse::<u32>().ok()
    };
    let (before, after) = (number(at.checked_sub(1)), number(Some(at + 1)));
    let (day, year) = match (before, after, number(Some(at + 2))) {
        (Some(day), Some(year), _) if year > 1000 => (day, year),
        (_, Some(day), Some(year)) if day < 32 => (day, year),
        _ => return None,
    };
    let day = format!("{year:04}-{month:02}-{day:02}");
    parse_day(&day).map(|_| day)
}

/// Returns the outlet in a dateline: a name in brackets, as in "Oslo (The Courier)", or one between a
/// date and a hyphen, as in "2026-01-06 The Courier- Oslo".
fn outlet(line: &str) -> Option<String> {
    let in_brackets =
        line.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|it| it.0);
    let iso = line
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| line.get(*at..at + 10).is_some_and(|it| parse_day(it).is_some()));
    let after_day =
        iso.and_then(|at| line.get(at + 10..)).and_then(|it| it.split_once(['-', '–', '—']));
    let name = in_brackets.or_else(|| after_day.map(|it| it.0))?.trim();
    let is_name = name.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    (is_name && name.chars().count() <= 60).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_name_the_day_and_the_outlet() {
        for (line, expected_day, expected_outlet) in [
            ("date 2026-01-06 Shafaq News- Paris", Some("2026-01-06"), Some("Shafaq News")),
            ("Port Alba, 3 March 2026 (The Courier)", Some("2026-03-03"), Some("The Courier")),
            ("PARIS, January 6th, 2026", Some("2026-01-06"), None),
            ("Oslo, 31 février 2026", None, None),
            ("By Ada Reader", None, None),
            ("2026-01-06 – é", Some("2026-01-06"), None),
        ] {
            assert_eq!(day(line).as_deref(), expected_day, "{line}");
            assert_eq!(outlet(line).as_deref(), expected_outlet, "{line}");
        }
    }

    #[test]
    fn a_dateline_can_begin_the_first_paragraph() {
        for (text, expected) in [
            (
                "LINDHAVN, 6 January 2026 (Agency) — The ferry is late.\n\nTwo.",
                Some("LINDHAVN, 6 January 2026 (Agency)"),
            ),
            ("PARIS, January 6, 2026 - The talks began.", Some("PARIS, January 6, 2026")),
            ("OSLO (Agency) -- The talks began.", Some("OSLO (Agency)")),
            ("باريس، 6 يناير 2026 – بدأت المحادثات.", Some("باريس، 6 يناير 2026")),
            ("The ferry — which was late — sailed on 6 January 2026.", None),
            ("It was late. On 6 January 2026 (Tuesday) - no.", None),
            ("LINDHAVN, 6 January 2026 -", None),
        ] {
            assert_eq!(lead(text), expected, "{text}");
        }
    }

    #[test]
    fn frequent_words_show_the_language() {
        assert_eq!(language("The minister said that it was the end of the talks."), Some("en"));
        assert_eq!(
            language("Le ministre a dit que la fin des négociations est proche."),
            Some("fr")
        );
        assert_eq!(
            language("قال الوزير إن المحادثات في باريس كانت من أجل السلام على الحدود"),
            Some("ar")
        );
        assert_eq!(language("Xyz qwe rty"), None);
        assert_eq!(by_letters("وجدنا شقوقا"), Some("ar"));
        assert_eq!(by_letters("کەشتییەکە دواکەوتووە"), Some("ckb"));
        assert_eq!(by_letters("پل بسته است"), None);
        assert_eq!(by_letters("Xyz qwe rty"), None);
    }
}
