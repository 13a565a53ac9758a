//! The page of a statement: the words, their source and the way to the reader, then their passage,
//! the evidence for each detail, and other statements.

use super::byline::byline;
use super::details::{Details, details};
use super::evidence_table::table;
use super::passage::passage;
use super::quoted_words::statement_words;
use super::statement_more::more;
use super::statement_take::{actions, panel, printed};
use crate::model::{Contact, Correction, Directness, StatementIx, Wording};
use crate::query::Collection;
use crate::route::{Route, link_to_words};
use crate::site::Site;
use crate::text::static_pages::evidence_table::entries;
use crate::text::static_pages::statement::{self as words, ReportSlot, TitleSlot};
use crate::text::{self, Link};
use crate::ui::article::words::article_words;
use crate::ui::page::Page;
use crate::ui::parts::marks::{kind_mark, ours, strip, translation};
use crate::ui::parts::references::{references, said};
use crate::ui::parts::related::related;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Maximum number of corrections on the page of a statement.
const MAX_CORRECTIONS: usize = 8;

/// Renders the page of a statement.
pub fn statement_page(site: &Site, page: &Page, ix: StatementIx) -> Html {
    let details = details(page, ix);
    let (same_source, same_topics) = more(page, ix);
    html! {
        <>
            { crumb(page, ix) }
            <article class="one one-statement">
                { head(site, page, ix) }
                <section aria-labelledby="h-passage" class="one-passage">
                    <h2 id="h-passage">{ words::IN_THE_ARTICLE }</h2>
                    { excerpts_only(page) }
                    { passage(page, ix, &details.evidence()) }
                    { passage_links(page, ix) }
                </section>
                { evidence(page, details) }
                <div class="one-take">
                    { panel(site, page, ix) }
                    { for report(site, page, ix) }
                </div>
                <div class="one-more">
                    <div>{ related(page, ix, None) }{ same_source }</div>
                    { same_topics }
                </div>
            </article>
        </>
    }
}

/// Renders the table of details. It is open; on a narrow screen, a script closes it.
fn evidence(page: &Page, details: Details) -> Html {
    let (count, rest) = (details.count(), details.rest());
    html! {
        <details class="one-evidence unfolds" id="evidence" open=true>
            <summary><h2 id="h-evidence">{ words::EVIDENCE }</h2>{ " " }<small>{ entries(count) }</small></summary>
            { table(page, details.groups, true) }
            { rest }
        </details>
    }
}

/// Renders the links to the list, and to the statements before and after, in article order.
fn crumb(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let total = dossier.statements.len();
    let step = |other: StatementIx, [shown, name]: [String; 2]| {
        html! { <a href={page.statement(other)} aria-label={name}>{ shown }</a> }
    };
    let before = ix.index().checked_sub(1).map(StatementIx::from);
    let after = (ix.index() + 1 < total).then(|| StatementIx::from(ix.index() + 1));
    html! {
        <div class="crumb">
            <a href={page.list(Collection::Statements)}>{ words::all_statements(total) }</a>
            <nav class="steps" aria-label={words::STEPS}>
                { for before.map(|before| step(before, words::previous(dossier, before))) }
                <span>
                    <span aria-hidden="true">{ words::place(ix, total) }</span>
                    <span class="hush">{ words::spoken_place(ix, total) }</span>
                </span>
                { for after.map(|after| step(after, words::next(dossier, after))) }
            </nav>
        </div>
    }
}

/// Renders the note that only excerpts of the article may be shown.
fn excerpts_only(page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    if !dossier.article.is_cut() {
        return Html::default();
    }
    html! { <p class="byhand">{ text::excerpts_only(dossier) }</p> }
}

/// Renders the links from the passage: to the full text, to the outlet's own page, and to the
/// comparison.
fn passage_links(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let full_text = match dossier.article.is_cut() {
        true => words::SEE_ALL_EXCERPTS,
        false => words::READ_FULL_TEXT,
    };
    let at_outlet = link_to_words(&dossier.article, &dossier.statement(ix).content);
    html! {
        <p class="more">
            <a href={page.in_article(ix)}>{ full_text }</a>
            if let Some(href) = at_outlet {
                { " " }
                <a {href} rel="noreferrer">{ words::read_at_outlet(dossier) }</a>
            }
            if let Some(it) = &dossier.article.archived {
                { " " }
                <a href={it.address.to_string()} rel="noreferrer">{ words::archived(it) }</a>
            }
        </p>
    }
}

fn head(site: &Site, page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let summary = statement.gist.as_ref().map(|gist| {
        let summary = html! {
            <><span class="pencil">{ text::IN_SHORT }</span>{ " " }{ gist.to_string() }</>
        };
        ours("p", "ours gist", vec![summary])
    });
    let translated = statement.translation.as_ref();
    let translated = translated.map(|it| translation(words::translated(dossier, it), it));
    html! {
        <header class="one-head">
            if statement.draft && !dossier.draft {
                <p class="draft">{ words::DRAFT }</p>
            }
            { kicker(page, ix) }
            { article_words(prepared, "blockquote", "words big", statement_words(prepared, statement)) }
            { for translated }
            { byline(page, statement) }
            { references(page, statement) }
            { for summary }
            { for figures(page, ix) }
            { corrections(page, ix) }
            { actions(site, page, ix) }
            { what_this_is(page) }
            { printed(site, page, ix) }
        </header>
    }
}

/// Renders the heading: number and type, and beside it how much of the statement is quoted.
pub fn kicker(page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let title = words::title().render(
        |words| html! { <span class="hush">{ words }</span> },
        |slot| match slot {
            TitleSlot::Number => html! { <span class="number is-on">{ ix.index() + 1 }</span> },
            TitleSlot::Type => kind_mark(prepared.dossier.statement(ix).kind.value),
        },
    );
    html! {
        <div class="kicker">
            <h1 id="title" tabindex="-1">{ for title }</h1>
            { how_much_quoted(prepared.wording(ix), prepared.direction()) }
        </div>
    }
}

/// Renders how much is quoted. The strip shows where, if it is only a part.
fn how_much_quoted(wording: &Wording, direction: &str) -> Html {
    html! {
        <p class="how-quoted">
            if wording.directness == Directness::Mixed {
                { strip(wording, direction) }
            }
            <span>
                { text::wording_text(wording) }
                <span class="wide">{ words::rest_of_wording(wording.directness) }</span>
            </span>
        </p>
    }
}

fn what_this_is(page: &Page) -> Html {
    let line = filled(words::what_this_is(), |Link(words)| {
        html! { <a href={Route::About.href(page.root)}>{ words }</a> }
    });
    html! { <p class="what-this-is">{ line }</p> }
}

/// Renders the latest corrections that concern the statement, with a link to all.
fn corrections(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let found = dossier.corrections_of(ix);
    let all = Route::AboutDossier(dossier.id.clone()).href(page.root);
    let has_more = found.len() > MAX_CORRECTIONS;
    html! {
        <>
            { for found.into_iter().take(MAX_CORRECTIONS).map(correction) }
            if has_more {
                <p class="more">
                    <a href={all}>{ words::all_corrections(dossier.corrections.len()) }</a>
                </p>
            }
        </>
    }
}

/// Renders a correction that concerns the statement, in the editor's words.
fn correction(correction: &Correction) -> Html {
    let what = html! {
        <><b>{ text::corrected(correction) }</b>{ " " }{ correction.what.to_string() }</>
    };
    ours("p", "ours gist", vec![what])
}

fn figures(page: &Page, ix: StatementIx) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let line = |figure| {
        let it = dossier.figure(figure);
        let words = |span| said(page, span);
        html! {
            <p class="its-figure">
                { words::FIGURE }
                <a href={page.figure(figure)}>{ words(it.words) }</a>
                { " " }
                { words(it.counted) }
                { text::LIST_SEPARATOR }
                { text::figure_source(dossier, it) }
            </p>
        }
    };
    dossier.figures_of(ix).map(line).collect()
}

/// Renders the instructions for reporting an error, if the annotator or the publisher gives a contact.
/// The report contains the path of the page below the root, which a script completes to a link.
fn report(site: &Site, page: &Page, ix: StatementIx) -> Option<Html> {
    let dossier = &page.prepared.dossier;
    let id = dossier.statement(ix).id.as_str();
    let path = format!("{}/statements/{id}/", dossier.id);
    let line = match Contact::of(site.contact(dossier)?) {
        Contact::Web(address) => filled(words::report_on_web(), |slot| match slot {
            ReportSlot::Contact(words) => html! { <a href={address.to_owned()}>{ words }</a> },
            ReportSlot::Address => html! { <code data-path={path.clone()}>{ path.clone() }</code> },
        }),
        Contact::Email(address) => {
            let subject = text::mail_part(&words::mail_subject(&site.name, id));
            let body = text::mail_part(&words::mail_body(&path));
            let href = format!("mailto:{address}?subject={subject}&body={body}");
            filled(words::report_by_mail(), |Link(words)| {
                html! { <a href={href.clone()} data-path={text::mail_part(&path)}>{ words }</a> }
            })
        }
    };
    Some(html! { <p class="more">{ line }</p> })
}
