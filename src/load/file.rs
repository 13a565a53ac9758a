//! From the bytes of any file to a JSON object of the right shape.

use super::code::FileCode;
use super::diagnostic::Diagnostic;
use super::path::At;
use super::problem::Problem;
use super::report::Report;
use super::shape::Shapes;
use super::tree;
use jsonc_parser::ast::Value;
use jsonc_parser::common::{Range, Ranged};
use serde_json::{Map, Value as Json};

/// Parses a file, checks its shape, and calls `resolve` with its JSON object. Returns `None` if
/// there is any error.
///
/// `recognise` is called before the check of the shape. If it returns a problem, the file is of
/// another kind altogether, and nothing else is reported.
pub fn load_object<T>(
    file: &str,
    bytes: &[u8],
    shapes: &Shapes,
    recognise: impl FnOnce(&Value<'_>) -> Option<Problem>,
    resolve: impl FnOnce(&mut Map<String, Json>, &mut Report<'_>) -> Option<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    let failed = |text: &str, skipped, range, problem| {
        let mut report = Report::new(file, text, skipped);
        report.add_at(range, &At::ROOT, problem);
        (None, report.finish())
    };
    if let Err((range, problem)) = tree::check_size(bytes.len()) {
        return failed("", 0, range, problem);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = error.valid_up_to();
            let before = std::str::from_utf8(&bytes[..valid]).unwrap_or_default();
            let problem = Problem::error(
                FileCode::NotUtf8,
                format!("the byte at offset {valid} is not valid UTF-8"),
            )
            .hint("save the file as UTF-8");
            let text = before.trim_start_matches('\u{feff}');
            let range = Range::new(text.len(), text.len());
            return failed(text, valid - text.len(), range, problem);
        }
    };
    let without_mark = text.trim_start_matches('\u{feff}');
    let skipped = text.len() - without_mark.len();
    let root = match tree::parse(without_mark) {
        Ok(root) => root,
        Err((range, problem)) => return failed(without_mark, skipped, range, problem),
    };
    if let Some(problem) = recognise(&root) {
        let start = root.range().start;
        return failed(without_mark, skipped, Range::new(start, start + 1), problem);
    }
    let mut report = Report::new(file, without_mark, skipped).with_root(&root);
    if shapes.is_authored {
        report.propose_fixes();
    }
    let mut json = shapes.check(&root, &mut report);
    let resolved = match (&root, &mut json) {
        (Value::Object(_), Json::Object(object)) => resolve(object, &mut report),
        _ => None,
    };
    let resolved = resolved.filter(|_| !report.has_errors());
    (resolved, report.finish())
}
