//! A page as a complete document: its head, its markup, and the script that starts the app.

use super::Shell;
use super::escape::{escape, is_static};
use super::head::head;
use super::lean::lean;
use super::shell::hashed;
use super::trouble::{html, link, sides_link, trouble};
use crate::route::Route;
use crate::site::{Prepared, Site};
use crate::text;
use crate::text::static_pages::annotate;
use std::borrow::Cow;

/// Makes the document of a page.
pub fn page(site: &Site, route: &Route, markup: &str, shell: &Shell) -> String {
    let root = route.root();
    let start = shell.head_start.replacen(
        "<html ",
        &format!("<html data-root=\"{root}\" data-route=\"{}\" ", escape(&route.path())),
        1,
    );
    let module = |name: &str| format!("<script type=\"module\" src=\"{root}{name}\"></script>");
    let (markup, trouble, script) = if *route == Route::Annotate {
        (Cow::Borrowed(markup), annotator_trouble(), module(&shell.annotator.boot.name))
    } else if is_static(site, route) {
        let is_embed = matches!(route, Route::Embed(..));
        let script = if is_embed { &shell.frame } else { &shell.read };
        (Cow::Owned(lean(route, markup)), String::new(), module(&script.name))
    } else {
        (Cow::Borrowed(markup), trouble(route, root), module(&shell.boot.name))
    };
    let icon = &shell.icon.name;
    let icon = format!("\n<link rel=\"icon\" href=\"{root}{icon}\" type=\"image/svg+xml\">\n");
    [
        start.as_str(),
        &head(site, route, shell),
        &icon,
        &data_link(site, route),
        &shell.head_end,
        &no_script(site, route),
        "<div id=\"app\">",
        &markup,
        "</div>\n",
        &trouble,
        &script,
        shell.body_end.as_str(),
    ]
    .concat()
}

/// Makes the link to the data file of a list, so that browsers fetch it together with the app.
fn data_link(site: &Site, route: &Route) -> String {
    let Some((prepared, _)) = site.listed(route) else { return String::new() };
    let href = format!("{}{}", route.root(), data_path(site, prepared));
    format!(
        "<link id=\"data\" rel=\"preload\" href=\"{href}\" as=\"fetch\" crossorigin=\"anonymous\">\n"
    )
}

/// Returns the path of a dossier's data file. The name contains a hash of the content, so browsers
/// may cache it for ever.
pub(super) fn data_path(site: &Site, prepared: &Prepared) -> String {
    let folder = Route::Statements(prepared.dossier.id.clone()).path();
    format!("{folder}{}", hashed("lists", "bin", site.data(prepared, text::when_text)))
}

/// Makes the note that a list shows if scripts do not run. It is not in a `noscript` element, because
/// it is also shown if a browser runs scripts but does not get those of the page. The early script
/// hides it.
fn no_script(site: &Site, route: &Route) -> String {
    if is_static(site, route) {
        return String::new();
    }
    let note = match route {
        Route::Compare(dossier) => html(text::no_script_to_compare(sides_link(dossier, route))),
        _ => escape(text::NO_SCRIPT),
    };
    format!("<p class=\"no-script\">{note}</p>\n")
}

/// Makes the notes that are shown if the annotator cannot start, and if it fails in use.
fn annotator_trouble() -> String {
    let again = link("", annotate::LOAD_AGAIN);
    let note = |id: &str, words: &str| {
        let words = escape(words);
        format!(
            "<div id=\"{id}\" class=\"trouble\" role=\"alert\" hidden><p>{words} {again}</p></div>\n"
        )
    };
    note("cannot-start", annotate::CANNOT_START) + &note("failed", annotate::FAILED)
}
