//! The browser engines: how each is found, started through its WebDriver, and told to emulate a reader's settings.

use std::env;
use std::fmt;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use tokio::net::TcpStream;

use crate::wait::until;

/// A screen that is larger than any window the scenarios ask for.
const SCREEN: &str = "-screen 0 1920x1400x24";
/// How long a driver may take to end when asked to, before it is made to.
const GRACE: Duration = Duration::from_secs(2);

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// What a reader has set up before the page is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Prefers a dark colour scheme.
    pub dark: bool,
    /// Prefers reduced motion.
    pub reduced_motion: bool,
    /// Forces their own colours. Not in WebKitGTK, which has no such setting.
    pub forced_colors: bool,
    /// Has turned JavaScript off. Not in WebKitGTK, whose driver needs it.
    pub no_script: bool,
    /// `goto` returns at once instead of after the page's load event.
    pub impatient: bool,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.to_string() == name)
    }

    /// What is not installed that this engine needs, with the Debian packages that bring it.
    pub fn missing(self) -> Option<String> {
        let (needed, packages): (&[&[&str]], _) = match self {
            Self::Chromium => (&[CHROMIUM, &["chromedriver"]], "chromium chromium-driver"),
            Self::Firefox => (&[FIREFOX, &["geckodriver"]], "firefox-esr, and `make tools` for geckodriver"),
            Self::WebKit => (&[&["WebKitWebDriver"], &["xvfb-run"]], "webkit2gtk-driver xvfb xauth"),
        };
        let absent: Vec<_> = needed.iter().filter(|names| on_path(names).is_none()).map(|names| names[0]).collect();
        (!absent.is_empty()).then(|| {
            format!("{} not on PATH (install {packages}, or leave it out with ENGINES=)", absent.join(" and "))
        })
    }

    /// The capabilities of a new session with these settings.
    pub fn capabilities(self, setup: Setup) -> Capabilities {
        let mut capabilities = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": {
                    "binary": on_path(CHROMIUM),
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--no-first-run",
                    ],
                    "prefs": { "profile.managed_default_content_settings.javascript": if setup.no_script { 2 } else { 1 } },
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
        if setup.impatient {
            capabilities["pageLoadStrategy"] = "none".into();
        }
        match capabilities {
            Value::Object(map) => map,
            _ => Capabilities::new(),
        }
    }

    fn command(self, port: u16, setup: Setup) -> Command {
        match self {
            Self::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}")).arg("--log-level=SEVERE");
                command
            }
            Self::Firefox => {
                let mut command = Command::new("geckodriver");
                command.args(["--log=fatal", "--websocket-port=0", "--port"]).arg(port.to_string());
                command
            }
            Self::WebKit => {
                let mut command = Command::new("xvfb-run");
                command.args(["-a", "-s", SCREEN, "WebKitWebDriver"]).arg(format!("--port={port}"));
                if setup.dark {
                    command.env("GTK_THEME", "Adwaita:dark");
                }
                command
            }
        }
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

/// A running driver. It and the browser that it started end when this is dropped.
pub struct Driver {
    /// Where it listens.
    pub url: String,
    child: Child,
}

impl Driver {
    /// Starts the engine's driver on a free port and waits until it listens.
    pub async fn start(engine: Engine, setup: Setup) -> Result<Self, String> {
        let port = free_port().map_err(|e| format!("failed to find a free port ({e})"))?;
        let child = engine
            .command(port, setup)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(|e| format!("failed to start the driver of {engine} ({e})"))?;
        let driver = Self { url: format!("http://127.0.0.1:{port}"), child };
        until(&format!("the driver of {engine} to listen"), async || {
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.ok())
        })
        .await?;
        Ok(driver)
    }

    /// Signals the driver's whole process group, and so the browser too.
    fn signal(&self, signal: &str) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.signal("-TERM");
        let asked = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && asked.elapsed() < GRACE {
            std::thread::sleep(crate::wait::PAUSE);
        }
        self.signal("-KILL");
        let _ = self.child.wait();
    }
}

const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const FIREFOX: &[&str] = &["firefox-esr", "firefox"];

fn firefox_preferences(setup: Setup) -> Value {
    json!({
        // 0 is dark, 1 is light.
        "layout.css.prefers-color-scheme.content-override": if setup.dark { 0 } else { 1 },
        "ui.prefersReducedMotion": i32::from(setup.reduced_motion),
        // 2 is "always".
        "browser.display.document_color_use": if setup.forced_colors { 2 } else { 0 },
        "javascript.enabled": !setup.no_script,
    })
}

/// The first of these programs that is on `PATH`.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<_> = env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
