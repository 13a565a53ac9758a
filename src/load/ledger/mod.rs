//! Ledgers: from their JSON to the model, checked against the dossiers of the site.

mod chains;
mod departure;
mod entries;

use super::code::{FileCode, LedgerCode};
use super::diagnostic::Diagnostic;
use super::escape::shown;
use super::file::load_object;
use super::nearest::nearest;
use super::parts::{check_slug, one};
use super::path::At;
use super::problem::Problem;
use super::report::Report;
use super::schema::ledger_schema;
use super::shape::Shapes;
use super::wire::ledger as wire;
use crate::model::{Dossier, IdKind, Ledger, Slug};
use chains::Chains;
use departure::{departure, to_add};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::sync::Arc;
use std::sync::LazyLock;

/// The result of loading a ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedLedger {
    /// The ledger, unless there is an error.
    pub ledger: Option<Ledger>,
    /// All problems, in file order.
    pub diagnostics: Vec<Diagnostic>,
}

static LEDGER: LazyLock<Shapes> = LazyLock::new(|| Shapes::of(&ledger_schema()));

/// Loads the ledgers of a site and checks them against its dossiers. Each ledger is given as its
/// name in diagnostics and its bytes.
///
/// A published id that no longer exists and is not recorded as gone is an error. New ids and
/// changed statements are not: see `Ledger::changes`.
pub fn load_ledgers(files: &[(String, Vec<u8>)], dossiers: &[Arc<Dossier>]) -> Vec<LoadedLedger> {
    let peeked: Vec<Peek> = files.iter().map(|(_, bytes)| Peek::of(bytes)).collect();
    let mut chains = Chains { what: "dossier", existing: Vec::new(), gone: Vec::new() };
    chains.existing.extend(dossiers.iter().map(|dossier| dossier.id.to_string()));
    for peek in &peeked {
        if let (Some(id), Some(gone)) = (&peek.dossier, &peek.gone) {
            chains.gone.push((id.clone(), gone.to.clone()));
        }
    }
    let loaded = files.iter().enumerate().map(|(position, (file, bytes))| {
        let (ledger, diagnostics) = load_object(
            file,
            bytes,
            &LEDGER,
            |_| None,
            |object, report| {
                let own = peeked[position].dossier.as_ref();
                let first = peeked[..position].iter().position(|peek| peek.dossier.as_ref() == own);
                if let (Some(id), Some(first)) = (own, first) {
                    let message = format!("there is already a ledger for {}", shown(id));
                    let problem = Problem::error(LedgerCode::Duplicate, message)
                        .hint(format!("it is {}: keep one of them", files[first].0));
                    report.add(&At::ROOT.field("dossier"), problem);
                }
                resolve(object, dossiers, &chains, report)
            },
        );
        LoadedLedger { ledger, diagnostics }
    });
    loaded.collect()
}

/// The parts of a ledger that the checks of the other ledgers need.
#[derive(Default, Deserialize)]
struct Peek {
    dossier: Option<String>,
    gone: Option<PeekedGone>,
}

#[derive(Deserialize)]
struct PeekedGone {
    #[serde(default)]
    to: Vec<String>,
}

impl Peek {
    /// Reads a file. A broken one counts as empty; it is reported when it is loaded.
    fn of(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        serde_json::from_slice(bytes).unwrap_or_default()
    }
}

/// Resolves a ledger. Returns `None` if there is an error.
fn resolve(
    object: &mut Map<String, Value>,
    dossiers: &[Arc<Dossier>],
    chains: &Chains,
    report: &mut Report<'_>,
) -> Option<Ledger> {
    let root = At::ROOT;
    if let Some(format) = one::<u64>(object, "format").filter(|format| *format != 1) {
        let problem =
            Problem::error(FileCode::UnknownFormat, format!("format {format} is not supported"))
                .hint("set \"format\" to 1, or use a newer version of On Record");
        report.add(&root.field("format"), problem);
    }
    let id = one::<String>(object, "dossier")?;
    if let Some(problem) = check_slug(&id) {
        report.add(&root.field("dossier"), problem);
    }
    let dossier = dossiers.iter().find(|dossier| dossier.id.as_str() == id).map(|d| &**d);
    let gone = one::<wire::Gone>(object, "gone");
    let near = nearest(&id, dossiers.iter().map(|dossier| dossier.id.as_str()));
    // If the record of what happened cannot be read, the dossier may well be gone.
    let is_gone_known = !report.is_substituted(&root.field("gone"));
    let gone = gone.filter(|_| is_gone_known);
    if is_gone_known {
        check_dossier(&id, gone.as_ref(), dossier, near, report);
    }
    let gone = gone.and_then(|gone| {
        chains.check(&id, &gone, &root.field("gone"), report);
        departure(&gone, &root.field("gone"), report)
    });
    let mut ledger = Ledger { gone, ..Ledger::new(Slug::new(&id).ok()?) };
    for kind in IdKind::ALL {
        *ledger.entries_mut(kind) = entries::entries(kind, object, dossier, report);
    }
    Some(ledger)
}

/// Reports a dossier that neither exists nor is recorded as gone, or both. `near` is the id that is
/// spelt most similarly.
fn check_dossier(
    id: &str,
    gone: Option<&wire::Gone>,
    dossier: Option<&Dossier>,
    near: Option<&str>,
    report: &mut Report<'_>,
) {
    let root = At::ROOT;
    match (gone, dossier) {
        (None, None) => {
            let message = format!("the dossier {} was published but no longer exists", shown(id));
            let problem = Problem::error(LedgerCode::DossierMissing, message)
                .hint("published links must keep working: restore its file, or record what happened to it")
                .hint(format!(
                    "if it has another id now, add {}",
                    to_add("renamed", near, "YYYY-MM-DD")
                ))
                .hint(format!(
                    "if it was withdrawn, add {}",
                    to_add("withdrawn", None, "YYYY-MM-DD")
                ));
            report.add(&root.field("dossier"), problem);
        }
        (Some(_), Some(_)) => {
            let message = format!("the dossier {} is recorded as gone but still exists", shown(id));
            let problem = Problem::error(LedgerCode::GoneButPresent, message)
                .hint("remove \"gone\", or give the new dossier another id");
            report.add(&root.field("gone"), problem);
        }
        _ => {}
    }
}
