//! Opens an address in the browser that the person uses.

use crate::cli::terminal;
use std::process::{Command, Stdio};
use std::thread;

/// Opens an address without waiting. If that fails, prints a note: the server is of use without it.
pub fn open(address: &str) {
    let address = address.to_owned();
    thread::spawn(move || {
        let mut command = opener(&address);
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let name = command.get_program().to_string_lossy().into_owned();
        let note = match command.status() {
            Ok(status) if status.success() => return,
            Ok(status) => format!("{name}: {status}"),
            Err(error) => format!("{name}: {error}"),
        };
        terminal::note(format_args!(
            "note: failed to open a browser ({note}): open {address} yourself"
        ));
    });
}

/// Returns the command that opens an address on this platform.
fn opener(address: &str) -> Command {
    let (program, arguments): (_, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address);
    command
}
