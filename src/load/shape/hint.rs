//! Hints for values of the wrong type and for empty texts.

use super::super::escape::shown;
use super::super::path::{At, Step};
use super::{Shape, Shapes};
use jsonc_parser::ast::Value;

impl Shapes {
    /// Returns a hint for a value of the wrong type.
    pub fn hint_for_wrong_type(&self, shape: usize, value: &Value<'_>) -> Option<String> {
        let options = self.flat(shape);
        let has = |wanted: fn(&Shape) -> bool| options.iter().any(|option| wanted(option));
        let is_list_of = |wanted: fn(&Shape) -> bool| {
            options.iter().any(|option| match option {
                Shape::List(element) => self.flat(*element).into_iter().any(wanted),
                _ => false,
            })
        };
        let is_text = |shape: &Shape| matches!(shape, Shape::Text | Shape::Code { .. });
        let is_fields = |shape: &Shape| matches!(shape, Shape::Fields { .. });
        match value {
            Value::StringLit(text) => {
                let is_number = text.value.parse::<f64>().is_ok_and(f64::is_finite);
                if (is_number && has(|shape| matches!(shape, Shape::Whole | Shape::Number)))
                    || (matches!(&*text.value, "true" | "false")
                        && has(|shape| matches!(shape, Shape::Boolean)))
                {
                    return Some(format!("write it without quotation marks: {}", text.value));
                }
                let value = shown(&text.value);
                if is_list_of(is_text) {
                    return Some(format!("write a list: [{value}]"));
                }
                options.iter().find_map(|option| object_of(option, &value))
            }
            Value::NumberLit(number) if has(is_text) => {
                Some(format!("write it in quotation marks: \"{}\"", number.value))
            }
            Value::NumberLit(_) => options.iter().find_map(|option| object_of(option, "…")),
            Value::Object(_) if is_list_of(is_fields) => Some("write a list: [{ … }]".to_owned()),
            Value::Object(_) if has(is_text) => Some("write only the text: \"…\"".to_owned()),
            Value::Array(_) => Some("write a single value, without [ and ]".to_owned()),
            Value::NullKeyword(_) if has(|shape| matches!(shape, Shape::List(_))) => {
                Some("leave out the field, or write an empty list: []".to_owned())
            }
            Value::NullKeyword(_) => Some("leave it out".to_owned()),
            Value::Object(_) | Value::BooleanLit(_) => None,
        }
    }

    /// Returns a hint for an empty text.
    pub fn hint_for_empty_text(&self, at: &At<'_>) -> &'static str {
        match at.steps().last() {
            Some(Step::Element(_)) => "fill it in, or remove it from the list",
            _ if self.is_required(at) => "fill it in: the field is required",
            _ => "fill it in, or leave out the field",
        }
    }

    /// Returns true if a path is that of a required field.
    fn is_required(&self, at: &At<'_>) -> bool {
        let mut here = vec![self.root];
        let mut required_here = false;
        for step in at.steps() {
            let mut next = Vec::new();
            required_here = false;
            for shape in here.iter().flat_map(|shape| self.flat(*shape)) {
                match (shape, step) {
                    (Shape::Fields { fields, required }, Step::Field(name)) => {
                        next.extend(fields.iter().filter(|(it, _)| it == name).map(|(_, ix)| *ix));
                        required_here |= required.iter().any(|(it, _)| it == name);
                    }
                    (Shape::List(element), Step::Element(_)) => next.push(*element),
                    (Shape::Map(element), Step::Field(_)) => next.push(*element),
                    _ => {}
                }
            }
            here = next;
        }
        required_here
    }

    /// Returns the options of a shape, without nested choices.
    fn flat(&self, shape: usize) -> Vec<&Shape> {
        match &self.shapes[shape] {
            Shape::Any(options) => options.iter().flat_map(|option| self.flat(*option)).collect(),
            shape => vec![shape],
        }
    }
}

/// Returns an object that contains the value.
fn object_of(shape: &Shape, value: &str) -> Option<String> {
    let Shape::Fields { fields, required } = shape else { return None };
    let field = ["words", "is"].into_iter().find(|name| fields.iter().any(|(it, _)| it == name));
    if let Some(field) = field {
        return Some(format!("write {{ \"{field}\": {value} }}"));
    }
    let required: Vec<String> = required.iter().map(|(name, _)| format!("\"{name}\": …")).collect();
    (!required.is_empty()).then(|| format!("write {{ {} }}", required.join(", ")))
}
