//! The annotator without its page: the dossier that a person is editing, as a pure state machine.
//!
//! Here: opening and pasting, edits with undo and redo, selections, what to ask next and with which
//! answers, the actors that a text names, problems with their fixes, coverage, saving, links to one
//! statement, and versions to restore. Never here: markup and keys (`desk`), words for people
//! (`text::desk`), storage, clocks.
//!
//! [`Desk`] holds everything. The page draws [`Desk::view`], which is plain data, and turns each key
//! and click into an [`Edit`] for [`Desk::apply`] or another method of the desk.
//!
//! ```
//! use onrecord::annotate::{Desk, Edit, Session, Text};
//!
//! let session = Session { today: "2026-03-03".to_owned(), by: Some("Ada Reader".to_owned()) };
//! let mut desk = Desk::paste("The ferry is late, Bob Lund said.", &session).unwrap().desk;
//! let words = desk.text().find("The ferry is late").unwrap();
//! desk.apply(Edit::NewStatement { content: vec![words] }).unwrap();
//! assert_eq!(desk.view().statements.len(), 1);
//! desk.undo();
//! assert!(desk.view().statements.is_empty());
//! ```

mod apply;
mod ask;
mod desk;
mod details;
mod document;
mod edit;
mod history;
mod html;
mod json;
mod names;
mod next;
mod open;
mod pack;
mod pick;
mod problem;
mod question;
mod recognise;
mod refused;
mod select;
mod share;
mod text;
mod thin;
mod version;
mod view;

pub use desk::{Desk, Focus, Session};
pub use edit::{ActorField, ArticleField, Edit, EditName, NewHop, NewWhen, Part, Who};
pub use json::Key;
pub use next::Place;
pub use open::{MAX_TEXT, Normalised, OpenError, Opened};
pub use pick::{Moves, Pick};
pub use problem::{About, FixLabel, Problem, Weight};
pub use question::{Answer, Conflict, Label, Question, Reason, Slot};
pub use recognise::dossier_among;
pub use refused::Refused;
pub use select::{Side, Step};
pub use share::{BadLink, MAX_LENGTH, Shared, TooLong};
pub use text::Text;
pub use thin::thin;
pub use version::{BadVersion, Version};
pub use view::{
    ActorView, ArticleView, BackgroundView, Card, FigureView, HopView, Marks, NameView, Paragraph,
    Quoted, ReviewView, Run, SuggestionIx, SuggestionView, Totals, View, Words,
};
