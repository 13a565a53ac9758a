//! The packed table of folds. A test writes it with `pack`, and the browser reads it.
//!
//! The format, in little-endian order: the number of entries (u16); for each entry, the distance to
//! the character of the entry before (LEB128); for each entry, its fold minus its character (u16);
//! then the folds of several characters, each followed by a zero byte.

/// The folds of characters of the Basic Multilingual Plane that change.
pub struct Table {
    keys: Vec<u16>,
    folds: Vec<u16>,
    texts: Vec<&'static str>,
}

/// The fold of a character that changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// The character is removed.
    Nothing,
    /// Another character.
    One(char),
    /// Several characters.
    Many(&'static str),
}

/// First value of the private use area. Values from here on are positions in the list of folds of
/// several characters.
pub(crate) const MANY: u16 = 0xE000;

impl Table {
    /// Unpacks a table written by `pack`.
    pub fn unpack(bytes: &'static [u8]) -> Self {
        let mut rest = bytes;
        let count = usize::from(take_u16(&mut rest));
        let mut key = 0;
        let keys: Vec<u16> = (0..count)
            .map(|_| {
                key += take_distance(&mut rest);
                key
            })
            .collect();
        let folds = keys.iter().map(|key| take_u16(&mut rest).wrapping_add(*key)).collect();
        let texts = std::str::from_utf8(rest).unwrap_or_default().split_terminator('\0').collect();
        Self { keys, folds, texts }
    }

    /// Finds the fold of a character. Returns `None` if it does not change.
    pub fn find(&self, c: char) -> Option<Fold> {
        let key = u16::try_from(u32::from(c)).ok()?;
        let fold = self.folds[self.keys.binary_search(&key).ok()?];
        Some(match fold {
            0 => Fold::Nothing,
            MANY.. => Fold::Many(self.texts.get(usize::from(fold - MANY)).copied()?),
            one => Fold::One(char::from_u32(one.into())?),
        })
    }
}

fn take_u16(bytes: &mut &[u8]) -> u16 {
    let (first, rest) = bytes.split_at(2.min(bytes.len()));
    *bytes = rest;
    first.iter().rev().fold(0, |number, byte| number << 8 | u16::from(*byte))
}

fn take_distance(bytes: &mut &[u8]) -> u16 {
    let (mut distance, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        distance |= u16::from(byte & 0x7F) << shift;
        if *byte < 0x80 {
            break;
        }
        shift += 7;
    }
    distance
}
