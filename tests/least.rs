//! The smallest forms of a dossier: what may be left out, and what it means then.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::export::published_json;
use onrecord::load::{Loaded, ReadText, Severity, load, load_published, load_with};
use onrecord::model::{
    Assumed, Channel, Dossier, IdentificationKind, Kind, Span, Statement, UnitIx, Vocabulary,
};
use serde_json::{Value, json};
use support::bundle::{bundle, select};
use support::html::words;
use support::{REAL, good, text};

const LEAST: &str = "tests/fixtures/good/least/dossier.json";

/// Returns a dossier with these paragraphs and statements. Other fields are as small as possible.
fn dossier(paragraphs: &[&str], statements: Value) -> Value {
    json!({
        "format": 1, "id": "one", "title": "One",
        "annotation": { "by": "Ada", "date": "2026-03-05" },
        "article": {
            "outlet": "courier", "published": "2026-03-03", "language": "en",
            "rights": { "holder": "Nobody", "notice": "Made up." }, "paragraphs": paragraphs,
        },
        "actors": [
            { "id": "courier", "name": { "is": "Courier", "note": "As a name." }, "kind": "media" },
            { "id": "vega", "name": { "is": "Ines Vega", "note": "As a name." }, "kind": "person" },
            { "id": "aide", "name": { "is": "town aide", "note": "As a name." }, "kind": "person" },
            { "id": "radio", "name": { "is": "Radio Sur", "note": "As a name." }, "kind": "media" },
        ],
        "statements": statements,
    })
}

fn loaded(json: &Value) -> Loaded {
    load("one", json.to_string().as_bytes())
}

fn valid(json: &Value) -> Dossier {
    loaded(json).dossier.unwrap_or_else(|| panic!("{:?} {json}", problems(json)))
}

/// Returns the codes and the paths of the errors, and the hints of the first.
fn problems(json: &Value) -> (Vec<String>, Vec<String>) {
    let mut diagnostics = loaded(json).diagnostics;
    diagnostics.retain(|problem| problem.severity == Severity::Error);
    let places = diagnostics.iter().map(|it| format!("{} {}", it.code, it.path)).collect();
    (places, diagnostics.first().map(|it| it.hints.clone()).unwrap_or_default())
}

fn starts(spans: &[Span]) -> Vec<(u32, u32)> {
    spans.iter().map(|span| (span.unit.0, span.start)).collect()
}

#[test]
fn what_is_left_out_is_derived_and_says_so() {
    let dossier = good(LEAST);
    let of = |id: &str| -> &Statement {
        dossier.statements.iter().find(|it| it.id.as_str() == id).expect("a statement")
    };
    let check = |id, passage, identification, assumed: &[Assumed]| {
        let it = of(id);
        let found = (it.passage, it.identification.kind.value, it.assumed.as_slice());
        assert_eq!(found, (UnitIx(passage), identification, assumed), "{id}");
    };
    use Assumed as A;
    use IdentificationKind as I;
    let plain = [A::Passage, A::Kind, A::Channel, A::Identification];
    let kind = [A::Passage, A::Channel, A::Identification];
    let shared = [A::Passage, A::Speakers, A::Via, A::Kind, A::Channel, A::Identification];
    check("streamline", 1, I::NamedGroup, &plain);
    check("cost", 2, I::NamedPerson, &plain);
    check("work-began", 2, I::NamedPerson, &kind);
    check("work-ends", 2, I::NamedPerson, &shared);
    check("cheap-tickets", 3, I::UnnamedPerson, &plain);
    check("changed-twice", 3, I::Implicit, &plain);
    check("nobody-asked", 3, I::Implicit, &plain);
    check("a-raise", 4, I::NamedGroup, &[A::Kind, A::Channel, A::Identification]);
    assert_eq!(of("work-ends").via, of("cost").via);
    assert!(of("changed-twice").speakers.is_empty());
    let cheap = of("cheap-tickets");
    assert_eq!(dossier.article.text(cheap.identification.described_as[0]), "A transport official");
    assert!(dossier.statements.iter().all(|it| it.channel.value == Channel::NotStated));
    assert!(dossier.article.unit(UnitIx::DATELINE).is_empty());
}

#[test]
fn the_published_dossier_has_the_derived_values_and_names_them() {
    let dossier = good(LEAST);
    let json: Value = serde_json::from_str(&published_json(&dossier)).expect("JSON");
    let statement = &json["dossier"]["statements"][3];
    assert_eq!(statement["passage"], 2);
    assert_eq!(statement["kind"], "not_classified");
    assert_eq!(statement["speakers"], json!(["vega"]));
    let assumed = json!(["passage", "speakers", "via", "kind", "channel", "identification"]);
    assert_eq!(json["assumed"]["work-ends"], assumed);
    // A dossier without defaults is published as before.
    assert_eq!(
        serde_json::from_str::<Value>(&published_json(&good(REAL))).expect("JSON")["assumed"],
        Value::Null
    );
}

#[test]
fn a_statement_with_a_shared_source_takes_what_it_leaves_out() {
    let paragraphs =
        ["The aide told Radio Sur on Monday that it rains, that it snows, and that it thaws."];
    let first = json!({
        "id": "rains", "source": "The aide", "cue": "told", "content": "it rains", "speakers": ["aide"],
        "via": [{ "actor": "radio", "role": "reported" }], "channel": "interview",
        "said_on": { "edtf": "2026-03-02", "words": "on Monday", "relative_to": "2026-03-03" },
    });
    let shared = |fields: Value| {
        let mut second =
            json!({ "id": "snows", "source": { "shared_with": "rains" }, "content": "it snows" });
        for (name, value) in fields.as_object().expect("fields") {
            second[name] = value.clone();
        }
        let dossier = valid(&dossier(&paragraphs, json!([first, second])));
        let back = load_published("back", published_json(&dossier).as_bytes());
        assert_eq!(back.dossier.as_ref(), Some(&dossier), "{fields}");
        dossier.statements[1].as_ref().clone()
    };
    let taken = shared(json!({}));
    assert_eq!((taken.speakers.len(), taken.via.len()), (1, 1));
    assert_eq!(taken.channel.value, Channel::Interview);
    assert_eq!(taken.identification.kind.value, IdentificationKind::UnnamedPerson);
    assert!(taken.said_on.is_some() && taken.kind.value == Kind::NotClassified);
    // Each can be overridden.
    let other = shared(json!({ "speakers": ["vega"], "via": [], "said_on": null }));
    assert_eq!((other.speakers[0].value.0, other.via.len(), other.said_on), (1, 0, None));
    assert_eq!(other.channel.value, Channel::Interview);
    let other = shared(json!({ "channel": "not_stated", "identification": "office" }));
    assert_eq!(other.channel.value, Channel::NotStated);
    assert_eq!((other.via.len(), other.assumes(Assumed::Channel)), (1, false));
    // In a dossier that spells out the source, what is missing is empty, as it always was.
    let whole = shared(json!({
        "speakers": ["aide"], "channel": "interview", "identification": { "is": "unnamed_person" },
    }));
    assert!(whole.via.is_empty() && whole.said_on.is_none());
}

#[test]
fn words_that_occur_twice_are_chosen_by_the_words_beside_them() {
    let paragraphs = ["He said it rains. Later he said it snows, and they said so."];
    let one = |fields: Value| dossier(&paragraphs, json!([fields]));
    let snows = valid(&one(json!({
        "id": "a", "source": "he", "cue": "said", "content": "it snows", "speakers": ["vega"],
    })));
    let statement = &snows.statements[0];
    assert_eq!(starts(&statement.cue), [(1, 27)]);
    assert_eq!(starts(&statement.source.words), [(1, 24)]);
    // The content is chosen by the cue.
    let twice = ["It rains, he said. They add that it rains, and it rains."];
    let rains = valid(&dossier(
        &twice,
        json!([{ "id": "a", "cue": "add that", "content": "it rains", "speakers": ["vega"] }]),
    ));
    assert_eq!(starts(&rains.statements[0].content), [(1, 33)]);
    // Two cues touch the content, so each is printed for the author to paste.
    let doubtful = ["He said it rains, said he."];
    let (places, hints) = problems(&dossier(
        &doubtful,
        json!([{ "id": "a", "cue": "said", "content": "it rains", "speakers": ["vega"] }]),
    ));
    assert_eq!(places, ["ambiguous-quote statements[0].cue"]);
    let expected = [
        "for \"He said it rains, said\" in paragraph 1, write { \"exact\": \"said\", \"prefix\": \"He\", \"in\": 1 }",
        "for \"said it rains, said he.\" in paragraph 1, write { \"exact\": \"said\", \"prefix\": \"rains,\", \"in\": 1 }",
    ];
    assert_eq!(hints, expected);
    // What is printed selects the words.
    for start in [3, 18] {
        let hint = expected
            .iter()
            .find(|hint| hint.contains(if start == 3 { "\"He\"" } else { "\"rains,\"" }));
        let (_, selector) = hint.and_then(|hint| hint.split_once("write ")).expect("a selector");
        let cue: Value = serde_json::from_str(selector).expect("JSON");
        let pasted = valid(&dossier(
            &doubtful,
            json!([{ "id": "a", "cue": cue, "content": "it rains", "speakers": ["vega"] }]),
        ));
        assert_eq!(starts(&pasted.statements[0].cue), [(1, start)]);
    }
}

#[test]
fn the_passage_is_required_only_if_the_content_leaves_a_choice() {
    let paragraphs = ["“No,” said Vega.", "“No,” said the aide.", "It ended."];
    let no = |fields: Value| {
        let mut no = json!({ "id": "no", "cue": "said", "content": "“No,”", "speakers": ["vega"] });
        for (name, value) in fields.as_object().expect("fields") {
            no[name] = value.clone();
        }
        dossier(&paragraphs, json!([no]))
    };
    assert_eq!(valid(&no(json!({ "source": "Vega" }))).statements[0].passage, UnitIx(1));
    assert_eq!(valid(&no(json!({ "source": "the aide" }))).statements[0].passage, UnitIx(2));
    assert_eq!(valid(&no(json!({ "passage": 2 }))).statements[0].passage, UnitIx(2));
    let (places, hints) = problems(&no(json!({})));
    assert_eq!(places, ["ambiguous-quote statements[0].content"]);
    let expected = ["for paragraph 1, add \"passage\": 1", "for paragraph 2, add \"passage\": 2"];
    assert_eq!(hints, expected);
}

#[test]
fn a_long_quote_is_given_by_its_ends() {
    let paragraphs = ["Vega said it would rain all day, all night and all day again.", "It did."];
    let check = |content: Value| {
        let json = dossier(
            &paragraphs,
            json!([{ "id": "a", "cue": "said", "content": content, "speakers": ["vega"] }]),
        );
        let dossier = loaded(&json).dossier;
        let words = dossier.map(|it| it.article.text(it.statements[0].content[0]).to_owned());
        words.ok_or_else(|| problems(&json).0.join(" "))
    };
    let at = |code: &str| Err(format!("{code} statements[0].content"));
    let whole = "it would rain all day, all night";
    assert_eq!(check(json!({ "from": "it would", "to": "all night" })), Ok(whole.to_owned()));
    assert_eq!(check(json!({ "from": "it", "to": "night", "in": 1 })), Ok(whole.to_owned()));
    assert_eq!(check(json!({ "from": "it would", "to": "all day" })), at("ambiguous-quote"));
    assert_eq!(check(json!({ "from": "all night", "to": "it would" })), at("quote-not-found"));
    assert_eq!(check(json!({ "from": "it would", "to": "It did" })), at("quote-not-found"));
    assert_eq!(check(json!({ "from": "it would" })), at("missing-field"));
}

#[test]
fn the_text_of_an_article_can_be_in_a_file_of_its_own() {
    let statement = json!([{ "id": "a", "source": "Vega", "cue": "said", "content": "it rains", "speakers": ["vega"] }]);
    let mut json = dossier(&[], statement);
    let whole =
        |json: &Value, read: ReadText<'_>| load_with("one", json.to_string().as_bytes(), read);
    json["article"].as_object_mut().expect("fields").remove("paragraphs");
    json["article"]["text"] = json!("rain.txt");
    let read = |name: &str| {
        assert_eq!(name, "rain.txt");
        Ok("A \"day\".\n\nVega said\nit rains.\n".as_bytes().to_vec())
    };
    let from_file = whole(&json, &read);
    let mut same = json.clone();
    same["article"]["text"] = Value::Null;
    same["article"]["paragraphs"] = json!(["A \"day\".", "Vega said it rains."]);
    assert_eq!(from_file.dossier, Some(valid(&same)));
    let published: Value = serde_json::from_str(&published_json(&valid(&same))).expect("JSON");
    assert_eq!(published["dossier"]["article"]["paragraphs"], same["article"]["paragraphs"]);
    // Nothing else is reported if the text is missing.
    let check = |json: &Value, read: ReadText<'_>, (code, path): (&str, &str)| {
        let found: Vec<String> = whole(json, read)
            .diagnostics
            .iter()
            .map(|it| format!("{} {}", it.code, it.path))
            .collect();
        assert_eq!(found, [format!("{code} {path}")]);
    };
    check(&json, &|_| Err("no such file".to_owned()), ("text-file", "article.text"));
    check(&json, &|_| Ok(Vec::new()), ("text-file", "article.text"));
    let never =
        |_: &str| -> Result<Vec<u8>, String> { panic!("no file outside the folder is read") };
    for name in ["../rain.txt", "/etc/rain.txt", "a/rain.txt", ".rain.txt", "rain.json"] {
        json["article"]["text"] = json!(name);
        check(&json, &never, ("text-file", "article.text"));
    }
    json["article"]["text"] = json!("rain.txt");
    json["article"]["paragraphs"] = json!(["Vega said it rains."]);
    check(&json, &never, ("text-file", "article.text"));
}

#[test]
fn content_further_away_needs_a_colon_or_a_note() {
    let check = |first: &str, note: Option<&str>, expected: &[&str]| {
        let mut statement = json!({
            "id": "a", "source": "Vega", "cue": "listed", "content": ["More rain", "Less snow"],
            "speakers": ["vega"],
        });
        if let Some(note) = note {
            statement["note"] = json!(note);
        }
        let paragraphs =
            [first, "A picture of rain.", "More rain.", "Another picture.", "Less snow."];
        let json = dossier(&paragraphs, json!([statement]));
        assert_eq!(problems(&json).0, expected, "{first}");
    };
    check("Vega listed three points:", None, &[]);
    check("Vega listed three points.", None, &["outside-passage statements[0].content"]);
    check("Vega listed three points.", Some("The points follow the pictures."), &[]);
}

#[test]
fn pages_say_what_is_missing_and_what_is_derived() {
    let bundle = bundle(&[LEAST]);
    let page = |below: &str| &bundle.pages[&format!("least/{below}index.html")];
    let shown = |below: &str, selector: &str| -> Vec<String> {
        select(page(below), selector).into_iter().map(words).collect()
    };
    let unstated = "statements/changed-twice/";
    assert_eq!(shown(unstated, ".way-source .chip"), ["unknown source"]);
    let expected = [
        "Not stated: who said it, any intermediary, date said.",
        "Not entered by the annotator: how it was made public, type of statement.",
    ];
    assert_eq!(shown(unstated, ".unstated"), expected);
    assert!(
        shown("statements/work-ends/", ".one-evidence")
            .concat()
            .contains("Derived from other entries.")
    );
    // Without a summary, the page has no empty place for one.
    assert_eq!(shown(unstated, ".gist"), [""; 0]);
    assert!(shown("accounts/", ".matrix thead").concat().contains("Unknown source"));
    let own = shown("figures/length/", ".figure").concat();
    assert!(own.contains("stated by Courier in its own voice"), "{own}");
    assert!(own.contains("The line is 9 kilometres long."), "{own}");
    let cards = shown("", ".card .kind");
    assert!(cards.iter().any(|kind| kind.contains("Statement by unknown source")), "{cards:?}");
}

#[test]
fn exports_carry_what_was_left_out() {
    let bundle = bundle(&[LEAST]);
    let rows: Value = serde_json::from_slice(&bundle.files["least/statements.json"]).expect("JSON");
    let rows = rows.as_array().or_else(|| rows["statements"].as_array()).expect("rows");
    let row = rows.iter().find(|row| row["id"] == "nobody-asked").expect("a row");
    assert_eq!(row["assumed"], json!(["passage", "kind", "channel", "identification"]));
    assert_eq!(row["kind"], "not_classified");
    let figures = String::from_utf8_lossy(&bundle.files["least/figures.csv"]);
    assert!(
        figures.contains("Courier, 3 March 2026, in its own voice: The line is 9"),
        "{figures}"
    );
    assert!(Assumed::ALL.iter().all(|field| Assumed::from_code(field.code()) == Some(*field)));
}

#[test]
fn an_old_dossier_loads_to_the_same_values() {
    let dossier = good(REAL);
    assert!(dossier.statements.iter().all(|it| it.assumed.is_empty()));
    let json: Value = serde_json::from_str(&text(REAL)).expect("JSON");
    let mut derived = 0;
    for (at, statement) in dossier.statements.iter().enumerate() {
        // Without its passage, each statement is found in the same place.
        let mut shorter = json.clone();
        shorter["statements"][at].as_object_mut().expect("fields").remove("passage");
        let found = load("shorter", shorter.to_string().as_bytes()).dossier;
        derived +=
            usize::from(found.is_some_and(|it| it.statements[at].passage == statement.passage));
    }
    assert_eq!(derived, dossier.statements.len());
}
