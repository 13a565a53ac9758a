//! The fonts of the site, compiled into the command. `tools/fonts` makes them, and the style sheet that names them.

use super::File;
use super::embed::{latin_fonts, with_fonts};
use super::shell::hashed;
use std::sync::LazyLock;

/// A font.
struct Font {
    /// Its file name in `static/styles/fonts.css`.
    source: &'static str,
    /// Its file name in the bundle, with a hash.
    name: String,
    bytes: &'static [u8],
}

macro_rules! font {
    ($stem:literal) => {{
        let bytes = include_bytes!(concat!("../../static/fonts/", $stem, ".woff2"));
        let name = hashed($stem, "woff2", bytes);
        Font { source: concat!($stem, ".woff2"), name, bytes }
    }};
}

static FONTS: LazyLock<[Font; 12]> = LazyLock::new(|| {
    [
        font!("serif"),
        font!("serif-italic"),
        font!("sans"),
        font!("serif-extended"),
        font!("serif-italic-extended"),
        font!("sans-extended"),
        font!("serif-arabic"),
        font!("sans-arabic"),
        font!("sans-arabic-semibold"),
        font!("serif-hebrew"),
        font!("sans-hebrew"),
        font!("sans-hebrew-semibold"),
    ]
});

/// Returns the names of the fonts that every page uses.
pub fn used_everywhere() -> impl Iterator<Item = &'static str> {
    let stems = ["serif.woff2", "sans.woff2"];
    FONTS.iter().filter(move |font| stems.contains(&font.source)).map(|font| font.name.as_str())
}

/// Lists the fonts as files at the bundle's root, next to the style sheet.
pub fn files() -> Vec<File> {
    let file = |font: &Font| File { path: font.name.clone(), bytes: font.bytes.to_vec() };
    FONTS.iter().map(file).collect()
}

/// Returns the font at a path.
pub fn at(path: &str) -> Option<File> {
    let font = FONTS.iter().find(|font| font.name == path)?;
    Some(File { path: font.name.clone(), bytes: font.bytes.to_vec() })
}

/// Replaces the names of the fonts in a style sheet with those in the bundle.
pub fn named(styles: &str) -> String {
    FONTS.iter().fold(styles.to_owned(), |styles, font| {
        styles.replace(&format!("\"{}\"", font.source), &format!("\"{}\"", font.name))
    })
}

/// Embeds the Latin fonts into a style sheet of the bundle, and drops the others.
pub fn embedded(styles: &str) -> String {
    let names = latin_fonts(styles);
    let is_named = |font: &&Font| names.contains(&font.name);
    let fonts = FONTS.iter().filter(is_named).map(|font| (font.name.clone(), font.bytes.to_vec()));
    with_fonts(styles, &fonts.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = include_str!("../../static/styles/fonts.css");

    #[test]
    fn the_style_sheet_names_each_font_of_the_bundle() {
        let styles = named(STYLES);
        for file in files() {
            assert_eq!(
                styles.matches(&format!("url(\"{}\")", file.path)).count(),
                1,
                "{}",
                file.path
            );
        }
        assert_eq!(styles.matches("url(").count(), FONTS.len());
        assert!(files().iter().all(|file| file.bytes.starts_with(b"wOF2")));
    }

    #[test]
    fn the_single_file_embeds_the_latin_fonts_and_loads_none() {
        let styles = embedded(&named(STYLES));
        assert_eq!(styles.matches("url(\"data:font/woff2;base64,").count(), 3);
        assert!(!styles.contains(".woff2") && styles.matches("url(").count() == 3);
        assert_eq!(
            styles.matches("Serif fallback").count(),
            named(STYLES).matches("Serif fallback").count()
        );
    }
}
