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
    /// Which files the bundle has.
    pub files: FileSettings,
}

/// Which files a bundle has beside its pages. A large site may need fewer than there are by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileSettings {
    /// True if each statement has a page for frames on other sites.
    pub embeds: bool,
    /// True if pages have preview pictures.
    pub previews: bool,
    /// Which files cite statements.
    pub citations: Citations,
}

/// The files that cite statements, for reference managers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Citations {
    /// One of each statement in each format, and one of each dossier.
    #[default]
    Statement,
    /// One of each dossier in each format.
    Dossier,
}

impl Default for FileSettings {
    fn default() -> Self {
        Self { embeds: true, previews: true, citations: Citations::default() }
    }
}
