//! Whose account says what on each topic: the statements of a dossier by topic and party.

use super::{ActorIx, Dossier, Statement, StatementIx, TopicIx};

/// The accounts of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accounts {
    /// The parties with a statement, alone or jointly, in the order in which they first speak.
    pub parties: Vec<ActorIx>,
    /// The sources that belong to no party, likewise.
    pub others: Vec<ActorIx>,
    /// What is said on each topic, in the dossier's order; last, where there are any, the statements
    /// on no topic.
    pub rows: Vec<TopicAccounts>,
}

/// What is said on one topic. A statement on several topics stands under each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicAccounts {
    /// The topic; none for the statements that are on no topic.
    pub topic: Option<TopicIx>,
    /// The joint statements, which are nobody's alone.
    pub joint: Vec<StatementIx>,
    /// The statements of each party of `Accounts::parties`.
    pub by_party: Vec<Vec<StatementIx>>,
    /// The statements of each source of `Accounts::others`.
    pub by_other: Vec<Vec<StatementIx>>,
}

impl Accounts {
    /// The accounts of a dossier.
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
        };
        let mut rows: Vec<TopicAccounts> = topics.chain([None]).map(empty).collect();
        for (ix, statement) in dossier.statements.iter().enumerate() {
            let no_topic = statement.topics.is_empty().then_some(rows.len() - 1);
            let topics = statement.topics.iter().map(|topic| topic.value.index());
            for row in topics.chain(no_topic) {
                accounts.place(dossier, statement, ix.into(), &mut rows[row]);
            }
        }
        accounts.rows = rows.into_iter().filter(|row| !row.is_empty()).collect();
        accounts
    }

    fn place(
        &self,
        dossier: &Dossier,
        statement: &Statement,
        ix: StatementIx,
        row: &mut TopicAccounts,
    ) {
        if statement.is_joint() {
            return row.joint.push(ix);
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
    /// The statements of the row, each once, in article order within each column.
    pub fn statements(&self) -> impl Iterator<Item = StatementIx> + '_ {
        let columns = self.by_party.iter().chain(&self.by_other);
        self.joint.iter().chain(columns.flatten()).copied()
    }

    fn is_empty(&self) -> bool {
        self.statements().next().is_none()
    }
}
