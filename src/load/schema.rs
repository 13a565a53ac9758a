//! The JSON Schemas (2020-12) of dossiers, published dossiers and ledgers, generated from the wire
//! structs.

use super::published::Published;
use super::wire::ledger::Ledger;
use super::wire::{Dossier, Quote};
use crate::model::{
    ActorKind, Assumed, Bound, Channel, CorrectedPart, Departure, HopRole, IdentificationKind,
    Kind, PartyBasis, RelationKind, Role, Show, Vocabulary, Voice,
};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
use std::borrow::Cow;

/// Returns the schema of a dossier as an author writes it.
pub fn dossier_schema() -> Value {
    titled::<Dossier<Quote>>("On Record dossier, format 1")
}

/// Returns the schema of a published dossier, in which all quotes are resolved.
pub fn published_schema() -> Value {
    titled::<Published>("On Record published dossier, format 1")
}

/// Returns the schema of a ledger.
pub fn ledger_schema() -> Value {
    titled::<Ledger>("On Record ledger, format 1")
}

fn titled<T: JsonSchema>(title: &str) -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(join_lines));
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    schema.to_value()
}

/// Joins the lines of each paragraph of a description: editors show every line break.
fn join_lines(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        let paragraphs = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
        *text = paragraphs.collect::<Vec<_>>().join("\n\n");
    }
}

macro_rules! code_schemas {
    ($($name:ident),*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let codes: Vec<&str> = Self::ALL.iter().map(|value| value.code()).collect();
                json_schema!({ "type": "string", "enum": codes })
            }
        }
    )*};
}

code_schemas!(
    ActorKind,
    Assumed,
    Bound,
    Channel,
    CorrectedPart,
    Departure,
    HopRole,
    IdentificationKind,
    Kind,
    PartyBasis,
    RelationKind,
    Role,
    Show,
    Voice
);
