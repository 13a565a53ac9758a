//! A running WebDriver process. Dropping it ends every process that it started and removes its
//! files.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use tokio::net::TcpStream;
use tokio::task::spawn_blocking;

use crate::engine::{DOWNLOADS, Engine, Setup};
use crate::wait::{OrFailed, Outcome, command, until};

/// Maximum time for a process to end after SIGTERM, before SIGKILL. No result depends on it.
const GRACE: Duration = Duration::from_secs(2);
/// Pause between two checks whether a process has ended.
const PAUSE: Duration = Duration::from_millis(15);
/// Size and colour depth of the virtual screen, larger than any window that the scenarios use.
const SCREEN: &str = "1920x1400x24";

/// An engine's driver. The fields are dropped in this order.
pub struct Driver {
    /// Address that the driver listens on.
    pub url: String,
    _driver: Process,
    _screen: Option<Process>,
    _scratch: Scratch,
}

impl Driver {
    /// Starts the engine's driver on a free port and waits until it listens.
    pub async fn start(engine: Engine, setup: Setup) -> Outcome<Self> {
        fs::create_dir_all(DOWNLOADS).or_failed("create the folder for downloads")?;
        let port = free_port().or_failed("find a free port")?;
        let scratch = Scratch::new(port)?;
        let mut program = engine.driver(port);
        program.env("TMPDIR", &scratch.0);
        let mut screen = None;
        if engine == Engine::WebKit {
            let (process, display) = start_screen().await?;
            screen = Some(process);
            program.env("DISPLAY", display).env_remove("WAYLAND_DISPLAY");
            program.env("GTK_THEME", if setup.dark { "Adwaita:dark" } else { "Adwaita" });
            program.env("XDG_CONFIG_HOME", scratch.gtk_settings(!setup.reduced_motion)?);
        }
        let mut driver = Process::start(program.stdout(Stdio::null()))?;
        until(&format!("the driver of {engine} to listen on port {port}"), async || {
            if let Some(status) = driver.exit_status()? {
                return Ok(Err(format!("the driver of {engine} ended ({status})")));
            }
            let connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await;
            connection.map(|_| Ok(())).or_failed("connect")
        })
        .await??;
        Ok(Self {
            url: format!("http://127.0.0.1:{port}"),
            _driver: driver,
            _screen: screen,
            _scratch: scratch,
        })
    }
}

/// Starts a virtual screen, for engines that have no headless mode, and returns the name of its
/// display.
async fn start_screen() -> Outcome<(Process, String)> {
    let mut program = Command::new("Xvfb");
    program.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", SCREEN]);
    let mut process = Process::start(program.stdout(Stdio::piped()))?;
    let output = process.0.stdout.take().ok_or("failed to start Xvfb (it has no output)")?;
    // Xvfb prints the number of its display when it is ready for clients.
    let read = spawn_blocking(|| {
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number).map(|_| number)
    });
    let number = command("start Xvfb", read).await?.or_failed("start Xvfb")?;
    match number.trim() {
        "" => Err("failed to start Xvfb (it reported no display)".into()),
        number => Ok((process, format!(":{number}"))),
    }
}

/// A process that leads its own process group, which its children belong to.
struct Process(Child);

impl Process {
    fn start(program: &mut Command) -> Outcome<Self> {
        let started = program.stdin(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn();
        started.map(Self).or_failed(format_args!("start {:?}", program.get_program()))
    }

    /// Returns the exit status, or `None` while the process runs.
    fn exit_status(&mut self) -> Outcome<Option<ExitStatus>> {
        self.0.try_wait().or_failed("check a process")
    }

    fn signal_group(&self, signal: &str) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.signal_group("-TERM");
        let start = Instant::now();
        while matches!(self.0.try_wait(), Ok(None)) && start.elapsed() < GRACE {
            std::thread::sleep(PAUSE);
        }
        self.signal_group("-KILL");
        let _ = self.0.wait();
    }
}

/// A folder for the temporary files of a driver and its browser.
struct Scratch(PathBuf);

impl Scratch {
    fn new(port: u16) -> Outcome<Self> {
        let folder =
            env::temp_dir().join(format!("onrecord-browser-{}-{port}", std::process::id()));
        fs::create_dir_all(&folder).or_failed(format_args!("create {}", folder.display()))?;
        Ok(Self(folder))
    }

    /// Writes the settings of a GTK browser, with its folder for downloads, and returns the value for `XDG_CONFIG_HOME`.
    fn gtk_settings(&self, animations: bool) -> Outcome<&Path> {
        let settings = format!("[Settings]\ngtk-enable-animations={}\n", i32::from(animations));
        let folder = self.0.join("gtk-3.0");
        let folders = format!("XDG_DOWNLOAD_DIR=\"{DOWNLOADS}\"\n");
        fs::create_dir(&folder)
            .and_then(|()| fs::write(folder.join("settings.ini"), settings))
            .and_then(|()| fs::write(self.0.join("user-dirs.dirs"), folders))
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
