//! Which format files of other tools have.

use crate::import::{File, Format};

/// Returns the format of files, by their names and how their content begins. `None` if it is a format of On Record, or
/// none that can be imported.
pub fn recognise(files: &[File]) -> Option<Format> {
    let has = |extension: &str| {
        files.iter().any(|file| file.name.to_ascii_lowercase().ends_with(&format!(".{extension}")))
    };
    if has("ann") {
        return Some(Format::Brat);
    }
    if has("jsonld") {
        return Some(Format::WebAnnotation);
    }
    let json = files.iter().find(|file| file.name.to_ascii_lowercase().ends_with(".json"));
    let Some(json) = json else {
        return has("txt").then_some(Format::Text);
    };
    let start = String::from_utf8_lossy(&json.bytes[..json.bytes.len().min(4_000)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    if start.contains("\"%TYPES\"") || start.contains("\"%FEATURE_STRUCTURES\"") {
        Some(Format::UimaCasJson)
    } else if start.starts_with('[') {
        Some(Format::LabelStudio)
    } else {
        None
    }
}

/// Returns the dossier among files, which is in no format of another tool. The others are its text.
pub fn dossier_among(files: &[File]) -> Option<&File> {
    let is_json = |file: &&File| file.name.to_ascii_lowercase().ends_with(".json");
    files.iter().find(is_json).filter(|_| recognise(files).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_recognised_by_their_names_and_beginnings() {
        let check = |files: &[(&str, &str)], expected| {
            let file = |(name, text): &(&str, &str)| File {
                name: (*name).to_owned(),
                bytes: text.as_bytes().to_vec(),
            };
            let files: Vec<File> = files.iter().map(file).collect();
            assert_eq!(recognise(&files), expected, "{files:?}");
        };
        check(&[("a.txt", "Words.")], Some(Format::Text));
        check(&[("a.txt", "Words."), ("a.ann", "")], Some(Format::Brat));
        check(&[("annotations.jsonld", "{}"), ("article.txt", "")], Some(Format::WebAnnotation));
        check(&[("A.JSON", " {\"%TYPES\": {}")], Some(Format::UimaCasJson));
        check(&[("tasks.json", "\u{feff}[{\"data\": {}}]")], Some(Format::LabelStudio));
        check(&[("dossier.json", "{\"format\": 1}")], None);
        check(&[("picture.png", "")], None);
    }
}
