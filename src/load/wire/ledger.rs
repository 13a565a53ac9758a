//! The JSON of a ledger. The command writes it; authors write what became of an id.

use crate::model::Departure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Every id of a dossier that was ever published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// Where the schema of this file is, so that editors complete and check while typing.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of this format: 1.
    pub format: u64,
    /// The id of the dossier.
    pub dossier: String,
    /// What became of the dossier as a whole, once its file is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<Gone>,
    /// The statements.
    #[serde(default)]
    pub statements: Vec<StatementEntry>,
    /// The actors.
    #[serde(default)]
    pub actors: Vec<Entry>,
    /// The figures.
    #[serde(default)]
    pub figures: Vec<Entry>,
    /// The parties whose account has a page, by their actors' ids.
    #[serde(default)]
    pub accounts: Vec<Entry>,
}

/// An id that was published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The id.
    pub id: String,
    /// The day since which it is on record, as YYYY-MM-DD.
    pub since: String,
    /// What became of it, once the dossier no longer has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<Gone>,
}

/// The id of a statement that was published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementEntry {
    /// The id.
    pub id: String,
    /// The day since which it is on record, as YYYY-MM-DD.
    pub since: String,
    /// A digest of what it said when it was recorded, by the command.
    pub digest: String,
    /// The day of the digest, where the statement was corrected since, as YYYY-MM-DD.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// What became of it, once the dossier no longer has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<Gone>,
}

/// What became of a published id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gone {
    /// How it went.
    pub how: Departure,
    /// The ids that stand for it: one where it was renamed or merged, several where it was split.
    #[serde(default)]
    pub to: Vec<String>,
    /// The day, as YYYY-MM-DD.
    pub on: String,
    /// Why, in your words: readers see it.
    pub why: String,
}

impl From<Entry> for StatementEntry {
    fn from(Entry { id, since, gone }: Entry) -> Self {
        Self { id, since, digest: String::new(), as_of: None, gone }
    }
}
