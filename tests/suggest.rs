//! Suggestions: what the command writes, and what holds for every text.

#![cfg(not(target_arch = "wasm32"))]

use onrecord::model::Span;
use onrecord::suggest::{Lexicons, Rule, Suggestions, suggest};
use proptest::prelude::*;
use serde_json::Value as Json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ARTICLE: &str = "\
The ferry returns to Skerry Island

The ferry to Skerry Island will run again from 3 March 2026, the harbour authority said on Tuesday. “We have waited long \
enough,” said Maria Lund, the mayor of Port Alba. She told Coast Radio that more than 1,200 islanders had been cut off for three weeks.

Lund accused the ministry of ignoring two warnings. “The minister promised that the boat would be repaired,” she said.
";

/// A temporary folder to work in.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("suggest-{name}"));
        // Left over from an earlier run.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("lexicons")).expect("a folder");
        fs::write(folder.join("ferry.txt"), ARTICLE).expect("a file");
        Self(folder)
    }

    /// Runs the command and returns the exit code, what it printed, and its errors.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_onrecord"))
            .current_dir(&self.0)
            .args(arguments)
            .output()
            .expect("the command runs");
        let [out, errors] = [output.stdout, output.stderr].map(String::from_utf8);
        (output.status.code(), out.expect("text"), errors.expect("text"))
    }
}

/// Returns the words of the file at a place `[start, end]`.
fn words(place: &Json) -> String {
    let at = |index: usize| place[index].as_u64().and_then(|it| usize::try_from(it).ok());
    let (start, end) = (at(0).expect("a start"), at(1).expect("an end"));
    ARTICLE.chars().skip(start).take(end - start).collect()
}

#[test]
fn json_has_the_places_of_everything_in_the_file() {
    let desk = Desk::new("json");
    let (code, out, errors) = desk.run(&["suggest", "ferry.txt", "--format", "json"]);
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    let found: Json = serde_json::from_str(&out).expect("JSON");
    assert_eq!(found["language"], "en");
    let told = found["statements"]
        .as_array()
        .expect("statements")
        .iter()
        .find(|it| words(&it["cue"][0]).starts_with("told"))
        .expect("a statement");
    assert_eq!(words(&told["source"][0]), "She");
    assert_eq!(
        words(&told["content"][0]),
        "more than 1,200 islanders had been cut off for three weeks"
    );
    assert_eq!(words(&told["speaker"]["antecedent"]), "Maria Lund");
    assert_eq!(told["speaker"]["rule"], "pronoun");
    let via = usize::try_from(told["via"][0]["actor"].as_u64().expect("an actor")).expect("small");
    assert_eq!(found["actors"][via]["name"], "Coast Radio");
    assert_eq!(words(&found["figures"][0]["words"]), "more than 1,200");
    assert_eq!(found["figures"][0]["bound"], "at_least");
    assert_eq!(found["dates"][0]["stated"], "2026-03-03");
    assert_eq!(words(&found["spans"][0]["source"][0]), "the harbour authority");
    let inner = found["statements"].as_array().expect("statements").iter();
    let inner = inner.filter(|it| !it["within"].is_null()).count();
    assert_eq!(
        found["spans"].as_array().map(Vec::len),
        Some(found["statements"].as_array().map_or(0, Vec::len) - inner)
    );
}

#[test]
fn a_draft_loads_without_an_error_and_accepts_nothing() {
    let desk = Desk::new("draft");
    let (code, out, errors) = desk.run(&["suggest", "ferry.txt", "--published", "2026-03-03"]);
    assert_eq!((code, errors.as_str()), (Some(0), ""), "{out}");
    let file = "the-ferry-returns-to-skerry-island.json";
    let dossier: Json =
        serde_json::from_str(&fs::read_to_string(desk.0.join(file)).expect("a file"))
            .expect("JSON");
    assert_eq!(dossier["draft"], true);
    let statements = dossier["statements"].as_array().expect("statements");
    assert!(statements.len() >= 4 && statements.iter().all(|it| it["draft"] == true));
    let (code, out, errors) = desk.run(&["check", file]);
    assert_eq!(code, Some(0), "{out}{errors}");
    let (code, _, errors) = desk.run(&["suggest", "ferry.txt"]);
    assert!(code == Some(1) && errors.contains("not written over"), "{errors}");
}

#[test]
fn a_newsroom_adds_words_and_learns_where_a_line_is_wrong() {
    let desk = Desk::new("lexicon");
    let lexicon = desk.0.join("lexicons/sv.txt");
    fs::write(desk.0.join("sv.txt"), "Anna Lund sade att färjan var sen.\n").expect("a file");
    let spans = || {
        let (_, out, errors) =
            desk.run(&["suggest", "sv.txt", "--language", "sv", "--format", "json"]);
        assert_eq!(errors, "");
        serde_json::from_str::<Json>(&out).expect("JSON")["spans"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(spans(), 0);
    fs::write(&lexicon, "[say]\nsade\n[that]\natt\n").expect("a file");
    assert_eq!(spans(), 1);
    fs::write(&lexicon, "[say]\nsade\n[verbs]\n").expect("a file");
    let (code, _, errors) = desk.run(&["suggest", "sv.txt", "--language", "sv"]);
    assert!(code == Some(1) && errors.contains("line 3: unknown section \"verbs\""), "{errors}");
}

#[test]
fn wrong_arguments_are_explained() {
    let desk = Desk::new("usage");
    for (arguments, message) in [
        (&["suggest"][..], "name a text file"),
        (&["suggest", "ferry.txt", "--format", "xml"][..], "use dossier or json"),
        (&["suggest", "ferry.txt", "--language", "?"][..], "not a valid language tag"),
        (&["suggest", "ferry.txt", "--published", "March"][..], "not a valid date"),
    ] {
        let (code, _, errors) = desk.run(arguments);
        assert!(code == Some(2) && errors.contains(message), "{arguments:?}: {errors}");
    }
}

#[test]
fn every_rule_has_its_own_code() {
    let mut codes: Vec<&str> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Rule::ALL.len());
}

/// Checks that every place is in the text, and every position in a list.
fn check(units: &[&str], found: &Suggestions) {
    let lengths: Vec<u32> = units.iter().map(|unit| unit.chars().count() as u32).collect();
    let is_valid = |span: &Span| span.start < span.end && span.end <= lengths[span.unit.index()];
    for it in &found.statements {
        assert!(!it.content.is_empty());
        assert!(it.source.iter().chain(&it.cue).chain(&it.content).all(is_valid));
        assert!(it.speaker.iter().all(|it| it.actor < found.actors.len()));
        assert!(it.speaker.iter().filter_map(|it| it.antecedent.as_ref()).all(is_valid));
        assert!(it.via.iter().all(|hop| hop.actor < found.actors.len() && is_valid(&hop.evidence)));
        assert!(it.within.is_none_or(|outer| outer < found.statements.len()));
        assert!((0.0..=1.0).contains(&it.confidence));
    }
    assert!(found.actors.iter().flat_map(|it| &it.mentions).all(is_valid));
    assert!(found.figures.iter().all(|it| is_valid(&it.span)));
    assert!(found.dates.iter().all(|it| is_valid(&it.span)));
}

/// The model labels a limited number of words at a time, and takes longer sentences in parts.
#[test]
fn sentences_of_any_length_have_suggestions_with_valid_places() {
    let lexicons = Lexicons::default();
    for said in ["said that it rains and ", "said the pier is shut ", "the pier, said "] {
        for before in [60, 127, 128, 129, 200] {
            let sentence = format!(
                "{}{}{}end.",
                "rain fell all night ".repeat(before),
                said.repeat(40),
                "it was a long night ".repeat(130)
            );
            let units = ["A long night", &sentence];
            check(&units, &suggest(&units, "en", &lexicons));
        }
    }
}

/// Words and marks that texts are made of.
const PIECES: [&str; 34] = [
    "Anna",
    "Lund",
    "she",
    "He",
    "the mayor",
    "said",
    "told",
    "that",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    ",",
    ".",
    ":",
    "according to",
    "Reuters",
    "accused",
    "3 March 2026",
    "1,200",
    "yesterday",
    "don’t",
    "—",
    "قال",
    "الوزير",
    "إن",
    "«",
    "»",
    "l’entreprise",
    "a-t-il",
    "🎈",
    "گوتی",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_text_has_suggestions_with_valid_places(
        units in prop::collection::vec(prop::collection::vec(0..PIECES.len(), 0..30), 1..5),
        language in prop::sample::select(vec!["en", "fr", "ar", "ckb", "sv"]),
        spaced in any::<bool>(),
    ) {
        let join = |pieces: &Vec<usize>| {
            let words: Vec<&str> = pieces.iter().map(|at| PIECES[*at]).collect();
            words.join(if spaced { " " } else { "" })
        };
        let units: Vec<String> = units.iter().map(join).collect();
        let units: Vec<&str> = units.iter().map(String::as_str).collect();
        let lexicons = Lexicons::default();
        let found = suggest(&units, language, &lexicons);
        check(&units, &found);
        prop_assert_eq!(&found, &suggest(&units, language, &lexicons));
    }
}
