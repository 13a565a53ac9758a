//! Does the JSON have the schema's shape? Says all that is wrong at once, with its place.
//!
//! serde stops at the first error, so the published schema itself is walked. It reads the part of
//! JSON Schema that schemars writes for the wire structs, no more.

mod instead;

use super::diagnostic::Problem;
use super::nearest::{did_you_mean, is_bidi_override, one_of, shown};
use super::path::At;
use super::tree::Report;
use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use serde_json::Value as Json;
use std::collections::HashMap;

/// A schema, ready to be walked.
pub struct Shapes {
    shapes: Vec<Shape>,
    root: usize,
}

enum Shape {
    Text,
    Code {
        name: String,
        codes: Vec<String>,
    },
    Whole,
    Number,
    Boolean,
    List(usize),
    Fields {
        fields: Vec<(String, usize)>,
        /// Each with what it means.
        required: Vec<(String, String)>,
    },
    /// An object whose fields are named by the data.
    Map(usize),
    /// One of several shapes, told apart by their JSON type.
    Any(Vec<usize>),
    Nothing,
}

impl Shapes {
    /// Reads a schema that schemars generated.
    pub fn of(schema: &Json) -> Self {
        let mut reader = Reader { schema, shapes: Vec::new(), named: HashMap::new() };
        let root = reader.read(schema, "");
        Self { shapes: reader.shapes, root }
    }

    /// Walks the whole tree; true where its shape is right.
    pub fn check(&self, value: &Value<'_>, report: &mut Report<'_>) -> bool {
        let before = report.errors();
        self.walk(self.root, value, &At::ROOT, report);
        report.errors() == before
    }

    fn walk(&self, shape: usize, value: &Value<'_>, at: &At<'_>, report: &mut Report<'_>) {
        match (&self.shapes[shape], value) {
            (Shape::Any(options), _) => match self.option(options, value) {
                Some(option) => self.walk(option, value, at, report),
                None => self.wrong_type(shape, value, at, report),
            },
            (Shape::Text, Value::StringLit(text)) => {
                self.check_text(&text.value, value, at, report)
            }
            (Shape::Code { name, codes }, Value::StringLit(text)) => {
                if !codes.iter().any(|code| *code == text.value) {
                    let codes = || codes.iter().map(String::as_str);
                    let message = format!("{} is no {name}", shown(&text.value));
                    let problem = Problem::error("unknown-value", message)
                        .hint_if(did_you_mean(&text.value, codes()))
                        .hint(format!("it is {}", one_of(codes())));
                    report.add_at(value.range(), at, problem);
                }
            }
            (Shape::Whole, Value::NumberLit(number)) => {
                if number.value.parse::<u64>().is_err() {
                    let message = format!("{} is no whole number from 0 on", number.value);
                    report.add_at(value.range(), at, Problem::error("wrong-type", message));
                }
            }
            (Shape::Number, Value::NumberLit(number)) => {
                if !number.value.parse().is_ok_and(f64::is_finite) {
                    let message = format!("{} is too large a number", shown(number.value));
                    let problem = Problem::error("number-too-large", message);
                    report.add_at(value.range(), at, problem.hint("write one below 1e308"));
                }
            }
            (Shape::Boolean, Value::BooleanLit(_)) | (Shape::Nothing, Value::NullKeyword(_)) => {}
            (Shape::List(element), Value::Array(list)) => {
                for (position, value) in list.elements.iter().enumerate() {
                    self.walk(*element, value, &at.element(position), report);
                }
            }
            (Shape::Fields { fields, required }, Value::Object(object)) => {
                self.walk_fields(fields, required, object, at, report);
            }
            (Shape::Map(element), Value::Object(object)) => {
                for (position, property) in object.properties.iter().enumerate() {
                    check_once(object, position, at, report);
                    self.walk(*element, &property.value, &at.field(property.name.as_str()), report);
                }
            }
            _ => self.wrong_type(shape, value, at, report),
        }
    }

    fn walk_fields(
        &self,
        fields: &[(String, usize)],
        required: &[(String, String)],
        object: &Object<'_>,
        at: &At<'_>,
        report: &mut Report<'_>,
    ) {
        let names = || fields.iter().map(|(name, _)| name.as_str());
        for (position, property) in object.properties.iter().enumerate() {
            let name = property.name.as_str();
            let inside = at.field(name);
            check_once(object, position, at, report);
            match fields.iter().find(|(known, _)| known == name) {
                Some((_, shape)) => self.walk(*shape, &property.value, &inside, report),
                None => {
                    let problem =
                        Problem::error("unknown-field", format!("unknown field {}", shown(name)))
                            .hint_if(did_you_mean(name, names()))
                            .hint(format!(
                                "the fields here are {}",
                                names().collect::<Vec<_>>().join(", ")
                            ));
                    report.add_at(property.name.range(), &inside, problem);
                }
            }
        }
        for (name, meaning) in required {
            if !object.properties.iter().any(|p| p.name.as_str() == name) {
                let problem =
                    Problem::error("missing-field", format!("the field \"{name}\" is missing"))
                        .hint(format!("what it is: {meaning}"));
                let mut range = object.range;
                range.end = range.start + 1;
                report.add_at(range, at, problem);
            }
        }
    }

    /// The option that takes values of this JSON type.
    fn option(&self, options: &[usize], value: &Value<'_>) -> Option<usize> {
        options.iter().copied().find(|option| match (&self.shapes[*option], value) {
            (Shape::Any(inner), _) => self.option(inner, value).is_some(),
            (Shape::Text | Shape::Code { .. }, Value::StringLit(_))
            | (Shape::Whole | Shape::Number, Value::NumberLit(_))
            | (Shape::Boolean, Value::BooleanLit(_))
            | (Shape::List(_), Value::Array(_))
            | (Shape::Fields { .. } | Shape::Map(_), Value::Object(_))
            | (Shape::Nothing, Value::NullKeyword(_)) => true,
            _ => false,
        })
    }

    fn wrong_type(&self, shape: usize, value: &Value<'_>, at: &At<'_>, report: &mut Report<'_>) {
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
        let problem = Problem::error("wrong-type", message).hint_if(self.instead(shape, value));
        report.add_at(value.range(), at, problem);
    }

    fn name(&self, shape: usize, names: &mut Vec<&'static str>) {
        match &self.shapes[shape] {
            Shape::Text | Shape::Code { .. } => names.push("text"),
            Shape::Whole => names.push("a whole number"),
            Shape::Number => names.push("a number"),
            Shape::Boolean => names.push("true or false"),
            Shape::List(_) => names.push("a list"),
            Shape::Fields { .. } | Shape::Map(_) => names.push("an object"),
            Shape::Any(options) => options.iter().for_each(|option| self.name(*option, names)),
            Shape::Nothing => {}
        }
    }
}

impl Shapes {
    fn check_text(&self, text: &str, value: &Value<'_>, at: &At<'_>, report: &mut Report<'_>) {
        let text = text.replace("\r\n", "\n");
        let is_bad = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || is_bidi_override(c);
        if let Some(bad) = text.chars().find(|c| is_bad(*c)) {
            let what = if is_bidi_override(bad) { "bidi override" } else { "control" };
            let message = format!("holds the {what} character U+{:04X}", u32::from(bad));
            let problem = Problem::error("control-character", message)
                .hint("remove it; it is not seen, but changes what is read");
            report.add_at(value.range(), at, problem);
        }
        if text.trim().is_empty() && !is_surrounding(at) {
            let problem =
                Problem::error("empty-text", "the text is empty").hint(self.instead_of_nothing(at));
            report.add_at(value.range(), at, problem);
        }
    }
}

/// A field is given once.
fn check_once(object: &Object<'_>, position: usize, at: &At<'_>, report: &mut Report<'_>) {
    let property = &object.properties[position];
    let name = property.name.as_str();
    // Beyond the problems that are told, looking through all fields for each would take minutes.
    if report.is_full() {
        return;
    }
    if object.properties[..position].iter().any(|earlier| earlier.name.as_str() == name) {
        let message = format!("the field {} is given twice", shown(name));
        let problem = Problem::error("given-twice", message).hint("keep one of them");
        report.add_at(property.name.range(), &at.field(name), problem);
    }
}

/// What stands around a quote may be nothing, or a space.
fn is_surrounding(at: &At<'_>) -> bool {
    use super::path::Step;
    matches!(at.steps().last(), Some(Step::Field("prefix" | "suffix")))
}

struct Reader<'s> {
    schema: &'s Json,
    shapes: Vec<Shape>,
    named: HashMap<&'s str, usize>,
}

impl<'s> Reader<'s> {
    fn add(&mut self, shape: Shape) -> usize {
        self.shapes.push(shape);
        self.shapes.len() - 1
    }

    fn read(&mut self, json: &'s Json, name: &str) -> usize {
        if let Some(reference) = json["$ref"].as_str() {
            return self.read_named(reference);
        }
        if let Some(options) = json["anyOf"].as_array().or_else(|| json["oneOf"].as_array()) {
            let options = options.iter().map(|option| self.read(option, name)).collect();
            return self.add(Shape::Any(options));
        }
        if let Some(types) = json["type"].as_array() {
            let options = types.iter().filter_map(Json::as_str).collect::<Vec<_>>();
            let options =
                options.into_iter().map(|kind| self.read_type(kind, json, name)).collect();
            return self.add(Shape::Any(options));
        }
        self.read_type(json["type"].as_str().unwrap_or("null"), json, name)
    }

    fn read_named(&mut self, reference: &'s str) -> usize {
        if let Some(shape) = self.named.get(reference) {
            return *shape;
        }
        let name = reference.rsplit('/').next().unwrap_or(reference);
        let shape = self.read(&self.schema["$defs"][name], name);
        self.named.insert(reference, shape);
        shape
    }

    fn read_type(&mut self, kind: &str, json: &'s Json, name: &str) -> usize {
        let shape = match kind {
            "string" => match json["enum"].as_array() {
                Some(codes) => Shape::Code {
                    name: words(name),
                    codes: codes.iter().filter_map(Json::as_str).map(str::to_owned).collect(),
                },
                None => Shape::Text,
            },
            "integer" => Shape::Whole,
            "number" => Shape::Number,
            "boolean" => Shape::Boolean,
            "array" => Shape::List(self.read(&json["items"], name)),
            "object" if json["additionalProperties"].is_object() => {
                Shape::Map(self.read(&json["additionalProperties"], name))
            }
            "object" => {
                let required = json["required"].as_array().into_iter().flatten();
                let meaning = |field: &str| {
                    let told = json["properties"][field]["description"].as_str();
                    let told = told.unwrap_or_default().trim_end_matches('.');
                    let mut rest = told.chars();
                    rest.next().map_or_else(String::new, |c| c.to_lowercase().chain(rest).collect())
                };
                let required = required.filter_map(Json::as_str);
                let required = required.map(|field| (field.to_owned(), meaning(field))).collect();
                let properties = json["properties"].as_object().into_iter().flatten();
                let fields = properties
                    .map(|(field, shape)| (field.clone(), self.read(shape, field)))
                    .collect();
                Shape::Fields { fields, required }
            }
            _ => Shape::Nothing,
        };
        self.add(shape)
    }
}

/// `IdentificationKind` as people say it: `identification kind`.
fn words(name: &str) -> String {
    let mut words = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}
