//! The packed table of folds: written by the build script, read by the browser.
//!
//! Bytes: how many entries (u16); for each the distance to the entry before (LEB128); for each its
//! fold less its character (u16); then the longer folds, each ended by a zero. All little-endian.

/// Folds of the Basic Multilingual Plane that differ from their character.
pub struct Table {
    keys: Vec<u16>,
    folds: Vec<u16>,
    texts: Vec<&'static str>,
}

/// What a character folds to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// Nothing.
    Nothing,
    /// Another character.
    One(char),
    /// Several characters.
    Many(&'static str),
}

/// Folds from here on are positions in the list of longer ones: the private use area.
const MANY: u16 = 0xE000;

impl Table {
    /// Unpacks the table that `pack` wrote.
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

    /// What a character folds to; `None` for itself.
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

/// Packs characters with what they fold to; those that fold to themselves are left out.
#[cfg(not(target_arch = "wasm32"))]
pub fn pack(folds: impl Iterator<Item = (char, String)>) -> Vec<u8> {
    let (mut distances, mut differences, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    let (mut count, mut before) = (0_u16, 0_u16);
    for (c, fold) in folds {
        let Ok(key) = u16::try_from(u32::from(c)) else { continue };
        let mut chars = fold.chars();
        let packed = match (chars.next(), chars.next()) {
            (None, _) => 0,
            (Some(one), None) if one == c => continue,
            (Some(one), None) if u32::from(one) < u32::from(MANY) => u32::from(one) as u16,
            _ => {
                let known = texts.iter().position(|text| *text == fold);
                let place = known.unwrap_or_else(|| {
                    texts.push(fold);
                    texts.len() - 1
                });
                MANY + place as u16
            }
        };
        let mut distance = key - before;
        while distance >= 0x80 {
            distances.push(distance as u8 | 0x80);
            distance >>= 7;
        }
        distances.push(distance as u8);
        differences.extend(packed.wrapping_sub(key).to_le_bytes());
        (count, before) = (count + 1, key);
    }
    let texts: Vec<u8> = texts.into_iter().flat_map(|text| (text + "\0").into_bytes()).collect();
    [count.to_le_bytes().to_vec(), distances, differences, texts].concat()
}
