//! Accounts: the statements of a dossier by topic and party.

use super::{ActorIx, Dossier, Statement, StatementIx, TopicIx};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Maximum number of parties and other sources with a column of their own. A table cannot show more,
/// and would grow with their number times that of the topics.
pub const MAX_COLUMNS: usize = 24;

/// The accounts of a dossier, or of one party.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accounts {
    /// The party whose account it is. `None` for the accounts of all.
    pub of: Option<ActorIx>,
    /// The parties with a statement, alone or jointly, in the order of their first statements: at
    /// most [`MAX_COLUMNS`], those with the most statements.
    pub parties: Vec<ActorIx>,
    /// The sources that do not belong to a party, in the same order, as far as there is room.
    pub others: Vec<ActorIx>,
    /// Number of parties without a column.
    pub more_parties: usize,
    /// Number of other sources without a column.
    pub more_others: usize,
    /// The topics with a statement, in the dossier's order, then the statements without a topic.
    pub rows: Vec<TopicAccounts>,
    /// The position of each topic in `rows`, the statements without a topic last.
    places: HashMap<Option<TopicIx>, usize>,
}

/// The statements on one topic. A statement on several topics is listed under each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicAccounts {
    /// The topic. `None` for the statements without a topic.
    pub topic: Option<TopicIx>,
    /// The number of statements on it, with a column or not.
    pub total: usize,
    /// The joint statements, which are not listed by party.
    pub joint: Vec<StatementIx>,
    /// The statements of each party of `Accounts::parties`.
    pub by_party: Vec<Vec<StatementIx>>,
    /// The statements of each source of `Accounts::others`.
    pub by_other: Vec<Vec<StatementIx>>,
    /// The statements whose speaker the article leaves unknown.
    pub by_nobody: Vec<StatementIx>,
}

impl Accounts {
    /// Sorts the statements of a dossier into accounts.
    pub fn of(dossier: &Dossier) -> Self {
        let parties = dossier.first_parties(MAX_COLUMNS);
        let mut others = Vec::new();
        let mut is_known = vec![false; dossier.actors.len()];
        for speaker in dossier.statements.iter().flat_map(|statement| &statement.speakers) {
            let actor = speaker.value;
            if dossier.party_of(actor).is_none() && !is_known[actor.index()] {
                is_known[actor.index()] = true;
                others.push(actor);
            }
        }
        let (all_parties, all_others) = (dossier.parties_speaking(), others.len());
        let room = MAX_COLUMNS - parties.len();
        let others = most(others, room, |other| dossier.statements_by(other).len());
        let mut accounts = Self {
            more_parties: all_parties - parties.len(),
            more_others: all_others - others.len(),
            parties,
            others,
            ..Self::default()
        };
        let all = (0..dossier.statements.len()).map(StatementIx::from);
        accounts.fill(dossier, all);
        accounts
    }

    /// Sorts the statements of one party into its account: those that it makes alone, and the joint
    /// ones in which it has a part.
    pub fn of_party(dossier: &Dossier, party: ActorIx) -> Self {
        let mut accounts = Self { of: Some(party), parties: vec![party], ..Self::default() };
        accounts.fill(dossier, dossier.statements_of_party(party));
        accounts
    }

    /// Returns the row of the narrowest topic with all of the given statements: the one with the
    /// fewest statements or, of several, the first. A page says once, in this row, what it would
    /// otherwise repeat in each.
    pub fn narrowest(&self, dossier: &Dossier, with: &[StatementIx]) -> Option<usize> {
        let (first, rest) = with.split_first()?;
        let topics = topics_of(dossier.statement(*first));
        let has = |statement: &StatementIx, topic: Option<TopicIx>| {
            topics_of(dossier.statement(*statement)).any(|other| other == topic)
        };
        topics
            .filter(|topic| rest.iter().all(|statement| has(statement, *topic)))
            .filter_map(|topic| Some((self.count(dossier, topic), *self.places.get(&topic)?)))
            .min()
            .map(|(_, at)| at)
    }

    /// Returns the number of statements on a topic, in this account or not.
    fn count(&self, dossier: &Dossier, topic: Option<TopicIx>) -> usize {
        // Statements without a topic are in no other row.
        topic.map_or(0, |topic| dossier.statements_on(topic).len())
    }

    /// Adds statements to the rows of their topics.
    fn fill(&mut self, dossier: &Dossier, statements: impl Iterator<Item = StatementIx>) {
        let statements: Vec<StatementIx> = statements.collect();
        let mut topics: Vec<Option<TopicIx>> =
            statements.iter().flat_map(|ix| topics_of(dossier.statement(*ix))).collect();
        topics.sort_unstable_by_key(|topic| (topic.is_none(), *topic));
        topics.dedup();
        let empty = |topic| TopicAccounts {
            topic,
            total: 0,
            joint: Vec::new(),
            by_party: vec![Vec::new(); self.parties.len()],
            by_other: vec![Vec::new(); self.others.len()],
            by_nobody: Vec::new(),
        };
        self.rows = topics.iter().copied().map(empty).collect();
        self.places = topics.into_iter().zip(0..).collect();
        let parties: HashMap<ActorIx, usize> = self.parties.iter().copied().zip(0..).collect();
        let others: HashMap<ActorIx, usize> = self.others.iter().copied().zip(0..).collect();
        for ix in statements {
            let statement = dossier.statement(ix);
            for topic in topics_of(statement) {
                let row = &mut self.rows[self.places[&topic]];
                row.total += 1;
                if statement.is_joint() {
                    row.joint.push(ix);
                    continue;
                }
                if statement.speakers.is_empty() {
                    row.by_nobody.push(ix);
                    continue;
                }
                for speaker in &statement.speakers {
                    let cell = match dossier.party_of(speaker.value) {
                        Some(party) => parties.get(&party).map(|at| &mut row.by_party[*at]),
                        None => others.get(&speaker.value).map(|at| &mut row.by_other[*at]),
                    };
                    cell.into_iter().for_each(|cell| cell.push(ix));
                }
            }
        }
    }
}

/// Returns the topics of a statement; `None` for a statement without any.
fn topics_of(statement: &Statement) -> impl Iterator<Item = Option<TopicIx>> + '_ {
    let none = statement.topics.is_empty().then_some(None);
    statement.topics.iter().map(|topic| Some(topic.value)).chain(none)
}

/// Returns the actors with the most statements, at most `room`, in the order given.
pub(super) fn most(
    actors: Vec<ActorIx>,
    room: usize,
    count: impl Fn(ActorIx) -> usize,
) -> Vec<ActorIx> {
    if actors.len() <= room {
        return actors;
    }
    let mut order: Vec<usize> = (0..actors.len()).collect();
    order.sort_by_key(|at| Reverse(count(actors[*at])));
    order.truncate(room);
    order.sort_unstable();
    order.into_iter().map(|at| actors[at]).collect()
}

impl TopicAccounts {
    /// Returns the statements of the row, in article order within each column. A statement is
    /// repeated if it is in several columns.
    pub fn statements(&self) -> impl Iterator<Item = StatementIx> + '_ {
        let columns = self.by_party.iter().chain(&self.by_other);
        self.joint.iter().chain(columns.flatten()).chain(&self.by_nobody).copied()
    }

    /// Returns the joint statements of the row in which a party has a part.
    pub fn joint_with(
        &self,
        dossier: &Dossier,
        party: ActorIx,
    ) -> impl Iterator<Item = StatementIx> {
        let has_part = move |ix: &StatementIx| {
            let mut speakers = dossier.statement(*ix).speakers.iter();
            speakers.any(|speaker| dossier.party_of(speaker.value) == Some(party))
        };
        self.joint.iter().copied().filter(has_part)
    }
}
