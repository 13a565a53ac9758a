//! The examples, configurations and generated sections in the documents are correct.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::format::{FileType, Format, file_type, file_types};
use onrecord::load::{load, settings};
use onrecord::model::{Annotator, Coverage, Settings, Vocabulary, wording};
use onrecord::text::format_name;
use support::bundle::{bundle, bundle_with, select};
use support::{REAL, as_expected, text};

#[test]
fn dossier_guide_examples_load_without_diagnostics() {
    let guide = include_str!("../docs/dossier.md");
    let blocks = guide.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    let examples: Vec<&str> = blocks.filter(|json| json.contains("\"format\": 1")).collect();
    let [minimal, full] = examples.as_slice() else {
        panic!("expected a minimal and a full dossier, found {}", examples.len())
    };
    // The statements' directness, and the words of the text that nothing accounts for.
    let check = |json: &str, expected: &[&str], uncovered: usize| {
        let loaded = load("docs/dossier.md", json.as_bytes());
        assert_eq!(loaded.diagnostics, []);
        let dossier = loaded.dossier.expect("a dossier without errors loads");
        let quotations = dossier.article.quotations();
        let directness = |content: &[_]| wording(&dossier.article, &quotations, content).directness;
        let found: Vec<&str> =
            dossier.statements.iter().map(|s| directness(&s.content).code()).collect();
        assert_eq!(found, expected);
        assert_eq!(Coverage::of(&dossier).total().uncovered, uncovered);
    };
    // The seven words of the dateline.
    check(minimal, &["mixed", "indirect"], 7);
    check(full, &["indirect", "mixed", "indirect", "mixed", "indirect"], 0);
}

#[test]
fn the_example_settings_load_and_include_every_setting() {
    let example = include_str!("../static/new/onrecord.toml");
    assert_eq!(settings("onrecord.toml", example), Ok(Settings::default()));
    // Each setting begins a line with `# name = `, and the text in quotation marks goes on below.
    let mut is_setting = false;
    let mut used = String::new();
    for line in example.lines() {
        is_setting |= line
            .split_once(" = ")
            .is_some_and(|(name, _)| name.strip_prefix("# ").is_some_and(|it| !it.contains(' ')));
        // Settings in a table follow its header.
        is_setting &= line.starts_with('#');
        if line.starts_with('[') {
            used.push_str(line);
        }
        used.push_str(if is_setting { line.trim_start_matches('#').trim_start() } else { "" });
        used.push('\n');
    }
    let settings = settings("onrecord.toml", &used).expect("the example loads");
    assert_eq!(settings.name.as_deref(), Some("The Example Record"));
    assert_eq!(settings.address.as_deref(), Some("https://example.org/record/"));
    assert_eq!(settings.contact.as_deref(), Some("corrections@example.org"));
    assert_eq!(settings.about.len(), 2);
    assert_eq!(settings.annotator, Annotator::OwnFiles);
    let files = settings.files;
    assert!(!files.embeds && !files.previews && files.citations != Default::default());
}

#[test]
fn nginx_sends_the_policies_that_the_pages_carry() {
    let rules = include_str!("../docs/publish/nginx.conf");
    let bundle = bundle(&[REAL]);
    let policy = |path: &str| {
        let metas = select(&bundle.pages[path], "meta[http-equiv=Content-Security-Policy]");
        let [meta] = metas.as_slice() else { panic!("{path} has not one policy") };
        meta.attr("content").unwrap_or_default().to_owned()
    };
    // The policy of the app appears twice: as the default, and for pages to embed.
    for (path, times) in [("index.html", 2), ("404.html", 1)] {
        let line = format!("set $onrecord_policy \"{}\";", policy(path));
        let found = rules.matches(&line).count();
        assert_eq!(found, times, "docs/publish/nginx.conf should say, {times} times:\n{line}");
    }
}

#[test]
fn docs_and_server_recipes_cover_every_file_type() {
    let (rules, document) =
        (include_str!("../docs/publish/nginx.conf"), include_str!("../docs/publishing.md"));
    let address = Some("https://example.org/on/".to_owned());
    let bundle = bundle_with(&[REAL], Settings { address, ..Settings::default() });
    let (_, types) = rules.split_once("types {").expect("nginx.conf lists the types");
    let (types, _) = types.split_once('}').expect("the list of types ends");
    for path in bundle.files.keys() {
        let extension = path.rsplit('.').next().unwrap_or_default();
        assert!(file_type(path).is_some(), "{path}: src/format has no type for .{extension}");
        let is_known = types.split([' ', ';', '\n']).any(|word| word == extension);
        assert!(is_known, "{path}: docs/publish/nginx.conf does not know .{extension}");
        assert!(document.contains(&format!("`.{extension}`")), "{path}: docs/publishing.md");
        // The commands for object storage upload files with a hash in their name by their pattern.
        if file_type(path).is_some_and(|it| it.is_hashed) {
            let pattern = format!("'*-????????????????.{extension}'");
            assert!(document.contains(&pattern), "{path}: docs/publishing.md has no {pattern}");
        }
    }
}

/// `UPDATE=1 cargo test --test docs` rewrites the sections.
#[test]
fn generated_sections_follow_from_the_tables_of_formats_and_file_types() {
    let sections = [
        ("docs/publish/nginx.conf", hash("file types"), nginx_types()),
        ("docs/publishing.md", hash("object store types"), object_store_types()),
        ("docs/publishing.md", html("file types", "\n"), table_of_types()),
        ("docs/publishing.md", html("export formats", "\n"), table_of_formats()),
        ("README.md", html("export formats", ""), list_of_formats()),
    ];
    let mut files: Vec<(String, String)> = Vec::new();
    for (file, marks, content) in sections {
        let at = files.iter().position(|(name, _)| name == file).unwrap_or_else(|| {
            files.push((file.to_owned(), text(file)));
            files.len() - 1
        });
        files[at].1 = with_section(&files[at], &marks, &content);
    }
    as_expected(&files);
}

/// The text before and after a generated section.
type Marks = [String; 2];

/// Marks in a file whose comments begin with `#`.
fn hash(name: &str) -> Marks {
    [format!("# generated: {name}\n"), "# end generated".to_owned()]
}

/// Marks in Markdown, with `space` between the first mark and the section.
fn html(name: &str, space: &str) -> Marks {
    [format!("<!-- generated: {name} -->{space}"), "<!-- end generated -->".to_owned()]
}

/// Returns the text of a file with the content of one section replaced.
fn with_section((file, text): &(String, String), [start, end]: &Marks, content: &str) -> String {
    let (before, rest) =
        text.split_once(start).unwrap_or_else(|| panic!("{file} has no line {start:?}"));
    let (_, after) = rest.split_once(end).unwrap_or_else(|| panic!("{file} has no line {end:?}"));
    [before, start, content, end, after].concat()
}

/// Returns the extensions of each media type, in the order of the table of file types.
fn extensions_by_type() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut by_type: Vec<(&str, Vec<&str>)> = Vec::new();
    for FileType { extension, media_type, .. } in file_types() {
        match by_type.iter_mut().find(|(known, _)| *known == media_type) {
            Some((_, extensions)) => extensions.push(extension),
            None => by_type.push((media_type, vec![extension])),
        }
    }
    by_type
}

fn nginx_types() -> String {
    let quoted = |media_type: &str| match media_type.contains(' ') {
        true => format!("\"{media_type}\""),
        false => media_type.to_owned(),
    };
    let types = extensions_by_type().into_iter();
    let types: Vec<_> = types.map(|(name, extensions)| (quoted(name), extensions)).collect();
    let width = types.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    let line = |(name, extensions): &(String, Vec<&str>)| {
        format!("    {name:width$} {};\n", extensions.join(" "))
    };
    types.iter().map(line).collect::<String>() + "    "
}

/// Pages go last, so that no page names a file that is not there yet.
fn object_store_types() -> String {
    let (pages, data): (Vec<_>, Vec<_>) =
        file_types().into_iter().filter(|it| !it.is_hashed).partition(|it| it.extension == "html");
    let line = |it: FileType| match it.media_type.contains(' ') {
        true => format!("data {} '{}'\n", it.extension, it.media_type),
        false => format!("data {} {}\n", it.extension, it.media_type),
    };
    data.into_iter().chain(pages).map(line).collect()
}

fn table_of_types() -> String {
    let row = |(media_type, extensions): (&str, Vec<&str>)| {
        let extensions: Vec<String> =
            extensions.iter().map(|extension| format!("`.{extension}`")).collect();
        format!("| {} | `{media_type}` |\n", extensions.join(", "))
    };
    let rows: String = extensions_by_type().into_iter().map(row).collect();
    format!("| extension | type |\n|---|---|\n{rows}")
}

fn table_of_formats() -> String {
    let row = |format: Format| {
        let collections: Vec<&str> = format.collections().iter().map(|it| it.code()).collect();
        let citation = format.citation_file().map_or(String::new(), |file| format!("`{file}`"));
        format!(
            "| {} | `.{}` | {} | {citation} |\n",
            format_name(format),
            format.extension(),
            collections.join(", "),
        )
    };
    let rows: String = Format::ALL.into_iter().map(row).collect();
    format!(
        "| format | extension | lists | citation beside each statement |\n|---|---|---|---|\n{rows}"
    )
}

fn list_of_formats() -> String {
    let names = Format::ALL.map(format_name);
    let (last, others) = names.split_last().expect("there are formats");
    format!("{} or {last}", others.join(", "))
}
