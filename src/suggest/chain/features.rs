//! The features of tokens: hashed combinations of what is in and around a token. The model has a
//! weight for each hash and label.

use super::columns::{Columns, MARKS, mix};

/// Number of bits of a hash. A power of two is the number of rows of the weights.
pub const BITS: u32 = 16;
/// Number of classes of transitions.
pub const CLASSES: usize = 16;

/// The features of the tokens of a text.
pub struct Features {
    /// The hashes of all tokens, `width` for each.
    pub hashes: Vec<u32>,
    /// The number of hashes of a token.
    pub width: usize,
    /// The class of the transition into each token.
    pub transitions: Vec<u8>,
}

impl Features {
    /// Returns the hashes of a token.
    pub fn of(&self, token: usize) -> &[u32] {
        &self.hashes[token * self.width..(token + 1) * self.width]
    }
}

/// Distances from each token to what is near it.
struct Nearby {
    /// The last cue before it in its sentence.
    cue_before: Option<usize>,
    /// The first cue after it in its sentence.
    cue_after: Option<usize>,
    /// The last punctuation mark before it in its sentence.
    mark_before: Option<usize>,
    /// The first punctuation mark after it in its sentence.
    mark_after: Option<usize>,
    /// The last closing quotation mark up to it in its unit.
    close_before: Option<usize>,
    /// The first opening quotation mark from it on in its unit.
    open_after: Option<usize>,
}

/// Describes each token by hashed features. `comma` is the hash of a comma's key.
pub fn features(columns: &Columns, comma: u64) -> Features {
    let n = columns.word.len();
    let nearby = nearby(columns);
    let mut hashes = Vec::with_capacity(n * 110);
    let mut transitions = Vec::with_capacity(n);
    let mut width = 0;
    for (at, near) in nearby.iter().enumerate() {
        let before = hashes.len();
        let mut row = Row { columns, at, hashes: &mut hashes, template: 0 };
        row.words();
        row.shapes();
        row.positions();
        row.quotes(near);
        row.classes();
        row.cues(near);
        width = hashes.len() - before;
        let is_first = u8::from(columns.sentence_start[at] == at);
        let quote = u8::try_from(columns.quote[at]).unwrap_or_default();
        let after_comma = u8::from(at > 0 && columns.word[at - 1] == comma);
        transitions.push(is_first + 2 * quote + 8 * after_comma);
    }
    Features { hashes, width, transitions }
}

fn nearby(columns: &Columns) -> Vec<Nearby> {
    let n = columns.word.len();
    let is_mark = |at: usize| MARKS.contains(&columns.shape[at]);
    let mut found = Vec::with_capacity(n);
    let (mut cue, mut mark, mut close) = (None, None, None);
    for at in 0..n {
        if columns.sentence_start[at] == at {
            (cue, mark) = (None, None);
        }
        if columns.unit_start[at] == at {
            close = None;
        }
        if columns.quote[at] == 3 {
            close = Some(at);
        }
        found.push(Nearby {
            cue_before: cue,
            cue_after: None,
            mark_before: mark,
            mark_after: None,
            close_before: close,
            open_after: None,
        });
        cue = if columns.is_cue[at] { Some(at) } else { cue };
        mark = if is_mark(at) { Some(at) } else { mark };
    }
    let (mut cue, mut mark, mut open) = (None, None, None);
    for at in (0..n).rev() {
        if columns.sentence_end[at] == at + 1 {
            (cue, mark) = (None, None);
        }
        if columns.unit_end[at] == at + 1 {
            open = None;
        }
        if columns.quote[at] == 2 {
            open = Some(at);
        }
        (found[at].cue_after, found[at].mark_after, found[at].open_after) = (cue, mark, open);
        cue = if columns.is_cue[at] { Some(at) } else { cue };
        mark = if is_mark(at) { Some(at) } else { mark };
    }
    found
}

/// Returns a coarse size of a distance.
pub(super) fn bucket(distance: usize) -> u64 {
    match distance {
        0..=4 => distance as u64,
        5..=7 => 5,
        8..=11 => 6,
        12..=19 => 7,
        20..=34 => 8,
        _ => 9,
    }
}

fn bucket_of(distance: Option<usize>) -> u64 {
    distance.map_or(10, bucket)
}

/// Collects the hashes of one token.
struct Row<'a> {
    columns: &'a Columns,
    at: usize,
    hashes: &'a mut Vec<u32>,
    template: u64,
}

impl Row<'_> {
    /// Adds a feature: the next template with its values.
    fn add(&mut self, values: &[u64]) {
        self.template += 1;
        let mut mixed = mix(&[self.template * 7919 + 13]);
        for value in values {
            mixed = mix(&[mixed, *value]);
        }
        self.hashes.push((mixed >> (64 - BITS)) as u32);
    }

    fn word(&self, distance: isize) -> u64 {
        self.columns.near(&self.columns.word, self.at, distance)
    }

    fn shape(&self, distance: isize) -> u64 {
        self.columns.near(&self.columns.shape, self.at, distance)
    }

    fn quote(&self, distance: isize) -> u64 {
        self.columns.near(&self.columns.quote, self.at, distance)
    }

    fn class(&self, distance: isize) -> u64 {
        self.columns.near(&self.columns.classes, self.at, distance)
    }

    fn words(&mut self) {
        let columns = self.columns;
        for distance in -4..=4 {
            self.add(&[self.word(distance)]);
        }
        self.add(&[self.word(-1), self.word(0)]);
        self.add(&[self.word(0), self.word(1)]);
        self.add(&[self.word(-2), self.word(-1)]);
        self.add(&[self.word(1), self.word(2)]);
        for distance in -2..=2 {
            self.add(&[columns.near(&columns.end3, self.at, distance)]);
        }
        for distance in -1..=1 {
            self.add(&[columns.near(&columns.start, self.at, distance)]);
        }
        let end2 = |distance| columns.near(&columns.end2, self.at, distance);
        let (before, own, after) = (end2(-1), end2(0), end2(1));
        self.add(&[own]);
        self.add(&[before, own]);
        self.add(&[own, after]);
        self.add(&[before, self.word(0)]);
    }

    fn shapes(&mut self) {
        for distance in -2..=2 {
            self.add(&[self.shape(distance)]);
        }
        self.add(&[self.shape(-1), self.shape(0), self.shape(1)]);
        self.add(&[self.shape(-2), self.shape(-1), self.shape(0)]);
        self.add(&[self.shape(0), self.shape(1), self.shape(2)]);
        self.add(&[self.shape(0), self.word(0)]);
    }

    fn positions(&mut self) {
        let (columns, at) = (self.columns, self.at);
        let (start, end) = (columns.sentence_start[at], columns.sentence_end[at]);
        let is_first = u64::from(start == columns.unit_start[at]);
        let is_last = u64::from(end == columns.unit_end[at]);
        self.add(&[bucket(at - start)]);
        self.add(&[bucket(end - 1 - at)]);
        self.add(&[is_first + 2 * is_last, bucket(at - start)]);
        self.add(&[bucket(end - 1 - start)]);
        self.add(&[columns.word[start]]);
    }

    fn quotes(&mut self, near: &Nearby) {
        let (columns, at) = (self.columns, self.at);
        let quote = self.quote(0);
        for distance in -2..=2 {
            self.add(&[self.quote(distance)]);
        }
        self.add(&[quote, self.word(0)]);
        self.add(&[self.quote(-1), quote, self.quote(1)]);
        self.add(&[quote, self.shape(0)]);
        let closed = bucket_of(near.close_before.map(|close| at - close));
        let opens = bucket_of(near.open_after.map(|open| open - at));
        self.add(&[closed, quote]);
        self.add(&[opens, quote]);
        self.add(&[closed, opens]);
        let start = columns.sentence_start[at];
        let is_closed_here = near.close_before.is_some_and(|close| close >= start);
        let opens_here = near.open_after.is_some_and(|open| open < columns.sentence_end[at]);
        let here = u64::from(is_closed_here) + 2 * u64::from(opens_here);
        self.add(&[here, quote]);
        self.add(&[here, self.word(0)]);
        let before = if start > columns.unit_start[at] { columns.quote[start - 1] } else { 4 };
        self.add(&[before, quote, bucket(at - start)]);
    }

    fn classes(&mut self) {
        for distance in -2..=2 {
            self.add(&[self.class(distance)]);
        }
        self.add(&[self.class(-1), self.class(0), self.class(1)]);
        self.add(&[self.class(-1), self.class(0)]);
        self.add(&[self.class(0), self.class(1)]);
        self.add(&[self.class(0), self.shape(0), self.quote(0)]);
        self.add(&[self.class(0), self.word(1)]);
        self.add(&[self.class(-1), self.word(0)]);
    }

    fn cues(&mut self, near: &Nearby) {
        let (columns, at) = (self.columns, self.at);
        let word = |token: Option<usize>| token.map_or(3, |token| columns.word[token]);
        let class = |token: Option<usize>| token.map_or(3, |token| columns.classes[token]);
        let (before, after) = (near.cue_before, near.cue_after);
        let quote = self.quote(0);
        let from_cue = bucket_of(before.map(|cue| at - cue));
        let to_cue = bucket_of(after.map(|cue| cue - at));
        self.add(&[word(before)]);
        self.add(&[word(after)]);
        self.add(&[class(before), quote]);
        self.add(&[class(after), quote]);
        self.add(&[word(before), quote]);
        self.add(&[word(after), quote]);
        self.add(&[from_cue]);
        self.add(&[to_cue]);
        self.add(&[from_cue, to_cue]);
        self.add(&[class(before), from_cue]);
        self.add(&[class(after), to_cue]);
        self.add(&[word(before), word(after)]);
        self.add(&[class(before), class(after)]);
        self.add(&[from_cue, self.shape(0)]);
        self.add(&[to_cue, self.shape(0)]);
        let next = before.map(|cue| cue + 1);
        self.add(&[word(next), from_cue]);
        self.add(&[word(next), word(before)]);
        let mark = |token: Option<usize>| token.map_or(5, |token| columns.word[token]);
        let (left, right) = (near.mark_before, near.mark_after);
        let cue_then_mark =
            u64::from(matches!((before, left), (Some(cue), Some(mark)) if mark > cue));
        let mark_then_cue =
            u64::from(matches!((after, right), (Some(cue), Some(mark)) if mark < cue));
        let (has_before, has_after) = (u64::from(before.is_some()), u64::from(after.is_some()));
        self.add(&[mark(left), cue_then_mark, has_before]);
        self.add(&[mark(right), mark_then_cue, has_after]);
        self.add(&[mark(left), mark(right), cue_then_mark + 2 * mark_then_cue]);
        let beyond = match (right, after) {
            (Some(mark), Some(cue)) => bucket(cue.saturating_sub(mark)),
            _ => 10,
        };
        self.add(&[mark(right), beyond, quote]);
        self.add(&[mark(left), bucket_of(left.map(|mark| at - mark))]);
        let first = columns.word[columns.sentence_start[at]];
        self.add(&[first, has_before + 2 * has_after]);
    }
}
