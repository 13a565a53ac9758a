//! The table of details: each with its value and the article's words for it.

use super::quoted_words::evidence_words;
use crate::model::{
    ActorIx, Basis, Identification, IdentificationKind, Span, Statement, StatementIx, When,
};
use crate::text::static_pages::evidence_table::{self as words, ReferenceSlot, StatementLink};
use crate::text::{self, Label};
use crate::ui::el::txt;
use crate::ui::page::Page;
use crate::ui::parts::marks::ours;
use crate::ui::parts::references::{meaning, said};
use crate::ui::sentence::filled;
use yew::prelude::*;

/// A detail: its name, its value, the article's words for it, and the annotator's note.
pub struct Row {
    name: &'static str,
    value: Html,
    evidence: Vec<Span>,
    note: Option<String>,
}

impl Row {
    /// Returns the article's words for the detail.
    pub fn evidence(&self) -> &[Span] {
        &self.evidence
    }

    /// Returns a row for something that the article does not state.
    fn absent(name: &'static str, value: &'static str) -> Self {
        Self { name, value: txt(value), evidence: Vec::new(), note: None }
    }
}

/// Renders a table of details. If the page shows the passage, the words link to their place in it.
pub fn table(page: &Page, rows: Vec<Row>, has_passage: bool) -> Html {
    let article = &page.prepared.dossier.article;
    let rows = rows.into_iter().map(|Row { name, value, evidence, note }| {
        html! {
            <tr>
                <th scope="row">{ name }</th>
                <td>{ value }</td>
                <td>
                    { for evidence_words(page, &evidence, has_passage) }
                    if evidence.iter().any(|span| article.withholds(*span)) {
                        { " " }
                        <span class="byhand">{ text::WITHHELD }</span>
                    }
                    { for note.map(|note| ours("span", "ours note", vec![txt(note)])) }
                </td>
            </tr>
        }
    });
    html! {
        <table class="fields">
            <thead>
                <tr>{ for words::COLUMNS.map(|name| html! { <th scope="col">{ name }</th> }) }</tr>
            </thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// Returns a row. Without words and without a note, the value is marked as inferred.
pub fn row(name: &'static str, value: Html, evidence: &[Span], note: Option<&str>) -> Row {
    let note = note.or(evidence.is_empty().then_some(text::OUR_READING));
    Row { name, value, evidence: evidence.to_vec(), note: note.map(str::to_owned) }
}

/// Returns a row for a value with its basis.
pub fn reading(name: &'static str, value: &str, basis: &Basis) -> Row {
    based(name, txt(value.to_owned()), basis)
}

/// Returns a row for a value with markup, with its basis.
pub fn based(name: &'static str, value: Html, basis: &Basis) -> Row {
    row(name, value, &basis.evidence, basis.note.as_deref())
}

/// Returns the rows for a statement.
pub fn details(page: &Page, ix: StatementIx) -> Vec<Row> {
    let statement = page.prepared.dossier.statement(ix);
    let mut rows = source_rows(page, statement);
    rows.extend(chain_rows(page, statement));
    rows.extend(content_rows(page, ix));
    rows.extend(date_and_place_rows(page, statement));
    rows
}

/// Returns the rows for the speakers and for the way in which the article identifies the source.
fn source_rows(page: &Page, statement: &Statement) -> Vec<Row> {
    let source = &statement.source;
    let mut rows = Vec::new();
    for (position, speaker) in statement.speakers.iter().enumerate() {
        let name = if statement.is_joint() { words::JOINT_SPEAKER } else { words::SPEAKER };
        let own = if position == 0 { &*source.words } else { &[][..] };
        let evidence = [own, &speaker.basis.evidence].concat();
        rows.push(row(name, actor(page, speaker.value), &evidence, speaker.basis.note.as_deref()));
    }
    if let Some(shared) = source.shared_with {
        let value = filled(words::carried_over(shared), |StatementLink(words)| {
            html! { <a href={page.statement(shared)}>{ words }</a> }
        });
        rows.push(row(words::SOURCE, value, &source.words, source.note.as_deref()));
    } else if let Some(note) = &source.note {
        rows.push(row(words::SOURCE, txt(words::AS_IN_TEXT), &source.words, Some(note)));
    }
    if !source.antecedent.is_empty() {
        let said = |spans: &[Span]| spans.iter().map(|span| said(page, *span)).collect();
        let value = filled(words::refers_to(), |slot| match slot {
            ReferenceSlot::Words => said(&source.words),
            ReferenceSlot::Meaning => said(&source.antecedent),
        });
        rows.push(row(words::REFERENCE, value, &source.antecedent, None));
    }
    rows.extend(identification(&statement.identification));
    rows
}

fn identification(naming: &Identification) -> Vec<Row> {
    let mut rows =
        vec![reading(words::IDENTIFIED_AS, naming.kind.value.label(), &naming.kind.basis)];
    if !naming.described_as.is_empty() {
        let value = txt(words::AS_IN_TEXT);
        rows.push(row(words::DESCRIBED_AS, value, &naming.described_as, None));
    }
    // A class of sources such as state media cannot have asked for anonymity.
    let can_ask = matches!(
        naming.kind.value,
        IdentificationKind::UnnamedPerson | IdentificationKind::UnnamedGroup
    );
    for (name, stated) in [(words::CONDITION, &naming.condition), (words::REASON, &naming.reason)] {
        if !stated.is_empty() {
            rows.push(row(name, txt(words::AS_IN_TEXT), stated, None));
        } else if can_ask {
            rows.push(Row::absent(name, text::NOT_STATED));
        }
    }
    rows
}

/// Returns the rows for the chain, the attributing verb and the channel.
fn chain_rows(page: &Page, statement: &Statement) -> Vec<Row> {
    let mut rows = Vec::new();
    for hop in &statement.via {
        let role = text::capital(hop.role.value.label());
        let value = html! { <>{ role }{ " " }{ actor(page, hop.actor) }</> };
        rows.push(based(words::VIA, value, &hop.role.basis));
    }
    if statement.via.is_empty() {
        rows.push(Row::absent(words::VIA, text::NO_INTERMEDIARY));
    }
    rows.push(match statement.cue.is_empty() {
        true => Row::absent(words::ATTRIBUTING_VERB, words::NO_VERB),
        false => row(words::ATTRIBUTING_VERB, txt(words::AS_IN_TEXT), &statement.cue, None),
    });
    let channel = &statement.channel;
    rows.push(reading(words::CHANNEL, channel.value.label(), &channel.basis));
    rows
}

/// Returns the rows for the type, the share that is quoted, and the subject.
fn content_rows(page: &Page, ix: StatementIx) -> Vec<Row> {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let quoted: Vec<Span> =
        statement.content.iter().flat_map(|span| prepared.quotations.within(*span)).collect();
    let mut rows = vec![
        reading(words::TYPE, statement.kind.value.label(), &statement.kind.basis),
        Row {
            name: words::QUOTED,
            value: txt(words::share_quoted(prepared.wording(ix))),
            evidence: quoted,
            note: None,
        },
    ];
    for topic in &statement.topics {
        rows.push(reading(words::TOPIC, &dossier.topic(topic.value).label, &topic.basis));
    }
    for about in &statement.about {
        rows.push(based(words::ABOUT, actor(page, about.value), &about.basis));
    }
    for background in &dossier.background {
        let own = |span: &&Span| statement.content.iter().any(|words| words.overlaps(**span));
        let spans: Vec<Span> = background.words.iter().filter(own).copied().collect();
        if !spans.is_empty() {
            let value = txt(words::voice(background.voice));
            rows.push(row(words::UNATTRIBUTED, value, &spans, Some(&background.why)));
        }
    }
    for mention in &statement.mentions {
        let value = filled(words::reference(), |slot| match slot {
            ReferenceSlot::Words => said(page, mention.words),
            ReferenceSlot::Meaning => meaning(page, mention),
        });
        rows.push(based(words::REFERENCE, value, &mention.basis));
    }
    rows
}

/// Returns the rows for the date on which it was said, the dates and places that it mentions, and
/// the note on the whole statement.
fn date_and_place_rows(page: &Page, statement: &Statement) -> Vec<Row> {
    let dossier = &page.prepared.dossier;
    let mut rows = vec![match &statement.said_on {
        Some(said) => date(page, words::DATE_SAID, said),
        None => Row::absent(words::DATE_SAID, text::NOT_STATED),
    }];
    rows.extend(statement.dates.iter().map(|when| date(page, words::DATE_MENTIONED, when)));
    for place in &statement.places {
        let name = &dossier.place(place.value).name.value;
        rows.push(reading(words::PLACE_MENTIONED, name, &place.basis));
    }
    if let Some(note) = &statement.note {
        rows.push(row(words::NOTE, txt(words::WHOLE_STATEMENT), &[], Some(note)));
    }
    rows
}

fn date(page: &Page, name: &'static str, when: &When) -> Row {
    let from = words::worked_out_from(&page.prepared.dossier, when);
    let from = from.map(|from| html! { <span class="edtf">{ from }</span> });
    let value = html! { <>{ text::capital(&text::when_text(when)) }{ for from }</> };
    row(name, value, &when.words, when.note.as_deref())
}

fn actor(page: &Page, ix: ActorIx) -> Html {
    let name = page.prepared.dossier.actor(ix).name.value.to_string();
    html! { <a href={page.actor(ix)}>{ name }</a> }
}
