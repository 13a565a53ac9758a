//! Names in a text: runs of words with capitals, without the titles before them.

use crate::suggest::lexicon::{Class, Lexicon};
use crate::suggest::tokens::{Text, Token};
use std::collections::BTreeSet;
use std::ops::Range;

/// Words between the parts of a name.
const PARTICLES: [&str; 17] = [
    "de", "la", "du", "des", "van", "von", "der", "den", "al", "el", "ben", "bin", "ibn", "da",
    "di", "dos", "y",
];
/// Maximum number of tokens of a name.
const MAX_NAME: usize = 8;

/// Returns the names of a text in a script with capitals, in text order.
pub fn names(text: &Text, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let lower: BTreeSet<&str> = (text.tokens.iter())
        .filter(|token| token.word.chars().next().is_some_and(char::is_lowercase))
        .map(|token| &*token.key)
        .collect();
    let inner: BTreeSet<&str> = (text.tokens.iter().enumerate())
        .filter(|(at, token)| token.is_capital() && !begins_sentence(text, *at))
        .map(|(_, token)| &*token.key)
        .collect();
    let names = Names { text, lexicon, lower, inner };
    let mut found = Vec::new();
    for unit in &text.units {
        let mut at = unit.start;
        while at < unit.end {
            let end = names.end(at, unit.end);
            if end > at {
                found.extend(names.trimmed(at..end));
            }
            at = end.max(at + 1);
        }
    }
    found
}

fn begins_sentence(text: &Text, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &text.tokens[before]) else { return true };
    before.sentence != text.tokens[at].sentence
        || !before.is_word() && !matches!(&*before.word, "," | "-" | "'" | "’" | "(" | "&")
}

struct Names<'a> {
    text: &'a Text,
    lexicon: &'a Lexicon,
    /// Words that the text has without a capital.
    lower: BTreeSet<&'a str>,
    /// Words that the text has with a capital within a sentence.
    inner: BTreeSet<&'a str>,
}

impl Names<'_> {
    fn token(&self, at: usize) -> &Token {
        &self.text.tokens[at]
    }

    /// Returns the end of the run of a name that begins at a token.
    fn end(&self, start: usize, unit_end: usize) -> usize {
        let mut end = start;
        while end < unit_end && end - start < MAX_NAME {
            if self.is_part(end) {
                end += 1;
                continue;
            }
            let next = end + 1;
            let joins = end > start
                && next < unit_end
                && self.is_part(next)
                && (PARTICLES.contains(&&*self.token(end).word)
                    || (self.joins_body(start..end)
                        && matches!(&*self.token(end).word, "of" | "for" | "&")));
            if joins {
                end = next;
                continue;
            }
            let of_the = end > start
                && end + 2 < unit_end
                && self.joins_body(start..end)
                && (&*self.token(end).word, &*self.token(end + 1).word) == ("of", "the")
                && self.is_part(end + 2);
            if !of_the {
                break;
            }
            end += 2;
        }
        end
    }

    /// Returns true if a token may be a part of a name.
    fn is_part(&self, at: usize) -> bool {
        let token = self.token(at);
        if !token.is_capital() || self.lexicon.is(token, Class::NotName) {
            return false;
        }
        if !begins_sentence(self.text, at) {
            return !self.is_function(token) || token.word.chars().all(char::is_uppercase);
        }
        let key = &*token.key;
        let is_given = self.lexicon.is(token, Class::Men) || self.lexicon.is(token, Class::Women);
        is_given
            || (self.inner.contains(key) && !self.is_function(token))
            || (!self.lower.contains(key) && !self.is_known(token) && self.has_capital_after(at))
    }

    /// Returns true if the token after one in the same sentence has a capital, too.
    fn has_capital_after(&self, at: usize) -> bool {
        let next = self.text.tokens.get(at + 1);
        next.is_some_and(|next| next.is_capital() && next.sentence == self.token(at).sentence)
    }

    fn is_function(&self, token: &Token) -> bool {
        use Class::{Article, Auxiliary, Boundary, He, It, She, Some, Speaker, Stop, That, They};
        [Article, Auxiliary, Boundary, He, It, She, Some, Speaker, Stop, That, They]
            .into_iter()
            .any(|class| self.lexicon.is(token, class))
    }

    /// Returns true for a word of the lexicon, which a sentence may begin with.
    fn is_known(&self, token: &Token) -> bool {
        use Class::{Academic, Company, Government, Media, Men, Party, State, Women};
        let mut classes = self.lexicon.at(std::slice::from_ref(token)).peekable();
        let is_name = |class| {
            matches!(class, Men | Women | State | Government | Company | Media | Party | Academic)
        };
        classes.peek().is_some() && !classes.any(|(_, class)| is_name(class))
    }

    /// Returns true if a run names a body: "Ministry of Justice" continues, "Lund of Larkin" does
    /// not.
    fn joins_body(&self, run: Range<usize>) -> bool {
        use Class::{Academic, Association, Company, Government, Party};
        let last = self.token(run.end - 1);
        [Government, Academic, Association, Company, Party]
            .into_iter()
            .any(|class| self.lexicon.is(last, class))
    }

    /// Returns a run without the titles at its start. `None` if nothing is left.
    fn trimmed(&self, run: Range<usize>) -> Option<Range<usize>> {
        let Range { mut start, end } = run;
        loop {
            let tokens = &self.text.tokens[start..end];
            let title = (self.lexicon.at(tokens))
                .find(|(_, class)| matches!(class, Class::Title | Class::Sir | Class::Madam));
            match title {
                Some((length, _)) if start + length < end => start += length,
                Some(_) => return None,
                None => break,
            }
        }
        // A single letter, or a number, is not a name.
        let letters = |at: usize| self.token(at).word.chars().filter(|c| c.is_alphabetic()).count();
        (start < end && (start..end).map(letters).sum::<usize>() > 1).then_some(start..end)
    }
}
