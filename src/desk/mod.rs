//! The page `annotate/`, on which a person annotates an article: it draws the state that `annotate` keeps, and turns keys,
//! clicks and selections into its edits.
//!
//! Never here: words for readers (`text`), what a dossier may contain (`load`), what an edit does (`annotate`).

mod act;
mod actors;
mod article;
mod foot;
mod form;
mod head;
mod keep;
mod keys;
mod opening;
mod page;
mod preview;
mod problems;
mod question;
mod rail;
mod review;
mod sheet;
mod slip;
mod start;
mod state;
mod statement;
mod steps;
mod words;

use crate::browser;

/// Draws the page in its element. Returns false if there is none.
pub fn open() -> bool {
    let Some(root) = browser::app_root() else { return false };
    yew::Renderer::<page::Page>::with_root(root).render();
    true
}
