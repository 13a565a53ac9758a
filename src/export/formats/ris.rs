//! RIS, which most reference managers import.
//!
//! A record is a series of lines `XX  - value`, from the tag `TY` to the tag `ER`, each ended by CR
//! LF. Tags have the meaning that reference managers give them for a newspaper article.

use super::Written;
use crate::export::cite::Cited;
use crate::text;

pub fn write(cited: &[Cited]) -> Written {
    Written::join("", cited.iter().map(record), "", "")
}

fn record(cited: &Cited) -> String {
    let day = cited.published;
    let title = match &cited.headline {
        Some(headline) => ("TI", headline.as_str()),
        // The type of the work.
        None => ("M3", text::NO_HEADLINE),
    };
    let (year, date) = (day.year().to_string(), format!("{}/", day.iso().replace('-', "/")));
    let note = cited.note();
    let mut fields = vec![
        ("TY", "NEWS"),
        ("ID", &cited.key),
        title,
        ("T2", &cited.outlet),
        ("PY", &year),
        ("DA", &date),
        ("LA", &cited.language),
    ];
    fields.extend(cited.address.as_deref().map(|address| ("UR", address)));
    fields.extend([
        // The archive, and where the statement is in it.
        ("DB", &*cited.site),
        ("AN", &cited.link),
        ("N1", &note),
        ("ER", ""),
    ]);
    fields.into_iter().map(|(tag, value)| line(tag, value)).collect()
}

/// Returns a line of a record. The value has no line breaks, so it cannot start another field or
/// end the record.
fn line(tag: &str, value: &str) -> String {
    let words = value.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!("{tag}  - {}\r\n", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_has_a_line_for_each_field() {
        let expected = [
            "TY  - NEWS",
            "ID  - x:y",
            "TI  - Talks go on",
            "T2  - The Outlet",
            "PY  - 2026",
            "DA  - 2026/01/06/",
            "LA  - en",
            "DB  - On Record",
            "AN  - https://example.org/x/statements/y/",
        ];
        let record = record(&Cited::example(Some("Talks go on")));
        assert!(record.starts_with(&(expected.join("\r\n") + "\r\nN1  - Statement 7 of 11")));
        assert!(record.ends_with(" it 100% is\r\nER  - \r\n"), "{record}");
    }

    #[test]
    fn no_value_starts_a_line() {
        let check = |value: &str, expected: &str| {
            assert_eq!(line("TI", value), format!("TI  - {expected}\r\n"), "{value:?}");
        };
        check("Talks\r\nER  - \r\nTY  - JOUR", "Talks ER - TY - JOUR");
        check("\nER  - ", "ER -");
        check("a\rb\u{b}c\u{c}d\u{85}e\u{2028}f\u{0}g\u{1e}h", "a b c d e f g h");
        check("", "");
    }
}
