//! The next place of the article that needs attention.

use super::desk::{Desk, Focus};
use super::view::{Marks, Words};
use crate::load::cues;
use crate::load::names::tokens;
use crate::model::Span;

/// A place that needs attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Where it is.
    pub span: Span,
    /// What to open there. `None` for words that nothing accounts for.
    pub focus: Option<Focus>,
}

impl Desk {
    /// Returns the places that need attention, in article order: suggestions, statements with an open slot,
    /// and words that nothing accounts for.
    pub fn open_places(&self) -> Vec<Place> {
        let view = self.view();
        let place = |words: &Words, focus| {
            let span = *words.spans.first()?;
            Some(Place { span, focus: Some(focus) })
        };
        let suggestions = view.suggestions.iter();
        let suggestions = suggestions.filter_map(|it| place(&it.content, Focus::Suggestion(it.ix)));
        let statements = view.statements.iter().filter(|it| !it.open.is_empty());
        let statements = statements.filter_map(|it| place(&it.content, Focus::Statement(it.key)));
        let mut places: Vec<Place> = suggestions.chain(statements).collect();
        places.extend(self.stretches().into_iter().map(|span| Place { span, focus: None }));
        places.sort_by_key(|it| (it.span, it.focus.is_none()));
        places
    }

    /// Returns the next place after some words that needs attention, or the first one after the last. Words that
    /// nothing accounts for come once there is nothing else.
    pub fn next_open(&self, after: Option<Span>) -> Option<Place> {
        let mut places = self.open_places();
        if places.iter().any(|it| it.focus.is_some()) {
            places.retain(|it| it.focus.is_some());
        }
        let is_later = |it: &&Place| {
            after.is_none_or(|after| (it.span.unit, it.span.start) >= (after.unit, after.end))
        };
        places.iter().find(is_later).or_else(|| places.first()).copied()
    }

    /// Returns the stretches of words that nothing accounts for and nothing suggests, each within a sentence.
    fn stretches(&self) -> Vec<Span> {
        let known = Marks::ACCOUNTED
            | Marks::SUGGESTED
            | Marks::SUGGESTED_CUE
            | Marks::SUGGESTED_SOURCE
            | Marks::TITLE;
        let mut found: Vec<Span> = Vec::new();
        for paragraph in self.view().paragraphs.iter().filter(|it| it.unit.0 > 0) {
            let mut joined: Vec<Span> = Vec::new();
            for run in paragraph.runs.iter().filter(|run| !run.marks.has(known)) {
                match joined.last_mut().filter(|last| last.end == run.span.start) {
                    Some(last) => last.end = run.span.end,
                    None => joined.push(run.span),
                }
            }
            for sentence in self.text().sentences(paragraph.unit) {
                let parts = joined.iter().filter_map(|it| {
                    let (start, end) = (it.start.max(sentence.start), it.end.min(sentence.end));
                    (start < end).then_some(Span { start, end, ..*it })
                });
                found.extend(
                    parts
                        .filter_map(|it| self.text().snap(it))
                        .map(|it| self.text().without_punctuation(it))
                        .filter(|it| self.says(*it)),
                );
            }
        }
        found
    }

    /// Returns true if some words say something: articles, prepositions and the like alone do not.
    fn says(&self, span: Span) -> bool {
        let cues = cues(self.text().language());
        let is_function = |key: &str| cues.is_some_and(|cues| cues.is_function(key));
        tokens(self.text().slice(span)).iter().any(|token| !is_function(&token.key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::{Edit, Session};

    #[test]
    fn suggestions_come_first_and_the_rest_of_the_words_last() {
        let session = Session { today: "2026-03-03".to_owned(), by: None };
        let text = "It rained all day.\n\nThe ferry is late, Bob Lund said. The pier is shut.";
        let mut desk = Desk::paste(text, &session).expect("a text").desk;
        let shown = |place: Option<Place>, desk: &Desk| {
            place.map(|it| (desk.text().slice(it.span).to_owned(), it.focus))
        };
        assert_eq!(
            shown(desk.next_open(None), &desk),
            Some(("It rained all day".to_owned(), None))
        );
        let words = desk.text().find("The ferry is late").expect("the words");
        desk.apply(Edit::NewStatement { content: vec![words] }).expect("a statement");
        let open = desk.view().statements[0].key;
        let next = shown(desk.next_open(None), &desk);
        assert_eq!(next, Some(("The ferry is late".to_owned(), Some(Focus::Statement(open)))));
        let rest = desk.stretches();
        let rest: Vec<&str> = rest.iter().map(|it| desk.text().slice(*it)).collect();
        assert_eq!(rest, ["It rained all day", "Bob Lund said", "The pier is shut"]);
    }
}
