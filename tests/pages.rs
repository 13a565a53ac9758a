//! The prerendered pages: valid HTML, links that resolve, and quotation marks only around words
//! that the article quotes.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::{Piece, Settings, StatementIx, UnitIx, snippet};
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use support::bundle::{
    Bundle, Page, build, bundle, bundle_of, bundle_with, files_of, follow, select,
};
use support::html::{literal_nesting, nesting, words};
use support::{LEDGERS, REAL, good};

const RICH: &str = "tests/fixtures/good/rich/dossier.json";
const HOSTILE: &str = "tests/fixtures/good/hostile/dossier.json";

const EXCERPTS: &str = "tests/fixtures/good/excerpts/dossier.json";
const SMALL: &str = "tests/fixtures/good/small/dossier.json";

/// Bundles with one dossier, two, one full of markup, one in excerpts, and one with removed pages.
fn bundles() -> [Bundle; 5] {
    let gone = bundle_of(&[SMALL], &LEDGERS);
    [bundle(&[REAL]), bundle(&[REAL, RICH]), bundle(&[HOSTILE]), bundle(&[EXCERPTS]), gone]
}

/// Runs a check on every page of every bundle, including the 404 page.
fn every_page(check: impl Fn(&Bundle, &str, &Page)) {
    for bundle in bundles() {
        for (path, page) in &bundle.pages {
            check(&bundle, path, page);
        }
    }
}

#[test]
fn two_builds_are_identical() {
    for address in [None, Some("https://example.org/on/".to_owned())] {
        let settings = Settings { address, ..Settings::default() };
        let dossiers = [REAL, RICH].map(|file| Arc::new(good(file)));
        let make = || files_of(&dossiers, settings.clone());
        assert!(make() == make(), "two runs differ");
    }
}

#[test]
fn elements_nest_as_html_allows() {
    every_page(|_, path, page| {
        assert_eq!(page.html.errors, Vec::<String>::new(), "{path}");
        let literal = literal_nesting(&page.text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let parsed = nesting(&page.html);
        let other = literal.iter().zip(&parsed).find(|(a, b)| a != b);
        assert_eq!(other, None, "{path}: the nesting in the file, and the parser's");
        assert_eq!(literal.len(), parsed.len(), "{path}");
    });
}

#[test]
fn every_link_resolves() {
    every_page(|bundle, path, page| {
        for (element, attribute) in [
            ("a", "href"),
            ("link", "href"),
            ("script", "src"),
            ("use", "href"),
            ("form", "action"),
        ] {
            for found in select(page, &format!("{element}[{attribute}]")) {
                let link = found.attr(attribute).unwrap_or_default();
                if path == "404.html"
                    || link.starts_with("mailto:")
                    || found.attr("rel") == Some("canonical")
                {
                    continue;
                }
                follow(bundle, path, page, link)
                    .unwrap_or_else(|error| panic!("{path}: {link}: {error}"));
            }
        }
    });
}

#[test]
fn the_404_page_links_to_the_site() {
    for bundle in bundles() {
        let not_found = &bundle.pages["404.html"];
        let links = select(not_found, "a[data-path]");
        assert_eq!(links.len(), bundle.dossiers.len() + 1);
        for link in links {
            let path = link.attr("data-path").unwrap_or_default();
            assert!(bundle.files.contains_key(&format!("{path}index.html")), "{path}");
        }
    }
}

#[test]
fn readers_can_report_errors_only_if_there_is_a_contact() {
    let check = |contact: Option<&str>, expected: Option<&str>| {
        let contact = contact.map(str::to_owned);
        let bundle = bundle_with(&[REAL], Settings { contact, ..Settings::default() });
        let statement =
            &bundle.pages["shafaq-2026-01-06/statements/withdrawal-timeline/index.html"];
        for (page, selector) in
            [(statement, ".more a"), (&bundle.pages["about/index.html"], "dd a")]
        {
            let links = select(page, selector);
            let links = links.iter().filter_map(|link| link.attr("href"));
            let is_contact = |link: &&str| link.starts_with("mailto:") || link.contains("/report");
            let found: Vec<&str> = links
                .filter(is_contact)
                .map(|link| link.split('?').next().unwrap_or(link))
                .collect();
            assert_eq!(found.first().copied(), expected, "{selector}");
        }
    };
    check(None, None);
    check(Some("http-desk@example.org"), Some("mailto:http-desk@example.org"));
    check(Some("https://example.org/report"), Some("https://example.org/report"));
}

#[test]
fn absolute_addresses_lead_to_existing_pages() {
    let (_, files) = build(
        &[REAL, RICH],
        Settings { address: Some("https://example.org/on/".to_owned()), ..Settings::default() },
    );
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let is_page = |address: &str| {
        let path = address.strip_prefix("https://example.org/on/");
        path.is_some_and(|path| paths.contains(format!("{path}index.html").as_str()))
    };
    let mut canonical = BTreeSet::new();
    for file in files.iter().filter(|file| file.path.ends_with("index.html")) {
        let html = Html::parse_document(&String::from_utf8_lossy(&file.bytes));
        let links = Selector::parse("link[rel=canonical]").expect("a selector");
        let found: Vec<String> =
            html.select(&links).filter_map(|l| l.attr("href")).map(str::to_owned).collect();
        assert_eq!(found.len(), 1, "{}", file.path);
        assert!(is_page(&found[0]), "{}", found[0]);
        canonical.extend(found);
    }
    let sitemap = files.iter().find(|file| file.path == "sitemap.xml").expect("a sitemap");
    let sitemap = String::from_utf8_lossy(&sitemap.bytes).into_owned();
    let listed: Vec<&str> =
        sitemap.split("<loc>").skip(1).filter_map(|s| s.split("</loc>").next()).collect();
    assert!(listed.iter().all(|address| is_page(address)));
    assert!(canonical.iter().all(|address| listed.contains(&address.as_str())));
}

#[test]
fn every_page_has_a_heading_a_unique_title_and_a_description() {
    for bundle in bundles() {
        let mut titles: BTreeMap<String, &str> = BTreeMap::new();
        for (path, page) in &bundle.pages {
            let headings = select(page, "h1");
            assert_eq!(headings.len(), 1, "{path}");
            assert!(!words(headings[0]).is_empty(), "{path}");
            let html = page.html.root_element();
            assert_eq!((html.attr("lang"), html.attr("dir")), (Some("en"), Some("ltr")), "{path}");
            let found: Vec<String> = select(page, "head > title").into_iter().map(words).collect();
            let [title] = found.as_slice() else { panic!("{path} has the titles {found:?}") };
            // With one dossier, the home page is its list of statements and has the same title.
            let is_start = path == "index.html" && bundle.dossiers.len() == 1;
            if !is_start && let Some(twin) = titles.insert(title.clone(), path) {
                panic!("{path} and {twin} have the title {title}");
            }
            if path != "404.html" {
                let found = select(page, "head > meta[name=description]");
                let [description] = found.as_slice() else { panic!("{path} has no description") };
                assert!(
                    description.attr("content").is_some_and(|text| text.trim().len() > 20),
                    "{path}"
                );
            }
        }
    }
}

#[test]
fn ids_are_unique_and_references_to_them_resolve() {
    every_page(|_, path, page| {
        let mut ids = BTreeSet::new();
        for element in select(page, "[id]") {
            let id = element.attr("id").unwrap_or_default();
            assert!(!id.is_empty() && ids.insert(id), "{path}: {id:?}");
        }
        for attribute in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            for element in select(page, &format!("[{attribute}]")) {
                for id in element.attr(attribute).unwrap_or_default().split_whitespace() {
                    assert!(ids.contains(id), "{path}: {attribute}={id}");
                }
            }
        }
    });
}

#[test]
fn pages_comply_with_the_policy() {
    every_page(|_, path, page| {
        for element in select(page, "*") {
            let attributes: Vec<&str> = element.value().attrs().map(|(name, _)| name).collect();
            let is_inline = |name: &&str| *name == "style" || name.starts_with("on");
            assert!(
                !attributes.iter().any(is_inline),
                "{path}: {:?} {attributes:?}",
                element.value().name()
            );
        }
        let own = usize::from(path == "404.html");
        assert_eq!(
            select(page, "script:not([src], [type='application/ld+json'])").len(),
            own,
            "{path}"
        );
        assert_eq!(select(page, "style").len(), own, "{path}");
        assert_eq!(select(page, "meta[http-equiv]").len(), 1, "{path}");
        assert!(select(page, "img, iframe, object, embed, base[href]").is_empty(), "{path}");
    });
}

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
                let pieces = snippet(dossier, StatementIx::from(position));
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
