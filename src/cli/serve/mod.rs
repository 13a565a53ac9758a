//! `onrecord serve`: shows a site on this machine, from memory, and reloads its pages when a file of
//! the site changes.
//!
//! One thread owns the site (`renderer`). The main thread speaks HTTP (`http`) and asks it for each
//! file. No request opens a file, apart from those of the annotator, which reads and saves dossiers (`desk`).

mod console;
mod desk;
mod files;
mod http;
mod open;
mod renderer;
mod request;
mod state;
mod watch;

use super::app::{served_annotator, shell};
use super::folder::Drafts;
use super::options::Common;
use super::{Failure, terminal};
use desk::{Desk, Dossiers};
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

#[derive(Default)]
struct Options {
    common: Common,
    port: Option<u16>,
    open: bool,
    /// A folder with an app that was just built.
    app: Option<PathBuf>,
}

/// Runs the command until it is interrupted.
///
/// # Errors
/// If the arguments are wrong, the folder is not a site, or the port is taken.
pub fn run(parser: lexopt::Parser) -> Result<ExitCode, Failure> {
    let options = options(parser)?;
    let folder = options.common.folder()?.with_drafts(Drafts::Shown);
    let shell = shell(options.app.as_deref())?;
    let (listener, port) = listen(options.port)?;
    let root = std::path::absolute(folder.root());
    let name = terminal::path(&root.unwrap_or_else(|_| folder.root().to_owned()));
    let is_quiet = options.common.is_quiet;
    let annotator = served_annotator(&shell);
    let desk = Desk::new(Dossiers::new(folder.dossiers(), is_quiet), port)
        .map_err(|error| Failure::Input(format!("failed to start ({error})")))?;
    let load = move || State::new(Files::new(folder, annotator), shell, is_quiet);
    let (renderer, thread) = Renderer::start(load);
    let failed = |error: std::io::Error| Failure::Input(format!("failed to start ({error})"));
    let runtime = Builder::new_current_thread().enable_all().build().map_err(failed)?;
    let ended = renderer.ended();
    let service = Arc::new(Service { renderer, desk, port });
    let served: Result<(), Failure> = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).map_err(failed)?;
        let stop = stop().map_err(failed)?;
        let address = format!("http://127.0.0.1:{port}/");
        terminal::say(&address);
        if !is_quiet {
            if options.port.is_none() && port != PORT {
                terminal::note(format_args!("port {PORT} is taken, so this is another"));
            }
            terminal::note(format_args!("serving {name} until you press Ctrl-C"));
        }
        if options.open {
            open::open(&address);
        }
        tokio::select! {
            never = http::serve(listener, service) => match never {},
            () = stop => Ok(()),
            // The thread panicked, which is reported below.
            () = ended => Ok(()),
        }
    });
    served?;
    // Ends the connections, so that nothing can ask the thread any more.
    drop(runtime);
    match thread.join() {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(_) => Err(Failure::Input("a page could not be made (see above)".to_owned())),
    }
}

fn options(mut parser: lexopt::Parser) -> Result<Options, Failure> {
    use lexopt::prelude::*;
    let mut options = Options::default();
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
            Long("app") => options.app = Some(parser.value()?.into()),
            other => options.common.take(other)?,
        }
    }
    Ok(options)
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

/// Takes Ctrl-C from now on and, on Unix, the signal that asks programs to end. The result waits for
/// them.
fn stop() -> std::io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut terminate = signal(SignalKind::terminate())?;
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {},
                _ = terminate.recv() => {},
            }
        })
    }
    #[cfg(not(unix))]
    {
        let mut interrupt = tokio::signal::windows::ctrl_c()?;
        Ok(async move { drop(interrupt.recv().await) })
    }
}
