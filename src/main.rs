//! Entry point of the app in the browser: takes over the prerendered page, or renders an empty one.

#[cfg(target_arch = "wasm32")]
mod app {
    use onrecord::ui::{App, Props};
    use onrecord::{browser, packed, route::Route, site::Site};
    use std::rc::Rc;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Starts the app with the bytes of a data file. Returns nothing if it starts, and otherwise the
    /// code of the reason why it cannot: `damaged` or `other-version`.
    #[wasm_bindgen(js_name = takeOver)]
    pub fn take_over(data: &[u8]) -> Option<String> {
        let contents = match packed::unpack(data) {
            Ok(contents) => contents,
            Err(unfit) => return Some(unfit.code().to_owned()),
        };
        let root = browser::app_root()?;
        let mut site = Site::of(contents);
        site.in_one_file = browser::page_root().as_deref() == Some(Route::IN_ONE_FILE);
        site.is_prerendered = root.first_element_child().is_some();
        let route = Route::parse(&browser::prerendered_route().unwrap_or_default());
        // In several tasks, between which the browser answers the reader.
        browser::next_task(move || {
            site.warm(&route);
            browser::warm();
            let is_prerendered = site.is_prerendered;
            let props = Props { site: Rc::new(site), route };
            let renderer = yew::Renderer::<App>::with_root_and_props(root, props);
            browser::next_task(move || {
                if is_prerendered {
                    renderer.hydrate();
                } else {
                    renderer.render();
                }
            });
        });
        None
    }
}

fn main() {}
