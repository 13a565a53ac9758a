//! Whether the fonts have all letters of a picture. A letter without a glyph would be an empty box.

use super::clean::push_clean;
use super::fonts::Typeface;
use super::statement::style;
use super::{Preview, StatementPicture, Subject};
use unicode_bidi::{BidiClass, bidi_class};
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

/// Returns the name of the first script of a picture that no font has. If the character belongs to no
/// script, that is what a reader sees as one (`👨‍👩‍👧`), or its code (`U+E000`).
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
        let is_missing = |c: &char| !is_drawn(*c, typeface);
        let seen = clean.graphemes(true).find(|seen| seen.chars().any(|c| is_missing(&c)))?;
        let missing = seen.chars().find(is_missing)?;
        Some(match missing.script() {
            Script::Unknown => format!("U+{:04X}", u32::from(missing)),
            Script::Common | Script::Inherited => seen.to_owned(),
            script => script.full_name().replace('_', " "),
        })
    })
}

fn of_statement(statement: &StatementPicture) -> Vec<(&str, Typeface)> {
    let speakers =
        statement.speakers.iter().map(|speaker| (speaker.name.as_str(), Typeface::SansBold));
    let hops = statement.hops.iter().map(|hop| (hop.name.as_str(), Typeface::SansBold));
    let words = (statement.words.iter()).map(|run| (run.text.as_str(), style(run).typeface));
    let outlet = (statement.outlet.as_str(), Typeface::Sans);
    speakers.chain(hops).chain(words).chain([outlet]).collect()
}

/// Returns true for a character with a glyph, and for those that are invisible.
fn is_drawn(c: char, typeface: Typeface) -> bool {
    let is_selector = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
    let is_invisible = is_selector || bidi_class(c) == BidiClass::BN || c.is_whitespace();
    is_invisible || typeface.has(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::sheet::Mark;
    use crate::picture::{Direction, DossierPicture, Glyph, sheet};

    fn of(title: &str) -> Preview {
        Preview {
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
        }
    }

    #[test]
    fn a_picture_has_no_empty_box_or_its_script_is_named() {
        for (title, expected) in [
            ("துறைமுகம் திறக்கும்", "Tamil"),
            ("ნავსადგური იხსნება", "Georgian"),
            ("ᲜᲐᲕᲡᲐᲓᲒᲣᲠᲘ", "Georgian"),
            ("ወደቡ ይከፈታል።", "Ethiopic"),
            ("កំពង់ផែ បើក", "Khmer"),
            ("ဆိပ်ကမ်း ဖွင့်", "Myanmar"),
            ("གྲུ་ཁ་ཕྱེ།", "Tibetan"),
            ("ߞߎߟߎ߲߫", "Nko"),
            ("𞤀𞤣𞤤𞤢𞤥", "Adlam"),
            ("ທ່າເຮືອ", "Lao"),
            ("බරපොල", "Sinhala"),
            ("ওড়না", "Bengali"),
            ("బందరు", "Telugu"),
            ("ಬಂದರು", "Kannada"),
            ("തുറമുഖം", "Malayalam"),
            ("ਬੰਦਰਗਾਹ", "Gurmukhi"),
            ("બંદર", "Gujarati"),
            ("ବନ୍ଦର", "Oriya"),
            ("ᠪᠣᠭᠣᠮᠲᠠ", "Mongolian"),
            ("ܠܡܐܢܐ", "Syriac"),
            ("ބަނދަރު", "Thaana"),
            ("ⵎⴰⵔⵙⴰ", "Tifinagh"),
            ("ᏣᎳᎩ", "Cherokee"),
            ("ᓄᓇᕗᑦ", "Canadian Aboriginal"),
            ("The port (港) “opens”", "Han"),
            ("قال Ada: “שלום” — 12.5٪ أو №7", ""),
            ("سَيُفْتَحُ المِينَاءُ يَوْمَ الجُمُعَة", ""),
            ("בְּרֵאשִׁית", ""),
            ("Ελλάδα, Україна, Việt Nam, Łódź, İzmir, Ñandú", ""),
            (
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                "",
            ),
            ("كتابكتابكتابكتابكتابكتابكتابكتابكتابكتابكتابكتابكتابكتابكتابكتابكتابكتاب", ""),
            ("می\u{200c}شود a\u{ad}b\u{2060}c\u{feff}d", ""),
            ("Z\u{301}\u{302}\u{303} e\u{330}\u{301}", ""),
        ] {
            let preview = of(title);
            let missing = missing_script(&preview);
            if expected.is_empty() {
                let marks = sheet(&preview).marks;
                let glyphs: Vec<u16> = (marks.iter())
                    .filter_map(|mark| match mark {
                        Mark::Shapes { shapes, .. } => Some(shapes),
                        _ => None,
                    })
                    .flatten()
                    .map(|(glyph, ..)| *glyph)
                    .collect();
                assert!(glyphs.len() > 10, "{title}");
                assert!(missing.is_some() || !glyphs.contains(&0), "{title}");
            }
            assert_eq!(missing.as_deref().unwrap_or_default(), expected, "{title}");
        }
    }

    #[test]
    fn names_the_script_that_no_font_has() {
        let check = |title: &str, expected: Option<&str>| {
            let preview = of(title);
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
        check("Family 👨\u{200d}👩\u{200d}👧", Some("👨\u{200d}👩\u{200d}👧"));
        check("Flag 🇩🇪", Some("🇩🇪"));
        check("Key 1\u{fe0f}\u{20e3}", Some("1\u{fe0f}\u{20e3}"));
        check("a\u{fe0f}", None);
        check("Odd \u{e000}", Some("U+E000"));
    }
}
