//! Goals of the design in numbers. Each is measured by a scenario of `layout`. After the last
//! scenario, one table shows all results, and `target/layout.txt` keeps it.

use std::fmt::{self, Write};
use std::sync::Mutex;

use crate::engine::Engine;
use crate::wait::{OrFailed, Outcome};

use Limit::{AtLeast, AtMost};

/// File that the table is written to.
const FILE: &str = "target/layout.txt";

/// A number that the design promises.
#[derive(Debug)]
pub struct Goal {
    what: &'static str,
    limit: Limit,
    /// Symbol after the number, with a space before it if it needs one.
    unit: &'static str,
}

#[derive(Debug)]
enum Limit {
    AtMost(u32),
    AtLeast(u32),
}

const fn goal(what: &'static str, limit: Limit, unit: &'static str) -> Goal {
    Goal { what, limit, unit }
}

pub const FIRST_CARD: Goal = goal("top of the first card at 390 × 664", AtMost(240), " px");
pub const FIRST_WORDS: Goal = goal("first words of the list at 390 × 664", AtMost(310), " px");
pub const OWN_WORDS: Goal = goal("first words of any statement’s page at 390", AtMost(150), " px");
pub const SHARE: Goal = goal("share of the words in the cards’ height at 390", AtLeast(60), " %");
pub const OPTIONS: Goal = goal("filter options shown at first", AtMost(25), "");
pub const STOPS: Goal = goal("Tab stops on the first page at 1440", AtMost(80), "");
pub const EVIDENCE: Goal = goal("most rows of evidence on a statement’s page", AtMost(11), "");
pub const SIDES: Goal = goal("height of the page of all sides at 1440", AtMost(1_800), " px");
pub const CLICKS: Goal = goal("clicks to the unnamed accusations as CSV", AtMost(4), "");
pub const SCROLLS: Goal = goal("scrolls on the way there at 1440 × 900", AtMost(0), "");
pub const PAIR_LIST: Goal = goal("clicks from the list to two sides on a topic", AtMost(2), "");
pub const PAIR_PAGE: Goal = goal("clicks from a statement to the same", AtMost(2), "");
pub const WHAT: Goal = goal("end of “what this is” on the first page at 390", AtMost(664), " px");
pub const ABOUT: Goal = goal("end of what, who and how on About at 390", AtMost(664), " px");

/// The order of the table.
const ALL: [&Goal; 14] = [
    &FIRST_CARD,
    &FIRST_WORDS,
    &OWN_WORDS,
    &SHARE,
    &OPTIONS,
    &STOPS,
    &EVIDENCE,
    &SIDES,
    &CLICKS,
    &SCROLLS,
    &PAIR_LIST,
    &PAIR_PAGE,
    &WHAT,
    &ABOUT,
];

/// A result; `None` if the page has nothing to measure, such as no such link.
struct Result {
    what: &'static str,
    engine: Engine,
    measured: Option<u32>,
}

static RESULTS: Mutex<Vec<Result>> = Mutex::new(Vec::new());

impl Goal {
    /// Keeps a result for the table and fails if it misses the goal. `note` names the place that
    /// was measured.
    pub fn check(&self, engine: Engine, measured: Option<u32>, note: &str) -> Outcome {
        let result = Result { what: self.what, engine, measured };
        RESULTS.lock().or_failed("keep a result")?.push(result);
        let is_met = measured.is_some_and(|measured| self.limit.allows(measured));
        is_met.then_some(()).ok_or_else(|| {
            let measured = self.shown(measured);
            format!("{}: {measured}, goal {}{} ({note})", self.what, self.limit, self.unit)
        })
    }

    fn shown(&self, measured: Option<u32>) -> String {
        measured.map_or_else(|| "none".to_owned(), |number| format!("{number}{}", self.unit))
    }
}

impl Limit {
    fn allows(&self, measured: u32) -> bool {
        match self {
            AtMost(limit) => measured <= *limit,
            AtLeast(limit) => measured >= *limit,
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AtMost(limit) => write!(f, "≤ {limit}"),
            AtLeast(limit) => write!(f, "≥ {limit}"),
        }
    }
}

/// Prints all results so far as a table, and writes it to a file. Without results, does nothing.
pub fn print_table() -> Outcome {
    let results = RESULTS.lock().or_failed("read the results")?;
    if results.is_empty() {
        return Ok(());
    }
    let engines: Vec<Engine> = Engine::ALL
        .into_iter()
        .filter(|engine| results.iter().any(|result| result.engine == *engine))
        .collect();
    let mut table = format!("{:<48} | {:>10}", "what", "goal");
    for engine in &engines {
        let _ = write!(table, " | {:>9}", engine.to_string());
    }
    for goal in ALL {
        if !results.iter().any(|result| result.what == goal.what) {
            continue;
        }
        let limit = format!("{}{}", goal.limit, goal.unit);
        let _ = write!(table, "\n{:<48} | {limit:>10}", goal.what);
        for engine in &engines {
            let of_engine = |result: &&Result| result.what == goal.what && result.engine == *engine;
            let shown = results.iter().rfind(of_engine).map(|result| goal.shown(result.measured));
            let _ = write!(table, " | {:>9}", shown.as_deref().unwrap_or("–"));
        }
    }
    println!("{table}");
    std::fs::create_dir_all("target")
        .and_then(|()| std::fs::write(FILE, table + "\n"))
        .or_failed(format_args!("write {FILE}"))
}
