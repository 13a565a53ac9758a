//! `onrecord prerender`, `compress`, `single` and `sizes`: write and measure the files of a site.

use super::{Failure, folder_argument, ids};
use crate::bundled;
use crate::format::file_types;
use crate::load::public_address;
use crate::model::Settings;
use crate::prerender::{Options, Program, Shell, Staged, files, single as pack_single};
use crate::site::Site;
use crate::text::count as counted;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

/// Writes the pages of a site that Trunk staged. Trunk passes the folder and the profile to its
/// hooks in environment variables.
///
/// # Errors
/// If the arguments are wrong, a file cannot be read or written, the staged page is incomplete, or
/// the site has a public address and ids are not recorded.
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
    let missing = "missing argument: name the folder that Trunk staged";
    let folder = folder.ok_or_else(|| Failure::Usage(missing.to_owned()))?;
    // `trunk serve` adds an inline script to the pages, which the policy would block.
    let is_debug = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    let settings = settings(address)?;
    let (archive, ledgers) = (bundled::archive(), bundled::ledgers());
    if settings.address.is_some() && !is_debug {
        ids::require_recorded(&archive, &ledgers)?;
    }
    let shell = read_shell(&folder)?;
    let site = Rc::new(Site::new(archive).with_settings(settings).with_ledgers(ledgers));
    let assets = [
        &shell.styles,
        &shell.early,
        &shell.boot,
        &shell.export,
        &shell.read,
        &shell.frame,
        &shell.home,
        &shell.home_styles,
    ];
    for asset in assets {
        write(&folder.join(&asset.name), asset.text.as_bytes())?;
    }
    let files = files(&site, &shell, &Options { policy: !is_debug, pictures: true });
    for file in &files {
        write(&folder.join(&file.path), &file.bytes)?;
    }
    println!("prerendered {}", counted(files.len(), "file", "files"));
    Ok(ExitCode::SUCCESS)
}

/// Returns the settings. An address from the arguments or the environment overrides the one in the
/// file.
fn settings(address: Option<String>) -> Result<Settings, Failure> {
    let mut settings = bundled::settings();
    let from_environment =
        || std::env::var("ONRECORD_ADDRESS").ok().filter(|address| !address.is_empty());
    if let Some(address) = address.or_else(from_environment) {
        settings.address = Some(public_address(&address).map_err(Failure::Usage)?);
    }
    Ok(settings)
}

/// Reads the page and stylesheets that Trunk staged, and deletes the stylesheets, which are joined
/// into one.
fn read_shell(folder: &Path) -> Result<Shell, Failure> {
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

/// Writes a `.br` and a `.gz` next to each file that compresses well.
///
/// # Errors
/// If the arguments are wrong or a file cannot be read or written.
pub fn compress(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let folder = folder_argument(parser)?;
    let mut count = 0;
    for path in all_files(&folder)? {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if !file_types().iter().any(|it| it.is_compressed && it.extension == ending) {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| failed("read", &path, &error))?;
        write(&path.with_extension(format!("{ending}.br")), &brotli(&bytes))?;
        write(&path.with_extension(format!("{ending}.gz")), &gzip(&bytes))?;
        count += 1;
    }
    println!("compressed {} in {}", counted(count, "file", "files"), folder.display());
    Ok(ExitCode::SUCCESS)
}

/// Packs a built site into one HTML file.
///
/// # Errors
/// If the arguments are wrong, the folder does not contain a built site, or a file cannot be read
/// or written.
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
        let missing = || {
            let folder = folder.display();
            Failure::Input(format!(
                "failed to find a built site in {folder} (no {start}*{end}): run 'make dist' first"
            ))
        };
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
    println!("packed {} into {}", folder.display(), target.display());
    Ok(ExitCode::SUCCESS)
}

/// Prints the size of each file, in bytes, uncompressed and with Brotli.
///
/// # Errors
/// If the arguments are wrong or a file cannot be read.
pub fn sizes(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let folder = folder_argument(parser)?;
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
    println!("{raw:>9} {packed:>9}  total");
    Ok(ExitCode::SUCCESS)
}

/// Compresses bytes with Brotli at its best quality, as for a file that is compressed once and
/// served often.
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

/// Lists all files below a folder, sorted by path.
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
