//! A statement as a card in a list.

use crate::model::{StatementIx, Vocabulary};
use crate::query::{Collection, Facet, Query};
use crate::text::{self, Label};
use crate::ui::article::words::{article_words, excerpt_words, searched};
use crate::ui::el::{at, attrs, copied, el, link, list, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::parts::marks::{chain, kind_mark, number_link, strip};
use crate::ui::parts::references::references;
use yew::prelude::*;

/// A statement as a card.
pub fn statement_card(page: &Page, ix: StatementIx, query: &Query, is_on: bool) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    let wording = prepared.wording(ix);
    let kind = statement.kind.value;
    let label =
        format!("Statement {}: {}", ix.index() + 1, text::named(&prepared.dossier, statement));
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

/// The paragraph, which leads to the statement's place in the article.
fn in_article(page: &Page, ix: StatementIx) -> Html {
    let statement = page.prepared.dossier.statement(ix);
    let attributes = list![
        ("href", page.in_article(ix)),
        at("data-opens", (ix.index() + 1).to_string()),
        at("title", "Show in the article"),
    ];
    attrs("a", attributes, list![txt(text::paragraph(statement.passage))])
}

/// The line of small facts below a card, each a link to what shares it.
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
        facts.push(list![txt("Figure "), number]);
    }
    let naming = statement.identification.kind.value;
    let name = txt(naming.label().to_ascii_lowercase());
    facts.push(list![txt("Named as: "), narrowed(Facet::Identification, naming.code(), name)]);
    let take = format!("{}#take", page.statement(ix));
    facts.push(list![txt(statement.said_on.as_ref().map_or_else(
        || "When said: not stated".to_owned(),
        |when| format!("Said {}", text::when_text(when)),
    ))]);
    facts.push(list![link("", take.into(), list![txt("Share, cite")])]);
    el("ul", "facts", facts.into_iter().map(|fact| el("li", "", fact)).collect())
}
