//! Words in a statement whose voice is unclear: they may be the source's, someone's in the chain, or
//! the reporter's.

use super::{ActorIx, Background, Dossier, Span, Statement, Voice};

impl Dossier {
    /// Returns true if it is unclear whose words all of these are. False for no words.
    pub fn is_voice_unclear(&self, spans: &[Span]) -> bool {
        are_unclear(&self.background, spans)
    }

    /// Returns true if a statement is about an actor only in words whose voice is unclear.
    pub fn is_about_unclear(&self, statement: &Statement, actor: ActorIx) -> bool {
        let mut about = statement.about.iter().filter(|about| about.value == actor);
        about.any(|about| self.is_voice_unclear(&about.basis.evidence))
    }

    /// Returns the words of a statement's content whose voice is unclear, in the annotator's order.
    pub fn unclear_words(&self, statement: &Statement) -> Vec<Span> {
        let is_own = |span: &&Span| statement.content.iter().any(|words| words.overlaps(**span));
        unclear(&self.background).filter(is_own).copied().collect()
    }
}

/// Returns true if it is unclear whose words all of these are. False for no words.
pub(super) fn are_unclear(background: &[Background], spans: &[Span]) -> bool {
    let is_unclear = |span: &Span| unclear(background).any(|words| words.contains(*span));
    !spans.is_empty() && spans.iter().all(is_unclear)
}

/// Returns all words whose voice is unclear.
fn unclear(background: &[Background]) -> impl Iterator<Item = &Span> {
    let unclear = background.iter().filter(|part| part.voice == Voice::Unclear);
    unclear.flat_map(|part| &part.words)
}
