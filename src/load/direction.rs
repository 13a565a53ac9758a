//! The writing direction of a language, from the script that CLDR lists as its most likely one.

use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleDirectionality};

/// Returns true for a BCP 47 tag of a language that is written from right to left. Case does not
/// matter, and a script subtag decides: `ku-Arab` is, `ku` is not. False for an unknown language.
pub fn is_right_to_left(tag: &str) -> bool {
    let directions = LocaleDirectionality::new_extended();
    // Only the first subtags matter. Extensions are not part of an identifier.
    let mut rest = tag;
    loop {
        if let Ok(language) = rest.parse::<LanguageIdentifier>() {
            // Members of a macrolanguage are listed under its code: "prs" is "fa-AF".
            let mut locale = Locale::from(language);
            LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
            return directions.is_right_to_left(&locale.id);
        }
        match rest.rsplit_once('-') {
            Some((before, _)) => rest = before,
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_decides_the_direction() {
        for tag in [
            "ar",
            "AR",
            "ar-EG",
            "he",
            "HE-il",
            "fa",
            "ur",
            "ps",
            "ckb",
            "ku-Arab",
            "KU-ARAB-IQ",
            "ug",
            "sd",
            "yi",
            "dv",
            "syr",
            "ks",
            "lrc",
            "mzn",
            "az-Arab",
            "pa-Arab",
            "pa-PK",
            "uz-AF",
            "nqo",
            "ff-Adlm",
            "ar-u-nu-latn",
            "ar-x-private",
            "en-Arab",
            "prs",
            "pes",
            "arb",
            "pnb",
            "ydd",
            "pbu",
            "PBU-pk",
            "ajp",
            "ary",
            "azb",
            "bgn",
            "pst",
            "skr",
            "uzs",
        ] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in [
            "en", "EN", "ku", "ku-Latn", "tr", "az", "pa", "sd-Deva", "ar-Latn", "he-Latn",
            "ug-Cyrl", "zh", "ja", "ko", "hi", "th", "ff", "ms", "acy", "azj", "kmr", "kok", "mnk",
            "uzn", "prs-Latn", "xx", "zzz", "",
        ] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }
}
