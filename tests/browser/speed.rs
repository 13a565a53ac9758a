//! Times what a reader waits for in a list, in Chromium on a processor that is slowed down: `make
//! bench`. No scenario depends on time, which a busy machine changes. A site from before a change
//! can take turns with this one, so that the ratio of the two is of use on any machine.

use std::env;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use serde_json::json;

use crate::engine::{Engine, Setup};
use crate::reader::Reader;
use crate::server::Server;
use crate::wait::{OrFailed, Outcome};

/// Environment variable that names the folders of sites, separated by spaces. Without it, the
/// scenarios run. The first page of each site must be a list.
pub const SITES: &str = "ONRECORD_SPEED";
/// Environment variable that names the same sites from before a change, in the same order.
const BEFORE: &str = "ONRECORD_BEFORE";

/// The processor is slowed down by this factor, to that of a common phone.
const SLOWDOWN: u32 = 4;
/// Number of times that each page is opened, in a new browser each time.
const ROUNDS: usize = 3;
/// Number of filters that are clicked in each round. A word is typed and deleted in as many keys.
const SAMPLES: usize = 10;
/// The beginning of a word that is in all measured lists.
const WORD: &str = "withd";

/// The goals, in milliseconds; NaN if there is none. Processor time is that of the page's thread: on
/// a busy machine it is a better guide than the time on the clock.
const GOALS: [(&str, f64); 13] = [
    ("key to layout, median", 16.0),
    ("key to layout, 90 %", 16.0),
    ("key to second frame, median", f64::NAN),
    ("key to second frame, 90 %", f64::NAN),
    ("processor time of a key, mean", f64::NAN),
    ("filter to layout, median", 16.0),
    ("filter to layout, 90 %", 16.0),
    ("filter to second frame, median", f64::NAN),
    ("filter to second frame, 90 %", f64::NAN),
    ("processor time of a filter, mean", f64::NAN),
    ("longest task of take-over", 50.0),
    ("blocking time of take-over", 50.0),
    ("processor time of opening, median", f64::NAN),
];

/// Times of one site, in milliseconds.
#[derive(Default)]
struct Times {
    /// To layout and to the second frame, for each key and for each click.
    keys: Vec<(f64, f64)>,
    filters: Vec<(f64, f64)>,
    /// Processor time of each round, for all its keys and all its clicks.
    work: Vec<(f64, f64)>,
    /// Longest task of each time the page was opened, and the sum of what is above 50 ms.
    longest: Vec<f64>,
    blocking: Vec<f64>,
    /// Processor time until the app has taken over.
    opening: Vec<f64>,
}

/// Measures all sites and prints a table.
pub async fn measure() -> Outcome<usize> {
    let (sites, before) = (folders(SITES), folders(BEFORE));
    println!("Chromium, processor slowed down {SLOWDOWN} times, times in ms\n");
    for (index, site) in sites.iter().enumerate() {
        let (mut now, mut then) = (Times::default(), Times::default());
        for _ in 0..ROUNDS {
            if let Some(folder) = before.get(index) {
                then.add(folder).await?;
            }
            now.add(site).await?;
        }
        println!("{:<34} | {:>6} | {:>7} | {:>7} | ratio", site.display(), "goal", "before", "now");
        let rows = GOALS.iter().zip(now.numbers()).zip(then.numbers());
        for (((what, goal), now), then) in rows {
            let goal = if goal.is_nan() { String::new() } else { format!("≤ {goal}") };
            let ratio = if then.is_nan() { String::new() } else { format!("{:.1}", then / now) };
            println!("{what:<34} | {goal:>6} | {then:>7.1} | {now:>7.1} | {ratio}");
        }
        println!();
    }
    Ok(sites.len())
}

fn folders(variable: &str) -> Vec<PathBuf> {
    let names = env::var(variable).unwrap_or_default();
    names.split_whitespace().map(PathBuf::from).collect()
}

impl Times {
    /// Opens the first page of a site in a new browser, types and clicks.
    async fn add(&mut self, folder: &Path) -> Outcome {
        let server = Rc::new(Server::start(folder, "/").await?);
        let reader = Reader::start(Engine::Chromium, Setup::default(), server).await?;
        reader.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN })).await?;
        reader.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
        reader.open("").await?;
        let speed = include_str!("speed.js").trim_end();
        let tasks = reader.eval(&format!("{speed}.tasks()")).await?;
        let tasks: Vec<f64> = serde_json::from_value(tasks).or_failed("read the tasks")?;
        self.longest.push(tasks.iter().copied().fold(0.0, f64::max));
        self.blocking.push(tasks.iter().map(|task| task - 50.0).sum());
        let start = work(&reader).await?;
        self.opening.push(start);
        let keys = reader.eval(&format!("{speed}.keys({})", json!(WORD))).await?;
        let keys: Vec<(f64, f64)> = serde_json::from_value(keys).or_failed("read the times")?;
        let middle = work(&reader).await?;
        let filters = reader.eval(&format!("{speed}.filters({SAMPLES})")).await?;
        let filters: Vec<(f64, f64)> =
            serde_json::from_value(filters).or_failed("read the times")?;
        self.work.push((middle - start, work(&reader).await? - middle));
        self.keys.extend(keys);
        self.filters.extend(filters);
        reader.into_browser().close().await;
        Ok(())
    }

    /// Returns the numbers in the order of [`GOALS`].
    fn numbers(&self) -> [f64; GOALS.len()] {
        let (key, key_frame): (Vec<_>, Vec<_>) = self.keys.iter().copied().unzip();
        let (filter, filter_frame): (Vec<_>, Vec<_>) = self.filters.iter().copied().unzip();
        let (key_work, filter_work): (f64, f64) = self
            .work
            .iter()
            .fold((0.0, 0.0), |(keys, filters), (key, filter)| (keys + key, filters + filter));
        let mean =
            |sum: f64, times: &[f64]| sum / f64::from(u32::try_from(times.len()).unwrap_or(0));
        [
            quantile(&key, 0.5),
            quantile(&key, 0.9),
            quantile(&key_frame, 0.5),
            quantile(&key_frame, 0.9),
            mean(key_work, &key),
            quantile(&filter, 0.5),
            quantile(&filter, 0.9),
            quantile(&filter_frame, 0.5),
            quantile(&filter_frame, 0.9),
            mean(filter_work, &filter),
            quantile(&self.longest, 0.5),
            quantile(&self.blocking, 0.5),
            quantile(&self.opening, 0.5),
        ]
    }
}

/// Returns the processor time of the page's tasks so far, in milliseconds.
async fn work(reader: &Reader) -> Outcome<f64> {
    let metrics = reader.cdp("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().map(Vec::as_slice).unwrap_or_default();
    let tasks = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
    let seconds = tasks.and_then(|metric| metric["value"].as_f64());
    seconds.map(|seconds| 1000.0 * seconds).ok_or_else(|| format!("no task in {metrics:?}"))
}

/// Returns the number that this share of the numbers does not exceed; NaN if there are none.
fn quantile(numbers: &[f64], share: f64) -> f64 {
    let mut numbers = numbers.to_vec();
    numbers.sort_by(f64::total_cmp);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small index")]
    #[allow(clippy::cast_precision_loss, reason = "a small number")]
    let index = (numbers.len() as f64 * share) as usize;
    numbers.get(index.min(numbers.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}
