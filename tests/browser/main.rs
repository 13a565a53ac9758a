//! Tests of the built bundle in real browsers. `make test-browser` runs every scenario in every
//! engine. `cargo test --test browser -- chromium search` runs the scenarios whose line contains
//! both words. `ENGINES="chromium firefox"` selects engines. A selected engine that is not
//! installed is a failure.

mod about;
mod accessibility;
mod annotate;
mod browsers;
mod budget;
mod check;
mod choices;
mod data;
mod driver;
mod engine;
mod export;
mod filters;
mod fonts;
mod goals;
mod home;
mod in_use;
mod journey;
mod keyboard;
mod languages;
mod layout;
mod narrow;
mod noscript;
mod outline;
mod pages;
mod pictures;
mod reader;
mod reading;
mod run;
mod scenario;
mod selftest;
mod serve;
mod served;
mod server;
mod sides;
mod silence;
mod single;
mod smoke;
mod speed;
mod statement;
mod takeover;
mod trouble;
mod wait;

fn main() -> std::process::ExitCode {
    run::main()
}
