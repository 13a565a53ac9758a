//! Diagnostics for a terminal: the message, the line it stands in, and what to do.

use crate::load::{Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// Lines of a file are cut to this many columns; a paragraph is one long line.
const COLUMNS: usize = 120;

/// Renders diagnostics of one file, each with its line. `source` is the file's text.
pub fn render(source: &str, diagnostics: &[Diagnostic], coloured: bool) -> String {
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(COLUMNS);
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&renderer.render(&[group(source, diagnostic)]));
        out.push_str("\n\n");
    }
    out
}

fn group<'d>(source: &'d str, diagnostic: &'d Diagnostic) -> Group<'d> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut bytes = diagnostic.bytes.clone();
    // An object or a long text is pointed at where it starts: its end may be pages below.
    let end_of_line = source[bytes.start..].find('\n').map_or(source.len(), |at| bytes.start + at);
    bytes.end = bytes.end.min(end_of_line).max(bytes.start);
    let annotation = AnnotationKind::Primary.span(bytes).label(diagnostic.path.as_str());
    let snippet = Snippet::source(source).path(diagnostic.file.as_str()).annotation(annotation);
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code);
    let group = title.element(snippet);
    diagnostic
        .hints
        .iter()
        .fold(group, |group, hint| group.element(Level::HELP.message(hint.as_str())))
}

/// `2 errors, 1 warning`.
pub fn tally(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
    let said = |count: usize, one: &str| match count {
        1 => format!("1 {one}"),
        many => format!("{many} {one}s"),
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    match (errors, warnings) {
        (0, warnings) => said(warnings, "warning"),
        (errors, 0) => said(errors, "error"),
        _ => format!("{}, {}", said(errors, "error"), said(warnings, "warning")),
    }
}
