//! Fuzzes the readers with broken copies of good files, without a nightly toolchain: `make fuzz`. Files of JSON are
//! broken as values, so that many still load and their pages are made too.
//!
//! Usage: `fuzz SECONDS [SEED [TARGET…]]`. Ends with an error at the first input that makes a reader panic or takes
//! more than two seconds of processor time, and writes it to `fuzz/artifacts/`.

#[path = "../tests/support/mutate.rs"]
#[allow(dead_code, reason = "tests use more of it")]
mod mutate;
mod targets;

use onrecord::packed::{Contents, pack};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rustix::time::{ClockId, clock_gettime};
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, fs};

/// Maximum processor time of one input.
const LIMIT: Duration = Duration::from_secs(2);
/// Maximum number of changes to one input.
const CHANGES: u64 = 8;

/// A reader, and the good files that are broken for it.
struct Target {
    name: &'static str,
    run: fn(&[u8]),
    seeds: fn() -> Vec<Vec<u8>>,
}

const TARGETS: [Target; 4] = [
    Target { name: "load", run: targets::load, seeds: dossiers },
    Target { name: "data", run: targets::data, seeds: data_files },
    Target { name: "query", run: targets::query, seeds: query_strings },
    Target { name: "import", run: targets::import, seeds: imports },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<u64>().ok());
    let Some(seconds) = number(0) else {
        eprintln!("usage: fuzz SECONDS [SEED [TARGET…]]");
        return ExitCode::from(2);
    };
    let wanted = arguments.get(2..).unwrap_or_default();
    let chosen =
        TARGETS.iter().filter(|it| wanted.is_empty() || wanted.iter().any(|w| w == it.name));
    let mut is_clean = true;
    for target in chosen {
        is_clean &= fuzz(target, Duration::from_secs(seconds), number(1).unwrap_or_default());
    }
    if is_clean { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs one target for a time. Returns false if an input made it fail.
fn fuzz(target: &Target, time: Duration, seed: u64) -> bool {
    let seeds = (target.seeds)();
    let (started, mut runs, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
    while started.elapsed() < time {
        let input = broken(&seeds, seed, runs);
        let before = processor_time();
        let outcome = catch_unwind(AssertUnwindSafe(|| (target.run)(&input)));
        let taken = processor_time().saturating_sub(before);
        runs += 1;
        slowest = slowest.max(taken);
        if outcome.is_err() || taken > LIMIT {
            let file = Path::new("fuzz/artifacts").join(format!("{}-{seed}-{runs}", target.name));
            let written =
                fs::create_dir_all("fuzz/artifacts").and_then(|()| fs::write(&file, &input));
            let why = if outcome.is_err() { "panicked" } else { "took too long" };
            println!("{}: {why} after {runs} runs ({taken:?}): {}", target.name, file.display());
            if let Err(error) = written {
                println!("failed to write it ({error})");
            }
            return false;
        }
    }
    println!("{}: {runs} runs, the slowest in {slowest:?}", target.name);
    true
}

/// Returns the processor time that this thread has used. Unlike the time of a clock, it is the same on a busy machine.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let nanoseconds = time.tv_sec.saturating_mul(1_000_000_000).saturating_add(time.tv_nsec);
    Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or_default())
}

/// Breaks one of the seeds. The same numbers give the same input.
fn broken(seeds: &[Vec<u8>], seed: u64, run: u64) -> Vec<u8> {
    let mut entropy = [0; 32];
    entropy[..8].copy_from_slice(&seed.to_le_bytes());
    entropy[8..16].copy_from_slice(&run.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &entropy);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let [which, changes] = [0, 1].map(|_| pick(&mut runner, proptest::num::u64::ANY));
    let mut bytes = seeds[usize::try_from(which % seeds.len() as u64).unwrap_or_default()].clone();
    let changes = 1 + changes % CHANGES;
    // Every fourth file of JSON is broken as bytes.
    match serde_json::from_slice::<Value>(&bytes) {
        Ok(mut value) if !run.is_multiple_of(4) => {
            // Few changes at a time, so that many dossiers still load.
            for _ in 0..changes.div_ceil(4) {
                pick(&mut runner, mutate::edit()).apply(&mut value);
            }
            value.to_string().into_bytes()
        }
        _ => {
            for _ in 0..changes {
                pick(&mut runner, mutate::cut()).apply(&mut bytes);
            }
            bytes
        }
    }
}

fn pick<S: Strategy>(runner: &mut TestRunner, values: S) -> S::Value {
    values.new_tree(runner).expect("no value is rejected").current()
}

/// Returns the dossiers of the fixtures, in both forms, the example and the ledgers.
fn dossiers() -> Vec<Vec<u8>> {
    let mut files = vec![targets::EXAMPLE.to_vec()];
    for folder in ["tests/fixtures/good", "tests/fixtures/published", "tests/fixtures/ledgers"] {
        collect(Path::new(folder), &mut files);
    }
    files
}

fn collect(folder: &Path, files: &mut Vec<Vec<u8>>) {
    let entries = fs::read_dir(folder).expect("a folder of the repository");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push(fs::read(&path).expect("a file of the repository"));
        }
    }
}

/// Returns the data of the example, with its header and without.
fn data_files() -> Vec<Vec<u8>> {
    const HEADER: usize = 32;
    let dossier = targets::load_example(targets::EXAMPLE).expect("the example loads");
    let dossiers = vec![Arc::new(dossier)];
    let contents = Contents { site: "Site".into(), is_alone: true, dossiers };
    let file = pack(&contents).expect("every dossier can be packed");
    vec![file[HEADER..].to_vec(), file]
}

/// Returns query strings with every key.
fn query_strings() -> Vec<Vec<u8>> {
    let texts = [
        "q=harbour+%22a+disgrace%22+-pilots&kind=claim,-demand&speaker=~unnamed,ada-lund&from=2025-06&to=2026&sort=said",
        "q=%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1+e%CC%81&topic=pay,delay&party=-ada-lund&open=a,b,c",
        "q=%22unclosed+-%22%22&identification=unnamed_person&directness=mixed&from=Y170000002&to=-9999",
        "q=a&amp;kind=x&kind=y&&=&%=%zz&q",
    ];
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// Returns a file of each format. Of two files, the text is before a zero byte.
fn imports() -> Vec<Vec<u8>> {
    let read = |name: &str| {
        fs::read(format!("tests/fixtures/import/{name}")).expect("a file of the repository")
    };
    let brat = [read("brat/ferry.txt"), read("brat/ferry.ann")].join(&0);
    let web = br#"{ "items": [{ "id": "https://example.org/a/statements/yes/", "creator": { "name": "Ada" },
        "body": { "purpose": "tagging", "value": "Answers" }, "target": [
        { "styleClass": "source", "selector": { "type": "TextQuoteSelector", "exact": "One" } },
        { "styleClass": "content", "selector": { "type": "TextPositionSelector", "start": 9, "end": 12 } }] }] }"#;
    vec![brat, read("label-studio.json"), read("uima-cas.json"), read("pasted.txt"), web.to_vec()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reader_takes_its_good_files() {
        for target in TARGETS {
            for seed in (target.seeds)() {
                (target.run)(&seed);
            }
        }
    }
}
