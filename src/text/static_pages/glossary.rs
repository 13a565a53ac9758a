//! The glossary: the meaning of every mark, and the introduction to each list of labels. The labels
//! and their meanings are in `labels`.

use crate::text::Sentence;

/// A mark of the page, for the list of symbols.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Words in quotation marks.
    Quoted,
    /// Words of the article.
    Serif,
    /// Words that we wrote.
    Sans,
    /// The annotator's pencil.
    Pencil,
    /// A source with a name.
    Named,
    /// A source without a name.
    Unnamed,
    /// A joint statement.
    Joint,
    /// A step of the chain.
    Arrow,
    /// The attributing verb.
    Cue,
    /// The words that a page is about.
    Lit,
    /// A match of the search.
    Match,
    /// The number of a statement.
    Number,
    /// Words without a source.
    Unattributed,
    /// A date.
    Date,
    /// A figure.
    Figure,
    /// Words around the shown statement.
    Grey,
}

/// The heading of the list of symbols.
pub const SYMBOLS: &str = "Symbols";
/// Each mark with its meaning.
pub const MARKS: [(Mark, &str); 16] = [
    (Mark::Quoted, "Thick underline: in quotation marks in the article."),
    (
        Mark::Serif,
        "Serif type: words from the article. Without a thick underline, they are not in quotation \
         marks.",
    ),
    (Mark::Sans, "Sans-serif type: written by us."),
    (
        Mark::Pencil,
        "Pencil: written or inferred by the annotator. Next to a source or a step of the chain, \
         it means that the passage does not name that source or step.",
    ),
    (Mark::Named, "Box: a source that the article names."),
    (Mark::Unnamed, "Dashed box: a source that the article does not name."),
    (Mark::Joint, "Joined boxes: a joint statement. The order means nothing."),
    (Mark::Arrow, "Arrow: from one step of the chain to the next."),
    (
        Mark::Cue,
        "Italics: the attributing verb. It is always shown, because the choice of verb matters.",
    ),
    (Mark::Lit, "Blue tint: the statement or figure that the page is about."),
    (Mark::Match, "Yellow: matches your search."),
    (Mark::Number, "Small number: a statement, numbered in the order of the article."),
    (
        Mark::Unattributed,
        "Dotted underline: unattributed. Inside a statement, it is unclear whose words these are.",
    ),
    (Mark::Date, "Thin underline: a date, with a link to the timeline."),
    (Mark::Figure, "Open box: a figure."),
    (Mark::Grey, "Grey: outside any statement, or not matched by your search or filters."),
];
/// Sample words in the list of symbols.
pub const SAMPLE_WORDS: &str = "words";
/// Sample words in quotation marks.
pub const SAMPLE_QUOTED: &str = "“words”";
/// A sample source.
pub const SAMPLE_SOURCE: &str = "Name";
/// Two sample sources of a joint statement.
pub const SAMPLE_SOURCES: [&str; 2] = ["A", "B"];
/// A sample verb.
pub const SAMPLE_VERB: &str = "said";

/// A section of the glossary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glossary {
    /// The heading.
    pub heading: &'static str,
    /// The introduction, above the list.
    pub lead: &'static str,
}

/// Types of statement.
pub const TYPES: Glossary = Glossary {
    heading: "Types of statement",
    lead: "The type says what a statement does. It follows the article’s own verb: we call a \
           statement an accusation only if the article’s verb accuses. If the verb leaves it \
           open, we choose the most specific type that fits, and note any doubt.",
};
/// The degrees to which a statement can be quoted.
pub const HOW_MUCH_QUOTED: Glossary = Glossary {
    heading: "How much is quoted",
    lead: "Worked out by software from the article’s quotation marks. The bar shows where in the \
           statement the quoted words are. Quotations within quotations count once. A mark that \
           is never closed is ignored, unless the next paragraph reopens it. Titles in quotation \
           marks are not speech.",
};
/// The ways of identifying a source.
pub const IDENTIFICATION: Glossary = Glossary {
    heading: "How the source is identified",
    lead: "How the article identifies the source anywhere in the text, not only in this sentence. \
           Unnamed sources always have a dashed box.",
};
/// The steps of a chain.
pub const CHAIN: Glossary = Glossary {
    heading: "How words reach the article",
    lead: "The chain runs from the source to the outlet, which always comes last.",
};
/// The channels.
pub const CHANNELS: Glossary = Glossary {
    heading: "How it was made public",
    lead: "How the source made the statement, if the article says how.",
};
/// The kinds of actors.
pub const ACTORS: Glossary = Glossary {
    heading: "Actors",
    lead: "The people, groups and bodies that make, pass on or appear in statements.",
};
/// The roles of actors.
pub const ROLES: Glossary =
    Glossary { heading: "Roles", lead: "The part that an actor plays in the article." };
/// The sides.
pub const SIDES: Glossary = Glossary {
    heading: "Sides",
    lead: "A statement is listed under a side if its source belongs to that side. That does not \
           make the source a spokesperson: an unnamed official is still shown as an unnamed \
           official.",
};
/// The degrees of exactness of a figure.
pub const FIGURES: Glossary = Glossary {
    heading: "How exact a figure is",
    lead: "A figure is a number that a statement gives. Dates are not figures; they are on the \
           timeline.",
};
/// Words without a source.
pub const UNATTRIBUTED: Glossary = Glossary {
    heading: "Unattributed words",
    lead: "Words for which the article gives no source.",
};
/// Links between statements.
pub const RELATIONS: Glossary = Glossary {
    heading: "Links between statements",
    lead: "Made by the annotator, each with a note.",
};

/// The note if no statement of the site has a type.
pub const NO_EXAMPLE: &str = "No example yet.";

/// The heading of the section about the search.
pub const SEARCH: &str = "Search";

/// A slot for something to type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed(pub &'static str);

/// Returns the explanation of the search.
pub fn search() -> Sentence<Typed> {
    Sentence::new(
        "Search finds the statements that contain all your words, including inside longer words. \
         Use {} for exact wording and {} to exclude a word. Case and accents make no difference. \
         Your search and filters are saved in the page’s address, so a link reproduces what you \
         see.",
        [Typed("\"a phrase\""), Typed("-word")],
    )
}
