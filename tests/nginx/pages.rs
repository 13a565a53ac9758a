//! Addresses of pages: with and without a trailing slash, and addresses that do not exist.

use super::server::Server;
use super::{bundle, check_always, check_headers};
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use url::Url;

/// Returns the policy in a page; `None` if the file is not a page.
pub fn policy(path: &str) -> Option<String> {
    if !path.ends_with(".html") {
        return None;
    }
    let page = String::from_utf8(bundle::bytes(path)).expect("a page is UTF-8");
    let page = Html::parse_document(&page);
    let meta = Selector::parse("meta[http-equiv=Content-Security-Policy]").expect("a selector");
    let found: Vec<_> = page.select(&meta).filter_map(|meta| meta.attr("content")).collect();
    let [policy] = found.as_slice() else { panic!("{path} has the policies {found:?}") };
    Some((*policy).to_owned())
}

#[tokio::test]
async fn serves_pages_as_folders_and_adds_missing_slashes() {
    for server in Server::both().await {
        for (path, kind) in bundle::files() {
            let Some(folder) = path.strip_suffix("index.html") else { continue };
            let answer = server.ask(folder, &[]).await;
            assert_eq!(answer.status, 200, "{folder}");
            assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
            assert!(answer.body == bundle::bytes(&path), "{folder}: other bytes");
            check_headers(&path, &kind, &answer);
            let Some(bare) = folder.strip_suffix('/') else { continue };
            for query in ["", "?q=a%20b&kind=demand"] {
                let moved = server.ask(&format!("{bare}{query}"), &[]).await;
                assert_eq!(moved.status, 301, "{bare}");
                // Without scheme, host and port, which may differ if nginx is behind a proxy.
                let target = format!("{}{folder}{query}", server.base);
                assert_eq!(moved.header("location"), Some(&*target), "{bare}");
                check_always(bare, &moved);
            }
        }
    }
}

#[tokio::test]
async fn adds_a_missing_slash_to_the_folder_of_the_site() {
    let server = Server::below().await;
    for query in ["", "?q=a"] {
        let bare = format!("{}{query}", server.base.trim_end_matches('/'));
        let moved = server.ask_host(&bare, &[]).await;
        assert_eq!(moved.status, 301);
        assert_eq!(moved.header("location"), Some(&*format!("{}{query}", server.base)));
    }
}

#[tokio::test]
async fn serves_the_404_page_at_any_depth() {
    let not_found = bundle::bytes("404.html");
    let kind = bundle::kind("404.html");
    let dossier = bundle::dossier();
    let nowhere = [
        "nowhere".to_owned(),
        "nowhere/".to_owned(),
        "no/where/at/all/".to_owned(),
        "nowhere-0123456789abcdef.js".to_owned(),
        format!("{dossier}/nowhere"),
        format!("{dossier}/statements/nowhere/"),
        format!("{dossier}/statements/nowhere/embed/"),
        // A folder without a page.
        format!("{dossier}/statements/"),
    ];
    for server in Server::both().await {
        for path in &nowhere {
            let answer = server.ask(path, &[]).await;
            assert_eq!(answer.status, 404, "{path}");
            assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"), "{path}");
            assert!(answer.body == not_found, "{path}: not the 404 page");
            check_headers("404.html", &kind, &answer);
            let compressed = server.ask(path, &[("accept-encoding", "gzip")]).await;
            assert_eq!(
                (compressed.status, compressed.header("content-encoding")),
                (404, Some("gzip"))
            );
            assert!(compressed.body == bundle::bytes("404.html.gz"), "{path}");
        }
    }
}

#[tokio::test]
async fn every_link_of_every_page_resolves() {
    let linked = Selector::parse("[href], [src]").expect("a selector");
    for server in Server::both().await {
        let mut targets = BTreeMap::new();
        for (path, _) in bundle::files() {
            let Some(folder) = path.strip_suffix("index.html") else { continue };
            let page = String::from_utf8(bundle::bytes(&path)).expect("a page is UTF-8");
            let here = Url::parse(&format!("http://onrecord.test{}{folder}", server.base));
            let here = here.expect("an address");
            for element in Html::parse_document(&page).select(&linked) {
                let link = element.attr("href").or_else(|| element.attr("src"));
                let there = here.join(link.unwrap_or_default()).expect("an address");
                if there.host_str() == Some("onrecord.test") {
                    targets.entry(there.path().to_owned()).or_insert_with(|| path.clone());
                }
            }
        }
        assert!(targets.len() > 50, "the site is incomplete: run `make dist`");
        for (target, path) in targets {
            assert!(target.starts_with(server.base), "{path} links to {target}, outside the site");
            let answer = server.ask_host(&target, &[]).await;
            assert_eq!(answer.status, 200, "{target}, to which {path} links");
        }
    }
}
