//! The root: one state, one reducer; the frame around every page.

use super::icon::sprite;
use super::page::Page;
#[cfg(not(target_arch = "wasm32"))]
use super::pages::about;
use super::pages::{actor, archive, figure, list::List, lost, statement};
use super::site::Site;
use super::state::{Action, Dispatch, History, State};
use super::text;
use crate::browser::{self, Address};
use crate::query::Collection;
use crate::route::{Route, parse_query, query_string};
use std::rc::Rc;
use yew::prelude::*;

/// What the app needs: the same for the prerenderer and the browser.
#[derive(Properties, Clone, PartialEq)]
pub struct Props {
    /// The dossiers.
    pub site: Rc<Site>,
    /// The page that was asked for.
    pub route: Route,
}

/// The explorer.
#[component]
pub fn App(props: &Props) -> Html {
    let route = props.route.clone();
    let state = use_reducer(move || State::prerendered(route));
    let dispatch = state.dispatcher();
    use_browser(&props.site, &state, &dispatch);
    let root = state.route.root();
    html! {
        <div class="frame">
            { sprite() }
            <a class="skip" href="#main">{ "Skip to the content" }</a>
            { masthead(&props.site, &state) }
            <main id="main">{ page(&props.site, &state, &dispatch) }</main>
            { foot(root, &state, &dispatch) }
        </div>
    }
}

/// Ties the state to the address, the document's title, links and keys.
#[hook]
fn use_browser(site: &Rc<Site>, state: &UseReducerHandle<State>, dispatch: &Dispatch) {
    let address = use_mut_ref(|| None::<Address>);
    {
        let (address, dispatch) = (address.clone(), dispatch.clone());
        use_effect_with((), move |()| {
            let here = Address::here();
            let (base, view) = (here.base(), parse_query(&here.query()));
            let shortcuts = browser::shortcuts_allowed();
            dispatch.dispatch(Action::Begin { base, view, typed: browser::typed(), shortcuts });
            let listeners = listen(&here, &dispatch);
            address.replace(Some(here));
            browser::mark_ready();
            move || drop(listeners)
        });
    }
    let seen = (state.route.clone(), state.view.clone(), state.ready);
    let (history, site, shown) = (state.history, site.clone(), use_mut_ref(|| None::<Route>));
    use_effect_with(seen, move |(route, view, ready)| {
        let address = address.borrow();
        let (true, Some(address)) = (*ready, address.as_ref()) else { return };
        let path = format!("{}{}", route.path(), query_string(view));
        match history {
            History::Ahead => {}
            History::Push => address.push(&path),
            History::Replace => address.replace(&path),
        }
        let before = shown.borrow_mut().replace(route.clone());
        if before.is_some_and(|before| before != *route) {
            browser::set_title(&text::head(&site, route).title);
            browser::show_page(history == History::Push);
        }
    });
    let sheet = state.sheet;
    let was_open = use_mut_ref(|| false);
    use_effect_with(sheet, move |sheet| {
        let was = was_open.replace(*sheet);
        match (was, *sheet) {
            (false, true) => browser::focus("filters-heading"),
            (true, false) => browser::focus("open-filters"),
            _ => {}
        }
    });
    let shortcuts = state.shortcuts;
    use_effect_with((shortcuts, state.ready), move |(allowed, ready)| {
        if *ready {
            browser::allow_shortcuts(*allowed);
        }
    });
}

/// Links within the bundle, the browser's buttons, and keys.
fn listen(here: &Address, dispatch: &Dispatch) -> [browser::Listener; 3] {
    let follow = dispatch.clone();
    let links = here.on_link(move |path, query| {
        let route = Route::parse(path);
        // The page that explains is only prerendered: it needs no app, and the app not its words.
        let known = !matches!(route, Route::NotFound | Route::About);
        if known {
            follow.dispatch(Action::Follow(route, parse_query(query)));
        }
        known
    });
    let back = dispatch.clone();
    let returns = here.on_return(move |path, query| {
        back.dispatch(Action::Return(Route::parse(path), parse_query(query)));
    });
    let close = dispatch.clone();
    let keys = browser::on_key(move |key| match key {
        browser::Key::Slash => browser::shortcuts_allowed() && browser::focus_search(),
        browser::Key::Escape => {
            close.dispatch(Action::CloseFilters);
            false
        }
    });
    [links, returns, keys]
}

fn masthead(site: &Site, state: &State) -> Html {
    let root = state.route.root();
    let views = site.dossier_of(&state.route).map(|prepared| {
        let dossier = &prepared.dossier;
        let current = site.listed(&state.route).map(|(_, collection)| collection);
        let part = |collection, count: usize| {
            let href = Route::list(dossier.id.clone(), collection).href(root);
            let is_current = current == Some(collection);
            let is_within = current.is_none() && card_collection(&state.route) == Some(collection);
            let mark = match (is_current, is_within) {
                (true, _) => Some("page"),
                (_, true) => Some("true"),
                _ => None,
            };
            html! {
                <a {href} aria-current={mark}>{ text::collection_name(collection) }{ " " }<small>{ count }</small></a>
            }
        };
        html! {
            <nav class="views" aria-label="Views">
                { part(Collection::Statements, dossier.statements.len()) }
                { part(Collection::Actors, dossier.actors.len()) }
                { part(Collection::Figures, dossier.figures.len()) }
            </nav>
        }
    });
    let about = (state.route == Route::About).then_some("page");
    html! {
        <header class="masthead" inert={state.sheet}>
            <a class="wordmark" href={Route::Archive.href(root)} lang="en">{ text::NAME }</a>
            { views }
            <nav class="views end" aria-label="About">
                <a href={Route::About.href(root)} aria-current={about}>{ "About" }</a>
            </nav>
        </header>
    }
}

fn card_collection(route: &Route) -> Option<Collection> {
    match route {
        Route::Statement(..) => Some(Collection::Statements),
        Route::Actor(..) => Some(Collection::Actors),
        Route::Figure(..) => Some(Collection::Figures),
        _ => None,
    }
}

fn page(site: &Rc<Site>, state: &State, dispatch: &Dispatch) -> Html {
    let root = state.route.root();
    if let Some((prepared, collection)) = site.listed(&state.route) {
        let page = Page { prepared: prepared.clone(), root };
        return html! {
            <List key={text::collection_name(collection)} {page} {collection} view={Rc::new(state.view.clone())}
                ready={state.ready} sheet={state.sheet} shortcuts={state.shortcuts} dispatch={dispatch.clone()} />
        };
    }
    match &state.route {
        #[cfg(not(target_arch = "wasm32"))]
        Route::About => about::about_page(site, root),
        Route::Archive => archive::archive_page(site, root),
        route => card(site, route, state.base.as_ref()).unwrap_or_else(|| lost::lost_page(root)),
    }
}

/// The page of one card, where there is such a card.
fn card(site: &Site, route: &Route, base: Option<&AttrValue>) -> Option<Html> {
    let page = Page { prepared: site.dossier_of(route)?.clone(), root: route.root() };
    let dossier = &page.prepared.dossier;
    match route {
        Route::Statement(_, id) => {
            Some(statement::statement_page(&page, dossier.find_statement(id.as_str())?, base))
        }
        Route::Actor(_, id) => Some(actor::actor_page(&page, dossier.find_actor(id.as_str())?)),
        Route::Figure(_, id) => Some(figure::figure_page(&page, dossier.find_figure(id.as_str())?)),
        _ => None,
    }
}

fn foot(root: &'static str, state: &State, dispatch: &Dispatch) -> Html {
    let onchange = {
        let (dispatch, allow) = (dispatch.clone(), !state.shortcuts);
        move |_: Event| dispatch.dispatch(Action::AllowShortcuts(allow))
    };
    html! {
        <footer class="foot" inert={state.sheet}>
            <p>{ text::CREED }{ " " }<a href={Route::About.href(root)}>{ "What the labels mean" }</a></p>
            <p class="needs-script">
                <label class="setting"><input type="checkbox" checked={state.shortcuts} {onchange} />{ " Press " }<kbd>{ "/" }</kbd>{ " to search" }</label>
            </p>
        </footer>
    }
}
