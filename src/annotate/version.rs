//! A state of the annotator as bytes, for the page to store and to restore.

/// A stored state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The bytes, which [`Desk::restore`](super::Desk::restore) takes.
    pub bytes: Vec<u8>,
    /// The number of statements, for a list of versions.
    pub statements: usize,
    /// The title, for a list of versions.
    pub title: String,
}

/// Why a stored state cannot be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadVersion {
    /// The bytes are damaged.
    Damaged,
    /// Another version of On Record stored it, in a form that this one does not read.
    OtherVersion,
}

impl super::Desk {
    /// Returns the state as bytes: the dossier, what became of the suggestions, and what is open.
    pub fn version(&self) -> Version {
        Version {
            bytes: self.json().into_bytes(),
            statements: self.view().statements.len(),
            title: self.view().article.title.clone(),
        }
    }

    /// Restores a state.
    ///
    /// # Errors
    /// If the bytes are damaged, or of another version.
    pub fn restore(bytes: &[u8], session: &super::Session) -> Result<Self, BadVersion> {
        Self::open(bytes, session).map(|opened| opened.desk).map_err(|_| BadVersion::Damaged)
    }
}
