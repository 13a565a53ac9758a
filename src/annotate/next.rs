//! The places of an article that still need attention.

use super::desk::Desk;
use super::json::Key;
use super::view::{Marks, SuggestionIx};
use crate::load::names::tokens;
use crate::load::{Cues, cues};
use crate::model::Span;

/// Why a place needs attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Nobody decided about a suggestion.
    Suggestion(SuggestionIx),
    /// A statement has an open slot.
    Statement(Key),
    /// There is a problem, by its position in [`View::problems`](super::View).
    Problem(usize),
    /// Nothing accounts for a quotation.
    Quotation,
    /// Nothing accounts for some words.
    Words,
}

impl Desk {
    /// Returns the places that need attention, in article order. What is only missing in a draft, and
    /// words such as articles alone, do not.
    pub fn open_places(&self) -> Vec<(Span, Place)> {
        let view = self.view();
        let mut places: Vec<(Span, Place)> = Vec::new();
        let suggestions = view
            .suggestions
            .iter()
            .filter_map(|it| Some((*it.content.spans.first()?, Place::Suggestion(it.ix))));
        places.extend(suggestions);
        let open = view.statements.iter().filter(|card| !card.open.is_empty());
        places.extend(
            open.filter_map(|card| {
                Some((*card.content.spans.first()?, Place::Statement(card.key)))
            }),
        );
        let problems = view.problems.iter().enumerate();
        let doubts = problems.filter(|(_, it)| it.weight != super::Weight::ToDo);
        places.extend(doubts.filter_map(|(at, it)| Some((*it.spans.first()?, Place::Problem(at)))));
        let cues = cues(self.text().language());
        for paragraph in &view.paragraphs {
            if paragraph.totals.open == 0 {
                continue;
            }
            // Runs without an accounted or suggested word, joined.
            let mut left: Option<Span> = None;
            let told = Marks::ACCOUNTED | Marks::TITLE | Marks::SUGGESTED;
            for run in &paragraph.runs {
                if !run.marks.has(told) {
                    left = Some(left.map_or(run.span, |it| Span { end: run.span.end, ..it }));
                } else if let Some(words) = left.take() {
                    places.extend(self.left(words, cues));
                }
            }
            places.extend(left.and_then(|words| self.left(words, cues)));
        }
        places.sort_by_key(|(span, _)| *span);
        places
    }

    /// Returns words that nothing accounts for as a place, if they say something.
    fn left(&self, words: Span, cues: Option<&Cues>) -> Option<(Span, Place)> {
        let says = |key: &str| !cues.is_some_and(|cues| cues.is_function(key));
        let text = self.text().slice(words);
        let found = tokens(text);
        found.iter().any(|token| says(&token.key)).then_some(())?;
        let span = Span {
            start: words.start + found.first()?.start,
            end: words.start + found.last()?.end,
            ..words
        };
        let mut quotations = self.text().quotations().within(span);
        let quotation = quotations.find(|it| self.text().words_in(*it).next().is_some());
        Some(match quotation {
            Some(_) => (span, Place::Quotation),
            None => (span, Place::Words),
        })
    }

    /// Returns the next place after some words that needs attention, or the first one after the end of
    /// the article.
    pub fn next_place(&self, after: Option<Span>) -> Option<(Span, Place)> {
        let places = self.open_places();
        let is_later = |it: &&(Span, Place)| after.is_none_or(|after| it.0 > after);
        places.iter().find(is_later).or_else(|| places.first()).copied()
    }

    /// Returns the words of [`Desk::next_place`].
    pub fn next_open(&self, after: Option<Span>) -> Option<Span> {
        self.next_place(after).map(|(span, _)| span)
    }
}
