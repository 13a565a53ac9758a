//! What a person can do on the page, and what becomes of it.

use super::keep::KeepAct;
use super::state::{CARD_ID, NAME_ID, Panel, SHEET_ID, Stage, State};
use crate::annotate::{Desk, Edit, Focus, NewHop, Slot, Step, Who};
use crate::browser;
use crate::model::{HopRole, UnitIx};
use crate::text::desk::{question, said};

/// What a person did.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Pasted a text, or HTML.
    Paste(String, bool),
    /// Opened files: their names and bytes.
    Open(Vec<(String, Vec<u8>)>),
    /// Changed the dossier.
    Edit(Edit),
    /// Changed the dossier, and is done with the panel.
    EditAndClose(Edit),
    /// Took the last edit back.
    Undo,
    /// Made it again.
    Redo,
    /// Opened something.
    Show(Focus),
    /// Closed what is open: the selection, the panel, the card.
    Close,
    /// Asked for a slot of the open statement.
    Ask(Slot),
    /// Chose an answer, by its position.
    Answer(usize),
    /// Began, or ended, to choose several speakers.
    Several(bool),
    /// Typed the name of the speaker.
    Name(String),
    /// Typed words for the slot that is asked for.
    Typed(String),
    /// Selected words with the browser's selection: unit, first code point, the one after the last.
    Selected(Vec<(u32, u32, u32)>, bool),
    /// Clicked at a place in the text.
    Clicked {
        /// The unit.
        unit: u32,
        /// The code point.
        at: u32,
        /// True to extend the selection to it.
        extends: bool,
    },
    /// Moved in the text.
    Go(bool, Step),
    /// Extended the selection.
    Extend(bool, Step),
    /// Kept the piece, to add another one.
    Piece,
    /// Used the selected words.
    Use(Use),
    /// Accepted the open suggestion to change its words.
    Change,
    /// Went to the next or the previous statement or suggestion.
    Step(bool),
    /// Went to the next open place.
    Next,
    /// Went to the next problem.
    NextProblem,
    /// Applied a fix of the open problem, by its position.
    Fix(usize),
    /// Checked the dossier.
    Check,
    /// Went to another stage.
    Stage(Stage),
    /// Opened a panel.
    Panel(Panel),
    /// Showed or hid all keys.
    Keys(bool),
    /// Turned single keys on or off.
    KeysOn(bool),
    /// Confirmed what was recognised, and begins to annotate.
    Begin,
    /// Nothing: the page makes suggestions for the next part of the text.
    Suggest,
    /// Closed the note about what was not done.
    Dismiss,
    /// Saved the file on this computer.
    Download,
    /// Did something with what is kept, or learnt what became of it.
    Keep(KeepAct),
}

/// What selected words are used as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// The words of a statement: of the open one or, if there is none, of a new one.
    Content,
    /// Further words of the open statement.
    MoreContent,
    /// The words of a new statement.
    Another,
    /// The source.
    Source,
    /// The verb.
    Verb,
    /// The fuller words that the source refers to.
    Fuller,
    /// The reporter's own words.
    Reporter,
    /// A number.
    Number,
    /// A date.
    Date,
    /// The name of the speaker, or of who passed the words on.
    Name,
}

impl State {
    /// Does what a person did.
    pub fn act(&mut self, act: Act) {
        match act {
            Act::Paste(text, is_html) => {
                let session = Self::session();
                self.made(match is_html {
                    true => Desk::paste_html(&text, &session),
                    false => Desk::paste(&text, &session),
                });
            }
            Act::Open(files) => self.open(files),
            Act::Edit(edit) => {
                let is_rejected = matches!(edit, Edit::Reject(_));
                if self.edit(edit) && is_rejected {
                    let done = self.said.0.clone();
                    self.next();
                    self.say(format!("{done} {}", self.said.0));
                }
            }
            Act::EditAndClose(edit) => {
                if self.edit(edit) {
                    self.panel = Panel::None;
                    self.focus_next = Some(SHEET_ID);
                }
            }
            Act::Undo => self.history(true),
            Act::Redo => self.history(false),
            Act::Show(focus) => self.show(Some(focus)),
            Act::Close => self.close(),
            Act::Ask(slot) => self.ask(slot),
            Act::Answer(at) => self.answer(at),
            Act::Several(several) => {
                self.several = several;
                if let Some(question) = self.question() {
                    self.say(question::aloud(&question));
                }
            }
            Act::Name(name) => self.name(&name),
            Act::Typed(words) => self.typed(&words),
            Act::Selected(parts, adds) => self.selected(&parts, adds),
            Act::Clicked { unit, at, extends } => self.clicked(UnitIx(unit), at, extends),
            Act::Go(forward, step) => {
                self.move_pick(|pick, desk| pick.go(desk.text(), forward, step))
            }
            Act::Extend(forward, step) => {
                self.move_pick(|pick, desk| pick.extend(desk.text(), forward, step));
            }
            Act::Piece => self.move_pick(|pick, desk| Some(pick.another_piece(desk.text()))),
            Act::Use(used) => self.use_words(used),
            Act::Change => self.change(),
            Act::Step(forward) => self.step(forward),
            Act::Next => self.next(),
            Act::NextProblem => self.next_problem(),
            Act::Fix(at) => {
                let fix =
                    self.problem().and_then(|it| it.fixes.get(at)).map(|(_, edit)| edit.clone());
                if let Some(edit) = fix
                    && self.edit(edit)
                {
                    self.next_problem();
                }
            }
            Act::Check => {
                if let Some(desk) = &mut self.desk {
                    desk.check();
                }
            }
            Act::Stage(stage) => {
                self.stage = stage;
                if stage == Stage::Start {
                    self.refused = None;
                    self.keep(KeepAct::Store);
                    self.keep(KeepAct::List);
                }
                self.focus_next = Some(if stage == Stage::Work { SHEET_ID } else { CARD_ID });
            }
            Act::Panel(panel) => {
                self.focus_next = Some(if panel == Panel::None { SHEET_ID } else { CARD_ID });
                self.panel = panel;
            }
            Act::Keys(shown) => self.shows_keys = shown,
            Act::KeysOn(on) => {
                self.keys_on = on;
                browser::allow_shortcuts(on);
            }
            Act::Begin => {
                self.panel = Panel::None;
                self.focus_next = Some(SHEET_ID);
                self.next();
            }
            Act::Suggest => self.suggest_on(),
            Act::Dismiss => self.refused = None,
            Act::Download => self.download(),
            Act::Keep(act) => self.keep(act),
        }
    }

    /// Makes an edit, and says what was done and what is asked next. Returns false if it was refused.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let Some(desk) = &mut self.desk else { return false };
        let name = edit.name();
        if let Err(refused) = desk.apply(edit) {
            let words = said::refused(&refused);
            self.say(words.clone());
            self.refused = Some(words);
            return false;
        }
        self.suggest_again(name);
        self.keep.changed();
        self.refused = None;
        self.slot = None;
        let next = self.question().map(|it| question::aloud(&it));
        self.say(said::done(name, next.as_deref()));
        true
    }

    fn history(&mut self, back: bool) {
        let Some(desk) = &mut self.desk else { return };
        let name = if back { desk.undo() } else { desk.redo() };
        self.slot = None;
        self.refused = None;
        match name {
            Some(name) => {
                self.suggest_again(name);
                self.keep.changed();
                self.say(if back { said::undone(name) } else { said::redone(name) });
            }
            None => self.say(said::NOTHING_TO_UNDO),
        }
    }

    fn ask(&mut self, slot: Slot) {
        self.slot = Some(slot);
        if let Some(question) = self.question() {
            self.say(question::aloud(&question));
            self.focus_next = Some(CARD_ID);
        }
    }

    fn answer(&mut self, at: usize) {
        let Some(question) = self.question() else { return };
        let Some(answer) = question.answers.get(at) else { return };
        match answer.who().filter(|_| self.several) {
            Some(who) => {
                let (statement, who) = (question.statement, who.clone());
                self.edit(Edit::ToggleSpeaker { statement, who });
            }
            None => {
                self.several = false;
                self.edit(answer.edit.clone());
            }
        }
    }

    /// Uses a name for the speaker, or for who passed the words on.
    pub fn name(&mut self, name: &str) {
        let Some(key) = self.card().map(|card| card.key) else { return };
        let name = name.trim();
        if name.is_empty() {
            self.focus_next = Some(NAME_ID);
            return;
        }
        let who = Who::Typed(name.to_owned());
        let is_chain = self.question().is_some_and(|it| it.slot == Slot::Chain);
        self.edit(match (is_chain, self.several) {
            (true, _) => Edit::Chain {
                statement: key,
                hops: vec![NewHop { who, role: HopRole::Relayed, evidence: Vec::new() }],
            },
            (false, true) => Edit::ToggleSpeaker { statement: key, who },
            (false, false) => Edit::Speakers { statement: key, who: vec![who] },
        });
    }
}
