//! The page for an address that has no page.

use crate::route::Route;
use crate::text::static_pages::not_found as words;
use yew::prelude::*;

/// Renders the page.
pub fn not_found_page(root: &'static str) -> Html {
    html! {
        <div class="dossier">
            <h1 id="title" tabindex="-1">{ words::HEADING }</h1>
            <p>{ words::ADVICE }</p>
            <p><a href={Route::Archive.href(root)}>{ words::HOME }</a></p>
        </div>
    }
}
