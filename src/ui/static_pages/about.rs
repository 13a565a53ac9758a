//! The page about the site: its purpose, its makers, and the meaning of every label and mark.

use super::glossary::{Section, entry, glossary};
use crate::model::{Contact, Correction, Dossier};
use crate::query::Collection;
use crate::site::{Prepared, Site};
use crate::text::static_pages::about::{self as words, ArticleSlot, ContactSlot, Pencil};
use crate::text::{self, Link};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::sentence::filled;
use std::rc::Rc;
use yew::prelude::*;

/// Renders the page.
pub fn about_page(site: &Site, root: &'static str) -> Html {
    let glossary = glossary(site, root);
    let contents = glossary.iter().map(|section| {
        html! { <li><a href={format!("#{}", section.id)}>{ section.heading }</a></li> }
    });
    let contents: Vec<Html> = contents.collect();
    html! {
        <div class="about">
            <h1 id="title" tabindex="-1">{ words::heading() }</h1>
            { section("h-what", words::WHAT_THIS_IS, html! { <p class="lead">{ words::what_this_is() }</p> }) }
            { section("h-not", words::WHAT_IT_IS_NOT, html! { <p>{ words::NOT_A_SCORE }</p> }) }
            { section("h-check", words::WHY_YOU_CAN_CHECK_IT, why_you_can_check_it()) }
            { section("h-publisher", words::WHO_MADE_IT, publisher(site)) }
            { for site.dossiers.iter().map(|prepared| dossier_facts(site, prepared, root)) }
            { section(
                "h-make",
                words::MAKE_ONE,
                words::HOW_TO_MAKE_ONE.map(|paragraph| html! { <p>{ paragraph }</p> }).into_iter().collect(),
            ) }
            <nav aria-labelledby="h-read">
                <h2 id="h-read">{ words::HOW_TO_READ }</h2>
                <ul>{ for contents }</ul>
            </nav>
            { for glossary.into_iter().map(|Section { id, heading, inner }| section(id, heading, inner)) }
        </div>
    }
}

fn section(id: &'static str, heading: &'static str, inner: Html) -> Html {
    html! { <section aria-labelledby={id}><h2 {id}>{ heading }</h2>{ inner }</section> }
}

fn why_you_can_check_it() -> Html {
    let pencil =
        filled(words::pencil(), |Pencil| html! { <span class="ours">{ icon(Icon::Pen) }</span> });
    html! {
        <>
            <p>{ words::EVERY_ENTRY }</p>
            <p>{ pencil }</p>
            <p>{ words::CORRECTIONS_AND_LINKS }</p>
        </>
    }
}

/// Renders the publisher's description of themselves.
fn publisher(site: &Site) -> Html {
    let settings = &site.settings;
    if settings.about.is_empty() && settings.contact.is_none() {
        return html! { <p>{ words::NO_PUBLISHER }</p> };
    }
    let contact = settings.contact.as_deref().map(|contact| {
        let line = filled(words::publisher_contact(), |ContactSlot| contact_link(contact));
        html! { <p>{ line }</p> }
    });
    html! {
        <>
            { for settings.about.iter().map(|paragraph| html! { <p>{ paragraph.clone() }</p> }) }
            { for contact }
        </>
    }
}

/// Renders the annotator, date, method, corrections and rights of a dossier.
fn dossier_facts(site: &Site, prepared: &Rc<Prepared>, root: &'static str) -> Html {
    let dossier = &prepared.dossier;
    let page = Page { prepared: Rc::clone(prepared), root };
    let id = format!("h-made-{}", dossier.id);
    let data = filled(words::data(), |Link(words)| {
        html! { <a href={format!("{root}{}/dossier.json", dossier.id)} download="">{ words }</a> }
    });
    html! {
        <section aria-labelledby={id.clone()}>
            <h3 {id}><a href={page.list(Collection::Statements)}>{ dossier.title.to_string() }</a></h3>
            <p>{ dossier.summary.to_string() }</p>
            <dl class="glossary">
                { entry(words::ARTICLE, article(dossier)) }
                { entry(words::ANNOTATED_BY, html! { { words::annotated_by(dossier) } }) }
                { entry(words::METHOD, html! { { dossier.annotation.method.to_string() } }) }
                if !dossier.corrections.is_empty() {
                    { entry(words::CORRECTIONS, corrections(&page)) }
                }
                { entry(words::COVERAGE, html! { { words::coverage(dossier) } }) }
                { entry(words::RIGHTS, html! { { words::rights(dossier) } }) }
                { entry(words::DATA, html! { <span>{ data }</span> }) }
                if let Some(contact) = site.contact(dossier) {
                    { entry(words::REPORT, how_to_report(contact)) }
                }
            </dl>
        </section>
    }
}

fn article(dossier: &Dossier) -> Html {
    let address = dossier.article.address.as_deref().unwrap_or_default();
    let line = filled(words::article(dossier), |slot| match slot {
        ArticleSlot::Byline(byline) => html! { { byline } },
        ArticleSlot::Original(words) => {
            html! { <a href={address.to_owned()} rel="noreferrer">{ words }</a> }
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

/// Renders an email or web address as a link.
fn contact_link(contact: &str) -> Html {
    match Contact::of(contact) {
        Contact::Web(address) => {
            html! { <a href={address.to_owned()} rel="noreferrer">{ address.to_owned() }</a> }
        }
        Contact::Email(address) => {
            html! { <a href={format!("mailto:{address}")}>{ address.to_owned() }</a> }
        }
    }
}
