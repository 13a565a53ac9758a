//! JSON as an ordered tree: fields keep their order and numbers their digits, copies are cheap, and
//! what nobody edits keeps its layout.
//!
//! A value is shared until it is edited, so an old state of a dossier costs only what differs from
//! the new one. A value that was read and not edited is written as it was read.

mod write;

pub use write::Layout;

use crate::load::parse_json;
use crate::model::Span;
use jsonc_parser::ast::Value as Node;
use jsonc_parser::common::Ranged;
use serde_json::Value as Plain;
use std::ops::Range;
use std::rc::Rc;

/// Identifies an element of a list, such as a statement, as long as a dossier is open. Not part of
/// the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u32);

/// A JSON value.
#[derive(Debug, Clone)]
pub struct Json {
    kind: Kind,
    /// Where the value was read, if it was not edited since.
    read: Option<Read>,
    /// The words of the article that the value quotes, if it is a quote that was found.
    pub span: Option<Span>,
    /// Identifies an element of a list.
    pub key: Option<Key>,
}

#[derive(Debug, Clone)]
enum Kind {
    Null,
    Bool(bool),
    /// The number as it is written.
    Number(Rc<str>),
    Text(Rc<str>),
    List(Rc<Vec<Json>>),
    Object(Rc<Vec<(Rc<str>, Json)>>),
}

/// The place of a value in the file that it was read from.
#[derive(Debug, Clone)]
struct Read {
    file: Rc<str>,
    bytes: Range<usize>,
    /// The number of objects and lists around it, on which its indent depends.
    depth: usize,
}

impl PartialEq for Json {
    /// Compares the values, not their layout.
    fn eq(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::Null, Kind::Null) => true,
            (Kind::Bool(one), Kind::Bool(other)) => one == other,
            (Kind::Number(one), Kind::Number(other)) | (Kind::Text(one), Kind::Text(other)) => {
                one == other
            }
            (Kind::List(one), Kind::List(other)) => Rc::ptr_eq(one, other) || one == other,
            (Kind::Object(one), Kind::Object(other)) => Rc::ptr_eq(one, other) || one == other,
            _ => false,
        }
    }
}

impl Json {
    /// Reads a file without its byte-order mark.
    ///
    /// # Errors
    /// Returns the byte offset and a message if it is not JSON.
    pub fn read(text: &str) -> Result<Self, (usize, String)> {
        let file: Rc<str> = text.into();
        parse_json(text).map(|root| Self::of_node(&root, &file, 0))
    }

    fn of_node(node: &Node<'_>, file: &Rc<str>, depth: usize) -> Self {
        let kind = match node {
            Node::NullKeyword(_) => Kind::Null,
            Node::BooleanLit(it) => Kind::Bool(it.value),
            Node::NumberLit(it) => Kind::Number(it.value.into()),
            Node::StringLit(it) => Kind::Text((&*it.value).into()),
            Node::Array(list) => {
                let elements = list.elements.iter();
                Kind::List(Rc::new(elements.map(|it| Self::of_node(it, file, depth + 1)).collect()))
            }
            Node::Object(object) => {
                let fields = object
                    .properties
                    .iter()
                    .map(|it| (it.name.as_str().into(), Self::of_node(&it.value, file, depth + 1)));
                Kind::Object(Rc::new(fields.collect()))
            }
        };
        let bytes = node.start()..node.end();
        let read = Some(Read { file: Rc::clone(file), bytes, depth });
        Self { kind, read, span: None, key: None }
    }

    const fn new(kind: Kind) -> Self {
        Self { kind, read: None, span: None, key: None }
    }

    /// Makes `null`.
    pub const fn null() -> Self {
        Self::new(Kind::Null)
    }

    /// Makes a text.
    pub fn text(text: &str) -> Self {
        Self::new(Kind::Text(text.into()))
    }

    /// Makes `true` or `false`.
    pub const fn bool(value: bool) -> Self {
        Self::new(Kind::Bool(value))
    }

    /// Makes a number as it is written.
    pub fn number(digits: &str) -> Self {
        Self::new(Kind::Number(digits.into()))
    }

    /// Makes a list.
    pub fn list(elements: Vec<Self>) -> Self {
        Self::new(Kind::List(Rc::new(elements)))
    }

    /// Makes an object.
    pub fn object<'n>(fields: impl IntoIterator<Item = (&'n str, Self)>) -> Self {
        let fields = fields.into_iter().map(|(name, value)| (name.into(), value));
        Self::new(Kind::Object(Rc::new(fields.collect())))
    }

    /// Makes the value of any JSON that was not read from a file.
    pub fn of(plain: &Plain) -> Self {
        Self::new(match plain {
            Plain::Null => Kind::Null,
            Plain::Bool(value) => Kind::Bool(*value),
            Plain::Number(number) => Kind::Number(number.to_string().into()),
            Plain::String(text) => Kind::Text(text.as_str().into()),
            Plain::Array(list) => Kind::List(Rc::new(list.iter().map(Self::of).collect())),
            Plain::Object(fields) => Kind::Object(Rc::new(
                fields.iter().map(|(name, it)| (name.as_str().into(), Self::of(it))).collect(),
            )),
        })
    }

    /// Returns true if the value was read and not edited since.
    pub const fn is_unedited(&self) -> bool {
        self.read.is_some()
    }

    /// Returns true if both are the same list or object, and not only equal.
    pub fn is_same(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (Kind::List(one), Kind::List(other)) => Rc::ptr_eq(one, other),
            (Kind::Object(one), Kind::Object(other)) => Rc::ptr_eq(one, other),
            _ => false,
        }
    }

    /// Returns a text. `None` for other values.
    pub fn as_text(&self) -> Option<&str> {
        if let Kind::Text(text) = &self.kind { Some(text) } else { None }
    }

    /// Returns a whole number. `None` for other values.
    pub fn as_number(&self) -> Option<u32> {
        if let Kind::Number(number) = &self.kind { number.parse().ok() } else { None }
    }

    /// Returns a number as it is written. `None` for other values.
    pub fn digits(&self) -> Option<&str> {
        if let Kind::Number(number) = &self.kind { Some(number) } else { None }
    }

    /// Returns true for `true`.
    pub const fn is_true(&self) -> bool {
        matches!(self.kind, Kind::Bool(true))
    }

    /// Returns true for an object.
    pub const fn is_object(&self) -> bool {
        matches!(self.kind, Kind::Object(_))
    }

    /// Returns true for a list.
    pub const fn is_list(&self) -> bool {
        matches!(self.kind, Kind::List(_))
    }

    /// Returns the elements of a list. None for other values.
    pub fn elements(&self) -> &[Self] {
        if let Kind::List(list) = &self.kind { list } else { &[] }
    }

    /// Returns the fields of an object. None for other values.
    pub fn fields(&self) -> &[(Rc<str>, Self)] {
        if let Kind::Object(fields) = &self.kind { fields } else { &[] }
    }

    /// Returns the first field with a name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.fields().iter().find(|(own, _)| &**own == name).map(|(_, value)| value)
    }

    /// Returns the value for editing: the file's layout is not kept.
    fn edited(&mut self) -> &mut Kind {
        self.read = None;
        self.span = None;
        &mut self.kind
    }

    /// Returns the elements of a list for editing. Another value becomes an empty list.
    pub fn elements_mut(&mut self) -> &mut Vec<Self> {
        if !self.is_list() {
            self.kind = Kind::List(Rc::default());
        }
        match self.edited() {
            Kind::List(list) => Rc::make_mut(list),
            _ => unreachable!("the value is a list"),
        }
    }

    /// Returns the elements of a list, to set their keys and spans. The layout is kept.
    pub fn elements_to_mark(&mut self) -> &mut [Self] {
        match &mut self.kind {
            Kind::List(list) => Rc::make_mut(list).as_mut_slice(),
            _ => &mut [],
        }
    }

    /// Returns the value at a path such as `statements[3].content[0]`.
    pub fn at(&self, path: &str) -> Option<&Self> {
        steps(path).try_fold(self, |value, step| match step {
            Ok(position) => value.elements().get(position),
            Err(name) => value.get(name),
        })
    }

    /// Returns the value at a path, for editing.
    pub fn at_mut(&mut self, path: &str) -> Option<&mut Self> {
        self.at(path)?;
        steps(path).try_fold(self, |value, step| match step {
            Ok(position) => value.elements_mut().get_mut(position),
            Err(name) => Some(value.field_mut(name, &[])),
        })
    }

    /// Returns the value at a path such as `statements[3].content[0]`, to set its key or span. The
    /// layout is kept.
    pub fn at_to_mark(&mut self, path: &str) -> Option<&mut Self> {
        steps(path).try_fold(self, |value, step| match (step, &mut value.kind) {
            (Ok(position), Kind::List(list)) => Rc::make_mut(list).get_mut(position),
            (Err(name), Kind::Object(fields)) => {
                let fields = Rc::make_mut(fields);
                fields.iter_mut().find(|(own, _)| &**own == name).map(|(_, value)| value)
            }
            _ => None,
        })
    }

    /// Calls a function with each element of a list, or each value of an object, for editing.
    pub fn each_mut(&mut self, mut edit: impl FnMut(&mut Self)) {
        match self.edited() {
            Kind::List(list) => Rc::make_mut(list).iter_mut().for_each(&mut edit),
            Kind::Object(fields) => {
                Rc::make_mut(fields).iter_mut().for_each(|(_, value)| edit(value));
            }
            _ => {}
        }
    }

    /// Returns the fields of an object for editing. Another value becomes an empty object.
    fn fields_mut(&mut self) -> &mut Vec<(Rc<str>, Self)> {
        if !self.is_object() {
            self.kind = Kind::Object(Rc::default());
        }
        match self.edited() {
            Kind::Object(fields) => Rc::make_mut(fields),
            _ => unreachable!("the value is an object"),
        }
    }

    /// Returns a field for editing. A field that is missing is added as `null`, after the last of the
    /// fields that come before it in `order`.
    pub fn field_mut(&mut self, name: &str, order: &[&str]) -> &mut Self {
        let fields = self.fields_mut();
        let at = match fields.iter().position(|(own, _)| &**own == name) {
            Some(at) => at,
            None => {
                let rank = |field: &str| order.iter().position(|it| *it == field);
                let own = rank(name).unwrap_or(usize::MAX);
                let before = |(field, _): &(Rc<str>, Self)| rank(field).is_some_and(|it| it < own);
                let at = fields.iter().rposition(before).map_or_else(
                    || if own == usize::MAX { fields.len() } else { 0 },
                    |last| last + 1,
                );
                fields.insert(at, (name.into(), Self::new(Kind::Null)));
                at
            }
        };
        &mut fields[at].1
    }

    /// Sets a field, or removes it for `None`.
    pub fn set(&mut self, name: &str, value: Option<Self>, order: &[&str]) {
        match value {
            Some(mut value) => {
                let field = self.field_mut(name, order);
                value.key = field.key;
                *field = value;
            }
            None if self.get(name).is_some() => {
                self.fields_mut().retain(|(own, _)| &**own != name);
            }
            None => {}
        }
    }
}

/// Returns the steps of a path: the positions in lists, and the names of fields.
fn steps(path: &str) -> impl Iterator<Item = Result<usize, &str>> {
    path.split(['.', '[']).filter(|step| !step.is_empty()).map(|step| {
        match step.strip_suffix(']').map(str::parse) {
            Some(Ok(position)) => Ok(position),
            _ => Err(step),
        }
    })
}
