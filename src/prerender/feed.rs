//! `feed.xml`: the Atom feed (RFC 4287) of reports and corrections, for a site with a public address.
//! All dates are in the data, so that the same data gives the same file.

use super::escape::escape;
use super::{File, file};
use crate::model::{Day, IdKind};
use crate::route::{Route, percent_encoded};
use crate::site::{Corrected, Entry, Site};
use crate::text;
use std::collections::BTreeMap;

/// The path of the feed below the bundle's root.
pub const FEED: &str = "feed.xml";

/// Maximum number of entries, newest first.
const MAX_ENTRIES: usize = 100;

/// The start of a day as RFC 3339 writes it.
const MIDNIGHT: &str = "T00:00:00Z";

/// An entry of the feed.
struct Item {
    updated: Day,
    xml: String,
}

/// Makes the feed.
pub fn feed(site: &Site, address: &str) -> File {
    let since = since(site);
    let mut items = Vec::new();
    for entry in site.entries.iter().filter(|entry| !entry.is_draft) {
        let recorded = since.get(entry.id.as_str()).copied();
        let tag = tag(address, recorded.unwrap_or(entry.published), &entry.id.to_string());
        items.extend(corrections(entry, address, &tag));
        items.push(report(entry, address, &tag, recorded));
    }
    // Stable, so that entries of the same day keep the archive's order.
    items.sort_by_key(|item| std::cmp::Reverse(item.updated));
    items.truncate(MAX_ENTRIES);
    // A preview may have nothing but drafts.
    let newest = || site.entries.iter().map(|entry| entry.annotated).max();
    let updated = items.first().map(|item| item.updated).or_else(newest);
    let updated = updated.map(time).unwrap_or_default();
    let entries: String = items.into_iter().map(|item| item.xml).collect();
    let (title, name) = (xml(&text::feed_title(&site.name)), xml(&site.name));
    let address = xml(address);
    file(
        FEED,
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n\
             <id>{address}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n\
             <author><name>{name}</name></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{address}{FEED}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n\
             {entries}</feed>\n"
        ),
    )
}

/// Returns the day on which each dossier was first recorded as published, by its id.
fn since(site: &Site) -> BTreeMap<&str, Day> {
    let first = |ledger: &crate::model::Ledger| {
        let entries = IdKind::ALL.into_iter().flat_map(|kind| ledger.entries(kind));
        entries.map(|entry| entry.since).min()
    };
    let days = |ledger| first(ledger).map(|day| (ledger.dossier.as_str(), day));
    site.ledgers.iter().filter_map(days).collect()
}

/// Makes the entry of a dossier. It counts as updated when the annotation changed, or when it was
/// first published if that was later.
fn report(entry: &Entry, address: &str, tag: &str, recorded: Option<Day>) -> Item {
    let updated = recorded.map_or(entry.annotated, |day| day.max(entry.annotated));
    let published = recorded.map(|day| format!("<published>{}</published>\n", time(day)));
    let link = Route::Statements(entry.id.clone()).href(address);
    let xml = entry_xml(&Parts {
        id: tag,
        language: entry.title_language(),
        title: &entry.title,
        link: &link,
        updated,
        more: published.unwrap_or_default(),
        author: &entry.annotator,
        summary: &text::feed_report(entry),
    });
    Item { updated, xml }
}

/// Makes the entries of a dossier's corrections.
fn corrections(entry: &Entry, address: &str, tag: &str) -> Vec<Item> {
    let mut items = Vec::new();
    for (position, corrected) in entry.corrections.iter().enumerate() {
        let before = &entry.corrections[..position];
        let number = 1 + before.iter().filter(|other| other.on == corrected.on).count();
        let id = format!("{tag}/corrected/{}/{number}", corrected.on.iso());
        let xml = entry_xml(&Parts {
            id: &id,
            language: None,
            title: &text::feed_correction_title(entry),
            link: &target(entry, corrected).href(address),
            updated: corrected.on,
            more: String::new(),
            author: &entry.annotator,
            summary: &text::feed_correction(corrected),
        });
        items.push(Item { updated: corrected.on, xml });
    }
    items
}

/// Returns the page that shows a correction: that of the only statement it changed, or the page
/// about the dossier.
fn target(entry: &Entry, corrected: &Corrected) -> Route {
    match corrected.statements.as_slice() {
        [only] => Route::Statement(entry.id.clone(), only.clone()),
        _ => Route::AboutDossier(entry.id.clone()),
    }
}

/// The parts of an entry, not escaped.
struct Parts<'p> {
    id: &'p str,
    language: Option<&'p str>,
    title: &'p str,
    link: &'p str,
    updated: Day,
    /// Further elements, as XML.
    more: String,
    author: &'p str,
    summary: &'p str,
}

fn entry_xml(parts: &Parts<'_>) -> String {
    let language = parts.language.map(|language| format!(" xml:lang=\"{}\"", xml(language)));
    format!(
        "<entry>\n<id>{}</id>\n<title{}>{}</title>\n<updated>{}</updated>\n{}\
         <author><name>{}</name></author>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
         <summary>{}</summary>\n</entry>\n",
        xml(parts.id),
        language.unwrap_or_default(),
        xml(parts.title),
        time(parts.updated),
        parts.more,
        xml(parts.author),
        xml(parts.link),
        xml(parts.summary),
    )
}

/// Makes a tag URI (RFC 4151) from the host and the path of the public address:
/// `tag:example.org,2026-01-07:on/harbour`. It stays the same if the dossier changes.
fn tag(address: &str, day: Day, id: &str) -> String {
    let place = address.split_once("://").map_or(address, |(_, place)| place);
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let path = percent_encoded(path, b"-._~/%");
    format!("tag:{host},{}:{path}{id}", day.iso())
}

/// Returns the start of a day.
fn time(day: Day) -> String {
    day.iso() + MIDNIGHT
}

/// Escapes a text for XML 1.0, and replaces the characters that it does not allow.
fn xml(text: &str) -> String {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    escape(&text.replace(|c: char| !is_allowed(c), "\u{fffd}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_name_the_host_and_the_path() {
        let day = Day::new(2026, 1, 7).expect("a day");
        let check = |address, expected| assert_eq!(tag(address, day, "harbour"), expected);
        check("https://example.org/", "tag:example.org,2026-01-07:harbour");
        check("http://Example.org:8080/on/", "tag:example.org,2026-01-07:on/harbour");
        check("https://a.org/ü/", "tag:a.org,2026-01-07:%C3%BC/harbour");
    }

    #[test]
    fn characters_that_xml_does_not_allow_are_replaced() {
        assert_eq!(
            xml("a\u{0}b\u{1b}\u{ffff}<&\"'\n"),
            "a\u{fffd}b\u{fffd}\u{fffd}&lt;&amp;&quot;&#39;\n"
        );
    }
}
