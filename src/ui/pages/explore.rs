//! The frame of every page that the app draws: the heading, the key, the filters, the results, and
//! the full text beside them.

use super::article::{article_form, beside_cards};
use super::compare::{compare_form, comparison_title};
use super::list::listed;
use crate::browser;
use crate::model::StatementIx;
use crate::query::Collection;
use crate::text::{self, Mark};
use crate::ui::controls::filters::filters;
use crate::ui::controls::toolbar::{toolbar, unknown};
use crate::ui::el::{at, attrs, el, list, sentence, txt};
use crate::ui::icon::arrow;
use crate::ui::page::{Form, Listing};
use crate::ui::parts::marks::{ours, spoken_comma};
use crate::ui::state::{Action, Dispatch};
use yew::prelude::*;

/// Draws a page of the app.
pub fn explore(props: &Listing<'_>) -> Html {
    let Listing { collection, form, state, .. } = props;
    let name = text::collection_name(*collection);
    let class = if *form == Form::Compare { "results compare" } else { "results" };
    let mut attributes = list![
        at("class", class),
        at("id", "results"),
        at("tabindex", "-1"),
        at("aria-label", name),
    ];
    if state.sheet {
        attributes.push(at("inert", ""));
    }
    let mut inner = list![heading(props)];
    if *collection == Collection::Statements {
        inner.push(key(*form));
    }
    let (body, beside) = match form {
        Form::Article => article_form(props),
        Form::Cards => (listed(props), beside_cards(props)),
        Form::Compare => {
            let mut body = list![unknown(props)];
            body.extend(compare_form(props));
            inner.push(attrs("section", attributes, body));
            return inner.into_iter().collect();
        }
    };
    let panes =
        list![filters(props), attrs("section", attributes, list![toolbar(props), body]), beside,];
    inner.push(pointing(props, panes));
    inner.into_iter().collect()
}

/// Draws the panes, which follow the statement that the reader points at, by mouse or by focus, and
/// the one that they open.
fn pointing(props: &Listing<'_>, panes: Vec<Html>) -> Html {
    let class = match (props.collection, props.form) {
        (_, Form::Article) => "panes of-article",
        (Collection::Statements, _) => "panes of-three",
        _ => "panes",
    };
    if props.collection != Collection::Statements {
        return el("div", class, panes);
    }
    let point = |dispatch: Dispatch| {
        move |event: Event| {
            let pointed = browser::statement_at(&event).and_then(statement);
            dispatch.dispatch(Action::Point(pointed));
        }
    };
    let (at_mouse, at_focus) = (point(props.dispatch.clone()), point(props.dispatch.clone()));
    let onmouseover = move |event: MouseEvent| at_mouse(event.into());
    let onfocusin = move |event: FocusEvent| at_focus(event.into());
    let (dispatch, prepared) = (props.dispatch.clone(), props.page.prepared.clone());
    let onclick = move |event: MouseEvent| {
        if let Some(ix) = browser::clicked_statement(&event).and_then(statement) {
            event.prevent_default();
            let id = prepared.dossier.statement(ix).id.as_str();
            dispatch.dispatch(Action::Open(Some(id.into())));
        }
    };
    html! { <div class={AttrValue::Static(class)} {onmouseover} {onfocusin} {onclick}>{ for panes }</div> }
}

/// Returns the statement with a number as the page shows it, which is 1-based.
fn statement(number: u32) -> Option<StatementIx> {
    number.checked_sub(1).map(StatementIx)
}

fn heading(props: &Listing<'_>) -> Html {
    let Listing { page, collection, form, state, .. } = props;
    let dossier = &page.prepared.dossier;
    let title = match collection {
        Collection::Statements if *form == Form::Article => text::ARTICLE_TITLE.to_owned(),
        Collection::Statements if *form == Form::Compare => comparison_title(page, &state.view),
        Collection::Statements => dossier.title.to_string(),
        Collection::Actors => text::ACTORS_TITLE.to_owned(),
        Collection::Figures => text::FIGURES_TITLE.to_owned(),
    };
    let name = list![txt(text::outlet(dossier).to_owned())];
    let outlet = attrs("b", list![at("dir", "auto")], name);
    let date = txt(text::day_text(dossier.article.published));
    let line = match collection {
        Collection::Statements => {
            let sources = page.prepared.sources();
            let counts = text::statements_and_sources(dossier.statements.len(), sources);
            text::statements_line(outlet, date, txt(counts))
        }
        Collection::Actors => text::actors_line(outlet, date),
        Collection::Figures => text::figures_line(outlet, date),
    };
    let heading = list![at("id", "title"), at("tabindex", "-1")];
    let mut inner =
        list![attrs("h1", heading, list![txt(title)]), el("p", "", list![sentence(line)])];
    let shows_title = *collection == Collection::Statements && *form == Form::Cards;
    if shows_title && dossier.article.headline.is_none() {
        inner.push(ours("p", "byhand", list![txt(text::TITLE_NOTE)]));
    }
    el("div", "dossier", inner)
}

/// Draws the key above the cards, which explains the marks.
fn key(form: Form) -> Html {
    let sample = |inner| el("span", "sample", list![inner]);
    let name = || list![txt(text::SAMPLE_NAME)];
    let word = |class| sample(el("span", class, list![txt(text::SAMPLE)]));
    let entry = |mark, sample| {
        el("span", "", list![sentence(text::key_entry(mark, sample)), spoken_comma()])
    };
    let quoted = el("span", "quoted", list![txt(text::SAMPLE_QUOTED)]);
    let mut entries = list![
        entry(Mark::Quoted, sample(quoted)),
        entry(Mark::Paraphrased, sample(txt(text::SAMPLE))),
        entry(Mark::Named, el("span", "chip", name())),
        entry(Mark::Unnamed, el("span", "chip unnamed", name())),
        entry(Mark::Via, arrow()),
        ours("span", "ours", list![txt(text::KEY_ANNOTATOR)]),
    ];
    if form == Form::Article {
        entries.push(entry(Mark::Unattributed, word("background")));
        entries.push(entry(Mark::Date, word("date-mark")));
    }
    el("p", "key", entries)
}
