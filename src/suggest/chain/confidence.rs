//! How likely a candidate is right: a logistic model over what the chain and the links say of it.

use super::link::logistic;
use crate::suggest::lexicon::Class;

/// Number of values of the evidence, with the constant.
pub const WIDTH: usize = 40;

/// What is known of a candidate.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// Least probability of the cue's tokens.
    pub cue_least: f32,
    /// Mean probability of the cue's tokens.
    pub cue_mean: f32,
    /// Probability that the cue begins where it does.
    pub cue_begin: f32,
    /// Mean probability of the content's tokens.
    pub content_mean: f32,
    /// Least probability of the beginning of a piece.
    pub content_begin: f32,
    /// Least probability of the end of a piece.
    pub content_end: f32,
    /// Least probability of the link of a piece.
    pub link: f32,
    /// Probability of the source's link.
    pub source_link: f32,
    /// Mean probability of the source's tokens.
    pub source_mean: f32,
    /// Number of tokens of the source.
    pub source_length: f32,
    /// True if the source begins with a capital.
    pub source_is_capital: bool,
    /// True if there is a source.
    pub has_source: bool,
    /// True if there is a cue.
    pub has_cue: bool,
    /// Number of pieces of the content.
    pub pieces: f32,
    /// Logarithm of one more than the number of tokens of the content.
    pub length: f32,
    /// True if a piece begins with a quotation mark.
    pub is_quoted: bool,
    /// True if a quotation begins in the content.
    pub has_quote: bool,
    /// True if the content is a part of a quotation.
    pub is_inside: bool,
    /// True if the content follows the cue.
    pub follows: bool,
    /// True if the cue is within a quotation.
    pub cue_is_quoted: bool,
    /// Number of tokens of the cue.
    pub cue_length: f32,
    /// The classes of the cue's tokens, as bits.
    pub classes: u64,
    /// The score that forcing the cue cost, if it was forced.
    pub loss: Option<f32>,
}

impl Evidence {
    /// Returns the values that the weights belong to.
    pub fn values(&self) -> [f32; WIDTH] {
        let flag = |is: bool| f32::from(u8::from(is));
        let has = |class: Class| flag(self.classes & 1 << class as u64 != 0);
        let odds = |probability: f32| {
            let bounded = probability.clamp(0.001, 0.999);
            libm::logf(bounded / (1.0 - bounded))
        };
        let mut values = [0.0; WIDTH];
        let given = [
            1.0,
            self.cue_least,
            self.cue_mean,
            self.cue_begin,
            self.content_mean,
            self.content_begin,
            self.content_end,
            self.link,
            self.source_link,
            self.source_mean,
            self.source_length.min(12.0) / 10.0,
            flag(self.source_is_capital),
            flag(self.has_source),
            flag(self.has_cue),
            self.pieces.min(4.0),
            self.length,
            flag(self.is_quoted),
            flag(self.has_quote),
            flag(self.is_inside),
            flag(self.follows),
            flag(self.cue_is_quoted),
            self.cue_length.min(8.0) / 5.0,
            has(Class::Say),
            has(Class::Tell),
            has(Class::Think),
            has(Class::Intend),
            has(Class::Act),
            has(Class::Show),
            has(Class::Noun),
            has(Class::Hearsay),
            flag(self.loss.is_some()),
            self.loss.unwrap_or_default().max(-20.0) / 5.0,
            odds(self.cue_least),
            odds(self.cue_mean),
            odds(self.cue_begin),
            odds(self.content_mean),
            odds(self.content_begin),
            odds(self.content_end),
            odds(self.link),
            self.length * self.length / 4.0,
        ];
        values.copy_from_slice(&given);
        values
    }
}

/// Returns the probability that a candidate is right.
pub fn confidence(weights: &[f32; WIDTH], evidence: &[f32; WIDTH]) -> f32 {
    let sum: f32 = weights.iter().zip(evidence).map(|(a, b)| a * b).sum();
    logistic(sum)
}
