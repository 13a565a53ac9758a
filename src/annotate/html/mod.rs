//! The text of HTML, such as a browser puts on the clipboard: block elements are paragraphs, entities are
//! characters, and scripts, styles and all other markup are dropped. Nothing is executed or fetched.

mod entities;

use entities::decode;

/// Elements whose content is not text.
const DROPPED: [&str; 14] = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select",
    "textarea", "title", "canvas", "video", "audio",
];

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 42] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// What HTML says of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The paragraphs.
    pub paragraphs: Vec<String>,
    /// The language of the page.
    pub language: Option<String>,
    /// The name of the site.
    pub outlet: Option<String>,
    /// The day of publication, as YYYY-MM-DD.
    pub published: Option<String>,
    /// The address of the page.
    pub address: Option<String>,
}

/// A tag: its name in lower case, and what follows it.
struct Tag<'h> {
    name: String,
    is_end: bool,
    rest: &'h str,
}

/// Reads HTML. Takes any text.
pub fn page(html: &str) -> Page {
    let mut page = Page::default();
    let mut paragraph = String::new();
    // A fragment from the clipboard is marked, and the rest is not part of it.
    let from = html.find("<!--StartFragment-->");
    let to = html.find("<!--EndFragment-->");
    let (before, body) = html.split_at(from.unwrap_or(0));
    let body = &body[..to.and_then(|to| to.checked_sub(before.len())).unwrap_or(body.len())];
    if !before.is_empty() {
        let mut head = before;
        while let Some((tag, after)) = next_tag(&mut head, &mut |_| {}) {
            page.note(&tag);
            head = after;
        }
    }
    let mut left = body;
    loop {
        let found = next_tag(&mut left, &mut |text| paragraph.push_str(&decode(text)));
        let Some((tag, after)) = found else { break };
        left = after;
        page.note(&tag);
        if !tag.is_end && DROPPED.contains(&tag.name.as_str()) {
            left = after_end(left, &tag.name);
        } else if BLOCKS.contains(&tag.name.as_str()) {
            page.close(&mut paragraph);
        }
    }
    page.close(&mut paragraph);
    page
}

impl Page {
    fn close(&mut self, paragraph: &mut String) {
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        let words: Vec<&str> = paragraph.split(is_space).filter(|it| !it.is_empty()).collect();
        if !words.is_empty() {
            self.paragraphs.push(words.join(" "));
        }
        paragraph.clear();
    }

    /// Takes what a tag says of the page.
    fn note(&mut self, tag: &Tag<'_>) {
        if tag.is_end {
            return;
        }
        let of = |name: &str| attribute(tag.rest, name);
        match tag.name.as_str() {
            "html" | "article" | "body" => {
                self.language = self.language.take().or_else(|| of("lang"));
            }
            "meta" => {
                let Some(content) = of("content").filter(|it| !it.trim().is_empty()) else {
                    return;
                };
                let property = of("property").or_else(|| of("name")).unwrap_or_default();
                match property.to_ascii_lowercase().as_str() {
                    "og:site_name" => self.outlet = Some(content),
                    "og:url" => self.address = Some(content),
                    "article:published_time" => {
                        self.published = content.get(..10).map(str::to_owned);
                    }
                    _ => {}
                }
            }
            "link" if of("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.address = of("href");
            }
            _ => {}
        }
    }
}

/// Returns the next tag and what follows it. The text before it goes to a function.
fn next_tag<'h>(html: &mut &'h str, text: &mut dyn FnMut(&'h str)) -> Option<(Tag<'h>, &'h str)> {
    loop {
        let Some(at) = html.find('<') else {
            text(html);
            *html = "";
            return None;
        };
        let (before, tag) = html.split_at(at);
        text(before);
        if let Some(comment) = tag.strip_prefix("<!--") {
            *html = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let inner = &tag[1..];
        let (is_end, name) = match inner.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, inner),
        };
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if !is_name && !inner.starts_with(['!', '?']) {
            // A sign in the text.
            text("<");
            *html = inner;
            continue;
        }
        let length = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        let (name, rest) = name.split_at(length.unwrap_or(name.len()));
        let end = end_of_tag(rest);
        let after = rest.get(end + 1..).unwrap_or_default();
        let name = name.to_ascii_lowercase();
        return Some((Tag { name, is_end, rest: &rest[..end] }, after));
    }
}

/// Returns the offset of the `>` that ends a tag. One in a quoted attribute does not.
fn end_of_tag(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') if rest[..at].trim_end().ends_with('=') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    rest.find('>').unwrap_or(rest.len())
}

/// Returns what follows the end tag of an element. Everything belongs to one that is never closed.
fn after_end<'h>(html: &'h str, name: &str) -> &'h str {
    let mut from = 0;
    while let Some(at) = html[from..].find("</") {
        let tag = from + at + 2;
        let is_it = html.get(tag..tag + name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
        let after = tag + name.len();
        if is_it && !html[after..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
            let end = html[after..].find('>').map_or(html.len(), |end| after + end + 1);
            return &html[end..];
        }
        from = tag;
    }
    ""
}

/// Returns the value of an attribute.
fn attribute(rest: &str, name: &str) -> Option<String> {
    let mut left = rest;
    loop {
        left = left.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let length = left.find(|c: char| c.is_whitespace() || c == '=' || c == '/');
        let (own, after) = left.split_at(length.unwrap_or(left.len()));
        if own.is_empty() && after.is_empty() {
            return None;
        }
        let Some(value) = after.trim_start().strip_prefix('=') else {
            left = after.get(usize::from(own.is_empty())..).unwrap_or_default();
            continue;
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        if own.eq_ignore_ascii_case(name) {
            return Some(decode(value).trim().to_owned());
        }
        left = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_paragraphs_and_markup_is_dropped() {
        let check = |html: &str, expected: &[&str]| {
            assert_eq!(page(html).paragraphs, expected, "{html}");
        };
        check(
            "<p>One <b>two</b>\n  three.</p><div>Four<br>five</div>six",
            &["One two three.", "Four", "five", "six"],
        );
        check("a<script>alert('</p>')</script>b<style>p{}</style><!-- c --> d", &["ab d"]);
        check("<p onclick=\"a>b\">x</p><P>y", &["x", "y"]);
        check(
            "&lt;script&gt; &amp;amp; &#8220;a&#x201d; &nbsp;&unknown; &",
            &["<script> &amp; “a” \u{a0}&unknown; &"],
        );
        check("1 < 2 <3 </ 4", &["1 < 2 <3 </ 4"]);
        check("<svg><text>no</text></svg>yes<script>never closed", &["yes"]);
        check("junk<!--StartFragment--><p>in</p><!--EndFragment-->out", &["in"]);
        check("<", &["<"]);
        check("<p", &[]);
        check("", &[]);
    }

    #[test]
    fn what_a_page_says_of_itself_is_taken() {
        let html = "<html lang=ar><head><title>T</title><meta property='og:site_name' content=\"The &quot;C&quot;\">\
                    <meta content=2026-03-03T10:00:00Z property=article:published_time>\
                    <link rel=canonical href=https://example.org/1></head><body><h1>H</h1><p>One.";
        let found = page(html);
        assert_eq!(found.paragraphs, ["H", "One."]);
        assert_eq!(found.language.as_deref(), Some("ar"));
        assert_eq!(found.outlet.as_deref(), Some("The \"C\""));
        assert_eq!(found.published.as_deref(), Some("2026-03-03"));
        assert_eq!(found.address.as_deref(), Some("https://example.org/1"));
    }
}
