//! The page of a figure: the number, what it counts, who counted it, and its statement.

use crate::model::FigureIx;
use crate::query::Collection;
use crate::text;
use crate::text::static_pages::figure as words;
use crate::ui::cards::figure::{figure_facts, figure_source, figure_title};
use crate::ui::el::copied;
use crate::ui::page::Page;
use yew::prelude::*;

/// Renders the page of a figure.
pub fn figure_page(page: &Page, ix: FigureIx) -> Html {
    let dossier = &page.prepared.dossier;
    let figure = dossier.figure(ix);
    let number = copied(dossier.article.text(figure.words));
    html! {
        <>
            <div class="crumb">
                <a href={page.list(Collection::Figures)}>
                    { words::all_figures(dossier.figures.len()) }
                </a>
                <span>{ text::byline(dossier) }</span>
            </div>
            <article class="figure one-figure">
                <h1 id="title" tabindex="-1" class="figure-title">
                    { for figure_title(page, figure, number) }
                </h1>
                <div class="figure-body">
                    { figure_source(page, ix) }
                    { figure_facts(page, figure) }
                </div>
            </article>
        </>
    }
}
