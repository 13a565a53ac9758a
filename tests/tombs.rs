//! Tombstones: an old link leads to a page that says what happened to its target, and that links to
//! the successors.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::Settings;
use support::LEDGERS;
use support::bundle::{Bundle, Page, build_with_ledgers, bundle_of, follow, select};
use support::html::words;
use url::Url;

const SMALL: &str = "tests/fixtures/good/small/dossier.json";

fn page<'b>(bundle: &'b Bundle, path: &str) -> &'b Page {
    let file = format!("{path}index.html");
    bundle.pages.get(&file).unwrap_or_else(|| panic!("there is no {file}"))
}

/// Returns the text of a page's main element.
fn main_text(page: &Page) -> String {
    words(select(page, "main")[0])
}

/// Returns the targets of the links to the successors.
fn successors(bundle: &Bundle, path: &str) -> Vec<String> {
    let page = page(bundle, path);
    let links = select(page, "[aria-labelledby=h-now] li > a:first-child");
    let href = |link: &scraper::ElementRef<'_>| link.attr("href").unwrap_or_default().to_owned();
    let links: Vec<String> = links.iter().map(href).collect();
    for link in &links {
        follow(bundle, &format!("{path}index.html"), page, link)
            .unwrap_or_else(|error| panic!("{path}: {link}: {error}"));
    }
    let here = Url::parse(&format!("https://example.org/{path}")).expect("an address");
    let there = |link: &String| here.join(link).expect("an address").path()[1..].to_owned();
    links.iter().map(there).collect()
}

#[test]
fn an_old_link_says_what_happened_and_links_to_the_successors() {
    let bundle = bundle_of(&[SMALL], &LEDGERS);
    let check = |path: &str, title: &str, says: &[&str], to: &[&str]| {
        let page = page(&bundle, path);
        assert_eq!(words(select(page, "title")[0]), format!("{title} · On Record"));
        let text = main_text(page);
        for words in says {
            assert!(text.contains(words), "{path} does not contain {words}:\n{text}");
        }
        assert_eq!(successors(&bundle, path), to, "{path}");
    };
    check(
        "harbour/statements/reopening-day/",
        "Merged: statement reopening-day · The harbour reopens",
        &[
            "This statement has been merged with another",
            "This link was to statement reopening-day, first published on 7 January 2026.",
            "Statement reopening-day was merged into reopening-on-friday on 9 January 2026.",
            "Both told the same.",
            "We don’t redirect automatically",
            "Announcement by Ada Lund",
            "The harbour will reopen on Friday",
        ],
        &["harbour/statements/reopening-on-friday/"],
    );
    check(
        "harbour/statements/reopening/",
        "Renamed: statement reopening · The harbour reopens",
        &[
            "Statement reopening was renamed reopening-day on",
            "It is about a day.",
            "Both told the same.",
        ],
        &["harbour/statements/reopening-on-friday/"],
    );
    check(
        "harbour/statements/delay-and-ships/",
        "Split: statement delay-and-ships · The harbour reopens",
        &["was split into a-disgrace and ships-waiting"],
        &["harbour/statements/a-disgrace/", "harbour/statements/ships-waiting/"],
    );
    check(
        "harbour/statements/a-rumour/",
        "Withdrawn: statement a-rumour · The harbour reopens",
        &[
            "This statement has been withdrawn",
            "<script>alert(1)</script>",
            "It has not been replaced.",
        ],
        &[],
    );
    check(
        "harbour/actors/port-chief/",
        "Renamed: actor port-chief · The harbour reopens",
        &["She has a name.", "Ada Lund Person"],
        &["harbour/actors/ada-lund/"],
    );
    check(
        "harbour/figures/pilots/",
        "Withdrawn: figure pilots · The harbour reopens",
        &["See ships instead.", "12 to 15 ships, in the statistic by Ada Lund"],
        &["harbour/figures/ships/"],
    );
    check(
        "harbour/accounts/ada-lund/",
        "Merged: side ada-lund · The harbour reopens",
        &["She speaks for the office.", "Statements by sources on Port office’s side"],
        &["harbour/accounts/port-office/"],
    );
}

#[test]
fn every_address_of_a_removed_dossier_links_to_its_successors() {
    let bundle = bundle_of(&[SMALL], &LEDGERS);
    let check = |path: &str, to: &[&str]| {
        let page = page(&bundle, &format!("old-harbour/{path}"));
        assert!(main_text(page).contains("The harbour is not old."), "{path}");
        assert_eq!(successors(&bundle, &format!("old-harbour/{path}")), to, "{path}");
    };
    let views =
        ["", "actors/", "figures/", "article/", "accounts/", "dates/", "compare/", "about/"];
    for view in views {
        check(view, &[&format!("harbour/{view}")]);
        let quay = page(&bundle, &format!("quay/{view}"));
        assert!(main_text(quay).contains("The outlet took the article back."), "{view}");
        assert!(main_text(quay).contains("It has not been replaced."), "{view}");
    }
    check("statements/a-disgrace/", &["harbour/statements/a-disgrace/"]);
    check("statements/a-shame/", &["harbour/statements/a-disgrace/"]);
    check("statements/an-aside/", &["harbour/"]);
    check("actors/ada-lund/", &["harbour/actors/ada-lund/"]);
    check("accounts/port-office/", &["harbour/accounts/port-office/"]);
    let heading = words(select(page(&bundle, "quay/statements/a-quay/"), "h1")[0]);
    assert_eq!(heading, "The report containing this statement has been withdrawn");
}

#[test]
fn an_embed_of_a_removed_statement_says_what_happened() {
    let bundle = bundle_of(&[SMALL], &LEDGERS);
    let path = "harbour/statements/reopening-day/embed/";
    assert!(main_text(page(&bundle, path)).contains("Both told the same."));
    assert_eq!(successors(&bundle, path), ["harbour/statements/reopening-on-friday/"]);
    assert_eq!(select(page(&bundle, path), "main.embed").len(), 1);
}

#[test]
fn words_of_an_article_have_their_language_and_direction() {
    let ledgers =
        ["tests/fixtures/published/harbour-ar.json", "tests/fixtures/published/mina.json"];
    let bundle = bundle_of(&["tests/fixtures/languages/ar.json"], &ledgers);
    let check = |path: &str, count: usize| {
        let is_arabic = |c: char| ('\u{600}'..='\u{6ff}').contains(&c);
        let mut found = 0;
        for link in select(page(&bundle, path), "main a") {
            for node in link.descendants() {
                let Some(text) = node.value().as_text().filter(|it| it.contains(is_arabic)) else {
                    continue;
                };
                let around: Vec<_> =
                    node.ancestors().filter_map(scraper::ElementRef::wrap).collect();
                // Names of actors are the annotator's.
                if around.iter().any(|it| it.attr("class") == Some("mini-head")) {
                    continue;
                }
                let is_marked = |it: &scraper::ElementRef<'_>| {
                    (it.attr("lang"), it.attr("dir")) == (Some("ar"), Some("rtl"))
                };
                assert!(around.iter().any(is_marked), "{path}: {text:?}");
                found += 1;
            }
        }
        assert!(found >= count, "{path}: {found}");
    };
    check("harbour-ar/statements/returns/", 2);
    check("harbour-ar/figures/ships/", 1);
    check("mina/", 1);
    check("mina/dates/", 1);
    check("mina/statements/gone/", 1);
}

#[test]
fn search_engines_do_not_index_pages_of_removed_ids() {
    let address = "https://example.org/on/";
    let settings = Settings { address: Some(address.to_owned()), ..Settings::default() };
    let (_, files) = build_with_ledgers(&[SMALL], settings, &LEDGERS);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let sitemap = files.iter().find(|file| file.path == "sitemap.xml").expect("a sitemap");
    let sitemap = text(&sitemap.bytes);
    let mut gone = 0;
    for file in files.iter().filter(|file| file.path.ends_with("/index.html")) {
        let page = text(&file.bytes);
        let is_gone = page.contains(">This link was to ");
        let is_listed =
            sitemap.contains(&format!("{address}{}<", file.path.trim_end_matches("index.html")));
        let is_embed = file.path.ends_with("/embed/index.html");
        assert_eq!(page.contains("content=\"noindex\""), is_gone || is_embed, "{}", file.path);
        assert_eq!(page.contains("rel=\"canonical\""), !is_gone, "{}", file.path);
        assert_eq!(is_listed, !is_gone && !is_embed, "{}", file.path);
        gone += usize::from(is_gone);
    }
    assert_eq!(gone, 4 + 4 + 3 + 8 + 3 + 3 + 2 + 8 + 1 + 1);
}
