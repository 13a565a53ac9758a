//! Suggestions for a long text, part by part, so that a page can answer in between.

use super::types::{Attribution, Cue, Suggestions};
use super::{Lexicons, suggest};
use crate::model::{Span, UnitIx};
use std::collections::HashMap;

/// Size of a part in bytes, to which the rest of its last paragraph is added. An ordinary article is one part.
const PART: usize = 40_000;

/// The suggestions for the first part or parts of a text. Each part is read as an article of its own; actors with the same
/// name are one.
#[derive(Debug, Default)]
pub struct Parts {
    found: Suggestions,
    /// Positions of the actors, by whether they have a name of their own, and what they are called.
    actors: HashMap<(bool, String), usize>,
    /// The first unit of the next part.
    next: usize,
    read: usize,
}

impl Parts {
    /// Reads the next part, and returns true if there is another one. The units and the language must be those of the call
    /// before.
    pub fn read_on(&mut self, units: &[&str], language: &str, lexicons: &Lexicons) -> bool {
        let mut size = 0;
        let rest = units.iter().skip(self.next);
        let count = rest.take_while(|unit| (size < PART, size += unit.len()).0).count();
        let part = &units[self.next..self.next + count];
        // Only the first part begins with a dateline.
        let (found, first) = match self.next {
            0 => (suggest(part, language, lexicons), 0),
            first => (suggest(&[&[""], part].concat(), language, lexicons), first - 1),
        };
        self.add(found, u32::try_from(first).unwrap_or(u32::MAX));
        self.next += count;
        self.read += 1;
        self.next < units.len()
    }

    /// The number of parts that were read.
    pub const fn count(&self) -> usize {
        self.read
    }

    /// Returns the suggestions so far.
    pub const fn found(&self) -> &Suggestions {
        &self.found
    }

    /// Returns all suggestions.
    pub fn into_found(self) -> Suggestions {
        self.found
    }

    /// Adds the suggestions of a part whose units follow those of the first `units` units.
    fn add(&mut self, part: Suggestions, units: u32) {
        let moved = |span: Span| Span { unit: UnitIx(span.unit.0 + units), ..span };
        let all = |spans: Vec<Span>| spans.into_iter().map(moved).collect::<Vec<Span>>();
        let mut positions = Vec::with_capacity(part.actors.len());
        for mut named in part.actors {
            named.mentions = all(named.mentions);
            let key = (named.is_named, named.name.clone());
            let position = *self.actors.entry(key).or_insert(self.found.actors.len());
            positions.push(position);
            match self.found.actors.get_mut(position) {
                None => self.found.actors.push(named),
                Some(known) => {
                    known.mentions.extend(named.mentions);
                    for alias in named.aliases {
                        if !known.aliases.contains(&alias) {
                            known.aliases.push(alias);
                        }
                    }
                }
            }
        }
        let before = self.found.statements.len();
        self.found.statements.extend(part.statements.into_iter().map(|it| {
            Attribution {
                source: all(it.source),
                cue: all(it.cue),
                content: all(it.content),
                speaker: it.speaker.map(|mut speaker| {
                    speaker.actor = positions[speaker.actor];
                    speaker.antecedent = speaker.antecedent.map(moved);
                    speaker
                }),
                via: it
                    .via
                    .into_iter()
                    .map(|mut hop| {
                        hop.actor = positions[hop.actor];
                        hop.evidence = moved(hop.evidence);
                        hop
                    })
                    .collect(),
                within: it.within.map(|at| at + before),
                ..it
            }
        }));
        let figures = part.figures.into_iter().map(|mut it| {
            it.span = moved(it.span);
            it
        });
        self.found.figures.extend(figures);
        let dates = part.dates.into_iter().map(|mut it| {
            it.span = moved(it.span);
            it
        });
        self.found.dates.extend(dates);
        let cues = part.cues.into_iter();
        let cues = cues.map(|it| Cue { words: moved(it.words), source: it.source.map(moved) });
        self.found.cues.extend(cues);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAGRAPHS: [&str; 2] = [
        "Anna Lund, the mayor, said that 12 ferries were late on Monday. “We will pay,” she added.",
        "According to the ministry, the pier is safe.",
    ];

    #[test]
    fn one_part_is_the_whole() {
        let units = ["Lindhavn", PARAGRAPHS[0], PARAGRAPHS[1]];
        let mut parts = Parts::default();
        assert!(!parts.read_on(&units, "en", &Lexicons::default()));
        assert_eq!(*parts.found(), suggest(&units, "en", &Lexicons::default()));
    }

    #[test]
    fn later_parts_are_like_the_first_and_name_the_same_actors() {
        let mut units = vec![""];
        // Parts end between two paragraphs that belong together.
        while units.len() < 4_001 {
            units.extend(PARAGRAPHS);
        }
        let mut parts = Parts::default();
        while parts.read_on(&units, "en", &Lexicons::default()) {}
        assert!(parts.count() > 5);
        let found = parts.found();
        let short = suggest(&units[..3], "en", &Lexicons::default());
        assert_eq!(found.statements.len(), short.statements.len() * 2_000);
        assert_eq!(found.figures.len(), short.figures.len() * 2_000);
        assert_eq!(found.dates.len(), short.dates.len() * 2_000);
        assert_eq!(found.cues.len(), short.cues.len() * 2_000);
        let name = |all: &Suggestions, it: &Attribution| {
            it.speaker.as_ref().map(|it| all.actors[it.actor].name.clone())
        };
        for (at, it) in found.statements.iter().enumerate() {
            let like = &short.statements[at % short.statements.len()];
            let turns = (at / short.statements.len()) as u32;
            let moved = |span: &Span| Span { unit: UnitIx(span.unit.0 + 2 * turns), ..*span };
            assert_eq!(it.content, like.content.iter().map(moved).collect::<Vec<Span>>());
            assert_eq!(it.source, like.source.iter().map(moved).collect::<Vec<Span>>());
            assert_eq!(name(found, it), name(&short, like), "{at}");
        }
        let named = found.actors.iter().filter(|it| it.name == "Anna Lund");
        assert_eq!(named.count(), 1);
    }
}
