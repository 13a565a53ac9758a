//! A statement as a card: its type and chain on one line, its words, and one line of facts.

use crate::model::{Directness, StatementIx};
use crate::query::{Collection, Facet};
use crate::text;
use crate::ui::article::words::{article_words, excerpt_words};
use crate::ui::el::{at, attrs, copied, el, link, list, sentence, txt};
use crate::ui::icon::kind_glyph;
use crate::ui::page::Page;
use crate::ui::parts::marks::{chain, draft, number_link, ours, strip, translation};
use crate::ui::parts::references::{references, said};
use yew::prelude::*;

/// Maximum number of figures among the facts of a card. The page of the statement lists all.
const MAX_FIGURES: usize = 12;
/// A statement with fewer words than this may not be understood alone, so its card also shows the
/// annotator's summary.
const FEW_WORDS: usize = 4;

/// Draws a statement as a card. `can_tick` adds the box that chooses it for comparison.
pub fn statement_card(page: &Page, ix: StatementIx, can_tick: bool) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    let line = list![draft(statement.draft), heading(page, ix), chain(page, statement)];
    let mut inner = list![
        number_link(page, ix, false),
        el("div", "line", line),
        article_words(prepared, "blockquote", "words", excerpt_words(prepared, ix)),
    ];
    if let Some(it) = &statement.translation {
        inner.push(translation(text::translated(&prepared.dossier, it), it));
    }
    if let Some(gist) = &statement.gist
        && prepared.wording(ix).words < FEW_WORDS
    {
        let gist = list![el("span", "hush", list![txt(text::GIST)]), copied(gist)];
        inner.push(ours("p", "ours gist", gist));
    }
    inner.extend(references(page, statement));
    inner.push(facts(page, ix, can_tick));
    el("article", "card", inner)
}

/// Draws the type as a heading. Readers who hear it also hear the number and the source.
fn heading(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let kind = statement.kind.value;
    let number = text::statement_with_name(ix, "");
    let inner = list![
        el("span", "hush", list![txt(number)]),
        kind_glyph(kind),
        txt(" "),
        txt(text::kind_title(kind)),
        el("span", "hush", list![txt(text::by_source(dossier, statement))]),
    ];
    el("h3", "kind", inner)
}

/// Draws the line of facts below the words. It is one stop for the Tab key; arrow keys move in it.
fn facts(page: &Page, ix: StatementIx, can_tick: bool) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let mut facts = list![in_article(page, ix), wording(page, ix)];
    if let Some(topic) = statement.topics.first() {
        let topic = dossier.topic(topic.value);
        let href = page.narrowed(Collection::Statements, Facet::Topic, topic.id.as_str());
        facts.push(el("span", "shrink", list![link("", href, list![copied(&topic.label)])]));
    }
    if let Some(more) = statement.topics.len().checked_sub(1).filter(|more| *more > 0) {
        let attributes = list![
            at("class", "more-topics"),
            ("href", page.statement(ix)),
            at("aria-label", text::more_topics(more)),
        ];
        facts.push(attrs("a", attributes, list![txt(text::plus(more))]));
    }
    for figure in dossier.figures_of(ix).take(MAX_FIGURES) {
        let number = said(page, dossier.figure(figure).words);
        let number = link("", page.figure(figure), list![number]);
        facts.push(el("span", "", list![sentence(text::figure_fact(number))]));
    }
    if let Some(when) = &statement.said_on {
        facts.push(el("span", "said", list![txt(text::date_said(when))]));
    }
    facts.push(el("span", "end", end(page, ix, can_tick)));
    let attributes = list![
        at("class", "facts"),
        at("role", "toolbar"),
        at("aria-label", text::statement_number(ix)),
    ];
    attrs("div", attributes, facts)
}

/// Draws the paragraph's number, linked to the statement in the full text.
fn in_article(page: &Page, ix: StatementIx) -> Html {
    let statement = page.prepared.dossier.statement(ix);
    let attributes = list![
        at("class", "at"),
        ("href", page.in_article(ix)),
        at("data-opens", (ix.index() + 1).to_string()),
        at("title", text::SHOW_IN_FULL_TEXT),
        at("aria-label", text::paragraph(statement.passage)),
    ];
    attrs("a", attributes, list![txt(text::paragraph_sign(statement.passage))])
}

/// Says how much is quoted, with a strip that shows where if a part is.
fn wording(page: &Page, ix: StatementIx) -> Html {
    let wording = page.prepared.wording(ix);
    let mut inner = Vec::new();
    if wording.directness == Directness::Mixed {
        inner.push(strip(wording, page.prepared.direction()));
    }
    inner.push(txt(text::wording_fact(wording)));
    el("span", "", inner)
}

/// Draws the link to the citations, and the box that chooses the statement for comparison.
fn end(page: &Page, ix: StatementIx, can_tick: bool) -> Vec<Html> {
    let cite =
        list![txt(text::CITE), el("span", "hush", list![txt(text::statement_in_label(ix))]),];
    let mut end = list![link("", format!("{}#take", page.statement(ix)).into(), cite)];
    if can_tick {
        let number = (ix.index() + 1).to_string();
        let name = text::compare_statement(ix);
        end.push(html! {
            <label class="tick needs-script">
                <input type="checkbox" data-tick={number} aria-label={name} />
                { " " }
                { el("span", "", list![txt(text::COMPARE)]) }
            </label>
        });
    }
    end
}
