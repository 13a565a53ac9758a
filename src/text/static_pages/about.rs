//! The page about the site: what it is, who made it, and how each report was annotated.

use crate::model::{Coverage, Dossier};
use crate::text::{Link, NAME, Sentence, byline, count, day_text, excerpts_only};

/// The heading: `About On Record`.
pub fn heading() -> String {
    format!("About {NAME}")
}

/// The heading of the first section.
pub const WHAT_THIS_IS: &str = "What this is";

/// What the site is.
pub fn what_this_is() -> String {
    format!(
        "{NAME} takes a news article and separates it into statements. For each statement you can \
         see who said it, how it reached the article, which words are quoted and which are \
         paraphrased, and the passage it comes from."
    )
}

/// The heading of the second section.
pub const WHAT_IT_IS_NOT: &str = "What it is not";
/// What the site does not do.
pub const NOT_A_SCORE: &str = "We do not score truth, credibility, bias or sentiment, and we do \
                               not check whether what was said is true. If the article reports \
                               nothing from a side, we say so and draw no conclusion.";

/// The heading of the third section.
pub const WHY_YOU_CAN_CHECK_IT: &str = "Why you can check it";
/// Why entries can be checked.
pub const EVERY_ENTRY: &str = "Every entry links to the words of the article that support it, or \
                               is marked as inferred. Whether words are quoted is worked out from \
                               the article’s own quotation marks, not decided by us.";
/// What happens to mistakes and to links.
pub const CORRECTIONS_AND_LINKS: &str = "Corrections are dated and stay on the page. A link to a \
                                         statement keeps working: if the statement is renamed, \
                                         merged, split or withdrawn, its page says so.";

/// A slot for the pencil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pencil;

/// What a pencil marks.
pub fn pencil() -> Sentence<Pencil> {
    Sentence::new(
        "Everything that we wrote or inferred is marked with a pencil {}: titles, summaries and \
         topics, for example, or which people a statement refers to.",
        [Pencil],
    )
}

/// The heading over the makers of the site and of each report.
pub const WHO_MADE_IT: &str = "Who made it";
/// Where the publisher has given neither a description nor a contact.
pub const NO_PUBLISHER: &str = "The publisher of this site has not given a name or a contact.";

/// The contact of the publisher.
pub fn publisher_contact() -> Sentence<Contact> {
    Sentence::new("Contact: {}", [Contact])
}

/// A slot for a mail or web address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact;

/// The heading over how to make such a site.
pub const MAKE_ONE: &str = "Make one yourself";
/// How to make such a site.
pub const HOW_TO_MAKE_ONE: [&str; 2] = [
    "This site is built with On Record, free and open-source software under the MIT or Apache \
     2.0 licence. Its guide explains each step.",
    "You write one file, called a dossier. It contains the text of an article and your \
     annotation: the words of each statement, who said it, and how it reached the article. The \
     program checks every quotation against the text, reports each mistake, and builds a site \
     like this one: a folder of files that any web host can serve.",
];

/// The heading over the contents of the glossary.
pub const HOW_TO_READ: &str = "How to read this site";

/// The row for the article.
pub const ARTICLE: &str = "Article";
/// The row for the annotator.
pub const ANNOTATED_BY: &str = "Annotated by";
/// The row for how the annotation was made.
pub const METHOD: &str = "Method";
/// The row for corrections.
pub const CORRECTIONS: &str = "Corrections";
/// The row for how much of the text the annotation accounts for.
pub const COVERAGE: &str = "Coverage";
/// The row for whose text it is.
pub const RIGHTS: &str = "Rights";
/// The row for the data.
pub const DATA: &str = "Data";
/// The row for how to report an error.
pub const REPORT: &str = "Report an error";

/// A part of the line about an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArticleSlot {
    /// The outlet and the date.
    Byline(String),
    /// The link to the original, with its words.
    Original(&'static str),
}

/// Where the article appeared, and where to read it.
pub fn article(dossier: &Dossier) -> Sentence<ArticleSlot> {
    let byline = ArticleSlot::Byline(byline(dossier));
    match dossier.article.address {
        Some(_) => {
            let original = ArticleSlot::Original("Read the original");
            Sentence::new("{}. {}", [byline, original])
        }
        None => Sentence::new(
            "{}. We worked from the text and do not have a link to the original.",
            [byline],
        ),
    }
}

/// Who annotated the article, and when the annotation last changed.
pub fn annotated_by(dossier: &Dossier) -> String {
    let annotation = &dossier.annotation;
    format!("{}, last updated {}", annotation.by, day_text(annotation.date))
}

/// How many words of the text are accounted for, and as what.
pub fn coverage(dossier: &Dossier) -> String {
    let total = Coverage::of(dossier).total();
    let unclear = match total.also_background {
        0 => String::new(),
        words => format!(" ({words} of these may be unattributed)"),
    };
    format!(
        "{}: {} in statements{unclear}, {} that introduce a source, {} unattributed and {} other.",
        count(total.words, "word", "words"),
        total.statements,
        total.evidence,
        total.background,
        total.uncovered,
    )
}

/// Whose text it is, and how it may be shown.
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

/// The link to the data.
pub fn data() -> Sentence<Link> {
    Sentence::new(
        "{} – the full annotation, with the position of every quoted word",
        [Link("dossier.json")],
    )
}

/// How to report an error in a report whose annotator gives no contact.
pub const HOW_TO_REPORT: &str = "Use the link on each statement’s page.";

/// How to report an error in a report whose annotator gives a contact.
pub fn how_to_report() -> Sentence<Contact> {
    Sentence::new("Use the link on each statement’s page, or contact {}.", [Contact])
}
