//! HTML as it is written, and as the parser understands it.

use scraper::{ElementRef, Html, Node};

/// An element: its name, and how many elements it stands in.
pub type Nested = (String, usize);

/// Elements that have no end tag (HTML, 13.1.2).
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements whose text is no markup, up to their end tag.
const RAW: [&str; 5] = ["script", "style", "title", "textarea", "noscript"];

/// The text of an element, white space made single.
pub fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The elements in document order, as the parser nests them. What stands in `noscript` is left out.
pub fn nesting(html: &Html) -> Vec<Nested> {
    let mut found = Vec::new();
    for node in html.tree.root().descendants() {
        let Node::Element(element) = node.value() else { continue };
        let depth = node.ancestors().filter(|node| node.value().is_element()).count();
        found.push((element.name().to_owned(), depth));
    }
    found
}

/// The elements in document order, as their tags nest in the text.
///
/// # Errors
/// Tags that do not pair up.
pub fn literal_nesting(text: &str) -> Result<Vec<Nested>, String> {
    let mut open: Vec<String> = Vec::new();
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").ok_or("a comment without an end")?.1;
            continue;
        }
        let end = tag_end(rest).ok_or("a tag without an end")?;
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop();
            if last.as_deref() != Some(name) {
                return Err(format!("</{name}> closes {last:?}"));
            }
            continue;
        }
        let name: String = tag.chars().take_while(|c| !c.is_whitespace() && *c != '/').collect();
        found.push((name.clone(), open.len()));
        if VOID.contains(&name.as_str()) || tag.ends_with('/') {
            continue;
        }
        if RAW.contains(&name.as_str()) {
            let close = format!("</{name}>");
            rest = rest.split_once(&close).ok_or(format!("no {close}"))?.1;
            continue;
        }
        open.push(name);
    }
    if open.is_empty() { Ok(found) } else { Err(format!("never closed: {open:?}")) }
}

/// The byte of the `>` that ends a tag; one in a quoted value does not.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}
