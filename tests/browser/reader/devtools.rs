//! Commands that only Chromium's driver knows, in addition to the WebDriver standard.

use fantoccini::wd::WebDriverCompatibleCommand;
use hyper::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::Reader;
use crate::engine::Setup;
use crate::wait::{OrFailed, Outcome, command};

impl Reader {
    /// Sends a command of the Chrome DevTools Protocol, such as `Network.emulateNetworkConditions`.
    pub async fn cdp(&self, name: &str, parameters: Value) -> Outcome<Value> {
        let body = json!({ "cmd": name, "params": parameters });
        self.issue("goog/cdp/execute", body).await.map_err(|error| format!("{name}: {error}"))
    }

    /// Returns the entries of a log (`browser` or `performance`) since the last call.
    pub async fn log(&self, kind: &str) -> Outcome<Vec<Value>> {
        let entries = self.issue("se/log", json!({ "type": kind })).await?;
        serde_json::from_value(entries).or_failed(format_args!("read the {kind} log"))
    }

    pub(super) async fn emulate_media(&self) -> Outcome {
        let Setup { dark, reduced_motion, forced_colors, .. } = self.setup;
        let scheme = if dark { "dark" } else { "light" };
        let motion = if reduced_motion { "reduce" } else { "no-preference" };
        let forced = if forced_colors { "active" } else { "none" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": motion },
            { "name": "forced-colors", "value": forced },
        ]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }

    pub(super) async fn emulate_viewport(&self, width: u32, height: u32) -> Outcome {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    async fn issue(&self, path: &'static str, body: Value) -> Outcome<Value> {
        let sent = self.client.issue_cmd(Command { path, body });
        command(format_args!("send {path}"), sent).await
    }
}

#[derive(Debug)]
struct Command {
    /// Path below the session's.
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
