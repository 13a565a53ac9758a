//! The table of fields: what each was read as, and the article's words for it.

use super::el::{attrs, copied, el, link, txt};
use super::marks::ours;
use super::page::Page;
use super::references::{referents, said};
use super::text::{self, Label};
use super::words::evidence_words;
use crate::model::{ActorIx, Basis, Span, Statement, StatementIx, When};
use yew::prelude::*;

/// A table of fields.
pub fn table(rows: Vec<Html>) -> Html {
    let head = |name: &'static str| attrs("th", vec![("scope", "col".into())], vec![txt(name)]);
    let heads = vec![head("Field"), head("Reading"), head("The article’s words for it")];
    let head = el("thead", "", vec![el("tr", "", heads)]);
    el("table", "fields", vec![head, el("tbody", "", rows)])
}

/// A row. With neither words nor a note the page says that it is our reading.
pub fn row(
    page: &Page,
    name: &'static str,
    reading: Vec<Html>,
    evidence: &[Span],
    note: Option<&str>,
) -> Html {
    let note = note.or(evidence.is_empty().then_some(text::OUR_READING));
    let mut words = evidence_words(&page.prepared, evidence);
    words.extend(note.map(|note| ours("span", "ours note", vec![copied(note)])));
    let name = attrs("th", vec![("scope", "row".into())], vec![txt(name)]);
    el("tr", "", vec![name, el("td", "", reading), el("td", "", words)])
}

/// A row for a value that was read.
pub fn reading(page: &Page, name: &'static str, value: &str, basis: &Basis) -> Html {
    row(page, name, vec![copied(value)], &basis.evidence, basis.note.as_deref())
}

/// The table of a statement's fields.
pub fn fields(page: &Page, ix: StatementIx) -> Html {
    let statement = page.prepared.dossier.statement(ix);
    let mut rows = who(page, statement);
    rows.extend(how(page, statement));
    rows.extend(what(page, ix));
    rows.extend(when_and_where(page, statement));
    table(rows)
}

/// Who said it, and how the article names the source.
fn who(page: &Page, statement: &Statement) -> Vec<Html> {
    let source = &statement.source;
    let mut rows = Vec::new();
    for (position, speaker) in statement.speakers.iter().enumerate() {
        let (name, words) = if position == 0 { ("Who", &*source.words) } else { ("and", &[][..]) };
        let evidence = [words, &speaker.basis.evidence].concat();
        let who = vec![actor(page, speaker.value)];
        rows.push(row(page, name, who, &evidence, speaker.basis.note.as_deref()));
    }
    if let Some(shared) = source.shared_with {
        let who = vec![txt("Not said again: the source of "), statement_link(page, shared)];
        rows.push(row(page, "Source", who, &source.words, source.note.as_deref()));
    } else if let Some(note) = &source.note {
        rows.push(row(page, "Source", vec![txt("As quoted")], &source.words, Some(note)));
    }
    if !source.antecedent.is_empty() {
        let mut stands: Vec<Html> = source.words.iter().map(|span| said(page, *span)).collect();
        stands.push(txt(" stands for"));
        rows.push(row(page, "Antecedent", stands, &source.antecedent, None));
    }
    let naming = &statement.identification;
    rows.push(reading(page, "Identification", naming.kind.value.label(), &naming.kind.basis));
    if !naming.described_as.is_empty() {
        rows.push(row(page, "Described as", vec![txt("As quoted")], &naming.described_as, None));
    }
    if naming.kind.value.is_unnamed() {
        rows.push(stated(page, "Condition", &naming.condition));
        rows.push(stated(page, "Reason given", &naming.reason));
    }
    rows
}

/// Through whom and by which channel it came, and the words of saying.
fn how(page: &Page, statement: &Statement) -> Vec<Html> {
    let mut rows = Vec::new();
    for hop in &statement.via {
        let role = txt(capital(hop.role.value.label()));
        let reading = vec![role, txt(" "), actor(page, hop.actor)];
        let Basis { evidence, note } = &hop.role.basis;
        rows.push(row(page, "Through", reading, evidence, note.as_deref()));
    }
    if statement.via.is_empty() {
        let note = "The article names no one between the source and itself.";
        rows.push(row(page, "Through", vec![txt("Nobody named")], &[], Some(note)));
    }
    rows.push(row(page, "Cue", vec![txt("The saying")], &statement.cue, None));
    rows.push(reading(page, "Channel", statement.channel.value.label(), &statement.channel.basis));
    rows
}

/// The speech act, how much is quoted, and what it is about.
fn what(page: &Page, ix: StatementIx) -> Vec<Html> {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = prepared.wording(ix);
    let quoted: Vec<Span> =
        statement.content.iter().flat_map(|span| prepared.quotations.within(*span)).collect();
    let words = text::count(wording.words, "word", "words");
    let share = vec![txt(format!("{} of {words}", wording.quoted_words))];
    let none = quoted.is_empty().then_some("No quotation marks stand around any of its words.");
    let mut rows = vec![
        reading(page, "Kind", statement.kind.value.label(), &statement.kind.basis),
        row(page, "Quoted", share, &quoted, none),
    ];
    for topic in &statement.topics {
        rows.push(reading(page, "Topic", &dossier.topic(topic.value).label, &topic.basis));
    }
    for about in &statement.about {
        let (evidence, note) = (&about.basis.evidence, about.basis.note.as_deref());
        rows.push(row(page, "Speaks of", vec![actor(page, about.value)], evidence, note));
    }
    for mention in &statement.mentions {
        let mut stands = vec![said(page, mention.words), txt(" stands for ")];
        stands.extend(referents(page, mention));
        let Basis { evidence, note } = &mention.basis;
        rows.push(row(page, "In it", stands, evidence, note.as_deref()));
    }
    rows
}

/// When it was said, and which dates and places it speaks of.
fn when_and_where(page: &Page, statement: &Statement) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let mut rows = vec![match &statement.said_on {
        Some(said) => date(page, "When said", said),
        None => {
            let note = "The article does not state the day.";
            row(page, "When said", vec![txt(text::NOT_STATED)], &[], Some(note))
        }
    }];
    rows.extend(statement.dates.iter().map(|when| date(page, "Date in it", when)));
    for place in &statement.places {
        rows.push(reading(page, "Place", &dossier.place(place.value).name.value, &place.basis));
    }
    if let Some(note) = &statement.note {
        rows.push(row(page, "Note", vec![txt("On the whole")], &[], Some(note)));
    }
    rows
}

fn date(page: &Page, name: &'static str, when: &When) -> Html {
    let mut reading = vec![txt(capital(&text::when_text(when)))];
    if let Some(to) = &when.relative_to {
        reading.push(el("span", "edtf", vec![txt(format!(" (read against {to})"))]));
    }
    row(page, name, reading, &when.words, when.note.as_deref())
}

fn stated(page: &Page, name: &'static str, words: &[Span]) -> Html {
    let reading = if words.is_empty() { text::NOT_STATED } else { "As stated" };
    let note = words.is_empty().then_some("The article gives none.");
    row(page, name, vec![txt(reading)], words, note)
}

fn actor(page: &Page, ix: ActorIx) -> Html {
    link("", page.actor(ix), vec![copied(&page.prepared.dossier.actor(ix).name.value)])
}

fn statement_link(page: &Page, ix: StatementIx) -> Html {
    link("", page.statement(ix), vec![txt(format!("statement {}", ix.index() + 1))])
}

/// Our own words begin with ASCII letters; the tables for others would cost kilobytes.
fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
