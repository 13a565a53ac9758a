//! Web and mail addresses that pages link to, in dossiers and in the settings.

use super::escape::{shown, visible};
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, ScriptExtension, UnicodeScript};

/// Scripts that are written together, so that one word can have letters of several (UTS #39, the
/// level "highly restrictive").
const WRITTEN_TOGETHER: [&[Script]; 3] = [
    &[Script::Latin, Script::Han, Script::Hiragana, Script::Katakana],
    &[Script::Latin, Script::Han, Script::Bopomofo],
    &[Script::Latin, Script::Han, Script::Hangul],
];

/// The error for an invalid address.
#[derive(Debug, PartialEq, Eq)]
pub struct Invalid {
    /// A message that includes the address.
    pub message: String,
    /// A suggestion.
    pub hint: &'static str,
}

/// Checks a contact: a mail address without `mailto:`, or a web address.
///
/// # Errors
/// Returns `Invalid` if it is neither.
pub fn check_contact(text: &str) -> Result<(), Invalid> {
    if is_mail_address(text) || is_web_address(text) {
        return Ok(());
    }
    let hint = if text.starts_with("mailto:") {
        "write the email address without \"mailto:\""
    } else {
        "write an email address such as name@example.org, or a web address that begins with https://"
    };
    let message = format!("{} is not a valid email or web address", shown(text));
    Err(Invalid { message, hint })
}

/// Checks a web address.
///
/// # Errors
/// Returns `Invalid` if it is not.
pub fn check_web_address(text: &str) -> Result<(), Invalid> {
    if is_web_address(text) {
        return Ok(());
    }
    let message = format!("{} is not a valid web address", shown(text));
    Err(Invalid { message, hint: "write the whole address, beginning with https://" })
}

/// Returns a warning if one part of the host of a valid web or mail address has letters of several
/// scripts. Letters of other scripts can look the same, and lead to another host.
pub fn mixed_scripts(address: &str) -> Option<String> {
    let host = match address.split_once("://") {
        Some((_, rest)) => rest.split(['/', '?', '#', ':']).next().unwrap_or_default(),
        None => address.rsplit('@').next().unwrap_or_default(),
    };
    let label = host.split('.').find(|label| is_mixed(label))?;
    let mut scripts: Vec<&str> = Vec::new();
    for script in label.chars().map(|c| c.script()) {
        let is_of_none = matches!(script, Script::Common | Script::Inherited);
        if !is_of_none && !scripts.contains(&script.full_name()) {
            scripts.push(script.full_name());
        }
    }
    Some(format!("{} in the address has letters of {}", shown(label), scripts.join(" and ")))
}

fn is_mixed(label: &str) -> bool {
    let is_written_in = |scripts: &[Script]| {
        label.chars().map(|c| c.script_extension()).all(|of| {
            let is_of_all = of.is_common() || of.is_inherited();
            is_of_all || scripts.iter().any(|script| of.contains_script(*script))
        })
    };
    ScriptExtension::for_str(label).is_empty() && !WRITTEN_TOGETHER.into_iter().any(is_written_in)
}

/// Returns true for an absolute http or https address with a host.
///
/// User information is rejected: `https://www.bbc.co.uk@evil.example/` leads to `evil.example`. So
/// is a backslash, which browsers treat as a slash, and any character that a reader cannot see.
pub fn is_web_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let is_clean = !text.contains(char::is_whitespace) && !text.contains('\\');
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "0"));
    let is_port = (1..=5).contains(&port.len()) && port.bytes().all(|b| b.is_ascii_digit());
    is_clean && visible(text) == text && host.split('.').all(is_label) && is_port
}

/// Returns true for a plausible mail address: a name, one `@`, and a domain with a dot.
///
/// Characters that have a meaning in a `mailto:` link (RFC 6068) are rejected, so that an address
/// cannot add headers or recipients.
fn is_mail_address(text: &str) -> bool {
    let is_name_char = |c: char| c.is_alphanumeric() || ".-_+'".contains(c);
    text.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && name.chars().all(is_name_char)
            && domain.contains('.')
            && domain.split('.').all(is_label)
    })
}

/// Returns true for one part of a domain: letters, digits, and hyphens between them. Letters of all
/// scripts are allowed, as in `bücher.example`.
fn is_label(label: &str) -> bool {
    !label.is_empty()
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(|c| c.is_alphanumeric() || is_combining_mark(c) || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEB: [&str; 9] = [
        "https://example.org",
        "https://example.org/a?b=c&d=é#e",
        "https://example.org/contact?topic=x@y#form",
        "http://bücher.example/",
        "https://उदाहरण.परीक्षा/",
        "https://example.org:8443/a",
        "http://localhost/",
        "https://192.0.2.1/a",
        "https://example.org/wiki/It's_\"quoted\"",
    ];

    const MAIL: [&str; 5] = [
        "corrections@example.org",
        "a.b+c@mail.example.org",
        "o'brien@example.org",
        "info@bücher.example",
        "name_1@my-site.example",
    ];

    const NEITHER: [&str; 42] = [
        "",
        "x",
        "ring us",
        "example.org",
        "//example.org",
        "ftp://example.org",
        "HTTPS://example.org",
        "https:example.org",
        "https://",
        "https:///example.org",
        "https://?a",
        "https://.example.org",
        "https://example..org",
        "https://-example.org",
        "https://exa mple.org",
        "https://example.org/a b",
        "https://example.org/a\nb",
        "https://example.org/\u{202e}a",
        "https://example.org/a\u{200b}",
        "https://example.org:port/",
        "https://example.org:/",
        "https://www.bbc.co.uk@evil.example/x",
        "https://user:password@example.org/",
        "https://www.bbc.co.uk\\@evil.example/",
        "https://evil.example\\.bbc.co.uk/",
        "https://www.bbc.co.uk%40evil.example/",
        "javascript:alert(1)",
        "javascript:alert(1)//@example.org",
        "data:text/html,<script>alert(1)</script>",
        "name",
        "name@",
        "@example.org",
        "name@localhost",
        "name@example.",
        "name @example.org",
        "name@exam ple.org",
        "name@other@example.org",
        "name@example.org,other@example.org",
        "name@example.org?bcc=other@example.org",
        "name%0Abcc@example.org",
        "Name <name@example.org>",
        "mailto:name@example.org",
    ];

    #[test]
    fn recognises_web_and_mail_addresses() {
        for text in WEB {
            assert!(is_web_address(text) && !is_mail_address(text), "{text}");
        }
        for text in MAIL {
            assert!(is_mail_address(text) && !is_web_address(text), "{text}");
        }
        for text in NEITHER {
            assert!(!is_mail_address(text) && !is_web_address(text), "{text}");
        }
    }

    #[test]
    fn a_contact_is_a_web_or_mail_address() {
        assert!(WEB.into_iter().chain(MAIL).all(|text| check_contact(text).is_ok()));
        assert!(NEITHER.into_iter().all(|text| check_contact(text).is_err()));
        assert!(WEB.into_iter().all(|text| check_web_address(text).is_ok()));
        assert!(MAIL.into_iter().chain(NEITHER).all(|text| check_web_address(text).is_err()));
    }

    #[test]
    fn warns_of_hosts_in_several_scripts() {
        let check = |address, expected: Option<&str>| {
            assert!(check_contact(address).is_ok(), "{address}");
            assert_eq!(mixed_scripts(address).as_deref(), expected, "{address}");
        };
        // Cyrillic а.
        let mixed = Some("\"p\u{430}ypal\" in the address has letters of Latin and Cyrillic");
        check("https://p\u{430}ypal.example/", mixed);
        check("https://www.p\u{430}ypal.example:8443/a?b#c", mixed);
        check("press@p\u{430}ypal.example", mixed);
        // Greek ο.
        let mixed = Some("\"n\u{3bf}rd\" in the address has letters of Latin and Greek");
        check("https://n\u{3bf}rd.example/", mixed);
        for address in WEB.into_iter().chain(MAIL).chain([
            "https://пример.example/",
            "https://例え-abc123.example/",
            "https://日本語カタカナひらがなtv.example/",
            "https://한국tv.example/",
            "https://example.org/p\u{430}th",
            "https://سوريا.example/",
        ]) {
            check(address, None);
        }
    }

    #[test]
    fn says_how_to_write_an_address() {
        let hint = |text| check_contact(text).expect_err("not a contact").hint;
        assert!(hint("mailto:name@example.org").ends_with("without \"mailto:\""));
        assert!(hint("ring us").contains("name@example.org"));
        let invalid = check_web_address("a\u{202e}").expect_err("not an address");
        assert_eq!(invalid.message, "\"a\\u{202e}\" is not a valid web address");
    }
}
