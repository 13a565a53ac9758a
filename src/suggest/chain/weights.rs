//! The weights of a model: numbers that training found, in a small file.

use super::confidence::WIDTH;
use super::features::{BITS, CLASSES};
use super::lattice::{LABELS, NEVER, Transitions, can_follow};
use super::link::LINK_BITS;

/// The first bytes of a file: a name and the version of the layout.
const MAGIC: [u8; 4] = *b"ORW1";
/// Number of rows of the emission weights.
pub const ROWS: usize = 1 << BITS;

/// The weights of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// A weight for each hash of a feature and each label, in units of `emission_step`.
    pub emissions: Vec<[i8; LABELS]>,
    /// The unit of `emissions`.
    pub emission_step: f32,
    /// The scores of transitions.
    pub transitions: Box<Transitions>,
    /// A weight for each hash of a feature of a link: of sources, then of contents.
    pub links: [Vec<i8>; 2],
    /// The unit of `links`.
    pub link_step: f32,
    /// What decides about attributions in the article, and in the contents of others.
    pub levels: [Level; 2],
}

/// What decides about candidates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// The weights of the confidence. The first is the constant.
    pub confidence: [f32; WIDTH],
    /// Minimum confidence of a suggestion.
    pub threshold: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            emissions: vec![[0; LABELS]; ROWS],
            emission_step: 1.0,
            transitions: Box::new([[[0.0; LABELS]; LABELS + 1]; CLASSES]),
            links: [vec![0; 1 << LINK_BITS], vec![0; 1 << LINK_BITS]],
            link_step: 1.0,
            levels: [Level { confidence: [0.0; WIDTH], threshold: 0.5 }; 2],
        }
    }
}

impl Weights {
    /// Returns the scores of transitions, and their exponentials.
    pub fn transition_tables(&self) -> (Box<Transitions>, Box<Transitions>) {
        let (mut scores, mut factors) = (self.transitions.clone(), self.transitions.clone());
        for class in 0..CLASSES {
            for from in 0..=LABELS {
                for to in 0..LABELS {
                    let score = &mut scores[class][from][to];
                    if !can_follow(from, to) {
                        *score = NEVER;
                    }
                    factors[class][from][to] =
                        if *score <= NEVER { 0.0 } else { libm::expf(*score) };
                }
            }
        }
        (scores, factors)
    }

    /// Returns the file of the weights.
    ///
    /// The layout, little-endian: `ORW1`; the steps as `f32`; the number of values of the evidence as
    /// a byte; for each level, the threshold and the weights of the confidence as `f32`; the
    /// transitions as `f32`; then each table of 8-bit weights in two streams, the gaps between weights that are not zero
    /// and these weights. Equal kinds of bytes are next to each other, because that compresses best.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        for value in [self.emission_step, self.link_step] {
            bytes.extend(value.to_le_bytes());
        }
        bytes.push(u8::try_from(WIDTH).unwrap_or_default());
        for level in &self.levels {
            bytes.extend(level.threshold.to_le_bytes());
            bytes.extend(level.confidence.iter().flat_map(|value| value.to_le_bytes()));
        }
        let transitions = self.transitions.iter().flatten().flatten();
        bytes.extend(transitions.flat_map(|value| value.to_le_bytes()));
        for label in 0..LABELS {
            put(&mut bytes, self.emissions.iter().map(|row| row[label]));
        }
        for links in &self.links {
            put(&mut bytes, links.iter().copied());
        }
        bytes
    }

    /// Reads the file of the weights. `None` if it is damaged or of another version.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut weights = Self::default();
        let mut rest = bytes.strip_prefix(&MAGIC)?;
        weights.emission_step = take_f32(&mut rest)?;
        weights.link_step = take_f32(&mut rest)?;
        let width = take(&mut rest)?;
        if usize::from(width) != WIDTH {
            return None;
        }
        for level in &mut weights.levels {
            level.threshold = take_f32(&mut rest)?;
            for value in &mut level.confidence {
                *value = take_f32(&mut rest)?;
            }
        }
        for value in weights.transitions.iter_mut().flatten().flatten() {
            *value = take_f32(&mut rest)?;
        }
        for label in 0..LABELS {
            get(&mut rest, ROWS, |row, weight| weights.emissions[row][label] = weight)?;
        }
        for links in &mut weights.links {
            get(&mut rest, links.len(), |row, weight| links[row] = weight)?;
        }
        rest.is_empty().then_some(weights)
    }
}

/// Writes the number of weights that are not zero, the gaps before them, and the weights. A gap is
/// the sum of bytes up to the first below 255.
fn put(bytes: &mut Vec<u8>, weights: impl Iterator<Item = i8> + Clone) {
    let used = weights.clone().enumerate().filter(|(_, weight)| *weight != 0);
    let count = u32::try_from(used.clone().count()).unwrap_or_default();
    bytes.extend(count.to_le_bytes());
    let mut next = 0;
    for (row, _) in used {
        let mut gap = row - next;
        while gap >= 255 {
            bytes.push(255);
            gap -= 255;
        }
        bytes.push(u8::try_from(gap).unwrap_or_default());
        next = row + 1;
    }
    bytes.extend(weights.filter(|weight| *weight != 0).map(i8::cast_unsigned));
}

/// Reads what [`put`] wrote.
fn get(rest: &mut &[u8], rows: usize, mut set: impl FnMut(usize, i8)) -> Option<()> {
    let count = u32::from_le_bytes(take_array(rest)?) as usize;
    let mut used = Vec::with_capacity(count.min(rows));
    let mut next = 0_usize;
    for _ in 0..count {
        let mut gap = 0;
        loop {
            let byte = take(rest)?;
            gap += usize::from(byte);
            if byte < 255 {
                break;
            }
        }
        let row = next.checked_add(gap).filter(|row| *row < rows)?;
        used.push(row);
        next = row + 1;
    }
    for row in used {
        set(row, take(rest)?.cast_signed());
    }
    Some(())
}

fn take(rest: &mut &[u8]) -> Option<u8> {
    let (first, others) = rest.split_first()?;
    *rest = others;
    Some(*first)
}

fn take_array(rest: &mut &[u8]) -> Option<[u8; 4]> {
    let (first, others) = rest.split_first_chunk::<4>()?;
    *rest = others;
    Some(*first)
}

fn take_f32(rest: &mut &[u8]) -> Option<f32> {
    Some(f32::from_le_bytes(take_array(rest)?)).filter(|value| value.is_finite())
}
