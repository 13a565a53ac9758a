//! The search index of a dossier: the folded text of each item, the values of each facet, and the
//! sort orders. Built once per dossier.

use super::column::Column;
use super::facet::{Collection, Facet, Sort, Value};
use super::haystack::{Haystacks, Names};
use crate::model::{ActorGroup, ActorIx, Dossier, Statement, pair_key, sorted_positions};

/// The index of a dossier. Use it only with the dossier that it was built from.
#[derive(Debug)]
pub struct Index {
    statements: Listing,
    actors: Listing,
    figures: Listing,
}

/// One collection of the index.
#[derive(Debug)]
pub(super) struct Listing {
    /// The columns, in the order of `Collection::facets`.
    pub columns: Vec<Column>,
    haystacks: Haystacks,
    length: u32,
    /// Positions in the order of the article. Empty if it is the order of the positions.
    article: Vec<u32>,
    /// Positions by the day on which they were said. Empty if the order does not apply.
    said: Vec<u32>,
    /// Positions by the name of the first speaker.
    source: Vec<u32>,
}

impl Index {
    /// Builds the index of a dossier.
    pub fn new(dossier: &Dossier) -> Self {
        let names = Names::new(dossier);
        let ranks = ranks(&names, dossier.actors.len());
        let of_figures =
            || dossier.figures.iter().map(|f| f.statement.map(|ix| &**dossier.statement(ix)));
        let of_statements = || dossier.statements.iter().map(|s| &**s);
        let rank = |actor: ActorIx| u64::from(ranks[actor.index()]);
        let first =
            |s: &Statement| s.speakers.first().map_or(u64::MAX, |speaker| rank(speaker.value));
        let actors = (0..dossier.actors.len()).map(ActorIx::from);
        // In the order of the article, actors are grouped by what they do.
        let groups = actors.map(|actor| ActorGroup::of(dossier, actor) as u64);
        Self {
            statements: Listing {
                columns: columns(dossier, Collection::Statements),
                haystacks: Haystacks::of_statements(dossier, &names),
                article: Vec::new(),
                length: length(&dossier.statements),
                said: sorted_positions(of_statements().map(said_on)),
                source: sorted_positions(of_statements().map(first)),
            },
            actors: Listing {
                columns: columns(dossier, Collection::Actors),
                haystacks: Haystacks::of_actors(dossier, &names),
                article: sorted_positions(groups),
                length: length(&dossier.actors),
                said: Vec::new(),
                source: sorted_positions(ranks.iter().map(|rank| u64::from(*rank))),
            },
            figures: Listing {
                columns: columns(dossier, Collection::Figures),
                haystacks: Haystacks::of_figures(dossier, &names),
                article: Vec::new(),
                length: length(&dossier.figures),
                said: sorted_positions(of_figures().map(|s| s.map_or(u64::MAX, said_on))),
                source: sorted_positions(of_figures().map(|s| s.map_or(u64::MAX, first))),
            },
        }
    }

    /// Returns the values of a facet, in listing order: all values of a closed vocabulary, or else
    /// the values that occur. Empty if the collection does not have the facet.
    pub fn values(&self, collection: Collection, facet: Facet) -> &[Value] {
        self.listing(collection).column(facet).map_or(&[], |column| &column.values)
    }

    /// Returns the number of items with each of these values, in the same order.
    pub fn totals(&self, collection: Collection, facet: Facet) -> &[u32] {
        self.listing(collection).column(facet).map_or(&[], |column| &column.totals)
    }

    pub(super) fn listing(&self, collection: Collection) -> &Listing {
        match collection {
            Collection::Statements => &self.statements,
            Collection::Actors => &self.actors,
            Collection::Figures => &self.figures,
        }
    }
}

impl Listing {
    pub fn column(&self, facet: Facet) -> Option<&Column> {
        self.columns.iter().find(|column| column.facet == facet)
    }

    /// Returns the number of items.
    pub fn len(&self) -> u32 {
        self.length
    }

    /// Returns the folded text of an item.
    pub fn haystack(&self, item: u32) -> &str {
        self.haystacks.of(item as usize)
    }

    /// Returns the position of the item at a place in a sort order.
    pub fn at(&self, sort: Sort, place: u32) -> u32 {
        let order = match sort {
            Sort::Article => &self.article,
            Sort::Said => &self.said,
            Sort::Source => &self.source,
        };
        order.get(place as usize).copied().unwrap_or(place)
    }
}

fn columns(dossier: &Dossier, collection: Collection) -> Vec<Column> {
    collection.facets().iter().map(|facet| Column::new(dossier, collection, *facet)).collect()
}

fn length<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

/// Returns the rank of each actor by folded name. Equal names have equal ranks.
///
/// This is a radix sort with keys of eight bytes, because `sorted_positions` only accepts integers.
fn ranks(names: &Names, actors: usize) -> Vec<u32> {
    let name = |actor: usize| names.actor(ActorIx::from(actor)).lines().next().unwrap_or_default();
    let chunk = |actor: usize, from: usize| {
        let bytes = name(actor).as_bytes().get(from..).unwrap_or_default();
        (0..8).fold(0, |key, at| key << 8 | u64::from(bytes.get(at).copied().unwrap_or_default()))
    };
    let longest = (0..actors).map(|actor| name(actor).len()).max().unwrap_or_default();
    let mut ranks = vec![0; actors];
    // Each pass is stable, so sorting by the last chunk first gives the order by the whole name.
    let mut order: Vec<u32> = (0..).take(actors).collect();
    for from in (0..longest).step_by(8).rev() {
        let keys = order.iter().map(|actor| chunk(*actor as usize, from));
        order = sorted_positions(keys).into_iter().map(|at| order[at as usize]).collect();
    }
    for pair in order.windows(2) {
        let step = u32::from(name(pair[0] as usize) != name(pair[1] as usize));
        ranks[pair[1] as usize] = ranks[pair[0] as usize] + step;
    }
    ranks
}

/// Returns the sort key by first day, then last day. An open end counts as equal to the other end.
/// Undated statements come last.
fn said_on(statement: &Statement) -> u64 {
    let (first, last) = match &statement.said_on {
        Some(when) => (when.first.or(when.last), when.last.or(when.first)),
        None => (None, None),
    };
    first.zip(last).map_or(u64::MAX, |(first, last)| pair_key(first.number(), last.number()))
}
