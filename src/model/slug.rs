//! Ids for use in URLs.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Maximum length of a slug in characters. Leaves room for any name and fits every file system.
const MAX_SLUG: usize = 64;

/// An id in a URL: 1 to 64 characters, consisting of groups of lower-case ASCII letters and digits
/// joined by single hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slug(Box<str>);

/// The error for a text that is not a valid slug.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadSlug {
    /// The nearest valid slug, if there is one.
    pub suggestion: Option<Slug>,
}

impl Slug {
    /// Validates a slug.
    ///
    /// # Errors
    /// Returns `BadSlug` if the text is not a valid slug.
    pub fn new(text: &str) -> Result<Self, BadSlug> {
        if is_slug(text) {
            Ok(Self(text.into()))
        } else {
            Err(BadSlug { suggestion: nearest(text) })
        }
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_slug(text: &str) -> bool {
    text.len() <= MAX_SLUG
        && text.split('-').all(|group| {
            !group.is_empty() && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

fn nearest(text: &str) -> Option<Slug> {
    let mut slug = String::new();
    for c in text.chars().map(|c| c.to_ascii_lowercase()) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() == MAX_SLUG {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    is_slug(slug).then(|| Slug(slug.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_slugs_and_suggests_the_nearest() {
        for good in ["a", "syrian-official", "2026-01-06", "x1"] {
            assert_eq!(Slug::new(good).map(|s| s.to_string()), Ok(good.to_owned()));
        }
        let long = "a".repeat(65);
        for (bad, near) in [
            ("Syrian Official", Some("syrian-official")),
            ("a--b", Some("a-b")),
            ("-a-", Some("a")),
            ("", None),
            ("سوريا", None),
            ("a/../b", Some("a-b")),
            (long.as_str(), Some(&long[..64])),
        ] {
            let suggestion = Slug::new(bad).expect_err(bad).suggestion;
            assert_eq!(suggestion.as_ref().map(Slug::as_str), near, "{bad}");
        }
    }
}
