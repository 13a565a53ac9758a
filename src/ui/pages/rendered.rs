//! Renders a page of the app for an address, for tests that read it as readers do.

use super::explore::explore;
use crate::load::load;
use crate::model::{Archive, Dossier};
use crate::query::{Collection, run};
use crate::route::{Route, parse_query};
use crate::site::Site;
use crate::ui::page::{Form, Listing, Page};
use crate::ui::state::State;
use scraper::{ElementRef, Selector};
use std::rc::Rc;
use std::sync::Arc;
use yew::LocalServerRenderer;
use yew::prelude::*;

pub const REAL: &[u8] = include_bytes!("../../../static/dossiers/shafaq-2026-01-06.json");
pub const RICH: &[u8] = include_bytes!("../../../tests/fixtures/good/rich/dossier.json");
pub const SMALL: &[u8] = include_bytes!("../../../tests/fixtures/good/small/dossier.json");

#[derive(Properties, Clone, PartialEq)]
struct Props {
    site: Rc<Site>,
    collection: Collection,
    form: Form,
    address: AttrValue,
}

/// A page, with the view that an address names.
#[component]
fn Shown(props: &Props) -> Html {
    let Props { site, collection, form, address } = props;
    let (collection, form) = (*collection, *form);
    let prepared = site.dossiers[0].clone();
    let id = prepared.dossier.id.clone();
    let route = match form {
        Form::Cards => Route::list(id, collection),
        Form::Article => Route::Article(id),
        Form::Compare => Route::Compare(id),
    };
    let view = parse_query(address);
    let state = use_reducer(move || State { view, ..State::prerendered(route) });
    let results = run(&prepared.dossier, prepared.index(), collection, &state.view);
    let dispatch = state.dispatcher();
    let page = Page { prepared, root: "../../" };
    explore(&Listing {
        page,
        collection,
        form,
        state: &state,
        results: &results,
        keeps: false,
        dispatch: &dispatch,
    })
}

/// Loads a dossier as the browser gets it.
pub fn dossier(file: &[u8]) -> Arc<Dossier> {
    Arc::new(
        load("", file).dossier.expect("the dossier should load").for_lists(crate::text::when_text),
    )
}

/// Renders the page of a collection in a form, for a query string.
pub fn render(file: &[u8], of: Collection, form: Form, address: &str) -> scraper::Html {
    let site = Rc::new(Site::new(Archive { dossiers: vec![dossier(file)] }));
    let props = Props { site, collection: of, form, address: address.to_owned().into() };
    let markup = LocalServerRenderer::<Shown>::with_props(props).hydratable(false).render();
    scraper::Html::parse_fragment(&futures::executor::block_on(markup))
}

/// Returns the elements that a selector matches.
pub fn select<'h>(html: &'h scraper::Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// Returns the texts of the elements that a selector matches.
pub fn texts(html: &scraper::Html, selector: &str) -> Vec<String> {
    let text = |element: &ElementRef<'_>| element.text().collect::<String>();
    select(html, selector).iter().map(text).collect()
}
