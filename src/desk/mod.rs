//! The page `annotate/`, on which a person annotates an article: it draws the state that `annotate` keeps, and turns keys,
//! clicks and selections into its edits.
//!
//! Never here: words for readers (`text`), what a dossier may contain (`load`), what an edit does (`annotate`).

use crate::browser;
use yew::prelude::*;

/// Draws the page in its element. Returns false if there is none.
pub fn open() -> bool {
    let Some(root) = browser::app_root() else { return false };
    yew::Renderer::<Desk>::with_root(root).render();
    true
}

/// The page.
#[component]
fn Desk() -> Html {
    let loaded = crate::load::load("x.json", b"{}");
    html! { <p>{ loaded.diagnostics.len() }</p> }
}
