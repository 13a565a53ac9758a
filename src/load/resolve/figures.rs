//! Figures, and the check of their numbers against the quoted words.

use super::super::code::FigureCode;
use super::super::escape::shown;
use super::super::nearby::Near;
use super::super::number::{Comparison, compare};
use super::super::parts::List;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::wire;
use super::defaults::units_of;
use super::is_language_tag;
use super::{Anchor, Context, Passage};
use crate::model::{
    Basis, Bound, Decimal, Figure, FigurePlace, Reading, Slug, Span, Statement, StatementIx,
    UnitIx, near,
};
use std::collections::HashMap;

/// What an article says about a number.
#[derive(Clone, Copy)]
struct Said<'t> {
    words: Option<Span>,
    /// What is counted, and the unit.
    explained: [&'t str; 2],
    /// True if the figure has a note.
    is_noted: bool,
}

impl Context<'_, '_> {
    pub(super) fn figures_list<Q: Anchor>(
        &mut self,
        list: &List<wire::Figure<Q>>,
        written: &List<wire::Statement<Q>>,
        statements: &[Statement],
    ) -> Vec<Figure> {
        let root = self.root;
        let root = root.field(list.field);
        let by_id: HashMap<&str, &Statement> = statements
            .iter()
            .filter(|statement| !statement.content.is_empty())
            .map(|statement| (statement.id.as_str(), statement))
            .collect();
        (list.items.iter())
            .filter_map(|(position, wire)| {
                let at = root.element(*position);
                let Some(id) = wire.statement.as_deref() else {
                    return self.figure(wire, None, Passage::Anywhere, &at);
                };
                let statement = by_id.get(id).copied();
                let content = statement.map_or(&[][..], |statement| &statement.content);
                let passage = match self.passage_of(id, written) {
                    Some(unit) => Passage::Near(Near::of_passage(unit)).around(content),
                    None => Passage::Unknown,
                };
                self.figure(wire, statement, passage, &at)
            })
            .collect()
    }

    /// Returns the passage of a statement, whatever else is wrong with that statement.
    fn passage_of<Q: Anchor>(
        &self,
        id: &str,
        written: &List<wire::Statement<Q>>,
    ) -> Option<UnitIx> {
        let position = self.statements.positions.get(id)?;
        let at = written.items.binary_search_by_key(position, |(of, _)| *of).ok()?;
        let statement = &written.items[at].1;
        match statement.passage {
            Some(number) => self.text.unit(number),
            None => units_of(statement, self.text).first().copied(),
        }
    }

    fn figure<Q: Anchor>(
        &mut self,
        wire: &wire::Figure<Q>,
        in_statement: Option<&Statement>,
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Option<Figure> {
        let statement: Option<Option<StatementIx>> =
            (wire.statement.as_deref()).map(|id| self.statement(id, &at.field("statement")));
        let words = self.span(&wire.words, passage, &at.field("words"));
        if let (Some(words), Some(statement)) = (words, in_statement)
            && !near(&statement.content, words).iter().any(|content| content.contains(words))
        {
            let message = format!(
                "{} is not in the content of {}",
                self.words(words),
                shown(statement.id.as_str())
            );
            let problem = Problem::error(FigureCode::Outside, message)
                .hint("refer to the statement whose content contains the number");
            self.report.add(&at.field("words"), problem);
        }
        let unit = self.reading(&wire.unit, passage, &at.field("unit"));
        let counted = self.span(&wire.counted, passage, &at.field("counted"));
        let things = counted.map_or_else(String::new, |counted| self.text_of(counted).to_owned());
        let said = Said { words, explained: [&things, &unit.value], is_noted: wire.note.is_some() };
        let value = self.decimal(&wire.value, said, &at.field("value"));
        let upper =
            (wire.upper.as_ref()).map(|upper| self.decimal(upper, said, &at.field("upper")));
        let bound = self.reading(&wire.bound, passage, &at.field("bound"));
        let message = match (bound.value == Bound::Range, upper.is_some()) {
            (true, false) => Some("a range needs an upper number"),
            (false, true) => Some("only a range has an upper number"),
            _ => None,
        };
        if let Some(message) = message
            && !["bound", "upper"].iter().any(|field| self.report.is_substituted(&at.field(field)))
        {
            let problem = Problem::error(FigureCode::Range, message)
                .hint("give \"value\", \"upper\" and the bound \"range\" together");
            self.report.add(at, problem);
        }
        if let (Some(value), Some(Some(upper))) = (value, upper)
            && !value.is_less_than(upper)
            && !self.report.is_substituted(&at.field("value"))
        {
            let message = format!("the upper number {upper} is not greater than {value}");
            let problem = Problem::error(FigureCode::Range, message)
                .hint("write the lower number in \"value\" and the higher one in \"upper\"");
            self.report.add(&at.field("upper"), problem);
        }
        let counted_by = wire.counted_by.as_ref().and_then(|by| {
            let at = at.field("counted_by");
            let by = self.reading(by, passage, &at);
            Some(Reading { value: self.actor(&by.value, &at)?, basis: by.basis })
        });
        let period = wire.period.as_ref().and_then(|w| self.when(w, passage, &at.field("period")));
        let places = self.figure_places(&wire.places, passage, &at.field("places"));
        Some(Figure {
            id: Slug::new(&wire.id).ok()?,
            // An unknown statement was reported: the figure is not in the reporter's own voice.
            statement: match statement {
                Some(found) => Some(found?),
                None => None,
            },
            words: words?,
            value: value?,
            upper: upper.flatten(),
            bound,
            unit: Reading { value: unit.value.into(), basis: unit.basis },
            counted: counted?,
            counted_by,
            period,
            places,
            note: wire.note.as_deref().map(Into::into),
        })
    }

    fn decimal(
        &mut self,
        number: &serde_json::Number,
        said: Said<'_>,
        at: &At<'_>,
    ) -> Option<Decimal> {
        let Some(value) = Decimal::parse(&number.to_string()) else {
            let problem =
                Problem::error(FigureCode::Inexact, format!("{number} cannot be stored exactly"))
                    .hint("write it without an exponent and with at most 18 digits");
            self.report.add(at, problem);
            return None;
        };
        let words = self.text_of(said.words?);
        let other = format!("{} does not contain the number {value}", shown(words));
        // A note answers each question about the words. Only a number that contradicts words which
        // were fully understood is still reported, because it is most likely a typing error.
        let compared = compare(words, self.language, &said.explained, value);
        let problem = match (compared, said.is_noted) {
            (Comparison::Match, _) => return Some(value),
            (Comparison::Mismatch, true) => Problem::warning(FigureCode::NotInQuote, other)
                .hint("check that the note of the figure explains the number"),
            (_, true) => return Some(value),
            (Comparison::Unreadable, false) => {
                let message = format!("{} contains no number that can be parsed", shown(words));
                Problem::warning(FigureCode::NotRead, message)
                    .hint("explain the number in a \"note\" of the figure")
            }
            // Which words are known depends on the language, whose absence has been reported.
            (Comparison::Uncertain(_), false) if !is_language_tag(self.language) => {
                return Some(value);
            }
            (Comparison::Uncertain(word), false) => {
                let message = format!(
                    "{} may state another number than {value}, because the word {} next to it is \
                     not known",
                    shown(words),
                    shown(&word)
                );
                Problem::warning(FigureCode::NotRead, message)
                    .hint(
                        "if the word is not part of the number, quote the number without it, or \
                         quote the word in \"counted\"",
                    )
                    .hint("if it is, explain the number in a \"note\" of the figure")
            }
            (Comparison::Doubtful | Comparison::Mismatch, false) => {
                Problem::error(FigureCode::NotInQuote, other)
                    .hint(
                        "quote the words that contain the number, including words such as \
                         \"million\"",
                    )
                    .hint("if the quote is right, explain the number in a \"note\"")
            }
        };
        self.report.add(at, problem);
        Some(value)
    }

    fn figure_places<Q: Anchor>(
        &mut self,
        list: &[wire::FigurePlace<Q>],
        passage: Passage<'_>,
        at: &At<'_>,
    ) -> Vec<FigurePlace> {
        let mut places = Vec::new();
        for (position, wire) in list.iter().enumerate() {
            let at = at.element(position);
            let more = match wire {
                wire::FigurePlace::Bare(id) => {
                    let basis = Basis::default();
                    let place = self.place(id, &at);
                    places.extend(place.map(|place| FigurePlace { place, qualifier: None, basis }));
                    continue;
                }
                wire::FigurePlace::Place(it) => {
                    (&it.place, "place", &it.qualifier, &it.evidence, &it.note)
                }
                wire::FigurePlace::Based(it) => {
                    (&it.is, "is", &it.qualifier, &it.evidence, &it.note)
                }
            };
            let (id, name, qualifier, evidence, note) = more;
            let place = self.place(id, &at.field(name));
            let at_qualifier = at.field("qualifier");
            let qualifier = qualifier.as_ref().and_then(|q| self.span(q, passage, &at_qualifier));
            let basis = self.basis(evidence, note.as_deref(), passage, &at);
            places.extend(place.map(|place| FigurePlace { place, qualifier, basis }));
        }
        places
    }
}
