//! The largest size at which words fit a place.

use super::lines::{Lines, break_lines};
use super::paragraph::Paragraph;

/// A place for words, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// From one base line to the next, in ems.
    pub leading: f32,
}

/// Words at a size.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    /// The lines.
    pub lines: Lines,
    /// The size of an em, in pixels.
    pub size: f32,
}

/// How narrow lines may become to be of even length, as a part of the place's width.
const NARROWEST: f32 = 0.72;

/// How often the width is halved in looking for even lines: to less than a pixel or two.
const STEPS: u32 = 8;

/// Sets words in the largest of the sizes, which fall, at which all fit and no word is parted; where
/// there is none, in the largest at which all fit; else in the last, and cut. Then lines are made
/// even, so that none stands nearly empty.
pub fn fit(paragraph: &Paragraph, place: Place, sizes: &[f32], mark: &Paragraph) -> Fitted {
    let set = |size: f32, part: f32| {
        let most = (place.height / (size * place.leading)).floor().max(1.0) as usize;
        Fitted { lines: break_lines(paragraph, place.width * part / size, most, mark), size }
    };
    let mut best: Option<Fitted> = None;
    for size in sizes {
        let fitted = set(*size, 1.0);
        let is_whole = !fitted.lines.is_cut && fitted.lines.parted == 0;
        let is_better = best.as_ref().is_none_or(|best| is_whole || best.lines.is_cut);
        if is_better {
            best = Some(fitted);
        }
        if is_whole {
            break;
        }
    }
    let none = Lines { lines: Vec::new(), is_cut: false, parted: 0 };
    let mut best = best.unwrap_or(Fitted { lines: none, size: 1.0 });
    if !best.lines.is_cut {
        let (mut narrow, mut wide) = (NARROWEST, 1.0);
        for _ in 0..STEPS {
            let part = f32::midpoint(narrow, wide);
            let fitted = set(best.size, part);
            let (lines, known) = (&fitted.lines, &best.lines);
            let is_as_good = !lines.is_cut && lines.parted == known.parted;
            if is_as_good && lines.lines.len() == known.lines.len() {
                wide = part;
                best = fitted;
            } else {
                narrow = part;
            }
        }
    }
    best
}
