//! The speech act: a menu with a key for each, the likely ones first.

use super::super::desk::Desk;
use super::super::edit::Edit;
use super::super::question::{Answer, Label, Reason};
use super::super::view::Card;
use crate::load::cues;
use crate::load::names::{Token, tokens};
use crate::model::{Kind, Vocabulary};

/// The key of each kind, in the order of the menu.
const KEYS: [(Kind, char); 16] = [
    (Kind::Assertion, 'a'),
    (Kind::Announcement, 'n'),
    (Kind::Demand, 'd'),
    (Kind::Condition, 'c'),
    (Kind::Accusation, 'u'),
    (Kind::Statistic, 't'),
    (Kind::Evaluation, 'e'),
    (Kind::Commitment, 'm'),
    (Kind::Proposal, 'p'),
    (Kind::Recommendation, 'r'),
    (Kind::Denial, 'l'),
    (Kind::Rejection, 'j'),
    (Kind::Support, 's'),
    (Kind::Question, 'q'),
    (Kind::DeclinedComment, 'o'),
    (Kind::NotClassified, 'x'),
];

/// Beginnings of cues that make a kind likely, in English, French and Arabic.
const BY_CUE: [(&str, Kind); 44] = [
    ("announc", Kind::Announcement),
    ("annonc", Kind::Announcement),
    ("reveal", Kind::Announcement),
    ("أعلن", Kind::Announcement),
    ("agree", Kind::Announcement),
    ("urg", Kind::Demand),
    ("demand", Kind::Demand),
    ("exig", Kind::Demand),
    ("call for", Kind::Demand),
    ("called for", Kind::Demand),
    ("called on", Kind::Demand),
    ("insist", Kind::Demand),
    ("order", Kind::Demand),
    ("طالب", Kind::Demand),
    ("دعا", Kind::Demand),
    ("promis", Kind::Commitment),
    ("pledg", Kind::Commitment),
    ("vow", Kind::Commitment),
    ("commit", Kind::Commitment),
    ("s’engag", Kind::Commitment),
    ("تعهد", Kind::Commitment),
    ("propos", Kind::Proposal),
    ("suggest", Kind::Proposal),
    ("اقترح", Kind::Proposal),
    ("recommend", Kind::Recommendation),
    ("recommand", Kind::Recommendation),
    ("advis", Kind::Recommendation),
    ("document", Kind::Statistic),
    ("record", Kind::Statistic),
    ("count", Kind::Statistic),
    ("recens", Kind::Statistic),
    ("وثق", Kind::Statistic),
    ("ask", Kind::Question),
    ("demandé si", Kind::Question),
    ("wonder", Kind::Question),
    ("prais", Kind::Support),
    ("welcom", Kind::Support),
    ("support", Kind::Support),
    ("back", Kind::Support),
    ("salu", Kind::Support),
    ("reject", Kind::Rejection),
    ("refus", Kind::Rejection),
    ("declin", Kind::DeclinedComment),
    ("decried", Kind::Evaluation),
];

impl Desk {
    /// Returns the kinds. Those that the cue makes likely come first, and none is chosen.
    pub(super) fn kinds(&self, card: &Card) -> Vec<Answer> {
        let likely = self.likely_kinds(card);
        let answer = |kind: Kind| Answer {
            key: KEYS.iter().find(|(it, _)| *it == kind).map(|(_, key)| *key),
            label: Label::Kind(kind),
            reason: likely.contains(&kind).then_some(Reason::LikelyByCue),
            conflict: None,
            edit: Edit::Kind { statement: card.key, kind: Some(kind) },
        };
        let rest = KEYS.iter().map(|(kind, _)| *kind).filter(|it| !likely.contains(it));
        debug_assert_eq!(KEYS.len(), Kind::ALL.len());
        likely.iter().copied().chain(rest).map(answer).collect()
    }

    /// Returns the kinds that the cue makes likely.
    fn likely_kinds(&self, card: &Card) -> Vec<Kind> {
        let cue = card.cue.texts.join(" ").to_lowercase();
        let words: Vec<Token> = tokens(&cue);
        let mut likely = Vec::new();
        if let Some(cues) = cues(self.text().language()).filter(|_| !words.is_empty()) {
            likely.extend(cues.accuses(&words).then_some(Kind::Accusation));
            likely.extend(cues.denies(&words).then_some(Kind::Denial));
        }
        for (stem, kind) in BY_CUE {
            let begins = cue.match_indices(stem).any(|(at, _)| {
                cue[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric())
            });
            if begins && !likely.contains(&kind) {
                likely.push(kind);
            }
        }
        likely
    }
}
