//! A dossier, and the archive of one or more.

#[cfg(not(target_arch = "wasm32"))]
use super::Correction;
use super::{
    Actor, ActorIx, Article, Background, Day, Figure, FigureIx, Place, PlaceIx, Relation, Slug,
    Statement, StatementIx, Topic, TopicIx,
};
#[cfg(not(target_arch = "wasm32"))]
use super::{Basis, Coverage, Known, UnitIx};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// One article with its annotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// The id in URLs.
    pub id: Slug,
    /// The title, by the annotator; never cited as the outlet's.
    pub title: Box<str>,
    /// One or two sentences on the dossier, by the annotator.
    pub summary: Box<str>,
    /// Who annotated, and when.
    pub annotation: Annotation,
    /// The article.
    pub article: Article,
    /// The topics, in the order in which they are listed.
    pub topics: Vec<Topic>,
    /// The places.
    pub places: Vec<Place>,
    /// The actors.
    pub actors: Vec<Actor>,
    /// The statements, in article order.
    pub statements: Vec<Rc<Statement>>,
    /// The figures, in article order.
    pub figures: Vec<Figure>,
    /// The words that no source is given for.
    pub background: Vec<Background>,
    /// Relations between statements.
    pub relations: Vec<Relation>,
    /// What was corrected after publication, in the author's order. Not packed with the dossier, for
    /// the browser would read an empty list: `bundled` carries it beside.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(skip)]
    pub corrections: Vec<Correction>,
}

/// Who annotated, when, and where to write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// The annotator's name.
    pub by: Box<str>,
    /// A mail or web address for corrections, where there is one.
    pub contact: Option<Box<str>>,
    /// The day of the annotation's last change.
    pub date: Day,
    /// How the annotation was made.
    pub method: Box<str>,
}

/// All the dossiers of a bundle, in the order in which they are listed: newest article first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archive {
    /// The dossiers; at least one.
    pub dossiers: Vec<Rc<Dossier>>,
}

impl Archive {
    /// The dossier of an id.
    pub fn dossier(&self, id: &str) -> Option<&Rc<Dossier>> {
        self.dossiers.iter().find(|dossier| dossier.id.as_str() == id)
    }
}

impl Dossier {
    /// The statement at a position.
    pub fn statement(&self, ix: StatementIx) -> &Rc<Statement> {
        &self.statements[ix.index()]
    }

    /// The actor at a position.
    pub fn actor(&self, ix: ActorIx) -> &Actor {
        &self.actors[ix.index()]
    }

    /// The figure at a position.
    pub fn figure(&self, ix: FigureIx) -> &Figure {
        &self.figures[ix.index()]
    }

    /// The topic at a position.
    pub fn topic(&self, ix: TopicIx) -> &Topic {
        &self.topics[ix.index()]
    }

    /// The place at a position.
    pub fn place(&self, ix: PlaceIx) -> &Place {
        &self.places[ix.index()]
    }

    /// The statement of an id.
    pub fn find_statement(&self, id: &str) -> Option<StatementIx> {
        position(&self.statements, |s| s.id.as_str() == id)
    }

    /// The actor of an id.
    pub fn find_actor(&self, id: &str) -> Option<ActorIx> {
        position(&self.actors, |a| a.id.as_str() == id)
    }

    /// The figure of an id.
    pub fn find_figure(&self, id: &str) -> Option<FigureIx> {
        position(&self.figures, |f| f.id.as_str() == id)
    }

    /// The corrections that concern a statement, the latest first.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn corrections_of(&self, statement: StatementIx) -> Vec<&Correction> {
        let concern = self.corrections.iter().filter(|correction| correction.concerns(statement));
        let mut found: Vec<&Correction> = concern.collect();
        found.sort_by_key(|correction| std::cmp::Reverse(correction.on));
        found
    }

    /// The figures that stand in a statement.
    pub fn figures_of(&self, statement: StatementIx) -> impl Iterator<Item = FigureIx> + '_ {
        (self.figures.iter().enumerate())
            .filter(move |(_, figure)| figure.statement == statement)
            .map(|(position, _)| position.into())
    }

    /// The dossier without what only its cards' own pages show: what readings rest on. It is what the
    /// browser loads.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn for_lists(mut self) -> Self {
        self.derive();
        let bare = |basis: &mut Basis| *basis = Basis::default();
        for actor in &mut self.actors {
            bare(&mut actor.name.basis);
            bare(&mut actor.kind.basis);
            actor.aliases.iter_mut().for_each(|alias| bare(&mut alias.basis));
            actor.roles.iter_mut().for_each(|role| bare(&mut role.basis));
            actor.party.iter_mut().for_each(|party| bare(&mut party.basis.basis));
        }
        self.places.iter_mut().for_each(|place| bare(&mut place.name.basis));
        self.topics.iter_mut().for_each(|topic| topic.note = None);
        self.statements.iter_mut().for_each(|s| Rc::make_mut(s).forget_bases());
        for figure in &mut self.figures {
            bare(&mut figure.bound.basis);
            bare(&mut figure.unit.basis);
            figure.counted_by.iter_mut().for_each(|by| bare(&mut by.basis));
            figure.places.iter_mut().for_each(|place| bare(&mut place.basis));
        }
        self.relations.iter_mut().for_each(|relation| relation.basis.evidence.clear());
        #[cfg(not(target_arch = "wasm32"))]
        self.corrections.clear();
        self
    }

    /// Derives what the browser does not.
    #[cfg(not(target_arch = "wasm32"))]
    fn derive(&mut self) {
        let quotations = self.article.quotations();
        let units = (0..).map(UnitIx).take(self.article.units.len());
        let quoted = units.flat_map(|unit| quotations.of(unit).to_vec()).collect();
        self.article.known = Known { quoted, coverage: Coverage::of(self) };
        self.article.quoted_titles.clear();
    }

    /// The party that an actor's statements are part of the account of, in any number of steps: an
    /// official of an office of a state is part of the state's.
    pub fn party_of(&self, actor: ActorIx) -> Option<ActorIx> {
        let above = |of: ActorIx| self.actor(of).party.as_ref().map(|party| party.actor);
        let mut party = above(actor)?;
        while let Some(next) = above(party).filter(|next| *next != party) {
            party = next;
        }
        Some(party)
    }

    /// The parties whose account a statement is part of, each once, in speakers' order.
    pub fn parties_of(&self, statement: &Statement) -> Vec<ActorIx> {
        let mut parties = Vec::new();
        for speaker in &statement.speakers {
            if let Some(party) = self.party_of(speaker.value)
                && !parties.contains(&party)
            {
                parties.push(party);
            }
        }
        parties
    }
}

fn position<T, Ix: From<usize>>(list: &[T], is: impl Fn(&T) -> bool) -> Option<Ix> {
    list.iter().position(is).map(Ix::from)
}
