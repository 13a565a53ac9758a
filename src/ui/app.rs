//! The root component: the state of the app, and the frame around every page.

use super::cards::piece::{Kind, Piece, draw};
use super::el::{at, attrs, el, link, list, sentence, txt};
use super::icon::logo;
use super::page::{Form, Listing, Page};
use super::pages::explore::explore;
use super::pages::list::drawn;
use super::parts::marks::draft_note;
use super::state::{Action, Dispatch, Fold, History, Sheet, State};
use crate::browser::{self, Address, Mark, Marks};
use crate::model::StatementIx;
use crate::query::{Collection, Query, Results, run};
use crate::route::{Route, parse_query, query_string};
use crate::site::Site;
use crate::text;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of the app, the same for the prerenderer and the browser.
#[derive(Properties, Clone, PartialEq)]
pub struct Props {
    /// The dossiers.
    pub site: Rc<Site>,
    /// The requested page.
    pub route: Route,
}

/// The app.
#[component]
pub fn App(props: &Props) -> Html {
    let route = props.route.clone();
    let state = use_reducer(move || State::prerendered(route));
    let dispatch = state.dispatcher();
    let results = use_results(&props.site, &state);
    use_marks(&props.site, &state, &results);
    use_browser(&props.site, &state, &dispatch);
    #[cfg(not(reader))]
    if matches!(state.route, Route::Embed(..) | Route::Annotate) {
        return super::static_pages::static_page(&props.site, &state.route);
    }
    let has_search = results.is_some() && !matches!(state.route, Route::Compare(_));
    let is_list = results.is_some();
    let keeps = props.site.is_prerendered && !state.ready;
    let main = page(&props.site, &state, (*results).as_ref(), keeps, &dispatch);
    let (site, route) = (props.site.clone(), state.route.clone());
    let masthead = Masthead { site, route, is_covered: state.sheet == Sheet::Open };
    // Pages without the app need no comments for it.
    let piece = |piece: Kind, keeps: bool| match is_list {
        true => html! { <Piece {piece} {keeps} /> },
        false => draw(&piece),
    };
    let inner = list![
        piece(Kind::Sprite, keeps),
        link("skip", "#main".into(), list![txt(text::SKIP_TO_MAIN)]),
        piece(Kind::Masthead(masthead), false),
        attrs("main", list![at("id", "main")], list![main]),
        foot(&props.site, &state, &dispatch, has_search),
    ];
    el("div", "frame", inner)
}

/// Runs the search and the filters. Results are computed again only if the view has changed.
#[hook]
fn use_results(site: &Rc<Site>, state: &State) -> Rc<Option<Results>> {
    let asked = (site.clone(), state.route.clone(), state.view.clone());
    let results = use_memo(asked, |(site, route, view)| {
        site.listed(route).map(|(prepared, collection)| {
            run(&prepared.dossier, prepared.index(), collection, view)
        })
    });
    let drawn = (state.route.clone(), state.view.clone(), state.ready, state.max_cards);
    use_effect_with(drawn, |(_, view, ..)| {
        let query = Query::parse(&view.q);
        let find = query.finds_words().then_some(move |text: &str| query.marks(text));
        // After the page has changed, so that it responds first.
        let timer = browser::after(0, || browser::highlight(find));
        move || drop(timer)
    });
    results
}

/// Marks the cards and the words of the full text: those that do not match, the open ones, those
/// that the reader points at, and the chosen ones. They are drawn once; only their marks change.
#[hook]
fn use_marks(site: &Rc<Site>, state: &State, results: &Rc<Option<Results>>) {
    let marks = use_mut_ref(Marks::default);
    let listed = results.as_ref().as_ref();
    let form_has_cards = state.route.is_list() || state.route == Route::Archive;
    let cards = listed.filter(|_| form_has_cards).map(|results| drawn(results, state));
    {
        let marks = marks.clone();
        use_effect_with((state.route.clone(), cards), move |(_, cards)| {
            marks.replace(Marks::find(cards.as_deref().unwrap_or_default()));
        });
    }
    let of_statements = site.listed(&state.route).filter(|(_, it)| *it == Collection::Statements);
    let open = of_statements.and_then(|(it, _)| state.view.opened(&it.dossier).next());
    let seen = (
        results.clone(),
        state.route.clone(),
        state.max_cards,
        open,
        state.pointed,
        state.ticked.clone(),
    );
    use_effect_with(seen, move |(results, _, _, open, pointed, ticked)| {
        let Some(results) = &**results else { return };
        let mut all = vec![Mark { is_missed: true, ..Mark::default() }; results.total()];
        results.order.iter().for_each(|item| all[*item as usize].is_missed = false);
        for (item, mark) in (0..).map(StatementIx).zip(&mut all) {
            mark.is_open = *open == Some(item);
            mark.is_pointed = *pointed == Some(item);
            mark.is_ticked = ticked.contains(&item);
        }
        marks.borrow_mut().set(&all);
    });
}

/// Connects the state to the address, the document's title, links and keys.
#[hook]
fn use_browser(site: &Rc<Site>, state: &UseReducerHandle<State>, dispatch: &Dispatch) {
    let address = use_mut_ref(|| None::<Address>);
    {
        let (address, dispatch, links) = (address.clone(), dispatch.clone(), site.clone());
        use_effect_with((), move |()| {
            let here = Address::here();
            let view = parse_query(&here.query());
            let shortcuts = browser::shortcuts_allowed();
            let unfolded = browser::open_folds();
            let unfolded = unfolded.iter().filter_map(|code| Fold::from_code(code)).collect();
            let typed = browser::typed_search();
            dispatch.dispatch(Action::Begin { view, typed, shortcuts, unfolded });
            let listeners = listen(&here, &links, &dispatch);
            address.replace(Some(here));
            move || drop(listeners)
        });
    }
    let seen = (state.route.clone(), state.view.clone(), state.ready);
    use_memo(seen.clone(), |_| {
        // The page has not been redrawn since the reader acted.
        if let (Some(address), History::Push | History::Visit) = (&*address.borrow(), state.history)
        {
            address.save_scroll();
        }
    });
    let compared = matches!(state.route, Route::Compare(_)).then(|| state.view.clone());
    let choices = (state.route.clone(), state.view.sort(), compared, state.ready);
    use_effect_with(choices, |_| browser::set_choices());
    let (history, site, shown) = (state.history, site.clone(), use_mut_ref(|| None::<Route>));
    let was_open = use_mut_ref(|| None::<StatementIx>);
    use_effect_with(seen, move |(route, view, ready)| {
        let address = address.borrow();
        let (true, Some(address)) = (*ready, address.as_ref()) else { return };
        let path = format!("{}{}", route.path(), query_string(view));
        match history {
            History::Ahead | History::Return => {}
            History::Push => address.push_soon(path),
            // Links on the page depend on the address.
            History::Visit => address.push(&path),
            History::Replace => address.replace_soon(path),
        }
        let before = shown.borrow_mut().replace(route.clone());
        // Not earlier: on a slow machine, the browser paints the prerendered page until now.
        if before.is_none() {
            browser::mark_ready();
            address.restore_scroll();
        }
        let is_other = before.is_some_and(|before| before != *route);
        let Some((prepared, _)) = site.listed(route) else { return };
        if is_other {
            let subject = text::page_subject(&prepared.dossier, route);
            browser::set_title(&text::document_title(&subject, &site.name));
        }
        match history {
            History::Visit => browser::show_page(),
            History::Return => address.restore_scroll(),
            History::Push if !matches!(route, Route::Article(_)) => browser::keep_place(),
            _ => {}
        }
        let open = view.opened(&prepared.dossier).next();
        let before = was_open.replace(open);
        if before != open {
            show_open(before, open, history, matches!(route, Route::Article(_)));
        }
    });
    let was_open = use_mut_ref(|| Sheet::Closed);
    use_effect_with((state.sheet, state.shortcuts, state.ready), move |(sheet, allowed, ready)| {
        match (was_open.replace(*sheet), *sheet) {
            (before, after) if before == after => {}
            (_, Sheet::Open) => browser::focus("filters-heading"),
            (_, Sheet::Closed) => browser::focus("open-filters"),
            (_, Sheet::Applied) => browser::show_results(),
        }
        if *ready {
            browser::allow_shortcuts(*allowed);
        }
    });
}

/// Scrolls to a statement that was opened, in the text and among the cards, and moves the focus to
/// the statement beside the text. After it is closed, moves the focus back to its number.
fn show_open(
    before: Option<StatementIx>,
    open: Option<StatementIx>,
    history: History,
    is_article: bool,
) {
    let by_reader = history == History::Push;
    let Some(ix) = open else {
        if let Some(before) = before.filter(|_| by_reader && is_article) {
            browser::focus(&format!("n-{}", before.index() + 1));
        }
        return;
    };
    if history != History::Return {
        for place in [".cards > ", ".annotated .content"] {
            browser::reveal(&format!("{place}[data-statement='{}']", ix.index() + 1));
        }
    }
    if by_reader && is_article {
        browser::focus("opened");
    }
}

/// Listens for links to lists, which the app draws without loading a page, for the browser's back
/// and forward buttons, for keys, for the folds of the filters, and for scrolling.
fn listen(here: &Address, site: &Rc<Site>, dispatch: &Dispatch) -> [browser::Listener; 6] {
    let (follow, site) = (dispatch.clone(), site.clone());
    let links = here.on_link(move |path, query| {
        let route = Route::parse(path);
        let is_list = site.listed(&route).is_some();
        if is_list {
            follow.dispatch(Action::Follow(route, parse_query(query)));
        }
        is_list
    });
    let back = dispatch.clone();
    let returns = here.on_return(move |path, query| {
        back.dispatch(Action::Return(Route::parse(path), parse_query(query)));
    });
    let close = dispatch.clone();
    let keys = browser::on_key(move |key| match key {
        browser::Key::Slash => browser::shortcuts_allowed() && browser::focus_search(),
        browser::Key::Escape => {
            close.dispatch(Action::Close);
            false
        }
    });
    let unfold = dispatch.clone();
    let folds = browser::on_fold(move |code, is_open| {
        if let Some(fold) = Fold::from_code(code) {
            unfold.dispatch(Action::Unfold(fold, is_open));
        }
    });
    let [scrolls, leaves] = here.on_scroll();
    [links, returns, keys, folds, scrolls, leaves]
}

/// The head of every page.
#[derive(Clone, PartialEq)]
pub struct Masthead {
    site: Rc<Site>,
    route: Route,
    /// True while the filters cover it.
    is_covered: bool,
}

/// Draws the head of every page.
pub fn masthead(props: &Masthead) -> Html {
    let Masthead { site, route: shown, is_covered } = props;
    let root = site.root(shown);
    let here = |href: String, current: Option<&'static str>, inner: Vec<Html>| {
        let mut attributes = list![at("href", href)];
        attributes.extend(current.map(|current| at("aria-current", current)));
        attrs("a", attributes, inner)
    };
    let wordmark =
        list![at("class", "wordmark"), at("href", Route::Archive.href(root)), at("lang", "en"),];
    let name = el("span", "name", list![txt(site.name.clone())]);
    let mut inner = list![attrs("a", wordmark, list![logo(), name])];
    let about = (*shown == Route::About).then_some("page");
    let about = here(Route::About.href(root), about, list![txt(text::ABOUT)]);
    let about = el("span", "end", list![about]);
    if let Some(prepared) = site.dossier_of(shown) {
        let dossier = &prepared.dossier;
        let is_list = matches!(shown, Route::Archive) || shown.is_list();
        let listed = site.listed(shown).filter(|_| is_list);
        let listed = listed.map(|(_, collection)| collection);
        let within = card_collection(shown);
        let part = |collection: Collection, count: usize| {
            let current = match collection {
                _ if listed == Some(collection) => Some("page"),
                _ if within == Some(collection) => Some("true"),
                _ => None,
            };
            let count = el("small", "", list![txt(count.to_string())]);
            let name = list![txt(text::collection_name(collection)), txt(" "), count];
            here(Route::list(dossier.id.clone(), collection).href(root), current, name)
        };
        let view = |route: Route| {
            let current = match (&route, shown) {
                (route, shown) if route == shown => Some("page"),
                (Route::Accounts(_), Route::Account(..) | Route::Compare(_)) => Some("true"),
                _ => None,
            };
            here(route.href(root), current, list![txt(text::view_name(&route))])
        };
        let parts = list![
            part(Collection::Statements, dossier.statements.len()),
            part(Collection::Actors, dossier.actors.len()),
            part(Collection::Figures, dossier.figures.len()),
            view(Route::Accounts(dossier.id.clone())),
            view(Route::Dates(dossier.id.clone())),
            view(Route::Article(dossier.id.clone())),
            about,
        ];
        inner.push(nav(text::SECTIONS, parts));
        inner.extend(draft_note(dossier));
    } else {
        let mut parts = Vec::new();
        if !site.is_alone {
            let current = (*shown == Route::Archive).then_some("page");
            parts.push(here(Route::Archive.href(root), current, list![txt(text::REPORTS)]));
        }
        parts.push(about);
        inner.push(nav(text::SITE_PAGES, parts));
    }
    inert_if(*is_covered, "header", "masthead", inner)
}

fn nav(label: &'static str, links: Vec<Html>) -> Html {
    attrs("nav", list![at("class", "views"), at("aria-label", label)], links)
}

/// Makes an element that is inert while the filters cover it.
fn inert_if(is_covered: bool, tag: &'static str, class: &'static str, inner: Vec<Html>) -> Html {
    let mut attributes = list![at("class", class)];
    if is_covered {
        attributes.push(at("inert", ""));
    }
    attrs(tag, attributes, inner)
}

/// Returns the collection that an item's page belongs to.
fn card_collection(route: &Route) -> Option<Collection> {
    match route {
        Route::Statement(..) => Some(Collection::Statements),
        Route::Actor(..) => Some(Collection::Actors),
        Route::Figure(..) => Some(Collection::Figures),
        _ => None,
    }
}

/// Draws a page: a list, or a page that needs no app.
fn page(
    site: &Site,
    state: &State,
    results: Option<&Results>,
    keeps: bool,
    dispatch: &Dispatch,
) -> Html {
    if let (Some((prepared, collection)), Some(results)) = (site.listed(&state.route), results) {
        let page = Page { prepared: prepared.clone(), root: site.root(&state.route) };
        let form = match state.route {
            Route::Article(_) => Form::Article,
            Route::Compare(_) => Form::Compare,
            _ => Form::Cards,
        };
        return explore(&Listing { page, collection, form, state, results, keeps, dispatch });
    }
    #[cfg(not(reader))]
    return super::static_pages::static_page(site, &state.route);
    #[cfg(reader)]
    Html::default()
}

fn foot(site: &Site, state: &State, dispatch: &Dispatch, has_search: bool) -> Html {
    let about = Route::About.href(site.root(&state.route));
    let about = link("", about.into(), list![txt(text::HOW_TO_READ)]);
    let onchange = {
        let (dispatch, allow) = (dispatch.clone(), !state.shortcuts);
        move |_: Event| dispatch.dispatch(Action::AllowShortcuts(allow))
    };
    let key = html! { <kbd>{ text::SEARCH_KEY }</kbd> };
    let setting = html! {
        <p class="needs-script needs-keyboard">
            <label class="setting">
                <input type="checkbox" checked={state.shortcuts} {onchange} />
                { " " }{ sentence(text::shortcut_setting(key)) }
            </label>
        </p>
    };
    let mut inner = list![el("p", "", list![txt(text::creed(&site.name)), txt(" "), about])];
    // The setting is useless on pages without a search.
    inner.extend(has_search.then_some(setting));
    inert_if(state.sheet == Sheet::Open, "footer", "foot", inner)
}
