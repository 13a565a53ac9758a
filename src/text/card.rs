//! The cards of statements, actors and figures, and the chain from a source to the outlet.

use super::{
    INFERRED_REMARK, Label, Sentence, attribution, count, outlet, when_text, wording_text,
};
use crate::model::{
    Actor, ActorIx, Bound, Directness, Dossier, Figure, Kind, Reading, Statement, StatementIx,
    Translation, UnitIx, When, Wording,
};

/// The lead of the annotator's summary, for readers who cannot see the pencil.
pub const GIST: &str = "Annotator’s summary: ";
/// The lead of the annotator's summary on a statement's page.
pub const IN_SHORT: &str = "Annotator’s summary:";
/// The mark of a statement or dossier that is not published.
pub const DRAFT: &str = "Draft";
/// The note on every page of a dossier that is not published.
pub const DRAFT_DOSSIER: &str = "Draft: this report is not published.";
/// The tooltip of a card's paragraph, which leads to the words in the full text.
pub const SHOW_IN_FULL_TEXT: &str = "Show in the full text";
/// The link to the citations of a statement.
pub const CITE: &str = "Cite";

/// The name of a chain.
pub const CHAIN: &str = "Source and how the words reached the article";
/// The remark after the names of several speakers.
pub const JOINTLY: &str = "jointly";
/// The words before the outlet in a chain.
pub const PUBLISHED_BY: &str = "published by ";

/// The separator of the items of a list.
pub const LIST_SEPARATOR: &str = ", ";
/// The separator of items that belong together.
pub const LIST_AND: &str = " and ";
/// The remark after the roles of an actor that is a side itself.
pub const OWN_SIDE: &str = " · a side in its own right";
/// The label of the number of statements that an actor made.
pub const STATEMENTS_MADE: &str = "Statements made";
/// The label of the number of statements that an actor passed on.
pub const STATEMENTS_PASSED_ON: &str = "Passed on";
/// The label of the number of statements about an actor.
pub const STATEMENTS_ABOUT: &str = "Statements about";
/// The label of the number of statements in the outlet's article.
pub const PUBLISHED: &str = "Published";
/// The number zero.
pub const NONE: &str = "0";

/// The label of a figure's number.
pub const NUMBER: &str = "Number";
/// The label of a figure's unit.
pub const UNIT: &str = "Unit";
/// The label of the actor that counted it.
pub const COUNTED_BY: &str = "Counted by";
/// The label of the period that it covers.
pub const PERIOD: &str = "Period covered";
/// The label of the places that it covers.
pub const PLACES: &str = "Places";
/// The words in place of the statement of a figure that the article states itself.
pub const OWN_VOICE: &str = "In the article’s own voice";
/// The label of the annotator's note on it.
pub const NOTE: &str = "Note";

/// Returns the words before a translation: `Translation (en) by Ada Reader: `. Lists give the code of
/// the language, because the names of all languages would make the app larger.
pub fn translated(dossier: &Dossier, it: &Translation) -> String {
    format!(
        "Translation ({}) by {}: ",
        it.language,
        it.by.as_ref().unwrap_or(&dossier.annotation.by)
    )
}

/// Names a figure in a statement: `Figure: 460`.
pub fn figure_fact<T>(number: T) -> Sentence<T> {
    Sentence::new("Figure: {}", [number])
}

/// Says when a statement was made: `Said 6 January 2026`.
pub fn date_said(when: &When) -> String {
    format!("Said {}", when_text(when))
}

/// Says how much of a statement is quoted: `2 of 36 words quoted`, `Paraphrased`.
pub fn wording_fact(wording: &Wording) -> String {
    match wording.directness {
        Directness::Mixed => {
            format!("{} of {} words quoted", wording.quoted_words, wording.words)
        }
        _ => wording_text(wording),
    }
}

/// Returns the sign of a text unit: `¶ 2`, or `Dateline`.
pub fn paragraph_sign(unit: UnitIx) -> String {
    unit.paragraph().map_or_else(|| "Dateline".to_owned(), |number| format!("¶ {number}"))
}

/// Returns the words after a statement's type, for readers who hear its heading:
/// ` by Syrian official (unnamed), via Reuters`.
pub fn by_source(dossier: &Dossier, statement: &Statement) -> String {
    let by = if statement.kind.value == Kind::DeclinedComment { ": " } else { " by " };
    [by, &attribution(dossier, statement)].concat()
}

/// Returns the words after [`CITE`] for readers who hear the link on its own: ` statement 2`.
pub fn statement_in_label(ix: StatementIx) -> String {
    format!(" statement {}", ix.index() + 1)
}

/// Returns the name of the box that chooses a statement: `Compare statement 2`.
pub fn compare_statement(ix: StatementIx) -> String {
    format!("Compare statement {}", ix.index() + 1)
}

/// Returns the link to the topics that a card does not show: `+2`.
pub fn plus(more: usize) -> String {
    format!("+{more}")
}

/// Returns the accessible name of that link: `+2 topics`.
pub fn more_topics(more: usize) -> String {
    format!("+{}", count(more, "topic", "topics"))
}

/// Returns the unit of a number, for readers who cannot see its squares.
pub fn statements_unit(number: usize) -> &'static str {
    if number == 1 { " statement" } else { " statements" }
}

/// Names all statements of a list: `all 11 statements`, `the only statement`.
pub fn all_statements(number: usize) -> String {
    if number == 1 { "the only statement".to_owned() } else { format!("all {number} statements") }
}

/// Returns the other names of an actor: `also called US`.
pub fn also_called<T>(names: T) -> Sentence<T> {
    Sentence::new("also called {}", [names])
}

/// Returns the remark after an actor's roles about its side: ` · office of United States`.
pub fn of_side<T>(basis: T, side: T) -> Sentence<T> {
    Sentence::new(" · {} {}", [basis, side])
}

/// Returns the kind and the roles of an actor: `State · participant, affected`.
pub fn actor_kind_and_roles(actor: &Actor, is_outlet: bool) -> String {
    let roles = actor.roles.iter().map(|role| role.value.label().to_ascii_lowercase());
    let published = is_outlet.then(|| "publisher of this report".to_owned());
    let roles: Vec<String> = roles.chain(published).collect();
    let kind = actor.kind.value.label();
    if roles.is_empty() { kind.to_owned() } else { format!("{kind} · {}", roles.join(", ")) }
}

/// Returns a figure's number and says how exact it is: `460 (given as exact)`, `at least 460`,
/// `3 to 5`.
pub fn figure_value(figure: &Figure) -> String {
    let value = figure.value;
    match (figure.upper, figure.bound.value) {
        (Some(upper), _) => format!("{value} to {upper}"),
        (None, Bound::Exact) => format!("{value} (given as exact)"),
        (None, Bound::AtLeast) => format!("at least {value}"),
        (None, Bound::AtMost) => format!("at most {value}"),
        (None, Bound::Approx | Bound::Range) => format!("about {value}"),
    }
}

/// Names the facts of a figure that are not stated: `counted by, places`.
pub fn missing_facts(names: &[&str]) -> String {
    names.join(LIST_SEPARATOR).to_ascii_lowercase()
}

/// Names a figure with its source, so that it never reads as a fact that the site states:
/// `460 “violations”, counted by the Observatory, according to Shafaq News`. The quotation marks
/// surround the article's words.
pub fn figure_name(dossier: &Dossier, figure: &Figure) -> String {
    let number = dossier.article.text(figure.words);
    let counted = from_article(dossier.article.text(figure.counted));
    format!("{number} {counted}, {}", figure_source(dossier, figure))
}

/// Returns words of the article in quotation marks. Words with marks of their own stay as they are.
fn from_article(words: &str) -> String {
    let has_marks = words.contains(['"', '“', '”', '„', '«', '»', '「', '」', '『', '』', '＂']);
    if has_marks { words.to_owned() } else { format!("“{words}”") }
}

/// Says who gave the number of a figure and through whom: `counted by Syrian Observatory for Human
/// Rights, according to Shafaq News`.
pub fn figure_source(dossier: &Dossier, figure: &Figure) -> String {
    let outlet = outlet(dossier);
    let Some(statement) = figure.statement.map(|ix| dossier.statement(ix)) else {
        let stated = ["stated by ", outlet, " in its own voice"].concat();
        return match &figure.counted_by {
            Some(by) => {
                ["counted by ", &counter_name(dossier, by), LIST_SEPARATOR, &stated].concat()
            }
            None => stated,
        };
    };
    let source = attribution(dossier, statement);
    let Some(counter) = &figure.counted_by else {
        return format!("according to {source}, as reported by {outlet}");
    };
    let is_source = statement.is_by(counter.value) && !statement.is_joint();
    if is_source && !counter.basis.is_inferred() {
        return format!("counted by {source}, according to {outlet}");
    }
    let counter = counter_name(dossier, counter);
    format!("counted by {counter}, according to {source}, as reported by {outlet}")
}

/// Names the actor that counted: `Harbour Office (inferred)`.
pub fn counter_name(dossier: &Dossier, counter: &Reading<ActorIx>) -> String {
    let name = &dossier.actor(counter.value).name.value;
    if counter.basis.is_inferred() { format!("{name}{INFERRED_REMARK}") } else { name.to_string() }
}

/// Returns a number of statements: `11 statements`.
pub fn statements(number: usize) -> String {
    count(number, "statement", "statements")
}
