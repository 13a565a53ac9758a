//! Errors that an annotator could make, and how many of them the checks report.
//!
//! Each mutant of a dossier has one error: another speaker, an antecedent that names somebody else,
//! a date on another day, a bound that the words contradict, or a missing hop. Notes that would answer
//! the warning are removed, because nobody explains an error that they do not see.
//!
//! `DOSSIERS=FOLDER cargo test --test mutants -- --ignored --nocapture` measures other dossiers.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::load::{Diagnostic, Severity, load};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use support::{REAL, bytes, folders, path};

/// A mutant: the JSON, and the path of the element that is wrong.
struct Mutant {
    kind: &'static str,
    json: Value,
    element: String,
    what: String,
}

/// Codes that report each kind of mutant.
const CODES: [(&str, &[&str]); 6] = [
    ("speaker", &["other-speaker", "speaker-not-named"]),
    ("speaker of a shared source", &["shared-speakers"]),
    ("antecedent", &["other-speaker"]),
    ("day or year", &["other-day"]),
    ("bound", &["other-bound"]),
    ("missing hop", &["missing-hop", "other-chain", "other-speaker", "speaker-not-named"]),
];

/// The number of mutants of a kind, of those reported, and those that are not.
#[derive(Default)]
struct Tally {
    all: usize,
    reported: usize,
    missed: Vec<String>,
}

impl Tally {
    fn share(&self) -> f64 {
        self.reported as f64 * 100.0 / self.all.max(1) as f64
    }
}

fn measure(files: &[String]) -> BTreeMap<&'static str, Tally> {
    let mut tallies: BTreeMap<&'static str, Tally> = BTreeMap::new();
    for file in files {
        let original: Value =
            serde_json::from_slice(&std::fs::read(file).expect("a file")).expect("JSON");
        for mutant in mutants(&original) {
            let bytes = serde_json::to_vec(&mutant.json).expect("JSON");
            let diagnostics = load(file, &bytes).diagnostics;
            let tally = tallies.entry(mutant.kind).or_default();
            tally.all += 1;
            if diagnostics.iter().any(|it| reports(it, &mutant)) {
                tally.reported += 1;
            } else {
                let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy();
                tally.missed.push(format!("{name} {}: {}", mutant.element, mutant.what));
            }
        }
    }
    tallies
}

fn reports(diagnostic: &Diagnostic, mutant: &Mutant) -> bool {
    let (_, codes) = CODES.iter().find(|(kind, _)| *kind == mutant.kind).expect("a known kind");
    diagnostic.severity == Severity::Error
        || (codes.contains(&diagnostic.code.as_str())
            && diagnostic.path.starts_with(&mutant.element))
}

fn table(tallies: &BTreeMap<&'static str, Tally>) -> String {
    let mut table =
        format!("{:<28}{:>8}{:>10}{:>10}\n", "kind of mutant", "number", "reported", "per cent");
    for (kind, tally) in tallies {
        table +=
            &format!("{kind:<28}{:>8}{:>10}{:>10.1}\n", tally.all, tally.reported, tally.share());
    }
    table
}

fn mutants(original: &Value) -> Vec<Mutant> {
    let mut all = Vec::new();
    let list = |name: &str| original[name].as_array().cloned().unwrap_or_default();
    let ids: Vec<String> = list("actors")
        .iter()
        .map(|actor| actor["id"].as_str().unwrap_or_default().to_owned())
        .collect();
    for (at, statement) in list("statements").iter().enumerate() {
        let element = format!("statements[{at}]");
        let mut add = |kind, what: String, edit: &dyn Fn(&mut Value)| {
            let mut json = original.clone();
            edit(&mut json["statements"][at]);
            all.push(Mutant { kind, json, element: element.clone(), what });
        };
        let speakers: Vec<&str> =
            statement["speakers"].as_array().into_iter().flatten().map(is).collect();
        let others = || ids.iter().filter(|id| !speakers.contains(&id.as_str()));
        let source = &statement["source"];
        let shares = source.get("shared_with").is_some();
        for id in others() {
            let kind = if shares { "speaker of a shared source" } else { "speaker" };
            let edit = |statement: &mut Value| statement["speakers"] = json!([id]);
            if source.get("words").is_some() || shares {
                add(kind, format!("the speaker is {id}"), &edit);
            }
        }
        if source.get("antecedent").is_some_and(|it| it != &json!([])) && !shares {
            for id in others() {
                let Some(words) = named(original, id) else { continue };
                let what = format!("the antecedent is {words}");
                add("antecedent", what, &|statement: &mut Value| {
                    statement["source"]["antecedent"] = words.clone();
                    without_notes(&mut statement["speakers"]);
                });
            }
        }
        for hop in 0..statement["via"].as_array().map_or(0, Vec::len) {
            let what = format!("the hop {} is missing", statement["via"][hop]["actor"]);
            add("missing hop", what, &|statement: &mut Value| {
                statement["via"].as_array_mut().expect("a list").remove(hop);
                without_notes(&mut statement["speakers"]);
                without_notes(&mut statement["source"]);
                statement.as_object_mut().expect("an object").remove("note");
            });
        }
    }
    for (list_name, field) in
        [("statements", "said_on"), ("statements", "dates"), ("figures", "period")]
    {
        for (at, holder) in list(list_name).iter().enumerate() {
            let whens = match &holder[field] {
                Value::Array(whens) => (0..whens.len()).map(Some).collect(),
                Value::Object(_) => vec![None],
                _ => continue,
            };
            for position in whens {
                let when = |holder: &Value| match position {
                    Some(position) => holder[field][position].clone(),
                    None => holder[field].clone(),
                };
                for edtf in other_dates(&when(holder)) {
                    let mut json = original.clone();
                    let place = &mut json[list_name][at][field];
                    let place = match position {
                        Some(position) => &mut place[position],
                        None => place,
                    };
                    place["edtf"] = json!(edtf);
                    without_notes(place);
                    let element = format!("{list_name}[{at}].{field}");
                    all.push(Mutant {
                        kind: "day or year",
                        json,
                        element,
                        what: format!("the date is {edtf}"),
                    });
                }
            }
        }
    }
    for (at, figure) in list("figures").iter().enumerate() {
        if matches!(is(&figure["bound"]), "exact" | "range") {
            continue;
        }
        let mut json = original.clone();
        json["figures"][at]["bound"] = json!("exact");
        without_notes(&mut json["figures"][at]);
        all.push(Mutant {
            kind: "bound",
            json,
            element: format!("figures[{at}]"),
            what: "the bound is exact".to_owned(),
        });
    }
    all
}

/// Returns the value of a reading, with or without its basis.
fn is(reading: &Value) -> &str {
    reading.get("is").unwrap_or(reading).as_str().unwrap_or_default()
}

/// Removes the notes of an object, or of those in a list.
fn without_notes(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(without_notes),
        Value::Object(object) => {
            object.remove("note");
        }
        _ => {}
    }
}

/// Returns words that name an actor, with the paragraph where they occur exactly once.
fn named(original: &Value, id: &str) -> Option<Value> {
    let actor = original["actors"].as_array()?.iter().find(|actor| actor["id"] == id)?;
    let aliases = actor["aliases"].as_array().into_iter().flatten();
    let names = std::iter::once(&actor["name"]).chain(aliases).map(is);
    let paragraphs = original["article"]["paragraphs"].as_array()?;
    names.into_iter().find_map(|name| {
        (1..).zip(paragraphs).find_map(|(number, text)| {
            let text = text.as_str()?;
            let (start, found) = text.match_indices(name).next()?;
            let is_word = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            let is_whole = is_word(text[..start].chars().next_back())
                && is_word(text[start + found.len()..].chars().next());
            (is_whole && text.matches(name).count() == 1)
                .then(|| json!({ "exact": name, "in": number }))
        })
    })
}

/// Returns wrong readings of a date whose words are relative.
fn other_dates(when: &Value) -> Vec<String> {
    use chrono::{Duration, NaiveDate};
    let words = when["words"].to_string();
    let edtf = when["edtf"].as_str().unwrap_or_default();
    if words.contains(|c: char| c.is_numeric()) || when.get("relative_to").is_none() {
        return Vec::new();
    }
    if let Ok(year) = edtf.parse::<i32>() {
        return [-2, -1, 1].map(|years| (year + years).to_string()).to_vec();
    }
    let days: Vec<NaiveDate> = edtf.split('/').filter_map(|day| day.parse().ok()).collect();
    let shift = |by: i64| {
        let days: Vec<String> =
            days.iter().map(|day| (*day + Duration::days(by)).to_string()).collect();
        days.join("/")
    };
    if days.len() != edtf.split('/').count() {
        return Vec::new();
    }
    [-3, -2, -1, 1, 2, 3].map(shift).to_vec()
}

fn print_missed(tallies: &BTreeMap<&'static str, Tally>) {
    for (kind, tally) in tallies {
        for missed in tally.missed.iter().take(40) {
            println!("  not reported, {kind}: {missed}");
        }
    }
}

#[test]
fn reports_most_errors_that_an_annotator_could_make() {
    let mut files = vec![path(REAL).display().to_string()];
    for name in folders("tests/fixtures/checked") {
        files.push(
            path(&format!("tests/fixtures/checked/{name}/dossier.json")).display().to_string(),
        );
    }
    let tallies = measure(&files);
    println!("{}", table(&tallies));
    print_missed(&tallies);
    assert_eq!(tallies.len(), CODES.len(), "{}", table(&tallies));
    for (kind, tally) in &tallies {
        assert!(tally.share() >= 95.0, "{kind}\n{}\n{:#?}", table(&tallies), tally.missed);
    }
}

#[test]
fn dossiers_without_errors_have_no_warnings() {
    for name in folders("tests/fixtures/checked") {
        let file = format!("tests/fixtures/checked/{name}/dossier.json");
        let bytes = bytes(&file);
        let loaded = load(&file, &bytes);
        assert!(
            loaded.diagnostics.is_empty(),
            "{}",
            support::report_text(&bytes, &loaded.diagnostics)
        );
    }
}

/// The dossiers in the folder that `DOSSIERS` names.
fn others() -> Vec<String> {
    let folder = std::env::var("DOSSIERS").expect("DOSSIERS names a folder");
    let files = std::fs::read_dir(folder).expect("a folder").flatten().map(|file| file.path());
    let json = files.filter(|file| file.extension().is_some_and(|it| it == "json"));
    let mut files: Vec<String> = json.map(|file| file.display().to_string()).collect();
    files.sort();
    files
}

#[test]
#[ignore = "measures the dossiers in the folder that DOSSIERS names"]
fn measures_other_dossiers() {
    let tallies = measure(&others());
    println!("{}", table(&tallies));
    print_missed(&tallies);
}

/// Prints how many warnings of each code the dossiers have once their notes on statements, sources
/// and speakers are removed, with samples.
#[test]
#[ignore = "counts the warnings of the dossiers in the folder that DOSSIERS names"]
fn counts_warnings_of_other_dossiers() {
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let (mut statements, mut quotations) = (0, 0);
    for file in others() {
        let bytes = std::fs::read(&file).expect("a file");
        let mut json: Value = serde_json::from_slice(&bytes).expect("JSON");
        for statement in json["statements"].as_array_mut().expect("a list") {
            statements += 1;
            quotations += statement["content"].to_string().matches(['“', '«']).count();
            without_notes(statement);
            without_notes(&mut statement["source"]);
            without_notes(&mut statement["speakers"]);
        }
        let bytes = serde_json::to_vec(&json).expect("JSON");
        for diagnostic in load(&file, &bytes).diagnostics {
            let name = Path::new(&file).file_name().unwrap_or_default().to_string_lossy();
            let message = format!("{name} {}: {}", diagnostic.path, diagnostic.message);
            found.entry(diagnostic.code.as_str()).or_default().push(message);
        }
    }
    println!("{statements} statements, {quotations} quotations");
    let samples = std::env::var("SAMPLES").map_or(8, |text| text.parse().expect("a number"));
    for (code, messages) in found {
        println!("{code}: {}", messages.len());
        let step = (messages.len() / samples).max(1);
        messages.iter().step_by(step).take(samples).for_each(|message| println!("    {message}"));
    }
}
