//! Tests of data files: whole, cut, changed, and made of any bytes.

use super::*;
use crate::load::load;
use proptest::prelude::*;
use std::sync::Arc;

const REAL: &[u8] = include_bytes!("../../static/dossiers/shafaq-2026-01-06.json");

fn contents() -> Contents {
    let loaded = load("shafaq-2026-01-06.json", REAL);
    let dossier = loaded.dossier.expect("the dossier loads").for_lists();
    Contents { site: "The Record".into(), is_alone: true, dossiers: vec![Arc::new(dossier)] }
}

fn packed() -> Vec<u8> {
    pack(&contents()).expect("it packs")
}

#[test]
fn what_was_packed_is_unpacked() {
    assert_eq!(unpack(&packed()), Ok(contents()));
}

#[test]
fn a_file_cut_at_any_length_is_damaged() {
    let file = packed();
    for length in 0..file.len() {
        assert_eq!(unpack(&file[..length]), Err(Unfit::Damaged), "{length} bytes");
    }
    let longer = [file.as_slice(), b"\0"].concat();
    assert_eq!(unpack(&longer), Err(Unfit::Damaged));
}

#[test]
fn a_change_of_any_byte_is_found() {
    let mut file = packed();
    for at in 0..file.len() {
        for flip in [1, 0x80, 0xff] {
            file[at] ^= flip;
            let expected = if (4..16).contains(&at) { Unfit::OtherVersion } else { Unfit::Damaged };
            assert_eq!(unpack(&file), Err(expected), "byte {at} ^ {flip}");
            file[at] ^= flip;
        }
    }
}

/// Puts a header that fits in front of any data.
fn with_header(data: &[u8]) -> Vec<u8> {
    let mut file = packed()[..16].to_vec();
    file.extend((data.len() as u64).to_le_bytes());
    file.extend(fnv(data).to_le_bytes());
    file.extend(data);
    file
}

proptest! {
    #[test]
    fn any_bytes_are_safe(bytes in any::<Vec<u8>>()) {
        prop_assert!(unpack(&bytes).is_err());
        // The result does not matter, only that there is one.
        let _ = unpack(&with_header(&bytes));
    }

    #[test]
    fn changed_data_with_a_header_that_fits_is_safe(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut data = packed()[HEADER..].to_vec();
        let at = at.index(data.len());
        data[at] = byte;
        let _ = unpack(&with_header(&data));
    }
}
