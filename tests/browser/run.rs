//! Selects scenarios and engines, runs the scenarios in parallel, and reports the results.

use std::env;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;
use std::time::Instant;

use tokio::signal::unix::{SignalKind, signal};

use crate::browsers::Browsers;
use crate::engine::Engine;
use crate::scenario::{Scenario, bundle, catching_panic, keep_panic_messages};
use crate::wait::Outcome;
use crate::{
    about, accessibility, annotate, budget, choices, data, export, filters, fonts, goals, home,
    in_use, journey, keyboard, languages, layout, narrow, noscript, outline, pictures, reading,
    selftest, serve, sides, silence, single, smoke, speed, statement, takeover, trouble,
};

/// Returns all scenarios. Add each new file of scenarios to this list.
fn scenarios() -> Vec<Scenario> {
    let files = [
        selftest::scenarios(),
        smoke::scenarios(),
        single::scenarios(),
        journey::scenarios(),
        filters::scenarios(),
        choices::scenarios(),
        fonts::scenarios(),
        about::scenarios(),
        keyboard::scenarios(),
        reading::scenarios(),
        statement::scenarios(),
        sides::scenarios(),
        takeover::scenarios(),
        export::scenarios(),
        noscript::scenarios(),
        accessibility::scenarios(),
        annotate::scenarios(),
        outline::scenarios(),
        narrow::scenarios(),
        layout::scenarios(),
        trouble::scenarios(),
        silence::scenarios(),
        in_use::scenarios(),
        data::scenarios(),
        serve::scenarios(),
        home::scenarios(),
        languages::scenarios(),
    ];
    files.into_iter().flatten().collect()
}

/// A check of the bundle's files. It needs no engine and runs before all scenarios.
type Check = fn(&Path) -> Outcome;

const CHECKS: [(&str, Check); 3] = [
    ("budget: statement pages stay within their size limit", budget::statement_pages),
    ("budget: Latin fonts stay within their size limit", budget::latin_fonts),
    ("budget: the app stays within its size limit", budget::app),
];

/// Maximum number of scenarios that run at a time, on a machine with more processors than that.
/// Each runs a browser, which has several busy processes.
const MAX_WORKERS: usize = 4;

pub fn main() -> ExitCode {
    keep_panic_messages();
    let result = match env::var_os(pictures::FOLDER) {
        Some(folder) => until_signal(pictures::capture(Path::new(&folder))).map(|_| 0),
        None if env::var_os(speed::SITES).is_some() => until_signal(speed::measure()).map(|_| 0),
        None => run(),
    };
    match result {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs `work` until it is done or this process is asked to end. Returning early drops the work and
/// thus ends its browsers.
fn until_signal<T>(work: impl Future<Output = Outcome<T>>) -> Outcome<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|e| e.to_string())?.block_on(async {
        tokio::select! {
            done = work => done,
            signal = termination() => Err(signal),
        }
    })
}

/// Waits until this process is asked to end, and says how.
async fn termination() -> String {
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

/// The results so far.
#[derive(Default)]
struct Tally {
    passed: AtomicUsize,
    failed: AtomicUsize,
}

impl Tally {
    /// Prints and counts the result of something that began at `start`.
    fn record(&self, line: &str, start: Instant, outcome: Outcome) {
        let seconds = start.elapsed().as_secs_f32();
        match outcome {
            Ok(()) => {
                println!("ok {line} ({seconds:.1} s)");
                self.passed.fetch_add(1, Relaxed);
            }
            Err(error) => {
                println!("FAILED {line} ({seconds:.1} s)\n    {}", error.replace('\n', "\n    "));
                self.failed.fetch_add(1, Relaxed);
            }
        }
    }
}

/// Runs the selected checks and scenarios and returns the number of failures.
fn run() -> Outcome<usize> {
    // Options are for the standard test harness, which this is not.
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let is_selected = |line: &str| words.iter().all(|word| line.contains(word.as_str()));
    let tally = Tally::default();
    for (line, check) in CHECKS.iter().filter(|(line, _)| is_selected(line)) {
        let start = Instant::now();
        tally.record(line, start, bundle().and_then(|folder| catching_panic(|| check(&folder))));
    }
    let scenarios = scenarios();
    let mut chosen = Vec::new();
    for engine in engines()? {
        let of_engine: Vec<_> = scenarios
            .iter()
            .filter(|scenario| scenario.runs_on(engine))
            .map(|scenario| (engine, scenario, format!("{engine}: {}", scenario.name)))
            .filter(|(_, _, line)| is_selected(line))
            .collect();
        match engine.missing().filter(|_| !of_engine.is_empty()) {
            Some(missing) => tally.record(&engine.to_string(), Instant::now(), Err(missing)),
            None => chosen.extend(of_engine),
        }
    }
    run_in_parallel(&chosen, &tally)?;
    goals::print_table()?;
    let (passed, failed) = (tally.passed.into_inner(), tally.failed.into_inner());
    println!("{passed} passed, {failed} failed");
    Ok(failed)
}

/// Runs scenarios, one at a time for each processor, each in its own browser.
fn run_in_parallel(chosen: &[(Engine, &Scenario, String)], tally: &Tally) -> Outcome {
    let next = AtomicUsize::new(0);
    let worker = || {
        until_signal(async {
            let mut browsers = Browsers::default();
            while let Some((engine, scenario, line)) = chosen.get(next.fetch_add(1, Relaxed)) {
                let start = Instant::now();
                tally.record(line, start, scenario.run(*engine, &mut browsers).await);
            }
            browsers.close().await;
            Ok(())
        })
    };
    let workers = thread::available_parallelism().map_or(1, usize::from).min(MAX_WORKERS);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|_| Err("a thread of scenarios panicked".into()))
        })
    })
}

/// Returns the engines that `ENGINES` names; all of them if it is not set.
fn engines() -> Outcome<Vec<Engine>> {
    let Ok(names) = env::var("ENGINES") else { return Ok(Engine::ALL.to_vec()) };
    let names = names.split([' ', ',']).filter(|name| !name.is_empty());
    let known =
        |name| Engine::from_name(name).ok_or(format!("ENGINES: no engine is called {name:?}"));
    names.map(known).collect()
}
