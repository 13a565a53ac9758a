//! Links to the files of a dossier, with their names for readers.

use crate::format::Format;
use crate::query::Collection;
use crate::route::Route;
use crate::text;
use crate::text::static_pages::export_panel as words;
use crate::ui::page::Page;
use yew::prelude::*;

/// Renders links to the files with all statements of the dossier.
pub fn statement_files(page: &Page) -> Html {
    let exports = Format::of(Collection::Statements)
        .map(|format| (listing_name(format), text::format_name(format)));
    let (annotations, label) = words::ANNOTATIONS;
    let files = exports.chain([(annotations.to_owned(), label)]).map(|(file, label)| {
        let (href, download) = dossier_file(page, &file);
        html! { <a {href} {download}>{ label }</a> }
    });
    html! { <span>{ separated(files) }</span> }
}

/// Returns the name of the file with all statements of a dossier in a format.
pub fn listing_name(format: Format) -> String {
    format!("{}.{}", Collection::Statements.code(), format.extension())
}

/// Returns the link to a file of the dossier, and the name under which it is saved.
pub fn dossier_file(page: &Page, file: &str) -> (String, String) {
    let dossier = &page.prepared.dossier;
    let folder = Route::Statements(dossier.id.clone()).href(page.root);
    (format!("{folder}{file}"), format!("{}-{file}", dossier.id))
}

/// Renders links with commas between them.
pub fn separated(links: impl IntoIterator<Item = Html>) -> Html {
    let links = links.into_iter().enumerate().map(|(position, link)| {
        let separator = if position > 0 { text::LIST_SEPARATOR } else { "" };
        html! { <>{ separator }{ link }</> }
    });
    links.collect()
}
