//! The built bundle in real browsers. `make test-browser` runs every scenario in every engine;
//! `cargo test --test browser -- chromium search` those whose line contains all of these words.
//! `ENGINES="chromium firefox"` leaves an engine out; one that is asked for and missing is a failure.

mod accessibility;
mod browsers;
mod budget;
mod check;
mod driver;
mod engine;
mod filters;
mod journey;
mod keyboard;
mod narrow;
mod noscript;
mod pictures;
mod places;
mod reader;
mod reading;
mod run;
mod scenario;
mod selftest;
mod server;
mod single;
mod smoke;
mod takeover;
mod taking;
mod trouble;
mod wait;

fn main() -> std::process::ExitCode {
    run::main()
}
