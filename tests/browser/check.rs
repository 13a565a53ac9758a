//! The checks that follow every scenario: the page logged nothing on the console, kept to its
//! content security policy, sent no request to another origin, and asked for no missing file.

use serde_json::Value;

use crate::engine::Engine;
use crate::reader::Reader;
use crate::server::BLANK_PATH;
use crate::wait::{OrFailed, Outcome};

/// Maximum number of lines reported of one problem: the location and message of a panic, without
/// its stack.
const MAX_LINES: usize = 3;

/// Lists everything that went wrong in the session so far, each problem once.
pub async fn problems(reader: &Reader) -> Outcome<Vec<String>> {
    let mut found = reader.earlier.clone();
    found.extend(missing(reader));
    if reader.engine == Engine::Chromium {
        found.extend(logged(reader).await?);
        found.extend(requested(reader).await?);
    }
    if !reader.setup.no_script {
        found.extend(recorded(reader).await?);
    }
    let mut problems: Vec<String> = Vec::new();
    for problem in found {
        let lines = problem.lines().filter(|line| !line.trim().is_empty());
        let problem = lines.take(MAX_LINES).collect::<Vec<_>>().join("\n");
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    Ok(problems)
}

fn missing(reader: &Reader) -> Vec<String> {
    let hits = reader.server.hits().into_iter().filter(|hit| hit.status >= 400);
    hits.map(|hit| format!("{} for {}", hit.status, hit.path)).collect()
}

/// Returns the problems that the recorder noted on all pages of the origin.
async fn recorded(reader: &Reader) -> Outcome<Vec<String>> {
    if reader.eval("location.origin").await? != reader.server.origin {
        reader.visit(&format!("{}{BLANK_PATH}", reader.server.origin)).await?;
    }
    let notes = "window.__record ?? JSON.parse(sessionStorage.getItem('__record'))";
    let notes = reader.eval(&format!("(window.__flush?.(), {notes})")).await?;
    let notes: Option<Vec<(String, String)>> =
        serde_json::from_value(notes).or_failed("read the recorder's notes")?;
    let notes = notes.ok_or("the recorder never ran: was no page of the bundle opened?")?;
    Ok(notes.into_iter().map(|(kind, text)| format!("{kind}: {text}")).collect())
}

/// Returns the problems that Chromium itself logged: failed loads, deprecations, interventions. The
/// recorder has the page's own messages.
async fn logged(reader: &Reader) -> Outcome<Vec<String>> {
    let entries = reader.log("browser").await?;
    let serious = entries.iter().filter(|entry| {
        entry["source"] != "console-api"
            && (entry["level"] == "WARNING" || entry["level"] == "SEVERE")
    });
    let messages = serious.filter_map(|entry| entry["message"].as_str());
    Ok(messages.map(|message| format!("browser log: {message}")).collect())
}

/// Returns the requests to other origins in Chromium's network log, including preloads, workers and
/// navigations.
async fn requested(reader: &Reader) -> Outcome<Vec<String>> {
    let entries = reader.log("performance").await?;
    let urls = entries.iter().filter_map(|entry| {
        let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let event = &event["message"];
        let sent = event["method"] == "Network.requestWillBeSent";
        event["params"]["request"]["url"].as_str().filter(|_| sent).map(str::to_owned)
    });
    let own = format!("{}/", reader.server.origin);
    let foreign = urls.filter(|url| url.starts_with("http") && !url.starts_with(&own));
    Ok(foreign.map(|url| format!("foreign request: {url}")).collect())
}
