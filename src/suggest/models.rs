//! The models of languages, and what they find in a text. `make train` writes their weights.

use super::chain::{Considered, PossibleCue, Suggested, Weights, suggested};
use super::lexicon::Lexicon;
use super::rules::Found;
use super::tokens::Text;
use super::types::Rule;
use crate::model::primary_language;
use std::sync::OnceLock;

/// The files of the weights, by the primary subtag of their language.
const FILES: [(&str, &[u8]); 4] = [
    ("ar", include_bytes!("weights/ar.bin")),
    ("ckb", include_bytes!("weights/ckb.bin")),
    ("en", include_bytes!("weights/en.bin")),
    ("fr", include_bytes!("weights/fr.bin")),
];

/// The weights of each file, once they are used.
static WEIGHTS: [OnceLock<Option<Weights>>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];

/// Returns the weights of a language, given by its BCP 47 tag. `None` if there are none.
fn weights(language: &str) -> Option<&'static Weights> {
    let primary = primary_language(language);
    let at = FILES.iter().position(|(known, _)| *known == primary)?;
    WEIGHTS[at].get_or_init(|| Weights::from_bytes(FILES[at].1)).as_ref()
}

/// Returns the attributions that the model of a language finds, in text order, and the cues that it considered. `None`
/// if there is no model.
pub fn attributions(
    text: &Text,
    lexicon: &Lexicon,
    language: &str,
) -> Option<(Vec<Found>, Vec<PossibleCue>)> {
    let Considered { suggested: mut all, cues } = suggested(text, lexicon, weights(language)?);
    all.sort_by_key(|it| (it.content[0].start, it.depth));
    let found = all.iter().enumerate().map(|(at, it)| Found {
        source: it.source.iter().cloned().collect(),
        cue: it.cue.iter().cloned().collect(),
        content: it.content.clone(),
        confidence: it.confidence,
        rule: Rule::Model,
        depth: it.depth,
        within: outer(&all, at),
    });
    Some((found.collect(), cues))
}

/// Returns the attribution that another is directly within.
fn outer(all: &[Suggested], at: usize) -> Option<usize> {
    let own = &all[at];
    let first = &own.content[0];
    let contains = |other: &Suggested| {
        other.depth + 1 == own.depth
            && other.content.iter().any(|it| it.start <= first.start && first.end <= it.end)
    };
    if own.depth == 0 {
        return None;
    }
    // It begins before, and is mostly near.
    let rest = || (at + 1..all.len()).find(|at| contains(&all[*at]));
    (0..at).rev().find(|at| contains(&all[*at])).or_else(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_can_be_read_and_written() {
        for (language, bytes) in FILES {
            let weights = weights(language).expect("weights");
            assert_eq!(weights.to_bytes(), bytes, "{language}");
            assert!(Weights::from_bytes(&bytes[..1000]).is_none());
        }
        assert!(weights("en-GB").is_some() && weights("sv").is_none());
    }
}
