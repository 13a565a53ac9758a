//! Which parts of a dossier belong together: the statements of an actor or a topic, the figures of a
//! statement, the side of an actor. Computed once for each dossier, so that what is derived for one
//! item does not search all others: that would take time with the square of the dossier's size.
//!
//! The command computes the tables (`derive`) and packs them into data files. The app only reads them,
//! because the code that computes them is larger.

#[cfg(not(reader))]
mod derive;
#[cfg(not(reader))]
mod pages;

#[cfg(not(reader))]
pub use derive::Lookup;

use super::groups::Groups;
use super::marks::Marks;
use super::{ActorIx, Cover, Dated, Dossier, FigureIx, Piece, Span, StatementIx, TopicIx, Wording};
use serde::{Deserialize, Serialize};

/// The tables of a dossier, read from its data file.
#[cfg(reader)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lookup {
    tables: Tables,
    words: Words,
    marks: Marks,
}

#[cfg(reader)]
impl Lookup {
    fn tables(&self, _: &Dossier) -> &Tables {
        &self.tables
    }

    fn words(&self, _: &Dossier) -> &Words {
        &self.words
    }

    fn marks(&self, _: &Dossier) -> &Marks {
        &self.marks
    }
}

/// The parts of a dossier by what they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tables {
    /// For each actor, the party to whose account its statements belong.
    pub sides: Vec<Option<ActorIx>>,
    /// The groups of each table, in the order of `Table`. One list, because the app would need code to
    /// read each field.
    groups: Vec<Groups>,
    /// The parties with a statement, in article order.
    pub speaking: Vec<ActorIx>,
    /// For each actor, its position in `speaking`.
    pub ranks: Vec<u32>,
    /// The words whose voice is unclear.
    pub unclear: Cover,
}

/// A table of positions in groups.
#[derive(Debug, Clone, Copy)]
pub(super) enum Table {
    /// For each actor, the statements that it makes.
    By,
    /// For each actor, the statements that it passes on.
    Via,
    /// For each actor, the statements about it.
    About,
    /// For each topic, its statements.
    OnTopic,
    /// For each statement, its figures.
    Figures,
    /// For each statement, the relations that it is part of.
    Relations,
    /// The relations by the two statements that they relate.
    Pairs,
    /// For each party, the statements in which it has a part, alone or jointly.
    Accounts,
    /// For each statement, the parties that have a part in it, in the order of its speakers.
    PartiesOf,
    /// For each topic, the parties with a statement on it, in article order.
    PartiesOn,
    /// For each topic, the parties that speak alone on it, in article order.
    AloneOn,
}

impl Table {
    #[cfg(not(reader))]
    const ALL: [Self; 11] = [
        Self::By,
        Self::Via,
        Self::About,
        Self::OnTopic,
        Self::Figures,
        Self::Relations,
        Self::Pairs,
        Self::Accounts,
        Self::PartiesOf,
        Self::PartiesOn,
        Self::AloneOn,
    ];
}

impl Tables {
    /// Returns the groups of a table.
    pub fn table(&self, table: Table) -> &Groups {
        &self.groups[table as usize]
    }
}

/// What is derived from the words of statements and figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Words {
    /// For each statement, how much of it is quoted.
    pub wordings: Vec<Wording>,
    /// For each statement, the pieces that its card shows.
    pub snippets: Vec<Vec<Piece>>,
    /// For each figure, the sentence around its number.
    pub sentences: Vec<Span>,
    /// The dates, in chronological order.
    pub dates: Vec<Dated>,
}

impl Dossier {
    pub(super) fn tables(&self) -> &Tables {
        self.lookup.tables(self)
    }

    /// Returns the positions in a group of a table.
    pub(super) fn group(&self, table: Table, group: usize) -> &[u32] {
        self.tables().table(table).get(group)
    }

    /// Returns the wording of a statement's content.
    pub fn wording(&self, statement: StatementIx) -> &Wording {
        &self.lookup.words(self).wordings[statement.index()]
    }

    /// Returns the snippet that a statement's card shows.
    pub fn snippet(&self, statement: StatementIx) -> &[Piece] {
        &self.lookup.words(self).snippets[statement.index()]
    }

    /// Returns the dates in chronological order.
    pub fn dates(&self) -> &[Dated] {
        &self.lookup.words(self).dates
    }

    pub(super) fn marks(&self) -> &Marks {
        self.lookup.marks(self)
    }

    /// Returns the sentence around a figure's number.
    pub fn sentence_of(&self, figure: FigureIx) -> Span {
        self.lookup.words(self).sentences[figure.index()]
    }

    /// Returns the statements on a topic, in article order, as their positions.
    pub fn statements_on(&self, topic: TopicIx) -> &[u32] {
        self.group(Table::OnTopic, topic.index())
    }

    /// Returns the statements that an actor makes, in article order, as their positions.
    pub fn statements_by(&self, actor: ActorIx) -> &[u32] {
        self.group(Table::By, actor.index())
    }

    /// Returns the statements that an actor passes on, in article order, as their positions.
    pub fn statements_via(&self, actor: ActorIx) -> &[u32] {
        self.group(Table::Via, actor.index())
    }

    /// Returns the statements about an actor, in article order, as their positions.
    pub fn statements_about(&self, actor: ActorIx) -> &[u32] {
        self.group(Table::About, actor.index())
    }

    /// Returns the relations that a statement is part of, as their positions: in the dossier's order, but
    /// those to the same statement together, at the place of the first.
    pub fn relations_of(&self, statement: StatementIx) -> &[u32] {
        self.group(Table::Relations, statement.index())
    }
}
