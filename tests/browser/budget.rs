//! What the pages weigh, as a host that compresses would send them. It needs no engine.

use std::fs;
use std::path::Path;

use onrecord::cli::brotli;
use scraper::{Html, Selector};

use crate::places::LIST;
use crate::wait::{OrFailed, Outcome};

/// The most that a statement's page may weigh with its styles, in bytes after brotli.
const PAGE_LIMIT: usize = 20_000;
/// The most that all files may weigh which the app loads, in bytes after brotli.
const APP_LIMIT: usize = 150_000;

/// Every statement's page, with the style sheets that it names.
pub fn statement_pages(bundle: &Path) -> Outcome {
    let folder = bundle.join(LIST).join("statements");
    let entries = fs::read_dir(&folder).or_failed(format_args!("read {}", folder.display()))?;
    let mut pages = 0;
    for entry in entries {
        let page = entry.or_failed("read the statements")?.path().join("index.html");
        let styles = named(&page, "link[rel=stylesheet]", "href")?;
        assert!(!styles.is_empty(), "{} names no style sheet", page.display());
        let sent = [vec![weigh(&page)?], weigh_all(bundle, &styles)?].concat();
        let sum: usize = sent.iter().sum();
        assert!(sum <= PAGE_LIMIT, "{}: {sent:?} = {sum} bytes", page.display());
        pages += 1;
    }
    assert!(pages > 0, "no page in {}", folder.display());
    Ok(())
}

/// All that a list names beside itself: styles, scripts, the module and its WebAssembly.
pub fn app(bundle: &Path) -> Outcome {
    let page = bundle.join(LIST).join("index.html");
    let mut files = named(&page, "link[rel=stylesheet], link[rel*=preload]", "href")?;
    files.extend(named(&page, "script[src]", "src")?);
    assert!(files.iter().any(|file| file.ends_with(".wasm")), "no WebAssembly in {files:?}");
    let weights = weigh_all(bundle, &files)?;
    let sum: usize = weights.iter().sum();
    assert!(sum <= APP_LIMIT, "{files:?} {weights:?} = {sum} bytes");
    Ok(())
}

/// The files that a page names, from the bundle's root on.
fn named(page: &Path, tags: &str, attribute: &str) -> Outcome<Vec<String>> {
    let html = fs::read_to_string(page).or_failed(format_args!("read {}", page.display()))?;
    let tags = Selector::parse(tags).or_failed("read the selector")?;
    let links = Html::parse_document(&html);
    let links = links.select(&tags).filter_map(|tag| tag.attr(attribute));
    Ok(links.map(|link| link.trim_start_matches("../").to_owned()).collect())
}

fn weigh_all(bundle: &Path, files: &[String]) -> Outcome<Vec<usize>> {
    files.iter().map(|file| weigh(&bundle.join(file))).collect()
}

fn weigh(file: &Path) -> Outcome<usize> {
    let bytes = fs::read(file).or_failed(format_args!("read {}", file.display()))?;
    Ok(brotli(&bytes).len())
}
