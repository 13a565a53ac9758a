//! Edits of a text: replacements of byte ranges.

use std::ops::Range;

/// A replacement of a part of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Byte offsets of the part in the file.
    pub bytes: Range<usize>,
    /// The new text of the part.
    pub text: String,
}

/// Edits of one text, in order and without overlaps.
#[derive(Debug, Default)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// Takes edits in any order. Of two that overlap, the first in the text wins.
    pub fn new(mut edits: Vec<Edit>) -> Self {
        edits.sort_by_key(|edit| (edit.bytes.start, edit.bytes.end));
        let mut end = 0;
        edits.retain(|edit| {
            let is_free = edit.bytes.start >= end;
            end = if is_free { edit.bytes.end } else { end };
            is_free
        });
        Self(edits)
    }

    /// Returns the edited text.
    pub fn apply(&self, text: &str) -> String {
        let (mut out, mut from) = (String::with_capacity(text.len()), 0);
        for edit in &self.0 {
            out.push_str(&text[from..edit.bytes.start]);
            out.push_str(&edit.text);
            from = edit.bytes.end;
        }
        out + &text[from..]
    }

    /// Returns where a byte offset is after the edits. An offset where an edit begins stays in front of
    /// the new text.
    pub fn moved(&self, at: usize) -> usize {
        let before = self.0.iter().take_while(|edit| edit.bytes.end <= at && edit.bytes.start < at);
        before.fold(at, |moved, edit| moved + edit.text.len() - edit.bytes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_parts_and_follows_offsets() {
        let edit = |bytes: Range<usize>, text: &str| Edit { bytes, text: text.to_owned() };
        let edits = Edits::new(vec![edit(4..7, "three"), edit(0..3, "1"), edit(5..6, "lost")]);
        assert_eq!(edits.apply("one two six"), "1 three six");
        assert_eq!([edits.moved(0), edits.moved(4), edits.moved(8)], [0, 2, 8]);
    }
}
