//! The page for an address that has no page.

use crate::route::Route;
use crate::text;
use yew::prelude::*;

/// Renders the page.
pub fn not_found_page(root: &'static str) -> Html {
    html! {
        <div class="dossier">
            <h1 id="title" tabindex="-1">{ text::PAGE_NOT_FOUND }</h1>
            <p>{ text::CHECK_ADDRESS }</p>
            <p><a href={Route::Archive.href(root)}>{ text::HOME_PAGE }</a></p>
        </div>
    }
}
