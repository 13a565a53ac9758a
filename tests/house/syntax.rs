//! The syntax of a literal: whether it could be words for readers, or only something for machines.

use super::positions::READERS_ATTRIBUTES;
use proc_macro2::Literal;

/// Values of `content` attributes that are for browsers.
const META_CONTENT: [&str; 2] = ["width=device-width, initial-scale=1", "light dark"];

/// Returns the text of a string literal. `None` for other literals, and for bytes.
pub fn text_of(literal: &Literal) -> Option<String> {
    let code = literal.to_string();
    if let Some(raw) = code.strip_prefix('r') {
        let text = raw.trim_matches('#').strip_prefix('"')?.strip_suffix('"')?;
        return Some(text.to_owned());
    }
    Some(unescaped(code.strip_prefix('"')?.strip_suffix('"')?))
}

/// Resolves the escapes of a string literal.
fn unescaped(code: &str) -> String {
    let mut text = String::new();
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match chars.next() {
            // A backslash at the end of a line continues the text after the indentation.
            Some('\n') => while chars.next_if(|c| c.is_whitespace()).is_some() {},
            Some('u') => {
                let code: String = chars.by_ref().take_while(|c| *c != '}').skip(1).collect();
                text.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
            }
            Some('n' | 'r' | 't') => text.push('\n'),
            other => text.extend(other),
        }
    }
    text
}

/// Removes the placeholders of `format!`, and of script files: `{name}`.
pub fn without_placeholders(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        kept.push_str(before);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    kept + rest
}

pub fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// Returns true for a text with two words next to each other, outside HTML tags.
pub fn has_two_words(text: &str) -> bool {
    let text = without_tags(&without_placeholders(text)).unwrap_or_default();
    let is_word =
        |part: &str| part.trim_matches([',', '.', ':', ';']).chars().all(char::is_alphabetic);
    let words: Vec<bool> = text.split(' ').map(|part| has_letter(part) && is_word(part)).collect();
    words.windows(2).any(|pair| pair[0] && pair[1])
}

/// Returns true for a text that can only be for machines, wherever it is.
pub fn is_for_machines(text: &str) -> bool {
    let text = without_placeholders(text);
    !has_letter(&text)
        || is_token(&text)
        || is_path_data(&text)
        || is_selector(&text)
        || without_tags(&text).is_some_and(|text| !has_letter(&text))
}

/// Returns true for a token such as an id, a class, a file ending or a key, in ASCII, without
/// spaces and capitals.
fn is_token(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_graphic() && !c.is_ascii_uppercase() && !"<>\"'".contains(c))
}

/// Returns true for the data of an SVG path, which begins with a move.
fn is_path_data(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || "MmLlHhVvCcSsQqTtAaZz .,-".contains(c);
    text.starts_with(['M', 'm'])
        && text.chars().all(is_part)
        && text.chars().filter(char::is_ascii_digit).count() > 1
}

/// Returns true for a CSS selector that begins with a class, an id or an attribute.
fn is_selector(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || " .#>[]='-".contains(c);
    text.starts_with(['.', '#', '[']) && !text.starts_with(". ") && text.chars().all(is_part)
}

/// Removes HTML tags, which may be cut off at either end. `None` if a tag has an attribute for
/// readers.
fn without_tags(text: &str) -> Option<String> {
    let mut kept = String::new();
    // A text that closes a tag before it opens one begins within a tag.
    let begins_inside = match (text.find('<'), text.find('>')) {
        (Some(open), Some(close)) => close < open,
        (None, Some(_)) => true,
        (_, None) => text.starts_with(' ') && text.contains("=\""),
    };
    let mut rest = if begins_inside {
        let (tag, rest) = text.split_once('>').unwrap_or((text, ""));
        is_markup(tag).then_some(rest)?
    } else {
        text
    };
    while let Some((before, after)) = rest.split_once('<') {
        kept.push_str(before);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        is_markup(tag).then_some(())?;
        rest = after;
    }
    Some(kept + rest)
}

/// Returns true for a tag without words for readers.
fn is_markup(tag: &str) -> bool {
    let value = |name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(rest.split('"').next().unwrap_or_default())
    };
    let is_empty = |name: &&str| value(name).is_none_or(|value| !has_letter(value));
    let is_for_browsers = |content: &str| !has_letter(content) || META_CONTENT.contains(&content);
    READERS_ATTRIBUTES.iter().all(is_empty) && value("content").is_none_or(is_for_browsers)
}
