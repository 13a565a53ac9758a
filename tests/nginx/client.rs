//! Asking a server, and what it answers, as it stands on the wire.

use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper::{HeaderMap, Request};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use std::time::Duration;

/// The longest that an answer may take. Nginx answers within a millisecond.
const LIMIT: Duration = Duration::from_secs(20);

/// An answer.
pub struct Answer {
    pub status: u16,
    headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("a header is ASCII"))
    }

    /// The values of a header that may stand there more than once.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let values = self.headers.get_all(name).iter();
        values.map(|value| value.to_str().expect("a header is ASCII")).collect()
    }
}

/// Asks for an address. Nothing is followed or unpacked. An empty value is not sent.
///
/// # Errors
/// Why there is no answer.
pub async fn get(address: &str, headers: &[(&str, &str)]) -> Result<Answer, String> {
    let mut request = Request::get(address);
    for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
        request = request.header(*name, *value);
    }
    let request = request.body(Empty::<Bytes>::new()).map_err(|error| error.to_string())?;
    let client = Client::builder(TokioExecutor::new()).build_http();
    let answer = async {
        let answer = client.request(request).await.map_err(|error| error.to_string())?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let body = answer.into_body().collect().await.map_err(|error| error.to_string())?;
        Ok(Answer { status, headers, body: body.to_bytes().to_vec() })
    };
    tokio::time::timeout(LIMIT, answer)
        .await
        .unwrap_or_else(|_| Err(format!("no answer within {} s", LIMIT.as_secs())))
}
