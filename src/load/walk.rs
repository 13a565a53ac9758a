//! The check of a file against its schema.
//!
//! It reports all mismatches with their positions, and returns a value that does match, so that the
//! rest of the file can be checked as well. serde would stop at the first error.

use super::code::{IdCode, ShapeCode};
use super::escape::{cut, forbidden_character, shown};
use super::fix::{Fix, insert, without_forbidden};
use super::nearest::{did_you_mean, is_misspelling, nearest, one_of};
use super::path::{At, Step};
use super::problem::Problem;
use super::report::Report;
use super::shape::{Shape, Shapes};
use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use serde_json::{Map, Value as Json};

/// The fields of an object, and the names of the required ones with their meanings.
type Fields<'s> = (&'s [(String, usize)], &'s [(String, String)]);

impl Shapes {
    /// Checks the whole tree and returns it for serde. Each wrong value is reported, and replaced
    /// by a substitute of the right shape. Line endings in texts become `\n`.
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
                let message = format!("{} is not a valid {name}", shown(&text.value));
                let problem = Problem::error(ShapeCode::UnknownValue, message)
                    .hint_if(did_you_mean(&text.value, codes()))
                    .hint(format!("use {}", one_of(codes())));
                self.wrong(shape, value, at, problem, report)
            }
            (Shape::Whole, Value::NumberLit(number)) => match number.value.parse::<u64>() {
                Ok(whole) => whole.into(),
                Err(_) => {
                    let message =
                        format!("{} is not a whole number of at least 0", cut(number.value));
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
                        let message = format!("the number {} is too large", cut(number.value));
                        let problem = Problem::error(ShapeCode::NumberTooLarge, message)
                            .hint("write a number below 1e308");
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
                    let is_first = is_first_of_name(object, position, at, report);
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

    /// Checks the fields of an object. For duplicate fields, the first one wins.
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
            let is_first = is_first_of_name(object, position, at, report);
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
                    .hint(format!("available fields: {all}"))
                    .remedy(
                        self.spelling(property, fields)
                            .filter(|(meant, _)| !map.contains_key(*meant) && !has(object, meant))
                            .map(|(_, fix)| fix),
                    );
            report.add_at(property.name.range(), &inside, problem);
            // The value of a misspelt field is used, so that the field is not reported as missing
            // too.
            let is_free = |field: &str| !map.contains_key(field) && !has(object, field);
            if let Some((meant, shape)) =
                misspelling(name, fields).filter(|(field, _)| is_free(field))
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
                let message = format!("missing field \"{name}\"");
                let can_wait = report.can_wait(at, name);
                let problem = Problem::error(ShapeCode::MissingField, message)
                    .hint(format!("add \"{name}\" ({meaning})"))
                    .remedy(match name.as_str() {
                        "id" => report.propose_id(object, at),
                        "format" => insert(report.text(), object, name, &1.into()),
                        _ => None,
                    })
                    .or_to_do(can_wait);
                let mut range = object.range;
                range.end = range.start + 1;
                report.add_at(range, at, problem);
                if can_wait {
                    report.suppress(&at.field(name));
                } else {
                    report.substitute(&at.field(name));
                }
                map.insert(name.clone(), self.substitute(*shape));
            }
        }
        // A quote with a wrong part would match nothing, or the wrong words.
        let is_quote = QUOTES.iter().any(|quote| quote.iter().all(|it| has_field(fields, it)));
        if report.errors() > before && is_quote {
            for (field, shape) in fields {
                if let Some(value) = map.get_mut(field) {
                    *value = self.substitute(*shape);
                }
            }
            report.substitute(at);
        }
        map.into()
    }

    /// Returns the field that an unknown one is spelt like, and the fix. `None` if it could be one of
    /// several, or if its value is none of the field.
    fn spelling<'f>(
        &self,
        property: &ObjectProp<'_>,
        fields: &'f [(String, usize)],
    ) -> Option<(&'f str, Fix)> {
        let name = property.name.as_str();
        let mut near = fields.iter().filter(|(known, _)| is_misspelling(name, known));
        let (Some((meant, shape)), None) = (near.next(), near.next()) else { return None };
        let range = property.name.range();
        let fix = Fix {
            does: format!("renames it to \"{meant}\""),
            bytes: range.start..range.end,
            text: format!("\"{meant}\""),
        };
        self.accepts(*shape, &property.value).then_some((meant.as_str(), fix))
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
            Value::NumberLit(number) => format!("the number {}", cut(number.value)),
            Value::BooleanLit(boolean) => boolean.value.to_string(),
            Value::NullKeyword(_) => "null".to_owned(),
            Value::Array(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        let message = format!("expected {}, found {found}", alternatives(&expected));
        let problem = Problem::error(ShapeCode::WrongType, message)
            .hint_if(self.hint_for_wrong_type(shape, value));
        self.wrong(shape, value, at, problem, report)
    }

    /// Reports a wrong value, and returns its substitute.
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

/// Joins alternatives: `a list, text or an object`.
fn alternatives(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// The fields that only objects for quotes have.
const QUOTES: [&[&str]; 2] = [&["exact"], &["from", "to", "in"]];

fn has_field(fields: &[(String, usize)], name: &str) -> bool {
    fields.iter().any(|(known, _)| known == name)
}

/// Returns the field that an unknown name is a misspelling of.
fn misspelling<'f>(name: &str, fields: &'f [(String, usize)]) -> Option<&'f (String, usize)> {
    let near = nearest(name, fields.iter().map(|(name, _)| name.as_str()))?;
    fields.iter().find(|(known, _)| known == near && is_misspelling(name, near))
}

fn has(object: &Object<'_>, field: &str) -> bool {
    object.properties.iter().any(|property| property.name.as_str() == field)
}

/// Reports a duplicate field. Returns true for the first field of its name.
fn is_first_of_name(
    object: &Object<'_>,
    position: usize,
    at: &At<'_>,
    report: &mut Report<'_>,
) -> bool {
    let property = &object.properties[position];
    let name = property.name.as_str();
    // Once the report is full, comparing all fields with each other would waste minutes.
    let mut earlier = object.properties[..position].iter();
    let is_again = !report.is_full() && earlier.any(|earlier| earlier.name.as_str() == name);
    if is_again {
        let message = format!("duplicate field {}", shown(name));
        let problem = Problem::error(IdCode::Repeated, message).hint("remove one of them");
        report.add_at(property.name.range(), &at.field(name), problem);
    }
    !is_again
}

impl Shapes {
    fn check_text(&self, text: &str, value: &Value<'_>, at: &At<'_>, report: &mut Report<'_>) {
        if let Some((bad, what)) = forbidden_character(text) {
            let message = format!("the text contains the {what} U+{:04X}", u32::from(bad));
            let problem = Problem::error(ShapeCode::ControlCharacter, message)
                .hint("remove it: it is invisible, but changes how the text is displayed")
                .remedy(without_forbidden(report.text(), value));
            report.add_at(value.range(), at, problem);
            report.suppress(at);
        }
        if text.trim().is_empty() && !is_surrounding(at) {
            let problem = Problem::error(ShapeCode::EmptyText, "the text is empty")
                .hint(self.hint_for_empty_text(at));
            report.add_at(value.range(), at, problem);
            report.suppress(at);
        }
    }
}

/// Returns true for the words around a quote, which may be empty or a space.
fn is_surrounding(at: &At<'_>) -> bool {
    matches!(at.steps().last(), Some(Step::Field("prefix" | "suffix")))
}
