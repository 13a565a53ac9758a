//! The files of the built site, and the kind of each.

use std::fs;
use std::path::{Path, PathBuf};

/// Properties of a file that matter for serving it.
pub struct Kind {
    pub content_type: &'static str,
    /// A `.br` and a `.gz` are next to it.
    pub is_compressed: bool,
    /// Its name contains a hash, so it never changes.
    pub is_hashed: bool,
    /// It is a page for other sites to embed.
    pub is_embed: bool,
}

/// Returns the folder of the built site: `ONRECORD_DIST`, or `dist` by default.
pub fn folder() -> PathBuf {
    let folder = PathBuf::from(std::env::var_os("ONRECORD_DIST").unwrap_or_else(|| "dist".into()));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    assert!(
        folder.join("index.html.br").is_file(),
        "no compressed site in {}: run `make dist`",
        folder.display()
    );
    folder
}

/// Reads a file of the site.
pub fn bytes(path: &str) -> Vec<u8> {
    fs::read(folder().join(path)).unwrap_or_else(|error| panic!("failed to read {path} ({error})"))
}

/// Lists the files of the site except the compressed ones, sorted by path.
pub fn files() -> Vec<(String, Kind)> {
    let mut paths = Vec::new();
    collect(&folder(), "", &mut paths);
    assert!(paths.len() > 50, "the site is incomplete: run `make dist`");
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), kind(&path))).collect()
}

/// Returns the id of one of the dossiers.
pub fn dossier() -> String {
    let paths = files().into_iter().map(|(path, _)| path);
    let mut dossiers =
        paths.filter_map(|path| Some(path.strip_suffix("/dossier.json")?.to_owned()));
    dossiers.next().expect("the site has a dossier")
}

fn collect(folder: &Path, below: &str, paths: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("the site can be read") {
        let path = entry.expect("the site can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            collect(&path, &format!("{below}{name}/"), paths);
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            paths.push(format!("{below}{name}"));
        }
    }
}

/// Returns the kind of a file from its path.
pub fn kind(path: &str) -> Kind {
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let content_type = match ending {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "bib" => "application/x-bibtex; charset=utf-8",
        "json" | "places" => "application/json",
        "jsonld" => "application/ld+json",
        "wasm" => "application/wasm",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => panic!("{path}: the test does not know what this is"),
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    Kind {
        content_type,
        is_compressed: ending != "png",
        is_hashed: matches!(ending, "js" | "css" | "wasm" | "svg")
            && hash.len() == 16
            && hash.chars().all(|c| c.is_ascii_hexdigit()),
        is_embed: path.ends_with("/embed/index.html"),
    }
}

#[test]
fn scripts_styles_and_wasm_have_a_hash_in_their_names() {
    for (path, kind) in files() {
        let is_code = [".js", ".css", ".wasm", ".svg"].iter().any(|ending| path.ends_with(ending));
        assert_eq!(kind.is_hashed, is_code, "{path}");
        assert_eq!(kind.is_compressed, folder().join(format!("{path}.br")).is_file(), "{path}");
    }
}
