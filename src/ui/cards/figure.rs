//! A figure as a card in a list.

use crate::model::{Dossier, Figure, FigureIx, Piece, snippet};
use crate::query::Query;
use crate::text::{self, Label};
use crate::ui::article::words::{
    Layer, article_words, marked, omission, quoted_layer, searched, statement_layers,
};
use crate::ui::el::{at, attrs, copied, el, link, list, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::{chain, kind_mark, number_link, ours};
use yew::prelude::*;

/// A figure as a card.
pub fn figure_card(page: &Page, ix: FigureIx, query: &Query) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let figure = dossier.figure(ix);
    let number = dossier.article.text(figure.words);
    let counted = dossier.article.text(figure.counted);
    let numeral = list![link("", page.figure(ix), list![copied(number)])];
    let body = list![
        article_words(prepared, "h2", "unit", list![searched(counted, query)]),
        figure_facts(page, figure),
        figure_source(page, figure),
    ];
    let inner =
        list![article_words(prepared, "p", "numeral", numeral), el("div", "figure-body", body)];
    let label = format!("{number} {counted}");
    attrs("article", list![at("class", "figure"), at("aria-label", label)], inner)
}

/// The facts of a figure: value, unit, who counted, period, places.
pub fn figure_facts(page: &Page, figure: &Figure) -> Html {
    let dossier = &page.prepared.dossier;
    let not_stated = || list![ours("span", "ours", list![txt("Not stated in this article")])];
    let counted_by = figure.counted_by.as_ref().map_or_else(not_stated, |by| {
        list![link("", page.actor(by.value), list![copied(&dossier.actor(by.value).name.value)])]
    });
    let period = figure.period.as_ref().map_or_else(not_stated, |period| {
        let words: Vec<&str> = period.words.iter().map(|s| dossier.article.text(*s)).collect();
        let (words, reading) = (words.join(" […] "), text::when_text(period));
        let says_it = words.contains(&reading);
        let mut period = list![el("span", "article-inline", list![txt(words)])];
        if !says_it {
            period.extend([txt(" "), el("span", "reading", list![txt(reading)])]);
        }
        period
    });
    let places = if figure.places.is_empty() { not_stated() } else { places(dossier, figure) };
    let fact = |name: &'static str, value: Vec<Html>| {
        el("div", "", list![el("dt", "", list![txt(name)]), el("dd", "", value)])
    };
    let mut facts = list![
        fact("Number", list![txt(value(figure))]),
        fact("Unit", list![copied(&figure.unit.value)]),
        fact("Number from", counted_by),
        fact("Period", period),
        fact("Places", places),
    ];
    if let Some(note) = &figure.note {
        facts.push(fact("Note", list![ours("span", "ours", list![copied(note)])]));
    }
    el("dl", "figure-facts", facts)
}

fn value(figure: &Figure) -> String {
    match figure.upper {
        Some(upper) => format!("{} to {upper}", figure.value),
        None => format!("{} ({})", figure.value, figure.bound.value.label().to_ascii_lowercase()),
    }
}

fn places(dossier: &Dossier, figure: &Figure) -> Vec<Html> {
    let mut places = Vec::new();
    let mut before = None;
    for place in &figure.places {
        // Places under one word that limits them are one list: "mainly in Quneitra and Daraa".
        let shared = place.qualifier.is_some() && before == Some(place.qualifier);
        before = Some(place.qualifier);
        if !places.is_empty() {
            places.push(txt(if shared { " and " } else { ", " }));
        }
        if let Some(qualifier) = place.qualifier.filter(|_| !shared) {
            let words = copied(dossier.article.text(qualifier));
            places.extend([el("span", "article-inline", list![words]), txt(" ")]);
        }
        places.push(copied(&dossier.place(place.place).name.value));
    }
    places
}

/// The statement that a figure stands in, the number lit.
pub fn figure_source(page: &Page, figure: &Figure) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(figure.statement);
    let piece = |piece: Piece| match piece {
        Piece::Gap => omission(),
        Piece::Text(span) => {
            let mut layers = statement_layers(statement);
            layers.push((Layer::Lit, list![figure.words]));
            layers.push(quoted_layer(prepared, span));
            marked(prepared, span, &layers)
        }
    };
    let words = snippet(&prepared.dossier, figure.statement).into_iter().map(piece).collect();
    let of = list![number_link(page, figure.statement, false), kind_mark(statement.kind.value)];
    let inner = list![
        el("p", "of-statement", of),
        chain(page, statement, &Query::default()),
        article_words(prepared, "blockquote", "words", words),
    ];
    el("div", "figure-source", inner)
}
