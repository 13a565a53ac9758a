//! Problems and their fixes.

use crate::annotate::{About, FixLabel, Problem, View, Weight};
use crate::text::{capital, count, kind_title};

/// The heading of what should be looked at.
pub const CHECK: &str = "Check";
/// What that means.
pub const CHECK_MEANS: &str = "you may publish without";
/// The heading of what is missing.
pub const TO_DO: &str = "Still missing";
/// The heading of the last step.
pub const SAVE: &str = "Save";
/// The button.
pub const DOWNLOAD_FILE: &str = "Download the file";
/// Said while problems are of an earlier state.
pub const NOT_CHECKED: &str = "Not checked since the last change.";
/// The button that checks.
pub const CHECK_NOW: &str = "Check now";
/// Said if there is nothing to fix.
pub const NOTHING: &str = "Nothing to fix";
/// The button that shows the rest.
pub const SHOW_ALL: &str = "Show all";
/// The button that closes a note about an edit that was not made.
pub const DISMISS: &str = "Close";

/// The heading of the list: "2 to fix, 2 to check".
pub fn tally(view: &View) -> String {
    let of = |weight: Weight| view.problems.iter().filter(|it| it.weight == weight).count();
    match (of(Weight::Fix), of(Weight::Check)) {
        (0, 0) => NOTHING.to_owned(),
        (fix, 0) => format!("{fix} to fix"),
        (0, check) => format!("{check} to check"),
        (fix, check) => format!("{fix} to fix, {check} to check"),
    }
}

/// Says what still has to be fixed before publication.
pub fn before_publishing(fixes: usize) -> String {
    match fixes {
        0 => "It can be published.".to_owned(),
        _ => format!("It can be published after {}.", count(fixes, "fix", "fixes")),
    }
}

/// Says how many words nothing accounts for, and how many quotations are unused.
pub fn open_words(view: &View) -> Option<String> {
    let totals = view.totals;
    let open = totals.open;
    match (open, totals.unused_quotations) {
        (0, _) => None,
        (open, 0) => Some(format!("{} not accounted for yet", count(open, "word", "words"))),
        (open, unused) => Some(format!(
            "{} not accounted for yet, {} unused",
            count(open, "word", "words"),
            count(unused, "quotation", "quotations")
        )),
    }
}

/// What a problem means in the annotator, and what to do, by its code. The loader's own words name fields of the file,
/// so they are for those who write it.
const WORDS: [(&str, &str, &str); 24] = [
    (
        "quotation-left-out",
        "whose words are these?",
        "They are in quotation marks, and no statement has them.",
    ),
    ("name-left-out", "a name that nothing refers to", "Is it a source, or only mentioned?"),
    ("no-speaker", "nobody speaks yet", "Choose who made the statement, also if it is unnamed."),
    (
        "no-statements",
        "there are no statements yet",
        "Make one for each attribution in the article.",
    ),
    ("only-drafts", "nothing is finished yet", "Every statement is a draft, so none is published."),
    ("no-words", "words are missing", "Select them in the text."),
    (
        "other-speaker",
        "the words name somebody else",
        "Choose another speaker, or say why in the note.",
    ),
    (
        "speaker-not-named",
        "these words do not name the speaker",
        "Choose another speaker, or the fuller words that do.",
    ),
    (
        "shared-speakers",
        "the same source, but other speakers",
        "Choose the same speakers, or say why in the note.",
    ),
    (
        "missing-hop",
        "somebody passed these words on",
        "Add them under Via, or say why not in the note.",
    ),
    (
        "other-chain",
        "elsewhere, this source came through somebody",
        "Correct Via, or say why in the note.",
    ),
    (
        "quotation-cut",
        "it stops inside a quotation",
        "The rest of the quotation is accounted for by nothing.",
    ),
    (
        "quotation-continues",
        "the quotation goes on",
        "Its next paragraph is accounted for by nothing.",
    ),
    (
        "over-paragraphs",
        "its words go over a paragraph",
        "Check that all of them are this source’s.",
    ),
    (
        "kind-without-cue",
        "the verb does not say so",
        "Choose another type, or say why in the note.",
    ),
    (
        "gist-not-quoted",
        "the summary quotes other words",
        "Remove its quotation marks: the passage does not quote these words.",
    ),
    (
        "statement-twice",
        "the same statement twice",
        "Remove one of them, or say in the note how they differ.",
    ),
    (
        "said-after-publication",
        "said after publication",
        "Correct the day, or explain it in the note.",
    ),
    ("other-day", "the words name another day", "Correct the date."),
    ("other-year", "the words name another year", "Correct the date."),
    ("number-not-read", "no number could be read", "Explain the number in the note."),
    ("other-bound", "more or less exact than the words", "Correct how exact the number is."),
    (
        "single-quotes",
        "are single marks quotation marks?",
        "There are several stretches in straight single marks.",
    ),
    ("unused-topic", "a topic that nothing has", "Use it or remove it."),
];

/// The heading of a problem.
pub fn heading(problem: &Problem) -> String {
    let words = explained(problem).map_or(problem.message.as_str(), |(_, heading, _)| heading);
    match (&problem.about, problem.number) {
        (About::Statement(_), Some(number)) => format!("Statement {number}: {words}"),
        _ => capital(words),
    }
}

/// What is wrong, as a sentence.
pub fn what(problem: &Problem) -> String {
    let words = explained(problem).map_or(problem.message.as_str(), |(_, heading, _)| heading);
    let stop = if words.ends_with(['.', '?', '!']) { "" } else { "." };
    capital(words) + stop
}

/// What to do about a problem.
pub fn advice(problem: &Problem) -> Option<String> {
    match explained(problem) {
        Some((.., advice)) => Some((*advice).to_owned()),
        None => problem.hints.first().map(|hint| capital(hint)),
    }
}

fn explained(problem: &Problem) -> Option<&'static (&'static str, &'static str, &'static str)> {
    WORDS.iter().find(|(code, ..)| *code == problem.code.as_str())
}

/// What a fix does.
pub fn fix(label: &FixLabel) -> String {
    match label {
        FixLabel::ExtendToMark => "Extend to the mark".to_owned(),
        FixLabel::AddNextParagraph => "Add the next paragraph".to_owned(),
        FixLabel::UseDate(edtf) => format!("Use {edtf}"),
        FixLabel::Leave => "Leave as it is".to_owned(),
        FixLabel::UseSpeaker(name) => format!("The speaker is {name}"),
        FixLabel::AddToChain(name) => format!("{name} passed it on"),
        FixLabel::ReportersOwn => "Reporter’s own".to_owned(),
        FixLabel::Unclear => "Unclear whose words".to_owned(),
        FixLabel::NewStatement => "New statement".to_owned(),
        FixLabel::QuotedTitle => "A title or a name".to_owned(),
        FixLabel::SingleQuotes(true) => "They are quotation marks".to_owned(),
        FixLabel::SingleQuotes(false) => "They are not quotation marks".to_owned(),
        FixLabel::UseKind(kind) => format!("Its type is {}", kind_title(*kind)),
        FixLabel::RemoveStatement => "Remove the statement".to_owned(),
        FixLabel::Loader(words) => capital(words),
    }
}

/// The mark of a problem that concerns no statement.
pub const fn mark(weight: Weight) -> &'static str {
    match weight {
        Weight::Fix => "!",
        Weight::Check => "?",
        Weight::ToDo => "–",
    }
}

/// Says how many more there are.
pub fn more(rest: usize) -> String {
    format!("and {rest} more")
}
