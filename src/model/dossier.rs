//! Dossiers, and the archive of all dossiers of a bundle.

#[cfg(not(target_arch = "wasm32"))]
use super::Correction;
use super::{
    Actor, ActorIx, Article, Background, Day, Figure, FigureIx, Place, PlaceIx, Relation, Slug,
    Statement, StatementIx, Topic, TopicIx,
};
use serde::{Deserialize, Serialize};
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
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(skip)]
    pub corrections: Vec<Correction>,
}

/// The annotator, date, method and contact of an annotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// The annotator's name.
    pub by: Box<str>,
    /// A mail or web address for corrections, if the annotator gave one.
    pub contact: Option<Box<str>>,
    /// The day on which the annotation last changed.
    pub date: Day,
    /// How the annotation was made.
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
        position(&self.statements, |s| s.id.as_str() == id)
    }

    /// Finds an actor by its id.
    pub fn find_actor(&self, id: &str) -> Option<ActorIx> {
        position(&self.actors, |a| a.id.as_str() == id)
    }

    /// Finds a figure by its id.
    pub fn find_figure(&self, id: &str) -> Option<FigureIx> {
        position(&self.figures, |f| f.id.as_str() == id)
    }

    /// Finds a topic by its id.
    pub fn find_topic(&self, id: &str) -> Option<TopicIx> {
        position(&self.topics, |topic| topic.id.as_str() == id)
    }

    /// Returns the corrections that concern a statement, latest first.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn corrections_of(&self, statement: StatementIx) -> Vec<&Correction> {
        let concern = self.corrections.iter().filter(|correction| correction.concerns(statement));
        let mut found: Vec<&Correction> = concern.collect();
        found.sort_by_key(|correction| std::cmp::Reverse(correction.on));
        found
    }

    /// Returns the figures in a statement.
    pub fn figures_of(&self, statement: StatementIx) -> impl Iterator<Item = FigureIx> + '_ {
        (self.figures.iter().enumerate())
            .filter(move |(_, figure)| figure.statement == Some(statement))
            .map(|(position, _)| position.into())
    }

    /// Returns the party to whose account an actor's statements belong, through any number of
    /// steps: the statements of an official of an office of a state are part of the state's
    /// account.
    pub fn party_of(&self, actor: ActorIx) -> Option<ActorIx> {
        let above = |of: ActorIx| self.actor(of).party.as_ref().map(|party| party.actor);
        let mut party = above(actor)?;
        while let Some(next) = above(party).filter(|next| *next != party) {
            party = next;
        }
        Some(party)
    }

    /// Returns the parties to whose account a statement belongs, each once, in the order of its
    /// speakers.
    pub fn parties_of(&self, statement: &Statement) -> Vec<ActorIx> {
        let speakers = statement.speakers.iter();
        each_once(speakers.filter_map(|speaker| self.party_of(speaker.value)))
    }

    /// Returns the parties with a statement, alone or jointly, each once, in article order.
    pub fn speaking_parties(&self) -> Vec<ActorIx> {
        each_once(self.statements.iter().flat_map(|statement| self.parties_of(statement)))
    }

    /// Returns the parties with a statement on a topic, each once, in article order.
    pub fn parties_on(&self, topic: TopicIx) -> Vec<ActorIx> {
        let on_topic = |statement: &&Arc<Statement>| {
            statement.topics.iter().any(|reading| reading.value == topic)
        };
        let statements = self.statements.iter().filter(on_topic);
        each_once(statements.flat_map(|statement| self.parties_of(statement)))
    }

    /// Returns two parties that speak on a topic, in the order in which pages list the parties:
    /// `wanted` if it is one of them, then those that speak alone before those that speak only
    /// jointly. `None` if fewer than two speak.
    pub fn sides_on(&self, topic: TopicIx, wanted: Option<ActorIx>) -> Option<[ActorIx; 2]> {
        let speaks_alone = |party: ActorIx| {
            self.statements.iter().any(|statement| {
                let is_on_topic = statement.topics.iter().any(|reading| reading.value == topic);
                is_on_topic && !statement.is_joint() && self.parties_of(statement).contains(&party)
            })
        };
        let mut on_topic = self.parties_on(topic);
        let mut pick = || {
            let first = wanted.and_then(|wanted| on_topic.iter().position(|p| *p == wanted));
            let alone = || on_topic.iter().position(|party| speaks_alone(*party));
            let at = first.or_else(alone).unwrap_or_default();
            (at < on_topic.len()).then(|| on_topic.remove(at))
        };
        let (one, other) = (pick()?, pick()?);
        let order = self.speaking_parties();
        let is_first = order.iter().find(|party| [one, other].contains(party)) == Some(&one);
        Some(if is_first { [one, other] } else { [other, one] })
    }

    /// Returns the relations, grouped by the two statements that they relate, in the dossier's
    /// order.
    pub fn related_pairs(&self) -> Vec<Vec<&Relation>> {
        let mut pairs: Vec<Vec<&Relation>> = Vec::new();
        for relation in &self.relations {
            let is_same = |pair: &&mut Vec<&Relation>| {
                pair.iter().any(|other| other.other(relation.from) == Some(relation.to))
            };
            match pairs.iter_mut().find(is_same) {
                Some(pair) => pair.push(relation),
                None => pairs.push(vec![relation]),
            }
        }
        pairs
    }

    /// Returns the number of joint statements in which a party has a part.
    pub fn joint_statements_of(&self, party: ActorIx) -> usize {
        let is_its = |statement: &&Arc<Statement>| {
            statement.is_joint() && self.parties_of(statement).contains(&party)
        };
        self.statements.iter().filter(is_its).count()
    }
}

fn position<T, Ix: From<usize>>(list: &[T], is: impl Fn(&T) -> bool) -> Option<Ix> {
    list.iter().position(is).map(Ix::from)
}

/// Returns the items without repetitions, in order of first appearance.
fn each_once<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for item in items {
        if !found.contains(&item) {
            found.push(item);
        }
    }
    found
}
