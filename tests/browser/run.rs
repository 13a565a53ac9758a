//! Chooses scenarios and engines, runs them one after the other, and tells how each went.

use std::env;
use std::process::ExitCode;
use std::time::Instant;

use tokio::signal::unix::{SignalKind, signal};

use crate::engine::Engine;
use crate::scenario::{Scenario, catch_panics};
use crate::{selftest, smoke};

/// Every scenario there is: a new file of scenarios is added to this list.
fn scenarios() -> Vec<Scenario> {
    [selftest::scenarios(), smoke::scenarios()].into_iter().flatten().collect()
}

pub fn main() -> ExitCode {
    catch_panics();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result = runtime.map_err(|e| e.to_string()).and_then(|runtime| {
        runtime.block_on(async {
            tokio::select! {
                tally = run() => tally,
                // Returning drops what is running, and so ends the browsers.
                signal = ended() => Err(signal),
            }
        })
    });
    match result {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Waits until somebody asks this process to end.
async fn ended() -> String {
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => "interrupted".to_owned(),
        _ = terminated => "terminated".to_owned(),
    }
}

/// Runs what was asked for and answers with the number of failures.
async fn run() -> Result<usize, String> {
    // What begins with a dash is meant for the standard test harness.
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let scenarios = scenarios();
    let (mut passed, mut failed) = (0, 0);
    for engine in engines()? {
        let line = |scenario: &Scenario| format!("{engine}: {}", scenario.name);
        let chosen: Vec<_> = scenarios
            .iter()
            .filter(|scenario| scenario.runs_on(engine))
            .filter(|scenario| words.iter().all(|word| line(scenario).contains(word.as_str())))
            .collect();
        if let Some(missing) = engine.missing().filter(|_| !chosen.is_empty()) {
            println!("FAILED {engine}: {missing}");
            failed += 1;
            continue;
        }
        for scenario in chosen {
            let start = Instant::now();
            let outcome = scenario.run(engine).await;
            let seconds = start.elapsed().as_secs_f32();
            match outcome {
                Ok(()) => {
                    println!("ok {} ({seconds:.1} s)", line(scenario));
                    passed += 1;
                }
                Err(error) => {
                    println!(
                        "FAILED {} ({seconds:.1} s)\n    {}",
                        line(scenario),
                        error.replace('\n', "\n    ")
                    );
                    failed += 1;
                }
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    Ok(failed)
}

/// The engines that `ENGINES` asks for, by default all.
fn engines() -> Result<Vec<Engine>, String> {
    let Ok(names) = env::var("ENGINES") else { return Ok(Engine::ALL.to_vec()) };
    let names = names.split([' ', ',']).filter(|name| !name.is_empty());
    let known = |name| Engine::named(name).ok_or(format!("ENGINES: no engine is called {name:?}"));
    names.map(known).collect()
}
