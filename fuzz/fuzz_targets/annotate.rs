//! Fuzzes `annotate` in `targets.rs`.

#![no_main]

#[path = "../targets.rs"]
#[allow(dead_code, reason = "the other targets")]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::annotate(bytes));
