//! The English names of languages (ISO 639).

use isolang::Language;

/// Returns the name of a language from its code, or the code itself if it has none: `French`.
pub fn language_name(code: &str) -> String {
    let language = match code.len() {
        2 => Language::from_639_1(code),
        _ => Language::from_639_3(code),
    };
    // The standard sets apart some names by a period or a region: `Modern Greek (1453-)`.
    let name = language.map_or(code, |language| language.to_name());
    name.split(" (").next().unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_languages() {
        let check = |code, name| assert_eq!(language_name(code), name);
        check("en", "English");
        check("ar", "Arabic");
        check("ckb", "Central Kurdish");
        check("el", "Modern Greek");
        check("xx", "xx");
    }
}
