//! What to write in place of what has the wrong type, or is not there.

use super::super::escape::shown;
use super::super::path::{At, Step};
use super::{Shape, Shapes};
use jsonc_parser::ast::Value;

impl Shapes {
    /// What to write in place of a value of the wrong type.
    pub fn instead(&self, shape: usize, value: &Value<'_>) -> Option<String> {
        let options = self.flat(shape);
        let has = |wanted: fn(&Shape) -> bool| options.iter().any(|option| wanted(option));
        let takes = |wanted: fn(&Shape) -> bool| {
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
                let alone = shown(&text.value);
                if takes(is_text) {
                    return Some(format!("write a list: [{alone}]"));
                }
                options.iter().find_map(|option| object_of(option, &alone))
            }
            Value::NumberLit(number) if has(is_text) => {
                Some(format!("write it in quotation marks: \"{}\"", number.value))
            }
            Value::NumberLit(_) => options.iter().find_map(|option| object_of(option, "…")),
            Value::Object(_) if takes(is_fields) => Some("write a list: [{ … }]".to_owned()),
            Value::Object(_) if has(is_text) => Some("write the text alone: \"…\"".to_owned()),
            Value::Array(_) => Some("write one alone, without [ and ]".to_owned()),
            Value::NullKeyword(_) if has(|shape| matches!(shape, Shape::List(_))) => {
                Some("leave the field out, or write an empty list: []".to_owned())
            }
            Value::NullKeyword(_) => Some("leave out what there is nothing to say of".to_owned()),
            Value::Object(_) | Value::BooleanLit(_) => None,
        }
    }

    /// What to write where a text is empty.
    pub fn instead_of_nothing(&self, at: &At<'_>) -> &'static str {
        match at.steps().last() {
            Some(Step::Element(_)) => "write it, or take it out of the list",
            _ if self.is_required(at) => "write it: the field is required",
            _ => "write it, or leave the field out",
        }
    }

    /// True where a place is a field that its object must have.
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

    /// The shapes that a shape may be, none of them a choice itself.
    fn flat(&self, shape: usize) -> Vec<&Shape> {
        match &self.shapes[shape] {
            Shape::Any(options) => options.iter().flat_map(|option| self.flat(*option)).collect(),
            shape => vec![shape],
        }
    }
}

/// An object that holds what was written alone.
fn object_of(shape: &Shape, alone: &str) -> Option<String> {
    let Shape::Fields { fields, required } = shape else { return None };
    let field = ["words", "is"].into_iter().find(|name| fields.iter().any(|(it, _)| it == name));
    if let Some(field) = field {
        return Some(format!("write {{ \"{field}\": {alone} }}"));
    }
    let required: Vec<String> = required.iter().map(|(name, _)| format!("\"{name}\": …")).collect();
    (!required.is_empty()).then(|| format!("write {{ {} }}", required.join(", ")))
}
