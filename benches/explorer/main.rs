//! How long readers and newsrooms wait: `make bench`, or `cargo bench --bench explorer -- search`
//! for what has the word in its name.
//!
//! Sizes are numbers of statements. The explorer is made for a thousand; the larger sizes show
//! whether time grows with the size or faster.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../../tests/support/generate.rs"]
mod generate;
#[cfg(not(target_arch = "wasm32"))]
mod load;
#[cfg(not(target_arch = "wasm32"))]
mod made;
#[cfg(not(target_arch = "wasm32"))]
mod prerender;
#[cfg(not(target_arch = "wasm32"))]
mod query;
#[cfg(not(target_arch = "wasm32"))]
mod route;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    divan::main();
}
