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
    /// Whether the site has the page on which articles are annotated.
    pub annotator: Annotator,
}

/// The page on which articles are annotated, and where it opens and saves dossiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Annotator {
    /// The site has no such page.
    #[default]
    Omitted,
    /// It opens and saves files of the person who uses it.
    OwnFiles,
    /// It opens and saves the dossiers of the site: `onrecord serve`.
    SiteFiles,
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
