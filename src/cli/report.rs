//! Diagnostics for a terminal: the message, the line it stands in, and what to do.

use crate::load::{Code, Diagnostic, FileCode, Severity, visible};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// Lines of a file are cut to this many columns; a paragraph is one long line.
const COLUMNS: usize = 120;

/// So many bytes on either side of a problem are handed to what draws it, which cuts them to the columns.
/// It looks at all that it is given, and a file may be one line.
const AROUND: usize = 4 * COLUMNS;

/// Renders diagnostics of one file, each with its line. `source` is the file's text.
pub fn render(source: &str, diagnostics: &[Diagnostic], coloured: bool) -> String {
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(COLUMNS);
    let mut out = String::new();
    for diagnostic in diagnostics {
        let rendered = renderer.render(&[group(source, diagnostic)]);
        for line in rendered.lines().filter(|line| !is_empty_place(line)) {
            out.push_str(line);
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

/// True for the line `:::`. What draws a snippet puts it where a place was named before, and would find
/// the place by itself only in the whole file.
fn is_empty_place(line: &str) -> bool {
    // What colours a terminal stands between an escape character and an "m".
    let plain = |piece: &str| piece.split_once('m').map_or("", |(_, rest)| rest).trim().to_owned();
    let mut pieces = line.split('\u{1b}');
    let first = pieces.next().unwrap_or_default().trim();
    let rest: String = pieces.map(plain).collect();
    [first, &rest] == [":::", ""] || [first, &rest] == ["", ":::"]
}

fn group<'d>(source: &'d str, diagnostic: &'d Diagnostic) -> Group<'d> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    // Where in a line a problem stands is said by the diagnostic: of the line only a part is drawn.
    let origin = Origin::path(visible(&diagnostic.file));
    let group = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.as_str());
    let group = if diagnostic.is_of_file() {
        group.element(origin)
    } else {
        let origin = origin.line(diagnostic.line).char_column(diagnostic.column);
        let (drawn, bytes) = drawn(source, diagnostic.bytes.clone());
        let annotation = AnnotationKind::Primary.span(bytes).label(visible(&diagnostic.path));
        let snippet = Snippet::source(drawn).line_start(diagnostic.line).annotation(annotation);
        group.element(origin).element(snippet)
    };
    diagnostic
        .hints
        .iter()
        .fold(group, |group, hint| group.element(Level::HELP.message(hint.as_str())))
}

/// What is drawn of the line in which a problem begins, and the bytes `start..end` of that which it takes.
fn drawn(source: &str, bytes: Range<usize>) -> (&str, Range<usize>) {
    let start = source.floor_char_boundary(bytes.start);
    let from = source.floor_char_boundary(start.saturating_sub(AROUND));
    let from = source[from..start].rfind('\n').map_or(from, |at| from + at + 1);
    // The mark that a file may begin with is no part of its first line.
    let marks = source[from..start].chars().take_while(|c| from == 0 && *c == '\u{feff}').count();
    let from = from + marks * '\u{feff}'.len_utf8();
    let to = source.floor_char_boundary((start + AROUND).min(source.len()));
    let to = source[start..to].find(['\r', '\n']).map_or(to, |at| start + at);
    // An object or a long text is pointed at where it starts: its end may be pages below.
    let end = source.floor_char_boundary(bytes.end).clamp(start, to);
    (&source[from..to], start - from..end - from)
}

/// `2 errors, 1 warning`; `1000 errors and more` where not all are told.
pub fn tally(diagnostics: &[Diagnostic]) -> String {
    let is_more = |d: &&Diagnostic| d.code == Code::File(FileCode::TooMany);
    let count =
        |severity| diagnostics.iter().filter(|d| d.severity == severity && !is_more(d)).count();
    let said = |count: usize, one: &str| match count {
        1 => format!("1 {one}"),
        many => format!("{many} {one}s"),
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let told = match (errors, warnings) {
        (0, warnings) => said(warnings, "warning"),
        (errors, 0) => said(errors, "error"),
        _ => format!("{}, {}", said(errors, "error"), said(warnings, "warning")),
    };
    let more = if diagnostics.iter().any(|d| is_more(&d)) { " and more" } else { "" };
    told + more
}
