//! One figure: the number, what it counts, and the statement it stands in.

use crate::model::FigureIx;
use crate::query::Collection;
use crate::ui::el::{attrs, copied, el, link, txt};
use crate::ui::figure_card::{figure_facts, figure_source};
use crate::ui::page::Page;
use crate::ui::text;
use crate::ui::words::{article_words, language};
use yew::prelude::*;

/// The page of a figure.
pub fn figure_page(page: &Page, ix: FigureIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let figure = dossier.figure(ix);
    let (number, counted) =
        (dossier.article.text(figure.words), dossier.article.text(figure.counted));
    let list = vec![txt("Figures: "), copied(&dossier.title)];
    let crumb = vec![
        link("", page.list(Collection::Figures), list),
        txt(" "),
        el("span", "", vec![txt(text::byline(dossier))]),
    ];
    let heading = vec![
        ("id", "title".into()),
        ("tabindex", "-1".into()),
        ("class", "numeral".into()),
        ("lang", language(prepared)),
    ];
    let hush = el("span", "hush", vec![txt(" "), copied(counted)]);
    let body = vec![
        article_words(prepared, "p", "unit", vec![copied(counted)]),
        figure_facts(page, figure),
        figure_source(page, figure),
    ];
    let article =
        vec![attrs("h1", heading, vec![copied(number), hush]), el("div", "figure-body", body)];
    el("div", "one-figure", vec![el("p", "crumb", crumb), el("article", "figure", article)])
}
