//! Paths whose further problems are suppressed, because they would follow from one that was
//! reported.

use super::path::{At, Step};
use super::problem::MAX_PROBLEMS;
use std::collections::BTreeMap;

/// The paths; true for those whose value was replaced by a substitute.
#[derive(Default)]
pub struct Suppressed(BTreeMap<Vec<Key>, bool>);

/// An owned [`Step`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Field(String),
    Element(usize),
}

impl Suppressed {
    /// Adds a path. The number is limited, as further problems are dropped anyway.
    pub fn add(&mut self, at: &At<'_>, is_substituted: bool) {
        if self.0.len() < MAX_PROBLEMS {
            *self.0.entry(keys(at)).or_default() |= is_substituted;
        }
    }

    /// Returns true if a path is one of these or inside one.
    pub fn contains(&self, at: &At<'_>) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let keys = keys(at);
        (0..=keys.len()).any(|count| self.0.contains_key(&keys[..count]))
    }

    /// Returns true if the value at a path, or a value inside or around it, is a substitute.
    pub fn is_substituted(&self, at: &At<'_>) -> bool {
        let keys = keys(at);
        let places = self.0.iter().filter(|(_, is_substituted)| **is_substituted);
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
    fn a_path_covers_everything_inside_it() {
        let statements = At::ROOT.field("statements");
        let first = statements.element(0);
        let (kind, cue) = (first.field("kind"), first.field("cue"));
        let mut suppressed = Suppressed::default();
        assert!(!suppressed.contains(&kind) && !suppressed.is_substituted(&statements));
        suppressed.add(&kind, true);
        suppressed.add(&cue, false);
        assert!(
            suppressed.contains(&kind)
                && suppressed.contains(&kind.field("is"))
                && suppressed.contains(&cue)
        );
        assert!(
            !suppressed.contains(&first)
                && !suppressed.contains(&statements.element(1).field("kind"))
        );
        let within =
            [suppressed.is_substituted(&kind.field("is")), suppressed.is_substituted(&first)];
        assert_eq!((within, suppressed.is_substituted(&cue)), ([true, true], false));
    }
}
