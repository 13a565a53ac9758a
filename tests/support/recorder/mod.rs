//! Records how an article is annotated from its plain text, by keyboard alone or by mouse alone, until it says what a
//! finished dossier says: the keys or clicks of each statement, and what remains different.
//!
//! The keys and clicks are those of the page. Enter or a click accepts a suggestion, a key or a click answers a
//! question. The keyboard selects words with arrows, the mouse by drawing over them; a letter or a button then says
//! what they are. A name that is typed costs a key for each letter. Summaries, topics and notes are not typed.

pub mod report;
mod select;

pub use report::print;

use onrecord::annotate::{
    Answer, ArticleField, Card, Desk, Edit, Focus, Key, Label, NewHop, Part, Question, Refused,
    Session, Slot, SuggestionIx, Who,
};
use onrecord::model::{ActorIx, Dossier, Span, Statement};
use onrecord::suggest::Lexicons;
use select::keys_to_select;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// What a person uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// The keyboard alone.
    Keys,
    /// The mouse alone.
    Mouse,
}

/// What was done for a statement.
#[derive(Debug, Clone, Default)]
pub struct Made {
    /// The id of the statement in the finished dossier.
    pub id: String,
    /// Number of keys or clicks.
    pub count: usize,
    /// Those of them that type a name. With the mouse, they are keys that it cannot do without.
    pub typed: usize,
    /// The keys or clicks by what they are for.
    pub parts: BTreeMap<&'static str, usize>,
    /// Number of things that a person has to decide.
    pub decisions: usize,
    /// Number of words that were drawn over.
    pub drags: usize,
    /// How long the page's state takes for the edits.
    pub machine: Duration,
    /// What was refused.
    pub refused: Vec<Refused>,
}

/// A recording.
pub struct Record {
    /// The result.
    pub desk: Desk,
    /// What was done for each statement of the finished dossier.
    pub made: Vec<Made>,
    /// Number of suggestions.
    pub found: usize,
}

impl Made {
    /// Returns an estimate of a person's seconds, by the keystroke-level model of Card, Moran and Newell: 0.28 s for a key
    /// of an average typist, 1.1 s to point, 0.2 s to click, and 1.35 s for each decision.
    pub fn seconds(&self, hand: Hand) -> f64 {
        let count = |it: usize| f64::from(u32::try_from(it).unwrap_or(u32::MAX));
        let hands = match hand {
            Hand::Keys => 0.28 * count(self.count),
            Hand::Mouse => {
                let clicks = self.count - self.typed;
                1.3 * count(clicks) + 1.1 * count(self.drags) + 0.28 * count(self.typed)
            }
        };
        hands + 1.35 * count(self.decisions)
    }
}

/// Annotates the text of a finished dossier.
///
/// # Panics
/// If the text cannot be pasted.
pub fn record(wanted: &Dossier, session: &Session, hand: Hand) -> Record {
    let units: Vec<&str> = wanted.article.units.iter().map(|it| it.as_str().trim()).collect();
    let text = units.join("\n\n");
    let mut desk = Desk::paste(text.trim(), session).expect("it is pasted").desk;
    desk.suggest_with(&Lexicons::default());
    let found = desk.view().suggestions.len();
    let mut person = Person { desk, wanted, hand, now: Made::default() };
    let made = (0..wanted.statements.len()).map(|at| person.make(at)).collect();
    let text = wanted.article.rights.holder.to_string();
    let rights = Edit::Article { field: ArticleField::RightsHolder, text };
    person.desk.apply(rights).expect("it is set");
    Record { desk: person.desk, made, found }
}

/// A person who wants what the finished dossier says.
struct Person<'d> {
    desk: Desk,
    wanted: &'d Dossier,
    hand: Hand,
    now: Made,
}

/// Returns a name without an article and in lower case.
fn bare(name: &str) -> String {
    let name = name.to_lowercase();
    ["the ", "a ", "an "].iter().find_map(|it| name.strip_prefix(it)).unwrap_or(&name).to_owned()
}

fn length(name: &str) -> usize {
    name.chars().count()
}

impl Person<'_> {
    /// Makes an edit that costs keys or clicks. Returns false if it was refused.
    fn apply(&mut self, what: &'static str, count: usize, edit: Edit) -> bool {
        let start = Instant::now();
        let made = self.desk.apply(edit);
        self.now.machine += start.elapsed();
        self.pay(what, count);
        self.now.decisions += 1;
        let is_made = made.is_ok();
        self.now.refused.extend(made.err());
        is_made
    }

    fn pay(&mut self, what: &'static str, count: usize) {
        self.now.count += count;
        *self.now.parts.entry(what).or_default() += count;
    }

    /// Returns a name that no answer offers, and what it costs: with the mouse, one that the text uses is drawn over.
    fn other_name(&mut self, names: &[String]) -> (String, usize) {
        let is_in_text = |it: &&String| self.desk.text().quoting().contains(it);
        if let Some(name) = names.iter().find(is_in_text).filter(|_| self.hand == Hand::Mouse) {
            self.now.drags += 1;
            return (name.clone(), 2);
        }
        let count = self.type_name(&names[0]);
        (names[0].clone(), count)
    }

    fn type_name(&mut self, name: &str) -> usize {
        // Into the field, the letters, and Enter.
        self.now.typed += length(name);
        length(name) + 2
    }

    fn card(&self, key: Key) -> Card {
        let cards = self.desk.view().statements.iter();
        Card::clone(cards.clone().find(|it| it.key == key).expect("the statement"))
    }

    /// Returns the suggestion whose words are nearest to those of a statement.
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

    /// Dismisses the suggestions that the page shows before a statement and that no statement is made of. Returns true
    /// if it then shows a suggestion.
    fn clear_the_way(&mut self, at: usize, wanted: Option<SuggestionIx>) -> bool {
        loop {
            let after = at.checked_sub(1).and_then(|at| self.wanted.statements[at].content.last());
            let shown = self.desk.next_open(after.copied()).and_then(|it| it.focus);
            let Some(Focus::Suggestion(ix)) = shown else { return false };
            if Some(ix) == wanted {
                return true;
            }
            let mut later = self.wanted.statements[at..].iter();
            if later.any(|it| self.suggestion(it) == Some(ix)) {
                return false;
            }
            if !self.apply("dismissing", 1, Edit::Reject(ix)) {
                return false;
            }
        }
    }

    /// Corrects the words of a part.
    fn correct(&mut self, key: Key, part: Part, wanted: &[Span]) {
        let card = self.card(key);
        let beside = card.content.spans.first().copied();
        let (own, what) = match part {
            Part::Content => (card.content.spans, "words"),
            Part::Source => (card.source.spans, "source"),
            Part::Cue => (card.cue.spans, "verb"),
        };
        if own == wanted {
            return;
        }
        if wanted.is_empty() {
            let slot = if part == Part::Cue { Slot::Verb } else { Slot::Source };
            // The slot, and the answer that there is none.
            self.apply(what, 2, Edit::Without { statement: key, slot });
            return;
        }
        let count = self.select(&own, beside, wanted);
        self.apply(what, count, Edit::SetWords { statement: key, part, words: wanted.to_vec() });
    }

    /// Answers the question about a verb or a source, if it is asked and an answer has the words.
    fn choose_words(&mut self, key: Key, slot: Slot, wanted: &[Span]) {
        let question = self.desk.next_question(key).filter(|it| it.slot == slot);
        let part = if slot == Slot::Verb { Part::Cue } else { Part::Source };
        let what = if slot == Slot::Verb { "verb" } else { "source" };
        let sets = |edit: &Edit| match edit {
            Edit::SetWords { part: own, words, .. } => *own == part && words == wanted,
            _ => false,
        };
        let fits = |answer: &&Answer| match &answer.edit {
            Edit::All(edits) => edits.iter().any(sets),
            edit => sets(edit),
        };
        let answers = question.iter().flat_map(|it| &it.answers);
        if let Some(answer) = answers.clone().find(fits) {
            let edit = answer.edit.clone();
            self.apply(what, 1, edit);
        }
    }

    /// Returns what selecting words and using them costs.
    fn select(&mut self, own: &[Span], beside: Option<Span>, wanted: &[Span]) -> usize {
        match self.hand {
            Hand::Mouse => {
                self.now.drags += wanted.len();
                2 * wanted.len()
            }
            Hand::Keys => {
                let pairs = wanted.iter().enumerate();
                let select: usize = pairs
                    .map(|(at, span)| {
                        let from = own.get(at).copied().or(beside).unwrap_or(*span);
                        keys_to_select(&self.desk, from, *span) + usize::from(at > 0)
                    })
                    .sum();
                // W, S or V takes the selection.
                select + 1
            }
        }
    }

    fn names(&self, actor: ActorIx) -> Vec<String> {
        let actor = self.wanted.actor(actor);
        let aliases = actor.aliases.iter().map(|it| it.value.to_string());
        std::iter::once(actor.name.value.to_string()).chain(aliases).collect()
    }

    /// Answers a question with what the finished dossier says.
    fn answer(&mut self, question: &Question, wanted: &Statement, earlier: bool) {
        let speaks: Vec<Vec<String>> =
            wanted.speakers.iter().map(|it| self.names(it.value)).collect();
        let via: Vec<Vec<String>> = wanted.via.iter().map(|it| self.names(it.actor)).collect();
        let is_named = |all: &[String], name: &str| all.iter().any(|it| bare(it) == bare(name));
        let fits = |answer: &&Answer| match (&answer.label, question.slot) {
            (Label::SameAs(_), Slot::Speaker) => earlier,
            (Label::Actor { name, .. }, Slot::Speaker) => {
                speaks.len() == 1 && is_named(&speaks[0], name)
            }
            (Label::Unknown, Slot::Speaker) => speaks.is_empty(),
            (Label::Chain(names), Slot::Chain) => {
                names.len() == via.len()
                    && names.iter().zip(&via).all(|(one, all)| is_named(all, one))
            }
            (Label::Nobody, Slot::Chain) => via.is_empty(),
            (Label::Kind(kind), Slot::Kind) => *kind == wanted.kind.value,
            (Label::Words(_), Slot::Antecedent) => true,
            (Label::Without, Slot::Verb | Slot::Source | Slot::Antecedent) => true,
            (Label::Date(edtf), Slot::Date) => {
                wanted.said_on.as_ref().is_some_and(|it| *it.edtf == **edtf)
            }
            _ => false,
        };
        let statement = question.statement;
        let what = match question.slot {
            Slot::Speaker => "speaker",
            Slot::Antecedent => "pronoun",
            Slot::Chain => "chain",
            Slot::Kind => "type",
            Slot::Date => "date",
            Slot::Verb => "verb",
            Slot::Source => "source",
            Slot::Words => "words",
        };
        if let Some(answer) = question.answers.iter().find(fits) {
            let edit = answer.edit.clone();
            self.apply(what, 1, edit);
            return;
        }
        match question.slot {
            Slot::Speaker => {
                // Several speakers: the choice of several, an answer for each, and that it is all.
                let mut count = if speaks.len() > 1 { 2 } else { 0 };
                let mut who = Vec::new();
                for names in &speaks {
                    let answers = question.answers.iter();
                    let known = answers.clone().find_map(|it| match (&it.label, it.who()) {
                        (Label::Actor { name, .. }, Some(who)) => {
                            is_named(names, name).then(|| who.clone())
                        }
                        _ => None,
                    });
                    let (known, cost) = match known {
                        Some(known) => (known, 1),
                        None => {
                            let (name, cost) = self.other_name(names);
                            (Who::Typed(name), cost)
                        }
                    };
                    count += cost;
                    who.push(known);
                }
                self.apply(what, count, Edit::Speakers { statement, who });
            }
            Slot::Chain => {
                let mut hops = Vec::new();
                let mut count = 0;
                for (hop, names) in wanted.via.iter().zip(&via) {
                    let (name, cost) = self.other_name(names);
                    count += cost;
                    // A name that is typed has no words that show how it passed them on.
                    let role = onrecord::model::HopRole::Relayed;
                    debug_assert_eq!(self.names(hop.actor), *names);
                    hops.push(NewHop { who: Who::Typed(name), role, evidence: Vec::new() });
                }
                self.apply(what, count, Edit::Chain { statement, hops });
            }
            slot => {
                self.apply(what, 1, Edit::Without { statement, slot });
            }
        }
    }

    /// Makes one statement.
    fn make(&mut self, at: usize) -> Made {
        let wanted = &self.wanted.statements[at];
        self.now = Made { id: wanted.id.to_string(), ..Made::default() };
        let suggestion = self.suggestion(wanted);
        let is_shown = self.clear_the_way(at, suggestion);
        let is_made = match suggestion {
            // One that the page does not show is opened first.
            Some(ix) => self.apply("accepting", 1 + usize::from(!is_shown), Edit::Accept(ix)),
            None => {
                // The page, or a key, leads to the next words that nothing accounts for.
                let places = self.desk.open_places();
                let near = places.iter().find(|it| it.span.overlaps(wanted.content[0]));
                let from = near.map_or(wanted.content[0], |it| it.span);
                let count = self.select(&[from], Some(from), &wanted.content);
                let edit = Edit::NewStatement { content: wanted.content.clone() };
                self.apply("words", count + usize::from(self.hand == Hand::Keys), edit)
            }
        };
        let open = self.desk.view().focus;
        let (Some(Focus::Statement(key)), true) = (open, is_made) else {
            return std::mem::take(&mut self.now);
        };
        self.correct(key, Part::Content, &wanted.content);
        let source = wanted.source.own_words().to_vec();
        let is_shared = source.is_empty() && !wanted.speakers.is_empty();
        self.choose_words(key, Slot::Verb, &wanted.cue);
        self.correct(key, Part::Cue, &wanted.cue);
        if !is_shared {
            self.choose_words(key, Slot::Source, &source);
            self.correct(key, Part::Source, &source);
        }
        let earlier = at > 0 && {
            let before = &self.wanted.statements[at - 1];
            let ids = |it: &Statement| {
                let speakers = it.speakers.iter().map(|it| it.value);
                speakers.chain(it.via.iter().map(|it| it.actor)).collect::<Vec<_>>()
            };
            ids(before) == ids(wanted)
        };
        for _ in 0..12 {
            let Some(question) = self.desk.next_question(key) else { break };
            // `=` answers the source, the speaker and the chain.
            if question.slot == Slot::Source && earlier {
                self.apply("source", 1, Edit::SameSource { statement: key, from: None });
                continue;
            }
            let open = self.card(key).open;
            self.answer(&question, wanted, earlier);
            if self.card(key).open == open {
                break;
            }
        }
        // A chain that is not asked for is added by its slot.
        let card = self.card(key);
        if card.via.is_empty() && card.shared_with.is_none() && !wanted.via.is_empty() {
            let question = self.desk.question(key, Slot::Chain).expect("a question");
            self.pay("chain", 1);
            self.answer(&question, wanted, earlier);
        }
        // Enter, or a click on Done, goes on with the next.
        self.pay("done", 1);
        std::mem::take(&mut self.now)
    }
}
