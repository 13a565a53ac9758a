//! What can be taken away: every file is read by a parser that is not ours, holds as many items as there
//! are, says the same in each format, and what is cut out of it is such a file again.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use biblatex::{Bibliography, ChunksExt, EntryType};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::{Item, Value as Field};
use hayagriva::citationberg::taxonomy::{Kind, Variable};
use hayagriva::citationberg::{IndependentStyle, Locale, Style};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use onrecord::export::Format;
use onrecord::load::load;
use onrecord::model::{Dossier, Settings};
use onrecord::query::Collection;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::LazyLock;
use support::bundle::files_of;
use support::{bytes, good, good_files};

/// A file that holds a collection, and where its items stand.
struct Taken {
    /// Its path in the bundle.
    path: String,
    format: Format,
    text: String,
    /// From and to of each item, in bytes, one after the other: as the file's `.places` has them.
    places: Vec<usize>,
    /// How many items the dossier has.
    count: usize,
    /// The same collection as a list of JSON objects.
    rows: Vec<Value>,
}

impl Taken {
    /// The items in a file of their own, as `static/export.js` cuts them.
    fn cut(&self, items: &[usize]) -> String {
        let part = |from: usize, to: usize| &self.text[from..to];
        let between = match self.places.as_slice() {
            [_, end, start, ..] => part(*end, *start),
            _ => "",
        };
        let item = |item: &usize| part(self.places[2 * item], self.places[2 * item + 1]);
        let items: Vec<&str> = items.iter().map(item).collect();
        let start = self.places.first().map_or("", |first| part(0, *first));
        let end = self.places.last().map_or("", |last| part(*last, self.text.len()));
        [start, &items.join(between), end].concat()
    }
}

/// With and without a public address.
fn settings() -> [Settings; 2] {
    let address = Some("https://example.org/on/".to_owned());
    [Settings::default(), Settings { address, ..Settings::default() }]
}

/// A dossier whose texts would run as formulas in a spreadsheet.
fn running() -> Dossier {
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
    let loaded = load("running", json.to_string().as_bytes());
    loaded.dossier.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

/// All that is made of every sound dossier. It is made once, for pages take their time.
static MADE: LazyLock<Made> = LazyLock::new(|| {
    let mut dossiers: Vec<Dossier> = good_files().iter().map(|file| good(file)).collect();
    dossiers.push(running());
    let mut made = Made::default();
    for dossier in dossiers.into_iter().map(Rc::new) {
        for settings in settings() {
            let files = files_of(&[Rc::clone(&dossier)], settings);
            let files: BTreeMap<String, String> = (files.into_iter())
                .filter_map(|file| Some((file.path, String::from_utf8(file.bytes).ok()?)))
                .collect();
            made.taken.extend(taken(&dossier, &files));
            let of_one = |path: &str| path.ends_with("/cite.json") || path.ends_with("/cite.bib");
            made.of_one.extend(files.into_iter().filter(|(path, _)| of_one(path)));
        }
    }
    made
});

#[derive(Default)]
struct Made {
    /// The files that hold a collection.
    taken: Vec<Taken>,
    /// The citations of one statement each: path and text.
    of_one: Vec<(String, String)>,
}

fn of_format(format: Format) -> impl Iterator<Item = &'static Taken> {
    MADE.taken.iter().filter(move |taken| taken.format == format)
}

fn taken(dossier: &Dossier, files: &BTreeMap<String, String>) -> Vec<Taken> {
    let collections = [
        (Collection::Statements, "statements", dossier.statements.len()),
        (Collection::Actors, "actors", dossier.actors.len()),
        (Collection::Figures, "figures", dossier.figures.len()),
    ];
    let mut taken = Vec::new();
    for (collection, name, count) in collections {
        let rows = &files[&format!("{}/{name}.json", dossier.id)];
        let rows: Vec<Value> = serde_json::from_str(rows).expect("the rows are JSON");
        for format in Format::of(collection) {
            let path = format!("{}/{name}.{}", dossier.id, format.ending());
            let places = &files[&format!("{path}.places")];
            taken.push(Taken {
                format: *format,
                text: files[&path].clone(),
                places: serde_json::from_str(places).expect("the places are JSON"),
                count,
                rows: rows.clone(),
                path,
            });
        }
    }
    taken
}

/// The keys of the items that a file holds, by a parser that is not ours.
///
/// # Errors
/// Why it is no such file.
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
    }
}

/// The rows of a table, by the names of its columns. Every row has to have them all.
fn csv_rows(text: &str) -> Result<Vec<BTreeMap<String, String>>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    rows.collect::<Result<_, _>>().map_err(|error| error.to_string())
}

/// The items of a list in CSL-JSON, as the crate `citationberg` reads them. It knows by itself the kinds
/// and the variables of the Citation Style Language, and of what sort each is.
///
/// # Errors
/// What is no such list, or no word of that language.
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
                // The article names no author, and nothing of it is numbered.
                _ => false,
            },
        };
        if !is_right {
            return Err(format!("{name} is not to be {field:?}"));
        }
    }
    Ok(items)
}

#[test]
fn every_file_is_read_and_holds_as_many_items_as_there_are() {
    for taken in &MADE.taken {
        let Taken { path, format, text, count, .. } = taken;
        let keys = read(*format, text).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(keys.len(), *count, "{path}");
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), *count, "{path}: a key twice");
        assert_eq!(taken.places.len(), 2 * count, "{path}.places");
        assert!(taken.places.is_sorted(), "{path}.places");
    }
}

#[test]
fn tables_say_what_the_rows_say_and_nothing_runs() {
    let shown = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            items.join("; ")
        }
        other => other.to_string(),
    };
    let mut warded = 0;
    for taken in of_format(Format::Csv) {
        let Taken { path, text, rows, .. } = taken;
        assert!(text.starts_with('\u{FEFF}'), "{path}: spreadsheets would guess its encoding");
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
                warded += usize::from(*cell != expected);
                // A mark before it tells a spreadsheet that it is a text.
                let is_same = *cell == expected || *cell == format!("'{expected}");
                assert!(is_same, "{path}: {name}: {cell:?} for {expected:?}");
            }
        }
    }
    assert!(warded >= 10, "the fixture has texts that would run: {warded}");
}

#[test]
fn citations_in_bibtex_say_what_is_cited() {
    for taken in of_format(Format::Bibtex) {
        let Taken { path, text, rows, .. } = taken;
        let entries = Bibliography::parse(text).expect("a bibliography");
        for (entry, row) in entries.iter().zip(rows) {
            let field = |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim());
            let cell = |name: &str| row[name].as_str().unwrap_or_default();
            let single = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
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

/// The entry of an item in a list of references, in a style.
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
fn citations_in_csl_say_what_is_cited() {
    // One that sets an outlet's name in the letters that it has.
    let style = ArchivedStyle::InstituteOfElectricalAndElectronicsEngineers;
    let Style::Independent(style) = style.get() else { panic!("the style stands on its own") };
    let locales = locales();
    let single = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for taken in of_format(Format::Csl) {
        let Taken { path, text, rows, .. } = taken;
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

#[test]
fn what_is_no_word_of_csl_is_found() {
    let check = |item: Value| csl_items(&json!([item]).to_string()).is_ok();
    assert!(check(json!({ "id": "x", "type": "article-newspaper", "title": "X" })));
    assert!(!check(json!({ "id": "x" })));
    assert!(!check(json!({ "id": "x", "type": "news" })));
    assert!(!check(json!({ "id": "x", "type": "article-newspaper", "outlet": "X" })));
    assert!(!check(json!({ "id": "x", "type": "article-newspaper", "issued": "2026" })));
}

#[test]
fn a_statement_has_a_citation_of_its_own() {
    assert!(!MADE.of_one.is_empty());
    for (path, text) in &MADE.of_one {
        let format = if path.ends_with(".json") { Format::Csl } else { Format::Bibtex };
        let keys = read(format, text).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(keys.len(), 1, "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A view: some of the items, in some order, out of some file.
    #[test]
    fn what_is_cut_out_is_such_a_file(pick in any::<prop::sample::Index>(), order in any::<[u8; 24]>()) {
        let taken = pick.get(&MADE.taken);
        let mut items: Vec<usize> = (0..taken.count).collect();
        items.sort_by_key(|item| order[item % order.len()]);
        items.retain(|item| order[(item + 7) % order.len()] % 2 == 0);
        let keys = read(taken.format, &taken.text).map_err(TestCaseError::fail)?;
        let cut = taken.cut(&items);
        let found = read(taken.format, &cut).map_err(|error| {
            TestCaseError::fail(format!("{}: {error}\n{cut}", taken.path))
        })?;
        let expected: Vec<String> = items.iter().map(|item| keys[*item].clone()).collect();
        prop_assert_eq!(found, expected, "{}", taken.path);
    }
}
