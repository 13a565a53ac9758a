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

/// Returns text with TeX's special characters escaped. An empty group separates characters that TeX
/// would combine into another one, such as two hyphens into a dash.
///
/// BibTeX counts braces, whatever is before them: after `\}`, a value would be over. So a brace in the
/// text has a name.
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
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
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
        assert_eq!(
            escaped("100% \\a {b}_"),
            "100\\% \\textbackslash{}a \\textbraceleft{}b\\textbraceright{}\\_"
        );
        assert!(entry(&Cited::example(None)).contains("it 100\\% is"));
    }

    /// BibTeX ends an entry at the brace that balances its first one.
    #[test]
    fn braces_are_balanced_in_any_headline() {
        let headlines =
            ["}", "{", "}{", "\\}", "\\{", "a } b \\", "@misc{x,", "%}", "\\\\}", "\"}#$~^&"];
        for headline in headlines {
            let entry = entry(&Cited::example(Some(headline)));
            let (_, body) = entry.split_once('{').expect("an entry has a brace");
            let mut depth = 1;
            let end = body.find(|c| {
                depth += i32::from(c == '{') - i32::from(c == '}');
                depth == 0
            });
            assert_eq!(end.map(|end| &body[end..]), Some("}\n"), "{entry}");
        }
    }

    #[test]
    fn characters_that_tex_would_combine_stay_apart() {
        assert_eq!(escaped("a---b ''c'' ?`"), "a-{}-{}-b '{}'c'{}' ?{}`");
    }
}
