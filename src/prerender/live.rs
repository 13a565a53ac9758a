//! What a server for editors adds to a page: a script that loads the page again when the site has
//! changed and, on a page of an older state, a notice.
//!
//! All of it is in a folder of its own, whose name cannot be the id of a dossier. The pages keep
//! their policy: nothing inline, and nothing from other origins.

use super::File;
use super::escape::escape;
use super::policy;
use crate::text::Sentence;
use crate::text::static_pages::problems as text;

/// The folder of the server's own files, from the root of the origin.
pub const OWN: &str = "/_serve/";

const SCRIPT: &str = include_str!("../../static/serve.js");
const STYLES: &str = include_str!("../../static/serve.css");

/// The name of the element with the token.
const TOKEN: &str = "onrecord-token";

/// The additions to a page.
#[derive(Debug, Clone, Copy)]
pub struct Live<'l> {
    /// The state of the site that the page shows. Any text without white space.
    pub version: &'l str,
    /// The address of the report, if the page shows an older state because the files have errors.
    pub report: Option<&'l str>,
}

/// Returns a file of the server, by its path below [`OWN`].
pub fn own(name: &str) -> Option<File> {
    let text = match name {
        "serve.js" => SCRIPT,
        "serve.css" => STYLES,
        _ => return None,
    };
    Some(super::file(name, text.to_owned()))
}

/// Adds the script, and the notice if there is one, to a page.
pub fn live(page: &str, live: Live<'_>) -> String {
    let notice = live.report.map(notice).unwrap_or_default();
    let added = format!("{notice}{}", script(live.version));
    let (head, body) = page.split_once("</head>").unwrap_or(("", page));
    let (body, end) = body.rsplit_once("</body>").unwrap_or((body, ""));
    let head = policy::allow_own(head, "script-src");
    if notice.is_empty() {
        return [&head, "</head>", body, &added, "</body>", end].concat();
    }
    let head = policy::allow_own(&head, "style-src");
    let styles = format!("<link rel=\"stylesheet\" href=\"{OWN}serve.css\">\n</head>");
    [&head, &styles, body, &added, "</body>", end].concat()
}

/// Adds the token with which the page may save dossiers.
pub fn with_token(page: &str, token: &str) -> String {
    let token = format!("<meta name=\"{TOKEN}\" content=\"{}\">\n</head>", escape(token));
    page.replacen("</head>", &token, 1)
}

/// Makes the element of the script that waits for changes.
pub(super) fn script(version: &str) -> String {
    format!("<script src=\"{OWN}serve.js\" data-version=\"{}\"></script>\n", escape(version))
}

fn notice(report: &str) -> String {
    let link = |name: &str| format!("<a href=\"{}\">{}</a>", escape(report), escape(name));
    let sentence: Sentence<String> = text::old_state(link(text::SHOW_REPORT));
    let sentence = sentence.render(escape, |slot| slot).concat();
    format!("<p class=\"old-state\" role=\"status\">{sentence}</p>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(policy: &str) -> String {
        format!(
            "<html><head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <title>script-src </title>\n</head><body><p>script-src</p></body></html>\n"
        )
    }

    #[test]
    fn adds_the_script_at_the_end_and_keeps_the_rest() {
        let before = page(policy::POLICY);
        let after = live(&before, Live { version: "7\"", report: None });
        let script =
            "<script src=\"/_serve/serve.js\" data-version=\"7&quot;\"></script>\n</body></html>\n";
        assert!(after.ends_with(script), "{after}");
        assert_eq!(after.replacen(script, "</body></html>\n", 1), before);
    }

    #[test]
    fn a_policy_with_hashes_allows_the_own_files_too() {
        let before = page(&policy::inline("a", "b"));
        let after = live(&before, Live { version: "7", report: None });
        assert!(after.contains("script-src 'self' 'sha256-"), "{after}");
        assert!(after.contains("style-src 'sha256-") && after.contains("<title>script-src <"));
        let after = live(&before, Live { version: "7", report: Some("/x/?a&b") });
        assert!(after.contains("style-src 'self' 'sha256-"), "{after}");
        assert!(after.contains("<link rel=\"stylesheet\" href=\"/_serve/serve.css\">\n</head>"));
        assert!(after.contains("<a href=\"/x/?a&amp;b\">"), "{after}");
    }

    #[test]
    fn a_page_without_a_policy_gets_none() {
        let before = "<html><head></head><body>script-src 'none'</body></html>";
        let after = live(before, Live { version: "7", report: None });
        assert!(after.starts_with("<html><head></head><body>script-src 'none'<script src"));
    }
}
