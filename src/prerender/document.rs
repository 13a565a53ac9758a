//! A page as a document: head, markup, and what starts the app.

use super::head::{escape, head, is_read};
use super::{Options, Shell};
use crate::route::Route;
use crate::site::Site;
use crate::text;

/// The whole document of a page.
pub fn page(site: &Site, route: &Route, markup: &str, shell: &Shell, options: &Options) -> String {
    let root = route.root();
    let start = shell.head_start.replacen(
        "<html ",
        &format!("<html data-root=\"{root}\" data-route=\"{}\" ", escape(&route.path())),
        1,
    );
    let module = |name: &str| format!("<script type=\"module\" src=\"{root}{name}\"></script>");
    let (trouble, script) = if is_read(site, route) {
        (String::new(), module(&shell.read.name))
    } else {
        (trouble(root), module(&shell.boot.name))
    };
    let head_end = shell.head_end.replace("\"./", &format!("\"{root}"));
    [
        start.as_str(),
        &head(site, route, shell, options),
        head_end.as_str(),
        &no_script(site, route),
        "<div id=\"app\">",
        markup,
        "</div>\n",
        &trouble,
        &script,
        shell.body_end.as_str(),
    ]
    .concat()
}

/// What is said on a list where scripts do not run. It stands outside of the app, for with scripts a
/// browser reads what is in it as text, and the app would miss its elements.
fn no_script(site: &Site, route: &Route) -> String {
    if is_read(site, route) {
        return String::new();
    }
    let note = match route {
        Route::Compare(dossier) => {
            let accounts = Route::Accounts(dossier.clone()).href(route.root());
            let [before, name, after] = text::NO_SCRIPT_TO_COMPARE;
            format!("{before}<a href=\"{accounts}\">{name}</a>{after}")
        }
        _ => text::NO_SCRIPT.to_owned(),
    };
    format!("<noscript><p class=\"no-script\">{note}</p></noscript>\n")
}

/// What is said where the app cannot start. It stands outside of the app, which may be broken.
pub(super) fn trouble(root: &str) -> String {
    format!(
        "<div id=\"trouble\" class=\"trouble\" role=\"alert\" hidden>\
         <p>Search and filters could not start in this browser. Everything on the page can be \
         read without them. <a href=\"\">Try again</a> or <a href=\"{root}\">go to the start</a>.</p>\
         </div>\n"
    )
}
