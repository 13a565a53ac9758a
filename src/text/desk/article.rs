//! The details of the article, and what was recognised in a pasted text.

use crate::annotate::{ArticleField, Normalised};
use crate::model::Show;

/// The heading right after a text was pasted.
pub const RECOGNISED: &str = "Is this right?";
/// The heading at any later time.
pub const DETAILS: &str = "Article and dossier";
/// What was changed in the text.
pub const NORMALISED: &str = "Changed when it was pasted";
/// The button that begins.
pub const BEGIN: &str = "Begin";
/// The button that closes the details.
pub const DONE: &str = "Done";
/// The first paragraph becomes the headline.
pub const FIRST_IS_HEADLINE: &str = "First paragraph is the headline";
/// The headline becomes a paragraph.
pub const HEADLINE_IS_PARAGRAPH: &str = "Headline is a paragraph";
/// The first paragraph becomes the dateline.
pub const FIRST_IS_DATELINE: &str = "First paragraph is the dateline";
/// The dateline becomes a paragraph.
pub const DATELINE_IS_PARAGRAPH: &str = "Dateline is a paragraph";
/// Opens fields that are needed only to publish.
pub const TO_PUBLISH: &str = "For publication: rights, annotator, contact";
/// How much of the text may be shown.
pub const SHOW: &str = "Readers may see";
/// The button that takes an updated text.
pub const UPDATE: &str = "The text was updated…";

/// The label of a field.
pub const fn field(field: ArticleField) -> &'static str {
    match field {
        ArticleField::Title => "Title of the dossier, in your words",
        ArticleField::Summary => "Summary of the dossier",
        ArticleField::Headline => "Headline",
        ArticleField::Dateline => "Dateline",
        ArticleField::Outlet => "Outlet",
        ArticleField::Language => "Language, such as en-GB",
        ArticleField::Published => "Published (YYYY-MM-DD)",
        ArticleField::Address => "Address on the web",
        ArticleField::RightsHolder => "Holder of the rights",
        ArticleField::RightsNotice => "Notice about the rights",
        ArticleField::Annotator => "Annotated by",
        ArticleField::Contact => "Contact for corrections",
        ArticleField::Method => "How it was annotated",
    }
}

/// Says how much of the text readers may see.
pub const fn show(show: Show) -> &'static str {
    match show {
        Show::Full => "the whole text",
        Show::Excerpts => "only the words of statements",
    }
}

/// Says what was changed, with a capital letter.
pub fn normalised(change: &Normalised) -> String {
    match change {
        Normalised::Import(words) => crate::text::capital(words),
        Normalised::Lost(words) => format!("Left out: {words}"),
        Normalised::Language(tag) => format!("The language is {tag}, by its frequent words"),
        Normalised::Published(day) => format!("Published on {day}, according to the dateline"),
        Normalised::Outlet(name) => format!("The outlet is {name}, according to the dateline"),
        Normalised::Markup => "Scripts, styles and other markup were left out".to_owned(),
        Normalised::FirstOf(count) => format!("This is the first of {count} articles in the files"),
    }
}
