//! The whole site as a single file that opens with a double click: every page, every exported file,
//! and the app. It makes no requests.

use super::escape::{escape, is_static};
use super::scripts::{CONTROLS, EXPORT, HOME, READ, SECTIONS};
use super::trouble::trouble;
use super::{exports, policy, rendered, routes};
use crate::route::Route;
use crate::site::Site;
use crate::text;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::rc::Rc;

const SCRIPT: &str = include_str!("../../static/single.js");

/// The parts of the app that the document contains.
#[derive(Debug, Clone)]
pub struct Parts<'p> {
    /// The style sheets, with their fonts embedded.
    pub style: String,
    /// The app's module.
    pub module: Cow<'p, str>,
    /// The app's WebAssembly.
    pub wasm: &'p [u8],
}

#[cfg(not(target_arch = "wasm32"))]
impl<'p> Parts<'p> {
    /// Returns those of a shell.
    pub fn of(shell: &'p super::Shell) -> Self {
        let styles = [&*shell.styles.bytes, &shell.home_styles.bytes].concat();
        Self {
            style: super::fonts::embedded(&String::from_utf8_lossy(&styles)),
            module: String::from_utf8_lossy(&shell.module.bytes),
            wasm: &shell.wasm.bytes,
        }
    }
}

/// Makes the document. `gzip` compresses bytes.
pub async fn single(site: &Rc<Site>, parts: &Parts<'_>, gzip: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let packed = |id: &str, bytes: &[u8]| {
        let text = STANDARD.encode(gzip(bytes));
        format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>\n")
    };
    let Parts { style, module, wasm } = parts;
    let script = script(module);
    let dossiers: Vec<_> = site.dossiers.iter().map(|prepared| &prepared.dossier).collect();
    let policy = policy::alone(&script, style);
    let head = text::head(site, &Route::Archive);
    [
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\" data-root=\"#/\" data-route=\"\">\n<head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n",
        &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n"),
        &format!("<title>{}</title>\n", escape(&head.title)),
        &format!("<meta name=\"description\" content=\"{}\">\n", escape(&head.description)),
        "<style>",
        style,
        "</style>\n</head>\n<body>\n<div id=\"read\">",
        &rendered(site, &Route::Archive).await,
        "</div>\n<div id=\"app\" hidden></div>\n<p class=\"no-script\">",
        &escape(text::NO_SCRIPT_IN_ONE_FILE),
        "</p>\n",
        &trouble(&Route::Archive, Route::IN_ONE_FILE),
        &packed("pages", data(site).await.to_string().as_bytes()),
        &packed("data", &site.packed(&dossiers, text::when_text)),
        &packed("wasm", wasm),
        "<script type=\"module\">",
        &script,
        "</script>\n</body>\n</html>\n",
    ]
    .concat()
}

/// Joins all scripts into one. The app's module becomes a function that starts it.
fn script(module: &str) -> String {
    let module = module.rsplit_once("export {").map_or(module, |(before, _)| before);
    let export = EXPORT.replace("export async", "async");
    // The text of an end tag would end the script.
    format!(
        "{module}\nconst start = __wbg_init;\nconst read = () => {{\n{READ}}};\n{export}\n\
         {CONTROLS}{SECTIONS}{HOME}{SCRIPT}"
    )
    .replace("</script", "<\\/script")
}

/// Makes the data of the file: all pages by their paths, and all exported files.
async fn data(site: &Rc<Site>) -> Value {
    let mut pages = Map::new();
    for route in routes(site) {
        if matches!(route, Route::Embed(..) | Route::Annotate) {
            continue;
        }
        let page = json!({
            "title": text::head(site, &route).title,
            "markup": rendered(site, &route).await,
            "app": !is_static(site, &route),
        });
        pages.insert(route.path(), page);
    }
    if let Some(start) = pages.get_mut("") {
        start["lost"] = json!({
            "title": text::head(site, &Route::NotFound).title,
            "markup": rendered(site, &Route::NotFound).await,
        });
    }
    let mut files = Map::new();
    for prepared in &site.dossiers {
        for file in exports::files(site, prepared) {
            files.insert(file.path, String::from_utf8_lossy(&file.bytes).into());
        }
    }
    json!({ "pages": pages, "files": files })
}
