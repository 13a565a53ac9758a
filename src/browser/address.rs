//! The address bar: the root of the site, the path and query string below it, and the history.

use super::events::{Listener, after, is_plain_click};
use super::scroll::ScrollPositions;
use super::window::{document, page_root, window};
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, Url};

/// The absolute address of the site's root, and the scroll positions of the history entries.
#[derive(Debug, Clone)]
pub struct Address {
    base: String,
    scroll: Rc<ScrollPositions>,
    /// The change of the history that comes next.
    next: Rc<RefCell<Option<Change>>>,
}

/// A change of the history, with a path below the root.
#[derive(Debug)]
enum Change {
    Push(String),
    Replace(String),
}

impl Address {
    /// Reads the root from `data-root` of the prerendered page and the address of the document.
    pub fn here() -> Self {
        let root = page_root().unwrap_or_else(|| "./".to_owned());
        let here = location();
        let mut base = Url::new_with_base(&root, &here).map_or(here, |url| url.href());
        // In the single file, paths come after the `#`.
        if !root.starts_with('#') {
            base.truncate(base.find(['?', '#']).unwrap_or(base.len()));
        }
        Self { base, scroll: Rc::new(ScrollPositions::here()), next: Rc::default() }
    }

    /// Returns the query string of the page's address, without `?`; empty if there is none.
    pub fn query(&self) -> String {
        self.below(&location()).map_or_else(String::new, |(_, query)| query.to_owned())
    }

    /// Adds a history entry for a path below the root once the page has responded to the reader: the
    /// browser takes a while for it.
    pub fn push_soon(&self, path: String) {
        self.settle();
        self.change_soon(Change::Push(path));
    }

    /// Replaces the address of the current history entry once the page has responded to the reader.
    pub fn replace_soon(&self, path: String) {
        if let Some(Change::Push(next)) = &mut *self.next.borrow_mut() {
            *next = path;
            return;
        }
        self.change_soon(Change::Replace(path));
    }

    fn change_soon(&self, change: Change) {
        let address = self.clone();
        if self.next.borrow_mut().replace(change).is_none() {
            after(0, move || address.settle()).forget();
        }
    }

    fn settle(&self) {
        match self.next.take() {
            Some(Change::Push(path)) => self.push(&path),
            Some(Change::Replace(path)) => self.replace(&path),
            None => {}
        }
    }

    /// Adds a history entry for a path below the root.
    pub fn push(&self, path: &str) {
        self.settle();
        self.scroll.leave(&self.absolute(path));
    }

    /// Replaces the address of the current history entry with a path below the root.
    pub fn replace(&self, path: &str) {
        let (state, address) = (self.scroll.state(), self.absolute(path));
        let _ = window()
            .history()
            .map(|history| history.replace_state_with_url(&state, "", Some(&address)));
    }

    /// Restores the scroll position of a history entry. Call it after the page is drawn: browsers
    /// also restore it, but some do so before there is anything to scroll to.
    pub fn restore_scroll(&self) {
        self.scroll.restore();
    }

    /// Saves the scroll position. Call it before drawing a page for which a history entry will be
    /// added.
    pub fn save_scroll(&self) {
        self.settle();
        self.scroll.save();
    }

    /// Tracks the scroll position until the reader leaves the page.
    pub fn on_scroll(&self) -> [Listener; 2] {
        let (tracked, unloaded) = (Rc::clone(&self.scroll), self.clone());
        [
            EventListener::new(&window(), "scroll", move |_| tracked.update()),
            EventListener::new(&window(), "pagehide", move |_| {
                unloaded.settle();
                unloaded.scroll.unload();
            }),
        ]
    }

    /// Calls `follow` with the path and query string when the reader clicks a link within the site,
    /// with the main button and no modifier key. Return `true` to stop the browser from loading the
    /// link.
    pub fn on_link(&self, follow: impl Fn(&str, &str) -> bool + 'static) -> Listener {
        let address = self.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), "click", options, move |event| {
            let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
            let Some((path, query)) = address.target(event) else { return };
            if follow(&path, &query) {
                event.prevent_default();
            }
        })
    }

    /// Calls `back` with the path and query string when the reader uses the back or forward button.
    pub fn on_return(&self, back: impl Fn(&str, &str) + 'static) -> Listener {
        let address = self.clone();
        EventListener::new(&window(), "popstate", move |event| {
            address.next.take();
            address.scroll.arrive(event.dyn_ref());
            if let Some((path, query)) = address.within(&location()) {
                back(&path, &query);
            }
        })
    }

    fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Returns the path and query string of the link that a click follows, if it leads to a page of
    /// the site.
    fn target(&self, event: &MouseEvent) -> Option<(String, String)> {
        let element = event.target()?.dyn_into::<Element>().ok()?;
        let link = element.closest("a[href]").ok()??;
        let is_page_link = !link.has_attribute("download") && !link.has_attribute("target");
        if !is_plain_click(event) || !is_page_link || event.default_prevented() {
            return None;
        }
        let href = link.get_attribute("href")?;
        if href.starts_with('#') && !href.starts_with("#/") {
            return None;
        }
        let url = Url::new_with_base(&href, &location()).ok()?;
        self.within(&url.href())
    }

    /// Splits an absolute address of a page of the site into path and query string.
    fn within(&self, address: &str) -> Option<(String, String)> {
        let (path, query) = self.below(address)?;
        let is_page = path.is_empty() || path.ends_with('/') || path.ends_with("index.html");
        is_page.then(|| (path.to_owned(), query.to_owned()))
    }

    /// Splits an absolute address below the root into path and query string, whether it is a page
    /// or not.
    fn below<'a>(&self, address: &'a str) -> Option<(&'a str, &'a str)> {
        let below = address.strip_prefix(&self.base)?.split('#').next()?;
        Some(below.split_once('?').unwrap_or((below, "")))
    }
}

fn location() -> String {
    window().location().href().unwrap_or_default()
}
