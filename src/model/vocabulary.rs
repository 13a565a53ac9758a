//! The closed vocabularies: each value has one code, the same in JSON, in URLs and in exports.

use serde::{Deserialize, Serialize};

/// A closed list of values, each with a code.
pub trait Vocabulary: Copy + Eq + 'static {
    /// All values, in the order in which they are listed to a reader.
    const ALL: &'static [Self];

    /// The value's code: lower case, words joined by underscores.
    fn code(self) -> &'static str;

    /// The value of a code.
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
        /// States that something is so.
        Assertion = "assertion",
        /// States a number that somebody counted or measured.
        Statistic = "statistic",
        /// Makes a decision or an agreement known.
        Announcement = "announcement",
        /// Binds the speaker to a course.
        Commitment = "commitment",
        /// Puts something forward for agreement.
        Proposal = "proposal",
        /// Says what another must do.
        Demand = "demand",
        /// Makes one thing depend on another.
        Condition = "condition",
        /// Charges another with a wrong; only where the cue says so.
        Accusation = "accusation",
        /// Says that something is not so.
        Denial = "denial",
        /// Judges something.
        Evaluation = "evaluation",
        /// Was asked and did not answer.
        DeclinedComment = "declined_comment",
    }

    /// How the words reached the public.
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
        /// Held in a data set.
        Dataset = "dataset",
        /// Stands in a law, treaty or judgment.
        LegalText = "legal_text",
        /// Posted on a social network.
        SocialPost = "social_post",
        /// The article does not say.
        NotStated = "not_stated",
    }

    /// How the article names the source of a statement.
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
        /// Nobody is named; the source is to be inferred.
        Implicit = "implicit",
    }

    /// What an actor is.
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
        /// Anything else.
        Other = "other",
    }

    /// The part an actor plays in the article.
    Role {
        /// Takes part in what is reported.
        Participant = "participant",
        /// Decides.
        DecisionMaker = "decision_maker",
        /// Speaks or acts for another.
        Representative = "representative",
        /// Stands between the parties.
        Mediator = "mediator",
        /// Passes on what others said.
        Relayer = "relayer",
        /// Is affected by what is reported.
        Affected = "affected",
        /// Is only mentioned.
        Mentioned = "mentioned",
    }

    /// Why an actor counts as part of a party's account.
    PartyBasis {
        /// It is the party.
        Itself = "self",
        /// It is an office of the party.
        OfficeOf = "office_of",
        /// It is an official of the party.
        OfficialOf = "official_of",
        /// The party runs it.
        StateRun = "state_run",
        /// It is a member of the party.
        MemberOf = "member_of",
    }

    /// What a hop in a chain did with the statement.
    HopRole {
        /// Released it.
        Issued = "issued",
        /// Cited it.
        Relayed = "relayed",
        /// Reported it.
        Reported = "reported",
    }

    /// How exact the article says a figure is.
    Bound {
        /// The number as stated.
        Exact = "exact",
        /// About that number.
        Approx = "approx",
        /// That number or more.
        AtLeast = "at_least",
        /// That number or less.
        AtMost = "at_most",
        /// Between two numbers.
        Range = "range",
    }

    /// How two statements relate, in the annotator's reading.
    RelationKind {
        /// They tell different things of one subject; both may hold.
        Contrasts = "contrasts",
        /// The first answers the second.
        Answers = "answers",
        /// The first says more of what the second says.
        Elaborates = "elaborates",
        /// The first says the second again.
        Repeats = "repeats",
        /// Both may be one and the same statement.
        MayBeSameAs = "may_be_same_as",
    }

    /// Whose voice background words are in.
    Voice {
        /// The reporter's own.
        Reporter = "reporter",
        /// The article leaves it open.
        Unclear = "unclear",
    }

    /// What a correction corrects.
    CorrectedPart {
        /// The article's text, as the outlet or the editor put it right.
        Text = "text",
        /// The annotation of it.
        Annotation = "annotation",
    }

    /// How a published id went.
    Departure {
        /// It has another id now.
        Renamed = "renamed",
        /// It is part of another now.
        Merged = "merged",
        /// It is several now.
        Split = "split",
        /// It was taken back.
        Withdrawn = "withdrawn",
    }

    /// How much of the article's text may be shown.
    Show {
        /// All of it.
        Full = "full",
        /// The statements' own words in a short context.
        Excerpts = "excerpts",
    }

    /// How much of a statement stands in quotation marks. Derived, never typed.
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
    /// True for sources without a name of their own, which are drawn dashed everywhere.
    pub const fn is_unnamed(self) -> bool {
        matches!(
            self,
            Self::UnnamedPerson | Self::UnnamedGroup | Self::GenericGroup | Self::Implicit
        )
    }
}
