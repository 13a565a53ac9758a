//! `onrecord serve`: shows a site on this machine, from memory, and reloads its pages when a file of
//! the site changes.
//!
//! One thread owns the site (`renderer`). The main thread speaks HTTP (`http`) and asks it for each
//! file. No request opens a file.

mod files;
mod http;
mod open;
mod renderer;
mod request;
mod state;
mod watch;

use super::{Failure, USAGE};
use crate::prerender::Shell;
use files::Files;
use http::Service;
use renderer::Renderer;
use state::State;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::runtime::Builder;

/// The port, unless an option names another.
const PORT: u16 = 8080;

struct Options {
    site: PathBuf,
    port: Option<u16>,
    open: bool,
    quiet: bool,
}

/// Runs the command until it is interrupted.
///
/// # Errors
/// If the arguments are wrong, the folder is not a site, or the port is taken.
pub fn run(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let Some(options) = options(parser)? else {
        print!("{USAGE}");
        return Ok(ExitCode::SUCCESS);
    };
    let (listener, port) = listen(options.port)?;
    let shell = shell()?;
    let folder = options.site.clone();
    let print: fn(&str) = if options.quiet { |_| {} } else { |text| eprint!("{text}") };
    let (renderer, thread) = Renderer::start(move || State::new(Files::new(folder), shell, print));
    let failed = |error: std::io::Error| Failure::Input(format!("failed to start ({error})"));
    let runtime = Builder::new_current_thread().enable_all().build().map_err(failed)?;
    let ended = renderer.ended();
    let service = Arc::new(Service { renderer, port });
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(failed)?;
        let address = format!("http://127.0.0.1:{port}/");
        println!("{address}");
        if !options.quiet {
            eprintln!("serving {} until you press Ctrl-C", options.site.display());
        }
        if options.open {
            open::open(&address);
        }
        tokio::select! {
            never = http::serve(listener, service) => match never {},
            stopped = stopped() => stopped.map_err(failed),
            // The thread panicked, which is reported below.
            () = ended => Ok(()),
        }
    })?;
    // Ends the connections, and with them everybody who could ask the thread.
    drop(runtime);
    match thread.join() {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(_) => Err(Failure::Input("a page could not be made (see above)".to_owned())),
    }
}

fn options(mut parser: lexopt::Parser) -> Result<Option<Options>, Failure> {
    use lexopt::prelude::*;
    let mut options = Options { site: ".".into(), port: None, open: false, quiet: false };
    let mut has_site = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => {
                let port = parser.value()?.string()?;
                let wrong = || {
                    let message = format!("{port:?} is not a valid port: use a number up to 65535");
                    Failure::Usage(message)
                };
                options.port = Some(port.parse().map_err(|_| wrong())?);
            }
            Long("open") => options.open = true,
            Long("quiet") | Short('q') => options.quiet = true,
            Long("help") | Short('h') => return Ok(None),
            Value(site) if !has_site => {
                options.site = site.into();
                has_site = true;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(options))
}

/// Opens the port. If none was asked for and the default is taken, opens any free one.
fn listen(port: Option<u16>) -> Result<(TcpListener, u16), Failure> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let bound = match port {
        Some(port) => bind(port),
        None => bind(PORT).or_else(|_| bind(0)),
    };
    let bound = bound.and_then(|listener| {
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        Ok((listener, port))
    });
    bound.map_err(|error| {
        let port = port.unwrap_or(0);
        Failure::Input(match error.kind() {
            ErrorKind::AddrInUse => format!(
                "port {port} is taken by another program: choose another, or leave out --port to \
                 use any free one"
            ),
            _ => format!("failed to open port {port} ({error}): choose another with --port"),
        })
    })
}

/// Waits for Ctrl-C or, on Unix, for the signal that asks programs to end.
async fn stopped() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            interrupted = tokio::signal::ctrl_c() => interrupted,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

fn shell() -> Result<Shell, Failure> {
    let page = r#"<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<!--head-->
<link rel="icon" href="./icon-1.svg" type="image/svg+xml">
<link rel="stylesheet" href="./tokens-1.css"/>
<link rel="modulepreload" href="./app-3.js" crossorigin="anonymous" integrity="sha384-js">
<link rel="preload" href="./app-3_bg.wasm" as="fetch" type="application/wasm" integrity="sha384-wasm">
</head>
<body>
<script type="module">import init from './app-3.js';</script>
<!--app-->
</body>
</html>
"#;
    Shell::new(page, &[]).map_err(|error| Failure::Input(error.to_string()))
}
