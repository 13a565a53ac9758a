//! The records of drafts in the browser's storage: a description of each draft and of each version, as JSON, and the
//! bytes of each version.

use serde_json::{Value, json};

/// A draft in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftEntry {
    /// Its id.
    pub id: String,
    /// The title. `None` if the record is damaged.
    pub title: Option<String>,
    /// The number of statements.
    pub statements: usize,
    /// When it was changed, in milliseconds since 1970.
    pub changed: u64,
    /// The versions, newest first.
    pub versions: Vec<VersionEntry>,
}

/// A version of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionEntry {
    /// When it was stored, in milliseconds since 1970.
    pub time: u64,
    /// The number of statements.
    pub statements: usize,
}

/// The versions of a draft that were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The times of all versions.
    pub versions: Vec<u64>,
    /// The version that was asked for and those before it, newest first.
    pub bytes: Vec<(u64, Vec<u8>)>,
}

/// The start of the keys of drafts.
pub const DRAFTS: &str = "draft/";

/// Returns the start of the keys of a draft's versions.
pub fn versions_of(draft: &str) -> String {
    format!("version/{draft}/")
}

/// Returns the key of a version. Keys are in the order of time.
pub fn version_key(draft: &str, time: u64) -> String {
    format!("{}{time:016}", versions_of(draft))
}

/// Returns the time in the key of a version.
pub fn time_of(key: &str) -> Option<u64> {
    key.rsplit_once('/')?.1.parse().ok()
}

/// Describes a version, or a draft by its newest version.
pub fn describe(title: &str, statements: usize, changed: u64) -> String {
    json!({ "title": title, "statements": statements, "changed": changed }).to_string()
}

/// Reads the descriptions of all drafts and versions, newest draft first. A damaged description does not hide its draft.
pub fn entries(
    drafts: &[(String, Option<String>)],
    versions: &[(String, Option<String>)],
) -> Vec<DraftEntry> {
    let read = |text: &Option<String>| -> Value {
        text.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    };
    let statements = |value: &Value| {
        value["statements"].as_u64().and_then(|it| usize::try_from(it).ok()).unwrap_or_default()
    };
    let entry = |(key, text): &(String, Option<String>)| {
        let id = key.strip_prefix(DRAFTS)?.to_owned();
        let start = versions_of(&id);
        let own = versions.iter().filter(|(key, _)| key.starts_with(&start));
        let mut versions: Vec<VersionEntry> = own
            .filter_map(|(key, text)| {
                Some(VersionEntry { time: time_of(key)?, statements: statements(&read(text)) })
            })
            .collect();
        versions.reverse();
        let value = read(text);
        let newest = versions.first().map(|it| it.time);
        Some(DraftEntry {
            id,
            title: value["title"].as_str().map(str::to_owned),
            statements: statements(&value),
            changed: value["changed"].as_u64().or(newest).unwrap_or_default(),
            versions,
        })
    };
    let mut entries: Vec<DraftEntry> = drafts.iter().filter_map(entry).collect();
    entries.sort_by_key(|it| std::cmp::Reverse(it.changed));
    entries
}
