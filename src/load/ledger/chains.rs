//! Where ids that are gone lead: to what is there, or to what is gone itself, and never in a circle.

use super::super::code::{IdCode, LedgerCode};
use super::super::escape::shown;
use super::super::nearest::instead_of;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::report::Report;
use super::super::wire::ledger::Gone;
use crate::model::{Departure, Vocabulary};

/// The ids of one kind.
pub struct Chains {
    /// What one of the kind is called.
    pub what: &'static str,
    /// The ids that are there.
    pub living: Vec<String>,
    /// The ids that are marked as gone, each with what it leads to.
    pub gone: Vec<(String, Vec<String>)>,
}

impl Chains {
    /// Tells what is wrong with where an id leads.
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
            let message = format!("\"{}\" leads to {expected}", gone.how.code());
            let problem = Problem::error(LedgerCode::WrongTargets, message).hint(format!(
                "name the {} that stands for {}, or several for \"split\"; \"withdrawn\" may \
                               name none",
                self.what,
                shown(id)
            ));
            report.add(&list, problem);
        }
        for (position, target) in gone.to.iter().enumerate() {
            let at = list.element(position);
            if gone.to[..position].contains(target) {
                let message = format!("{} is given twice", shown(target));
                let problem = Problem::error(IdCode::Repeated, message).hint("keep one of them");
                report.add(&at, problem);
            } else if target == id || self.reaches(target, id) {
                let message = format!("{} leads back to {}", shown(target), shown(id));
                let problem = Problem::error(IdCode::Loop, message)
                    .hint(format!("name the {} that is there now", self.what));
                report.add(&at, problem);
            } else if !self.knows(target) {
                let message = format!("there is no {} {}", self.what, shown(target));
                let known = self.living.iter().chain(self.gone.iter().map(|(id, _)| id));
                let problem = Problem::error(IdCode::Unknown, message)
                    .hint_if(instead_of(target, known.map(String::as_str)));
                report.add(&at, problem);
            }
        }
    }

    fn knows(&self, id: &str) -> bool {
        self.living.iter().any(|living| living == id) || self.leads_to(id).is_some()
    }

    fn leads_to(&self, id: &str) -> Option<&[String]> {
        self.gone.iter().find(|(gone, _)| gone == id).map(|(_, to)| to.as_slice())
    }

    /// True where following an id comes to another.
    fn reaches(&self, from: &str, to: &str) -> bool {
        let mut next = vec![from];
        let mut seen = Vec::new();
        while let Some(id) = next.pop() {
            if seen.contains(&id) {
                continue;
            }
            seen.push(id);
            let leads_to = self.leads_to(id).unwrap_or_default();
            if leads_to.iter().any(|target| target == to) {
                return true;
            }
            next.extend(leads_to.iter().map(String::as_str));
        }
        false
    }
}
