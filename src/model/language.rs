//! Tags of languages (BCP 47).

/// Returns the primary subtag of a language tag, in lower case: the language without script and region.
pub fn primary_language(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}
