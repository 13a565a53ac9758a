//! The functions, macros and attributes that decide whether a literal is for readers.

/// Attributes of HTML whose values are for readers.
pub const READERS_ATTRIBUTES: [&str; 7] =
    ["aria-label", "aria-description", "title", "alt", "placeholder", "label", "summary"];

/// Functions whose arguments are for readers.
pub const READERS_CALLS: [&str; 2] = ["txt", "copied"];

/// Functions with arguments that are tags, classes, ids and names of attributes, and the positions
/// of those arguments.
pub const MARKUP_CALLS: [(&str, &[usize]); 13] = [
    ("el", &[0, 1]),
    ("attrs", &[0]),
    ("link", &[0]),
    ("section", &[0, 1]),
    ("inert_if", &[1, 2]),
    ("nav", &[0]),
    ("aside", &[0]),
    ("ours", &[0, 1]),
    ("article_words", &[1, 2]),
    ("chain_list", &[0]),
    ("symbol", &[0, 1, 2]),
    ("drawing", &[0, 1, 2]),
    ("glyph", &[0, 1]),
];

/// Functions whose result is their argument, for readers if the result is.
pub const WRAPPERS: [&str; 3] = ["Some", "Ok", "from"];

/// Methods that inspect a string.
pub const INSPECTING_METHODS: [&str; 14] = [
    "contains",
    "ends_with",
    "expect",
    "find",
    "match_indices",
    "matches",
    "rsplit_once",
    "split",
    "split_once",
    "starts_with",
    "strip_prefix",
    "strip_suffix",
    "trim_end_matches",
    "trim_start_matches",
];

/// Macros whose literals are read at compile time, or by developers.
pub const DEVELOPERS_MACROS: [&str; 8] = [
    "assert",
    "debug_assert",
    "debug_assert_eq",
    "env",
    "include_bytes",
    "include_str",
    "panic",
    "unreachable",
];

/// Tags that a tuple names, before their class.
pub const TAGS: [&str; 3] = ["span", "i", "mark"];

/// Names of SVG attributes with capitals.
pub const SVG_NAMES: [&str; 2] = ["viewBox", "preserveAspectRatio"];
