//! Entry point of the app in the browser: hydrates the prerendered page, or renders an empty one.

#[cfg(target_arch = "wasm32")]
fn main() {
    wasm_bindgen_futures::spawn_local(start());
}

/// Starts the app in several tasks, between which the browser answers the reader.
#[cfg(target_arch = "wasm32")]
async fn start() {
    use onrecord::ui::{App, Props};
    use onrecord::{browser, bundled, route::Route, site::Site};
    use std::rc::Rc;

    let Some(root) = browser::app_root() else { return };
    let path = browser::prerendered_route().unwrap_or_default();
    browser::next_task().await;
    let mut site = Site::new(bundled::archive());
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
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
