//! What the page shows of what is kept: the state at the top, notes, the lists on the start page, and the choice after a
//! file was changed.

use super::{DraftEntry, Keep, KeepAct};
use crate::browser::annotator as browser;
use crate::desk::act::Act;
use crate::desk::page::Send;
use crate::desk::state::{Stage, State};
use crate::text::desk::keep::{self as words, Kept};
use yew::prelude::*;

/// Number of drafts that are shown before the others are folded away.
const SHOWN: usize = 4;

fn button(
    send: &Send,
    act: Act,
    name: &'static str,
    about: Option<&str>,
    class: &'static str,
) -> Html {
    let onclick = send.reform(move |_: MouseEvent| act.clone());
    let full = about.map(|about| words::about(name, about));
    html! { <button type="button" class={classes!("button", class)} {onclick} aria-label={full}>{ name }</button> }
}

/// Draws where the draft is, and how much of it is in no file.
pub fn status(state: &State, unsaved: usize) -> Html {
    let kept = state.keep.kept();
    let is_bad = matches!(kept, Kept::Not(_));
    let text = words::status(&kept, unsaved, &state.keep.goal());
    html! { <span id="kept" class={classes!("saved", is_bad.then_some("is-bad"))}>{ text }</span> }
}

/// Draws the buttons for drafts and files at the top.
pub fn buttons(state: &State, send: &Send) -> Html {
    html! {
        <>
            { button(send, Act::Stage(Stage::Start), words::DRAFTS, None, "") }
            if state.keep.can_save() {
                { button(send, Act::Keep(KeepAct::Save), words::SAVE, None, "") }
            }
        </>
    }
}

/// Draws notes over the page: the draft cannot be stored, or another tab has it open.
pub fn banners(state: &State, send: &Send) -> Html {
    let kept = state.keep.kept();
    let is_open = state.desk.is_some() && state.stage != Stage::Start;
    let failed = match &kept {
        Kept::Not(why) => Some(words::not_stored(why)),
        _ => None,
    };
    html! {
        <>
            if let Some(failed) = failed.filter(|_| is_open) {
                <p class="refused desk-note" id="not-stored" role="alert">{ failed }</p>
            }
            if is_open && state.keep.is_elsewhere {
                <p class="refused desk-note" id="elsewhere" role="alert">
                    { words::ELSEWHERE }{ " " }
                    { button(send, Act::Keep(KeepAct::Fork), words::FORK, None, "small") }
                </p>
            }
            if is_open && state.suggesting.is_some() {
                <p class="desk-note" id="suggesting" role="status">{ words::SUGGESTING }</p>
            }
            if let Some(link) = &state.keep.link {
                <p class="desk-note" id="link-note" role="alert">
                    <label for="link">{ words::NOT_COPIED }</label>
                    <input id="link" readonly=true value={link.clone()} aria-label={words::LINK} />
                </p>
            }
            { changed(state, send) }
        </>
    }
}

/// Draws the choice after a file was changed.
fn changed(state: &State, send: &Send) -> Html {
    let Some(changed) = &state.keep.changed else { return Html::default() };
    let act = |act: KeepAct, name| button(send, Act::Keep(act), name, None, "small");
    let is_gone = changed.now.is_none();
    let (what, overwrite) = match (changed.is_new, is_gone) {
        (true, _) => (words::EXISTS_WHAT, words::OVERWRITE),
        (_, true) => (words::GONE_WHAT, words::SAVE_AGAIN),
        _ => (words::CHANGED_WHAT, words::OVERWRITE),
    };
    let heading = if changed.is_new { words::EXISTS } else { words::CHANGED };
    html! {
        <section class="refused desk-note" id="changed" role="alert" aria-label={heading}>
            <h2>{ heading }</h2>
            <p>{ what }</p>
            <p class="desk-choices">
                { act(KeepAct::Overwrite, overwrite) }
                { act(KeepAct::Another, words::ANOTHER) }
                if !is_gone {
                    { act(KeepAct::Compare, words::COMPARE) }
                }
                { act(KeepAct::Cancel, words::CANCEL) }
            </p>
            if let Some(lines) = &changed.lines {
                { differences(lines.as_deref()) }
            }
        </section>
    }
}

fn differences(lines: Option<&[(bool, String)]>) -> Html {
    let Some(lines) = lines else { return html! { <p>{ words::TOO_LARGE_TO_COMPARE }</p> } };
    if lines.is_empty() {
        return html! { <p>{ words::NO_DIFFERENCES }</p> };
    }
    let line = |(is_own, text): &(bool, String)| {
        let (sign, class) = if *is_own { ("+", "is-own") } else { ("−", "is-other") };
        html! { <li {class}><span>{ sign }</span><code>{ text.clone() }</code></li> }
    };
    html! { <ul class="desk-lines" aria-label={words::DIFFERENCES} tabindex="0">{ for lines.iter().map(line) }</ul> }
}

/// Draws the lists of the start page: drafts in the browser, and dossiers of the site.
pub fn lists(state: &State, send: &Send) -> Html {
    let keep = &state.keep;
    let (first, more) = keep.drafts.split_at(keep.drafts.len().min(SHOWN));
    let back =
        state.desk.is_some().then(|| button(send, Act::Stage(Stage::Work), words::BACK, None, ""));
    let failed = match keep.kept() {
        Kept::Not(why) => Some(words::not_stored(&why)),
        _ => None,
    };
    html! {
        <>
            if let Some(back) = back {
                <p>{ back }</p>
            }
            if let Some(failed) = failed {
                <p class="refused" id="not-stored" role="alert">{ failed }</p>
            }
            if !keep.drafts.is_empty() {
                <section class="desk-drafts" aria-labelledby="drafts-title">
                    <h3 id="drafts-title">{ words::YOUR_DRAFTS }</h3>
                    <ul>{ for first.iter().map(|it| draft(keep, it, send)) }</ul>
                    if !more.is_empty() {
                        <details>
                            <summary>{ words::more_drafts(more.len()) }</summary>
                            <ul>{ for more.iter().map(|it| draft(keep, it, send)) }</ul>
                        </details>
                    }
                    <small>{ words::DRAFTS_HELP }</small>
                </section>
            }
            { site(keep, send) }
        </>
    }
}

fn draft(keep: &Keep, entry: &DraftEntry, send: &Send) -> Html {
    let title = match entry.title.as_deref() {
        None => words::DAMAGED,
        Some("") => words::UNTITLED,
        Some(title) => title,
    };
    let act = |act: KeepAct, name, about: Option<&str>| {
        button(send, Act::Keep(act), name, about, "small")
    };
    let restore = |version: Option<u64>| KeepAct::Restore(entry.id.clone(), version);
    let time = |time: u64| browser::time_here(time);
    let is_asked = keep.asks.as_ref() == Some(&entry.id);
    let version = |it: &super::VersionEntry| {
        let about = words::version(it.statements, &time(it.time));
        html! {
            <li>
                <span>{ about.clone() }</span>
                { act(restore(Some(it.time)), words::RESTORE, Some(&about)) }
            </li>
        }
    };
    html! {
        <li key={entry.id.clone()} class="desk-draft">
            <span class="name"><bdi>{ title.to_owned() }</bdi></span>
            <span class="quiet">{ words::version(entry.statements, &time(entry.changed)) }</span>
            <span class="desk-choices">
                { act(restore(None), words::CONTINUE, Some(title)) }
                if !is_asked {
                    { act(KeepAct::AskDelete(Some(entry.id.clone())), words::DELETE, Some(title)) }
                }
            </span>
            if is_asked {
                <p class="refused" role="alert">
                    { words::DELETE_ASK }{ " " }
                    { act(KeepAct::Delete(entry.id.clone()), words::DELETE_YES, Some(title)) }
                    { act(KeepAct::AskDelete(None), words::DELETE_NO, Some(title)) }
                </p>
            }
            if entry.versions.len() > 1 {
                <details>
                    <summary>{ words::VERSIONS }</summary>
                    <ul>{ for entry.versions.iter().skip(1).map(version) }</ul>
                </details>
            }
        </li>
    }
}

fn site(keep: &Keep, send: &Send) -> Html {
    let list = match &keep.site {
        None => return Html::default(),
        Some(Err(why)) => html! { <p class="refused" role="alert">{ words::not_opened(why) }</p> },
        Some(Ok(list)) => {
            let one = |it: &super::Listed| {
                let title = if it.title.is_empty() { &it.id } else { &it.title };
                let open = Act::Keep(KeepAct::OpenSite(it.id.clone()));
                html! {
                    <li key={it.id.clone()} class="desk-draft">
                        <span class="name"><bdi>{ title.clone() }</bdi></span>
                        <span class="quiet">
                            { words::dossier(it.statements, &it.id) }
                            if it.is_draft {
                                { format!(" · {}", words::IS_DRAFT) }
                            }
                        </span>
                        { button(send, open, words::OPEN, Some(title), "small") }
                    </li>
                }
            };
            html! { <ul>{ for list.iter().map(one) }</ul> }
        }
    };
    html! {
        <section class="desk-drafts" aria-labelledby="site-title">
            <h3 id="site-title">{ words::SITE }</h3>
            { list }
            <small>{ words::SITE_HELP }</small>
        </section>
    }
}
