//! The wire structs of a file, part by part: what is sound in a broken file is still checked.

use super::code::{IdCode, ShapeCode};
use super::escape::shown;
use super::path::At;
use super::problem::Problem;
use super::published::Excerpts;
use super::report::Report;
use super::wire::{
    Actor, Annotation, Article, Background, Correction, Figure, Place, Relation, Statement, Topic,
};
use crate::model::Slug;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// A dossier's parts. Where a shape was wrong, something stands in for it: it was told already.
pub struct Parts<Q> {
    /// Where the dossier stands in its file.
    pub root: At<'static>,
    pub format: Option<u64>,
    pub id: Option<String>,
    pub title: Option<String>,
    pub summary: Option<String>,
    pub annotation: Option<Annotation>,
    pub article: Option<Article<Q>>,
    pub topics: List<Topic>,
    pub places: List<Place<Q>>,
    pub actors: List<Actor<Q>>,
    pub statements: List<Statement<Q>>,
    pub figures: List<Figure<Q>>,
    pub background: List<Background<Q>>,
    pub relations: List<Relation<Q>>,
    pub corrections: List<Correction>,
    /// What is known of a text that was cut already; only a published file says.
    pub excerpts: Option<Excerpts>,
}

/// The sound elements of a list, each with its position, and the ids of all.
pub struct List<T> {
    pub field: &'static str,
    pub items: Vec<(usize, T)>,
    pub ids: Ids,
}

/// The ids of a list's elements by position; `None` for an element without a readable id.
#[derive(Default)]
pub struct Ids(pub Vec<Option<String>>);

impl<Q: DeserializeOwned> Parts<Q> {
    /// Takes the parts out of an object that has the right shape.
    pub fn of(object: &mut Map<String, Value>, root: At<'static>, report: &mut Report<'_>) -> Self {
        Self {
            root,
            format: one(object, "format"),
            id: one(object, "id"),
            title: one(object, "title"),
            summary: one(object, "summary"),
            annotation: one(object, "annotation"),
            article: one(object, "article"),
            topics: list(object, "topics", &root, report),
            places: list(object, "places", &root, report),
            actors: list(object, "actors", &root, report),
            statements: list(object, "statements", &root, report),
            figures: list(object, "figures", &root, report),
            background: list(object, "background", &root, report),
            relations: list(object, "relations", &root, report),
            corrections: list(object, "corrections", &root, report),
            excerpts: None,
        }
    }
}

/// Takes a field out of an object.
pub fn one<T: DeserializeOwned>(object: &mut Map<String, Value>, name: &str) -> Option<T> {
    serde_json::from_value(object.remove(name)?).ok()
}

/// Takes a list out of an object. What its walk over the shape missed is told here, and ids that are no
/// slugs or given twice.
pub fn list<T: DeserializeOwned>(
    object: &mut Map<String, Value>,
    name: &'static str,
    root: &At<'_>,
    report: &mut Report<'_>,
) -> List<T> {
    let mut list = List { field: name, items: Vec::new(), ids: Ids::default() };
    let Some(Value::Array(elements)) = object.remove(name) else {
        return list;
    };
    let at = root.field(name);
    for (position, element) in elements.into_iter().enumerate() {
        let id = element.get("id").and_then(Value::as_str).filter(|id| !id.trim().is_empty());
        list.ids.0.push(id.map(str::to_owned));
        match serde_json::from_value(element) {
            Ok(item) => list.items.push((position, item)),
            // This speaks only where the schema missed something.
            Err(error) if !report.has_errors() => {
                report.add(
                    &at.element(position),
                    Problem::error(ShapeCode::Mismatch, error.to_string()),
                );
            }
            Err(_) => {}
        }
    }
    check_ids(&list.ids, name, &at, report);
    list
}

/// Ids are slugs, each given once in its list.
fn check_ids(ids: &Ids, name: &str, list: &At<'_>, report: &mut Report<'_>) {
    let mut seen = HashMap::new();
    for (position, id) in ids.0.iter().enumerate() {
        let Some(id) = id else { continue };
        let element = list.element(position);
        let at = element.field("id");
        if let Some(problem) = not_a_slug(id) {
            report.add(&at, problem);
        }
        if let Some(first) = seen.insert(id, position) {
            let message = format!("the id {} is given twice in {name}", shown(id));
            let problem = Problem::error(IdCode::Duplicate, message)
                .hint(format!("{name}[{first}] has it already; rename one of them"));
            report.add(&at, problem);
        }
    }
}

/// What is wrong with an id that is no slug.
pub fn not_a_slug(id: &str) -> Option<Problem> {
    let bad = Slug::new(id).err()?;
    let hint = bad.suggestion.map(|slug| format!("\"{slug}\" would do"));
    let message = format!("{} is no slug", shown(id));
    let rule = "a slug is lower-case letters a to z and digits, in groups joined by single hyphens, \
                at most 64 characters";
    Some(Problem::error(IdCode::NotASlug, message).hint_if(hint).hint(rule))
}
