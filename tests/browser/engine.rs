//! The browser engines: the programs that each needs, and how it is set up. `driver` starts them.

use std::env;
use std::fmt;
use std::path::PathBuf;
use std::process::Command;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::wait::LIMIT;

const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const FIREFOX: &[&str] = &["firefox-esr", "firefox"];

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// The folder in which browsers save downloads. `driver` tells it to WebKitGTK, which has no setting for it.
pub const DOWNLOADS: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/downloads");

/// Settings of a browser, fixed when it starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Prefers a dark colour scheme.
    pub dark: bool,
    /// Prefers reduced motion.
    pub reduced_motion: bool,
    /// Forces the reader's colours. Not in WebKitGTK, which has no such setting.
    pub forced_colors: bool,
    /// JavaScript is off. Not in WebKitGTK, whose driver needs JavaScript.
    pub no_script: bool,
    /// `goto` returns at once instead of after the page's load event.
    pub no_load_wait: bool,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.to_string() == name)
    }

    /// Names the programs that this engine needs and that are not installed, with their Debian
    /// packages.
    pub fn missing(self) -> Option<String> {
        let (needed, packages): (&[&[&str]], _) = match self {
            Self::Chromium => (&[CHROMIUM, &["chromedriver"]], "chromium chromium-driver"),
            Self::Firefox => (
                &[FIREFOX, &["geckodriver"]],
                "firefox-esr, and `make setup-browsers` for geckodriver",
            ),
            Self::WebKit => (&[&["WebKitWebDriver"], &["Xvfb"]], "webkit2gtk-driver xvfb"),
        };
        let absent: Vec<_> =
            needed.iter().filter(|names| on_path(names).is_none()).map(|names| names[0]).collect();
        (!absent.is_empty()).then(|| {
            format!(
                "{} not on PATH (install {packages}, or leave it out with ENGINES=)",
                absent.join(" and ")
            )
        })
    }

    /// Returns true if the engine has these settings.
    pub fn supports(self, setup: Setup) -> bool {
        self != Self::WebKit || !(setup.no_script || setup.forced_colors)
    }

    /// Capabilities of a new session with these settings.
    pub fn capabilities(self, setup: Setup) -> Capabilities {
        let mut capabilities = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": {
                    "binary": on_path(CHROMIUM),
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--no-first-run",
                    ],
                    // 1 allows, 2 blocks.
                    "prefs": {
                        "profile.managed_default_content_settings.javascript": if setup.no_script { 2 } else { 1 },
                        "download.default_directory": DOWNLOADS,
                        "download.prompt_for_download": false,
                    },
                    "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
                },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": on_path(FIREFOX),
                    "args": ["-headless"],
                    "prefs": firefox_preferences(setup),
                },
            }),
            Self::WebKit => json!({}),
        };
        // The standard's own limits are 30 s for a script and 300 s for a page.
        let limit = u64::try_from(LIMIT.as_millis()).unwrap_or(u64::MAX);
        capabilities["timeouts"] = json!({ "script": limit, "pageLoad": limit, "implicit": 0 });
        if setup.no_load_wait {
            capabilities["pageLoadStrategy"] = "none".into();
        }
        match capabilities {
            Value::Object(map) => map,
            _ => Capabilities::new(),
        }
    }

    /// Returns the command that starts this engine's driver.
    pub fn driver(self, port: u16) -> Command {
        let (program, arguments): (_, &[&str]) = match self {
            Self::Chromium => ("chromedriver", &["--log-level=SEVERE"]),
            Self::Firefox => ("geckodriver", &["--log=fatal", "--websocket-port=0"]),
            Self::WebKit => ("WebKitWebDriver", &[]),
        };
        let mut command = Command::new(program);
        command.args(arguments).arg(format!("--port={port}"));
        command
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

fn firefox_preferences(setup: Setup) -> Value {
    json!({
        // 0 is dark, 1 is light.
        "layout.css.prefers-color-scheme.content-override": if setup.dark { 0 } else { 1 },
        "ui.prefersReducedMotion": i32::from(setup.reduced_motion),
        // 2 is "always".
        "browser.display.document_color_use": if setup.forced_colors { 2 } else { 0 },
        "javascript.enabled": !setup.no_script,
        // 2 is the folder that the next one names.
        "browser.download.folderList": 2,
        "browser.download.dir": DOWNLOADS,
    })
}

/// Finds the first of these programs that is on `PATH`.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<_> = env::split_paths(&path).collect();
    names
        .iter()
        .find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}
