//! Chooses scenarios and engines, runs them side by side, and tells how each went.

use std::env;
use std::future::Future;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;
use std::time::Instant;

use tokio::signal::unix::{SignalKind, signal};

use crate::browsers::Browsers;
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

/// More browsers at a time than this are in each other's way.
const MOST_LANES: usize = 4;

pub fn main() -> ExitCode {
    catch_panics();
    let result = match env::var_os(pictures::FOLDER) {
        Some(folder) => attended(pictures::take(Path::new(&folder))).map(|_| 0),
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

/// Does what is asked for until it is done or somebody asks this process to end: returning drops what
/// is running, and so ends the browsers.
fn attended<T>(work: impl Future<Output = Outcome<T>>) -> Outcome<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|e| e.to_string())?.block_on(async {
        tokio::select! {
            done = work => done,
            signal = ended() => Err(signal),
        }
    })
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

/// How the run went so far.
#[derive(Default)]
struct Tally {
    passed: AtomicUsize,
    failed: AtomicUsize,
}

impl Tally {
    /// Tells how something went that began at `start`.
    fn tell(&self, line: &str, start: Instant, outcome: Outcome) {
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

/// Runs what was asked for and answers with the number of failures.
fn run() -> Outcome<usize> {
    // What begins with a dash is meant for the standard test harness.
    let words: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let asked_for = |line: &str| words.iter().all(|word| line.contains(word.as_str()));
    let tally = Tally::default();
    for (line, check) in CHECKS.iter().filter(|(line, _)| asked_for(line)) {
        let start = Instant::now();
        tally.tell(line, start, bundle().and_then(|folder| or_panic(|| check(&folder))));
    }
    let scenarios = scenarios();
    let mut chosen = Vec::new();
    for engine in engines()? {
        let of_engine: Vec<_> = scenarios
            .iter()
            .filter(|scenario| scenario.runs_on(engine))
            .map(|scenario| (engine, scenario, format!("{engine}: {}", scenario.name)))
            .filter(|(_, _, line)| asked_for(line))
            .collect();
        match engine.missing().filter(|_| !of_engine.is_empty()) {
            Some(missing) => tally.tell(&engine.to_string(), Instant::now(), Err(missing)),
            None => chosen.extend(of_engine),
        }
    }
    side_by_side(&chosen, &tally)?;
    let (passed, failed) = (tally.passed.into_inner(), tally.failed.into_inner());
    println!("{passed} passed, {failed} failed");
    Ok(failed)
}

/// Runs scenarios, as many at a time as there are processors, each at a browser of its own.
fn side_by_side(chosen: &[(Engine, &Scenario, String)], tally: &Tally) -> Outcome {
    let next = AtomicUsize::new(0);
    let lane = || {
        attended(async {
            let mut browsers = Browsers::default();
            while let Some((engine, scenario, line)) = chosen.get(next.fetch_add(1, Relaxed)) {
                let start = Instant::now();
                tally.tell(line, start, scenario.run(*engine, &mut browsers).await);
            }
            browsers.leave().await;
            Ok(())
        })
    };
    let lanes = thread::available_parallelism().map_or(1, usize::from).min(MOST_LANES);
    thread::scope(|scope| {
        let lanes: Vec<_> = (0..lanes).map(|_| scope.spawn(lane)).collect();
        lanes.into_iter().try_for_each(|lane| {
            lane.join().unwrap_or_else(|_| Err("a thread of scenarios panicked".into()))
        })
    })
}

/// The engines that `ENGINES` asks for, by default all.
fn engines() -> Outcome<Vec<Engine>> {
    let Ok(names) = env::var("ENGINES") else { return Ok(Engine::ALL.to_vec()) };
    let names = names.split([' ', ',']).filter(|name| !name.is_empty());
    let known = |name| Engine::named(name).ok_or(format!("ENGINES: no engine is called {name:?}"));
    names.map(known).collect()
}
