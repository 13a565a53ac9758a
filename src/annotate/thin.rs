//! Which stored versions of a draft are kept: every one of the last minutes, then fewer and fewer.

use std::collections::BTreeSet;

/// Milliseconds of a minute.
const MINUTE: u64 = 60_000;

/// Time for which every version is kept.
const ALL: u64 = 10 * MINUTE;

/// Ages up to which one version is kept for each period, with the period.
const FEWER: [(u64, u64); 2] = [(60 * MINUTE, MINUTE), (24 * 60 * MINUTE, 60 * MINUTE)];

/// The period for older versions.
const OLDER: u64 = 24 * 60 * MINUTE;

/// Maximum number of versions of a draft.
const MAX: usize = 400;

/// Returns the versions to delete. Versions are named by their times, in milliseconds since any moment. The newest
/// is always kept, and of each period the newest.
///
/// ```
/// use onrecord::annotate::thin;
///
/// let (now, second) = (100_000_000, 1_000);
/// assert!(thin(&[now - 3 * second, now - 2 * second], now).is_empty());
/// // Of two in a minute half an hour ago, the later one stays.
/// let old = 90_000_000 / 60_000 * 60_000 + 9_000_000 - 9_000_000 % 60_000;
/// assert_eq!(thin(&[old, old + second, now], now), [old]);
/// ```
pub fn thin(times: &[u64], now: u64) -> Vec<u64> {
    let sorted: BTreeSet<u64> = times.iter().copied().collect();
    let mut periods = BTreeSet::new();
    let (mut kept, mut dropped) = (0, Vec::new());
    for time in sorted.into_iter().rev() {
        let age = now.saturating_sub(time);
        let period = FEWER.iter().find(|(oldest, _)| age <= *oldest).map_or(OLDER, |it| it.1);
        let is_first = age <= ALL || periods.insert((period, time / period));
        if kept == 0 || is_first && kept < MAX {
            kept += 1;
        } else {
            dropped.push(time);
        }
    }
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_800_000_000_000;

    #[test]
    fn every_version_of_the_last_minutes_is_kept() {
        let times: Vec<u64> = (0..300).map(|at| NOW - at * 2_000).collect();
        assert!(thin(&times, NOW).is_empty());
    }

    #[test]
    fn older_versions_become_fewer() {
        let times: Vec<u64> = (0..7 * 24 * 60 * 2).map(|at| NOW - at * MINUTE / 2).collect();
        let dropped: BTreeSet<u64> = thin(&times, NOW).into_iter().collect();
        let kept: Vec<u64> = times.iter().copied().filter(|it| !dropped.contains(it)).collect();
        let between = |from: u64, to: u64| {
            kept.iter().filter(|it| (from..to).contains(&((NOW - **it) / MINUTE))).count()
        };
        assert_eq!(between(0, 10), 20);
        assert!((49..=52).contains(&between(11, 60)), "{}", between(11, 60));
        assert!((22..=24).contains(&between(61, 24 * 60)), "{}", between(61, 24 * 60));
        assert!((6..=7).contains(&between(24 * 60 + 1, 7 * 24 * 60)));
        // What is left is left again a moment later.
        assert!(thin(&kept, NOW).is_empty());
    }

    #[test]
    fn there_is_a_maximum_and_the_newest_version_always_stays() {
        let times: Vec<u64> = (0..5_000).map(|at| NOW - at * 10).collect();
        assert_eq!(times.len() - thin(&times, NOW).len(), MAX);
        assert!(thin(&[5], NOW).is_empty());
        // The clock was set back.
        assert!(thin(&[NOW + 5], NOW).is_empty());
    }
}
