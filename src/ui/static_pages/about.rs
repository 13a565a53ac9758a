//! The page about the site: its purpose, its makers, and the meaning of every label and mark.

use super::glossary::{Section, entry, glossary};
use crate::model::{Contact, Correction, Dossier};
use crate::query::Collection;
use crate::site::{Prepared, Site};
use crate::text::static_pages::about::{self as words, ArticleSlot, ContactSlot, Make, Pencil};
use crate::text::{self, Link};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::sentence::filled;
use std::rc::Rc;
use yew::prelude::*;

/// Address of the source code, if there is one.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// Renders the page: answers to the five questions of a first visit, then the details and the
/// glossary, with a list of contents.
pub fn about_page(site: &Site, root: &'static str) -> Html {
    let glossary = glossary(site, root);
    let links = |sections: Vec<(&'static str, &'static str)>| -> Html {
        let link = |(id, name)| html! { <li><a href={format!("#{id}")}>{ name }</a></li> };
        html! { <ul>{ for sections.into_iter().map(link) }</ul> }
    };
    let details = [
        ("h-reports", words::REPORTS),
        ("h-rules", words::RULES),
        ("h-how", words::HOW_IT_IS_MADE),
    ];
    html! {
        <div class="about">
            <h1 id="title" tabindex="-1">{ words::heading(&site.name) }</h1>
            <div class="answers">
                { section("h-what", words::WHAT_THIS_IS, html! { <p>{ words::what_this_is(&site.name) }</p> }) }
                { section("h-not", words::WHAT_IT_IS_NOT, html! { <p>{ words::NOT_A_SCORE }</p> }) }
                { section("h-check", words::WHY_YOU_CAN_CHECK_IT, html! { <p>{ words::EVERY_ENTRY }</p> }) }
                { section("h-publisher", words::WHO_MADE_IT, publisher(site)) }
                { section("make", words::MAKE_ONE, make_one()) }
            </div>
            <nav aria-labelledby="h-contents">
                <h2 id="h-contents">{ words::CONTENTS }</h2>
                { links(details.to_vec()) }
                <h3>{ words::HOW_TO_READ }</h3>
                { links(glossary.iter().map(|section| (section.id, section.heading)).collect()) }
            </nav>
            <div class="details">
                { section("h-reports", words::REPORTS, reports(site, root)) }
                { section("h-rules", words::RULES, rules()) }
                { section("h-how", words::HOW_IT_IS_MADE, how_it_is_made(site, root)) }
                { for glossary.into_iter().map(|Section { id, heading, inner }| section(id, heading, inner)) }
            </div>
        </div>
    }
}

fn section(id: &'static str, heading: &'static str, inner: Html) -> Html {
    html! { <section aria-labelledby={id}><h2 {id}>{ heading }</h2>{ inner }</section> }
}

/// Renders the rules of the annotation.
fn rules() -> Html {
    let pencil =
        filled(words::pencil(), |Pencil| html! { <span class="ours">{ icon(Icon::Pen) }</span> });
    html! {
        <>
            <p>{ words::QUOTED_BY_SOFTWARE }</p>
            <p>{ pencil }</p>
            <p>{ words::SILENCE }</p>
            <p>{ words::CORRECTIONS_AND_LINKS }</p>
        </>
    }
}

/// Renders the annotators, the contact, and what the publisher says about themselves.
fn publisher(site: &Site) -> Html {
    let dossiers: Vec<&Dossier> = site.dossiers.iter().map(|it| &*it.dossier).collect();
    let contact = site.settings.contact.as_deref();
    let contact = contact.or_else(|| dossiers.iter().find_map(|dossier| site.contact(dossier)));
    let contact = match contact {
        Some(contact) => filled(words::publisher_contact(), |ContactSlot| contact_link(contact)),
        None => html! { { words::NO_CONTACT } },
    };
    html! {
        <>
            <p>{ words::annotators(&dossiers) }{ " " }{ contact }</p>
            { for site.settings.about.iter().map(|paragraph| html! { <p>{ paragraph.clone() }</p> }) }
        </>
    }
}

fn make_one() -> Html {
    let line = filled(words::how_to_make_one(), |Link(words)| {
        html! { <a href="#h-how">{ words }</a> }
    });
    html! { <p>{ line }</p> }
}

/// Renders the instructions for making such a site, with links to what exists.
fn how_it_is_made(site: &Site, root: &'static str) -> Html {
    let example = site.dossiers.first().map(|it| format!("{root}{}/dossier.json", it.dossier.id));
    let link = |slot| match slot {
        Make::Source(words) => html! { <a href={REPOSITORY} rel="noreferrer">{ words }</a> },
        Make::Schema(words) => {
            html! { <a href={format!("{root}dossier.schema.json")}>{ words }</a> }
        }
        Make::Example(words) => {
            html! { <a href={example.clone().unwrap_or_default()} download="">{ words }</a> }
        }
    };
    // The site in one file has no schema.
    let has_format = example.is_some() && !site.in_one_file;
    let format = has_format.then(|| html! { <p>{ filled(words::format_and_example(), link) }</p> });
    html! {
        <>
            <p>{ words::THE_FILE }</p>
            <p>{ filled(words::the_program(!REPOSITORY.is_empty()), link) }</p>
            { for format }
        </>
    }
}

fn reports(site: &Site, root: &'static str) -> Html {
    site.dossiers.iter().map(|prepared| dossier_facts(site, prepared, root)).collect()
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
