//! Generated dossiers of several sizes, each generated once and shared by all benchmarks.

use crate::generate::dossier_json;
use onrecord::load::load;
use onrecord::model::Dossier;
use onrecord::query::Index;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Sizes of the dossiers, in statements. The smallest is that of the first dossier.
pub const SIZES: [usize; 5] = [11, 200, 1_000, 24_000, 100_000];

/// A generated dossier with its search index.
pub struct Sample {
    pub dossier: Arc<Dossier>,
    pub index: Index,
}

thread_local! {
    static ALL: RefCell<BTreeMap<usize, Rc<Sample>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Returns the dossier with this number of statements.
pub fn sample(statements: usize) -> Rc<Sample> {
    ALL.with_borrow_mut(|all| {
        let sample = all.entry(statements).or_insert_with(|| {
            let dossier = Arc::new(load_json(&dossier_json(statements)));
            let index = Index::new(&dossier);
            Rc::new(Sample { dossier, index })
        });
        Rc::clone(sample)
    })
}

/// Loads a generated dossier.
///
/// # Panics
/// If the dossier does not load, because the generator no longer matches the format.
pub fn load_json(json: &str) -> Dossier {
    let loaded = load("sample.json", json.as_bytes());
    match (loaded.dossier, loaded.diagnostics.first()) {
        (Some(dossier), None) => dossier,
        (_, problem) => panic!("the dossier does not load: {problem:#?}"),
    }
}
