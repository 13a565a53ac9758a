//! What a site with a public address offers to programs: the Atom feed of reports and corrections
//! (RFC 4287), and the oEmbed file of each statement (oembed.com, 1.0).

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::{CorrectedPart, Correction, Day, Dossier, Settings, StatementIx};
use roxmltree::{Document, Node};
use scraper::{Html, Selector};
use serde_json::Value;
use std::collections::BTreeSet;
use support::bundle::{Bundle, build_loaded, bundle_with, of, select};
use support::{LEDGERS, good};

const ADDRESS: &str = "https://example.org/on/";
const ATOM: &str = "http://www.w3.org/2005/Atom";

fn file(name: &str) -> String {
    format!("tests/fixtures/good/{name}/dossier.json")
}

fn addressed() -> Settings {
    let [address, name] = [ADDRESS, "A & B <record>"].map(|text| Some(text.to_owned()));
    Settings { address, name, ..Settings::default() }
}

fn day(month: u32, day: u32) -> Day {
    Day::new(2026, month, day).expect("a day")
}

/// Returns a site with a hostile dossier, one with corrections and ledgers, and an article from
/// right to left.
fn site() -> Bundle {
    let mut small = good(&file("small"));
    let correction = |on, what: &str, statements: &[u32]| Correction {
        on,
        of: CorrectedPart::Annotation,
        what: what.into(),
        statements: statements.iter().copied().map(StatementIx).collect(),
    };
    small.corrections = vec![
        correction(day(2, 3), "</summary><b>Bold & \u{1b}</b>", &[0]),
        correction(day(2, 3), "Two & more.", &[0, 1]),
        correction(day(3, 1), "The whole.", &[]),
    ];
    let mut hostile = good(&file("hostile"));
    hostile.title = "</title><script>alert('1 & \"2\"')</script>]]>".into();
    // The title runs in the other direction, so it is in another language.
    hostile.article.language = "ar".into();
    hostile.article.is_rtl = true;
    let mut reversed = good(&file("rich"));
    reversed.title = "الميناء يفتح".into();
    reversed.article.language = "ar".into();
    reversed.article.is_rtl = true;
    of(build_loaded(vec![small, hostile, reversed], addressed(), &LEDGERS))
}

fn feed(bundle: &Bundle) -> String {
    String::from_utf8(bundle.files["feed.xml"].clone()).expect("UTF-8")
}

fn child<'n>(node: Node<'n, 'n>, name: &str) -> Option<Node<'n, 'n>> {
    node.children().find(|child| child.has_tag_name((ATOM, name)))
}

fn text<'n>(node: Node<'n, 'n>, name: &str) -> &'n str {
    child(node, name).and_then(|child| child.text()).unwrap_or_default()
}

/// Returns true for a date and time as RFC 3339 writes it, at the start of a day.
fn is_time(text: &str) -> bool {
    let day = text.strip_suffix("T00:00:00Z").unwrap_or_default();
    onrecord::load::parse_day(day).is_some() && day.len() == 10
}

#[test]
fn the_feed_has_the_required_elements() {
    let bundle = site();
    let xml = feed(&bundle);
    let document = Document::parse(&xml).expect("well-formed XML");
    let root = document.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    assert_eq!(text(root, "id"), ADDRESS);
    assert_eq!(text(root, "title"), "A & B <record>: reports and corrections");
    let links: Vec<_> = root.children().filter(|node| node.has_tag_name((ATOM, "link"))).collect();
    let href =
        |rel| links.iter().find(|link| link.attribute("rel") == Some(rel))?.attribute("href");
    assert_eq!(href("self"), Some("https://example.org/on/feed.xml"));
    assert_eq!(href("alternate"), Some(ADDRESS));
    let entries: Vec<_> =
        root.children().filter(|node| node.has_tag_name((ATOM, "entry"))).collect();
    let corrections: usize = bundle.dossiers.iter().map(|dossier| dossier.corrections.len()).sum();
    assert_eq!(entries.len(), bundle.dossiers.len() + corrections);
    let mut ids = BTreeSet::new();
    let times: Vec<&str> = entries.iter().map(|entry| text(*entry, "updated")).collect();
    assert!(times.is_sorted_by(|a, b| a >= b), "{times:?}");
    assert_eq!(text(root, "updated"), times[0]);
    for entry in &entries {
        let id = text(*entry, "id");
        assert!(id.starts_with("tag:example.org,") && ids.insert(id), "{id}");
        assert!(is_time(text(*entry, "updated")), "{id}");
        assert!(child(*entry, "published").is_none_or(|node| node.text().is_some_and(is_time)));
        let author = child(*entry, "author").expect("an author");
        assert_ne!(text(author, "name"), "", "{id}");
        assert_ne!(text(*entry, "title"), "", "{id}");
        assert_ne!(text(*entry, "summary"), "", "{id}");
        let link = child(*entry, "link").and_then(|link| link.attribute("href")).expect("a link");
        let path = link.strip_prefix(ADDRESS).expect("a link to this site");
        assert!(bundle.files.contains_key(&format!("{path}index.html")), "{id}: {path}");
    }
}

#[test]
fn the_feed_has_the_titles_and_corrections_as_written() {
    let bundle = site();
    let xml = feed(&bundle);
    let document = Document::parse(&xml).expect("well-formed XML");
    let entries = || document.descendants().filter(|node| node.has_tag_name((ATOM, "entry")));
    for dossier in &bundle.dossiers {
        let title = |node: &Node<'_, '_>| text(*node, "title") == &*dossier.title;
        let entry = entries().find(title).unwrap_or_else(|| panic!("no {}", dossier.title));
        let language = child(entry, "title")
            .and_then(|title| title.attribute(("http://www.w3.org/XML/1998/namespace", "lang")));
        let expected = match &*dossier.title {
            title if title.starts_with("</title>") => None,
            _ => Some(&*dossier.article.language),
        };
        assert_eq!(language, expected, "{}", dossier.title);
    }
    let check = |id: &str, updated: &str, link: &str, what: &str| {
        let entry = entries().find(|entry| text(*entry, "id") == id);
        let entry = entry.unwrap_or_else(|| panic!("no {id} in {xml}"));
        assert_eq!(text(entry, "title"), "Correction: The harbour reopens");
        assert_eq!(text(entry, "updated"), updated);
        let href = child(entry, "link").and_then(|link| link.attribute("href"));
        assert_eq!(href, Some(format!("{ADDRESS}harbour/{link}").as_str()));
        assert!(text(entry, "summary").ends_with(what), "{}", text(entry, "summary"));
    };
    // The ledger says when it was first published.
    let tag = "tag:example.org,2026-01-07:on/harbour/corrected";
    let (third, first) = ("2026-02-03T00:00:00Z", "2026-03-01T00:00:00Z");
    let page = "statements/reopening-on-friday/";
    check(&format!("{tag}/2026-02-03/1"), third, page, "</summary><b>Bold & \u{fffd}</b>");
    check(&format!("{tag}/2026-02-03/2"), third, "about/", "Two & more.");
    check(
        &format!("{tag}/2026-03-01/1"),
        first,
        "about/",
        "(annotation; applies to the whole article): The whole.",
    );
}

#[test]
fn a_change_to_a_dossier_keeps_its_id_in_the_feed() {
    let id = |dossier: Dossier| {
        let xml = feed(&of(build_loaded(vec![dossier], addressed(), &LEDGERS)));
        let document = Document::parse(&xml).expect("well-formed XML");
        let entry = document.descendants().find(|node| node.has_tag_name((ATOM, "entry")));
        let entry = entry.expect("an entry");
        [text(entry, "id").to_owned(), text(entry, "updated").to_owned()]
    };
    let before = good(&file("small"));
    let mut after = before.clone();
    after.title = "Another title".into();
    after.annotation.date = day(6, 1);
    let [before, after] = [before, after].map(id);
    assert_eq!(before[0], after[0]);
    assert_eq!(after[1], "2026-06-01T00:00:00Z");
    assert_ne!(before[1], after[1]);
}

#[test]
fn every_page_links_to_the_feed_if_the_site_has_an_address() {
    for (path, page) in &site().pages {
        let links = select(page, "link[rel=alternate][type='application/atom+xml']");
        let [link] = links.as_slice() else { panic!("{path} has {} links", links.len()) };
        let depth = path.matches('/').count();
        let relative =
            format!("{}feed.xml", if depth == 0 { "./".to_owned() } else { "../".repeat(depth) });
        let absolute = format!("{ADDRESS}feed.xml");
        let expected = if path == "404.html" { absolute } else { relative };
        assert_eq!(link.attr("href"), Some(expected.as_str()), "{path}");
    }
    let without = bundle_with(&[&file("small")], Settings::default());
    assert!(!without.files.contains_key("feed.xml"));
    assert!(without.pages.values().all(|page| select(page, "link[rel=alternate]").is_empty()));
    assert!(without.files.keys().all(|path| !path.ends_with("oembed.json")));
}

#[test]
fn each_statement_can_be_embedded_by_its_address() {
    let bundle = site();
    let mut files = 0;
    for (path, page) in &bundle.pages {
        let links = select(page, "link[rel=alternate][type='application/json+oembed']");
        let folder = path.strip_suffix("index.html").unwrap_or(path);
        let is_statement = bundle.files.contains_key(&format!("{folder}oembed.json"));
        assert_eq!(links.len(), usize::from(is_statement), "{path}");
        let Some(link) = links.first() else { continue };
        files += 1;
        assert_eq!(link.attr("href"), Some(format!("{ADDRESS}{folder}oembed.json").as_str()));
        let value: Value =
            serde_json::from_slice(&bundle.files[&format!("{folder}oembed.json")]).expect("JSON");
        assert_eq!(value["version"], "1.0", "{path}");
        assert_eq!(value["type"], "rich", "{path}");
        assert_eq!(value["provider_name"], "A & B <record>", "{path}");
        assert_eq!(value["provider_url"], ADDRESS, "{path}");
        let height = value["height"].as_u64().expect("a height in pixels");
        assert!(value["width"].is_u64() && height > 200, "{path}");
        let code = value["html"].as_str().expect("markup");
        let frame = Html::parse_fragment(code);
        let all = |selector: &str| {
            let selector = Selector::parse(selector).expect("a selector");
            frame.select(&selector).map(|element| element.value().clone()).collect::<Vec<_>>()
        };
        assert_eq!((all("*").len(), all("script:not([src])").len()), (3, 1), "{path}: {code}");
        let [frame] = all("html > iframe").try_into().unwrap_or_else(|_| panic!("{path}: {code}"));
        assert_eq!(frame.attr("src"), Some(format!("{ADDRESS}{folder}embed/").as_str()));
        assert_eq!(frame.attr("title"), value["title"].as_str(), "{path}");
        assert_eq!(frame.attr("height"), Some(height.to_string().as_str()), "{path}");
        let shown: String = select(page, "#export-embed")[0].text().collect();
        assert_eq!(shown, code, "{path}");
    }
    let statements: usize = bundle.dossiers.iter().map(|dossier| dossier.statements.len()).sum();
    assert_eq!(files, statements);
}
