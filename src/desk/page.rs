//! The root component: it owns the state, listens to the browser, and draws the parts of the page.

use super::act::Act;
use super::keep::KeepAct;
use super::state::{CARD_ID, SHEET_ID, Stage, State};
use super::{foot, head, keep, keys, preview, rail, sheet, start};
use crate::browser::{self, Listener, annotator};
use crate::text::desk::head as words;
use crate::ui::sprite;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The id of everything but the rows at the top and the foot.
const MAIN_ID: &str = "main";

/// What the parts of the page send.
pub type Send = Callback<Act>;

/// The page. Listeners of the browser read the state too, because they must say at once whether a key has a meaning.
pub struct Page {
    state: Rc<RefCell<State>>,
    listeners: Vec<Listener>,
}

impl Component for Page {
    type Message = Act;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let state = Rc::new(RefCell::new(State::new(ctx.link().callback(|act: Act| act))));
        state.borrow_mut().arrive();
        Self { listeners: listen(ctx, &state), state }
    }

    fn update(&mut self, _: &Context<Self>, act: Act) -> bool {
        let is_step = act == Act::Suggest;
        let mut state = self.state.borrow_mut();
        state.act(act);
        // Before the last step, nothing that is shown has changed.
        !is_step || state.suggesting.is_none()
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let state = &*self.state.borrow();
        let send = ctx.link().callback(|act: Act| act);
        let body = match (&state.desk, state.stage) {
            _ if state.keep.shared.is_some() => {
                keep::shared(&state.keep, &send).unwrap_or_default()
            }
            (None, _) | (_, Stage::Start) => start::start(state, &send),
            (Some(desk), Stage::Work) => html! {
                <div class="desk">
                    { sheet::sheet(state, desk, &send) }
                    { rail::rail(state, desk, &send) }
                </div>
            },
            (Some(desk), Stage::Preview(of)) => preview::preview(desk, of, &send),
        };
        let skip =
            if state.stage == Stage::Work { format!("#{SHEET_ID}") } else { format!("#{MAIN_ID}") };
        html! {
            <div class="desk-frame">
                { sprite() }
                <a class="skip" href={skip}>{ words::SKIP }</a>
                { head::head(state, &send) }
                { keep::banners(state, &send) }
                <main id={MAIN_ID}>{ body }</main>
                { foot::foot(state, &send) }
                <p class="hush" role="status" id="said">{ state.said.0.clone() }</p>
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            browser::mark_ready();
        }
        let state = &mut *self.state.borrow_mut();
        match state.focus_next.take() {
            Some(id) => {
                annotator::focus_quietly(id);
            }
            // What had the focus is gone, such as a button of a card that was answered.
            None if !first && annotator::is_focus_lost() && state.stage != Stage::Start => {
                let is_open = state.card().is_some() || state.suggestion().is_some();
                let _ = is_open && annotator::focus_quietly(CARD_ID)
                    || annotator::focus_quietly(SHEET_ID);
            }
            None => {}
        }
        annotator::keep_in_view(".desk-rail .is-now");
        // Of a long one, the question itself.
        annotator::keep_in_view("#ask");
        annotator::keep_in_view(".desk-sheet .is-open");
        annotator::keep_in_view(".desk-sheet .is-picked");
        match state.shows_keys {
            true => annotator::open_dialog(foot::DIALOG_ID),
            false => annotator::close_dialog(foot::DIALOG_ID),
        }
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.listeners.clear();
    }
}

fn listen(ctx: &Context<Page>, state: &Rc<RefCell<State>>) -> Vec<Listener> {
    let act = ctx.link().callback(|act: Act| act);
    let (pressed, now) = (act.clone(), state.clone());
    let mut listeners = vec![annotator::on_press(move |press| {
        let meaning = keys::meaning(&now.borrow(), press);
        let is_taken = meaning.is_some();
        if let Some(meaning) = meaning {
            pressed.emit(meaning);
        }
        is_taken
    })];
    let selected = act.clone();
    listeners.extend(annotator::on_select(move |adds| {
        let parts = annotator::picked();
        if !parts.is_empty() {
            selected.emit(Act::Selected(parts, adds));
        }
    }));
    let dropped = act.clone();
    listeners.extend(annotator::on_drop(move |files| dropped.emit(Act::Open(files))));
    let stored = act.clone();
    let (pasted, now) = (act, state.clone());
    listeners.push(annotator::on_paste(move |text, is_html| {
        let is_start = now.borrow().stage == Stage::Start;
        if is_start {
            pasted.emit(Act::Paste(text, is_html));
        }
        is_start
    }));
    let now = state.clone();
    listeners.push(annotator::on_leave(move || now.borrow().is_unsaved()));
    let hidden = stored;
    listeners.extend(annotator::on_hide(move || hidden.emit(Act::Keep(KeepAct::Store))));
    listeners
}
