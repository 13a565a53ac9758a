//! The page on which articles are annotated, as it is before its program runs: what it is, and what it needs.

use crate::route::Route;
use crate::site::Site;
use crate::text::static_pages::annotate as words;
use crate::ui::icon::logo;
use yew::prelude::*;

/// Renders the page. The program replaces everything in it.
pub fn annotate_page(site: &Site, root: &'static str) -> Html {
    html! {
        <div class="desk-frame">
            <header class="desk-tool">
                <a href={Route::Archive.href(root)} class="desk-brand" lang="en">
                    { logo() }
                    <span class="name">{ site.name.to_string() }</span>
                </a>
                <h1 id="title">{ words::TITLE }</h1>
            </header>
            <main id="main" class="desk-wait">
                <p>{ words::DESCRIPTION }</p>
                <p>{ words::STARTING }</p>
                <noscript><p>{ words::NEEDS_SCRIPTS }</p></noscript>
            </main>
        </div>
    }
}
