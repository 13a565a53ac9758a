//! The reader's settings, stored in their browser.

use super::window::window;
use web_sys::Storage;

/// Storage key of the shortcut setting.
const SHORTCUTS: &str = "onrecord.shortcuts";

/// Returns false if the reader turned single-key shortcuts off.
pub fn shortcuts_allowed() -> bool {
    let stored = storage().and_then(|it| it.get_item(SHORTCUTS).ok().flatten());
    stored.as_deref() != Some("off")
}

/// Stores whether single-key shortcuts are on. Without storage, the setting lasts as long as the
/// page.
pub fn allow_shortcuts(allowed: bool) {
    let Some(storage) = storage() else { return };
    let _ =
        if allowed { storage.remove_item(SHORTCUTS) } else { storage.set_item(SHORTCUTS, "off") };
}

/// Opens the storage, which takes the browser a while the first time.
pub fn warm() {
    shortcuts_allowed();
}

/// Returns the storage of the site. A reader who blocks site data has none: the browser then throws
/// an error or returns null.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
