//! The view, made of the document.

use super::{ArticleView, Card, Marks, Paragraph, Run, SuggestionIx, SuggestionView, View, Words};
use crate::annotate::desk::{Desk, Fate};
use crate::annotate::document::spans;
use crate::annotate::json::Json;
use crate::annotate::question::Slot;
use crate::model::{Directness, Span, UnitIx, Vocabulary, word_count};
use std::rc::Rc;

impl Desk {
    /// Makes the view again.
    pub(in crate::annotate) fn draw(&mut self) {
        let text = |value: Option<&Json>| {
            value.and_then(Json::as_text).map(str::to_owned).unwrap_or_default()
        };
        let document = &self.state.document;
        let (root, article) = (&document.root, document.article());
        let of_article = |name: &str| text(article.and_then(|it| it.get(name)));
        let article = ArticleView {
            id: text(root.get("id")),
            title: text(root.get("title")),
            headline: of_article("headline"),
            dateline: of_article("dateline"),
            language: of_article("language"),
            published: of_article("published"),
            is_draft: root.get("draft").is_some_and(Json::is_true),
            ..ArticleView::default()
        };
        let statements: Vec<Rc<Card>> = (document.list("statements").iter().enumerate())
            .map(|(at, json)| Rc::new(self.card(at, json)))
            .collect();
        let open = |it: &usize| self.state.fates.get(*it) == Some(&Fate::Open);
        let suggestions = (0..self.suggestions.len()).filter(open).map(|at| {
            let it = &self.suggestions[at];
            let (words, quoted_words) = self.count(&it.content);
            Rc::new(SuggestionView {
                ix: SuggestionIx(at),
                letter: letter(at),
                content: self.words(&it.content),
                source: self.words(&it.source),
                cue: self.words(&it.cue),
                words,
                quoted_words,
                confidence: it.confidence,
            })
        });
        let suggestions: Vec<Rc<SuggestionView>> = suggestions.collect();
        let (undo, redo) = self.next_names();
        let mut view = View {
            article: Rc::new(article),
            paragraphs: Vec::new(),
            statements,
            suggestions,
            rejected: self.state.fates.iter().filter(|it| **it == Fate::Rejected).count(),
            focus: self.focus,
            undo,
            redo,
            unsaved: self.unsaved,
            normalised: Rc::clone(&self.normalised),
            ..View::default()
        };
        let units = (0..).map(UnitIx).zip(self.text.units());
        view.paragraphs = units
            .filter(|(ix, unit)| ix.0 > 0 || !unit.is_empty())
            .map(|(ix, _)| Rc::new(self.paragraph(ix, &view)))
            .collect();
        self.view = view;
    }

    fn words(&self, spans: &[Span]) -> Words {
        let texts = spans.iter().map(|it| self.text.slice(*it).into()).collect();
        Words { spans: spans.to_vec(), texts }
    }

    /// Returns the number of words of spans, and of those in quotation marks.
    fn count(&self, spans: &[Span]) -> (usize, usize) {
        let quotations = self.text.quotations();
        let mut count = (0, 0);
        for span in spans {
            let words = self.text.words(span.unit);
            count.0 += word_count(words, *span);
            let quoted = quotations.within(*span);
            count.1 += quoted.map(|quoted| word_count(words, quoted)).sum::<usize>();
        }
        count
    }

    fn card(&self, at: usize, json: &Json) -> Card {
        let text = |name: &str| json.get(name).and_then(Json::as_text).unwrap_or_default();
        let content = spans(json.get("content"));
        let source = json.get("source");
        let words_of = source
            .map(|it| if it.is_object() && it.span.is_none() { it.get("words") } else { Some(it) });
        let (words, quoted_words) = self.count(&content);
        let speakers = json.get("speakers");
        let ids = speakers.map_or(&[][..], Json::elements).iter();
        let ids = ids.filter_map(|it| it.as_text().or_else(|| it.get("is")?.as_text()));
        let has_speakers = speakers.is_some();
        let kind = json.get("kind").and_then(|it| it.as_text().or_else(|| it.get("is")?.as_text()));
        let kind = kind.and_then(crate::model::Kind::from_code);
        let key = json.key.unwrap_or(crate::annotate::Key(u32::MAX));
        let source = spans(words_of.flatten());
        let cue = spans(json.get("cue"));
        let is_open = |slot: Slot, is_empty: bool| {
            (is_empty && !self.state.without.contains(&(key, slot))).then_some(slot)
        };
        let open = [
            is_open(Slot::Words, content.is_empty()),
            is_open(Slot::Verb, cue.is_empty()),
            is_open(Slot::Source, source.is_empty()),
            is_open(Slot::Speaker, !has_speakers),
            is_open(Slot::Kind, kind.is_none()),
        ];
        Card {
            key,
            number: at + 1,
            id: text("id").to_owned(),
            passage: cue.first().or(content.first()).map(|it| it.unit),
            source: self.words(&source),
            cue: self.words(&cue),
            antecedent: Words::default(),
            content: self.words(&content),
            shared_with: None,
            speakers: ids.map(|id| (id.to_owned(), id.to_owned())).collect(),
            has_speakers,
            is_unnamed: false,
            via: Vec::new(),
            kind,
            channel: None,
            identification: None,
            said_on: None,
            topics: Vec::new(),
            about: Vec::new(),
            gist: text("gist").to_owned(),
            note: text("note").to_owned(),
            is_draft: json.get("draft").is_some_and(Json::is_true),
            directness: match quoted_words {
                0 => Directness::Indirect,
                _ if quoted_words == words => Directness::Direct,
                _ => Directness::Mixed,
            },
            words,
            quoted_words,
            needs: open
                .iter()
                .flatten()
                .copied()
                .filter(|it| matches!(it, Slot::Words | Slot::Speaker))
                .collect(),
            open: open.into_iter().flatten().collect(),
            problems: Vec::new(),
        }
    }

    fn paragraph(&self, unit: UnitIx, view: &View) -> Paragraph {
        let text = &self.text.units()[unit.index()];
        let mut marked: Vec<(Span, Marks)> = Vec::new();
        let mut mark = |spans: &[Span], marks| {
            marked.extend(spans.iter().filter(|it| it.unit == unit).map(|it| (*it, marks)));
        };
        mark(self.text.quotations().of(unit), Marks::QUOTED);
        for card in &view.statements {
            mark(&card.content.spans, Marks::CONTENT);
            mark(&card.source.spans, Marks::SOURCE);
            mark(&card.cue.spans, Marks::CUE);
        }
        for it in &view.suggestions {
            mark(&it.content.spans, Marks::SUGGESTED);
            mark(&it.source.spans, Marks::SUGGESTED_SOURCE);
            mark(&it.cue.spans, Marks::SUGGESTED_CUE);
        }
        let mut ends: Vec<u32> = marked.iter().flat_map(|(it, _)| [it.start, it.end]).collect();
        ends.extend([0, text.len()]);
        ends.sort_unstable();
        ends.dedup();
        let runs = ends.windows(2).map(|ends| {
            let span = Span { unit, start: ends[0], end: ends[1] };
            let mut marks = Marks::default();
            for (it, mark) in &marked {
                if it.overlaps(span) {
                    marks |= *mark;
                }
            }
            let bytes = text.byte(span.start)..text.byte(span.end);
            Run { span, bytes, marks, statement: None, suggestion: None }
        });
        let own = view.statements.iter().filter(|card| card.passage == Some(unit));
        Paragraph {
            unit,
            text: text.as_str().into(),
            runs: runs.collect(),
            statements: own.map(|card| (card.number, card.key)).collect(),
            suggestions: Vec::new(),
            problems: Vec::new(),
            totals: super::Totals::default(),
        }
    }
}

/// Returns the letters of a suggestion: a to z, then aa.
fn letter(at: usize) -> String {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { letter(at).to_string() } else { letter_of(at / 26 - 1) + &letter(at).to_string() }
}

fn letter_of(at: usize) -> String {
    letter(at)
}
