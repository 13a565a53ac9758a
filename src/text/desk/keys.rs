//! The keys, at the foot of the page and in the list of all keys.

/// The name of the row of keys.
pub const KEYBOARD: &str = "Keyboard";
/// The button that shows all keys.
pub const ALL_KEYS: &str = "All keys";
/// The button that shows all keys, while they are off.
pub const KEYS_ARE_OFF: &str = "Keys are off";
/// The setting that turns keys off.
pub const SINGLE_KEYS: &str =
    "Use single keys. Without them, only Ctrl+Z, Ctrl+Shift+Z and the keys of your browser work.";
/// The button that closes a dialog.
pub const CLOSE: &str = "Close";

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// Opens the next or the previous statement or suggestion.
    Steps,
    /// Accepts the suggestion.
    Accept,
    /// Rejects it.
    Reject,
    /// Accepts it and selects its words.
    Change,
    /// Moves the selection by words.
    Words,
    /// Extends the selection.
    Extend,
    /// Extends it to the next comma, colon or dash.
    Clauses,
    /// Extends it by sentences.
    Sentences,
    /// Keeps what is selected and adds another piece.
    Piece,
    /// The selected words are what was said.
    Content,
    /// They name the source.
    Source,
    /// They are the verb.
    Verb,
    /// They are the reporter's own.
    Reporter,
    /// They are a number.
    Number,
    /// They are a date.
    Date,
    /// They are added to the words of the open statement.
    AddContent,
    /// They are the content of another statement.
    Another,
    /// They are the fuller words that the source refers to.
    Fuller,
    /// Chooses an answer.
    Choose,
    /// Chooses several speakers.
    Several,
    /// The selected words are the name that is asked for.
    Name,
    /// Asks who speaks.
    Speaker,
    /// Asks who passed the words on.
    Chain,
    /// Takes speaker and chain from the statement before.
    Same,
    /// Finishes the card and goes on.
    Done,
    /// Closes what is open.
    Close,
    /// Goes to the next open place.
    Next,
    /// Goes to the next problem.
    Problem,
    /// Applies the first fix.
    Fix,
    /// Applies another fix.
    OtherFix,
    /// Undoes.
    Undo,
    /// Makes it again.
    Redo,
    /// Downloads.
    Download,
    /// Shows the preview.
    Preview,
    /// Removes the open statement.
    Remove,
    /// Shows all keys.
    All,
}

/// Says what a key does.
pub const fn does(does: Does) -> &'static str {
    match does {
        Does::Steps => "next, previous statement",
        Does::Accept => "accept",
        Does::Reject => "not a statement",
        Does::Change => "change the words",
        Does::Words => "go from word to word",
        Does::Extend => "select words yourself",
        Does::Clauses => "select to the next comma",
        Does::Sentences => "select by sentence",
        Does::Piece => "keep this piece, add another",
        Does::Content => "words of a statement",
        Does::Source => "source",
        Does::Verb => "verb",
        Does::Reporter => "reporter’s own words",
        Does::Number => "number",
        Does::Date => "date",
        Does::AddContent => "add to the words",
        Does::Another => "another statement",
        Does::Fuller => "fuller words for the source",
        Does::Choose => "choose the answer",
        Does::Several => "several speakers",
        Does::Name => "name of the speaker",
        Does::Speaker => "who speaks",
        Does::Chain => "who passed it on",
        Does::Same => "same as the statement before",
        Does::Done => "done, go to the next",
        Does::Close => "close",
        Does::Next => "next open place",
        Does::Problem => "next problem",
        Does::Fix => "first fix",
        Does::OtherFix => "other fixes",
        Does::Undo => "undo",
        Does::Redo => "redo",
        Does::Download => "download",
        Does::Preview => "preview",
        Does::Remove => "remove the statement",
        Does::All => "all keys",
    }
}

/// The words on a key that has no character.
pub const ENTER: &str = "Enter";
/// The key that closes.
pub const ESCAPE: &str = "Esc";
/// The key that changes others.
pub const SHIFT: &str = "Shift";
/// The key that changes others more.
pub const CONTROL: &str = "Ctrl";
/// The key that removes.
pub const DELETE: &str = "Delete";
/// The keys that undo.
pub const UNDO: &str = "Ctrl+Z";
/// The keys that make it again.
pub const REDO: &str = "Ctrl+Shift+Z";
/// The keys that download.
pub const SAVE: &str = "Ctrl+S";
/// Between the first and the last of several keys.
pub const TO: &str = "–";

// The letters on keys.
/// A letter on a key.
pub const B: &str = "B";
/// A letter on a key.
pub const I: &str = "I";
/// A letter on a key.
pub const D: &str = "D";
/// A letter on a key.
pub const F: &str = "F";
/// A letter on a key.
pub const G: &str = "G";
/// A letter on a key.
pub const J: &str = "J";
/// A letter on a key.
pub const K: &str = "K";
/// A letter on a key.
pub const M: &str = "M";
/// A letter on a key.
pub const N: &str = "N";
/// A letter on a key.
pub const P: &str = "P";
/// A letter on a key.
pub const R: &str = "R";
/// A letter on a key.
pub const S: &str = "S";
/// A letter on a key.
pub const V: &str = "V";
/// A letter on a key.
pub const W: &str = "W";
/// A letter on a key.
pub const X: &str = "X";
/// The letter with Shift.
pub const SHIFT_W: &str = "⇧W";
