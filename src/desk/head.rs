//! The row at the top.

use super::act::Act;
use super::form::button;
use super::keep;
use super::page::Send;
use super::state::{Panel, Stage, State};
use crate::annotate::Totals;
use crate::model::PROJECT;
use crate::text::desk::{article, head as words, keys};
use crate::ui::{Icon, icon, logo};
use yew::prelude::*;

/// Draws the row.
pub fn head(state: &State, send: &Send) -> Html {
    let brand = html! {
        <a class="desk-brand" href="../" lang="en" aria-label={PROJECT}>{ logo() }<span class="name">{ PROJECT }</span></a>
    };
    let Some(desk) = state.desk.as_ref().filter(|_| state.stage != Stage::Start) else {
        return html! {
            <header class="desk-tool">
                { brand }
                <h1 id="title">{ crate::text::static_pages::annotate::TITLE }</h1>
            </header>
        };
    };
    let view = desk.view();
    let title = Some(&view.article.title).filter(|it| !it.is_empty());
    let title = title.cloned().unwrap_or_else(|| words::UNTITLED.to_owned());
    let details = send.reform(|_: MouseEvent| Act::Panel(Panel::Article));
    let (undo, redo) = (view.undo, view.redo);
    let turn = |act: Act, name: &'static str, edit, key: Option<&str>| {
        let full = words::with_edit(name, edit);
        let onclick = send.reform(move |_: MouseEvent| act.clone());
        let key = key.map(|key| html! { <kbd aria-hidden="true">{ key.to_owned() }</kbd> });
        html! {
            <button type="button" class="button" {onclick} title={full.clone()} aria-label={full}
                aria-disabled={edit.is_none().then_some("true")}>
                { name }{ for key }
            </button>
        }
    };
    let is_preview = matches!(state.stage, Stage::Preview(_));
    let (stage, stage_name) = match is_preview {
        true => (Stage::Work, words::BACK),
        false => (Stage::Preview(None), words::PREVIEW),
    };
    let unsaved = view.unsaved;
    let download = send.reform(|_: MouseEvent| Act::Download);
    html! {
        <header class="desk-tool" aria-label={words::TOOLS}>
            { brand }
            <h1 id="title">
                <bdi>{ title }</bdi>
                <button type="button" class="desk-plain pencil" onclick={details} aria-label={words::EDIT_DETAILS}
                    title={article::DETAILS}>
                    { icon(Icon::Pen) }
                </button>
            </h1>
            { keep::status(state, view.unsaved) }
            <span class="grow"></span>
            { progress(view.totals) }
            { turn(Act::Undo, words::UNDO, undo, Some(keys::UNDO)) }
            if redo.is_some() {
                { turn(Act::Redo, words::REDO, redo, None) }
            }
            { button(send, Act::Stage(stage), "", html! { { stage_name } }) }
            { keep::buttons(state, send) }
            <button type="button" class="button" onclick={download} title={words::download(unsaved)}>
                { words::DOWNLOAD }
                if unsaved > 0 {
                    { " " }<span class="count" aria-hidden="true">{ unsaved }</span>
                    <span class="hush">{ words::unsaved(unsaved) }</span>
                }
            </button>
        </header>
    }
}

/// Draws how much of the text is accounted for.
fn progress(totals: Totals) -> Html {
    let scale = |words: usize| (words * 1000 / totals.words.max(1)).to_string();
    let (accounted, suggested) = (scale(totals.accounted), scale(totals.suggested));
    html! {
        <span class="progress">
            <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="in-hand" width={accounted.clone()} height="10" />
                <rect class="in-question" x={accounted} y="3" width={suggested} height="4" />
            </svg>
            <span aria-hidden="true">{ words::progress(totals) }</span>
            <span class="hush">{ words::progress_in_full(totals) }</span>
        </span>
    }
}
