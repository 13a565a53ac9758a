//! The annotator in a browser: statements made by keyboard alone and by mouse alone, suggestions, names, problems, the
//! preview, scripts from right to left, and accessibility.

mod access;
mod file;
mod hostile;
mod keep;
mod keys;
mod mouse;
mod share;
mod site;
mod states;

use std::fs;
use std::path::Path;
use std::rc::Rc;

use onrecord::model::{Annotator, Archive, Settings};
use onrecord::prerender::{App, Program, Shell, files};
use onrecord::site::Site;
use serde_json::{Value, json};

use crate::reader::Reader;
use crate::scenario::Scenario;
use crate::server::Server;
use crate::wait::{OrFailed, Outcome, until};

pub fn scenarios() -> Vec<Scenario> {
    let all = [
        keys::scenarios(),
        mouse::scenarios(),
        states::scenarios(),
        access::scenarios(),
        file::scenarios(),
        keep::scenarios(),
        site::scenarios(),
        share::scenarios(),
        hostile::scenarios(),
    ];
    all.into_iter().flatten().collect()
}

/// The page.
const PAGE: &str = "annotate/";

/// An article with a quotation, a pronoun, a chain and a number.
const ARTICLE: &str = "Harbour bridge to stay shut until spring

The bridge over the harbour will stay closed until April, the port authority said on Tuesday.

\"We found cracks in two of the main cables,\" Anna Lund, the authority's director, told the Lindhavn Courier. She said that repairs would cost 4.2 million euros.

Mayor Erik Dahl denied that he had known. \"I was told last week,\" he said.

About 12,000 people cross the bridge each day.";

/// Serves a site without dossiers that has the annotator, and opens it.
async fn open(reader: &mut Reader, name: &str) -> Outcome {
    host(reader, name).await?;
    reader.open(PAGE).await
}

/// Runs code before the annotator starts, on each page of the server.
fn before(reader: &Reader, code: &'static str) {
    reader.server.rewrite_bytes("/annotate-", move |file| {
        let is_script = file.starts_with(b"// Starts");
        Some(if is_script { [code.as_bytes(), &file].concat() } else { file })
    });
}

/// Serves a site without dossiers that has the annotator.
async fn host(reader: &mut Reader, name: &str) -> Outcome {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = folder.join(format!("annotate-{name}-{}", reader.engine));
    let read = |file: &str| fs::read(file).or_failed(format_args!("read {file}: run 'make app'"));
    let program = |name: &str| -> Outcome<Program> {
        let module = read(&format!("app/{name}.js"))?;
        Ok(Program { module, wasm: read(&format!("app/{name}_bg.wasm"))? })
    };
    let shell = Shell::new(App { reader: program("app")?, annotator: program("annotator")? });
    let settings = Settings { annotator: Annotator::OwnFiles, ..Settings::default() };
    let site = Site::new(Archive { dossiers: Vec::new() }).with_settings(settings);
    for file in files(&Rc::new(site), &shell) {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(&folder)).or_failed("make a folder")?;
        fs::write(&path, &file.bytes).or_failed("write a file")?;
    }
    reader.server = Rc::new(Server::start(&folder, "/desk/").await?);
    Ok(())
}

/// Opens the annotator with a text, as if it had been pasted, and confirms what was recognised.
async fn begin(reader: &mut Reader, name: &str, text: &str) -> Outcome {
    open(reader, name).await?;
    paste(reader, text).await?;
    reader.click(".slip-foot .strong").await?;
    reader.wait_for("the panel to close", "!document.querySelector('.slip .fields')").await
}

/// Pastes a text, and begins.
async fn paste(reader: &Reader, text: &str) -> Outcome {
    let set = format!("void (document.getElementById('paste').value = {})", json!(text));
    reader.eval(&set).await?;
    reader.click(".desk-start .strong").await?;
    reader.wait_for("the text", "document.querySelector('.desk-sheet')").await
}

/// Returns the text of the elements that a selector finds, whether they are on screen or not.
async fn contents(reader: &Reader, css: &str) -> Outcome<Vec<String>> {
    let all = format!(
        "[...document.querySelectorAll({})].map((it) => it.textContent.trim())",
        json!(css)
    );
    serde_json::from_value(reader.eval(&all).await?).or_failed(format_args!("read every {css}"))
}

/// Changes the title, through the panel with the details.
async fn rename(reader: &Reader, title: &str) -> Outcome {
    reader.click("button[aria-label='Edit title and details']").await?;
    reader.wait_for("the panel", &has(".slip .fields")).await?;
    reader.type_over(".slip .fields input", title).await?;
    reader.press("Enter").await?;
    contains(reader, "#title", title).await
}

/// Waits until every change is in the file. While it is being saved, the line ends in an ellipsis.
async fn no_changes(reader: &Reader) -> Outcome {
    let is_saved = "!/[·…]/.test(document.querySelector('#kept').textContent)";
    reader.wait_for("no changes", is_saved).await
}

/// Waits until the first match contains a text.
async fn contains(reader: &Reader, css: &str, text: &str) -> Outcome {
    let content = format!("document.querySelector({})?.textContent", json!(css));
    until(&format!("{css} to contain {text:?}"), async || match reader.eval(&content).await? {
        Value::String(now) if now.contains(text) => Ok(()),
        now => Err(now.to_string()),
    })
    .await
}

/// Returns an expression that is true if the page has an element.
fn has(css: &str) -> String {
    format!("Boolean(document.querySelector({}))", json!(css))
}

/// Selects words with the mouse, from the middle of the first character to that of the last.
async fn drag(reader: &Reader, words: &str) -> Outcome {
    let places = format!(
        "(() => {{
            const words = {};
            const unit = [...document.querySelectorAll('[data-unit]')].find((it) => it.textContent.includes(words));
            const start = unit.textContent.indexOf(words);
            const at = (offset) => {{
                const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
                for (let node; (node = walker.nextNode()); offset -= node.length) {{
                    if (offset < node.length) {{
                        const range = document.createRange();
                        range.setStart(node, offset);
                        range.setEnd(node, offset + 1);
                        const box = range.getBoundingClientRect();
                        return [Math.round((box.left + box.right) / 2), Math.round((box.top + box.bottom) / 2)];
                    }}
                }}
            }};
            unit.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            return [at(start), at(start + words.length - 1)];
        }})()",
        json!(words)
    );
    let places: [[f64; 2]; 2] =
        serde_json::from_value(reader.eval(&places).await?).or_failed("find the words")?;
    reader.drag(places[0], places[1]).await?;
    reader.wait_for("the words to be selected", &has(".desk-bar")).await
}
