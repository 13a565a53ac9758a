//! Places of which nothing more is to be told: what else is wrong there follows from what was told.

use super::diagnostic::MOST_PROBLEMS;
use super::path::{At, Step};
use std::collections::BTreeMap;

/// The places, each with whether its value is none of the author's.
#[derive(Default)]
pub struct Told(BTreeMap<Vec<Key>, bool>);

/// A step that is kept beyond the walk.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Field(String),
    Element(usize),
}

impl Told {
    /// Adds a place. Beyond so many, no problem is told anyway.
    pub fn add(&mut self, at: &At<'_>, stands_in: bool) {
        if self.0.len() < MOST_PROBLEMS {
            *self.0.entry(keys(at)).or_default() |= stands_in;
        }
    }

    /// True for a place at or within one of these.
    pub fn holds(&self, at: &At<'_>) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let keys = keys(at);
        (0..=keys.len()).any(|count| self.0.contains_key(&keys[..count]))
    }

    /// True where a value at a place, within it or around it is none of the author's.
    pub fn stands_in(&self, at: &At<'_>) -> bool {
        let keys = keys(at);
        let places = self.0.iter().filter(|(_, stands_in)| **stands_in);
        places.into_iter().any(|(place, _)| place.starts_with(&keys) || keys.starts_with(place))
    }
}

fn keys(at: &At<'_>) -> Vec<Key> {
    let steps = at.steps().into_iter();
    let keys = steps.filter_map(|step| match step {
        Step::Root => None,
        Step::Field(name) => Some(Key::Field(name.to_owned())),
        Step::Element(position) => Some(Key::Element(position)),
    });
    keys.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_holds_what_is_within_it() {
        let statements = At::ROOT.field("statements");
        let first = statements.element(0);
        let (kind, cue) = (first.field("kind"), first.field("cue"));
        let mut told = Told::default();
        assert!(!told.holds(&kind) && !told.stands_in(&statements));
        told.add(&kind, true);
        told.add(&cue, false);
        assert!(told.holds(&kind) && told.holds(&kind.field("is")) && told.holds(&cue));
        assert!(!told.holds(&first) && !told.holds(&statements.element(1).field("kind")));
        let within = [told.stands_in(&kind.field("is")), told.stands_in(&first)];
        assert_eq!((within, told.stands_in(&cue)), ([true, true], false));
    }
}
