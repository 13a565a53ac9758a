//! The record of what happened to an id: reading it, and suggesting one.

use super::super::code::ShapeCode;
use super::super::day::day;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::report::Report;
use super::super::wire::ledger as wire;
use crate::model::{Gone, Slug};

/// Returns the JSON to add to an entry whose id is gone. An unknown successor is `ID`.
pub fn to_add(how: &str, to: Option<&str>, on: &str) -> String {
    let to = match how {
        "withdrawn" => String::new(),
        _ => format!("\"{}\"", to.unwrap_or("ID")),
    };
    format!("\"gone\": {{ \"how\": \"{how}\", \"to\": [{to}], \"on\": \"{on}\", \"why\": \"…\" }}")
}

/// Converts the record of an id to the model. `Chains` checks its successors.
pub fn departure(wire: &wire::Gone, at: &At<'_>, report: &mut Report<'_>) -> Option<Gone> {
    let on = day(&wire.on, &at.field("on"), report);
    if !wire.why.trim().is_empty() && !wire.why.contains(char::is_alphanumeric) {
        let problem = Problem::error(ShapeCode::EmptyText, "the text contains no words")
            .hint("give the reason in a sentence: readers who follow the old link see it");
        report.add(&at.field("why"), problem);
    }
    let to: Option<Vec<Slug>> = wire.to.iter().map(|id| Slug::new(id).ok()).collect();
    Some(Gone { how: wire.how, to: to?, on: on?, why: wire.why.as_str().into() })
}
