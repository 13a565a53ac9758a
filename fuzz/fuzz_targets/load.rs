//! Whatever a file holds, loading it ends in a dossier, a ledger or diagnostics, never in a panic.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = onrecord::load::load("fuzz.json", bytes);
    let _ = onrecord::load::load_published("fuzz.json", bytes);
    let _ = onrecord::load::load_ledgers(&[("fuzz.json".to_owned(), bytes.to_vec())], &[]);
});
