//! What the reader set, kept in this browser alone.

use gloo::storage::{LocalStorage, Storage};

/// The name under which it is kept.
const SHORTCUTS: &str = "onrecord.shortcuts";

/// True unless the reader turned single-key shortcuts off.
pub fn shortcuts_allowed() -> bool {
    LocalStorage::raw().get_item(SHORTCUTS).ok().flatten().as_deref() != Some("off")
}

/// Keeps whether single keys do something. Where nothing can be kept, it holds for this page.
pub fn allow_shortcuts(allowed: bool) {
    let storage = LocalStorage::raw();
    let _ =
        if allowed { storage.remove_item(SHORTCUTS) } else { storage.set_item(SHORTCUTS, "off") };
}
