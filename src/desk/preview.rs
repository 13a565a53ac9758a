//! The preview: the readers' own cards and page of a statement, drawn by the same code.

use super::act::Act;
use super::form::button;
use super::keep::KeepAct;
use super::page::Send;
use super::state::{CARD_ID, Stage};
use crate::annotate::Desk;
use crate::model::{Archive, StatementIx};
use crate::route::Route;
use crate::site::Site;
use crate::text::desk::keep::ONE_PAGE;
use crate::text::desk::preview as words;
use crate::ui::{preview_cards, preview_statement};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Draws the page of one statement, whose links lead nowhere.
pub fn statement(desk: &Desk, at: usize) -> Html {
    let Some(dossier) = desk.dossier().cloned().filter(|it| at < it.statements.len()) else {
        return html! { <p class="refused">{ words::HAS_ERRORS }</p> };
    };
    let site = Site::new(Archive { dossiers: vec![Arc::new(dossier)] });
    let onclick = Callback::from(|event: MouseEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|it| it.closest("a[href]").ok().flatten().is_some()) {
            event.prevent_default();
        }
    });
    html! { <div class="preview-page" {onclick}>{ preview_statement(&site, StatementIx::from(at)) }</div> }
}

/// Draws the preview: the list, or the page of a statement.
pub fn preview(desk: &Desk, of: Option<usize>, send: &Send) -> Html {
    let body = match desk.dossier().cloned() {
        None => html! { <p class="refused">{ words::HAS_ERRORS }</p> },
        Some(dossier) if dossier.statements.is_empty() => html! { <p>{ words::NO_STATEMENTS }</p> },
        Some(dossier) => {
            let total = dossier.statements.len();
            let site = Site::new(Archive { dossiers: vec![Arc::new(dossier)] });
            let ids: Vec<String> =
                site.dossiers[0].dossier.statements.iter().map(|it| it.id.to_string()).collect();
            let follow = send.clone();
            // Links lead to pages that do not exist yet; those to statements are shown here.
            let onclick = Callback::from(move |event: MouseEvent| {
                let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
                let Some(link) = target.and_then(|it| it.closest("a[href]").ok().flatten()) else {
                    return;
                };
                event.prevent_default();
                let href = link.get_attribute("href").unwrap_or_default();
                let path = href.trim_start_matches(['.', '/']);
                if let Route::Statement(_, id) = Route::parse(path)
                    && let Some(at) = ids.iter().position(|it| it == id.as_str())
                {
                    follow.emit(Act::Stage(Stage::Preview(Some(at))));
                }
            });
            let shown = match of.filter(|at| *at < total) {
                Some(at) => preview_statement(&site, StatementIx::from(at)),
                None => preview_cards(&site),
            };
            html! { <div class="preview-page" {onclick}>{ shown }</div> }
        }
    };
    let all = send.reform(|_: MouseEvent| Act::Stage(Stage::Preview(None)));
    html! {
        <div class="desk-preview">
            <div class="preview-head">
                <h2 id={CARD_ID} tabindex="-1">{ words::HEADING }</h2>
                <p class="quiet">{ words::WHAT }</p>
                { button(send, Act::Keep(KeepAct::OnePage), "small", html! { { ONE_PAGE } }) }
                if of.is_some() {
                    <button type="button" class="button small" onclick={all}>{ words::ALL }</button>
                }
            </div>
            { body }
        </div>
    }
}
