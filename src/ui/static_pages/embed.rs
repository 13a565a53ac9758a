//! One statement on its own, for a frame on another site. Its links open the full pages (see `base`
//! in the page's head).

use super::quoted_words::statement_words;
use crate::model::StatementIx;
use crate::query::Query;
use crate::text;
use crate::text::static_pages::embed::{self as words, FootSlot};
use crate::text::static_pages::statement::by;
use crate::ui::article::words::article_words;
use crate::ui::icon::sprite;
use crate::ui::page::Page;
use crate::ui::parts::marks::{chain, kind_mark, strip};
use crate::ui::parts::references::references;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Renders the page in the frame.
pub fn embed_page(page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = prepared.wording(ix);
    let foot = filled(words::foot(dossier), |slot| match slot {
        FootSlot::Byline(byline) => html! { { byline } },
        FootSlot::Page(words) => html! { <a href={page.statement(ix)}>{ words }</a> },
    });
    html! {
        <main class="embed">
            { sprite() }
            <article>
                <h1 id="title">
                    { kind_mark(statement.kind.value) }
                    <span class="hush">{ by(dossier, statement) }</span>
                </h1>
                { chain(page, statement, &Query::default()) }
                { article_words(prepared, "blockquote", "words", statement_words(prepared, statement)) }
                { references(page, statement) }
                <p class="directness">
                    { strip(wording, prepared.direction()) }
                    <span>{ text::wording_text(wording) }</span>
                </p>
                <p class="said-in">{ foot }</p>
            </article>
        </main>
    }
}
