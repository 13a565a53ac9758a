//! The page of a statement.

use super::languages::language_name;
use crate::model::{
    Archived, Directness, Dossier, Kind, Statement, StatementIx, Translation, primary_language,
};
use crate::text::{Link, Sentence, attribution, day_text, named, outlet, possessive};

/// The note on the page of a statement that is not published.
pub const DRAFT: &str = "Draft: this statement is not published.";
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
/// The button that copies the link to the page.
pub const COPY_LINK: &str = "Copy link";
/// The link to the panel for citing and sharing.
pub const CITE_OR_SHARE: &str = "Cite or share";

/// What separates parts of a line, for screen readers.
pub const COLON: &str = ": ";

/// Returns the number of a statement in a list of others, for screen readers.
pub fn spoken_number(ix: StatementIx) -> String {
    format!("Statement {}: ", ix.index() + 1)
}

/// A part of the heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TitleSlot {
    /// The number of the statement.
    Number,
    /// Its type, with its glyph.
    Type,
}

/// Returns the heading: `Statement 2: Condition`. Its own words are for screen readers only.
pub fn title() -> Sentence<TitleSlot> {
    Sentence::new("Statement {}: {}", [TitleSlot::Number, TitleSlot::Type])
}

/// Returns the place of a statement among all: `2 of 11`.
pub fn place(ix: StatementIx, total: usize) -> String {
    format!("{} of {total}", ix.index() + 1)
}

/// Returns the same for screen readers: `Statement 2 of 11`.
pub fn spoken_place(ix: StatementIx, total: usize) -> String {
    format!("Statement {}", place(ix, total))
}

/// Returns the link to the statement before, and its name for screen readers.
pub fn previous(dossier: &Dossier, ix: StatementIx) -> [String; 2] {
    [format!("‹ {}", ix.index() + 1), format!("Previous: {}", step(dossier, ix))]
}

/// Returns the link to the statement after, and its name for screen readers.
pub fn next(dossier: &Dossier, ix: StatementIx) -> [String; 2] {
    [format!("{} ›", ix.index() + 1), format!("Next: {}", step(dossier, ix))]
}

fn step(dossier: &Dossier, ix: StatementIx) -> String {
    format!("statement {}, {}", ix.index() + 1, named(dossier, dossier.statement(ix)))
}

/// Returns what to add on a wide screen to the amount that is quoted.
pub fn rest_of_wording(directness: Directness) -> &'static str {
    match directness {
        Directness::Direct => ": every word is in quotation marks.",
        Directness::Mixed => ". The rest is paraphrased.",
        Directness::Indirect => ": nothing is in quotation marks.",
    }
}

/// Returns the words before a translation: `English translation by Ada Reader:`.
pub fn translated(dossier: &Dossier, it: &Translation) -> String {
    let language = language_name(&primary_language(&it.language));
    format!("{language} translation by {}:", it.by.as_ref().unwrap_or(&dossier.annotation.by))
}

/// Returns the link to the copy of the article in a web archive.
pub fn archived(archived: &Archived) -> String {
    format!("Archived copy ({})", day_text(archived.on))
}

/// Says in two lines what the page is.
pub fn what_this_is() -> Sentence<Link> {
    Sentence::new(
        "Who said what, and through whom, in the article’s own words. We don’t rate truth or \
         bias. {}",
        [Link("How this works")],
    )
}

/// A part of the line that only a printed page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintSlot {
    /// The number of the statement.
    Place(String),
    /// The address of the page.
    Address,
}

/// Returns the line that only a printed page shows: `On Record, statement 2 of 11: https://…`.
pub fn printed(ix: StatementIx, total: usize) -> Sentence<PrintSlot> {
    let slots = [PrintSlot::Place(place(ix, total)), PrintSlot::Address];
    Sentence::new("On Record, statement {}: {}", slots)
}

/// A slot for the day of printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Today;

/// Returns the end of that line, which needs a script: ` · printed 26 November 2026`.
pub fn printed_on() -> Sentence<Today> {
    Sentence::new(" · printed {}", [Today])
}

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

/// The heading over other statements on the same topics.
pub const MORE_ON_TOPICS: &str = "More on the same topics";

/// The words before the numbers of statements that the page shows elsewhere.
pub const ALSO: &str = "Also";
/// The same if there are no others.
pub const SEE: &str = "See";

/// Returns the link to all statements by the same source or speakers.
pub fn all_by(number: usize, is_joint: bool) -> String {
    match is_joint {
        true => "All statements by these speakers".to_owned(),
        false => format!("All {number} statements by this source"),
    }
}

/// Returns the link to all statements on a topic.
pub fn all_on(number: usize) -> String {
    format!("All {number} statements on this topic")
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
pub fn mail_subject(site: &str, id: &str) -> String {
    format!("{site}: possible error in statement {id}")
}

/// Returns the body of that mail, with the address of the page.
pub fn mail_body(path: &str) -> String {
    format!("{path}\n\nWhat is wrong? Which words in the article show it?\n")
}

/// Returns the text of the link from a shortened list of statements to all: `All 340 statements`.
pub fn all_in_list(number: usize) -> String {
    format!("All {number} statements")
}

/// Returns the text of the link from the latest corrections of a statement to all of the dossier:
/// `All 340 corrections of this dossier`.
pub fn all_corrections(number: usize) -> String {
    format!("All {number} corrections of this dossier")
}
