//! The publisher's settings for a bundle.

/// The name of this project, and of a site whose settings give no other.
pub const PROJECT: &str = "On Record";

/// The settings of a bundle. All are optional.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The site's name. Defaults to [`PROJECT`].
    pub name: Option<String>,
    /// The public address, which ends with `/`.
    pub address: Option<String>,
    /// A mail or web address of the publisher, for dossiers without a contact.
    pub contact: Option<String>,
    /// The publisher's text for the about page: paragraphs of plain text.
    pub about: Vec<String>,
}
