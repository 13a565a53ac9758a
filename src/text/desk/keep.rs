//! What becomes of the work: drafts in the browser, files, the folder of a site, links and pages to share.

use crate::annotate::BadLink;
use crate::text::count;

/// Why a draft is not stored in the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotStored {
    /// The browser has no storage for this page.
    Refused,
    /// There is no space.
    Full,
    /// Anything else, in the words of the browser.
    Failed(String),
}

/// Where the draft is at the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// Nothing was changed yet.
    Unchanged,
    /// The last changes are being stored.
    Storing,
    /// Everything is stored in the browser.
    Stored,
    /// It is only in this page.
    Not(NotStored),
}

/// Where the file is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// Among the browser's downloads.
    Download,
    /// In a file on the person's machine, with its name.
    File(String),
    /// In the folder of the site.
    Site,
}

/// Says where the draft is, and what of it is not in a file: "Draft saved · 3 changes not downloaded".
pub fn status(kept: &Kept, unsaved: usize, goal: &Goal) -> String {
    let draft = match kept {
        Kept::Unchanged => "No changes yet",
        Kept::Storing => "Saving…",
        Kept::Stored => "Draft saved",
        Kept::Not(NotStored::Refused) => "Not saved: this browser stores nothing for this page",
        Kept::Not(NotStored::Full) => "Not saved: the browser’s storage is full",
        Kept::Not(NotStored::Failed(_)) => "Not saved in this browser",
    };
    let changes = || count(unsaved, "change", "changes");
    match (unsaved, goal) {
        (0, _) => draft.to_owned(),
        (_, Goal::Download) => format!("{draft} · {} not downloaded", changes()),
        (_, Goal::File(name)) => format!("{draft} · {} not in {name}", changes()),
        (_, Goal::Site) => format!("{draft} · {} not in the site", changes()),
    }
}

/// Says why the draft is not stored, and what to do.
pub fn not_stored(why: &NotStored) -> String {
    let cause = match why {
        NotStored::Refused => {
            "This browser stores nothing for this page, perhaps because of a private window or because site data is \
             blocked.".to_owned()
        }
        NotStored::Full => {
            "The browser’s storage is full. Delete drafts that you no longer need.".to_owned()
        }
        NotStored::Failed(words) => format!("The browser could not store the draft ({words})."),
    };
    format!("{cause} Your work is in this page only, as long as it is open: download it.")
}

/// The button that saves into the site's folder or the chosen file.
pub const SAVE: &str = "Save";
/// The button that leads to the start, with all drafts.
pub const DRAFTS: &str = "Drafts";
/// A note while suggestions for a very long text are being made.
pub const SUGGESTING: &str =
    "The text is long: suggestions for its first part are ready, and the others follow.";
/// Said after the file was saved.
pub fn saved(goal: &Goal) -> String {
    match goal {
        Goal::Download => "Downloaded.".to_owned(),
        Goal::File(name) => format!("Saved in {name}."),
        Goal::Site => "Saved in the site’s folder. Its pages follow.".to_owned(),
    }
}

/// The heading of the drafts on the start page.
pub const YOUR_DRAFTS: &str = "Your drafts in this browser";
/// What they are.
pub const DRAFTS_HELP: &str =
    "They stay in this browser on this computer until you delete them or clear the site’s data.";
/// The summary of further drafts.
pub fn more_drafts(number: usize) -> String {
    count(number, "more draft", "more drafts")
}
/// The button that opens a draft.
pub const CONTINUE: &str = "Continue";
/// The button that leads back to the open dossier.
pub const BACK: &str = "Back to the open dossier";
/// The summary of the earlier versions of a draft.
pub const VERSIONS: &str = "Earlier versions";
/// The button that opens an earlier version.
pub const RESTORE: &str = "Restore";
/// The button that asks whether to delete a draft.
pub const DELETE: &str = "Delete…";
/// Asks whether to delete a draft.
pub const DELETE_ASK: &str = "Delete this draft and all its versions? This cannot be undone.";
/// The button that deletes it.
pub const DELETE_YES: &str = "Delete";
/// The button that keeps it.
pub const DELETE_NO: &str = "Keep";
/// The title of a draft whose record cannot be read.
pub const DAMAGED: &str = "A draft whose description is damaged";
/// The title of a draft without one.
pub const UNTITLED: &str = "Untitled";

/// Describes a draft or a version: "12 statements · 26 Nov, 14:05".
pub fn version(statements: usize, time: &str) -> String {
    format!("{} · {time}", count(statements, "statement", "statements"))
}

/// Names a button in full for people who hear it: "Continue: Ferry strike".
pub fn about(button: &str, what: &str) -> String {
    format!("{button}: {what}")
}

/// Said if the newest version was damaged and an older one was opened.
pub fn older(time: &str) -> String {
    format!(
        "The newest version of this draft is damaged. The one of {time} is open instead. Nothing was deleted."
    )
}
/// Said if no version of a draft can be opened.
pub const ALL_DAMAGED: &str = "No version of this draft can be read: the browser’s storage is damaged, or another \
    version of On Record wrote it. Nothing was deleted.";
/// Said if there is no such draft.
pub const NO_DRAFT: &str = "This draft is not in this browser. It was deleted here or in another tab, or the page was \
    closed before it was stored.";

/// Said while another tab has the same draft open.
pub const ELSEWHERE: &str = "This draft is also open in another tab. Both tabs save it, and the last change wins; its versions keep the others.";
/// The button that makes a draft of its own.
pub const FORK: &str = "Make this a separate draft";
/// Said after it.
pub const FORKED: &str = "This is a separate draft now.";

/// The heading of the dossiers of the site.
pub const SITE: &str = "Dossiers of this site";
/// What they are.
pub const SITE_HELP: &str = "They are saved into the site’s folder.";
/// The button that opens one.
pub const OPEN: &str = "Open";
/// A dossier that is a draft.
pub const IS_DRAFT: &str = "draft";

/// Describes a dossier of the site: "12 statements · harbour.json".
pub fn dossier(statements: usize, id: &str) -> String {
    format!("{} · {id}.json", count(statements, "statement", "statements"))
}

/// The heading if there is a file in the place of a new one.
pub const EXISTS: &str = "There is already a file with this name";
/// Explains it.
pub const EXISTS_WHAT: &str =
    "The site has a dossier with the same id. Nothing was overwritten. What do you want to do?";
/// The heading of the choice after the file was changed.
pub const CHANGED: &str = "The file was changed in the meantime";
/// Explains it.
pub const CHANGED_WHAT: &str = "Somebody or another program has saved it since you opened it. Nothing was overwritten. \
    What do you want to do?";
/// Explains that the file is gone.
pub const GONE_WHAT: &str =
    "It was deleted or renamed since you opened it. What do you want to do?";
/// The button that overwrites the file.
pub const OVERWRITE: &str = "Overwrite it with mine";
/// The button that saves a file that is gone again.
pub const SAVE_AGAIN: &str = "Save it again";
/// The button that saves another file.
pub const ANOTHER: &str = "Save mine as another file";
/// The button that shows the differences.
pub const COMPARE: &str = "Compare";
/// The button that does nothing.
pub const CANCEL: &str = "Not now";
/// The name of the list of differences.
pub const DIFFERENCES: &str = "Lines that differ: − in the file, + in this page";
/// Said if the files are too large to be compared.
pub const TOO_LARGE_TO_COMPARE: &str = "The files are too large to be compared here.";
/// Said if there are none.
pub const NO_DIFFERENCES: &str = "The file has the same lines as this page.";

/// Says that the file could not be saved, and why.
pub fn not_saved(why: &NotSaved) -> String {
    match why {
        NotSaved::NoAnswer => "Not saved: the server does not answer. Is “onrecord serve” still running? Your work is \
            still in this page.".to_owned(),
        NotSaved::Refused => "Not saved: “onrecord serve” was started again since this page was loaded. Load the page \
            again; the draft is in this browser.".to_owned(),
        NotSaved::ReadOnly => "Not saved: the folder or the file cannot be written. Change its permissions, or download \
            the file.".to_owned(),
        NotSaved::Full => "Not saved: the disk is full. Make room and save again, or download the file.".to_owned(),
        NotSaved::TooLarge => "Not saved: the file is larger than On Record reads.".to_owned(),
        NotSaved::Gone => "Not saved: the file or its folder is gone. Download the file.".to_owned(),
        NotSaved::Failed(words) => format!("Not saved ({words}). Your work is still in this page: download it."),
    }
}

/// Why a file could not be saved or opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// The server does not answer.
    NoAnswer,
    /// The server refuses this page.
    Refused,
    /// The folder or the file is write-protected.
    ReadOnly,
    /// The disk is full.
    Full,
    /// The file is too large.
    TooLarge,
    /// The file is gone.
    Gone,
    /// Anything else, in the words of the server or the browser.
    Failed(String),
}

/// Says that a dossier of the site could not be opened.
pub fn not_opened(why: &NotSaved) -> String {
    match why {
        NotSaved::NoAnswer => {
            "The server does not answer. Is “onrecord serve” still running?".to_owned()
        }
        NotSaved::Refused => {
            "“onrecord serve” was started again since this page was loaded. Load the page again."
                .to_owned()
        }
        NotSaved::Gone => "There is no such dossier in the site’s folder.".to_owned(),
        NotSaved::Failed(words) => format!("The dossier could not be opened ({words})."),
        NotSaved::ReadOnly | NotSaved::Full | NotSaved::TooLarge => {
            "The dossier could not be opened.".to_owned()
        }
    }
}

/// The button that copies a link to the open statement.
pub const COPY_LINK: &str = "Copy link";
/// Said after it.
pub const COPIED: &str =
    "Link copied. The statement is in the link itself, so whoever has the link can read it.";
/// Said if the browser refuses; followed by the link.
pub const NOT_COPIED: &str = "The browser did not allow copying. This is the link:";
/// The name of the field with the link.
pub const LINK: &str = "Link to the statement";

/// Said if a statement does not fit into a link.
pub fn too_long(length: usize, max: usize) -> String {
    match length {
        0 => "This statement cannot be put into a link: it has no words yet.".to_owned(),
        _ => format!(
            "This statement is too long for a link: it takes {length} characters, and a link has room for {max}. Use \
             “Save as one page”."
        ),
    }
}

/// Says why a link cannot be read, and what to do.
pub const fn bad_link(error: BadLink) -> &'static str {
    match error {
        BadLink::NotAStatement => "This link contains no statement. Ask for it again.",
        BadLink::Cut => {
            "The end of this link is missing, perhaps because a program broke it over two lines. Copy it \
            again as a whole."
        }
        BadLink::Damaged => {
            "This link is damaged: some of its characters were changed. Ask for it again."
        }
        BadLink::OtherVersion => {
            "Another version of On Record made this link, and this one cannot read it. Ask the \
            sender for a page instead."
        }
    }
}

/// The heading of a statement from a link.
pub const SHARED: &str = "A statement from a link";
/// What it is.
pub const SHARED_WHAT: &str = "It is a draft. Everything that you see is in the link: nothing was loaded, and nothing is stored.";
/// The button that makes a draft of it.
pub const SHARED_OPEN: &str = "Open it as a draft";
/// The button that leads to the start.
pub const SHARED_LEAVE: &str = "Annotate an article";

/// The button that saves the dossier as one page.
pub const ONE_PAGE: &str = "Save as one page";
/// Said while it is made.
pub const ONE_PAGE_WAIT: &str = "Making the page…";
/// Said after it.
pub const ONE_PAGE_DONE: &str =
    "Downloaded as one page. It opens with a double click, also without the internet.";
/// Said if the dossier has errors.
pub const ONE_PAGE_ERRORS: &str =
    "The page cannot be made while the dossier has problems in red. Correct them first.";
/// Said if the files of the app could not be loaded.
pub const ONE_PAGE_NO_APP: &str =
    "The page could not be made: the files of the site’s app could not be loaded.";
