//! The closed vocabularies. Each value has one code, which JSON, URLs and exports share.

use serde::{Deserialize, Serialize};

/// A closed vocabulary: a list of values with a code each.
pub trait Vocabulary: Copy + Eq + 'static {
    /// All values, in the order in which pages list them.
    const ALL: &'static [Self];

    /// Returns the value's code, in lower case with underscores between words.
    fn code(self) -> &'static str;

    /// Finds the value with a code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == code)
    }
}

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $value:ident = $code:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $code)] $value,)*
        }

        impl Vocabulary for $name {
            const ALL: &'static [Self] = &[$(Self::$value,)*];

            fn code(self) -> &'static str {
                match self { $(Self::$value => $code,)* }
            }
        }
    )*};
}

vocabulary! {
    /// The speech act that a statement performs.
    Kind {
        /// States that something is the case.
        Assertion = "assertion",
        /// States a number that somebody counted or measured.
        Statistic = "statistic",
        /// Asks something.
        Question = "question",
        /// Makes a decision or agreement public.
        Announcement = "announcement",
        /// Commits the speaker to a course of action.
        Commitment = "commitment",
        /// Puts something forward for agreement.
        Proposal = "proposal",
        /// Advises somebody to do something.
        Recommendation = "recommendation",
        /// Says what somebody else must do.
        Demand = "demand",
        /// Makes one thing depend on another.
        Condition = "condition",
        /// Accuses somebody of wrongdoing. Used only if the cue is a verb of accusation.
        Accusation = "accusation",
        /// Denies that something is the case.
        Denial = "denial",
        /// Turns down what somebody else puts forward.
        Rejection = "rejection",
        /// Backs a person, a plan or what somebody else said.
        Support = "support",
        /// Expresses a judgement.
        Evaluation = "evaluation",
        /// Was asked for comment and gave none.
        DeclinedComment = "declined_comment",
        /// The annotator did not say.
        NotClassified = "not_classified",
    }

    /// The channel by which the words became public.
    Channel {
        /// Said to a journalist in an interview.
        Interview = "interview",
        /// Issued in writing.
        WrittenStatement = "written_statement",
        /// Said in public.
        PublicRemarks = "public_remarks",
        /// Said or written in private.
        PrivateCommunication = "private_communication",
        /// Stated in a news report.
        MediaReport = "media_report",
        /// Published as a book, paper or report.
        PublishedWork = "published_work",
        /// Contained in a data set.
        Dataset = "dataset",
        /// Contained in a law, treaty or judgment.
        LegalText = "legal_text",
        /// Posted on a social network.
        SocialPost = "social_post",
        /// The article does not say.
        NotStated = "not_stated",
    }

    /// The way in which the article names the source of a statement.
    IdentificationKind {
        /// A person by name.
        NamedPerson = "named_person",
        /// A group or organisation by name.
        NamedGroup = "named_group",
        /// An office, by its title or its holder.
        Office = "office",
        /// A person without a name.
        UnnamedPerson = "unnamed_person",
        /// A group without a name.
        UnnamedGroup = "unnamed_group",
        /// A class of sources ("Syrian state media").
        GenericGroup = "generic_group",
        /// A document.
        Document = "document",
        /// Not named. The source must be inferred.
        Implicit = "implicit",
    }

    /// The kind of an actor.
    ActorKind {
        /// A person.
        Person = "person",
        /// A state.
        State = "state",
        /// A ministry, office or agency of a state.
        GovernmentBody = "government_body",
        /// An organisation of states.
        Intergovernmental = "intergovernmental",
        /// A non-governmental organisation.
        Ngo = "ngo",
        /// A news organisation.
        Media = "media",
        /// News organisations run by a state.
        StateMedia = "state_media",
        /// An armed group.
        ArmedGroup = "armed_group",
        /// A political group.
        PoliticalGroup = "political_group",
        /// A company.
        Company = "company",
        /// A university or scholar.
        Academic = "academic",
        /// A community of people.
        Community = "community",
        /// Persons who are described together ("officials", "critics").
        Group = "group",
        /// A text that is a source itself.
        Document = "document",
        /// Anything else.
        Other = "other",
    }

    /// The role of an actor in the article.
    Role {
        /// Takes part in the reported events.
        Participant = "participant",
        /// Makes decisions.
        DecisionMaker = "decision_maker",
        /// Speaks or acts for another.
        Representative = "representative",
        /// Mediates between the parties.
        Mediator = "mediator",
        /// Passes on what others said.
        Relayer = "relayer",
        /// Is affected by the reported events.
        Affected = "affected",
        /// Is only mentioned.
        Mentioned = "mentioned",
    }

    /// The reason that an actor's statements belong to a party's account.
    PartyBasis {
        /// It is the party.
        Itself = "self",
        /// It is an office of the party.
        OfficeOf = "office_of",
        /// It is an official of the party.
        OfficialOf = "official_of",
        /// The party runs it.
        StateRun = "state_run",
        /// It leads the party.
        Leads = "leads",
        /// It speaks for the party.
        SpeaksFor = "speaks_for",
        /// It works for the party.
        WorksFor = "works_for",
        /// It is a member of the party.
        MemberOf = "member_of",
    }

    /// What a hop of a chain did with the statement.
    HopRole {
        /// Released it.
        Issued = "issued",
        /// Cited it.
        Relayed = "relayed",
        /// Reported it.
        Reported = "reported",
    }

    /// The stated exactness of a figure.
    Bound {
        /// Exactly the number.
        Exact = "exact",
        /// About the number.
        Approx = "approx",
        /// The number or more.
        AtLeast = "at_least",
        /// The number or less.
        AtMost = "at_most",
        /// A range between two numbers.
        Range = "range",
    }

    /// The relation between two statements, as read by the annotator.
    RelationKind {
        /// They say different things about one subject. Both can be true.
        Contrasts = "contrasts",
        /// The first answers the second.
        Answers = "answers",
        /// The first adds detail to the second.
        Elaborates = "elaborates",
        /// The first repeats the second.
        Repeats = "repeats",
        /// They may be the same statement.
        MayBeSameAs = "may_be_same_as",
    }

    /// The voice of background words.
    Voice {
        /// The reporter's voice.
        Reporter = "reporter",
        /// Unclear from the article.
        Unclear = "unclear",
    }

    /// The part that a correction corrects.
    CorrectedPart {
        /// The article's text, as corrected by the outlet or the editor.
        Text = "text",
        /// The annotation.
        Annotation = "annotation",
    }

    /// The way in which a published id was replaced or withdrawn.
    Departure {
        /// The item has a new id.
        Renamed = "renamed",
        /// The item became part of another.
        Merged = "merged",
        /// The item became several.
        Split = "split",
        /// The item was withdrawn.
        Withdrawn = "withdrawn",
    }

    /// How much of the article's text can be shown.
    Show {
        /// All of it.
        Full = "full",
        /// Only the words of the statements in a short context.
        Excerpts = "excerpts",
    }

    /// A field of a statement that the annotator left out. Its value was derived.
    Assumed {
        /// From the place of the content.
        Passage = "passage",
        /// From the statement that shares its source.
        Speakers = "speakers",
        /// From the statement that shares its source.
        Via = "via",
        /// Not classified.
        Kind = "kind",
        /// From the statement that shares its source; otherwise not stated.
        Channel = "channel",
        /// From the statement that shares its source, or from the speaker.
        Identification = "identification",
        /// From the statement that shares its source.
        SaidOn = "said_on",
    }

    /// How much of a statement is in quotation marks. Always derived, never annotated.
    Directness {
        /// All of it.
        Direct = "direct",
        /// Some of it.
        Mixed = "mixed",
        /// None of it.
        Indirect = "indirect",
    }
}

impl IdentificationKind {
    /// Returns true for sources that are not named. Pages draw them with a dashed outline.
    pub const fn is_unnamed(self) -> bool {
        matches!(
            self,
            Self::UnnamedPerson | Self::UnnamedGroup | Self::GenericGroup | Self::Implicit
        )
    }
}
