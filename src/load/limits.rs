//! How large a dossier may be. The limits are far above any article. They keep time and memory bounded:
//! `make bench-growth` measures how both grow.

use super::code::FileCode;
use super::problem::Problem;

/// Maximum number of elements of each list of a dossier.
const LISTS: [(&str, usize); 8] = [
    ("topics", 50_000),
    ("places", 50_000),
    ("actors", 50_000),
    ("statements", 50_000),
    ("figures", 50_000),
    ("background", 50_000),
    ("relations", 250_000),
    ("corrections", 50_000),
];

/// Maximum number of paragraphs of an article.
const PARAGRAPHS: usize = 100_000;

/// Maximum number of references of all statements together: to speakers, hops of chains, topics, actors
/// and places that they are about, and what they mention. Each may be a line on the page of what it
/// refers to.
const REFERENCES: usize = 500_000;

/// Maximum number of references of all corrections together to statements.
const CORRECTED: usize = 1_000_000;

/// Returns a problem if a list of a dossier has too many elements.
pub fn check_list(field: &str, length: usize) -> Option<Problem> {
    let (_, max) = LISTS.into_iter().find(|(name, _)| *name == field)?;
    beyond(length, max, &format!("elements in {field}"))
}

/// Returns a problem if an article has too many paragraphs.
pub fn check_paragraphs(length: usize) -> Option<Problem> {
    beyond(length, PARAGRAPHS, "paragraphs")
}

/// Returns a problem if the statements of a dossier have too many references.
pub fn check_references(number: usize) -> Option<Problem> {
    beyond(number, REFERENCES, "references in all statements together")
}

/// Returns a problem if the corrections of a dossier have too many references.
pub fn check_corrected(number: usize) -> Option<Problem> {
    beyond(number, CORRECTED, "references to statements in all corrections together")
}

fn beyond(number: usize, max: usize, what: &str) -> Option<Problem> {
    (number > max).then(|| {
        let message = format!("there are {number} {what}, and at most {max} are allowed");
        Problem::error(FileCode::BeyondLimit, message)
            .hint("split it: a dossier contains one article")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_itself_is_allowed() {
        assert!(check_list("statements", 50_000).is_none());
        let message = check_list("statements", 50_001).map(|problem| problem.message);
        let expected = "there are 50001 elements in statements, and at most 50000 are allowed";
        assert_eq!(message.as_deref(), Some(expected));
        assert!(check_list("unlimited", usize::MAX).is_none());
    }
}
