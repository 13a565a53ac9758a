//! One figure: the number, what it counts, and the statement it stands in.

use crate::model::FigureIx;
use crate::query::Collection;
use crate::text;
use crate::ui::article::words::{article_words, language};
use crate::ui::cards::figure::{figure_facts, figure_source};
use crate::ui::el::{at, attrs, copied, el, link, list, txt};
use crate::ui::page::Page;
use yew::prelude::*;

/// The page of a figure.
pub fn figure_page(page: &Page, ix: FigureIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let figure = dossier.figure(ix);
    let (number, counted) =
        (dossier.article.text(figure.words), dossier.article.text(figure.counted));
    let list = list![txt("Figures: "), copied(&dossier.title)];
    let crumb = list![
        link("", page.list(Collection::Figures), list),
        txt(" "),
        el("span", "", list![txt(text::byline(dossier))]),
    ];
    let heading = list![
        at("id", "title"),
        at("tabindex", "-1"),
        at("class", "numeral"),
        ("lang", language(prepared)),
    ];
    let hush = el("span", "hush", list![txt(" "), copied(counted)]);
    let body = list![
        article_words(prepared, "p", "unit", list![copied(counted)]),
        figure_facts(page, figure),
        figure_source(page, figure),
    ];
    let article =
        list![attrs("h1", heading, list![copied(number), hush]), el("div", "figure-body", body)];
    el("div", "one-figure", list![el("p", "crumb", crumb), el("article", "figure", article)])
}
