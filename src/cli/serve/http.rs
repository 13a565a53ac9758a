//! HTTP: which requests are answered, the headers of the answers, and the stream of changes.

use super::desk::{Answered, Desk};
use super::renderer::Renderer;
use super::request;
use super::state::Answer;
use crate::prerender::{OWN, with_token};
use crate::route::Route;
use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HOST, HeaderMap, HeaderName,
    HeaderValue, IF_NONE_MATCH, LOCATION, X_CONTENT_TYPE_OPTIONS,
};
use hyper::http::response::Builder;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};

/// Time after which a quiet stream of changes sends a comment, to notice that its page is gone.
const QUIET: Duration = Duration::from_secs(15);

/// Pause after a connection could not be accepted, as when too many files are open.
const AFTER_ERROR: Duration = Duration::from_millis(100);

type Body = Either<Full<Bytes>, Channel<Bytes>>;

/// The site, and the port that it is served at.
pub struct Service {
    /// The thread that makes the answers.
    pub renderer: Renderer,
    /// What reads and saves dossiers for the annotator.
    pub desk: Desk,
    /// The port in the addresses of the site.
    pub port: u16,
}

/// Accepts connections and answers their requests, until the command ends.
pub async fn serve(listener: TcpListener, service: Arc<Service>) -> Infallible {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            sleep(AFTER_ERROR).await;
            continue;
        };
        let service = Arc::clone(&service);
        tokio::spawn(async move {
            let answer = service_fn(|request| {
                let service = Arc::clone(&service);
                async move { Ok::<_, Infallible>(service.answer(request).await) }
            });
            // Browsers close connections at any time. That is not an error.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
        });
    }
}

impl Service {
    async fn answer(&self, request: Request<Incoming>) -> Response<Body> {
        if !self.is_for_this_server(&request) {
            let port = self.port;
            let message = format!("This server answers only at http://127.0.0.1:{port}/.\n");
            return plain(StatusCode::MISDIRECTED_REQUEST, message);
        }
        let Some(path) = request::path(request.uri().path()) else {
            return plain(StatusCode::BAD_REQUEST, "The path is not valid UTF-8.\n");
        };
        let own_path = OWN.strip_prefix('/').and_then(|own| path.strip_prefix(own));
        let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
        let (uri, headers) = (request.uri().clone(), request.headers().clone());
        if let Some(own_path) = own_path
            && let Some(answered) = self.desk.answer(own_path, request).await
        {
            return dossier(answered);
        }
        if !is_reading {
            let mut response =
                plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered.\n");
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        if own_path == Some("events") {
            return self.changes();
        }
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        let is_annotator = own_path.is_none() && Route::parse(&path) == Route::Annotate;
        match self.renderer.answer(path, query.clone()).await {
            Some(Answer::File { bytes, media_type, .. }) if is_annotator => {
                self.annotator(&bytes, media_type)
            }
            Some(answer) => respond(answer, &headers, &query),
            None => plain(StatusCode::INTERNAL_SERVER_ERROR, "The server is ending.\n"),
        }
    }

    /// Sends the page that may save dossiers, with the token. No other page may show it in a frame, and no cache
    /// keeps it.
    fn annotator(&self, page: &[u8], media_type: &str) -> Response<Body> {
        let page = with_token(&String::from_utf8_lossy(page), self.desk.token());
        let response = start(StatusCode::OK, media_type, "no-store")
            .header(CONTENT_SECURITY_POLICY, "frame-ancestors 'none'");
        finish(response, full(page.into_bytes()))
    }

    /// Returns true if the request names this server as its host, once, and nothing else.
    fn is_for_this_server(&self, request: &Request<Incoming>) -> bool {
        let hosts: Vec<_> = request.headers().get_all(HOST).iter().collect();
        let [host] = *hosts else { return false };
        let is_own = |host: &str| request::is_own_host(host, self.port);
        host.to_str().is_ok_and(is_own)
            && request.uri().authority().is_none_or(|authority| is_own(authority.as_str()))
    }

    /// Sends the version of the site, now and whenever it changes.
    fn changes(&self) -> Response<Body> {
        let mut versions = self.renderer.versions();
        let (mut sender, body) = Channel::new(1);
        tokio::spawn(async move {
            let mut event = format!("retry: 500\ndata: {}\n\n", *versions.borrow_and_update());
            while sender.send_data(event.into()).await.is_ok() {
                event = match timeout(QUIET, versions.changed()).await {
                    Ok(Ok(())) => format!("data: {}\n\n", *versions.borrow_and_update()),
                    Ok(Err(_)) => return,
                    Err(_) => ":\n\n".to_owned(),
                };
            }
        });
        let response = start(StatusCode::OK, "text/event-stream", "no-store");
        finish(response, Either::Right(body))
    }
}

/// Answers the annotator.
fn dossier(answered: Answered) -> Response<Body> {
    let Answered { status, media_type, tag, body } = answered;
    let mut response = start(status, media_type, "no-store");
    if let Some(tag) = tag {
        response = response.header(ETAG, format!("\"{tag}\""));
    }
    finish(response, Either::Left(Full::new(body)))
}

fn respond(answer: Answer, headers: &HeaderMap, query: &str) -> Response<Body> {
    match answer {
        Answer::File { bytes, media_type, version } => {
            let Some(version) = version else {
                let response = start(StatusCode::OK, media_type, "max-age=31536000, immutable");
                return finish(response, full(bytes));
            };
            let tag = format!("\"{version}\"");
            let known = headers.get_all(IF_NONE_MATCH).iter();
            let mut known =
                known.filter_map(|tags| tags.to_str().ok()).flat_map(|it| it.split(','));
            let is_known = known.any(|known| known.trim().trim_start_matches("W/") == tag);
            let status = if is_known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
            let response = start(status, media_type, "no-cache").header(ETAG, tag);
            finish(response, full(if is_known { Vec::new() } else { bytes }))
        }
        Answer::Page { status, html } => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let response = start(status, "text/html; charset=utf-8", "no-cache");
            finish(response, full(html.into_bytes()))
        }
        Answer::Redirect(path) => {
            let response = start(StatusCode::FOUND, PLAIN, "no-cache");
            finish(response.header(LOCATION, format!("{path}{query}")), full(Vec::new()))
        }
        Answer::Nothing => plain(StatusCode::NOT_FOUND, "There is no such file.\n"),
    }
}

const PLAIN: &str = "text/plain; charset=utf-8";

fn plain(status: StatusCode, message: impl Into<Bytes>) -> Response<Body> {
    finish(start(status, PLAIN, "no-store"), Either::Left(Full::new(message.into())))
}

fn full(bytes: Vec<u8>) -> Body {
    Either::Left(Full::new(bytes.into()))
}

/// Starts a response that other sites can neither read nor embed as a script or picture.
fn start(status: StatusCode, media_type: &str, cache: &str) -> Builder {
    const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
    Response::builder()
        .status(status)
        .header(CONTENT_TYPE, media_type)
        .header(CACHE_CONTROL, cache)
        .header(X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(RESOURCE_POLICY, "same-origin")
}

fn finish(response: Builder, body: Body) -> Response<Body> {
    response.body(body).unwrap_or_else(|_| {
        // A header would have to contain a control character.
        let mut response = Response::new(full(Vec::new()));
        *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        response
    })
}
