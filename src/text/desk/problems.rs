//! Problems and their fixes.

use super::plain::plain;
use crate::annotate::{FixLabel, Problem, View, Weight};
use crate::text::{capital, count, enumerate, kind_title};

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

/// The button that ends being a draft.
pub const FINISH: &str = "Mark as finished";
/// The button that makes a finished dossier, or a finished statement, a draft again.
pub const UNFINISH: &str = "Make it a draft";

/// Says whether the dossier is published when its site is built, and what is in the way. What is missing in a
/// finished dossier is missing in statements that are drafts, which are left out.
pub fn publishing(is_draft: bool, fixes: usize, missing: usize) -> String {
    let open: Vec<String> = [
        (fixes > 0).then(|| count(fixes, "problem to fix", "problems to fix")),
        (is_draft && missing > 0)
            .then(|| format!("{} still missing", count(missing, "detail", "details"))),
    ]
    .into_iter()
    .flatten()
    .collect();
    match (is_draft, open.is_empty()) {
        (true, true) => "It is a draft, so it is not published.".to_owned(),
        (true, false) => {
            format!(
                "It is a draft, so it is not published. Before you finish it: {}.",
                enumerate(&open)
            )
        }
        (false, true) => "It can be published.".to_owned(),
        (false, false) => format!("Before it can be published: {}.", enumerate(&open)),
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

/// The heading of a problem.
pub fn heading(problem: &Problem) -> String {
    plain(problem).heading
}

/// What is wrong, as a sentence.
pub fn what(problem: &Problem) -> String {
    let words = heading(problem);
    let stop = if words.ends_with(['.', '?', '!']) { "" } else { "." };
    words + stop
}

/// More about a problem, if the heading does not say all.
pub fn advice(problem: &Problem) -> Option<String> {
    Some(plain(problem).detail).filter(|it| !it.is_empty())
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
