//! Loads arbitrary bytes as a dossier, a published dossier and a ledger. Loading must never panic.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = onrecord::load::load("fuzz.json", bytes);
    let _ = onrecord::load::load_published("fuzz.json", bytes);
    let _ = onrecord::load::load_ledgers(&[("fuzz.json".to_owned(), bytes.to_vec())], &[]);
});
