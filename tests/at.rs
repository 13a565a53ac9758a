//! One file of a bundle has the same bytes, whether it is made alone or with all others.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::{Annotator, Dossier, Settings};
use onrecord::prerender::{at, draw, files, previews};
use onrecord::site::Site;
use std::rc::Rc;
use std::sync::Arc;
use support::bundle::{shell, site};
use support::{LEDGERS, REAL, good};

const SMALL: &str = "tests/fixtures/good/small/dossier.json";

fn two_dossiers(address: Option<&str>) -> Rc<Site> {
    with_settings(Settings { address: address.map(str::to_owned), ..Settings::default() })
}

fn with_settings(settings: Settings) -> Rc<Site> {
    let dossiers: Vec<Arc<Dossier>> = [REAL, SMALL].map(|file| Arc::new(good(file))).into();
    site(dossiers, settings, &LEDGERS)
}

fn check_all(site: &Rc<Site>) {
    let shell = shell();
    let all = files(site, &shell);
    assert!(all.len() > 100);
    for file in all {
        let alone = at(site, &shell, &file.path);
        let alone = alone.unwrap_or_else(|| panic!("there is no {}", file.path));
        assert_eq!(alone.path, file.path);
        assert!(alone.bytes == file.bytes, "{} differs", file.path);
    }
}

#[test]
fn each_file_made_alone_is_the_one_in_the_bundle() {
    check_all(&two_dossiers(None));
    check_all(&two_dossiers(Some("https://example.org/record/")));
    for annotator in [Annotator::OwnFiles, Annotator::SiteFiles] {
        let site = with_settings(Settings { annotator, ..Settings::default() });
        check_all(&site);
        assert!(at(&site, &shell(), "annotate/index.html").is_some());
    }
}

#[test]
fn pictures_are_drawn_one_at_a_time_too() {
    let (site, shell) = (two_dossiers(None), shell());
    for prepared in &site.dossiers {
        let wanted = previews(&site, prepared);
        assert!(wanted.len() > 2);
        for (path, preview) in wanted.iter().take(2) {
            let file = at(&site, &shell, path).expect("there is a picture");
            assert!(file.bytes == draw(preview), "{path} differs");
        }
        for (path, _) in &wanted {
            assert!(path.ends_with("/preview.png"));
        }
    }
}

#[test]
fn other_paths_have_no_file() {
    let (site, shell) = (two_dossiers(None), shell());
    let id = site.dossiers[0].dossier.id.clone();
    let statement = &site.dossiers[0].dossier.statements[0].id;
    let all = files(&site, &shell);
    for path in [
        "",
        "/",
        "/index.html",
        "//index.html",
        "about",
        "about/",
        "/about/index.html",
        "about//index.html",
        "about/index.html/index.html",
        "index.htm",
        "404.html/index.html",
        "preview.png",
        "sitemap.xml",
        "../Cargo.toml",
        "Cargo.toml",
        "dossier.json",
        // Only where the settings ask for it.
        "annotate/index.html",
        "no-such-dossier/index.html",
        "no-such-dossier/dossier.json",
        "no-such-dossier/preview.png",
    ] {
        assert_eq!(at(&site, &shell, path), None, "{path}");
    }
    for name in [
        "",
        "index.html/",
        "statements/index.html",
        "statements/no-such-statement/index.html",
        "statements/no-such-statement/cite.bib",
        "actors/no-such-actor/index.html",
        "figures/no-such-figure/index.html",
        "accounts/no-such-party/index.html",
        "statements.places",
        "statements.csv.places.places",
        "statements.exe",
        "lists.bin",
        "lists-0000000000000000.bin",
        "sitemap.xml",
        "actors.bib",
        ".places",
        "statements/preview.png",
    ] {
        assert_eq!(at(&site, &shell, &format!("{id}/{name}")), None, "{name}");
    }
    for name in ["cite.csv", "statements.csv", "embed/cite.bib", "embed/preview.png", "embed"] {
        let path = format!("{id}/statements/{statement}/{name}");
        assert_eq!(at(&site, &shell, &path), None, "{path}");
    }
    // A path that is one character shorter or longer than that of a file.
    for file in &all {
        let shorter = &file.path[..file.path.len() - 1];
        for path in [shorter.to_owned(), format!("{}x", file.path), format!("x/{}", file.path)] {
            let is_other = all.iter().any(|other| other.path == path);
            assert_eq!(at(&site, &shell, &path).is_some(), is_other, "{path}");
        }
    }
}
