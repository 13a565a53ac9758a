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
        let mut kinds: BTreeMap<FindingCode, Vec<&Finding>> = BTreeMap::new();
        for finding in self.documents.iter().flat_map(|it| &it.findings) {
            kinds.entry(finding.code).or_default().push(finding);
        }
        for (code, findings) in kinds {
            let _ = writeln!(out, "{}: {}", code.heading(), findings.len());
            for finding in findings.iter().take(MAX_EXAMPLES) {
                let _ = writeln!(out, "  {}: {}", finding.place, finding.message);
            }
            if findings.len() > MAX_EXAMPLES {
                let more = findings.len() - MAX_EXAMPLES;
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
