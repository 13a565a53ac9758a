//! What every part of a page needs to know of it: the dossier, and the way to the root; for parts of
//! a list also what it lists.

use super::state::{Dispatch, State};
use crate::model::{ActorIx, FigureIx, StatementIx, UnitIx};
use crate::query::{Collection, Facet, Results, View};
use crate::route::Route;
use crate::site::Prepared;
use std::rc::Rc;
use yew::prelude::*;

/// A dossier seen from a page.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// The dossier.
    pub prepared: Rc<Prepared>,
    /// The way from the page up to the bundle's root.
    pub root: &'static str,
}

/// The form in which a page shows what its filters leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A card each.
    Cards,
    /// The article, in which the rest recedes.
    Article,
    /// Side by side.
    Compare,
}

/// A list, as the parts around its cards see it.
pub struct Listed<'p> {
    /// The page that it stands on.
    pub page: &'p Page,
    /// What is listed.
    pub collection: Collection,
    /// In which form.
    pub form: Form,
    /// What was typed and chosen.
    pub state: &'p State,
    /// What that gives.
    pub results: &'p Results,
    /// Where to send what the reader does.
    pub dispatch: &'p Dispatch,
}

impl Page {
    /// The link to a page of the dossier that lists a collection.
    pub fn list(&self, collection: Collection) -> AttrValue {
        self.link(&self.list_route(collection))
    }

    /// The link to a list narrowed to one value.
    pub fn narrowed(&self, collection: Collection, facet: Facet, code: &str) -> AttrValue {
        let view = View::default().with(facet, code);
        self.list_route(collection).href_with(self.root, &view).into()
    }

    /// The link to a statement's page.
    pub fn statement(&self, ix: StatementIx) -> AttrValue {
        let dossier = &self.prepared.dossier;
        self.link(&Route::Statement(dossier.id.clone(), dossier.statement(ix).id.clone()))
    }

    /// The link to the article.
    pub fn article(&self) -> AttrValue {
        self.link(&Route::Article(self.prepared.dossier.id.clone()))
    }

    /// The link to a paragraph of the article.
    pub fn article_at(&self, unit: UnitIx) -> AttrValue {
        format!("{}#p-{}", self.article(), unit.0).into()
    }

    /// The link to a statement's place in the article.
    pub fn in_article(&self, ix: StatementIx) -> AttrValue {
        let dossier = &self.prepared.dossier;
        let view = View::default().opening([dossier.statement(ix).id.as_str()]);
        Route::Article(dossier.id.clone()).href_with(self.root, &view).into()
    }

    /// The link that sets statements side by side.
    pub fn beside(&self, statements: &[StatementIx]) -> AttrValue {
        let dossier = &self.prepared.dossier;
        let ids = statements.iter().map(|ix| dossier.statement(*ix).id.as_str());
        let view = View::default().opening(ids);
        Route::Compare(dossier.id.clone()).href_with(self.root, &view).into()
    }

    /// The link to an actor's page.
    pub fn actor(&self, ix: ActorIx) -> AttrValue {
        let dossier = &self.prepared.dossier;
        self.link(&Route::Actor(dossier.id.clone(), dossier.actor(ix).id.clone()))
    }

    /// The link to a figure's page.
    pub fn figure(&self, ix: FigureIx) -> AttrValue {
        let dossier = &self.prepared.dossier;
        self.link(&Route::Figure(dossier.id.clone(), dossier.figure(ix).id.clone()))
    }

    fn list_route(&self, collection: Collection) -> Route {
        Route::list(self.prepared.dossier.id.clone(), collection)
    }

    fn link(&self, route: &Route) -> AttrValue {
        route.href(self.root).into()
    }
}
