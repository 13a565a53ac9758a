//! The first article annotated from its plain text, with the keys that a person presses counted.
//!
//! The keys are those of the page: J and Enter for a suggestion, a digit, letter or `=` for an answer, arrows
//! with Shift and Ctrl for words, a letter for what the words are. A name that is typed costs a key for
//! each letter. Summaries, topics and notes are not typed.

use super::{errors, session};
use onrecord::annotate::{
    Answer, ArticleField, Card, Desk, Edit, Focus, Key, Label, Part, Question, Side, Slot, Step,
    SuggestionIx, Text, Who,
};
use onrecord::load::load;
use onrecord::model::{Span, Statement};
use onrecord::suggest::Lexicons;

const FIRST: &[u8] = include_bytes!("../../static/dossiers/shafaq-2026-01-06.json");

/// Goal: at most this many keys for each statement.
const GOAL: usize = 25;

/// A person at the keyboard, who wants what the shipped dossier says.
struct Person<'d> {
    desk: Desk,
    wanted: &'d onrecord::model::Dossier,
    keys: usize,
}

/// Counts the keys that select words: from a piece that touches them, its ends move; from elsewhere, the
/// place of the keyboard moves to their first word, and then the last end.
fn keys_to_select(desk: &Desk, from: Span, wanted: Span) -> usize {
    let text = desk.text();
    if from.overlaps(wanted) {
        let start = moves(text, from, Side::Start, wanted);
        let from = Span { start: wanted.start, ..from };
        let end = moves(text, from, Side::End, wanted);
        // A key chooses the end that moves.
        return start + usize::from(start > 0) + end;
    }
    let first = text.word_at(wanted.unit, wanted.start).expect("a word");
    // By paragraphs, sentences, clauses and words to the first word.
    let paragraphs = from.unit.0.abs_diff(first.unit.0) as usize;
    let place = match paragraphs {
        0 => from,
        _ => text.word_at(first.unit, 0).expect("a word"),
    };
    let (side, path) = match place.start <= first.start {
        true => (Side::End, Span { end: first.end, ..place }),
        false => (Side::Start, Span { start: first.start, ..place }),
    };
    let way = moves(text, place, side, path);
    paragraphs + way.max(1) + moves(text, first, Side::End, wanted)
}

/// Counts the keys that move an end of a piece, by the longest steps that do not go too far.
fn moves(text: &Text, mut at: Span, side: Side, wanted: Span) -> usize {
    let position = |it: Span| if side == Side::End { it.end } else { it.start };
    let outwards = match side {
        Side::End => wanted.end > at.end,
        Side::Start => wanted.start < at.start,
    };
    let mut keys = 0;
    while position(at) != position(wanted) {
        let steps = [Step::Sentence, Step::Clause, Step::Word].map(|step| match outwards {
            true => text.extend(at, side, step),
            false => text.shrink(at, side, step),
        });
        let overshoots = |it: &Span| match (side, outwards) {
            (Side::End, true) | (Side::Start, false) => position(*it) > position(wanted),
            (Side::End, false) | (Side::Start, true) => position(*it) < position(wanted),
        };
        let next = steps.into_iter().find(|it| !overshoots(it) && *it != at);
        // A word that is cut by a quotation mark is selected as a whole.
        let Some(next) = next else { return keys + 1 };
        at = next;
        keys += 1;
    }
    keys
}

/// A name without an article and in lower case.
fn bare(name: &str) -> String {
    let name = name.to_lowercase();
    ["the ", "a ", "an "].iter().find_map(|it| name.strip_prefix(it)).unwrap_or(&name).to_owned()
}

impl Person<'_> {
    fn apply(&mut self, keys: usize, edit: Edit) {
        if std::env::var("SHOW").is_ok() {
            eprintln!("{keys:4} {}", format!("{edit:?}").chars().take(150).collect::<String>());
        }
        self.desk.apply(edit.clone()).unwrap_or_else(|refused| panic!("{edit:?}: {refused:?}"));
        self.keys += keys;
    }

    fn card(&self, key: Key) -> Card {
        let cards = self.desk.view().statements.iter();
        Card::clone(cards.clone().find(|it| it.key == key).expect("the statement"))
    }

    /// The suggestion whose words are nearest to those of a statement.
    fn suggestion(&self, wanted: &Statement) -> Option<SuggestionIx> {
        let shared = |spans: &[Span]| -> u32 {
            let each =
                spans.iter().flat_map(|one| {
                    wanted.content.iter().filter(|it| it.unit == one.unit).map(|other| {
                        one.end.min(other.end).saturating_sub(one.start.max(other.start))
                    })
                });
            each.sum()
        };
        let open = self.desk.view().suggestions.iter();
        let best = open.max_by_key(|it| {
            let same_cue =
                it.cue.spans.iter().any(|cue| wanted.cue.iter().any(|own| own.overlaps(*cue)));
            (same_cue, shared(&it.content.spans))
        })?;
        (shared(&best.content.spans) > 0).then_some(best.ix)
    }

    /// Corrects the words of a part.
    fn correct(&mut self, key: Key, part: Part, wanted: &[Span]) {
        let card = self.card(key);
        let beside = card.content.spans.first().copied();
        let own = match part {
            Part::Content => card.content.spans,
            Part::Source => card.source.spans,
            Part::Cue => card.cue.spans,
        };
        if own == wanted {
            return;
        }
        let pairs = wanted.iter().enumerate();
        let select: usize = pairs
            .map(|(at, span)| {
                let from = own.get(at).copied().or(beside).unwrap_or(*span);
                keys_to_select(&self.desk, from, *span) + usize::from(at > 0)
            })
            .sum();
        // W, S or V takes the selection.
        self.apply(select + 1, Edit::SetWords { statement: key, part, words: wanted.to_vec() });
    }

    /// Answers a question with what the shipped dossier says.
    fn answer(&mut self, question: &Question, wanted: &Statement, earlier: bool) {
        let names = |actor: onrecord::model::ActorIx| {
            let actor = self.wanted.actor(actor);
            let aliases = actor.aliases.iter().map(|it| it.value.to_string());
            std::iter::once(actor.name.value.to_string()).chain(aliases).collect::<Vec<_>>()
        };
        let speaks: Vec<Vec<String>> = wanted.speakers.iter().map(|it| names(it.value)).collect();
        let via: Vec<Vec<String>> = wanted.via.iter().map(|it| names(it.actor)).collect();
        let is_named = |all: &[String], name: &str| all.iter().any(|it| bare(it) == bare(name));
        let fits = |answer: &&Answer| match (&answer.label, question.slot) {
            (Label::SameAs(_), Slot::Speaker) => earlier,
            (Label::Actor { name, .. }, Slot::Speaker) => {
                speaks.len() == 1 && is_named(&speaks[0], name)
            }
            (Label::Chain(names), Slot::Chain) => {
                names.len() == via.len()
                    && names.iter().zip(&via).all(|(one, all)| is_named(all, one))
            }
            (Label::Nobody, Slot::Chain) => via.is_empty(),
            (Label::Kind(kind), Slot::Kind) => *kind == wanted.kind.value,
            (Label::Words(_), Slot::Antecedent) => true,
            (Label::Without, Slot::Verb | Slot::Source) => true,
            (Label::Date(edtf), Slot::Date) => {
                wanted.said_on.as_ref().is_some_and(|it| *it.edtf == **edtf)
            }
            (Label::Without, Slot::Date) => wanted.said_on.is_none(),
            _ => false,
        };
        let statement = question.statement;
        if let Some(answer) = question.answers.iter().find(fits) {
            assert!(answer.key.is_some() || question.slot == Slot::Kind);
            let edit = answer.edit.clone();
            return self.apply(1, edit);
        }
        match question.slot {
            // A digit for each of several speakers, or its name.
            Slot::Speaker if speaks.len() > 1 => {
                for names in &speaks {
                    let known =
                        question.answers.iter().find_map(|it| match (&it.label, &it.edit) {
                            (Label::Actor { name, .. }, Edit::Speakers { who, .. }) => {
                                is_named(names, name).then(|| who[0].clone())
                            }
                            _ => None,
                        });
                    let keys = if known.is_some() { 2 } else { names[0].chars().count() + 2 };
                    let who = known.unwrap_or_else(|| Who::Typed(names[0].clone()));
                    self.apply(keys, Edit::ToggleSpeaker { statement, who });
                }
            }
            Slot::Speaker => {
                let typed: Vec<String> = speaks.iter().map(|names| names[0].clone()).collect();
                let keys = typed.iter().map(|it| it.chars().count() + 2).sum();
                let who = typed.into_iter().map(Who::Typed).collect();
                self.apply(keys, Edit::Speakers { statement, who });
            }
            Slot::Chain => {
                let hops = wanted.via.iter().map(|hop| onrecord::annotate::NewHop {
                    who: Who::Typed(self.wanted.actor(hop.actor).name.value.to_string()),
                    role: hop.role.value,
                    evidence: hop.role.basis.evidence.clone(),
                });
                let hops: Vec<_> = hops.collect();
                let typed: usize = via.iter().map(|names| names[0].chars().count() + 2).sum();
                self.apply(typed, Edit::Chain { statement, hops });
            }
            slot => self.apply(1, Edit::Without { statement, slot }),
        }
    }

    /// Makes one statement, and returns the number of keys.
    fn make(&mut self, at: usize) -> usize {
        let wanted = &self.wanted.statements[at];
        let before = self.keys;
        // J leads to the suggestion, Enter accepts it. Without one, the words are selected.
        match self.suggestion(wanted) {
            Some(ix) => self.apply(2, Edit::Accept(ix)),
            None => {
                // N leads to the next words that nothing accounts for.
                let places = self.desk.open_places();
                let near = places.iter().find(|it| it.span.overlaps(wanted.content[0]));
                let from = near.map_or(wanted.content[0], |it| it.span);
                let select = wanted.content.iter().map(|it| keys_to_select(&self.desk, from, *it));
                let keys = select.sum::<usize>() + 2;
                self.apply(keys, Edit::NewStatement { content: wanted.content.clone() });
            }
        }
        let Some(Focus::Statement(key)) = self.desk.view().focus else { panic!("it is open") };
        self.correct(key, Part::Content, &wanted.content);
        let source = wanted.source.own_words().to_vec();
        self.correct(key, Part::Cue, &wanted.cue);
        self.correct(key, Part::Source, &source);
        let earlier = at > 0 && {
            let before = &self.wanted.statements[at - 1];
            let ids = |it: &Statement| it.speakers.iter().map(|it| it.value).collect::<Vec<_>>();
            ids(before) == ids(wanted)
        };
        for _ in 0..12 {
            let Some(question) = self.desk.next_question(key) else { break };
            // `=` answers the source, the speaker and the chain.
            if question.slot == Slot::Source && earlier {
                self.apply(1, Edit::SameSource { statement: key, from: None });
                continue;
            }
            self.answer(&question, wanted, earlier);
        }
        // A chain that is not asked for is added by its slot.
        let card = self.card(key);
        if card.via.is_empty() && !wanted.via.is_empty() {
            let question = self.desk.question(key, Slot::Chain).expect("a question");
            self.keys += 1;
            self.answer(&question, wanted, earlier);
        }
        // Enter finishes the card.
        self.keys += 1;
        self.keys - before
    }
}

#[test]
fn the_first_article_takes_few_keys_for_each_statement() {
    let loaded = load("first.json", FIRST);
    let wanted = loaded.dossier.expect("it loads");
    let units: Vec<&str> = wanted.article.units.iter().map(|it| it.as_str().trim()).collect();
    let mut desk = Desk::paste(&units.join("\n\n"), &session()).expect("it is pasted").desk;
    let article = desk.view().article.clone();
    assert_eq!((&*article.language, &*article.published), ("en", "2026-01-06"));
    assert_eq!(article.outlet, "Shafaq News");
    desk.suggest_with(&Lexicons::default());
    let found = desk.view().suggestions.len();
    let mut person = Person { desk, wanted: &wanted, keys: 0 };
    let counts: Vec<usize> = (0..wanted.statements.len()).map(|at| person.make(at)).collect();
    let total: usize = counts.iter().sum();
    let rights =
        Edit::Article { field: ArticleField::RightsHolder, text: "Shafaq News".to_owned() };
    person.desk.apply(rights).expect("it is set");
    eprintln!("{found} suggestions; keys for each statement: {counts:?}, {total} in all");
    assert_eq!(errors(&person.desk.json()), Vec::<String>::new());
    // What was made says what the shipped dossier says.
    let made = load("made.json", person.desk.json().as_bytes()).dossier.expect("it loads");
    assert_eq!(made.statements.len(), wanted.statements.len());
    let dateline = onrecord::model::UnitIx(0);
    for (own, other) in made.statements.iter().zip(&wanted.statements) {
        assert_eq!(own.content, other.content);
        assert_eq!(own.cue, other.cue);
        assert_eq!(own.source.own_words(), other.source.own_words());
        assert_eq!(own.kind.value, other.kind.value);
        assert_eq!(own.via.len(), other.via.len(), "{}", other.id);
        assert_eq!(own.speakers.len(), other.speakers.len(), "{}", other.id);
        assert_ne!(own.passage, dateline);
    }
    let mean = total / counts.len();
    assert!(mean <= GOAL, "{mean} keys for each statement: {counts:?}");
}
