//! Ids: the positions they refer to.

use super::super::code::IdCode;
use super::super::escape::shown;
use super::super::nearest::{instead_of, is_slip};
use super::super::parts::List;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::report::Report;
use super::super::wire::Reading;
use super::{Anchor, Context, Passage};
use crate::model::Slug;
use std::collections::HashMap;

/// Positions by id.
pub(super) struct Index {
    what: &'static str,
    /// By position; `None` for an element without a readable id.
    ids: Vec<Option<String>>,
    pub(super) positions: HashMap<String, usize>,
    /// An element has no readable id: any unknown one may be meant as its own.
    lacks_id: bool,
}

impl Index {
    /// Of the elements of a list.
    pub(super) fn of<T>(
        what: &'static str,
        list: &List<T>,
        root: &At<'_>,
        report: &Report<'_>,
    ) -> Self {
        let ids = &list.ids;
        let mut positions = HashMap::new();
        for (position, id) in ids.0.iter().enumerate() {
            if let Some(id) = id {
                positions.entry(id.clone()).or_insert(position);
            }
        }
        // An id that is no slug was told, and what its references should be with it.
        for (position, id) in ids.0.iter().enumerate() {
            let bad = id.as_deref().and_then(|id| Slug::new(id).err());
            if let Some(slug) = bad.and_then(|bad| bad.suggestion) {
                positions.entry(slug.to_string()).or_insert(position);
            }
        }
        let lacks_id =
            ids.0.iter().any(Option::is_none) || report.is_substituted(&root.field(list.field));
        Self { what, ids: ids.0.clone(), positions, lacks_id }
    }

    /// The id at a position.
    pub(super) fn id(&self, position: usize) -> &str {
        self.ids.get(position).and_then(Option::as_deref).unwrap_or_default()
    }
}

impl Context<'_, '_> {
    /// The position that an id refers to; silent where what is wrong was told already.
    fn refer<Ix: From<usize>>(
        report: &mut Report<'_>,
        index: &Index,
        id: &str,
        at: &At<'_>,
    ) -> Option<Ix> {
        if let Some(position) = index.positions.get(id) {
            return Some(Ix::from(*position));
        }
        if id.trim().is_empty() {
            return None;
        }
        let ids = || index.ids.iter().flatten().map(String::as_str);
        let message = format!("there is no {} {}", index.what, shown(id));
        if !index.lacks_id || ids().any(|known| is_slip(id, known)) {
            // Beyond the problems that are told, nobody reads what may be meant.
            let hint = if report.is_full() { None } else { instead_of(id, ids()) };
            report.add(at, Problem::error(IdCode::Unknown, message).hint_if(hint));
        }
        None
    }

    pub(super) fn actor(&mut self, id: &str, at: &At<'_>) -> Option<crate::model::ActorIx> {
        Self::refer(self.report, &self.actors, id, at)
    }

    pub(super) fn statement(&mut self, id: &str, at: &At<'_>) -> Option<crate::model::StatementIx> {
        Self::refer(self.report, &self.statements, id, at)
    }

    pub(super) fn topic(&mut self, id: &str, at: &At<'_>) -> Option<crate::model::TopicIx> {
        Self::refer(self.report, &self.topics, id, at)
    }

    pub(super) fn place(&mut self, id: &str, at: &At<'_>) -> Option<crate::model::PlaceIx> {
        Self::refer(self.report, &self.places, id, at)
    }

    /// Readings of ids, each id given once.
    pub(super) fn references<Ix: Copy + PartialEq, Q: Anchor>(
        &mut self,
        list: &[Reading<String, Q>],
        passage: Passage,
        at: &At<'_>,
        refer: impl Fn(&mut Self, &str, &At<'_>) -> Option<Ix>,
    ) -> Vec<crate::model::Reading<Ix>> {
        let mut found: Vec<crate::model::Reading<Ix>> = Vec::new();
        for (position, reading) in list.iter().enumerate() {
            let at = at.element(position);
            let reading = self.reading(reading, passage, &at);
            let Some(value) = refer(self, &reading.value, &at) else { continue };
            if found.iter().any(|earlier| earlier.value == value) {
                let problem = Problem::error(
                    IdCode::Repeated,
                    format!("{} is given twice", shown(&reading.value)),
                )
                .hint("keep one of them");
                self.report.add(&at, problem);
            }
            found.push(crate::model::Reading { value, basis: reading.basis });
        }
        found
    }
}
