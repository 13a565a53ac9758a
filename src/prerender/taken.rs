//! The files of a dossier that readers and machines take away.

use super::{File, file, pretty};
use crate::export::{Source, annotations, article_text, bibtex, cited, csl, published_json, write};
use crate::model::StatementIx;
use crate::query::Collection;
use crate::route::Route;
use crate::site::{Prepared, Site};
use serde_json::json;

/// All of them.
pub fn files(site: &Site, prepared: &Prepared) -> Vec<File> {
    let source = Source::new(prepared, site.settings.address.as_deref());
    let dossier = &prepared.dossier;
    let folder = Route::Statements(dossier.id.clone()).path();
    let mut files = vec![
        file(&format!("{folder}dossier.json"), published_json(dossier)),
        file(&format!("{folder}article.txt"), article_text(&dossier.article)),
        file(&format!("{folder}annotations.jsonld"), annotations(&source)),
    ];
    for collection in Collection::ALL {
        for (format, written) in write(&source, collection) {
            let name = format!("{folder}{}.{}", collection.code(), format.ending());
            // Where each item stands, in bytes: what a view is cut out by.
            let places =
                json!(written.items.iter().flat_map(|(from, to)| [from, to]).collect::<Vec<_>>());
            files.push(file(&format!("{name}.places"), places.to_string()));
            files.push(file(&name, written.text));
        }
    }
    for ix in (0..dossier.statements.len()).map(StatementIx::from) {
        let page = Route::Statement(dossier.id.clone(), dossier.statement(ix).id.clone());
        let base = site.settings.address.as_deref().unwrap_or_else(|| page.root());
        let (cited, folder) = (cited(&Source { base, ..source }, ix), page.path());
        files.push(file(&format!("{folder}cite.bib"), bibtex(&cited)));
        files.push(file(&format!("{folder}cite.json"), pretty(&json!([csl(&cited)]))));
    }
    files
}
