//! The fixes of problems, applied to an author's file.

use super::edits::{Edit, Edits};
use super::text_clean::{Extent, cleaned};
use crate::load::{ArticleCode, Code, Diagnostic, Loaded, ReadText, Severity, load_with};
use std::cell::RefCell;
use std::collections::HashSet;

/// Maximum number of times that a file is loaded. Each time, at least one problem is fixed, and all that
/// can be fixed at once are.
const MAX_ROUNDS: usize = 50;

/// A file whose problems were fixed.
#[derive(Debug)]
pub struct Fixed {
    /// The file.
    pub file: String,
    /// The text file beside it, if that was changed.
    pub text: Option<FixedText>,
    /// The problems that were fixed, in the order in which they were.
    pub done: Vec<Diagnostic>,
    /// The file as it is loaded now, with the problems that are left.
    pub loaded: Loaded,
}

/// A text file without characters that nobody sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedText {
    /// The name of the file, without a folder.
    pub name: String,
    /// The content before.
    pub before: String,
    /// The content.
    pub after: String,
    /// What was done: `removes 2 invisible characters`.
    pub does: Vec<String>,
}

/// Applies the safe fixes of all problems, and of those that appear then. `name` is the name of the file in
/// diagnostics, and `read` reads the text file that it may name. The text file is cleaned first, because
/// quotes take its characters, but never so that a dossier has more errors than without that.
pub fn fix(name: &str, bytes: &[u8], read: ReadText<'_>) -> Fixed {
    let found = RefCell::new(None);
    let remember = |text: &str| {
        let bytes = read(text)?;
        *found.borrow_mut() = Some((text.to_owned(), bytes.clone()));
        Ok(bytes)
    };
    let plain = fix_file(name, bytes, &remember);
    let Some((text, before)) = found.take() else { return plain };
    let Ok(before) = String::from_utf8(before) else { return plain };
    let is_unread = |it: &Diagnostic| it.code == Code::from(ArticleCode::TextFile);
    let errors = |it: &Fixed| {
        let problems = it.loaded.diagnostics.iter();
        problems.filter(|it| it.severity == Severity::Error).count()
    };
    for extent in [Extent::All, Extent::Forbidden] {
        let (after, does) = cleaned(&before, extent);
        if does.is_empty() {
            continue;
        }
        let fixed = fix_file(name, bytes, &|_| Ok(after.clone().into_bytes()));
        if plain.loaded.diagnostics.iter().any(is_unread) || errors(&fixed) <= errors(&plain) {
            let text = Some(FixedText { name: text, before, after, does });
            return Fixed { text, ..fixed };
        }
    }
    plain
}

fn fix_file(name: &str, bytes: &[u8], read: ReadText<'_>) -> Fixed {
    let mut loaded = load_with(name, bytes, read);
    let mut file = String::from_utf8_lossy(bytes).into_owned();
    let mut done = Vec::new();
    // Bytes that are no text have no fixes, and stay as they are.
    if std::str::from_utf8(bytes).is_err() {
        return Fixed { file, text: None, done, loaded };
    }
    let mut seen = HashSet::from([file.clone()]);
    for _ in 0..MAX_ROUNDS {
        let (edits, fixed) = chosen(&loaded.diagnostics);
        let next = edits.apply(&file);
        if fixed.is_empty() || !seen.insert(next.clone()) {
            break;
        }
        done.extend(fixed);
        file = next;
        loaded = load_with(name, file.as_bytes(), read);
    }
    Fixed { file, text: None, done, loaded }
}

/// Returns the fixes that can be applied at once, and their problems. Several problems can have the same
/// fix.
fn chosen(problems: &[Diagnostic]) -> (Edits, Vec<Diagnostic>) {
    let (mut edits, mut fixed): (Vec<Edit>, Vec<Diagnostic>) = (Vec::new(), Vec::new());
    for problem in problems {
        let Some(fix) = &problem.fix else { continue };
        let edit = Edit { bytes: fix.bytes.clone(), text: fix.text.clone() };
        let overlaps = |other: &Edit| {
            other.bytes.start == edit.bytes.start
                || (other.bytes.start < edit.bytes.end && edit.bytes.start < other.bytes.end)
        };
        if edits.contains(&edit) {
            fixed.push(problem.clone());
        } else if !edits.iter().any(overlaps) {
            fixed.push(problem.clone());
            edits.push(edit);
        }
    }
    (Edits::new(edits), fixed)
}
