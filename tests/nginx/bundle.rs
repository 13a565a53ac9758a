//! The files of the built site, and how each should be served.

use onrecord::format::{FileType, file_type};
use std::fs;
use std::path::{Path, PathBuf};

/// The way in which a file should be served.
pub struct Kind {
    pub content_type: &'static str,
    /// True if it has a `.br` and a `.gz` version.
    pub is_compressed: bool,
    /// True if its name has a hash, so that it never changes.
    pub is_hashed: bool,
    /// True for a page that other sites may show in a frame.
    pub is_embed: bool,
}

/// Returns the folder of the built bundle: `ONRECORD_DIST`, by default `dist`.
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

/// Lists the files of the site except the compressed ones and the list of files, sorted by path.
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
        } else if name != ".onrecord" && !name.ends_with(".br") && !name.ends_with(".gz") {
            paths.push(format!("{below}{name}"));
        }
    }
}

/// Returns the kind of a file from its path.
pub fn kind(path: &str) -> Kind {
    let FileType { extension, media_type, is_compressed, is_hashed } =
        file_type(path).unwrap_or_else(|| panic!("{path}: src/format has no such type"));
    let stem = path.strip_suffix(&format!(".{extension}")).unwrap_or(path);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    Kind {
        content_type: media_type,
        is_compressed,
        is_hashed: is_hashed
            && (12..=16).contains(&hash.len())
            && hash.chars().all(|c| c.is_ascii_hexdigit()),
        is_embed: path.ends_with("/embed/index.html"),
    }
}

#[test]
fn assets_have_a_hash_in_their_name_and_text_is_compressed() {
    for (path, kind) in files() {
        let is_asset = [".js", ".css", ".wasm", ".svg", ".bin", ".woff2"]
            .iter()
            .any(|extension| path.ends_with(extension));
        assert_eq!(kind.is_hashed, is_asset, "{path}");
        assert_eq!(kind.is_compressed, folder().join(format!("{path}.br")).is_file(), "{path}");
    }
}
