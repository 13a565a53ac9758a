//! The parts of a request that decide what is sent: the host and the path. Nothing here, and
//! nothing that uses it, opens a file by a request's path.

use percent_encoding::percent_decode_str;

/// Returns true if a request's host is this server. Otherwise, a page on the internet whose domain
/// points to this machine (DNS rebinding) could read the site.
pub fn is_own_host(host: &str, port: u16) -> bool {
    const HTTP: u16 = 80;
    let host = host.to_ascii_lowercase();
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| match host.strip_prefix(name) {
        Some("") => port == HTTP,
        Some(rest) => rest.strip_prefix(':') == Some(&*port.to_string()),
        None => false,
    })
}

/// Returns the path of a request below the root of the site, decoded. `None` if it is not UTF-8, or
/// does not begin with a slash.
pub fn path(encoded: &str) -> Option<String> {
    let encoded = encoded.strip_prefix('/')?;
    Some(percent_decode_str(encoded).decode_utf8().ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_its_own_names() {
        for host in ["127.0.0.1:8080", "localhost:8080", "LocalHost:8080", "[::1]:8080"] {
            assert!(is_own_host(host, 8080), "{host}");
        }
        assert!(is_own_host("localhost", 80) && is_own_host("localhost:80", 80));
        for host in [
            "",
            "localhost",
            "localhost:",
            "localhost:80",
            "localhost:8081",
            "localhost:08080",
            "localhost:8080:8080",
            "localhost.example:8080",
            "example.localhost:8080",
            "127.0.0.1.example:8080",
            "127.0.0.2:8080",
            "0.0.0.0:8080",
            "example.org:8080",
            "user@localhost:8080",
            "::1:8080",
        ] {
            assert!(!is_own_host(host, 8080), "{host}");
        }
    }

    #[test]
    fn decodes_paths() {
        let check = |encoded: &str, expected: Option<&str>| {
            assert_eq!(path(encoded).as_deref(), expected, "{encoded}");
        };
        check("/", Some(""));
        check("/x/%61ctors/", Some("x/actors/"));
        check("/a+b%2Bc%20d", Some("a+b+c d"));
        check("/%D8%B3", Some("س"));
        check("/%2e%2e/a", Some("../a"));
        check("//a", Some("/a"));
        check("/100%", Some("100%"));
        check("/%ff", None);
        check("*", None);
        check("", None);
    }
}
