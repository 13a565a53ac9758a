//! Words of the article: the places of quotes, and what readings rest on.

use super::super::code::{ActorCode, Code, QuoteCode};
use super::super::escape::shown;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::wire::{Quotes, Reading};
use super::{Anchor, Context};
use crate::model::{Basis, Span, UnitIx};

/// Where words are looked for before the whole text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Passage {
    /// Nowhere: the whole text is theirs.
    Anywhere,
    /// In this text unit.
    In(UnitIx),
    /// In one that is not known, as its number was wrong: which of two places is meant is open.
    Unknown,
}

impl Context<'_, '_> {
    /// The place of one quote.
    pub(super) fn span<Q: Anchor>(
        &mut self,
        quote: &Q,
        passage: Passage,
        at: &At<'_>,
    ) -> Option<Span> {
        if quote.is_blank() || !self.has_text {
            // That it is empty was told already, by the walk over the shape.
            return None;
        }
        let unit = match passage {
            Passage::In(unit) => Some(unit),
            Passage::Anywhere | Passage::Unknown => None,
        };
        match quote.find(self.text, unit) {
            Ok(span) => Some(span),
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

    /// The places of quotes, as they were given; each with its position where it is one of a list.
    pub(super) fn positioned<Q: Anchor>(
        &mut self,
        quotes: &Quotes<Q>,
        passage: Passage,
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

    /// The places of quotes, as they were given.
    pub(super) fn spans<Q: Anchor>(
        &mut self,
        quotes: &Quotes<Q>,
        passage: Passage,
        at: &At<'_>,
    ) -> Vec<Span> {
        self.positioned(quotes, passage, at).into_iter().map(|(_, span)| span).collect()
    }

    /// The places of quotes that are read as one: at least one, in reading order, none overlapping;
    /// `None` unless all were found, as what would follow from a part of them may be wrong.
    pub(super) fn some_pieces<Q: Anchor>(
        &mut self,
        quotes: &Quotes<Q>,
        passage: Passage,
        at: &At<'_>,
    ) -> Option<Vec<Span>> {
        if quotes.is_empty() {
            let problem =
                Problem::error(QuoteCode::NoWords, "quote at least one piece of the text");
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
                    format!("{second} stands before {first} in the text"),
                )
                .hint("give the pieces in reading order")
            } else {
                continue;
            };
            self.report.add(&at.element(position), problem);
        }
        let spans = pieces.into_iter().map(|(_, span)| span).collect::<Vec<_>>();
        (spans.len() == quotes.len()).then_some(spans)
    }

    /// The words of a span.
    pub(super) fn text_of(&self, span: Span) -> &str {
        self.text.units[span.unit.index()].slice(span.start, span.end)
    }

    /// The words of a span, as they are shown in a message.
    pub(super) fn words(&self, span: Span) -> String {
        shown(self.text_of(span))
    }

    pub(super) fn basis<Q: Anchor>(
        &mut self,
        evidence: &Quotes<Q>,
        note: Option<&str>,
        passage: Passage,
        at: &At<'_>,
    ) -> Basis {
        let evidence = self.spans(evidence, passage, &at.field("evidence"));
        Basis { evidence, note: note.map(Into::into) }
    }

    /// A reading of a value that stands for itself.
    pub(super) fn reading<T: Clone, Q: Anchor>(
        &mut self,
        reading: &Reading<T, Q>,
        passage: Passage,
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

    /// Tells a name that neither stands in the text nor says where it comes from.
    pub(super) fn check_name(&mut self, name: &str, basis: &Basis, at: &At<'_>) {
        if name.trim().is_empty() || !self.has_text {
            return;
        }
        if !self.is_cut && !self.text.holds(name) && basis.note.is_none() {
            let message = format!("{} does not stand in the text", shown(name));
            let problem = Problem::error(ActorCode::NameFromOutside, message)
                .hint("give it a note that says where it comes from: { \"is\": …, \"note\": … }");
            self.report.add(at, problem);
        }
    }
}
