//! A single wrong value causes exactly one problem.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::export::published_json;
use onrecord::load::{Loaded, load, load_published};
use serde_json::{Value, json};
use support::{good, text};

type Load = fn(&str, &[u8]) -> Loaded;

/// Dossiers in the authored and in the published form, each with its loader.
fn sources() -> Vec<(Value, Load)> {
    let [small, rich] =
        ["small", "rich"].map(|name| format!("tests/fixtures/good/{name}/dossier.json"));
    let parse = |text: &str| -> Value { serde_json::from_str(text).expect("a good file is JSON") };
    let published = parse(&published_json(&good(&small)));
    vec![(parse(&text(&small)), load), (parse(&text(&rich)), load), (published, load_published)]
}

/// Collects the JSON pointers (RFC 6901) of all values except the root.
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

/// Loads a value. Returns the code, path and message of each problem.
fn problems(load: Load, json: &Value) -> Vec<(&'static str, String, String)> {
    let loaded = load("broken", json.to_string().as_bytes());
    loaded.diagnostics.into_iter().map(|d| (d.code.as_str(), d.path, d.message)).collect()
}

/// Breaks the values of all sources, one at a time, and checks that each causes one problem, with
/// this code. `broken` returns the broken value, or `None` to skip it. At least `min` values must
/// be broken.
fn check_each_value(code: &str, min: usize, broken: impl Fn(&str, &Value) -> Option<Value>) {
    let mut count = 0;
    for (source, load) in sources() {
        let mut all = Vec::new();
        pointers(&source, "", &mut all);
        for pointer in all {
            let mut json = source.clone();
            let value = json.pointer_mut(&pointer).expect("the value is there");
            let Some(new) = broken(&pointer, value) else { continue };
            *value = new;
            let found = problems(load, &json);
            assert!(found.len() == 1 && found[0].0 == code, "{pointer}: {found:#?}");
            count += 1;
        }
    }
    assert!(count >= min, "only {count} values were broken");
}

#[test]
fn reports_a_value_of_the_wrong_type_once() {
    check_each_value("wrong-type", 800, |_, value| (!value.is_boolean()).then_some(json!(true)));
}

#[test]
fn reports_an_empty_text_once() {
    check_each_value("empty-text", 200, |pointer, value| {
        let may_be_empty = pointer.ends_with("/prefix") || pointer.ends_with("/suffix");
        // Quotes of an emptied article text would not be found either.
        let is_of_text = pointer.contains("/article/dateline") || pointer.contains("/paragraphs");
        // An empty code is an unknown value rather than an empty text.
        let is_code = value
            .as_str()
            .is_some_and(|text| text.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
        (value.is_string() && !may_be_empty && !is_of_text && !is_code).then(|| json!(" "))
    });
}

#[test]
fn reports_a_missing_field_once() {
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
            let found = problems(load, &json);
            if found.iter().any(|(code, ..)| *code == "missing-field") {
                assert!(found.len() == 1, "{pointer}: {found:#?}");
                count += 1;
            }
        }
    }
    assert!(count >= 300, "only {count} fields were missing");
}

#[test]
fn reports_a_misspelt_field_once() {
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
            let found = problems(load, &json);
            // A figure's place has its id as `is` or as `place`, so it counts as missing too.
            if pointer.starts_with("/figures/") && name == "place" {
                continue;
            }
            assert!(found.len() == 1 && found[0].0 == "unknown-field", "{pointer}: {found:#?}");
        }
    }
}
