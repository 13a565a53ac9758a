//! Writers of other formats: pure, dossier to text.
//!
//! Here: the published dossier, tables and their formats, citations, annotations and linked data.
//! Never here: files (`cli`), what the formats of an author look like (`load::wire` has the
//! structs), what a page shows (`ui`).

mod annotations;
mod cite;
mod excerpts;
mod formats;
mod ledger;
mod linked;
mod published;
mod styles;
mod table;

pub use annotations::{annotations, article_text};
pub use cite::{Cited, cited};
pub use formats::{Listing, Written};
pub use ledger::ledger_json;
pub use linked::linked;
pub use published::published_json;
pub use table::{Cell, Row, rows};

use crate::model::StatementIx;
use crate::query::Collection;
use crate::route::Route;
use crate::site::Prepared;

/// A dossier, and where its pages stand.
#[derive(Clone, Copy)]
pub struct Source<'s> {
    /// The dossier.
    pub prepared: &'s Prepared,
    /// What every link begins with: the public address, or `../` where it is not known, as from a
    /// file in the dossier's own folder. A browser that takes a file away completes such links.
    pub base: &'s str,
}

impl<'s> Source<'s> {
    /// A dossier of a site with or without a public address.
    pub fn new(prepared: &'s Prepared, address: Option<&'s str>) -> Self {
        Self { prepared, base: address.unwrap_or("../") }
    }

    /// The link to a page.
    pub fn link(&self, route: &Route) -> String {
        route.href(self.base)
    }

    /// The link to a statement's page.
    pub fn statement(&self, ix: StatementIx) -> String {
        let dossier = &self.prepared.dossier;
        let id = dossier.statement(ix).id.clone();
        self.link(&Route::card(dossier.id.clone(), Collection::Statements, id))
    }
}
