//! The rules of the architecture: which room may use which, and what no room may contain.

#![cfg(not(target_arch = "wasm32"))]

mod literals;
mod positions;
mod samples;
mod signatures;
mod syntax;

use literals::{Found, literals_for_readers, sentences};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in order: each may use those before it.
const ROOMS: [&str; 19] = [
    "model",
    "load",
    "import",
    "revise",
    "suggest",
    "annotate",
    "packed",
    "query",
    "format",
    "route",
    "site",
    "text",
    "export",
    "picture",
    "browser",
    "ui",
    "prerender",
    "desk",
    "cli",
];

/// Maximum number of lines of a file.
const MAX_LINES: usize = 400;

/// Rooms that draw pages: no literal in them is for readers.
const DRAWING_ROOMS: [&str; 3] = ["ui", "prerender", "desk"];

/// Rooms whose keys and codes look like words: no literal in them is a sentence.
const OTHER_ROOMS: [&str; 7] = ["query", "format", "route", "site", "export", "picture", "browser"];

/// Literals that look like words and that no reader sees, by file and beginning, with the reason.
const EXCEPTIONS: [(&str, &str, &str); 7] = [
    ("prerender/feed.rs", "T00:00:00Z", "the start of a day in RFC 3339"),
    ("prerender/policy.rs", "default-src ", "a Content-Security-Policy"),
    ("prerender/policy.rs", "'self'", "a part of that policy"),
    ("prerender/shell.rs", "ANNOTATOR_", "a placeholder in a script"),
    ("prerender/shell.rs", "APP_", "a placeholder in a script"),
    ("prerender/shell.rs", "EXPORT_JS", "a placeholder in a script"),
    ("prerender/single.rs", "export ", "a keyword of JavaScript"),
];

/// A source file: its path below `src`, and its content.
struct Source {
    name: String,
    text: String,
}

impl Source {
    /// Returns the room that it is in: the top folder or file of its path.
    fn room(&self) -> &str {
        self.name.split(['/', '.']).next().unwrap_or_default()
    }

    /// Returns the lines of code without comments, each with its 1-based number.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = (1..).zip(self.text.lines());
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Returns the lines of code with one of these names.
    fn lines_with(&self, words: &[&str]) -> Vec<String> {
        let has = |line: &str| words.iter().any(|word| has_path(line, word));
        let found = self.code().filter(|(_, line)| has(line));
        found.map(|(number, line)| format!("src/{}:{number}: {}", self.name, line.trim())).collect()
    }
}

/// Returns true if a line contains a path such as `std::fs` or a name such as `yew`, and not only
/// as a part of another name.
fn has_path(line: &str, path: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(path).any(|(at, _)| {
        !line[..at].ends_with(is_name) && !line[at + path.len()..].starts_with(is_name)
    })
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut sources);
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(sources.len() > 50, "the sources have moved");
    sources
}

fn collect(folder: &Path, below: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("the sources can be read") {
        let path = entry.expect("the sources can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            collect(&path, &format!("{below}{name}/"), sources);
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(&path).expect("a source is text");
            sources.push(Source { name: format!("{below}{name}"), text });
        }
    }
}

fn forbid(rooms: &[&str], words: &[&str]) {
    let sources = sources();
    let of = sources.iter().filter(|source| rooms.contains(&source.room()));
    let found: Vec<String> = of.flat_map(|source| source.lines_with(words)).collect();
    assert!(found.is_empty(), "{rooms:?} must not use {words:?}:\n{}", found.join("\n"));
}

#[test]
fn inner_rooms_use_neither_yew_nor_the_browser() {
    let browser = ["yew", "web_sys", "gloo", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"];
    forbid(
        &["model", "load", "import", "query", "format", "site", "text", "export", "picture"],
        &browser,
    );
    forbid(&["route"], &browser);
    forbid(&["prerender", "cli"], &["web_sys", "gloo", "js_sys", "wasm_bindgen"]);
}

#[test]
fn only_the_command_does_input_and_output() {
    let outside = [
        "std::fs",
        "std::io",
        "std::env",
        "std::net",
        "std::process",
        "std::time",
        "println",
        "eprintln",
    ];
    let inner: Vec<&str> = ROOMS.into_iter().filter(|room| *room != "cli").collect();
    forbid(&inner, &outside);
}

#[test]
fn everything_printed_is_escaped() {
    let printers = ["print!", "println!", "eprint!", "eprintln!", "io::stdout", "io::stderr"];
    let sources = sources();
    let others = sources.iter().filter(|source| source.name != "cli/terminal.rs");
    let found: Vec<String> = others
        .flat_map(|source| source.lines_with(&printers))
        // Asking whether it is a terminal prints nothing.
        .filter(|line| !line.contains(".is_terminal()"))
        .collect();
    assert!(found.is_empty(), "only cli/terminal.rs prints:\n{}", found.join("\n"));
}

#[test]
fn the_model_does_not_use_json() {
    forbid(
        &["model", "query", "route", "site", "text", "picture", "ui", "browser"],
        &["serde_json", "jsonc_parser", "schemars"],
    );
}

#[test]
fn rendering_is_deterministic() {
    forbid(
        &["site", "text", "picture", "ui"],
        &["HashMap", "HashSet", "Instant", "SystemTime", "Date::now", "random"],
    );
}

#[test]
fn each_room_uses_only_rooms_before_it() {
    let mut found = Vec::new();
    for source in sources() {
        let Some(own) = ROOMS.iter().position(|room| *room == source.room()) else { continue };
        for (number, line) in source.code() {
            for room in used_rooms(line) {
                let known = ROOMS.iter().position(|other| *other == room);
                if known.is_none_or(|used| used > own) {
                    found.push(format!("src/{}:{number} uses {room}", source.name));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Returns the rooms that a line uses as `crate::room` or `crate::{room, …}`.
fn used_rooms(line: &str) -> Vec<&str> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut rooms = Vec::new();
    for (at, step) in line.match_indices("crate::") {
        let rest = &line[at + step.len()..];
        match rest.strip_prefix('{') {
            Some(list) => rooms.extend(list.split([',', '}']).filter_map(|item| {
                item.trim().split(|c| !is_name(c)).next().filter(|name| !name.is_empty())
            })),
            None => rooms.extend(rest.split(|c| !is_name(c)).next()),
        }
    }
    rooms
}

#[test]
fn no_file_leaves_its_room_with_super() {
    let mut found = Vec::new();
    for source in sources() {
        // A path with at most as many `super` as there are folders stays in the room.
        let folders = source.name.matches('/').count();
        let is_mod = usize::from(source.name.ends_with("/mod.rs"));
        for (number, line) in source.code() {
            let up = line.match_indices("super::").count();
            let chained =
                (1..=up).rev().find(|n| line.contains(&"super::".repeat(*n))).unwrap_or(0);
            // Inside `mod tests` there is one more level.
            let inside = usize::from(line.starts_with(' '));
            if chained > folders.saturating_sub(is_mod) + inside {
                found.push(format!("src/{}:{number}: {}", source.name, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_room_has_a_header_that_says_what_belongs_in_it() {
    let sources = sources();
    for source in &sources {
        assert!(source.text.starts_with("//! "), "src/{} has no header", source.name);
    }
    for room in ROOMS {
        let file = sources.iter().find(|source| source.name == format!("{room}/mod.rs"));
        let file = file.unwrap_or_else(|| panic!("src/{room}/mod.rs is missing"));
        let header: Vec<&str> =
            file.text.lines().take_while(|line| line.starts_with("//!")).collect();
        let never = header.iter().any(|line| line.contains("Never here") || line.contains("never"));
        assert!(
            header.len() >= 2 && never,
            "src/{room}/mod.rs does not say what does not belong in it"
        );
    }
}

#[test]
fn no_file_is_too_long() {
    let sources = sources();
    let long = sources.iter().filter(|source| source.text.lines().count() > MAX_LINES);
    let long: Vec<&str> = long.map(|source| source.name.as_str()).collect();
    assert!(long.is_empty(), "longer than {MAX_LINES} lines: {long:?}");
}

/// Reports the literals that a check finds in rooms, apart from exceptions.
fn forbid_literals(rooms: &[&str], check: fn(&str) -> Vec<Found>) {
    let mut found = Vec::new();
    let sources = sources();
    let is_test = |source: &&Source| {
        let (folder, file) = source.name.rsplit_once('/').unwrap_or_default();
        let parent = sources.iter().find(|other| other.name == format!("{folder}/mod.rs"));
        let module = format!("#[cfg(test)]\nmod {};", file.trim_end_matches(".rs"));
        parent.is_some_and(|parent| parent.text.contains(&module))
    };
    let of_rooms = sources.iter().filter(|source| rooms.contains(&source.room()));
    for source in of_rooms.filter(|source| !is_test(source)) {
        let is_exception = |literal: &Found| {
            let is_it = |(name, start, _): &(&str, &str, &str)| {
                source.name == *name && literal.text.starts_with(start)
            };
            EXCEPTIONS.iter().any(is_it)
        };
        for literal in check(&source.text).into_iter().filter(|it| !is_exception(it)) {
            found.push(format!("src/{}:{}: {:?}", source.name, literal.line, literal.text));
        }
    }
    assert!(found.is_empty(), "words for readers belong in src/text:\n{}", found.join("\n"));
}

#[test]
fn only_the_text_room_has_words_for_readers() {
    forbid_literals(&DRAWING_ROOMS, literals_for_readers);
}

#[test]
fn other_rooms_have_no_sentences() {
    forbid_literals(&OTHER_ROOMS, sentences);
}
