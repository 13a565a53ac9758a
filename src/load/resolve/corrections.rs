//! Corrections made after publication.

use super::super::code::{DateCode, IdCode};
use super::super::day::day;
use super::super::escape::shown;
use super::super::parts::List;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::wire;
use super::Context;
use crate::model::{Correction, Day, StatementIx};
use std::collections::HashSet;

impl Context<'_, '_> {
    /// Resolves the corrections. `published` is the day of the article, `changed` that of the last
    /// change of the annotation, if they are known.
    pub(super) fn corrections_list(
        &mut self,
        list: &List<wire::Correction>,
        published: Option<Day>,
        changed: Option<Day>,
    ) -> Vec<Correction> {
        let root = self.root;
        let root = root.field(list.field);
        let mut corrections = Vec::new();
        for (position, wire) in &list.items {
            let at = root.element(*position);
            let on = day(&wire.on, &at.field("on"), self.report);
            let statements = self.corrected(&wire.statements, &at.field("statements"));
            let Some(on) = on else { continue };
            if let Some(published) = published.filter(|published| on < *published) {
                let message = format!("{} is before the article was published", shown(&wire.on));
                let problem = Problem::error(DateCode::CorrectedTooEarly, message)
                    .hint(format!("the article was published on {}", published.iso()));
                self.report.add(&at.field("on"), problem);
            }
            if let Some(changed) = changed.filter(|changed| *changed < on) {
                let message = format!(
                    "the correction is dated after the last change to the dossier ({})",
                    changed.iso()
                );
                let problem = Problem::warning(DateCode::CorrectedAfterChange, message)
                    .hint(format!("set annotation.date to \"{}\"", on.iso()));
                self.report.add(&at.field("on"), problem);
            }
            let what = wire.what.as_str().into();
            corrections.push(Correction { on, of: wire.of, what, statements });
        }
        corrections
    }

    /// Resolves the statements that a correction is about, and reports duplicates.
    fn corrected(&mut self, ids: &[String], at: &At<'_>) -> Vec<StatementIx> {
        let mut found: Vec<StatementIx> = Vec::new();
        let mut known = HashSet::new();
        for (position, id) in ids.iter().enumerate() {
            let at = at.element(position);
            let Some(ix) = self.finished(id, self.is_whole_draft, &at) else { continue };
            if !known.insert(ix) {
                let problem =
                    Problem::error(IdCode::Repeated, format!("duplicate reference {}", shown(id)))
                        .hint("remove one of them");
                self.report.add(&at, problem);
            }
            found.push(ix);
        }
        found
    }
}
