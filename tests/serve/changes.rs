//! What the server does when files of the site change.

use crate::client::{Folder, Server, text};
use crate::{FILE, LIST, OTHER_TITLE, REAL, SMALL, TITLE, check_status, version_of};

#[test]
fn a_change_is_announced_and_shown() {
    let folder = Folder::new("change");
    let server = folder.serve();
    assert!(server.get(LIST).text().contains(TITLE));
    let version = server.after(|| folder.replace(FILE, TITLE, OTHER_TITLE));
    let page = server.get(LIST).text();
    assert_eq!(version_of(&page), version);
    assert!(page.contains(OTHER_TITLE) && !page.contains(TITLE));
    assert!(server.get("/harbour/dossier.json").text().contains(OTHER_TITLE));

    server.after(|| folder.write("onrecord.toml", "name = \"Quay records\"\n"));
    assert!(server.get(LIST).text().contains("Quay records"));
    server.after(|| folder.remove("onrecord.toml"));
    assert!(!server.get(LIST).text().contains("Quay records"));

    // Saving a file without a change, or another kind of file, is not a change. The next event is
    // the one of the last step.
    let version = server.after(|| {
        folder.write("dossiers/notes.txt", "x");
        folder.write("dossiers/.harbour.json", "x");
        folder.replace(FILE, OTHER_TITLE, OTHER_TITLE);
        folder.replace(FILE, OTHER_TITLE, TITLE);
    });
    let page = server.get(LIST).text();
    assert_eq!(version_of(&page), version);
    assert!(page.contains(TITLE));
}

#[test]
fn a_change_of_a_text_file_is_a_change_of_its_dossier() {
    let folder = Folder::new("text-file");
    let mut dossier: serde_json::Value =
        serde_json::from_str(&text(SMALL)).expect("the dossier is JSON");
    let article = dossier["article"].as_object_mut().expect("fields");
    let paragraphs = article.remove("paragraphs").expect("paragraphs");
    let paragraphs: Vec<&str> =
        paragraphs.as_array().into_iter().flatten().filter_map(|it| it.as_str()).collect();
    article.insert("text".to_owned(), "harbour.txt".into());
    folder.write("dossiers/harbour.txt", &paragraphs.join("\n\n"));
    folder.write(FILE, &dossier.to_string());
    let server = folder.serve();
    assert!(server.get("/harbour/article/").text().contains("port chief"));
    let changed = format!("{}\n\nThe tide was late.", paragraphs.join("\n\n"));
    server.after(|| folder.write("dossiers/harbour.txt", &changed));
    assert!(server.get("/harbour/article/").text().contains("The tide was late."));
    server.after(|| folder.remove("dossiers/harbour.txt"));
    let report = server.get("/harbour/article/");
    check_status(&report, 500);
    assert!(report.text().contains("harbour.txt"), "{}", report.text());
}

#[test]
fn dossiers_come_and_go() {
    let folder = Folder::new("files-change");
    let server = folder.serve();
    let added = "/shafaq-2026-01-06/article/";
    check_status(&server.get(added), 404);
    server.after(|| folder.write("dossiers/shafaq.json", &text(REAL)));
    check_status(&server.get(added), 200);
    check_status(&server.get(LIST), 200);
    server.after(|| folder.remove(FILE));
    check_status(&server.get(LIST), 404);
    check_status(&server.get(added), 200);

    // A published id that has gone is an error, as in a build.
    let ledger = text("tests/fixtures/published/harbour.json");
    server.after(|| folder.write("published/harbour.json", &ledger));
    let report = server.get(added);
    check_status(&report, 500);
    assert!(report.text().contains("published/harbour.json"), "{}", report.text());
    server.after(|| folder.remove("published/harbour.json"));
    check_status(&server.get(added), 200);

    // The same id in two files.
    server.after(|| folder.write("dossiers/copy.json", &text(REAL)));
    let report = server.get(added).text();
    assert!(report.contains("already") && report.contains("dossiers/copy.json"), "{report}");
    server.after(|| folder.remove("dossiers/copy.json"));
    check_status(&server.get(added), 200);
    server.after(|| folder.remove("dossiers/shafaq.json"));
    let report = server.get(added).text();
    assert!(report.contains("<title>1 problem</title>"), "{report}");
    assert!(report.contains("There are no dossiers"), "{report}");
    server.after(|| folder.write(FILE, &text(SMALL)));
    check_status(&server.get(LIST), 200);
}

/// The data of a list is in a file that is named by its content, and contains the site's name.
#[test]
fn the_data_of_lists_follows_the_site() {
    let folder = Folder::new("data");
    let server = folder.serve();
    let data = |server: &Server| {
        let page = server.get(LIST).text();
        let at = page.find("lists-").expect("the page names its data");
        let name = page[at..].split('"').next().expect("a name").to_owned();
        let data = server.get(&format!("{LIST}{name}"));
        check_status(&data, 200);
        assert_eq!(data.header("cache-control"), Some("max-age=31536000, immutable"));
        (name, String::from_utf8_lossy(&data.body).into_owned())
    };
    let (first, bytes) = data(&server);
    assert!(bytes.contains("Harbour records") && bytes.contains(TITLE));
    server.after(|| folder.write("onrecord.toml", "name = \"Quay records\"\n"));
    let (second, bytes) = data(&server);
    assert!(bytes.contains("Quay records") && first != second);
    server.after(|| folder.replace(FILE, TITLE, OTHER_TITLE));
    let (third, bytes) = data(&server);
    assert!(bytes.contains(OTHER_TITLE) && second != third);
    check_status(&server.get(&format!("{LIST}{second}")), 404);
    // With a second dossier, the start page is no longer this list.
    server.after(|| folder.write("dossiers/shafaq.json", &text(REAL)));
    assert_ne!(data(&server).0, third);
}

#[test]
fn a_broken_dossier_shows_a_report_in_place() {
    let folder = Folder::new("broken");
    folder.write("dossiers/shafaq.json", &text(REAL));
    let server = folder.serve();
    let icon = format!("/{}", file_of(&server, "styles-"));
    let page = "/harbour/actors/?q=ada&kind=person";

    // A quote that is not in the article, and a title with markup that changes as well.
    let version = server.after(|| {
        folder.replace(FILE, "\"12 to 15\"", "\"<b>19</b> to 15\"");
    });
    for path in [page, "/", "/about/", "/shafaq-2026-01-06/", "/harbour/actors", "/no/such/page"] {
        let report = server.get(path);
        check_status(&report, 500);
        let html = report.text();
        assert_eq!(version_of(&html), version, "{path}");
        assert!(html.contains("<title>1 problem in dossiers/harbour.json</title>"), "{html}");
        assert!(html.contains("<mark>&quot;&lt;b&gt;19&lt;/b&gt; to 15&quot;</mark>"), "{html}");
        assert!(!html.contains("<b>19") && html.contains("Line 70, column "), "{html}");
        assert!(html.contains("script-src 'self'") && !html.contains("unsafe-inline"), "{html}");
    }
    // The last good state has every page and file below one folder.
    let html = server.get(page).text();
    let link =
        "<a class=\"last-good\" href=\"/_serve/last/harbour/actors/?q=ada&amp;kind=person\">";
    assert!(html.contains(link), "{html}");
    let old = server.get("/_serve/last/harbour/actors/?q=ada&kind=person");
    check_status(&old, 200);
    let html = old.text();
    assert_eq!(version_of(&html), version);
    let back = "<a href=\"/harbour/actors/?q=ada&amp;kind=person\">Show the report</a>";
    assert!(html.contains(TITLE) && html.contains(back), "{html}");
    let redirect = server.get("/_serve/last/harbour/actors?q=ada");
    check_status(&redirect, 302);
    assert_eq!(redirect.header("location"), Some("/_serve/last/harbour/actors/?q=ada"));
    check_status(&server.get("/_serve/last/no/such/page/"), 404);
    check_status(&server.get(&format!("/_serve/last{icon}")), 200);
    check_status(&server.get(&icon), 200);
    check_status(&server.get("/harbour/statements.csv"), 200);

    // A second problem, in another file, is added to the report.
    server.after(|| folder.replace("dossiers/shafaq.json", "{", "["));
    let html = server.get(page).text();
    assert!(html.contains("<title>2 problems in 2 files</title>"), "{html}");
    assert!(html.contains("<h2>dossiers/shafaq.json</h2>"), "{html}");

    server.after(|| folder.replace("dossiers/shafaq.json", "[", "{"));
    check_status(&server.get(page), 500);
    let version = server.after(|| folder.replace(FILE, "<b>19</b> to 15", "12 to 15"));
    let fixed = server.get(page);
    check_status(&fixed, 200);
    assert_eq!(version_of(&fixed.text()), version);
    assert!(!fixed.text().contains("Show the report"));
    let old = server.get("/_serve/last/harbour/actors/?q=ada");
    check_status(&old, 302);
    assert_eq!(old.header("location"), Some("/harbour/actors/?q=ada"));
}

/// Returns the name of a file that the start page names.
fn file_of(server: &Server, start: &str) -> String {
    let page = server.get("/").text();
    let at = page.find(&format!("\"./{start}")).expect("the page names it");
    page[at + 3..].split('"').next().expect("a name").to_owned()
}

#[test]
fn broken_settings_are_reported() {
    let folder = Folder::new("settings");
    let server = folder.serve();
    let text = "name = \"Quay\"\nadress = \"https://example.org/\"\n";
    server.after(|| folder.write("onrecord.toml", text));
    let report = server.get(LIST);
    check_status(&report, 500);
    let html = report.text();
    assert!(html.contains("1 problem in onrecord.toml"), "{html}");
    assert!(html.contains("Line 2, column 1") && html.contains("<mark>adress</mark>"), "{html}");
    assert!(server.get("/_serve/last/harbour/").text().contains("Harbour records"));
}

#[test]
fn a_site_that_is_broken_from_the_start_comes_up_when_it_is_fixed() {
    let folder = Folder::new("start");
    folder.replace(FILE, "\"12 to 15\"", "\"12 to 16\"");
    let server = folder.serve();
    let report = server.get(LIST);
    check_status(&report, 500);
    assert!(!report.text().contains("class=\"last-good\""));
    check_status(&server.get("/harbour/statements.csv"), 404);
    let other = server.get("/_serve/last/harbour/");
    check_status(&other, 302);
    server.after(|| folder.replace(FILE, "\"12 to 16\"", "\"12 to 15\""));
    check_status(&server.get(LIST), 200);
}

#[test]
fn an_empty_file_is_reported() {
    let folder = Folder::new("empty");
    let server = folder.serve();
    server.after(|| folder.write(FILE, ""));
    let report = server.get(LIST);
    check_status(&report, 500);
    assert!(report.text().contains("1 problem in dossiers/harbour.json"), "{}", report.text());
}

/// What a person writes in the annotator must not be lost when a file changes, and it mends the errors.
#[test]
fn the_annotator_is_there_whatever_the_files_contain() {
    let folder = Folder::new("annotator");
    folder.replace(FILE, "{", "[");
    let server = folder.serve();
    let annotator = |server: &Server| {
        let reply = server.get("/annotate/");
        check_status(&reply, 200);
        let page = reply.text();
        assert!(page.contains("<h1 id=\"title\">Annotate an article</h1>"), "{page}");
        assert!(!page.contains("/_serve/") && !page.contains("unsafe-inline"), "{page}");
        let policy = "connect-src &#39;self&#39;";
        assert!(page.contains("connect-src 'self';") || page.contains(policy), "{page}");
        for file in ["annotate-", "styles-"] {
            let (_, rest) =
                page.split_once(&format!("=\"../{file}")).expect("the page names a file");
            let name = rest.split('"').next().expect("a name");
            check_status(&server.get(&format!("/{file}{name}")), 200);
        }
    };
    check_status(&server.get("/"), 500);
    annotator(&server);
    server.after(|| folder.replace(FILE, "[", "{"));
    annotator(&server);
    let about = server.get("/harbour/about/").text();
    assert!(about.contains("href=\"../../annotate/?dossier=harbour\""), "{about}");
    server.after(|| folder.replace(FILE, "{", "["));
    check_status(&server.get("/harbour/about/"), 500);
    annotator(&server);
    check_status(&server.get("/annotate"), 302);
}
