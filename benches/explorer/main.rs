//! How long readers and newsrooms wait: `make bench`, or `cargo bench --bench explorer -- search`
//! for what holds the word in its name.
//!
//! Sizes are numbers of statements. What the explorer is made for is a thousand; the larger sizes
//! show whether time grows with the size or faster.

#[cfg(not(target_arch = "wasm32"))]
mod explorer;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../../tests/support/generate.rs"]
mod generate;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    divan::main();
}
