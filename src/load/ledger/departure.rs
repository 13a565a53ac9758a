//! Ids that were removed: reading where they went, and suggesting what to record.

use super::super::code::ShapeCode;
use super::super::day::day;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::report::Report;
use super::super::wire::ledger as wire;
use crate::model::{Gone, Slug};

/// What to add to an entry whose id is gone; without a day or an id that is known, a place for it.
pub fn to_add(how: &str, to: Option<&str>, on: &str) -> String {
    let to = match how {
        "withdrawn" => String::new(),
        _ => format!("\"{}\"", to.unwrap_or("ID")),
    };
    format!("\"gone\": {{ \"how\": \"{how}\", \"to\": [{to}], \"on\": \"{on}\", \"why\": \"…\" }}")
}

/// What became of an id, as the model holds it; where it leads is checked by `Chains`.
pub fn departure(wire: &wire::Gone, at: &At<'_>, report: &mut Report<'_>) -> Option<Gone> {
    let on = day(&wire.on, &at.field("on"), report);
    if !wire.why.trim().is_empty() && !wire.why.contains(char::is_alphanumeric) {
        let problem = Problem::error(ShapeCode::EmptyText, "there is no word in it")
            .hint("say why, in a sentence: it stands on the page that the old link leads to");
        report.add(&at.field("why"), problem);
    }
    let to: Option<Vec<Slug>> = wire.to.iter().map(|id| Slug::new(id).ok()).collect();
    Some(Gone { how: wire.how, to: to?, on: on?, why: wire.why.as_str().into() })
}
