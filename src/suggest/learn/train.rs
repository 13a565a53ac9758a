//! The whole training: the chain and the links on all articles, the confidence on articles that the
//! chain has not seen, and the threshold that gives the best F1 there.

use super::chain::{ChainSettings, train_chain};
use super::confidence::train_confidence;
use super::links::train_links;
use super::sample::{Marked, Sample};
use super::score::Score;
use crate::suggest::chain::{Candidate, Level, WIDTH, Weights, candidates, chosen, ranked};

/// How a model is trained.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The chain.
    pub chain: ChainSettings,
    /// Number of parts for the confidence: each is judged by a chain trained on the others.
    pub folds: usize,
}

impl Default for Settings {
    fn default() -> Self {
        let chain =
            ChainSettings { epochs: 10, alpha: 0.015, l1: 1.5, l2: 1.0, dropout: 35, step: 0.03 };
        Self { chain, folds: 3 }
    }
}

/// A trained model.
pub struct Trained {
    /// Its weights.
    pub weights: Weights,
    /// The score on articles that the chain had not seen.
    pub score: Score,
    /// The score on the contents of their attributions.
    pub inner: Score,
}

/// Trains a model.
pub fn train(articles: &[&Sample], settings: Settings) -> Trained {
    let mut fold_of = Vec::new();
    let mut samples: Vec<&Sample> = Vec::new();
    for (at, article) in articles.iter().enumerate() {
        for sample in article.all() {
            samples.push(sample);
            fold_of.push(at % settings.folds);
        }
    }
    let mut unseen: Vec<Vec<Candidate>> = vec![Vec::new(); samples.len()];
    for fold in 0..settings.folds {
        let others: Vec<&Sample> = (samples.iter().enumerate())
            .filter(|(at, _)| fold_of[*at] != fold)
            .map(|(_, sample)| *sample)
            .collect();
        let weights = chain_and_links(&others, settings);
        for (at, sample) in samples.iter().enumerate().filter(|(at, _)| fold_of[*at] == fold) {
            unseen[at] = candidates(&sample.text, &sample.described, &weights);
        }
    }
    let mut weights = chain_and_links(&samples, settings);
    let mut scores = [Score::default(); 2];
    for (level, score) in scores.iter_mut().enumerate() {
        let own: Vec<(&Sample, &[Candidate])> = (samples.iter().zip(&unseen))
            .filter(|(sample, _)| usize::from(sample.is_inner) == level)
            .map(|(sample, candidates)| (*sample, candidates.as_slice()))
            .collect();
        weights.levels[level].confidence = train_confidence(&examples(&own));
        (weights.levels[level].threshold, *score) = best_threshold(&own, weights.levels[level]);
    }
    Trained { weights, score: scores[0], inner: scores[1] }
}

/// Returns the evidence of each candidate, and whether it is right.
fn examples(samples: &[(&Sample, &[Candidate])]) -> Vec<([f32; WIDTH], bool)> {
    let mut examples = Vec::new();
    for (sample, candidates) in samples {
        let words = sample.words();
        for candidate in *candidates {
            let suggested = [Marked::from(candidate)];
            let found = Score::default().add(&words, &sample.marked, &suggested);
            examples.push((candidate.evidence, found.iter().any(Option::is_some)));
        }
    }
    examples
}

/// Returns the threshold with the greatest F1, and the score with it.
fn best_threshold(samples: &[(&Sample, &[Candidate])], mut level: Level) -> (f32, Score) {
    let mut best = (0.5, Score::default());
    for percent in 20_u8..=90 {
        level.threshold = f32::from(percent) / 100.0;
        let mut score = Score::default();
        for (sample, candidates) in samples {
            let kept = chosen(ranked(candidates.to_vec(), &level), &level);
            let suggested: Vec<Marked> = kept.iter().map(|(it, _)| Marked::from(it)).collect();
            score.add(&sample.words(), &sample.marked, &suggested);
        }
        if score.f1() > best.1.f1() {
            best = (level.threshold, score);
        }
    }
    best
}

fn chain_and_links(samples: &[&Sample], settings: Settings) -> Weights {
    let mut weights = Weights::default();
    // A content without an attribution may contain one that nobody marked.
    let useful = samples.iter().copied().filter(|it| !it.is_inner || !it.marked.is_empty());
    let samples = &useful.collect::<Vec<_>>()[..];
    train_chain(samples, settings.chain, &mut weights);
    train_links(samples, &mut weights);
    weights
}

impl From<&Candidate> for Marked {
    fn from(candidate: &Candidate) -> Self {
        Self {
            source: candidate.source.iter().cloned().collect(),
            cue: candidate.cue.iter().cloned().collect(),
            content: candidate.content.clone(),
        }
    }
}
