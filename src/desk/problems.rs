//! Problems, with their fixes as buttons.

use super::act::Act;
use super::form::{button, with_key};
use super::page::Send;
use super::state::{CARD_ID, State};
use crate::annotate::{Desk, Edit, Focus, Problem, Weight};
use crate::text::desk::{keys, problems as words, slip};
use yew::prelude::*;

/// Maximum number of problems that are listed at once.
const MAX_LISTED: usize = 12;

/// Draws the card of the open problem.
pub fn open(desk: &Desk, problem: &Problem, send: &Send) -> Html {
    let view = desk.view();
    let position = view.problems.iter().position(|it| std::ptr::eq(&**it, problem)).unwrap_or(0);
    html! {
        <section class="slip" aria-labelledby={CARD_ID}>
            <div class="slip-head">
                { mark(problem) }
                <h2 id={CARD_ID} tabindex="-1">{ words::heading(problem) }</h2>
                { with_key(send, Act::Close, "small", slip::CLOSE, keys::ESCAPE) }
            </div>
            <div class="problem-body">
                { about(desk, problem) }
                { fixes(problem, position, true, send) }
            </div>
        </section>
    }
}

/// Draws the words that a problem concerns, and what to do.
fn about(desk: &Desk, problem: &Problem) -> Html {
    let words = problem.spans.iter().map(|span| desk.text().slice(*span));
    let words: Vec<String> = words.map(slip::shortened).collect();
    html! {
        <>
            if !words.is_empty() {
                <p class="article-inline"><bdi>{ words.join(slip::ELLIPSIS) }</bdi></p>
            }
            if let Some(advice) = words::advice(problem) { <p>{ advice }</p> }
        </>
    }
}

/// Draws a problem in the slot that it is about.
pub fn in_slot(problem: &Problem, position: usize, send: &Send) -> Html {
    html! {
        <div class="slot-problem" key={position}>
            <p><b>{ words::what(problem) }</b>{ " " }{ words::advice(problem).unwrap_or_default() }</p>
            { fixes(problem, position, false, send) }
        </div>
    }
}

fn mark(problem: &Problem) -> Html {
    let class = match problem.weight {
        Weight::Fix => "number is-bad",
        Weight::Check => "number is-doubtful",
        Weight::ToDo => "number",
    };
    let shown = problem.number.map(|it| it.to_string());
    html! { <span {class} aria-hidden="true">{ shown.unwrap_or_else(|| words::mark(problem.weight).to_owned()) }</span> }
}

fn fixes(problem: &Problem, position: usize, has_keys: bool, send: &Send) -> Html {
    if problem.fixes.is_empty() {
        return Html::default();
    }
    let fixes = problem.fixes.iter().enumerate().map(|(at, (label, edit))| {
        let name = words::fix(label);
        let act = if has_keys { Act::Fix(at) } else { Act::Edit(edit.clone()) };
        let key = match (has_keys, at) {
            (false, _) => return html! { <span key={at}>{ button(send, act, "small", html! { { name } }) }</span> },
            (true, 0) => keys::ENTER.to_owned(),
            (true, at) => (at + 1).to_string(),
        };
        html! { <span key={at}>{ with_key(send, act, "small", &name, &key) }</span> }
    });
    html! { <p class="fixes" key={position}>{ for fixes }</p> }
}

/// Draws the list of problems, and how to save.
pub fn list(state: &State, desk: &Desk, send: &Send) -> Html {
    let view = desk.view();
    let of = |weight: Weight| {
        let all = view.problems.iter().enumerate();
        all.filter(|(_, it)| it.weight == weight).collect::<Vec<_>>()
    };
    let open = state.problem().map(|it| &**it as *const Problem);
    let item = |(at, problem): &(usize, &std::rc::Rc<Problem>)| {
        let at = *at;
        if open == Some(&raw const ***problem) {
            return Html::default();
        }
        let show = send.reform(move |_: MouseEvent| Act::Show(Focus::Problem(at)));
        html! {
            <li class="problem" key={at}>
                { mark(problem) }
                <div>
                    <h4><button type="button" class="desk-plain" onclick={show}>{ words::heading(problem) }</button></h4>
                    { about(desk, problem) }
                    { fixes(problem, at, false, send) }
                </div>
            </li>
        }
    };
    let group = |weight: Weight| {
        let all = of(weight);
        let rest = all.len().saturating_sub(MAX_LISTED);
        html! {
            <>
                <ul>{ for all.iter().take(MAX_LISTED).map(item) }</ul>
                if rest > 0 { <p class="quiet">{ words::more(rest) }</p> }
            </>
        }
    };
    let (fixes, checks, todos) =
        (of(Weight::Fix).len(), of(Weight::Check).len(), of(Weight::ToDo).len());
    let is_draft = view.article.is_draft;
    let can_finish = is_draft && fixes + todos == 0 && view.is_checked;
    let finish = match (is_draft, can_finish) {
        (true, false) => html! {},
        (true, true) => {
            button(send, Act::Edit(Edit::Draft(false)), "small", html! { { words::FINISH } })
        }
        (false, _) => {
            button(send, Act::Edit(Edit::Draft(true)), "small", html! { { words::UNFINISH } })
        }
    };
    html! {
        <>
            <section class="part" aria-labelledby="to-fix">
                <h3 class="part-head" id="to-fix">{ words::tally(view) }</h3>
                if !view.is_checked {
                    <p class="quiet">
                        { words::NOT_CHECKED }{ " " }
                        { button(send, Act::Check, "small", html! { { words::CHECK_NOW } }) }
                    </p>
                }
                if fixes > 0 { { group(Weight::Fix) } }
                if let Some(open) = words::open_words(view) { <p class="quiet">{ open }</p> }
            </section>
            if checks > 0 {
                <section class="part" aria-labelledby="to-check">
                    <h3 class="part-head" id="to-check">{ words::CHECK }{ " " }<small>{ words::CHECK_MEANS }</small></h3>
                    { group(Weight::Check) }
                </section>
            }
            if todos > 0 {
                <details class="part">
                    <summary class="part-head">{ words::TO_DO }{ " " }<small>{ todos }</small></summary>
                    { group(Weight::ToDo) }
                </details>
            }
            <section class="part" aria-labelledby="save">
                <h3 class="part-head" id="save">{ words::SAVE }</h3>
                <p class="fixes">
                    { button(send, Act::Download, "strong", html! { { words::DOWNLOAD_FILE } }) }
                    { finish }
                </p>
                <p class="quiet">{ words::publishing(is_draft, fixes, todos) }</p>
            </section>
        </>
    }
}
