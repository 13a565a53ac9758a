//! What makes static pages smaller without changing what they show: links from the page itself instead of
//! from the site's root, and only the icons that the page uses. Pages of the app stay as they are, because
//! the app expects the markup that it would draw.

use crate::route::Route;
use serde_json::Value;
use std::borrow::Cow;

const HREF: &str = " href=\"";
const SYMBOL: &str = "<symbol id=\"";
const SYMBOL_END: &str = "</symbol>";

/// Shortens the markup of a page.
pub fn lean(route: &Route, markup: &str) -> String {
    with_used_icons(&with_short_links(route, markup))
}

/// Writes links that begin at the site's root from the page.
fn with_short_links(route: &Route, markup: &str) -> String {
    let path = route.path();
    let start = format!("{HREF}{}", route.root());
    let mut out = String::with_capacity(markup.len());
    // In markup, `<` and `>` are only around tags, and a quotation mark within an attribute is escaped.
    for piece in markup.split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.find('<').unwrap_or(piece.len()));
        out.push_str(text);
        match tag.split_once(start.as_str()) {
            Some((before, link)) => {
                let (link, after) = link.split_once('"').unwrap_or((link, ""));
                out.extend([before, HREF, &short(&path, link), "\"", after]);
            }
            None => out.push_str(tag),
        }
    }
    out
}

/// Writes addresses in linked data that begin at the site's root from the page.
pub fn shorten_values(route: &Route, value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(link) if name == "@id" || name == "url" => {
                        if let Some(rest) = link.strip_prefix(route.root()) {
                            *link = short(&route.path(), rest).into_owned();
                        }
                    }
                    value => shorten_values(route, value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| shorten_values(route, value)),
        _ => {}
    }
}

/// Returns a link from a page to what has this path below the root.
fn short<'l>(page: &str, link: &'l str) -> Cow<'l, str> {
    let end = link.find(['?', '#']).unwrap_or(link.len());
    let mut same = 0;
    for ((at, _), (other, _)) in link[..end].match_indices('/').zip(page.match_indices('/')) {
        if at != other || link[same..=at] != page[same..=at] {
            break;
        }
        same = at + 1;
    }
    let up = page[same..].matches('/').count();
    let rest = &link[same..];
    if up == 0 && !rest[..end - same].is_empty() {
        return Cow::Borrowed(rest);
    }
    let start = if up == 0 { "./".to_owned() } else { "../".repeat(up) };
    Cow::Owned(start + rest)
}

/// Removes the icons that nothing on a page shows.
fn with_used_icons(markup: &str) -> String {
    let mut parts = markup.split(SYMBOL);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let id = part.split('"').next().unwrap_or_default();
        let is_used = markup.contains(&format!("{HREF}#{id}\""));
        let kept = if is_used {
            out.push_str(SYMBOL);
            part
        } else {
            part.split_once(SYMBOL_END).map_or("", |(_, after)| after)
        };
        out.push_str(kept);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn links_start_at_the_page() {
        let check = |link: &str, expected: &str| {
            assert_eq!(short("x/statements/y/", link), expected, "{link}");
        };
        check("", "../../../");
        check("about/", "../../../about/");
        check("x/", "../../");
        check("x/?speaker=z", "../../?speaker=z");
        check("xy/", "../../../xy/");
        check("x/statements.csv", "../../statements.csv");
        check("x/statements/z/#take", "../z/#take");
        check("x/statements/y/cite.bib", "cite.bib");
        check("x/statements/y/embed/", "embed/");
        check("x/statements/y/", "./");
        check("x/statements/y/?a=/#n", "./?a=/#n");
        assert_eq!(short("", "x/#a"), "x/#a");
        assert_eq!(short("", "?a"), "./?a");
    }

    #[test]
    fn only_links_of_the_page_change() {
        let route = Route::parse("x/statements/y/");
        let markup = "<a class=\"a\" href=\"../../../x/\" title=\"b\"> href=\"../../../x/ </a>\
                      <a href=\"https://example.org/\"></a><a href=\"#take\">c</a>";
        let expected = "<a class=\"a\" href=\"../../\" title=\"b\"> href=\"../../../x/ </a>\
                        <a href=\"https://example.org/\"></a><a href=\"#take\">c</a>";
        assert_eq!(lean(&route, markup), expected);
        let mut data = json!({ "@id": "../../../x/statements/y/#a", "name": "../../../x/",
                               "b": [{ "url": "../../../x/" }, { "@id": "https://example.org/" }] });
        shorten_values(&route, &mut data);
        let expected = json!({ "@id": "./#a", "name": "../../../x/",
                               "b": [{ "url": "../../" }, { "@id": "https://example.org/" }] });
        assert_eq!(data, expected);
    }

    #[test]
    fn icons_that_nothing_shows_are_left_out() {
        let symbol = |id: &str| format!("<symbol id=\"{id}\"><path></path></symbol>");
        let page = |symbols: &[&str]| {
            let symbols: String = symbols.iter().map(|id| symbol(id)).collect();
            format!("<svg>{symbols}</svg><p><use href=\"#pen\"></use></p>")
        };
        assert_eq!(with_used_icons(&page(&["k-a", "pen", "lens"])), page(&["pen"]));
    }
}
