//! The check that follows every scenario: a healthy page says nothing on the console, keeps its own policy, asks no
//! other origin for anything, and asks for nothing that is not there.

use serde_json::Value;

use crate::engine::Engine;
use crate::reader::Reader;
use crate::server::BLANK_PATH;
use crate::wait::{OrFailed, Outcome};

/// All that went wrong so far in the session, a line each.
pub async fn problems(reader: &Reader) -> Outcome<Vec<String>> {
    let mut problems = reader.earlier.clone();
    problems.extend(missing(reader));
    if reader.engine == Engine::Chromium {
        problems.extend(logged(reader).await?);
        problems.extend(requested(reader).await?);
    }
    if !reader.setup.no_script {
        problems.extend(recorded(reader).await?);
    }
    let mut seen = Vec::new();
    problems.retain(|problem| {
        !seen.contains(problem) && {
            seen.push(problem.clone());
            true
        }
    });
    Ok(problems)
}

fn missing(reader: &Reader) -> Vec<String> {
    let hits = reader.server.hits().into_iter();
    hits.filter(|hit| hit.status >= 400)
        .map(|hit| format!("{} for {}", hit.status, hit.path))
        .collect()
}

/// What the recorder noted on all pages of the origin.
async fn recorded(reader: &Reader) -> Outcome<Vec<String>> {
    if reader.eval("location.origin").await? != reader.server.origin {
        reader.visit(&format!("{}{BLANK_PATH}", reader.server.origin)).await?;
    }
    let notes =
        reader.eval("(window.__flush?.(), JSON.parse(sessionStorage.getItem('__record')))").await?;
    let notes: Option<Vec<(String, String)>> =
        serde_json::from_value(notes).or_failed("read the recorder's notes")?;
    let notes = notes.ok_or("the recorder never ran: was no page of the bundle opened?")?;
    Ok(notes.into_iter().map(|(kind, text)| format!("{kind}: {text}")).collect())
}

/// What Chromium itself logged: failed loads, deprecations, interventions. The page's own messages are the recorder's.
async fn logged(reader: &Reader) -> Outcome<Vec<String>> {
    let entries = reader.log("browser").await?;
    let own = entries.iter().filter(|entry| entry["source"] != "console-api");
    let grave = own.filter(|entry| entry["level"] == "WARNING" || entry["level"] == "SEVERE");
    Ok(grave
        .map(|entry| format!("browser log: {}", entry["message"].as_str().unwrap_or_default()))
        .collect())
}

/// Every request to another origin that Chromium's network log holds, be it a preload, a worker's or a navigation.
async fn requested(reader: &Reader) -> Outcome<Vec<String>> {
    let entries = reader.log("performance").await?;
    let urls = entries.iter().filter_map(|entry| {
        let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let event = &event["message"];
        (event["method"] == "Network.requestWillBeSent")
            .then(|| event["params"]["request"]["url"].as_str().map(str::to_owned))?
    });
    let own = format!("{}/", reader.server.origin);
    let foreign = urls.filter(|url| url.starts_with("http") && !url.starts_with(&own));
    Ok(foreign.map(|url| format!("foreign request: {url}")).collect())
}
