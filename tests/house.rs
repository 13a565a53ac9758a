//! The architecture holds: which room knows which, and what no room may hold.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;
use std::path::Path;
use support::path;

/// The rooms in reading order: each may use those before it.
const ROOMS: [&str; 13] = [
    "model",
    "load",
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
    "cli",
];

/// The longest a file may be, in lines: one concept fits.
const MOST_LINES: usize = 400;

/// A source file: its path below `src`, and its text.
struct Source {
    name: String,
    text: String,
}

impl Source {
    /// The folder or file of the crate's root that it belongs to.
    fn room(&self) -> &str {
        self.name.split(['/', '.']).next().unwrap_or_default()
    }

    /// The lines of code, without comments; each with its number.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = (1..).zip(self.text.lines());
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Where any of these words stands in the code.
    fn holding(&self, words: &[&str]) -> Vec<String> {
        let has = |line: &str| words.iter().any(|word| holds_path(line, word));
        let found = self.code().filter(|(_, line)| has(line));
        found.map(|(number, line)| format!("src/{}:{number}: {}", self.name, line.trim())).collect()
    }
}

/// True where a path such as `std::fs` or a name such as `yew` stands, not as part of another name.
fn holds_path(line: &str, path: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(path).any(|(at, _)| {
        !line[..at].ends_with(is_name) && !line[at + path.len()..].starts_with(is_name)
    })
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(&path("src"), "", &mut sources);
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(sources.len() > 50, "the sources are not where they were");
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

fn none_hold(rooms: &[&str], words: &[&str]) {
    let sources = sources();
    let of = sources.iter().filter(|source| rooms.contains(&source.room()));
    let found: Vec<String> = of.flat_map(|source| source.holding(words)).collect();
    assert!(found.is_empty(), "{rooms:?} must not use {words:?}:\n{}", found.join("\n"));
}

#[test]
fn the_inner_rooms_know_neither_yew_nor_the_browser() {
    let browser = ["yew", "web_sys", "gloo", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"];
    none_hold(&["model", "load", "query", "format", "site", "text", "export", "picture"], &browser);
    none_hold(&["route"], &browser);
    none_hold(&["prerender", "cli"], &["web_sys", "gloo", "js_sys", "wasm_bindgen"]);
}

#[test]
fn only_the_command_reads_and_writes() {
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
    none_hold(&inner, &outside);
}

#[test]
fn the_model_knows_no_json() {
    none_hold(
        &["model", "query", "route", "site", "text", "picture", "ui", "browser"],
        &["serde_json", "jsonc_parser", "schemars"],
    );
}

#[test]
fn what_is_drawn_is_the_same_every_time() {
    none_hold(
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
                // The command alone reads the dossiers that were compiled in.
                let may =
                    known.map_or(room == "bundled" && source.room() == "cli", |used| used <= own);
                if !may {
                    found.push(format!("src/{}:{number} uses {room}", source.name));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The rooms that a line names by `crate::room` or `crate::{room, …}`.
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
fn no_file_leaves_its_room_by_the_back_door() {
    let mut found = Vec::new();
    for source in sources() {
        // `super` from a file in a room's folder stays inside as long as there are folders to leave.
        let folders = source.name.matches('/').count();
        let is_door = usize::from(source.name.ends_with("/mod.rs"));
        for (number, line) in source.code() {
            let up = line.match_indices("super::").count();
            let chained =
                (1..=up).rev().find(|n| line.contains(&"super::".repeat(*n))).unwrap_or(0);
            // Inside of `mod tests` there is one more to leave.
            let inside = usize::from(line.starts_with(' '));
            if chained > folders.saturating_sub(is_door) + inside {
                found.push(format!("src/{}:{number}: {}", source.name, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_room_says_at_its_door_what_it_holds() {
    let sources = sources();
    for source in &sources {
        assert!(source.text.starts_with("//! "), "src/{} has no header", source.name);
    }
    for room in ROOMS {
        let door = sources.iter().find(|source| source.name == format!("{room}/mod.rs"));
        let door = door.unwrap_or_else(|| panic!("the room {room} has no door"));
        let header: Vec<&str> =
            door.text.lines().take_while(|line| line.starts_with("//!")).collect();
        let never = header.iter().any(|line| line.contains("Never here") || line.contains("never"));
        assert!(header.len() >= 2 && never, "src/{room}/mod.rs does not say what is never there");
    }
}

#[test]
fn no_file_is_longer_than_one_concept() {
    let sources = sources();
    let long = sources.iter().filter(|source| source.text.lines().count() > MOST_LINES);
    let long: Vec<&str> = long.map(|source| source.name.as_str()).collect();
    assert!(long.is_empty(), "longer than {MOST_LINES} lines: {long:?}");
}
