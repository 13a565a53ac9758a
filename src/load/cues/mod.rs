//! What the checks know about languages: the words that attribute, date, bound and accuse. One table
//! for each language (`tables`). A language without a table gets only the checks that need none.
//!
//! Entries are compared by the keys of their words (`names::key`): without case, accents and the
//! particles that Arabic attaches to words.

mod find;
mod tables;

use crate::load::names::tokens;
use crate::model::primary_language;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The words of one language, as the table has them.
pub(super) struct Table {
    /// The primary subtag of the language.
    pub language: &'static str,
    /// Articles, prepositions, conjunctions, auxiliaries: words that name nobody.
    pub function: &'static str,
    /// Prepositions after which a name describes what is before: "the ministry of Norway".
    pub prepositions: &'static str,
    /// Pronouns that can be a source.
    pub pronouns: &'static str,
    /// Phrases before the news organisation that was told: "told", "in an interview with".
    pub told: &'static [&'static str],
    /// Phrases before whoever passed the words on: "according to", "quoted by".
    pub through: &'static [&'static str],
    /// Participles that, a few words before `by`, say who released the words.
    pub released: &'static str,
    /// The words for "by".
    pub by: &'static str,
    /// Verbs between a news organisation and the source just after them: "Reuters reported that Lund".
    pub relays: &'static str,
    /// Verbs between a news organisation and the source anywhere after them: "Reuters cited".
    pub cites: &'static str,
    /// The days of the week, Monday first; several forms of one day are separated by `|`.
    pub weekdays: [&'static str; 7],
    /// Phrases for a day, by its distance in days from the day on which they were written.
    pub days: &'static [(&'static str, i32)],
    /// Phrases for a year, by its distance in years.
    pub years: &'static [(&'static str, i32)],
    /// Phrases before a number that is a lower bound.
    pub at_least: &'static [&'static str],
    /// Phrases before a number that is an upper bound.
    pub at_most: &'static [&'static str],
    /// Phrases before a number that is approximate.
    pub approx: &'static [&'static str],
    /// Phrases after a number that is a lower bound: "or more".
    pub or_more: &'static [&'static str],
    /// Phrases after a number that is an upper bound: "or less".
    pub or_less: &'static [&'static str],
    /// Beginnings of words that accuse.
    pub accuses: &'static str,
    /// Beginnings of words that deny.
    pub denies: &'static str,
}

/// The direction in which a number is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bounded {
    /// The number or more.
    Below,
    /// The number or less.
    Above,
    /// About the number.
    About,
}

/// A relative date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relative {
    /// A weekday, counted from Monday.
    Weekday(i32),
    /// A distance in days.
    Days(i32),
    /// A distance in years.
    Years(i32),
}

/// Returns the relative date that words of a language are, all of them together: "yesterday", "last
/// year", "Friday". `language` is a BCP 47 tag.
pub fn relative_dates(words: &str, language: &str) -> Option<Relative> {
    let cues = cues(language)?;
    let tokens = tokens(words);
    let first = cues.relative.starts(&tokens)?;
    (first.len == tokens.len()).then_some(first.value)
}

/// How a phrase leads to an actor through whom words came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// To the news organisation that was told.
    Told,
    /// To whoever passed the words on.
    Through,
}

/// The words of one language, indexed.
pub struct Cues {
    function: Vec<String>,
    prepositions: Vec<String>,
    pronouns: Vec<String>,
    released: Vec<String>,
    by: Vec<String>,
    relays: Vec<String>,
    cites: Vec<String>,
    accuses: Vec<String>,
    denies: Vec<String>,
    leads: Phrases<Leads>,
    relative: Phrases<Relative>,
    before_number: Phrases<Bounded>,
    after_number: Phrases<Bounded>,
}

/// Phrases with a value each, by the key of their first word.
struct Phrases<T>(HashMap<String, Vec<(Vec<String>, T)>>);

static ALL: LazyLock<Vec<(&'static str, Cues)>> = LazyLock::new(|| {
    tables::TABLES.iter().map(|table| (table.language, Cues::of(table))).collect()
});

/// Returns the words of a language, by a BCP 47 tag. `None` if there is no table for it.
pub fn cues(language: &str) -> Option<&'static Cues> {
    let primary = primary_language(language);
    ALL.iter().find(|(known, _)| *known == primary).map(|(_, cues)| cues)
}

impl Cues {
    fn of(table: &Table) -> Self {
        let mut weekdays: Vec<(&str, Relative)> = Vec::new();
        for (day, names) in (0..).zip(table.weekdays) {
            weekdays.extend(names.split('|').map(|name| (name, Relative::Weekday(day))));
        }
        let days = table.days.iter().map(|(phrase, days)| (*phrase, Relative::Days(*days)));
        let years = table.years.iter().map(|(phrase, years)| (*phrase, Relative::Years(*years)));
        let with = |phrases: &'static [&'static str], bound| {
            phrases.iter().map(move |phrase| (*phrase, bound))
        };
        let told = table.told.iter().map(|phrase| (*phrase, Leads::Told));
        let through = table.through.iter().map(|phrase| (*phrase, Leads::Through));
        Self {
            function: sorted(table.function),
            prepositions: sorted(table.prepositions),
            pronouns: sorted(table.pronouns),
            released: sorted(table.released),
            by: sorted(table.by),
            relays: sorted(table.relays),
            cites: sorted(table.cites),
            accuses: sorted(table.accuses),
            denies: sorted(table.denies),
            leads: Phrases::of(told.chain(through)),
            relative: Phrases::of(weekdays.into_iter().chain(days).chain(years)),
            before_number: Phrases::of(
                with(table.at_least, Bounded::Below)
                    .chain(with(table.at_most, Bounded::Above))
                    .chain(with(table.approx, Bounded::About)),
            ),
            after_number: Phrases::of(
                with(table.or_more, Bounded::Below).chain(with(table.or_less, Bounded::Above)),
            ),
        }
    }
}

fn keys(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.key.into()).collect()
}

fn sorted(text: &str) -> Vec<String> {
    let mut keys = keys(text);
    keys.sort();
    keys.dedup();
    keys
}

impl<T> Phrases<T> {
    fn of(phrases: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut all: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (phrase, value) in phrases {
            let keys = keys(phrase);
            if let Some(first) = keys.first() {
                all.entry(first.clone()).or_default().push((keys, value));
            }
        }
        // The longest phrase is tried first.
        all.values_mut()
            .for_each(|list| list.sort_by_key(|(keys, _)| std::cmp::Reverse(keys.len())));
        Self(all)
    }
}
