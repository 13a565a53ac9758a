//! Formats diagnostics for a terminal: the message, its line in the file, and the hints.

use crate::load::{Code, Diagnostic, FileCode, Severity, safe, visible};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// Maximum width of a line of a report, in columns. Lines of a file are cut to it, because a
/// paragraph is one long line.
const COLUMNS: usize = 120;

/// Maximum number of bytes of the source passed to the renderer on each side of a problem. The
/// renderer reads everything that it gets, and a file can be one long line.
const CONTEXT_BYTES: usize = 4 * COLUMNS;

/// Renders the diagnostics of one file, each with its line. `source` is the text of the file.
pub fn render(source: &str, diagnostics: &[Diagnostic], coloured: bool) -> String {
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(COLUMNS);
    let mut out = String::new();
    for diagnostic in diagnostics {
        let rendered = renderer.render(&[group(source, diagnostic)]);
        for line in rendered.lines().filter(|line| !is_bare_marker(line)) {
            out.push_str(line);
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

/// Returns true for a line that is only `:::`. The renderer adds one when the location is given
/// separately. It is given here because the renderer does not get the whole file.
fn is_bare_marker(line: &str) -> bool {
    // A colour code is everything from an escape character to an "m".
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
        Severity::ToDo => Level::NOTE.with_name("to-do"),
    };
    // The location comes from the diagnostic, because the renderer gets only a part of the line.
    let origin = Origin::path(visible(&diagnostic.file));
    let group = level.primary_title(visible(&diagnostic.message)).id(diagnostic.code.as_str());
    let group = if diagnostic.is_of_file() {
        group.element(origin)
    } else {
        let origin = origin.line(diagnostic.line).char_column(diagnostic.column);
        let (excerpt, bytes) = escaped(excerpt(source, diagnostic.bytes.clone()));
        let annotation = AnnotationKind::Primary.span(bytes).label(visible(&diagnostic.path));
        let snippet = Snippet::source(excerpt).line_start(diagnostic.line).annotation(annotation);
        group.element(origin).element(snippet)
    };
    let group = diagnostic
        .hints
        .iter()
        .fold(group, |group, hint| group.element(Level::HELP.message(visible(hint))));
    match &diagnostic.fix {
        Some(fix) => group.element(
            Level::HELP
                .message(visible(&format!("\"onrecord fix\" can solve it: it {}", fix.does))),
        ),
        None => group,
    }
}

/// Escapes what a terminal would obey, in an excerpt and the byte range of the problem in it.
fn escaped((excerpt, bytes): (&str, Range<usize>)) -> (String, Range<usize>) {
    let [before, marked, after] =
        [&excerpt[..bytes.start], &excerpt[bytes.clone()], &excerpt[bytes.end..]].map(safe);
    let bytes = before.len()..before.len() + marked.len();
    (before + &marked + &after, bytes)
}

/// Returns the part of the source that is shown for a problem, and the byte range `start..end` of
/// the problem in it.
pub fn excerpt(source: &str, bytes: Range<usize>) -> (&str, Range<usize>) {
    let start = source.floor_char_boundary(bytes.start);
    let from = source.floor_char_boundary(start.saturating_sub(CONTEXT_BYTES));
    let from = source[from..start].rfind('\n').map_or(from, |at| from + at + 1);
    // A byte-order mark is not part of the first line.
    let marks = source[from..start].chars().take_while(|c| from == 0 && *c == '\u{feff}').count();
    let from = from + marks * '\u{feff}'.len_utf8();
    let to = source.floor_char_boundary((start + CONTEXT_BYTES).min(source.len()));
    let to = source[start..to].find(['\r', '\n']).map_or(to, |at| start + at);
    // Objects and long texts are marked only on their first line.
    let end = source.floor_char_boundary(bytes.end).clamp(start, to);
    (&source[from..to], start - from..end - from)
}

/// Counts the diagnostics, as in `2 errors, 1 warning, 3 to-dos`. If there are too many to report them all:
/// `1000 errors (more not shown)`.
pub fn tally(diagnostics: &[Diagnostic]) -> String {
    let is_more = |d: &&Diagnostic| d.code == Code::File(FileCode::TooMany);
    let count =
        |severity| diagnostics.iter().filter(|d| d.severity == severity && !is_more(d)).count();
    let counted = |count: usize, noun: &str| match count {
        1 => format!("1 {noun}"),
        many => format!("{many} {noun}s"),
    };
    let kinds =
        [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::ToDo, "to-do")];
    let counts = kinds.map(|(severity, noun)| (count(severity), noun)).into_iter();
    let parts: Vec<String> =
        counts.filter(|(count, _)| *count > 0).map(|(count, noun)| counted(count, noun)).collect();
    let tally = if parts.is_empty() { counted(0, "warning") } else { parts.join(", ") };
    let more = if diagnostics.iter().any(|d| is_more(&d)) { " (more not shown)" } else { "" };
    tally + more
}
