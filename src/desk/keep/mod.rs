//! What becomes of a person's work: drafts in the browser, the file, and what is shared. Results of the browser arrive
//! as acts of their own.

mod drafts;
mod file;
mod look;
mod page;
mod record;
mod share;
mod site;

pub use file::{Changed, Place, SaveTo};
pub use look::{banners, buttons, lists, status};
pub use record::{DraftEntry, Found, VersionEntry};
pub use share::shared;
pub use site::Listed;

use super::page::Send;
use super::state::{Stage, State};
use crate::annotate::{Desk, Key, Shared};
use crate::browser::annotator::{self as browser, FilePlace, StoreError};
use crate::text::desk::keep::{Goal, Kept, NotSaved, NotStored};
use gloo::timers::callback::Timeout;

/// What happened, or what a person wants, with what is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum KeepAct {
    /// Look for what the start page lists.
    List,
    /// The drafts of the browser.
    Listed(Result<Vec<DraftEntry>, StoreError>),
    /// The dossiers of the site.
    SiteListed(Result<Vec<Listed>, NotSaved>),
    /// Store the draft now.
    Store,
    /// The draft was stored, or not: its id, the revision, the times of the versions that are gone, and the result.
    Stored(String, u64, Vec<u64>, Result<(), StoreError>),
    /// Open a draft: its id, and a version that is not the newest.
    Restore(String, Option<u64>),
    /// A draft was read.
    Restored(String, Result<Found, StoreError>),
    /// Ask whether to delete a draft, or take the question back.
    AskDelete(Option<String>),
    /// Delete a draft.
    Delete(String),
    /// Another tab has the draft open too, or has no longer.
    Elsewhere(bool),
    /// Make the dossier a draft of its own.
    Fork,
    /// Open a dossier of the site.
    OpenSite(String),
    /// It was read: its id, and the file with what is beside it and its tag.
    SiteOpened(String, Result<site::Opened, NotSaved>),
    /// Choose a file that can be saved again.
    Pick,
    /// It was chosen and read.
    Picked(FilePlace, Vec<u8>),
    /// Save the file.
    Save,
    /// The file was saved, or not.
    Saved(usize, String, Result<Place, file::Failure>),
    /// Save although the file was changed.
    Overwrite,
    /// Save another file.
    Another,
    /// Show what differs.
    Compare,
    /// Do not save now.
    Cancel,
    /// Copy a link to a statement.
    Link(Key),
    /// It was copied, or the browser refused.
    Copied(String, bool),
    /// Open the statement of a link as a draft.
    OpenShared,
    /// Leave it.
    LeaveShared,
    /// Save the dossier as one page.
    OnePage,
    /// It was made, unless files were missing.
    OnePageMade(Option<String>),
}

/// What is kept, and where.
pub struct Keep {
    send: Send,
    /// The id of the open draft.
    draft: Option<String>,
    /// The times of its versions.
    versions: Vec<u64>,
    /// The number of changes so far, and at the last store that was done.
    revision: u64,
    stored: u64,
    is_storing: bool,
    /// Time that making a version took last, in milliseconds.
    cost: u32,
    timer: Option<Timeout>,
    failed: Option<NotStored>,
    claim: Option<browser::Claim>,
    /// True while another tab has the draft open.
    pub is_elsewhere: bool,
    /// The drafts in the browser.
    pub drafts: Vec<DraftEntry>,
    /// The draft that a person is asked about.
    pub asks: Option<String>,
    /// The dossiers of the site.
    pub site: Option<Result<Vec<Listed>, NotSaved>>,
    token: Option<String>,
    /// Where the file is saved.
    pub place: Option<Place>,
    is_saving: bool,
    /// The file that was changed in the meantime.
    pub changed: Option<Changed>,
    /// A link that the browser did not copy.
    pub link: Option<String>,
    /// The statement of the link with which the page was opened.
    pub shared: Option<Result<(Shared, Desk), crate::annotate::BadLink>>,
}

impl Keep {
    /// Returns what a page keeps that was just opened: nothing.
    pub fn new(send: Send) -> Self {
        Self {
            send,
            draft: None,
            versions: Vec::new(),
            revision: 0,
            stored: 0,
            is_storing: false,
            cost: 0,
            timer: None,
            failed: None,
            claim: None,
            is_elsewhere: false,
            drafts: Vec::new(),
            asks: None,
            site: None,
            token: browser::token(),
            place: None,
            is_saving: false,
            changed: None,
            link: None,
            shared: None,
        }
    }

    /// Says where the draft is.
    pub fn kept(&self) -> Kept {
        match &self.failed {
            Some(why) => Kept::Not(why.clone()),
            None if self.revision == 0 => Kept::Unchanged,
            None if self.revision == self.stored => Kept::Stored,
            None => Kept::Storing,
        }
    }

    /// Says where the file is saved.
    pub fn goal(&self) -> Goal {
        match (&self.place, &self.token) {
            (Some(Place::File { file, .. }), _) => Goal::File(file.name()),
            (Some(Place::Site { .. }), _) | (None, Some(_)) => Goal::Site,
            (None, None) => Goal::Download,
        }
    }

    /// Returns true if the file can be saved elsewhere than among the downloads.
    pub fn can_save(&self) -> bool {
        self.goal() != Goal::Download || browser::can_write_files()
    }

    /// Returns true if changes are neither in the browser's storage nor on their way.
    pub fn is_at_risk(&self) -> bool {
        self.revision != self.stored
    }
}

impl State {
    /// Does what concerns what is kept.
    pub(super) fn keep(&mut self, act: KeepAct) {
        match act {
            KeepAct::List => self.keep.list(),
            KeepAct::Listed(found) => self.listed(found),
            KeepAct::SiteListed(found) => self.keep.site = Some(found),
            KeepAct::Store => self.store(),
            KeepAct::Stored(draft, revision, gone, result) => {
                self.stored(&draft, revision, &gone, result);
            }
            KeepAct::Restore(draft, version) => self.keep.restore(draft, version),
            KeepAct::Restored(draft, found) => self.restored(draft, found),
            KeepAct::AskDelete(draft) => self.keep.asks = draft,
            KeepAct::Delete(draft) => self.keep.delete(draft),
            KeepAct::Elsewhere(is_elsewhere) => {
                self.keep.is_elsewhere = is_elsewhere;
                if is_elsewhere {
                    self.say(crate::text::desk::keep::ELSEWHERE);
                }
            }
            KeepAct::Fork => self.fork(),
            KeepAct::OpenSite(id) => self.keep.open_site(id),
            KeepAct::SiteOpened(id, opened) => self.site_opened(id, opened),
            KeepAct::Pick => self.keep.pick(),
            KeepAct::Picked(file, bytes) => self.picked(file, bytes),
            KeepAct::Save => self.save(SaveTo::Place),
            KeepAct::Saved(mark, file, result) => self.saved(mark, &file, result),
            KeepAct::Overwrite => self.save(SaveTo::Overwrite),
            KeepAct::Another => self.save(SaveTo::Another),
            KeepAct::Compare => self.compare(),
            KeepAct::Cancel => self.keep.changed = None,
            KeepAct::Link(key) => self.link(key),
            KeepAct::Copied(link, is_copied) => self.copied(link, is_copied),
            KeepAct::OpenShared => self.open_shared(),
            KeepAct::LeaveShared => {
                self.keep.shared = None;
                browser::set_query("");
            }
            KeepAct::OnePage => self.one_page(),
            KeepAct::OnePageMade(page) => self.one_page_made(page),
        }
    }

    /// Opens what the address names: a statement in a link, a draft, or a dossier of the site.
    pub(super) fn arrive(&mut self) {
        let fragment = browser::fragment();
        // Shorter ones are those of links within the page.
        const SHORTEST: usize = 12;
        if fragment.len() >= SHORTEST {
            self.read_link(&fragment);
        } else if let Some(draft) = browser::query_value("draft") {
            self.keep.restore(draft, None);
        } else if let Some(id) =
            browser::query_value("dossier").filter(|_| self.keep.token.is_some())
        {
            self.keep.open_site(id);
        }
        self.keep.list();
    }

    /// Returns true if leaving the page would lose something, or leave changes that are in no file.
    pub(super) fn is_unsaved(&self) -> bool {
        let has_changes = self.desk.as_ref().is_some_and(|desk| desk.view().unsaved > 0);
        self.stage != Stage::Start && has_changes || self.keep.is_at_risk()
    }
}
