//! `onrecord import`: makes draft dossiers from other tools' files.

use super::files::{all_files, failed};
use super::folder::{DOSSIERS, SETTINGS};
use super::ids::today;
use super::options::{day, is_json};
use super::{Failure, input, terminal};
use crate::import::{
    Choices, Defaults, Draft, File, Format, Ids, Labels, OffsetUnit, Part, Report, draft, read,
};
use crate::load::MAX_BYTES;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Default)]
struct Options {
    format: Option<Format>,
    places: Vec<PathBuf>,
    out: Option<PathBuf>,
    labels: Option<PathBuf>,
    parts: Vec<(Part, String)>,
    metadata: Option<PathBuf>,
    choices: Choices,
    defaults: Defaults,
    json: bool,
}

/// Runs the command.
///
/// # Errors
/// If the arguments are wrong, a file is not of the format, or a dossier exists already.
pub fn run(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let mut options = options(parser)?;
    let Some(format) = options.format else {
        return Err(Failure::Usage(format!("missing argument: name a format, {}", formats())));
    };
    if options.places.is_empty() {
        return Err(Failure::Usage("missing argument: name the files to import".to_owned()));
    }
    let labels = labels(&options)?;
    options.choices.metadata = options.metadata.as_deref().map(load).transpose()?;
    options.defaults.format = format.name();
    options.defaults.today = today().map(|day| day.iso()).unwrap_or_default();
    let files = files(&options.places, format)?;
    let mut documents = read(format, &files, &labels, &options.choices)
        .map_err(|bad| Failure::Input(format!("failed to import {bad}")))?;
    let folder = options.out.clone().unwrap_or_else(default_folder);
    let mut ids = Ids::of_dossiers();
    let mut report = Report::default();
    let mut drafts: Vec<(PathBuf, Draft)> = Vec::new();
    for document in &mut documents {
        let draft = draft(document, &options.defaults, &mut ids);
        let path = folder.join(format!("{}.json", draft.id));
        report.add(document, &draft, &path.display().to_string());
        drafts.push((path, draft));
    }
    write_all(&folder, &drafts)?;
    if options.json {
        terminal::json(&format!("{:#}", report.json()));
    } else {
        terminal::say(report.text().trim_end());
    }
    Ok(ExitCode::SUCCESS)
}

fn options(mut parser: lexopt::Parser) -> Result<Options, Failure> {
    use lexopt::prelude::*;
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("out") => options.out = Some(parser.value()?.into()),
            Long("labels") => options.labels = Some(parser.value()?.into()),
            Long("source") => options.parts.push((Part::Source, parser.value()?.string()?)),
            Long("cue") => options.parts.push((Part::Cue, parser.value()?.string()?)),
            Long("content") => options.parts.push((Part::Content, parser.value()?.string()?)),
            Long("metadata") => options.metadata = Some(parser.value()?.into()),
            Long("text-field") => options.choices.text_field = Some(parser.value()?.string()?),
            Long("offsets") => {
                let name = parser.value()?.string()?;
                let unit = OffsetUnit::ALL.into_iter().find(|unit| unit.name() == name);
                options.choices.offsets = Some(unit.ok_or_else(|| {
                    Failure::Usage(format!(
                        "unknown unit {name:?}: use code-points, utf-16 or bytes"
                    ))
                })?);
            }
            Long("by") => options.defaults.by = Some(parser.value()?.string()?),
            Long("outlet") => options.defaults.outlet = Some(parser.value()?.string()?),
            Long("language") => options.defaults.language = Some(parser.value()?.string()?),
            Long("published") => options.defaults.published = Some(day(&mut parser)?),
            Long("format") => options.json = is_json(&mut parser, "text")?,
            // An import shows no progress.
            Long("quiet") | Short('q') => {}
            Value(name) if options.format.is_none() => {
                let name = name.string()?;
                let format = Format::ALL.into_iter().find(|format| format.name() == name);
                options.format = Some(format.ok_or_else(|| {
                    Failure::Usage(format!("unknown format {name:?}: use {}", formats()))
                })?);
            }
            Value(place) => options.places.push(place.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

/// Returns the names of all formats, for messages.
fn formats() -> String {
    let names = Format::ALL.map(Format::name);
    let (last, others) = names.split_last().unwrap_or((&"", &[]));
    format!("{} or {last}", others.join(", "))
}

/// Returns the mapping of labels: that of the file, with the parts that options replace.
fn labels(options: &Options) -> Result<Labels, Failure> {
    let mut labels = match &options.labels {
        None => Labels::default(),
        Some(path) => {
            let file = load(path)?;
            let bad = |bad| Failure::Input(format!("failed to read the mapping {bad}"));
            Labels::from_toml(&file.name, file.text().map_err(bad)?).map_err(bad)?
        }
    };
    for (part, names) in &options.parts {
        labels.set(*part, names);
    }
    match labels.twice() {
        None => Ok(labels),
        Some(label) => Err(Failure::Usage(format!(
            "the label {label:?} is mapped to more than one part: map it to one"
        ))),
    }
}

/// Reads the files of all places. In a folder, those with an extension of the format count.
fn files(places: &[PathBuf], format: Format) -> Result<Vec<File>, Failure> {
    let mut paths = Vec::new();
    for place in places {
        if !place.is_dir() {
            paths.push(place.clone());
            continue;
        }
        let is_of_format = |path: &PathBuf| {
            let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
            format.extensions().contains(&extension)
        };
        let found: Vec<PathBuf> = all_files(place)?.into_iter().filter(is_of_format).collect();
        if found.is_empty() {
            return Err(Failure::Input(format!(
                "failed to import {} (the folder contains no file that ends in .{})",
                place.display(),
                format.extensions().join(" or .")
            )));
        }
        paths.extend(found);
    }
    paths.iter().map(|path| load(path)).collect()
}

/// Reads one file.
pub fn load(path: &Path) -> Result<File, Failure> {
    let name = input::name(path);
    let bytes = input::read(path).map_err(|problem| {
        Failure::Input(format!("failed to import {name}: {}", problem.message))
    })?;
    if bytes.len() > MAX_BYTES {
        let message = format!("failed to import {name} (it is larger than {MAX_BYTES} bytes)");
        return Err(Failure::Input(message));
    }
    Ok(File { name, bytes })
}

/// Returns the folder of drafts if none was named: that of the site's dossiers in a site, and
/// otherwise the current folder.
pub fn default_folder() -> PathBuf {
    let is_site = Path::new(SETTINGS).exists() || Path::new(DOSSIERS).is_dir();
    PathBuf::from(if is_site { DOSSIERS } else { "." })
}

/// Writes the drafts. No file that exists is written over.
pub fn write_all(folder: &Path, drafts: &[(PathBuf, Draft)]) -> Result<(), Failure> {
    if let Some((path, _)) = drafts.iter().find(|(path, _)| path.exists()) {
        return Err(exists(path));
    }
    fs::create_dir_all(folder).map_err(|error| failed("make the folder", folder, &error))?;
    for (path, draft) in drafts {
        let file = fs::File::options().write(true).create_new(true).open(path);
        let written = file.and_then(|mut file| file.write_all(draft.json.as_bytes()));
        written.map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => exists(path),
            _ => failed("write", path, &error),
        })?;
    }
    Ok(())
}

fn exists(path: &Path) -> Failure {
    Failure::Input(format!(
        "failed to write {} (the file exists already, and is not written over): rename or delete it, or \
         choose another folder with --out",
        path.display()
    ))
}
