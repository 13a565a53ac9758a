//! What is suggested, and by which rule.

use crate::model::{ActorKind, Bound, Decimal, Directness, Span};

/// What an article contains, as far as rules and the language model find it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Suggestions {
    /// The attributions, in the order of the text.
    pub statements: Vec<Attribution>,
    /// The actors, in the order of their first mention.
    pub actors: Vec<Named>,
    /// The numbers, in the order of the text.
    pub figures: Vec<Number>,
    /// The dates, in the order of the text.
    pub dates: Vec<Day>,
    /// Words that may attribute something, in the order of the text, with those of the attributions.
    pub cues: Vec<Cue>,
}

/// Words that may attribute something, and those that then name the source. They help with statements that nothing
/// suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// The words that may attribute.
    pub words: Span,
    /// The words that then name the source, if there are any.
    pub source: Option<Span>,
}

/// An attribution: words, and whose they are. All spans are in text order.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// The words that name the source. Empty if the article gives none.
    pub source: Vec<Span>,
    /// The words that attribute. Empty if there are none.
    pub cue: Vec<Span>,
    /// What is attributed. Never empty.
    pub content: Vec<Span>,
    /// How much of the content is in quotation marks.
    pub directness: Directness,
    /// Who speaks.
    pub speaker: Option<Speaker>,
    /// Through whom the words reached the article, the nearest to the speaker first. The outlet,
    /// which is always last, is not among them.
    pub via: Vec<Hop>,
    /// The position, in [`Suggestions::statements`], of the attribution whose content contains this
    /// one: what somebody says that somebody else said.
    pub within: Option<usize>,
    /// An estimate of the probability that the attribution is right, from 0 to 1.
    pub confidence: f32,
    /// What found it.
    pub rule: Rule,
}

/// The proposed speaker of an attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The position in [`Suggestions::actors`].
    pub actor: usize,
    /// The words that say who is meant, if the source is a pronoun or a description.
    pub antecedent: Option<Span>,
    /// Why this actor.
    pub rule: Rule,
}

/// A step of the chain through which words reached the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// The position in [`Suggestions::actors`].
    pub actor: usize,
    /// The words that say so.
    pub evidence: Span,
    /// Why this actor.
    pub rule: Rule,
}

/// An actor that the article names or describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name, or the description of an actor without one, in the words of the article.
    pub name: String,
    /// The kind of actor.
    pub kind: ActorKind,
    /// False for an actor that is only described, such as "a senior official".
    pub is_named: bool,
    /// Where the article names or describes the actor.
    pub mentions: Vec<Span>,
    /// Other names that the article uses: a surname, an acronym.
    pub aliases: Vec<String>,
}

/// A number in the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The words.
    pub span: Span,
    /// The number that they state.
    pub value: Decimal,
    /// How exactly they state it.
    pub bound: Bound,
    /// What found it.
    pub rule: Rule,
}

/// A date in the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The words.
    pub span: Span,
    /// What they state.
    pub stated: StatedDay,
    /// What found it.
    pub rule: Rule,
}

/// What the words of a date state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatedDay {
    /// A day, month or year, in EDTF.
    Date(String),
    /// A day and a month of a year that the words do not give. Both are counted from 1.
    WithoutYear {
        /// The month.
        month: u32,
        /// The day of the month, if it is given.
        day: Option<u32>,
    },
    /// A day of the week, counted from Monday, which is 0.
    Weekday(u32),
    /// A distance in days from the day of publication.
    Days(i32),
    /// A distance in years from the year of publication.
    Years(i32),
}

impl StatedDay {
    /// Returns what is stated in a form for files: EDTF, `XXXX-03-03`, `weekday 0`, `days -1`.
    pub fn code(&self) -> String {
        match self {
            Self::Date(edtf) => edtf.clone(),
            Self::WithoutYear { month, day: Some(day) } => format!("XXXX-{month:02}-{day:02}"),
            Self::WithoutYear { month, day: None } => format!("XXXX-{month:02}"),
            Self::Weekday(day) => format!("weekday {day}"),
            Self::Days(days) => format!("days {days}"),
            Self::Years(years) => format!("years {years}"),
        }
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// The reason for a suggestion. Its code is stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$doc])* $name,)*
        }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Returns the code of the rule, for files and pages.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

rules! {
    /// The language model found source, cue and content.
    Model = "model",
    /// A word of the lexicon attributes the words next to it.
    CueWord = "cue_word",
    /// A phrase such as "according to" attributes the sentence.
    Through = "according_to",
    /// A quotation that nothing attributes.
    Quotation = "quotation",
    /// The source's words are a name of the actor.
    SourceNames = "source_names",
    /// The source's words describe the actor, which has no name here.
    SourceDescribes = "source_describes",
    /// The source's words describe an actor that is named elsewhere.
    DescribesNamed = "describes_named",
    /// The source is a pronoun, and the actor is the last one that it fits.
    Pronoun = "pronoun",
    /// The attribution has no source, and the actor is that of the one before.
    SameSource = "same_source",
    /// The speaker told the actor: "told the Courier".
    Told = "told",
    /// The actor passed the words on: "according to the agency".
    PassedOn = "passed_on",
    /// The actor reports the attribution within its own words.
    Reports = "reports",
    /// The number is written with digits or words that `load` reads.
    NumberWords = "number_words",
    /// The words are a date of the calendar.
    CalendarDate = "calendar_date",
    /// The words give a date by its distance from the day of publication.
    RelativeDate = "relative_date",
}
