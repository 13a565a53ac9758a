//! Notes for readers whose browser runs no scripts, failed to start the app, or found no page.

use super::Sentence;

/// The note on a list if scripts do not run.
pub const NO_SCRIPT: &str = "Search, filters and sorting need JavaScript. \
                             Everything on this page can be read without it.";
/// The note in a file that contains all pages, if scripts do not run.
pub const NO_SCRIPT_IN_ONE_FILE: &str = "The other pages in this file need JavaScript.";
/// The link to the statements by side, in [`no_script_to_compare`] and [`compare_trouble`].
pub const WHAT_EACH_SIDE_SAYS: &str = "What each side says";

/// The link that loads the page again, in [`app_trouble`].
pub const TROUBLE_AGAIN: &str = "Try again";
/// The link to the home page, in [`app_trouble`].
pub const TROUBLE_HOME: &str = "go to the home page";

/// The link that loads the page again, in [`page_was_updated`].
pub const LOAD_AGAIN: &str = "Load it again";

/// The heading of the page for addresses without a page.
pub const PAGE_NOT_FOUND: &str = "Page not found";
/// The advice under that heading.
pub const CHECK_ADDRESS: &str =
    "Check the address for a typing error, or start from the home page.";
/// The link to the home page.
pub const HOME_PAGE: &str = "Go to the home page";
/// The advice on that page if scripts do not run and the public address is unknown.
pub const SHORTEN_ADDRESS: &str = "JavaScript is off, so we can’t link you to the home page. \
                                   Try shortening the address to the site’s main folder.";

/// Returns the note on the page that compares statements, if scripts do not run.
pub fn no_script_to_compare<T>(sides: T) -> Sentence<T> {
    Sentence::new("Comparing statements needs JavaScript. Without it, see {}.", [sides])
}

/// Returns the note that is shown if the app cannot start, is late, or has failed.
pub fn app_trouble<T>(again: T, home: T) -> Sentence<T> {
    let template = "Search and filters aren’t working right now. You can still read everything on \
                    this page. {} or {}.";
    Sentence::new(template, [again, home])
}

/// Returns the same note on the page that compares statements.
pub fn compare_trouble<T>(again: T, sides: T) -> Sentence<T> {
    Sentence::new("Comparing statements isn’t working right now. {}, or see {}.", [again, sides])
}

/// The second part of the note if the address has a search, filters or an order.
pub const NOT_NARROWED: &str = "The search, filters or order in this link aren’t applied: this page \
                                shows everything, in its usual order.";

/// Returns the note on the page that compares statements, if its data was made for another version
/// of the app.
pub fn compare_was_updated<T>(again: T) -> Sentence<T> {
    let template =
        "This site was updated while the page loaded, so it can’t compare statements. {}.";
    Sentence::new(template, [again])
}

/// Returns the note that is shown if the data of the page was made for another version of the app.
pub fn page_was_updated<T>(again: T) -> Sentence<T> {
    let template = "This site was updated while the page loaded, so search and filters don’t work. \
                    You can still read everything on this page. {}.";
    Sentence::new(template, [again])
}
