//! One statement on its own, for a frame on another site, and the code that shows the frame. Links in
//! the frame open the full pages (see `base` in the page's head).

use super::byline::byline;
use super::quoted_words::statement_words;
use super::statement::kicker;
use crate::model::{Dossier, Statement, StatementIx};
use crate::text;
use crate::text::static_pages::statement::translated as translated_by;
use crate::text::static_pages::{embed as words, export_panel};
use crate::ui::article::words::article_words;
use crate::ui::icon::sprite;
use crate::ui::page::Page;
use crate::ui::parts::marks::translation;
use crate::ui::parts::references::references;
use yew::prelude::*;

/// The script beside a frame. It sets the frame's height to what the statement in the frame sends,
/// and accepts messages only from that frame and its origin.
const FIT: &str = include_str!("../../../static/frame-code.js");

/// Renders the page in the frame.
pub fn embed_page(site: &str, page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let translated = statement.translation.as_ref();
    let translated = translated.map(|it| translation(translated_by(dossier, it), it));
    let foot = html! { <a href={page.statement(ix)}>{ words::see_in_context(site) }</a> };
    html! {
        <main class="embed">
            { sprite() }
            <article>
                { kicker(page, ix) }
                { article_words(prepared, "blockquote", "words", statement_words(prepared, statement)) }
                { for translated }
                { byline(page, statement) }
                { references(page, statement) }
                <p class="said-in">{ foot }</p>
            </article>
        </main>
    }
}

/// Returns the code that shows a statement on a page of another site. `link` is the address of the
/// statement's page.
pub fn frame_code(dossier: &Dossier, statement: &Statement, link: &str) -> String {
    let title = export_panel::frame_title(dossier, statement);
    let title = title.replace('&', "&amp;").replace('"', "&quot;");
    let height = frame_height(dossier, statement);
    let fit = FIT.trim_end();
    format!(
        "<iframe src=\"{link}embed/\" title=\"{title}\" width=\"100%\" height=\"{height}\" \
         loading=\"lazy\" style=\"box-sizing: content-box; border: 1px solid #d3d8dc\"></iframe>\
         <script>{fit}</script>"
    )
}

/// Returns a height in CSS pixels that is enough for a frame of 320 pixels, for pages where the
/// script does not run. It is an estimate from the length of the texts.
pub fn frame_height(dossier: &Dossier, statement: &Statement) -> usize {
    /// Everything whose height does not depend on a text, with some room.
    const FIXED: usize = 260;
    /// Letters in a line, and the height of the line.
    const WORDS: (usize, usize) = (24, 30);
    const CHAIN: (usize, usize) = (30, 28);
    const REFERENCES: (usize, usize) = (36, 21);
    /// Letters of the explanation of a reference.
    const MEANING: usize = 24;
    /// Letters before a translation.
    const LEAD: usize = 40;
    let height =
        |letters: usize, (per_line, line): (usize, usize)| letters.div_ceil(per_line) * line;
    let length = |text: String| text.chars().count();
    let words = length(text::statement_text(dossier, statement));
    let chain = length(text::attribution(dossier, statement)) + length(text::byline(dossier));
    let mentions = statement.mentions.iter();
    let translated = statement.translation.as_ref().map_or(0, |it| it.words.chars().count() + LEAD);
    let references: usize = mentions.map(|mention| mention.words.len() as usize + MEANING).sum();
    FIXED
        + height(words, WORDS)
        + height(chain, CHAIN)
        + height(references + translated, REFERENCES)
}
