//! What is wrong is told once: no value that is wrong by itself hides another, or brings others with it.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::export::published_json;
use onrecord::load::{Loaded, load, load_published};
use serde_json::{Value, json};
use support::{good, text};

type Load = fn(&str, &[u8]) -> Loaded;

/// Dossiers as they are written and as they are published.
fn sources() -> Vec<(Value, Load)> {
    let [small, rich] =
        ["small", "rich"].map(|name| format!("tests/fixtures/good/{name}/dossier.json"));
    let parse = |text: &str| -> Value { serde_json::from_str(text).expect("what is good is JSON") };
    let published = parse(&published_json(&good(&small)));
    vec![(parse(&text(&small)), load), (parse(&text(&rich)), load), (published, load_published)]
}

/// The pointers of all values but the root, as RFC 6901 has them.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut step = |name: &str, value: &Value| {
        let inside = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
        found.push(inside.clone());
        pointers(value, &inside, found);
    };
    match value {
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(position, value)| step(&position.to_string(), value));
        }
        Value::Object(fields) => fields.iter().for_each(|(name, value)| step(name, value)),
        _ => {}
    }
}

/// What is told of a file: code, path and message of each problem.
fn told(load: Load, json: &Value) -> Vec<(&'static str, String, String)> {
    let loaded = load("broken", json.to_string().as_bytes());
    loaded.diagnostics.into_iter().map(|d| (d.code.as_str(), d.path, d.message)).collect()
}

/// Breaks each value of each source in one way; `None` leaves it alone. Each is told once, as `code`.
fn each_is_told_once(code: &str, least: usize, broken: impl Fn(&str, &Value) -> Option<Value>) {
    let mut count = 0;
    for (source, load) in sources() {
        let mut all = Vec::new();
        pointers(&source, "", &mut all);
        for pointer in all {
            let mut json = source.clone();
            let value = json.pointer_mut(&pointer).expect("the value is there");
            let Some(new) = broken(&pointer, value) else { continue };
            *value = new;
            let told = told(load, &json);
            assert!(told.len() == 1 && told[0].0 == code, "{pointer}: {told:#?}");
            count += 1;
        }
    }
    assert!(count >= least, "only {count} values were broken");
}

#[test]
fn a_value_of_another_type_is_told_once() {
    each_is_told_once("wrong-type", 800, |_, value| (!value.is_boolean()).then_some(json!(true)));
}

#[test]
fn an_empty_text_is_told_once() {
    each_is_told_once("empty-text", 200, |pointer, value| {
        let may_be_empty = pointer.ends_with("/prefix") || pointer.ends_with("/suffix");
        // What stood in the text is missed by all that quotes it.
        let is_of_text = pointer.contains("/article/dateline") || pointer.contains("/paragraphs");
        // A code is no text, and what is derived is keyed by what it is of.
        let is_code = value
            .as_str()
            .is_some_and(|text| text.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
        (value.is_string() && !may_be_empty && !is_of_text && !is_code).then(|| json!(" "))
    });
}

#[test]
fn a_field_that_is_missing_is_told_once() {
    let mut count = 0;
    for (source, load) in sources() {
        let mut all = Vec::new();
        pointers(&source, "", &mut all);
        for pointer in all {
            let mut json = source.clone();
            let (above, name) = pointer.rsplit_once('/').expect("a pointer has steps");
            let Some(fields) = json.pointer_mut(above).and_then(Value::as_object_mut) else {
                continue;
            };
            fields.remove(name);
            let told = told(load, &json);
            if told.iter().any(|(code, ..)| *code == "missing-field") {
                assert!(told.len() == 1, "{pointer}: {told:#?}");
                count += 1;
            }
        }
    }
    assert!(count >= 300, "only {count} fields were missing");
}

#[test]
fn a_name_with_a_slip_of_the_pen_is_told_once() {
    for (source, load) in sources() {
        let mut all = Vec::new();
        pointers(&source, "", &mut all);
        for pointer in all {
            let mut json = source.clone();
            let (above, name) = pointer.rsplit_once('/').expect("a pointer has steps");
            let is_derived = pointer.starts_with("/derived/");
            let Some(fields) = json.pointer_mut(above).and_then(Value::as_object_mut) else {
                continue;
            };
            if name.len() < 4 || is_derived || ["prefix", "suffix"].contains(&name) {
                continue;
            }
            let value = fields.remove(name).expect("the field is there");
            fields.insert(format!("{name}x"), value);
            let told = told(load, &json);
            assert!(told.len() == 1 && told[0].0 == "unknown-field", "{pointer}: {told:#?}");
        }
    }
}
