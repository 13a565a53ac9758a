//! Dossiers, and the archive of all dossiers of a bundle.

#[cfg(not(reader))]
use super::Correction;
#[cfg(not(reader))]
use super::accounts::most;
use super::{
    Actor, ActorIx, Article, Background, Day, Figure, FigureIx, Lookup, Place, PlaceIx, Relation,
    Slug, Statement, StatementIx, Table, Topic, TopicIx,
};
use serde::{Deserialize, Serialize};
#[cfg(not(reader))]
use std::collections::HashMap;
use std::sync::Arc;

/// One article and its annotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// The id in URLs.
    pub id: Slug,
    /// True if the whole dossier is not finished, so that it is not published.
    pub draft: bool,
    /// The annotator's title. Never cited as the outlet's headline.
    pub title: Box<str>,
    /// The annotator's summary of the dossier in one or two sentences.
    #[serde(skip)]
    pub summary: Option<Box<str>>,
    /// The annotator, date and method.
    pub annotation: Annotation,
    /// The article.
    pub article: Article,
    /// The topics, in listing order.
    pub topics: Vec<Topic>,
    /// The places.
    pub places: Vec<Place>,
    /// The actors.
    pub actors: Vec<Actor>,
    /// The statements, in article order.
    pub statements: Vec<Arc<Statement>>,
    /// The figures, in article order.
    pub figures: Vec<Figure>,
    /// The unattributed words of the article.
    pub background: Vec<Background>,
    /// Relations between statements.
    pub relations: Vec<Relation>,
    /// The corrections after publication, in the author's order. Not in data files, because the
    /// browser does not use them.
    #[cfg(not(reader))]
    #[serde(skip)]
    pub corrections: Vec<Correction>,
    /// Which parts belong together, computed on first use. Change no part after that.
    pub lookup: Lookup,
}

/// The annotator, date, method and contact of an annotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// The annotator's name.
    pub by: Box<str>,
    /// A mail or web address for corrections, if the annotator gave one.
    #[serde(skip)]
    pub contact: Option<Box<str>>,
    /// The day on which the annotation last changed.
    pub date: Day,
    /// How the annotation was made.
    #[serde(skip)]
    pub method: Option<Box<str>>,
}

/// All dossiers of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archive {
    /// The dossiers, at least one, in listing order: newest article first.
    pub dossiers: Vec<Arc<Dossier>>,
}

impl Archive {
    /// Finds a dossier by its id.
    pub fn dossier(&self, id: &str) -> Option<&Arc<Dossier>> {
        self.dossiers.iter().find(|dossier| dossier.id.as_str() == id)
    }
}

impl Dossier {
    /// Returns the statement at a position.
    pub fn statement(&self, ix: StatementIx) -> &Arc<Statement> {
        &self.statements[ix.index()]
    }

    /// Returns the actor at a position.
    pub fn actor(&self, ix: ActorIx) -> &Actor {
        &self.actors[ix.index()]
    }

    /// Returns the figure at a position.
    pub fn figure(&self, ix: FigureIx) -> &Figure {
        &self.figures[ix.index()]
    }

    /// Returns the topic at a position.
    pub fn topic(&self, ix: TopicIx) -> &Topic {
        &self.topics[ix.index()]
    }

    /// Returns the place at a position.
    pub fn place(&self, ix: PlaceIx) -> &Place {
        &self.places[ix.index()]
    }

    /// Finds a statement by its id.
    pub fn find_statement(&self, id: &str) -> Option<StatementIx> {
        #[cfg(not(reader))]
        return self.page_tables().ids[0].get(id).map(|at| StatementIx(*at));
        #[cfg(reader)]
        position(&self.statements, |s| s.id.as_str() == id)
    }

    /// Finds an actor by its id.
    pub fn find_actor(&self, id: &str) -> Option<ActorIx> {
        #[cfg(not(reader))]
        return self.page_tables().ids[1].get(id).map(|at| ActorIx(*at));
        #[cfg(reader)]
        position(&self.actors, |a| a.id.as_str() == id)
    }

    /// Finds a figure by its id.
    pub fn find_figure(&self, id: &str) -> Option<FigureIx> {
        #[cfg(not(reader))]
        return self.page_tables().ids[2].get(id).map(|at| FigureIx(*at));
        #[cfg(reader)]
        position(&self.figures, |f| f.id.as_str() == id)
    }

    /// Finds a topic by its id.
    pub fn find_topic(&self, id: &str) -> Option<TopicIx> {
        position(&self.topics, |topic| topic.id.as_str() == id)
    }

    /// Returns the corrections that concern a statement, latest first.
    #[cfg(not(reader))]
    pub fn corrections_of(&self, statement: StatementIx) -> Vec<&Correction> {
        let tables = self.page_tables();
        let own = tables.corrections.get(statement.index()).iter().chain(&tables.general);
        let mut found: Vec<u32> = own.copied().collect();
        found.sort_unstable();
        found.dedup();
        let mut found: Vec<&Correction> =
            found.into_iter().map(|at| &self.corrections[at as usize]).collect();
        found.sort_by_key(|correction| std::cmp::Reverse(correction.on));
        found
    }

    /// Returns the figures in a statement.
    pub fn figures_of(&self, statement: StatementIx) -> impl Iterator<Item = FigureIx> + '_ {
        self.group(Table::Figures, statement.index()).iter().map(|at| FigureIx(*at))
    }

    /// Returns the party to whose account an actor's statements belong, through any number of
    /// steps: the statements of an official of an office of a state are part of the state's
    /// account.
    pub fn party_of(&self, actor: ActorIx) -> Option<ActorIx> {
        self.tables().sides[actor.index()]
    }

    /// Returns the parties to whose account a statement belongs, each once, in the order of its
    /// speakers.
    pub fn parties_of(&self, statement: StatementIx) -> Vec<ActorIx> {
        self.group(Table::PartiesOf, statement.index()).iter().map(|at| ActorIx(*at)).collect()
    }

    /// Returns the parties with a statement, alone or jointly, each once, in article order.
    pub fn speaking_parties(&self) -> Vec<ActorIx> {
        self.tables().speaking.clone()
    }

    /// Returns the number of parties with a statement, alone or jointly.
    pub fn parties_speaking(&self) -> usize {
        self.tables().speaking.len()
    }

    /// Returns the parties with the most statements, at most so many, in article order.
    #[cfg(not(reader))]
    pub fn first_parties(&self, room: usize) -> Vec<ActorIx> {
        let tables = self.tables();
        most(tables.speaking.clone(), room, |party| {
            self.group(Table::Accounts, party.index()).len()
        })
    }

    /// Returns the parties with a statement on a topic, each once, in article order.
    pub fn parties_on(&self, topic: TopicIx) -> Vec<ActorIx> {
        self.group(Table::PartiesOn, topic.index()).iter().map(|at| ActorIx(*at)).collect()
    }

    /// Returns two parties that speak on a topic, in the order in which pages list the parties:
    /// `wanted` if it is one of them, then those that speak alone before those that speak only
    /// jointly. `None` if fewer than two speak.
    pub fn sides_on(&self, topic: TopicIx, wanted: Option<ActorIx>) -> Option<[ActorIx; 2]> {
        let tables = self.tables();
        let (all, alone) = (
            self.group(Table::PartiesOn, topic.index()),
            self.group(Table::AloneOn, topic.index()),
        );
        let pick = |but| alone.iter().chain(all).copied().find(|party| Some(*party) != but);
        let wanted = wanted.map(|wanted| wanted.0).filter(|wanted| all.contains(wanted));
        let one = wanted.or_else(|| pick(None))?;
        let other = pick(Some(one))?;
        let rank = |party: u32| tables.ranks[party as usize];
        let sides = if rank(one) < rank(other) { [one, other] } else { [other, one] };
        Some(sides.map(ActorIx))
    }

    /// Returns the relations, grouped by the two statements that they relate, in the dossier's
    /// order.
    pub fn related_pairs(&self) -> Vec<Vec<&Relation>> {
        let pair = |pair: &[u32]| pair.iter().map(|at| &self.relations[*at as usize]).collect();
        self.tables().table(Table::Pairs).all().map(pair).collect()
    }

    /// Returns the pairs in which at least one statement is by a party, alone or jointly.
    #[cfg(not(reader))]
    pub fn related_pairs_of(&self, party: ActorIx) -> Vec<Vec<&Relation>> {
        let own = self.statements_of_party(party).flat_map(|ix| self.relations_of(ix));
        let mut own: Vec<u32> = own.copied().collect();
        own.sort_unstable();
        own.dedup();
        let pair = |pair: Vec<u32>| pair.into_iter().map(|at| &self.relations[at as usize]);
        pairs(&self.relations, own).into_iter().map(|own| pair(own).collect()).collect()
    }

    /// Returns the number of joint statements in which a party has a part.
    pub fn joint_statements_of(&self, party: ActorIx) -> usize {
        self.statements_of_party(party).filter(|ix| self.statement(*ix).is_joint()).count()
    }

    /// Returns the statements in which a party has a part, in article order.
    pub fn statements_of_party(&self, party: ActorIx) -> impl Iterator<Item = StatementIx> + '_ {
        self.group(Table::Accounts, party.index()).iter().map(|at| StatementIx(*at))
    }
}

/// Groups relations by the two statements that they relate. They are given by their positions, in
/// ascending order. Within a pair, and among pairs by their first relation, this order is kept.
#[cfg(not(reader))]
pub(super) fn pairs(all: &[Relation], relations: Vec<u32>) -> Vec<Vec<u32>> {
    let mut places: HashMap<[StatementIx; 2], usize> = HashMap::new();
    let mut pairs: Vec<Vec<u32>> = Vec::new();
    for at in relations {
        let Relation { from, to, .. } = all[at as usize];
        let place = *places.entry([from.min(to), from.max(to)]).or_insert(pairs.len());
        if place == pairs.len() {
            pairs.push(Vec::new());
        }
        pairs[place].push(at);
    }
    pairs
}

fn position<T, Ix: From<usize>>(list: &[T], is: impl Fn(&T) -> bool) -> Option<Ix> {
    list.iter().position(is).map(Ix::from)
}
