//! Sentences with slots: places that a page fills with markup, such as a link or a number.
//!
//! Each sentence is written in one piece, so that its word order belongs to the text and not to the
//! page:
//!
//! ```
//! use onrecord::text::{Link, Sentence};
//!
//! let sentence = Sentence::new("Spotted an error? {} and quote this page.", [Link("Email us")]);
//! let parts = sentence.render(str::to_owned, |Link(words)| format!("<a>{words}</a>"));
//! assert_eq!(parts.concat(), "Spotted an error? <a>Email us</a> and quote this page.");
//! ```
//!
//! A slot is any type: [`Link`] for a single link, otherwise an enum with a variant for each slot
//! of the sentence, so that the compiler checks that the page fills every one. The content of a
//! slot is never parsed, so names from a dossier are safe in it.

/// A sentence with slots of type `S`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence<S> {
    template: &'static str,
    slots: Vec<S>,
}

/// A slot for a link, with the words of the link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link(pub &'static str);

impl<S> Sentence<S> {
    /// Returns a sentence from a template with a `{}` for each slot, and the slots in the same
    /// order.
    ///
    /// # Panics
    /// In debug builds, if the template has more or fewer places than there are slots.
    pub fn new(template: &'static str, slots: impl Into<Vec<S>>) -> Self {
        let slots = slots.into();
        debug_assert_eq!(template.matches("{}").count(), slots.len(), "{template}");
        Self { template, slots }
    }

    /// Returns the parts of the sentence in order, each rendered by one of the two functions.
    pub fn render<T>(self, text: impl Fn(&'static str) -> T, slot: impl Fn(S) -> T) -> Vec<T> {
        let mut texts = self.template.split("{}").map(|part| (!part.is_empty()).then_some(part));
        let mut parts: Vec<T> = texts.next().flatten().map(&text).into_iter().collect();
        for (filling, after) in self.slots.into_iter().zip(texts) {
            parts.push(slot(filling));
            parts.extend(after.map(&text));
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_in_order() {
        let check = |template, slots: &[u8], expected: &[&str]| {
            let sentence = Sentence::new(template, slots);
            assert_eq!(sentence.render(str::to_owned, |slot| format!("<{slot}>")), expected);
        };
        check("No slot", &[], &["No slot"]);
        check("{} first", &[1], &["<1>", " first"]);
        check("last {}", &[1], &["last ", "<1>"]);
        check("{}{} and {}.", &[1, 2, 3], &["<1>", "<2>", " and ", "<3>", "."]);
    }
}
