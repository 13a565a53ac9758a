//! Prints the files of a bundle by kind, for `make bench-build`: `kinds FOLDER STATEMENTS`. Compressed forms
//! are left out.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// The number and the bytes of the files of each kind.
type Kinds = BTreeMap<String, (usize, u64)>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, statements] = arguments.as_slice() else {
        eprintln!("usage: kinds FOLDER STATEMENTS");
        return ExitCode::FAILURE;
    };
    let mut kinds = Kinds::new();
    match (add(Path::new(folder), &mut Vec::new(), &mut kinds), statements.parse()) {
        (Ok(()), Ok(statements)) => print(&kinds, statements),
        _ => {
            eprintln!("failed to read {folder} or {statements}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Adds the files of a folder. `within` is the folders that lead to it.
fn add(folder: &Path, within: &mut Vec<String>, kinds: &mut Kinds) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            within.push(name);
            add(&entry.path(), within, kinds)?;
            within.pop();
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            let known = kinds.entry(kind(within, &name)).or_default();
            *known = (known.0 + 1, known.1 + entry.metadata()?.len());
        }
    }
    Ok(())
}

/// Returns the kind of a file: its path without ids and hashes.
fn kind(within: &[String], name: &str) -> String {
    let within: Vec<&str> = within.iter().map(String::as_str).collect();
    match within.as_slice() {
        [] => "the site".to_owned(),
        [_] => format!("ID/{}", name.split('-').next().unwrap_or_default()),
        [_, page] => format!("ID/{page}/{name}"),
        [_, page, _, rest @ ..] => [&["ID", page, "ID"], rest, &[name]].concat().join("/"),
    }
}

fn print(kinds: &Kinds, statements: u64) {
    println!("{:>8} {:>14}  kind", "files", "per statement");
    let mut by_size: Vec<_> = kinds.iter().collect();
    by_size.sort_by_key(|(_, (_, bytes))| std::cmp::Reverse(*bytes));
    for (kind, (files, bytes)) in &by_size {
        println!("{files:>8} {:>14}  {kind}", bytes / statements);
    }
    let files: usize = kinds.values().map(|(files, _)| files).sum();
    let bytes: u64 = kinds.values().map(|(_, bytes)| bytes).sum();
    println!("{files:>8} {:>14}  all", bytes / statements);
}
