//! Files that a person opens, drops or pastes, and the download of one.

use super::super::Listener;
use super::super::window::document;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, DragEvent, FileList, HtmlAnchorElement, Url};

/// The name and the bytes of a file.
pub type Read = (String, Vec<u8>);

/// Reads files, and calls `done` with those that could be read.
pub fn read_files(files: &FileList, done: impl Fn(Vec<Read>) + 'static) {
    let all: Vec<web_sys::File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    let total = all.len();
    let found: Rc<RefCell<Vec<Option<Read>>>> = Rc::new(RefCell::new(vec![None; total]));
    let left = Rc::new(RefCell::new(total));
    let done = Rc::new(done);
    for (at, file) in all.into_iter().enumerate() {
        let name = file.name();
        let (found, left, done) = (found.clone(), left.clone(), done.clone());
        let finish = Rc::new(move |bytes: Option<Vec<u8>>| {
            found.borrow_mut()[at] = bytes.map(|bytes| (name.clone(), bytes));
            *left.borrow_mut() -= 1;
            if *left.borrow() == 0 {
                done(found.take().into_iter().flatten().collect());
            }
        });
        let failed = finish.clone();
        let read =
            Closure::once(move |buffer: JsValue| finish(Some(Uint8Array::new(&buffer).to_vec())));
        let refused = Closure::once(move |_: JsValue| failed(None));
        let _ = file.array_buffer().then2(&read, &refused);
        // The browser calls one of them later.
        read.forget();
        refused.forget();
    }
}

/// Calls `dropped` with the files that are dropped on the page.
pub fn on_drop(dropped: impl Fn(Vec<Read>) + Clone + 'static) -> [Listener; 2] {
    let options = EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&document(), "dragover", options, |event| {
        event.prevent_default();
    });
    let drop = EventListener::new_with_options(&document(), "drop", options, move |event| {
        let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        let Some(files) = transfer.and_then(|it| it.files()).filter(|it| it.length() > 0) else {
            return;
        };
        event.prevent_default();
        read_files(&files, dropped.clone());
    });
    [over, drop]
}

/// Calls `pasted` with what is pasted outside a field: HTML if `is_html`, or plain text. Return true if it was used.
pub fn on_paste(pasted: impl Fn(String, bool) -> bool + 'static) -> Listener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "paste", options, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA")) {
            return;
        }
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        let Some(data) = data else { return };
        let get = |kind: &str| data.get_data(kind).ok().filter(|it| !it.trim().is_empty());
        let used = match (get("text/html"), get("text/plain")) {
            (Some(html), _) => pasted(html, true),
            (None, Some(text)) => pasted(text, false),
            (None, None) => false,
        };
        if used {
            event.prevent_default();
        }
    })
}

/// Saves a file where the browser saves downloads.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let link =
        document().create_element("a").ok().and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser still reads it when the click returns.
    let timer = gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
    timer.forget();
}
