//! The structure of HTML, both as written and as parsed.

use scraper::{ElementRef, Html, Node};

/// An element: its name and its depth, the number of its ancestors.
pub type Nested = (String, usize);

/// Elements without an end tag (HTML, 13.1.2).
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements whose content is text up to their end tag.
const RAW: [&str; 5] = ["script", "style", "title", "textarea", "noscript"];

/// Returns the text of an element, with each sequence of white space reduced to one space.
pub fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the elements in document order, as the parser nests them. Does not include the content
/// of `noscript`.
pub fn nesting(html: &Html) -> Vec<Nested> {
    let mut found = Vec::new();
    for node in html.tree.root().descendants() {
        let Node::Element(element) = node.value() else { continue };
        let depth = node.ancestors().filter(|node| node.value().is_element()).count();
        found.push((element.name().to_owned(), depth));
    }
    found
}

/// Returns the elements in document order, as their tags are nested in the source.
///
/// # Errors
/// Describes tags that do not match.
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

/// Returns the byte offset of the `>` that ends a tag. Ignores `>` in quoted values.
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
