//! Tests of the built site, served by nginx as documented: `make test-nginx`.
//!
//! The server blocks come from `docs/publishing.md` and include `docs/publish/nginx.conf`, so the
//! documented configuration is the one that is tested. Only the port and the paths are replaced.

#![cfg(not(target_arch = "wasm32"))]

mod bundle;
mod client;
mod pages;
mod server;

use bundle::Kind;
use client::Answer;
use server::Server;

/// `Accept-Encoding` of current browsers.
const BROTLI: &str = "gzip, deflate, br, zstd";

/// Headers that every response has.
const ALWAYS: [(&str, &str); 2] =
    [("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer")];

/// Requests every file of the site, at the root of a host and in a folder, with an
/// `Accept-Encoding` header, and calls `check` with the file's path, its kind and the response.
async fn every_file(accepted: &str, check: impl Fn(&Server, &str, &Kind, &Answer)) {
    for server in Server::both().await {
        for (path, kind) in bundle::files() {
            let answer = server.ask(&path, &[("accept-encoding", accepted)]).await;
            check(&server, &path, &kind, &answer);
        }
    }
}

#[tokio::test]
async fn serves_every_file_with_its_type() {
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
async fn serves_compressed_files() {
    for (accepted, code, ending) in [(BROTLI, "br", "br"), ("gzip", "gzip", "gz")] {
        every_file(accepted, |server, path, kind, answer| {
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(answer.header("content-type"), Some(kind.content_type), "{path}");
            let (code, ending) =
                if code == "br" && !server.has_brotli { ("gzip", "gz") } else { (code, ending) };
            if kind.is_compressed {
                assert_eq!(answer.header("content-encoding"), Some(code), "{path}");
                assert_eq!(answer.header("vary"), Some("Accept-Encoding"), "{path}");
                let compressed = bundle::bytes(&format!("{path}.{ending}"));
                assert!(answer.body == compressed, "{path}: not the bytes of its .{ending}");
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
async fn serves_uncompressed_files_to_clients_without_compression() {
    every_file("", |_, path, kind, answer| {
        let varies = kind.is_compressed.then_some("Accept-Encoding");
        assert_eq!(answer.header("vary"), varies, "{path}");
    })
    .await;
}

#[tokio::test]
async fn answers_304_for_unchanged_files() {
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

/// Checks the caching, framing and other security headers of a response.
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
        assert_eq!(loads, own, "{path}: the policy in the page differs");
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
