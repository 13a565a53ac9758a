//! `onrecord serve` in a browser: an editor changes a dossier, and the open page follows.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::json;

use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::{OrFailed, Outcome};

pub fn scenarios() -> Vec<Scenario> {
    // It has an origin of its own, and answers 500 while a dossier is broken.
    let scenario = |scenario: Scenario| {
        scenario.allow("foreign request: http://127.0.0.1:").allow("status of 500")
    };
    vec![
        scenario(scenario!(a_page_follows_the_dossier_that_an_editor_changes)).allow("404"),
        scenario(scenario!(a_report_takes_the_place_of_the_page_until_the_dossier_is_corrected)),
    ]
}

const DOSSIER: &str = "static/dossiers/shafaq-2026-01-06.json";
const LIST: &str = "shafaq-2026-01-06/";
const ARTICLE: &str = "shafaq-2026-01-06/article/";
const STATEMENT: &str = "shafaq-2026-01-06/statements/mechanism-agreement/";

/// A site in a temporary folder, served until dropped.
struct Served {
    child: Child,
    address: String,
    folder: PathBuf,
    text: String,
}

impl Served {
    fn start(reader: &Reader, name: &str) -> Outcome<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let folder = folder.join(format!("browser-{name}-{}", reader.engine));
        fs::create_dir_all(folder.join("dossiers")).or_failed("make a folder")?;
        let text = fs::read_to_string(DOSSIER).or_failed("read the dossier")?;
        fs::write(folder.join("dossiers/report.json"), &text).or_failed("write the dossier")?;
        let mut child = Command::new(env!("CARGO_BIN_EXE_onrecord"))
            .arg("serve")
            .arg(&folder)
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .or_failed("start the server")?;
        let mut address = String::new();
        let out = child.stdout.take().ok_or("the server has no output")?;
        BufReader::new(out).read_line(&mut address).or_failed("read the address")?;
        Ok(Self { child, address: address.trim().to_owned(), folder, text })
    }

    /// Saves the dossier with another text in place of one.
    fn save(&self, from: &str, to: &str) -> Outcome {
        assert!(self.text.contains(from), "{from}");
        let text = self.text.replace(from, to);
        fs::write(self.folder.join("dossiers/report.json"), text).or_failed("save the dossier")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

const TITLE: &str = "Reports on Israel–Syria talks in Paris";
const OTHER_TITLE: &str = "What was said about the talks in Paris";
const GIST: &str = "Says Israel and Syria agreed to set up a communication mechanism.";
const OTHER_GIST: &str = "Says that a mechanism for communication was agreed.";

fn shows(text: &str) -> String {
    format!("document.body.textContent.includes({})", json!(text))
}

async fn a_page_follows_the_dossier_that_an_editor_changes(reader: &mut Reader) -> Outcome {
    // The recorder needs a page of the bundle.
    reader.open("").await?;
    let served = Served::start(reader, "follow")?;
    let list = format!("{}{LIST}?q=israel", served.address);
    reader.visit(&list).await?;
    reader.ready().await?;
    assert!(reader.text("h1").await?.contains(TITLE));
    let tally = reader.text("#tally").await?;
    served.save(TITLE, OTHER_TITLE)?;
    reader.wait_for("the new title", &shows(OTHER_TITLE)).await?;
    reader.ready().await?;
    // The address, and with it the view, is the same.
    assert_eq!(reader.url().await?, list);
    reader.wait_for_text("#tally", &tally).await?;
    reader.check(&format!("!{}", shows(TITLE))).await?;

    reader.visit(&format!("{}{STATEMENT}", served.address)).await?;
    reader.wait_for("a static page", &shows(GIST)).await?;
    served.save(GIST, OTHER_GIST)?;
    reader.wait_for("the new summary", &shows(OTHER_GIST)).await?;

    // A page that does not exist yet appears when it does.
    reader.visit(&format!("{}{LIST}statements/renamed/", served.address)).await?;
    reader.wait_for_text("h1", "Page not found").await?;
    served.save("\"mechanism-agreement\"", "\"renamed\"")?;
    reader.wait_for("the page", &format!("!{}", shows("Page not found"))).await?;
    // A page that is open when its server ends logs an error.
    reader.goto("").await
}

async fn a_report_takes_the_place_of_the_page_until_the_dossier_is_corrected(
    reader: &mut Reader,
) -> Outcome {
    reader.open("").await?;
    let served = Served::start(reader, "report")?;
    let article = format!("{}{ARTICLE}", served.address);
    reader.visit(&article).await?;
    reader.ready().await?;
    served.save(&format!("\"{GIST}\""), "3")?;
    reader.wait_for_text("h1", "1 problem in dossiers/report.json").await?;
    assert_eq!(reader.title().await?, "1 problem in dossiers/report.json");
    assert_eq!(reader.url().await?, article);
    assert_eq!(reader.text("mark").await?, "3");
    let found = reader.axe().await?;
    assert!(found.is_empty(), "{found:#?}");

    reader.click_text("Show the last good version").await?;
    reader.wait_for("the older page", "Boolean(document.querySelector('.old-state'))").await?;
    reader.ready().await?;
    assert_eq!(reader.url().await?, format!("{}_serve/last/{ARTICLE}", served.address));
    // Its style sheet has arrived.
    reader
        .check("getComputedStyle(document.querySelector('.old-state')).position === 'sticky'")
        .await?;
    reader.click_text("Show the report").await?;
    reader.wait_for_text("mark", "3").await?;
    // Another error replaces the first in the report.
    served.save(&format!("\"{GIST}\""), "[]")?;
    reader.wait_for_text("mark", "[]").await?;
    served.save(GIST, GIST)?;
    reader.wait_for("the page", "Boolean(document.querySelector('#app'))").await?;
    assert_eq!(reader.url().await?, article);
    reader.ready().await?;
    reader.goto("").await
}
