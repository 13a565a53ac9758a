//! The page that Trunk built, split into a template and the files of the app.

use super::fonts;
use sha2::{Digest, Sha256};
use std::fmt;

/// The template of all pages, and the assets that they name.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The template before the head of a page.
    pub head_start: String,
    /// The template between the head of a page and the app.
    pub head_end: String,
    /// The template after the app.
    pub body_end: String,
    /// The style sheet.
    pub styles: Asset,
    /// The script that runs before the page is painted.
    pub early: Asset,
    /// The module that starts the app.
    pub boot: Asset,
    /// The module that exports files.
    pub export: Asset,
    /// The module of static pages.
    pub read: Asset,
    /// The file name of the app's module, and its integrity.
    pub module: (String, String),
    /// The file name of the app's WebAssembly.
    pub wasm: String,
}

/// A file whose name contains a hash of its content, so that browsers may cache it forever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// The file's name, at the bundle's root.
    pub name: String,
    /// Its content.
    pub text: String,
}

/// The files that Trunk built along with the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staged {
    /// The file names of the style sheets, in the page's order.
    pub styles: Vec<String>,
}

/// An error in the page that Trunk built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShellError {
    /// The page lacks something that should come from Trunk or `index.html`.
    Missing(&'static str),
}

impl fmt::Display for ShellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(what) => write!(f, "the staged index.html has no {what}"),
        }
    }
}

const HEAD: &str = "<!--head-->";
const APP: &str = "<!--app-->";
const EARLY: &str =
    concat!(include_str!("../../static/early.js"), include_str!("../../static/early/choices.js"),);
/// Scripts for the controls of the app's pages, as separate pages and in one file.
pub(super) const CONTROLS: &str = concat!(
    include_str!("../../static/early/menus.js"),
    include_str!("../../static/early/groups.js"),
);
/// The script for the row of sections, which is on all pages.
pub(super) const SECTIONS: &str = include_str!("../../static/early/sections.js");
pub(super) const READ: &str = include_str!("../../static/read.js");
pub(super) const EXPORT: &str = include_str!("../../static/export.js");
const BOOT: &str = include_str!("../../static/boot.js");

impl Staged {
    /// Lists the style sheets that a page names.
    pub fn of(page: &str) -> Self {
        let links = tags(page, "<link").filter(|tag| attribute(tag, "rel") == Some("stylesheet"));
        let styles = links.filter_map(|tag| attribute(tag, "href")).map(file_name).collect();
        Self { styles }
    }
}

impl Shell {
    /// Splits a page. `styles` are the contents of its style sheets, in order.
    ///
    /// # Errors
    /// Returns an error if the page lacks one of the parts.
    pub fn new(page: &str, styles: &[String]) -> Result<Self, ShellError> {
        let link = |rel: &str, what| {
            let mut links = tags(page, "<link");
            let tag = links.find(|tag| attribute(tag, "rel") == Some(rel));
            let tag = tag.ok_or(ShellError::Missing(what))?;
            let href = attribute(tag, "href").ok_or(ShellError::Missing(what))?;
            let integrity = attribute(tag, "integrity").unwrap_or_default();
            Ok((file_name(href), integrity.to_owned()))
        };
        let module = link("modulepreload", "module of the app")?;
        let (wasm, _) = link("preload", "WebAssembly of the app")?;
        let page = without_tags(page, "<link", |tag| {
            matches!(attribute(tag, "rel"), Some("stylesheet" | "modulepreload" | "preload"))
        });
        let page = without_module(&page);
        let page = strip_blank_lines(&page);
        let (head_start, rest) = page.split_once(HEAD).ok_or(ShellError::Missing(HEAD))?;
        let (head_end, body_end) = rest.split_once(APP).ok_or(ShellError::Missing(APP))?;
        let export = Asset::new("export", "js", EXPORT.to_owned());
        let boot = BOOT.replace("APP_JS", &module.0).replace("APP_WASM", &wasm);
        let boot = boot.replace("EXPORT_JS", &export.name);
        let read = [READ, SECTIONS].concat();
        Ok(Self {
            head_start: head_start.to_owned(),
            head_end: head_end.to_owned(),
            body_end: body_end.to_owned(),
            styles: Asset::new("styles", "css", fonts::named(&without_comments(&styles.concat()))),
            early: Asset::new("early", "js", [EARLY, CONTROLS, SECTIONS].concat()),
            boot: Asset::new("boot", "js", boot),
            read: Asset::new("read", "js", read.replace("EXPORT_JS", &export.name)),
            export,
            module,
            wasm,
        })
    }
}

impl Asset {
    fn new(stem: &str, ending: &str, text: String) -> Self {
        Self { name: hashed(stem, ending, text.as_bytes()), text }
    }
}

/// Makes the name of a file from a hash of its content.
pub(super) fn hashed(stem: &str, ending: &str, content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{stem}-{hash}.{ending}")
}

/// Removes the comments of a style sheet, which are a seventh of its compressed size.
fn without_comments(styles: &str) -> String {
    let mut parts = styles.split("/*");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let after = part.split_once("*/").map_or("", |(_, after)| after);
        // A comment on lines of its own leaves no empty line.
        let is_alone = kept.is_empty() || kept.ends_with('\n');
        kept.push_str(if is_alone { after.trim_start_matches('\n') } else { after });
    }
    kept
}

/// Returns the name of a file at the root from the link that Trunk makes with `public_url = "./"`.
fn file_name(href: &str) -> String {
    href.trim_start_matches("./").to_owned()
}

/// Finds the tags of a page that start with a text, each up to its `>`.
fn tags<'p>(page: &'p str, start: &'p str) -> impl Iterator<Item = &'p str> {
    page.match_indices(start).filter_map(|(at, _)| {
        let tag = &page[at..];
        tag.find('>').map(|end| &tag[..=end])
    })
}

/// Returns the value of an attribute in double quotation marks.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

fn without_tags(page: &str, start: &str, is_removed: impl Fn(&str) -> bool) -> String {
    let mut kept = page.to_owned();
    for tag in tags(page, start).filter(|tag| is_removed(tag)) {
        kept = kept.replacen(tag, "", 1);
    }
    kept
}

/// Removes Trunk's inline start script, which the policy would block.
fn without_module(page: &str) -> String {
    let Some(start) = page.find("<script type=\"module\"") else { return page.to_owned() };
    let end = page[start..].find("</script>").map_or(page.len(), |end| start + end + 9);
    format!("{}{}", &page[..start], &page[end..])
}

fn strip_blank_lines(page: &str) -> String {
    let lines = page.lines().filter(|line| !line.trim().is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_removed_from_styles() {
        let check = |styles, expected| assert_eq!(without_comments(styles), expected);
        check(
            "/* A */\na { color: red }\n/* B\n   b */\n\nb {} /* c */ c {}\n",
            "a { color: red }\nb {}  c {}\n",
        );
        check("a {}", "a {}");
        check("/* never closed", "");
    }

    const PAGE: &str = r#"<!doctype html>
<html lang="en"><head>
<!--head-->
<link rel="icon" href="./icon-1.svg" type="image/svg+xml">
<link rel="stylesheet" href="./a-1.css" integrity="sha384-x"/>
<link rel="stylesheet" href="./b-2.css"/>
<link rel="modulepreload" href="./app-3.js" crossorigin="anonymous" integrity="sha384-js">
<link rel="preload" href="./app-3_bg.wasm" as="fetch" type="application/wasm" integrity="sha384-wasm">
</head><body>
<script type="module">
import init from './app-3.js';
</script>
<!--app-->
</body></html>
"#;

    #[test]
    fn splits_a_page_into_its_parts() {
        assert_eq!(Staged::of(PAGE).styles, ["a-1.css", "b-2.css"]);
        let shell = Shell::new(PAGE, &["a{}".to_owned(), "b{}".to_owned()]).expect("a shell");
        assert_eq!(shell.styles.text, "a{}b{}");
        assert_eq!(shell.module, ("app-3.js".to_owned(), "sha384-js".to_owned()));
        assert_eq!(shell.wasm, "app-3_bg.wasm");
        assert!(shell.boot.text.contains("./app-3_bg.wasm") && !shell.boot.text.contains("APP_"));
        let rest = [shell.head_start, shell.head_end, shell.body_end].concat();
        assert!(!rest.contains("script") && !rest.contains("stylesheet"), "{rest}");
        assert!(rest.contains("icon-1.svg"));
    }

    #[test]
    fn reports_a_missing_part() {
        let error = |page: &str| Shell::new(page, &[]).err();
        assert_eq!(error(""), Some(ShellError::Missing("module of the app")));
        let without_head = PAGE.replace(HEAD, "");
        assert_eq!(error(&without_head), Some(ShellError::Missing(HEAD)));
    }
}
