//! One statement: who, through whom, what and where at a glance, then what each field rests on.

use crate::model::{ActorIx, Statement, StatementIx};
use crate::query::{Collection, Facet, Query};
use crate::ui::fields::fields;
use crate::ui::icon::{Icon, arrow, icon};
use crate::ui::marks::{kind_mark, speaker_chips, strip};
use crate::ui::page::Page;
use crate::ui::passage::passage;
use crate::ui::references::references;
use crate::ui::text::{self, Label};
use crate::ui::words::{content_words, language};
use yew::prelude::*;

/// The page of a statement. `base` is the bundle's root as a whole address, once it is known.
pub fn statement_page(page: &Page, ix: StatementIx, base: Option<&AttrValue>) -> Html {
    html! {
        <article class="one">
            { head(page, ix) }
            <section class="one-passage" aria-labelledby="h-passage">
                <h2 id="h-passage">{ "Where it stands in the article" }</h2>
                { passage(page, ix) }
            </section>
            <section class="one-evidence" aria-labelledby="h-evidence">
                <h2 id="h-evidence">{ "What each field rests on" }</h2>
                { fields(page, ix) }
                { report(page, ix, base) }
            </section>
            <div class="one-more">
                { relations(page, ix) }
                { same_source(page, ix) }
                { same_topics(page, ix) }
            </div>
            { steps(page, ix) }
        </article>
    }
}

fn head(page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = prepared.wording(ix);
    let (number, total) = (ix.index() + 1, dossier.statements.len());
    html! {
        <header class="one-head">
            <p class="crumb">
                <a href={page.list(Collection::Statements)}>{ dossier.title.to_string() }</a>
                { " " }
                <span>{ format!("Statement {number} of {total}") }</span>
            </p>
            <h1 id="title" tabindex="-1">
                <span class="number is-on" aria-hidden="true">{ number }</span>
                { " " }
                { kind_mark(statement.kind.value) }
                <span class="hush">{ format!(" by {}", text::attribution(dossier, statement)) }</span>
            </h1>
            { long_chain(page, statement) }
            <blockquote class="words big" lang={language(prepared)} dir={prepared.direction()}>
                { content_words(prepared, statement) }
            </blockquote>
            <p class="directness wide">
                { strip(wording) }
                <span><b>{ wording.directness.label() }{ "." }</b>{ " " }{ text::wording_sentence(wording) }</span>
            </p>
            { references(page, statement) }
            <p class="ours gist">{ icon(Icon::Pen) }{ " " }<b>{ text::IN_SHORT }</b>{ " " }{ statement.gist.to_string() }</p>
            { figures(page, ix) }
        </header>
    }
}

/// The chain with each hop's part and description.
fn long_chain(page: &Page, statement: &Statement) -> Html {
    let dossier = &page.prepared.dossier;
    let outlet = dossier.article.outlet;
    let hop = |role: &'static str, class: &'static str, actor: ActorIx, note: String| {
        let name = dossier.actor(actor).name.value.to_string();
        html! {
            <li>
                { arrow() }
                <span class="role">{ role }</span>
                <a class={classes!("chip", class)} href={page.actor(actor)}>{ name }</a>
                <span class="note">{ note }</span>
            </li>
        }
    };
    let hops = statement.via.iter().map(|h| {
        let what = dossier.actor(h.actor).kind.value.label().to_ascii_lowercase();
        hop(h.role.value.label(), "relay", h.actor, what)
    });
    let naming = statement.identification.kind.value.label().to_ascii_lowercase();
    let said = if statement.is_joint() { "said jointly by" } else { "said by" };
    html! {
        <ol class="chain chain-long" aria-label="Source, and through whom">
            <li>
                <span class="role">{ said }</span>
                <span class="speakers">{ speaker_chips(page, statement, &Query::default()) }</span>
                <span class="note">{ naming }</span>
            </li>
            { for hops }
            { hop("published by", "outlet-chip", outlet, text::day_text(dossier.article.published)) }
        </ol>
    }
}

fn figures(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let links = dossier.figures_of(ix).map(|figure| {
        let it = dossier.figure(figure);
        let (number, counted) = (dossier.article.text(it.words), dossier.article.text(it.counted));
        html! {
            <p class="facts">
                { "Figure " }
                <a href={page.figure(figure)}><span class="article-inline">{ number.to_owned() }</span></a>
                { " " }
                <span class="article-inline">{ counted.to_owned() }</span>
            </p>
        }
    });
    html! { { for links } }
}

/// A way to tell the annotator of an error: a mail that carries the statement's link.
fn report(page: &Page, ix: StatementIx, base: Option<&AttrValue>) -> Html {
    let dossier = &page.prepared.dossier;
    let id = dossier.statement(ix).id.as_str();
    let path = format!("{}/statements/{id}/", dossier.id);
    let link = base.map_or_else(|| path.clone(), |base| format!("{base}{path}"));
    let contact = dossier.annotation.contact.as_deref().unwrap_or_default();
    if contact.starts_with("http") {
        return html! {
            <p class="more">{ "An error? " }<a href={contact.to_owned()}>{ "Report it" }</a>{ ", with this link: " }<code>{ link }</code></p>
        };
    }
    let subject = text::mail_part(&format!("On Record: an error in statement {id}"));
    let body = text::mail_part(&format!("{link}\n\nWhat is wrong, and the article’s words that show it:\n"));
    let href = format!("mailto:{contact}?subject={subject}&body={body}");
    html! {
        <p class="more">{ "An error? " }<a {href}>{ "Report it by mail" }</a>{ "; the mail carries this statement’s link." }</p>
    }
}

/// A statement in a list of others.
pub fn mini(page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    html! {
        <li key={ix.index()}>
            <a class="mini" href={page.statement(ix)}>
                <span class="number" aria-hidden="true">{ ix.index() + 1 }</span>
                <span class="mini-head">{ kind_mark(statement.kind.value) }{ ", " }{ text::attribution(&prepared.dossier, statement) }</span>
                <span class="mini-words" lang={language(prepared)} dir={prepared.direction()}>{ content_words(prepared, statement) }</span>
            </a>
        </li>
    }
}

fn relations(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let mut related = dossier.relations.iter().filter(|r| r.from == ix || r.to == ix).peekable();
    if related.peek().is_none() {
        return Html::default();
    }
    let items = related.map(|relation| {
        let forwards = relation.from == ix;
        let other = if forwards { relation.to } else { relation.from };
        let note = relation.basis.note.as_deref().unwrap_or_default();
        html! {
            <li class="related">
                <p><b>{ text::relation_text(relation.kind, forwards) }</b></p>
                <ul>{ mini(page, other) }</ul>
                <p class="ours">{ icon(Icon::Pen) }{ " " }{ note.to_owned() }</p>
            </li>
        }
    });
    html! {
        <section aria-labelledby="h-related">
            <h2 id="h-related">{ "Related, in the annotator’s reading" }</h2>
            <ul>{ for items }</ul>
        </section>
    }
}

fn same_source(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let speakers: Vec<ActorIx> = dossier.statement(ix).speakers.iter().map(|s| s.value).collect();
    let same = |s: &Statement| s.speakers.len() == speakers.len() && speakers.iter().all(|a| s.is_by(*a));
    let name = if speakers.len() > 1 { "Also by these speakers" } else { "Also by this source" };
    others(page, ix, "h-source", html! { { name } }, same)
}

fn same_topics(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let sections = dossier.statement(ix).topics.iter().map(|topic| {
        let on = |s: &Statement| s.topics.iter().any(|t| t.value == topic.value);
        let topic = dossier.topic(topic.value);
        let href = page.narrowed(Collection::Statements, Facet::Topic, topic.id.as_str());
        let title = html! { <>{ "Also on " }<a {href}>{ topic.label.to_string() }</a></> };
        others(page, ix, &format!("h-topic-{}", topic.id), title, on)
    });
    html! { { for sections } }
}

/// Other statements of a sort, by number; their words stand on their own pages.
fn others(page: &Page, ix: StatementIx, id: &str, title: Html, is: impl Fn(&Statement) -> bool) -> Html {
    let dossier = &page.prepared.dossier;
    let mut found = (0..dossier.statements.len())
        .map(StatementIx::from)
        .filter(|other| *other != ix && is(dossier.statement(*other)))
        .peekable();
    if found.peek().is_none() {
        return Html::default();
    }
    html! {
        <section aria-labelledby={id.to_owned()}>
            <h2 id={id.to_owned()}>{ title }</h2>
            <ul>{ for found.map(|other| mini(page, other)) }</ul>
        </section>
    }
}

/// The statements before and after, in article order.
fn steps(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let step = |other: StatementIx, name: &'static str, class: &'static str| {
        let statement = dossier.statement(other);
        html! {
            <a class={class} href={page.statement(other)}>
                <span class="number" aria-hidden="true">{ other.index() + 1 }</span>
                <span>
                    <small>{ name }</small>{ " " }
                    { kind_mark(statement.kind.value) }{ ", by " }{ text::speakers(dossier, statement) }
                </span>
            </a>
        }
    };
    let before = ix.index().checked_sub(1).map(|at| step(at.into(), "Previous", "step back"));
    let after = (ix.index() + 1 < dossier.statements.len())
        .then(|| step((ix.index() + 1).into(), "Next", "step on"));
    html! { <nav class="steps" aria-label="Statements in article order">{ before }{ after }</nav> }
}
