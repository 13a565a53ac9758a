//! Computing the tables of a dossier.

use super::pages::PageTables;
use super::{Table, Tables, Words};
use crate::model::dossier::pairs;
use crate::model::groups::Groups;
use crate::model::marks::Marks;
use crate::model::snippet::{sentence, snippet};
use crate::model::{ActorIx, ContentReader, Cover, Dossier, Figure, Statement, StatementIx, dates};
use serde::ser::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::OnceLock;

/// The tables of a dossier, computed on first use. A clone starts empty, because it may be changed.
/// Two dossiers are equal whether or not their tables are computed.
#[derive(Debug, Default)]
pub struct Lookup {
    tables: OnceLock<Box<Tables>>,
    words: OnceLock<Box<Words>>,
    marks: OnceLock<Box<Marks>>,
    pages: OnceLock<Box<PageTables>>,
}

impl Clone for Lookup {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Lookup {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Lookup {}

/// Writes what the app reads, which must be computed before.
impl Serialize for Lookup {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let computed = self.tables.get().zip(self.words.get()).zip(self.marks.get());
        let computed = computed.ok_or_else(|| S::Error::custom("the tables are not computed"))?;
        computed.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Lookup {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        type All = ((Box<Tables>, Box<Words>), Box<Marks>);
        let ((tables, words), marks) = All::deserialize(deserializer)?;
        Ok(Self {
            tables: OnceLock::from(tables),
            words: OnceLock::from(words),
            marks: OnceLock::from(marks),
            pages: OnceLock::new(),
        })
    }
}

impl Lookup {
    /// Returns the tables of a dossier, which must always be the same.
    pub(super) fn tables(&self, dossier: &Dossier) -> &Tables {
        self.tables.get_or_init(|| Box::new(Tables::of(dossier)))
    }

    /// Returns what is derived from the words of the same dossier.
    pub(super) fn words(&self, dossier: &Dossier) -> &Words {
        self.words.get_or_init(|| Box::new(Words::of(dossier)))
    }

    /// Returns what is marked in the text of the same dossier.
    pub(super) fn marks(&self, dossier: &Dossier) -> &Marks {
        self.marks.get_or_init(|| Box::new(Marks::of(dossier)))
    }

    /// Returns the tables of the same dossier that only static pages use.
    pub(super) fn pages(&self, dossier: &Dossier) -> &PageTables {
        self.pages.get_or_init(|| Box::new(PageTables::of(dossier)))
    }
}

impl Dossier {
    /// Computes what the app only reads, so that it can be packed.
    pub fn compute_for_app(&self) {
        self.lookup.tables(self);
        self.lookup.words(self);
        self.lookup.marks(self);
    }
}

impl Words {
    fn of(dossier: &Dossier) -> Self {
        let quotations = dossier.article.quotations();
        let reader = ContentReader::new(&dossier.article, &quotations);
        let statements = (0..dossier.statements.len()).map(StatementIx::from);
        let sentence = |figure: &Figure| sentence(dossier, figure.words);
        Self {
            wordings: dossier.statements.iter().map(|s| reader.of(&s.content)).collect(),
            snippets: statements.map(|ix| snippet(dossier, ix)).collect(),
            sentences: dossier.figures.iter().map(sentence).collect(),
            dates: dates(dossier),
        }
    }
}

/// Calls a function with the number of each group that a statement belongs to.
type Values<'v> = &'v dyn Fn(&Statement, &mut dyn FnMut(u32));

impl Tables {
    fn of(dossier: &Dossier) -> Self {
        let (actors, statements) = (dossier.actors.len(), dossier.statements.len());
        let of_statements = |groups, values: Values<'_>| {
            let mut pairs = Vec::new();
            for (ix, statement) in (0..).zip(&dossier.statements) {
                values(statement, &mut |value| pairs.push((value, ix)));
            }
            Groups::of(groups, &pairs)
        };
        let figures = (0..).zip(&dossier.figures);
        let figures = figures.filter_map(|(ix, figure)| Some((figure.statement?.0, ix)));
        let figures: Vec<(u32, u32)> = figures.collect();
        let sides = sides(dossier);
        // Each party of each statement once, in article order.
        let mut accounts: Vec<(u32, u32)> = Vec::new();
        let mut last = vec![u32::MAX; actors];
        for (ix, statement) in (0..).zip(&dossier.statements) {
            for party in statement.speakers.iter().filter_map(|by| sides[by.value.index()]) {
                if last[party.index()] != ix {
                    last[party.index()] = ix;
                    accounts.push((party.0, ix));
                }
            }
        }
        let mut speaking = Vec::new();
        let mut ranks = vec![u32::MAX; actors];
        for (party, _) in &accounts {
            let rank = &mut ranks[*party as usize];
            if *rank == u32::MAX {
                *rank = u32::try_from(speaking.len()).unwrap_or(u32::MAX);
                speaking.push(ActorIx(*party));
            }
        }
        let on_topic = of_statements(dossier.topics.len(), &|s, add| {
            s.topics.iter().for_each(|topic| add(topic.value.0));
        });
        let parties = |is_counted: &dyn Fn(&Statement) -> bool| {
            let mut pairs = Vec::new();
            let mut last = vec![u32::MAX; actors];
            for topic in 0..dossier.topics.len() {
                let number = u32::try_from(topic).unwrap_or(u32::MAX);
                let here = on_topic.get(topic).iter().map(|ix| &dossier.statements[*ix as usize]);
                for speaker in here.filter(|s| is_counted(s)).flat_map(|s| &s.speakers) {
                    let Some(party) = sides[speaker.value.index()] else { continue };
                    if last[party.index()] != number {
                        last[party.index()] = number;
                        pairs.push((number, party.0));
                    }
                }
            }
            Groups::of(dossier.topics.len(), &pairs)
        };
        let groups_of = |table| match table {
            Table::By => {
                of_statements(actors, &|s, add| s.speakers.iter().for_each(|by| add(by.value.0)))
            }
            Table::Via => {
                of_statements(actors, &|s, add| s.via.iter().for_each(|hop| add(hop.actor.0)))
            }
            Table::About => {
                of_statements(actors, &|s, add| s.about.iter().for_each(|of| add(of.value.0)))
            }
            Table::OnTopic => on_topic.clone(),
            Table::Figures => Groups::of(statements, &figures),
            Table::Relations => relations(dossier),
            Table::Pairs => related_pairs(dossier),
            Table::Accounts => Groups::of(actors, &accounts),
            Table::PartiesOf => {
                let swapped = accounts.iter().map(|(party, ix)| (*ix, *party));
                Groups::of(statements, &swapped.collect::<Vec<_>>())
            }
            Table::PartiesOn => parties(&|_| true),
            Table::AloneOn => parties(&|statement| !statement.is_joint()),
        };
        let groups = Table::ALL.map(groups_of).into();
        Self { unclear: Cover::of_unclear(&dossier.background), groups, speaking, ranks, sides }
    }
}

/// Groups the relations by the two statements that they relate.
fn related_pairs(dossier: &Dossier) -> Groups {
    let pairs = pairs(&dossier.relations, (0..).take(dossier.relations.len()).collect());
    let numbered = (0..).zip(&pairs).flat_map(|(pair, all)| all.iter().map(move |at| (pair, *at)));
    Groups::of(pairs.len(), &numbered.collect::<Vec<_>>())
}

/// Returns the relations of each statement. Those to the same statement are together.
fn relations(dossier: &Dossier) -> Groups {
    let pairs = related_pairs(dossier);
    let ends = |at: &u32| {
        let relation = &dossier.relations[*at as usize];
        [(relation.from.0, *at), (relation.to.0, *at)]
    };
    let ends: Vec<(u32, u32)> = pairs.all().flatten().flat_map(ends).collect();
    Groups::of(dossier.statements.len(), &ends)
}

/// Follows the parties of each actor to the one that is its own party. Each is followed once.
fn sides(dossier: &Dossier) -> Vec<Option<ActorIx>> {
    let above = |of: ActorIx| dossier.actor(of).party.as_ref().map(|party| party.actor);
    let mut sides: Vec<Option<ActorIx>> = vec![None; dossier.actors.len()];
    let mut followed = Vec::new();
    for actor in (0..sides.len()).map(ActorIx::from) {
        let mut at = actor;
        let side = loop {
            followed.push(at);
            match above(at) {
                Some(next) if next == at => break Some(at),
                // The one that the chain has led to so far, if a party has no party itself.
                None => break (at != actor).then_some(at),
                Some(next) if sides[next.index()].is_some() => break sides[next.index()],
                Some(next) => at = next,
            }
        };
        for actor in followed.drain(..) {
            if above(actor).is_some() {
                sides[actor.index()] = side;
            }
        }
    }
    sides
}
