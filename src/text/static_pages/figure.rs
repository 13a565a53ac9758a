//! The page of a figure.

use crate::model::{Dossier, Figure};
use crate::text::{attribution, outlet};

/// The link to the list of figures.
pub fn all_figures(total: usize) -> String {
    if total == 1 { "All figures".to_owned() } else { format!("All {total} figures") }
}

/// Who stands behind a number, so that it never reads as a fact of ours:
/// `according to Syrian Observatory for Human Rights, reported by Shafaq News`.
pub fn according_to(dossier: &Dossier, figure: &Figure) -> String {
    let statement = dossier.statement(figure.statement);
    let source = match &figure.counted_by {
        Some(counted_by) => dossier.actor(counted_by.value).name.value.to_string(),
        None => attribution(dossier, statement),
    };
    format!("according to {source}, reported by {}", outlet(dossier))
}
