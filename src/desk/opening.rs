//! Opening and pasting, and suggestions for the text.

use super::act::Act;
use super::state::{CARD_ID, Panel, Stage, State};
use crate::annotate::{ArticleField, Desk, EditName, OpenError, Opened, Pick, dossier_among};
use crate::import::File;
use crate::suggest::Lexicons;
use crate::text::desk::start;
use gloo::timers::callback::Timeout;

impl State {
    pub(super) fn open(&mut self, files: Vec<(String, Vec<u8>)>) {
        if files.is_empty() {
            self.refused = Some(start::UNREADABLE.to_owned());
            return;
        }
        let files: Vec<File> =
            files.into_iter().map(|(name, bytes)| File { name, bytes }).collect();
        let is_dossier = dossier_among(&files).is_some();
        let opened = Desk::open_files(&files, &Self::session());
        if is_dossier { self.opened(opened) } else { self.made(opened) }
    }

    /// Shows a dossier that was made of something else, so that there is no file of it yet.
    pub(super) fn made(&mut self, made: Result<Opened, OpenError>) {
        let is_made = made.is_ok();
        self.opened(made);
        if let Some(desk) = self.desk.as_mut().filter(|_| is_made) {
            desk.set_unsaved();
            self.keep.changed();
        }
    }

    /// Shows a dossier in place of the one before, whose last changes are stored first.
    pub(super) fn put(&mut self, desk: Desk) {
        self.flush();
        self.keep.leave();
        self.desk = Some(desk);
        self.stage = Stage::Work;
        self.pick = Pick::default();
        (self.slot, self.several) = (None, false);
        self.refused = None;
        self.focus_next = Some(CARD_ID);
    }

    /// Shows a dossier that was opened, or says why it could not be.
    pub(super) fn opened(&mut self, opened: Result<Opened, OpenError>) {
        match opened {
            Ok(Opened { desk, normalised }) => {
                self.panel = if normalised.is_empty() && !desk.view().statements.is_empty() {
                    Panel::None
                } else {
                    Panel::Recognised
                };
                self.put(desk);
                self.suggest();
                if self.panel == Panel::None {
                    self.next();
                }
            }
            Err(error) => {
                let words = start::cannot_open(&error);
                self.say(words.clone());
                self.refused = Some(words);
            }
        }
    }

    /// Makes suggestions for the text: those of its first part now, and the others in steps, between which the page answers.
    pub(super) fn suggest(&mut self) {
        if let Some(desk) = &mut self.desk {
            desk.suggest_from_start();
        }
        self.suggest_on();
    }

    /// Makes the suggestions for the next part of the text.
    pub(super) fn suggest_on(&mut self) {
        let is_more = self.desk.as_mut().is_some_and(|it| it.suggest_on(&Lexicons::default()));
        let send = self.send.clone();
        self.suggesting = is_more.then(|| Timeout::new(0, move || send.emit(Act::Suggest)));
    }

    /// Suggests again if an edit changed the text or its language.
    pub(super) fn suggest_again(&mut self, name: EditName) {
        let is_text = matches!(
            name,
            EditName::Retext | EditName::MoveFirstLine | EditName::Article(ArticleField::Language)
        );
        if is_text {
            self.suggest();
        }
    }
}
