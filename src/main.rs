//! Entry point of the app in the browser: takes over the prerendered page, or renders an empty one.

#[cfg(target_arch = "wasm32")]
mod app {
    use onrecord::ui::{App, Props};
    use onrecord::{browser, packed, route::Route, site::Site};
    use std::rc::Rc;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Starts the app with the bytes of a data file. Returns nothing if it runs, and otherwise the
    /// code of the reason why it cannot: `damaged` or `other-version`.
    #[wasm_bindgen(js_name = takeOver)]
    pub fn take_over(data: &[u8]) -> Option<String> {
        let contents = match packed::unpack(data) {
            Ok(contents) => contents,
            Err(unfit) => return Some(unfit.code().to_owned()),
        };
        let root = browser::app_root()?;
        let path = browser::prerendered_route().unwrap_or_default();
        let mut site = Site::of(contents);
        site.in_one_file = browser::page_root().as_deref() == Some(Route::IN_ONE_FILE);
        let props = Props { site: Rc::new(site), route: Route::parse(&path) };
        let is_prerendered = root.first_element_child().is_some();
        let renderer = yew::Renderer::<App>::with_root_and_props(root, props);
        if is_prerendered {
            renderer.hydrate();
        } else {
            renderer.render();
        }
        None
    }
}

fn main() {}
