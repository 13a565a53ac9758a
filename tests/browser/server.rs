//! A static file server that does only what any host of a bundle does: it serves files and the
//! `index.html` of a folder, redirects to the folder's trailing slash, and otherwise serves the
//! bundle's `404.html`. For the tests it logs every request, can hold back, rewrite or refuse a
//! response, and adds the recorder to each page.

use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, LOCATION};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode, server::conn::http1};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::wait::{OrFailed, Outcome};

/// Path of the recorder, outside any bundle.
const RECORDER_PATH: &str = "/__recorder.js";
/// Path of an empty page of the same origin that records nothing.
pub const BLANK_PATH: &str = "/__blank";

/// A folder, served under a path of a new origin until dropped.
pub struct Server {
    /// Scheme, host and port, without a trailing slash.
    pub origin: String,
    /// Path that the folder is served under, with both slashes.
    pub base: String,
    state: Arc<State>,
    accepting: JoinHandle<()>,
}

/// One request, logged on arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Path and query, from the origin's root.
    pub path: String,
    /// HTTP status of the response.
    pub status: u16,
}

/// Holds matching responses back until it is released or dropped.
#[must_use = "responses are held back only as long as this lives"]
pub struct Hold(watch::Sender<()>);

impl Hold {
    /// Sends the responses that were held back, and all later ones.
    pub fn release(self) {
        drop(self.0);
    }
}

struct State {
    folder: PathBuf,
    base: String,
    hits: Mutex<Vec<Hit>>,
    holds: Mutex<Vec<(String, watch::Receiver<()>)>>,
    rewrites: Mutex<Vec<(String, Rewrite)>>,
}

/// Changes a file; `None` answers with a 404.
type Rewrite = Arc<dyn Fn(Vec<u8>) -> Option<Vec<u8>> + Send + Sync>;

impl Server {
    /// Serves `folder` on a free loopback port, under `base` (such as `/some/dir/`).
    pub async fn start(folder: &Path, base: &str) -> Outcome<Self> {
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.or_failed("listen on loopback")?;
        let address = listener.local_addr().or_failed("listen on loopback")?;
        let state = Arc::new(State {
            folder: folder.to_owned(),
            base: base.to_owned(),
            hits: Mutex::default(),
            holds: Mutex::default(),
            rewrites: Mutex::default(),
        });
        Ok(Self {
            origin: format!("http://{address}"),
            base: base.to_owned(),
            accepting: tokio::spawn(accept(listener, Arc::clone(&state))),
            state,
        })
    }

    /// Returns the absolute address of a path inside the bundle, such as `about/?q=x`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{}", self.origin, self.base, path.trim_start_matches('/'))
    }

    /// Holds back every response whose path contains `pattern`, from now on.
    pub fn hold(&self, pattern: &str) -> Hold {
        let (sender, receiver) = watch::channel(());
        lock(&self.state.holds).push((pattern.to_owned(), receiver));
        Hold(sender)
    }

    /// Answers with a 404 if the path contains `pattern`, from now on.
    pub fn refuse(&self, pattern: &str) {
        self.rewrite_bytes(pattern, |_| None);
    }

    /// Changes the text of every page or script whose path contains `pattern`, from now on.
    pub fn rewrite(&self, pattern: &str, change: fn(String) -> String) {
        // Data files, which are no text, stay as they are.
        self.rewrite_bytes(pattern, move |bytes| {
            Some(match String::from_utf8(bytes) {
                Ok(text) => change(text).into_bytes(),
                Err(error) => error.into_bytes(),
            })
        });
    }

    /// Changes the bytes of every file whose path contains `pattern`, from now on.
    pub fn rewrite_bytes(
        &self,
        pattern: &str,
        change: impl Fn(Vec<u8>) -> Option<Vec<u8>> + Send + Sync + 'static,
    ) {
        lock(&self.state.rewrites).push((pattern.to_owned(), Arc::new(change)));
    }

    /// Serves all files as they are again.
    pub fn stop_rewriting(&self) {
        lock(&self.state.rewrites).clear();
    }

    /// Returns all requests so far, in order, without those for the harness's own files.
    pub fn hits(&self) -> Vec<Hit> {
        lock(&self.state.hits).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, state: Arc<State>) {
    while let Ok((stream, _)) = listener.accept().await {
        let state = Arc::clone(&state);
        tokio::spawn(async move {
            let service = service_fn(|request| answer(Arc::clone(&state), request));
            // Browsers drop connections at any time: not an error.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

async fn answer(
    state: Arc<State>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let path = request.uri().path();
    match path {
        RECORDER_PATH => return Ok(respond(StatusCode::OK, "js", include_str!("recorder.js"))),
        BLANK_PATH => {
            return Ok(respond(StatusCode::OK, "html", "<!doctype html><title>blank</title>"));
        }
        // Browsers ask for it on all pages.
        "/favicon.ico" => return Ok(respond(StatusCode::NO_CONTENT, "ico", "")),
        _ => {}
    }
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let response = state.file(path, &query);
    lock(&state.hits)
        .push(Hit { path: format!("{path}{query}"), status: response.status().as_u16() });
    let holds: Vec<_> = lock(&state.holds)
        .iter()
        .filter(|(pattern, _)| path.contains(pattern))
        .map(|(_, hold)| hold.clone())
        .collect();
    for mut hold in holds {
        // Nothing is ever sent. Releasing drops the sender, which ends the wait with an error.
        let _ = hold.changed().await;
    }
    Ok(response)
}

impl State {
    fn file(&self, path: &str, query: &str) -> Response<Full<Bytes>> {
        let inside =
            path.strip_prefix(&self.base).filter(|rest| rest.split('/').all(|part| part != ".."));
        let Some(inside) = inside else {
            return respond(StatusCode::NOT_FOUND, "txt", "outside the bundle");
        };
        let mut file = self.folder.join(inside);
        if file.is_dir() {
            if !path.ends_with('/') {
                let mut moved = respond(StatusCode::MOVED_PERMANENTLY, "txt", "");
                let location =
                    format!("{path}/{query}").parse().expect("a request's path is a valid header");
                moved.headers_mut().insert(LOCATION, location);
                return moved;
            }
            file.push("index.html");
        }
        match self.read(&file, path) {
            Some(bytes) => respond(StatusCode::OK, extension(&file), bytes),
            None => match std::fs::read(self.folder.join("404.html")) {
                Ok(bytes) => respond(StatusCode::NOT_FOUND, "html", bytes),
                Err(_) => respond(StatusCode::NOT_FOUND, "txt", "not found"),
            },
        }
    }

    /// Reads a file and applies the rewrites. Returns `None` if the file is missing or refused.
    fn read(&self, file: &Path, path: &str) -> Option<Vec<u8>> {
        let bytes = std::fs::read(file).ok()?;
        let rewrites: Vec<Rewrite> = lock(&self.rewrites)
            .iter()
            .filter(|(pattern, _)| path.contains(pattern))
            .map(|(_, change)| Arc::clone(change))
            .collect();
        rewrites.into_iter().try_fold(bytes, |bytes, change| change(bytes))
    }
}

fn respond(status: StatusCode, extension: &str, body: impl Into<Bytes>) -> Response<Full<Bytes>> {
    let mut body = body.into();
    if extension == "html" {
        body = with_recorder(&body);
    }
    Response::builder()
        .status(status)
        .header(CONTENT_TYPE, content_type(extension))
        .body(Full::new(body))
        .expect("the parts of the response are valid")
}

/// Inserts the recorder first in `<head>`, before any policy or script of the page.
fn with_recorder(page: &[u8]) -> Bytes {
    let page = String::from_utf8_lossy(page);
    let after_head =
        page.find("<head").and_then(|start| Some(start + page[start..].find('>')? + 1));
    let Some(at) = after_head else { return page.into_owned().into() };
    format!("{}<script src=\"{RECORDER_PATH}\"></script>{}", &page[..at], &page[at..]).into()
}

fn extension(file: &Path) -> &str {
    file.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

fn content_type(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "xml" => "application/xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().expect("no holder of this lock panics")
}
