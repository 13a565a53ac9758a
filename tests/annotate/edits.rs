//! Single edits.
