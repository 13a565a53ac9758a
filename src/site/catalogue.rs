//! The facets of the list of dossiers: by outlet, by year and by language.

use super::Entry;
use crate::model::primary_language;

/// A property by which the list of dossiers can be filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryFacet {
    /// The outlet.
    Outlet,
    /// The year in which the article was published.
    Year,
    /// The language of the article, without its region or script.
    Language,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryValue {
    /// The value in the address of the page.
    pub code: String,
    /// The outlet's name, the year, or the code of the language.
    pub name: String,
    /// The number of dossiers that have it.
    pub count: usize,
}

impl EntryFacet {
    /// All facets, in the order in which the page lists them.
    pub const ALL: [Self; 3] = [Self::Outlet, Self::Year, Self::Language];

    /// Returns the key in the address of the page.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Year => "year",
            Self::Language => "language",
        }
    }

    /// Returns the code of a dossier's value.
    pub fn code(self, entry: &Entry) -> String {
        match self {
            Self::Outlet => code_of(&entry.outlet),
            Self::Year => entry.published.year().to_string(),
            Self::Language => primary_language(&entry.language),
        }
    }

    /// Returns the values of all dossiers: years from the latest, others by number of dossiers.
    pub fn values(self, entries: &[Entry]) -> Vec<EntryValue> {
        let mut values: Vec<EntryValue> = Vec::new();
        for entry in entries {
            let code = self.code(entry);
            if let Some(value) = values.iter_mut().find(|value| value.code == code) {
                value.count += 1;
                continue;
            }
            let name = if self == Self::Outlet { entry.outlet.clone() } else { code.clone() };
            values.push(EntryValue { code, name, count: 1 });
        }
        match self {
            Self::Year => values.sort_by_key(|value| std::cmp::Reverse(year(value))),
            _ => values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name))),
        }
        values
    }
}

fn year(value: &EntryValue) -> i32 {
    value.code.parse().unwrap_or_default()
}

/// Makes the code of a name: lower-case letters and digits of any script, joined by hyphens. Names
/// that differ only in case or punctuation have the same code.
fn code_of(name: &str) -> String {
    let name = name.to_lowercase();
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let code = parts.collect::<Vec<_>>().join("-");
    if code.is_empty() { "-".to_owned() } else { code }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_can_be_put_in_an_address() {
        let check = |name, expected: &str| assert_eq!(code_of(name), expected);
        check("Shafaq News", "shafaq-news");
        check("  A, B & “C”! ", "a-b-c");
        check("Le Monde", code_of("LE MONDE").as_str());
        check("شفق نيوز", "شفق-نيوز");
        check("…", "-");
        assert_eq!(primary_language("zh-Hant-TW"), "zh");
    }
}
