//! JSON (RFC 8259): a list of objects, with the columns of the tables as names.

use super::Written;
use crate::export::table::{Cell, Row};
use serde_json::{Map, Value};

pub fn write(rows: &[Row]) -> Written {
    Written::join("[\n", rows.iter().map(object), ",\n", "\n]\n")
}

fn object(row: &Row) -> String {
    let fields = row.cells.iter().map(|(name, cell)| ((*name).to_owned(), value(cell)));
    format!("{:#}", Value::Object(fields.collect::<Map<_, _>>()))
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Unknown => Value::Null,
        Cell::Text(text) => text.as_str().into(),
        // The text of a number always parses, as it was written from one.
        Cell::Number(number) => number.parse().map_or(Value::Null, Value::Number),
        Cell::List(items) => items.clone().into(),
    }
}
