//! What each key means, which depends on what is open. The row at the foot of the page and the list of all keys are made
//! of the same table.

use super::act::{Act, Use};
use super::keep::KeepAct;
use super::state::{Panel, Stage, State};
use crate::annotate::{Slot, Step};
use crate::browser::annotator::Press;
use crate::text::desk::keys::{self as words, Does};

/// A key with what it does: the names of the keys, and the words.
pub type Shown = (Vec<String>, Does);

/// Returns what a key means now.
pub fn meaning(state: &State, press: &Press) -> Option<Act> {
    let key = press.key.as_str();
    if press.ctrl && !press.alt {
        return match (key, press.shift) {
            _ if press.is_in_field => None,
            ("z" | "Z", false) => Some(Act::Undo),
            ("z" | "Z", true) | ("y", false) => Some(Act::Redo),
            ("ArrowRight" | "ArrowLeft", true) if press.is_in_text && state.keys_on => {
                let forward = (key == "ArrowRight") != press.is_rtl;
                Some(Act::Extend(forward, Step::Clause))
            }
            ("s", false) => state.desk.is_some().then_some(Act::Keep(KeepAct::Save)),
            _ => None,
        };
    }
    if key == "Escape" && !press.is_in_dialog {
        return Some(Act::Close);
    }
    if press.is_in_field || press.is_in_dialog || press.alt || !state.keys_on {
        return None;
    }
    if key == "?" {
        return Some(Act::Keys(true));
    }
    if state.stage != Stage::Work {
        return None;
    }
    let is_shown = state.panel == Panel::None;
    let act = if press.is_in_text { in_text(press) } else { None };
    let act = act.or_else(|| with_words(state, press));
    let act = act.or_else(|| if is_shown { with_card(state, press) } else { None });
    act.or_else(|| anywhere(press))
}

/// Keys that move in the text. To the left is forward in a text that is written from right to left.
fn in_text(press: &Press) -> Option<Act> {
    let act = |forward, step| {
        Some(if press.shift { Act::Extend(forward, step) } else { Act::Go(forward, step) })
    };
    match press.key.as_str() {
        "ArrowRight" => act(!press.is_rtl, Step::Word),
        "ArrowLeft" => act(press.is_rtl, Step::Word),
        "ArrowDown" => act(true, Step::Sentence),
        "ArrowUp" => act(false, Step::Sentence),
        _ => None,
    }
}

/// Keys for selected words.
fn with_words(state: &State, press: &Press) -> Option<Act> {
    if state.pick.spans().is_empty() {
        return None;
    }
    let is_open = state.card().is_some();
    // The place of the keyboard is no selection, so where it is not asked for, other keys come first.
    let is_asked = match state.question() {
        Some(question) => question.takes_words,
        None => !is_open && state.suggestion().is_none(),
    };
    if !state.pick.is_words() && !is_asked {
        return None;
    }
    let used = match press.key.as_str() {
        "w" => Use::Content,
        words::W if is_open => Use::MoreContent,
        words::M | "m" if is_open => Use::Another,
        "s" if is_open => Use::Source,
        "v" if is_open => Use::Verb,
        "f" if is_open && state.pick.is_words() => Use::Fuller,
        "i" if state.asks_name() && state.pick.is_words() => Use::Name,
        "r" => Use::Reporter,
        "n" => Use::Number,
        "d" => Use::Date,
        "+" => return state.pick.is_words().then_some(Act::Piece),
        words::ENTER if !press.is_on_control && state.pick.is_words() => Use::Content,
        _ => return None,
    };
    Some(Act::Use(used))
}

/// Keys for the open card.
fn with_card(state: &State, press: &Press) -> Option<Act> {
    let key = press.key.as_str();
    let is_enter = key == words::ENTER && !press.is_on_control;
    if let Some(open) = state.suggestion() {
        return match key {
            _ if is_enter => Some(Act::Edit(crate::annotate::Edit::Accept(open.ix))),
            "x" => Some(Act::Edit(crate::annotate::Edit::Reject(open.ix))),
            "w" | "c" => Some(Act::Change),
            _ => None,
        };
    }
    if let Some(problem) = state.problem() {
        let digit = key.parse::<usize>().ok().filter(|it| (1..=problem.fixes.len()).contains(it));
        return match digit {
            Some(digit) => Some(Act::Fix(digit - 1)),
            None if is_enter => Some(match problem.fixes.is_empty() {
                true => Act::NextProblem,
                false => Act::Fix(0),
            }),
            None => None,
        };
    }
    let card = state.card()?;
    let question = state.question();
    let mut typed = key.chars();
    if let (Some(question), Some(letter), None) = (&question, typed.next(), typed.next()) {
        let is_it = |key: Option<char>| key.is_some_and(|key| key == letter.to_ascii_lowercase());
        if let Some(at) = question.answers.iter().position(|answer| is_it(answer.key)) {
            return Some(Act::Answer(at));
        }
    }
    match key {
        _ if is_enter && state.several => Some(Act::Several(false)),
        _ if is_enter => Some(Act::Next),
        "+" if question.is_some_and(|it| it.slot == Slot::Speaker) => {
            Some(Act::Several(!state.several))
        }
        "i" => Some(Act::Ask(Slot::Speaker)),
        "b" => Some(Act::Ask(Slot::Chain)),
        "=" => {
            Some(Act::Edit(crate::annotate::Edit::SameSource { statement: card.key, from: None }))
        }
        "Delete" => Some(Act::Edit(crate::annotate::Edit::RemoveStatement(card.key))),
        _ => None,
    }
}

fn anywhere(press: &Press) -> Option<Act> {
    match press.key.as_str() {
        "j" => Some(Act::Step(true)),
        "k" => Some(Act::Step(false)),
        words::ENTER if !press.is_on_control => Some(Act::Next),
        "g" => Some(Act::Next),
        "f" => Some(Act::NextProblem),
        "p" => Some(Act::Stage(Stage::Preview(None))),
        _ => None,
    }
}

fn shown(keys: &[&str], does: Does) -> Shown {
    (keys.iter().map(|it| (*it).to_owned()).collect(), does)
}

/// Returns the keys that matter now, for the foot of the page.
pub fn now(state: &State) -> Vec<Shown> {
    if state.stage != Stage::Work || state.panel != Panel::None {
        return vec![shown(&[words::ESCAPE], Does::Close)];
    }
    let mut keys = Vec::new();
    if state.pick.is_words() {
        keys.extend(selection(state));
        keys.push(shown(&[words::ESCAPE], Does::Close));
        return keys;
    }
    if state.suggestion().is_some() {
        keys.extend(suggestion());
    } else if let Some(problem) = state.problem() {
        keys.push(shown(&[words::F], Does::Problem));
        if !problem.fixes.is_empty() {
            keys.push(shown(&[words::ENTER], Does::Fix));
        }
        if problem.fixes.len() > 1 {
            keys.push(shown(&["2", words::TO, "9"], Does::OtherFix));
        }
    } else if state.card().is_some() {
        keys.extend(card(state));
    } else {
        keys.push(shown(&[words::J, words::K], Does::Steps));
        keys.push(shown(&[words::ENTER], Does::Next));
        keys.push(shown(&[words::F], Does::Problem));
    }
    if state.card().is_none() {
        keys.push(shown(&[words::SHIFT, "←", "→"], Does::Extend));
    }
    keys.push(shown(&[words::UNDO], Does::Undo));
    keys
}

fn suggestion() -> Vec<Shown> {
    vec![
        shown(&[words::J, words::K], Does::Steps),
        shown(&[words::ENTER], Does::Accept),
        shown(&[words::X], Does::Reject),
        shown(&[words::W], Does::Change),
    ]
}

fn card(state: &State) -> Vec<Shown> {
    let mut keys = Vec::new();
    if let Some(question) = state.question() {
        let answers: Vec<String> = question
            .answers
            .iter()
            .filter_map(|it| it.key)
            .map(|it| it.to_uppercase().to_string())
            .collect();
        let plain = answers.iter().filter(|it| *it != "=");
        match plain.collect::<Vec<_>>()[..] {
            [] => {}
            [only] => keys.push(shown(&[only], Does::Choose)),
            [first, .., last] => keys.push(shown(&[first, words::TO, last], Does::Choose)),
        }
        if answers.iter().any(|it| it == "=") {
            keys.push(shown(&["="], Does::Same));
        }
        if question.slot == Slot::Speaker {
            keys.push(shown(&["+"], Does::Several));
        }
        if question.takes_words {
            keys.push(shown(&[words::SHIFT, "←", "→"], Does::Extend));
        }
    }
    keys.push(shown(&[words::ENTER], Does::Done));
    keys.push(shown(&[words::DELETE], Does::Remove));
    keys.push(shown(&[words::ESCAPE], Does::Close));
    keys
}

fn selection(state: &State) -> Vec<Shown> {
    let mut keys = vec![shown(&[words::W], Does::Content)];
    if state.card().is_some() {
        keys.push(shown(&[words::S], Does::Source));
        keys.push(shown(&[words::V], Does::Verb));
    }
    if state.asks_name() {
        keys.push(shown(&[words::I], Does::Name));
    }
    keys.push(shown(&[words::R], Does::Reporter));
    keys.push(shown(&[words::N], Does::Number));
    keys.push(shown(&["+"], Does::Piece));
    keys
}

/// Returns all keys, for the list of them.
pub fn all() -> Vec<Shown> {
    let mut keys = vec![
        shown(&[words::J, words::K], Does::Steps),
        shown(&[words::ENTER], Does::Accept),
        shown(&[words::X], Does::Reject),
        shown(&[words::W], Does::Change),
        shown(&["←", "→"], Does::Words),
        shown(&[words::SHIFT, "←", "→"], Does::Extend),
        shown(&[words::CONTROL, words::SHIFT, "←", "→"], Does::Clauses),
        shown(&[words::SHIFT, "↑", "↓"], Does::Sentences),
        shown(&["+"], Does::Piece),
        shown(&[words::W], Does::Content),
        shown(&[words::SHIFT, words::W], Does::AddContent),
        shown(&[words::M], Does::Another),
        shown(&[words::S], Does::Source),
        shown(&[words::V], Does::Verb),
        shown(&[words::F], Does::Fuller),
        shown(&[words::R], Does::Reporter),
        shown(&[words::N], Does::Number),
        shown(&[words::D], Does::Date),
        shown(&["1", words::TO, "9"], Does::Choose),
        shown(&["+"], Does::Several),
        shown(&["="], Does::Same),
        shown(&[words::I], Does::Speaker),
        shown(&[words::B], Does::Chain),
        shown(&[words::ENTER], Does::Done),
        shown(&[words::G], Does::Next),
        shown(&[words::F], Does::Problem),
        shown(&[words::DELETE], Does::Remove),
        shown(&[words::P], Does::Preview),
    ];
    keys.extend([
        shown(&[words::UNDO], Does::Undo),
        shown(&[words::REDO], Does::Redo),
        shown(&[words::SAVE], Does::Download),
        shown(&[words::ESCAPE], Does::Close),
        shown(&["?"], Does::All),
    ]);
    keys
}
