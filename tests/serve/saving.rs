//! What the annotator asks of the server: which requests are answered, what is written, and each refusal.

use super::client::{Folder, Reply, Server};
use super::{FILE, LIST, OTHER_TITLE, TITLE, check_status};
use serde_json::Value;
use std::fs;

const DOSSIERS: &str = "/_serve/dossiers";
const HARBOUR: &str = "/_serve/dossiers/harbour";

/// A page of the server that has its token.
struct Page<'s> {
    server: &'s Server,
    token: String,
}

impl<'s> Page<'s> {
    fn open(server: &'s Server) -> Self {
        let page = server.get("/annotate/");
        check_status(&page, 200);
        assert_eq!(page.header("cache-control"), Some("no-store"));
        assert_eq!(page.header("content-security-policy"), Some("frame-ancestors 'none'"));
        let page = page.text();
        let (_, token) =
            page.split_once("<meta name=\"onrecord-token\" content=\"").expect("a token");
        let token = token.split('"').next().expect("a token").to_owned();
        assert_eq!(token.len(), 64);
        Self { server, token }
    }

    /// The headers that a browser sends from the page.
    fn headers(&self) -> String {
        let Self { server, token } = self;
        let address = &server.address;
        format!(
            "Host: {address}\r\nOrigin: http://{address}\r\nSec-Fetch-Site: same-origin\r\n\
             X-Onrecord-Token: {token}\r\n"
        )
    }

    fn get(&self, path: &str) -> Reply {
        self.server.send(&format!("GET {path} HTTP/1.1\r\n{}", self.headers()))
    }

    fn put(&self, path: &str, condition: &str, body: &str) -> Reply {
        self.put_with(path, &format!("{}{condition}\r\n", self.headers()), body)
    }

    fn put_with(&self, path: &str, headers: &str, body: &str) -> Reply {
        let head = format!(
            "PUT {path} HTTP/1.1\r\n{headers}Content-Type: application/json\r\nContent-Length: {}\r\n",
            body.len()
        );
        self.server.send_body(&head, body.as_bytes())
    }
}

fn json(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.body).expect("JSON")
}

/// The condition that a file is still the one that was opened.
fn same(opened: &Reply) -> String {
    format!("If-Match: {}", opened.header("etag").expect("a tag"))
}

fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.0.join("dossiers")).expect("a folder");
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("a file").file_name();
    let mut names: Vec<String> =
        entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn written(folder: &Folder) -> String {
    fs::read_to_string(folder.0.join(FILE)).expect("the file can be read")
}

#[test]
fn lists_and_opens_the_dossiers_of_the_site() {
    let folder = Folder::new("saving-list");
    folder.write("dossiers/broken.json", "{");
    folder.write("dossiers/Not an id.json", "{}");
    folder.write("dossiers/notes.txt", "notes");
    let server = folder.serve();
    let page = Page::open(&server);
    let list = page.get(DOSSIERS);
    check_status(&list, 200);
    assert_eq!(list.header("cache-control"), Some("no-store"));
    let list = json(&list);
    let found = list["dossiers"].as_array().expect("a list");
    let ids: Vec<&str> = found.iter().filter_map(|it| it["id"].as_str()).collect();
    assert_eq!(ids, ["broken", "harbour"]);
    assert_eq!(found[1]["title"], TITLE);
    assert!(found[1]["statements"].as_u64() > Some(0));

    let opened = page.get(HARBOUR);
    check_status(&opened, 200);
    assert_eq!(json(&opened)["file"], written(&folder));
    // A broken file can be opened too, because that is how it is mended.
    assert_eq!(json(&page.get("/_serve/dossiers/broken"))["file"], "{");
    check_status(&page.get("/_serve/dossiers/missing"), 404);
}

#[test]
fn a_text_file_comes_with_the_dossier_that_names_it() {
    let folder = Folder::new("saving-beside");
    let article = "The ferry is late, Bob Lund said.\n";
    folder.write("dossiers/ferry.txt", article);
    folder.write(
        "dossiers/ferry.json",
        "{ \"format\": 1, \"id\": \"ferry\", \"article\": { \"text\": \"ferry.txt\" } }",
    );
    folder.write("dossiers/out.json", "{ \"article\": { \"text\": \"../onrecord.toml\" } }");
    let server = folder.serve();
    let page = Page::open(&server);
    let opened = json(&page.get("/_serve/dossiers/ferry"));
    assert_eq!(opened["beside"][0]["name"], "ferry.txt");
    assert_eq!(opened["beside"][0]["text"], article);
    let out = page.get("/_serve/dossiers/out");
    assert!(!out.text().contains("Harbour records"), "{}", out.text());
}

#[test]
fn saves_a_dossier_and_shows_it() {
    let folder = Folder::new("saving-save");
    let server = folder.serve();
    let page = Page::open(&server);
    let opened = page.get(HARBOUR);
    let file = json(&opened)["file"].as_str().expect("a file").to_owned();
    // The same bytes.
    let same_bytes = page.put(HARBOUR, &same(&opened), &file);
    check_status(&same_bytes, 200);
    assert_eq!(same_bytes.header("etag"), opened.header("etag"));
    assert_eq!(written(&folder), file);

    let changed = file.replace(TITLE, OTHER_TITLE);
    server.after(|| check_status(&page.put(HARBOUR, &same(&opened), &changed), 200));
    assert_eq!(written(&folder), changed);
    assert!(server.get(LIST).text().contains(OTHER_TITLE));

    let new = file.replace("\"harbour\"", "\"harbour-2\"");
    server.after(|| {
        let saved = page.put("/_serve/dossiers/harbour-2", "If-None-Match: *", &new);
        check_status(&saved, 201);
    });
    assert!(server.get("/harbour-2/").text().contains(TITLE));
    assert_eq!(names(&folder), ["harbour-2.json", "harbour.json"]);
}

#[test]
fn a_file_that_changed_meanwhile_is_not_replaced() {
    let folder = Folder::new("saving-changed");
    let server = folder.serve();
    let page = Page::open(&server);
    let opened = page.get(HARBOUR);
    folder.replace(FILE, TITLE, OTHER_TITLE);
    let on_disk = written(&folder);
    let refused = page.put(HARBOUR, &same(&opened), "{}");
    check_status(&refused, 412);
    assert!(refused.text().contains("changed in the meantime"), "{}", refused.text());
    assert_eq!(written(&folder), on_disk);
    // With its tag, a person can choose to replace it.
    let tag = refused.header("etag").expect("a tag").to_owned();
    check_status(&page.put(HARBOUR, &format!("If-Match: {tag}"), "{ \"id\": 1 }"), 200);

    check_status(&page.put(HARBOUR, "If-None-Match: *", "{}"), 412);
    folder.remove(FILE);
    let deleted = page.put(HARBOUR, &same(&opened), "{}");
    check_status(&deleted, 412);
    assert_eq!(deleted.header("etag"), None);
    assert!(names(&folder).is_empty(), "nothing is left beside");
}

#[test]
fn refuses_requests_that_are_not_from_its_own_page() {
    let folder = Folder::new("saving-foreign");
    let server = folder.serve();
    let page = Page::open(&server);
    let opened = page.get(HARBOUR);
    let (before, condition) = (written(&folder), same(&opened));
    let (address, token) = (&server.address, &page.token);
    let port = address.rsplit(':').next().expect("a port");
    let host = format!("Host: {address}\r\n");
    let origin = format!("Origin: http://{address}\r\n");
    let secret = format!("X-Onrecord-Token: {token}\r\n");
    let other = token.replace(|c: char| c.is_ascii_digit(), "0");
    for (headers, status) in [
        // No token, or another one.
        (format!("{host}{origin}"), 403),
        (format!("{host}{origin}X-Onrecord-Token: \r\n"), 403),
        (format!("{host}{origin}X-Onrecord-Token: {other}\r\n"), 403),
        (format!("{host}{origin}X-Onrecord-Token: {}\r\n", &token[1..]), 403),
        (format!("{host}{origin}{secret}{secret}"), 403),
        // No origin, or another one.
        (format!("{host}{secret}"), 403),
        (format!("{host}{secret}Origin: null\r\n"), 403),
        (format!("{host}{secret}Origin: http://example.org\r\n"), 403),
        (format!("{host}{secret}Origin: https://{address}\r\n"), 403),
        (format!("{host}{secret}Origin: http://localhost:{port}\r\n"), 403),
        (format!("{host}{secret}Origin: http://127.0.0.1:1\r\n"), 403),
        (format!("{host}{secret}{origin}{origin}"), 403),
        (format!("{host}{secret}{origin}Sec-Fetch-Site: cross-site\r\n"), 403),
        (format!("{host}{secret}{origin}Sec-Fetch-Site: same-site\r\n"), 403),
        // Another host.
        (format!("Host: example.org:{port}\r\n{secret}Origin: http://example.org:{port}\r\n"), 421),
    ] {
        let refused = page.put_with(HARBOUR, &format!("{headers}{condition}\r\n"), "{}");
        check_status(&refused, status);
        assert_eq!(written(&folder), before, "{headers}");
        if headers.contains("Origin") && !headers.contains(&origin) || !headers.contains(&secret) {
            for path in [DOSSIERS, HARBOUR] {
                let read = server.send(&format!("GET {path} HTTP/1.1\r\n{headers}"));
                check_status(&read, status);
                assert!(!read.text().contains("harbour"), "{headers}");
            }
        }
    }
    // A page of another origin would have to ask first, and is not answered.
    let ask = format!("OPTIONS {HARBOUR} HTTP/1.1\r\n{host}Origin: http://example.org\r\n");
    let asked = server.send(&format!("{ask}Access-Control-Request-Method: PUT\r\n"));
    check_status(&asked, 403);
    assert!(!asked.headers.iter().any(|(name, _)| name.starts_with("access-control")));
    for method in ["POST", "DELETE", "PATCH", "HEAD"] {
        let head = format!("{method} {HARBOUR} HTTP/1.1\r\n{}", page.headers());
        check_status(&server.send(&head), 405);
    }
    // Another run of the command has another token.
    drop(page);
    let again = folder.serve();
    let stale = format!("Host: {0}\r\nOrigin: http://{0}\r\n{secret}", again.address);
    check_status(&again.send(&format!("GET {DOSSIERS} HTTP/1.1\r\n{stale}")), 403);
    // Only the annotator's page has it.
    assert!(!again.get("/").text().contains("onrecord-token"));
}

#[test]
fn refuses_names_that_are_not_ids_and_content_that_is_not_a_dossier() {
    let folder = Folder::new("saving-names");
    folder.write("secret.json", "{}");
    let server = folder.serve();
    let page = Page::open(&server);
    for name in [
        "../secret",
        "..%2fsecret",
        "..%5csecret",
        "%2e%2e%2fsecret",
        "harbour.json",
        "Harbour",
        "har_bour",
        ".harbour",
        "harbour%00",
        "a/b",
        "",
        "-",
        "a--b",
        "harbour%20",
        "%2fetc%2fpasswd",
        "س",
    ] {
        let path = format!("{DOSSIERS}/{name}");
        for reply in [page.get(&path), page.put(&path, "If-None-Match: *", "{}")] {
            assert!([400, 404, 405].contains(&reply.status), "{name}: {}", reply.status);
        }
    }
    let fresh = "/_serve/dossiers/fresh";
    for content in ["", "[]", "{", "null", "3", "text", "{} {}"] {
        check_status(&page.put(fresh, "If-None-Match: *", content), 422);
    }
    check_status(&page.put(fresh, "X-Other: 1", "{}"), 428);
    check_status(&page.put(fresh, "If-None-Match: \"x\"", "{}"), 428);
    check_status(&page.put(fresh, "If-Match: \"x\"\r\nIf-None-Match: *", "{}"), 428);
    check_status(&page.put(fresh, "If-Match: \"x\"", "{}"), 412);
    let head = format!("PUT {fresh} HTTP/1.1\r\n{}", page.headers());
    let form = "Content-Type: text/plain\r\nContent-Length: 2\r\nIf-None-Match: *\r\n";
    check_status(&server.send_body(&format!("{head}{form}"), b"{}"), 415);
    let large =
        "Content-Type: application/json\r\nContent-Length: 999999999\r\nIf-None-Match: *\r\n";
    check_status(&server.send(&format!("{head}{large}")), 413);
    assert_eq!(names(&folder), ["harbour.json"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_neither_followed_nor_replaced() {
    let folder = Folder::new("saving-link");
    folder.write("elsewhere.json", "{ \"title\": \"SECRET\" }");
    let link = folder.0.join("dossiers/link.json");
    std::os::unix::fs::symlink(folder.0.join("elsewhere.json"), &link).expect("a link");
    let server = folder.serve();
    let page = Page::open(&server);
    let path = "/_serve/dossiers/link";
    check_status(&page.get(path), 422);
    check_status(&page.put(path, "If-None-Match: *", "{}"), 422);
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert!(fs::read_to_string(&link).expect("a file").contains("SECRET"));
}

/// A folder or a file that cannot be written. Root can write both, so the file system refuses for root too only if
/// it is full or read-only; the words are tested where they are made.
#[cfg(unix)]
#[test]
fn a_read_only_file_is_not_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("saving-read-only");
    let server = folder.serve();
    let page = Page::open(&server);
    let opened = page.get(HARBOUR);
    let file = folder.0.join(FILE);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("it is mine");
    let before = written(&folder);
    let refused = page.put(HARBOUR, &same(&opened), "{}");
    check_status(&refused, 423);
    assert!(refused.text().contains("write-protected"), "{}", refused.text());
    assert_eq!(written(&folder), before);
    assert_eq!(names(&folder), ["harbour.json"]);
    // What may be written keeps its permissions.
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("it is mine");
    check_status(&page.put(HARBOUR, &same(&opened), "{}"), 200);
    assert_eq!(fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o640);
}
