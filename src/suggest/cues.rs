//! Words that may attribute something: the answers to choose from for a statement that nothing suggests.

use super::chain::PossibleCue;
use super::lexicon::{Class, Lexicon};
use super::rules;
use super::tokens::Text;
use super::types::Cue;
use std::ops::Range;

/// The classes of words that attribute.
const ATTRIBUTING: [Class; 11] = {
    use Class::{Act, Hearsay, Intend, Noun, PassedOn, Say, Show, Tell, Think, Through, Told};
    [Say, Tell, Think, Intend, Act, Show, Noun, Hearsay, Through, Told, PassedOn]
};

/// Returns the cues that a model considered, which begin with the likely ones, and those of the lexicon, in text order. Of
/// cues that overlap, the first is kept. Each has a word of the lexicon, because a model considers much.
pub fn cues(text: &Text, lexicon: &Lexicon, considered: Vec<PossibleCue>) -> Vec<Cue> {
    let listed = rules::cues(text, lexicon);
    let attributes = |words: &Range<usize>| {
        let mut at = words.clone().flat_map(|at| lexicon.at(&text.tokens[at..words.end]));
        at.any(|(_, class)| ATTRIBUTING.contains(&class))
    };
    let mut is_taken = vec![false; text.tokens.len()];
    let mut found: Vec<(usize, Cue)> = Vec::new();
    for (cue, source) in considered.into_iter().chain(listed) {
        if is_taken[cue.clone()].contains(&true) || !attributes(&cue) {
            continue;
        }
        is_taken[cue.clone()].fill(true);
        let bare = |range: &Range<usize>| text.span(text.without_commas(range));
        let source = source.filter(|it| !it.is_empty());
        found.push((cue.start, Cue { words: bare(&cue), source: source.as_ref().map(bare) }));
    }
    found.sort_by_key(|(start, _)| *start);
    found.into_iter().map(|(_, cue)| cue).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Lexicons;
    use super::super::suggest;
    use crate::model::Span;

    #[test]
    fn cues_have_their_likely_sources() {
        let check = |language: &str, unit: &str, expected: &[(&str, &str)]| {
            let found = suggest(&["", unit], language, &Lexicons::default());
            let words = |it: Span| unit.chars().skip(it.start as usize).take(it.len() as usize);
            let shown: Vec<(String, String)> = found
                .cues
                .iter()
                .map(|it| {
                    (words(it.words).collect(), it.source.into_iter().flat_map(words).collect())
                })
                .collect();
            let expected: Vec<(String, String)> =
                expected.iter().map(|(cue, source)| ((*cue).into(), (*source).into())).collect();
            assert_eq!(shown, expected, "{unit}");
        };
        check(
            "en",
            "Anna Lund, the mayor, said that the ferry was late.",
            &[("said that", "Anna Lund, the mayor")],
        );
        // There is no model for Swedish, and no lexicon.
        check("sv", "Anna Lund sade att färjan var sen.", &[]);
    }
}
