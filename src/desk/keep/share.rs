//! Links to one statement: copying one, and the page that one opens.

use super::{Keep, KeepAct, State};
use crate::annotate::{BadLink, Desk, Key, Shared};
use crate::browser::annotator as browser;
use crate::desk::act::Act;
use crate::desk::page::Send;
use crate::desk::preview;
use crate::text::desk::keep as words;
use yew::prelude::*;

impl State {
    /// Reads the link with which the page was opened.
    pub(super) fn read_link(&mut self, fragment: &str) {
        let session = Self::session();
        let read = Shared::read(fragment).and_then(|shared| {
            let opened = Desk::open(shared.dossier.as_bytes(), &session);
            opened.map(|opened| (shared, opened.desk)).map_err(|_| BadLink::NotAStatement)
        });
        self.keep.shared = Some(read);
    }

    /// Copies a link to a statement.
    pub(super) fn link(&mut self, key: Key) {
        let Some(desk) = &self.desk else { return };
        self.keep.link = None;
        match desk.share(key) {
            Ok(fragment) => {
                let link = format!("{}#{fragment}", browser::own_address());
                let send = self.keep.send.clone();
                browser::copy(&link.clone(), move |is_copied| {
                    send.emit(Act::Keep(KeepAct::Copied(link, is_copied)));
                });
            }
            Err(too_long) => {
                self.refuse(words::too_long(too_long.length, crate::annotate::MAX_LENGTH))
            }
        }
    }

    pub(super) fn copied(&mut self, link: String, is_copied: bool) {
        if is_copied {
            self.keep.link = None;
            self.say(words::COPIED);
        } else {
            self.keep.link = Some(link);
            self.say(words::NOT_COPIED);
        }
    }

    /// Opens the statement of a link as a draft.
    pub(super) fn open_shared(&mut self) {
        let Some(Ok((shared, _))) = self.keep.shared.take() else { return };
        self.opened(Desk::open(shared.dossier.as_bytes(), &Self::session()));
        if let Some(desk) = &mut self.desk {
            desk.set_unsaved();
            self.keep.changed();
        }
    }
}

/// Draws the statement of a link as readers see it, or says why the link cannot be read.
pub fn shared(keep: &Keep, send: &Send) -> Option<Html> {
    let act = |act: KeepAct| send.reform(move |_: MouseEvent| Act::Keep(act.clone()));
    let leave = html! {
        <button type="button" class="button" onclick={act(KeepAct::LeaveShared)}>{ words::SHARED_LEAVE }</button>
    };
    Some(match keep.shared.as_ref()? {
        Err(error) => html! {
            <div class="desk-start">
                <h2>{ words::SHARED }</h2>
                <p class="refused" role="alert">{ words::bad_link(*error) }</p>
                <p>{ leave }</p>
            </div>
        },
        Ok((_, desk)) => html! {
            <div class="desk-preview" id="shared">
                <div class="preview-head">
                    <h2>{ words::SHARED }</h2>
                    <p class="quiet">{ words::SHARED_WHAT }</p>
                    <button type="button" class="button small" onclick={act(KeepAct::OpenShared)}>
                        { words::SHARED_OPEN }
                    </button>
                    { leave }
                </div>
                { preview::statement(desk, 0) }
            </div>
        },
    })
}
