//! Whether the fonts have all letters of a picture. A letter without a glyph would be an empty box.

use super::clean::push_clean;
use super::fonts::Typeface;
use super::{Preview, StatementPicture, Subject};
use unicode_bidi::{BidiClass, bidi_class};
use unicode_script::{Script, UnicodeScript};

/// Returns the name of the first script of a picture that no font has, or the character if it
/// belongs to no script (`😀`).
pub fn missing_script(preview: &Preview) -> Option<String> {
    let site = [(preview.site.as_str(), Typeface::Serif)];
    let texts = match &preview.subject {
        Subject::Statement(statement) => of_statement(statement),
        Subject::Dossier(dossier) => vec![
            (dossier.title.as_str(), Typeface::SansBold),
            (&dossier.summary, Typeface::Sans),
            (&dossier.outlet, Typeface::SansBold),
        ],
    };
    site.into_iter().chain(texts).find_map(|(text, typeface)| {
        let mut clean = String::new();
        push_clean(text, &mut clean);
        let missing = clean.chars().find(|c| !is_drawn(*c, typeface))?;
        Some(match missing.script() {
            Script::Common | Script::Inherited | Script::Unknown => missing.to_string(),
            script => script.full_name().replace('_', " "),
        })
    })
}

fn of_statement(statement: &StatementPicture) -> Vec<(&str, Typeface)> {
    let speakers =
        statement.speakers.iter().map(|speaker| (speaker.name.as_str(), Typeface::SansBold));
    let hops = statement.hops.iter().map(|hop| (hop.name.as_str(), Typeface::SansBold));
    let words = statement.words.iter().map(|run| (run.text.as_str(), Typeface::Serif));
    let outlet = (statement.outlet.as_str(), Typeface::Sans);
    speakers.chain(hops).chain(words).chain([outlet]).collect()
}

/// Returns true for a character with a glyph, and for those that are invisible.
fn is_drawn(c: char, typeface: Typeface) -> bool {
    let is_invisible = matches!(bidi_class(c), BidiClass::BN) || c.is_whitespace();
    is_invisible || typeface.has(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Direction, DossierPicture, Glyph};

    #[test]
    fn names_the_script_that_no_font_has() {
        let check = |title: &str, expected: Option<&str>| {
            let preview = Preview {
                site: "On Record".to_owned(),
                mark: "",
                language: "en".to_owned(),
                direction: Direction::Ltr,
                subject: Subject::Dossier(DossierPicture {
                    label: String::new(),
                    title: title.to_owned(),
                    title_note: String::new(),
                    pen: Glyph { lines: "", dots: "" },
                    summary: String::new(),
                    outlet: String::new(),
                    published: String::new(),
                    counts: String::new(),
                }),
            };
            assert_eq!(missing_script(&preview).as_deref(), expected, "{title}");
        };
        check("Añ “x” 10\u{a0}km\u{200b}", None);
        check("سوريا", None);
        check("שלום", None);
        check("Город", None);
        check("上海", Some("Han"));
        check("ニュース", Some("Katakana"));
        check("뉴스", Some("Hangul"));
        check("समाचार", Some("Devanagari"));
        check("ข่าว", Some("Thai"));
        check("Հայ", Some("Armenian"));
        check("Good 😀", Some("😀"));
    }
}
