//! The page of a statement.

use crate::model::{Dossier, Kind, Statement, Wording};
use crate::text::{Label, Link, NAME, Sentence, attribution, outlet, possessive, wording_sentence};

/// The heading over the passage.
pub const IN_THE_ARTICLE: &str = "In the article";
/// The heading over the table of details.
pub const EVIDENCE: &str = "Evidence";
/// The link to the full text.
pub const READ_FULL_TEXT: &str = "Read the full text";
/// The same link if only excerpts may be shown.
pub const SEE_ALL_EXCERPTS: &str = "See all excerpts";
/// The link to the comparison with another statement.
pub const COMPARE_WITH_ANOTHER: &str = "Compare with another statement";
/// The heading over other statements by the same source.
pub const MORE_FROM_SOURCE: &str = "More from this source";
/// The same heading for a joint statement.
pub const MORE_FROM_SPEAKERS: &str = "More from these speakers";
/// The heading above the source in the chain.
pub const SOURCE: &str = "Source";
/// The words before the number of a figure in the statement.
pub const FIGURE: &str = "Figure: ";
/// The label of the links to the statements before and after, for screen readers.
pub const STEPS: &str = "Previous and next statement";
/// The link to the statement before.
pub const PREVIOUS: &str = "Previous";
/// The link to the statement after.
pub const NEXT: &str = "Next";

/// Returns the text of the link to the list of statements.
pub fn all_statements(total: usize) -> String {
    if total == 1 { "All statements".to_owned() } else { format!("All {total} statements") }
}

/// Returns the text of the link to the passage on the outlet's own site.
pub fn read_at_outlet(dossier: &Dossier) -> String {
    format!("Read this passage on {} site", possessive(outlet(dossier)))
}

/// A part of the line that names a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadSlot {
    /// The type, with its glyph.
    Type,
    /// The source and the chain.
    Attribution(String),
}

/// Names a statement by its type, source and chain: `Condition by Syrian official (unnamed), …`.
pub fn head(dossier: &Dossier, statement: &Statement) -> Sentence<HeadSlot> {
    let slots = [HeadSlot::Type, HeadSlot::Attribution(attribution(dossier, statement))];
    match statement.kind.value {
        Kind::DeclinedComment => Sentence::new("{}: {}", slots),
        _ => Sentence::new("{} by {}", slots),
    }
}

/// Returns the words after the type in the heading, for screen readers:
/// ` by Syrian official (unnamed), …`.
pub fn by(dossier: &Dossier, statement: &Statement) -> String {
    let attribution = attribution(dossier, statement);
    match statement.kind.value {
        Kind::DeclinedComment => format!(": {attribution}"),
        _ => format!(" by {attribution}"),
    }
}

/// A part of the line about quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuotedSlot {
    /// The amount that is quoted, in a word or two.
    Label(&'static str),
    /// The same as a sentence with numbers.
    Detail(String),
}

/// Says how much is quoted: `Partly quoted. 2 of 36 words are in quotation marks; …`.
pub fn how_much_quoted(wording: &Wording) -> Sentence<QuotedSlot> {
    let label = QuotedSlot::Label(wording.directness.label());
    Sentence::new("{}. {}", [label, QuotedSlot::Detail(wording_sentence(wording))])
}

/// A slot for the attributing verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb;

/// Returns the words after [`SOURCE`], for screen readers: `; attributing verb: said`.
pub fn attributing_verb() -> Sentence<Verb> {
    Sentence::new("; attributing verb: {}", [Verb])
}

/// A slot for the link to a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic;

/// Returns the heading over statements by other sources on the same topic.
pub fn more_on_topic() -> Sentence<Topic> {
    Sentence::new("More on this topic: {}", [Topic])
}

/// A part of the line about errors that are reported on the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportSlot {
    /// The link to the page for reports, with its words.
    Contact(&'static str),
    /// The address of this page.
    Address,
}

/// Returns the instructions for reporting an error on the web.
pub fn report_on_web() -> Sentence<ReportSlot> {
    Sentence::new(
        "Spotted an error? {} and quote this link: {}",
        [ReportSlot::Contact("Report it"), ReportSlot::Address],
    )
}

/// Returns the instructions for reporting an error by mail.
pub fn report_by_mail() -> Sentence<Link> {
    Sentence::new(
        "Spotted an error? {} (the message will include this page’s link).",
        [Link("Email us")],
    )
}

/// Returns the subject of that mail.
pub fn mail_subject(id: &str) -> String {
    format!("{NAME}: possible error in statement {id}")
}

/// Returns the body of that mail, with the address of the page.
pub fn mail_body(path: &str) -> String {
    format!("{path}\n\nWhat is wrong? Which words in the article show it?\n")
}
