//! Escaping: a dossier full of markup gives the same pages as its clean twin, in which harmless
//! characters replace those with a meaning in HTML. Both have the same elements, and the text is
//! kept.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::load::load;
use onrecord::model::{Dossier, Settings};
use onrecord::prerender::File;
use scraper::{ElementRef, Html, Node};
use serde_json::Value;
use support::bundle::build_loaded;
use support::html::{literal_nesting, nesting};
use support::{bytes, good};

const HOSTILE: &str = "tests/fixtures/good/hostile/dossier.json";

/// Replaces the characters with a meaning in HTML by characters without one. The replacements are
/// neither letters nor quotation marks, so that derived data does not change.
fn clean(text: &str) -> String {
    let clean = |c| match c {
        '<' => '{',
        '>' => '}',
        '&' => '+',
        '\'' | '`' => '^',
        c => c,
    };
    text.chars().map(clean).collect()
}

fn cleaned(value: &Value) -> Value {
    match value {
        Value::String(text) => clean(text).into(),
        Value::Array(list) => list.iter().map(cleaned).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| (name.clone(), cleaned(value))).collect()
        }
        other => other.clone(),
    }
}

fn twin() -> Dossier {
    let json: Value = serde_json::from_slice(&bytes(HOSTILE)).expect("JSON");
    let loaded = load("clean", cleaned(&json).to_string().as_bytes());
    loaded.dossier.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

fn files(dossier: Dossier) -> Vec<File> {
    let address = Some("https://example.org/".to_owned());
    let settings = Settings { address, ..Settings::default() };
    build_loaded(vec![dossier], settings, &[]).1
}

/// Returns all texts of a page in order, cleaned.
fn texts(html: &Html) -> Vec<String> {
    let nodes = html.tree.root().descendants();
    let texts = nodes.filter_map(|node| match node.value() {
        Node::Text(text) => Some(linked(text).unwrap_or_else(|| clean(text))),
        Node::Comment(text) => Some(clean(text)),
        _ => None,
    });
    texts.collect()
}

/// Returns linked data, cleaned and without URLs, in which the characters are escaped.
fn linked(text: &str) -> Option<String> {
    fn bare(value: &mut Value) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(bare),
            Value::Object(fields) => {
                fields.retain(|name, _| name != "@id" && name != "url");
                fields.values_mut().for_each(bare);
            }
            _ => {}
        }
    }
    let mut value = serde_json::from_str::<Value>(text).ok().filter(Value::is_object)?;
    bare(&mut value);
    Some(cleaned(&value).to_string())
}

/// Returns all attributes except URLs, in which the characters are percent-encoded.
fn attributes(html: &Html) -> Vec<(String, String)> {
    let elements = html.tree.root().descendants().filter_map(ElementRef::wrap);
    let mut found = Vec::new();
    for element in elements {
        let mut of: Vec<(String, String)> = (element.value().attrs())
            .filter(|(name, value)| {
                let is_encoded = value.contains("mailto:") || value.contains("#:~:");
                !is_encoded && *name != "data-path"
            })
            .map(|(name, value)| (name.to_owned(), clean(value)))
            .collect();
        of.sort();
        found.extend(of);
    }
    found
}

/// Returns cleaned embed code without its escapes, because it is markup shown as text.
fn unescaped(code: &str) -> String {
    code.replace("+amp;", "+").replace("+quot;", "\"")
}

/// Compares a hostile file with its clean twin.
///
/// # Errors
/// Describes the first difference.
fn compare(hostile: &File, clean_twin: &File) -> Result<(), String> {
    let path = &hostile.path;
    let (text, twin) =
        [hostile, clean_twin].map(|file| String::from_utf8_lossy(&file.bytes)).into();
    if path != &clean_twin.path {
        return Err(format!("{path} and {}", clean_twin.path));
    }
    if path.ends_with(".json") {
        let [json, twin] = [text, twin].map(|text| {
            let mut value = serde_json::from_str::<Value>(&text)?;
            if let Some(code) = value.get_mut("html") {
                *code = unescaped(&clean(code.as_str().unwrap_or_default())).into();
            }
            Ok::<_, serde_json::Error>(value)
        });
        let same = json.as_ref().map(cleaned).ok() == twin.as_ref().map(cleaned).ok();
        return if same && json.is_ok() { Ok(()) } else { Err(format!("{path} differs")) };
    }
    if !path.ends_with(".html") {
        return Ok(());
    }
    let [html, twin_html] = [&text, &twin].map(|text| Html::parse_document(text));
    if literal_nesting(&text)? != nesting(&html) || nesting(&html) != nesting(&twin_html) {
        return Err(format!("{path} has other elements"));
    }
    let differs = |what: &str, one: String, other: String| {
        Err(format!("{path}: {what} differs: {one} and {other}"))
    };
    let (own, others) = (texts(&html), texts(&twin_html));
    // Citation styles have rules for capitals that also depend on punctuation.
    let plain = |text: &str| match text.starts_with("{iframe") {
        true => unescaped(text),
        false => text.to_lowercase(),
    };
    let same = |one: &str, other: &str| plain(one) == plain(other);
    if let Some((one, other)) = own.iter().zip(&others).find(|(one, other)| !same(one, other)) {
        return differs("text", one.clone(), other.clone());
    }
    let (own_values, other_values) = (attributes(&html), attributes(&twin_html));
    if let Some((one, other)) =
        own_values.iter().zip(&other_values).find(|(one, other)| one != other)
    {
        return differs("attribute", format!("{one:?}"), format!("{other:?}"));
    }
    let same = own.len() == others.len() && own_values.len() == other_values.len();
    if same { Ok(()) } else { Err(format!("{path} has more or fewer texts")) }
}

/// Removes the hash from the name of a data file, and its content.
fn without_data(mut file: File) -> File {
    let cut = |text: &str| {
        let mut parts = text.split("/lists-");
        let first = parts.next().unwrap_or_default().to_owned();
        let rest = parts.map(|part| part.split_once(".bin").map_or(part, |(_, rest)| rest));
        rest.fold(first, |text, rest| text + "/lists.bin" + rest)
    };
    if file.path.ends_with(".bin") {
        file.bytes.clear();
    } else if file.path.ends_with(".html") {
        file.bytes = cut(&String::from_utf8_lossy(&file.bytes)).into_bytes();
    }
    file.path = cut(&file.path);
    file
}

fn check(hostile: Dossier, twin: Dossier) {
    let files = |dossier| files(dossier).into_iter().map(without_data).collect::<Vec<_>>();
    let (hostile, twin) = (files(hostile), files(twin));
    assert_eq!(hostile.len(), twin.len());
    for (hostile, twin) in hostile.iter().zip(&twin) {
        compare(hostile, twin).unwrap_or_else(|what| panic!("{what}"));
    }
}

#[test]
fn markup_in_a_dossier_is_shown_as_text() {
    check(good(HOSTILE), twin());
}

#[test]
fn markup_in_excerpts_is_shown_as_text() {
    check(good(HOSTILE).cut_to_excerpts(), twin().cut_to_excerpts());
}

#[test]
fn finds_unescaped_markup() {
    let file = |text: &str| File {
        path: "index.html".to_owned(),
        bytes: format!("<!doctype html><html><head></head><body>{text}</body></html>").into(),
    };
    let check = |hostile: &str, twin: &str, is_same: bool| {
        assert_eq!(compare(&file(hostile), &file(twin)).is_ok(), is_same, "{hostile}");
    };
    check("<p>&lt;b&gt; &amp;</p>", "<p>{b} +</p>", true);
    check("<p title='&lt;'></p>", "<p title='{'></p>", true);
    check("<p><b></b> &amp;</p>", "<p>{b} +</p>", false);
    check("<p>&lt;b&gt; &amp;amp;</p>", "<p>{b} +</p>", false);
    check("<p title='a' onclick='b'></p>", "<p title='a'></p>", false);
    check("<p><!-- --></p>", "<p>{!-- --}</p>", false);
}

/// Spreadsheet formulas and bidirectional control characters are kept unchanged.
#[test]
fn formulas_and_direction_marks_are_shown_as_text() {
    let files = files(good(HOSTILE));
    let page = |path: &str| {
        let file = files.iter().find(|file| file.path == path).expect("the page is there");
        let html = Html::parse_document(&String::from_utf8_lossy(&file.bytes));
        html.root_element().text().collect::<String>()
    };
    let (actor, about) = (page("hostile/actors/anna/index.html"), page("about/index.html"));
    for alias in &good(HOSTILE).actors[1].aliases {
        assert!(actor.contains(&*alias.value), "{:?}", alias.value);
    }
    for text in ["@By\u{200e} ", "-Summary \u{61c}\u{ad}"] {
        assert!(about.contains(text), "{text:?}");
    }
}
