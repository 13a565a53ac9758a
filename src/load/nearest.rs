//! The valid value that is most like a wrong one, for hints.

use super::escape::shown;
use std::collections::HashSet;

/// Minimum similarity of a suggestion (Jaro–Winkler, 0 to 1).
const MIN_SIMILARITY: f64 = 0.75;

/// Minimum similarity at which two words of a value count as the same.
const MIN_WORD_SIMILARITY: f64 = 0.92;

/// Maximum length in bytes of values that are compared. Longer ones are not typing errors.
const MAX_LENGTH: usize = 200;

/// Maximum number of candidates compared. Comparing thousands of them with thousands of values
/// would take minutes.
const MAX_COMPARED: usize = 1_000;

/// Maximum number of ids listed if none is similar.
const MAX_LISTED: usize = 12;

/// Returns the candidate that is most like a value, if one is similar enough.
pub fn nearest<'c>(value: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if value.len() > MAX_LENGTH {
        return None;
    }
    let value = plain(value);
    candidates
        .into_iter()
        .take(MAX_COMPARED)
        .filter(|candidate| candidate.len() <= MAX_LENGTH)
        .map(|candidate| (similarity(&value, &plain(candidate)), candidate))
        .filter(|(similarity, _)| *similarity >= MIN_SIMILARITY)
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })
        .map(|(_, candidate)| candidate)
}

fn plain(value: &str) -> String {
    value.to_lowercase().replace([' ', '-'], "_")
}

/// Returns the similarity of two values, from 0 to 1: that of their spelling, or the share of
/// common words.
fn similarity(one: &str, other: &str) -> f64 {
    // A short value is spelt much like many long ones.
    let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
    let spelt = if shorter * 2 < longer { 0.0 } else { strsim::jaro_winkler(one, other) };
    let parts = |value: &str| -> Vec<String> {
        value.split('_').filter(|part| part.len() > 1).map(str::to_owned).collect()
    };
    let (one, other) = (parts(one), parts(other));
    let is_shared = |part: &&String| {
        other
            .iter()
            .any(|it| strsim::jaro_winkler(part, it) >= MIN_WORD_SIMILARITY && is_close(part, it))
    };
    let (shared, most) = (one.iter().filter(is_shared).count(), one.len().max(other.len()));
    let share = match (u32::try_from(shared), u32::try_from(most)) {
        (Ok(shared @ 1..), Ok(most)) => 0.75 + 0.2 * f64::from(shared) / f64::from(most),
        _ => 0.0,
    };
    spelt.max(share)
}

/// Returns true for words whose lengths differ by at most one: "minister" and "ministers".
fn is_close(one: &str, other: &str) -> bool {
    one == other || (one.len() > 3 && one.len().abs_diff(other.len()) <= 1)
}

/// Returns `did you mean "x"?`, if a candidate is similar enough.
pub fn did_you_mean<'c>(
    value: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<String> {
    nearest(value, candidates).map(|near| format!("did you mean {}?", shown(near)))
}

/// Returns a hint for an unknown id: a similar id, or else a list of ids. `None` without ids.
pub fn suggest_id<'c>(id: &str, ids: impl Iterator<Item = &'c str>) -> Option<String> {
    let mut seen = HashSet::new();
    let mut known: Vec<&str> = ids.take(MAX_COMPARED).filter(|id| seen.insert(*id)).collect();
    did_you_mean(id, known.iter().copied()).or_else(|| {
        let more = if known.len() > MAX_LISTED { ", …" } else { "" };
        known.truncate(MAX_LISTED);
        (!known.is_empty()).then(|| format!("known ids: {}{more}", list(known)))
    })
}

/// Returns `one of "a", "b", "c"`.
pub fn one_of<'c>(values: impl IntoIterator<Item = &'c str>) -> String {
    format!("one of {}", list(values))
}

fn list<'c>(values: impl IntoIterator<Item = &'c str>) -> String {
    let quoted: Vec<String> = values.into_iter().map(shown).collect();
    quoted.join(", ")
}

/// Returns true if the written word differs from the meant one by a single typing error. Short
/// words are too easily confused with others.
pub fn is_misspelling(written: &str, meant: &str) -> bool {
    meant.len() > 3 && strsim::osa_distance(written, meant) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_most_similar_value() {
        let kinds = ["assertion", "accusation", "declined_comment"];
        let check = |value, expected| assert_eq!(nearest(value, kinds), expected, "{value}");
        check("acusation", Some("accusation"));
        check("Accusation", Some("accusation"));
        check("declined comment", Some("declined_comment"));
        check("xyz", None);
        check("comment", Some("declined_comment"));
        check(&"a".repeat(1000), None);
    }

    #[test]
    fn compares_ids_word_by_word() {
        let ids = "israel syria united-states us-state-department syrian-official reuters \
                   prime-ministers-office benjamin-netanyahu syrian-state-media bashar-al-assad civilians";
        let check =
            |value, expected| assert_eq!(nearest(value, ids.split(' ')), expected, "{value}");
        check("official", Some("syrian-official"));
        check("pm-office", Some("prime-ministers-office"));
        check("netanyahus-office", Some("benjamin-netanyahu"));
        check("prime-minister", Some("prime-ministers-office"));
        check("assad", Some("bashar-al-assad"));
        check("state-department", Some("us-state-department"));
        check("IL", None);
        check("isreal", Some("israel"));
    }

    #[test]
    fn lists_ids_if_none_is_similar() {
        let listed = suggest_id("xyz", ["a", "b", "a"].into_iter());
        assert_eq!(listed.as_deref(), Some("known ids: \"a\", \"b\""));
        let many: Vec<String> = (10..30).map(|number| format!("id-{number}")).collect();
        let listed = suggest_id("xyz", many.iter().map(String::as_str)).unwrap_or_default();
        assert!(listed.ends_with("\"id-21\", …"), "{listed}");
        assert_eq!(suggest_id("xyz", std::iter::empty()), None);
    }
}
