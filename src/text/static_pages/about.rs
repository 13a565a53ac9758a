//! The page about the site: its purpose, its makers, and the annotation of each report.

use super::statement::archived;
use crate::model::{Coverage, Dossier};
use crate::text::{Link, Sentence, byline, count, day_text, enumerate, excerpts_only};

/// Returns the heading: `About On Record`.
pub fn heading(site: &str) -> String {
    format!("About {site}")
}

/// The heading of the first answer.
pub const WHAT_THIS_IS: &str = "What this is";

/// Returns the description of the site.
pub fn what_this_is(site: &str) -> String {
    format!(
        "{site} separates a news article into statements. For each you see who said it, how it \
         reached the article, which words are quoted, and the passage it comes from."
    )
}

/// The heading of the second answer.
pub const WHAT_IT_IS_NOT: &str = "What it is not";
/// The description of what the site does not do.
pub const NOT_A_SCORE: &str = "We do not score truth, credibility, bias or sentiment, and we do \
                               not check whether what was said is true.";

/// The heading of the third answer.
pub const WHY_YOU_CAN_CHECK_IT: &str = "How you can check it";
/// The main reason that entries can be checked.
pub const EVERY_ENTRY: &str = "Every entry links to the words of the article that support it, or \
                               is marked as inferred.";

/// The heading over the rules of the annotation.
pub const RULES: &str = "Rules that we follow";
/// The rule for quotation.
pub const QUOTED_BY_SOFTWARE: &str = "Whether words are quoted is worked out from the article’s \
                                      own quotation marks, not decided by us.";
/// The rule for silence.
pub const SILENCE: &str = "If the article reports nothing from a side, we say so and draw no \
                           conclusion.";
/// The rules for corrections and links.
pub const CORRECTIONS_AND_LINKS: &str = "Corrections are dated and stay on the page. A link to a \
                                         statement keeps working: if the statement is renamed, \
                                         merged, split or withdrawn, its page says so.";

/// A slot for the pencil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pencil;

/// Returns the meaning of the pencil.
pub fn pencil() -> Sentence<Pencil> {
    Sentence::new(
        "A pencil {} marks everything that we wrote or inferred, such as titles, summaries, topics \
         and the actors that a statement refers to.",
        [Pencil],
    )
}

/// The heading over the makers of the site.
pub const WHO_MADE_IT: &str = "Who made it";
/// The note if nobody has given a contact.
pub const NO_CONTACT: &str = "They have not given a contact.";

/// Maximum number of annotators that a page about the whole site names. The page about each report
/// names its own.
const MAX_ANNOTATORS: usize = 12;

/// Says who annotated the reports: `Annotated by A and B.`
pub fn annotators<'n>(of_reports: impl Iterator<Item = &'n str>) -> String {
    let mut names: Vec<String> = Vec::new();
    for name in of_reports {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    if names.len() > MAX_ANNOTATORS {
        let others = names.len() - MAX_ANNOTATORS + 1;
        names.truncate(MAX_ANNOTATORS - 1);
        names.push(format!("{others} others"));
    }
    format!("Annotated by {}.", enumerate(&names))
}

/// Returns the line with the contact of the publisher or the annotator.
pub fn publisher_contact() -> Sentence<ContactSlot> {
    Sentence::new("Contact: {}", [ContactSlot])
}

/// A slot for a mail or web address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactSlot;

/// The heading over the instructions for making such a site.
pub const MAKE_ONE: &str = "Make one yourself";

/// Returns the short instructions for making such a site, with a link to the long ones.
pub fn how_to_make_one() -> Sentence<Link> {
    Sentence::new(
        "{}: the text of an article and your annotation. The program checks every quotation and \
         builds a site like this one.",
        [Link("Write one file")],
    )
}

/// The heading over the long instructions.
pub const HOW_IT_IS_MADE: &str = "How to make one";

/// A link in the long instructions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Make {
    /// The source and the guide.
    Source(&'static str),
    /// The description of the file.
    Schema(&'static str),
    /// The file of a report on this site.
    Example(&'static str),
}

/// Says what the program is, and where it is if that is known.
pub fn the_program(is_known: bool) -> Sentence<Make> {
    if is_known {
        Sentence::new(
            "This site is built with On Record, free and open-source software under the MIT or \
             Apache 2.0 licence. {} explain each step.",
            [Make::Source("The guide and the source code")],
        )
    } else {
        Sentence::new(
            "This site is built with On Record, free and open-source software under the MIT or \
             Apache 2.0 licence. Its guide explains each step.",
            [],
        )
    }
}

/// Says what an author writes and what the program makes of it.
pub const THE_FILE: &str = "You write one file, called a dossier. It contains the text of an \
                            article and your annotation: the words of each statement, who said \
                            it, and how it reached the article. The program checks every \
                            quotation against the text, reports each mistake, and builds a site \
                            like this one: a folder of files that any web host can serve.";

/// Links to the description of a dossier and to an example.
pub fn format_and_example() -> Sentence<Make> {
    Sentence::new(
        "{}, and {} of a report on this site, which shows it in use.",
        [Make::Schema("The format of the file"), Make::Example("the data")],
    )
}

/// The heading over the reports of the site.
pub const REPORTS: &str = "Reports on this site";
/// The sentence over the list of reports, if there are several.
pub const FACTS_OF_EACH: &str = "Follow a report to see who annotated it, when and how, its \
                                 corrections, and who owns the text.";
/// The name of the list of contents.
pub const CONTENTS: &str = "On this page";

/// The heading over the contents of the glossary.
pub const HOW_TO_READ: &str = "How to read this site";

/// The row for the article.
pub const ARTICLE: &str = "Article";
/// The row for the annotator.
pub const ANNOTATED_BY: &str = "Annotated by";
/// The row for the method of annotation.
pub const METHOD: &str = "Method";
/// The row for corrections.
pub const CORRECTIONS: &str = "Corrections";
/// The row for the share of the text that the annotation accounts for.
pub const COVERAGE: &str = "Coverage";
/// The row for the rights to the text.
pub const RIGHTS: &str = "Rights";
/// The row for the data.
pub const DATA: &str = "Data";
/// The row for reporting an error.
pub const REPORT: &str = "Report an error";

/// A part of the line about an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArticleSlot {
    /// The outlet and the date.
    Byline(String),
    /// The link to the original, with its words.
    Original(&'static str),
    /// The link to the copy in a web archive, with its words.
    Archived(String),
}

/// Says where the article appeared, and links to the original.
pub fn article(dossier: &Dossier) -> Sentence<ArticleSlot> {
    let byline = ArticleSlot::Byline(byline(dossier));
    let archived = dossier.article.archived.as_ref().map(|it| ArticleSlot::Archived(archived(it)));
    let original = ArticleSlot::Original("Read the original");
    match (&dossier.article.address, archived) {
        (Some(_), None) => Sentence::new("{}. {}", [byline, original]),
        (Some(_), Some(archived)) => Sentence::new("{}. {} · {}", [byline, original, archived]),
        (None, Some(archived)) => Sentence::new("{}. {}", [byline, archived]),
        (None, None) => Sentence::new(
            "{}. We worked from the text and do not have a link to the original.",
            [byline],
        ),
    }
}

/// Says who annotated the article, and when the annotation last changed.
pub fn annotated_by(dossier: &Dossier) -> String {
    let annotation = &dossier.annotation;
    format!("{}, last updated {}", annotation.by, day_text(annotation.date))
}

/// Says how many words of the text are accounted for, and as what.
pub fn coverage(dossier: &Dossier) -> String {
    let total = Coverage::of(dossier).total();
    let unclear = match total.also_background {
        0 => String::new(),
        words => format!(" ({words} of these may be unattributed)"),
    };
    format!(
        "{}: {} in statements{unclear}, {} introducing a source, {} unattributed and {} other.",
        count(total.words, "word", "words"),
        total.statements,
        total.evidence,
        total.background,
        total.uncovered,
    )
}

/// Says who holds the rights to the text, and how it may be shown.
pub fn rights(dossier: &Dossier) -> String {
    let rights = &dossier.article.rights;
    let holder = match rights.notice.contains(&*rights.holder) {
        true => String::new(),
        false => format!("Text: {}. ", rights.holder),
    };
    let cut = match dossier.article.is_cut() {
        true => format!(" {}", excerpts_only(dossier)),
        false => String::new(),
    };
    format!("{holder}{}{cut}", rights.notice)
}

/// Returns the line with the link to the data.
pub fn data() -> Sentence<Link> {
    Sentence::new(
        "{} – the full annotation, with the position of every quoted word",
        [Link("dossier.json")],
    )
}

/// The words before the links to the files with all statements.
pub const ALL_STATEMENTS: &str = "All statements: ";

/// Returns the instructions for reporting an error.
pub fn how_to_report() -> Sentence<ContactSlot> {
    Sentence::new("Use the link on each statement’s page, or contact {}.", [ContactSlot])
}
