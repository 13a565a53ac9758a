//! The label of every value of the closed vocabularies, and what it means.

use super::{capital, when_text};
use crate::model::{
    ActorKind, Bound, Channel, Directness, Dossier, HopRole, IdentificationKind, Kind, PartyBasis,
    Relation, RelationKind, Role, Voice,
};
use crate::query::{Collection, Facet, Value};

/// A value with a label for the page and an explanation.
pub trait Label: Copy {
    /// The label, with a capital.
    fn label(self) -> &'static str;
    /// What it means, in a sentence without its full stop.
    fn meaning(self) -> &'static str;
}

macro_rules! labels {
    ($($name:ident { $($value:ident: $label:literal, $meaning:literal;)* })*) => {$(
        impl Label for $name {
            fn label(self) -> &'static str {
                match self { $(Self::$value => $label,)* }
            }

            fn meaning(self) -> &'static str {
                match self { $(Self::$value => $meaning,)* }
            }
        }
    )*};
}

labels! {
    Kind {
        Assertion: "Assertion", "states that something is so";
        Statistic: "Statistic", "states a number that somebody counted or measured";
        Announcement: "Announcement", "makes a decision or an agreement known";
        Commitment: "Commitment", "binds the speaker to a course";
        Proposal: "Proposal", "puts something forward for agreement";
        Demand: "Demand", "says what another must do";
        Condition: "Condition", "makes one thing depend on another";
        Accusation: "Accusation", "charges another with a wrong, in the article’s own verb";
        Denial: "Denial", "says that something is not so";
        Evaluation: "Evaluation", "judges something";
        DeclinedComment: "Declined comment", "was asked and did not answer";
    }
    Directness {
        Direct: "Direct", "every word stands in quotation marks";
        Mixed: "Mixed", "some words stand in quotation marks, the rest are the reporter’s";
        Indirect: "Indirect", "no word stands in quotation marks: the reporter’s words";
    }
    IdentificationKind {
        NamedPerson: "Named person", "a person by name";
        NamedGroup: "Named group", "a group or organisation by name";
        Office: "Office", "an office, by its title or its holder";
        UnnamedPerson: "Unnamed person", "a person without a name";
        UnnamedGroup: "Unnamed group", "a group without a name";
        GenericGroup: "Generic group", "a class of sources, none of them named";
        Document: "Document", "a document";
        Implicit: "Implicit", "nobody is named; the source is to be inferred";
    }
    Channel {
        Interview: "Interview", "said to a journalist in an interview";
        WrittenStatement: "Written statement", "issued in writing";
        PublicRemarks: "Public remarks", "said in public";
        PrivateCommunication: "Private communication", "said or written in private";
        MediaReport: "Media report", "stated in a news report";
        PublishedWork: "Published work", "published as a book, paper or report";
        Dataset: "Data set", "held in a data set";
        LegalText: "Legal text", "stands in a law, treaty or judgment";
        SocialPost: "Social post", "posted on a social network";
        NotStated: "Not stated", "the article does not say";
    }
    ActorKind {
        Person: "Person", "a person";
        State: "State", "a state";
        GovernmentBody: "Government body", "a ministry, office or agency of a state";
        Intergovernmental: "Intergovernmental organisation", "an organisation of states";
        Ngo: "Non-governmental organisation", "an organisation apart from states";
        Media: "News organisation", "a news organisation";
        StateMedia: "State media", "news organisations run by a state";
        ArmedGroup: "Armed group", "an armed group";
        PoliticalGroup: "Political group", "a political group";
        Company: "Company", "a company";
        Academic: "Academic", "a university or scholar";
        Community: "Community", "a community of people";
        Other: "Other", "anything else";
    }
    Role {
        Participant: "Takes part", "takes part in what is reported";
        DecisionMaker: "Decides", "decides";
        Representative: "Represents", "speaks or acts for another";
        Mediator: "Mediates", "stands between the parties";
        Relayer: "Relays", "passes on what others said";
        Affected: "Affected", "is affected by what is reported";
        Mentioned: "Mentioned", "is only mentioned";
    }
    PartyBasis {
        Itself: "is the party", "it is the party itself";
        OfficeOf: "office of", "it is an office of the party";
        OfficialOf: "official of", "it is an official of the party";
        StateRun: "run by", "the party runs it";
        MemberOf: "member of", "it is a member of the party";
    }
    HopRole {
        Issued: "issued by", "released the statement";
        Relayed: "relayed by", "cited the statement";
        Reported: "reported by", "reported the statement";
    }
    Bound {
        Exact: "Exact, as stated", "the number as stated";
        Approx: "About this number", "about that number";
        AtLeast: "At least", "that number or more";
        AtMost: "At most", "that number or less";
        Range: "Range", "between two numbers";
    }
    Voice {
        Reporter: "The reporter’s voice", "the reporter says so, without a source";
        Unclear: "Whose voice is open", "the article leaves open whose words these are";
    }
    RelationKind {
        Contrasts: "Contrasts with", "they tell different things of one subject; both may hold";
        Answers: "Answers", "the first answers the second";
        Elaborates: "Says more on", "the first says more of what the second says";
        Repeats: "Repeats", "the first says the second again";
        MayBeSameAs: "May report the same statement as", "both may come from one statement or document";
    }
}

/// How a relation reads from one of its statements: forwards from the first, backwards else.
pub fn relation_text(kind: RelationKind, forwards: bool) -> &'static str {
    match (kind, forwards) {
        (RelationKind::Answers, false) => "Is answered by",
        (RelationKind::Elaborates, false) => "More is said in",
        (RelationKind::Repeats, false) => "Is repeated in",
        (kind, _) => kind.label(),
    }
}

/// A relation told outright: `Statement 9 contrasts with statement 7. `
pub fn relation_sentence(relation: &Relation) -> String {
    let (from, to) = (relation.from.index() + 1, relation.to.index() + 1);
    let name = relation.kind.label().to_ascii_lowercase();
    format!("Statement {from} {name} statement {to}. ")
}

/// The heading of a facet.
pub fn facet_label(collection: Collection, facet: Facet) -> &'static str {
    match (collection, facet) {
        (Collection::Actors, Facet::Kind) => "What it is",
        (_, Facet::Kind) => "Kind",
        (_, Facet::Speaker) => "Source",
        (_, Facet::Via) => "Relayed or issued by",
        (_, Facet::Party) => "Account of",
        (_, Facet::Identification) => "How the source is named",
        (_, Facet::Directness) => "Wording",
        (_, Facet::Topic) => "Topic",
        (_, Facet::Place) => "Place",
        (Collection::Figures, Facet::Date) => "Period",
        (_, Facet::Date) => "Date",
        (_, Facet::About) => "Speaks of",
        (_, Facet::Role) => "Part in the article",
    }
}

/// The label of a facet's value.
pub fn value_label(dossier: &Dossier, value: Value) -> String {
    let label = match value {
        Value::Kind(kind) => kind.label(),
        Value::Identification(kind) => kind.label(),
        Value::Directness(directness) => directness.label(),
        Value::ActorKind(kind) => kind.label(),
        Value::Role(role) => role.label(),
        Value::Actor(actor) => &dossier.actor(actor).name.value,
        Value::Topic(topic) => &dossier.topic(topic).label,
        Value::Place(place) => &dossier.place(place).name.value,
        Value::Date(at) => return capital(&when_text(dossier.when(at))),
    };
    label.to_owned()
}
