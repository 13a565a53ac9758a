//! Writers of exported formats: pure functions from a dossier to text.
//!
//! This room writes the published dossier, ledgers, tables, citations, annotations and linked data.
//! Never here: the table of formats (`format`), words (`text`), the wire format's structs
//! (`load::wire`), reading or writing files (`cli`).

mod annotations;
mod cite;
mod formats;
mod ledger;
mod linked;
mod published;
#[cfg(not(target_arch = "wasm32"))]
mod styled_title;
#[cfg(not(target_arch = "wasm32"))]
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
use crate::site::{Prepared, Site};

/// A dossier, and the start of the links to its pages.
#[derive(Clone, Copy)]
pub struct Source<'s> {
    /// The dossier.
    pub prepared: &'s Prepared,
    /// The name of the site.
    pub site: &'s str,
    /// The start of every link: the site's public address, or `../`, from a file in the dossier's
    /// folder, if the address is not known. The browser completes such links on export.
    pub base: &'s str,
}

impl<'s> Source<'s> {
    /// Creates the source of a dossier for a file in its folder.
    pub fn new(site: &'s Site, prepared: &'s Prepared) -> Self {
        Self { prepared, site: &site.name, base: site.settings.address.as_deref().unwrap_or("../") }
    }

    /// Returns the link to a page.
    pub fn link(&self, route: &Route) -> String {
        route.href(self.base)
    }

    /// Returns the link to a statement's page.
    pub fn statement(&self, ix: StatementIx) -> String {
        let dossier = &self.prepared.dossier;
        let id = dossier.statement(ix).id.clone();
        self.link(&Route::card(dossier.id.clone(), Collection::Statements, id))
    }
}
