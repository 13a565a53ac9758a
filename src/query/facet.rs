//! The collections, facets, facet values and sort orders. `column` knows which items have which
//! values.

use crate::model::{
    ActorIx, ActorKind, DateRef, Directness, Dossier, IdentificationKind, Kind, PlaceIx, Role,
    TopicIx, Vocabulary,
};

/// A collection of items that a page lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Collection {
    /// The statements.
    Statements,
    /// The actors.
    Actors,
    /// The figures.
    Figures,
}

/// A property by which a list can be filtered. An item matches a facet if it has one of the kept
/// values, or nothing is kept, and if it has none of the values that are left out. It has to match
/// all facets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The speech act of a statement, or the kind of an actor.
    Kind,
    /// The speakers, and for a figure also the actor that counted.
    Speaker,
    /// The actors of the chain, without the outlet.
    Via,
    /// The party to whose account it belongs.
    Party,
    /// The way in which the source is named.
    Identification,
    /// The directness: how much of it is quoted.
    Directness,
    /// The topics.
    Topic,
    /// The places that a statement is about or a figure covers.
    Place,
    /// The dates that a statement mentions or on which it was said, or the period of a figure.
    Date,
    /// The actors that it is about.
    About,
    /// The roles of an actor.
    Role,
}

/// The sort order of a list. An order that does not apply to a collection means article order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Sort {
    /// In article order. Actors are in the dossier's order.
    #[default]
    Article,
    /// By the day on which it was said, undated items last.
    Said,
    /// By the name of the first speaker. Actors are sorted by their own name.
    Source,
}

/// A value of a facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Value {
    /// A speech act.
    Kind(Kind),
    /// A way of naming a source.
    Identification(IdentificationKind),
    /// A directness.
    Directness(Directness),
    /// A kind of actor.
    ActorKind(ActorKind),
    /// A role of an actor.
    Role(Role),
    /// Any source that the article does not name. A value of `Facet::Speaker`.
    Unnamed,
    /// An actor, as speaker, hop, party or subject.
    Actor(ActorIx),
    /// A topic.
    Topic(TopicIx),
    /// A place.
    Place(PlaceIx),
    /// A date, by its first use.
    Date(DateRef),
}

impl Collection {
    /// All collections, in the order in which pages and exports list them.
    pub const ALL: [Self; 3] = [Self::Statements, Self::Actors, Self::Figures];

    /// Returns the collection's code, as in URLs and file names.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Statements => "statements",
            Self::Actors => "actors",
            Self::Figures => "figures",
        }
    }

    /// Returns the facets of the collection, in the order in which pages list them.
    pub const fn facets(self) -> &'static [Facet] {
        use Facet::{
            About, Date, Directness, Identification, Kind, Party, Place, Role, Speaker, Topic, Via,
        };
        match self {
            Self::Statements => {
                &[Speaker, Kind, Directness, Topic, Via, Party, Identification, About, Place, Date]
            }
            Self::Actors => &[Kind, Role, Party],
            Self::Figures => &[Speaker, Topic, Party, Place, Date],
        }
    }

    /// Returns the sort orders that apply to the collection.
    pub const fn sorts(self) -> &'static [Sort] {
        match self {
            Self::Statements | Self::Figures => &[Sort::Article, Sort::Said, Sort::Source],
            Self::Actors => &[Sort::Article, Sort::Source],
        }
    }
}

impl Value {
    /// The code of any unnamed source. An id cannot begin with a tilde.
    const UNNAMED: &str = "~unnamed";

    /// Returns the value's code in URLs: the code of a closed vocabulary, or an id or date of the
    /// dossier. Only a date can begin with a minus sign, which is the sign of its year.
    pub fn code(self, dossier: &Dossier) -> &str {
        match self {
            Self::Kind(kind) => kind.code(),
            Self::Identification(kind) => kind.code(),
            Self::Directness(directness) => directness.code(),
            Self::ActorKind(kind) => kind.code(),
            Self::Role(role) => role.code(),
            Self::Unnamed => Self::UNNAMED,
            Self::Actor(actor) => dossier.actor(actor).id.as_str(),
            Self::Topic(topic) => dossier.topic(topic).id.as_str(),
            Self::Place(place) => dossier.place(place).id.as_str(),
            Self::Date(at) => &dossier.when(at).edtf,
        }
    }
}

/// `ALL` has the order of the keys in a URL. The code of a facet is its key.
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
    use crate::model::Slug;

    #[test]
    fn facets_are_declared_in_the_order_of_url_keys() {
        assert!(Facet::ALL.is_sorted());
        for collection in Collection::ALL {
            let facets = collection.facets();
            assert!(facets.iter().all(|f| Facet::ALL.contains(f)));
            assert!((1..facets.len()).all(|i| !facets[..i].contains(&facets[i])));
        }
    }

    #[test]
    fn no_code_but_that_of_a_date_begins_with_a_sign() {
        fn check<T: Vocabulary>() {
            assert!(T::ALL.iter().all(|value| value.code().starts_with(char::is_alphabetic)));
        }
        check::<Kind>();
        check::<IdentificationKind>();
        check::<Directness>();
        check::<ActorKind>();
        check::<Role>();
        assert!(["-a", "--a", "~a", "~unnamed"].iter().all(|id| Slug::new(id).is_err()));
    }
}
