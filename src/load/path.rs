//! Paths to values in the JSON. They do not allocate until they are printed.

use std::fmt;

/// A path in the JSON: one step below a parent path.
#[derive(Debug, Clone, Copy)]
pub struct At<'p> {
    parent: Option<&'p At<'p>>,
    step: Step<'p>,
}

/// Maximum number of characters of a field's name that are printed. Fields of dossiers are shorter,
/// but a file can contain any.
const MAX_FIELD_CHARS: usize = 60;

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'p> {
    /// The whole file.
    Root,
    /// Into a field of an object.
    Field(&'p str),
    /// Into an element of a list.
    Element(usize),
}

impl<'p> At<'p> {
    /// The whole file.
    pub const ROOT: At<'static> = At { parent: None, step: Step::Root };

    /// The dossier inside a published file.
    pub const DOSSIER: At<'static> = At { parent: Some(&At::ROOT), step: Step::Field("dossier") };

    /// Returns the path of a field of this object.
    pub fn field<'c>(&'c self, name: &'c str) -> At<'c> {
        At { parent: Some(self), step: Step::Field(name) }
    }

    /// Returns the path of an element of this list.
    pub fn element<'c>(&'c self, position: usize) -> At<'c> {
        At { parent: Some(self), step: Step::Element(position) }
    }

    /// Returns the steps from the root.
    pub fn steps(&self) -> Vec<Step<'p>> {
        let mut steps = Vec::new();
        let mut at = Some(self);
        while let Some(place) = at {
            if place.step != Step::Root {
                steps.push(place.step);
            }
            at = place.parent;
        }
        steps.reverse();
        steps
    }
}

/// Writes the path as `statements[3].content[0]`.
impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.steps().into_iter().enumerate() {
            match step {
                Step::Root => {}
                Step::Field(name) => {
                    let end = name.char_indices().nth(MAX_FIELD_CHARS);
                    let (name, more) = end.map_or((name, ""), |(end, _)| (&name[..end], "…"));
                    let dot = if position == 0 { "" } else { "." };
                    write!(f, "{dot}{name}{more}")?;
                }
                Step::Element(element) => write!(f, "[{element}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_fields_and_elements() {
        let statements = At::ROOT.field("statements");
        let third = statements.element(3);
        assert_eq!(third.field("content").element(0).to_string(), "statements[3].content[0]");
        assert_eq!(At::ROOT.to_string(), "");
        let long = "é".repeat(61);
        assert_eq!(third.field(&long).to_string(), format!("statements[3].{}…", "é".repeat(60)));
    }
}
