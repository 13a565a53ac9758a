//! The archive: the dossiers of a bundle that has more than one.

use crate::route::Route;
use crate::site::Site;
use crate::text;
use yew::prelude::*;

/// The list of dossiers.
pub fn archive_page(site: &Site, root: &'static str) -> Html {
    let items = site.dossiers.iter().map(|prepared| {
        let dossier = &prepared.dossier;
        let href = Route::Statements(dossier.id.clone()).href(root);
        html! {
            <li key={dossier.id.to_string()} class="dossier-item">
                <h2><a {href}>{ dossier.title.to_string() }</a></h2>
                <p><bdi>{ text::outlet(dossier).to_owned() }</bdi>{ ", " }{ text::day_text(dossier.article.published) }{ ": " }{ text::count(dossier.statements.len(), "statement", "statements") }{ "." }</p>
                <p>{ dossier.summary.to_string() }</p>
            </li>
        }
    });
    html! {
        <div class="dossier">
            <h1 id="title" tabindex="-1">{ "Who said what, through whom" }</h1>
            <ul class="dossier-list">{ for items }</ul>
        </div>
    }
}
