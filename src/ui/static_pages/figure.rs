//! The page of a figure: the number, what it counts, who counted it, and its statement.

use crate::model::FigureIx;
use crate::query::Collection;
use crate::text;
use crate::text::static_pages::figure::{self as words, HeadingSlot};
use crate::ui::article::words::language;
use crate::ui::cards::figure::{figure_facts, figure_source};
use crate::ui::page::Page;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Renders the page of a figure.
pub fn figure_page(page: &Page, ix: FigureIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let figure = dossier.figure(ix);
    let number = dossier.article.text(figure.words);
    let counted = dossier.article.text(figure.counted);
    let direction = prepared.direction();
    let according_to = text::according_to(dossier, figure);
    let heading = filled(words::heading(&according_to), |slot| match slot {
        HeadingSlot::Number => html! { <span class="numeral">{ number.to_owned() }</span> },
        HeadingSlot::Counted => {
            html! { <>{ " " }<span class="unit" dir={direction}>{ counted.to_owned() }</span></> }
        }
        HeadingSlot::Source(source) => html! { <span class="hush" lang="en">{ source }</span> },
    });
    html! {
        <>
            <div class="crumb">
                <a href={page.list(Collection::Figures)}>
                    { words::all_figures(dossier.figures.len()) }
                </a>
                <span>{ text::byline(dossier) }</span>
            </div>
            <article class="figure one-figure">
                <div class="figure-head">
                    <h1 id="title" tabindex="-1" lang={language(prepared)}>{ heading }</h1>
                    <p class="what">{ text::capital(&according_to) }</p>
                </div>
                <div class="figure-body">
                    { figure_source(page, figure) }
                    { figure_facts(page, figure) }
                </div>
            </article>
        </>
    }
}
