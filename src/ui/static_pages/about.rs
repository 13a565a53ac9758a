//! The page about the site: its purpose, its makers, and the meaning of every label and mark.

use super::about_dossier::dossier_facts;
use super::glossary::{Section, glossary};
use crate::model::{Contact, Slug};
use crate::route::Route;
use crate::site::{Entry, Site};
use crate::text::Link;
use crate::text::static_pages::about::{self as words, ContactSlot, Make, Pencil};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::sentence::filled;
use std::rc::Rc;
use yew::prelude::*;

/// Address of the source code, if there is one.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// Id of the heading over the reports of the site.
const REPORTS_ID: &str = "h-reports";

/// Renders the page: answers to the five questions of a first visit, then the details and the
/// glossary, with a list of contents. With several dossiers, the facts of each are on a page of its
/// own, and the list of them, which can be long, comes last.
pub fn about_page(site: &Site, root: &'static str) -> Html {
    let glossary = glossary(site, root);
    let links = |sections: Vec<(&'static str, &'static str)>| -> Html {
        let link = |(id, name)| html! { <li><a href={format!("#{id}")}>{ name }</a></li> };
        html! { <ul>{ for sections.into_iter().map(link) }</ul> }
    };
    let (reports_first, reports_last) = if site.is_alone {
        (Some(facts(site, root)), None)
    } else {
        (None, Some(reports(&site.entries, root)))
    };
    let reports = |inner: Html| section(REPORTS_ID, words::REPORTS, inner);
    let reports_link = (REPORTS_ID, words::REPORTS);
    let mut details = vec![("h-rules", words::RULES), ("h-how", words::HOW_IT_IS_MADE)];
    details.insert(if site.is_alone { 0 } else { details.len() }, reports_link);
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
                { links(details) }
                <h3>{ words::HOW_TO_READ }</h3>
                { links(glossary.iter().map(|section| (section.id, section.heading)).collect()) }
            </nav>
            <div class="details">
                { for reports_first.map(reports) }
                { section("h-rules", words::RULES, rules()) }
                { section("h-how", words::HOW_IT_IS_MADE, how_it_is_made(site, root)) }
                { for glossary.into_iter().map(|Section { id, heading, inner }| section(id, heading, inner)) }
                { for reports_last.map(reports) }
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
    let annotators = words::annotators(site.entries.iter().map(|entry| entry.annotator.as_str()));
    let contact = site.settings.contact.as_deref();
    let contact = contact.or_else(|| site.entries.iter().find_map(|it| it.contact.as_deref()));
    let contact = match contact {
        Some(contact) => filled(words::publisher_contact(), |ContactSlot| contact_link(contact)),
        None => html! { { words::NO_CONTACT } },
    };
    html! {
        <>
            <p>{ annotators }{ " " }{ contact }</p>
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
    let example = site.entries.first().map(|entry| format!("{root}{}/dossier.json", entry.id));
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

/// Renders the facts of the only dossier.
fn facts(site: &Site, root: &'static str) -> Html {
    let of_dossier = |prepared| {
        let page = Page { prepared: Rc::clone(prepared), root };
        let dossier = &page.prepared.dossier;
        let id = made_id(&dossier.id);
        let list = Route::Statements(dossier.id.clone()).href(root);
        html! {
            <section aria-labelledby={id.clone()}>
                <h3 {id}><a href={list}>{ dossier.title.to_string() }</a></h3>
                { dossier_facts(site, &page) }
            </section>
        }
    };
    site.dossiers.iter().map(of_dossier).collect()
}

/// Renders a link to the facts of each dossier, where old links to them lead.
fn reports(entries: &[Entry], root: &'static str) -> Html {
    let item = |entry: &Entry| {
        let href = Route::AboutDossier(entry.id.clone()).href(root);
        html! { <li id={made_id(&entry.id)}><a {href}>{ entry.title.clone() }</a></li> }
    };
    html! {
        <>
            <p>{ words::FACTS_OF_EACH }</p>
            <ul class="about-reports">{ for entries.iter().map(item) }</ul>
        </>
    }
}

/// Returns the id of the place on the page about the site that concerns a dossier. Published links
/// use it.
fn made_id(dossier: &Slug) -> String {
    format!("h-made-{dossier}")
}

/// Renders an email or web address as a link.
pub fn contact_link(contact: &str) -> Html {
    match Contact::of(contact) {
        Contact::Web(address) => {
            html! { <a href={address.to_owned()} rel="noreferrer">{ address.to_owned() }</a> }
        }
        Contact::Email(address) => {
            html! { <a href={format!("mailto:{address}")}>{ address.to_owned() }</a> }
        }
    }
}
