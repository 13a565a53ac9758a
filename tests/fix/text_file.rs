//! The text file beside a dossier: characters that nobody sees are removed, and quotes follow.

use super::SMALL;
use super::support::text;
use onrecord::revise::fix;
use serde_json::Value;
use std::fs;
use std::process::Command;

/// Returns the small dossier with its text in `a.txt`, and the paragraphs for that file.
fn with_text_file() -> (String, Vec<String>) {
    let mut json: Value = serde_json::from_str(&text(SMALL)).expect("JSON");
    let article = json["article"].as_object_mut().expect("an object");
    let paragraphs = article.remove("paragraphs").expect("paragraphs");
    article.insert("text".to_owned(), "a.txt".into());
    (json.to_string(), serde_json::from_value(paragraphs).expect("texts"))
}

#[test]
fn the_text_file_is_cleaned_and_quotes_follow() {
    let (right, paragraphs) = with_text_file();
    let good = paragraphs.join("\r\n\r\n") + "\r\n";
    let words = "The harbour will reopen on Friday";
    assert!(good.contains(words) && right.contains(words));
    let fixed = |file: &str, text: &str| {
        fix("dossier.json", file.as_bytes(), &|_| Ok(text.as_bytes().to_vec()))
    };
    for other in [
        "The harbour\u{a0}will reopen on Friday",
        "The har\u{ad}bour will reo\u{200b}pen on\u{202e} Friday",
        "The harbour will\u{c}reopen on Fri\u{7}day",
    ] {
        let broken = good.replacen(words, other, 1);
        for file in [right.clone(), right.replacen(words, &words.replacen(' ', "\u{a0}", 1), 1)] {
            let fixed = fixed(&file, &broken);
            let text = fixed.text.expect("the text is changed");
            assert_eq!((text.name.as_str(), &text.before), ("a.txt", &broken));
            assert_eq!(text.after, good);
            assert_eq!(fixed.file, right);
            assert!(fixed.loaded.dossier.is_some(), "{:?}", fixed.loaded.diagnostics);
        }
    }
    assert_eq!(fixed(&right, &good).text, None);
    // A file that is missing, or is not text, is left alone.
    assert_eq!(fix("dossier.json", right.as_bytes(), &|_| Err("gone".to_owned())).text, None);
    assert_eq!(fix("dossier.json", right.as_bytes(), &|_| Ok(vec![0xff, 7])).text, None);
}

#[test]
fn the_command_shows_or_writes_the_text_file() {
    let folder = std::env::temp_dir().join(format!("onrecord-fix-text-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let (file, beside) = (folder.join("dossier.json"), folder.join("a.txt"));
    let (json, paragraphs) = with_text_file();
    let good = paragraphs.join("\n\n");
    let broken = good.replacen("will reopen", "will\u{a0}reopen", 1);
    fs::write(&file, &json).expect("written");
    fs::write(&beside, &broken).expect("written");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
        let output = command.arg("fix").arg(&file).args(arguments).output().expect("it runs");
        assert!(output.status.success());
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let shown = run(&["--dry-run"]);
    assert!(shown.contains("will\\u{a0}reopen"), "{shown}");
    assert!(shown.contains("\n  a.txt: makes a no-break space a space"), "{shown}");
    assert_eq!(fs::read_to_string(&beside).expect("read"), broken);
    run(&[]);
    assert_eq!(fs::read_to_string(&beside).expect("read"), good);
    assert_eq!(fs::read_to_string(&file).expect("read"), json);
    fs::remove_dir_all(&folder).expect("removed");
}
