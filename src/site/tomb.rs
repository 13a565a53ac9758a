//! Tombstones: the data for the page at a published address whose id no longer exists.

use super::Site;
use crate::model::{Day, Fate, Gone, IdKind, Ledger, Slug, dossier_fate};
use crate::route::Route;

/// What happened to the target of an old link, and its successors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tomb<'s> {
    /// The kind of item that the link names. `None` for a view of a dossier that no longer exists.
    pub kind: Option<IdKind>,
    /// The id that the link names. For a view of a dossier, the id of the dossier.
    pub id: &'s Slug,
    /// The day on which the id was recorded.
    pub since: Option<Day>,
    /// What happened, in order. At least one step.
    pub steps: Vec<Step<'s>>,
    /// The pages of the current successors. Empty if everything was withdrawn.
    pub leads_to: Vec<Route>,
}

/// One step of what happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'s> {
    /// The kind of the item it happened to. `None` for a dossier.
    pub kind: Option<IdKind>,
    /// The id of the item.
    pub id: &'s Slug,
    /// What happened.
    pub gone: &'s Gone,
}

impl Site {
    /// Returns the tombstone of a page, or `None` if the page exists or was never published.
    pub fn tomb(&self, route: &Route) -> Option<Tomb<'_>> {
        // Most pages have none, and a ledger has many entries.
        if !self.gone.contains(route) {
            return None;
        }
        let id = route.dossier()?;
        let ledger = self.ledgers.iter().find(|ledger| ledger.dossier == *id)?;
        let whole = dossier_fate(&self.ledgers, id.as_str());
        let Some((kind, id)) = named(route) else {
            return whole.map(|whole| self.tomb_of_view(ledger, whole, route));
        };
        let entry = ledger.entry(kind, id.as_str())?;
        let own = ledger.fate(kind, id.as_str());
        if own.is_none() && whole.is_none() {
            return None;
        }
        let (mut steps, ids) = match own {
            Some(fate) => (steps_of(Some(kind), &fate), fate.leads_to),
            None => (Vec::new(), vec![&entry.id]),
        };
        let leads_to = match whole {
            None => ids.into_iter().map(|id| page(&ledger.dossier, kind, id)).collect(),
            Some(whole) => {
                steps.extend(steps_of(None, &whole));
                self.in_successors(&whole, kind, &ids)
            }
        };
        Some(Tomb { kind: Some(kind), id: &entry.id, since: Some(entry.since), steps, leads_to })
    }

    /// Returns the addresses of all tombstones, in the ledgers' order.
    pub fn tombs(&self) -> Vec<Route> {
        let mut routes = Vec::new();
        for ledger in self.ledgers.iter() {
            let is_whole = ledger.gone.is_some();
            if is_whole {
                routes.extend(Route::views(&ledger.dossier));
            }
            for kind in IdKind::ALL {
                let entries = ledger.entries(kind).iter();
                for entry in entries.filter(|entry| is_whole || entry.gone.is_some()) {
                    routes.push(page(&ledger.dossier, kind, &entry.id));
                    if kind == IdKind::Statement {
                        routes.push(Route::Embed(ledger.dossier.clone(), entry.id.clone()));
                    }
                }
            }
        }
        routes
    }

    /// Returns the tombstone of a view of a dossier. Its successors are the same views of the
    /// dossier's successors.
    fn tomb_of_view<'s>(&'s self, ledger: &'s Ledger, whole: Fate<'s>, route: &Route) -> Tomb<'s> {
        let entries = IdKind::ALL.into_iter().flat_map(|kind| ledger.entries(kind));
        let existing = whole.leads_to.iter().filter(|id| self.entry(id).is_some());
        Tomb {
            kind: None,
            id: &ledger.dossier,
            since: entries.map(|entry| entry.since).min(),
            steps: steps_of(None, &whole),
            leads_to: existing.map(|id| view_of(route, id)).collect(),
        }
    }

    /// Returns the pages of ids in the successors of their dossier. For a successor with none of
    /// the ids, the page of the dossier.
    fn in_successors(&self, whole: &Fate<'_>, kind: IdKind, ids: &[&Slug]) -> Vec<Route> {
        let mut routes = Vec::new();
        for entry in whole.leads_to.iter().filter_map(|id| self.entry(id)) {
            let there = entry.ids(kind);
            let found = ids.iter().filter(|id| there.contains(**id));
            let before = routes.len();
            routes.extend(found.map(|id| page(&entry.id, kind, id)));
            if routes.len() == before {
                routes.push(Route::Statements(entry.id.clone()));
            }
        }
        routes
    }
}

/// Returns the same view of another dossier.
fn view_of(route: &Route, dossier: &Slug) -> Route {
    let is_same = |view: &Route| std::mem::discriminant(view) == std::mem::discriminant(route);
    Route::views(dossier).find(is_same).unwrap_or_else(|| Route::Statements(dossier.clone()))
}

/// Returns the item that a route names.
fn named(route: &Route) -> Option<(IdKind, &Slug)> {
    match route {
        Route::Statement(_, id) | Route::Embed(_, id) => Some((IdKind::Statement, id)),
        Route::Actor(_, id) => Some((IdKind::Actor, id)),
        Route::Figure(_, id) => Some((IdKind::Figure, id)),
        Route::Account(_, id) => Some((IdKind::Account, id)),
        _ => None,
    }
}

/// Returns the page of an item.
fn page(dossier: &Slug, kind: IdKind, id: &Slug) -> Route {
    let (dossier, id) = (dossier.clone(), id.clone());
    match kind {
        IdKind::Statement => Route::Statement(dossier, id),
        IdKind::Actor => Route::Actor(dossier, id),
        IdKind::Figure => Route::Figure(dossier, id),
        IdKind::Account => Route::Account(dossier, id),
    }
}

/// Returns the steps that happened to an item of the given kind.
fn steps_of<'s>(kind: Option<IdKind>, fate: &Fate<'s>) -> Vec<Step<'s>> {
    fate.steps.iter().map(|(id, gone)| Step { kind, id, gone }).collect()
}
