//! An address that has no page, reached within the app.

use crate::route::Route;
use crate::text;
use yew::prelude::*;

/// What is said instead of a page.
pub fn not_found_page(root: &'static str) -> Html {
    html! {
        <div class="dossier">
            <h1 id="title" tabindex="-1">{ "There is no such page" }</h1>
            <p>{ "The address may be mistyped, or the page was never published." }</p>
            <p><a href={Route::Archive.href(root)}>{ format!("To the start of {}", text::NAME) }</a></p>
        </div>
    }
}
