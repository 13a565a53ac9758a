//! A running WebDriver with all that it started, gone without a trace when dropped.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tokio::net::TcpStream;

use crate::engine::{Engine, Setup};
use crate::wait::{OrFailed, Outcome, PAUSE, until};

/// How long a process may take to end when asked to, before it is made to.
const GRACE: Duration = Duration::from_secs(2);
/// Larger than any window that the scenarios ask for.
const SCREEN: &str = "1920x1400x24";

/// An engine's driver. The fields are dropped in this order.
pub struct Driver {
    /// Where it listens.
    pub url: String,
    _driver: Process,
    _screen: Option<Process>,
    _scratch: Scratch,
}

impl Driver {
    /// Starts the engine's driver on a free port and waits until it listens.
    pub async fn start(engine: Engine, setup: Setup) -> Outcome<Self> {
        let port = free_port().or_failed("find a free port")?;
        let scratch = Scratch::new(port)?;
        let mut command = engine.driver(port);
        command.env("TMPDIR", &scratch.0);
        let mut screen = None;
        if engine == Engine::WebKit {
            let (process, display) = start_screen()?;
            screen = Some(process);
            command.env("DISPLAY", display).env_remove("WAYLAND_DISPLAY");
            command.env("GTK_THEME", if setup.dark { "Adwaita:dark" } else { "Adwaita" });
            command.env("XDG_CONFIG_HOME", scratch.gtk_settings(!setup.reduced_motion)?);
        }
        let driver = Process::start(command.stdout(Stdio::null()))?;
        until(&format!("the driver of {engine} to listen"), async || {
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.ok())
        })
        .await?;
        Ok(Self {
            url: format!("http://127.0.0.1:{port}"),
            _driver: driver,
            _screen: screen,
            _scratch: scratch,
        })
    }
}

/// A screen that nobody sees, for engines that have no headless mode, and the name of its display.
fn start_screen() -> Outcome<(Process, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", SCREEN]);
    let mut process = Process::start(command.stdout(Stdio::piped()))?;
    let mut number = String::new();
    match process.0.stdout.take().map(|output| BufReader::new(output).read_line(&mut number)) {
        Some(Ok(length)) if length > 0 => Ok((process, format!(":{}", number.trim()))),
        _ => Err("failed to start Xvfb (it named no display)".into()),
    }
}

/// A process and its children, a group of their own.
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Outcome<Self> {
        let started = command.stdin(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn();
        started.map(Self).or_failed(format_args!("start {:?}", command.get_program()))
    }

    fn signal_group(&self, signal: &str) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.signal_group("-TERM");
        let asked = Instant::now();
        while matches!(self.0.try_wait(), Ok(None)) && asked.elapsed() < GRACE {
            std::thread::sleep(PAUSE);
        }
        self.signal_group("-KILL");
        let _ = self.0.wait();
    }
}

/// A folder for what a driver and its browser leave behind.
struct Scratch(PathBuf);

impl Scratch {
    fn new(port: u16) -> Outcome<Self> {
        let folder =
            env::temp_dir().join(format!("onrecord-browser-{}-{port}", std::process::id()));
        fs::create_dir_all(&folder).or_failed(format_args!("make {}", folder.display()))?;
        Ok(Self(folder))
    }

    /// Writes the settings of a GTK browser and answers with the folder to name as `XDG_CONFIG_HOME`.
    fn gtk_settings(&self, animations: bool) -> Outcome<&Path> {
        let settings = format!("[Settings]\ngtk-enable-animations={}\n", i32::from(animations));
        let folder = self.0.join("gtk-3.0");
        fs::create_dir(&folder)
            .and_then(|()| fs::write(folder.join("settings.ini"), settings))
            .or_failed(format_args!("write settings in {}", folder.display()))?;
        Ok(&self.0)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
