//! `onrecord prerender`, `compress` and `sizes`: the files of a bundle.

use super::{Failure, ids, only_folder};
use crate::bundled;
use crate::load::public_address;
use crate::model::Settings;
use crate::prerender::{Options, Program, Shell, Staged, files, single as pack_single};
use crate::site::Site;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

/// Files of these endings are text, or as good as text: they are worth compressing. Pictures are not:
/// a PNG is compressed in itself.
const COMPRESSED: [&str; 13] = [
    "html", "css", "js", "json", "wasm", "svg", "xml", "txt", "csv", "md", "bib", "jsonld",
    "places",
];

/// Makes the pages of a bundle that Trunk staged. Trunk names the folder and the profile in the
/// environment of its hooks.
///
/// # Errors
/// Wrong arguments, files that cannot be read or written, a staged page that lacks something; with a
/// public address, ids that are not on record.
pub fn prerender(mut parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    use lexopt::prelude::*;
    let mut folder = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let mut address = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("address") => address = Some(parser.value()?.string()?),
            Value(value) => folder = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let folder =
        folder.ok_or_else(|| Failure::Usage("name the folder that Trunk staged".to_owned()))?;
    // Trunk's server adds an inline script to what it serves while one edits; the policy refuses it.
    let is_edited = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    let settings = settings(address)?;
    let (archive, ledgers) = (bundled::archive(), bundled::ledgers());
    if settings.address.is_some() && !is_edited {
        ids::are_current(&archive, &ledgers)?;
    }
    let shell = take_shell(&folder)?;
    let site = Rc::new(Site::new(archive).with_settings(settings).with_ledgers(ledgers));
    let assets = [&shell.styles, &shell.early, &shell.boot, &shell.take, &shell.read];
    for asset in assets {
        write(&folder.join(&asset.name), asset.text.as_bytes())?;
    }
    let files = files(&site, &shell, &Options { policy: !is_edited, pictures: true });
    for file in &files {
        write(&folder.join(&file.path), &file.bytes)?;
    }
    println!("prerendered {} files", files.len());
    Ok(ExitCode::SUCCESS)
}

/// The settings; an address that is given now, or by the environment, is the one that counts.
fn settings(address: Option<String>) -> Result<Settings, Failure> {
    let mut settings = bundled::settings();
    let given = || std::env::var("ONRECORD_ADDRESS").ok().filter(|address| !address.is_empty());
    if let Some(address) = address.or_else(given) {
        settings.address = Some(public_address(&address).map_err(Failure::Usage)?);
    }
    Ok(settings)
}

/// Reads what Trunk staged and takes away what the pages no longer name.
fn take_shell(folder: &Path) -> Result<Shell, Failure> {
    let page = read(&folder.join("index.html"))?;
    let staged = Staged::of(&page);
    let mut styles = Vec::new();
    for name in &staged.styles {
        let path = folder.join(name);
        styles.push(read(&path)?);
        fs::remove_file(&path).map_err(|error| failed("remove", &path, &error))?;
    }
    Shell::new(&page, &styles).map_err(|error| Failure::Input(error.to_string()))
}

/// Puts a `.br` and a `.gz` beside each file that is worth it.
///
/// # Errors
/// Wrong arguments, or files that cannot be read or written.
pub fn compress(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let folder = only_folder(parser)?;
    let mut count = 0;
    for path in all_files(&folder)? {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if !COMPRESSED.contains(&ending) {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| failed("read", &path, &error))?;
        write(&path.with_extension(format!("{ending}.br")), &brotli(&bytes))?;
        write(&path.with_extension(format!("{ending}.gz")), &gzip(&bytes))?;
        count += 1;
    }
    println!("compressed {count} files in {}", folder.display());
    Ok(ExitCode::SUCCESS)
}

/// Packs a bundle that was built into one file.
///
/// # Errors
/// Wrong arguments, or files that cannot be read or written.
pub fn single(mut parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let (folder, target) = (parser.value()?, parser.value()?);
    if let Some(more) = parser.next()? {
        return Err(more.unexpected().into());
    }
    let (folder, target) = (PathBuf::from(folder), PathBuf::from(target));
    let files = all_files(&folder)?;
    let named = |start: &str, end: &str| {
        let is = |path: &&PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            path.parent() == Some(&folder) && name.starts_with(start) && name.ends_with(end)
        };
        let missing = || Failure::Input(format!("{} holds no built bundle", folder.display()));
        files.iter().find(is).ok_or_else(missing)
    };
    let module = read(named("app-", ".js")?)?;
    let path = named("app-", ".wasm")?;
    let wasm = fs::read(path).map_err(|error| failed("read", path, &error))?;
    let styles = read(named("styles-", ".css")?)?;
    let mut site = Site::new(bundled::archive()).with_settings(settings(None)?);
    site = site.with_ledgers(bundled::ledgers());
    site.in_one_file = true;
    let program = Program { module: &module, wasm: &wasm, styles: &styles };
    let page = pack_single(&Rc::new(site), &program, gzip);
    write(&target, page.as_bytes())?;
    println!("packed all of {} into {}", folder.display(), target.display());
    Ok(ExitCode::SUCCESS)
}

/// Prints what each shipped file weighs, in bytes.
///
/// # Errors
/// Wrong arguments, or files that cannot be read.
pub fn sizes(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let folder = only_folder(parser)?;
    println!("{:>9} {:>9}  file", "raw", "brotli");
    let (mut raw, mut packed) = (0, 0);
    for path in all_files(&folder)? {
        if path.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| failed("read", &path, &error))?;
        let small = brotli(&bytes).len();
        println!(
            "{:>9} {small:>9}  {}",
            bytes.len(),
            path.strip_prefix(&folder).unwrap_or(&path).display()
        );
        raw += bytes.len();
        packed += small;
    }
    println!("{raw:>9} {packed:>9}  all");
    Ok(ExitCode::SUCCESS)
}

/// Brotli at its best quality, as a host would serve a file that was compressed ahead.
pub fn brotli(mut bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    // Reading from and writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut bytes, &mut out, &params);
    out
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = flate2::read::GzEncoder::new(bytes, flate2::Compression::best());
    // Reading from and writing to memory cannot fail.
    let _ = encoder.read_to_end(&mut out);
    out
}

/// All files below a folder, in a fixed order.
fn all_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| failed("read", &folder, &error))?;
        for entry in entries {
            let path = entry.map_err(|error| failed("read", &folder, &error))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| failed("read", path, &error))
}

pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let written = (|| {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::File::create(path)?.write_all(bytes)
    })();
    written.map_err(|error| failed("write", path, &error))
}

fn failed(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::Input(format!("failed to {what} {} ({error})", path.display()))
}
