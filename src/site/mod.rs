//! The site: a summary of each dossier, the dossiers that are loaded, each with cached derived data,
//! the publisher's settings, and the ledgers. Data that follows from a dossier alone belongs in
//! `model`.
//!
//! A build has few dossiers loaded at a time. What pages about the whole site show is therefore in
//! `Entry`; only the pages of a dossier need it loaded (`Site::needs`).
//!
//! Never here: words for readers (`text`), markup (`ui`).

#[cfg(not(reader))]
mod catalogue;
#[cfg(not(reader))]
mod entry;
#[cfg(not(reader))]
mod tomb;

#[cfg(not(reader))]
pub use catalogue::{EntryFacet, EntryValue};
#[cfg(not(reader))]
pub use entry::{Corrected, Entry, SourceName, Wordings};
#[cfg(not(reader))]
pub use tomb::{Step, Tomb};

use crate::model::{
    ActorIx, Archive, Coverage, Dossier, PROJECT, Quotations, StatementIx, Wording,
};
#[cfg(not(reader))]
use crate::model::{Slug, When};
#[cfg(not(reader))]
use crate::packed::{Contents, pack};
use crate::query::{Collection, Index};
use crate::route::Route;
use std::cell::OnceCell;
#[cfg(not(reader))]
use std::cell::RefCell;
#[cfg(not(reader))]
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// The dossiers of a bundle, with its settings and ledgers.
#[derive(Clone)]
pub struct Site {
    /// Its name.
    pub name: Rc<str>,
    /// The dossiers that are loaded, in the archive's order: all, some or none of the site's.
    pub dossiers: Vec<Rc<Prepared>>,
    /// True if the site has exactly one dossier. The archive page then lists its statements.
    pub is_alone: bool,
    /// The summaries of all dossiers, in the archive's order.
    #[cfg(not(reader))]
    pub entries: Arc<[Entry]>,
    /// True if all pages are in one file.
    pub in_one_file: bool,
    /// False if the app has to draw a page that is not in the file.
    pub is_prerendered: bool,
    /// The publisher's settings.
    #[cfg(not(reader))]
    pub settings: crate::model::Settings,
    /// The ledgers of all published ids.
    #[cfg(not(reader))]
    pub ledgers: Arc<[crate::model::Ledger]>,
    /// The addresses of all tombstones.
    #[cfg(not(reader))]
    pub gone: Arc<BTreeSet<Route>>,
}

/// A dossier with derived data, each computed once.
pub struct Prepared {
    /// The dossier.
    pub dossier: Arc<Dossier>,
    /// The text in quotation marks.
    pub quotations: Quotations,
    /// True if the dossier or a statement in it is a draft.
    #[cfg(not(reader))]
    pub has_drafts: bool,
    unnamed: Vec<bool>,
    sources: OnceCell<usize>,
    index: OnceCell<Index>,
    #[cfg(not(reader))]
    coverage: OnceCell<Coverage>,
    #[cfg(not(reader))]
    data: OnceCell<Vec<u8>>,
    #[cfg(not(reader))]
    repeated: RefCell<BTreeMap<StatementIx, String>>,
}

/// Prepared dossiers are shared, so equality is pointer equality.
impl PartialEq for Prepared {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl PartialEq for Site {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Site {
    /// Prepares the content of a data file.
    #[cfg(reader)]
    pub fn of(contents: crate::packed::Contents) -> Self {
        let archive = Archive { dossiers: contents.dossiers };
        Self { name: Rc::from(contents.site), is_alone: contents.is_alone, ..Self::new(archive) }
    }

    /// Prepares an archive, with all of its dossiers loaded.
    pub fn new(archive: Archive) -> Self {
        let dossiers = prepare(archive.dossiers);
        Self {
            name: Rc::from(PROJECT),
            is_alone: dossiers.len() == 1,
            in_one_file: false,
            is_prerendered: true,
            #[cfg(not(reader))]
            entries: dossiers.iter().map(|prepared| Entry::of(prepared)).collect(),
            #[cfg(not(reader))]
            settings: crate::model::Settings::default(),
            #[cfg(not(reader))]
            ledgers: Arc::default(),
            #[cfg(not(reader))]
            gone: Arc::default(),
            dossiers,
        }
    }

    /// Makes a site from the summaries of its dossiers. None of them is loaded.
    #[cfg(not(reader))]
    pub fn of(entries: impl Into<Arc<[Entry]>>) -> Self {
        let entries = entries.into();
        Self {
            name: Rc::from(PROJECT),
            dossiers: Vec::new(),
            is_alone: entries.len() == 1,
            in_one_file: false,
            is_prerendered: true,
            entries,
            settings: crate::model::Settings::default(),
            ledgers: Arc::default(),
            gone: Arc::default(),
        }
    }

    /// Returns the same site with other dossiers loaded.
    #[cfg(not(reader))]
    pub fn holding(&self, dossiers: Vec<Arc<Dossier>>) -> Self {
        Self { dossiers: prepare(dossiers), ..self.clone() }
    }

    /// Adds the publisher's settings.
    #[cfg(not(reader))]
    pub fn with_settings(self, settings: crate::model::Settings) -> Self {
        let name = settings.name.as_deref().map_or_else(|| Rc::clone(&self.name), Rc::from);
        Self { name, settings, ..self }
    }

    /// Adds the ledgers.
    #[cfg(not(reader))]
    pub fn with_ledgers(self, ledgers: impl Into<Arc<[crate::model::Ledger]>>) -> Self {
        let site = Self { ledgers: ledgers.into(), ..self };
        let gone = Arc::new(site.tombs().into_iter().collect());
        Self { gone, ..site }
    }

    /// Returns the relative path to the root, with which every link on a page begins.
    pub fn root(&self, route: &Route) -> &'static str {
        if self.in_one_file { Route::IN_ONE_FILE } else { route.root() }
    }

    /// Returns the contact for errors in a dossier: the annotator's or, failing that, the publisher's.
    #[cfg(not(reader))]
    pub fn contact<'s>(&'s self, dossier: &'s Dossier) -> Option<&'s str> {
        dossier.annotation.contact.as_deref().or(self.settings.contact.as_deref())
    }

    /// Returns the content of a dossier's data file, packed once.
    ///
    /// # Panics
    /// Never: every dossier can be packed.
    #[cfg(not(reader))]
    pub fn data<'s>(&self, prepared: &'s Prepared, in_words: fn(&When) -> String) -> &'s [u8] {
        prepared.data.get_or_init(|| self.packed(&[&prepared.dossier], in_words))
    }

    /// Packs dossiers as the lists need them; `in_words` returns a date in plain language.
    ///
    /// # Panics
    /// Never: every dossier can be packed.
    #[cfg(not(reader))]
    pub fn packed(&self, dossiers: &[&Arc<Dossier>], in_words: fn(&When) -> String) -> Vec<u8> {
        let lean = |dossier: &&Arc<Dossier>| Arc::new((***dossier).clone().for_lists(in_words));
        let dossiers = dossiers.iter().map(lean).collect();
        let contents = Contents { site: (&*self.name).into(), is_alone: self.is_alone, dossiers };
        pack(&contents).unwrap_or_else(|error| unreachable!("{error}"))
    }

    /// Returns the dossier that a page belongs to, if it is loaded. In a site with one dossier, this
    /// includes the archive page.
    pub fn dossier_of(&self, route: &Route) -> Option<&Rc<Prepared>> {
        match route {
            Route::Archive => self.dossiers.first().filter(|_| self.is_alone),
            route => self.loaded(route.dossier()?.as_str()),
        }
    }

    /// Returns the dossier with an id, if it is loaded.
    pub fn loaded(&self, id: &str) -> Option<&Rc<Prepared>> {
        self.dossiers.iter().find(|prepared| prepared.dossier.id.as_str() == id)
    }

    /// Returns the summary of a dossier.
    #[cfg(not(reader))]
    pub fn entry(&self, id: &Slug) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }

    /// Lists the dossiers that must be loaded to render a page.
    #[cfg(not(reader))]
    pub fn needs(&self, route: &Route) -> Vec<Slug> {
        let entry = match route {
            // The glossary takes its examples from the newest dossier.
            Route::About => self.entries.first(),
            Route::Archive => self.entries.first().filter(|_| self.is_alone),
            route => route.dossier().and_then(|id| self.entry(id)),
        };
        let mut ids: Vec<Slug> = entry.map(|entry| entry.id.clone()).into_iter().collect();
        let successors = self.tomb(route).map(|tomb| tomb.leads_to).unwrap_or_default();
        ids.extend(successors.iter().filter_map(Route::dossier).cloned());
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Computes what a list shows, ahead of its first draw.
    pub fn warm(&self, route: &Route) {
        if let Some((prepared, _)) = self.listed(route) {
            prepared.index();
        }
    }

    /// Returns the dossier and collection that a page lists.
    pub fn listed(&self, route: &Route) -> Option<(&Rc<Prepared>, Collection)> {
        let prepared = self.dossier_of(route)?;
        let collection = match route {
            Route::Archive => Collection::Statements,
            route => route.collection()?,
        };
        Some((prepared, collection))
    }
}

fn prepare(dossiers: Vec<Arc<Dossier>>) -> Vec<Rc<Prepared>> {
    dossiers.into_iter().map(|dossier| Rc::new(Prepared::new(dossier))).collect()
}

impl Prepared {
    fn new(dossier: Arc<Dossier>) -> Self {
        let quotations = dossier.article.quotations();
        let mut unnamed = vec![None; dossier.actors.len()];
        for statement in &dossier.statements {
            for speaker in &statement.speakers {
                let known = unnamed[speaker.value.index()].get_or_insert(true);
                *known &= statement.is_unnamed();
            }
        }
        let unnamed = unnamed.into_iter().map(|unnamed| unnamed.unwrap_or(false)).collect();
        Self {
            #[cfg(not(reader))]
            has_drafts: dossier.has_drafts(),
            dossier,
            quotations,
            unnamed,
            sources: OnceCell::new(),
            index: OnceCell::new(),
            #[cfg(not(reader))]
            coverage: OnceCell::new(),
            #[cfg(not(reader))]
            data: OnceCell::new(),
            #[cfg(not(reader))]
            repeated: RefCell::default(),
        }
    }

    /// Returns a text about a statement that each of its figures repeats, made once.
    #[cfg(not(reader))]
    pub fn repeated(&self, statement: StatementIx, make: impl FnOnce() -> String) -> String {
        self.repeated.borrow_mut().entry(statement).or_insert_with(make).clone()
    }

    /// Returns a text about a statement that each of its figures repeats.
    #[cfg(reader)]
    pub fn repeated(&self, _: StatementIx, make: impl FnOnce() -> String) -> String {
        make()
    }

    /// Returns the coverage of the article, computed once.
    #[cfg(not(reader))]
    pub fn coverage(&self) -> &Coverage {
        self.coverage.get_or_init(|| Coverage::of(&self.dossier))
    }

    /// Returns the coverage of the article, computed at build time for the browser.
    #[cfg(reader)]
    pub fn coverage(&self) -> &Coverage {
        &self.dossier.article.precomputed.coverage
    }

    /// Returns the wording of a statement.
    pub fn wording(&self, statement: StatementIx) -> &Wording {
        self.dossier.wording(statement)
    }

    /// Returns true for an actor whose statements are all by an unnamed source. Pages draw it with
    /// a dashed outline.
    pub fn is_unnamed(&self, actor: ActorIx) -> bool {
        self.unnamed[actor.index()]
    }

    /// Returns the number of sources of the article: the actors that the filter of sources lists.
    pub fn sources(&self) -> usize {
        *self.sources.get_or_init(|| {
            let mut speaks = vec![false; self.dossier.actors.len()];
            for speaker in self.dossier.statements.iter().flat_map(|s| &s.speakers) {
                speaks[speaker.value.index()] = true;
            }
            speaks.into_iter().filter(|speaks| *speaks).count()
        })
    }

    /// Returns the search index, built on first use.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.dossier))
    }

    /// Returns the writing direction of the article: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        direction(self.dossier.article.is_rtl)
    }
}

/// Returns the value of the `dir` attribute.
pub fn direction(is_rtl: bool) -> &'static str {
    if is_rtl { "rtl" } else { "ltr" }
}
