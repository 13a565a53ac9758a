//! Breaking a paragraph into lines, and the visual order of a line.

use super::paragraph::{Atom, Paragraph};

/// Space between the words of a source and the box around them, in ems.
pub const BOX_PADDING: f32 = 0.2;

/// A line: its atoms in reading order, without white space at either end.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// The atoms.
    pub atoms: Vec<Atom>,
}

/// An atom with its position in a line.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'l> {
    /// The atom.
    pub atom: &'l Atom,
    /// Distance from the left edge of the line, in ems.
    pub x: f32,
}

impl Line {
    /// Returns the atoms from left to right.
    pub fn placed(&self) -> Vec<Placed<'_>> {
        place(&self.atoms).0
    }

    /// Returns true if any of the words is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.atoms.iter().any(|atom| atom.level % 2 == 1 && !atom.is_space)
    }

    /// Returns the width of the line, in ems.
    pub fn width(&self) -> f32 {
        place(&self.atoms).1
    }
}

/// The lines of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// The lines.
    pub lines: Vec<Line>,
    /// True if the end was omitted; the last line then ends with the mark for omitted words.
    pub is_cut: bool,
    /// Number of times that a word was split because it is longer than a line.
    pub splits: usize,
}

/// Breaks a paragraph into at most `max_lines` lines of at most `width` ems. `mark` is the mark for
/// omitted words.
pub fn break_lines(paragraph: &Paragraph, width: f32, max_lines: usize, mark: &Paragraph) -> Lines {
    let fits = |atoms: &[Atom]| place(trimmed(atoms)).1 <= width;
    let mut lines = Vec::new();
    let mut line: Vec<Atom> = Vec::new();
    let mut splits = 0;
    for word in words(&paragraph.atoms) {
        let mut word = word.to_vec();
        while !word.is_empty() && lines.len() <= max_lines {
            let together = [line.as_slice(), &word].concat();
            if fits(&together) {
                line = together;
                break;
            }
            if line.is_empty() {
                let (head, tail) = paragraph.split_word(&word, fits);
                lines.push(head);
                word = tail;
                splits += 1;
            } else {
                lines.push(std::mem::take(&mut line));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    let is_cut = lines.len() > max_lines || paragraph.is_cut;
    lines.truncate(max_lines);
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        *last = cut(paragraph, last, mark, fits);
    }
    let lines = lines.into_iter().map(|atoms| Line { atoms: trimmed(&atoms).to_vec() }).collect();
    Lines { lines, is_cut, splits }
}

/// Returns a line that ends with the mark, and has as many whole words before it as fit.
fn cut(
    paragraph: &Paragraph,
    line: &[Atom],
    mark: &Paragraph,
    fits: impl Fn(&[Atom]) -> bool,
) -> Vec<Atom> {
    let mut space: Vec<Atom> = Vec::new();
    let with_mark = |atoms: &[Atom], space: &[Atom]| [atoms, space, &mark.atoms].concat();
    let words: Vec<&[Atom]> = words(line).collect();
    for count in (1..=words.len()).rev() {
        let kept = words[..count].concat();
        let mut kept = trimmed(&kept);
        // One mark for omitted words is enough.
        while kept.last().is_some_and(|last| mark.atoms.iter().any(|m| m.style == last.style)) {
            kept = trimmed(&kept[..kept.len() - 1]);
        }
        space.clear();
        space.extend(line.iter().find(|atom| atom.is_space && atom.style.frame.is_none()).cloned());
        if !kept.is_empty() && fits(&with_mark(kept, &space)) {
            return with_mark(kept, &space);
        }
    }
    let (head, _) = paragraph.split_word(line, |atoms| fits(&with_mark(atoms, &[])));
    with_mark(&head, &[])
}

/// Groups atoms into words: each begins where a line may begin.
fn words(atoms: &[Atom]) -> impl Iterator<Item = &[Atom]> {
    atoms.chunk_by(|_, next| !next.may_begin)
}

fn trimmed(atoms: &[Atom]) -> &[Atom] {
    let is_word = |atom: &Atom| !atom.is_space;
    match (atoms.iter().position(is_word), atoms.iter().rposition(is_word)) {
        (Some(first), Some(last)) => &atoms[first..=last],
        _ => &[],
    }
}

/// Positions atoms from left to right, with space for boxes, and returns the total width, in ems.
fn place(atoms: &[Atom]) -> (Vec<Placed<'_>>, f32) {
    let mut placed = Vec::new();
    let mut x = 0.0;
    let mut frame = None;
    for atom in in_visual_order(atoms) {
        if atom.style.frame != frame {
            x += if frame.is_some() { BOX_PADDING } else { 0.0 };
            x += if atom.style.frame.is_some() { BOX_PADDING } else { 0.0 };
            frame = atom.style.frame;
        }
        placed.push(Placed { atom, x });
        x += atom.width();
    }
    (placed, x + if frame.is_some() { BOX_PADDING } else { 0.0 })
}

/// Returns atoms in visual order (UAX #9, rule L2): from the deepest level down to level 1, each
/// run of atoms at that level or deeper is reversed.
fn in_visual_order(atoms: &[Atom]) -> Vec<&Atom> {
    let mut seen: Vec<&Atom> = atoms.iter().collect();
    let deepest = seen.iter().map(|atom| atom.level).max().unwrap_or(0);
    for level in (1..=deepest).rev() {
        for run in seen.chunk_by_mut(|a, b| (a.level >= level) == (b.level >= level)) {
            if run.first().is_some_and(|atom| atom.level >= level) {
                run.reverse();
            }
        }
    }
    seen
}
