//! Comparisons: a selection of statements, grouped by the party whose account they are part of.

use super::{ActorIx, Dossier, StatementIx};

/// Statements by party.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// The joint statements. Those by sources without a party are also in `no_party`.
    pub joint: Vec<StatementIx>,
    /// The parties, each with the statements that it makes alone. The list of a silent party is
    /// empty.
    pub by_party: Vec<(ActorIx, Vec<StatementIx>)>,
    /// The statements of sources without a party.
    pub no_party: Vec<StatementIx>,
}

impl Comparison {
    /// Groups the given statements by the given parties, keeping the order of both. Pass
    /// `Dossier::speaking_parties` to compare all parties.
    pub fn of(
        dossier: &Dossier,
        statements: &[StatementIx],
        parties: impl IntoIterator<Item = ActorIx>,
    ) -> Self {
        let mut comparison = Self {
            by_party: parties.into_iter().map(|party| (party, Vec::new())).collect(),
            ..Self::default()
        };
        for ix in statements {
            let statement = dossier.statement(*ix);
            let own_parties = dossier.parties_of(*ix);
            if own_parties.is_empty() {
                comparison.no_party.push(*ix);
            }
            if statement.is_joint() {
                comparison.joint.push(*ix);
                continue;
            }
            for (party, own) in &mut comparison.by_party {
                if own_parties.contains(party) {
                    own.push(*ix);
                }
            }
        }
        comparison
    }
}
