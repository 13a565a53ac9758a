//! The built bundle, served by the real nginx as `docs/publishing.md` says: `make test-nginx`.
//!
//! The server blocks are taken out of that document, and they include `docs/publish/nginx.conf` as it
//! stands: what is documented is what is tested. Only the port and the places of files are others.

#![cfg(not(target_arch = "wasm32"))]

mod bundle;
mod client;
mod pages;
mod server;

use bundle::Kind;
use client::Answer;
use server::Server;

/// What browsers of today accept.
const BROTLI: &str = "gzip, deflate, br, zstd";

/// Headers that every answer has.
const ALWAYS: [(&str, &str); 2] =
    [("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer")];

/// Asks for every file of the bundle at both places, with what is accepted, and hands the file's path,
/// what it is and the answer on.
async fn every_file(accepted: &str, check: impl Fn(&Server, &str, &Kind, &Answer)) {
    for server in Server::both().await {
        for (path, kind) in bundle::files() {
            let answer = server.ask(&path, &[("accept-encoding", accepted)]).await;
            check(&server, &path, &kind, &answer);
        }
    }
}

#[tokio::test]
async fn every_file_is_served_as_what_it_is() {
    every_file("", |_, path, kind, answer| {
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type"), Some(kind.content_type), "{path}");
        assert_eq!(answer.header("content-encoding"), None, "{path}");
        assert!(answer.body == bundle::bytes(path), "{path}: other bytes");
        check_headers(path, kind, answer);
    })
    .await;
}

#[tokio::test]
async fn files_that_were_compressed_ahead_are_served_so() {
    for (accepted, code, ending) in [(BROTLI, "br", "br"), ("gzip", "gzip", "gz")] {
        every_file(accepted, |server, path, kind, answer| {
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(answer.header("content-type"), Some(kind.content_type), "{path}");
            let (code, ending) =
                if code == "br" && !server.has_brotli { ("gzip", "gz") } else { (code, ending) };
            if kind.is_compressed {
                assert_eq!(answer.header("content-encoding"), Some(code), "{path}");
                assert_eq!(answer.header("vary"), Some("Accept-Encoding"), "{path}");
                let ahead = bundle::bytes(&format!("{path}.{ending}"));
                assert!(answer.body == ahead, "{path}: not the bytes of its .{ending}");
            } else {
                assert_eq!(answer.header("content-encoding"), None, "{path}");
                assert!(answer.body == bundle::bytes(path), "{path}: other bytes");
            }
            check_headers(path, kind, answer);
        })
        .await;
    }
}

#[tokio::test]
async fn whoever_cannot_unpack_is_not_sent_what_is_packed() {
    every_file("", |_, path, kind, answer| {
        let varies = kind.is_compressed.then_some("Accept-Encoding");
        assert_eq!(answer.header("vary"), varies, "{path}");
    })
    .await;
}

#[tokio::test]
async fn what_is_unchanged_is_not_sent_again() {
    for server in Server::both().await {
        for (path, kind) in bundle::files() {
            for accepted in ["", "gzip", BROTLI] {
                let first = server.ask(&path, &[("accept-encoding", accepted)]).await;
                let tag = first.header("etag").unwrap_or_else(|| panic!("{path} has no ETag"));
                let again = [("accept-encoding", accepted), ("if-none-match", tag)];
                let answer = server.ask(&path, &again).await;
                assert_eq!((answer.status, answer.body.len()), (304, 0), "{path}");
                assert_eq!(answer.header("etag"), Some(tag), "{path}");
                check_headers(&path, &kind, &answer);
                let other = [("accept-encoding", accepted), ("if-none-match", "\"other\"")];
                assert_eq!(server.ask(&path, &other).await.status, 200, "{path}");
            }
        }
    }
}

/// How long a file may be kept, by whom it may be framed, and what else goes along with each answer.
fn check_headers(path: &str, kind: &Kind, answer: &Answer) {
    let cache = if kind.is_hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    assert_eq!(answer.all("cache-control"), [cache], "{path}");
    let policy = answer.all("content-security-policy");
    let [policy] = policy.as_slice() else { panic!("{path} has the policies {policy:?}") };
    let frames = if kind.is_embed { "frame-ancestors *" } else { "frame-ancestors 'none'" };
    let (loads, framed) = policy.rsplit_once("; ").unwrap_or_default();
    assert_eq!(framed, frames, "{path}");
    assert!(loads.starts_with("default-src 'none'"), "{path}: {policy}");
    if let Some(own) = pages::policy(path) {
        assert_eq!(loads, own, "{path}: the page's own policy is another");
    }
    check_always(path, answer);
}

fn check_always(path: &str, answer: &Answer) {
    for (name, value) in ALWAYS {
        assert_eq!(answer.all(name), [value], "{path}: {name}");
    }
    let features = answer.all("permissions-policy");
    assert!(features.len() == 1 && features[0].contains("geolocation=()"), "{path}: {features:?}");
}
