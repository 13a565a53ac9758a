//! What pages show of a dossier: its quotations, excerpts, corrections and dates, and its markup as text.

use super::support::REAL;
use super::support::bundle::{Bundle, Page, bundle, select};
use super::support::html::words;
use super::{EXCERPTS, HOSTILE, RICH, bundles, every_page};
use onrecord::model::{Piece, StatementIx, UnitIx};
use scraper::Selector;
use std::collections::BTreeSet;

#[test]
fn quotation_marks_surround_only_what_the_article_quotes() {
    every_page(|bundle, path, page| {
        let Some(dossier) = bundle.dossiers.iter().find(|d| {
            path.starts_with(&format!("{}/", d.id))
                || (path == "index.html" && bundle.dossiers.len() == 1)
        }) else {
            return;
        };
        let quotations = dossier.article.quotations();
        let stretches: Vec<&str> = (0..dossier.article.units.len())
            .flat_map(|unit| quotations.of(UnitIx(u32::try_from(unit).unwrap_or(u32::MAX))))
            .map(|span| dossier.article.text(*span))
            .collect();
        // The key of each list shows the mark on a sample that is not from the article.
        for quoted in select(page, ".quoted:not(.intro *)") {
            let text: String = quoted.text().collect();
            assert!(stretches.iter().any(|s| s.contains(&text)), "{path}: {text}");
        }
    });
}

#[test]
fn a_card_marks_the_words_that_its_statement_quotes() {
    for bundle in bundles() {
        for dossier in &bundle.dossiers {
            let list = &bundle.pages[&format!("{}/index.html", dossier.id)];
            let cards = select(list, ".cards > li");
            assert_eq!(cards.len(), dossier.statements.len());
            let quotations = dossier.article.quotations();
            for (position, card) in cards.iter().enumerate() {
                let selector = Selector::parse("blockquote .quoted").expect("a selector");
                let quoted: String = card.select(&selector).flat_map(|e| e.text()).collect();
                let pieces = dossier.snippet(StatementIx::from(position));
                let expected: String = pieces
                    .iter()
                    .filter_map(|piece| match piece {
                        Piece::Text(span) => Some(*span),
                        Piece::Gap => None,
                    })
                    .flat_map(|span| quotations.within(span).collect::<Vec<_>>())
                    .map(|span| dossier.article.text(span))
                    .collect();
                assert_eq!(quoted, expected, "{} {position}", dossier.id);
                let words = Selector::parse("blockquote").expect("a selector");
                let words = card.select(&words).next().expect("a card has words");
                assert_eq!(words.attr("lang"), Some(&*dossier.article.language));
            }
        }
    }
}

#[test]
fn pages_with_excerpts_say_so() {
    let bundle = bundle(&[EXCERPTS]);
    let says = |path: &str| words(bundle.pages[path].html.root_element());
    let note = "Excerpts only. The text belongs to The Courier and cannot be shown in full here.";
    for path in [
        "index.html",
        "excerpts/article/index.html",
        "excerpts/statements/split-piles/index.html",
        "about/index.html",
    ] {
        assert!(says(path).contains(note), "{path}");
    }
    let statement = "excerpts/statements/slow-collapse/index.html";
    // What is not shown may contain the words as well, so the link leads to the page.
    let away = select(&bundle.pages[statement], "a[href='https://example.org/quay-closed']");
    assert_eq!(words(away[0]), "Read this passage on The Courier’s site");
    // Words that exist but cannot be shown are never presented as inferred or missing.
    // Each entry follows the name of its row.
    let entries: Vec<String> = select(&bundle.pages[statement], ".fields tbody tr")
        .into_iter()
        .flat_map(|row| {
            let within =
                |css| row.select(&Selector::parse(css).expect("a selector")).map(words).collect();
            let (name, entries): (Vec<String>, Vec<String>) = (within("th"), within("td li"));
            match entries.is_empty() {
                true => vec![words(row)],
                false => entries.iter().map(|entry| name.concat() + entry).collect(),
            }
        })
        .collect();
    let withheld = "The supporting words are in the article but cannot be shown here.";
    for (start, expected) in [
        ("ViaCited by Tideway Radio", "a transcript seen […]¶ 3"),
        ("Date said", "[…]¶ 3"),
        ("Source identified asCondition of anonymity", "[…]¶ 3"),
        ("Dates mentioned", "[…]¶ 2"),
    ] {
        let entry = entries.iter().find(|entry| entry.starts_with(start));
        let entry = entry.unwrap_or_else(|| panic!("{entries:?}"));
        assert!(entry.ends_with(&format!("{expected} {withheld}")), "{entry}");
        assert!(!entry.contains("Inferred"), "{entry}");
    }
    let full = self::bundle(&[REAL]);
    for (path, page) in &full.pages {
        let words = words(page.html.root_element());
        assert!(!words.contains("Excerpts only") && !words.contains(withheld), "{path}");
    }
}

/// Returns every text and every attribute value of a page.
fn page_texts(page: &Page) -> String {
    let elements = select(page, "*");
    let values =
        elements.iter().flat_map(|element| element.value().attrs().map(|(_, value)| value));
    let texts = page.html.root_element().text();
    values.chain(texts).collect::<Vec<_>>().join("\n")
}

#[test]
fn markup_in_a_dossier_is_shown_as_text() {
    let (known, hostile) = (bundle(&[REAL, RICH]), bundle(&[HOSTILE]));
    let names = |bundle: &Bundle| -> BTreeSet<String> {
        let pages = bundle.pages.values();
        pages.flat_map(|page| select(page, "*")).map(|e| e.value().name().to_owned()).collect()
    };
    let strange: Vec<String> = names(&hostile).difference(&names(&known)).cloned().collect();
    assert!(strange.is_empty(), "elements that no other page has: {strange:?}");
    let everything: String = hostile.pages.values().map(page_texts).collect();
    let dossier = &hostile.dossiers[0];
    let statement = &dossier.statements[0];
    let texts = [
        &dossier.title,
        &dossier.article.rights.notice,
        &dossier.topics[0].label,
        &dossier.topics[1].label,
        &dossier.places[0].name.value,
        &dossier.actors[0].name.value,
        &dossier.actors[0].aliases[0].value,
        &dossier.actors[1].name.value,
        &dossier.figures[0].unit.value,
        &dossier.corrections[0].what,
    ];
    let notes = [
        &dossier.summary,
        &dossier.annotation.method,
        &statement.gist,
        &dossier.actors[0].note,
        &statement.note,
        &statement.kind.basis.note,
        &statement.via[0].role.basis.note,
        &statement.mentions[0].basis.note,
        &dossier.relations[0].basis.note,
        &dossier.figures[0].note,
    ];
    for text in texts.into_iter().chain(notes.into_iter().flatten()) {
        assert!(everything.contains(&**text), "{text} is not shown as it is");
    }
    let words = dossier.article.text(statement.content[0]);
    let shown: String =
        hostile.pages["hostile/statements/first/index.html"].html.root_element().text().collect();
    assert!(shown.contains(words), "the article's words are not shown as they are");
}

#[test]
fn a_correction_is_on_the_page_of_each_affected_statement() {
    let bundle = bundle(&[RICH]);
    let shown = |id: &str| -> Vec<String> {
        let page = &bundle.pages[&format!("harbour-reopens/statements/{id}/index.html")];
        let said = select(page, ".one-head .gist").into_iter().map(words);
        said.filter(|said| said.contains("Corrected ")).collect()
    };
    let text = "Corrected 2 March 2026 (article text; applies to the whole article): \
                A misspelt name was put right, as the outlet did.";
    let annotation = "Corrected 3 March 2026 (annotation): The speaker was read as another.";
    assert_eq!(shown("opens-on-friday"), [text]);
    assert_eq!(shown("a-shame"), [annotation, text], "the latest first");
    let about: String = words(select(&bundle.pages["about/index.html"], "main")[0]);
    assert!(about.contains(text) && about.contains(annotation), "{about}");
}

#[test]
fn the_summary_of_an_actor_counts_inferred_statements() {
    let bundle = bundle(&[REAL]);
    let parts = |actor: &str| -> Vec<String> {
        let page = &bundle.pages[&format!("shafaq-2026-01-06/actors/{actor}/index.html")];
        select(page, ".glance li b").iter().map(|part| part.text().collect()).collect()
    };
    assert_eq!(parts("syrian-official"), ["4 statements (3 inferred)"]);
    assert_eq!(parts("reuters"), ["4 statements (3 inferred)"]);
    assert_eq!(parts("syrian-observatory"), Vec::<String>::new());
}

#[test]
fn a_strip_follows_the_reading_direction() {
    let bundle = bundle(&[REAL, RICH]);
    let left = |path: &str| -> u32 {
        let page = &bundle.pages[path];
        let thick = select(page, "header .strip .thick");
        thick[0].attr("x").and_then(|x| x.parse().ok()).expect("a strip has a position")
    };
    // In both statements, the quoted words come last.
    assert_eq!(left("harbour-reopens/statements/a-shame/index.html"), 0);
    assert!(left("shafaq-2026-01-06/statements/demand-on-mentality/index.html") > 0);
}

#[test]
fn each_date_links_to_the_statements_of_its_period() {
    let bundle = bundle(&[REAL]);
    let page = &bundle.pages["shafaq-2026-01-06/dates/index.html"];
    let rows = select(page, ".timeline [id^=date-]").len();
    let links = |css: &str| -> Vec<String> {
        let links = select(page, css).into_iter().filter_map(|link| link.attr("href"));
        links
            .filter(|href| href.contains("from=") || href.contains("to="))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(links(".uses a").len(), rows);
    let years = links(".years a");
    assert!(years.contains(&"../?from=2025-01-01&to=2025-12-31".to_owned()), "{years:?}");
}

#[test]
fn the_words_of_a_statement_begin_with_the_source_that_it_shares() {
    let bundle = bundle(&[REAL]);
    let check = |id: &str, expected: &str| {
        let page = &bundle.pages[&format!("shafaq-2026-01-06/statements/{id}/index.html")];
        let words: String = select(page, ".words.big").remove(0).text().collect();
        assert!(words.starts_with(expected), "{words}");
    };
    check("demand-on-mentality", "He […] said it should abandon");
    check("continued-dialogue", "Prime Minister Benjamin Netanyahu's office […] adding that");
    check("accusation-of-stalling", "He accused Israel");
}
