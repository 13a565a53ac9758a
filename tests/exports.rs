//! Exported files: a third-party parser reads each of them, all formats have the same items with
//! the same content, and any view cut out of a file is again a valid file.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use biblatex::{Bibliography, ChunksExt, EntryType};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::{Item, Value as Field};
use hayagriva::citationberg::taxonomy::{Kind, Variable};
use hayagriva::citationberg::{IndependentStyle, Locale, Style};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use onrecord::format::Format;
use onrecord::load::load;
use onrecord::model::{Dossier, Settings};
use onrecord::query::Collection;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::LazyLock;
use support::bundle::files_of;
use support::{bytes, good, good_files};

/// The exported file of a collection.
struct Exported {
    /// Its path in the bundle.
    path: String,
    format: Format,
    text: String,
    /// The byte offsets of the items, start and end of each in turn, as in the file's `.places`.
    places: Vec<usize>,
    /// Number of items in the collection.
    count: usize,
    /// The same collection as a list of JSON objects.
    rows: Vec<Value>,
}

impl Exported {
    /// Cuts a file with some of the items out of this one, as `static/export.js` does.
    fn cut(&self, items: &[usize]) -> String {
        let part = |from: usize, to: usize| &self.text[from..to];
        let between = match self.places.as_slice() {
            [_, end, start, ..] => part(*end, *start),
            _ => "",
        };
        let item = |item: &usize| part(self.places[2 * item], self.places[2 * item + 1]);
        let items: Vec<&str> = items.iter().map(item).collect();
        if self.places.is_empty() {
            return self.text.clone();
        }
        let start = self.places.first().map_or("", |first| part(0, *first));
        let end = self.places.last().map_or("", |last| part(*last, self.text.len()));
        [start, &items.join(between), end].concat()
    }
}

/// Returns settings with and without a public address.
fn settings() -> [Settings; 2] {
    let address = Some("https://example.org/on/".to_owned());
    [Settings::default(), Settings { address, ..Settings::default() }]
}

/// Returns a dossier whose texts a spreadsheet would run as formulas.
fn formulas() -> Dossier {
    let mut json: Value = serde_json::from_slice(&bytes("tests/fixtures/good/small/dossier.json"))
        .expect("the fixture is JSON");
    json["topics"][0]["label"] = "+1 topic".into();
    json["places"][0]["name"] = json!({ "is": "@SUM(1)", "note": "-2" });
    json["actors"][0]["name"] = json!({ "is": "=HYPERLINK(\"x\")", "note": "Ours." });
    json["actors"][1]["name"]["is"] = " \t=1+1".into();
    json["actors"][1]["note"] = "＝1".into();
    json["actors"][2]["aliases"] = json!([{ "is": "-1, \"x\"", "note": "Ours." }]);
    json["statements"][0]["gist"] = "=1+1".into();
    json["statements"][0]["note"] = "\t=1".into();
    json["statements"][2]["gist"] = "+SUM(A1)".into();
    json["figures"][0]["unit"] = json!({ "is": "@ships", "note": "Ours." });
    json["figures"][0]["note"] = "\r\n=1".into();
    let loaded = load("formulas", json.to_string().as_bytes());
    loaded.dossier.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

/// Returns a dossier whose texts would break out of their field in a citation.
fn breaking_out() -> Dossier {
    let mut json: Value = serde_json::from_slice(&bytes("tests/fixtures/good/small/dossier.json"))
        .expect("the fixture is JSON");
    // The loader rejects control characters other than these.
    let ends = "x\nER  - \nTY  - JOUR\n\tTI  - \u{2028}ER  - ";
    json["article"]["headline"] = ends.into();
    for actor in json["actors"].as_array_mut().expect("a list of actors") {
        actor["name"] = json!({ "is": format!("{ends} {}", actor["id"]), "note": "Ours." });
    }
    let loaded = load("breaking out", json.to_string().as_bytes());
    loaded.dossier.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

/// The exports of every valid dossier. They are built only once, as rendering the pages is slow.
static EXPORTS: LazyLock<Exports> = LazyLock::new(|| {
    let mut dossiers: Vec<Dossier> = good_files().iter().map(|file| good(file)).collect();
    dossiers.extend([formulas(), breaking_out()]);
    let mut exports = Exports::default();
    for dossier in dossiers.into_iter().map(Arc::new) {
        for settings in settings() {
            let files = files_of(&[Arc::clone(&dossier)], settings);
            let files: BTreeMap<String, String> = (files.into_iter())
                .filter_map(|file| Some((file.path, String::from_utf8(file.bytes).ok()?)))
                .collect();
            exports.collections.extend(collections(&dossier, &files));
            for format in Format::ALL {
                let Some(name) = format.citation_file() else { continue };
                let name = format!("/{name}");
                let found = files.iter().filter(|(path, _)| path.ends_with(&name));
                exports
                    .citations
                    .extend(found.map(|(path, text)| (format, path.clone(), text.clone())));
            }
        }
    }
    exports
});

#[derive(Default)]
struct Exports {
    /// The files of whole collections.
    collections: Vec<Exported>,
    /// The files that cite a single statement: format, path and text.
    citations: Vec<(Format, String, String)>,
}

fn in_format(format: Format) -> impl Iterator<Item = &'static Exported> {
    EXPORTS.collections.iter().filter(move |file| file.format == format)
}

fn collections(dossier: &Dossier, files: &BTreeMap<String, String>) -> Vec<Exported> {
    let collections = [
        (Collection::Statements, "statements", dossier.statements.len()),
        (Collection::Actors, "actors", dossier.actors.len()),
        (Collection::Figures, "figures", dossier.figures.len()),
    ];
    let mut exported = Vec::new();
    for (collection, name, count) in collections {
        let rows = &files[&format!("{}/{name}.json", dossier.id)];
        let rows: Vec<Value> = serde_json::from_str(rows).expect("the rows are JSON");
        for format in Format::of(collection) {
            let path = format!("{}/{name}.{}", dossier.id, format.extension());
            let places = &files[&format!("{path}.places")];
            exported.push(Exported {
                format,
                text: files[&path].clone(),
                places: serde_json::from_str(places).expect("the places are JSON"),
                count,
                rows: rows.clone(),
                path,
            });
        }
    }
    exported
}

/// Reads the keys of the items in a file with a third-party parser.
///
/// # Errors
/// Describes what makes the file invalid.
fn read(format: Format, text: &str) -> Result<Vec<String>, String> {
    match format {
        Format::Csv => {
            let rows = csv_rows(text)?;
            Ok(rows.into_iter().map(|row| row["id"].clone()).collect())
        }
        Format::Json => {
            let rows: Vec<Value> = serde_json::from_str(text).map_err(|e| e.to_string())?;
            Ok(rows.iter().map(|row| row["id"].as_str().unwrap_or_default().to_owned()).collect())
        }
        Format::Markdown => {
            let headings = text.lines().filter_map(|line| line.strip_prefix("## "));
            Ok(headings
                .map(|heading| heading.split('.').next().unwrap_or_default().to_owned())
                .collect())
        }
        Format::Bibtex => {
            let entries = Bibliography::parse(text).map_err(|error| error.to_string())?;
            Ok(entries.iter().map(|entry| entry.key.clone()).collect())
        }
        Format::Csl => {
            let items = csl_items(text)?;
            Ok(items.iter().map(|item| item.id().unwrap_or_default().into_owned()).collect())
        }
        Format::Ris => {
            let records = ris_records(text)?;
            Ok(records.iter().map(|record| record["ID"].clone()).collect())
        }
    }
}

/// Reads the rows of a table, by the names of its columns. Each row must have every column.
fn csv_rows(text: &str) -> Result<Vec<BTreeMap<String, String>>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    rows.collect::<Result<_, _>>().map_err(|error| error.to_string())
}

/// Reads the items of a CSL-JSON list with the crate `citationberg`, which knows the types and the
/// variables of the Citation Style Language, and the type of each variable's value.
///
/// # Errors
/// Describes what makes the list invalid.
fn csl_items(text: &str) -> Result<Vec<Item>, String> {
    let items: Vec<Item> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if items.iter().any(|item| item.id().is_none() || item.type_().is_none()) {
        return Err("an item without id or type".to_owned());
    }
    for (name, field) in items.iter().flat_map(|item| &item.0) {
        let is_right = match (name.as_str(), field) {
            ("id", Field::String(_)) => true,
            ("type", Field::String(kind)) => kind.parse::<Kind>().is_ok(),
            (name, field) => match serde_json::from_value(name.into()) {
                Ok(Variable::Standard(_)) => matches!(field, Field::String(_)),
                Ok(Variable::Date(_)) => matches!(field, Field::Date(_)),
                // The article names no author, and has no numbers such as a volume.
                _ => false,
            },
        };
        if !is_right {
            return Err(format!("{name} must not be {field:?}"));
        }
    }
    Ok(items)
}

#[test]
fn every_file_is_valid_and_has_every_item() {
    for exported in &EXPORTS.collections {
        let Exported { path, format, text, count, .. } = exported;
        let keys = read(*format, text).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(keys.len(), *count, "{path}");
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), *count, "{path}: a duplicate key");
        assert_eq!(exported.places.len(), 2 * count, "{path}.places");
        assert!(exported.places.is_sorted(), "{path}.places");
    }
}

#[test]
fn tables_have_the_same_content_as_json_and_no_formulas() {
    let shown = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            items.join("; ")
        }
        other => other.to_string(),
    };
    let mut defused = 0;
    for exported in in_format(Format::Csv) {
        let Exported { path, text, rows, .. } = exported;
        assert!(text.starts_with('\u{FEFF}'), "{path}: spreadsheets would guess the encoding");
        for (row, expected) in csv_rows(text).expect("a table").iter().zip(rows) {
            let names: BTreeSet<&String> = row.keys().collect();
            let fields = expected.as_object().expect("a row is an object");
            assert_eq!(names, fields.keys().collect(), "{path}");
            for (name, cell) in row {
                let expected = shown(&fields[name]);
                if fields[name].is_number() {
                    assert_eq!(*cell, expected, "{path}: {name}");
                    continue;
                }
                let first = cell.trim_start().chars().next().unwrap_or_default();
                assert!(!"=+-@＝＋－＠".contains(first), "{path}: {name} runs: {cell:?}");
                assert!(!cell.starts_with(['\t', '\r', '\n']), "{path}: {name} runs: {cell:?}");
                defused += usize::from(*cell != expected);
                // A leading apostrophe marks text.
                let is_same = *cell == expected || *cell == format!("'{expected}");
                assert!(is_same, "{path}: {name}: {cell:?} for {expected:?}");
            }
        }
    }
    assert!(defused >= 10, "only {defused} texts would run as formulas");
}

/// Returns text with every run of white space as one space. Formats with one line for each value
/// have to replace line breaks.
fn single(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn bibtex_citations_match_the_rows() {
    for exported in in_format(Format::Bibtex) {
        let Exported { path, text, rows, .. } = exported;
        let entries = Bibliography::parse(text).expect("a bibliography");
        for (entry, row) in entries.iter().zip(rows) {
            let field = |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim());
            let cell = |name: &str| row[name].as_str().unwrap_or_default();
            assert_eq!(entry.entry_type, EntryType::Misc, "{path}");
            assert_eq!(entry.key, format!("{}:{}", cell("dossier"), cell("id")), "{path}");
            assert_eq!(field("year").as_deref(), cell("published").get(..4), "{path}");
            let outlet = field("howpublished").unwrap_or_default();
            assert_eq!(single(&outlet), single(cell("outlet")), "{path}");
            let note = single(&field("note").unwrap_or_default());
            assert!(note.contains(cell("link")), "{path}: {note}");
            assert!(note.ends_with(&single(cell("attributed"))), "{path}: {note}");
            assert!(entry.get("author").is_none(), "{path}: the article names no author");
        }
    }
}

/// Formats an item as an entry in a list of references.
fn in_style(item: &Item, style: &IndependentStyle, locales: &[Locale]) -> String {
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::from_items(
        vec![CitationItem::with_entry(item)],
        style,
        locales,
    ));
    let list = driver.finish(BibliographyRequest::new(style, None, locales)).bibliography;
    let entries = list.expect("the style has a list of references").items;
    let [entry] = entries.as_slice() else { panic!("{} entries of {item:?}", entries.len()) };
    format!("{:#}", entry.content)
}

#[test]
fn csl_citations_match_the_rows() {
    // A style that does not change the case of the outlet's name.
    let style = ArchivedStyle::InstituteOfElectricalAndElectronicsEngineers;
    let Style::Independent(style) = style.get() else { panic!("the style is independent") };
    let locales = locales();
    for exported in in_format(Format::Csl) {
        let Exported { path, text, rows, .. } = exported;
        for (item, row) in csl_items(text).expect("citations").iter().zip(rows) {
            let field = |name: &str| item.0.get(name).and_then(Field::to_str).unwrap_or_default();
            let cell = |name: &str| row[name].as_str().unwrap_or_default();
            assert_eq!(field("id"), format!("{}:{}", cell("dossier"), cell("id")), "{path}");
            assert_eq!(field("container-title"), cell("outlet"), "{path}");
            assert_eq!(field("archive_location"), cell("link"), "{path}");
            assert!(field("note").ends_with(cell("attributed")), "{path}: {}", field("note"));
            let entry = single(&in_style(item, &style, &locales));
            let year = cell("published").get(..4).unwrap_or_default();
            assert!(entry.contains(&single(cell("outlet"))), "{path}: {entry}");
            assert!(entry.contains(year), "{path}: {entry}");
        }
    }
}

/// Reads the records of a RIS file, by the rules of the format: each line is a tag of two
/// characters, two spaces, a hyphen, a space and a value, and ends with CR LF; `TY` begins a record
/// and `ER` ends it.
///
/// # Errors
/// Describes what makes the file invalid.
fn ris_records(text: &str) -> Result<Vec<BTreeMap<String, String>>, String> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let mut records = Vec::new();
    let mut record: Option<BTreeMap<String, String>> = None;
    let Some(lines) = text.strip_suffix("\r\n") else {
        return Err("the last line does not end with CR LF".to_owned());
    };
    for line in lines.split("\r\n") {
        let (tag, value) = line.split_once("  - ").ok_or(format!("no tag: {line:?}"))?;
        let is_tag = matches!(tag.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z' | b'0'..=b'9']);
        if !is_tag || value.contains(char::is_control) {
            return Err(format!("not a field: {line:?}"));
        }
        match (tag, &mut record) {
            ("TY", None) => record = Some(BTreeMap::from([(tag.to_owned(), value.to_owned())])),
            ("TY", Some(_)) => return Err(format!("a record within a record: {line:?}")),
            ("ER", Some(_)) => records.extend(record.take()),
            (_, Some(fields)) => {
                if fields.insert(tag.to_owned(), value.to_owned()).is_some() {
                    return Err(format!("a field twice: {line:?}"));
                }
            }
            (_, None) => return Err(format!("outside of a record: {line:?}")),
        }
    }
    if record.is_some() {
        return Err("the last record does not end".to_owned());
    }
    Ok(records)
}

#[test]
fn ris_citations_match_the_csl_citations() {
    let tags = [
        ("id", "ID"),
        ("title", "TI"),
        ("genre", "M3"),
        ("container-title", "T2"),
        ("language", "LA"),
        ("URL", "UR"),
        ("archive", "DB"),
        ("archive_location", "AN"),
        ("note", "N1"),
    ];
    let check = |path: &str, ris: &str, csl: &str| {
        let items: Vec<Value> = serde_json::from_str(csl).expect("a list of items");
        let records = ris_records(ris).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(records.len(), items.len(), "{path}");
        for (mut record, item) in records.into_iter().zip(items) {
            let mut item = item.as_object().expect("an item is an object").clone();
            let mut take = |tag: &str| record.remove(tag).unwrap_or_default();
            assert_eq!(item.remove("type"), Some("article-newspaper".into()), "{path}");
            assert_eq!(take("TY"), "NEWS", "{path}");
            let issued = item.remove("issued").unwrap_or_default();
            let parts: Vec<u64> =
                serde_json::from_value(issued["date-parts"][0].clone()).expect("a date has parts");
            let [year, month, day] = parts.as_slice() else { panic!("{path}: {parts:?}") };
            assert_eq!(take("PY"), format!("{year}"), "{path}");
            assert_eq!(take("DA"), format!("{year:04}/{month:02}/{day:02}/"), "{path}");
            for (name, tag) in tags {
                let expected = item.remove(name).unwrap_or_default();
                let expected = expected.as_str().unwrap_or_default();
                assert_eq!(take(tag), single(expected), "{path}: {name}");
            }
            assert!(item.is_empty() && record.is_empty(), "{path}: {item:?} {record:?}");
        }
    };
    for (ris, csl) in in_format(Format::Ris).zip(in_format(Format::Csl)) {
        check(&ris.path, &ris.text, &csl.text);
    }
    let of = |format: Format| EXPORTS.citations.iter().filter(move |(other, ..)| *other == format);
    for ((_, path, ris), (.., csl)) in of(Format::Ris).zip(of(Format::Csl)) {
        check(path, ris, csl);
    }
}

#[test]
fn invalid_ris_is_rejected() {
    let check = |text: &str| ris_records(text).map(|records| records.len()).ok();
    assert_eq!(check(""), Some(0));
    assert_eq!(check("TY  - NEWS\r\nTI  - ER  - x\r\nER  - \r\n"), Some(1));
    assert_eq!(check("TY  - NEWS\r\nER  - \r\nTY  - NEWS\r\nER  - \r\n"), Some(2));
    assert_eq!(check("TY  - NEWS\nER  - \n"), None);
    assert_eq!(check("TY  - NEWS\r\nER  - "), None);
    assert_eq!(check("TY  - NEWS\r\nTI  - a\r\nb\r\nER  - \r\n"), None);
    assert_eq!(check("TY  - NEWS\r\nTI  - a\r\n"), None);
    assert_eq!(check("TI  - a\r\nER  - \r\n"), None);
}

#[test]
fn invalid_csl_is_rejected() {
    let check = |item: Value| csl_items(&json!([item]).to_string()).is_ok();
    assert!(check(json!({ "id": "x", "type": "article-newspaper", "title": "X" })));
    assert!(!check(json!({ "id": "x" })));
    assert!(!check(json!({ "id": "x", "type": "news" })));
    assert!(!check(json!({ "id": "x", "type": "article-newspaper", "outlet": "X" })));
    assert!(!check(json!({ "id": "x", "type": "article-newspaper", "issued": "2026" })));
}

#[test]
fn each_statement_has_its_citation_files() {
    for format in Format::ALL {
        let count = EXPORTS.citations.iter().filter(|(other, ..)| *other == format).count();
        let files = in_format(format).filter(|_| format.citation_file().is_some());
        assert_eq!(count, files.map(|file| file.count).sum::<usize>(), "{format:?}");
    }
    for (format, path, text) in &EXPORTS.citations {
        let keys = read(*format, text).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(keys.len(), 1, "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A view has some of the items of a file, in any order.
    #[test]
    fn a_view_cut_out_of_a_file_is_valid(pick in any::<prop::sample::Index>(), order in any::<[u8; 24]>()) {
        let file = pick.get(&EXPORTS.collections);
        let mut items: Vec<usize> = (0..file.count).collect();
        items.sort_by_key(|item| order[item % order.len()]);
        items.retain(|item| order[(item + 7) % order.len()] % 2 == 0);
        let keys = read(file.format, &file.text).map_err(TestCaseError::fail)?;
        let cut = file.cut(&items);
        let found = read(file.format, &cut).map_err(|error| {
            TestCaseError::fail(format!("{}: {error}\n{cut}", file.path))
        })?;
        let expected: Vec<String> = items.iter().map(|item| keys[*item].clone()).collect();
        prop_assert_eq!(found, expected, "{}", file.path);
    }
}
