//! Dossiers without what is not finished.

use super::{Dossier, Mention, Referent, Statement, StatementIx};
use std::sync::Arc;

impl Dossier {
    /// Returns true if the dossier or a statement in it is a draft.
    pub fn has_drafts(&self) -> bool {
        self.draft || self.statements.iter().any(|statement| statement.draft)
    }

    /// Returns the dossier without its draft statements. `None` if it is a draft itself, or has no
    /// other statements.
    pub fn without_drafts(&self) -> Option<Self> {
        if self.draft {
            return None;
        }
        let kept = self.with_statements(|statement| !statement.draft);
        (!kept.statements.is_empty()).then_some(kept)
    }

    /// Returns the dossier with some of its statements only. What belongs to the others goes with
    /// them: their figures, their relations, and corrections of them alone. References to them
    /// disappear, and a statement that shares the source of one of them has its words itself.
    pub fn with_statements(&self, keep: impl Fn(&Statement) -> bool) -> Self {
        let mut next = 0..;
        let places: Vec<Option<StatementIx>> = (self.statements.iter())
            .map(|statement| keep(statement).then(|| next.next()).flatten().map(StatementIx))
            .collect();
        let place = |ix: StatementIx| places[ix.index()];
        let mut dossier = self.clone();
        dossier.statements.retain(|statement| keep(statement));
        for statement in &mut dossier.statements {
            let statement = Arc::make_mut(statement);
            statement.source.shared_with = statement.source.shared_with.and_then(place);
            for Mention { referents, words: _, basis: _ } in &mut statement.mentions {
                referents.retain_mut(|referent| match referent {
                    Referent::Actor(_) => true,
                    Referent::Statement(ix) => replace(ix, place(*ix)),
                });
            }
            statement.mentions.retain(|mention| !mention.referents.is_empty());
        }
        dossier.figures.retain_mut(|figure| {
            let Some(of) = &mut figure.statement else { return true };
            let to = place(*of);
            replace(of, to)
        });
        dossier.relations.retain_mut(|relation| {
            let to = (place(relation.from), place(relation.to));
            replace(&mut relation.from, to.0) && replace(&mut relation.to, to.1)
        });
        dossier.corrections.retain_mut(|correction| {
            let is_of_all = correction.statements.is_empty();
            correction.statements =
                correction.statements.iter().copied().filter_map(place).collect();
            is_of_all || !correction.statements.is_empty()
        });
        dossier
    }
}

/// Replaces a position. Returns false if there is no other.
fn replace(ix: &mut StatementIx, to: Option<StatementIx>) -> bool {
    to.map(|to| *ix = to).is_some()
}
