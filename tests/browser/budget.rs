//! What the pages weigh, as a host that compresses would send them. It needs no engine.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

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
    let mut weights = HashMap::new();
    let mut pages = 0;
    for entry in entries {
        let page = entry.or_failed("read the statements")?.path().join("index.html");
        let mut files = named(&page, "link[rel=stylesheet]", "href", bundle)?;
        assert!(!files.is_empty(), "{} names no style sheet", page.display());
        files.push(page);
        within(PAGE_LIMIT, &files, &mut weights)?;
        pages += 1;
    }
    assert!(pages > 0, "no page in {}", folder.display());
    Ok(())
}

/// All that a list names beside itself: styles, scripts, the module and its WebAssembly.
pub fn app(bundle: &Path) -> Outcome {
    let page = bundle.join(LIST).join("index.html");
    let mut files = named(&page, "link[rel=stylesheet], link[rel*=preload]", "href", bundle)?;
    files.extend(named(&page, "script[src]", "src", bundle)?);
    let wasm = files.iter().any(|file| file.extension().is_some_and(|it| it == "wasm"));
    assert!(wasm, "no WebAssembly in {files:?}");
    within(APP_LIMIT, &files, &mut HashMap::new())
}

/// Fails where files weigh more together than `limit`. What was weighed before is not weighed again.
fn within(limit: usize, files: &[PathBuf], weights: &mut HashMap<PathBuf, usize>) -> Outcome {
    for file in files {
        if !weights.contains_key(file) {
            let bytes = fs::read(file).or_failed(format_args!("read {}", file.display()))?;
            weights.insert(file.clone(), brotli(&bytes).len());
        }
    }
    let sum: usize = files.iter().map(|file| weights[file]).sum();
    assert!(sum <= limit, "{sum} bytes, more than {limit}: {files:?}");
    Ok(())
}

/// The files of the bundle that a page names.
fn named(page: &Path, tags: &str, attribute: &str, bundle: &Path) -> Outcome<Vec<PathBuf>> {
    let html = fs::read_to_string(page).or_failed(format_args!("read {}", page.display()))?;
    let tags = Selector::parse(tags).or_failed("read the selector")?;
    let links = Html::parse_document(&html);
    let links = links.select(&tags).filter_map(|tag| tag.attr(attribute));
    Ok(links.map(|link| bundle.join(link.trim_start_matches("../"))).collect())
}
