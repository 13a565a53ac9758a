//! Links to one statement, and the dossier as one page.

use super::{errors, session};
use onrecord::annotate::{ArticleField, BadLink, Desk, Edit, Key, MAX_LENGTH, Shared};
use onrecord::model::{Archive, Show};
use onrecord::prerender::{Parts, single};
use onrecord::site::Site;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

const FIRST: &[u8] = include_bytes!("../../static/dossiers/shafaq-2026-01-06.json");

fn first() -> Desk {
    Desk::open(FIRST, &session()).expect("it opens").desk
}

#[test]
fn every_statement_of_the_first_dossier_fits_into_a_link() {
    let desk = first();
    let mut lengths = Vec::new();
    for card in &desk.view().statements {
        let link = desk.share(card.key).unwrap_or_else(|long| panic!("{}: {long:?}", card.id));
        assert!(link.len() <= MAX_LENGTH);
        assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
        lengths.push(link.len());
        let shared = Shared::read(&link).expect("the link is read");
        assert_eq!(errors(&shared.dossier), Vec::<String>::new());
        let alone = Desk::open(shared.dossier.as_bytes(), &session()).expect("it opens").desk;
        let [only] = alone.view().statements.as_slice() else { panic!("one statement") };
        assert_eq!(only.content.texts, card.content.texts);
        assert_eq!(only.cue.texts, card.cue.texts);
        assert_eq!(only.speakers, card.speakers);
        assert_eq!(only.directness, card.directness);
        let names = |via: &[onrecord::annotate::HopView]| {
            via.iter().map(|hop| hop.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names(&only.via), names(&card.via));
    }
    eprintln!("links of {lengths:?} characters");
}

#[test]
fn a_link_that_was_cut_or_changed_says_so() {
    let desk = first();
    let link = desk.share(desk.view().statements[0].key).expect("it fits");
    for end in 20..link.len() {
        assert_eq!(Shared::read(&link[..end]), Err(BadLink::Cut), "{end}");
    }
    for at in 1..link.len() {
        let other = if link.as_bytes()[at] == b'A' { "B" } else { "A" };
        let changed = [&link[..at], other, &link[at + 1..]].concat();
        assert!(Shared::read(&changed).is_err(), "{at}");
    }
    assert_eq!(Shared::read(""), Err(BadLink::NotAStatement));
    assert_eq!(Shared::read("not a link!"), Err(BadLink::Damaged));
    assert!(Shared::read("CCCCCCCCCCCCCCCCCCCCCCCCCC").is_err());
    assert!(desk.share(Key(9999)).is_err());
}

#[test]
fn words_outside_the_excerpts_are_not_in_a_link() {
    let mut desk = first();
    desk.apply(Edit::Show(Show::Excerpts)).expect("it is set");
    let card = desk.view().statements[3].clone();
    let shared = Shared::read(&desk.share(card.key).expect("it fits")).expect("it is read");
    assert!(shared.dossier.contains("[…]"));
    assert!(!shared.dossier.contains("expansionist mentality"), "{}", shared.dossier);
    assert_eq!(errors(&shared.dossier), Vec::<String>::new());
    let alone = Desk::open(shared.dossier.as_bytes(), &session()).expect("it opens").desk;
    assert_eq!(alone.view().statements[0].content.texts, card.content.texts);
}

/// Returns everything that is in the dossier as one page.
fn in_one_page(desk: &Desk) -> String {
    let dossier = Arc::new(desk.dossier().expect("it has no error").clone());
    let site = Site::new(Archive { dossiers: vec![dossier] });
    let site = Rc::new(Site { in_one_file: true, ..site });
    let parts = Parts { style: String::new(), module: "".into(), wasm: &[] };
    let packed = RefCell::new(Vec::new());
    let keep = |bytes: &[u8]| {
        packed.borrow_mut().extend_from_slice(bytes);
        Vec::new()
    };
    let page = futures::executor::block_on(single(&site, &parts, keep));
    page + &String::from_utf8_lossy(&packed.into_inner())
}

#[test]
fn words_outside_the_excerpts_are_not_in_one_page() {
    let file = include_str!("../fixtures/good/small/dossier.json");
    let last = "for the pilots and for the tide.\"";
    let file = file.replace(last, &format!("{last}, \"Nobody quotes the gulls.\""));
    let mut desk = Desk::open(file.as_bytes(), &session()).expect("it opens").desk;
    let all = in_one_page(&desk);
    assert!(all.contains("The harbour will reopen on Friday") && all.contains("quotes the gulls"));
    desk.apply(Edit::Show(Show::Excerpts)).expect("it is set");
    let cut = in_one_page(&desk);
    assert!(cut.contains("The harbour will reopen on Friday"));
    assert!(!cut.contains("quotes the gulls") && !cut.contains("the gulls"));
}

#[test]
fn a_statement_that_is_too_long_says_how_long_it_is() {
    let text = (0..900).map(|at| format!("word{} ", at * 7919 % 1000)).collect::<String>();
    let mut desk = Desk::paste(&text, &session()).expect("it is pasted").desk;
    let words = desk.text().paragraph(onrecord::model::UnitIx(1)).expect("a paragraph");
    desk.apply(Edit::NewStatement { content: vec![words] }).expect("it is made");
    let title = Edit::Article { field: ArticleField::Title, text: "Words".to_owned() };
    desk.apply(title).expect("it is set");
    let long = desk.share(desk.view().statements[0].key).expect_err("it is too long");
    assert!(long.length > MAX_LENGTH);
}
