//! Tests of the harness itself on a tiny bundle: the methods of a reader work, and each check fails
//! when it should.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;

use crate::engine::{Engine, Setup};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::server::Server;
use crate::wait::{Outcome, until, until_within};

pub fn scenarios() -> Vec<Scenario> {
    let dark = Setup { dark: true, ..Setup::default() };
    let reduced_motion = Setup { reduced_motion: true, ..Setup::default() };
    let forced = Setup { forced_colors: true, ..Setup::default() };
    let no_script = Setup { no_script: true, ..Setup::default() };
    let no_load_wait = Setup { no_load_wait: true, ..Setup::default() };
    let scenarios = vec![
        scenario!(a_reader_clicks_types_and_goes_back),
        scenario!(a_reader_uses_the_keyboard),
        scenario!(a_reader_resizes_the_window),
        scenario!(a_host_redirects_and_has_a_404_page).allow("404"),
        scenario!(a_host_serves_at_its_root).under("/"),
        scenario!(a_response_is_held_back).with(no_load_wait),
        scenario!(a_reader_starts_over),
        scenario!(axe_reports_a_missing_alternative_text),
        scenario!(a_reader_prefers_dark).with(dark),
        scenario!(a_reader_prefers_reduced_motion).with(reduced_motion),
        scenario!(a_reader_forces_colors).with(forced).on(&[Engine::Chromium, Engine::Firefox]),
        scenario!(a_reader_has_no_script).with(no_script).on(&[Engine::Chromium, Engine::Firefox]),
        scenario!(console_error).must_fail("console.error: boom 1"),
        scenario!(console_warning).must_fail("console.warn: careful"),
        scenario!(uncaught_error).must_fail("uncaught error: "),
        scenario!(unhandled_rejection).must_fail("unhandled rejection: Error: no"),
        scenario!(broken_policy).must_fail("policy violation: script-src-elem inline"),
        scenario!(missing_file).must_fail("404 for /some/dir/nowhere.png"),
        scenario!(foreign_request).must_fail("foreign request: http://127.0.0.1:"),
        scenario!(failed_assertion).must_fail("left: \"A tiny bundle\""),
        scenario!(endless_wait).must_fail("waited 1 s for the impossible; last state: false"),
    ];
    match bundle() {
        Ok(folder) => {
            scenarios.into_iter().map(|scenario| scenario.serving(folder.clone())).collect()
        }
        Err(error) => panic!("failed to write the bundle of the self-tests ({error})"),
    }
}

async fn a_reader_clicks_types_and_goes_back(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    reader.type_into("#name", "née").await?;
    reader.wait_for_text("#echo", "née").await?;
    reader.wait_for_place("?name=n%C3%A9e").await?;
    reader.choose("#kind", "demand").await?;
    reader.wait_for_text("#echo", "demand").await?;
    reader.click_text("Second page").await?;
    reader.wait_for_place("second/").await?;
    assert_eq!(reader.title().await?, "Second");
    reader.back().await?;
    reader.wait_for_text("h1", "A tiny bundle").await?;
    reader.forward().await?;
    reader.wait_for_place("second/").await?;
    reader.reload().await?;
    assert_eq!(reader.attr("html", "lang").await?.as_deref(), Some("en"));
    assert_eq!(reader.texts("h1").await?, ["Second"]);
    assert_eq!(reader.count("h1").await?, 1);
    Ok(())
}

async fn a_reader_uses_the_keyboard(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    reader.press("/").await?;
    reader
        .wait_for("the shortcut to move the focus", "document.activeElement.id === 'name'")
        .await?;
    reader.press("x").await?;
    reader.wait_for_text("#echo", "x").await?;
    reader.press("Tab").await?;
    reader.wait_for("the focus to move on", "document.activeElement.id === 'kind'").await?;
    reader.press("Shift+Tab").await?;
    reader.wait_for("the focus to move back", "document.activeElement.id === 'name'").await?;
    reader.press("Control+a").await?;
    reader.press("Delete").await?;
    reader.wait_for_text("#echo", "").await
}

async fn a_reader_resizes_the_window(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    reader.viewport(1440, 900).await?;
    reader.viewport(600, 800).await?;
    reader.open_in_frame(320, "second/").await?;
    assert_eq!(reader.eval("innerWidth").await?, json!(320));
    assert_eq!(reader.text("h1").await?, "Second");
    Ok(())
}

async fn a_host_redirects_and_has_a_404_page(reader: &mut Reader) -> Outcome {
    reader.goto("second?q=1").await?;
    assert_eq!(reader.place().await?, "second/?q=1");
    reader.goto("second/third/").await?;
    assert_eq!(reader.text("h1").await?, "Not here");
    let hits = reader.server.hits();
    let statuses: Vec<_> =
        hits.iter().filter(|hit| !hit.path.ends_with(".js")).map(|hit| hit.status).collect();
    assert_eq!(statuses, [301, 200, 404]);
    Ok(())
}

async fn a_host_serves_at_its_root(reader: &mut Reader) -> Outcome {
    reader.open("second/").await?;
    assert_eq!(reader.url().await?, format!("{}/second/", reader.server.origin));
    Ok(())
}

async fn a_response_is_held_back(reader: &mut Reader) -> Outcome {
    let hold = reader.server.hold("app.js");
    reader.goto("").await?;
    until("a request for the script", async || {
        let hits = reader.server.hits();
        let is_requested = hits.iter().any(|hit| hit.path.ends_with("app.js"));
        if is_requested { Ok(()) } else { Err(format!("{hits:?}")) }
    })
    .await?;
    assert_eq!(reader.text("h1").await?, "A tiny bundle");
    assert_eq!(reader.attr("html", "data-ready").await?, None);
    hold.release();
    reader.ready().await
}

async fn a_reader_starts_over(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    reader.eval("localStorage.setItem('left', 'behind')").await?;
    reader.restart().await?;
    reader.open("").await?;
    assert_eq!(reader.eval("localStorage.length").await?, json!(0));
    Ok(())
}

async fn axe_reports_a_missing_alternative_text(reader: &mut Reader) -> Outcome {
    reader.open("second/").await?;
    assert_eq!(reader.axe().await?, Vec::<String>::new());
    reader.eval("document.querySelector('main').append(new Image())").await?;
    assert_eq!(reader.axe().await?, ["image-alt (critical): img"]);
    Ok(())
}

async fn a_reader_prefers_dark(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    reader.wait_for("a dark scheme", "matchMedia('(prefers-color-scheme: dark)').matches").await
}

async fn a_reader_prefers_reduced_motion(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    reader
        .wait_for("reduced motion", "matchMedia('(prefers-reduced-motion: reduce)').matches")
        .await
}

async fn a_reader_forces_colors(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    reader.wait_for("forced colours", "matchMedia('(forced-colors: active)').matches").await
}

async fn a_reader_has_no_script(reader: &mut Reader) -> Outcome {
    reader.goto("").await?;
    assert_eq!(reader.texts("noscript").await?, ["Without script"]);
    reader.click("a").await?;
    reader.wait_for_place("second/").await?;
    assert_eq!(reader.attr("html", "data-ready").await?, None);
    Ok(())
}

async fn console_error(reader: &mut Reader) -> Outcome {
    reader.open("?do=error").await?;
    // Messages of one page are still known on the next.
    reader.open("second/").await
}

async fn console_warning(reader: &mut Reader) -> Outcome {
    reader.open("?do=warn").await
}

async fn uncaught_error(reader: &mut Reader) -> Outcome {
    reader.open("?do=throw").await
}

async fn unhandled_rejection(reader: &mut Reader) -> Outcome {
    reader.open("?do=reject").await
}

async fn broken_policy(reader: &mut Reader) -> Outcome {
    reader.open("?do=inline").await?;
    // The browser reports the violation in a separate task, which may run after the app's.
    reader.wait_for("the report of the violation", "window.__record.length").await
}

async fn missing_file(reader: &mut Reader) -> Outcome {
    reader.open("?do=image&from=nowhere.png").await?;
    reader.wait_for("the image to fail", "document.querySelector('img').complete").await
}

async fn foreign_request(reader: &mut Reader) -> Outcome {
    let other = Server::start(&std::env::temp_dir(), "/").await?;
    reader.open(&format!("?do=image&from={}/pixel.png", other.origin)).await?;
    until("a request to the other origin", async || {
        other.hits().first().map(drop).ok_or_else(|| "no request".to_owned())
    })
    .await?;
    reader.wait_for("the image to fail", "document.querySelector('img').complete").await
}

async fn failed_assertion(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    assert_eq!(reader.text("h1").await?, "A heading of another bundle");
    Ok(())
}

async fn endless_wait(reader: &mut Reader) -> Outcome {
    reader.open("").await?;
    let second = Duration::from_secs(1);
    until_within(second, "the impossible", async || reader.check("1 > 2").await).await
}

/// Writes the tiny bundle and returns its folder.
fn bundle() -> std::io::Result<PathBuf> {
    let folder = PathBuf::from("target/browser-selftest");
    std::fs::create_dir_all(folder.join("second"))?;
    for (name, text) in [
        ("index.html", page("./", "A tiny bundle", BODY)),
        ("second/index.html", page("../", "Second", "")),
        ("404.html", page("/some/dir/", "Not here", "")),
        ("app.js", APP.to_owned()),
    ] {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(folder)
}

fn page(root: &str, title: &str, body: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; img-src 'self' http:">
<title>{title}</title>
<script type="module" src="{root}app.js"></script>
</head>
<body><main><h1>{title}</h1>{body}</main></body>
</html>
"#
    )
}

const BODY: &str = r#"
<noscript>Without script</noscript>
<label>Name <input id="name"></label>
<select id="kind" aria-label="Kind"><option>assertion</option><option>demand</option></select>
<output id="echo"></output>
<a href="second/">Second page</a>"#;

/// Replaces the app. The page's query selects what it does wrong.
const APP: &str = r#"
const query = new URLSearchParams(location.search);
const act = {
  error: () => console.error("boom", 1),
  warn: () => console.warn("careful"),
  throw: () => setTimeout(() => { throw new Error("no"); }),
  reject: () => { Promise.reject(new Error("no")); },
  inline: () => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'broken'";
    document.body.append(script);
  },
  image: () => {
    const image = new Image();
    image.src = query.get("from");
    document.body.append(image);
  },
};
act[query.get("do")]?.();

const echo = document.getElementById("echo");
const name = document.getElementById("name");
name?.addEventListener("input", () => {
  echo.value = name.value;
  history.replaceState(null, "", `?name=${encodeURIComponent(name.value)}`);
});
document.getElementById("kind")?.addEventListener("change", (event) => { echo.value = event.target.value; });
addEventListener("keydown", (event) => {
  if (event.key !== "/" || document.activeElement === name) return;
  event.preventDefault();
  name.focus();
});
// A timer runs after the errors above have been reported.
setTimeout(() => { document.documentElement.dataset.ready = "true"; });
"#;
