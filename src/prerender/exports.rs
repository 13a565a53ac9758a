//! The exported files of a dossier, for readers and for machines.

use super::{File, file};
use crate::export::{Listing, Source, Written, annotations, article_text, published_json};
use crate::format::Format;
use crate::model::StatementIx;
use crate::query::Collection;
use crate::route::Route;
use crate::site::{Prepared, Site};
use serde_json::json;

/// Writes every exported file of a dossier.
pub fn files(site: &Site, prepared: &Prepared) -> Vec<File> {
    let source = Source::new(site, prepared);
    let dossier = &prepared.dossier;
    let folder = Route::Statements(dossier.id.clone()).path();
    let mut files = vec![
        file(&format!("{folder}dossier.json"), published_json(dossier)),
        file(&format!("{folder}article.txt"), article_text(&dossier.article)),
        file(&format!("{folder}annotations.jsonld"), annotations(&source)),
    ];
    for collection in Collection::ALL {
        let listing = Listing::of(source, collection);
        for format in Format::of(collection) {
            let written = listing.write(format);
            let name = format!("{folder}{}.{}", collection.code(), format.extension());
            files.push(file(&format!("{name}.places"), places(&written)));
            files.push(file(&name, written.text));
        }
    }
    for ix in (0..dossier.statements.len()).map(StatementIx::from) {
        let page = Route::Statement(dossier.id.clone(), dossier.statement(ix).id.clone());
        let base = site.settings.address.as_deref().unwrap_or_else(|| page.root());
        let listing = Listing::of_statement(Source { base, ..source }, ix);
        let folder = page.path();
        for format in Format::ALL {
            if let Some(name) = format.citation_file() {
                files.push(file(&format!("{folder}{name}"), listing.write(format).text));
            }
        }
    }
    files
}

/// Returns the byte offsets of the items in a file, as JSON: the start and the end of each, in
/// order. The browser cuts a filtered view out of the file by them.
fn places(written: &Written) -> String {
    let offsets = written.items.iter().flat_map(|(start, end)| [start, end]);
    json!(offsets.collect::<Vec<_>>()).to_string()
}
