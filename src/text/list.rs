//! The words around a list: headings, the key of marks, the count, sorting, and the notes shown if
//! nothing matches.
//!
//! Never here: the names of filters (`filters`).

use super::{Sentence, count};
use crate::model::ActorGroup;
use crate::query::{Collection, Sort};

/// The note after the date of a report whose title is the annotator's, because the text at hand has
/// no headline.
pub const TITLE_NOTE: &str = "our title";
/// Says what a list of statements is.
pub const WHAT_THIS_IS: &str = "Who said what, and through whom, in the article’s own words.";
/// The link to the page about the site.
pub const HOW_THIS_WORKS: &str = "How this works";
/// The link to the instructions for making a dossier.
pub const MAKE_YOUR_OWN: &str = "Make your own";
/// The separator of two links.
pub const LINK_SEPARATOR: &str = " · ";
/// The word for words in quotation marks, with its mark.
pub const MARK_QUOTED: &str = "“quoted”";
/// The word for other words.
pub const MARK_PARAPHRASED: &str = "paraphrased";
/// The word for sources without a name.
pub const MARK_UNNAMED: &str = "unnamed";
/// The word for what the annotator concluded.
pub const MARK_INFERRED: &str = "inferred";
/// The heading of the actors.
pub const ACTORS_TITLE: &str = "Who’s in this report";
/// The heading of the figures.
pub const FIGURES_TITLE: &str = "Figures in this report";

/// The note above a list sorted by date.
pub const UNDATED_LAST: &str = "Undated statements come last, in article order.";
/// Says in which statements a filter matches only words whose voice is unclear:
/// `Place mentioned: in 9, only in words that may not be the source’s.`
pub fn only_unclear<T>(filter: T, numbers: T) -> Sentence<T> {
    Sentence::new("{}: in {}, only in words that may not be the source’s.", [filter, numbers])
}

/// The button below a long list.
pub const SHOW_MORE: &str = "Show more";
/// The label of the field with the sort orders.
pub const SORT_BY: &str = "Sort by";
/// The button that undoes the choice of statements to compare.
pub const CLEAR: &str = "Clear";
/// The hint after one statement is chosen.
pub const TICK_ANOTHER: &str = "Tick one more";
/// The note above the ways out of a list that is empty because of a link with unknown filters.
pub const NOTHING_KNOWN: &str = "Nothing matches this link.";

/// The button that removes an unknown value from the view.
pub const REMOVE_IT: &str = "Remove it";

/// Returns the line under a report's title:
/// `Shafaq News, 6 January 2026 · 11 statements from 7 sources`. Narrow pages leave out the sources.
pub fn statements_line<T>(outlet: T, date: T, statements: T, sources: T) -> Sentence<T> {
    Sentence::new("{}, {} · {}{}", [outlet, date, statements, sources])
}

/// Returns the line under the heading of the actors.
pub fn actors_line<T>(outlet: T, date: T) -> Sentence<T> {
    Sentence::new("{}, {}. A number in a box is a statement.", [outlet, date])
}

/// Returns the heading of a group of actors.
pub fn actor_group(group: ActorGroup) -> &'static str {
    match group {
        ActorGroup::Speaks => "Speak in this article",
        ActorGroup::PassesOn => "Pass words on",
        ActorGroup::Mentioned => "Only mentioned",
    }
}

/// Returns the line under the heading of the figures.
pub fn figures_line<T>(outlet: T, date: T) -> Sentence<T> {
    Sentence::new("{}, {}. Dates are listed under Timeline.", [outlet, date])
}

/// Explains the marks: words in quotation marks, other words, sources without a name, and what the
/// annotator inferred. Each is a sample of its mark.
pub fn marks<T>(quoted_paraphrased_unnamed_inferred: [T; 4]) -> Sentence<T> {
    let template = "We mark what is {}, what is {}, {} sources and what we {}. We don’t rate truth \
                    or bias.";
    Sentence::new(template, quoted_paraphrased_unnamed_inferred)
}

/// Names the annotator.
pub fn annotated_by<T>(name: T) -> Sentence<T> {
    Sentence::new("Annotated by {}.", [name])
}

/// Returns the note about a link with a filter that the report does not have. `remove` is the
/// button that removes it.
pub fn unknown_filter<T>(filter: T, value: T, remove: T) -> Sentence<T> {
    let template = "This link includes a filter this report doesn’t have ({}: {}). {}";
    Sentence::new(template, [filter, value, remove])
}

/// Returns the note about a link with an end of a range that is not a date.
pub fn unknown_day<T>(value: T, remove: T) -> Sentence<T> {
    Sentence::new("This link asks for a date we can’t read ({}). {}", [value, remove])
}

/// Returns the note about a link with a range that ends before it begins.
pub fn reversed_range<T>(range: T, remove: T) -> Sentence<T> {
    Sentence::new("This link asks for dates that end before they begin ({}). {}", [range, remove])
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

/// Returns the note about a search or a link that is too long.
pub fn too_long<T>(remove: T) -> Sentence<T> {
    Sentence::new("This search or link is too long, so its end is ignored. {}", [remove])
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

/// Returns the numbers of statements and sources: `11 statements from 7 sources`.
#[cfg(not(reader))]
pub fn statements_and_sources(number: usize, sources: usize) -> String {
    super::statements(number) + &from_sources(sources)
}

/// Returns the number of sources after that of their statements: ` from 7 sources`.
pub fn from_sources(sources: usize) -> String {
    format!(" from {}", count(sources, "source", "sources"))
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

/// Says how many statements are chosen for comparison.
pub fn chosen_to_compare(number: usize) -> String {
    format!("{number} chosen to compare")
}

/// Returns the note above the filters and the search that no item matches.
pub fn nothing_matches(collection: Collection) -> &'static str {
    match collection {
        Collection::Statements => "No statements match all of the following:",
        Collection::Actors => "No actors match all of the following:",
        Collection::Figures => "No figures match all of the following:",
    }
}
