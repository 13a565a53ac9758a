//! Entry point of the native command.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    onrecord::cli::run(std::env::args_os().skip(1))
}

#[cfg(target_arch = "wasm32")]
fn main() {}
