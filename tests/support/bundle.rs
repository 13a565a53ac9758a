//! Building bundles in memory, parsing their pages, and following their links.

use super::{bytes, good, report_text};
use onrecord::load::load_ledgers;
use onrecord::model::{Archive, Dossier, Ledger, Settings};
use onrecord::prerender::{App, File, Program, Shell, draw, files, previews};
use onrecord::site::Site;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::{Mutex, PoisonError};

/// A bundle: its dossiers, and its files and parsed pages by path.
pub struct Bundle {
    pub dossiers: Vec<Arc<Dossier>>,
    pub files: BTreeMap<String, Vec<u8>>,
    pub pages: BTreeMap<String, Page>,
}

/// The source of a page and its parsed HTML.
pub struct Page {
    pub text: String,
    pub html: Html,
}

/// Returns a shell whose app does nothing.
pub fn shell() -> Shell {
    let program = || Program { module: b"js".into(), wasm: b"wasm".into() };
    Shell::new(App { reader: program(), annotator: program() })
}

/// Loads dossiers and makes the files of their bundle.
pub fn build(dossiers: &[&str], settings: Settings) -> (Vec<Arc<Dossier>>, Vec<File>) {
    build_with(dossiers, settings, &[])
}

/// Like `build`, with ledgers.
pub fn build_with_ledgers(
    dossiers: &[&str],
    settings: Settings,
    ledgers: &[&str],
) -> (Vec<Arc<Dossier>>, Vec<File>) {
    build_with(dossiers, settings, ledgers)
}

/// Like `build`, with ledgers. The files are cached for all tests of a test binary.
fn build_with(
    dossiers: &[&str],
    settings: Settings,
    ledgers: &[&str],
) -> (Vec<Arc<Dossier>>, Vec<File>) {
    static BUILT: Mutex<BTreeMap<String, Vec<File>>> = Mutex::new(BTreeMap::new());
    let key = format!("{dossiers:?} {settings:?} {ledgers:?}");
    let dossiers: Vec<Dossier> = dossiers.iter().map(|file| good(file)).collect();
    let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
    let build = || build_loaded(dossiers.clone(), settings, ledgers).1;
    let files = built.entry(key).or_insert_with(build).clone();
    (dossiers.into_iter().map(Arc::new).collect(), files)
}

/// Makes the files of the bundle of loaded dossiers, with ledgers.
pub fn build_loaded(
    dossiers: Vec<Dossier>,
    settings: Settings,
    ledgers: &[&str],
) -> (Vec<Arc<Dossier>>, Vec<File>) {
    let dossiers: Vec<Arc<Dossier>> = dossiers.into_iter().map(Arc::new).collect();
    let site = site(dossiers.clone(), settings, ledgers);
    (dossiers, files(&site, &shell()))
}

/// Makes the site of loaded dossiers, with ledgers.
pub fn site(dossiers: Vec<Arc<Dossier>>, settings: Settings, ledgers: &[&str]) -> Rc<Site> {
    let ledgers: Vec<(String, Vec<u8>)> =
        ledgers.iter().map(|file| ((*file).to_owned(), bytes(file))).collect();
    let ledgers: Vec<Ledger> = (load_ledgers(&ledgers, &dossiers).into_iter().zip(&ledgers))
        .map(|(loaded, (_, bytes))| {
            let report = || report_text(bytes, &loaded.diagnostics);
            loaded.ledger.unwrap_or_else(|| panic!("the ledger should load:\n{}", report()))
        })
        .collect();
    let site = Site::new(Archive { dossiers }).with_settings(settings).with_ledgers(ledgers);
    Rc::new(site)
}

/// Makes the files of the bundle of loaded dossiers and no ledgers.
pub fn files_of(dossiers: &[Arc<Dossier>], settings: Settings) -> Vec<File> {
    let dossiers = dossiers.iter().map(|dossier| (**dossier).clone()).collect();
    build_loaded(dossiers, settings, &[]).1
}

/// Makes a bundle with default settings.
pub fn bundle(dossiers: &[&str]) -> Bundle {
    bundle_with(dossiers, Settings::default())
}

/// Makes a bundle with the given settings.
pub fn bundle_with(dossiers: &[&str], settings: Settings) -> Bundle {
    of(build(dossiers, settings))
}

/// Makes a bundle with default settings and ledgers.
pub fn bundle_of(dossiers: &[&str], ledgers: &[&str]) -> Bundle {
    of(build_with_ledgers(dossiers, Settings::default(), ledgers))
}

/// Parses the pages of a bundle.
pub fn of((dossiers, built): (Vec<Arc<Dossier>>, Vec<File>)) -> Bundle {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for file in built {
        let twice = files.insert(file.path.clone(), file.bytes);
        assert!(twice.is_none(), "{} is written twice", file.path);
    }
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    let parse = |(path, bytes): (&String, &Vec<u8>)| {
        let text = String::from_utf8(bytes.clone()).expect("a page is UTF-8");
        let html = Html::parse_document(&text);
        (path.clone(), Page { text, html })
    };
    let pages = pages.map(parse).collect();
    Bundle { dossiers, files, pages }
}

/// Draws the preview pictures of all dossiers of a site.
pub fn pictures(site: &Site) -> Vec<File> {
    let wanted = site.dossiers.iter().flat_map(|prepared| previews(site, prepared));
    wanted.map(|(path, preview)| File { path, bytes: draw(&preview) }).collect()
}

/// Selects elements of a page.
pub fn select<'h>(page: &'h Page, selector: &str) -> Vec<ElementRef<'h>> {
    page.html.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// Follows a link as a browser does for a bundle served from a folder.
///
/// # Errors
/// Describes why the link is broken.
pub fn follow(bundle: &Bundle, path: &str, page: &Page, link: &str) -> Result<(), String> {
    if link.starts_with("https://") || link.starts_with("http://") {
        let known = bundle.dossiers.iter().flat_map(|dossier| {
            [dossier.article.address.as_deref(), dossier.annotation.contact.as_deref()]
        });
        // A link can have a text fragment.
        let page = link.split("#:~:").next().unwrap_or_default();
        return if known.flatten().any(|address| address == page) {
            Ok(())
        } else {
            Err("to another host".to_owned())
        };
    }
    let (link, id) = link.split_once('#').map_or((link, None), |(link, id)| (link, Some(id)));
    let link = link.split('?').next().unwrap_or_default();
    if link.starts_with('/') || link.contains(':') {
        return Err("is not relative".to_owned());
    }
    let mut folders: Vec<&str> = path.split('/').collect();
    if !link.is_empty() {
        folders.pop();
    }
    for step in link.split('/').filter(|_| !link.is_empty()) {
        match step {
            "." => {}
            ".." => drop(folders.pop().ok_or("leads out of the bundle")?),
            step => folders.push(step),
        }
    }
    let mut target = folders.join("/");
    if link.ends_with('/') || link.ends_with("..") || link == "." || target.is_empty() {
        target = format!("{}/index.html", target.trim_end_matches('/'))
            .trim_start_matches('/')
            .to_owned();
    }
    if !bundle.files.contains_key(&target) {
        return Err(format!("there is no {target}"));
    }
    let target = bundle.pages.get(&target).unwrap_or(page);
    match id {
        Some(id) if !select(target, "[id]").iter().any(|e| e.attr("id") == Some(id)) => {
            Err("no such id".to_owned())
        }
        _ => Ok(()),
    }
}
