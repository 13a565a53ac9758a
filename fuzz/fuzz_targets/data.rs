//! Reads arbitrary bytes as a data file, as they are and behind a header that fits. Reading must never
//! panic.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = onrecord::packed::unpack(bytes);
    let _ = onrecord::packed::unpack(&onrecord::packed::with_header(bytes));
});
