//! Benchmarks of what readers and newsrooms wait for. `make bench` runs them all, and
//! `cargo bench --bench explorer -- search` those with the word in their name.
//!
//! Sizes are numbers of statements. The site is designed for a thousand; the larger sizes show
//! whether time grows linearly.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../../tests/support/generate.rs"]
mod generate;
#[cfg(not(target_arch = "wasm32"))]
mod load;
#[cfg(not(target_arch = "wasm32"))]
mod prerender;
#[cfg(not(target_arch = "wasm32"))]
mod query;
#[cfg(not(target_arch = "wasm32"))]
mod route;
#[cfg(not(target_arch = "wasm32"))]
mod sample;
#[cfg(not(target_arch = "wasm32"))]
mod suggest;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    divan::main();
}
