//! Tests of data files: whole, cut, changed, and made of any bytes.

use super::*;
use crate::load::load;
use proptest::collection::vec;
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};

const REAL: &[u8] = include_bytes!("../../static/dossiers/shafaq-2026-01-06.json");

fn contents() -> Contents {
    let loaded = load("shafaq-2026-01-06.json", REAL);
    let dossier =
        loaded.dossier.expect("the dossier loads").for_lists(|when| when.edtf.to_string());
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

/// A change of data: it takes the place of some bytes.
fn change() -> impl Strategy<Value = (prop::sample::Index, u8, Vec<u8>)> {
    let bytes = prop_oneof![
        vec(any::<u8>(), 0..4),
        // Lengths and positions that are too large.
        Just(vec![0xff; 9]),
        Just(vec![0xff, 0xff, 0xff, 0xff, 0x0f]),
    ];
    (any::<prop::sample::Index>(), 0..9_u8, bytes)
}

proptest! {
    #[test]
    fn any_bytes_are_safe(bytes in any::<Vec<u8>>()) {
        prop_assert!(unpack(&bytes).is_err());
        // The result does not matter, only that there is one.
        let _ = unpack(&with_header(&bytes));
    }

    /// The data of a file has a hash, so only a file that was made on purpose gets here.
    /// `PROPTEST_CASES=1000000 cargo test --release packed` tries as many.
    #[test]
    fn changed_data_with_a_header_that_fits_is_safe(changes in vec(change(), 1..4)) {
        static DATA: LazyLock<Vec<u8>> = LazyLock::new(|| packed()[HEADER..].to_vec());
        let mut data = DATA.clone();
        for (at, length, bytes) in changes {
            let at = at.index(data.len());
            let end = (at + usize::from(length)).min(data.len());
            data.splice(at..end, bytes);
        }
        // The result does not matter, only that there is one.
        let _ = unpack(&with_header(&data));
    }
}
