//! JSON files of other tools, with the line of every value.

use super::File;
use super::document::{BadInput, Place};
use crate::load::parse_json;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

/// A value of a JSON file.
#[derive(Clone, Copy)]
pub struct Node<'n> {
    value: &'n Value<'n>,
    file: &'n str,
    lines: &'n [usize],
}

/// Parses a file, and calls a function with its root.
///
/// # Errors
/// If the file is not JSON, or the function fails.
pub fn with_root<T>(
    file: &File,
    read: impl FnOnce(Node<'_>) -> Result<T, BadInput>,
) -> Result<T, BadInput> {
    let text = file.text()?.trim_start_matches('\u{feff}');
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    let lines: Vec<usize> = breaks.map(|(at, _)| at).collect();
    let value = parse_json(text).map_err(|(at, message)| {
        let line = 1 + lines.partition_point(|end| *end < at);
        BadInput::at(&Place::line(&file.name, line, ""), format!("the file is not JSON: {message}"))
    })?;
    read(Node { value: &value, file: &file.name, lines: &lines })
}

impl<'n> Node<'n> {
    /// Returns a field of an object. `None` if it is missing or null.
    pub fn get(self, name: &str) -> Option<Self> {
        let found =
            self.value.as_object()?.properties.iter().find(|it| it.name.as_str() == name)?;
        (!matches!(found.value, Value::NullKeyword(_)))
            .then_some(Self { value: &found.value, ..self })
    }

    /// Returns a field of an object.
    ///
    /// # Errors
    /// If it is missing.
    pub fn field(self, name: &str) -> Result<Self, BadInput> {
        self.get(name).ok_or_else(|| self.bad(format!("the field \"{name}\" is missing")))
    }

    /// Returns the fields of an object, in the order of the file. None for other values.
    pub fn fields(self) -> impl Iterator<Item = (&'n str, Self)> {
        let properties = self.value.as_object().map(|object| object.properties.as_slice());
        let properties = properties.unwrap_or_default().iter();
        properties.map(move |it| (it.name.as_str(), Self { value: &it.value, ..self }))
    }

    /// Returns the elements of a list. None for other values.
    pub fn items(self) -> impl Iterator<Item = Self> {
        let elements = self.value.as_array().map(|array| array.elements.as_slice());
        elements.unwrap_or_default().iter().map(move |value| Self { value, ..self })
    }

    /// Returns the elements of a list, or the value itself if it is not a list.
    pub fn one_or_many(self) -> Vec<Self> {
        if self.is_list() { self.items().collect() } else { vec![self] }
    }

    /// Returns true for a list.
    pub fn is_list(self) -> bool {
        matches!(self.value, Value::Array(_))
    }

    /// Returns true for an object.
    pub fn is_object(self) -> bool {
        matches!(self.value, Value::Object(_))
    }

    /// Returns a text. `None` for other values.
    pub fn text(self) -> Option<&'n str> {
        match self.value {
            Value::StringLit(text) => Some(&text.value),
            _ => None,
        }
    }

    /// Returns a number or a text as text, for ids.
    pub fn id(self) -> Option<&'n str> {
        match self.value {
            Value::NumberLit(number) => Some(number.value),
            _ => self.text(),
        }
    }

    /// Returns true for `true`.
    pub fn is_true(self) -> bool {
        matches!(self.value, Value::BooleanLit(boolean) if boolean.value)
    }

    /// Returns a whole number. `None` for other values.
    pub fn number(self) -> Option<usize> {
        match self.value {
            Value::NumberLit(number) => number.value.parse().ok(),
            _ => None,
        }
    }

    /// Returns the whole number of a field.
    ///
    /// # Errors
    /// If it is missing or not a whole number.
    pub fn offset(self, name: &str) -> Result<usize, BadInput> {
        let field = self.field(name)?;
        field
            .number()
            .ok_or_else(|| field.bad(format!("\"{name}\" is not a whole number of at least 0")))
    }

    /// Returns the place of the value in its file.
    pub fn place(self, id: &str) -> Place {
        let line = 1 + self.lines.partition_point(|end| *end < self.value.start());
        Place::line(self.file, line, id)
    }

    /// Makes the problem of a value.
    pub fn bad(self, message: impl Into<String>) -> BadInput {
        BadInput::at(&self.place(""), message)
    }
}
