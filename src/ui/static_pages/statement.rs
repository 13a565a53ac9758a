//! The page of a statement: the source, the chain, the words and their passage, then the evidence
//! for each detail.

use super::evidence_table::{details, table};
use super::export_panel::export_panel;
use super::mini::{has_speakers_of, minis, others, shown_number};
use super::passage::passage;
use super::quoted_words::statement_words;
use crate::model::{ActorIx, Contact, Correction, Span, Statement, StatementIx, Topic};
use crate::query::{Collection, Facet, Query};
use crate::route::link_to_words;
use crate::site::Site;
use crate::text::static_pages::statement::{self as words, HeadSlot, QuotedSlot, ReportSlot, Verb};
use crate::text::{self, Label, Link};
use crate::ui::article::words::article_words;
use crate::ui::el::{copied, txt};
use crate::ui::icon::arrow;
use crate::ui::page::Page;
use crate::ui::parts::marks::{
    chain_list, inferred, kind_mark, ours, speaker_chips, spoken_comma, strip,
};
use crate::ui::parts::references::{references, said};
use crate::ui::parts::related::related;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Renders the page of a statement.
pub fn statement_page(site: &Site, page: &Page, ix: StatementIx) -> Html {
    let rows = details(page, ix);
    let evidence: Vec<Span> = rows.iter().flat_map(|row| row.evidence()).copied().collect();
    html! {
        <article class="one">
            { head(site, page, ix) }
            <section aria-labelledby="h-passage" class="one-passage">
                <h2 id="h-passage">{ words::IN_THE_ARTICLE }</h2>
                { excerpts_only(page) }
                { passage(page, ix, &evidence) }
                { passage_links(page, ix) }
            </section>
            <section aria-labelledby="h-evidence" class="one-evidence">
                <h2 id="h-evidence">{ words::EVIDENCE }</h2>
                { table(page, rows, true) }
                { for report(site, page, ix) }
            </section>
            <div class="one-more">
                { related(page, ix, None) }
                { same_source(page, ix) }
                { for same_topics(page, ix) }
            </div>
            { steps(page, ix) }
        </article>
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
            { " " }
            <a href={page.beside(&[ix])} class="needs-script">{ words::COMPARE_WITH_ANOTHER }</a>
        </p>
    }
}

fn head(site: &Site, page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = prepared.wording(ix);
    let number = ix.index() + 1;
    let how_much_quoted = filled(words::how_much_quoted(wording), |slot| match slot {
        QuotedSlot::Label(label) => html! { <b>{ label }</b> },
        QuotedSlot::Detail(detail) => html! { { detail } },
    });
    let summary = html! { <><b>{ text::IN_SHORT }</b>{ " " }{ statement.gist.to_string() }</> };
    html! {
        <header class="one-head">
            <p class="crumb">
                <a href={page.list(Collection::Statements)}>
                    { words::all_statements(dossier.statements.len()) }
                </a>
                { " " }
                <span>{ text::statement_number(ix) }</span>
            </p>
            <h1 id="title" tabindex="-1">
                <span class="number is-on" aria-hidden="true">{ number }</span>
                { " " }
                { kind_mark(statement.kind.value) }
                <span class="hush">{ words::by(dossier, statement) }</span>
            </h1>
            { long_chain(page, statement) }
            { article_words(prepared, "blockquote", "words big", statement_words(prepared, statement)) }
            <p class="directness wide">
                { strip(wording, prepared.direction()) }
                <span>{ how_much_quoted }</span>
            </p>
            { references(page, statement) }
            { ours("p", "ours gist", vec![summary]) }
            { for figures(page, ix) }
            { for dossier.corrections_of(ix).into_iter().map(correction) }
            { export_panel(site, page, ix) }
        </header>
    }
}

/// Renders a correction that concerns the statement, in the editor's words.
fn correction(correction: &Correction) -> Html {
    let what = html! {
        <><b>{ text::corrected(correction) }</b>{ " " }{ correction.what.to_string() }</>
    };
    ours("p", "ours gist", vec![what])
}

/// Renders the chain, with a description of the source and of each step.
fn long_chain(page: &Page, statement: &Statement) -> Html {
    let dossier = &page.prepared.dossier;
    let verb = filled(words::attributing_verb(), |Verb| {
        html! { <i class="cue">{ for statement.cue.iter().map(|span| said(page, *span)) }</i> }
    });
    let source = html! {
        <li>
            <span class="role">
                { words::SOURCE }
                if !statement.cue.is_empty() {
                    <span class="hush">{ verb }</span>
                }
            </span>
            <span class="hush">{ ": " }</span>
            <span class="speakers">{ speaker_chips(page, statement, &Query::default()) }</span>
            { spoken_comma() }
            <span class="note">
                { statement.identification.kind.value.label().to_ascii_lowercase() }
            </span>
        </li>
    };
    let mut items = vec![source];
    for hop in &statement.via {
        let what = dossier.actor(hop.actor).kind.value.label().to_ascii_lowercase();
        let role = hop.role.value.label();
        let is_inferred = statement.infers_hop(hop);
        items.push(long_hop(page, role, "chip relay", (hop.actor, is_inferred), what));
    }
    let day = text::day_text(dossier.article.published);
    let outlet = (dossier.article.outlet, false);
    items.push(long_hop(page, text::PUBLISHED_BY.trim_end(), "chip outlet-chip", outlet, day));
    chain_list("chain chain-long", items)
}

fn long_hop(
    page: &Page,
    role: &'static str,
    class: &'static str,
    (actor, is_inferred): (ActorIx, bool),
    note: String,
) -> Html {
    html! {
        <li>
            { arrow() }
            <span class="role">{ role }</span>
            { " " }
            <a href={page.actor(actor)} {class}>
                { page.prepared.dossier.actor(actor).name.value.to_string() }
                { inferred(is_inferred) }
            </a>
            { spoken_comma() }
            <span class="note">{ note }</span>
        </li>
    }
}

fn figures(page: &Page, ix: StatementIx) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let line = |figure| {
        let it = dossier.figure(figure);
        let words = |span| {
            let text = dossier.article.text(span).to_owned();
            html! { <span class="article-inline">{ text }</span> }
        };
        html! {
            <p class="facts">
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
            let subject = text::mail_part(&words::mail_subject(id));
            let body = text::mail_part(&words::mail_body(&path));
            let href = format!("mailto:{address}?subject={subject}&body={body}");
            filled(words::report_by_mail(), |Link(words)| {
                html! { <a href={href.clone()} data-path={text::mail_part(&path)}>{ words }</a> }
            })
        }
    };
    Some(html! { <p class="more">{ line }</p> })
}

fn same_source(page: &Page, ix: StatementIx) -> Html {
    let title = match page.prepared.dossier.statement(ix).is_joint() {
        true => words::MORE_FROM_SPEAKERS,
        false => words::MORE_FROM_SOURCE,
    };
    let found = others(page, ix, |s| has_speakers_of(page, ix, s));
    minis(page, "h-source".into(), txt(title), found)
}

/// Renders statements by other sources on the same topics.
fn same_topics(page: &Page, ix: StatementIx) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let section = |topic: &Topic, found| {
        let title = filled(words::more_on_topic(), |words::Topic| {
            let href = page.narrowed(Collection::Statements, Facet::Topic, topic.id.as_str());
            html! { <a {href}>{ copied(&topic.label) }</a> }
        });
        minis(page, format!("h-topic-{}", topic.id).into(), title, found)
    };
    let topics = dossier.statement(ix).topics.iter().map(|topic| {
        let on = |s: &Statement| s.topics.iter().any(|t| t.value == topic.value);
        let found = others(page, ix, |s| on(s) && !has_speakers_of(page, ix, s));
        section(dossier.topic(topic.value), found)
    });
    topics.collect()
}

/// Renders the links to the statements before and after, in article order.
fn steps(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let step = |other: StatementIx, name: &'static str, class: &'static str| {
        let statement = dossier.statement(other);
        let line = filled(words::head(dossier, statement), |slot| match slot {
            HeadSlot::Type => kind_mark(statement.kind.value),
            HeadSlot::Attribution(attribution) => html! { { attribution } },
        });
        html! {
            <a href={page.statement(other)} {class}>
                { shown_number(other) }
                <span><small>{ name }<span class="hush">{ ": " }</span></small>{ line }</span>
            </a>
        }
    };
    let before = ix.index().checked_sub(1).map(StatementIx::from);
    let after = (ix.index() + 1 < dossier.statements.len()).then(|| (ix.index() + 1).into());
    html! {
        <nav class="steps" aria-label={words::STEPS}>
            { for before.map(|before| step(before, words::PREVIOUS, "step back")) }
            { for after.map(|after| step(after, words::NEXT, "step on")) }
        </nav>
    }
}
