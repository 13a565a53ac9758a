//! The address: where the bundle's root is, what the path below it says, and the history.

use super::events::{Listener, is_plain_click};
use super::places::Places;
use super::window::{document, page_root, window};
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, Url};

/// The bundle's root as a whole address, which ends in `/`, and where its entries were left.
#[derive(Debug, Clone)]
pub struct Address {
    base: String,
    places: Rc<Places>,
}

impl Address {
    /// Reads the root from `data-root` of the prerendered page and the document's own address.
    pub fn here() -> Self {
        let root = page_root().unwrap_or_else(|| "./".to_owned());
        let here = location();
        let mut base = Url::new_with_base(&root, &here).map_or(here, |url| url.href());
        // Where all pages stand in one file, they are named behind the `#`.
        if !root.starts_with('#') {
            base.truncate(base.find(['?', '#']).unwrap_or(base.len()));
        }
        Self { base, places: Rc::new(Places::here()) }
    }

    /// The query string of the page's address, without its `?`; empty where there is none.
    pub fn query(&self) -> String {
        self.below(&location()).map_or_else(String::new, |(_, query)| query.to_owned())
    }

    /// Adds a history entry for a path below the root.
    pub fn push(&self, path: &str) {
        self.places.leave(&self.whole(path));
    }

    /// Gives the history entry the address of a path below the root.
    pub fn replace(&self, path: &str) {
        let (state, address) = (self.places.state(), self.whole(path));
        let _ = window()
            .history()
            .map(|history| history.replace_state_with_url(&state, "", Some(&address)));
    }

    /// Scrolls to where the reader left the entry that they came back to, once it is drawn. Browsers
    /// do so by themselves, but some before there is anything to scroll to.
    pub fn restore_scroll(&self) {
        self.places.restore();
    }

    /// Holds where the reader is, before a page that a history entry is added for is drawn.
    pub fn hold_scroll(&self) {
        self.places.hold();
    }

    /// Follows how far down the page the reader is, until they leave it.
    pub fn on_scroll(&self) -> [Listener; 2] {
        let (noting, leaving) = (Rc::clone(&self.places), Rc::clone(&self.places));
        [
            EventListener::new(&window(), "scroll", move |_| noting.note()),
            EventListener::new(&window(), "pagehide", move |_| leaving.unload()),
        ]
    }

    /// Calls back with path and query string when the reader follows a link within the bundle in
    /// the plain way; `true` keeps the browser from loading it.
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

    /// Calls back with path and query string when the reader uses the browser's own buttons.
    pub fn on_return(&self, back: impl Fn(&str, &str) + 'static) -> Listener {
        let address = self.clone();
        EventListener::new(&window(), "popstate", move |event| {
            address.places.arrive(event.dyn_ref());
            if let Some((path, query)) = address.within(&location()) {
                back(&path, &query);
            }
        })
    }

    fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Where a plain click on a link leads within the bundle.
    fn target(&self, event: &MouseEvent) -> Option<(String, String)> {
        let element = event.target()?.dyn_into::<Element>().ok()?;
        let link = element.closest("a[href]").ok()??;
        let is_for_us = !link.has_attribute("download") && !link.has_attribute("target");
        if !is_plain_click(event) || !is_for_us || event.default_prevented() {
            return None;
        }
        let href = link.get_attribute("href")?;
        if href.starts_with('#') && !href.starts_with("#/") {
            return None;
        }
        let url = Url::new_with_base(&href, &location()).ok()?;
        self.within(&url.href())
    }

    /// Path and query string of a whole address below the root.
    fn within(&self, address: &str) -> Option<(String, String)> {
        let (path, query) = self.below(address)?;
        let is_page = path.is_empty() || path.ends_with('/') || path.ends_with("index.html");
        is_page.then(|| (path.to_owned(), query.to_owned()))
    }

    /// What stands below the root, page or not: path and query string.
    fn below<'a>(&self, address: &'a str) -> Option<(&'a str, &'a str)> {
        let below = address.strip_prefix(&self.base)?.split('#').next()?;
        Some(below.split_once('?').unwrap_or((below, "")))
    }
}

fn location() -> String {
    window().location().href().unwrap_or_default()
}
