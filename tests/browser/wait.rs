//! Waiting for conditions, and the result type of a scenario's steps.

use std::fmt::Display;
use std::time::{Duration, Instant};

/// The result of a step of a scenario. The error is a message for a person.
pub type Outcome<T = ()> = Result<T, String>;

/// Longest time that one wait or one command to a browser may take.
///
/// Its only purpose is that a hang ends with a message. No scenario depends on it: it is many
/// times longer than the slowest step takes while all cores are busy with something else and the
/// browser slows the page down.
pub const LIMIT: Duration = Duration::from_secs(120);

/// Shortest and longest pause between two checks of a condition. The pause grows with the time
/// waited, because each check takes processor time from the page that the test waits for.
const PAUSES: (Duration, Duration) = (Duration::from_millis(10), Duration::from_millis(250));

/// Waits until `probe` succeeds. The error of the probe describes the state that it found, and the
/// last one becomes part of the message if the wait never ends. A failed command counts as such a
/// state, because a page may be unloading.
pub async fn until<T>(what: &str, probe: impl AsyncFnMut() -> Outcome<T>) -> Outcome<T> {
    until_within(LIMIT, what, probe).await
}

/// Like [`until`] with another limit, for tests of the limit itself.
pub async fn until_within<T>(
    limit: Duration,
    what: &str,
    mut probe: impl AsyncFnMut() -> Outcome<T>,
) -> Outcome<T> {
    let start = Instant::now();
    loop {
        let state = match probe().await {
            Ok(value) => return Ok(value),
            Err(state) => state,
        };
        if start.elapsed() > limit {
            let seconds = limit.as_secs();
            return Err(format!("waited {seconds} s for {what}; last state: {state}"));
        }
        let (shortest, longest) = PAUSES;
        tokio::time::sleep((start.elapsed() / 10).clamp(shortest, longest)).await;
    }
}

/// Runs one command, such as a command to a driver, and fails with "failed to `to` (cause)".
pub async fn command<T, E: Display>(
    to: impl Display,
    command: impl Future<Output = Result<T, E>>,
) -> Outcome<T> {
    match tokio::time::timeout(LIMIT, command).await {
        Ok(result) => result.or_failed(to),
        Err(_) => Err(format!("failed to {to} (no answer within {} s)", LIMIT.as_secs())),
    }
}

/// Converts any result into an [`Outcome`].
pub trait OrFailed<T> {
    /// Turns the error into "failed to `to` (cause)".
    fn or_failed(self, to: impl Display) -> Outcome<T>;
}

impl<T, E: Display> OrFailed<T> for Result<T, E> {
    fn or_failed(self, to: impl Display) -> Outcome<T> {
        self.map_err(|cause| format!("failed to {to} ({cause})"))
    }
}
