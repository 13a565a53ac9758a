//! A figure as a card in a list.

use super::icon::{Icon, icon};
use super::marks::{chain, kind_mark, number_link};
use super::page::Page;
use super::text::{self, Label};
use super::words::{Layer, language, marked, quoted_layer, searched, statement_layers};
use crate::model::{Dossier, Figure, FigureIx, Piece, excerpt};
use crate::query::Query;
use yew::prelude::*;

/// A figure as a card.
pub fn figure_card(page: &Page, ix: FigureIx, query: &Query) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let figure = dossier.figure(ix);
    let number = dossier.article.text(figure.words).to_owned();
    let counted = dossier.article.text(figure.counted);
    html! {
        <article class="figure" aria-label={format!("{number} {counted}")}>
            <p class="numeral" lang={language(prepared)}><a href={page.figure(ix)}>{ number }</a></p>
            <div class="figure-body">
                <h2 class="unit" lang={language(prepared)} dir={prepared.direction()}>{ searched(counted, query) }</h2>
                { figure_facts(page, figure) }
                { figure_source(page, figure) }
            </div>
        </article>
    }
}

/// The facts of a figure: value, unit, who counted, period, places.
pub fn figure_facts(page: &Page, figure: &Figure) -> Html {
    let dossier = &page.prepared.dossier;
    let not_stated = || html! { <span class="ours">{ icon(Icon::Pen) }{ " Not stated in this article" }</span> };
    let counted_by = figure.counted_by.as_ref().map_or_else(not_stated, |by| {
        html! { <a href={page.actor(by.value)}>{ &*dossier.actor(by.value).name.value }</a> }
    });
    let period = figure.period.as_ref().map_or_else(not_stated, |period| {
        let words = period.words.iter().map(|s| dossier.article.text(*s)).collect::<Vec<_>>().join(" … ");
        html! { <><span class="article-inline">{ words }</span>{ " " }<span class="reading">{ text::when_text(period) }</span></> }
    });
    let places = if figure.places.is_empty() { not_stated() } else { places(dossier, figure) };
    html! {
        <dl class="figure-facts">
            <div><dt>{ "Number" }</dt><dd>{ value(figure) }</dd></div>
            <div><dt>{ "Unit" }</dt><dd>{ figure.unit.value.to_string() }</dd></div>
            <div><dt>{ "Counted by" }</dt><dd>{ counted_by }</dd></div>
            <div><dt>{ "Period" }</dt><dd>{ period }</dd></div>
            <div><dt>{ "Places" }</dt><dd>{ places }</dd></div>
            if let Some(note) = &figure.note {
                <div><dt>{ "Note" }</dt><dd class="ours">{ icon(Icon::Pen) }{ " " }{ note.to_string() }</dd></div>
            }
        </dl>
    }
}

fn value(figure: &Figure) -> String {
    match figure.upper {
        Some(upper) => format!("{} to {upper}", figure.value),
        None => format!("{} ({})", figure.value, figure.bound.value.label().to_ascii_lowercase()),
    }
}

fn places(dossier: &Dossier, figure: &Figure) -> Html {
    let places = figure.places.iter().map(|place| {
        let qualifier = place.qualifier.map(|span| {
            html! { <><span class="article-inline">{ dossier.article.text(span).to_owned() }</span>{ " " }</> }
        });
        html! { <li>{ qualifier }{ dossier.place(place.place).name.value.to_string() }</li> }
    });
    html! { <ul class="inline-list">{ for places }</ul> }
}

/// The statement that a figure stands in, the number lit.
pub fn figure_source(page: &Page, figure: &Figure) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(figure.statement);
    let words = excerpt(&prepared.dossier, figure.statement).pieces.into_iter().map(|piece| match piece {
        Piece::Gap => html! { { " […] " } },
        Piece::Text(span) => {
            let mut layers = statement_layers(statement);
            layers.push((Layer::Lit, vec![figure.words]));
            layers.push(quoted_layer(prepared, span));
            marked(prepared, span, &layers)
        }
    });
    html! {
        <div class="figure-source">
            <p class="of-statement">{ number_link(page, figure.statement) }{ kind_mark(statement.kind.value) }</p>
            { chain(page, statement, &Query::default()) }
            <blockquote class="words" lang={language(prepared)} dir={prepared.direction()}>{ for words }</blockquote>
        </div>
    }
}
