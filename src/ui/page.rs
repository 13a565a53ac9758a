//! The data that the parts of a page share: the dossier, the links to other pages and, on a list,
//! the listed items.

use super::state::{Dispatch, State};
use crate::model::{ActorIx, FigureIx, StatementIx, TopicIx, UnitIx};
use crate::query::{Collection, Facet, Results, View};
use crate::route::Route;
use crate::site::Prepared;
use std::rc::Rc;
use yew::prelude::*;

/// A dossier, seen from one of its pages.
#[derive(Clone, PartialEq)]
pub struct Page {
    /// The dossier.
    pub prepared: Rc<Prepared>,
    /// The relative path from the page to the bundle's root.
    pub root: &'static str,
}

/// The form in which a page shows its results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One card for each result.
    Cards,
    /// The full text, with everything but the results greyed out.
    Article,
    /// Statements side by side.
    Compare,
}

/// A page that lists a collection: the dossier, the reader's choices, and the results.
pub struct Listing<'p> {
    /// The page.
    pub page: Page,
    /// The collection that is listed.
    pub collection: Collection,
    /// The form in which the results are shown.
    pub form: Form,
    /// The state of the app, with the search and the chosen filters.
    pub state: &'p State,
    /// The results of the search and the filters.
    pub results: &'p Results,
    /// True on the first draw of a prerendered page, whose parts are kept.
    pub keeps: bool,
    /// The recipient of the reader's actions.
    pub dispatch: &'p Dispatch,
}

impl Listing<'_> {
    /// Returns the open statement.
    pub fn opened(&self) -> Option<StatementIx> {
        self.state.view.opened(&self.page.prepared.dossier).next()
    }
}

impl Page {
    /// Returns the link to the page that lists a collection.
    pub fn list(&self, collection: Collection) -> AttrValue {
        self.link(&self.list_route(collection))
    }

    /// Returns the link to a list with one filter value chosen.
    pub fn narrowed(&self, collection: Collection, facet: Facet, code: &str) -> AttrValue {
        let view = View::default().with(facet, code);
        self.list_route(collection).href_with(self.root, &view).into()
    }

    /// Returns the link to a statement's page.
    pub fn statement(&self, ix: StatementIx) -> AttrValue {
        let dossier = &self.prepared.dossier;
        self.link(&Route::Statement(dossier.id.clone(), dossier.statement(ix).id.clone()))
    }

    /// Returns the link to the full text.
    pub fn article(&self) -> AttrValue {
        self.link(&Route::Article(self.prepared.dossier.id.clone()))
    }

    /// Returns the link to a paragraph of the full text.
    pub fn article_at(&self, unit: UnitIx) -> AttrValue {
        format!("{}#p-{}", self.article(), unit.0).into()
    }

    /// Returns the link to the full text with a statement open.
    pub fn in_article(&self, ix: StatementIx) -> AttrValue {
        let dossier = &self.prepared.dossier;
        let view = View::default().opening([dossier.statement(ix).id.as_str()]);
        Route::Article(dossier.id.clone()).href_with(self.root, &view).into()
    }

    /// Returns the link to the comparison of statements.
    pub fn beside(&self, statements: &[StatementIx]) -> AttrValue {
        let dossier = &self.prepared.dossier;
        let ids = statements.iter().map(|ix| dossier.statement(*ix).id.as_str());
        let view = View::default().opening(ids);
        Route::Compare(dossier.id.clone()).href_with(self.root, &view).into()
    }

    /// Returns the link to the comparison of sides on topics. Without sides, all are compared, and
    /// without topics, all statements. `Dossier::sides_on` names two that have something to compare.
    pub fn compared(&self, sides: &[ActorIx], topics: &[TopicIx]) -> AttrValue {
        let view = self.comparison(sides, topics);
        Route::Compare(self.prepared.dossier.id.clone()).href_with(self.root, &view).into()
    }

    /// Returns the view of that comparison.
    pub fn comparison(&self, sides: &[ActorIx], topics: &[TopicIx]) -> View {
        let dossier = &self.prepared.dossier;
        let view = sides.iter().fold(View::default(), |view, side| {
            view.with(Facet::Party, dossier.actor(*side).id.as_str())
        });
        let with = |view: View, topic| view.with(Facet::Topic, dossier.topic(topic).id.as_str());
        topics.iter().copied().fold(view, with)
    }

    /// Returns the link to an actor's page.
    pub fn actor(&self, ix: ActorIx) -> AttrValue {
        let dossier = &self.prepared.dossier;
        self.link(&Route::Actor(dossier.id.clone(), dossier.actor(ix).id.clone()))
    }

    /// Returns the link to a figure's page.
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
