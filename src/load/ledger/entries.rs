//! The entries of one kind of id. Each id must exist, or be recorded as gone.

use super::super::code::LedgerCode;
use super::super::day::{day, parse_day};
use super::super::escape::shown;
use super::super::nearest::nearest;
use super::super::parts::list;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::report::Report;
use super::super::wire::ledger::{self as wire, StatementEntry};
use super::chains::Chains;
use super::departure::{departure, to_add};
use crate::model::{Day, Digest, Dossier, Entry, IdKind, Slug};
use serde_json::{Map, Value};

/// Resolves the entries of a kind. Broken ones are reported and left out.
pub fn entries(
    kind: IdKind,
    object: &mut Map<String, Value>,
    dossier: Option<&Dossier>,
    report: &mut Report<'_>,
) -> Vec<Entry> {
    let root = At::ROOT;
    let mut items: Vec<(usize, StatementEntry)> = match kind {
        IdKind::Statement => list::<StatementEntry>(object, kind.field(), &root, report).items,
        _ => {
            let entries = list::<wire::Entry>(object, kind.field(), &root, report).items;
            entries.into_iter().map(|(position, entry)| (position, entry.into())).collect()
        }
    };
    let root = root.field(kind.field());
    items.retain(|(position, _)| !report.is_substituted(&root.element(*position)));
    let existing = dossier.map(|dossier| kind.ids_of(dossier));
    let chains = chains(kind, &items, existing.as_deref());
    let mut entries = Vec::new();
    for (position, wire) in &items {
        let at = root.element(*position);
        let exists = existing.as_ref().map(|ids| ids.iter().any(|id| id.as_str() == wire.id));
        match (&wire.gone, exists) {
            (None, Some(false)) => {
                let missing = Missing { kind, entry: wire, items: &items, dossier };
                report.add(&at, missing.problem());
            }
            (Some(_), Some(true)) => {
                let (kind, id) = (kind.name(), shown(&wire.id));
                let message = format!("the {kind} {id} is recorded as gone but still exists");
                let problem = Problem::error(LedgerCode::GoneButPresent, message)
                    .hint(format!("remove \"gone\", or give the new {kind} another id"));
                report.add(&at.field("gone"), problem);
            }
            _ => {}
        }
        if let Some(gone) = &wire.gone {
            chains.check(&wire.id, gone, &at.field("gone"), report);
        }
        entries.extend(entry(kind, wire, &at, report));
    }
    entries
}

/// Returns the successors of the ids of a kind. For a dossier that is gone, the ids that are not
/// recorded as gone count as existing.
fn chains(kind: IdKind, items: &[(usize, StatementEntry)], existing: Option<&[&Slug]>) -> Chains {
    let existing = match existing {
        Some(ids) => ids.iter().map(|id| id.to_string()).collect(),
        None => {
            let not_gone = items.iter().filter(|(_, entry)| entry.gone.is_none());
            not_gone.map(|(_, entry)| entry.id.clone()).collect()
        }
    };
    let gone = items
        .iter()
        .filter_map(|(_, entry)| Some((entry.id.clone(), entry.gone.as_ref()?.to.clone())));
    Chains { what: kind.name(), existing, gone: gone.collect() }
}

fn entry(
    kind: IdKind,
    wire: &StatementEntry,
    at: &At<'_>,
    report: &mut Report<'_>,
) -> Option<Entry> {
    let since = day(&wire.since, &at.field("since"), report);
    let as_of = wire.as_of.as_ref().map(|as_of| (day(as_of, &at.field("as_of"), report), "as_of"));
    let gone = wire.gone.as_ref().map(|gone| departure(gone, &at.field("gone"), report));
    let gone_date = gone.as_ref().map(|gone| (gone.as_ref().map(|gone| gone.on), "gone"));
    for (later, field) in as_of.into_iter().chain(gone_date) {
        if let (Some(since), Some(later)) = (since, later)
            && later < since
        {
            let message =
                format!("{} is before {}, when the id was published", later.iso(), since.iso());
            let problem = Problem::error(LedgerCode::BeforePublished, message)
                .hint(format!("write {} or a later day", since.iso()));
            report.add(&at.field(field), problem);
        }
    }
    let digest = Digest::parse(&wire.digest);
    if kind == IdKind::Statement && digest.is_none() {
        let message = format!("{} is not a valid digest", shown(&wire.digest));
        let problem = Problem::error(LedgerCode::NotADigest, message)
            .hint("run onrecord ids --record, which writes the digest");
        report.add(&at.field("digest"), problem);
    }
    Some(Entry {
        id: Slug::new(&wire.id).ok()?,
        since: since?,
        digest,
        as_of: as_of.and_then(|(day, _)| day),
        gone: gone.flatten(),
    })
}

/// An id that was published, no longer exists, and is not recorded as gone.
struct Missing<'m> {
    kind: IdKind,
    entry: &'m StatementEntry,
    items: &'m [(usize, StatementEntry)],
    dossier: Option<&'m Dossier>,
}

impl Missing<'_> {
    fn problem(&self) -> Problem {
        let (kind, id) = (self.kind.name(), shown(&self.entry.id));
        let since = &self.entry.since;
        let message =
            format!("the {kind} {id} was published on {since} but is no longer in the dossier");
        // The loader has no clock. The day of the last change is the most likely one.
        let changed = self.dossier.map(|dossier| dossier.annotation.date);
        let on = changed.max(parse_day(since)).map_or_else(|| "YYYY-MM-DD".to_owned(), Day::iso);
        let new = self.successor();
        Problem::error(LedgerCode::IdMissing, message)
            .hint("published links must keep working: restore the id, or record what happened to it")
            .hint(format!("if it has another id now, add {}", to_add("renamed", new.as_deref(), &on)))
            .hint(format!("if it was withdrawn, add {}", to_add("withdrawn", None, &on)))
            .hint(
                "\"how\" can also be \"merged\", with the id that absorbed it, or \"split\", with several ids",
            )
    }

    /// Returns the most likely new id: that of a statement with the same content, or else the one
    /// that is spelt most similarly.
    fn successor(&self) -> Option<String> {
        let dossier = self.dossier?;
        let is_known = |id: &Slug| self.items.iter().any(|(_, entry)| entry.id == id.as_str());
        let new: Vec<&Slug> =
            self.kind.ids_of(dossier).into_iter().filter(|id| !is_known(id)).collect();
        let has_same_content = |id: &Slug| {
            let ix = dossier.find_statement(id.as_str())?;
            let digest = Digest::of(dossier, dossier.statement(ix));
            (Digest::parse(&self.entry.digest) == Some(digest)).then(|| id.to_string())
        };
        let same = match self.kind {
            IdKind::Statement => new.iter().find_map(|id| has_same_content(id)),
            _ => None,
        };
        let similar =
            || nearest(&self.entry.id, new.iter().map(|id| id.as_str())).map(str::to_owned);
        same.or_else(similar)
    }
}
