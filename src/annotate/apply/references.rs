//! References to actors, wherever a dossier has them.

use super::super::document::{reading, text_of};
use super::super::json::Json;
use super::{DOSSIER, STATEMENT, source, who};

/// Where references to actors are: the list, the field in it, and how the field gives the id.
const PLACES: [(&str, &str, Form); 7] = [
    ("statements", "speakers", Form::Readings),
    ("statements", "about", Form::Readings),
    ("statements", "via", Form::Objects("actor")),
    ("statements", "mentions", Form::Lists("actors")),
    ("figures", "counted_by", Form::Reading),
    ("actors", "party", Form::Object("actor")),
    ("", "article", Form::Object("outlet")),
];

/// How a field refers to actors.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// An id, or an object with it as `is`.
    Reading,
    /// A list of these.
    Readings,
    /// An object with the id in a field.
    Object(&'static str),
    /// A list of these.
    Objects(&'static str),
    /// A list of objects with ids in a list.
    Lists(&'static str),
}

/// Returns true if something refers to an actor, apart from the actor itself.
pub(super) fn is_used(root: &Json, id: &str) -> bool {
    PLACES.iter().any(|(list, field, form)| {
        elements(root, list).iter().any(|it| {
            let is_own = *list == "actors" && text_of(it, "id") == id;
            !is_own && it.get(field).is_some_and(|value| refers(value, *form, id))
        })
    })
}

/// Makes all references to an actor refer to another one. Of two references that are the same then, the
/// first stays.
pub(super) fn replace(root: &mut Json, id: &str, by: &str) {
    for (list, field, form) in PLACES {
        let positions: Vec<usize> = (elements(root, list).iter().enumerate())
            .filter(|(_, it)| it.get(field).is_some_and(|value| refers(value, form, id)))
            .map(|(position, _)| position)
            .collect();
        for position in positions {
            let element = match list {
                "" => &mut *root,
                list => &mut root.field_mut(list, &DOSSIER).elements_mut()[position],
            };
            replace_in(element.field_mut(field, &STATEMENT), form, id, by);
        }
    }
}

/// Makes the references of some statements to a speaker, or a hop, refer to another one.
pub(super) fn replace_in_statement(statement: &mut Json, id: &str, by: &str) {
    for (field, form) in [("speakers", Form::Readings), ("via", Form::Objects("actor"))] {
        if statement.get(field).is_some_and(|value| refers(value, form, id)) {
            replace_in(statement.field_mut(field, &STATEMENT), form, id, by);
        }
    }
}

fn elements<'j>(root: &'j Json, list: &str) -> &'j [Json] {
    if list.is_empty() {
        return std::slice::from_ref(root);
    }
    root.get(list).map_or(&[], Json::elements)
}

fn refers(value: &Json, form: Form, id: &str) -> bool {
    match form {
        Form::Reading => reading(Some(value)) == Some(id),
        Form::Readings => value.elements().iter().any(|it| reading(Some(it)) == Some(id)),
        Form::Object(name) => text_of(value, name) == id,
        Form::Objects(name) => value.elements().iter().any(|it| text_of(it, name) == id),
        Form::Lists(name) => value.elements().iter().any(|it| {
            let ids = it.get(name).map_or(&[][..], Json::elements);
            ids.iter().any(|it| it.as_text() == Some(id))
        }),
    }
}

fn replace_in(value: &mut Json, form: Form, id: &str, by: &str) {
    let new = Json::text(by);
    match form {
        Form::Reading => replace_reading(value, by),
        Form::Readings => {
            let list = value.elements_mut();
            list.iter_mut()
                .filter(|it| reading(Some(it)) == Some(id))
                .for_each(|it| replace_reading(it, by));
            keep_first(list, |it| reading(Some(it)).map(str::to_owned));
        }
        Form::Object(name) => value.set(name, Some(new), &who::ACTOR),
        Form::Objects(name) => {
            let list = value.elements_mut();
            for element in list.iter_mut().filter(|it| text_of(it, name) == id) {
                element.set(name, Some(new.clone()), &[]);
            }
            keep_first(list, |it| Some(text_of(it, name).to_owned()));
        }
        Form::Lists(name) => {
            for element in value.elements_mut() {
                let ids = element.get(name).map_or(&[][..], Json::elements);
                if ids.iter().any(|it| it.as_text() == Some(id)) {
                    let ids = element.field_mut(name, &[]).elements_mut();
                    ids.iter_mut()
                        .filter(|it| it.as_text() == Some(id))
                        .for_each(|it| *it = new.clone());
                    keep_first(ids, |it| it.as_text().map(str::to_owned));
                }
            }
        }
    }
}

fn replace_reading(value: &mut Json, by: &str) {
    if value.is_object() {
        value.set("is", Some(Json::text(by)), &source::BASED);
    } else {
        *value = Json::text(by);
    }
}

/// Keeps the first of several elements with the same key.
fn keep_first(list: &mut Vec<Json>, key: impl Fn(&Json) -> Option<String>) {
    let mut seen = std::collections::BTreeSet::new();
    list.retain(|it| key(it).is_none_or(|key| seen.insert(key)));
}
