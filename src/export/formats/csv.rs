//! CSV (RFC 4180), for spreadsheets.

use super::Written;
use crate::export::table::{Cell, Row};

pub fn write(rows: &[Row]) -> Written {
    let header = rows.first().map_or_else(String::new, |row| {
        let names = row.cells.iter().map(|(name, _)| *name);
        names.collect::<Vec<_>>().join(",") + "\r\n"
    });
    // Without a byte order mark, spreadsheets assume the system's legacy encoding.
    let start = format!("\u{FEFF}{header}");
    Written::join(&start, rows.iter().map(record), "", "")
}

/// Returns a record, with its line ending.
fn record(row: &Row) -> String {
    let cells: Vec<String> = row.cells.iter().map(|(_, cell)| field(cell)).collect();
    cells.join(",") + "\r\n"
}

/// Returns a field, in quotation marks where it needs them. Text that a spreadsheet would run as a
/// formula gets a leading apostrophe, which spreadsheets read as "this is text".
fn field(cell: &Cell) -> String {
    let text = cell.text();
    let first = text.trim_start().chars().next().unwrap_or_default();
    let is_formula = matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
        || text.starts_with(['\t', '\r', '\n']);
    let text = match cell {
        Cell::Text(_) | Cell::List(_) if is_formula => format!("'{text}"),
        _ => text,
    };
    if text.contains(['"', ',', ';', '\r', '\n', '\t']) || text.trim() != text {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_where_needed_and_never_run_as_formulas() {
        let check = |text: &str, expected: &str| {
            assert_eq!(field(&Cell::Text(text.to_owned())), expected, "{text:?}");
        };
        check("plain", "plain");
        check("a, b", "\"a, b\"");
        check("say \"x\"", "\"say \"\"x\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check("=1+1", "'=1+1");
        check("  @SUM(A1)", "'  @SUM(A1)");
        check("-2", "'-2");
        check("＝1", "'＝1");
        check("\tx", "\"'\tx\"");
        assert_eq!(field(&Cell::Number("-2".to_owned())), "-2");
        assert_eq!(field(&Cell::List(vec!["+a".to_owned(), "b".to_owned()])), "\"'+a; b\"");
        assert_eq!(field(&Cell::Unknown), "");
    }
}
