//! A statement as a card.

use crate::model::{StatementIx, Vocabulary};
use crate::query::{Collection, Facet, Query};
use crate::text::{self, Label};
use crate::ui::article::words::{article_words, excerpt_words, searched};
use crate::ui::el::{at, attrs, copied, el, link, list, sentence, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::parts::marks::{chain, kind_mark, number_link, strip};
use crate::ui::parts::references::references;
use yew::prelude::*;

/// Draws a statement as a card. `is_on` is true if it is open in the full text.
pub fn statement_card(page: &Page, ix: StatementIx, query: &Query, is_on: bool) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    let wording = prepared.wording(ix);
    let kind = statement.kind.value;
    let label = text::statement_with_name(ix, &text::named(&prepared.dossier, statement));
    let directness = list![
        strip(wording, prepared.direction()),
        el("span", "", list![txt(text::wording_text(wording))])
    ];
    let margin = list![
        number_link(page, ix, is_on),
        kind_mark(kind),
        el("p", "directness", directness),
        el("p", "at", list![in_article(page, ix)]),
    ];
    let gist = list![
        icon(Icon::Pen),
        el("span", "hush", list![txt(text::GIST)]),
        searched(&statement.gist, query),
    ];
    let body = list![
        chain(page, statement, query),
        article_words(prepared, "blockquote", "words", excerpt_words(prepared, ix, query)),
        references(page, statement),
        el("p", "ours gist", gist),
        facts(page, ix),
    ];
    let inner = list![
        el("h3", "hush", list![txt(label)]),
        el("div", "card-margin", margin),
        el("div", "card-body", body),
    ];
    let class = if is_on { "card is-lit" } else { "card" };
    el("article", class, inner)
}

/// Draws the paragraph's number, linked to the statement in the full text.
fn in_article(page: &Page, ix: StatementIx) -> Html {
    let statement = page.prepared.dossier.statement(ix);
    let attributes = list![
        ("href", page.in_article(ix)),
        at("data-opens", (ix.index() + 1).to_string()),
        at("title", text::SHOW_IN_FULL_TEXT),
    ];
    attrs("a", attributes, list![txt(text::paragraph(statement.passage))])
}

/// Draws the line of facts below a card. Most link to the statements that share the fact.
fn facts(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let narrowed = |facet, code: &str, label: Html| {
        link("", page.narrowed(Collection::Statements, facet, code), list![label])
    };
    let mut facts: Vec<Vec<Html>> = Vec::new();
    for topic in &statement.topics {
        let topic = dossier.topic(topic.value);
        facts.push(list![narrowed(Facet::Topic, topic.id.as_str(), copied(&topic.label))]);
    }
    for figure in dossier.figures_of(ix) {
        let number = copied(dossier.article.text(dossier.figure(figure).words));
        let number = link("article-inline", page.figure(figure), list![number]);
        facts.push(list![sentence(text::figure_fact(number))]);
    }
    let identification = statement.identification.kind.value;
    let how = txt(identification.label().to_ascii_lowercase());
    let how = narrowed(Facet::Identification, identification.code(), how);
    facts.push(list![sentence(text::source_fact(how))]);
    facts.push(list![txt(text::date_said(statement.said_on.as_ref()))]);
    let cite = format!("{}#take", page.statement(ix));
    facts.push(list![link("", cite.into(), list![txt(text::CITE_OR_SHARE)])]);
    el("ul", "facts", facts.into_iter().map(|fact| el("li", "", fact)).collect())
}
