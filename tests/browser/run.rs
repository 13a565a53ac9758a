//! Chooses scenarios and engines, runs them one after the other, and tells how each went.

use std::env;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use tokio::signal::unix::{SignalKind, signal};

use crate::engine::Engine;
use crate::scenario::{Scenario, bundle, catch_panics, or_panic};
use crate::wait::Outcome;
use crate::{
    accessibility, budget, filters, journey, keyboard, narrow, noscript, pictures, reading,
    selftest, single, smoke, takeover, taking, trouble,
};

/// Every scenario there is: a new file of scenarios is added to this list.
fn scenarios() -> Vec<Scenario> {
    let files = [
        selftest::scenarios(),
        smoke::scenarios(),
        single::scenarios(),
        journey::scenarios(),
        filters::scenarios(),
        keyboard::scenarios(),
        reading::scenarios(),
        takeover::scenarios(),
        taking::scenarios(),
        noscript::scenarios(),
        accessibility::scenarios(),
        narrow::scenarios(),
        trouble::scenarios(),
    ];
    files.into_iter().flatten().collect()
}

/// A check of the bundle's files, which needs no engine: it runs before all scenarios.
type Check = fn(&Path) -> Outcome;

const CHECKS: [(&str, Check); 2] = [
    ("budget: each statement's page weighs little", budget::statement_pages),
    ("budget: the app weighs little", budget::app),
];

pub fn main() -> ExitCode {
    catch_panics();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result = runtime.map_err(|e| e.to_string()).and_then(|runtime| {
        runtime.block_on(async {
            tokio::select! {
                tally = tests_or_pictures() => tally,
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

/// Takes the documents' pictures where a folder for them is named, else runs the scenarios.
async fn tests_or_pictures() -> Result<usize, String> {
    match env::var_os(pictures::FOLDER) {
        Some(folder) => pictures::take(Path::new(&folder)).await.map(|_| 0),
        None => run().await,
    }
}

/// Runs what was asked for and answers with the number of failures.
async fn run() -> Result<usize, String> {
    // What begins with a dash is meant for the standard test harness.
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let asked_for = |line: &str| words.iter().all(|word| line.contains(word.as_str()));
    let scenarios = scenarios();
    let (mut passed, mut failed) = (0, 0);
    let mut tell = |line: &str, start: Instant, outcome: Outcome| {
        let seconds = start.elapsed().as_secs_f32();
        match outcome {
            Ok(()) => {
                println!("ok {line} ({seconds:.1} s)");
                passed += 1;
            }
            Err(error) => {
                println!("FAILED {line} ({seconds:.1} s)\n    {}", error.replace('\n', "\n    "));
                failed += 1;
            }
        }
    };
    for (line, check) in CHECKS.iter().filter(|(line, _)| asked_for(line)) {
        let start = Instant::now();
        tell(line, start, bundle().and_then(|folder| or_panic(|| check(&folder))));
    }
    for engine in engines()? {
        let line = |scenario: &Scenario| format!("{engine}: {}", scenario.name);
        let chosen: Vec<_> = scenarios
            .iter()
            .filter(|scenario| scenario.runs_on(engine))
            .filter(|scenario| asked_for(&line(scenario)))
            .collect();
        if let Some(missing) = engine.missing().filter(|_| !chosen.is_empty()) {
            tell(&engine.to_string(), Instant::now(), Err(missing));
            continue;
        }
        for scenario in chosen {
            let start = Instant::now();
            tell(&line(scenario), start, scenario.run(engine).await);
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
