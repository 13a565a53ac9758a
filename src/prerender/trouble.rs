//! The note that is shown if the app does not run, and the links in such notes.

use super::escape::escape;
use crate::model::Slug;
use crate::route::Route;
use crate::text::{self, Sentence};

/// Makes the note that is shown if the app does not run: its paragraphs are the general one, the one
/// about an update and, on a list, the one about filters in the address. It is outside the app's
/// element, which may be broken.
pub(super) fn trouble(route: &Route, root: &str) -> String {
    let (again, load_again) = (link("", text::TROUBLE_AGAIN), link("", text::LOAD_AGAIN));
    let (note, updated, whole) = match route {
        Route::Compare(dossier) => (
            text::compare_trouble(again, sides_link(dossier, route)),
            text::compare_was_updated(load_again),
            String::new(),
        ),
        _ => (
            text::app_trouble(again, link(root, text::TROUBLE_HOME)),
            text::page_was_updated(load_again),
            format!("<p hidden>{}</p>", escape(text::NOT_NARROWED)),
        ),
    };
    format!(
        "<div id=\"trouble\" class=\"trouble\" role=\"alert\" hidden><p>{}</p>\
         <p hidden>{}</p>{whole}</div>\n",
        html(note),
        html(updated),
    )
}

/// Makes a link to the statements of each side.
pub(super) fn sides_link(dossier: &Slug, route: &Route) -> String {
    let sides = Route::Accounts(dossier.clone()).href(route.root());
    link(&sides, text::WHAT_EACH_SIDE_SAYS)
}

pub(super) fn link(href: &str, name: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escape(href), escape(name))
}

/// Makes the HTML of a sentence whose slots are HTML.
pub(super) fn html(sentence: Sentence<String>) -> String {
    sentence.render(escape, |slot| slot).concat()
}
