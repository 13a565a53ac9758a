//! Passes to the crate a hash of the types that data files are packed from; and to the command a hash
//! of what preview pictures are drawn with, and the apps that were built for it.

use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// Types that are packed into data files.
const TYPES: [&str; 2] = ["src/model", "src/packed"];
/// What preview pictures are drawn with.
const PICTURES: [&str; 2] = ["src/picture", "fonts"];
/// The built app and the built annotator: see `tools/app`.
const APPS: [&str; 4] = ["app.js", "app_bg.wasm", "annotator.js", "annotator_bg.wasm"];

fn main() -> Result<(), String> {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    TYPES.iter().for_each(|folder| println!("cargo:rerun-if-changed={folder}"));
    println!("cargo:rustc-env=ONRECORD_TYPES={}", hash(&root, &TYPES)?);
    let is_browser = variable("CARGO_CFG_TARGET_ARCH")? == "wasm32";
    // `cfg(reader)`: the app in a reader's browser, which has no code to load and check dossiers. The command and the
    // annotator have it.
    println!("cargo:rustc-check-cfg=cfg(reader)");
    if is_browser && std::env::var_os("CARGO_FEATURE_ANNOTATOR").is_none() {
        println!("cargo:rustc-cfg=reader");
    }
    if !is_browser {
        PICTURES.iter().for_each(|folder| println!("cargo:rerun-if-changed={folder}"));
        println!("cargo:rustc-env=ONRECORD_DRAWING={}", hash(&root, &PICTURES)?);
        println!("cargo:rerun-if-changed=app");
        let out = PathBuf::from(variable("OUT_DIR")?);
        for name in APPS {
            let built = root.join("app").join(name);
            // Without the apps, the command can still check dossiers, and says what is missing.
            let bytes = if built.exists() { read(&built)? } else { Vec::new() };
            let target = out.join(name);
            fs::write(&target, bytes).map_err(|error| failed("write", &target, &error))?;
        }
    }
    Ok(())
}

/// Hashes all files of some folders: 16 hexadecimal digits. Line endings do not count, because version
/// control may change them.
fn hash(root: &Path, folders: &[&str]) -> Result<String, String> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| failed("read", &folder, &error))? {
            let path = entry.map_err(|error| failed("read", &folder, &error))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(read(&file)?.into_iter().filter(|byte| *byte != b'\r').collect::<Vec<_>>());
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| failed("read", file, &error))
}

fn failed(what: &str, path: &Path, error: &std::io::Error) -> String {
    format!("failed to {what} {} ({error})", path.display())
}

fn variable(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("{name} is not set: run this by cargo"))
}
