//! The pages that the app runs: filters, what they leave, and the article beside it.

use super::article::{article_form, beside_cards};
use super::compare::compare_form;
use super::list::{Props, listed};
use crate::browser;
use crate::model::StatementIx;
use crate::query::{Collection, Facet, View};
use crate::route::Route;
use crate::text;
use crate::ui::controls::filters::filters;
use crate::ui::controls::toolbar::{toolbar, unknown};
use crate::ui::el::{at, attrs, el, list, txt};
use crate::ui::icon::arrow;
use crate::ui::page::{Form, Listed, Page};
use crate::ui::parts::marks::ours;
use crate::ui::state::{Action, Dispatch};
use yew::prelude::*;

/// A page that the app runs.
pub fn explore(props: &Props<'_>) -> Html {
    let Props { page, collection, state, shown, dispatch } = props;
    let Some(results) = shown.results.as_ref() else { return Html::default() };
    let form = match state.route {
        Route::Article(_) => Form::Article,
        Route::Compare(_) => Form::Compare,
        _ => Form::Cards,
    };
    let listed_here = Listed { page, collection: *collection, form, state, results, dispatch };
    let name = text::collection_name(*collection);
    let class = if form == Form::Compare { "results compare" } else { "results" };
    let mut attributes = list![
        at("class", class),
        at("id", "results"),
        at("tabindex", "-1"),
        at("aria-label", name),
    ];
    if state.sheet {
        attributes.push(at("inert", ""));
    }
    let mut inner = list![heading(page, &state.view, *collection, form)];
    if *collection == Collection::Statements {
        inner.push(key(form));
    }
    let (body, beside) = match form {
        Form::Article => article_form(props, results),
        Form::Cards => (listed(props, results), beside_cards(props, results)),
        Form::Compare => {
            let body = list![unknown(&listed_here), compare_form(props, results)];
            inner.push(attrs("section", attributes, body));
            return inner.into_iter().collect();
        }
    };
    let panes = list![
        filters(&listed_here),
        attrs("section", attributes, list![toolbar(&listed_here), body]),
        beside,
    ];
    inner.push(pointing(props, form, panes));
    inner.into_iter().collect()
}

/// The panes, which follow what the reader points at and opens: by mouse or by the focus.
fn pointing(props: &Props<'_>, form: Form, panes: Vec<Html>) -> Html {
    let class = match (props.collection, form) {
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

/// The statement of a number that stands on the page.
fn statement(number: u32) -> Option<StatementIx> {
    number.checked_sub(1).map(StatementIx)
}

fn heading(page: &Page, view: &View, collection: Collection, form: Form) -> Html {
    let dossier = &page.prepared.dossier;
    let line = match collection {
        Collection::Statements => format!(
            ": {} by {}.",
            text::count(dossier.statements.len(), "statement", "statements"),
            text::count(page.prepared.sources(), "source", "sources")
        ),
        Collection::Actors => ". One square is one statement.".to_owned(),
        Collection::Figures => ". Dates are not counted as figures.".to_owned(),
    };
    let title = match collection {
        Collection::Statements if form == Form::Article => text::ARTICLE_TITLE.to_owned(),
        Collection::Statements if form == Form::Compare => side_by_side(page, view),
        Collection::Statements => dossier.title.to_string(),
        Collection::Actors => "Who is in this report".to_owned(),
        Collection::Figures if dossier.figures.len() == 1 => "One figure".to_owned(),
        Collection::Figures => text::count(dossier.figures.len(), "figure", "figures"),
    };
    let day = text::day_text(dossier.article.published);
    let name = list![txt(text::outlet(dossier).to_owned())];
    let outlet = attrs("b", list![at("dir", "auto")], name);
    let byline = list![txt("A report by "), outlet, txt(", "), txt(day), txt(line)];
    let heading = list![at("id", "title"), at("tabindex", "-1")];
    let mut inner = list![attrs("h1", heading, list![txt(title)]), el("p", "", byline)];
    let names_it = collection == Collection::Statements && form == Form::Cards;
    if names_it && dossier.article.headline.is_none() {
        let note = "Title by the annotator; the report carries no headline.";
        inner.push(ours("p", "byhand", list![txt(note)]));
    }
    el("div", "dossier", inner)
}

/// Where a topic is asked for, its name.
fn side_by_side(page: &Page, view: &View) -> String {
    let dossier = &page.prepared.dossier;
    let name = |code: &str| dossier.topics.iter().find(|topic| topic.id.as_str() == code);
    let names: Vec<&str> =
        view.codes(Facet::Topic).filter_map(name).map(|topic| &*topic.label).collect();
    if names.is_empty() {
        "Side by side".to_owned()
    } else {
        format!("Side by side: {}", names.join(", "))
    }
}

/// What the marks mean, above the cards.
fn key(form: Form) -> Html {
    let sample = |inner| el("span", "sample", list![inner]);
    let entry = |mark, meaning: &'static str| el("span", "", list![mark, txt(meaning)]);
    let quoted = el("span", "quoted", list![txt("“words”")]);
    let mut entries = list![
        entry(sample(quoted), " quoted words"),
        entry(sample(txt("words")), " reporter’s words"),
        entry(el("span", "chip", list![txt("Who")]), " named source"),
        entry(el("span", "chip unnamed", list![txt("Who")]), " unnamed source"),
        entry(arrow(), " through whom"),
        ours("span", "ours", list![txt("annotator’s words")]),
    ];
    if form == Form::Article {
        let word = |class| sample(el("span", class, list![txt("words")]));
        entries.push(entry(word("background"), " no source given"));
        entries.push(entry(word("date-mark"), " date"));
    }
    el("p", "key", entries)
}
