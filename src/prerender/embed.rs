//! Fonts inside a style sheet, for the site in a single file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The fonts that almost every page needs, by the start of their names in the bundle.
const LATIN: [&str; 3] = ["serif", "serif-italic", "sans"];

/// Returns the names of the Latin fonts that a style sheet of the bundle names.
pub fn latin_fonts(styles: &str) -> Vec<String> {
    let parts = styles.split("url(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let is_latin = |name: &&str| {
        let stem = name.strip_suffix(".woff2").and_then(|name| name.rsplit_once('-'));
        stem.is_some_and(|(stem, _)| LATIN.contains(&stem))
    };
    parts.filter(is_latin).map(str::to_owned).collect()
}

/// Embeds fonts into a style sheet of the bundle, and drops the others, which would make the single file almost
/// twice as large. Readers see those scripts in a font of their system.
pub fn with_fonts(styles: &str, fonts: &[(String, Vec<u8>)]) -> String {
    let is_kept = |line: &&str| {
        !line.contains(".woff2") || fonts.iter().any(|(name, _)| line.contains(name.as_str()))
    };
    let styles: String = styles.split_inclusive('\n').filter(is_kept).collect();
    fonts.iter().fold(styles, |styles, (name, bytes)| {
        let data = format!("data:font/woff2;base64,{}", STANDARD.encode(bytes));
        styles.replace(name, &data)
    })
}
