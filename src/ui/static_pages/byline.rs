//! The source of a statement and the way to the reader as one line, below the words: the source, the
//! steps, and the outlet with its date.

use crate::model::{Hop, Statement};
use crate::text::static_pages::statement as words;
use crate::text::{self, Label};
use crate::ui::icon::arrow;
use crate::ui::page::Page;
use crate::ui::parts::marks::{inferred, speakers, spoken_comma};
use yew::prelude::*;

/// Renders the line. An arrow and the name after it never part at the end of a line.
pub fn byline(page: &Page, statement: &Statement) -> Html {
    let dossier = &page.prepared.dossier;
    let step = |hop: &Hop| {
        let name = dossier.actor(hop.actor).name.value.to_string();
        html! {
            <li>
                { arrow() }
                <span class="hush">{ hop.role.value.label() }{ " " }</span>
                <span>
                    <a href={page.actor(hop.actor)} class="way-hop">{ name }</a>
                    { inferred(statement.infers_hop(hop)) }
                    { spoken_comma() }
                </span>
            </li>
        }
    };
    let (first, left_out, last) = text::shown_steps(&statement.via);
    let left_out = (left_out > 0).then(|| {
        html! {
            <li>
                { arrow() }
                <span><a href="#evidence">{ text::more_steps(left_out) }</a>{ spoken_comma() }</span>
            </li>
        }
    });
    let steps = first.iter().map(step).chain(left_out).chain(last.iter().map(step));
    let outlet = dossier.article.outlet;
    html! {
        <ol class="way" aria-label={text::CHAIN}>
            <li class="way-source">
                <span class="way-label">
                    { words::SOURCE }
                    <span class="hush">{ words::COLON }</span>
                </span>
                { speakers(page, statement) }
                { spoken_comma() }
            </li>
            { for steps }
            <li>
                { arrow() }
                <span class="hush">{ text::PUBLISHED_BY }</span>
                <span>
                    <a href={page.actor(outlet)}>{ text::outlet(dossier).to_owned() }</a>
                    { text::LIST_SEPARATOR }
                    { text::day_text(dossier.article.published) }
                </span>
            </li>
        </ol>
    }
}
