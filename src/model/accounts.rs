//! Accounts: the statements of a dossier by topic and party.

use super::{ActorIx, Dossier, Statement, StatementIx, TopicIx};

/// The accounts of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accounts {
    /// The parties with a statement, alone or jointly, in the order of their first statements.
    pub parties: Vec<ActorIx>,
    /// The sources that do not belong to a party, in the same order.
    pub others: Vec<ActorIx>,
    /// The topics with a statement, in the dossier's order, then the statements without a topic.
    pub rows: Vec<TopicAccounts>,
}

/// The statements on one topic. A statement on several topics is listed under each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicAccounts {
    /// The topic. `None` for the statements without a topic.
    pub topic: Option<TopicIx>,
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
        let mut accounts = Self::default();
        for statement in &dossier.statements {
            for speaker in &statement.speakers {
                let (list, actor) = match dossier.party_of(speaker.value) {
                    Some(party) => (&mut accounts.parties, party),
                    None => (&mut accounts.others, speaker.value),
                };
                if !list.contains(&actor) {
                    list.push(actor);
                }
            }
        }
        let topics = (0..dossier.topics.len()).map(|topic| Some(TopicIx::from(topic)));
        let empty = |topic| TopicAccounts {
            topic,
            joint: Vec::new(),
            by_party: vec![Vec::new(); accounts.parties.len()],
            by_other: vec![Vec::new(); accounts.others.len()],
            by_nobody: Vec::new(),
        };
        let mut rows: Vec<TopicAccounts> = topics.chain([None]).map(empty).collect();
        for (ix, statement) in dossier.statements.iter().enumerate() {
            let no_topic = statement.topics.is_empty().then_some(rows.len() - 1);
            let topics = statement.topics.iter().map(|topic| topic.value.index());
            for row in topics.chain(no_topic) {
                accounts.add(dossier, statement, ix.into(), &mut rows[row]);
            }
        }
        accounts.rows = rows.into_iter().filter(|row| !row.is_empty()).collect();
        accounts
    }

    /// Returns the row of the narrowest topic with all of the given statements: the one with the
    /// fewest statements or, of several, the first. A page says once, in this row, what it would
    /// otherwise repeat in each.
    pub fn narrowest(&self, with: &[StatementIx]) -> Option<usize> {
        let has_all =
            |row: &TopicAccounts| with.iter().all(|ix| row.statements().any(|s| s == *ix));
        let rows = self.rows.iter().enumerate().filter(|(_, row)| has_all(row));
        rows.min_by_key(|(_, row)| row.count()).map(|(at, _)| at)
    }

    /// Adds a statement to a row.
    fn add(
        &self,
        dossier: &Dossier,
        statement: &Statement,
        ix: StatementIx,
        row: &mut TopicAccounts,
    ) {
        if statement.is_joint() {
            return row.joint.push(ix);
        }
        if statement.speakers.is_empty() {
            return row.by_nobody.push(ix);
        }
        for speaker in &statement.speakers {
            let cell = match dossier.party_of(speaker.value) {
                Some(party) => {
                    self.parties.iter().position(|p| *p == party).map(|at| &mut row.by_party[at])
                }
                None => {
                    let at = self.others.iter().position(|other| *other == speaker.value);
                    at.map(|at| &mut row.by_other[at])
                }
            };
            cell.into_iter().for_each(|cell| cell.push(ix));
        }
    }
}

impl TopicAccounts {
    /// Returns the statements of the row, in article order within each column. A statement is
    /// repeated if it is in several columns.
    pub fn statements(&self) -> impl Iterator<Item = StatementIx> + '_ {
        let columns = self.by_party.iter().chain(&self.by_other);
        self.joint.iter().chain(columns.flatten()).chain(&self.by_nobody).copied()
    }

    /// Returns the number of statements, each counted once.
    pub fn count(&self) -> usize {
        let mut statements: Vec<StatementIx> = self.statements().collect();
        statements.sort_unstable();
        statements.dedup();
        statements.len()
    }

    /// Returns the joint statements of the row in which a party has a part.
    pub fn joint_with(
        &self,
        dossier: &Dossier,
        party: ActorIx,
    ) -> impl Iterator<Item = StatementIx> {
        let has_part =
            move |ix: &StatementIx| dossier.parties_of(dossier.statement(*ix)).contains(&party);
        self.joint.iter().copied().filter(has_part)
    }

    fn is_empty(&self) -> bool {
        self.statements().next().is_none()
    }
}
