//! The words around a list: headings, the key of marks, the count, sorting, and the notes shown if
//! nothing matches.
//!
//! Never here: the names of filters (`filters`).

use super::{Sentence, count, statements};
use crate::query::{Collection, Sort};

/// The note under the annotator's title of an article without a headline.
pub const TITLE_NOTE: &str = "Title by the annotator – the text we have carries no headline.";
/// The heading of the actors.
pub const ACTORS_TITLE: &str = "Who’s in this report";
/// The heading of the figures.
pub const FIGURES_TITLE: &str = "Figures in this report";

/// The meaning of the pencil in the key.
pub const KEY_ANNOTATOR: &str = "written by the annotator";
/// A sample of quoted words in the key.
pub const SAMPLE_QUOTED: &str = "“words”";
/// A sample of other words.
pub const SAMPLE: &str = "words";
/// A sample of a source's name.
pub const SAMPLE_NAME: &str = "Name";

/// The note above a list sorted by date.
pub const UNDATED_LAST: &str = "Undated statements come last, in article order.";
/// The button below a long list.
pub const SHOW_MORE: &str = "Show more";

/// The button that removes an unknown value from the view.
pub const REMOVE_IT: &str = "Remove it";

/// Returns the line under a report's title:
/// `Shafaq News, 6 January 2026 · 11 statements from 5 sources`.
pub fn statements_line<T>(outlet: T, date: T, counts: T) -> Sentence<T> {
    Sentence::new("{}, {} · {}", [outlet, date, counts])
}

/// Returns the line under the heading of the actors.
pub fn actors_line<T>(outlet: T, date: T) -> Sentence<T> {
    Sentence::new("{}, {}. A number in a box is a statement.", [outlet, date])
}

/// Returns the line under the heading of the figures.
pub fn figures_line<T>(outlet: T, date: T) -> Sentence<T> {
    Sentence::new("{}, {}. Dates are listed under Timeline.", [outlet, date])
}

/// A mark that the key above a list explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Words in quotation marks.
    Quoted,
    /// Other words of a statement.
    Paraphrased,
    /// A source with a name.
    Named,
    /// A source without a name.
    Unnamed,
    /// The arrow of a chain.
    Via,
    /// Words that no source is given for.
    Unattributed,
    /// A date in the text.
    Date,
}

/// Returns an entry of the key: a sample of the mark with its meaning.
pub fn key_entry<T>(mark: Mark, sample: T) -> Sentence<T> {
    let meaning = match mark {
        Mark::Quoted => "{} quoted in the article",
        Mark::Paraphrased => "{} paraphrased",
        Mark::Named => "{} named source",
        Mark::Unnamed => "{} unnamed source",
        Mark::Via => "{} via",
        Mark::Unattributed => "{} unattributed",
        Mark::Date => "{} date",
    };
    Sentence::new(meaning, [sample])
}

/// Returns the label of the list of sort orders.
pub fn sort_by<T>(orders: T) -> Sentence<T> {
    Sentence::new("Sort by {}", [orders])
}

/// Returns the note about a link with a filter that the report does not have. `remove` is the
/// button that removes it.
pub fn unknown_filter<T>(filter: T, value: T, remove: T) -> Sentence<T> {
    let template = "This link includes a filter this report doesn’t have ({}: {}). {}";
    Sentence::new(template, [filter, value, remove])
}

/// Returns the note about a link with an unknown sort order.
pub fn unknown_sort<T>(value: T, remove: T) -> Sentence<T> {
    Sentence::new("This link asks for a sort order we don’t have ({}). {}", [value, remove])
}

/// Returns the note about a link to a statement that the report does not have.
pub fn unknown_statement<T>(value: T, remove: T) -> Sentence<T> {
    let template = "This link points to a statement that isn’t in this report ({}). {}";
    Sentence::new(template, [value, remove])
}

/// Returns the singular and the plural noun for the items of a collection.
pub fn item_names(collection: Collection) -> (&'static str, &'static str) {
    match collection {
        Collection::Statements => ("statement", "statements"),
        Collection::Actors => ("actor", "actors"),
        Collection::Figures => ("figure", "figures"),
    }
}

/// Returns a number of items: `3 actors`.
pub fn items(collection: Collection, number: usize) -> String {
    let (one, many) = item_names(collection);
    count(number, one, many)
}

/// Returns the numbers of statements and sources: `11 statements from 5 sources`.
pub fn statements_and_sources(number: usize, sources: usize) -> String {
    format!("{} from {}", statements(number), count(sources, "source", "sources"))
}

/// Says how many items are shown: `7 of 11 statements`, or `11 statements` if all are.
pub fn tally(collection: Collection, shown: usize, total: usize) -> String {
    let all = items(collection, total);
    if shown == total { all } else { format!("{shown} of {all}") }
}

/// Returns the name of a sort order, as it follows `Sort by`.
pub fn sort_label(sort: Sort) -> &'static str {
    match sort {
        Sort::Article => "order in article",
        Sort::Said => "date said",
        Sort::Source => "source",
    }
}

/// Returns the note above the filters and the search that no item matches.
pub fn nothing_matches(collection: Collection) -> &'static str {
    match collection {
        Collection::Statements => "No statements match all of the following:",
        Collection::Actors => "No actors match all of the following:",
        Collection::Figures => "No figures match all of the following:",
    }
}
