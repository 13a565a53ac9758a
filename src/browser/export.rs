//! Exporting a view of a list. A script (`static/export.js`) does the work. It is loaded on first
//! use, because few readers need it.

use super::window::window;
use js_sys::{Function, Reflect, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};

/// The name of the global function that `boot.js` defines.
const EXPORT_VIEW: &str = "exportView";

/// Saves some items of a file under a name, in the given order, or prints the page if `file` is
/// empty.
///
/// `file` is relative to the page. Items are positions from 0.
pub fn export_view(file: &str, items: &[u32], name: &str) {
    let export = Reflect::get(&window(), &EXPORT_VIEW.into()).ok();
    let Some(export) = export.and_then(|export| export.dyn_into::<Function>().ok()) else { return };
    // If the script cannot cut the file, it opens the whole file.
    let items = Uint32Array::from(items);
    let _ = export.call3(&JsValue::NULL, &file.into(), &items, &name.into());
}
