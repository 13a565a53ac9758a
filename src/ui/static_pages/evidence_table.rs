//! The table of fields: what each was read as, and the article's words for it.

use crate::model::{ActorIx, Basis, Span, Statement, StatementIx, When};
use crate::text::{self, Label};
use crate::ui::el::{at, attrs, copied, el, link, list, txt};
use crate::ui::page::Page;
use crate::ui::parts::marks::ours;
use crate::ui::parts::references::{referents, said};
use crate::ui::static_pages::quoted_words::evidence_words;
use yew::prelude::*;

/// A field: what it was read as, the article's words for it, and the annotator's remark.
pub struct Row {
    name: &'static str,
    reading: Vec<Html>,
    evidence: Vec<Span>,
    note: Option<String>,
}

impl Row {
    /// The article's words for the field.
    pub fn evidence(&self) -> &[Span] {
        &self.evidence
    }
}

/// A table of fields. Where the page shows the passage, the words lead to their place in it.
pub fn table(page: &Page, rows: Vec<Row>, has_passage: bool) -> Html {
    let head = |name: &'static str| attrs("th", list![at("scope", "col")], list![txt(name)]);
    let heads = list![head("Field"), head("Reading"), head("The article’s words for it")];
    let head = el("thead", "", list![el("tr", "", heads)]);
    let rows = rows.into_iter().map(|Row { name, reading, evidence, note }| {
        let mut words = evidence_words(page, &evidence, has_passage);
        if evidence.iter().any(|span| page.prepared.dossier.article.withholds(*span)) {
            words.extend([txt(" "), el("span", "byhand", list![txt(text::WITHHELD)])]);
        }
        words.extend(note.map(|note| ours("span", "ours note", list![txt(note)])));
        let name = attrs("th", list![at("scope", "row")], list![txt(name)]);
        el("tr", "", list![name, el("td", "", reading), el("td", "", words)])
    });
    el("table", "fields", list![head, el("tbody", "", rows.collect())])
}

/// A row. With neither words nor a note the page says that it is our reading.
pub fn row(name: &'static str, reading: Vec<Html>, evidence: &[Span], note: Option<&str>) -> Row {
    let note = note.or(evidence.is_empty().then_some(text::OUR_READING));
    Row { name, reading, evidence: evidence.to_vec(), note: note.map(str::to_owned) }
}

/// A row for a value that was read.
pub fn reading(name: &'static str, value: &str, basis: &Basis) -> Row {
    row(name, list![copied(value)], &basis.evidence, basis.note.as_deref())
}

/// The fields of a statement.
pub fn fields(page: &Page, ix: StatementIx) -> Vec<Row> {
    let statement = page.prepared.dossier.statement(ix);
    let mut rows = who(page, statement);
    rows.extend(how(page, statement));
    rows.extend(what(page, ix));
    rows.extend(when_and_where(page, statement));
    rows
}

/// Who said it, and how the article names the source.
fn who(page: &Page, statement: &Statement) -> Vec<Row> {
    let source = &statement.source;
    let mut rows = Vec::new();
    for (position, speaker) in statement.speakers.iter().enumerate() {
        let (name, words) = if position == 0 { ("Who", &*source.words) } else { ("and", &[][..]) };
        let evidence = [words, &speaker.basis.evidence].concat();
        let who = list![actor(page, speaker.value)];
        rows.push(row(name, who, &evidence, speaker.basis.note.as_deref()));
    }
    if let Some(shared) = source.shared_with {
        let who = list![txt("Not said again: the source of "), statement_link(page, shared)];
        rows.push(row("Source", who, &source.words, source.note.as_deref()));
    } else if let Some(note) = &source.note {
        rows.push(row("Source", list![txt("As quoted")], &source.words, Some(note)));
    }
    if !source.antecedent.is_empty() {
        let mut stands: Vec<Html> = source.words.iter().map(|span| said(page, *span)).collect();
        stands.push(txt(" stands for"));
        rows.push(row("Antecedent", stands, &source.antecedent, None));
    }
    let naming = &statement.identification;
    rows.push(reading("Identification", naming.kind.value.label(), &naming.kind.basis));
    if !naming.described_as.is_empty() {
        rows.push(row("Described as", list![txt("As quoted")], &naming.described_as, None));
    }
    if naming.kind.value.is_unnamed() {
        rows.push(stated("Condition of anonymity", &naming.condition));
        rows.push(stated("Reason for anonymity", &naming.reason));
    }
    rows
}

/// Through whom and by which channel it came, and the words of saying.
fn how(page: &Page, statement: &Statement) -> Vec<Row> {
    let mut rows = Vec::new();
    for hop in &statement.via {
        let role = txt(text::capital(hop.role.value.label()));
        let reading = list![role, txt(" "), actor(page, hop.actor)];
        let Basis { evidence, note } = &hop.role.basis;
        rows.push(row("Through", reading, evidence, note.as_deref()));
    }
    if statement.via.is_empty() {
        let note = "The article names no one between the source and itself.";
        rows.push(row("Through", list![txt("Nobody named")], &[], Some(note)));
    }
    rows.push(row("Cue", list![txt("As quoted")], &statement.cue, None));
    rows.push(reading("Channel", statement.channel.value.label(), &statement.channel.basis));
    rows
}

/// The speech act, how much is quoted, and what it is about.
fn what(page: &Page, ix: StatementIx) -> Vec<Row> {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = prepared.wording(ix);
    let quoted: Vec<Span> =
        statement.content.iter().flat_map(|span| prepared.quotations.within(*span)).collect();
    let words = text::count(wording.words, "word", "words");
    let share = list![txt(format!("{} of {words}", wording.quoted_words))];
    let none = quoted.is_empty().then_some("No quotation marks stand around any of its words.");
    let mut rows = list![
        reading("Kind", statement.kind.value.label(), &statement.kind.basis),
        row("Quoted", share, &quoted, none),
    ];
    for topic in &statement.topics {
        rows.push(reading("Topic", &dossier.topic(topic.value).label, &topic.basis));
    }
    for about in &statement.about {
        let (evidence, note) = (&about.basis.evidence, about.basis.note.as_deref());
        rows.push(row("Speaks of", list![actor(page, about.value)], evidence, note));
    }
    for background in &dossier.background {
        let own = |span: &&Span| statement.content.iter().any(|words| words.overlaps(**span));
        let words: Vec<Span> = background.words.iter().filter(own).copied().collect();
        if !words.is_empty() {
            let reading = list![txt("Perhaps. "), txt(background.voice.label())];
            rows.push(row("Background", reading, &words, Some(&background.why)));
        }
    }
    for mention in &statement.mentions {
        let mut stands = list![said(page, mention.words), txt(" stands for ")];
        stands.extend(referents(page, mention));
        let Basis { evidence, note } = &mention.basis;
        rows.push(row("In it", stands, evidence, note.as_deref()));
    }
    rows
}

/// When it was said, and which dates and places it speaks of.
fn when_and_where(page: &Page, statement: &Statement) -> Vec<Row> {
    let dossier = &page.prepared.dossier;
    let mut rows = list![match &statement.said_on {
        Some(said) => date("When said", said),
        None => {
            let note = "The article does not state the day.";
            row("When said", list![txt(text::NOT_STATED)], &[], Some(note))
        }
    }];
    rows.extend(statement.dates.iter().map(|when| date("Date in it", when)));
    for place in &statement.places {
        rows.push(reading("Place", &dossier.place(place.value).name.value, &place.basis));
    }
    if let Some(note) = &statement.note {
        rows.push(row("Note", list![txt("On the whole")], &[], Some(note)));
    }
    rows
}

fn date(name: &'static str, when: &When) -> Row {
    let mut reading = list![txt(text::capital(&text::when_text(when)))];
    if let Some(to) = &when.relative_to {
        reading.push(el("span", "edtf", list![txt(format!(" (read against {to})"))]));
    }
    row(name, reading, &when.words, when.note.as_deref())
}

fn stated(name: &'static str, words: &[Span]) -> Row {
    let reading = if words.is_empty() { text::NOT_STATED } else { "As stated" };
    let note = words.is_empty().then_some("The article gives none.");
    row(name, list![txt(reading)], words, note)
}

fn actor(page: &Page, ix: ActorIx) -> Html {
    link("", page.actor(ix), list![copied(&page.prepared.dossier.actor(ix).name.value)])
}

fn statement_link(page: &Page, ix: StatementIx) -> Html {
    link("", page.statement(ix), list![txt(format!("statement {}", ix.index() + 1))])
}
