//! Ids, and the positions of the elements that they refer to.

use super::super::code::IdCode;
use super::super::escape::shown;
use super::super::nearest::{is_misspelling, suggest_id};
use super::super::parts::List;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::report::Report;
use super::super::wire::Reading;
use super::{Anchor, Context, Passage};
use crate::model::Slug;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// The positions of the elements of a list, by id.
pub(super) struct Index {
    what: &'static str,
    /// The ids by position; `None` for an element without a usable id.
    ids: Vec<Option<String>>,
    pub(super) positions: HashMap<String, usize>,
    /// True if an element has no usable id. An unknown reference may then be to that element.
    lacks_id: bool,
}

impl Index {
    /// Indexes a list.
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
        // For an invalid id, references to the suggested slug are accepted as well.
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

    /// Returns the id at a position.
    pub(super) fn id(&self, position: usize) -> &str {
        self.ids.get(position).and_then(Option::as_deref).unwrap_or_default()
    }
}

impl Context<'_, '_> {
    /// Returns the position that an id refers to. Reports an unknown id, unless its element may be
    /// one whose own id was reported.
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
        let is_full = report.is_full();
        if !index.lacks_id || (!is_full && ids().any(|known| is_misspelling(id, known))) {
            // Searching for similar ids takes time, and a full report drops the problem anyway.
            let hint = if is_full { None } else { suggest_id(id, ids()) };
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

    /// Resolves a list of ids, and reports duplicates.
    pub(super) fn references<Ix: Copy + Eq + Hash, Q: Anchor>(
        &mut self,
        list: &[Reading<String, Q>],
        passage: Passage<'_>,
        at: &At<'_>,
        refer: impl Fn(&mut Self, &str, &At<'_>) -> Option<Ix>,
    ) -> Vec<crate::model::Reading<Ix>> {
        let mut found: Vec<crate::model::Reading<Ix>> = Vec::new();
        let mut known = HashSet::new();
        for (position, reading) in list.iter().enumerate() {
            let at = at.element(position);
            let reading = self.reading(reading, passage, &at);
            let Some(value) = refer(self, &reading.value, &at) else { continue };
            if !known.insert(value) {
                let problem = Problem::error(
                    IdCode::Repeated,
                    format!("duplicate reference {}", shown(&reading.value)),
                )
                .hint("remove one of them");
                self.report.add(&at, problem);
            }
            found.push(crate::model::Reading { value, basis: reading.basis });
        }
        found
    }
}
