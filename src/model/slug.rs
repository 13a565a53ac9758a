//! Ids that stand in URLs.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest slug, in characters: long enough for any name, short enough for any file system.
const MAX_SLUG: usize = 64;

/// A name in a URL: lower-case ASCII letters and digits in groups joined by single hyphens,
/// 1 to 64 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slug(Box<str>);

/// Why a text is no slug.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadSlug {
    /// A slug made from the text, where one can be made.
    pub suggestion: Option<Slug>,
}

impl Slug {
    /// Takes a text that is a slug.
    ///
    /// # Errors
    /// `BadSlug` with the nearest slug otherwise.
    pub fn new(text: &str) -> Result<Self, BadSlug> {
        if is_slug(text) {
            Ok(Self(text.into()))
        } else {
            Err(BadSlug { suggestion: nearest(text) })
        }
    }

    /// The text.
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
    fn slugs() {
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
