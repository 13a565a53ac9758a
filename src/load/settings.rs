//! The settings of a site, in `onrecord.toml`.

use super::address::{check_contact, is_web_address};
use super::code::FileCode;
use super::diagnostic::Diagnostic;
use super::escape::shown;
use crate::model::{Annotator, Citations, FileSettings, Settings};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

/// The fields of the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: Option<Spanned<String>>,
    address: Option<Spanned<String>>,
    contact: Option<Spanned<String>>,
    about: Option<Spanned<String>>,
    annotator: Option<bool>,
    files: Option<Files>,
}

/// The fields of its table `[files]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Files {
    embeds: Option<bool>,
    previews: Option<bool>,
    citations: Option<Spanned<String>>,
}

/// Maximum number of characters of a site's name, which is at the top and in the title of each
/// page.
const MAX_NAME_CHARS: usize = 60;

/// Parses the settings. `file` is the name of the file in messages.
///
/// # Errors
/// Returns all problems, each with its position and a suggestion.
pub fn settings(file: &str, text: &str) -> Result<Settings, Vec<Diagnostic>> {
    let read: File = toml::from_str(text).map_err(|error| {
        let message = error.message().replace('\n', " ");
        vec![at(file, text, error.span().unwrap_or_default(), &message)]
    })?;
    let mut problems = Vec::new();
    let mut checked = |value: Option<Spanned<String>>,
                       check: fn(&str) -> Result<String, String>| {
        let value = value?;
        match check(value.get_ref().trim()) {
            Ok(valid) => Some(valid),
            Err(message) => {
                problems.push(at(file, text, value.span(), &message));
                None
            }
        }
    };
    let mut settings = Settings {
        name: checked(read.name, name),
        address: checked(read.address, public_address),
        contact: checked(read.contact, contact),
        about: paragraphs(&checked(read.about, plain).unwrap_or_default()),
        files: FileSettings::default(),
        annotator: match read.annotator {
            Some(true) => Annotator::OwnFiles,
            _ => Annotator::Omitted,
        },
    };
    let files = read.files.unwrap_or_default();
    let chosen = &mut settings.files;
    chosen.embeds = files.embeds.unwrap_or(chosen.embeds);
    chosen.previews = files.previews.unwrap_or(chosen.previews);
    if let Some(value) = files.citations {
        match value.get_ref().trim() {
            "statement" => chosen.citations = Citations::Statement,
            "dossier" => chosen.citations = Citations::Dossier,
            other => {
                let message = format!(
                    "{} is not a setting for citations: write \"statement\" or \"dossier\"",
                    shown(other)
                );
                problems.push(at(file, text, value.span(), &message));
            }
        }
    }
    if problems.is_empty() { Ok(settings) } else { Err(problems) }
}

/// Checks the public address of a site, and returns it with a `/` at its end.
///
/// # Errors
/// Returns a message if it is not a web address, has a query, a fragment or an `@`, or contains
/// characters that must be percent-encoded.
pub fn public_address(address: &str) -> Result<String, String> {
    let is_plain = |c: char| c.is_ascii_graphic() && !"\"'<>^`{|}?#@".contains(c);
    if !is_web_address(address) || !address.chars().all(is_plain) {
        return Err(format!(
            "{} is not a valid public address: write the address at which the site is published, such \
             as \"https://example.org/record/\", without a query or a fragment",
            shown(address)
        ));
    }
    Ok(if address.ends_with('/') { address.to_owned() } else { format!("{address}/") })
}

fn name(name: &str) -> Result<String, String> {
    plain(name)?;
    if name.is_empty() || name.contains('\n') || name.chars().count() > MAX_NAME_CHARS {
        return Err(format!("the name must be one line of 1 to {MAX_NAME_CHARS} characters"));
    }
    Ok(name.to_owned())
}

fn contact(contact: &str) -> Result<String, String> {
    match check_contact(contact) {
        Ok(()) => Ok(contact.to_owned()),
        Err(invalid) => Err(format!("{}: {}", invalid.message, invalid.hint)),
    }
}

/// Rejects control characters other than line endings and tabs.
fn plain(text: &str) -> Result<String, String> {
    let is_control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    match text.chars().find(is_control) {
        Some(control) => Err(format!("{control:?} is a control character: remove it")),
        None => Ok(text.to_owned()),
    }
}

/// Splits a text into paragraphs, which are separated by blank lines.
fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let parts = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    parts.map(|lines| lines.join(" ")).collect()
}

/// Makes a diagnostic of a place in the file.
fn at(file: &str, text: &str, span: Range<usize>, message: &str) -> Diagnostic {
    let before = text.get(..span.start).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let diagnostic = Diagnostic::of_file(file, FileCode::Settings, message);
    Diagnostic { line, column, bytes: span, ..diagnostic }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_settings_are_optional() {
        assert_eq!(settings("x", ""), Ok(Settings::default()));
        let all = "name = 'The Record'\naddress = \"https://example.org/on\"\n\
                   contact = \"desk@example.org\"\nabout = \"\"\"\nWho we\nare.\n\nWhy.\n\"\"\"\nannotator = true\n\
                   [files]\nembeds = false\npreviews = false\ncitations = 'dossier'\n";
        let expected = Settings {
            name: Some("The Record".to_owned()),
            address: Some("https://example.org/on/".to_owned()),
            contact: Some("desk@example.org".to_owned()),
            about: vec!["Who we are.".to_owned(), "Why.".to_owned()],
            files: FileSettings { embeds: false, previews: false, citations: Citations::Dossier },
            annotator: Annotator::OwnFiles,
        };
        assert_eq!(settings("x", all), Ok(expected));
    }

    #[test]
    fn reports_each_problem_with_its_position() {
        let check = |text: &str, expected: &[&str]| {
            let problems = settings("onrecord.toml", text).expect_err("wrong settings");
            let line =
                |it: &Diagnostic| format!("{}:{}:{}: {}", it.file, it.line, it.column, it.message);
            let lines: Vec<String> = problems.iter().map(line).collect();
            assert_eq!(lines.len(), expected.len(), "{problems:?}");
            for (line, expected) in lines.iter().zip(expected) {
                assert!(line.starts_with(expected), "{line}");
            }
        };
        check("adress = \"x\"", &["onrecord.toml:1:1: unknown field `adress`"]);
        check("[files]\nembed = false", &["onrecord.toml:2:1: unknown field `embed`"]);
        check("[files]\npreviews = 'no'", &["onrecord.toml:2:12: invalid type"]);
        check(
            "name = ''\n[files]\ncitations = 'none'",
            &[
                "onrecord.toml:1:8: the name must be",
                "onrecord.toml:3:13: \"none\" is not a setting for citations",
            ],
        );
        check("name = 3", &["onrecord.toml:1:8: invalid type"]);
        check("name = ", &["onrecord.toml:1:8: "]);
        check(
            "name = \"\"\naddress = \"example.org\"\ncontact = \"javascript:alert(1)\"",
            &[
                "onrecord.toml:1:8: the name must be",
                "onrecord.toml:2:11: \"example.org\" is not a valid public address",
                "onrecord.toml:3:11: \"javascript:alert(1)\" is not a valid email or web address",
            ],
        );
    }

    #[test]
    fn checks_contacts_as_in_a_dossier() {
        for contact in ["https://example.org/contact?topic=x#form", "desk@example.org"] {
            assert!(settings("x", &format!("contact = \"{contact}\"")).is_ok(), "{contact}");
        }
        for contact in ["https://", "https://x y", "https://x\\\"", "a@b@c", "x", "a@b"] {
            assert!(settings("x", &format!("contact = \"{contact}\"")).is_err(), "{contact}");
        }
    }

    #[test]
    fn rejects_public_addresses_that_cannot_be_extended() {
        for address in [
            "https://",
            "ftp://x/",
            "https://x/?a",
            "https://x/#a",
            "https://x y/",
            "https://a@x/",
            "https://x/a@b",
            "https://x/\"",
            "https://bücher.example/",
        ] {
            assert!(public_address(address).is_err(), "{address}");
        }
        assert_eq!(public_address("http://x:8080"), Ok("http://x:8080/".to_owned()));
    }
}
