//! The view, made of the document. What did not change is taken from the view before.

use super::card::{Actors, Offers};
use super::paragraph::{Input, Owner};
use super::{Card, Marks, Paragraph, SuggestionIx, SuggestionView, Totals, View};
use crate::annotate::Text;
use crate::annotate::desk::{Desk, Focus};
use crate::annotate::document::spans;
use crate::annotate::json::{Json, Key};
use crate::annotate::names::{Mentions, known};
use crate::annotate::problem::{About, Weight};
use crate::model::{Span, UnitIx};
use crate::suggest::Suggestions;
use std::collections::HashMap;
use std::rc::Rc;

/// What the last view was made of.
#[derive(Default)]
pub struct Drawn {
    /// The lists on which all cards depend, and the text.
    context: Option<(Json, Json, Rc<Text>)>,
    /// The actors by their ids.
    pub(in crate::annotate) actors: Rc<Actors>,
    /// Where the text names them.
    pub(in crate::annotate) mentions: Rc<Mentions>,
    /// The actors and the text of which the mentions are.
    mentions_of: Option<(Json, Rc<Text>)>,
    cards: HashMap<Key, Base>,
    /// The suggestions of which the cards know.
    suggestions: Rc<Suggestions>,
    /// The positions of the suggestions by the unit of their content.
    pub(in crate::annotate) by_unit: HashMap<UnitIx, Vec<usize>>,
    paragraphs: Vec<(Input, Rc<Paragraph>)>,
}

/// What a card is made of, apart from its number and what a person answered.
struct Base {
    json: Json,
    card: Rc<Card>,
    offers: Offers,
}

impl Desk {
    /// Makes the view again.
    pub(in crate::annotate) fn draw(&mut self) {
        let list =
            |name: &str| self.state.document.root.get(name).cloned().unwrap_or_else(Json::null);
        let context = (list("actors"), list("topics"), Rc::clone(&self.state.text));
        let is_same = self.drawn.context.as_ref().is_some_and(|(actors, topics, text)| {
            Rc::ptr_eq(text, &context.2)
                && (actors.is_same(&context.0) || *actors == context.0)
                && (topics.is_same(&context.1) || *topics == context.1)
        });
        if !is_same {
            self.drawn.actors = Rc::new(known(self.state.document.list("actors")));
            self.drawn.cards.clear();
        }
        let is_known = self.drawn.mentions_of.as_ref().is_some_and(|(actors, text)| {
            actors.is_same(&context.0) && Rc::ptr_eq(text, &context.2)
        });
        // Finding the names in a very large text takes long, and can wait for the check.
        if !is_known && (self.is_checked || self.drawn.mentions_of.is_none()) {
            self.drawn.mentions = Rc::new(self.find_mentions());
            self.drawn.mentions_of = Some((context.0.clone(), Rc::clone(&context.2)));
        }
        if !Rc::ptr_eq(&self.drawn.suggestions, &self.suggestions) {
            self.drawn.suggestions = Rc::clone(&self.suggestions);
            self.drawn.cards.clear();
            self.drawn.by_unit.clear();
            for (at, it) in self.suggestions.statements.iter().enumerate() {
                let unit = it.content.first().map(|it| it.unit);
                self.drawn.by_unit.entry(unit.unwrap_or(UnitIx(0))).or_default().push(at);
            }
        }
        self.drawn.context = Some(context);
        let old = std::mem::take(&mut self.view);
        let (undo, redo) = self.history.next();
        let statements = self.draw_cards(&old);
        let mut view = View {
            article: reuse(self.article_view(), Some(&old.article)),
            suggestions: self.draw_suggestions(&statements, &old),
            statements,
            rejected: self.state.rejected.len(),
            background: self.background_views(&old),
            topics: self.topic_labels(),
            is_checked: self.is_checked,
            focus: self.focus,
            review: Rc::clone(&self.state.review),
            undo,
            redo,
            unsaved: self.history.unsaved(),
            normalised: Rc::clone(&self.normalised),
            ..View::default()
        };
        view.actors = self.actor_views(&view, &old);
        view.names = self.name_views(&old);
        view.figures = self.figure_views(&view, &old);
        self.view = view;
        let problems = self.problems();
        self.add_problems(problems, &old);
        self.draw_paragraphs();
    }

    /// Makes the cards. They know neither their problems nor, for a shared source, more than its key.
    fn draw_cards(&mut self, old: &View) -> Vec<Rc<Card>> {
        let list = self.state.document.list("statements").to_vec();
        let actors = Rc::clone(&self.drawn.actors);
        let numbers: HashMap<Key, usize> =
            (1..).zip(&list).filter_map(|(number, it)| Some((it.key?, number))).collect();
        let before: HashMap<Key, &Rc<Card>> =
            old.statements.iter().map(|card| (card.key, card)).collect();
        let mut known = std::mem::take(&mut self.drawn.cards);
        let mut base: Vec<(Base, bool)> = Vec::with_capacity(list.len());
        for json in &list {
            let old = json.key.and_then(|key| known.remove(&key));
            let is_old = |it: &Base| it.json.is_same(json) && it.card.shared_with.is_none();
            base.push(match old.filter(is_old) {
                Some(old) => (old, true),
                None => {
                    let card = self.base_card(json, &actors);
                    let offers = self.offers(&card);
                    (Base { json: json.clone(), card: Rc::new(card), offers }, false)
                }
            });
        }
        let mut passed_on: HashMap<String, usize> = HashMap::new();
        for (it, _) in base.iter().filter(|(it, _)| !it.card.via.is_empty()) {
            for (id, _) in &it.card.speakers {
                *passed_on.entry(id.clone()).or_default() += 1;
            }
        }
        let mut cards = Vec::with_capacity(base.len());
        for (it, is_old) in base {
            let (key, card) = (it.card.key, &it.card);
            let number = numbers.get(&key).copied().unwrap_or_default();
            let open = self.open_slots(card, &it.offers, &passed_on);
            let is_draft = self.is_draft(&it.json);
            let old = before.get(&key).copied();
            let is_same = |old: &&Rc<Card>| {
                is_old && old.number == number && old.open == open && old.is_draft == is_draft
            };
            cards.push(match old.filter(is_same) {
                Some(old) => Rc::clone(old),
                None => {
                    let mut new = Card::clone(card);
                    new.needs = open.iter().copied().filter(|it| it.is_needed()).collect();
                    (new.number, new.open, new.is_draft) = (number, open, is_draft);
                    if let Some((key, number)) = &mut new.shared_with {
                        *number = numbers.get(key).copied().unwrap_or_default();
                    }
                    // Problems are added later. The card is the old one if they are the same then.
                    if let Some(old) = old {
                        new.problems.clone_from(&old.problems);
                    }
                    reuse(new, old)
                }
            });
            self.drawn.cards.insert(key, it);
        }
        cards
    }

    /// Makes the open suggestions: those that nobody rejected and no statement covers.
    fn draw_suggestions(&self, statements: &[Rc<Card>], old: &View) -> Vec<Rc<SuggestionView>> {
        let mut taken: Vec<Vec<Span>> = vec![Vec::new(); self.text().units().len()];
        let mut cues = taken.clone();
        for card in statements {
            card.content.spans.iter().for_each(|it| taken[it.unit.index()].push(*it));
            card.cue.spans.iter().for_each(|it| cues[it.unit.index()].push(*it));
        }
        let covered = |span: &Span| {
            let of = |it: &Span| it.end.min(span.end).saturating_sub(it.start.max(span.start));
            taken.get(span.unit.index()).into_iter().flatten().map(of).sum::<u32>()
        };
        let before: HashMap<SuggestionIx, &Rc<SuggestionView>> =
            old.suggestions.iter().map(|it| (it.ix, it)).collect();
        let all = self.suggestions.statements.iter().enumerate();
        let open = all.filter(|(_, it)| {
            let fits = it.content.iter().all(|span| self.text().contains(*span));
            let length: u32 = it.content.iter().map(|span| span.len()).sum();
            let is_told = it.content.iter().map(covered).sum::<u32>() * 2 > length;
            let has_cue = it.cue.iter().any(|cue| {
                let cues = cues.get(cue.unit.index()).into_iter().flatten();
                cues.into_iter().any(|it| it.overlaps(*cue))
            });
            fits && !is_told && !has_cue && !self.state.rejected.contains(&it.content)
        });
        open.map(|(at, it)| {
            let quoted = self.quoted(&it.content);
            let speaker = it.speaker.as_ref();
            let speaker = speaker.and_then(|it| self.suggestions.actors.get(it.actor));
            let ix = SuggestionIx(at);
            let new = SuggestionView {
                ix,
                letter: letter(at),
                content: self.words(&it.content),
                source: self.words(&it.source),
                cue: self.words(&it.cue),
                words: quoted.words,
                quoted_words: quoted.quoted,
                speaker: speaker.map(|it| it.name.clone()),
                confidence: it.confidence,
                rule: it.rule,
            };
            reuse(new, before.get(&ix).copied())
        })
        .collect()
    }

    /// Makes the paragraphs that changed.
    fn draw_paragraphs(&mut self) {
        let inputs = self.inputs();
        let text = Rc::clone(&self.state.text);
        let mut drawn = std::mem::take(&mut self.drawn.paragraphs).into_iter();
        let mut paragraphs = Vec::with_capacity(inputs.len());
        for (unit, input) in (0..).map(UnitIx).zip(inputs) {
            let old = drawn.next().filter(|(of, paragraph)| {
                *of == input && Rc::ptr_eq(&paragraph.text, &text.shared(unit))
            });
            let paragraph = match old {
                Some((_, paragraph)) => paragraph,
                None => Rc::new(input.paragraph(unit, &text)),
            };
            paragraphs.push((input, paragraph));
        }
        let mut totals = Totals::default();
        paragraphs.iter().for_each(|(_, paragraph)| totals.add(paragraph.totals));
        self.view.totals = totals;
        let shown = paragraphs.iter().filter(|(_, it)| it.unit.0 > 0 || !it.text.is_empty());
        self.view.paragraphs = shown.map(|(_, it)| Rc::clone(it)).collect();
        self.drawn.paragraphs = paragraphs;
    }

    /// Returns what each paragraph is made of.
    fn inputs(&self) -> Vec<Input> {
        let text = self.text();
        let mut inputs = vec![Input::default(); text.units().len()];
        for (unit, input) in (0..).map(UnitIx).zip(&mut inputs) {
            let quoted = text.quotations().of(unit).iter();
            input.marked.extend(quoted.map(|it| (*it, Marks::QUOTED, Owner::Nobody)));
        }
        let mut mark = |spans: &[Span], marks: Marks, owner: Owner| {
            for span in spans {
                if let Some(input) = inputs.get_mut(span.unit.index()) {
                    input.marked.push((*span, marks, owner));
                }
            }
        };
        let list = self.state.document.list("statements");
        for (card, json) in self.view.statements.iter().zip(list) {
            let open = match self.focus == Some(Focus::Statement(card.key)) {
                true => Marks::OPEN,
                false => Marks::default(),
            };
            let owner = Owner::Statement(card.key);
            let named = if card.is_unnamed { Marks::UNNAMED } else { Marks::default() };
            mark(&card.source.spans, Marks::SOURCE | named | open, owner);
            mark(&card.cue.spans, Marks::CUE | open, owner);
            mark(&card.content.spans, Marks::CONTENT | open, owner);
            mark(&evidence(json), Marks::EVIDENCE | open, owner);
            let dates = json.get("dates").map_or(&[][..], Json::elements).iter();
            let dates = dates.chain(json.get("said_on"));
            dates.for_each(|it| mark(&spans(it.get("words")), Marks::DATE, owner));
        }
        for it in &self.view.suggestions {
            let open = match self.focus == Some(Focus::Suggestion(it.ix)) {
                true => Marks::OPEN,
                false => Marks::default(),
            };
            let owner = Owner::Suggestion(it.ix);
            mark(&it.source.spans, Marks::SUGGESTED_SOURCE | open, owner);
            mark(&it.cue.spans, Marks::SUGGESTED_CUE | open, owner);
            mark(&it.content.spans, Marks::SUGGESTED | open, owner);
        }
        for it in &self.view.background {
            let is_unclear = it.voice == Some(crate::model::Voice::Unclear);
            let marks = if is_unclear { Marks::UNCLEAR } else { Marks::default() };
            mark(&it.words.spans, Marks::BACKGROUND | marks, Owner::Nobody);
        }
        for it in &self.view.figures {
            mark(&it.words.spans, Marks::FIGURE, Owner::Nobody);
        }
        let titles = spans(self.state.document.article().and_then(|it| it.get("quoted_titles")));
        mark(&titles, Marks::TITLE, Owner::Nobody);
        let doubts = self.view.problems.iter().filter(|it| it.about != About::Article);
        for problem in doubts {
            match problem.weight {
                Weight::Fix => mark(&problem.spans, Marks::FIX, Owner::Nobody),
                Weight::Check => mark(&problem.spans, Marks::CHECK, Owner::Nobody),
                Weight::ToDo => {}
            }
        }
        for (at, problem) in self.view.problems.iter().enumerate() {
            let unit = match problem.about {
                About::Unit(unit) => Some(unit),
                _ => problem.spans.first().map(|it| it.unit),
            };
            if let Some(input) = unit.and_then(|unit| inputs.get_mut(unit.index())) {
                input.problems.push(at);
            }
        }
        for card in &self.view.statements {
            if let Some(input) = card.passage.and_then(|unit| inputs.get_mut(unit.index())) {
                input.statements.push((card.number, card.key));
            }
        }
        for it in &self.view.suggestions {
            let unit = it.content.spans.first().map(|it| it.unit);
            if let Some(input) = unit.and_then(|unit| inputs.get_mut(unit.index())) {
                input.suggestions.push((it.letter.clone(), it.ix));
            }
        }
        inputs
    }

    pub(in crate::annotate) fn statement_of(&self, key: Key) -> Option<&Json> {
        self.state.document.element("statements", key).map(|(_, it)| it)
    }
}

/// Returns the words that are evidence for a statement, as coverage counts them.
fn evidence(statement: &Json) -> Vec<Span> {
    let mut found = Vec::new();
    for hop in statement.get("via").map_or(&[][..], Json::elements) {
        found.extend(spans(hop.get("evidence")));
    }
    let field = |name: &str, part: &str| {
        let value = statement.get(name).filter(|it| it.is_object());
        spans(value.and_then(|it| it.get(part)))
    };
    for part in ["evidence", "condition", "reason"] {
        found.extend(field("identification", part));
    }
    found.extend(field("channel", "evidence"));
    found.extend(field("said_on", "words"));
    found
}

/// Returns the old value if the new one is the same.
pub(super) fn reuse<T: PartialEq>(new: T, old: Option<&Rc<T>>) -> Rc<T> {
    match old.filter(|old| ***old == new) {
        Some(old) => Rc::clone(old),
        None => Rc::new(new),
    }
}

/// Returns the letters of a suggestion: a to z, then aa, ab.
fn letter(at: usize) -> String {
    let last = char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    let before = if at < 26 { String::new() } else { letter(at / 26 - 1) };
    before + &last.to_string()
}
