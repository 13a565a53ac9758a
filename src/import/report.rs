//! What an import read, what it made, and what it left out or changed: as text and as JSON.

use super::document::{Document, Finding, FindingCode};
use super::draft::Draft;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Maximum number of examples for each kind of finding in the text report.
const MAX_EXAMPLES: usize = 5;
/// Maximum length of words in a report, in characters.
const MAX_WORDS: usize = 60;

/// The report of an import.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    documents: Vec<Entry>,
}

/// What became of one document.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    name: String,
    dossier: String,
    attributions: usize,
    statements: usize,
    findings: Vec<Finding>,
}

impl Report {
    /// Adds a document with its draft. `path` is where the draft is written.
    pub fn add(&mut self, document: &Document, draft: &Draft, path: &str) {
        let is_uncounted = |finding: &&Finding| {
            matches!(finding.code, FindingCode::NoContent | FindingCode::Repeated)
        };
        self.documents.push(Entry {
            name: document.name.clone(),
            dossier: path.to_owned(),
            attributions: draft.statements + document.findings.iter().filter(is_uncounted).count(),
            statements: draft.statements,
            findings: document.findings.clone(),
        });
    }

    /// Returns the report as text: what was made, and then each kind of finding with a few examples.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let read: usize = self.documents.iter().map(|it| it.attributions).sum();
        let made: usize = self.documents.iter().map(|it| it.statements).sum();
        if let [only] = self.documents.as_slice() {
            let _ = writeln!(out, "wrote {}", only.dossier);
        } else {
            let _ = writeln!(out, "wrote {}", counted(self.documents.len(), "draft dossier"));
        }
        let _ = writeln!(
            out,
            "{} read, {} made",
            counted(read, "attribution"),
            counted(made, "statement")
        );
        // The same message for many lines is one example.
        let mut kinds: BTreeMap<FindingCode, Vec<(&Finding, usize)>> = BTreeMap::new();
        for finding in self.documents.iter().flat_map(|it| &it.findings) {
            let kind = kinds.entry(finding.code).or_default();
            match kind.iter_mut().find(|(first, _)| first.message == finding.message) {
                Some((_, times)) => *times += 1,
                None => kind.push((finding, 1)),
            }
        }
        for (code, examples) in kinds {
            let all: usize = examples.iter().map(|(_, times)| times).sum();
            let _ = writeln!(out, "{}: {all}", code.heading());
            for (finding, times) in examples.iter().take(MAX_EXAMPLES) {
                let more = if *times > 1 { format!(" ({times} times)") } else { String::new() };
                let _ = writeln!(out, "  {}: {}{more}", finding.place, finding.message);
            }
            if examples.len() > MAX_EXAMPLES {
                let more: usize = examples[MAX_EXAMPLES..].iter().map(|(_, times)| times).sum();
                let _ = writeln!(out, "  … and {more} more, which --format json lists");
            }
        }
        out
    }

    /// Returns the whole report as JSON.
    pub fn json(&self) -> Value {
        let finding = |it: &Finding| {
            json!({
                "code": it.code.as_str(),
                "lost": it.code.is_loss(),
                "message": it.message,
                "file": it.place.file,
                "line": it.place.line,
                "id": it.place.id,
            })
        };
        let entry = |it: &Entry| {
            json!({
                "name": it.name,
                "dossier": it.dossier,
                "attributions": it.attributions,
                "statements": it.statements,
                "findings": it.findings.iter().map(finding).collect::<Vec<_>>(),
            })
        };
        json!({
            "attributions": self.documents.iter().map(|it| it.attributions).sum::<usize>(),
            "statements": self.documents.iter().map(|it| it.statements).sum::<usize>(),
            "documents": self.documents.iter().map(entry).collect::<Vec<_>>(),
        })
    }
}

/// Returns words for a report: in one line, without invisible characters, and not too long.
pub fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = words.chars().take(MAX_WORDS).collect();
    let more = if cut.len() < words.len() { "…" } else { "" };
    crate::load::visible(&cut) + more
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
