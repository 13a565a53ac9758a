//! Pages by their addresses: with and without a slash, and those that are not there.

use super::server::Server;
use super::{bundle, check_always, check_headers};
use scraper::{Html, Selector};

/// The policy that a page carries; none for what is no page.
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
async fn a_page_is_its_folder_and_a_missing_slash_is_added() {
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
                // Neither scheme nor host nor port: a proxy before nginx may have others.
                let whole = format!("{}{folder}{query}", server.base);
                assert_eq!(moved.header("location"), Some(&*whole), "{bare}");
                check_always(bare, &moved);
            }
        }
    }
}

#[tokio::test]
async fn the_root_of_a_sub_path_needs_no_slash_either() {
    let server = Server::below().await;
    for query in ["", "?q=a"] {
        let bare = format!("{}{query}", server.base.trim_end_matches('/'));
        let moved = server.ask_host(&bare, &[]).await;
        assert_eq!(moved.status, 301);
        assert_eq!(moved.header("location"), Some(&*format!("{}{query}", server.base)));
    }
}

#[tokio::test]
async fn what_is_not_there_is_told_at_any_depth() {
    let lost = bundle::bytes("404.html");
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
        // A folder of the bundle that is no page.
        format!("{dossier}/statements/"),
    ];
    for server in Server::both().await {
        for path in &nowhere {
            let answer = server.ask(path, &[]).await;
            assert_eq!(answer.status, 404, "{path}");
            assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"), "{path}");
            assert!(answer.body == lost, "{path}: not the page for what is not there");
            check_headers("404.html", &kind, &answer);
            let packed = server.ask(path, &[("accept-encoding", "gzip")]).await;
            assert_eq!((packed.status, packed.header("content-encoding")), (404, Some("gzip")));
            assert!(packed.body == bundle::bytes("404.html.gz"), "{path}");
        }
    }
}
