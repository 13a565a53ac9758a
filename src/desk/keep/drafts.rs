//! Drafts in the browser: storing, listing, restoring and deleting.

use super::record::{self, Found};
use super::{DraftEntry, Keep, KeepAct, State};
use crate::annotate::{Desk, thin};
use crate::browser::annotator::{self as browser, Batch, Claim, Store, StoreError, spawn_local};
use crate::desk::act::Act;
use crate::desk::state::{Panel, Stage};
use crate::text::desk::keep::{self as words, NotStored};
use gloo::timers::callback::Timeout;

/// Pause in milliseconds after a change before the draft is stored.
const PAUSE: u32 = 250;

/// The pause is at least this many times as long as it takes to make a version, so that storing a very large dossier
/// does not hinder typing.
const SHARE: u32 = 8;

impl Keep {
    /// Takes note of a change, and stores the draft soon.
    pub fn changed(&mut self) {
        self.revision += 1;
        if self.draft.is_none() {
            self.begin(browser::random_id());
        }
        if self.timer.is_none() && !self.is_storing {
            self.schedule();
        }
    }

    fn schedule(&mut self) {
        let send = self.send.clone();
        // Until there is a version, a page that ends leaves nothing.
        let pause = if self.stored == 0 { 0 } else { PAUSE.max(self.cost * SHARE) };
        self.timer = Some(Timeout::new(pause, move || send.emit(Act::Keep(KeepAct::Store))));
    }

    /// Forgets the open draft, because something else is opened.
    pub fn leave(&mut self) {
        (self.draft, self.claim, self.timer, self.place) = (None, None, None, None);
        (self.changed, self.link, self.failed) = (None, None, None);
        self.versions.clear();
        (self.revision, self.stored) = (0, 0);
        (self.is_storing, self.is_saving, self.is_elsewhere) = (false, false, false);
        browser::set_query("");
    }

    /// Opens a draft in this tab. Its id in the address makes it survive a reload.
    fn begin(&mut self, draft: String) {
        let send = self.send.clone();
        self.is_elsewhere = false;
        self.claim = Some(Claim::new(&draft, move |elsewhere| {
            send.emit(Act::Keep(KeepAct::Elsewhere(elsewhere)));
        }));
        browser::set_query(&format!("?draft={draft}"));
        self.draft = Some(draft);
    }

    /// Lists the drafts, and the dossiers of the site.
    pub fn list(&mut self) {
        let send = self.send.clone();
        spawn_local(async move {
            send.emit(Act::Keep(KeepAct::Listed(list().await)));
        });
        self.list_site();
    }

    /// Reads a draft.
    pub fn restore(&mut self, draft: String, version: Option<u64>) {
        let send = self.send.clone();
        spawn_local(async move {
            let found = read(&draft, version).await;
            send.emit(Act::Keep(KeepAct::Restored(draft, found)));
        });
    }

    /// Deletes a draft.
    pub fn delete(&mut self, draft: String) {
        self.asks = None;
        let send = self.send.clone();
        spawn_local(async move {
            let deleted = delete(&draft).await;
            let listed = match deleted {
                Ok(()) => list().await,
                Err(error) => Err(error),
            };
            send.emit(Act::Keep(KeepAct::Listed(listed)));
        });
    }
}

impl State {
    pub(super) fn listed(&mut self, found: Result<Vec<DraftEntry>, StoreError>) {
        match found {
            Ok(drafts) => self.keep.drafts = drafts,
            Err(error) => self.keep.failed = Some(not_stored(error)),
        }
    }

    /// Stores the draft, unless it is being stored.
    pub(super) fn store(&mut self) {
        self.keep.timer = None;
        if !self.keep.is_storing {
            self.flush();
        }
    }

    /// Stores the draft, if anything has changed.
    pub(in crate::desk) fn flush(&mut self) {
        let Some((desk, draft)) = self.desk.as_ref().zip(self.keep.draft.clone()) else { return };
        if self.keep.revision == self.keep.stored {
            return;
        }
        let began = browser::now();
        let version = desk.version();
        let now = browser::now();
        self.keep.cost = u32::try_from(now - began).unwrap_or(u32::MAX / SHARE);
        self.keep.is_storing = true;
        // Two versions in one millisecond would be one.
        let time = self.keep.versions.iter().max().map_or(now, |last| now.max(last + 1));
        let (send, revision) = (self.keep.send.clone(), self.keep.revision);
        // A page that is hidden stores once more, perhaps before this version is stored.
        self.keep.versions.push(time);
        let versions = self.keep.versions.clone();
        let about = record::describe(&version.title, version.statements, time);
        spawn_local(async move {
            // Deleted together with what is stored, so that there is a whole version at every moment.
            let mut dropped = thin(&versions, now);
            let mut result = put(&draft, time, &about, &version.bytes, &dropped).await;
            if result == Err(StoreError::Full) {
                // Earlier versions make room for the newest.
                dropped = versions.iter().copied().filter(|it| *it != time).collect();
                result = put(&draft, time, &about, &version.bytes, &dropped).await;
            }
            let gone = if result.is_ok() { dropped } else { vec![time] };
            send.emit(Act::Keep(KeepAct::Stored(draft, revision, gone, result)));
        });
    }

    pub(super) fn stored(
        &mut self,
        draft: &str,
        revision: u64,
        gone: &[u64],
        result: Result<(), StoreError>,
    ) {
        // Something else was opened in the meantime.
        if self.keep.draft.as_deref() != Some(draft) {
            return;
        }
        self.keep.is_storing = false;
        self.keep.versions.retain(|it| !gone.contains(it));
        match result {
            Ok(()) => {
                self.keep.stored = revision.max(self.keep.stored);
                self.keep.failed = None;
            }
            Err(error) => {
                let failed = not_stored(error);
                if self.keep.failed.as_ref() != Some(&failed) {
                    self.say(words::not_stored(&failed));
                }
                self.keep.failed = Some(failed);
            }
        }
        if self.keep.revision > revision {
            self.keep.schedule();
        } else if self.stage == Stage::Start {
            self.keep.list();
        }
    }

    /// Shows a draft that was read: the newest of its versions that is not damaged.
    pub(super) fn restored(&mut self, draft: String, found: Result<Found, StoreError>) {
        let found = match found {
            Ok(found) => found,
            Err(error) => {
                let failed = not_stored(error);
                self.refuse(words::not_stored(&failed));
                self.keep.failed = Some(failed);
                return;
            }
        };
        if found.bytes.is_empty() {
            let is_gone = found.versions.is_empty();
            return self.refuse(if is_gone { words::NO_DRAFT } else { words::ALL_DAMAGED });
        }
        let session = Self::session();
        let read = |(at, (time, bytes)): (usize, &(u64, Vec<u8>))| {
            Desk::restore(bytes, &session).ok().map(|desk| (at, *time, desk))
        };
        let Some((at, time, desk)) = found.bytes.iter().enumerate().find_map(read) else {
            return self.refuse(words::ALL_DAMAGED);
        };
        self.put(desk);
        self.suggest();
        self.panel = Panel::None;
        self.keep.versions.clone_from(&found.versions);
        let is_newest = found.versions.iter().max() == Some(&time);
        self.keep.begin(draft);
        self.keep.revision = 1;
        self.keep.stored = 1;
        if !is_newest {
            // The version that was restored becomes the newest one.
            self.keep.changed();
        }
        if at > 0 {
            self.refuse(words::older(&browser::time_here(time)));
        }
    }

    /// Makes the dossier a draft of its own, with the present state as its first version.
    pub(super) fn fork(&mut self) {
        self.keep.claim = None;
        self.keep.versions.clear();
        self.keep.begin(browser::random_id());
        self.keep.changed();
        self.say(words::FORKED);
    }

    /// Says why something was not done.
    pub(super) fn refuse(&mut self, why: impl Into<String>) {
        let why = why.into();
        self.say(why.clone());
        self.refused = Some(why);
    }
}

pub(super) fn not_stored(error: StoreError) -> NotStored {
    match error {
        StoreError::Refused => NotStored::Refused,
        StoreError::Full => NotStored::Full,
        StoreError::Failed(words) => NotStored::Failed(words),
    }
}

async fn list() -> Result<Vec<DraftEntry>, StoreError> {
    let store = Store::open().await?;
    let drafts = store.texts(record::DRAFTS).await?;
    let versions = store.texts("version/").await?;
    Ok(record::entries(&drafts, &versions))
}

async fn put(
    draft: &str,
    time: u64,
    about: &str,
    bytes: &[u8],
    dropped: &[u64],
) -> Result<(), StoreError> {
    let store = Store::open().await?;
    let key = record::version_key(draft, time);
    let mut batch = Batch::default();
    for time in dropped {
        let key = record::version_key(draft, *time);
        batch.texts.push((key.clone(), None));
        batch.bytes.push((key, None));
    }
    batch.texts.push((format!("{}{draft}", record::DRAFTS), Some(about.to_owned())));
    batch.texts.push((key.clone(), Some(about.to_owned())));
    batch.bytes.push((key, Some(bytes.to_vec())));
    store.write(batch).await
}

async fn read(draft: &str, version: Option<u64>) -> Result<Found, StoreError> {
    let store = Store::open().await?;
    let versions = store.texts(&record::versions_of(draft)).await?;
    let versions: Vec<u64> = versions.iter().filter_map(|(key, _)| record::time_of(key)).collect();
    let mut bytes = Vec::new();
    // Older ones only stand in for a damaged newer one.
    const TRIED: usize = 10;
    let wanted = versions.iter().rev().filter(|time| version.is_none_or(|it| **time <= it));
    for time in wanted.take(TRIED) {
        let key = record::version_key(draft, *time);
        let found = store.bytes(&key).await?.unwrap_or_default();
        bytes.push((*time, found));
    }
    Ok(Found { versions, bytes })
}

async fn delete(draft: &str) -> Result<(), StoreError> {
    let store = Store::open().await?;
    let mut batch = Batch::default();
    batch.texts.push((format!("{}{draft}", record::DRAFTS), None));
    for (key, _) in store.texts(&record::versions_of(draft)).await? {
        batch.texts.push((key.clone(), None));
        batch.bytes.push((key, None));
    }
    store.write(batch).await
}
