//! The parts of a dossier, read one by one, so that the valid parts of a broken file are checked
//! too.

use super::code::{IdCode, ShapeCode};
use super::escape::shown;
use super::limits::check_list;
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

/// The parts of a dossier. Values that do not match the schema have been reported and replaced.
pub struct Parts<Q> {
    /// The path of the dossier in its file.
    pub root: At<'static>,
    pub format: Option<u64>,
    pub id: Option<String>,
    pub draft: bool,
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
    /// The excerpts shown, in a published file whose article text was cut.
    pub excerpts: Option<Excerpts>,
}

/// The valid elements of a list with their positions, and the ids of all elements.
pub struct List<T> {
    pub field: &'static str,
    pub items: Vec<(usize, T)>,
    pub ids: Ids,
}

/// The ids of all elements of a list, by position. `None` for an element without a usable id.
#[derive(Default)]
pub struct Ids(pub Vec<Option<String>>);

impl<Q: DeserializeOwned> Parts<Q> {
    /// Deserializes the parts of an object that matches the schema, and removes them from it.
    pub fn of(object: &mut Map<String, Value>, root: At<'static>, report: &mut Report<'_>) -> Self {
        Self {
            root,
            format: one(object, "format"),
            id: one(object, "id"),
            draft: one(object, "draft").unwrap_or_default(),
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

/// Removes a field from an object and deserializes it.
pub fn one<T: DeserializeOwned>(object: &mut Map<String, Value>, name: &str) -> Option<T> {
    serde_json::from_value(object.remove(name)?).ok()
}

/// Removes a list from an object and deserializes its elements. Reports elements that the schema
/// should have rejected, invalid ids and duplicate ids.
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
    if let Some(problem) = check_list(name, elements.len()) {
        report.add(&at, problem);
        report.substitute(&at);
        return list;
    }
    for (position, element) in elements.into_iter().enumerate() {
        let id = element.get("id").and_then(Value::as_str).filter(|id| !id.trim().is_empty());
        list.ids.0.push(id.map(str::to_owned));
        match serde_json::from_value(element) {
            Ok(item) => list.items.push((position, item)),
            // Otherwise the element is probably one that was reported.
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

/// Checks that the ids of a list are slugs, and unique.
fn check_ids(ids: &Ids, name: &str, list: &At<'_>, report: &mut Report<'_>) {
    let mut seen = HashMap::new();
    for (position, id) in ids.0.iter().enumerate() {
        let Some(id) = id else { continue };
        let element = list.element(position);
        let at = element.field("id");
        if let Some(problem) = check_slug(id) {
            report.add(&at, problem);
        }
        if let Some(first) = seen.insert(id, position) {
            let message = format!("duplicate id {} in {name}", shown(id));
            let problem = Problem::error(IdCode::Duplicate, message)
                .hint(format!("{name}[{first}] has the same id: rename one of them"));
            report.add(&at, problem);
        }
    }
}

/// Returns a problem if an id is not a valid slug.
pub fn check_slug(id: &str) -> Option<Problem> {
    let bad = Slug::new(id).err()?;
    let hint = bad.suggestion.map(|slug| format!("use \"{slug}\""));
    let message = format!("{} is not a valid slug", shown(id));
    let rule = "a slug consists of lower-case letters a to z, digits and single hyphens between them, \
                at most 64 characters";
    Some(Problem::error(IdCode::NotASlug, message).hint_if(hint).hint(rule))
}
