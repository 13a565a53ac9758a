//! The words of search, filters and export, and of the buttons that undo a choice.

use super::dates::{Precision, span_text};
use super::{Label, Sentence, alternatives, capital, day_text, item_names, items, when_text};
use crate::model::{Day, Dossier};
use crate::query::{Choice, Collection, Dropped, End, Facet, Range, Value};

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

/// The hint above the filters.
pub const FILTERS_HINT: &str = "Click again to leave out.";
/// The words after the name of a value that is left out, for readers who hear it.
pub const LEFT_OUT_OPTION: &str = ", left out";
/// The control that hides the values that [`show_all`] shows.
pub const SHOW_FEWER: &str = "Show fewer";

/// Returns the label of the field for an end of a range of dates.
pub fn range_end(end: End) -> &'static str {
    match end {
        End::From => "From",
        End::To => "To",
    }
}

/// Returns the label of the control that shows all values of a facet: `Show all 11`.
pub fn show_all(number: usize) -> String {
    format!("Show all {number}")
}

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
        Value::Unnamed => "Any unnamed source",
        Value::Actor(actor) => &dossier.actor(actor).name.value,
        Value::Topic(topic) => &dossier.topic(topic).label,
        Value::Place(place) => &dossier.place(place).name.value,
        Value::Date(at) => return capital(&when_text(dossier.when(at))),
    };
    label.to_owned()
}

/// Returns the label of a value that is left out: `not Accusation`.
pub fn left_out(value: &str) -> String {
    format!("not {value}")
}

/// Returns the label of a range of days: `From 1 January 2025`, `5–6 January 2026`, `2025`. Empty
/// for the range of all days.
pub fn range_text(range: Range) -> String {
    let (from, to) = match (range.from, range.to) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => return format!("From {}", day_text(from)),
        (None, Some(to)) => return format!("Until {}", day_text(to)),
        (None, None) => return String::new(),
    };
    let in_year = |day: Day| (day.month(), day.day());
    let ends_month = Day::last_of_month(to.year(), to.month()) == Some(to.day());
    let precision = match (in_year(from), in_year(to)) {
        _ if from == to => return day_text(from),
        _ if range.is_reversed() => return format!("{} to {}", day_text(from), day_text(to)),
        ((1, 1), (12, 31)) => Precision::Year,
        ((_, 1), _) if ends_month => Precision::Month,
        _ => Precision::Day,
    };
    span_text(from, to, precision)
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

/// Names a search that nothing matches.
pub fn searched_for<T>(words: T) -> Sentence<T> {
    Sentence::new("Search: {}", [words])
}

/// Names the chosen values of a facet that nothing matches, those that are kept and those that are
/// left out: `Type of statement: Demand or Accusation`, `Source: not Israel or Syria`,
/// `Topic: Borders, not Prisoners`.
pub fn asked_for(facet: &str, kept: &[String], left_out: &[String]) -> String {
    let (kept, left_out) = (alternatives(kept), alternatives(left_out));
    match (kept.is_empty(), left_out.is_empty()) {
        (_, true) => format!("{facet}: {kept}"),
        (true, _) => format!("{facet}: not {left_out}"),
        _ => format!("{facet}: {kept}, not {left_out}"),
    }
}

/// Returns the label of the button that removes one obstacle to results:
/// `Remove filter – Topic (2 statements)`, `Stop leaving out – Topic (2 statements)`.
pub fn widen(collection: Collection, dropped: Dropped, shows: usize) -> String {
    let shows = items(collection, shows);
    let (lead, facet) = match dropped {
        Dropped::Search => return format!("Remove search ({shows})"),
        Dropped::Range => ("Remove filter", Facet::Date),
        Dropped::Facet(facet, Choice::Kept) => ("Remove filter", facet),
        Dropped::Facet(facet, Choice::LeftOut) => ("Stop leaving out", facet),
    };
    format!("{lead} – {} ({shows})", facet_label(collection, facet))
}

/// Returns the label of the button that removes all of them: `Clear all filters (11 statements)`.
pub fn clear_all(collection: Collection, total: usize) -> String {
    format!("Clear all filters ({})", items(collection, total))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::End;

    #[test]
    fn names_what_was_asked_for() {
        let check = |kept: &[&str], left_out: &[&str], expected: &str| {
            let names =
                |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
            assert_eq!(asked_for("Topic", &names(kept), &names(left_out)), expected);
        };
        check(&["Borders", "Talks"], &[], "Topic: Borders or Talks");
        check(&[], &["Borders", "Talks"], "Topic: not Borders or Talks");
        check(&["Borders"], &["Talks"], "Topic: Borders, not Talks");
        assert_eq!(
            remove_filter("Type", &left_out("Accusation")),
            "Remove filter – Type: not Accusation"
        );
    }

    #[test]
    fn names_what_is_removed_to_see_more() {
        let check = |dropped, expected: &str| {
            assert_eq!(widen(Collection::Figures, dropped, 1), expected);
        };
        check(Dropped::Search, "Remove search (1 figure)");
        check(Dropped::Range, "Remove filter – Period covered (1 figure)");
        check(Dropped::Facet(Facet::Topic, Choice::Kept), "Remove filter – Topic (1 figure)");
        check(Dropped::Facet(Facet::Topic, Choice::LeftOut), "Stop leaving out – Topic (1 figure)");
    }

    #[test]
    fn names_ranges_of_days() {
        let check = |from: &str, to: &str, expected: &str| {
            let range = Range { from: End::From.day(from), to: End::To.day(to) };
            assert_eq!(range_text(range), expected);
        };
        check("", "", "");
        check("2025", "", "From 1 January 2025");
        check("", "2026-01-06", "Until 6 January 2026");
        check("2026-01-05", "2026-01-06", "5–6 January 2026");
        check("2026-01-05", "2026-01-05", "5 January 2026");
        check("2025-12-31", "2026-01-06", "31 December 2025 – 6 January 2026");
        check("2025", "2025", "2025");
        check("2024", "2025", "2024–2025");
        check("2024-10", "2024-12", "October–December 2024");
        check("2024-02", "2024-02", "February 2024");
        check("2026-01-06", "2026-01-05", "6 January 2026 to 5 January 2026");
    }
}
