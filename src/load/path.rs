//! Places in the JSON, as paths that cost nothing until they are printed.

use std::fmt;

/// A place in the JSON: a step below a parent place.
#[derive(Debug, Clone, Copy)]
pub struct At<'p> {
    parent: Option<&'p At<'p>>,
    step: Step<'p>,
}

/// One step down.
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

    /// The dossier within a published file.
    pub const DOSSIER: At<'static> = At { parent: Some(&At::ROOT), step: Step::Field("dossier") };

    /// A field of the object here.
    pub fn field<'c>(&'c self, name: &'c str) -> At<'c> {
        At { parent: Some(self), step: Step::Field(name) }
    }

    /// An element of the list here.
    pub fn element<'c>(&'c self, position: usize) -> At<'c> {
        At { parent: Some(self), step: Step::Element(position) }
    }

    /// The steps from the root to here.
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

/// `statements[3].content[0]`, as people write it.
impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.steps().into_iter().enumerate() {
            match step {
                Step::Root => {}
                Step::Field(name) if position == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
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
    fn prints_as_people_write_it() {
        let statements = At::ROOT.field("statements");
        let third = statements.element(3);
        assert_eq!(third.field("content").element(0).to_string(), "statements[3].content[0]");
        assert_eq!(At::ROOT.to_string(), "");
    }
}
