//! A reader at a browser: what scenarios act through. Each method does what a person does, waiting until the page
//! lets them; none retries an action.

use std::fmt::Display;
use std::path::Path;
use std::rc::Rc;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::check::problems;
use crate::driver::Driver;
use crate::engine::{Engine, Setup};
use crate::server::Server;
use crate::wait::{Outcome, until};

/// A fresh browser session, looking at one served bundle.
pub struct Reader {
    pub engine: Engine,
    pub setup: Setup,
    pub server: Rc<Server>,
    /// What went wrong in this reader's earlier sessions.
    pub earlier: Vec<String>,
    client: Client,
    // Dropped last: the session lives in it.
    _driver: Driver,
}

impl Reader {
    /// Opens a browser without history, cache or storage.
    pub async fn start(engine: Engine, setup: Setup, server: Rc<Server>) -> Outcome<Self> {
        if !engine.emulates(setup) {
            return Err(format!("{engine} cannot be told of {setup:?}"));
        }
        let driver = Driver::start(engine, setup).await?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(setup))
            .connect(&driver.url)
            .await
            .map_err(|e| failed("open a session", e))?;
        let reader = Self { engine, setup, server, earlier: Vec::new(), client, _driver: driver };
        if engine == Engine::Chromium {
            reader.emulate().await?;
        }
        Ok(reader)
    }

    async fn emulate(&self) -> Outcome {
        let Setup { dark, reduced_motion, forced_colors, .. } = self.setup;
        let features = json!([
            { "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } },
            { "name": "prefers-reduced-motion", "value": if reduced_motion { "reduce" } else { "no-preference" } },
            { "name": "forced-colors", "value": if forced_colors { "active" } else { "none" } },
        ]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }

    /// Starts over as another reader would: in a browser without history, cache or storage, with nothing open.
    pub async fn restart(&mut self) -> Outcome {
        let earlier = problems(self).await?;
        let fresh = Self::start(self.engine, self.setup, Rc::clone(&self.server)).await?;
        let old = std::mem::replace(self, Self { earlier, ..fresh });
        old.leave().await
    }

    /// Ends the session, and with it the browser.
    pub async fn leave(&self) -> Outcome {
        self.client.clone().close().await.map_err(|e| failed("end the session", e))
    }

    // Going places.

    /// Opens a path inside the bundle, such as `about/` or `?q=timeline`.
    pub async fn goto(&self, path: &str) -> Outcome {
        self.visit(&self.server.url(path)).await
    }

    /// Opens any address.
    pub async fn visit(&self, url: &str) -> Outcome {
        self.client.goto(url).await.map_err(|e| failed(&format!("open {url}"), e))
    }

    /// Opens a path and waits until the app has taken over.
    pub async fn open(&self, path: &str) -> Outcome {
        self.goto(path).await?;
        self.ready().await
    }

    /// Waits until the app has taken over the prerendered page.
    pub async fn ready(&self) -> Outcome {
        self.wait_for("the app to take over", "document.documentElement.dataset.ready === 'true'")
            .await
    }

    pub async fn back(&self) -> Outcome {
        self.client.back().await.map_err(|e| failed("go back", e))
    }

    pub async fn forward(&self) -> Outcome {
        self.client.forward().await.map_err(|e| failed("go forward", e))
    }

    pub async fn reload(&self) -> Outcome {
        self.client.refresh().await.map_err(|e| failed("reload", e))
    }

    // Acting.

    /// Clicks the first match, once it is shown and enabled.
    pub async fn click(&self, css: &str) -> Outcome {
        let element = self.usable(Locator::Css(css), css).await?;
        element.click().await.map_err(|e| failed(&format!("click {css}"), e))
    }

    /// Clicks the first link, button, label or summary with exactly this text.
    pub async fn click_text(&self, text: &str) -> Outcome {
        let quote = if text.contains('"') { '\'' } else { '"' };
        let xpath = format!(
            "//*[self::a or self::button or self::label or self::summary][normalize-space()={quote}{text}{quote}]"
        );
        let element = self.usable(Locator::XPath(&xpath), text).await?;
        element.click().await.map_err(|e| failed(&format!("click “{text}”"), e))
    }

    /// Types into the first match, once it is shown and enabled, after what stands there.
    pub async fn type_into(&self, css: &str, text: &str) -> Outcome {
        let element = self.usable(Locator::Css(css), css).await?;
        element.send_keys(text).await.map_err(|e| failed(&format!("type into {css}"), e))
    }

    /// Chooses the option with this label in a `<select>`.
    pub async fn choose(&self, css: &str, label: &str) -> Outcome {
        let element = self.usable(Locator::Css(css), css).await?;
        element
            .select_by_label(label)
            .await
            .map_err(|e| failed(&format!("choose “{label}” in {css}"), e))
    }

    /// Presses a key wherever the focus is: `/`, `Enter`, `Shift+Tab`, `Control+a`.
    pub async fn press(&self, chord: &str) -> Outcome {
        let keys =
            chord.split_inclusive('+').map(|part| key(part.strip_suffix('+').unwrap_or(part)));
        let keys: Vec<char> =
            keys.collect::<Option<_>>().ok_or_else(|| format!("no key is called {chord:?}"))?;
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let actions = down
            .chain(up)
            .fold(KeyActions::new("keyboard".into()), |actions, key| actions.then(key));
        self.client.perform_actions(actions).await.map_err(|e| failed(&format!("press {chord}"), e))
    }

    /// Makes the viewport this large, in CSS pixels. Fails where the engine's window cannot be so narrow.
    pub async fn viewport(&self, width: u32, height: u32) -> Outcome {
        if self.engine == Engine::Chromium {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        } else {
            let frame = self.eval("[outerWidth - innerWidth, outerHeight - innerHeight]").await?;
            let frame = |side: usize| {
                frame[side].as_u64().and_then(|px| u32::try_from(px).ok()).unwrap_or(0)
            };
            let resized = self.client.set_window_size(width + frame(0), height + frame(1)).await;
            resized.map_err(|e| failed("resize the window", e))?;
        }
        self.wait_for(&format!("a viewport of {width} px"), &format!("innerWidth === {width}"))
            .await
    }

    // Looking.

    /// The rendered text of the first match, once there is one.
    pub async fn text(&self, css: &str) -> Outcome<String> {
        let element = self.found(Locator::Css(css), css).await?;
        element.text().await.map_err(|e| failed(&format!("read {css}"), e))
    }

    /// The rendered text of every match there is now.
    pub async fn texts(&self, css: &str) -> Outcome<Vec<String>> {
        let texts = self
            .eval(&format!(
                "[...document.querySelectorAll({})].map((e) => e.innerText)",
                json!(css)
            ))
            .await?;
        serde_json::from_value(texts).map_err(|e| failed(&format!("read every {css}"), e))
    }

    /// An attribute of the first match, once there is one.
    pub async fn attr(&self, css: &str, name: &str) -> Outcome<Option<String>> {
        let element = self.found(Locator::Css(css), css).await?;
        element.attr(name).await.map_err(|e| failed(&format!("read {name} of {css}"), e))
    }

    /// How many match now.
    pub async fn count(&self, css: &str) -> Outcome<usize> {
        let all = self
            .client
            .find_all(Locator::Css(css))
            .await
            .map_err(|e| failed(&format!("count {css}"), e))?;
        Ok(all.len())
    }

    /// The absolute address in the address bar.
    pub async fn url(&self) -> Outcome<String> {
        let url = self.client.current_url().await.map_err(|e| failed("read the address", e))?;
        Ok(url.into())
    }

    /// The address in the address bar from the bundle's root on, such as `about/?q=x#top`.
    pub async fn place(&self) -> Outcome<String> {
        let url = self.url().await?;
        url.strip_prefix(&self.server.url(""))
            .map(str::to_owned)
            .ok_or(format!("{url} is outside the bundle"))
    }

    pub async fn title(&self) -> Outcome<String> {
        self.client.title().await.map_err(|e| failed("read the title", e))
    }

    /// The value of a JavaScript expression.
    pub async fn eval(&self, expression: &str) -> Outcome<Value> {
        let result = self.client.execute(&format!("return ({expression});"), vec![]).await;
        result.map_err(|e| failed(&format!("evaluate {expression}"), e))
    }

    /// Waits until a JavaScript expression is true.
    pub async fn wait_for(&self, what: &str, expression: &str) -> Outcome {
        let expression = format!("Boolean({expression})");
        until(what, async || Ok((self.eval(&expression).await? == true).then_some(()))).await
    }

    /// Waits until the first match shows exactly this text.
    pub async fn wait_for_text(&self, css: &str, text: &str) -> Outcome {
        let what = format!("{css} to read “{text}”");
        until(&what, async || {
            let now = self.text(css).await?;
            if now == text { Ok(Some(())) } else { Err(format!("“{now}”")) }
        })
        .await
    }

    /// Waits until the address is this, from the bundle's root on.
    pub async fn wait_for_place(&self, place: &str) -> Outcome {
        until(&format!("the address {place:?}"), async || {
            let now = self.place().await?;
            if now == place { Ok(Some(())) } else { Err(now) }
        })
        .await
    }

    /// Writes what is on screen to a PNG file.
    pub async fn screenshot(&self, file: &Path) -> Outcome {
        let png = self.client.screenshot().await.map_err(|e| failed("take a screenshot", e))?;
        std::fs::write(file, png).map_err(|e| failed(&format!("write {}", file.display()), e))
    }

    /// What axe-core (the file that `AXE` names) finds against WCAG 2.2 A and AA, one line for each rule broken.
    pub async fn axe(&self) -> Outcome<Vec<String>> {
        let file =
            std::env::var("AXE").map_err(|_| "AXE does not name axe.min.js: run through make")?;
        let axe = std::fs::read_to_string(&file).map_err(|e| failed(&format!("read {file}"), e))?;
        let script = format!("{axe}\n{}", include_str!("axe.js"));
        let lines =
            self.client.execute_async(&script, vec![]).await.map_err(|e| failed("run axe", e))?;
        serde_json::from_value(lines.clone()).map_err(|_| format!("failed to run axe ({lines})"))
    }

    // Chromium's own.

    /// Sends a command of the Chrome DevTools Protocol, such as `Network.emulateNetworkConditions`.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Outcome<Value> {
        self.chromium("goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    /// Takes what has come into one of Chromium's logs (`browser` or `performance`) since the last time.
    pub async fn log(&self, kind: &str) -> Outcome<Vec<Value>> {
        match self.chromium("se/log", json!({ "type": kind })).await? {
            Value::Array(entries) => Ok(entries),
            other => Err(format!("failed to read the {kind} log ({other})")),
        }
    }

    async fn chromium(&self, path: &'static str, body: Value) -> Outcome<Value> {
        let shown = format!("send {path} {body}");
        self.client.issue_cmd(Extension { path, body }).await.map_err(|e| failed(&shown, e))
    }

    async fn found(&self, locator: Locator<'_>, what: &str) -> Outcome<Element> {
        until(what, async || self.client.find(locator).await.map(Some).map_err(|e| e.to_string()))
            .await
    }

    async fn usable(&self, locator: Locator<'_>, what: &str) -> Outcome<Element> {
        until(&format!("{what} to be shown and enabled"), async || {
            let element = self.client.find(locator).await.map_err(|e| e.to_string())?;
            let shown = element.is_displayed().await.map_err(|e| e.to_string())?;
            let enabled = element.is_enabled().await.map_err(|e| e.to_string())?;
            Ok((shown && enabled).then_some(element))
        })
        .await
    }
}

/// A command that a driver has beyond the standard's.
#[derive(Debug)]
struct Extension {
    /// Relative to the session.
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// WebDriver's code for a key of this name (as in `KeyboardEvent.key`).
fn key(name: &str) -> Option<char> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter);
    }
    let named = match name {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Home" => Key::Home,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => return Some(' '),
        "Tab" => Key::Tab,
        _ => return None,
    };
    Some(named.into())
}

fn failed(to: &str, cause: impl Display) -> String {
    format!("failed to {to} ({cause})")
}
