//! Words in a statement whose voice is unclear: they may be the source's, someone's in the chain, or
//! the reporter's.

use super::{Dossier, Span, Voice};

impl Dossier {
    /// Returns true if it is unclear whose words all of these are. False for no words.
    pub fn is_voice_unclear(&self, spans: &[Span]) -> bool {
        let unclear = || self.background.iter().filter(|part| part.voice == Voice::Unclear);
        let is_unclear =
            |span: &Span| unclear().any(|part| part.words.iter().any(|w| w.contains(*span)));
        !spans.is_empty() && spans.iter().all(is_unclear)
    }
}
