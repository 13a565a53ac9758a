//! What stands at an address that was published and whose id is gone.

use super::Site;
use crate::model::{Day, Dossier, Fate, Gone, IdKind, Ledger, Slug, dossier_fate};
use crate::route::Route;

/// What happened to what an old link names, and where it leads now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tomb<'s> {
    /// What the link names; none for a view of a dossier that is gone as a whole.
    pub kind: Option<IdKind>,
    /// The id that it names: the dossier's own, for a view of it.
    pub id: &'s Slug,
    /// The day since which it is on record.
    pub since: Option<Day>,
    /// What happened, step after step; at least one.
    pub steps: Vec<Step<'s>>,
    /// The pages that stand for it now, each once; none where all of it was withdrawn.
    pub leads_to: Vec<Route>,
}

/// One thing that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'s> {
    /// To what it happened; none for a dossier.
    pub kind: Option<IdKind>,
    /// Its id.
    pub id: &'s Slug,
    /// What happened to it.
    pub gone: &'s Gone,
}

impl Site {
    /// What happened to the id of a page; `None` for a page that is there or was never published.
    pub fn tomb(&self, route: &Route) -> Option<Tomb<'_>> {
        let id = route.dossier()?;
        let ledger = self.ledgers.iter().find(|ledger| ledger.dossier == *id)?;
        let whole = dossier_fate(&self.ledgers, id.as_str());
        let Some((kind, id)) = named(route) else {
            return whole.map(|whole| self.of_view(ledger, whole, route));
        };
        let entry = ledger.entry(kind, id.as_str())?;
        let own = ledger.fate(kind, id.as_str());
        if own.is_none() && whole.is_none() {
            return None;
        }
        let (mut steps, ids) = match own {
            Some(fate) => (taken(Some(kind), &fate), fate.leads_to),
            None => (Vec::new(), vec![&entry.id]),
        };
        let leads_to = match whole {
            None => ids.into_iter().map(|id| page(&ledger.dossier, kind, id)).collect(),
            Some(whole) => {
                steps.extend(taken(None, &whole));
                self.elsewhere(&whole, kind, &ids)
            }
        };
        Some(Tomb { kind: Some(kind), id: &entry.id, since: Some(entry.since), steps, leads_to })
    }

    /// The addresses of all that was published and is gone, in the ledgers' order.
    pub fn tombs(&self) -> Vec<Route> {
        let mut routes = Vec::new();
        for ledger in &self.ledgers {
            let is_whole = ledger.gone.is_some();
            if is_whole {
                routes.extend(VIEWS.map(|view| view(ledger.dossier.clone())));
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

    /// A view of a dossier that is gone: the same of those that stand for it.
    fn of_view<'s>(&'s self, ledger: &'s Ledger, whole: Fate<'s>, route: &Route) -> Tomb<'s> {
        let entries = IdKind::ALL.into_iter().flat_map(|kind| ledger.entries(kind));
        let living = whole.leads_to.iter().filter(|id| self.living(id).is_some());
        Tomb {
            kind: None,
            id: &ledger.dossier,
            since: entries.map(|entry| entry.since).min(),
            steps: taken(None, &whole),
            leads_to: living.map(|id| view_of(route, id)).collect(),
        }
    }

    /// The pages of ids in the dossiers that stand for theirs; the dossier's own where it has none.
    fn elsewhere(&self, whole: &Fate<'_>, kind: IdKind, ids: &[&Slug]) -> Vec<Route> {
        let mut routes = Vec::new();
        for dossier in whole.leads_to.iter().filter_map(|id| self.living(id)) {
            let there = kind.ids_of(dossier);
            let found = ids.iter().filter(|id| there.contains(id));
            let before = routes.len();
            routes.extend(found.map(|id| page(&dossier.id, kind, id)));
            if routes.len() == before {
                routes.push(Route::Statements(dossier.id.clone()));
            }
        }
        routes
    }

    fn living(&self, id: &Slug) -> Option<&Dossier> {
        let prepared = self.dossiers.iter().find(|prepared| prepared.dossier.id == *id)?;
        Some(&prepared.dossier)
    }
}

/// The views that every dossier has.
const VIEWS: [fn(Slug) -> Route; 7] = [
    Route::Statements,
    Route::Actors,
    Route::Figures,
    Route::Article,
    Route::Accounts,
    Route::Dates,
    Route::Compare,
];

/// The same view of another dossier.
fn view_of(route: &Route, dossier: &Slug) -> Route {
    let is_same = |made: &Route| std::mem::discriminant(made) == std::mem::discriminant(route);
    let mut all = VIEWS.into_iter().map(|view| view(dossier.clone()));
    all.find(is_same).unwrap_or_else(|| Route::Statements(dossier.clone()))
}

/// What the address of a card names.
fn named(route: &Route) -> Option<(IdKind, &Slug)> {
    match route {
        Route::Statement(_, id) | Route::Embed(_, id) => Some((IdKind::Statement, id)),
        Route::Actor(_, id) => Some((IdKind::Actor, id)),
        Route::Figure(_, id) => Some((IdKind::Figure, id)),
        Route::Account(_, id) => Some((IdKind::Account, id)),
        _ => None,
    }
}

/// The page of an id.
fn page(dossier: &Slug, kind: IdKind, id: &Slug) -> Route {
    let (dossier, id) = (dossier.clone(), id.clone());
    match kind {
        IdKind::Statement => Route::Statement(dossier, id),
        IdKind::Actor => Route::Actor(dossier, id),
        IdKind::Figure => Route::Figure(dossier, id),
        IdKind::Account => Route::Account(dossier, id),
    }
}

fn taken<'s>(kind: Option<IdKind>, fate: &Fate<'s>) -> Vec<Step<'s>> {
    fate.steps.iter().map(|(id, gone)| Step { kind, id, gone }).collect()
}
