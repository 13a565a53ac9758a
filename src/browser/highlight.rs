//! Highlights of words. The browser paints them over the page, so nothing has to be drawn again
//! while the reader types a search.

use super::window::document;
use js_sys::Object;
use std::ops::Range;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

/// The name of the highlights, for styles.
const FOUND: &str = "found";

/// The elements that contain the words of a dossier which a search finds. None contains another.
const SEARCHED: &str = ".card .chip, .card .hop, .card .words, .card .gist, .actor .chip, \
                        .actor .article-inline, .actor .ours, .figure .unit, .annotated .para > p";

/// The whatToShow of a tree walker: text nodes.
const TEXT_NODES: u32 = 4;

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange);
    #[wasm_bindgen(method)]
    fn clear(this: &Highlight);
    #[wasm_bindgen(catch, js_namespace = ["CSS", "highlights"], js_name = get)]
    fn get_highlight(name: &str) -> Result<Option<Highlight>, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["CSS", "highlights"], js_name = set)]
    fn set_highlight(name: &str, highlight: &Highlight) -> Result<(), JsValue>;

    /// A range that does not follow changes of the page, which would slow them down.
    type StaticRange;
    #[wasm_bindgen(constructor, catch)]
    fn new(ends: &Ends) -> Result<StaticRange, JsValue>;

    type Ends;
    #[wasm_bindgen(method, setter, js_name = startContainer)]
    fn set_start_container(this: &Ends, node: &Node);
    #[wasm_bindgen(method, setter, js_name = startOffset)]
    fn set_start_offset(this: &Ends, offset: u32);
    #[wasm_bindgen(method, setter, js_name = endContainer)]
    fn set_end_container(this: &Ends, node: &Node);
    #[wasm_bindgen(method, setter, js_name = endOffset)]
    fn set_end_offset(this: &Ends, offset: u32);
}

/// Highlights the words that `find` finds in each searched text of the page, as ranges of code
/// points, in order and separate. Replaces earlier highlights. Without `find`, there are none.
pub fn highlight(find: Option<impl Fn(&str) -> Vec<Range<u32>>>) {
    // An older browser has no highlights.
    let Ok(found) = Highlight::new() else { return };
    if let Some(find) = find
        && let Ok(searched) = document().query_selector_all(SEARCHED)
    {
        for element in (0..searched.length()).filter_map(|at| searched.item(at)) {
            // A hidden card has nothing to highlight.
            let of_hidden = element.unchecked_ref::<Element>().closest("[hidden]");
            if of_hidden.is_ok_and(|card| card.is_some()) {
                continue;
            }
            let ranges = find(&element.text_content().unwrap_or_default());
            if !ranges.is_empty() {
                add(&found, &element, &ranges);
            }
        }
    }
    // WebKit paints words again that leave a highlight, but not those of a highlight that is replaced.
    if let Ok(Some(before)) = get_highlight(FOUND) {
        before.clear();
    }
    let _ = set_highlight(FOUND, &found);
}

/// Adds ranges of the code points of an element's text.
fn add(found: &Highlight, element: &Node, ranges: &[Range<u32>]) {
    let Ok(walker) = document().create_tree_walker_with_what_to_show(element, TEXT_NODES) else {
        return;
    };
    let ends: Ends = Object::new().unchecked_into();
    let mut bounds = ranges.iter().flat_map(|range| [(range.start, true), (range.end, false)]);
    let mut next = bounds.next();
    let mut at = 0;
    while let Ok(Some(node)) = walker.next_node() {
        let text = node.node_value().unwrap_or_default();
        let mut offset = 0;
        // A range starts before a character and ends after one, so that both ends are in nodes
        // that contain some of its words.
        for c in text.chars() {
            if next == Some((at, true)) {
                ends.set_start_container(&node);
                ends.set_start_offset(offset);
                next = bounds.next();
            }
            at += 1;
            offset += if c.len_utf16() == 1 { 1 } else { 2 };
            if next == Some((at, false)) {
                ends.set_end_container(&node);
                ends.set_end_offset(offset);
                if let Ok(range) = StaticRange::new(&ends) {
                    found.add(&range);
                }
                next = bounds.next();
            }
        }
        if next.is_none() {
            return;
        }
    }
}
