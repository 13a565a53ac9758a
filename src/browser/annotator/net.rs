//! Requests to the server that the page comes from. The page's policy allows no others.

use super::super::window::{document, window};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

/// A response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The tag of the file (`ETag`), with its quotation marks.
    pub tag: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// Returns the token that `onrecord serve` gave the page. `None` on any other server.
pub fn token() -> Option<String> {
    let element = document().query_selector("meta[name='onrecord-token']").ok()??;
    element.get_attribute("content")
}

/// Returns the addresses of the files of the readers' app, which the page names.
pub fn app_files() -> Vec<String> {
    let element = document().query_selector("meta[name='onrecord-app']").ok().flatten();
    let names = element.and_then(|it| it.get_attribute("content")).unwrap_or_default();
    names.split(' ').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Reads a file at an address of the page's own origin or, with a body, saves it. `None` if there was no answer.
pub async fn ask(address: &str, headers: &[(&str, &str)], body: Option<&str>) -> Option<Reply> {
    let request = RequestInit::new();
    if let Some(body) = body {
        request.set_method("PUT");
        request.set_body(&body.into());
    }
    let own = web_sys::Headers::new().ok()?;
    for (name, value) in headers {
        own.set(name, value).ok()?;
    }
    request.set_headers(&own);
    let sent = window().fetch_with_str_and_init(address, &request);
    let response: Response = JsFuture::from(sent).await.ok()?.dyn_into().ok()?;
    let tag = response.headers().get("etag").ok().flatten();
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Reply { status: response.status(), tag, body: Uint8Array::new(&buffer).to_vec() })
}
