//! The heads of pages, which previews, search engines and machines read.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::{Dossier, Settings};
use serde_json::Value;
use support::REAL;
use support::bundle::{Bundle, Page, bundle_with, select};

const RICH: &str = "tests/fixtures/good/rich/dossier.json";
const HOSTILE: &str = "tests/fixtures/good/hostile/dossier.json";
const SMALL: &str = "tests/fixtures/good/small/dossier.json";
const ADDRESS: &str = "https://example.org/on/";

/// Maximum length of a description in code points.
const MAX_DESCRIPTION: usize = 300;
/// Maximum length of a title in code points.
const MAX_TITLE: usize = 110;

/// Runs a check on every page except the 404 page, with and without a public address.
fn every_page(check: impl Fn(&Bundle, Option<&str>, &str, &Page)) {
    for address in [None, Some(ADDRESS)] {
        for dossiers in [&[REAL][..], &[RICH, HOSTILE, SMALL]] {
            let settings = Settings { address: address.map(str::to_owned), ..Settings::default() };
            let bundle = bundle_with(dossiers, settings);
            for (path, page) in bundle.pages.iter().filter(|(path, _)| *path != "404.html") {
                check(&bundle, address, path, page);
            }
        }
    }
}

/// Returns the contents of a page's meta elements with a name or property.
fn metas<'p>(page: &'p Page, name: &str) -> Vec<&'p str> {
    let selector = format!("head > meta[name='{name}'], head > meta[property='{name}']");
    select(page, &selector).into_iter().filter_map(|meta| meta.attr("content")).collect()
}

/// Returns the content of a required meta element.
fn meta<'p>(path: &str, page: &'p Page, name: &str) -> &'p str {
    match metas(page, name).as_slice() {
        [content] if !content.trim().is_empty() => content,
        found => panic!("{path}: {name} is {found:?}"),
    }
}

/// Returns the dossier of a page, and the rest of the page's path.
fn dossier_of<'b, 'p>(bundle: &'b Bundle, path: &'p str) -> Option<(&'b Dossier, &'p str)> {
    let (id, rest) = path.split_once('/')?;
    let dossier = bundle.dossiers.iter().find(|dossier| dossier.id.as_str() == id)?;
    Some((dossier, rest))
}

fn is_embed(path: &str) -> bool {
    path.ends_with("/embed/index.html")
}

#[test]
fn every_page_has_metadata_for_previews() {
    every_page(|_, _, path, page| {
        let title = select(page, "head > title");
        let [title] = title.as_slice() else { panic!("{path} has not one title") };
        assert!(!title.text().collect::<String>().trim().is_empty(), "{path}");
        meta(path, page, "description");
        if is_embed(path) {
            assert!(metas(page, "og:title").is_empty(), "{path}");
            return;
        }
        for (name, most) in [
            ("description", MAX_DESCRIPTION),
            ("og:title", MAX_TITLE),
            ("og:description", MAX_DESCRIPTION),
        ] {
            let content = meta(path, page, name);
            assert!(content.chars().count() <= most, "{path}: {name} is longer than {most}");
            assert!(!content.chars().any(char::is_control), "{path}: {name}: {content:?}");
        }
        assert_eq!(meta(path, page, "description"), meta(path, page, "og:description"), "{path}");
        let kind = meta(path, page, "og:type");
        assert!(matches!(kind, "article" | "website"), "{path}: {kind}");
        meta(path, page, "og:site_name");
        let card = meta(path, page, "twitter:card");
        let expected =
            if metas(page, "og:image").is_empty() { "summary" } else { "summary_large_image" };
        assert_eq!(card, expected, "{path}");
    });
}

#[test]
fn addresses_are_absolute_or_missing() {
    every_page(|bundle, address, path, page| {
        let canonical = select(page, "head > link[rel=canonical]");
        let canonical: Vec<&str> = canonical.iter().filter_map(|link| link.attr("href")).collect();
        let images = metas(page, "og:image");
        let Some(address) = address else {
            assert!(canonical.is_empty() && images.is_empty(), "{path}");
            assert!(metas(page, "og:url").is_empty(), "{path}");
            return;
        };
        assert_eq!(canonical.len(), 1, "{path}");
        if !is_embed(path) {
            assert_eq!(canonical, [meta(path, page, "og:url")], "{path}");
        }
        let below = canonical[0].strip_prefix(address);
        let below = below.unwrap_or_else(|| panic!("{path}: {} is elsewhere", canonical[0]));
        assert!(bundle.pages.contains_key(&format!("{below}index.html")), "{path}: {below}");
        for image in images {
            let file = image.strip_prefix(address);
            let file = file.unwrap_or_else(|| panic!("{path}: {image} is elsewhere"));
            assert!(file.ends_with(".png") && !file.contains(".."), "{path}: {image}");
            assert_eq!(meta(path, page, "og:image:type"), "image/png", "{path}");
            meta(path, page, "og:image:alt");
            // If pictures are drawn, each one that a page names exists.
            let is_made = bundle.files.keys().any(|file| file.ends_with("preview.png"));
            assert!(!is_made || bundle.files.contains_key(file), "{path}: {file} is missing");
        }
    });
}

#[test]
fn the_head_of_a_statement_begins_with_its_attribution() {
    every_page(|bundle, _, path, page| {
        let Some((dossier, rest)) = dossier_of(bundle, path) else { return };
        let steps: Vec<&str> = rest.split('/').collect();
        let ["statements", id, ..] = steps.as_slice() else { return };
        let statement = dossier.find_statement(id).expect("a statement");
        let attribution = onrecord::text::attribution(dossier, dossier.statement(statement));
        let single = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let attribution = single(&attribution);
        let title: String = select(page, "head > title")[0].text().collect();
        let attributed = format!("Statement {}: {attribution}", statement.index() + 1);
        assert!(single(&title).starts_with(&attributed), "{path}: {title}");
        let start: String = attributed.chars().take(MAX_TITLE / 2).collect();
        let names: &[&str] =
            if is_embed(path) { &["description"] } else { &["description", "og:description"] };
        for title in metas(page, "og:title") {
            assert!(title.starts_with(&start), "{path}");
        }
        for name in names {
            let content = meta(path, page, name);
            let outlet = single(onrecord::text::outlet(dossier));
            assert!(content.starts_with(&outlet), "{path}: {name}: {content}");
            let cited: String =
                content.split(", citing ").nth(1).unwrap_or_default().chars().take(40).collect();
            let with_via = attribution.replace(", cited by ", " via ");
            let start: String = with_via.chars().take(40).collect();
            let short = cited.chars().count().min(start.chars().count());
            let first = |text: &str| text.chars().take(short).collect::<String>();
            assert_eq!(first(&cited), first(&start), "{path}: {name}: {content}");
        }
    });
}

#[test]
fn quotation_marks_are_balanced_and_enclose_only_quoted_words() {
    every_page(|bundle, _, path, page| {
        let Some((dossier, rest)) = dossier_of(bundle, path) else { return };
        // The annotator's own words may contain marks: titles and summaries of fixtures do.
        if !rest.starts_with("statements/") || dossier.id.as_str() == "hostile" {
            return;
        }
        let quotations = dossier.article.quotations();
        let units = (0..dossier.article.units.len()).map(|unit| u32::try_from(unit).unwrap_or(0));
        let quoted: Vec<String> = units
            .flat_map(|unit| quotations.of(onrecord::model::UnitIx(unit)))
            .map(|span| {
                dossier.article.text(*span).split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .collect();
        let names = ["description", "og:title", "og:description"];
        for (name, content) in names
            .iter()
            .flat_map(|name| metas(page, name).into_iter().map(move |content| (name, content)))
        {
            // What the words refer to, in square brackets, is the annotator's.
            let content = without_resolutions(content);
            let content = content.as_str();
            for inner in quoted_with('“', '”', path, content) {
                check_quoted(&quoted, &inner, path, content);
            }
            assert_eq!(content.matches('"').count() % 2, 0, "{path}: {name}: {content}");
            for inner in content.split('"').skip(1).step_by(2) {
                check_quoted(&quoted, inner, path, content);
            }
        }
    });
}

/// Returns a text without notes in square brackets, except marks for omitted words.
fn without_resolutions(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(" [") {
        kept.push_str(before);
        rest = match inside.strip_prefix("…]") {
            Some(after) => {
                kept.push_str(" […]");
                after
            }
            None => inside.split_once(']').expect("a bracket is closed").1,
        };
    }
    kept + rest
}

/// Returns the texts between marks. A quotation over several paragraphs has an opening mark at the
/// start of each, after a gap.
fn quoted_with(open: char, close: char, path: &str, content: &str) -> Vec<String> {
    let again = format!(" […] {open}");
    let mut found: Vec<String> = Vec::new();
    let mut rest = content;
    while let Some((before, inner)) = rest.split_once(open) {
        assert!(!before.contains(close), "{path}: closed but not opened: {content}");
        let end = inner.find(close);
        let end = end.unwrap_or_else(|| panic!("{path}: opened but not closed: {content}"));
        let words = inner[..end].replace(&again, " […] ");
        assert!(!words.contains(open), "{path}: opened twice: {content}");
        found.push(words);
        rest = &inner[end + close.len_utf8()..];
    }
    assert!(!rest.contains(close), "{path}: closed but not opened: {content}");
    found
}

/// Checks that the words between marks are between marks in the article too. Cut words are checked
/// up to the cut.
fn check_quoted(quoted: &[String], inner: &str, path: &str, content: &str) {
    let mut parts = inner.trim_end_matches('…').split(" […] ").map(str::trim);
    let is_theirs = |part: &str| quoted.iter().any(|quoted| quoted.contains(part));
    assert!(parts.all(is_theirs), "{path}: “{inner}” is not quoted by the article: {content}");
}

#[test]
fn all_pages_except_embeds_are_in_the_sitemap() {
    every_page(|bundle, _, path, page| {
        let robots = metas(page, "robots");
        assert_eq!(robots, if is_embed(path) { vec!["noindex"] } else { vec![] }, "{path}");
        if let Some(map) = bundle.files.get("sitemap.xml") {
            let map = String::from_utf8_lossy(map);
            let folder = path.strip_suffix("index.html").unwrap_or(path);
            let is_listed = map.contains(&format!("<loc>{ADDRESS}{folder}</loc>"));
            assert_eq!(is_listed, !is_embed(path), "{path}");
        }
    });
}

#[test]
fn linked_data_is_present_once_and_contains_no_ratings() {
    every_page(|_, address, path, page| {
        let scripts = select(page, "script[type='application/ld+json']");
        assert_eq!(scripts.len(), usize::from(!is_embed(path)), "{path}");
        for script in scripts {
            let text: String = script.text().collect();
            let data: Value = serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{path}: {error}: {text}"));
            assert_eq!(data["@context"], "https://schema.org", "{path}");
            for rating in ["ClaimReview", "reviewRating", "Rating"] {
                assert!(!text.contains(&format!("\"{rating}\"")), "{path}: {rating}");
            }
            if let Some(address) = address {
                let id = data["@graph"][0]["@id"].as_str().unwrap_or_default();
                assert!(id.starts_with(address), "{path}: {id}");
            }
        }
    });
}
