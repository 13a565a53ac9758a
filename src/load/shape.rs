//! The shapes of values in a JSON Schema, for `walk`.
//!
//! Only the parts of JSON Schema that schemars generates for the wire structs are supported.

mod hint;

use jsonc_parser::ast::Value;
use serde_json::{Map, Value as Json};
use std::cmp::Reverse;
use std::collections::HashMap;

/// The shapes of a schema.
pub struct Shapes {
    pub(super) shapes: Vec<Shape>,
    pub(super) root: usize,
    /// True for a file that an author writes, which can be fixed.
    pub(super) is_authored: bool,
}

/// The shape of a value. Other shapes are referred to by their position in [`Shapes`].
pub enum Shape {
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
        /// The names of required fields, each with its meaning.
        required: Vec<(String, String)>,
    },
    /// An object with any field names.
    Map(usize),
    /// One of several shapes of different JSON types.
    Any(Vec<usize>),
    Nothing,
}

impl Shapes {
    /// Reads a schema that schemars generated.
    pub fn of(schema: &Json) -> Self {
        let mut reader = Reader { schema, shapes: Vec::new(), named: HashMap::new() };
        let root = reader.read(schema, "");
        Self { shapes: reader.shapes, root, is_authored: false }
    }

    /// Reads the schema of a file that an author writes.
    pub fn authored(schema: &Json) -> Self {
        Self { is_authored: true, ..Self::of(schema) }
    }

    /// Returns the option that accepts the JSON type of a value. If several accept an object, the
    /// one that knows the most of its fields and lacks the fewest.
    pub(super) fn option(&self, options: &[usize], value: &Value<'_>) -> Option<usize> {
        let accepting = options.iter().copied().filter(|option| self.accepts(*option, value));
        // The first of the best: `max_by_key` would return the last one.
        accepting.rev().max_by_key(|option| self.fit(*option, value))
    }

    pub(super) fn accepts(&self, option: usize, value: &Value<'_>) -> bool {
        match (&self.shapes[option], value) {
            (Shape::Any(inner), _) => inner.iter().any(|option| self.accepts(*option, value)),
            (Shape::Text | Shape::Code { .. }, Value::StringLit(_))
            | (Shape::Whole | Shape::Number, Value::NumberLit(_))
            | (Shape::Boolean, Value::BooleanLit(_))
            | (Shape::List(_), Value::Array(_))
            | (Shape::Fields { .. } | Shape::Map(_), Value::Object(_))
            | (Shape::Nothing, Value::NullKeyword(_)) => true,
            _ => false,
        }
    }

    /// Returns how well a shape fits the fields of an object: the number of fields that it knows and,
    /// reversed, the number of required fields that are missing.
    fn fit(&self, option: usize, value: &Value<'_>) -> (usize, Reverse<usize>) {
        match (&self.shapes[option], value) {
            (Shape::Any(inner), Value::Object(_)) => {
                let accepting = inner.iter().filter(|option| self.accepts(**option, value));
                accepting.map(|option| self.fit(*option, value)).max().unwrap_or_default()
            }
            (Shape::Fields { fields, required }, Value::Object(object)) => {
                let names = || object.properties.iter().map(|property| property.name.as_str());
                let known = names().filter(|name| fields.iter().any(|(it, _)| it == name)).count();
                let is_missing = |field: &str| !names().any(|name| name == field);
                let missing = required.iter().filter(|(field, _)| is_missing(field)).count();
                (known, Reverse(missing))
            }
            _ => (0, Reverse(0)),
        }
    }

    /// Returns the smallest value that serde accepts for a shape, to replace a wrong or missing
    /// one. Its texts are empty and its numbers are not those of a paragraph, so nothing refers to
    /// it.
    pub(super) fn substitute(&self, shape: usize) -> Json {
        match &self.shapes[shape] {
            Shape::Text => "".into(),
            Shape::Code { codes, .. } => codes.first().cloned().unwrap_or_default().into(),
            Shape::Whole => u64::MAX.into(),
            Shape::Number => 0.into(),
            Shape::Boolean => false.into(),
            Shape::List(_) => Json::Array(Vec::new()),
            Shape::Map(_) => Json::Object(Map::new()),
            Shape::Any(options) => {
                options.first().map_or(Json::Null, |first| self.substitute(*first))
            }
            Shape::Nothing => Json::Null,
            Shape::Fields { fields, required } => {
                let is_required = |name: &String| required.iter().any(|(it, _)| it == name);
                let fields = fields.iter().filter(|(name, _)| is_required(name));
                fields.map(|(name, shape)| (name.clone(), self.substitute(*shape))).collect()
            }
        }
    }

    /// Collects the names of the JSON types that a shape accepts.
    pub(super) fn name(&self, shape: usize, names: &mut Vec<&'static str>) {
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
                    let text = json["properties"][field]["description"].as_str();
                    let summary = text.and_then(|text| text.lines().next()).unwrap_or_default();
                    let mut rest = summary.trim_end_matches('.').chars();
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

/// Splits a type name into words: `IdentificationKind` becomes `identification kind`.
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
