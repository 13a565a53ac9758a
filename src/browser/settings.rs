//! The reader's settings, stored in their browser.

use gloo::storage::{LocalStorage, Storage};

/// Storage key of the shortcut setting.
const SHORTCUTS: &str = "onrecord.shortcuts";

/// Returns false if the reader turned single-key shortcuts off.
pub fn shortcuts_allowed() -> bool {
    LocalStorage::raw().get_item(SHORTCUTS).ok().flatten().as_deref() != Some("off")
}

/// Stores whether single-key shortcuts are on. Without storage, the setting lasts as long as the
/// page.
pub fn allow_shortcuts(allowed: bool) {
    let storage = LocalStorage::raw();
    let _ =
        if allowed { storage.remove_item(SHORTCUTS) } else { storage.set_item(SHORTCUTS, "off") };
}

/// Opens the storage, which takes the browser a while the first time.
pub fn warm() {
    shortcuts_allowed();
}
