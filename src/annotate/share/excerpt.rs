//! The paragraphs with the words of one statement, cut where the rights require it.

use crate::annotate::desk::Desk;
use crate::annotate::document::spans;
use crate::annotate::json::Json;
use crate::load::Quoting;
use crate::model::{CONTEXT_LENGTH, CONTEXT_WORDS, GAP, Show, Span, UnitIx, Word};
use std::collections::BTreeMap;

/// The text units of a link.
pub struct Excerpt {
    /// The new units, by their old position.
    units: BTreeMap<UnitIx, Cut>,
    quoting: Quoting,
}

/// A unit of which some parts are left out.
struct Cut {
    /// Its position in the link.
    unit: u32,
    text: String,
    /// The parts that are kept, with their first code point in the new text.
    kept: Vec<(Span, u32)>,
}

impl Excerpt {
    /// Takes the units with the words of a statement, and with the words of its source.
    pub fn of(desk: &Desk, statement: &Json, source: &[Span]) -> Self {
        let mut words: Vec<Span> = spans(Some(statement));
        words.extend(source);
        words.sort_unstable();
        let is_cut = desk.view().article.show == Some(Show::Excerpts);
        let mut by_unit: BTreeMap<UnitIx, Vec<Span>> = BTreeMap::new();
        for span in words.into_iter().filter(|it| desk.text().contains(*it)) {
            by_unit.entry(span.unit).or_default().push(span);
        }
        let mut units: BTreeMap<UnitIx, Cut> = BTreeMap::new();
        let mut next = 1;
        for (unit, words) in by_unit {
            let length = desk.text().units()[unit.index()].len();
            let parts = match is_cut {
                true => shown(desk, &words),
                false => vec![Span { unit, start: 0, end: length }],
            };
            let (mut text, mut kept) = (String::new(), Vec::new());
            let mut at = 0;
            for part in parts {
                if part.start > at {
                    text += if at == 0 { "" } else { " " };
                    text += GAP;
                    text += " ";
                }
                let start = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
                kept.push((part, start));
                text += desk.text().slice(part);
                at = part.end;
            }
            if at < length {
                text += " ";
                text += GAP;
            }
            let number = if unit == UnitIx::DATELINE { 0 } else { next };
            next += u32::from(unit != UnitIx::DATELINE);
            units.insert(unit, Cut { unit: number, text, kept });
        }
        let all = all(&units);
        let quoting = Quoting::new(&all.iter().map(String::as_str).collect::<Vec<_>>());
        Self { units, quoting }
    }

    /// Returns the dateline and the paragraphs.
    pub fn units(&self) -> (Option<&str>, Vec<&str>) {
        let is_dateline = |it: &&Cut| it.unit == 0;
        let dateline = self.units.values().find(is_dateline).map(|it| it.text.as_str());
        let paragraphs = self.units.values().filter(|it| !is_dateline(it));
        (dateline, paragraphs.map(|it| it.text.as_str()).collect())
    }

    /// Returns the quotes of words.
    pub fn quotes(&self, spans: &[Span]) -> Option<Json> {
        let quotes: Vec<Json> = spans.iter().filter_map(|it| self.quote(*it)).collect();
        (!quotes.is_empty()).then(|| Json::list(quotes))
    }

    fn quote(&self, span: Span) -> Option<Json> {
        let cut = self.units.get(&span.unit)?;
        let (part, start) = cut.kept.iter().find(|(part, _)| part.contains(span))?;
        let start = start + span.start - part.start;
        let moved = Span { unit: UnitIx(cut.unit), start, end: start + span.len() };
        Some(Json::of(&serde_json::to_value(self.quoting.quote(moved)?).ok()?))
    }

    /// Returns a value with its quotes moved. Those that are not in the link are left out; `None` if the
    /// value is one.
    pub fn moved(&self, value: &Json) -> Option<Json> {
        if let Some(span) = value.span {
            return self.quote(span);
        }
        if value.is_list() {
            let list: Vec<Json> = value.elements().iter().filter_map(|it| self.moved(it)).collect();
            return Some(Json::list(list));
        }
        if value.is_object() {
            let fields = value.fields().iter();
            let fields = fields.filter_map(|(name, it)| Some((&**name, self.moved(it)?)));
            return Some(Json::object(fields));
        }
        Some(value.clone())
    }
}

/// Returns the texts of the units in their order: the dateline, which may be empty, and the paragraphs.
fn all(units: &BTreeMap<UnitIx, Cut>) -> Vec<String> {
    let mut texts = vec![String::new()];
    for cut in units.values() {
        match cut.unit {
            0 => texts[0].clone_from(&cut.text),
            _ => texts.push(cut.text.clone()),
        }
    }
    texts
}

/// Returns the parts of a unit that can be shown: the words, with a few words around them within their
/// sentence.
fn shown(desk: &Desk, words: &[Span]) -> Vec<Span> {
    let text = desk.text();
    let mut parts: Vec<Span> = Vec::new();
    for span in words {
        let sentence = text.sentence_at(span.unit, span.start).unwrap_or(*span);
        let all = text.words(span.unit);
        let first = all.partition_point(|word| word.span.end <= span.start);
        let last = all.partition_point(|word| word.span.start < span.end);
        let is_near = |word: &&Word| {
            sentence.start <= word.span.start
                && word.span.end <= sentence.end
                && word.span.start + CONTEXT_LENGTH >= span.start
                && word.span.end <= span.end + CONTEXT_LENGTH
        };
        let before = all[..first].iter().rev().take(CONTEXT_WORDS).take_while(is_near).last();
        let after = all[last..].iter().take(CONTEXT_WORDS).take_while(is_near).last();
        let start = before.map_or(span.start, |it| it.span.start.min(span.start));
        let end = after.map_or(span.end, |it| it.span.end.max(span.end));
        let part = Span { start, end, ..*span };
        match parts.last_mut() {
            Some(last) if part.start <= last.end + 1 => last.end = last.end.max(part.end),
            _ => parts.push(part),
        }
    }
    parts
}
