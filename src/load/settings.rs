//! The file of settings, `onrecord.toml`.

use crate::model::Settings;
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: Option<Spanned<String>>,
    address: Option<Spanned<String>>,
    contact: Option<Spanned<String>>,
    about: Option<Spanned<String>>,
}

/// The longest name: it stands in each page's title and at its head.
const MAX_NAME_CHARS: usize = 60;

/// Reads the settings. `file` is what messages call it.
///
/// # Errors
/// All that is wrong, a line each: where, what, and what to write instead.
pub fn settings(file: &str, text: &str) -> Result<Settings, String> {
    let read: File = toml::from_str(text).map_err(|error| {
        let message = error.message().replace('\n', " ");
        at(file, text, error.span().unwrap_or_default(), &message)
    })?;
    let mut wrong = Vec::new();
    let mut told = |value: Option<Spanned<String>>, check: fn(&str) -> Result<String, String>| {
        let value = value?;
        match check(value.get_ref().trim()) {
            Ok(right) => Some(right),
            Err(message) => {
                wrong.push(at(file, text, value.span(), &message));
                None
            }
        }
    };
    let settings = Settings {
        name: told(read.name, name),
        address: told(read.address, public_address),
        contact: told(read.contact, contact),
        about: paragraphs(&told(read.about, plain).unwrap_or_default()),
    };
    if wrong.is_empty() { Ok(settings) } else { Err(wrong.join("\n")) }
}

/// A public address as it is used: with a `/` at its end.
///
/// # Errors
/// Why it is none.
pub fn public_address(address: &str) -> Result<String, String> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let is_fit = |rest: &&str| {
        let host = rest.split('/').next().unwrap_or_default();
        let is_plain = |c: char| c.is_ascii_graphic() && !"\"'<>\\^`{|}?#@".contains(c);
        !host.is_empty() && rest.chars().all(is_plain)
    };
    if rest.filter(is_fit).is_none() {
        return Err(format!(
            "{address:?} is no public address: write where the bundle stands, such as \
             \"https://example.org/record/\", without a query or a fragment"
        ));
    }
    Ok(if address.ends_with('/') { address.to_owned() } else { format!("{address}/") })
}

fn name(name: &str) -> Result<String, String> {
    plain(name)?;
    if name.is_empty() || name.contains('\n') || name.chars().count() > MAX_NAME_CHARS {
        return Err(format!("a site's name is one line of 1 to {MAX_NAME_CHARS} characters"));
    }
    Ok(name.to_owned())
}

fn contact(contact: &str) -> Result<String, String> {
    let is_web = contact.starts_with("https://") || contact.starts_with("http://");
    let is_mail = contact.split_once('@').is_some_and(|(who, host)| {
        let is_part = |part: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || ".-_+".contains(c))
        };
        is_part(who) && is_part(host)
    });
    let is_address = |c: char| c.is_ascii_graphic() && !"\"'<>\\^`{|}".contains(c);
    let has_host = contact
        .split("//")
        .nth(1)
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
    if is_mail || is_web && has_host && contact.chars().all(is_address) {
        return Ok(contact.to_owned());
    }
    Err(format!(
        "{contact:?} is no contact: write a mail address, or a web address that begins with https://"
    ))
}

fn plain(text: &str) -> Result<String, String> {
    let is_odd = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    match text.chars().find(is_odd) {
        Some(odd) => Err(format!("{odd:?} is a control character: take it out")),
        None => Ok(text.to_owned()),
    }
}

/// The paragraphs of a text: blank lines stand between them.
fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let parts = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    parts.map(|lines| lines.join(" ")).collect()
}

/// `onrecord.toml:3:11: message`.
fn at(file: &str, text: &str, span: Range<usize>, message: &str) -> String {
    let before = text.get(..span.start).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("{file}:{line}:{column}: {message}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_can_be_left_out() {
        assert_eq!(settings("x", ""), Ok(Settings::default()));
        let all = "name = 'The Record'\naddress = \"https://example.org/on\"\n\
                   contact = \"desk@example.org\"\nabout = \"\"\"\nWho we\nare.\n\nWhy.\n\"\"\"\n";
        let expected = Settings {
            name: Some("The Record".to_owned()),
            address: Some("https://example.org/on/".to_owned()),
            contact: Some("desk@example.org".to_owned()),
            about: vec!["Who we are.".to_owned(), "Why.".to_owned()],
        };
        assert_eq!(settings("x", all), Ok(expected));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let check = |text: &str, expected: &[&str]| {
            let told = settings("onrecord.toml", text).expect_err("wrong");
            let lines: Vec<&str> = told.lines().collect();
            assert_eq!(lines.len(), expected.len(), "{told}");
            for (line, expected) in lines.iter().zip(expected) {
                assert!(line.starts_with(expected), "{line}");
            }
        };
        check("adress = \"x\"", &["onrecord.toml:1:1: unknown field `adress`"]);
        check("name = 3", &["onrecord.toml:1:8: invalid type"]);
        check("name = ", &["onrecord.toml:1:8: "]);
        check(
            "name = \"\"\naddress = \"example.org\"\ncontact = \"javascript:alert(1)\"",
            &[
                "onrecord.toml:1:8: a site's name is",
                "onrecord.toml:2:11: \"example.org\" is no public",
                "onrecord.toml:3:11: \"javascript:alert(1)\" is no contact",
            ],
        );
        for contact in ["https://example.org/contact?topic=x#form", "desk@example.org"] {
            assert!(settings("x", &format!("contact = \"{contact}\"")).is_ok(), "{contact}");
        }
        for contact in ["https://", "https://x y", "https://x/\\\"", "a@b@c", "x"] {
            assert!(settings("x", &format!("contact = \"{contact}\"")).is_err(), "{contact}");
        }
        for address in ["https://", "ftp://x/", "https://x/?a", "https://x/#a", "https://x y/"] {
            assert!(public_address(address).is_err(), "{address}");
        }
    }
}
