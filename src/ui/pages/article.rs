//! The full text with its statements marked, on its own page or beside the cards.

use super::list::empty;
use crate::browser::BESIDE_ID;
use crate::model::{Carried, Coverage, Run, StatementIx, Total, UnitIx};
use crate::query::Collection;
use crate::text::{self, Label, Share};
use crate::ui::article::words::article_words;
use crate::ui::cards::piece::{Kind, Piece};
use crate::ui::cards::statement::statement_card;
use crate::ui::controls::button;
use crate::ui::el::{at, attrs, copied, el, link, list, sentence, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::{Listing, Page};
use crate::ui::parts::marks::ours;
use crate::ui::parts::related::related;
use crate::ui::state::Action;
use yew::prelude::*;

/// Draws the page of the full text, and beside it the open statement, or where the words come from.
pub fn article_form(props: &Listing<'_>) -> (Html, Html) {
    let mut body = Vec::new();
    if props.results.order.is_empty() {
        body.push(empty(props));
    }
    body.extend(full_text(props));
    let beside = match props.opened() {
        Some(ix) => open_statement(props, ix),
        None => origins(&props.page),
    };
    (el("div", "listed", body), beside)
}

/// Draws the full text beside the cards of a wide page.
pub fn beside_cards(props: &Listing<'_>) -> Html {
    if props.collection != Collection::Statements {
        return Html::default();
    }
    let page = &props.page;
    let open = link("", page.article(), list![txt(text::OPEN)]);
    let numbered = el("small", "", list![txt(text::NUMBERED)]);
    let name = el("span", "", list![txt(text::FULL_TEXT), txt(" "), numbered]);
    let heading = list![name, open];
    // Readers with a keyboard have the page of the full text, so the marks are one stop here.
    let article = attrs("div", list![at("data-rove", "")], full_text(props));
    let inner = list![el("h2", "", heading), article];
    aside("beside beside-cards", text::FULL_TEXT.into(), inner)
}

fn aside(class: &'static str, label: AttrValue, inner: Vec<Html>) -> Html {
    let attributes = list![at("class", class), at("id", BESIDE_ID), ("aria-label", label)];
    attrs("aside", attributes, inner)
}

/// Draws the text. `browser::Marks` greys out the statements that do not match, and highlights the
/// open one and the one that the reader points at. If only excerpts may be shown, a note comes first.
fn full_text(props: &Listing<'_>) -> Vec<Html> {
    let Listing { page, keeps, .. } = props;
    let prepared = &page.prepared;
    let units = (0..).map(UnitIx).take(prepared.dossier.article.units.len());
    let paragraphs = units.map(|unit| {
        let piece = Kind::Paragraph(page.clone(), unit);
        html! { <Piece key={unit.0} {piece} keeps={*keeps} /> }
    });
    let words = article_words(prepared, "div", "article annotated", paragraphs.collect());
    if !prepared.dossier.article.is_cut() {
        return list![words];
    }
    list![el("p", "byhand", list![txt(text::excerpts_only(&prepared.dossier))]), words]
}

fn open_statement(props: &Listing<'_>, ix: StatementIx) -> Html {
    let Listing { page, dispatch, .. } = props;
    let attributes = list![at("class", "close"), at("aria-label", text::CLOSE)];
    let heading = list![at("id", "opened"), at("tabindex", "-1")];
    let title = text::statement_number(ix);
    let head = list![
        attrs("h2", heading, list![txt(title.clone())]),
        button(dispatch, Action::Open(None), attributes, list![icon(Icon::Cross)]),
    ];
    let evidence = list![link("", page.statement(ix), list![txt(text::SEE_EVIDENCE)])];
    let inner = list![
        el("div", "beside-head", head),
        statement_card(page, ix, false),
        related(page, ix, None),
        el("p", "more", evidence),
    ];
    aside("beside is-open", title.into(), inner)
}

/// Draws where the words of the text come from: as a strip to scale, and as a list with the same
/// shares.
fn origins(page: &Page) -> Html {
    let coverage = page.prepared.coverage();
    let total = coverage.total();
    let inner = list![
        el("h2", "", list![txt(text::WHERE_WORDS_COME_FROM)]),
        strip(coverage, total),
        el("ul", "shares", shares(total)),
        backgrounds(page),
    ];
    aside("beside", text::WHERE_WORDS_COME_FROM.into(), inner)
}

/// Draws the text as a strip, from its first word to its last. Each segment links to its paragraph.
fn strip(coverage: &Coverage, total: Total) -> Html {
    let scale = |words: usize| words * 1000 / total.words.max(1);
    let mut before = 0;
    let segment = |run: &Run| {
        let (x, width) = (scale(before), scale(before + run.words) - scale(before));
        before += run.words;
        let rect = list![
            at("x", x.to_string()),
            at("width", width.to_string()),
            at("height", "28"),
            at("class", share_class(run.carried, run.also.is_some())),
        ];
        let href = format!("#p-{}", run.span.unit.0);
        let attributes = list![at("href", href), at("tabindex", "-1")];
        attrs("a", attributes, list![attrs("rect", rect, Vec::new())])
    };
    let segments = coverage.runs.iter().map(segment).collect();
    let attributes = list![
        at("class", "coverage"),
        ("viewBox", "0 0 1000 28".into()),
        ("preserveAspectRatio", "none".into()),
        at("aria-hidden", "true"),
    ];
    attrs("svg", attributes, segments)
}

fn share_class(carried: Carried, also: bool) -> &'static str {
    match carried {
        Carried::Statement(_) if also => "in-both",
        Carried::Statement(_) => "in-statement",
        Carried::Evidence(_) => "in-evidence",
        Carried::Background(_) => "in-background",
        Carried::Nothing => "in-nothing",
    }
}

fn shares(total: Total) -> Vec<Html> {
    let share = |class: &'static str, words: usize, share: Share| {
        let square = list![at("class", class), at("width", "12"), at("height", "12")];
        let attributes = list![
            at("class", "swatch"),
            ("viewBox", "0 0 12 12".into()),
            at("aria-hidden", "true")
        ];
        let swatch = attrs("svg", attributes, list![attrs("rect", square, Vec::new())]);
        let number = el("b", "", list![txt(words.to_string())]);
        el("li", "", list![swatch, sentence(text::share(share, words, number))])
    };
    let in_statements_only = total.statements - total.also_background;
    list![
        share("in-statement", in_statements_only, Share::Statement),
        share("in-both", total.also_background, Share::Unclear),
        share("in-evidence", total.evidence, Share::Introduction),
        share("in-background", total.background, Share::Unattributed),
        share("in-nothing", total.uncovered, Share::Other),
    ]
}

/// Draws the words that no source is given for, with the annotator's reasons.
fn backgrounds(page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    let item = |background: &crate::model::Background| {
        let words = background.words.iter().map(|span| {
            let words = list![copied(dossier.article.text(*span))];
            link(
                "",
                format!("#p-{}", span.unit.0).into(),
                list![article_words(&page.prepared, "span", "article-inline", words)],
            )
        });
        let why = list![
            el("b", "", list![txt(background.voice.label()), txt(". ")]),
            copied(background.why.as_deref().unwrap_or_default())
        ];
        let mut inner: Vec<Html> = words.collect();
        inner.push(ours("p", "ours", why));
        el("li", "", inner)
    };
    if dossier.background.is_empty() {
        return Html::default();
    }
    let title = list![txt(text::UNATTRIBUTED_WORDS)];
    let items = dossier.background.iter().map(item).collect();
    el("div", "backgrounds", list![el("h3", "", title), el("ul", "", items)])
}
