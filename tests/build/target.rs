//! The folder that a build writes: what it never replaces, and what is in it when a build is stopped.

use crate::desk::{Desk, Run, assert_same};
use std::fs;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

#[test]
fn a_folder_with_files_that_no_build_wrote_is_left_alone() {
    let desk = Desk::new("foreign");
    for file in ["notes.txt", "a/b/c.html", "d.html", "e.html"] {
        desk.write(&format!("out/{file}"), "mine");
    }
    let before = desk.files("out");
    desk.build(&["--out", "out"])
        .fails(1, &["a/b/c.html, d.html, e.html and 1 more", "move them away", "--out"]);
    assert_same(&before, &desk.files("out"));
    // One file among those of a build.
    desk.build(&["--out", "built"]).succeeds();
    desk.write("built/harbour/notes.txt", "mine");
    let before = desk.files("built");
    desk.build(&["--out", "built"]).fails(1, &["(harbour/notes.txt)"]);
    assert_same(&before, &desk.files("built"));
    assert_eq!(desk.names("."), ["app", "built", "out", "site"]);
}

#[test]
fn an_empty_folder_is_used() {
    let desk = Desk::new("empty");
    fs::create_dir(desk.at("out")).expect("a folder");
    desk.build(&["--out", "out"]).succeeds();
    assert!(desk.at("out/index.html").is_file());
    assert_eq!(desk.names("."), ["app", "out", "site"]);
}

#[test]
fn targets_that_cannot_be_written_are_named() {
    let desk = Desk::new("targets");
    desk.write("file", "mine");
    desk.build(&["--out", "file"]).fails(1, &["file is not a folder", "--out"]);
    // A file as parent.
    desk.build(&["--out", "file/below/out"]).fails(1, &["file/below"]);
    desk.run(&["single", "site", "--out", "file/one.html"]).fails(1, &["file/one.html"]);
    fs::create_dir(desk.at("folder")).expect("a folder");
    desk.run(&["single", "site", "--out", "folder"]).fails(1, &["folder"]);
    assert_eq!(desk.read("file"), "mine");
    desk.build(&["--out", "/"]).fails(2, &["/ is not a folder of its own"]);
    // Parents that are missing are made.
    desk.build(&["--out", "a/b/out"]).succeeds();
    assert!(desk.at("a/b/out/index.html").is_file());
    assert_eq!(desk.names("."), ["a", "app", "file", "folder", "site"]);
}

/// A site must not be replaced by its own bundle.
#[test]
fn the_folder_of_the_site_is_left_alone() {
    let desk = Desk::new("own");
    let before = desk.files("site");
    desk.build(&["--out", "site"]).fails(1, &["dossiers/harbour.json", "onrecord.toml"]);
    desk.build(&["--out", "."]).fails(1, &["app/annotator.js"]);
    assert_same(&before, &desk.files("site"));
}

/// Nobody can write in `/proc`, not even root.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let desk = Desk::new("read-only");
    desk.build(&["--out", "/proc/onrecord"]).fails(1, &["failed to write /proc/"]);
    desk.run(&["single", "site", "--out", "/proc/one.html"])
        .fails(1, &["failed to write /proc/one.html"]);
}

/// A limit on the size of files stands for a full disk: writing fails half way.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_keeps_the_last_bundle() {
    let desk = Desk::new("full");
    desk.build(&["--out", "out"]).succeeds();
    desk.write("one.html", "the last one");
    let before = desk.files("out");
    let limited = |arguments: &str| {
        // Without the signal, writing beyond the limit is an error, as on a full disk.
        let script = format!("trap '' XFSZ; ulimit -f 8; exec \"$0\" {arguments} --app app");
        let mut command = Command::new("/bin/sh");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_onrecord")]).current_dir(&desk.0);
        Run::of(command.output().expect("a shell"))
    };
    limited("build site --out out --no-previews")
        .fails(1, &["failed to write ", "(File too large"]);
    assert_same(&before, &desk.files("out"));
    limited("single site --out one.html").fails(1, &["failed to write ", "one.html"]);
    assert_eq!(desk.read("one.html"), "the last one");
    assert_eq!(desk.names("."), ["app", "one.html", "out", "site"], "nothing is left");
}

/// Ends a build at ten moments. What is there afterwards must be the old bundle or the new one, and
/// the next build must succeed.
#[test]
fn a_build_that_is_killed_leaves_a_whole_bundle() {
    let desk = Desk::new("killed");
    let site = |title: &str| desk.write("site/onrecord.toml", &format!("name = \"{title}\"\n"));
    let arguments = ["build", "site", "--out", "out", "--quiet", "--no-compress"];
    site("Old");
    desk.run(&arguments).succeeds();
    let old = desk.files("out");
    fs::remove_dir_all(desk.at("out")).expect("the bundle can be removed");
    site("New");
    let start = Instant::now();
    desk.run(&arguments).succeeds();
    let whole = start.elapsed();
    let new = desk.files("out");
    assert!(old != new);
    let mut ended_early = 0;
    for moment in 0..10 {
        site("Old");
        desk.run(&arguments).succeeds();
        assert_same(&old, &desk.files("out"));
        site("New");
        let mut build = desk.command(&arguments).spawn().expect("the command runs");
        let was_killed = kill_after(&mut build, whole * (2 * moment + 1) / 20);
        ended_early += u32::from(was_killed);
        let found = desk.files("out");
        let expected = if found["index.html"] == old["index.html"] { &old } else { &new };
        assert_same(expected, &found);
        desk.run(&arguments).succeeds();
        assert_same(&new, &desk.files("out"));
        assert_eq!(desk.names("."), ["app", "out", "site"], "a build was killed in part {moment}");
    }
    assert!(ended_early >= 5, "only {ended_early} of 10 builds were killed before they ended");
}

/// Kills a process after a time. Returns false if it had ended by itself.
fn kill_after(child: &mut Child, time: Duration) -> bool {
    // This wait is the moment of the test and not for anything to happen.
    std::thread::sleep(time);
    let has_ended = child.try_wait().expect("a process").is_some();
    child.kill().expect("the process can be killed");
    child.wait().expect("the process ends");
    !has_ended
}

/// What a build leaves that was killed between its last two steps: the new bundle beside an empty
/// place, or the old one beside the new.
#[test]
fn leftovers_of_a_killed_build_are_put_back_or_removed() {
    let desk = Desk::new("leftovers");
    desk.build(&["--out", "out"]).succeeds();
    let whole = desk.files("out");
    fs::rename(desk.at("out"), desk.at("out.onrecord-old")).expect("it can be moved");
    desk.write("out.onrecord-new/index.html", "half");
    desk.write("out.onrecord-lock", "");
    // The site is broken now: the last bundle comes back with the next build that starts.
    desk.build(&["--out", "out"]).succeeds();
    assert_same(&whole, &desk.files("out"));
    desk.write("out.onrecord-old/index.html", "old");
    desk.write("out.onrecord-new/index.html", "half");
    desk.build(&["--out", "out"]).succeeds();
    assert_same(&whole, &desk.files("out"));
    assert_eq!(desk.names("."), ["app", "out", "site"]);
}

#[test]
fn two_builds_into_one_folder_do_not_disturb_each_other() {
    let desk = Desk::new("two");
    let arguments = ["build", "site", "--out", "out", "--quiet", "--no-compress"];
    desk.run(&arguments).succeeds();
    let whole = desk.files("out");
    for _ in 0..3 {
        let builds: Vec<Child> =
            (0..3).map(|_| desk.command(&arguments).spawn().expect("it runs")).collect();
        let outputs = builds.into_iter().map(|it| it.wait_with_output().expect("it ends"));
        let runs: Vec<Run> = outputs.map(Run::of).collect();
        assert!(runs.iter().any(|run| run.0 == Some(0)), "one of them should succeed");
        for run in runs.into_iter().filter(|run| run.0 != Some(0)) {
            run.fails(1, &["another build is writing out", "wait until it is done"]);
        }
        assert_same(&whole, &desk.files("out"));
        assert_eq!(desk.names("."), ["app", "out", "site"]);
    }
}

/// A host may keep its bundles elsewhere. The link stays, and what it points to is left alone.
#[cfg(unix)]
#[test]
fn a_link_to_a_folder_is_not_replaced() {
    let desk = Desk::new("link");
    desk.write("real/notes.txt", "mine");
    std::os::unix::fs::symlink("real", desk.at("out")).expect("a link");
    desk.build(&["--out", "out"]).fails(1, &["out is a link to real", "--out"]);
    assert!(desk.at("out").is_symlink());
    assert_eq!(desk.names("real"), ["notes.txt"]);
}
