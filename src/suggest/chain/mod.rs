//! The language model: a chain over the labels of tokens finds sources, cues and contents, a linear
//! model links them, and a logistic model says how likely each attribution is right.

mod candidates;
mod choice;
mod columns;
mod confidence;
mod features;
mod lattice;
mod link;
mod segments;
mod weights;

pub use candidates::{Candidate, Unit};
pub use choice::{chosen, ranked};
pub use columns::{Columns, hash, mix};
pub use confidence::WIDTH;
pub use features::{CLASSES, Features, features};
pub use lattice::{
    CONTENT, CUE, LABELS, Label, Lattice, OUTSIDE, SOURCE, START, Transitions, can_follow,
};
pub use link::{LINK_BITS, Links, MAX_DISTANCE, logistic};
pub use segments::{Segment, segments};
pub use weights::{Level, ROWS, Weights};

use super::lexicon::Lexicon;
use super::tokens::Text;
use std::ops::Range;

/// A text with everything that the weights look at.
pub struct Described {
    /// The properties of its tokens.
    pub columns: Columns,
    /// The features of its tokens.
    pub features: Features,
    /// The sentence of each token.
    pub sentences: Vec<u32>,
}

impl Described {
    /// Describes a text.
    pub fn of(text: &Text, lexicon: &Lexicon) -> Self {
        let columns = Columns::of(text, lexicon);
        let features = features(&columns, hash(0, ",".chars()));
        let sentences = text.tokens.iter().map(|token| token.sentence).collect();
        Self { columns, features, sentences }
    }
}

/// Returns all candidates of a text.
pub fn candidates(text: &Text, described: &Described, weights: &Weights) -> Vec<Candidate> {
    let (transitions, factors) = weights.transition_tables();
    let links = Links { columns: &described.columns, sentences: &described.sentences };
    let mut found = Vec::new();
    for unit in text.units.iter().flat_map(|unit| stretches(text, unit)) {
        let emissions = unit.clone().map(|at| {
            let mut sums = [0_i32; LABELS];
            for hash in described.features.of(at) {
                let row = &weights.emissions[*hash as usize];
                sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += i32::from(*weight));
            }
            sums.map(|sum| sum as f32 * weights.emission_step)
        });
        let lattice = Lattice {
            emissions: emissions.collect(),
            classes: &described.features.transitions[unit.clone()],
            transitions: &transitions,
            factors: &factors,
        };
        let unit = Unit {
            start: unit.start,
            lattice: &lattice,
            columns: &described.columns,
            links: &links,
            weights,
        };
        found.extend(unit.candidates());
    }
    found
}

/// Returns a unit in stretches of sentences, so that the time for a very long one does not grow with
/// its square.
fn stretches(text: &Text, unit: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = unit.start;
    while start < unit.end {
        let mut end = unit.end;
        if end - start > MAX_STRETCH {
            let sentence = text.sentence(start + MAX_STRETCH).start;
            end = if sentence > start { sentence } else { start + MAX_STRETCH };
        }
        found.push(start..end);
        start = end;
    }
    found
}

/// Maximum number of tokens that are labelled together.
const MAX_STRETCH: usize = 512;
/// Minimum number of tokens of a content that may report something itself.
pub const MIN_PART: usize = 4;
/// Minimum confidence of a candidate whose cue a person can choose.
const MIN_CONFIDENCE: f32 = 0.1;
/// Maximum number of attributions within each other.
const MAX_DEPTH: usize = 3;

/// An attribution that the model suggests.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggested {
    /// The source, if there is one.
    pub source: Option<Range<usize>>,
    /// The cue, if there is one.
    pub cue: Option<Range<usize>>,
    /// The pieces of the content, in text order.
    pub content: Vec<Range<usize>>,
    /// An estimate of the probability that it is right.
    pub confidence: f32,
    /// The number of attributions that it is within.
    pub depth: usize,
}

/// A cue that a model considered, with its source.
pub type PossibleCue = (Range<usize>, Option<Range<usize>>);

/// What a model finds in a text.
#[derive(Debug, Default)]
pub struct Considered {
    /// The attributions that it suggests, and those within their contents.
    pub suggested: Vec<Suggested>,
    /// The cues that it considered, the most confident of the same words first.
    pub cues: Vec<PossibleCue>,
}

/// Returns what a model suggests for a text.
pub fn suggested(text: &Text, lexicon: &Lexicon, weights: &Weights) -> Considered {
    let mut found = Considered::default();
    collect(text, lexicon, weights, (0, 0), &mut found);
    found
}

/// Adds the suggestions for a text that begins at a token of the whole text, at a depth.
fn collect(
    text: &Text,
    lexicon: &Lexicon,
    weights: &Weights,
    (start, depth): (usize, usize),
    found: &mut Considered,
) {
    let described = Described::of(text, lexicon);
    let candidates = candidates(text, &described, weights);
    let moved = |range: &Range<usize>| range.start + start..range.end + start;
    let ranked = ranked(candidates, &weights.levels[depth.min(1)]);
    let likely = ranked.iter().take_while(|(_, confidence)| *confidence >= MIN_CONFIDENCE);
    found.cues.extend(likely.filter_map(|(candidate, _)| {
        Some((moved(candidate.cue.as_ref()?), candidate.source.as_ref().map(moved)))
    }));
    for (candidate, confidence) in chosen(ranked, &weights.levels[depth.min(1)]) {
        found.suggested.push(Suggested {
            source: candidate.source.as_ref().map(moved),
            cue: candidate.cue.as_ref().map(moved),
            content: candidate.content.iter().map(moved).collect(),
            confidence,
            depth,
        });
        for piece in &candidate.content {
            if depth < MAX_DEPTH && piece.len() >= MIN_PART {
                let (part, first) = text.part(piece.clone());
                if part.tokens.len() >= MIN_PART {
                    collect(&part, lexicon, weights, (start + first, depth + 1), found);
                }
            }
        }
    }
}
