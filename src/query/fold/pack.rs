//! Writing the packed table that `table` reads. Runs in a test.

use super::table::MANY;

/// Packs characters and their folds. Leaves out characters that do not change.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fold::table::{Fold, Table};

    #[test]
    fn a_packed_table_returns_its_folds() {
        let folds = [('É', "e"), ('ß', "ss"), ('é', "é"), ('\u{301}', ""), ('ﬀ', "ff")];
        let bytes = pack(folds.iter().map(|(c, fold)| (*c, (*fold).to_owned())));
        let table = Table::unpack(bytes.leak());
        assert_eq!(table.find('É'), Some(Fold::One('e')));
        assert_eq!(table.find('ß'), Some(Fold::Many("ss")));
        assert_eq!(table.find('\u{301}'), Some(Fold::Nothing));
        assert_eq!(table.find('ﬀ'), Some(Fold::Many("ff")));
        assert_eq!([table.find('é'), table.find('a'), table.find('🎈')], [None; 3]);
    }
}
