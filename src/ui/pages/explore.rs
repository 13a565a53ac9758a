//! The frame of every page that the app draws: the heading, the key, the filters, the results, and
//! the full text beside them.

use super::article::{article_form, beside_cards};
use super::compare::{compare_form, comparison_title};
use super::list::listed;
use crate::browser;
use crate::model::StatementIx;
use crate::query::{Collection, View};
use crate::route::Route;
use crate::text;
use crate::ui::cards::piece::{Kind, Piece};
use crate::ui::controls::filters::filters;
use crate::ui::controls::toolbar::{toolbar, unknown};
use crate::ui::el::{at, attrs, copied, el, link, list, sentence, txt};
use crate::ui::page::{Form, Listing, Page};
use crate::ui::parts::marks::ours;
use crate::ui::state::{Action, Dispatch, Sheet};
use yew::prelude::*;

/// Draws a page of the app.
pub fn explore(props: &Listing<'_>) -> Html {
    let Listing { collection, form, state, .. } = props;
    let name = text::collection_name(*collection);
    let class = if *form == Form::Compare { "results compare" } else { "results" };
    let mut attributes = list![
        at("class", class),
        at("id", browser::RESULTS_ID),
        at("tabindex", "-1"),
        at("aria-label", name),
    ];
    if state.sheet == Sheet::Open {
        attributes.push(at("inert", ""));
    }
    let title = Heading {
        page: props.page.clone(),
        collection: *collection,
        form: *form,
        view: (*form == Form::Compare).then(|| state.view.clone()),
    };
    let title = html! { <Piece piece={Kind::Heading(title)} keeps={props.keeps && *form != Form::Compare} /> };
    let mut inner = list![title];
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
    let dispatch = props.dispatch.clone();
    let onchange = move |event: Event| {
        if let Some(ix) = browser::ticked_statement(&event).and_then(statement) {
            dispatch.dispatch(Action::Tick(ix));
        }
    };
    let class = AttrValue::Static(class);
    html! { <div {class} {onmouseover} {onfocusin} {onclick} {onchange}>{ for panes }</div> }
}

/// Returns the statement with a number as the page shows it, which is 1-based.
fn statement(number: u32) -> Option<StatementIx> {
    number.checked_sub(1).map(StatementIx)
}

/// The head of the page.
#[derive(Clone, PartialEq)]
pub struct Heading {
    page: Page,
    collection: Collection,
    form: Form,
    /// The view of a comparison, on which its title depends.
    view: Option<View>,
}

/// Draws the head of the page: the title, the report, and on lists of statements what the page
/// shows and does not show, in a sentence whose words carry the marks that they explain.
pub fn heading(props: &Heading) -> Html {
    let Heading { page, collection, form, view } = props;
    let dossier = &page.prepared.dossier;
    let title = match collection {
        Collection::Statements if *form == Form::Article => text::ARTICLE_TITLE.to_owned(),
        Collection::Statements => match view {
            Some(view) => comparison_title(page, view),
            None => dossier.title.to_string(),
        },
        Collection::Actors => text::ACTORS_TITLE.to_owned(),
        Collection::Figures => text::FIGURES_TITLE.to_owned(),
    };
    let name = list![txt(text::outlet(dossier).to_owned())];
    let outlet = attrs("b", list![at("dir", "auto")], name);
    let date = txt(text::day_text(dossier.article.published));
    let line = match collection {
        Collection::Statements => {
            let statements = txt(text::statements(dossier.statements.len()));
            let sources = list![txt(text::from_sources(page.prepared.sources()))];
            text::statements_line(outlet, date, statements, el("span", "long", sources))
        }
        Collection::Actors => text::actors_line(outlet, date),
        Collection::Figures => text::figures_line(outlet, date),
    };
    let mut line = list![sentence(line)];
    let is_list = *collection == Collection::Statements && *form == Form::Cards;
    if is_list && dossier.article.headline.is_none() {
        line.push(ours("span", "ours our-title", list![txt(text::TITLE_NOTE)]));
    }
    let heading = list![at("id", "title"), at("tabindex", "-1")];
    let mut inner = list![attrs("h1", heading, list![txt(title)]), el("p", "byline", line)];
    match form {
        Form::Cards if is_list => inner.push(intro(page)),
        Form::Article => inner.push(el("p", "intro", list![sentence(text::marks(marks()))])),
        _ => {}
    }
    el("div", "dossier", inner)
}

/// Says what the page is, who made it, and where to read how it works and how to make one.
fn intro(page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    let about = Route::About.href(page.root);
    let marks = el("span", "long", list![sentence(text::marks(marks())), txt(" ")]);
    let made = Route::AboutDossier(dossier.id.clone()).href(page.root);
    let by = attrs("bdi", Vec::new(), list![copied(&dossier.annotation.by)]);
    let by = link("", made.into(), list![by]);
    let links = list![
        link("", about.clone().into(), list![txt(text::HOW_THIS_WORKS)]),
        txt(text::LINK_SEPARATOR),
        link("", format!("{about}#make").into(), list![txt(text::MAKE_YOUR_OWN)]),
    ];
    let inner = list![
        txt(text::WHAT_THIS_IS),
        txt(" "),
        marks,
        sentence(text::annotated_by(by)),
        txt(" "),
        el("span", "links", links),
    ];
    el("p", "intro", inner)
}

/// Draws the marks that the sentence about them explains, in its order.
fn marks() -> [Html; 4] {
    [
        el("span", "sample quoted", list![txt(text::MARK_QUOTED)]),
        el("span", "sample", list![txt(text::MARK_PARAPHRASED)]),
        el("span", "chip unnamed", list![txt(text::MARK_UNNAMED)]),
        ours("span", "ours pencil", list![txt(text::MARK_INFERRED)]),
    ]
}
