//! Shows how time and size grow: each series of dossiers is doubled again and again, and each stage is
//! measured. `make bench` runs it; `cargo run --release --example growth -- 500 4000 WORD` takes other
//! sizes, the first and the last, and only the series with the word in their name.
//!
//! Times are processor times, as Linux tells them. The exponent is the logarithm to base 2 of the ratio of
//! the last two sizes: 1 is linear, 2 the square.

#[path = "../../tests/support/grow.rs"]
mod grow;

use grow::{ALL, Series};
use onrecord::load::load;
use onrecord::model::Archive;
use onrecord::prerender::{App, Shell, dossier_files};
use onrecord::site::Site;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Instant;

/// Minimum time in seconds that says something about growth.
const MIN_TIME: f64 = 0.02;

/// Maximum time in seconds of a series. Larger sizes are left out after that.
const MAX_TIME: f64 = 60.0;

/// The stages, in the order in which a build takes them.
const STAGES: [&str; 4] = ["load", "derive", "pack", "write"];

/// Seconds of each stage, and bytes of the kinds of files.
struct Measured {
    size: usize,
    input: usize,
    seconds: [f64; STAGES.len()],
    pages: usize,
    largest: usize,
    exports: usize,
    data: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number =
        |at: usize, or: usize| arguments.get(at).and_then(|n| n.parse().ok()).unwrap_or(or);
    let (first, last) = (number(0, 250), number(1, 2_000));
    let word = arguments.get(2).map_or("", String::as_str);
    let kilobytes = ["input", "pages", "largest", "exports", "data"];
    print!("{:42}{:>7}", "series", "size");
    STAGES.iter().for_each(|stage| print!("{stage:>9} s"));
    kilobytes.iter().for_each(|what| print!("{what:>9} kB"));
    println!();
    for series in ALL.iter().filter(|series| series.name.contains(word)) {
        print_series(series, first, last);
    }
}

fn print_series(series: &Series, first: usize, last: usize) {
    let start = Instant::now();
    let (mut before, mut last_two) = (None::<Measured>, None);
    let mut size = first;
    while size <= last && start.elapsed().as_secs_f64() < MAX_TIME {
        let measured = measure(series, size);
        print!("{:42}{:>7}", series.name, measured.size);
        measured.seconds.iter().for_each(|seconds| print!("{seconds:>11.3}"));
        sizes(&measured).iter().for_each(|bytes| print!("{:>12}", bytes / 1000));
        println!();
        last_two = before.map(|before| exponents(&before, &measured));
        before = Some(measured);
        size *= 2;
    }
    if let Some(exponents) = last_two {
        println!("{:49}{exponents}", "    exponent");
    }
}

/// Returns the exponents between a size and twice that size, one for each column.
fn exponents(then: &Measured, now: &Measured) -> String {
    let exponent = |now: f64, then: f64, says_something: bool, width: usize| match says_something {
        true => format!("{:>width$.2}", (now / then).log2()),
        false => format!("{:>width$}", "-"),
    };
    let times = now.seconds.iter().zip(then.seconds);
    let times = times.map(|(&now, then)| exponent(now, then.max(1e-6), now >= MIN_TIME, 11));
    let bytes = sizes(now).into_iter().zip(sizes(then));
    let bytes = bytes.map(|(now, then)| exponent(now as f64, then as f64, now > 0 && then > 0, 12));
    times.chain(bytes).collect()
}

fn sizes(of: &Measured) -> [usize; 5] {
    [of.input, of.pages, of.largest, of.exports, of.data]
}

fn measure(series: &Series, size: usize) -> Measured {
    let json = (series.make)(size).to_string();
    let mut seconds = [0.0; STAGES.len()];
    let (loaded, time) = timed(|| load("growing.json", json.as_bytes()));
    seconds[0] = time;
    let (mut pages, mut largest, mut exports, mut data) = (0, 0, 0, 0);
    assert_eq!(
        loaded.dossier.is_none(),
        series.is_broken,
        "{}: {:?}",
        series.name,
        loaded.diagnostics.first()
    );
    if let Some(dossier) = loaded.dossier {
        let shell = Shell::new(App::default());
        let dossiers = vec![Arc::new(dossier)];
        let (site, time) = timed(|| {
            let site = Rc::new(Site::new(Archive { dossiers }));
            let prepared = &site.dossiers[0];
            prepared.index();
            prepared.coverage();
            site
        });
        seconds[1] = time;
        let prepared = &site.dossiers[0];
        (data, seconds[2]) = timed(|| site.data(prepared, onrecord::text::when_text).len());
        let (files, time) = timed(|| dossier_files(&site, prepared, &shell));
        seconds[3] = time;
        for file in files {
            let bytes = file.bytes.len();
            if file.path.ends_with(".html") {
                pages += bytes;
                largest = largest.max(bytes);
            } else if !file.path.ends_with(".bin") {
                exports += bytes;
            }
        }
    }
    Measured { size, input: json.len(), seconds, pages, largest, exports, data }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = processor_time();
    let result = work();
    (result, processor_time() - start)
}

/// Returns the seconds that this thread has had a processor. What else the machine does counts little.
fn processor_time() -> f64 {
    // Linux says it in nanoseconds, as the first number.
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = said.split(' ').next().and_then(|it| it.parse::<f64>().ok());
    nanoseconds.expect("processor time, which Linux tells in /proc") / 1e9
}
