//! The successors of ids that are gone: each must be known, and following them must end.

use super::super::code::{IdCode, LedgerCode};
use super::super::escape::shown;
use super::super::nearest::suggest_id;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::report::Report;
use super::super::wire::ledger::Gone;
use crate::model::{Departure, Vocabulary};

/// The ids of one kind.
pub struct Chains {
    /// The name of the kind in messages.
    pub what: &'static str,
    /// The ids that exist.
    pub existing: Vec<String>,
    /// The ids that are recorded as gone, each with its successors.
    pub gone: Vec<(String, Vec<String>)>,
}

impl Chains {
    /// Reports problems with the successors of an id.
    pub fn check(&self, id: &str, gone: &Gone, at: &At<'_>, report: &mut Report<'_>) {
        let list = at.field("to");
        let expected = match (gone.how, gone.to.len()) {
            (Departure::Renamed | Departure::Merged, 1)
            | (Departure::Split, 2..)
            | (Departure::Withdrawn, _) => None,
            (Departure::Split, _) => Some("at least two ids"),
            _ => Some("exactly one id"),
        };
        if let Some(expected) = expected {
            let message = format!("\"{}\" needs {expected} in \"to\"", gone.how.code());
            let problem = Problem::error(LedgerCode::WrongTargets, message).hint(format!(
                "name the {} that replaces {}, or several for \"split\"; \"withdrawn\" needs none",
                self.what,
                shown(id)
            ));
            report.add(&list, problem);
        }
        for (position, target) in gone.to.iter().enumerate() {
            let at = list.element(position);
            if gone.to[..position].contains(target) {
                let message = format!("duplicate id {}", shown(target));
                let problem = Problem::error(IdCode::Repeated, message).hint("remove one of them");
                report.add(&at, problem);
            } else if target == id || self.reaches(target, id) {
                let message = format!("{} leads back to {}", shown(target), shown(id));
                let problem = Problem::error(IdCode::Loop, message)
                    .hint(format!("name the {} that exists now", self.what));
                report.add(&at, problem);
            } else if !self.is_known(target) {
                let message = format!("there is no {} {}", self.what, shown(target));
                let known = self.existing.iter().chain(self.gone.iter().map(|(id, _)| id));
                let problem = Problem::error(IdCode::Unknown, message)
                    .hint_if(suggest_id(target, known.map(String::as_str)));
                report.add(&at, problem);
            }
        }
    }

    fn is_known(&self, id: &str) -> bool {
        self.existing.iter().any(|existing| existing == id) || self.successors(id).is_some()
    }

    fn successors(&self, id: &str) -> Option<&[String]> {
        self.gone.iter().find(|(gone, _)| gone == id).map(|(_, to)| to.as_slice())
    }

    /// Returns true if following the successors of an id leads to another.
    fn reaches(&self, from: &str, to: &str) -> bool {
        let mut next = vec![from];
        let mut seen = Vec::new();
        while let Some(id) = next.pop() {
            if seen.contains(&id) {
                continue;
            }
            seen.push(id);
            let successors = self.successors(id).unwrap_or_default();
            if successors.iter().any(|target| target == to) {
                return true;
            }
            next.extend(successors.iter().map(String::as_str));
        }
        false
    }
}
