//! BibTeX, in characters that every implementation reads.
//!
//! Entries are `@misc`, as no other type allows an article without a title and an author.

use super::Written;
use crate::export::cite::Cited;
use crate::text;

pub fn write(cited: &[Cited]) -> Written {
    Written::join("", cited.iter().map(entry), "\n", "")
}

fn entry(cited: &Cited) -> String {
    let day = cited.published;
    // BibTeX's own month names are the first three letters of the English ones.
    let month = text::short_month_text(day).to_ascii_lowercase();
    let month = month.split(' ').next().unwrap_or_default();
    let mut fields = Vec::new();
    let mut field = |name: &str, value: &str| fields.push(format!("  {name} = {{{value}}},\n"));
    match &cited.headline {
        Some(headline) => field("title", &format!("{{{}}}", escaped(headline))),
        None => field("type", text::NO_HEADLINE),
    }
    field("howpublished", &escaped(&cited.outlet));
    field("year", &day.year().to_string());
    fields.push(format!("  month = {month},\n  day = {{{}}},\n", day.day()));
    let mut field = |name: &str, value: &str| fields.push(format!("  {name} = {{{value}}},\n"));
    field("language", &escaped(&cited.language));
    if let Some(address) = &cited.address {
        field("url", &escaped_url(address));
    }
    field("note", &escaped(&cited.note()));
    format!("@misc{{{},\n{}}}\n", cited.key, fields.concat())
}

/// Returns text with TeX's special characters escaped and its braces balanced. An empty group
/// separates characters that TeX would combine into another one, such as two hyphens into a dash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        let is_pair = matches!(c, '-' | '\'' | '`' | ',' | '<' | '>') && before == c;
        if is_pair || c == '`' && matches!(before, '?' | '!') {
            out.push_str("{}");
        }
        before = c;
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\{"),
            '}' => out.push_str("\\}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '#' | '$' | '%' | '&' | '_' => out.extend(['\\', c]),
            '\n' | '\r' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Returns a URL for use inside braces, with backslashes and braces percent-encoded.
fn escaped_url(url: &str) -> String {
    url.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tex_commands_are_escaped() {
        assert_eq!(escaped("100% \\a {b}_"), "100\\% \\textbackslash{}a \\{b\\}\\_");
        assert!(entry(&Cited::example(None)).contains("it 100\\% is"));
        assert_eq!(escaped("a---b ''c'' ?`"), "a-{}-{}-b '{}'c'{}' ?{}`");
    }
}
