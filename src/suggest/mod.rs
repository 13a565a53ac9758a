//! From plain text to suggestions: who says what, by which words, through whom, and which numbers
//! and dates there are. A suggestion is nothing until a person accepts it.
//!
//! Everything here is pure and gives the same result on every machine. The command and the
//! annotator use it. Never here: dossiers (`import::draft` makes them), deciding what is valid
//! (`load`), reading files (`cli`), and words for readers (`text`).

mod actors;
#[cfg_attr(
    target_arch = "wasm32",
    allow(dead_code, unused_imports, reason = "training, which needs the rest, is native")
)]
mod chain;
mod cues;
mod dates;
mod figures;
mod joined;
mod language;
#[cfg(not(target_arch = "wasm32"))]
pub mod learn;
mod lexicon;
mod models;
mod parts;
mod rules;
mod speakers;
mod tokens;
mod types;

pub use language::likely_language;
pub use lexicon::{BadLexicon, Lexicon, Lexicons};
pub use parts::Parts;
pub use types::{Attribution, Cue, Day, Hop, Named, Number, Rule, Speaker, StatedDay, Suggestions};

use std::ops::Range;
use tokens::Text;

/// Suggests what an article contains. `units` are its text units: the dateline, which may be empty,
/// and then the paragraphs. `language` is a BCP 47 tag. The same arguments give the same suggestions
/// on every machine.
pub fn suggest(units: &[&str], language: &str, lexicons: &Lexicons) -> Suggestions {
    let lexicon = lexicons.of(language);
    let text = Text::of(units, language);
    let by_rules = rules::attributions(&text, lexicon);
    let (mut found, considered) = match models::attributions(&text, lexicon, language) {
        Some((mut found, considered)) => {
            joined::add_plain(&text, lexicon, by_rules, &mut found);
            (found, considered)
        }
        None => (by_rules, Vec::new()),
    };
    joined::join(&text, lexicon, &mut found);
    let (statements, actors) = speakers::resolve(&text, lexicon, &found);
    let dates = dates::dates(&text, lexicon, language);
    let ranges: Vec<Range<usize>> = dates.iter().map(|(range, _)| range.clone()).collect();
    let figures = figures::figures(&text, language, &ranges);
    let dates = dates.into_iter().map(|(_, date)| date).collect();
    let cues = cues::cues(&text, lexicon, considered);
    Suggestions { statements, actors, figures, dates, cues }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Directness, Span};

    const ARTICLE: [&str; 3] = [
        "",
        "Anna Lund, the mayor, said that the ferry was late. “We will pay,” she added.",
        "According to the ministry, the pier is safe.",
    ];

    fn words(spans: &[Span]) -> String {
        let of = |span: &Span| {
            let chars = ARTICLE[span.unit.index()].chars();
            chars.skip(span.start as usize).take(span.len() as usize).collect::<String>()
        };
        spans.iter().map(of).collect::<Vec<_>>().join(" … ")
    }

    #[test]
    fn attributions_have_source_cue_content_and_speaker() {
        let found = suggest(&ARTICLE, "en-GB", &Lexicons::default());
        let shown: Vec<[String; 4]> = found
            .statements
            .iter()
            .map(|it| {
                let speaker = it.speaker.as_ref().map(|it| found.actors[it.actor].name.clone());
                [words(&it.source), words(&it.cue), words(&it.content), speaker.unwrap_or_default()]
            })
            .collect();
        let expected = [
            ["Anna Lund, the mayor", "said that", "the ferry was late", "Anna Lund"],
            ["she", "added", "“We will pay,”", "Anna Lund"],
            ["the ministry", "According to", "the pier is safe", "the ministry"],
        ];
        assert_eq!(shown, expected);
        assert_eq!(found.statements[1].directness, Directness::Direct);
        assert!(found.actors[0].is_named && !found.actors[1].is_named);
    }
}
