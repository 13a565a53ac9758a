//! The supply chain: what is downloaded to build On Record is pinned.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeSet;
use std::fs;
use support::{path, text};

/// Returns the files of a folder, each with its path and its text.
fn files(folder: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(path(folder)).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry"));
    let names = names.filter(|entry| entry.path().is_file());
    let names = names.map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy()));
    names.map(|name| (name.clone(), text(&name))).collect()
}

fn workflows() -> Vec<(String, String)> {
    let found = files(".github/workflows");
    assert!(found.len() >= 3, "the workflows have moved");
    found
}

#[test]
fn actions_are_pinned_to_commits_and_leave_no_token_behind() {
    for (name, workflow) in workflows() {
        let lines: Vec<&str> = workflow.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some((_, used)) = line.split_once("uses: ") else { continue };
            let (action, version) =
                used.split_once(" # v").unwrap_or_else(|| panic!("{name}: {used}"));
            let (action, commit) = action.split_once('@').expect("an action has a version");
            let is_commit = commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit());
            assert!(is_commit && version.split('.').count() == 3, "{name}: {used}");
            if action == "actions/checkout" {
                let options = lines[at + 1..].iter().take_while(|line| !line.contains("- "));
                let keeps_none =
                    options.into_iter().any(|line| line.trim() == "persist-credentials: false");
                assert!(keeps_none, "{name}: {used}");
            }
        }
    }
}

#[test]
fn every_workflow_uses_the_same_compiler() {
    let mut versions = BTreeSet::new();
    for (name, workflow) in workflows() {
        let line = workflow.lines().find_map(|line| line.trim().strip_prefix("RUST: "));
        versions.insert(line.unwrap_or_else(|| panic!("{name} names no compiler")).to_owned());
        assert!(!workflow.contains("rustup update"), "{name}");
        assert!(workflow.contains("rustup toolchain install \"$RUST\""), "{name}");
    }
    assert_eq!(versions.len(), 1, "{versions:?}");
    let version = versions.first().expect("a version").trim_matches('"');
    assert!(
        version.split('.').filter(|part| part.parse::<u32>().is_ok()).count() == 3,
        "{version}"
    );
}

#[test]
fn every_build_uses_the_lock_file() {
    let mut sources = files("tools");
    sources.extend(workflows());
    sources.push(("Makefile".to_owned(), text("Makefile")));
    for (name, source) in sources {
        // A command can go on in the next line.
        for command in source.replace("\\\n", " ").lines() {
            let is_no_build =
                command.trim_start().starts_with('#') || command.contains("--version");
            for build in ["build", "run", "test", "clippy", "bench", "install", "package", "deny"] {
                let is_build = command.contains(&format!("cargo {build} "))
                    || command.ends_with(&format!("cargo {build}"));
                let is_locked = is_no_build || !is_build || command.contains("--locked");
                assert!(is_locked, "{name}: {command}");
            }
        }
    }
}

#[test]
fn packages_of_other_languages_have_checksums() {
    let lists = files("tools/python");
    assert_eq!(lists.len(), 3);
    for (name, list) in lists {
        for package in list.replace("\\\n", " ").lines().filter(|line| !line.starts_with('#')) {
            assert!(
                package.contains("==") && package.contains("--hash=sha256:"),
                "{name}: {package}"
            );
        }
    }
}

/// The app contains the gloo that Yew uses, and no second one.
#[test]
fn there_is_one_gloo() {
    let lock = text("Cargo.lock");
    for package in ["gloo", "gloo-events", "gloo-storage", "gloo-timers", "gloo-utils"] {
        assert_eq!(lock.matches(&format!("name = \"{package}\"\n")).count(), 1, "{package}");
    }
}
