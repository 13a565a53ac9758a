//! The article with its statements marked, by itself or beside the cards.

use super::list::{Props, empty};
use crate::browser::BESIDE_ID;
use crate::model::{Carried, Coverage, Run, StatementIx, Total, UnitIx};
use crate::query::{Collection, Results};
use crate::text::{self, Label};
use crate::ui::article::annotated;
use crate::ui::article::words::article_words;
use crate::ui::cards::piece::{Kind, Piece};
use crate::ui::cards::statement::statement_card;
use crate::ui::el::{self, at, attrs, copied, el, link, list, txt};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::parts::marks::ours;
use crate::ui::parts::related::related;
use crate::ui::state::Action;
use yew::prelude::*;

/// The article as the page's own matter, and what stands beside it: the open statement, or what the
/// text is made of.
pub fn article_form(props: &Props<'_>, results: &Results) -> (Html, Html) {
    let mut body = Vec::new();
    if results.order.is_empty() {
        body.push(empty(props, results));
    }
    body.extend(text_of(props, results));
    let beside = match props.opened() {
        Some(ix) => open_statement(props, ix),
        None => made_of(&props.page),
    };
    (el("div", "listed", body), beside)
}

/// The article beside the cards of a wide page.
pub fn beside_cards(props: &Props<'_>, results: &Results) -> Html {
    if props.collection != Collection::Statements {
        return Html::default();
    }
    let page = &props.page;
    let heading = list![txt("The article "), link("", page.article(), list![txt("Open")])];
    let mut inner = list![el("h2", "", heading)];
    inner.extend(text_of(props, results));
    aside("beside beside-cards", "The article", inner)
}

fn aside(class: &'static str, label: &'static str, inner: Vec<Html>) -> Html {
    let attributes = list![at("class", class), at("id", BESIDE_ID), at("aria-label", label)];
    attrs("aside", attributes, inner)
}

/// The text: what does not match recedes; what is open and what the reader points at is lit. Before
/// it, where only excerpts of it may be shown, that it is so.
fn text_of(props: &Props<'_>, results: &Results) -> Vec<Html> {
    let Props { page, state, shown, .. } = props;
    let prepared = &page.prepared;
    let mut receding = vec![true; results.total as usize];
    results.order.iter().for_each(|shown| receding[*shown as usize] = false);
    let units = (0..).map(UnitIx).take(prepared.dossier.article.units.len());
    let paragraphs = units.map(|unit| {
        let here = prepared.statements_in(unit);
        let in_it = |ix: &StatementIx| here.contains(ix);
        let recedes = |ix: &&StatementIx| receding[ix.index()];
        let paragraph = annotated::Props {
            page: page.clone(),
            unit,
            open: props.opened().filter(in_it),
            pointed: state.pointed.filter(in_it),
            receding: here.iter().filter(recedes).copied().collect(),
            query: shown.query.clone(),
        };
        html! { <Piece key={unit.0} piece={Kind::Paragraph(paragraph)} /> }
    });
    let words = article_words(prepared, "div", "article annotated", paragraphs.collect());
    if !prepared.dossier.article.is_cut() {
        return list![words];
    }
    list![el("p", "byhand", list![txt(text::excerpts_only(&prepared.dossier))]), words]
}

fn open_statement(props: &Props<'_>, ix: StatementIx) -> Html {
    let Props { page, shown, .. } = props;
    let dispatch = props.dispatch.clone();
    let close = Callback::from(move |_| dispatch.dispatch(Action::Open(None)));
    let attributes = list![at("class", "close"), at("aria-label", "Close")];
    let heading = list![at("id", "opened"), at("tabindex", "-1")];
    let title = format!("Statement {}", ix.index() + 1);
    let head = list![
        attrs("h2", heading, list![txt(title)]),
        el::button(attributes, close, list![icon(Icon::Cross)]),
    ];
    let whole = list![link("", page.statement(ix), list![txt("What each field rests on")])];
    let inner = list![
        el("div", "beside-head", head),
        statement_card(page, ix, &shown.query, false),
        related(page, ix, None),
        el("p", "more", whole),
    ];
    aside("beside is-open", "The statement", inner)
}

/// What the text is made of, in words: drawn to scale, and in a list that says the same.
fn made_of(page: &Page) -> Html {
    let coverage = page.prepared.coverage();
    let total = coverage.total();
    let inner = list![
        el("h2", "", list![txt("What the text is made of")]),
        strip(coverage, total),
        el("ul", "shares", shares(total)),
        backgrounds(page),
    ];
    aside("beside", "What the text is made of", inner)
}

/// The text from its first word to its last; each segment leads to its place.
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
    let share = |class: &'static str, words: usize, what: &'static str| {
        let swatch = attrs(
            "rect",
            list![at("class", class), at("width", "12"), at("height", "12")],
            Vec::new(),
        );
        let svg = list![
            at("class", "swatch"),
            ("viewBox", "0 0 12 12".into()),
            at("aria-hidden", "true")
        ];
        el(
            "li",
            "",
            list![
                attrs("svg", svg, list![swatch]),
                el("b", "", list![txt(words.to_string())]),
                txt(what)
            ],
        )
    };
    list![
        share("in-statement", total.statements - total.also_background, " words are a statement’s"),
        share("in-both", total.also_background, " stand in one and may be background"),
        share("in-evidence", total.evidence, " say how a statement came"),
        share("in-background", total.background, " are background alone"),
        share("in-nothing", total.uncovered, " are none of these"),
    ]
}

/// The words that no source is given for, each with why.
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
            copied(&background.why)
        ];
        let mut inner: Vec<Html> = words.collect();
        inner.push(ours("p", "ours", why));
        el("li", "", inner)
    };
    if dossier.background.is_empty() {
        return Html::default();
    }
    let title = list![txt("Words that no source is given for")];
    let items = dossier.background.iter().map(item).collect();
    el("div", "backgrounds", list![el("h3", "", title), el("ul", "", items)])
}
