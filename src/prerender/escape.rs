//! Text in HTML, and which pages the app draws.

use crate::route::Route;
use crate::site::Site;

/// Returns true for a static page, which needs no app.
pub fn is_static(site: &Site, route: &Route) -> bool {
    site.listed(route).is_none()
}

/// Escapes a text for HTML, in an element or in an attribute with double quotation marks.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_markup() {
        let hostile = "</title><script>alert('1 & \"2\"')</script>";
        let expected =
            "&lt;/title&gt;&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;";
        assert_eq!(escape(hostile), expected);
    }
}
