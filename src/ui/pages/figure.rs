//! One figure: the number, what it counts, and the statement it stands in.

use crate::model::FigureIx;
use crate::query::Collection;
use crate::ui::figure_card::{figure_facts, figure_source};
use crate::ui::page::Page;
use crate::ui::text;
use crate::ui::words::language;
use yew::prelude::*;

/// The page of a figure.
pub fn figure_page(page: &Page, ix: FigureIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let figure = dossier.figure(ix);
    let (number, counted) = (dossier.article.text(figure.words), dossier.article.text(figure.counted));
    html! {
        <div class="one-figure">
            <p class="crumb">
                <a href={page.list(Collection::Figures)}>{ "Figures: " }{ dossier.title.to_string() }</a>
                { " " }<span>{ text::byline(dossier) }</span>
            </p>
            <article class="figure">
                <h1 id="title" tabindex="-1" class="numeral" lang={language(prepared)}>
                    { number.to_owned() }<span class="hush">{ " " }{ counted.to_owned() }</span>
                </h1>
                <div class="figure-body">
                    <p class="unit" lang={language(prepared)} dir={prepared.direction()} aria-hidden="true">{ counted.to_owned() }</p>
                    { figure_facts(page, figure) }
                    { figure_source(page, figure) }
                </div>
            </article>
        </div>
    }
}
