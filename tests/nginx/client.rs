//! HTTP requests, with the responses as sent by the server.

use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper::{HeaderMap, Request};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use std::time::Duration;

/// Maximum time for a response. nginx usually takes less than a millisecond.
const LIMIT: Duration = Duration::from_secs(20);

/// HTTP response.
pub struct Answer {
    pub status: u16,
    headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// Returns the value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("a header is ASCII"))
    }

    /// Returns all values of a header that may be sent more than once.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let values = self.headers.get_all(name).iter();
        values.map(|value| value.to_str().expect("a header is ASCII")).collect()
    }
}

/// Sends a GET request. Does not follow redirects or decompress, and omits headers with an empty
/// value.
///
/// # Errors
/// If there is no response.
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
        .unwrap_or_else(|_| Err(format!("no response within {} s", LIMIT.as_secs())))
}
