//! The nearest valid value to a wrong one, for hints; and how values are shown in messages.

use std::collections::HashSet;

/// Values less alike than this are no help (Jaro–Winkler, 0 to 1).
const LEAST_LIKENESS: f64 = 0.75;

/// Parts of values, between hyphens, are taken for the same from this on: a letter more or less.
const SAME_PART: f64 = 0.92;

/// Longer values, in bytes, are not compared: nobody mistypes a page.
const LONGEST: usize = 200;

/// So many values are compared with a wrong one; thousands of both would take minutes.
const MAX_COMPARED: usize = 1_000;

/// So many ids are listed where none is near to a wrong one.
const MAX_LISTED: usize = 12;

/// The candidate most like a value, where one is alike at all.
pub fn nearest<'c>(value: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if value.len() > LONGEST {
        return None;
    }
    let value = plain(value);
    candidates
        .into_iter()
        .take(MAX_COMPARED)
        .filter(|candidate| candidate.len() <= LONGEST)
        .map(|candidate| (likeness(&value, &plain(candidate)), candidate))
        .filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })
        .map(|(_, candidate)| candidate)
}

fn plain(value: &str) -> String {
    value.to_lowercase().replace([' ', '-'], "_")
}

/// How alike two values are: as they are spelt, or in the parts that they share.
fn likeness(one: &str, other: &str) -> f64 {
    // A few letters are found in many a long value.
    let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
    let spelt = if shorter * 2 < longer { 0.0 } else { strsim::jaro_winkler(one, other) };
    let parts = |value: &str| -> Vec<String> {
        value.split('_').filter(|part| part.len() > 1).map(str::to_owned).collect()
    };
    let (one, other) = (parts(one), parts(other));
    let is_shared = |part: &&String| {
        other.iter().any(|it| strsim::jaro_winkler(part, it) >= SAME_PART && is_close(part, it))
    };
    let (shared, most) = (one.iter().filter(is_shared).count(), one.len().max(other.len()));
    let share = match (u32::try_from(shared), u32::try_from(most)) {
        (Ok(shared @ 1..), Ok(most)) => 0.75 + 0.2 * f64::from(shared) / f64::from(most),
        _ => 0.0,
    };
    spelt.max(share)
}

/// True for parts that differ in one letter at most: "minister" and "ministers".
fn is_close(one: &str, other: &str) -> bool {
    one == other || (one.len() > 3 && one.len().abs_diff(other.len()) <= 1)
}

/// `did you mean "x"?`, where something is near.
pub fn did_you_mean<'c>(
    value: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<String> {
    nearest(value, candidates).map(|near| format!("did you mean \"{near}\"?"))
}

/// What may be meant by an id that is not there: the nearest, or else some of those that are. Nothing where
/// there is none.
pub fn instead_of<'c>(id: &str, ids: impl Iterator<Item = &'c str>) -> Option<String> {
    let mut seen = HashSet::new();
    let mut known: Vec<&str> = ids.take(MAX_COMPARED).filter(|id| seen.insert(*id)).collect();
    did_you_mean(id, known.iter().copied()).or_else(|| {
        let more = if known.len() > MAX_LISTED { ", …" } else { "" };
        known.truncate(MAX_LISTED);
        (!known.is_empty()).then(|| format!("there is {}{more}", one_of(known)))
    })
}

/// `one of "a", "b", "c"`.
pub fn one_of<'c>(values: impl IntoIterator<Item = &'c str>) -> String {
    let quoted: Vec<String> = values.into_iter().map(|value| format!("\"{value}\"")).collect();
    format!("one of {}", quoted.join(", "))
}

/// True where one letter is missing, too many, another, or in its neighbour's place. Short names may as
/// well be others.
pub fn is_slip(written: &str, meant: &str) -> bool {
    meant.len() > 3 && strsim::osa_distance(written, meant) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_values() {
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
    fn ids_are_near_by_their_parts() {
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
    fn ids_are_listed_where_none_is_near() {
        let listed = instead_of("xyz", ["a", "b", "a"].into_iter());
        assert_eq!(listed.as_deref(), Some("there is one of \"a\", \"b\""));
        let many: Vec<String> = (10..30).map(|number| format!("id-{number}")).collect();
        let listed = instead_of("xyz", many.iter().map(String::as_str)).unwrap_or_default();
        assert!(listed.ends_with("\"id-21\", …"), "{listed}");
        assert_eq!(instead_of("xyz", std::iter::empty()), None);
    }
}
