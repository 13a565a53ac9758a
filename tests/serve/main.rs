//! `onrecord serve`, run as an editor runs it: its pages, its reports, and what it refuses.

#![cfg(not(target_arch = "wasm32"))]

mod changes;
mod client;
mod saving;

use client::{Folder, Reply};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::Stdio;

const REAL: &str = "static/dossiers/shafaq-2026-01-06.json";

const SMALL: &str = "tests/fixtures/good/small/dossier.json";

/// The address of the list of the small dossier, and its file.
const LIST: &str = "/harbour/";
const FILE: &str = "dossiers/harbour.json";

/// The title of the small dossier, and another that is as long.
const TITLE: &str = "The harbour reopens";
const OTHER_TITLE: &str = "The harbour is shut";

fn version_of(page: &str) -> &str {
    let (_, rest) =
        page.split_once("<script src=\"/_serve/serve.js\" data-version=\"").expect("a script");
    rest.split('"').next().expect("a version")
}

#[track_caller]
fn check_status(reply: &Reply, status: u16) {
    assert_eq!(reply.status, status, "{:?}", String::from_utf8_lossy(&reply.body));
}

#[test]
fn sends_the_files_of_the_site_with_their_types() {
    let folder = Folder::new("files");
    let server = folder.serve();
    let version = server.events().version();
    for (path, media_type) in [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/about/", "text/html; charset=utf-8"),
        ("/harbour/statements/a-disgrace/", "text/html; charset=utf-8"),
        ("/harbour/statements.csv", "text/csv; charset=utf-8"),
        ("/harbour/statements.csv.places", "application/json"),
        ("/harbour/statements/a-disgrace/cite.bib", "application/x-bibtex; charset=utf-8"),
        ("/harbour/statements/a-disgrace/preview.png", "image/png"),
        ("/harbour/annotations.jsonld", "application/ld+json"),
        ("/dossier.schema.json", "application/json"),
        ("/_serve/serve.js", "text/javascript; charset=utf-8"),
        ("/_serve/serve.css", "text/css; charset=utf-8"),
    ] {
        let reply = server.get(path);
        check_status(&reply, 200);
        assert_eq!(reply.header("content-type"), Some(media_type), "{path}");
        assert_eq!(reply.header("cache-control"), Some("no-cache"), "{path}");
        assert_eq!(reply.header("etag"), Some(format!("\"{version}\"").as_str()), "{path}");
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert!(!reply.body.is_empty(), "{path}");
        if media_type.starts_with("text/html") {
            let page = reply.text();
            assert_eq!(version_of(&page), version);
            assert!(page.contains("Harbour records") && page.contains("script-src 'self'"));
            assert!(!page.contains("unsafe-inline"));
        }
    }
    // The files that a page names, which never change.
    let page = server.get("/").text();
    let links = page.match_indices("=\"./").map(|(at, _)| &page[at + 4..]);
    let links = links.filter_map(|rest| rest.split('"').next());
    let files: Vec<&str> = links.filter(|link| link.contains('-') && link.contains('.')).collect();
    assert!(files.len() > 5, "{files:?}");
    for file in files {
        let reply = server.get(&format!("/{file}"));
        check_status(&reply, 200);
        assert_eq!(reply.header("cache-control"), Some("max-age=31536000, immutable"), "{file}");
    }
}

#[test]
fn answers_as_a_static_host_does() {
    let folder = Folder::new("host");
    let server = folder.serve();
    let check_redirect = |path: &str, to: &str| {
        let reply = server.get(path);
        check_status(&reply, 302);
        assert_eq!(reply.header("location"), Some(to), "{path}");
    };
    check_redirect("/harbour", "/harbour/");
    check_redirect("/harbour?q=x&kind=denial", "/harbour/?q=x&kind=denial");
    check_redirect("/harbour/statements/a-disgrace", "/harbour/statements/a-disgrace/");
    check_redirect("/%68arbour", "/harbour/");
    // There is no older state, so its pages are those of this one.
    check_redirect("/_serve/last/harbour/?q=x", "/harbour/?q=x");
    check_redirect("/_serve/last//example.org/%5Cx", "/example.org/%5Cx");
    check_redirect("/_serve/last/%0d%0aSet-Cookie:%20a=b", "/%0D%0ASet-Cookie%3A%20a%3Db");
    check_status(&server.get("/h%61rbour/statements%2Ecsv?x"), 200);

    let missing = server.get("/harbour/statements/no-such-statement/");
    check_status(&missing, 404);
    let page = missing.text();
    assert!(page.contains("Page not found") && page.contains("script-src 'self' 'sha256-"));
    version_of(&page);

    let host = format!("Host: {}\r\n", server.address);
    let whole = server.get(LIST);
    let head = server.send(&format!("HEAD {LIST} HTTP/1.1\r\n{host}"));
    check_status(&head, 200);
    assert!(head.body.is_empty());
    assert_eq!(head.header("content-length"), Some(whole.body.len().to_string().as_str()));
    let tag = whole.header("etag").expect("a tag");
    for tags in [tag.to_owned(), format!("\"other\", W/{tag}")] {
        let request = format!("GET {LIST} HTTP/1.1\r\n{host}If-None-Match: {tags}\r\n");
        let same = server.send(&request);
        check_status(&same, 304);
        assert!(same.body.is_empty());
    }
    let other = server.send(&format!("GET {LIST} HTTP/1.1\r\n{host}If-None-Match: \"x\"\r\n"));
    check_status(&other, 200);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let reply = server.send(&format!("{method} / HTTP/1.1\r\n{host}"));
        check_status(&reply, 405);
        assert_eq!(reply.header("allow"), Some("GET, HEAD"));
    }
}

#[test]
fn sends_nothing_but_files_of_the_site() {
    let folder = Folder::new("outside");
    folder.write("secret.txt", "SECRET");
    folder.write("onrecord.toml", "# SECRET\nname = \"Harbour records\"\n");
    folder.replace(FILE, "{", "{\n\n");
    let name = folder.0.file_name().expect("a name").to_string_lossy().into_owned();
    let absolute = folder.0.join("secret.txt").display().to_string();
    let server = folder.serve();
    for path in [
        "/onrecord.toml",
        "/secret.txt",
        "/dossiers/harbour.json",
        "/dossiers/",
        "/../secret.txt",
        "/harbour/../secret.txt",
        "/harbour/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/....//secret.txt",
        "/./secret.txt",
        "//secret.txt",
        "/%00/secret.txt",
        "/secret.txt%00.html",
        "/_serve/",
        "/_serve/../secret.txt",
        "/_serve/serve.rs",
        "/_serve/last",
        "/static/serve.js",
        "/etc/passwd",
        "//etc/passwd",
        "/file:///etc/passwd",
        absolute.as_str(),
        format!("/{absolute}").as_str(),
        format!("/../{name}/secret.txt").as_str(),
        format!("/{}", "../".repeat(20) + "etc/passwd").as_str(),
    ] {
        let reply = server.get(path);
        check_status(&reply, 404);
        assert!(!reply.text().contains("SECRET") && !reply.text().contains("root:"), "{path}");
    }
    check_status(&server.get("/%ff"), 400);
}

#[test]
fn answers_only_to_its_own_names() {
    let folder = Folder::new("names");
    let server = folder.serve();
    let port = server.address.rsplit(':').next().expect("a port").to_owned();
    let get =
        |target: &str, headers: &str| server.send(&format!("GET {target} HTTP/1.1\r\n{headers}"));
    for name in ["127.0.0.1", "localhost", "[::1]"] {
        check_status(&get("/", &format!("Host: {name}:{port}\r\n")), 200);
    }
    let own = format!("Host: localhost:{port}\r\n");
    check_status(&get(&format!("http://localhost:{port}/"), &own), 200);
    check_status(&get(&format!("http://example.org:{port}/"), &own), 421);
    for path in ["/", "/harbour/dossier.json", "/_serve/events", "/_serve/serve.js"] {
        for host in [
            "",
            "Host: \r\n",
            "Host: localhost\r\n",
            "Host: example.org\r\n",
            &format!("Host: example.org:{port}\r\n"),
            &format!("Host: localhost.example.org:{port}\r\n"),
            &format!("{own}Host: example.org\r\n"),
        ] {
            let reply = get(path, host);
            assert!([400, 421].contains(&reply.status), "{host:?}: {}", reply.status);
            assert!(!reply.text().contains("Harbour") && reply.text().len() < 100, "{host:?}");
        }
    }
    // The address in this line is the only one that is open.
    assert!(server.address.starts_with("127.0.0.1:"));
}

#[test]
fn two_servers_of_one_site_do_not_disturb_each_other() {
    let folder = Folder::new("two");
    let (first, second) = (folder.serve(), folder.serve());
    assert_ne!(first.address, second.address);
    let mut other = second.events();
    let before = other.version();
    first.after(|| folder.replace(FILE, TITLE, OTHER_TITLE));
    assert_ne!(other.version(), before);
    drop(first);
    for title in [OTHER_TITLE, TITLE] {
        let page = second.get(LIST).text();
        assert!(page.contains(title));
        if title == OTHER_TITLE {
            second.after(|| folder.replace(FILE, OTHER_TITLE, TITLE));
        }
    }
    let mut files: Vec<_> = std::fs::read_dir(&folder.0).expect("a folder").collect();
    assert_eq!(files.drain(..).count(), 3, "the server writes no files");
}

#[test]
fn a_taken_port_is_an_error_only_if_it_was_asked_for() {
    let folder = Folder::new("port");
    // The default may be taken already.
    let _default = TcpListener::bind(("127.0.0.1", 8080));
    let server = folder.serve_with(&[]);
    assert_ne!(server.address, "127.0.0.1:8080");
    check_status(&server.get(LIST), 200);
    let port = server.address.rsplit(':').next().expect("a port");
    let mut command = folder.command(&["--port", port]);
    let output = command.stderr(Stdio::piped()).output().expect("the command runs");
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).expect("text");
    assert!(message.contains(&format!("port {port} is taken")), "{message}");
    assert!(output.stdout.is_empty());
    let mut child = folder.command(&[]).stderr(Stdio::piped()).spawn().expect("the command runs");
    let mut note = String::new();
    let mut errors = BufReader::new(child.stderr.take().expect("its errors are read"));
    errors.read_line(&mut note).expect("it is text");
    child.kill().and_then(|()| child.wait()).expect("it has ended");
    assert_eq!(note, "port 8080 is taken, so this is another\n");
}

#[test]
fn prints_only_the_address_to_the_standard_output() {
    let folder = Folder::new("print");
    folder.replace(FILE, "\"12 to 15\"", "\"12 to 16\"");
    let check = |arguments: &[&str], expected: &[&str]| {
        let mut command = folder.command(&[&["--port", "0"], arguments].concat());
        let mut child = command.stderr(Stdio::piped()).spawn().expect("the command runs");
        // The address is printed last.
        let mut out = BufReader::new(child.stdout.take().expect("its output is read"));
        let mut address = String::new();
        out.read_line(&mut address).expect("it is text");
        child.kill().expect("it runs until it is ended");
        let output = child.wait_with_output().expect("it has ended");
        let errors = String::from_utf8(output.stderr).expect("text");
        assert!(address.starts_with("http://127.0.0.1:") && address.ends_with("/\n"), "{address}");
        for part in expected {
            assert!(errors.contains(part), "{errors}");
        }
        errors
    };
    let report = "error[quote-not-found]: \"12 to 16\" does not occur in the article";
    check(&[], &[report, "harbour.json: 1 error", "pages show this report"]);
    assert_eq!(check(&["--quiet"], &[]), "");
}

#[cfg(target_os = "linux")]
#[test]
fn opens_a_browser_only_if_it_is_asked_to() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("open");
    // Stands in for the command that opens a browser, and ends the server.
    let opener = folder.0.join("bin/xdg-open");
    folder.write("bin/xdg-open", "#!/bin/sh\necho \"$1\" > \"$OPENED\"\nkill -INT $PPID\n");
    std::fs::set_permissions(&opener, PermissionsExt::from_mode(0o755)).expect("a program");
    let opened = folder.0.join("opened");
    let mut command = folder.command(&["--port", "0", "--open"]);
    command.env("PATH", folder.0.join("bin")).env("OPENED", &opened);
    let output = command.output().expect("the command runs");
    assert_eq!(output.status.code(), Some(0));
    let opened = std::fs::read_to_string(&opened).expect("the opener ran");
    assert_eq!(opened.as_bytes(), output.stdout);

    // Without such a command, there is a note, and the server goes on.
    let mut command = folder.command(&["--port", "0", "--open"]);
    let mut child = command.env("PATH", "").stderr(Stdio::piped()).spawn().expect("it runs");
    let errors = BufReader::new(child.stderr.take().expect("its errors are read"));
    let mut lines = errors.lines().map(|line| line.expect("it is text"));
    let note = lines.find(|line| line.contains("failed to open a browser"));
    assert!(
        note.is_some_and(|note| note.starts_with("note: ") && note.contains("http://127.0.0.1:"))
    );
    assert_eq!(child.try_wait().expect("its state is known"), None);
    child.kill().expect("it runs");
    child.wait().expect("it has ended");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_cleanly_even_with_a_page_open() {
    let folder = Folder::new("end");
    let server = folder.serve();
    let mut events = server.events();
    events.version();
    assert_eq!(server.interrupt().code(), Some(0));
}
