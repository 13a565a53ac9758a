//! Hostile input: very large texts, markup everywhere, scripts of all directions, broken files.

use super::{errors, pasted, session};
use onrecord::annotate::{
    ArticleField, BadVersion, Desk, Edit, MAX_TEXT, Normalised, OpenError, Part, Side, Slot, Step,
    Text, Who,
};
use onrecord::import::File;
use onrecord::model::{Span, UnitIx};
use onrecord::suggest::Lexicons;
use proptest::prelude::*;

const MARKUP: &str = "<script>alert(1)</script>\"'&<img src=x onerror=y>";

#[test]
fn too_much_or_no_text_is_an_error_with_its_size() {
    let error = |text: &str| Desk::paste(text, &session()).err();
    let large = "word ".repeat(MAX_TEXT / 5 + 1);
    let bytes = large.len();
    assert_eq!(error(&large), Some(OpenError::TooLarge { bytes, max: MAX_TEXT }));
    assert_eq!(error(" \n\u{feff}\u{ad}\n"), Some(OpenError::NoWords));
    assert_eq!(error(""), Some(OpenError::NoWords));
    let html = Desk::paste_html("<script>no words</script><p> </p>", &session()).err();
    assert_eq!(html, Some(OpenError::NoWords));
    let open = |bytes: &[u8]| Desk::open(bytes, &session()).err();
    assert_eq!(open(b"\xff"), Some(OpenError::NotText));
    assert_eq!(open(b"{}"), Some(OpenError::NotADossier));
    assert_eq!(open(b"[]"), Some(OpenError::NotADossier));
    assert!(matches!(open(b"{\n\n\"a\": }"), Some(OpenError::NotJson { line: 3, .. })));
    let deep = "[".repeat(10_000);
    assert!(matches!(open(deep.as_bytes()), Some(OpenError::NotJson { line: 1, .. })));
}

#[test]
fn a_text_of_two_megabytes_can_be_annotated() {
    let mut text = String::new();
    let mut numbers = 1..;
    while let Some(number) = numbers.next().filter(|_| text.len() < MAX_TEXT - 100) {
        text += &format!("The {number}th minister said that “the bridge 🌉 is closed”. ");
        text += if number % 40 == 0 { "\n\n" } else { "" };
    }
    let mut desk = Desk::paste(&text, &session()).expect("it is small enough").desk;
    assert!(desk.view().totals.words > 200_000);
    let unit = UnitIx(500);
    let quoted = desk.text().quotations().of(unit).last().copied().expect("a quotation");
    let content = desk.text().quotation_at(unit, quoted.start + 3);
    assert_eq!(desk.text().slice(content[0]), "“the bridge 🌉 is closed”");
    desk.apply(Edit::NewStatement { content }).expect("it is made");
    assert!(!desk.view().is_checked, "a file of this size is checked later");
    desk.check();
    assert!(desk.view().is_checked);
    assert_eq!(errors(&desk.json()), Vec::<String>::new());
    assert_eq!(desk.view().totals.accounted, 4);
    let version = desk.version();
    let restored = Desk::restore(&version.bytes, &session()).expect("it is restored");
    assert_eq!(restored.json(), desk.json());
}

#[test]
fn markup_in_every_field_stays_text() {
    let text = super::ARTICLE.replace("ferry", MARKUP);
    let mut desk = Desk::paste(&text, &session()).expect("it is pasted").desk;
    desk.suggest_with(&Lexicons::default());
    let content = vec![desk.text().find("“the pier is not safe”").expect("the words")];
    desk.apply(Edit::NewStatement { content }).expect("it is made");
    let statement = desk.view().statements[0].key;
    let typed = || MARKUP.to_owned();
    let who = || vec![Who::Typed(typed())];
    for edit in [
        Edit::Speakers { statement, who: who() },
        Edit::About { statement, who: who() },
        Edit::Gist { statement, gist: typed() },
        Edit::Note { statement, note: typed() },
        Edit::Topics { statement, labels: vec![typed()] },
        Edit::Article { field: ArticleField::Title, text: typed() },
        Edit::Article { field: ArticleField::Headline, text: typed() },
        Edit::Article { field: ArticleField::Outlet, text: "O".to_owned() + MARKUP },
        Edit::Article { field: ArticleField::RightsNotice, text: typed() },
        Edit::Article { field: ArticleField::RightsHolder, text: typed() },
    ] {
        desk.apply(edit.clone()).unwrap_or_else(|refused| panic!("{edit:?}: {refused:?}"));
    }
    assert_eq!(desk.view().statements[0].gist, MARKUP);
    assert_eq!(desk.view().actors.iter().filter(|it| it.name == MARKUP).count(), 1);
    let again = Desk::open(desk.json().as_bytes(), &session()).expect("it opens").desk;
    assert_eq!(again.view().statements[0].gist, MARKUP);
}

#[test]
fn a_broken_dossier_shows_what_can_be_shown_and_loses_nothing() {
    let first =
        String::from_utf8_lossy(include_bytes!("../../static/dossiers/shafaq-2026-01-06.json"))
            .into_owned();
    let broken = first
        .replacen("\"speakers\"", "\"spekers\"", 1)
        .replacen("\"kind\": \"person\"", "\"kind\": \"robot\"", 1)
        .replacen("\"exact\": \"", "\"exact\": \"no such words ", 1)
        .replacen("\"title\"", "\"unknown\": {\"a\": [1.50, null]},\n  \"title\"", 1);
    let mut desk = Desk::open(broken.as_bytes(), &session()).expect("it opens").desk;
    assert_eq!(desk.view().statements.len(), 11);
    assert!(desk.view().problems.iter().any(|it| it.path.starts_with("statements[")));
    assert_eq!(desk.json(), broken);
    let statement = desk.view().statements[4].key;
    let gist = "Says another thing.".to_owned();
    desk.apply(Edit::Gist { statement, gist }).expect("other fields can be edited");
    assert!(desk.json().contains("\"unknown\": {\"a\": [1.50, null]}"));
    assert!(desk.json().contains("\"spekers\""));
}

#[test]
fn every_damaged_state_is_an_error() {
    let mut desk = pasted();
    desk.suggest_with(&Lexicons::default());
    let content = vec![desk.text().find("“Nobody warned us,”").expect("the words")];
    desk.apply(Edit::NewStatement { content }).expect("it is made");
    desk.apply(Edit::Reject(onrecord::annotate::SuggestionIx(1))).expect("it is rejected");
    let statement = desk.view().statements[0].key;
    desk.apply(Edit::Without { statement, slot: Slot::Verb }).expect("it has none");
    let bytes = desk.version().bytes;
    let mut restored = Desk::restore(&bytes, &session()).expect("it is restored");
    restored.suggest_with(&Lexicons::default());
    assert_eq!(restored.json(), desk.json());
    assert_eq!(restored.view().focus.is_some(), desk.view().focus.is_some());
    assert_eq!(restored.view().suggestions.len(), desk.view().suggestions.len());
    assert_eq!(restored.view().statements[0].open, desk.view().statements[0].open);
    assert_eq!(restored.view().unsaved, 3);
    assert_eq!(restored.original(), Some(super::ARTICLE));
    for at in 0..bytes.len() {
        assert!(Desk::restore(&bytes[..at], &session()).is_err());
        let mut damaged = bytes.clone();
        damaged[at] ^= 1 << (at % 8);
        assert!(Desk::restore(&damaged, &session()).is_err(), "{at}");
    }
    assert_eq!(Desk::restore(&[2; 40], &session()).err(), Some(BadVersion::Damaged));
}

#[test]
fn right_to_left_emoji_and_combining_marks_are_whole_words() {
    let text = "قال الوزير 👩‍👩‍👧 إنّ «السفينة» غرقت.\n\nE\u{301}lodie a dit : «\u{a0}Non\u{a0}».\n\n他说「不行」。";
    let mut desk = Desk::paste(text, &session()).expect("it is pasted").desk;
    for unit in 1..=3 {
        let length = desk.text().units()[unit].len();
        for start in 0..length {
            let span = Span { unit: UnitIx(unit as u32), start, end: start + 1 };
            let whole = desk.text().snap(span);
            let is_word = |it: &Span| desk.text().slice(*it).contains(char::is_alphabetic);
            let Some(whole) = whole.filter(is_word) else { continue };
            desk.apply(Edit::NewStatement { content: vec![whole] }).expect("it is made");
            assert_eq!(desk.view().statements[0].content.spans, [whole]);
            desk.undo();
        }
    }
    assert_eq!(errors(&desk.json()), Vec::<String>::new());
    let ship = desk.text().find("السفينة").expect("the word");
    let quotation = desk.text().quotation_at(UnitIx(1), ship.start);
    assert_eq!(desk.text().slice(quotation[0]), "«السفينة»");
}

#[test]
fn pages_are_text_with_what_they_say_of_themselves() {
    let html = "<!doctype html><html lang=\"fr\"><meta property=\"og:site_name\" content=\"Le Courrier\">\
                <meta property=\"article:published_time\" content=\"2026-03-03T08:00\"><body>\
                <h1>Le ferry &eacute;tait en retard</h1><p>Anna Lund a dit&nbsp;: <b>«&nbsp;Non&nbsp;»</b>.</p>\
                <script>document.write('<p>pas du texte</p>')</script><p onclick=alert(1)>Fin.";
    let opened = Desk::paste_html(html, &session()).expect("it is pasted");
    let article = &opened.desk.view().article;
    assert_eq!(article.headline, "Le ferry était en retard");
    assert_eq!((article.language.as_str(), article.outlet.as_str()), ("fr", "Le Courrier"));
    assert_eq!(article.published, "2026-03-03");
    let paragraphs = opened.desk.view().paragraphs.iter().map(|it| it.text.to_string());
    let expected = ["Anna Lund a dit\u{a0}: «\u{a0}Non\u{a0}».", "Fin."];
    assert_eq!(paragraphs.collect::<Vec<_>>(), expected);
    assert!(opened.normalised.contains(&Normalised::Markup));
    assert_eq!(opened.desk.original(), Some(html));
}

#[test]
fn files_of_all_kinds_open() {
    let file = |name: &str, bytes: &str| File { name: name.to_owned(), bytes: bytes.into() };
    let open = |files: &[File]| Desk::open_files(files, &session()).map(|it| it.desk);
    let text = open(&[file("a.txt", super::ARTICLE)]).expect("a text opens");
    assert_eq!(text.view().paragraphs.len(), 6);
    let page = open(&[file("a.HTML", "<p>One.<p>Two.")]).expect("a page opens");
    assert_eq!(page.view().paragraphs.len(), 2);
    let ann = file(
        "a.ann",
        "T1\tSource 0 3\tAda\nT2\tCue 4 8\tsaid\nT3\tContent 9 12\tyes\nR1\tAttribution Arg1:T2 Arg2:T1\n",
    );
    let brat = open(&[file("a.txt", "Ada said yes"), ann]).expect("brat opens");
    assert_eq!(brat.view().paragraphs.len(), 1);
    // The text of a dossier in a file beside it.
    let dossier = "{\n  \"format\": 1,\n  \"draft\": true,\n  \"id\": \"a\",\n  \"article\": {\n    \"text\": \"a.txt\"\n  }\n}\n";
    let mut beside =
        open(&[file("a.json", dossier), file("a.txt", "One.\n\nTwo ships.")]).expect("it opens");
    assert_eq!(beside.view().paragraphs.len(), 2);
    let content = vec![beside.text().find("Two ships").expect("the words")];
    beside.apply(Edit::NewStatement { content }).expect("it is made");
    assert!(beside.view().is_checked);
    assert!(open(&[]).is_err());
}

#[test]
fn selections_grow_and_shrink_by_words_sentences_and_paragraphs() {
    let units = ["", "Ada said it. “No 🚢 sails", "“today,” she said. Bob left."];
    let text = Text::new(&units, "en", &[], false);
    let words = |span: Span| text.slice(span).to_owned();
    let ada = text.word_at(UnitIx(1), 1).expect("a word");
    assert_eq!(words(ada), "Ada");
    let two = text.extend(ada, Side::End, Step::Word);
    assert_eq!(words(two), "Ada said");
    assert_eq!(words(text.shrink(two, Side::End, Step::Word)), "Ada");
    assert_eq!(words(text.extend(ada, Side::End, Step::Sentence)), "Ada said it.");
    assert_eq!(text.paragraph(UnitIx(1)).map(words), Some(units[1].to_owned()));
    assert_eq!(words(text.extend(ada, Side::End, Step::Paragraph)), units[1]);
    let running = text.quotation_at(UnitIx(2), 2);
    let running: Vec<String> = running.into_iter().map(words).collect();
    assert_eq!(running, ["“No 🚢 sails", "“today,”"]);
    assert_eq!(text.quotation_at(UnitIx(1), 1), []);
    assert_eq!(text.snap(Span { unit: UnitIx(9), start: 0, end: 1 }), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_pasted_and_saved(text in "(\\PC|[\\n<>\"“”& ]){0,200}") {
        for opened in [Desk::paste(&text, &session()), Desk::paste_html(&text, &session())] {
            let Ok(opened) = opened else { continue };
            let mut desk = opened.desk;
            desk.suggest_with(&Lexicons::default());
            prop_assert_eq!(errors(&desk.json()), Vec::<String>::new());
            let unit = UnitIx(1);
            let (Some(words), Some(first)) =
                (desk.text().paragraph(unit), desk.text().word_at(unit, 0))
            else {
                continue;
            };
            desk.apply(Edit::NewStatement { content: vec![words] }).expect("it is made");
            let statement = desk.view().statements[0].key;
            let _ = desk.apply(Edit::AddWords { statement, part: Part::Cue, words: first });
            prop_assert_eq!(errors(&desk.json()), Vec::<String>::new());
        }
    }

    #[test]
    fn any_bytes_are_opened_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Desk::open(&bytes, &session());
        prop_assert!(Desk::restore(&bytes, &session()).is_err());
    }
}
