//! What the annotator asks of the server: the dossiers of the site, one of them, and to save one. These are
//! the only requests that write, and the only ones that need a token.

mod dossiers;

pub use dossiers::{Change, Dossiers, Failed, Saved};

use super::request::is_own_host;
use crate::load::MAX_BYTES;
use crate::model::Slug;
use http_body_util::{BodyExt, Limited};
use hyper::body::{Body, Bytes};
use hyper::header::{
    CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue, IF_MATCH,
    IF_NONE_MATCH, ORIGIN,
};
use hyper::{Method, Request, StatusCode};
use serde_json::json;
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// The paths below the server's own folder.
const LIST: &str = "dossiers";

/// The header with the token.
pub const TOKEN: HeaderName = HeaderName::from_static("x-onrecord-token");

/// Browsers say with it where a request comes from (W3C Fetch Metadata).
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Time for a dossier to arrive.
const PATIENCE: Duration = Duration::from_secs(60);

/// The dossiers of the site, as the annotator reads and saves them.
pub struct Desk {
    dossiers: Arc<Mutex<Dossiers>>,
    /// A secret of this run of the command. Only pages of the server can read it.
    token: String,
    port: u16,
}

/// An answer to the annotator.
pub struct Answered {
    /// The HTTP status.
    pub status: StatusCode,
    /// The media type of the body.
    pub media_type: &'static str,
    /// The tag of the dossier.
    pub tag: Option<String>,
    /// The body.
    pub body: Bytes,
}

impl Desk {
    /// Returns the desk of a site.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub fn new(dossiers: Dossiers, port: u16) -> Result<Self, String> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| error.to_string())?;
        let token = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { dossiers: Arc::new(Mutex::new(dossiers)), token, port })
    }

    /// Returns the token, for the page.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Answers a request for a path below the server's own folder. `None` if the path is of something else.
    pub async fn answer<B>(&self, path: &str, request: Request<B>) -> Option<Answered>
    where
        B: Body<Data: Send> + Send,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        let rest = path.strip_prefix(LIST)?;
        if let Err(refused) = self.admit(&request) {
            return Some(refused);
        }
        let method = request.method().clone();
        if rest.is_empty() {
            return Some(match method {
                Method::GET => self.list().await,
                _ => refused(StatusCode::METHOD_NOT_ALLOWED, "Only GET is answered here."),
            });
        }
        let name = rest.strip_prefix('/')?;
        let Ok(id) = Slug::new(name) else {
            let message =
                "A dossier is saved under its id: lower-case letters, digits and single hyphens.";
            return Some(refused(StatusCode::BAD_REQUEST, message));
        };
        Some(match method {
            Method::GET => self.open(id).await,
            Method::PUT => self.save(id, request).await,
            _ => refused(StatusCode::METHOD_NOT_ALLOWED, "Only GET and PUT are answered here."),
        })
    }

    /// Refuses a request that does not come from a page of this server.
    fn admit<B>(&self, request: &Request<B>) -> Result<(), Answered> {
        let headers = request.headers();
        let is_write = request.method() != Method::GET;
        if !self.is_own_origin(headers, is_write) {
            let message = "Only pages of this server may ask for dossiers.";
            return Err(refused(StatusCode::FORBIDDEN, message));
        }
        match only(headers, &TOKEN) {
            Some(token) if is_same(token, &self.token) => Ok(()),
            _ => Err(refused(
                StatusCode::FORBIDDEN,
                "The request does not have the token of this run of the server: load the page again.",
            )),
        }
    }

    /// Returns true if a request comes from a page of the address that it is sent to. Browsers name the origin
    /// of a request that writes.
    fn is_own_origin(&self, headers: &HeaderMap, is_write: bool) -> bool {
        if headers.get(FETCH_SITE).is_some_and(|site| site != "same-origin") {
            return false;
        }
        let host = only(headers, &HOST).filter(|host| is_own_host(host, self.port));
        match headers.get_all(ORIGIN).iter().count() {
            0 => !is_write,
            _ => only(headers, &ORIGIN)
                .and_then(|origin| origin.strip_prefix("http://"))
                .zip(host)
                .is_some_and(|(origin, host)| origin.eq_ignore_ascii_case(host)),
        }
    }

    async fn list(&self) -> Answered {
        match self.with(Dossiers::list).await {
            Ok(list) => {
                let list: Vec<_> = list.iter().map(|it| json!({
                    "id": it.id.as_str(), "title": it.title, "statements": it.statements, "draft": it.is_draft,
                })).collect();
                ok(&json!({ "dossiers": list }), None)
            }
            Err(failed) => failed_answer(&failed),
        }
    }

    async fn open(&self, id: Slug) -> Answered {
        match self.with(move |dossiers| dossiers.open(&id)).await {
            Ok(opened) => {
                let beside: Vec<_> = opened
                    .beside
                    .iter()
                    .map(|(name, text)| {
                        json!({
                            "name": name, "text": text,
                        })
                    })
                    .collect();
                let body = json!({ "file": opened.file, "beside": beside });
                ok(&body, Some(opened.tag))
            }
            Err(failed) => failed_answer(&failed),
        }
    }

    async fn save<B>(&self, id: Slug, request: Request<B>) -> Answered
    where
        B: Body<Data: Send> + Send,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        let headers = request.headers();
        if headers.get(CONTENT_TYPE).is_none_or(|it| it != "application/json") {
            let message = "A dossier is sent as application/json.";
            return refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, message);
        }
        let change = match (only(headers, &IF_MATCH), only(headers, &IF_NONE_MATCH)) {
            (Some(tag), None) => Change::Of(tag.trim_matches('"').to_owned()),
            (None, Some("*")) => Change::New,
            _ => {
                let message = "The request must say what it replaces (If-Match), or that it replaces \
                    nothing (If-None-Match: *).";
                return refused(StatusCode::PRECONDITION_REQUIRED, message);
            }
        };
        let too_large = || {
            let message = format!("A dossier may have at most {} MB.", MAX_BYTES / 1024 / 1024);
            refused(StatusCode::PAYLOAD_TOO_LARGE, message)
        };
        let length = only(headers, &CONTENT_LENGTH).and_then(|it| it.parse::<usize>().ok());
        if length.is_some_and(|length| length > MAX_BYTES) {
            return too_large();
        }
        let body = Limited::new(request.into_body(), MAX_BYTES);
        let bytes = match timeout(PATIENCE, body.collect()).await {
            Ok(Ok(body)) => body.to_bytes(),
            Ok(Err(error)) if error.is::<http_body_util::LengthLimitError>() => return too_large(),
            Ok(Err(_)) => {
                return refused(StatusCode::BAD_REQUEST, "The dossier did not arrive whole.");
            }
            Err(_) => {
                return refused(StatusCode::REQUEST_TIMEOUT, "The dossier did not arrive in time.");
            }
        };
        match self.with(move |dossiers| dossiers.save(&id, &change, &bytes)).await {
            Ok(Saved { tag, is_new }) => Answered {
                status: if is_new { StatusCode::CREATED } else { StatusCode::OK },
                media_type: JSON,
                tag: Some(tag),
                body: Bytes::from_static(b"{}\n"),
            },
            Err(failed) => failed_answer(&failed),
        }
    }

    /// Does something with the files, one request after another, on a thread that may wait for them.
    async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Dossiers) -> Result<T, Failed> + Send + 'static,
    ) -> Result<T, Failed> {
        let dossiers = Arc::clone(&self.dossiers);
        let done = spawn_blocking(move || {
            work(&mut dossiers.lock().unwrap_or_else(PoisonError::into_inner))
        });
        done.await.unwrap_or_else(|error| Err(Failed::Other(error.to_string())))
    }
}

const JSON: &str = "application/json";

fn ok(body: &serde_json::Value, tag: Option<String>) -> Answered {
    Answered { status: StatusCode::OK, media_type: JSON, tag, body: body.to_string().into() }
}

fn refused(status: StatusCode, message: impl Into<String>) -> Answered {
    let body = json!({ "message": message.into() });
    Answered { status, media_type: JSON, tag: None, body: body.to_string().into() }
}

fn failed_answer(failed: &Failed) -> Answered {
    let status = match failed {
        Failed::Missing => StatusCode::NOT_FOUND,
        Failed::Changed { .. } => StatusCode::PRECONDITION_FAILED,
        Failed::ReadOnly(_) => StatusCode::LOCKED,
        Failed::Full(_) => StatusCode::INSUFFICIENT_STORAGE,
        Failed::NotText | Failed::NotADossier | Failed::Link => StatusCode::UNPROCESSABLE_ENTITY,
        Failed::Other(_) => StatusCode::INTERNAL_SERVER_ERROR,
    };
    let mut answered = refused(status, failed.to_string());
    if let Failed::Changed { tag } = failed {
        answered.tag.clone_from(tag);
    }
    answered
}

/// Returns the value of a header that a request has once.
fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next().and_then(|value: &HeaderValue| value.to_str().ok());
    value.filter(|_| values.next().is_none())
}

/// Compares two texts in a time that does not depend on where they differ.
fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}
