//! The JSON of a ledger. The command writes it; an author adds `gone` to an entry.

use crate::model::Departure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Every published id of a dossier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// Path or URL of the JSON Schema, such as `../ledger.schema.json`.
    ///
    /// Editors use it to complete, explain and check the file as you type. Default: none.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Version of the file format: 1.
    pub format: u64,
    /// Id of the dossier.
    pub dossier: String,
    /// What happened to the dossier. Add it when you remove the dossier's file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<Gone>,
    /// Published statements. Default: none.
    #[serde(default)]
    pub statements: Vec<StatementEntry>,
    /// Published actors. Default: none.
    #[serde(default)]
    pub actors: Vec<Entry>,
    /// Published figures. Default: none.
    #[serde(default)]
    pub figures: Vec<Entry>,
    /// Published accounts of sides, by the id of the side's actor. Default: none.
    #[serde(default)]
    pub accounts: Vec<Entry>,
}

/// A published id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The published id.
    pub id: String,
    /// Date on which the id was recorded, as YYYY-MM-DD.
    pub since: String,
    /// What happened to the id. Add it when you remove the id from the dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<Gone>,
}

/// The published id of a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementEntry {
    /// The published id.
    pub id: String,
    /// Date on which the id was recorded, as YYYY-MM-DD.
    pub since: String,
    /// Digest of the published statement: 16 hexadecimal digits, written by the command.
    pub digest: String,
    /// Date of the digest, as YYYY-MM-DD, if the statement has changed since. Default: `since`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// What happened to the id. Add it when you remove the id from the dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<Gone>,
}

/// What happened to a published id that was removed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gone {
    /// What happened: `renamed`, `merged`, `split` or `withdrawn`.
    pub how: Departure,
    /// Ids that replace it. Default: none.
    ///
    /// One if renamed or merged, two or more if split, any number if withdrawn.
    #[serde(default)]
    pub to: Vec<String>,
    /// Date of the change, as YYYY-MM-DD.
    pub on: String,
    /// Reason for the change, in your words. Readers see it.
    pub why: String,
}

impl From<Entry> for StatementEntry {
    fn from(Entry { id, since, gone }: Entry) -> Self {
        Self { id, since, digest: String::new(), as_of: None, gone }
    }
}
