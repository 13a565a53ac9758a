//! Lexicons: the words of a language that attribute, name and describe. One plain text file for
//! each language, in `lexicons/`, which a newsroom can extend with a file of its own.
//!
//! A file has sections. Each begins with its name in square brackets and has entries, one or more
//! in a line, separated by commas. A `#` begins a comment. An entry may have several words.

use super::tokens::{Text, Token};
use crate::model::primary_language;
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::LazyLock;

/// The lexicons of On Record, by the primary subtag of their language.
const FILES: [(&str, &str); 4] = [
    ("ar", include_str!("lexicons/ar.txt")),
    ("ckb", include_str!("lexicons/ckb.txt")),
    ("en", include_str!("lexicons/en.txt")),
    ("fr", include_str!("lexicons/fr.txt")),
];

static BUILT_IN: LazyLock<BTreeMap<&'static str, Lexicon>> = LazyLock::new(|| {
    let read = |(language, text): (&'static str, &str)| {
        let mut lexicon = Lexicon::default();
        // A test reads all of them. A line that is wrong is left out.
        let _ = lexicon.add(language, text);
        (language, lexicon)
    };
    FILES.into_iter().map(read).collect()
});

static EMPTY: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $section:literal,)*) => {
        /// What the words of a section do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class {
            $($(#[$doc])* $name,)*
        }

        impl Class {
            const SECTIONS: &'static [(&'static str, Self)] = &[$(($section, Self::$name),)*];
        }
    };
}

classes! {
    /// Verbs of saying: "said", "warned".
    Say = "say",
    /// Verbs of saying to somebody, who follows: "told".
    Tell = "tell",
    /// Verbs of thought and feeling: "believes".
    Think = "think",
    /// Verbs of will and decision: "plans", "agreed".
    Intend = "intend",
    /// Verbs of taking a side: "supports", "criticised".
    Act = "act",
    /// Verbs that documents and studies take: "shows", "found".
    Show = "show",
    /// Nouns of words, thoughts and decisions: "claim", "statement".
    Noun = "noun",
    /// Words that attribute to nobody: "reportedly".
    Hearsay = "hearsay",
    /// Phrases before a source: "according to".
    Through = "according to",
    /// Phrases before the news organisation that was told: "told", "in an interview with".
    Told = "told",
    /// Phrases before whoever passed words on: "quoted by".
    PassedOn = "passed on",
    /// Words between cue and content: "that".
    That = "that",
    /// Auxiliaries, negation and adverbs that belong to a cue.
    Auxiliary = "auxiliary",
    /// Words that no source contains: conjunctions, relative pronouns.
    Boundary = "boundary",
    /// Words at which a source that follows its cue ends: prepositions of place and time.
    Stop = "stop",
    /// Pronouns for one man.
    He = "he",
    /// Pronouns for one woman.
    She = "she",
    /// Pronouns for something, such as an organisation.
    It = "it",
    /// Pronouns for several.
    They = "they",
    /// Pronouns for the speaker of a quotation: "I", "we".
    Speaker = "speaker",
    /// Relative pronouns that are a source: "who".
    Who = "who",
    /// Words for a source that nobody knows: "others", "some".
    Some = "some",
    /// Forms of address for a man: "Mr".
    Sir = "sir",
    /// Forms of address for a woman: "Mrs".
    Madam = "madam",
    /// Given names of men.
    Men = "men",
    /// Given names of women.
    Women = "women",
    /// Titles and occupations of one person.
    Title = "title",
    /// Persons who are described together.
    People = "people",
    /// Words of the names and descriptions of public bodies.
    Government = "government",
    /// Words of companies.
    Company = "company",
    /// Words of news organisations.
    Media = "media",
    /// Words of parties and movements.
    Party = "party",
    /// Words of universities and institutes.
    Academic = "academic",
    /// Words of charities, unions and associations.
    Association = "association",
    /// Words of documents.
    Document = "document",
    /// Articles and possessives, at which a description begins.
    Article = "article",
    /// Names of states and nationalities.
    State = "state",
    /// Capitalised words that are not names: weekdays, months.
    NotName = "not a name",
    /// The months, in order.
    Month = "month",
    /// How the language orders its sentences: `source after cue`.
    Order = "order",
}

/// The words of one language.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    language: String,
    /// The entries by the key of their first word, the longest first.
    entries: HashMap<String, Vec<(Vec<String>, Class)>>,
    /// The keys of months, each with its number, counted from 1.
    months: Vec<(Vec<String>, u32)>,
}

/// The lexicons that suggestions use: those of On Record, and what a newsroom adds to them.
#[derive(Debug, Clone, Default)]
pub struct Lexicons {
    own: BTreeMap<String, Lexicon>,
}

/// A line of a lexicon that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLexicon {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for BadLexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl Lexicons {
    /// Adds entries to the lexicon of a language, given by its BCP 47 tag. `text` is the content of
    /// a lexicon file.
    ///
    /// # Errors
    /// If a line cannot be read. The other lines are added.
    pub fn add(&mut self, language: &str, text: &str) -> Result<(), BadLexicon> {
        let mut lexicon = self.of(language).clone();
        let added = lexicon.add(language, text);
        self.own.insert(primary_language(language), lexicon);
        added
    }

    /// Returns the lexicon of a language, given by its BCP 47 tag. It is empty for a language
    /// without one.
    pub fn of(&self, language: &str) -> &Lexicon {
        let primary = primary_language(language);
        let own = self.own.get(&primary);
        own.or_else(|| BUILT_IN.get(primary.as_str())).unwrap_or(&EMPTY)
    }
}

impl Lexicon {
    fn add(&mut self, language: &str, text: &str) -> Result<(), BadLexicon> {
        language.clone_into(&mut self.language);
        let mut class = None;
        let mut result = Ok(());
        for (line, words) in (1..).zip(text.lines()) {
            let words = words.split('#').next().unwrap_or_default().trim();
            if let Some(name) = words.strip_prefix('[') {
                let name = name.trim_end_matches(']').trim();
                class = Class::SECTIONS.iter().find(|(known, _)| *known == name).map(|(_, it)| *it);
                if class.is_none() {
                    let known: Vec<&str> = Class::SECTIONS.iter().map(|(name, _)| *name).collect();
                    let message =
                        format!("unknown section \"{name}\": use one of {}", known.join(", "));
                    result = result.and(Err(BadLexicon { line, message }));
                }
                continue;
            }
            for entry in words.split([',', '،']).map(str::trim).filter(|entry| !entry.is_empty()) {
                match class {
                    Some(Class::Month) => {
                        let before = self.months.last().map_or(0, |(_, month)| *month);
                        for form in entry.split('|').map(str::trim) {
                            self.insert(form, Class::Month);
                            self.months.push((self.keys(form), before % 12 + 1));
                        }
                    }
                    Some(class) => self.insert(entry, class),
                    None => {
                        let message = "the entry is in no section: begin one, such as [say]";
                        let bad = BadLexicon { line, message: message.to_owned() };
                        result = result.and(Err(bad));
                    }
                }
            }
        }
        result
    }

    fn keys(&self, entry: &str) -> Vec<String> {
        // As within a sentence, where "M." is one token.
        let text = Text::of(&[&format!("{entry} x")], &self.language);
        let own = text.tokens.split_last().map_or(&[][..], |(_, own)| own);
        own.iter().map(|token| token.key.to_string()).collect()
    }

    fn insert(&mut self, entry: &str, class: Class) {
        let keys = self.keys(entry);
        let Some(first) = keys.first() else { return };
        let list = self.entries.entry(first.clone()).or_default();
        if !list.iter().any(|(known, of)| *known == keys && *of == class) {
            list.push((keys, class));
            // The sort is stable: among entries of one length, the first in the file is first.
            list.sort_by_key(|(keys, _)| std::cmp::Reverse(keys.len()));
        }
    }

    /// Returns the month, counted from 1, that keys name.
    pub fn month(&self, keys: &[&str]) -> Option<u32> {
        self.months.iter().find(|(known, _)| known == keys).map(|(_, month)| *month)
    }

    /// Returns the classes of the entries at the start of some tokens, with their number of tokens,
    /// the longest first.
    pub fn at<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = (usize, Class)> + 'a {
        let list = tokens.first().and_then(|first| self.entries.get(&*first.key));
        list.into_iter().flatten().filter_map(move |(keys, class)| {
            let fits = keys.len() <= tokens.len()
                && keys.iter().zip(tokens).all(|(key, token)| **key == *token.key);
            fits.then_some((keys.len(), *class))
        })
    }

    /// Returns true if a token alone is of a class.
    pub fn is(&self, token: &Token, class: Class) -> bool {
        self.has(&token.key, class)
    }

    /// Returns true if a word, given by its key, is of a class.
    pub fn has(&self, word: &str, class: Class) -> bool {
        let list = self.entries.get(word);
        list.is_some_and(|list| list.iter().any(|(keys, of)| keys.len() == 1 && *of == class))
    }

    /// Returns true if the lexicon has this entry, given by its keys.
    pub fn has_phrase(&self, keys: &[&str], class: Class) -> bool {
        let list = keys.first().and_then(|first| self.entries.get(*first));
        list.is_some_and(|list| list.iter().any(|(known, of)| known == keys && *of == class))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lexicon_can_be_read() {
        for (language, text) in FILES {
            assert_eq!(Lexicon::default().add(language, text), Ok(()), "{language}");
        }
    }

    /// A line break ends an entry, so an entry that is broken over two lines is two.
    #[test]
    fn no_entry_is_broken() {
        let is_entries = |line: &str| !line.is_empty() && !line.starts_with(['#', '[']);
        for (language, text) in FILES {
            let lines: Vec<&str> = text.lines().map(str::trim).collect();
            for (at, two) in lines.windows(2).enumerate() {
                let is_whole = two[0].ends_with([',', '،']) || !two.iter().all(|it| is_entries(it));
                assert!(
                    is_whole,
                    "{language}, line {}: {:?} must end with a comma",
                    at + 1,
                    two[0]
                );
            }
        }
    }

    #[test]
    fn a_newsroom_adds_entries() {
        let mut lexicons = Lexicons::default();
        assert_eq!(lexicons.add("en-GB", "[say]\n# our own\nclept, has clept\n"), Ok(()));
        let lexicon = lexicons.of("en");
        assert!(lexicon.has("clept", Class::Say) && lexicon.has("said", Class::Say));
        assert!(!Lexicons::default().of("en").has("clept", Class::Say));
        let bad = lexicons.add("sv", "sade\n[verbs]\nsade").expect_err("two errors");
        assert_eq!(bad.to_string(), "line 1: the entry is in no section: begin one, such as [say]");
    }
}
