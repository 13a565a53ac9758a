//! A site can leave files out: the settings in `[files]`. Nothing then names what is left out.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::{Citations, Dossier, FileSettings, Settings};
use onrecord::prerender::{at, previews, routes};
use onrecord::site::Site;
use std::rc::Rc;
use std::sync::Arc;
use support::bundle::{Bundle, bundle_with, follow, select, shell, site};
use support::{LEDGERS, REAL, good};

const SMALL: &str = "tests/fixtures/good/small/dossier.json";
const ADDRESS: &str = "https://example.org/record/";

/// Settings that leave out all that can be left out, with a public address or without.
fn settings(address: Option<&str>) -> Settings {
    let files = FileSettings { embeds: false, previews: false, citations: Citations::Dossier };
    Settings { address: address.map(str::to_owned), files, ..Settings::default() }
}

fn two_dossiers(settings: Settings) -> Rc<Site> {
    let dossiers: Vec<Arc<Dossier>> = [REAL, SMALL].map(|file| Arc::new(good(file))).into();
    site(dossiers, settings, &LEDGERS)
}

/// Returns the paths that end with one of these names.
fn named<'b>(bundle: &'b Bundle, names: &[&str]) -> Vec<&'b str> {
    let is_named = |path: &&str| names.iter().any(|name| path.ends_with(name));
    bundle.files.keys().map(String::as_str).filter(is_named).collect()
}

const EMBEDS: [&str; 2] = ["/embed/index.html", "/oembed.json"];
const CITATIONS: [&str; 3] = ["/cite.bib", "/cite.json", "/cite.ris"];

#[test]
fn files_are_left_out() {
    let all = Settings { address: Some(ADDRESS.to_owned()), ..Settings::default() };
    let (all, fewer) = (bundle_with(&[REAL], all), bundle_with(&[REAL], settings(Some(ADDRESS))));
    let statements = all.dossiers[0].statements.len();
    assert_eq!(named(&all, &EMBEDS).len(), 2 * statements);
    assert_eq!(named(&all, &CITATIONS).len(), 3 * statements);
    assert!(named(&fewer, &EMBEDS).is_empty() && named(&fewer, &CITATIONS).is_empty());
    assert_eq!(all.files.len() - fewer.files.len(), 5 * statements);
    assert!(routes(&two_dossiers(settings(None))).iter().all(|it| !it.path().ends_with("embed/")));
    let site = two_dossiers(settings(Some(ADDRESS)));
    assert!(site.dossiers.iter().all(|prepared| previews(&site, prepared).is_empty()));
}

#[test]
fn no_page_names_what_is_left_out() {
    for address in [None, Some(ADDRESS)] {
        let bundle = bundle_with(&[REAL], settings(address));
        for (path, page) in bundle.pages.iter().filter(|(path, _)| *path != "404.html") {
            for link in select(page, "a[href]") {
                let link = link.attr("href").unwrap_or_default();
                if link.starts_with("mailto:") || link.starts_with(ADDRESS) {
                    continue;
                }
                assert_eq!(follow(&bundle, path, page, link), Ok(()), "{path}: {link}");
            }
            for word in ["/embed/", "iframe", "oembed", "preview.png", "og:image", "cite."] {
                assert!(!page.text.contains(word), "{path} has {word}");
            }
        }
    }
}

#[test]
fn a_statement_offers_the_citations_of_its_dossier() {
    let bundle = bundle_with(&[REAL], settings(None));
    let id = &bundle.dossiers[0].id;
    let statement = &bundle.dossiers[0].statements[0].id;
    let page = &bundle.pages[&format!("{id}/statements/{statement}/index.html")];
    let links = select(page, "#export-files a");
    let links: Vec<_> = links.iter().filter_map(|link| link.attr("href")).collect();
    assert_eq!(
        links,
        ["../../statements.bib", "../../statements.csl.json", "../../statements.ris"]
    );
    assert!(select(page, "#export-embed").is_empty());
}

#[test]
fn a_file_that_is_left_out_cannot_be_asked_for() {
    let (site, shell) = (two_dossiers(settings(Some(ADDRESS))), shell());
    let id = &site.dossiers[0].dossier.id;
    let statement = &site.dossiers[0].dossier.statements[0].id;
    for name in ["embed/index.html", "oembed.json", "preview.png", "cite.bib", "cite.json"] {
        let path = format!("{id}/statements/{statement}/{name}");
        assert!(at(&site, &shell, &path).is_none(), "{path}");
    }
    assert!(at(&site, &shell, &format!("{id}/preview.png")).is_none());
    assert!(at(&site, &shell, &format!("{id}/statements/{statement}/index.html")).is_some());
}
