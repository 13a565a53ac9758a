//! One statement in a link: the part of an address after the `#`, which browsers send nowhere.

/// Maximum length of a link's fragment, in characters.
pub const MAX_LENGTH: usize = 2_000;

/// A statement that does not fit into a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// The number of characters that it would take.
    pub length: usize,
}

/// Why a link cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLink {
    /// The fragment is not a statement.
    NotAStatement,
    /// The end of the link is missing.
    Cut,
    /// Characters of the link were changed.
    Damaged,
    /// A newer version of On Record made it.
    OtherVersion,
}

/// A statement from a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// A dossier with only this statement, as JSON. It is a draft.
    pub dossier: String,
}

impl super::Desk {
    /// Returns the fragment of a link to a statement, without the `#`. Words that the rights do not
    /// allow to show are left out.
    ///
    /// # Errors
    /// If the fragment would be longer than [`MAX_LENGTH`].
    pub fn share(&self, statement: super::Key) -> Result<String, TooLong> {
        let _ = statement;
        let length = self.json().len();
        Err(TooLong { length })
    }
}

impl Shared {
    /// Reads the fragment of a link, without the `#`.
    ///
    /// # Errors
    /// If it is damaged, or not a statement.
    pub fn read(fragment: &str) -> Result<Self, BadLink> {
        if fragment.is_empty() { Err(BadLink::NotAStatement) } else { Err(BadLink::Damaged) }
    }
}
