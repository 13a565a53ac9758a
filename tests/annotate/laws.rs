//! What holds after any edits.

use super::random::Dice;
use super::{errors, pasted, session};
use onrecord::annotate::{Desk, View};
use onrecord::load::load_with_quotes;
use onrecord::model::{Coverage, Span};
use onrecord::suggest::Lexicons;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The first dossier of the site.
const FIRST: &[u8] = include_bytes!("../../static/dossiers/shafaq-2026-01-06.json");

fn suggested() -> Desk {
    let mut desk = pasted();
    desk.suggest_with(&Lexicons::default());
    desk
}

fn opened() -> Desk {
    let mut desk = Desk::open(FIRST, &session()).expect("it opens").desk;
    desk.suggest_with(&Lexicons::default());
    desk
}

/// What a person sees, without counters.
fn seen(view: &View) -> View {
    View { undo: None, redo: None, unsaved: 0, focus: None, ..view.clone() }
}

/// Checks what must hold for any state.
fn check(desk: &Desk) {
    let file = desk.json();
    assert_eq!(errors(&file), Vec::<String>::new(), "{file}");
    let (loaded, quotes) = load_with_quotes("test.json", file.as_bytes());
    let dossier = loaded.dossier.expect("it loads");
    // The view has the words that the loader finds.
    let found: BTreeSet<Span> = quotes
        .iter()
        .filter(|it| it.path.contains("].content") || it.path.contains("].cue"))
        .map(|it| it.span)
        .collect();
    let cards = desk.view().statements.iter();
    let shown: BTreeSet<Span> =
        cards.flat_map(|it| it.content.spans.iter().chain(&it.cue.spans)).copied().collect();
    assert_eq!(shown, found);
    if !dossier.article.is_cut() {
        let total = Coverage::of(&dossier).total();
        let totals = desk.view().totals;
        assert_eq!(totals.words, total.words);
        assert_eq!(totals.open, total.uncovered, "{file}");
    }
    // Each paragraph is drawn in full.
    for paragraph in &desk.view().paragraphs {
        let drawn: String =
            paragraph.runs.iter().map(|run| &paragraph.text[run.bytes.clone()]).collect();
        assert_eq!(*drawn, *paragraph.text);
    }
    // It reads and writes the same bytes.
    let again = Desk::open(file.as_bytes(), &session()).expect("it opens").desk;
    assert_eq!(again.json(), file);
}

fn run(mut desk: Desk, numbers: &[u32]) {
    let first = desk.json();
    let mut dice = Dice::new(numbers);
    let (mut made, mut states) = (0, vec![(first, seen(desk.view()))]);
    while !dice.is_over() {
        let edit = dice.edit(&desk);
        let before = desk.json();
        match desk.apply(edit) {
            Ok(()) => {
                check(&desk);
                // Typing goes on in one step.
                if desk.view().unsaved == made {
                    states.pop();
                }
                made = desk.view().unsaved;
                states.push((desk.json(), seen(desk.view())));
            }
            Err(_) => assert_eq!(desk.json(), before, "a refused edit changes nothing"),
        }
    }
    // Everything can be undone, and made again.
    for (file, view) in states.iter().rev().skip(1) {
        assert!(desk.undo().is_some());
        assert_eq!((desk.json(), seen(desk.view())), (file.clone(), view.clone()));
    }
    assert_eq!(desk.undo(), None);
    for (file, view) in states.iter().skip(1) {
        assert!(desk.redo().is_some());
        assert_eq!((desk.json(), seen(desk.view())), (file.clone(), view.clone()));
    }
    assert_eq!(desk.redo(), None);
    assert_eq!(made + 1, states.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_of_a_pasted_text_load_and_can_be_undone(
        numbers in prop::collection::vec(any::<u32>(), 40..260),
    ) {
        run(suggested(), &numbers);
    }

    #[test]
    fn any_edits_of_a_finished_dossier_load_and_can_be_undone(
        numbers in prop::collection::vec(any::<u32>(), 20..60),
    ) {
        run(opened(), &numbers);
    }
}

#[test]
fn a_dossier_that_is_not_edited_is_saved_byte_for_byte() {
    let text = String::from_utf8_lossy(FIRST).into_owned();
    let windows = text.replace('\n', "\r\n");
    let marked = format!("\u{feff}{text}");
    let narrow: String = text.lines().map(str::trim).collect();
    for file in [text, windows, marked, narrow] {
        let mut desk = Desk::open(file.as_bytes(), &session()).expect("it opens").desk;
        assert_eq!(desk.save(), file);
    }
}
