//! Opening and closing statements, suggestions and problems, and going from one to the next.

use super::state::{Panel, SHEET_ID, Stage, State};
use crate::annotate::{Focus, Pick};
use crate::browser::annotator;
use crate::model::Span;
use crate::text::desk::{question, said, slip};

impl State {
    /// Opens something, and says what.
    pub(super) fn show(&mut self, focus: Option<Focus>) {
        let Some(desk) = &mut self.desk else { return };
        desk.set_focus(focus);
        (self.slot, self.several) = (None, false);
        self.pick = Pick::default();
        if focus.is_some() {
            self.panel = Panel::None;
        }
        let words = match focus {
            Some(Focus::Suggestion(_)) => self.suggestion().map(|it| {
                let [source, content] =
                    [&it.source, &it.content].map(|it| it.texts.join(slip::ELLIPSIS));
                said::suggestion(&it.letter, &source, &content)
            }),
            Some(Focus::Statement(_)) => {
                let ask = self.question().map(|it| question::aloud(&it)).unwrap_or_default();
                self.card().map(|card| format!("{}. {ask}", slip::statement(card.number)))
            }
            Some(Focus::Problem(_)) => {
                self.problem().map(|it| crate::text::desk::problems::heading(it))
            }
            _ => None,
        };
        if let Some(words) = words {
            self.say(words);
        }
    }

    pub(super) fn close(&mut self) {
        if self.shows_keys {
            self.shows_keys = false;
        } else if self.refused.is_some() {
            self.refused = None;
        } else if self.pick.is_words() {
            self.pick = Pick::default();
            annotator::clear_selection();
        } else if self.panel != Panel::None {
            self.panel = Panel::None;
            self.focus_next = Some(SHEET_ID);
        } else if matches!(self.stage, Stage::Preview(_)) {
            self.stage = Stage::Work;
            self.focus_next = Some(SHEET_ID);
        } else if self.slot.is_some() || self.several {
            (self.slot, self.several) = (None, false);
        } else {
            self.show(None);
            self.focus_next = Some(SHEET_ID);
        }
    }

    pub(super) fn step(&mut self, forward: bool) {
        let Some(desk) = &self.desk else { return };
        let view = desk.view();
        let mut places: Vec<(Span, Focus)> = Vec::new();
        let first = |it: &crate::annotate::Words| it.spans.first().copied();
        places.extend(
            view.statements
                .iter()
                .filter_map(|it| Some((first(&it.content)?, Focus::Statement(it.key)))),
        );
        places.extend(
            view.suggestions
                .iter()
                .filter_map(|it| Some((first(&it.content)?, Focus::Suggestion(it.ix)))),
        );
        places.sort_by_key(|(span, _)| *span);
        let here = places.iter().position(|(_, focus)| Some(*focus) == view.focus);
        let there = match (here, forward) {
            (None, true) => 0,
            (None, false) => places.len().saturating_sub(1),
            (Some(at), true) => (at + 1) % places.len(),
            (Some(at), false) => (at + places.len() - 1) % places.len(),
        };
        if let Some((_, focus)) = places.get(there) {
            let focus = *focus;
            self.show(Some(focus));
        }
    }

    /// Opens the next open place: a suggestion, a statement with a question, or words that nothing accounts for.
    pub(super) fn next(&mut self) {
        let Some(desk) = &self.desk else { return };
        let view = desk.view();
        let here = match view.focus {
            Some(Focus::Statement(_)) => {
                self.card().and_then(|it| it.content.spans.last().copied())
            }
            Some(Focus::Suggestion(_)) => {
                self.suggestion().and_then(|it| it.content.spans.last().copied())
            }
            _ => self.pick.piece,
        };
        let Some(place) = desk.next_open(here) else {
            self.show(None);
            return self.say(said::NOTHING_OPEN);
        };
        match place.focus {
            Some(focus) => self.show(Some(focus)),
            None => {
                self.show(None);
                self.pick = Pick::of(vec![place.span]);
                self.say_pick();
            }
        }
    }

    pub(super) fn next_problem(&mut self) {
        let Some(desk) = &self.desk else { return };
        let view = desk.view();
        let next = match view.focus {
            Some(Focus::Problem(at)) if at + 1 < view.problems.len() => at + 1,
            _ => 0,
        };
        let focus = (next < view.problems.len()).then_some(Focus::Problem(next));
        self.show(focus);
    }
}
