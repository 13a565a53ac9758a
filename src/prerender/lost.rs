//! The 404 page. A host shows it at any depth, so that no relative link in it can be right: it
//! carries its own style, and a script that looks for the root from where the reader is.

use super::Options;
use super::head::escape;
use super::policy;
use crate::site::Site;
use crate::text;

const STYLE: &str = include_str!("../../static/lost.css");
const SCRIPT: &str = include_str!("../../static/lost.js");

/// The page.
pub fn page(site: &Site, options: &Options) -> String {
    let policy = if options.policy {
        let policy = policy::inline(SCRIPT, STYLE);
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n")
    } else {
        String::new()
    };
    let address = site.settings.address.as_deref().unwrap_or_default();
    let links: String = (site.dossiers.iter())
        .map(|prepared| {
            let dossier = &prepared.dossier;
            link(address, &format!("{}/", dossier.id), &dossier.title)
        })
        .collect();
    let hint = if address.is_empty() {
        "<p class=\"hint\">Without JavaScript: cut the address after the folder that the explorer \
         stands in.</p>\n"
    } else {
        ""
    };
    format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{policy}\
         <title>No such page · {name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <p class=\"name\">{name}</p>\n<h1>There is no such page</h1>\n\
         <p>The address may be mistyped, or the page was never published.</p>\n\
         <ul id=\"ways\">\n{start}{links}</ul>\n{hint}</main>\n<script>{SCRIPT}</script>\n\
         </body>\n</html>\n",
        name = escape(text::NAME),
        start = link(address, "", "To the start"),
    )
}

/// A link below the root; without a public address the script completes it.
fn link(address: &str, path: &str, name: &str) -> String {
    let href = if address.is_empty() {
        String::new()
    } else {
        format!(" href=\"{}{}\"", escape(address), escape(path))
    };
    format!("<li><a data-path=\"{}\"{href}>{}</a></li>\n", escape(path), escape(name))
}
