//! What can be listed, by what it can be narrowed, and how it can be sorted: the names only. Which
//! item carries which value is `column`'s to say.

use crate::model::{
    ActorIx, ActorKind, DateRef, Directness, Dossier, IdentificationKind, Kind, PlaceIx, Role,
    TopicIx, Vocabulary,
};

/// What a page lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Collection {
    /// The statements.
    Statements,
    /// The actors.
    Actors,
    /// The figures.
    Figures,
}

/// A property to narrow a list by. Within a facet values add up, across facets they narrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The speech act of a statement; what an actor is.
    Kind,
    /// Whose statement it is; for a figure also who counted.
    Speaker,
    /// Through whom it reached the article, the outlet aside.
    Via,
    /// The side whose account it is part of.
    Party,
    /// How the source is named.
    Identification,
    /// How much of it is quoted.
    Directness,
    /// What it speaks of.
    Topic,
    /// Which places it speaks of or covers.
    Place,
    /// Which dates it speaks of or covers, or when it was said.
    Date,
    /// Whom it speaks of.
    About,
    /// The part that an actor plays.
    Role,
}

/// The order of a list. One that does not fit a collection leaves it in article order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Sort {
    /// As in the article; actors as the dossier lists them.
    #[default]
    Article,
    /// By the day on which it was said, what is undated last.
    Said,
    /// By the first speaker's name; actors by their own.
    Source,
}

/// A value of a facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Value {
    /// A speech act.
    Kind(Kind),
    /// A way of naming a source.
    Identification(IdentificationKind),
    /// How much is quoted.
    Directness(Directness),
    /// What an actor is.
    ActorKind(ActorKind),
    /// A part that an actor plays.
    Role(Role),
    /// An actor, as speaker, hop, party or subject.
    Actor(ActorIx),
    /// A topic.
    Topic(TopicIx),
    /// A place.
    Place(PlaceIx),
    /// A date, by where it stands first.
    Date(DateRef),
}

impl Collection {
    /// The collection's code, as in addresses and names of files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Statements => "statements",
            Self::Actors => "actors",
            Self::Figures => "figures",
        }
    }

    /// The facets that narrow the collection, in the order in which a page lists them.
    pub const fn facets(self) -> &'static [Facet] {
        use Facet::{
            About, Date, Directness, Identification, Kind, Party, Place, Role, Speaker, Topic, Via,
        };
        match self {
            Self::Statements => {
                &[Topic, Kind, Directness, Speaker, Via, Party, Identification, About, Place, Date]
            }
            Self::Actors => &[Kind, Role, Party],
            Self::Figures => &[Topic, Speaker, Party, Place, Date],
        }
    }

    /// The orders that fit the collection.
    pub const fn sorts(self) -> &'static [Sort] {
        match self {
            Self::Statements | Self::Figures => &[Sort::Article, Sort::Said, Sort::Source],
            Self::Actors => &[Sort::Article, Sort::Source],
        }
    }
}

impl Value {
    /// The value's name in URLs: a code of a closed vocabulary, or an id that the dossier gives.
    pub fn code(self, dossier: &Dossier) -> &str {
        match self {
            Self::Kind(kind) => kind.code(),
            Self::Identification(kind) => kind.code(),
            Self::Directness(directness) => directness.code(),
            Self::ActorKind(kind) => kind.code(),
            Self::Role(role) => role.code(),
            Self::Actor(actor) => dossier.actor(actor).id.as_str(),
            Self::Topic(topic) => dossier.topic(topic).id.as_str(),
            Self::Place(place) => dossier.place(place).id.as_str(),
            Self::Date(at) => &dossier.when(at).edtf,
        }
    }
}

/// The order of `ALL` is that of the keys in a URL; a code is its key.
impl Vocabulary for Facet {
    const ALL: &'static [Self] = &[
        Self::Kind,
        Self::Speaker,
        Self::Via,
        Self::Party,
        Self::Identification,
        Self::Directness,
        Self::Topic,
        Self::Place,
        Self::Date,
        Self::About,
        Self::Role,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Speaker => "speaker",
            Self::Via => "via",
            Self::Party => "party",
            Self::Identification => "identification",
            Self::Directness => "directness",
            Self::Topic => "topic",
            Self::Place => "place",
            Self::Date => "date",
            Self::About => "about",
            Self::Role => "role",
        }
    }
}

impl Vocabulary for Sort {
    const ALL: &'static [Self] = &[Self::Article, Self::Said, Self::Source];

    fn code(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Said => "said",
            Self::Source => "source",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declared_order_is_the_order_of_keys() {
        assert!(Facet::ALL.is_sorted());
        for collection in [Collection::Statements, Collection::Actors, Collection::Figures] {
            let facets = collection.facets();
            assert!(facets.iter().all(|f| Facet::ALL.contains(f)));
            assert!((1..facets.len()).all(|i| !facets[..i].contains(&facets[i])));
        }
    }
}
