//! Selecting words, and using them.

use super::act::Use;
use super::state::{SHEET_ID, State};
use crate::annotate::{Desk, Edit, Focus, Key, Part, Pick, Slot};
use crate::browser::annotator;
use crate::model::{Span, UnitIx, Voice};
use crate::text::desk::{said, slip};

impl State {
    pub(super) fn typed(&mut self, words: &str) {
        let (Some(desk), Some(question)) = (&self.desk, self.question()) else { return };
        let Some(span) = desk.text().find(words.trim()).filter(|_| !words.trim().is_empty()) else {
            self.refused = Some(said::NOT_IN_ARTICLE.to_owned());
            self.say(said::NOT_IN_ARTICLE);
            return;
        };
        let words = vec![span];
        let statement = question.statement;
        self.edit(match question.slot {
            Slot::Verb => Edit::SetWords { statement, part: Part::Cue, words },
            Slot::Source => Edit::SetWords { statement, part: Part::Source, words },
            Slot::Antecedent => Edit::Antecedent { statement, words },
            _ => Edit::SetWords { statement, part: Part::Content, words },
        });
    }

    pub(super) fn selected(&mut self, parts: &[(u32, u32, u32)], adds: bool) {
        let Some(desk) = &self.desk else { return };
        let snap = |(unit, start, end): &(u32, u32, u32)| {
            desk.text().snap(Span { unit: UnitIx(*unit), start: *start, end: *end })
        };
        let spans: Vec<Span> = parts.iter().filter_map(snap).collect();
        if spans.is_empty() {
            return;
        }
        let mut pick = Pick::of(spans);
        if adds {
            let mut pieces = self.pick.spans();
            pieces.append(&mut pick.pieces);
            pick.pieces = pieces;
        }
        if self.pick != pick {
            self.pick = pick;
            self.say_pick();
        }
    }

    /// A click on a suggestion or a statement opens it, one on a quotation selects the quotation, and any other selects
    /// the word.
    pub(super) fn clicked(&mut self, unit: UnitIx, at: u32, extends: bool) {
        let Some(desk) = &self.desk else { return };
        let Some(word) = desk.text().word_at(unit, at) else { return };
        if extends {
            self.pick = self.pick.to(word);
            return self.say_pick();
        }
        let view = desk.view();
        let paragraph = view.paragraphs.iter().find(|it| it.unit == unit);
        let run = paragraph
            .and_then(|it| it.runs.iter().find(|run| run.span.start <= at && at < run.span.end));
        let focus = run.and_then(|run| {
            let statement = run.statement.map(Focus::Statement);
            statement.or(run.suggestion.map(Focus::Suggestion))
        });
        if let Some(focus) = focus.filter(|it| view.focus != Some(*it)) {
            return self.show(Some(focus));
        }
        let quotation = desk.text().quotation_at(unit, at);
        let spans = if quotation.is_empty() || focus.is_some() { vec![word] } else { quotation };
        self.pick = Pick::of(spans);
        self.say_pick();
    }

    pub(super) fn move_pick(&mut self, moved: impl Fn(&Pick, &Desk) -> Option<Pick>) {
        let Some(desk) = &self.desk else { return };
        let mut from = self.pick.clone();
        if from.piece.is_none() {
            // From where the open statement or suggestion begins.
            let open = self.card().map(|it| &it.content);
            let open = open.or_else(|| self.suggestion().map(|it| &it.content));
            let start = open.and_then(|it| it.spans.first().copied());
            from.piece = start.and_then(|it| desk.text().word_at(it.unit, it.start));
        }
        if let Some(pick) = moved(&from, desk) {
            self.pick = pick;
            self.say_pick();
        }
    }

    pub(super) fn say_pick(&mut self) {
        let Some(desk) = &self.desk else { return };
        let spans = self.pick.spans();
        let words: Vec<&str> = spans.iter().map(|span| desk.text().slice(*span)).collect();
        let words = words.join(slip::ELLIPSIS);
        self.say(if self.pick.is_caret { said::at(&words) } else { said::selected(&words) });
    }

    pub(super) fn use_words(&mut self, used: Use) {
        let words = self.pick.spans();
        let Some(first) = words.first().copied() else { return };
        if used == Use::Name {
            return self.use_name();
        }
        let open = self.card().map(|card| card.key);
        let bare = |words: &[Span]| {
            let desk = self.desk.as_ref();
            words
                .iter()
                .map(|it| desk.map_or(*it, |desk| desk.text().without_punctuation(*it)))
                .collect::<Vec<_>>()
        };
        let edit = match (used, open) {
            (Use::Content, None) | (Use::Another, _) => Edit::NewStatement { content: words },
            (Use::Content, Some(statement)) => {
                Edit::SetWords { statement, part: Part::Content, words }
            }
            (Use::Source, Some(statement)) => {
                Edit::SetWords { statement, part: Part::Source, words: bare(&words) }
            }
            (Use::Verb, Some(statement)) => {
                Edit::SetWords { statement, part: Part::Cue, words: bare(&words) }
            }
            (Use::Fuller, Some(statement)) => Edit::Antecedent { statement, words: bare(&words) },
            (Use::MoreContent, Some(statement)) => {
                // Each piece is an edit of its own, because pieces are rarely several.
                let (last, rest) = words.split_last().unwrap_or((&first, &[]));
                for piece in rest {
                    self.edit(Edit::AddWords { statement, part: Part::Content, words: *piece });
                }
                Edit::AddWords { statement, part: Part::Content, words: *last }
            }
            (Use::Reporter, _) => Edit::Background { words, voice: Voice::Reporter },
            (Use::Number, _) => Edit::NewFigure { words: first, counted: None },
            (Use::Date, Some(statement)) => match self.date(statement, &words) {
                Some(edit) => edit,
                None => {
                    self.refused = Some(said::NO_DATE.to_owned());
                    return self.say(said::NO_DATE);
                }
            },
            (_, None) | (Use::Name, _) => {
                self.refused = Some(said::OPEN_A_STATEMENT.to_owned());
                return self.say(said::OPEN_A_STATEMENT);
            }
        };
        if self.edit(edit) {
            self.pick = Pick::default();
            annotator::clear_selection();
        }
    }

    /// Uses the selected words as the name that is asked for.
    fn use_name(&mut self) {
        let Some(desk) = &self.desk else { return };
        let words = self.pick.spans().into_iter();
        let words = words.map(|it| desk.text().slice(desk.text().without_punctuation(it)));
        let name = words.collect::<Vec<_>>().join(" ");
        self.name(&name);
        self.pick = Pick::default();
        annotator::clear_selection();
    }

    pub(super) fn change(&mut self) {
        let Some(open) = self.suggestion().cloned() else { return };
        if self.edit(Edit::Accept(open.ix)) {
            self.pick = Pick::of(open.content.spans.clone());
            self.say_pick();
            self.focus_next = Some(SHEET_ID);
        }
    }

    /// Returns the edit that gives a statement the date that words name.
    pub(super) fn date(&self, statement: Key, words: &[Span]) -> Option<Edit> {
        let desk = self.desk.as_ref()?;
        let when = words.iter().find_map(|span| desk.read_date(*span))?;
        Some(Edit::SaidOn { statement, when: Some(when) })
    }
}
