//! Entry point of the annotator in the browser: draws the page `annotate/`.

#[cfg(target_arch = "wasm32")]
mod annotator {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Draws the page in its element. Returns false if the page has none.
    #[wasm_bindgen(js_name = open)]
    pub fn open() -> bool {
        onrecord::desk::open()
    }
}

fn main() {}
