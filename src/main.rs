//! Entry point of the app in the browser: hydrates the prerendered page, or renders an empty one.

#[cfg(target_arch = "wasm32")]
fn main() {
    use onrecord::ui::{App, Props};
    use onrecord::{browser, bundled, route::Route, site::Site};
    use std::rc::Rc;

    let Some(root) = browser::app_root() else { return };
    let path = browser::prerendered_route().unwrap_or_default();
    let mut site = Site::new(bundled::archive());
    site.in_one_file = browser::page_root().as_deref() == Some(Route::IN_ONE_FILE);
    site.is_prerendered = root.first_element_child().is_some();
    let is_prerendered = site.is_prerendered;
    let site = Rc::new(site);
    let props = Props { site, route: Route::parse(&path) };
    let renderer = yew::Renderer::<App>::with_root_and_props(root, props);
    if is_prerendered {
        renderer.hydrate();
    } else {
        renderer.render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
