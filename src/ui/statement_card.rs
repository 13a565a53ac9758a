//! A statement as a card in a list.

use super::marks::{chain, kind_mark, number_link, strip};
use super::page::Page;
use super::references::references;
use super::icon::{Icon, icon};
use super::text::{self, Label};
use super::words::{excerpt_words, language, searched};
use crate::model::{StatementIx, Vocabulary};
use crate::query::{Collection, Facet, Query};
use yew::prelude::*;

/// A statement as a card.
pub fn statement_card(page: &Page, ix: StatementIx, query: &Query) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    let wording = prepared.wording(ix);
    let kind = statement.kind.value;
    let label = format!("Statement {}: {}", ix.index() + 1, kind.label());
    html! {
        <article class="card" aria-label={label}>
            <div class="card-margin">
                { number_link(page, ix) }
                { kind_mark(kind) }
                <p class="directness">{ strip(wording) }<span>{ text::wording_text(wording) }</span></p>
                <p class="at">{ text::paragraph(statement.passage) }</p>
            </div>
            <div class="card-body">
                { chain(page, statement, query) }
                <blockquote class="words" lang={language(prepared)} dir={prepared.direction()}>
                    { excerpt_words(prepared, ix, query) }
                </blockquote>
                { references(page, statement) }
                <p class="ours gist">
                    { icon(Icon::Pen) }
                    <span class="hush">{ text::GIST }</span>
                    { searched(&statement.gist, query) }
                </p>
                { facts(page, ix) }
            </div>
        </article>
    }
}

/// The line of small facts below a card, each a link to what shares it.
fn facts(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let narrowed = |facet, code: &str| page.narrowed(Collection::Statements, facet, code);
    let naming = statement.identification.kind.value;
    let topics = statement.topics.iter().map(|topic| {
        let topic = dossier.topic(topic.value);
        html! { <li><a href={narrowed(Facet::Topic, topic.id.as_str())}>{ topic.label.to_string() }</a></li> }
    });
    let figures = dossier.figures_of(ix).map(|figure| {
        let number = dossier.article.text(dossier.figure(figure).words).to_owned();
        html! { <li>{ "Figure " }<a class="article-inline" href={page.figure(figure)}>{ number }</a></li> }
    });
    let said = statement.said_on.as_ref().map_or_else(
        || "When said: not stated".to_owned(),
        |when| format!("Said {}", text::when_text(when)),
    );
    html! {
        <ul class="facts">
            { for topics }
            { for figures }
            <li>
                { "Source: " }
                <a href={narrowed(Facet::Identification, naming.code())}>{ naming.label().to_ascii_lowercase() }</a>
            </li>
            <li>{ said }</li>
        </ul>
    }
}
