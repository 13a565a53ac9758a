//! The first page of a site with several reports: what the site is, and the list of its reports.

use crate::model::Day;
use crate::site::{Entry, EntryFacet, EntryValue};
use crate::text::static_pages::languages::language_name;
use crate::text::{Sentence, count, day_text};

/// The heading.
pub const HEADING: &str = "Who said what, and through whom";

/// Says what the site does.
pub fn what_this_is(site: &str) -> String {
    format!(
        "{site} takes news articles and separates each into statements. For each you see who said \
         it, how it reached the article, which words are quoted, and the passage it comes from. We \
         don’t rate truth or bias."
    )
}

/// The link to the newest report.
pub const READ_A_REPORT: &str = "Read the newest report";
/// The name of the example.
pub const EXAMPLE: &str = "How a statement is marked";
/// The note below the example.
pub const INVENTED: &str = "An invented example.";

/// A part of the example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExampleSlot {
    /// The source.
    Source(&'static str),
    /// The attributing verb.
    Verb(&'static str),
    /// The words in quotation marks.
    Quoted(&'static str),
}

/// Returns the example: a statement of an unnamed source, partly quoted.
pub fn example() -> Sentence<ExampleSlot> {
    Sentence::new(
        "{} {} the bridge would open {}, after two more tests",
        [
            ExampleSlot::Source("A city engineer"),
            ExampleSlot::Verb("said"),
            ExampleSlot::Quoted("“in the first week of May”"),
        ],
    )
}

/// The mark of a source without a name, and its meaning.
pub const DASHED: (&str, &str) = ("dashed", "a source without a name; a solid box has one");
/// The mark of an attributing verb, and its meaning.
pub const VERB: (&str, &str) = ("said", "the article’s own verb, always shown");
/// The mark of quoted words, and its meaning.
pub const THICK: (&str, &str) =
    ("“thick line”", "in quotation marks in the article; the rest is paraphrased");
/// The mark of the annotator, and its meaning.
pub const PENCIL: (&str, &str) = ("pencil", "written or inferred by the annotator");

/// The name of the search field.
pub const SEARCH_LABEL: &str = "Search the titles of the reports";
/// The placeholder in the empty search field.
pub const SEARCH_PLACEHOLDER: &str = "Search titles";
/// The name of the list of months.
pub const MONTHS: &str = "Reports by month";
/// The note if no report matches.
pub const NOTHING_MATCHES: &str = "No report matches your search and filters.";

/// The order by date, as it follows `Sort by`.
pub const NEWEST_FIRST: &str = "newest first";
/// The order by number of statements.
pub const MOST_STATEMENTS: &str = "most statements";
/// The order by outlet.
pub const BY_OUTLET: &str = "outlet";

/// The place in a template of the script where it puts a number or a name.
pub const HERE: &str = "{}";

/// Returns a number of reports: `1 report`, `1002 reports`.
pub fn reports(number: usize) -> String {
    count(number, "report", "reports")
}

/// Returns the template of the line that says how many reports are shown: `{} of 1002 reports`.
pub fn some_of(total: usize) -> String {
    format!("{HERE} of {}", reports(total))
}

/// The template of the button that closes the filters on a narrow page, for one report.
pub const SHOW_ONE: &str = "Show {} report";
/// The same for several reports.
pub const SHOW_MANY: &str = "Show {} reports";
/// The template of the button that opens the filters, if some are chosen.
pub const FILTERS_CHOSEN: &str = "Filters ({})";

/// Returns the unit after the count of a filter, for readers who hear it.
pub fn count_unit(number: usize) -> &'static str {
    if number == 1 { " report" } else { " reports" }
}

/// Returns the heading of a facet.
pub fn facet_label(facet: EntryFacet) -> &'static str {
    match facet {
        EntryFacet::Outlet => "Outlet",
        EntryFacet::Year => "Published",
        EntryFacet::Language => "Language",
    }
}

/// Returns the label of a facet's value.
pub fn value_label(facet: EntryFacet, value: &EntryValue) -> String {
    match facet {
        EntryFacet::Outlet | EntryFacet::Year => value.name.clone(),
        EntryFacet::Language => language_name(&value.name),
    }
}

/// Returns the note about a link with a filter that the site does not have. `remove` is the button
/// that removes it.
pub fn unknown_filter<T>(filter: T, value: T, remove: T) -> Sentence<T> {
    Sentence::new(
        "This link includes a filter this site doesn’t have ({}: {}). {}",
        [filter, value, remove],
    )
}

/// A part of the line about one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportSlot {
    /// The outlet's name.
    Outlet,
    /// Any other text.
    Text(String),
}

/// Returns the line about one report: `Shafaq News, 6 January 2026 · English`. The language is left
/// out if all reports have the same.
pub fn report_line(entry: &Entry, has_language: bool) -> Sentence<ReportSlot> {
    let day = ReportSlot::Text(day_text(entry.published));
    if !has_language {
        return Sentence::new("{}, {}", [ReportSlot::Outlet, day]);
    }
    let language = language_name(&EntryFacet::Language.code(entry));
    Sentence::new("{}, {} · {}", [ReportSlot::Outlet, day, ReportSlot::Text(language)])
}

/// Returns the number of statements of a report that are not published: `2 drafts`.
pub fn drafts(number: usize) -> String {
    count(number, "draft", "drafts")
}

/// Returns the note after the sources that are named: `and 3 more`.
pub fn more_sources(number: usize) -> String {
    format!("and {number} more")
}

/// Returns the number of statements and sources of a report: `11 statements`, `, 7 sources`.
pub fn size(entry: &Entry) -> [String; 2] {
    let statements = count(entry.statements(), "statement", "statements");
    [statements, format!(", {}", count(entry.sources, "source", "sources"))]
}

/// Says how much is quoted: `1 quoted, 2 partly, 8 paraphrased`. Leaves out what a report does not
/// have.
pub fn how_quoted(entry: &Entry) -> String {
    let wordings = entry.wordings;
    let parts = [
        (wordings.direct, "quoted"),
        (wordings.mixed, "partly"),
        (wordings.indirect, "paraphrased"),
    ];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    parts.map(|(number, what)| format!("{number} {what}")).collect::<Vec<_>>().join(", ")
}

/// Returns the heading of a month: `January 2026`.
pub fn month(day: Day) -> String {
    let day = day_text(day);
    day.split_once(' ').map_or(day.as_str(), |(_, month)| month).to_owned()
}
