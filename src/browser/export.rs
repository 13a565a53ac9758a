//! Export of a list. The work is done by `static/export.js`, which is loaded on first use, because
//! few readers export and all would have to download it.

use super::window::window;
use js_sys::{Function, Reflect, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};

/// Name of the global function that `static/boot.js` defines.
const FUNCTION: &str = "exportView";

/// Saves the given items of an exported file, in the given order, as `name`. `file` is relative to
/// the page, and items are 0-based positions. If `file` is empty, prints the page.
pub fn export(file: &str, items: &[u32], name: &str) {
    let function = Reflect::get(&window(), &FUNCTION.into()).ok();
    let Some(function) = function.and_then(|value| value.dyn_into::<Function>().ok()) else {
        return;
    };
    // If the script fails, it opens the complete file instead.
    let items = Uint32Array::from(items);
    let _ = function.call3(&JsValue::NULL, &file.into(), &items, &name.into());
}
