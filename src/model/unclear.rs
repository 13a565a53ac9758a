//! Words in a statement whose voice is unclear: they may be the source's, someone's in the chain, or
//! the reporter's.

use super::{ActorIx, Cover, Dossier, Span, Statement, sorted_positions};

impl Dossier {
    /// Returns true if it is unclear whose words all of these are. False for no words.
    pub fn is_voice_unclear(&self, spans: &[Span]) -> bool {
        are_unclear(&self.tables().unclear, spans)
    }

    /// Returns true if a statement is about an actor only in words whose voice is unclear.
    pub fn is_about_unclear(&self, statement: &Statement, actor: ActorIx) -> bool {
        let mut about = statement.about.iter().filter(|about| about.value == actor);
        about.any(|about| self.is_voice_unclear(&about.basis.evidence))
    }

    /// Returns the words of a statement's content whose voice is unclear, in the annotator's order.
    pub fn unclear_words(&self, statement: &Statement) -> Vec<Span> {
        let mut found: Vec<(u32, Span)> = Vec::new();
        for words in &statement.content {
            self.tables().unclear.overlapping(*words, &mut |span, at| found.push((at, span)));
        }
        let order = sorted_positions(found.iter().map(|(at, _)| u64::from(*at)));
        let mut words: Vec<(u32, Span)> = order.into_iter().map(|at| found[at as usize]).collect();
        words.dedup();
        words.into_iter().map(|(_, span)| span).collect()
    }
}

/// Returns true if each of these is within the words whose voice is unclear. False for no words.
pub(super) fn are_unclear(unclear: &Cover, spans: &[Span]) -> bool {
    !spans.is_empty() && spans.iter().all(|span| unclear.contains(*span))
}
