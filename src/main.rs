//! Entry point of the app in the browser: takes over the prerendered page, or renders an empty one.

#[cfg(target_arch = "wasm32")]
mod app {
    use onrecord::ui::{App, Props};
    use onrecord::{browser, packed, route::Route, site::Site};
    use std::rc::Rc;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Starts the app with the bytes of a data file, in several tasks, between which the browser
    /// answers the reader. Returns nothing if it runs, and otherwise the code of the reason why it
    /// cannot: `damaged` or `other-version`.
    #[wasm_bindgen(js_name = takeOver)]
    pub async fn take_over(data: Vec<u8>) -> Option<String> {
        let contents = match packed::unpack(&data) {
            Ok(contents) => contents,
            Err(unfit) => return Some(unfit.code().to_owned()),
        };
        let root = browser::app_root()?;
        let path = browser::prerendered_route().unwrap_or_default();
        browser::next_task().await;
        let mut site = Site::of(contents);
        site.in_one_file = browser::page_root().as_deref() == Some(Route::IN_ONE_FILE);
        site.is_prerendered = root.first_element_child().is_some();
        let is_prerendered = site.is_prerendered;
        let route = Route::parse(&path);
        site.warm(&route);
        browser::warm();
        browser::next_task().await;
        let props = Props { site: Rc::new(site), route };
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
