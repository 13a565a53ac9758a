//! The words of search, filters and export, and of the buttons that undo a choice.

use super::{Label, Sentence, alternatives, capital, item_names, items, when_text};
use crate::model::Dossier;
use crate::query::{Collection, Dropped, Facet, Value};

/// The tooltip of the search field.
pub const SEARCH_HELP: &str = "Finds entries that contain all your words. Put a phrase in \
                               quotation marks; put a minus sign before a word to exclude it.";
/// The placeholder in the empty search field.
pub const SEARCH_PLACEHOLDER: &str = "Search this report";
/// The tooltip of the key in the search field.
pub const SEARCH_KEY_HELP: &str = "Press / to search";
/// The label of an active search.
pub const SEARCH_PILL: &str = "Search";
/// The heading of the filters.
pub const FILTERS: &str = "Filters";
/// The link past the filters.
pub const SKIP_FILTERS: &str = "Skip filters";
/// The button that removes all filters and the search.
pub const CLEAR_FILTERS: &str = "Clear filters";
/// The menu of file formats.
pub const EXPORT: &str = "Export";
/// The button in that menu that prints the list.
pub const PRINT: &str = "Print";

/// Returns the name of the search field, which says what is searched.
pub fn search_label(collection: Collection) -> &'static str {
    match collection {
        Collection::Statements => "Search statements, summaries and names",
        Collection::Actors => "Search the names of actors, and the notes on them",
        Collection::Figures => "Search figures, units, places and names",
    }
}

/// Returns the heading of a facet.
pub fn facet_label(collection: Collection, facet: Facet) -> &'static str {
    match (collection, facet) {
        (Collection::Actors, Facet::Kind) => "Type",
        (_, Facet::Kind) => "Type of statement",
        (_, Facet::Speaker) => "Source",
        (_, Facet::Via) => "Via",
        (_, Facet::Party) => "Side",
        (_, Facet::Identification) => "How the source is identified",
        (_, Facet::Directness) => "How much is quoted",
        (_, Facet::Topic) => "Topic",
        (_, Facet::Place) => "Place mentioned",
        (Collection::Figures, Facet::Date) => "Period covered",
        (_, Facet::Date) => "Date mentioned",
        (_, Facet::About) => "About",
        (_, Facet::Role) => "Role in the article",
    }
}

/// Returns the label of a facet's value.
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

/// Returns the unit after the count of a filter, for readers who hear it: ` statement`,
/// ` statements`.
pub fn count_unit(collection: Collection, count: u32) -> String {
    let (one, many) = item_names(collection);
    [" ", if count == 1 { one } else { many }].concat()
}

/// Returns the label of the button that opens the filters on a narrow page: `Filters (2)`.
pub fn open_filters(chosen: usize) -> String {
    if chosen == 0 { FILTERS.to_owned() } else { format!("{FILTERS} ({chosen})") }
}

/// Returns the label of the button that closes them: `Show 3 statements`.
pub fn show_items(collection: Collection, number: usize) -> String {
    format!("Show {}", items(collection, number))
}

/// Returns the accessible name of the button that removes a filter:
/// `Remove filter – Type of statement: Accusation`.
pub fn remove_filter(facet: &str, value: &str) -> String {
    format!("Remove filter – {facet}: {value}")
}

/// Returns the accessible name of the button that removes the search.
pub fn remove_search(words: &str) -> String {
    format!("Remove search: {words}")
}

/// Names a search that nothing matches.
pub fn searched_for<T>(words: T) -> Sentence<T> {
    Sentence::new("Search: {}", [words])
}

/// Names the chosen values of a facet that nothing matches:
/// `Type of statement: Demand or Accusation`.
pub fn asked_for(facet: &str, values: &[String]) -> String {
    format!("{facet}: {}", alternatives(values))
}

/// Returns the label of the button that removes one obstacle to results:
/// `Remove filter – Topic (2 statements)`.
pub fn widen(collection: Collection, dropped: Dropped, shows: usize) -> String {
    let shows = items(collection, shows);
    match dropped {
        Dropped::Search => format!("Remove search ({shows})"),
        Dropped::Facet(facet) => {
            format!("Remove filter – {} ({shows})", facet_label(collection, facet))
        }
    }
}

/// Returns the label of the button that removes all of them: `Clear all filters (11 statements)`.
pub fn clear_all(collection: Collection, total: usize) -> String {
    format!("Clear all filters ({})", items(collection, total))
}
