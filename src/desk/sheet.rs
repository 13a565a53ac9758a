//! The text of the article as a sheet: numbers and a gauge in the margin, marks in the words, and the bar for selected
//! words.

use super::act::{Act, Use};
use super::page::Send;
use super::state::{SHEET_ID, State};
use crate::annotate::{Desk, Focus, Marks, Paragraph, Run, View, Weight};
use crate::browser::annotator;
use crate::model::{Span, UnitIx};
use crate::text::desk::{keys, sheet as words};
use std::rc::Rc;
use yew::prelude::*;

/// The id of the help for people who hear it.
const HELP_ID: &str = "sheet-help";

/// Draws the sheet.
pub fn sheet(state: &State, desk: &Desk, send: &Send) -> Html {
    let view = desk.view();
    let clicked = send.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(place) = annotator::place_at(&event) {
            let extends = event.shift_key();
            clicked.emit(Act::Clicked { unit: place.unit, at: place.at, extends });
        }
    });
    let picked = state.pick.spans();
    let last = state.pick.piece.or(picked.last().copied());
    let paragraphs = view.paragraphs.iter().map(|paragraph| {
        let own = picked.iter().filter(|span| span.unit == paragraph.unit);
        let has_bar = state.pick.is_words() && last.is_some_and(|it| it.unit == paragraph.unit);
        let of = |weight| count(view, paragraph, weight);
        html! {
            <Para key={paragraph.unit.0} paragraph={Shared(paragraph.clone())} picked={own.copied().collect::<Vec<Span>>()}
                is_caret={state.pick.is_caret} focus={focus_in(view, paragraph)} to_fix={of(Weight::Fix)}
                to_check={of(Weight::Check)} bar={has_bar.then(|| Bar { is_open: state.card().is_some(), asks_name: state.asks_name() })} send={send.clone()} />
        }
    });
    let article = &view.article;
    html! {
        <section class="desk-sheet" id={SHEET_ID} tabindex="0" role="region" aria-label={words::ARTICLE} {onclick}
            aria-describedby={HELP_ID} dir={if article.is_rtl { "rtl" } else { "ltr" }}
            lang={article.language.clone()} translate="no">
            <p class="hush" id={HELP_ID} lang="en" dir="ltr">{ words::ARTICLE_HELP }</p>
            if !article.headline.is_empty() {
                <p class="desk-headline">{ article.headline.clone() }</p>
            }
            { for paragraphs }
        </section>
    }
}

fn count(view: &View, paragraph: &Paragraph, weight: Weight) -> usize {
    let own = paragraph.problems.iter().filter_map(|at| view.problems.get(*at));
    own.filter(|it| it.weight == weight).count()
}

/// Returns what is open, if it is in a paragraph.
fn focus_in(view: &View, paragraph: &Paragraph) -> Option<Focus> {
    view.focus.filter(|focus| match focus {
        Focus::Statement(key) => paragraph.statements.iter().any(|(_, it)| it == key),
        Focus::Suggestion(ix) => paragraph.suggestions.iter().any(|(_, it)| it == ix),
        Focus::Problem(at) => paragraph.problems.contains(at),
        Focus::Figure(_) => false,
    })
}

/// A shared value, equal only to itself.
#[derive(Debug, Clone)]
pub struct Shared<T>(pub Rc<T>);

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the bar for selected words offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bar {
    /// True if a statement is open.
    is_open: bool,
    /// True if a name answers its question.
    asks_name: bool,
}

#[derive(Properties, PartialEq)]
struct ParaProps {
    paragraph: Shared<Paragraph>,
    /// The selected words in it.
    picked: Vec<Span>,
    is_caret: bool,
    /// What is open in it.
    focus: Option<Focus>,
    to_fix: usize,
    to_check: usize,
    /// The bar for selected words, if it has one.
    bar: Option<Bar>,
    send: Send,
}

/// A paragraph. It is drawn again only if something in it has changed.
#[component]
fn Para(props: &ParaProps) -> Html {
    let paragraph = &*props.paragraph.0;
    let is_dateline = paragraph.unit == UnitIx::DATELINE;
    html! {
        <div class={if is_dateline { "desk-para is-dateline" } else { "desk-para" }}>
            { numbers(props) }
            { gauge(paragraph) }
            <p data-unit={paragraph.unit.0.to_string()}>{ for pieces(props) }</p>
            if let Some(offers) = props.bar {
                { bar(offers, &props.send) }
            }
        </div>
    }
}

/// Draws the numbers of statements, the letters of suggestions, and marks of problems.
fn numbers(props: &ParaProps) -> Html {
    let paragraph = &*props.paragraph.0;
    let number = |focus: Focus, class: &'static str, shown: String, name: String| {
        let is_on = props.focus == Some(focus);
        let onclick = props.send.reform(move |_: MouseEvent| Act::Show(focus));
        html! {
            <button type="button" class={classes!("number", class, is_on.then_some("is-on"))} {onclick} aria-label={name}
                aria-current={is_on.then_some("true")}>
                { shown }
            </button>
        }
    };
    let statements = paragraph
        .statements
        .iter()
        .map(|(at, key)| number(Focus::Statement(*key), "", at.to_string(), words::statement(*at)));
    let suggestions = paragraph.suggestions.iter().map(|(letter, ix)| {
        number(Focus::Suggestion(*ix), "is-maybe", letter.clone(), words::suggestion(letter))
    });
    let problem = paragraph.problems.first().map(|at| match props.to_fix {
        0 if props.to_check == 0 => Html::default(),
        0 => number(
            Focus::Problem(*at),
            "is-doubtful",
            words::ASK.to_owned(),
            words::to_check(props.to_check),
        ),
        fixes => number(Focus::Problem(*at), "is-bad", words::BAD.to_owned(), words::to_fix(fixes)),
    });
    html! { <div class="desk-numbers" dir="ltr" lang="en">{ for statements }{ for suggestions }{ for problem }</div> }
}

/// Draws how far down a paragraph words are accounted for, suggested, or in doubt.
fn gauge(paragraph: &Paragraph) -> Html {
    let length = paragraph.runs.last().map_or(1, |run| run.span.end.max(1));
    let scale = |at: u32| u64::from(at) * 100 / u64::from(length);
    let bands = paragraph.runs.iter().filter_map(|run| {
        let (class, x, width) = if run.marks.has(Marks::FIX) {
            ("in-trouble", "0", "600")
        } else if run.marks.has(Marks::ACCOUNTED) {
            ("in-hand", "0", "600")
        } else if run.marks.has(Marks::SUGGESTED | Marks::SUGGESTED_CUE | Marks::SUGGESTED_SOURCE) {
            ("in-question", "200", "200")
        } else {
            return None;
        };
        let (y, end) = (scale(run.span.start), scale(run.span.end));
        Some(
            html! { <rect {class} {x} {width} y={y.to_string()} height={(end - y).to_string()} /> },
        )
    });
    html! {
        <svg class="desk-gauge" viewBox="0 0 600 100" preserveAspectRatio="none" aria-hidden="true">{ for bands }</svg>
    }
}

/// Draws the words in pieces that are marked alike, and selected or not.
fn pieces(props: &ParaProps) -> Vec<Html> {
    let paragraph = &*props.paragraph.0;
    let mut pieces = Vec::new();
    for run in &paragraph.runs {
        let mut cuts = vec![run.span.start, run.span.end];
        let ends = props.picked.iter().flat_map(|it| [it.start, it.end]);
        cuts.extend(ends.filter(|at| run.span.start < *at && *at < run.span.end));
        cuts.sort_unstable();
        cuts.dedup();
        for ends in cuts.windows(2) {
            let span = Span { start: ends[0], end: ends[1], ..run.span };
            let is_picked = props.picked.iter().any(|it| it.overlaps(span));
            pieces.push(piece(props, run, span, is_picked));
        }
    }
    pieces
}

fn piece(props: &ParaProps, run: &Run, span: Span, is_picked: bool) -> Html {
    let of_run = &props.paragraph.0.text[run.bytes.clone()];
    let skip = (span.start - run.span.start) as usize;
    let words: String = of_run.chars().skip(skip).take((span.end - span.start) as usize).collect();
    let mut class = classes!();
    let marks = run.marks;
    for (mark, name) in CLASSES {
        if marks.has(mark) {
            class.push(name);
        }
    }
    if is_picked {
        class.push("is-picked");
        if props.is_caret {
            class.push("is-caret");
        }
    }
    let at = span.start.to_string();
    match marks.has(Marks::CUE | Marks::SUGGESTED_CUE) {
        true => html! { <i {class} data-at={at}>{ words }</i> },
        false => html! { <span {class} data-at={at}>{ words }</span> },
    }
}

/// The classes of marks.
const CLASSES: [(Marks, &str); 12] = [
    (Marks::ACCOUNTED, "is-in"),
    (Marks::QUOTED, "quoted"),
    (Marks::SOURCE, "who"),
    (Marks::UNNAMED, "unnamed"),
    (Marks::SUGGESTED, "is-suggested"),
    (Marks::SUGGESTED_SOURCE, "is-suggested"),
    (Marks::SUGGESTED_CUE, "is-suggested"),
    (Marks::BACKGROUND, "is-own"),
    (Marks::FIGURE, "has-figure"),
    (Marks::OPEN, "is-open"),
    (Marks::FIX, "to-fix"),
    (Marks::CHECK, "to-check"),
];

/// Draws the bar for selected words.
fn bar(Bar { is_open, asks_name }: Bar, send: &Send) -> Html {
    let button = |act: Act, name: &'static str, key: &'static str| {
        let onclick = send.reform(move |_: MouseEvent| act.clone());
        html! {
            <button type="button" {onclick}>{ name }<kbd aria-hidden="true">{ key }</kbd></button>
        }
    };
    let used = |used, name, key| button(Act::Use(used), name, key);
    html! {
        <div class="desk-bar" role="group" aria-label={words::BAR} lang="en" dir="ltr">
            { used(Use::Content, words::WORDS, keys::W) }
            if is_open {
                { used(Use::Source, words::SOURCE, keys::S) }
                { used(Use::Verb, words::VERB, keys::V) }
            }
            if asks_name { { used(Use::Name, words::NAME, keys::I) } }
            { used(Use::Reporter, words::REPORTER, keys::R) }
            { used(Use::Number, words::NUMBER, keys::N) }
            if is_open {
                { used(Use::Date, words::DATE, keys::D) }
                { used(Use::Fuller, words::FULLER, keys::F) }
                { used(Use::MoreContent, words::ADD, keys::SHIFT_W) }
                { used(Use::Another, words::ANOTHER, keys::M) }
            }
            { button(Act::Piece, words::PIECE, "+") }
        </div>
    }
}
