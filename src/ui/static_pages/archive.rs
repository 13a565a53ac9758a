//! The first page of a site with several dossiers: a list of them.

use crate::route::Route;
use crate::site::Site;
use crate::text::static_pages::archive::{self as words, ReportSlot};
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Renders the list of dossiers.
pub fn archive_page(site: &Site, root: &'static str) -> Html {
    let items = site.entries.iter().map(|entry| {
        let href = Route::Statements(entry.id.clone()).href(root);
        let line = filled(words::report_line(entry), |slot| match slot {
            ReportSlot::Outlet => html! { <bdi>{ entry.outlet.clone() }</bdi> },
            ReportSlot::Text(text) => html! { { text } },
        });
        html! {
            <li key={entry.id.to_string()} class="dossier-item">
                <h2><a {href}>{ entry.title.clone() }</a></h2>
                <p>{ line }</p>
                <p>{ entry.summary.clone() }</p>
            </li>
        }
    });
    html! {
        <div class="dossier">
            <h1 id="title" tabindex="-1">{ words::HEADING }</h1>
            <ul class="dossier-list">{ for items }</ul>
        </div>
    }
}
