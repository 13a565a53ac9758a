//! A paragraph broken into lines, and the order in which a line is seen.

use super::paragraph::{Atom, Paragraph};

/// Room between the words of a source and the box around them, in ems.
pub const BOX_ROOM: f32 = 0.2;

/// A line: its atoms in reading order, without white space at either end.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// The atoms.
    pub atoms: Vec<Atom>,
}

/// An atom where it stands in its line.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'l> {
    /// The atom.
    pub atom: &'l Atom,
    /// How far right of the line's left edge it begins, in ems.
    pub x: f32,
}

impl Line {
    /// Its atoms from left to right.
    pub fn placed(&self) -> Vec<Placed<'_>> {
        place(&self.atoms).0
    }

    /// True where any of its words runs from right to left.
    pub fn is_rtl(&self) -> bool {
        self.atoms.iter().any(|atom| atom.level % 2 == 1 && !atom.is_space)
    }

    /// How wide it is, in ems.
    pub fn width(&self) -> f32 {
        place(&self.atoms).1
    }
}

/// Lines, and whether words were left out after them.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// The lines.
    pub lines: Vec<Line>,
    /// Words were left out; the last line ends with the mark for that.
    pub is_cut: bool,
    /// How often a word had to be parted, as it is longer than a line.
    pub parted: usize,
}

/// Breaks a paragraph into lines of a width in ems, and cuts it after a number of them. The mark for
/// words left out is a paragraph of its own.
pub fn break_lines(paragraph: &Paragraph, width: f32, most: usize, mark: &Paragraph) -> Lines {
    let fits = |atoms: &[Atom]| place(trimmed(atoms)).1 <= width;
    let mut lines = Vec::new();
    let mut line: Vec<Atom> = Vec::new();
    let mut parted = 0;
    for word in words(&paragraph.atoms) {
        let mut word = word.to_vec();
        while !word.is_empty() && lines.len() <= most {
            let together = [line.as_slice(), &word].concat();
            if fits(&together) {
                line = together;
                break;
            }
            if line.is_empty() {
                let (head, tail) = paragraph.part_word(&word, fits);
                lines.push(head);
                word = tail;
                parted += 1;
            } else {
                lines.push(std::mem::take(&mut line));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    let is_cut = lines.len() > most || paragraph.is_cut;
    lines.truncate(most);
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        *last = cut(paragraph, last, mark, fits);
    }
    let lines = lines.into_iter().map(|atoms| Line { atoms: trimmed(&atoms).to_vec() }).collect();
    Lines { lines, is_cut, parted }
}

/// A line with the mark at its end, and as many whole words before it as fit.
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
        // Two marks for words left out would say nothing more than one.
        while kept.last().is_some_and(|last| mark.atoms.iter().any(|m| m.style == last.style)) {
            kept = trimmed(&kept[..kept.len() - 1]);
        }
        space.clear();
        space.extend(line.iter().find(|atom| atom.is_space && atom.style.frame.is_none()).cloned());
        if !kept.is_empty() && fits(&with_mark(kept, &space)) {
            return with_mark(kept, &space);
        }
    }
    let (head, _) = paragraph.part_word(line, |atoms| fits(&with_mark(atoms, &[])));
    with_mark(&head, &[])
}

/// Atoms up to the next place where a line may begin.
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

/// Atoms from left to right, each with its place, and the width of all. Where a box begins and ends
/// there is room for it.
fn place(atoms: &[Atom]) -> (Vec<Placed<'_>>, f32) {
    let mut placed = Vec::new();
    let mut x = 0.0;
    let mut frame = None;
    for atom in as_seen(atoms) {
        if atom.style.frame != frame {
            x += if frame.is_some() { BOX_ROOM } else { 0.0 };
            x += if atom.style.frame.is_some() { BOX_ROOM } else { 0.0 };
            frame = atom.style.frame;
        }
        placed.push(Placed { atom, x });
        x += atom.width();
    }
    (placed, x + if frame.is_some() { BOX_ROOM } else { 0.0 })
}

/// Atoms in the order in which they are seen (UAX #9, L2): from the deepest level to the first from
/// right to left, each stretch at least that deep is turned.
fn as_seen(atoms: &[Atom]) -> Vec<&Atom> {
    let mut seen: Vec<&Atom> = atoms.iter().collect();
    let deepest = seen.iter().map(|atom| atom.level).max().unwrap_or(0);
    for level in (1..=deepest).rev() {
        for stretch in seen.chunk_by_mut(|a, b| (a.level >= level) == (b.level >= level)) {
            if stretch.first().is_some_and(|atom| atom.level >= level) {
                stretch.reverse();
            }
        }
    }
    seen
}
