//! The names of edits, for messages.

use super::{ArticleField, Edit, Part};

/// The name of an edit, for messages such as "Undone: …".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditName {
    /// A suggestion was accepted.
    Accept,
    /// A suggestion was rejected.
    Reject,
    /// A suggestion was restored.
    Restore,
    /// A statement was made.
    NewStatement,
    /// The words of a part changed.
    Words(Part),
    /// The speakers changed.
    Speakers,
    /// The antecedent changed.
    Antecedent,
    /// The chain changed.
    Chain,
    /// Source and chain were taken from another statement.
    SameSource,
    /// A slot was left empty on purpose.
    Without,
    /// The speech act changed.
    Kind,
    /// The channel changed.
    Channel,
    /// The identification changed.
    Identification,
    /// The date changed.
    SaidOn,
    /// The dates changed.
    Dates,
    /// The topics changed.
    Topics,
    /// What a statement is about changed.
    About,
    /// The summary changed.
    Gist,
    /// A remark changed.
    Note,
    /// A statement was finished or became a draft.
    StatementDraft,
    /// A statement was removed.
    RemoveStatement,
    /// Words became the reporter's own.
    Background,
    /// Words are no longer the reporter's own.
    RemoveBackground,
    /// Words became a quoted title.
    QuotedTitle,
    /// The meaning of single marks changed.
    SingleQuotes,
    /// A number was added.
    NewFigure,
    /// A number changed.
    Figure,
    /// A number was removed.
    RemoveFigure,
    /// An actor was added.
    AddActor,
    /// An actor changed.
    Actor,
    /// Two actors were merged.
    MergeActors,
    /// An actor was split.
    SplitActor,
    /// An actor was removed.
    RemoveActor,
    /// A text of the article changed.
    Article(ArticleField),
    /// How much can be shown changed.
    Show,
    /// The first line became something else.
    MoveFirstLine,
    /// The dossier was finished or became a draft.
    Draft,
    /// A fix was applied.
    Fix,
    /// The text was updated.
    Retext,
    /// Somebody looked at words that changed.
    Reviewed,
}

impl Edit {
    /// Returns the name of the edit.
    pub fn name(&self) -> EditName {
        match self {
            Self::Accept(_) => EditName::Accept,
            Self::Reject(_) => EditName::Reject,
            Self::Restore(_) => EditName::Restore,
            Self::NewStatement { .. } => EditName::NewStatement,
            Self::SetWords { part, .. }
            | Self::AddWords { part, .. }
            | Self::RemoveWords { part, .. } => EditName::Words(*part),
            Self::Speakers { .. } | Self::ToggleSpeaker { .. } => EditName::Speakers,
            Self::Antecedent { .. } => EditName::Antecedent,
            Self::Chain { .. } => EditName::Chain,
            Self::SameSource { .. } => EditName::SameSource,
            Self::Without { .. } => EditName::Without,
            Self::Kind { .. } => EditName::Kind,
            Self::Channel { .. } => EditName::Channel,
            Self::Identification { .. } => EditName::Identification,
            Self::SaidOn { .. } => EditName::SaidOn,
            Self::Dates { .. } => EditName::Dates,
            Self::Topics { .. } => EditName::Topics,
            Self::About { .. } => EditName::About,
            Self::Gist { .. } => EditName::Gist,
            Self::Note { .. } | Self::SpeakerNote { .. } | Self::KindNote { .. } => EditName::Note,
            Self::StatementDraft { .. } => EditName::StatementDraft,
            Self::RemoveStatement(_) => EditName::RemoveStatement,
            Self::Background { .. } => EditName::Background,
            Self::RemoveBackground(_) => EditName::RemoveBackground,
            Self::QuotedTitle(_) => EditName::QuotedTitle,
            Self::SingleQuotes(_) => EditName::SingleQuotes,
            Self::NewFigure { .. } => EditName::NewFigure,
            Self::Figure { .. } => EditName::Figure,
            Self::RemoveFigure(_) => EditName::RemoveFigure,
            Self::AddActor(_) => EditName::AddActor,
            Self::Actor { .. } => EditName::Actor,
            Self::MergeActors { .. } => EditName::MergeActors,
            Self::SplitActor { .. } => EditName::SplitActor,
            Self::RemoveActor(_) => EditName::RemoveActor,
            Self::Article { field, .. } => EditName::Article(*field),
            Self::Show(_) => EditName::Show,
            Self::MoveFirstLine { .. } => EditName::MoveFirstLine,
            Self::Draft(_) => EditName::Draft,
            Self::Fix(_) => EditName::Fix,
            Self::Retext(_) => EditName::Retext,
            Self::Reviewed(_) => EditName::Reviewed,
            Self::All(edits) => edits.first().map_or(EditName::Fix, Self::name),
        }
    }

    /// Returns the text field that the edit types into. Several such edits in a row are undone together.
    pub(in crate::annotate) fn typing(&self) -> Option<String> {
        match self {
            Self::Gist { statement, .. } => Some(format!("gist {}", statement.0)),
            Self::Note { statement, .. } => Some(format!("note {}", statement.0)),
            Self::Article { field, .. } => Some(format!("{field:?}")),
            _ => None,
        }
    }
}
