//! Drafts: a preview shows them and marks them, and nothing that is published contains them.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::load::{Loaded, Publishable, Severity, load};
use onrecord::model::{Dossier, IdKind, Ledger, Settings};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use support::bundle::{build_loaded, of, select};
use support::html::words;
use support::{report_text, text};

const SMALL: &str = "tests/fixtures/good/small/dossier.json";
/// Words that only the draft has.
const SECRET: &str = "12 to 15 ships";

/// Loads the small dossier with a change.
#[track_caller]
fn loaded(change: impl FnOnce(&mut Value)) -> Loaded {
    let mut json: Value = serde_json::from_str(&text(SMALL)).expect("JSON");
    change(&mut json);
    let bytes = json.to_string().into_bytes();
    let loaded = load("x.json", &bytes);
    assert!(loaded.dossier.is_some(), "{}", report_text(&bytes, &loaded.diagnostics));
    loaded
}

/// The statement about ships is a draft.
fn ships_are_a_draft(json: &mut Value) {
    json["statements"][2]["draft"] = true.into();
}

fn settings() -> Settings {
    Settings { address: Some("https://example.org/on/".to_owned()), ..Settings::default() }
}

fn ids(dossier: &Dossier) -> Vec<&str> {
    dossier.statements.iter().map(|statement| statement.id.as_str()).collect()
}

#[test]
fn what_is_published_has_no_drafts_and_nothing_that_belongs_to_them() {
    let published = loaded(ships_are_a_draft).published().expect("two statements are finished");
    assert_eq!(ids(&published), ["reopening-on-friday", "a-disgrace"]);
    assert!(published.figures.is_empty() && published.relations.is_empty());
    let mut ledger = Ledger::new(published.id.clone());
    ledger.record(&published, published.annotation.date);
    let recorded = ledger.entries(IdKind::Statement).iter().map(|entry| entry.id.as_str());
    assert_eq!(recorded.collect::<Vec<_>>(), ["reopening-on-friday", "a-disgrace"]);
    let (_, files) = build_loaded(vec![published], settings(), &[]);
    for file in files {
        let text = String::from_utf8_lossy(&file.bytes);
        // The article's own text is published as a whole.
        let is_of_text = ["article.txt", "dossier.json", "article/index.html", ".bin"];
        assert!(!file.path.contains("ships"), "{}", file.path);
        assert!(!text.contains("ships-waiting"), "{}", file.path);
        if !is_of_text.iter().any(|end| file.path.ends_with(end)) && !file.path.ends_with(".html") {
            assert!(!text.contains(SECRET), "{}", file.path);
        }
    }
}

#[test]
fn later_statements_keep_their_references() {
    let loaded = loaded(|json| {
        json["statements"][0]["draft"] = true.into();
        json["statements"][2]["mentions"] =
            json!([{ "words": "ships", "statements": ["a-disgrace"] }]);
        json["corrections"] = json!([
            { "on": "2026-01-07", "of": "annotation", "what": "Two.", "statements": ["a-disgrace"] },
            { "on": "2026-01-07", "of": "annotation", "what": "All." },
        ]);
    });
    let all = loaded.dossier.clone().expect("a dossier");
    let part = loaded.published().expect("two statements are finished");
    let ix = |dossier: &Dossier, id: &str| dossier.find_statement(id).expect("the statement");
    for dossier in [&all, &part] {
        let (ships, disgrace) = (ix(dossier, "ships-waiting"), ix(dossier, "a-disgrace"));
        let statement = dossier.statement(ships);
        assert_eq!(statement.source.shared_with, Some(disgrace));
        assert_eq!(
            statement.mentions[0].referents,
            [onrecord::model::Referent::Statement(disgrace)]
        );
        assert_eq!(dossier.figures[0].statement, Some(ships));
        assert_eq!((dossier.relations[0].from, dossier.relations[0].to), (ships, disgrace));
        assert_eq!(dossier.corrections[0].statements, [disgrace]);
        assert!(dossier.corrections[1].statements.is_empty());
    }
}

#[test]
fn nothing_of_a_draft_dossier_is_published() {
    let draft = loaded(|json| json["draft"] = true.into());
    assert_eq!(draft.publishable, Publishable::Nothing);
    let only = loaded(|json| {
        for position in 0..3 {
            json["statements"][position]["draft"] = true.into();
        }
    });
    assert_eq!(only.publishable, Publishable::Nothing);
}

#[test]
fn words_of_drafts_are_not_among_the_excerpts() {
    let loaded = loaded(|json| {
        ships_are_a_draft(json);
        json["article"]["rights"]["show"] = "excerpts".into();
    });
    let shown = |dossier: &Dossier| {
        dossier.article.units.iter().any(|unit| unit.as_str().contains("for the pilots"))
    };
    assert!(shown(loaded.dossier.as_ref().expect("a dossier")));
    assert!(!shown(&loaded.published().expect("two statements are finished")));
}

#[test]
fn a_draft_without_words_is_not_shown() {
    let loaded = loaded(|json| {
        let statements = json["statements"].as_array_mut().expect("a list");
        statements.insert(1, json!({ "id": "later", "draft": true }));
        statements.push(json!({ "id": "end", "draft": true }));
        json["figures"][0]["statement"] = "end".into();
        json["relations"] = json!([]);
    });
    let dossier = loaded.dossier.expect("a dossier");
    assert_eq!(ids(&dossier), ["reopening-on-friday", "a-disgrace", "ships-waiting"]);
    assert!(dossier.figures.is_empty());
    let shared = dossier.statements[2].source.shared_with;
    assert_eq!(shared.map(|ix| ix.index()), Some(1));
}

#[test]
fn a_preview_marks_drafts() {
    let part = loaded(ships_are_a_draft).dossier.expect("a dossier");
    let whole = loaded(|json| {
        json["draft"] = true.into();
        json["id"] = "whole".into();
    });
    let whole = whole.dossier.expect("a dossier");
    let bundle = of(build_loaded(vec![part, whole], settings(), &[]));
    let marks = |path: &str| -> Vec<String> {
        let found = select(&bundle.pages[path], ".draft");
        found.into_iter().map(words).collect()
    };
    let is_noindex = |path: &str| {
        !select(&bundle.pages[path], "meta[name='robots'][content='noindex']").is_empty()
    };
    assert_eq!(marks("index.html"), ["1 draft", "Draft"]);
    assert_eq!(marks("harbour/index.html"), ["Draft"]);
    let page = "harbour/statements/ships-waiting/index.html";
    assert_eq!(marks(page), ["Draft: this statement is not published."]);
    assert!(is_noindex(page));
    let published = "harbour/statements/a-disgrace/index.html";
    assert!(marks(published).is_empty() && !is_noindex(published));
    for path in bundle.pages.keys().filter(|path| path.starts_with("whole/")) {
        if !path.contains("/embed/") {
            assert_eq!(marks(path)[0], "Draft: this report is not published.", "{path}");
        }
        assert!(is_noindex(path), "{path}");
        let title = select(&bundle.pages[path], "title").into_iter().map(words).next();
        assert!(title.is_some_and(|title| title.starts_with("Draft: ")), "{path}");
    }
    let file = |path: &str| String::from_utf8_lossy(&bundle.files[path]).into_owned();
    for path in ["feed.xml", "sitemap.xml"] {
        let text = file(path);
        assert!(text.contains("/harbour/") && !text.contains("/whole/"), "{path}: {text}");
    }
    assert!(!file("sitemap.xml").contains("ships-waiting"));
    assert!(file("harbour/dossier.json").contains("\"draft\":true"));
    assert!(file("harbour/statements.csv").contains("draft"));
}

#[test]
fn a_dossier_without_drafts_says_nothing_of_them() {
    let dossier = loaded(|_| {}).dossier.expect("a dossier");
    let bundle = of(build_loaded(vec![dossier], settings(), &[]));
    for (path, page) in &bundle.pages {
        assert!(select(page, ".draft").is_empty(), "{path}");
    }
    for path in ["harbour/dossier.json", "harbour/statements.csv"] {
        assert!(!String::from_utf8_lossy(&bundle.files[path]).contains("draft"), "{path}");
    }
}

#[test]
fn a_draft_without_statements_can_be_shown() {
    let dossier = loaded(|json| {
        for field in
            ["title", "summary", "annotation", "statements", "topics", "figures", "relations"]
        {
            json.as_object_mut().expect("an object").remove(field);
        }
        json["article"].as_object_mut().expect("an object").remove("rights");
        json["draft"] = true.into();
    });
    let dossier = dossier.dossier.expect("a dossier");
    assert_eq!(&*dossier.title, "harbour");
    let bundle = of(build_loaded(vec![dossier], settings(), &[]));
    assert!(Arc::strong_count(&bundle.dossiers[0]) > 0);
    assert!(bundle.pages.contains_key("harbour/index.html"));
}

#[test]
fn a_draft_can_be_a_text_alone() {
    let json = json!({
        "format": 1, "id": "text", "draft": true,
        "article": { "paragraphs": ["One.", "Then.", "Two, said Ada."] },
        "actors": [{ "id": "outlet", "name": "Ada", "kind": "person" }],
        "statements": [{
            "id": "two", "source": "Ada", "cue": "said", "content": ["One", "Two"], "passage": 3,
        }],
    });
    let bytes = json.to_string().into_bytes();
    let loaded = load("x.json", &bytes);
    let codes: Vec<&str> = loaded.diagnostics.iter().map(|it| it.code.as_str()).collect();
    let missing = ["missing-field"; 6];
    assert_eq!(codes, [&missing[..], &["no-speaker", "outside-passage"]].concat());
    assert!(loaded.diagnostics.iter().all(|it| it.severity == Severity::ToDo));
    let dossier = loaded.dossier.expect("a dossier");
    assert_eq!(&*dossier.article.language, "und");
    assert_eq!(dossier.actor(dossier.article.outlet).id.as_str(), "outlet-1");
    let bundle = of(build_loaded(vec![dossier], settings(), &[]));
    assert!(bundle.pages.contains_key("text/statements/two/index.html"));
}

/// A site with one draft statement and, in another file, a dossier that is a draft.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("drafts-{name}"));
    // Left over from an earlier run.
    let _ = fs::remove_dir_all(&folder);
    let write = |file: &str, text: &str| {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("the file can be written");
    };
    let mut json: Value = serde_json::from_str(&text(SMALL)).expect("JSON");
    ships_are_a_draft(&mut json);
    write("site/dossiers/harbour.json", &json.to_string());
    json["draft"] = true.into();
    json["id"] = "whole".into();
    json.as_object_mut().expect("an object").remove("title");
    write("site/dossiers/whole.json", &json.to_string());
    write("site/onrecord.toml", "address = \"https://example.org/\"\n");
    // The command may have been compiled without its app.
    write("app/app.js", "js");
    write("app/app_bg.wasm", "wasm");
    folder
}

/// Runs the command. Returns its exit code, and what it printed.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
    let output = command.current_dir(folder).args(arguments).output().expect("the command runs");
    let text = [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
    (output.status.code(), text.concat())
}

#[test]
fn builds_and_ledgers_leave_out_drafts() {
    let folder = folder("commands");
    let build = |more: &[&str]| {
        let arguments = ["build", "site", "--app", "app", "--no-previews", "--no-compress"];
        run(&folder, &[&arguments[..], &["--out", "out"], more].concat())
    };
    let (code, printed) = run(&folder, &["ids", "site", "--record", "--on", "2026-01-08"]);
    assert_eq!(code, Some(0), "{printed}");
    let ledger = fs::read_to_string(folder.join("site/published/harbour.json")).expect("a ledger");
    assert!(ledger.contains("a-disgrace") && !ledger.contains("ships"), "{ledger}");
    assert!(!folder.join("site/published/whole.json").exists());
    let has = |path: &str| folder.join("out").join(path).exists();
    let (code, printed) = build(&[]);
    assert!(code == Some(0) && printed.contains("left out 1 draft dossier"), "{printed}");
    assert!(has("harbour/statements/a-disgrace/index.html"));
    assert!(!has("harbour/statements/ships-waiting") && !has("whole"));
    let (code, printed) = build(&["--drafts"]);
    assert_eq!(code, Some(0), "{printed}");
    assert!(has("harbour/statements/ships-waiting/index.html") && has("whole/index.html"));
    // A link that was published must not break because its statement became a draft.
    let file = folder.join("site/dossiers/harbour.json");
    let mut json: Value =
        serde_json::from_str(&fs::read_to_string(&file).expect("a file")).expect("JSON");
    json["statements"][0]["draft"] = true.into();
    fs::write(&file, json.to_string()).expect("the file can be written");
    let (code, printed) = build(&[]);
    assert!(code == Some(1) && printed.contains("reopening-on-friday"), "{printed}");
}

#[test]
fn the_check_counts_to_dos_apart() {
    let folder = folder("check");
    let (code, printed) = run(&folder, &["check", "site/dossiers/whole.json"]);
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("to-do[missing-field]: missing field \"title\""), "{printed}");
    assert!(printed.contains("whole.json: draft of 3 statements"), "{printed}");
    assert!(printed.contains("; 1 to-do\n"), "{printed}");
    let (code, printed) = run(&folder, &["check", "site"]);
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("1 draft dossier, no problems, 2 to-dos"), "{printed}");
    let (_, printed) = run(&folder, &["check", "--format", "json", "site/dossiers/whole.json"]);
    let all: Vec<Value> = serde_json::from_str(&printed).expect("only JSON");
    let to_dos = all.iter().filter(|problem| problem["severity"] == "todo");
    assert_eq!(to_dos.map(|problem| &problem["code"]).collect::<Vec<_>>(), ["missing-field"]);
}
