//! Digests of published statements.

use super::{Dossier, Span, Statement, Vocabulary};
use serde::{Deserialize, Serialize};
use sha2::{Sha256, digest::Update};
use std::fmt;

/// A digest of the parts of a statement that matter to a citation: who said what, through whom and
/// when. It detects changes and is not cryptographically secure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Digest(u64);

impl Digest {
    /// Computes the digest of a statement from the article's words for source, cue and content, the
    /// names of the speakers, the names and roles of the hops, the kind, the channel, the kind of
    /// naming, and the date on which it was said. Summaries, notes, evidence, topics and ids are
    /// not included.
    pub fn of(dossier: &Dossier, statement: &Statement) -> Self {
        let mut hasher = ListHasher(Sha256::default());
        for spans in [&statement.source.words, &statement.cue, &statement.content] {
            hasher.add(spans.iter().map(|span: &Span| dossier.article.text(*span)));
        }
        let name = |actor| &*dossier.actor(actor).name.value;
        hasher.add(statement.speakers.iter().map(|speaker| name(speaker.value)));
        let hops = statement.via.iter();
        hasher.add(hops.flat_map(|hop| [name(hop.actor), hop.role.value.code()]));
        hasher.add([
            statement.kind.value.code(),
            statement.channel.value.code(),
            statement.identification.kind.value.code(),
        ]);
        hasher.add(statement.said_on.iter().map(|when| &*when.edtf));
        let ListHasher(hash) = hasher;
        let bytes = sha2::Digest::finalize(hash);
        Self(bytes.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// Parses sixteen lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        let is_digest = text.len() == 16 && text.bytes().all(is_digit);
        u64::from_str_radix(text, 16).ok().filter(|_| is_digest).map(Self)
    }
}

/// Sixteen hexadecimal digits.
impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

struct ListHasher(Sha256);

impl ListHasher {
    /// Adds a list of texts, including the length of each and their number.
    fn add<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        let mut count = 0_u64;
        for text in texts {
            self.0.update(&(text.len() as u64).to_le_bytes());
            self.0.update(text.as_bytes());
            count += 1;
        }
        // Marks the end of the list. No text has this length.
        self.0.update(&(u64::MAX - count).to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_survives_printing_and_parsing() {
        for text in ["0000000000000000", "00ff00ff00ff00ff", "fedcba9876543210"] {
            assert_eq!(Digest::parse(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        for bad in ["", "ff", "00FF00FF00FF00FF", "+0ff00ff00ff00ff", "00ff00ff00ff00ff0"] {
            assert_eq!(Digest::parse(bad), None, "{bad}");
        }
    }
}
