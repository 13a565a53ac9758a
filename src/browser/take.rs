//! What a reader takes away from a list. The work is done by a script that is loaded when it is first
//! wanted (`static/take.js`): few readers do, and all would pay for it.

use super::window::window;
use js_sys::{Function, Reflect, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};

/// The name of the function that `boot.js` puts into the window.
const TAKE: &str = "takeAway";

/// Saves some items of a file that is named relative to the page, in their order; prints the page
/// where no file is named. Positions count from 0.
pub fn take(file: &str, items: &[u32], name: &str) {
    let take = Reflect::get(&window(), &TAKE.into()).ok();
    let Some(take) = take.and_then(|take| take.dyn_into::<Function>().ok()) else { return };
    // Where it cannot cut the file, it leads to the whole one.
    let items = Uint32Array::from(items);
    let _ = take.call3(&JsValue::NULL, &file.into(), &items, &name.into());
}
