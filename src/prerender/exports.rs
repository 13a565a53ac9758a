//! The exported files of a dossier, for readers and for machines.

use super::{File, file};
use crate::export::{Listing, Source, Written, annotations, article_text, published_json};
use crate::format::Format;
use crate::model::{Citations, StatementIx};
use crate::query::Collection;
use crate::route::Route;
use crate::site::{Prepared, Site};
use serde_json::json;

/// Writes every exported file of a dossier.
pub fn files(site: &Site, prepared: &Prepared) -> Vec<File> {
    let dossier = &prepared.dossier;
    let folder = Route::Statements(dossier.id.clone()).path();
    let whole = |name: &str| {
        let text = of_dossier(site, prepared, name).unwrap_or_default();
        file(&format!("{folder}{name}"), text)
    };
    let mut files: Vec<File> = OF_DOSSIER.into_iter().map(whole).collect();
    for (collection, format) in listings() {
        let written = listing(site, prepared, collection).write(format);
        let name = format!("{folder}{}", listing_name(collection, format));
        files.push(file(&format!("{name}.{PLACES}"), places(&written)));
        files.push(file(&name, written.text));
    }
    for ix in (0..dossier.statements.len()).map(StatementIx::from) {
        let page = Route::Statement(dossier.id.clone(), dossier.statement(ix).id.clone());
        let folder = page.path();
        for (name, format) in citations(site) {
            files.push(file(&format!("{folder}{name}"), citation(site, prepared, ix, format)));
        }
    }
    files
}

/// Writes the exported file at a path, or returns `None` if a dossier has no such file.
#[cfg(not(target_arch = "wasm32"))]
pub fn at(site: &Site, path: &str) -> Option<File> {
    let (id, name) = path.split_once('/')?;
    let prepared = site.loaded(id)?;
    if let Some(text) = of_dossier(site, prepared, name) {
        return Some(file(path, text));
    }
    if let Some(rest) = name.strip_prefix("statements/") {
        let (id, name) = rest.split_once('/')?;
        let ix = prepared.dossier.find_statement(id)?;
        let (_, format) = citations(site).find(|(citation, _)| *citation == name)?;
        return Some(file(path, citation(site, prepared, ix, format)));
    }
    let listed = name.strip_suffix(PLACES).and_then(|name| name.strip_suffix('.'));
    let is_it = |(collection, format): &(Collection, Format)| {
        listing_name(*collection, *format) == listed.unwrap_or(name)
    };
    let (collection, format) = listings().find(is_it)?;
    let written = listing(site, prepared, collection).write(format);
    Some(file(path, if listed.is_some() { places(&written) } else { written.text }))
}

/// The files that each dossier has once, in its folder.
const OF_DOSSIER: [&str; 3] = ["dossier.json", "article.txt", "annotations.jsonld"];

/// The extension of the file with the places of the items in an export.
const PLACES: &str = "places";

/// Writes one of the files that each dossier has once.
fn of_dossier(site: &Site, prepared: &Prepared, name: &str) -> Option<String> {
    match name {
        "dossier.json" => Some(published_json(&prepared.dossier)),
        "article.txt" => Some(article_text(&prepared.dossier.article)),
        "annotations.jsonld" => Some(annotations(&Source::new(site, prepared))),
        _ => None,
    }
}

/// Returns each collection with each of its formats.
fn listings() -> impl Iterator<Item = (Collection, Format)> {
    let formats = |collection| Format::of(collection).map(move |format| (collection, format));
    Collection::ALL.into_iter().flat_map(formats)
}

fn listing<'s>(site: &'s Site, prepared: &'s Prepared, collection: Collection) -> Listing<'s> {
    Listing::of(Source::new(site, prepared), collection)
}

fn listing_name(collection: Collection, format: Format) -> String {
    format!("{}.{}", collection.code(), format.extension())
}

/// Returns the names of the files that cite a statement, in the folder of its page. None if the site
/// has such files only of whole dossiers.
fn citations(site: &Site) -> impl Iterator<Item = (&'static str, Format)> {
    let of_each = site.settings.files.citations == Citations::Statement;
    let formats = Format::ALL.into_iter().filter(move |_| of_each);
    formats.filter_map(|format| Some((format.citation_file()?, format)))
}

fn citation(site: &Site, prepared: &Prepared, ix: StatementIx, format: Format) -> String {
    let dossier = &prepared.dossier;
    let page = Route::Statement(dossier.id.clone(), dossier.statement(ix).id.clone());
    let base = site.settings.address.as_deref().unwrap_or_else(|| page.root());
    let source = Source { base, ..Source::new(site, prepared) };
    Listing::of_statement(source, ix).write(format).text
}

/// Returns the byte offsets of the items in a file, as JSON: the start and the end of each, in
/// order. The browser cuts a filtered view out of the file by them.
fn places(written: &Written) -> String {
    let offsets = written.items.iter().flat_map(|(start, end)| [start, end]);
    json!(offsets.collect::<Vec<_>>()).to_string()
}
