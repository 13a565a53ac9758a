//! A figure as a card.

use crate::model::{Figure, FigureIx, Piece, Span, When};
use crate::site::Prepared;
use crate::text;
use crate::ui::article::words::{
    Layer, article_words, marked, omission, quoted_layer, statement_layers,
};
use crate::ui::el::{at, attrs, copied, el, link, list, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::{chain, inferred, kind_mark, number_link, ours, spoken_comma};
use crate::ui::parts::references::{references, said};
use yew::prelude::*;

/// Maximum length of the statement that a figure shows as a whole, in code points.
const MAX_SHOWN: u32 = 2_000;
/// Length of the text shown on each side of the number in a longer statement, in code points.
const MAX_AROUND: u32 = 300;

/// Draws a figure as a card.
pub fn figure_card(page: &Page, ix: FigureIx) -> Html {
    let dossier = &page.prepared.dossier;
    let figure = dossier.figure(ix);
    let number = link("", page.figure(ix), list![copied(dossier.article.text(figure.words))]);
    let body = list![figure_source(page, ix), figure_facts(page, figure)];
    let inner = list![
        el("h2", "figure-title", figure_title(page, figure, number)),
        el("div", "figure-body", body),
    ];
    let label = text::figure_name(dossier, figure);
    attrs("article", list![at("class", "figure"), at("aria-label", label)], inner)
}

/// Draws the title of a figure: the number, what it counts, and who counted it according to whom.
pub fn figure_title(page: &Page, figure: &Figure, number: Html) -> Vec<Html> {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let counted = copied(dossier.article.text(figure.counted));
    let source = txt(text::figure_source(dossier, figure));
    let longest =
        (dossier.article.text(figure.words).split(' ')).map(|word| word.chars().count()).max();
    let class = match longest.unwrap_or_default() {
        0..=4 => "numeral",
        5..=7 => "numeral long",
        _ => "numeral longer",
    };
    list![
        article_words(prepared, "span", class, list![number]),
        txt(" "),
        article_words(prepared, "span", "unit", list![counted]),
        spoken_comma(),
        el("span", "what", list![source]),
    ]
}

/// Draws the facts of a figure: its value and unit, who counted it, its period and its places, the
/// annotator's note, and in one line what is not stated.
pub fn figure_facts(page: &Page, figure: &Figure) -> Html {
    let dossier = &page.prepared.dossier;
    let mut facts = list![
        fact(text::NUMBER, list![txt(text::figure_value(figure))]),
        fact(text::UNIT, list![copied(&figure.unit.value)]),
    ];
    let mut missing = Vec::new();
    match &figure.counted_by {
        Some(by) => {
            let name = list![copied(&dossier.actor(by.value).name.value)];
            let name = link("", page.actor(by.value), name);
            let value = list![name, inferred(by.basis.is_inferred())];
            facts.push(fact(text::COUNTED_BY, value));
        }
        None => missing.push(text::COUNTED_BY),
    }
    match &figure.period {
        Some(period) => facts.push(fact(text::PERIOD, period_words(&page.prepared, period))),
        None => missing.push(text::PERIOD),
    }
    match figure.places.is_empty() {
        false => facts.push(fact(text::PLACES, places(page, figure))),
        true => missing.push(text::PLACES),
    }
    if let Some(note) = &figure.note {
        facts.push(fact(text::NOTE, list![ours("span", "ours", list![copied(note)])]));
    }
    if !missing.is_empty() {
        facts.push(fact(text::NOT_STATED, list![txt(text::missing_facts(&missing))]));
    }
    el("dl", "figure-facts", facts)
}

fn fact(name: &'static str, value: Vec<Html>) -> Html {
    el("div", "", list![el("dt", "", list![txt(name)]), el("dd", "", value)])
}

fn period_words(prepared: &Prepared, period: &When) -> Vec<Html> {
    let dossier = &prepared.dossier;
    let words: Vec<&str> = period.words.iter().map(|s| dossier.article.text(*s)).collect();
    let (words, reading) = (words.join(text::WORDS_LEFT_OUT), text::when_text(period));
    let includes_date = words.contains(&reading);
    let mut period = list![article_words(prepared, "span", "article-inline", list![txt(words)])];
    if !includes_date {
        period.extend([txt(" "), el("span", "reading", list![txt(reading)])]);
    }
    period
}

fn places(page: &Page, figure: &Figure) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let mut places = Vec::new();
    let mut before = None;
    for place in &figure.places {
        // Places with the same limiting word form one list: mainly in Quneitra and Daraa.
        let shared = place.qualifier.is_some() && before == Some(place.qualifier);
        before = Some(place.qualifier);
        if !places.is_empty() {
            places.push(txt(if shared { text::LIST_AND } else { text::LIST_SEPARATOR }));
        }
        if let Some(qualifier) = place.qualifier.filter(|_| !shared) {
            places.extend([said(page, qualifier), txt(" ")]);
        }
        places.push(copied(&dossier.place(place.place).name.value));
    }
    places
}

/// Draws the sentence in which the article itself gives a figure, with the number highlighted.
fn own_voice(page: &Page, ix: FigureIx) -> Html {
    let prepared = &page.prepared;
    let span = prepared.dossier.sentence_of(ix);
    let layers =
        [(Layer::Lit, list![prepared.dossier.figure(ix).words]), quoted_layer(prepared, span)];
    let words = list![marked(prepared, span, &layers)];
    let place = list![txt(text::paragraph_sign(span.unit))];
    let whose =
        list![txt(text::OWN_VOICE), txt(" "), link("where", page.article_at(span.unit), place),];
    let inner = list![
        el("p", "of-statement", whose),
        article_words(prepared, "blockquote", "words", words),
    ];
    el("div", "figure-source", inner)
}

/// Draws the statement that gives a figure, with the number highlighted.
pub fn figure_source(page: &Page, number: FigureIx) -> Html {
    let prepared = &page.prepared;
    let figure = prepared.dossier.figure(number);
    let Some(ix) = figure.statement else { return own_voice(page, number) };
    let statement = prepared.dossier.statement(ix);
    let piece = |piece: Piece| match piece {
        Piece::Gap => omission(),
        Piece::Text(span) => {
            let mut layers = statement_layers(statement, span);
            layers.push((Layer::Lit, list![figure.words]));
            layers.push(quoted_layer(prepared, span));
            marked(prepared, span, &layers)
        }
    };
    let words = around(prepared.dossier.snippet(ix).to_vec(), figure.words);
    let words = words.into_iter().map(piece).collect();
    let statement_line = list![number_link(page, ix, false), kind_mark(statement.kind.value)];
    let inner = list![
        el("p", "of-statement", statement_line),
        chain(page, statement),
        article_words(prepared, "blockquote", "words", words),
        references(page, statement).unwrap_or_default(),
    ];
    el("div", "figure-source", inner)
}

/// Returns only the words around a number if a snippet is long: a statement may give many figures, and
/// each card would show all of it.
fn around(pieces: Vec<Piece>, number: Span) -> Vec<Piece> {
    let length = |piece: &Piece| match piece {
        Piece::Text(span) => span.len(),
        Piece::Gap => 0,
    };
    if pieces.iter().map(length).sum::<u32>() <= MAX_SHOWN {
        return pieces;
    }
    let mut near = Vec::new();
    for piece in pieces {
        let Piece::Text(span) = piece else { continue };
        let start = span.start.max(number.start.saturating_sub(MAX_AROUND));
        let end = span.end.min(number.end.saturating_add(MAX_AROUND));
        if span.overlaps(number) {
            near.extend([Piece::Gap, Piece::Text(Span { start, end, ..span }), Piece::Gap]);
        }
    }
    near
}
