//! One statement alone, for a frame on another site. Its links open the full pages (see the head's
//! `base`).

use crate::model::StatementIx;
use crate::query::Query;
use crate::text;
use crate::ui::article::words::article_words;
use crate::ui::el::{at, attrs, el, link, list, txt};
use crate::ui::icon::sprite;
use crate::ui::page::Page;
use crate::ui::parts::marks::{chain, kind_mark, strip};
use crate::ui::parts::references::references;
use crate::ui::static_pages::quoted_words::told_words;
use yew::prelude::*;

/// The page in the frame.
pub fn embed_page(page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = prepared.wording(ix);
    let by = format!(" by {}", text::attribution(dossier, statement));
    let heading = list![kind_mark(statement.kind.value), el("span", "hush", list![txt(by)])];
    let words = told_words(prepared, statement);
    let directness = list![
        strip(wording, prepared.direction()),
        el("span", "", list![txt(text::wording_text(wording))]),
    ];
    let to_page = list![txt(format!("In its passage, with what it rests on · {}", text::NAME))];
    let inner = list![
        attrs("h1", list![at("id", "title")], heading),
        chain(page, statement, &Query::default()),
        article_words(prepared, "blockquote", "words", words),
        references(page, statement),
        el("p", "directness", directness),
        el(
            "p",
            "said-in",
            list![txt(text::byline(dossier)), txt(". "), link("", page.statement(ix), to_page)]
        ),
    ];
    el("main", "embed", list![sprite(), el("article", "", inner)])
}
