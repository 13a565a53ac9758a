//! The guide, `docs/importing.md`, covers every format, code and option, and its examples are right.

use super::support::text;
use super::{file, only};
use onrecord::import::{FindingCode, Format, Labels};

fn guide() -> String {
    text("docs/importing.md")
}

/// Returns the code blocks of a language.
fn blocks(guide: &str, language: &str) -> Vec<String> {
    let start = format!("```{language}\n");
    let starts = guide.split(start.as_str()).skip(1);
    starts.filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
}

#[test]
fn the_guide_covers_every_format_and_code() {
    let guide = guide();
    for format in Format::ALL {
        let command = format!("onrecord import {} ", format.name());
        assert!(guide.contains(&command), "{command}");
    }
    for code in FindingCode::ALL {
        let row = guide.lines().find(|line| line.starts_with(&format!("| `{}` |", code.as_str())));
        let row = row.unwrap_or_else(|| panic!("{} has no row", code.as_str()));
        let is_left_out = row.ends_with("| no |") || row.contains("| without ");
        assert_eq!(is_left_out, code.is_loss(), "{row}");
    }
}

#[test]
fn the_examples_of_the_guide_are_read() {
    let guide = guide();
    let toml = blocks(&guide, "toml");
    let labels = Labels::from_toml("labels.toml", &toml[0]).expect("the mapping is valid");
    assert!(labels.part("Paraphrase").is_some() && labels.is_ignored("date"));
    let ann =
        blocks(&guide, "text").into_iter().find(|block| block.starts_with("T1")).expect("brat");
    let words = "🎈 The ferry to Skerry Island returns on Monday, the Harbour Office announced, from Port Alba.";
    // The relation links spans that the example does not show.
    let document = only(Format::Brat, &[file("a.txt", words), file("a.ann", &ann)]);
    let attribution = &document.attributions[0];
    assert_eq!(attribution.notes.len(), 2);
    assert_eq!(attribution.content.len(), 2, "{:?}", document.findings);
    assert_eq!(document.findings.len(), 1, "{:?}", document.findings);
}
