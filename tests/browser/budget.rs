//! Size limits for pages and the app, as a host that compresses would send them. Needs no engine.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use onrecord::cli::brotli;
use scraper::{Html, Selector};

use crate::pages::LIST;
use crate::wait::{OrFailed, Outcome};

/// Maximum size of a statement's page with its styles, in bytes after brotli.
const MAX_PAGE_BYTES: usize = 20_000;
/// Maximum size of the fonts of a page in Latin script, in bytes. Fonts are not compressed again.
const MAX_FONT_BYTES: usize = 60_000;
/// Maximum size of the app's WebAssembly, which has no data in it, in bytes after brotli.
const MAX_WASM_BYTES: usize = 180_000;
/// Maximum size of everything that a list loads with it, apart from its data and fonts: styles, scripts and the module.
const MAX_REST_BYTES: usize = 28_000;

/// Checks every statement's page together with its style sheets.
pub fn statement_pages(bundle: &Path) -> Outcome {
    let folder = bundle.join(LIST).join("statements");
    let entries = fs::read_dir(&folder).or_failed(format_args!("read {}", folder.display()))?;
    let mut sizes = HashMap::new();
    let mut pages = 0;
    for entry in entries {
        let page = entry.or_failed("read the statements")?.path().join("index.html");
        let mut files = linked_files(&page, "link[rel=stylesheet]", "href", bundle)?;
        assert!(!files.is_empty(), "{} names no style sheet", page.display());
        files.push(page);
        check_size(MAX_PAGE_BYTES, &files, &mut sizes)?;
        pages += 1;
    }
    assert!(pages > 0, "no page in {}", folder.display());
    Ok(())
}

/// Checks the fonts that the style sheet names for Latin letters, upright and italic.
pub fn latin_fonts(bundle: &Path) -> Outcome {
    let page = bundle.join(LIST).join("index.html");
    let styles = linked_files(&page, "link[rel=stylesheet]", "href", bundle)?;
    let mut fonts = Vec::new();
    for file in &styles {
        let css = fs::read_to_string(file).or_failed(format_args!("read {}", file.display()))?;
        let faces = css.lines().filter(|line| line.contains("unicode-range: U+20-7E"));
        let urls = faces.filter_map(|face| face.split('"').find(|part| part.ends_with(".woff2")));
        fonts.extend(urls.map(|url| bundle.join(url)));
    }
    assert_eq!(fonts.len(), 3, "{fonts:?}");
    let mut sum = 0;
    for font in &fonts {
        sum += fs::read(font).or_failed(format_args!("read {}", font.display()))?.len();
    }
    assert!(sum <= MAX_FONT_BYTES, "{sum} bytes, more than {MAX_FONT_BYTES}: {fonts:?}");
    Ok(())
}

/// Checks the files that a list loads, which are the same for every dossier: the app's WebAssembly; styles, scripts and
/// the module.
pub fn app(bundle: &Path) -> Outcome {
    let page = bundle.join(LIST).join("index.html");
    let mut files = linked_files(
        &page,
        "link[rel=stylesheet], link[rel*=preload]:not([as=font], #data)",
        "href",
        bundle,
    )?;
    files.extend(linked_files(&page, "script[src]", "src", bundle)?);
    let is_wasm = |file: &PathBuf| file.extension().is_some_and(|it| it == "wasm");
    let (wasm, rest): (Vec<PathBuf>, Vec<PathBuf>) = files.into_iter().partition(is_wasm);
    assert_eq!(wasm.len(), 1, "{wasm:?}");
    let mut sizes = HashMap::new();
    check_size(MAX_WASM_BYTES, &wasm, &mut sizes)?;
    check_size(MAX_REST_BYTES, &rest, &mut sizes)
}

/// Fails if the files are larger than `limit` together. `sizes` caches the size of each file.
fn check_size(limit: usize, files: &[PathBuf], sizes: &mut HashMap<PathBuf, usize>) -> Outcome {
    for file in files {
        if !sizes.contains_key(file) {
            let bytes = fs::read(file).or_failed(format_args!("read {}", file.display()))?;
            sizes.insert(file.clone(), brotli(&bytes).len());
        }
    }
    let sum: usize = files.iter().map(|file| sizes[file]).sum();
    assert!(sum <= limit, "{sum} bytes, more than {limit}: {files:?}");
    Ok(())
}

/// Returns the files of the bundle that a page refers to.
fn linked_files(page: &Path, tags: &str, attribute: &str, bundle: &Path) -> Outcome<Vec<PathBuf>> {
    let html = fs::read_to_string(page).or_failed(format_args!("read {}", page.display()))?;
    let tags = Selector::parse(tags).or_failed("read the selector")?;
    let links = Html::parse_document(&html);
    let links = links.select(&tags).filter_map(|tag| tag.attr(attribute));
    Ok(links.map(|link| bundle.join(link.trim_start_matches("../"))).collect())
}
