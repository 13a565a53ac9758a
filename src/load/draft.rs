//! Drafts: what can be missing in them, and what takes its place.

use super::parts::Parts;
use super::path::Step;
use super::tree;
use super::wire::{Actor, Based, Quotes, Reading};
use crate::model::ActorKind;
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
const OF_ARTICLE: [&str; 4] = ["outlet", "published", "language", "rights"];
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

/// The language of an article that does not say it: undetermined (BCP 47).
const NO_LANGUAGE: &str = "und";
/// The day of an article and an annotation that both have none.
const NO_DAY: &str = "0001-01-01";

/// Puts something in the place of what the article of a draft lacks, so that the rest can be shown.
/// What is missing has been reported.
pub fn fill<Q>(parts: &mut Parts<Q>) {
    let (true, Some(article)) = (parts.draft, &mut parts.article) else { return };
    if article.language.is_empty() {
        NO_LANGUAGE.clone_into(&mut article.language);
    }
    if article.published.is_empty() {
        let annotated = parts.annotation.as_ref().map_or("", |it| it.date.as_str());
        let day = if annotated.is_empty() { NO_DAY } else { annotated };
        day.clone_into(&mut article.published);
    }
    if article.outlet.is_empty() {
        let ids = &mut parts.actors.ids.0;
        let is_free = |id: &String| !ids.iter().flatten().any(|taken| taken == id);
        let numbered = (1_usize..).map(|number| format!("outlet-{number}"));
        let mut candidates = std::iter::once("outlet".to_owned()).chain(numbered);
        let id = candidates.find(is_free).unwrap_or_default();
        article.outlet.clone_from(&id);
        let name = Reading::Based(Based {
            is: "Outlet not named".to_owned(),
            evidence: Quotes::default(),
            note: Some("The draft does not say who published the article.".to_owned()),
        });
        let (aliases, roles) = (Vec::new(), Vec::new());
        let (party, identification, note) = (None, None, None);
        let kind = Reading::Bare(ActorKind::Media);
        let position = ids.len();
        ids.push(Some(id.clone()));
        let actor = Actor { id, name, aliases, kind, roles, party, identification, note };
        parts.actors.items.push((position, actor));
    }
}

fn is_draft(object: &Object<'_>) -> bool {
    let draft = tree::field(object, "draft");
    draft.is_some_and(|value| matches!(value, Value::BooleanLit(draft) if draft.value))
}
