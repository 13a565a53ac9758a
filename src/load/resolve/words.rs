//! Quotes of the article: their spans, and evidence for interpreted values.

use super::super::article_text::place;
use super::super::code::{ActorCode, Code, QuoteCode};
use super::super::escape::shown;
use super::super::nearby::Near;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::wire::{Quotes, Reading};
use super::{Anchor, Context};
use crate::model::{Basis, Convention, Span, UnitIx};

/// The place in which a quote is searched for before the whole text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Passage<'s> {
    /// Only in the whole text.
    Anywhere,
    /// First in the passage of a statement, near some of its words.
    Near(Near<'s>),
    /// In a unit that is not known. A quote that occurs twice is not reported then.
    Unknown,
}

impl<'s> Passage<'s> {
    /// Returns the same passage, for a quote that may lie within these words of the statement.
    pub(super) const fn around<'n>(self, words: &'n [Span]) -> Passage<'n> {
        self.near(words, &[])
    }

    /// Returns the same passage, for a part of the statement near some words and apart from others.
    pub(super) const fn near<'n>(self, words: &'n [Span], apart: &'n [Span]) -> Passage<'n> {
        match self {
            Self::Near(near) => Passage::Near(Near { unit: near.unit, words, apart }),
            Self::Anywhere => Passage::Anywhere,
            Self::Unknown => Passage::Unknown,
        }
    }
}

impl Context<'_, '_> {
    /// Resolves one quote.
    pub(super) fn span<Q: Anchor>(
        &mut self,
        quote: &Q,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Option<Span> {
        if quote.is_blank() || !self.has_text {
            // The check of the shape has reported an empty quote.
            return None;
        }
        let near = match passage {
            Passage::Near(near) => Some(near),
            Passage::Anywhere | Passage::Unknown => None,
        };
        match quote.find(self.text, near) {
            Ok(span) => {
                self.report.found(at, span);
                Some(span)
            }
            Err(problem)
                if passage == Passage::Unknown
                    && problem.code == Code::Quote(QuoteCode::Ambiguous) =>
            {
                None
            }
            Err(problem) => {
                self.report.add(at, problem);
                None
            }
        }
    }

    /// Resolves quotes in the order given, each with its position in the list.
    pub(super) fn positioned<Q: Anchor>(
        &mut self,
        quotes: &Quotes<Q>,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Vec<(usize, Span)> {
        match quotes {
            Quotes::One(quote) => {
                self.span(quote, passage, at).map(|span| (0, span)).into_iter().collect()
            }
            Quotes::Many(list) => (list.iter().enumerate())
                .filter_map(|(position, quote)| {
                    Some((position, self.span(quote, passage, &at.element(position))?))
                })
                .collect(),
        }
    }

    /// Resolves quotes in the order given.
    pub(super) fn spans<Q: Anchor>(
        &mut self,
        quotes: &Quotes<Q>,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Vec<Span> {
        self.positioned(quotes, passage, at).into_iter().map(|(_, span)| span).collect()
    }

    /// Finds the quotes that have only one place in the passage, without a report on the others.
    pub(super) fn certain<Q: Anchor>(&self, quotes: &Quotes<Q>, passage: Passage<'_>) -> Vec<Span> {
        let Passage::Near(near) = passage else { return Vec::new() };
        let found = |quote: &Q| quote.find(self.text, Some(near)).ok();
        let quotes = quotes.iter().filter(|quote| self.has_text && !quote.is_blank());
        quotes.filter_map(found).collect()
    }

    /// Resolves the pieces of one quote: at least one, in reading order, without overlaps. Returns
    /// `None` unless all are found, because conclusions from only some of them could be wrong.
    pub(super) fn pieces<Q: Anchor>(
        &mut self,
        quotes: &Quotes<Q>,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Option<Vec<Span>> {
        if quotes.is_empty() {
            let problem = Problem::error(QuoteCode::NoWords, "no words are quoted")
                .hint("quote at least one piece of the article");
            self.report.add(at, problem);
            return None;
        }
        let pieces = self.positioned(quotes, passage, at);
        for pair in pieces.windows(2) {
            let ((_, before), (position, span)) = (pair[0], pair[1]);
            let (first, second) = (self.words(before), self.words(span));
            let problem = if before.overlaps(span) {
                Problem::error(QuoteCode::Overlap, format!("{second} overlaps {first}"))
                    .hint("quote each word once")
            } else if span < before {
                Problem::error(
                    QuoteCode::Backwards,
                    format!("{second} comes before {first} in the article"),
                )
                .hint("list the pieces in reading order")
            } else {
                continue;
            };
            self.report.add(&at.element(position), problem);
        }
        let spans = pieces.into_iter().map(|(_, span)| span).collect::<Vec<_>>();
        (spans.len() == quotes.len()).then_some(spans)
    }

    /// Returns the words of a span.
    pub(super) fn text_of(&self, span: Span) -> &str {
        self.text.units[span.unit.index()].slice(span.start, span.end)
    }

    /// Returns how the article marks its quotations.
    pub(super) const fn convention(&self) -> Convention<'_> {
        Convention { language: self.language, single_quotes: self.single_quotes }
    }

    /// Returns the words of a span, formatted for a message.
    pub(super) fn words(&self, span: Span) -> String {
        shown(self.text_of(span))
    }

    pub(super) fn basis<Q: Anchor>(
        &mut self,
        evidence: &Quotes<Q>,
        note: Option<&str>,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Basis {
        let at = at.field("evidence");
        let found = self.positioned(evidence, passage, &at);
        if note.is_none()
            && let Passage::Near(near) = passage
        {
            for (position, span) in found.iter().filter(|(_, span)| span.unit != near.unit) {
                let quote = evidence.iter().nth(*position);
                if quote.is_some_and(|quote| !quote.is_placed()) {
                    let is_list = matches!(evidence, Quotes::Many(_));
                    let element = is_list.then(|| at.element(*position));
                    self.doubt_evidence(*span, near.unit, element.as_ref().unwrap_or(&at));
                }
            }
        }
        let evidence = found.into_iter().map(|(_, span)| span).collect();
        Basis { evidence, note: note.map(Into::into) }
    }

    /// Warns about evidence that stands only outside the passage.
    fn doubt_evidence(&mut self, found: Span, passage: UnitIx, at: &At<'_>) {
        let message = format!(
            "the evidence {} is not in the passage, {}, but in {}",
            self.words(found),
            place(passage),
            place(found.unit)
        );
        let number = found.unit.0;
        let problem = Problem::warning(QuoteCode::EvidenceElsewhere, message)
            .hint("quote words of the passage")
            .hint(format!("if these words are meant, name their paragraph: {{ \"exact\": …, \"in\": {number} }}"));
        self.report.add(at, problem);
    }

    /// Resolves a value that needs no reference, with its evidence.
    pub(super) fn reading<T: Clone, Q: Anchor>(
        &mut self,
        reading: &Reading<T, Q>,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> crate::model::Reading<T> {
        match reading {
            Reading::Bare(value) => {
                crate::model::Reading { value: value.clone(), basis: Basis::default() }
            }
            Reading::Based(based) => crate::model::Reading {
                value: based.is.clone(),
                basis: self.basis(&based.evidence, based.note.as_deref(), passage, at),
            },
        }
    }

    /// Reports a name that does not occur in the article and has no note.
    pub(super) fn check_name(&mut self, name: &str, basis: &Basis, at: &At<'_>) {
        if name.trim().is_empty() || !self.has_text {
            return;
        }
        if !self.is_cut && basis.note.is_none() && !self.text.contains_name(name) {
            let message = format!("{} does not occur in the article", shown(name));
            let problem = Problem::error(ActorCode::NameFromOutside, message)
                .hint("add a note that says where the name comes from: { \"is\": …, \"note\": … }");
            self.report.add(at, problem);
        }
    }
}
