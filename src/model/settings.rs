//! What a publisher sets for the whole bundle.

/// The settings of a bundle; each may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The site's name, where it is not the explorer's own.
    pub name: Option<String>,
    /// The public address, which ends in `/`.
    pub address: Option<String>,
    /// A mail or web address of the publisher, for dossiers without one of their own.
    pub contact: Option<String>,
    /// Who publishes this and why: paragraphs of plain text.
    pub about: Vec<String>,
}
