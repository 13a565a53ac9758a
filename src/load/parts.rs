//! The wire structs of a file, part by part: what is sound in a broken file is still checked.

use super::path::At;
use super::published::Excerpts;
use super::tree::{Report, field, to_serde};
use super::wire::{
    Actor, Annotation, Article, Background, Correction, Figure, Place, Relation, Statement, Topic,
};
use super::{diagnostic::Problem, nearest::shown};
use crate::model::Slug;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use serde::de::DeserializeOwned;

/// A dossier's parts. A part whose shape is wrong is absent: it was told already.
pub struct Parts<Q> {
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
    /// Takes the parts out of a tree whose shape was checked.
    pub fn of(object: &Object<'_>, report: &mut Report<'_>) -> Self {
        Self {
            format: one(object, "format"),
            id: one(object, "id"),
            title: one(object, "title"),
            summary: one(object, "summary"),
            annotation: one(object, "annotation"),
            article: one(object, "article"),
            topics: list(object, "topics", report),
            places: list(object, "places", report),
            actors: list(object, "actors", report),
            statements: list(object, "statements", report),
            figures: list(object, "figures", report),
            background: list(object, "background", report),
            relations: list(object, "relations", report),
            corrections: list(object, "corrections", report),
            excerpts: None,
        }
    }
}

/// A field of its own, where its shape is right.
pub fn one<T: DeserializeOwned>(object: &Object<'_>, name: &str) -> Option<T> {
    serde_json::from_value(to_serde(field(object, name)?)).ok()
}

/// A list of a file. What its walk over the shape missed is told here, and ids that are no slugs or
/// given twice.
pub fn list<T: DeserializeOwned>(
    object: &Object<'_>,
    name: &'static str,
    report: &mut Report<'_>,
) -> List<T> {
    let mut list = List { field: name, items: Vec::new(), ids: Ids::default() };
    let Some(Value::Array(elements)) = field(object, name) else {
        return list;
    };
    for (position, element) in elements.elements.iter().enumerate() {
        list.ids.0.push(id_of(element));
        match serde_json::from_value(to_serde(element)) {
            Ok(item) => list.items.push((position, item)),
            // Its shape was told already; this speaks only where the schema missed something.
            Err(error) if !report.has_errors() => {
                let at = At::ROOT.field(name);
                report.add(&at.element(position), Problem::error("wrong-shape", error.to_string()));
            }
            Err(_) => {}
        }
    }
    check_ids(elements.elements.as_slice(), name, report);
    list
}

fn id_of(element: &Value<'_>) -> Option<String> {
    match field(element.as_object()?, "id")? {
        Value::StringLit(id) => Some(id.value.clone().into_owned()),
        _ => None,
    }
}

/// Ids are slugs, each given once in its list.
fn check_ids(elements: &[Value<'_>], name: &str, report: &mut Report<'_>) {
    let list = At::ROOT.field(name);
    let mut seen = std::collections::HashMap::new();
    for (position, element) in elements.iter().enumerate() {
        let Some(value) = element.as_object().and_then(|object| field(object, "id")) else {
            continue;
        };
        let Value::StringLit(id) = value else { continue };
        let element = list.element(position);
        let at = element.field("id");
        if let Some(problem) = not_a_slug(&id.value) {
            report.add_at(value.range(), &at, problem);
        }
        if let Some(first) = seen.insert(id.value.clone(), position) {
            let message = format!("the id {} is given twice in {name}", shown(&id.value));
            let problem = Problem::error("id-twice", message)
                .hint(format!("{name}[{first}] has it already; rename one of them"));
            report.add_at(value.range(), &at, problem);
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
    Some(Problem::error("not-a-slug", message).hint_if(hint).hint(rule))
}
