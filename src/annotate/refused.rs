//! Why an edit was not made.

use super::edit::Part;

/// Why an edit was not made. The dossier is as before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// There is no such statement, actor, number, problem or suggestion any more.
    Gone,
    /// The words are outside the text, or only white space.
    NoWords,
    /// The article repeats the words so often that no quote can say which are meant.
    Repeated,
    /// A statement needs words that report what was said: remove the statement instead.
    NeedsWords(Part),
    /// A step of the chain is a speaker, the outlet or there already.
    InChainAlready,
    /// A speaker is a step of the chain.
    PassedItOn,
    /// No earlier statement has a source to share.
    NothingBefore,
    /// The text is empty, and the field cannot be.
    Empty,
    /// The text is not a valid value of the field: a language tag, a day, an address.
    NotValid(String),
    /// Statements, numbers or other actors refer to the actor.
    InUse,
    /// An actor cannot be merged with itself.
    SameActor,
    /// The words contain no number that can be read.
    NotANumber,
    /// The dossier has an error that must be solved first, as the loader reports it.
    HasErrors(String),
    /// The edit would make the dossier invalid, for the reason that the loader gives.
    Invalid(String),
    /// The text of the article is in a file of its own, whose lines the annotator does not move.
    TextFile,
    /// The text of the article is in the file of this name, which was not opened with the dossier.
    TextNotOpened(String),
    /// The text is larger than the annotator takes.
    TooLarge,
}
