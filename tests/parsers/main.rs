//! Builds a site of hostile dossiers, and has every file read by parsers of other projects: `check.py`
//! compares what they read with the dossiers. `make test-parsers` installs the parsers first.

#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/mod.rs"]
mod support;

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use support::{bytes, path};

const SMALL: &str = "tests/fixtures/good/small/dossier.json";
const HOSTILE: &str = "tests/fixtures/good/hostile/dossier.json";
const ADDRESS: &str = "https://example.org/x/";

/// Texts with a meaning in one of the formats.
const TEXTS: [&str; 16] = [
    "}",
    "{",
    "\\}",
    "}{ \\{ \\",
    "100% @misc{x, $a_b^c~#& \"--'' ``?`!` ,, << >>",
    "@comment{ @string{ %",
    "=1+1",
    "@SUM(1)",
    "-1 \"a\",\"b\"; c\td",
    "1. item",
    "- item\n\n# head\n> quote\n```\ncode\n***\n    code",
    "*x* _y_ `z` [a](http://evil.example) <http://evil.example> ![p](q) &amp; &lt; <!-- | a | b |",
    "line\nTY  - BOOK\nER  - \nTI  - other",
    "]]> --> <?xml version=\"1.0\"?> <!DOCTYPE x [<!ENTITY a \"b\">]> &a; <![CDATA[",
    "</title></script><script>alert(1)</script><svg onload=alert(1)> ' onclick=x",
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{200f}(a) \u{2028} \u{2029} 👩\u{200d}👧 e\u{301} \u{1d11e}",
];

/// Adds a text to each field that readers see, also at the start of some, and to words of the article.
fn hostile(text: &str, number: usize) -> Value {
    let mut json: Value = serde_json::from_slice(&bytes(SMALL)).expect("JSON");
    json["id"] = format!("hostile-{number}").into();
    for field in ["/title", "/article/headline", "/annotation/by"] {
        *json.pointer_mut(field).unwrap_or(&mut Value::Null) = text.into();
    }
    json["article"]["headline"] = format!("{text} and {text}").into();
    json["article"]["address"] = "https://example.org/a?b=c&d=%7B#e".into();
    for statement in json["statements"].as_array_mut().expect("a list") {
        statement["gist"] = text.into();
        statement["note"] = format!("{text} a").into();
    }
    json["topics"][0]["label"] = text.into();
    for field in ["unit", "counted"] {
        json["figures"][0][field] = text.into();
    }
    json["relations"][0]["note"] = text.into();
    json["actors"][1]["name"]["is"] = text.into();
    extended(&mut json, text);
    json
}

/// Adds a text to quoted words of the article, wherever they are.
fn extended(json: &mut Value, text: &str) {
    match json {
        Value::String(words) => {
            *words = words.replace("a disgrace", &format!("a disgrace {text} that hurts"));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| extended(value, text)),
        Value::Object(fields) => fields.values_mut().for_each(|value| extended(value, text)),
        _ => {}
    }
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let [out, errors] =
        [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
    println!("{out}");
    assert!(output.status.success(), "{command:?}:\n{out}{errors}");
}

#[test]
fn other_parsers_read_every_file() {
    let python = std::env::var("PARSERS").expect("PARSERS: run `make test-parsers`");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("parsers");
    let _ = fs::remove_dir_all(&folder);
    let [site, bundle, app] = ["site", "bundle", "app"].map(|name| folder.join(name));
    for folder in [&site.join("dossiers"), &app] {
        fs::create_dir_all(folder).expect("a folder");
    }
    // The command may have been compiled without its app.
    fs::write(app.join("app.js"), "js").expect("a file");
    fs::write(app.join("app_bg.wasm"), "wasm").expect("a file");
    let settings = format!("name = '}}{{ & <b> \\ % *x*'\naddress = \"{ADDRESS}\"\n");
    fs::write(site.join("onrecord.toml"), settings).expect("settings");
    fs::write(site.join("dossiers/hostile.json"), bytes(HOSTILE)).expect("a dossier");
    for (number, text) in TEXTS.into_iter().enumerate() {
        let file = site.join(format!("dossiers/hostile-{number}.json"));
        fs::write(file, hostile(text, number).to_string()).expect("a dossier");
    }
    let onrecord = || Command::new(env!("CARGO_BIN_EXE_onrecord"));
    run(onrecord().args(["ids", "--quiet", "--record"]).arg(&site));
    run(onrecord()
        .args(["build", "--no-previews", "--no-compress", "--app"])
        .args([&app, &site])
        .arg("--out")
        .arg(&bundle));
    run(Command::new(python)
        .arg(path("tests/parsers/check.py"))
        .args([&site, &bundle])
        .arg(ADDRESS));
}
