//! Does the JSON have the schema's shape? Says all that is wrong at once, with its place, and gives a
//! value that has the shape, so that all else in the file can be looked at as well.
//!
//! serde stops at the first error, so the published schema itself is walked.

use super::code::{IdCode, ShapeCode};
use super::escape::{is_bidi_override, shown};
use super::nearest::{did_you_mean, is_slip, nearest, one_of};
use super::path::{At, Step};
use super::problem::Problem;
use super::report::Report;
use super::shape::{Shape, Shapes};
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use serde_json::{Map, Value as Json};

/// The fields that a shape has, and the names of those that have to be there, each with what it means.
type Fields<'s> = (&'s [(String, usize)], &'s [(String, String)]);

impl Shapes {
    /// Walks the whole tree, and gives it as serde reads it: what is wrong is told, and something that
    /// has the shape stands in for it. Line ends within texts become `\n`.
    pub fn check(&self, value: &Value<'_>, report: &mut Report<'_>) -> Json {
        self.walk(self.root, value, &At::ROOT, report)
    }

    fn walk(&self, shape: usize, value: &Value<'_>, at: &At<'_>, report: &mut Report<'_>) -> Json {
        match (&self.shapes[shape], value) {
            (Shape::Any(options), _) => match self.option(options, value) {
                Some(option) => self.walk(option, value, at, report),
                None => self.wrong_type(shape, value, at, report),
            },
            (Shape::Text, Value::StringLit(text)) => {
                let text = text.value.replace("\r\n", "\n");
                self.check_text(&text, value, at, report);
                text.into()
            }
            (Shape::Code { name, codes }, Value::StringLit(text)) => {
                if codes.iter().any(|code| *code == text.value) {
                    return text.value.clone().into_owned().into();
                }
                let codes = || codes.iter().map(String::as_str);
                let message = format!("{} is no {name}", shown(&text.value));
                let problem = Problem::error(ShapeCode::UnknownValue, message)
                    .hint_if(did_you_mean(&text.value, codes()))
                    .hint(format!("it is {}", one_of(codes())));
                self.wrong(shape, value, at, problem, report)
            }
            (Shape::Whole, Value::NumberLit(number)) => match number.value.parse::<u64>() {
                Ok(whole) => whole.into(),
                Err(_) => {
                    let message = format!("{} is no whole number from 0 on", number.value);
                    self.wrong(
                        shape,
                        value,
                        at,
                        Problem::error(ShapeCode::WrongType, message),
                        report,
                    )
                }
            },
            (Shape::Number, Value::NumberLit(number)) => {
                match serde_json::from_str::<serde_json::Number>(number.value) {
                    Ok(number) => number.into(),
                    Err(_) => {
                        let message = format!("{} is too large a number", shown(number.value));
                        let problem = Problem::error(ShapeCode::NumberTooLarge, message)
                            .hint("write one below 1e308");
                        self.wrong(shape, value, at, problem, report)
                    }
                }
            }
            (Shape::Boolean, Value::BooleanLit(boolean)) => boolean.value.into(),
            (Shape::Nothing, Value::NullKeyword(_)) => Json::Null,
            (Shape::List(element), Value::Array(list)) => {
                let elements = list.elements.iter().enumerate();
                let walk = |(position, value): (usize, &Value<'_>)| {
                    self.walk(*element, value, &at.element(position), report)
                };
                elements.map(walk).collect()
            }
            (Shape::Fields { fields, required }, Value::Object(object)) => {
                self.walk_fields((fields, required), object, at, report)
            }
            (Shape::Map(element), Value::Object(object)) => {
                let mut map = Map::new();
                for (position, property) in object.properties.iter().enumerate() {
                    let name = property.name.as_str();
                    let is_first = check_once(object, position, at, report);
                    let value = self.walk(*element, &property.value, &at.field(name), report);
                    if is_first {
                        map.insert(name.to_owned(), value);
                    }
                }
                map.into()
            }
            _ => self.wrong_type(shape, value, at, report),
        }
    }

    /// Of a field that is given twice, the first is read: problems are told at the first as well.
    fn walk_fields(
        &self,
        (fields, required): Fields<'_>,
        object: &Object<'_>,
        at: &At<'_>,
        report: &mut Report<'_>,
    ) -> Json {
        let before = report.errors();
        let mut map = Map::new();
        for (position, property) in object.properties.iter().enumerate() {
            let name = property.name.as_str();
            let inside = at.field(name);
            let is_first = check_once(object, position, at, report);
            if let Some((_, shape)) = fields.iter().find(|(known, _)| known == name) {
                let value = self.walk(*shape, &property.value, &inside, report);
                if is_first {
                    map.insert(name.to_owned(), value);
                }
                continue;
            }
            let names = || fields.iter().map(|(name, _)| name.as_str());
            let all = names().collect::<Vec<_>>().join(", ");
            let problem =
                Problem::error(ShapeCode::UnknownField, format!("unknown field {}", shown(name)))
                    .hint_if(did_you_mean(name, names()))
                    .hint(format!("the fields here are {all}"));
            report.add_at(property.name.range(), &inside, problem);
            // A slip of the pen is read as what was meant, so that it is told once.
            let is_free = |field: &str| !map.contains_key(field) && !has(object, field);
            if let Some((meant, shape)) = misspelt(name, fields).filter(|(field, _)| is_free(field))
            {
                let value = self.walk(*shape, &property.value, &inside, report);
                map.insert(meant.clone(), value);
                report.suppress(&at.field(meant));
            }
        }
        for (name, meaning) in required {
            let shape = fields.iter().find(|(field, _)| field == name).map(|(_, shape)| shape);
            let Some(shape) = shape else { continue };
            if !map.contains_key(name) {
                let message = format!("the field \"{name}\" is missing");
                let problem = Problem::error(ShapeCode::MissingField, message)
                    .hint(format!("what it is: {meaning}"));
                let mut range = object.range;
                range.end = range.start + 1;
                report.add_at(range, at, problem);
                report.substitute(&at.field(name));
                map.insert(name.clone(), self.substitute(*shape));
            }
        }
        // A quote of which a part is wrong finds nothing, or the wrong place.
        if report.errors() > before && map.contains_key(EXACT) {
            map.insert(EXACT.to_owned(), "".into());
            report.substitute(at);
        }
        map.into()
    }

    fn wrong_type(
        &self,
        shape: usize,
        value: &Value<'_>,
        at: &At<'_>,
        report: &mut Report<'_>,
    ) -> Json {
        let mut expected = Vec::new();
        self.name(shape, &mut expected);
        expected.dedup();
        let found = match value {
            Value::StringLit(text) => format!("the text {}", shown(&text.value)),
            Value::NumberLit(number) => format!("the number {}", number.value),
            Value::BooleanLit(boolean) => boolean.value.to_string(),
            Value::NullKeyword(_) => "null".to_owned(),
            Value::Array(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        let message = format!("expected {}, found {found}", expected.join(" or "));
        let problem =
            Problem::error(ShapeCode::WrongType, message).hint_if(self.instead(shape, value));
        self.wrong(shape, value, at, problem, report)
    }

    /// Tells what is wrong with a value, and gives what stands in for it.
    fn wrong(
        &self,
        shape: usize,
        value: &Value<'_>,
        at: &At<'_>,
        problem: Problem,
        report: &mut Report<'_>,
    ) -> Json {
        report.add_at(value.range(), at, problem);
        report.substitute(at);
        self.substitute(shape)
    }
}

/// The field of quotes that holds the words.
const EXACT: &str = "exact";

/// The field that an unknown name is one slip away from.
fn misspelt<'f>(name: &str, fields: &'f [(String, usize)]) -> Option<&'f (String, usize)> {
    let near = nearest(name, fields.iter().map(|(name, _)| name.as_str()))?;
    fields.iter().find(|(known, _)| known == near && is_slip(name, near))
}

fn has(object: &Object<'_>, field: &str) -> bool {
    object.properties.iter().any(|property| property.name.as_str() == field)
}

/// A field is given once; true for the first of its name.
fn check_once(object: &Object<'_>, position: usize, at: &At<'_>, report: &mut Report<'_>) -> bool {
    let property = &object.properties[position];
    let name = property.name.as_str();
    // Beyond the problems that are told, looking through all fields for each would take minutes.
    let mut earlier = object.properties[..position].iter();
    let is_again = !report.is_full() && earlier.any(|earlier| earlier.name.as_str() == name);
    if is_again {
        let message = format!("the field {} is given twice", shown(name));
        let problem = Problem::error(IdCode::Repeated, message).hint("keep one of them");
        report.add_at(property.name.range(), &at.field(name), problem);
    }
    !is_again
}

impl Shapes {
    fn check_text(&self, text: &str, value: &Value<'_>, at: &At<'_>, report: &mut Report<'_>) {
        let is_bad = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || is_bidi_override(c);
        if let Some(bad) = text.chars().find(|c| is_bad(*c)) {
            let what = if is_bidi_override(bad) { "bidi override" } else { "control" };
            let message = format!("holds the {what} character U+{:04X}", u32::from(bad));
            let problem = Problem::error(ShapeCode::ControlCharacter, message)
                .hint("remove it; it is not seen, but changes what is read");
            report.add_at(value.range(), at, problem);
            report.suppress(at);
        }
        if text.trim().is_empty() && !is_surrounding(at) {
            let problem = Problem::error(ShapeCode::EmptyText, "the text is empty")
                .hint(self.instead_of_nothing(at));
            report.add_at(value.range(), at, problem);
            report.suppress(at);
        }
    }
}

/// What stands around a quote may be nothing, or a space.
fn is_surrounding(at: &At<'_>) -> bool {
    matches!(at.steps().last(), Some(Step::Field("prefix" | "suffix")))
}
