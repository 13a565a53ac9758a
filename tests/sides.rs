//! The pages by side: each summary once, silence told apart from speaking only jointly, and marks
//! that can be heard.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::{Accounts, Dossier, StatementIx};
use scraper::{ElementRef, Selector};
use support::bundle::{Bundle, Page, bundle, select};
use support::html::words;
use support::{REAL, good};

const RICH: &str = "tests/fixtures/good/rich/dossier.json";
const HOSTILE: &str = "tests/fixtures/good/hostile/dossier.json";
const SMALL: &str = "tests/fixtures/good/small/dossier.json";

/// Returns the page of a side, or that of all sides if `side` is empty.
fn sides<'b>(bundle: &'b Bundle, dossier: &Dossier, side: &str) -> &'b Page {
    &bundle.pages[&format!("{}/accounts/{side}index.html", dossier.id)]
}

fn within<'h>(element: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    element.select(&Selector::parse(selector).expect("a selector")).collect()
}

#[test]
fn each_summary_is_printed_once_in_the_narrowest_topic() {
    for file in [REAL, RICH, HOSTILE, SMALL] {
        let (bundle, dossier) = (bundle(&[file]), good(file));
        let page = sides(&bundle, &dossier, "");
        let accounts = Accounts::of(&dossier);
        let rows = select(page, ".matrix tbody");
        assert_eq!(rows.len(), accounts.rows.len(), "{file}");
        for (at, statement) in dossier.statements.iter().enumerate() {
            let id = format!("#said-{}", at + 1);
            let [said] = select(page, &id)[..] else { panic!("{file} {id}: not once") };
            let gist = statement.gist.as_deref().unwrap_or_default();
            assert!(words(said).contains(gist), "{file} {id}");
            let home = accounts.narrowest(&dossier, &[StatementIx::from(at)]).expect("a row");
            let (band, row) = (select(page, &format!(".band {id}")), within(rows[home], &id));
            let expected = if statement.is_joint() { (1, 0) } else { (0, 1) };
            assert_eq!((band.len(), row.len()), expected, "{file} {id}");
        }
        for (row, shown) in accounts.rows.iter().zip(rows) {
            let number = |number: &ElementRef<'_>| words(*number).parse().unwrap_or(0);
            let mut numbers: Vec<usize> =
                within(shown, "td:not(.jointly) .number").iter().map(number).collect();
            numbers.sort_unstable();
            let mut expected: Vec<usize> = row.statements().map(|ix| ix.index() + 1).collect();
            expected.sort_unstable();
            assert_eq!(numbers, expected, "{file}");
        }
    }
}

#[test]
fn the_narrowest_topic_has_the_fewest_statements() {
    let dossier = good(REAL);
    let accounts = Accounts::of(&dossier);
    let check = |statements: &[usize], expected: Option<&str>| {
        let statements: Vec<StatementIx> =
            statements.iter().map(|number| StatementIx::from(number - 1)).collect();
        let topic =
            accounts.narrowest(&dossier, &statements).and_then(|at| accounts.rows[at].topic);
        assert_eq!(topic.map(|ix| dossier.topic(ix).id.as_str()), expected, "{statements:?}");
    };
    check(&[7], Some("focus-of-talks"));
    check(&[9], Some("agreement-of-1974"));
    check(&[9, 7], Some("focus-of-talks"));
    check(&[6, 1], Some("communication-mechanism"));
    check(&[11], Some("civilians-and-minorities"));
    check(&[2, 11], None);
}

#[test]
fn silence_is_not_shown_where_a_side_speaks_jointly() {
    for file in [REAL, RICH] {
        let (bundle, dossier) = (bundle(&[file]), good(file));
        let page = sides(&bundle, &dossier, "");
        let accounts = Accounts::of(&dossier);
        for (row, shown) in accounts.rows.iter().zip(select(page, ".matrix tbody")) {
            let name = |actor| dossier.actor(actor).name.value.to_string();
            let names = |cells: Vec<ElementRef<'_>>| -> Vec<String> {
                let split = |cell: &ElementRef<'_>| {
                    let names = words(within(*cell, ".side-label")[0]);
                    names
                        .trim_end_matches(':')
                        .split(", ")
                        .map(str::to_owned)
                        .collect::<Vec<String>>()
                };
                cells.iter().flat_map(split).filter(|name| name != "Joint").collect()
            };
            let (mut silent, mut jointly) = (Vec::new(), Vec::new());
            for (at, party) in accounts.parties.iter().enumerate() {
                let has_joint = row.joint_with(&dossier, *party).next().is_some();
                if row.by_party[at].is_empty() {
                    if has_joint { &mut jointly } else { &mut silent }.push(name(*party));
                }
            }
            let others = accounts.others.iter().zip(&row.by_other);
            silent.extend(others.filter(|(_, own)| own.is_empty()).map(|(other, _)| name(*other)));
            assert_eq!(names(within(shown, "td.none")), silent, "{file}");
            assert_eq!(names(within(shown, "td.jointly")), jointly, "{file}");
            for cell in within(shown, "td.none .hush") {
                assert!(["No statement", "No joint statement"].contains(&&*words(cell)));
            }
            // On narrow pages, one line names all silent sides.
            let line: Vec<String> = within(shown, ".silent").into_iter().map(words).collect();
            let expected = format!("No statement: {}", silent.join(", "));
            assert_eq!(line.concat(), if silent.is_empty() { String::new() } else { expected });
        }
    }
}

#[test]
fn speakers_that_are_inferred_are_marked() {
    let (bundle, dossier) = (bundle(&[REAL]), good(REAL));
    for side in ["", "israel/", "syria/", "united-states/"] {
        let page = sides(&bundle, &dossier, side);
        let inferred = |id: &str| -> Vec<String> {
            let chips = select(page, &format!(".band {id} .chip:has(.inferred)"));
            chips.into_iter().map(words).collect()
        };
        let all = ["Israel (inferred)", "Syria (inferred)", "United States (inferred)"];
        assert_eq!(inferred("#said-1"), all, "{side}");
        assert_eq!(inferred("#said-6"), all, "{side}");
        // No passage names the United States as a source.
        let notes: Vec<String> = select(page, ".dossier .byhand").into_iter().map(words).collect();
        let note = "The annotator infers that this side speaks in both statements; \
                    neither passage names it.";
        assert_eq!(notes.iter().any(|words| words == note), side == "united-states/", "{notes:?}");
        let heads = select(page, ".matrix thead th:has(.inferred)").into_iter().map(words);
        let expected = ["United States (inferred) 2, both joint"];
        let has_column = ["", "united-states/"].contains(&side);
        assert_eq!(heads.collect::<Vec<_>>(), if has_column { &expected[..] } else { &[] });
    }
}

#[test]
fn a_cell_reads_as_sentences() {
    let (bundle, dossier) = (bundle(&[REAL]), good(REAL));
    let page = sides(&bundle, &dossier, "");
    let check = |number: usize, expected: &str| {
        let gist = dossier.statements[number - 1].gist.as_deref().unwrap_or_default();
        let said = words(select(page, &format!("#said-{number} p"))[0]);
        assert_eq!(said, format!("{expected} Summary by the annotator: {gist}"));
    };
    check(4, "Accusation by Syrian official (unnamed), via Reuters (inferred).");
    check(10, "Statistic.");
    check(
        1,
        "Announcement by Israel (inferred), Syria (inferred), United States (inferred), issued by US State Department.",
    );
}

#[test]
fn pencils_can_be_heard_and_tables_have_roles() {
    for file in [REAL, RICH] {
        let (bundle, dossier) = (bundle(&[file]), good(file));
        let is_sides = |path: &&String| path.contains("/accounts/");
        for path in bundle.pages.keys().filter(is_sides) {
            let page = &bundle.pages[path];
            for pencil in select(page, "main :has(> svg > use[href='#pen'])") {
                assert_ne!(words(pencil), "", "{path}");
            }
            for (element, role) in
                [("table", "table"), ("tr", "row"), ("td", "cell"), ("tbody", "rowgroup")]
            {
                for found in select(page, &format!(".matrix {element}, {element}.matrix")) {
                    assert_eq!(found.attr("role"), Some(role), "{path}");
                }
            }
        }
        assert!(!select(sides(&bundle, &dossier, ""), ".matrix").is_empty());
    }
}

#[test]
fn a_table_with_many_columns_scrolls_in_a_frame_that_the_keyboard_reaches() {
    for (file, is_wide) in [(REAL, false), (RICH, true)] {
        let (bundle, dossier) = (bundle(&[file]), good(file));
        let page = sides(&bundle, &dossier, "");
        let frames = select(page, ".wide[tabindex='0'][role='region'][aria-label] > .matrix");
        assert_eq!(frames.len(), usize::from(is_wide), "{file}");
    }
}

#[test]
fn relations_are_said_once_with_a_link_to_compare() {
    let (bundle, dossier) = (bundle(&[REAL]), good(REAL));
    let page = sides(&bundle, &dossier, "");
    let lines: Vec<String> = select(page, ".relation").into_iter().map(words).collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[0].contains("6 may be the same statement as 1. 6 adds detail to 1."));
    assert!(lines[1].contains("9 differs from 7; both may be true."));
    for line in select(page, ".relation") {
        assert_eq!(within(line, "a[href*='compare/?statement=']").len(), 1);
    }
}

#[test]
fn sides_are_compared_only_on_topics_on_which_two_speak() {
    let (real, dossier) = (bundle(&[REAL]), good(REAL));
    let page = sides(&real, &dossier, "");
    let links = select(page, ".side-link");
    let hrefs: Vec<&str> = links.iter().filter_map(|link| link.attr("href")).collect();
    assert_eq!(hrefs.len(), 7);
    let first = "compare/?party=israel,syria&topic=communication-mechanism";
    assert!(hrefs[0].ends_with(first), "{}", hrefs[0]);
    // One side speaks: there is nothing to compare.
    let (small, dossier) = (bundle(&[SMALL]), good(SMALL));
    let page = sides(&small, &dossier, "");
    assert_eq!(select(page, "main a[href*='compare/']:not(.relation a)").len(), 0);
}
