//! How one dossier was annotated: by whom, when and how, its corrections, and the rights to its text.

use super::about::contact_link;
use super::file_links::statement_files;
use super::glossary::entry;
use crate::model::{Annotator, Correction, Dossier};
use crate::query::Collection;
use crate::route::Route;
use crate::site::Site;
use crate::text::static_pages::about::{self as words, ArticleSlot, ContactSlot};
use crate::text::static_pages::annotate;
use crate::text::{self, Link};
use crate::ui::page::Page;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// The id of the row with the files of the dossier.
pub const FILES_ID: &str = "files";

/// Renders the page of one dossier.
pub fn about_dossier_page(site: &Site, page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    let route = Route::AboutDossier(dossier.id.clone());
    html! {
        <>
            <div class="crumb">
                <a href={page.list(Collection::Statements)}>{ dossier.title.to_string() }</a>
            </div>
            <div class="about">
                <h1 id="title" tabindex="-1">{ text::view_name(&route) }</h1>
                <div class="details">{ dossier_facts(site, page) }</div>
            </div>
        </>
    }
}

/// Renders the summary, annotator, date, method, corrections and rights of a dossier.
pub fn dossier_facts(site: &Site, page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    let data = filled(words::data(), |Link(words)| {
        let file = format!("{}{}/dossier.json", page.root, dossier.id);
        html! { <a href={file} download="">{ words }</a> }
    });
    let files = html! {
        <span id={FILES_ID}>
            { data }
            <br />
            { words::ALL_STATEMENTS }
            { statement_files(page) }
        </span>
    };
    html! {
        <>
            if let Some(summary) = &dossier.summary { <p>{ summary.to_string() }</p> }
            <dl class="glossary">
                { entry(words::ARTICLE, article(dossier)) }
                { entry(words::ANNOTATED_BY, html! { { words::annotated_by(dossier) } }) }
                if let Some(method) = &dossier.annotation.method {
                    { entry(words::METHOD, html! { { method.to_string() } }) }
                }
                if !dossier.corrections.is_empty() {
                    { entry(words::CORRECTIONS, corrections(page)) }
                }
                { entry(words::COVERAGE, html! { { words::coverage(dossier) } }) }
                { entry(words::RIGHTS, html! { { words::rights(dossier) } }) }
                { entry(words::DATA, files) }
                if site.settings.annotator == Annotator::SiteFiles {
                    { entry(annotate::EDITING, edit(page)) }
                }
                if let Some(contact) = site.contact(dossier) {
                    { entry(words::REPORT, how_to_report(contact)) }
                }
            </dl>
        </>
    }
}

/// Renders the link that opens the dossier in the annotator.
fn edit(page: &Page) -> Html {
    let href = format!("{}?dossier={}", Route::Annotate.href(page.root), page.prepared.dossier.id);
    html! { <a {href}>{ annotate::EDIT }</a> }
}

fn article(dossier: &Dossier) -> Html {
    let address = dossier.article.address.as_deref().unwrap_or_default();
    let line = filled(words::article(dossier), |slot| match slot {
        ArticleSlot::Byline(byline) => html! { { byline } },
        ArticleSlot::Original(words) => {
            html! { <a href={address.to_owned()} rel="noreferrer">{ words }</a> }
        }
        ArticleSlot::Archived(words) => {
            let archived = dossier.article.archived.as_ref();
            let address = archived.map(|it| it.address.to_string()).unwrap_or_default();
            html! { <a href={address} rel="noreferrer">{ words }</a> }
        }
    });
    html! { <span>{ line }</span> }
}

/// Renders the corrections after publication, latest first, each with links to the statements that
/// it changed.
fn corrections(page: &Page) -> Html {
    let mut all: Vec<&Correction> = page.prepared.dossier.corrections.iter().collect();
    all.sort_by_key(|correction| std::cmp::Reverse(correction.on));
    let items = all.into_iter().map(|correction| {
        let statements = correction.statements.iter().map(|ix| {
            let name = text::statement_number(*ix);
            html! { <>{ " " }<a href={page.statement(*ix)}>{ name }</a></> }
        });
        html! {
            <p>
                <b>{ text::corrected(correction) }</b>
                { " " }
                { correction.what.to_string() }
                { for statements }
            </p>
        }
    });
    items.collect()
}

fn how_to_report(contact: &str) -> Html {
    let line = filled(words::how_to_report(), |ContactSlot| contact_link(contact));
    html! { <span>{ line }</span> }
}
