//! Dossiers made to size, each made once for all benchmarks.

use crate::generate::dossier_json;
use onrecord::load::load;
use onrecord::model::Dossier;
use onrecord::query::Index;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Numbers of statements.
pub const SIZES: [usize; 3] = [1_000, 24_000, 100_000];

/// A dossier made to size, with its index.
pub struct Made {
    pub dossier: Rc<Dossier>,
    pub index: Index,
}

thread_local! {
    static ALL: RefCell<BTreeMap<usize, Rc<Made>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The dossier of so many statements.
pub fn made(statements: usize) -> Rc<Made> {
    ALL.with_borrow_mut(|all| {
        let made = all.entry(statements).or_insert_with(|| {
            let dossier = Rc::new(loaded(&dossier_json(statements)));
            let index = Index::new(&dossier);
            Rc::new(Made { dossier, index })
        });
        Rc::clone(made)
    })
}

/// Loads a dossier that was made.
///
/// # Panics
/// Where it does not load: the generator and the format have come apart.
pub fn loaded(json: &str) -> Dossier {
    let loaded = load("made.json", json.as_bytes());
    match (loaded.dossier, loaded.diagnostics.first()) {
        (Some(dossier), None) => dossier,
        (_, problem) => panic!("the dossier does not load: {problem:#?}"),
    }
}
