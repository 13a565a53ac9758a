//! Waiting for conditions with a limit, and how a step of a scenario ends.

use std::fmt::Display;
use std::time::{Duration, Instant};

/// What a step of a scenario ends in; the error is a sentence for a person.
pub type Outcome<T = ()> = Result<T, String>;

/// How long a reader waits for anything.
const LIMIT: Duration = Duration::from_secs(10);
/// Between two looks at a condition.
pub const PAUSE: Duration = Duration::from_millis(15);

/// Asks `probe` until it answers with a value. An error of the probe counts as "not yet" (a page
/// may be on its way out), and the last one is told when the time is up.
pub async fn until<T>(
    what: &str,
    mut probe: impl AsyncFnMut() -> Outcome<Option<T>>,
) -> Outcome<T> {
    let start = Instant::now();
    loop {
        let last = match probe().await {
            Ok(Some(value)) => return Ok(value),
            Ok(None) => String::new(),
            Err(error) => format!(" (last: {error})"),
        };
        if start.elapsed() > LIMIT {
            return Err(format!("waited {} s for {what}{last}", LIMIT.as_secs()));
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Turns any error into an [`Outcome`]'s.
pub trait OrFailed<T> {
    /// "failed to `to` (cause)".
    fn or_failed(self, to: impl Display) -> Outcome<T>;
}

impl<T, E: Display> OrFailed<T> for Result<T, E> {
    fn or_failed(self, to: impl Display) -> Outcome<T> {
        self.map_err(|cause| format!("failed to {to} ({cause})"))
    }
}
