//! The label and the meaning of every value of the closed vocabularies.
//!
//! Never here: the names of filters (`filters`).

use crate::model::{
    ActorKind, Bound, Channel, Directness, HopRole, IdentificationKind, Kind, PartyBasis, Relation,
    RelationKind, Role, Voice,
};

/// A value that pages show under a label, and explain on the about page.
pub trait Label: Copy {
    /// Returns the label. Capitalised, unless it is always part of a longer phrase (`cited by`).
    fn label(self) -> &'static str;
    /// Returns an explanation that completes the label, without a full stop.
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
        Statistic: "Statistic", "gives a number that someone counted or measured";
        Question: "Question", "asks something";
        Announcement: "Announcement", "makes a decision or agreement public";
        Commitment: "Commitment", "commits the speaker to a course of action";
        Proposal: "Proposal", "puts something forward for agreement";
        Recommendation: "Recommendation", "advises someone to do something";
        Demand: "Demand", "says what someone else must do";
        Condition: "Condition", "makes one thing depend on another";
        Accusation: "Accusation",
            "accuses someone of wrongdoing – only where the article’s own verb says so";
        Denial: "Denial", "says that something is not so";
        Rejection: "Rejection", "turns down what someone else puts forward";
        Support: "Expression of support", "backs a person, a plan or what someone else said";
        Evaluation: "Assessment", "judges something";
        DeclinedComment: "Declined to comment", "the source was asked and gave no answer";
        NotClassified: "Not classified", "the annotator did not give the type";
    }
    Directness {
        Direct: "Quoted", "every word is in quotation marks";
        Mixed: "Partly quoted", "some words are in quotation marks; the rest is paraphrased";
        Indirect: "Paraphrased", "no words are in quotation marks";
    }
    IdentificationKind {
        NamedPerson: "Named person", "a person who is named";
        NamedGroup: "Named organisation", "a group or organisation that is named";
        Office: "Office or title", "an office, identified by its title or its holder";
        UnnamedPerson: "Unnamed person", "a person who is not named";
        UnnamedGroup: "Unnamed group", "a group that is not named";
        GenericGroup: "Unspecified group", "a class of sources, none of them named";
        Document: "Document", "a text, such as a report or a written statement";
        Implicit: "Implied, not named", "no source is named; one is implied";
    }
    Channel {
        Interview: "Interview", "said to a journalist in an interview";
        WrittenStatement: "Written statement", "issued in writing";
        PublicRemarks: "Public remarks", "said in public";
        PrivateCommunication: "Private communication", "said or written in private";
        MediaReport: "Media report", "published or broadcast as news";
        PublishedWork: "Published work", "published as a book, paper or report";
        Dataset: "Data set", "taken from a database or another collection of data";
        LegalText: "Legal text", "taken from a law, treaty or judgment";
        SocialPost: "Social post", "posted on a social network";
        NotStated: "Not stated", "the article does not say";
    }
    ActorKind {
        Person: "Person", "an individual";
        State: "State", "a country acting as a state";
        GovernmentBody: "Government body", "a ministry, office or agency of a state";
        Intergovernmental: "Intergovernmental organisation",
            "an organisation whose members are states";
        Ngo: "Non-governmental organisation", "an organisation independent of governments";
        Media: "News organisation", "a newspaper, broadcaster or news agency";
        StateMedia: "State media", "news organisations run by a state";
        ArmedGroup: "Armed group", "an armed force that does not belong to a state";
        PoliticalGroup: "Political group", "a political party, movement or faction";
        Company: "Company", "a business";
        Academic: "Academic", "a university or scholar";
        Community: "Community", "people with something in common, such as where they live";
        Group: "Group of people",
            "people who are described together, such as officials or critics";
        Document: "Document", "a text that is a source itself, such as a report or a letter";
        Other: "Other", "none of the above";
    }
    Role {
        Participant: "Participant", "takes part in what is reported";
        DecisionMaker: "Decision-maker", "makes decisions that are reported";
        Representative: "Representative", "speaks or acts for someone else";
        Mediator: "Mediator", "mediates between the sides";
        Relayer: "Relays others’ words", "passes on what others said";
        Affected: "Affected", "is affected by what is reported";
        Mentioned: "Mentioned only", "is mentioned but has no other role";
    }
    PartyBasis {
        Itself: "a side in its own right", "the actor is the side itself";
        OfficeOf: "office of", "the actor is an office of that side";
        OfficialOf: "official of", "the actor is an official of that side";
        StateRun: "run by", "that side runs the actor";
        Leads: "leads", "the actor leads that side";
        SpeaksFor: "speaks for", "the actor speaks for that side";
        WorksFor: "works for", "the actor works for that side";
        MemberOf: "member of", "the actor is a member of that side";
    }
    HopRole {
        Issued: "issued by", "released the statement";
        Relayed: "cited by", "cited the source";
        Reported: "reported by", "reported what the source said";
    }
    Bound {
        Exact: "Given as exact", "the number as given";
        Approx: "Approximate", "roughly that number";
        AtLeast: "At least", "that number or more";
        AtMost: "At most", "that number or fewer";
        Range: "Range", "a number between two others";
    }
    Voice {
        Reporter: "Reporter’s own words", "the reporter’s own statement, with no source";
        Unclear: "Unclear whose words", "the article doesn’t make clear whose words these are";
    }
    RelationKind {
        Contrasts: "Differs from",
            "they say different things about the same subject; both may be true";
        Answers: "Responds to", "the first responds to the second";
        Elaborates: "Adds detail to", "the first adds detail to the second";
        Repeats: "Repeats", "the first repeats the second";
        MayBeSameAs: "May be the same as",
            "both may come from the same statement or document";
    }
}

/// Returns the heading of a statement of a type: its label, or `Statement` if it is not classified.
pub fn kind_title(kind: Kind) -> &'static str {
    if kind == Kind::NotClassified { "Statement" } else { kind.label() }
}

/// Names a type of statement with a noun, in lower case: `accusation`.
pub fn kind_noun(kind: Kind) -> String {
    match kind {
        // Someone who gave no answer has not refused to give one.
        Kind::DeclinedComment => "no comment".to_owned(),
        Kind::NotClassified => "statement".to_owned(),
        kind => kind.label().to_ascii_lowercase(),
    }
}

/// Describes a relation in a sentence: `Statement 9 differs from statement 7. `
pub fn relation_sentence(relation: &Relation) -> String {
    let (from, to) = (relation.from.index() + 1, relation.to.index() + 1);
    let name = relation.kind.label().to_ascii_lowercase();
    format!("Statement {from} {name} statement {to}. ")
}
