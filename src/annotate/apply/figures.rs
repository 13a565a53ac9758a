//! Numbers.

use super::super::desk::{Desk, Focus};
use super::super::document::{source_words, spans, text_of};
use super::super::json::{Json, Key};
use super::super::refused::Refused;
use super::text;
use crate::model::{Bound, Decimal, Span, Vocabulary, is_letter};

/// The fields of a figure, in their order in the file.
const FIGURE: [&str; 11] = [
    "id",
    "statement",
    "words",
    "value",
    "upper",
    "bound",
    "unit",
    "counted",
    "counted_by",
    "period",
    "note",
];

/// Maximum number of words after a number that say what was counted, until a person says it.
const COUNTED: usize = 3;

impl Desk {
    /// Adds a number. It belongs to the statement with the shortest content around it.
    pub(super) fn new_figure(&mut self, words: Span, counted: Option<Span>) -> Result<(), Refused> {
        let words = self.text().snap(words).ok_or(Refused::NoWords)?;
        let (value, bound) = self.number(words).ok_or(Refused::NotANumber)?;
        let counted = match counted {
            Some(counted) => self.text().snap(counted).ok_or(Refused::NoWords)?,
            None => self.counted_after(words).unwrap_or(words),
        };
        let unit = self.text().slice(counted).to_owned();
        let statements = self.state.document.list("statements").iter();
        let around = statements.filter_map(|it| {
            let content = spans(it.get("content"));
            let piece = content.iter().find(|piece| piece.contains(words))?;
            Some((piece.len(), text_of(it, "id").to_owned()))
        });
        let statement = around.min().map(|(_, id)| Json::text(&id));
        let id = self.new_id("figures", &format!("{} {unit}", self.text().slice(words)), "figure");
        let mut figure = Json::object([("id", Json::text(&id))]);
        for (name, value) in [
            ("statement", statement),
            ("words", Some(self.quote(words).ok_or(Refused::Repeated)?)),
            ("value", Some(Json::number(&value.to_string()))),
            ("bound", Some(Json::text(bound.code()))),
            ("unit", text(&unit)),
            ("counted", Some(self.quote(counted).ok_or(Refused::Repeated)?)),
        ] {
            figure.set(name, value, &FIGURE);
        }
        let key = self.document().new_key();
        figure.key = Some(key);
        let list = self.list_mut("figures");
        let first = |it: &Json| spans(it.get("words")).first().copied();
        let at = list.iter().position(|it| first(it) > Some(words)).unwrap_or(list.len());
        list.insert(at, figure);
        self.focus = Some(Focus::Figure(key));
        Ok(())
    }

    /// Returns the number that words state, and how exact it is.
    fn number(&self, words: Span) -> Option<(Decimal, Bound)> {
        let found = self.suggestions.figures.iter().filter(|it| it.span.overlaps(words));
        if let Some(found) = found.max_by_key(|it| it.span.len()) {
            return Some((found.value, found.bound));
        }
        let of = |words: &str| {
            let digits: String =
                words.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
            Decimal::parse(digits.trim_matches('.'))
        };
        Some((of(self.text().slice(words))?, Bound::Exact))
    }

    /// Returns the words after a number, up to the end of the clause or a verb that attributes.
    fn counted_after(&self, words: Span) -> Option<Span> {
        let unit = self.text().words(words.unit);
        let first = unit.iter().position(|word| word.anchor >= words.end)?;
        let statements = self.state.document.list("statements").iter();
        let stops: Vec<Span> = statements
            .flat_map(|it| source_words(it).into_iter().chain(spans(it.get("cue"))))
            .collect();
        let mut last: Option<Span> = None;
        for word in unit[first..].iter().take(COUNTED) {
            let span = self.text().snap(word.span)?;
            if stops.iter().any(|stop| stop.overlaps(span)) {
                break;
            }
            let text = self.text().slice(span);
            let bare = text.trim_end_matches(|c| !is_letter(c)).chars().count();
            let end = span.start + u32::try_from(bare).unwrap_or(0);
            let start = last.map_or(span.start, |it| it.start);
            last = Some(Span { start, end, ..span });
            if text.ends_with(|c| !is_letter(c)) {
                break;
            }
        }
        last.and_then(|it| self.text().snap(it))
    }

    pub(super) fn set_figure(
        &mut self,
        key: Key,
        counted: Option<Span>,
        unit: Option<&str>,
        bound: Option<Bound>,
    ) -> Result<(), Refused> {
        if let Some(counted) = counted {
            let counted = self.text().snap(counted).ok_or(Refused::NoWords)?;
            let quote = Some(self.quote(counted).ok_or(Refused::Repeated)?);
            let unit = text(self.text().slice(counted));
            let figure = self.element_mut("figures", key)?;
            figure.set("counted", quote, &FIGURE);
            figure.set("unit", unit, &FIGURE);
        }
        if let Some(unit) = unit {
            let unit = text(unit).ok_or(Refused::Empty)?;
            self.element_mut("figures", key)?.set("unit", Some(unit), &FIGURE);
        }
        if let Some(bound) = bound {
            let bound = Json::text(bound.code());
            self.element_mut("figures", key)?.set("bound", Some(bound), &FIGURE);
        }
        Ok(())
    }
}
