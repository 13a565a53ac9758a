//! The template of all pages, and the files that every page shares: the app, the style sheet and the
//! scripts.

use super::scripts::{CONTROLS, EXPORT, HOME, READ, SECTIONS};
use super::{File, fonts};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// A program for browsers as wasm-bindgen made it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Program {
    /// The JavaScript module.
    pub module: Vec<u8>,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
}

/// The programs for browsers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct App {
    /// The app that readers use.
    pub reader: Program,
    /// The program of the page on which articles are annotated.
    pub annotator: Program,
}

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
    /// The module of embedded statements.
    pub frame: Asset,
    /// The script of the list of dossiers, which runs before that page is painted.
    pub home: Asset,
    /// The style sheet of the list of dossiers, in addition to the other.
    pub home_styles: Asset,
    /// The icon of the site.
    pub icon: Asset,
    /// The app's module.
    pub module: Asset,
    /// The integrity of the app's module (W3C Subresource Integrity).
    pub integrity: String,
    /// The app's WebAssembly.
    pub wasm: Asset,
    /// What only the page on which articles are annotated needs.
    pub annotator: Annotator,
}

/// The assets of the page on which articles are annotated.
#[derive(Debug, Clone)]
pub struct Annotator {
    /// The program's module.
    pub module: Asset,
    /// Its WebAssembly.
    pub wasm: Asset,
    /// The module that starts it.
    pub boot: Asset,
    /// The style sheet, in addition to that of all pages.
    pub styles: Asset,
}

/// A file whose name contains a hash of its content, so that browsers may cache it forever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// The file's name, at the bundle's root.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

const HEAD: &str = "<!--head-->";
const APP: &str = "<!--app-->";
const PAGE: &str = include_str!("../../index.html");
const EARLY: &str =
    concat!(include_str!("../../static/early.js"), include_str!("../../static/early/choices.js"),);
/// The script that makes a group of controls one stop of the Tab key.
const GROUPS: &str = include_str!("../../static/early/groups.js");
const BOOT: &str = include_str!("../../static/boot.js");
const FRAME: &str = include_str!("../../static/frame.js");
const HOME_STYLES: &str = include_str!("../../static/styles/home.css");
const ANNOTATE: &str = include_str!("../../static/annotate.js");
const ICON: &[u8] = include_bytes!("../../static/icon.svg");

macro_rules! styles {
    ($($name:literal)*) => {
        [$(include_str!(concat!("../../static/styles/", $name, ".css")),)*]
    };
}

/// The style sheets in the order in which they are joined. That for print overrides the others.
const STYLES: [&str; 23] = styles![
    "tokens" "fonts" "base" "masthead" "dossier" "panes" "filters" "toolbar" "chain" "kind" "words"
    "card" "passage" "annotated" "statement" "export" "figure" "actor" "matrix" "compare" "dates"
    "about" "print"
];

/// The style sheets that only the annotator needs, in the order in which they are joined.
const ANNOTATE_STYLES: [&str; 4] =
    styles!["annotate/page" "annotate/sheet" "annotate/rail" "annotate/keep"];

impl Shell {
    /// Makes the template and the assets.
    pub fn new(app: App) -> Self {
        let page: String = PAGE.split_inclusive('\n').filter(|line| !is_trunks(line)).collect();
        let (head_start, rest) = page.split_once(HEAD).unwrap_or((&page, ""));
        let (head_end, body_end) = rest.split_once(APP).unwrap_or((rest, ""));
        let export = Asset::new("export", "js", EXPORT.into());
        let App { reader, annotator } = app;
        let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(&reader.module)));
        let module = Asset::new("app", "js", reader.module);
        let wasm = Asset::new("app", "wasm", reader.wasm);
        let boot = BOOT.replace("APP_JS", &module.name).replace("APP_WASM", &wasm.name);
        let boot = boot.replace("EXPORT_JS", &export.name);
        let read = [READ, SECTIONS].concat();
        let styles = fonts::named(&without_comments(&STYLES.concat()));
        Self {
            head_start: head_start.to_owned(),
            head_end: head_end.trim_start().to_owned(),
            body_end: body_end.to_owned(),
            styles: Asset::new("styles", "css", styles.into_bytes()),
            early: Asset::new("early", "js", [EARLY, CONTROLS, SECTIONS].concat().into_bytes()),
            boot: Asset::new("boot", "js", boot.into_bytes()),
            read: Asset::new("read", "js", read.replace("EXPORT_JS", &export.name).into_bytes()),
            frame: Asset::new("frame", "js", FRAME.into()),
            home: Asset::new("home", "js", [HOME, GROUPS].concat().into_bytes()),
            home_styles: Asset::new("home", "css", without_comments(HOME_STYLES).into_bytes()),
            icon: Asset::new("icon", "svg", ICON.into()),
            export,
            integrity,
            module,
            wasm,
            annotator: Annotator::new(annotator),
        }
    }

    /// Returns the assets that every site has.
    pub fn assets(&self) -> [&Asset; 11] {
        let Self { styles, early, boot, export, read, icon, module, wasm, .. } = self;
        let Self { frame, home, home_styles, .. } = self;
        [styles, early, boot, export, read, frame, home, home_styles, icon, module, wasm]
    }

    /// Returns the assets as files of the bundle, with or without those of the annotator.
    pub(super) fn files(&self, has_annotator: bool) -> impl Iterator<Item = File> {
        self.all(has_annotator).map(Asset::file)
    }

    /// Returns the asset at a path of the bundle.
    pub(super) fn file_at(&self, path: &str, has_annotator: bool) -> Option<File> {
        self.all(has_annotator).find(|asset| asset.name == path).map(Asset::file)
    }

    fn all(&self, has_annotator: bool) -> impl Iterator<Item = &Asset> {
        let annotator = has_annotator.then(|| self.annotator.assets());
        self.assets().into_iter().chain(annotator.into_iter().flatten())
    }
}

impl Annotator {
    fn new(program: Program) -> Self {
        let module = Asset::new("annotator", "js", program.module);
        let wasm = Asset::new("annotator", "wasm", program.wasm);
        let boot = ANNOTATE.replace("ANNOTATOR_JS", &module.name);
        let boot = boot.replace("ANNOTATOR_WASM", &wasm.name);
        let styles = without_comments(&ANNOTATE_STYLES.concat());
        Self {
            module,
            wasm,
            boot: Asset::new("annotate", "js", boot.into_bytes()),
            styles: Asset::new("annotate", "css", styles.into_bytes()),
        }
    }

    fn assets(&self) -> [&Asset; 4] {
        let Self { module, wasm, boot, styles } = self;
        [module, wasm, boot, styles]
    }
}

impl Asset {
    pub(super) fn new(stem: &str, ending: &str, bytes: Vec<u8>) -> Self {
        Self { name: hashed(stem, ending, &bytes), bytes }
    }

    fn file(&self) -> File {
        File { path: self.name.clone(), bytes: self.bytes.clone() }
    }
}

/// Makes the name of a file from a hash of its content.
pub(super) fn hashed(stem: &str, ending: &str, content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{stem}-{hash}.{ending}")
}

/// Returns true for a line that tells Trunk what to build.
fn is_trunks(line: &str) -> bool {
    line.contains("data-trunk")
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

    #[test]
    fn a_shell_has_all_parts_of_the_page() {
        let program = || Program { module: b"js".into(), wasm: b"wasm".into() };
        let shell = Shell::new(App { reader: program(), annotator: program() });
        let page = [&*shell.head_start, &shell.head_end, &shell.body_end].concat();
        assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"), "{page}");
        assert!(!page.contains("trunk") && !page.contains("<!--"), "{page}");
        let boot = String::from_utf8_lossy(&shell.boot.bytes);
        assert!(boot.contains(&shell.wasm.name) && !boot.contains("APP_"), "{boot}");
        let Annotator { boot, wasm, .. } = &shell.annotator;
        let boot = String::from_utf8_lossy(&boot.bytes);
        assert!(boot.contains(&wasm.name) && !boot.contains("ANNOTATOR_"), "{boot}");
        // `printf js | openssl dgst -sha384 -binary | base64`
        assert!(shell.integrity.starts_with("sha384-"), "{}", shell.integrity);
    }
}
