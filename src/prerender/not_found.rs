//! The 404 page. A host shows it at any depth, so relative links do not work in it: it contains its
//! own styles, and a script that finds the root from the reader's address.

use super::escape::escape;
use super::feed;
use super::policy;
use crate::site::{Entry, Site};
use crate::text;
use crate::ui::MARK;

const STYLE: &str = include_str!("../../static/lost.css");
const SCRIPT: &str = include_str!("../../static/lost.js");

/// Maximum number of reports that the page lists, newest first. The home page lists all.
const MAX_LISTED: usize = 10;

/// Makes the page.
pub fn page(site: &Site) -> String {
    let policy = policy::inline(SCRIPT, STYLE);
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
    let address = site.settings.address.as_deref().unwrap_or_default();
    let feed = site.settings.address.as_ref().map(|address| {
        format!(
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}{}\">\n",
            escape(&text::feed_title(&site.name)),
            escape(address),
            feed::FEED
        )
    });
    let feed = feed.unwrap_or_default();
    let listed = site.entries.iter().take(MAX_LISTED);
    let link_to = |entry: &Entry| {
        let language = entry.title_language().unwrap_or("en");
        let (lang, dir) = (escape(language), entry.title_direction());
        let attributes = format!(" lang=\"{lang}\" dir=\"{dir}\"");
        link(address, &format!("{}/", entry.id), &entry.title, &attributes)
    };
    let links: String = listed.map(link_to).collect();
    let hint = if address.is_empty() {
        format!("<p class=\"hint\">{}</p>\n", escape(text::SHORTEN_ADDRESS))
    } else {
        String::new()
    };
    format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{policy}\
         <title>{title}</title>\n{feed}<style>{STYLE}</style>\n</head>\n<body>\n\
         <header class=\"name\"><svg viewBox=\"0 0 32 32\" aria-hidden=\"true\">\
         <path fill=\"currentColor\" fill-rule=\"evenodd\" d=\"{MARK}\"/></svg>{name}</header>\n\
         <main>\n<h1>{heading}</h1>\n\
         <p>{advice}</p>\n\
         <ul id=\"ways\">\n{start}{links}</ul>\n{hint}</main>\n<script>{SCRIPT}</script>\n\
         </body>\n</html>\n",
        title = escape(&text::document_title(text::PAGE_NOT_FOUND, &site.name)),
        name = escape(&site.name),
        heading = escape(text::PAGE_NOT_FOUND),
        advice = escape(text::CHECK_ADDRESS),
        start = link(address, "", text::HOME_PAGE, ""),
    )
}

/// Makes a link to a page. Without a public address, the script completes it.
fn link(address: &str, path: &str, name: &str, attributes: &str) -> String {
    let href = if address.is_empty() {
        String::new()
    } else {
        format!(" href=\"{}{}\"", escape(address), escape(path))
    };
    format!("<li><a data-path=\"{}\"{href}{attributes}>{}</a></li>\n", escape(path), escape(name))
}
