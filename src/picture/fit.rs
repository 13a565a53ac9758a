//! The largest font size at which a paragraph fits an area.

use super::lines::{Lines, break_lines};
use super::paragraph::Paragraph;

/// An area for text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Its width, in pixels.
    pub width: f32,
    /// Its height, in pixels.
    pub height: f32,
    /// Line height, in ems.
    pub leading: f32,
}

/// Lines of text, with their font size.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    /// The lines.
    pub lines: Lines,
    /// Font size, in pixels.
    pub size: f32,
}

/// Minimum line width when lines are balanced, as a fraction of the area's width.
const NARROWEST: f32 = 0.72;

/// Number of bisection steps when lines are balanced. The result is exact to a pixel or two.
const STEPS: u32 = 8;

/// Sets a paragraph in the largest of `sizes` at which it fits without splitting a word.
///
/// If there is none, words may be split; if it still does not fit, it is cut at the last size.
/// `sizes` are in descending order. Finally the lines are balanced, so that none is nearly empty.
pub fn fit(paragraph: &Paragraph, area: Area, sizes: &[f32], mark: &Paragraph) -> Fitted {
    let set = |size: f32, part: f32| {
        let max_lines = (area.height / (size * area.leading)).floor().max(1.0) as usize;
        Fitted { lines: break_lines(paragraph, area.width * part / size, max_lines, mark), size }
    };
    let mut best: Option<Fitted> = None;
    for size in sizes {
        let fitted = set(*size, 1.0);
        let is_whole = !fitted.lines.is_cut && fitted.lines.splits == 0;
        let is_better = best.as_ref().is_none_or(|best| is_whole || best.lines.is_cut);
        if is_better {
            best = Some(fitted);
        }
        if is_whole {
            break;
        }
    }
    let none = Lines { lines: Vec::new(), is_cut: false, splits: 0 };
    let mut best = best.unwrap_or(Fitted { lines: none, size: 1.0 });
    if !best.lines.is_cut {
        let (mut narrow, mut wide) = (NARROWEST, 1.0);
        for _ in 0..STEPS {
            let part = f32::midpoint(narrow, wide);
            let fitted = set(best.size, part);
            let (lines, known) = (&fitted.lines, &best.lines);
            let is_as_good = !lines.is_cut && lines.splits == known.splits;
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
