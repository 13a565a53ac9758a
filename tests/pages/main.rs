//! The prerendered pages: valid HTML, links that resolve, and quotation marks only around words
//! that the article quotes.

#![cfg(not(target_arch = "wasm32"))]

mod content;
#[path = "../support/mod.rs"]
mod support;

use onrecord::model::Settings;
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
