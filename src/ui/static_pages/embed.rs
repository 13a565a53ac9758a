//! One statement on its own, for a frame on another site. Its links open the full pages (see `base`
//! in the page's head).

use super::byline::byline;
use super::quoted_words::statement_words;
use super::statement::kicker;
use crate::model::StatementIx;
use crate::text::static_pages::embed as words;
use crate::ui::article::words::article_words;
use crate::ui::icon::sprite;
use crate::ui::page::Page;
use crate::ui::parts::references::references;
use yew::prelude::*;

/// Renders the page in the frame.
pub fn embed_page(site: &str, page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let foot = html! { <a href={page.statement(ix)}>{ words::see_in_context(site) }</a> };
    html! {
        <main class="embed">
            { sprite() }
            <article>
                { kicker(page, ix) }
                { article_words(prepared, "blockquote", "words", statement_words(prepared, statement)) }
                { byline(page, statement) }
                { references(page, statement) }
                <p class="said-in">{ foot }</p>
            </article>
        </main>
    }
}
