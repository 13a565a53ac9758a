//! Drafts: what can be missing in them.

use super::path::Step;
use super::tree;
use jsonc_parser::ast::{Object, Value};

/// The fields that a draft statement can do without. Without content it cannot be shown.
const OF_STATEMENT: [&str; 9] = [
    "gist",
    "passage",
    "source",
    "cue",
    "content",
    "speakers",
    "kind",
    "channel",
    "identification",
];
/// The fields that a draft dossier can do without.
const OF_DOSSIER: [&str; 4] = ["title", "annotation", "actors", "statements"];
const OF_ANNOTATION: [&str; 2] = ["by", "date"];
const OF_ARTICLE: [&str; 1] = ["rights"];
const OF_RIGHTS: [&str; 2] = ["holder", "notice"];

/// Returns true if a field of the object at a path can be missing.
pub fn can_wait(root: &Value<'_>, path: &[Step<'_>], field: &str) -> bool {
    let Some(root) = root.as_object() else { return false };
    let fields: &[&str] = match path {
        [] => &OF_DOSSIER,
        [Step::Field("annotation")] => &OF_ANNOTATION,
        [Step::Field("article")] => &OF_ARTICLE,
        [Step::Field("article"), Step::Field("rights")] => &OF_RIGHTS,
        [Step::Field("statements"), Step::Element(position)] => {
            let all = tree::field(root, "statements").and_then(Value::as_array);
            let statement = all.and_then(|all| all.elements.get(*position)?.as_object());
            let is_draft = is_draft(root) || statement.is_some_and(is_draft);
            return is_draft && OF_STATEMENT.contains(&field);
        }
        _ => return false,
    };
    is_draft(root) && fields.contains(&field)
}

fn is_draft(object: &Object<'_>) -> bool {
    let draft = tree::field(object, "draft");
    draft.is_some_and(|value| matches!(value, Value::BooleanLit(draft) if draft.value))
}
