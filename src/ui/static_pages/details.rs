//! The details of a statement, each with the evidence for it in the text: who and how, what, when
//! and where; and what the article does not state.

use super::evidence_table::{Group, Row, based, derived, joined, noted, reading, row};
use crate::model::{
    ActorIx, Assumed, Channel, IdentificationKind, Span, Statement, StatementIx, When,
};
use crate::text::static_pages::evidence_table::{self as words, ReferenceSlot, StatementLink};
use crate::text::{self, Label};
use crate::ui::el::txt;
use crate::ui::page::Page;
use crate::ui::parts::references::{meaning, said};
use crate::ui::sentence::filled;
use yew::prelude::*;

/// The details of a statement.
pub struct Details {
    /// The rows of the table, in groups.
    pub groups: Vec<Group>,
    /// What the article does not state.
    absent: Vec<&'static str>,
    /// What the annotator did not enter.
    left_out: Vec<&'static str>,
    /// The annotator's notes on what is not stated, and on the whole statement.
    notes: Vec<String>,
}

impl Details {
    /// Returns the number of rows.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|(_, rows)| rows.len()).sum()
    }

    /// Returns the article's words for all details.
    pub fn evidence(&self) -> Vec<Span> {
        let rows = self.groups.iter().flat_map(|(_, rows)| rows);
        rows.flat_map(Row::evidence).copied().collect()
    }

    /// Renders what is not in the table: the details that the article does not state, and notes.
    pub fn rest(&self) -> Html {
        let notes = self.notes.iter().map(|note| noted("p", note.clone()));
        html! {
            <>
                if !self.absent.is_empty() {
                    <p class="unstated">{ words::not_stated(&self.absent) }</p>
                }
                if !self.left_out.is_empty() {
                    <p class="unstated">{ words::not_entered(&self.left_out) }</p>
                }
                { for notes }
            </>
        }
    }
}

/// Returns the details of a statement.
pub fn details(page: &Page, ix: StatementIx) -> Details {
    let statement = page.prepared.dossier.statement(ix);
    let (mut absent, mut notes) = (Vec::new(), Vec::new());
    let mut who = source_rows(page, statement, &mut absent);
    who.extend(identification(statement, &mut absent));
    who.extend(chain_rows(page, statement, &mut absent, &mut notes));
    let what = content_rows(page, ix);
    let when = date_and_place_rows(page, statement, &mut absent);
    notes.extend(statement.note.iter().map(|note| words::general_note(note)));
    let group = |title, rows| (Some(title), joined(rows));
    let groups = vec![
        group(words::WHO_AND_HOW, who),
        group(words::WHAT, what),
        group(words::WHEN_AND_WHERE, when),
    ];
    let mut left_out = Vec::new();
    if lacks_channel(statement) {
        left_out.push(words::NO_CHANNEL);
    }
    if statement.assumes(Assumed::Kind) {
        left_out.push(words::NO_TYPE);
    }
    Details { groups, absent, left_out, notes }
}

/// Returns true if neither the article nor the annotator says how the words became public.
fn lacks_channel(statement: &Statement) -> bool {
    statement.assumes(Assumed::Channel) && statement.channel.value == Channel::NotStated
}

/// Returns the rows for the speakers and the source's words.
fn source_rows(page: &Page, statement: &Statement, absent: &mut Vec<&'static str>) -> Vec<Row> {
    let source = &statement.source;
    if statement.speakers.is_empty() {
        absent.push(words::NO_SPEAKER);
    } else if source.words.is_empty() {
        absent.push(words::NO_SOURCE);
    }
    let name = if statement.is_joint() { words::JOINT_SPEAKERS } else { words::SPEAKER };
    let mut rows = Vec::new();
    for (position, speaker) in statement.speakers.iter().enumerate() {
        let own = if position == 0 { &*source.words } else { &[][..] };
        let evidence = [own, &speaker.basis.evidence].concat();
        rows.push(row(name, actor(page, speaker.value), &evidence, speaker.basis.note.as_deref()));
    }
    if let Some(shared) = source.shared_with {
        let value = filled(words::carried_over(shared), |StatementLink(words)| {
            html! { <a href={page.statement(shared)}>{ words }</a> }
        });
        rows.push(row(name, aside(value), &source.words, source.note.as_deref()));
    } else if let Some(note) = &source.note {
        rows.push(row(name, aside(txt(words::SOURCE)), &source.words, Some(note)));
    }
    if !source.antecedent.is_empty() {
        let said = |spans: &[Span]| spans.iter().map(|span| said(page, *span)).collect();
        let value = filled(words::refers_to(), |slot| match slot {
            ReferenceSlot::Words => said(&source.words),
            ReferenceSlot::Meaning => said(&source.antecedent),
        });
        rows.push(row(name, aside(value), &source.antecedent, None));
    }
    rows
}

/// Renders a value that adds to the first value of its row.
fn aside(value: Html) -> Html {
    html! { <span class="aside">{ value }</span> }
}

/// Returns the row for the way in which the article identifies the source.
fn identification(statement: &Statement, absent: &mut Vec<&'static str>) -> Vec<Row> {
    let (name, naming) = (words::IDENTIFIED_AS, &statement.identification);
    let is_derived = statement.assumes(Assumed::Identification);
    let label = naming.kind.value.label();
    let mut rows = vec![derived(name, label, &naming.kind.basis, is_derived)];
    if !naming.described_as.is_empty() {
        rows.push(row(name, aside(txt(words::DESCRIBED_AS)), &naming.described_as, None));
    }
    // A class of sources such as state media cannot have asked for anonymity.
    let can_ask = matches!(
        naming.kind.value,
        IdentificationKind::UnnamedPerson | IdentificationKind::UnnamedGroup
    );
    for (part, missing, stated) in [
        (words::CONDITION, words::NO_CONDITION, &naming.condition),
        (words::REASON, words::NO_REASON, &naming.reason),
    ] {
        if !stated.is_empty() {
            rows.push(row(name, aside(txt(part)), stated, None));
        } else if can_ask {
            absent.push(missing);
        }
    }
    rows
}

/// Returns the rows for the chain, the attributing verb and the channel.
fn chain_rows(
    page: &Page,
    statement: &Statement,
    absent: &mut Vec<&'static str>,
    notes: &mut Vec<String>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for hop in &statement.via {
        let role = text::capital(hop.role.value.label());
        let from = carried_over(statement, Assumed::Via);
        let value = html! { <>{ role }{ " " }{ actor(page, hop.actor) }{ from }</> };
        rows.push(based(words::VIA, value, &hop.role.basis));
    }
    if statement.via.is_empty() {
        absent.push(words::NO_VIA);
    }
    if statement.cue.is_empty() {
        absent.push(words::NO_VERB);
    } else {
        let verb = statement.cue.iter().map(|span| said(page, *span));
        let verb = html! { <i class="cue">{ for verb }</i> };
        rows.push(row(words::ATTRIBUTING_VERB, verb, &statement.cue, None));
    }
    let (channel, basis) = (statement.channel.value, &statement.channel.basis);
    if lacks_channel(statement) {
        return rows;
    }
    if channel == Channel::NotStated && basis.evidence.is_empty() {
        absent.push(words::NO_CHANNEL);
        notes.extend(basis.note.iter().map(|note| words::note_on_channel(note)));
    } else {
        let from = carried_over(statement, Assumed::Channel);
        rows.push(based(words::CHANNEL, html! { <>{ channel.label() }{ from }</> }, basis));
    }
    rows
}

/// Returns the rows for the type, the wording, and the subject.
fn content_rows(page: &Page, ix: StatementIx) -> Vec<Row> {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let quoted: Vec<Span> =
        statement.content.iter().flat_map(|span| prepared.quotations.within(*span)).collect();
    let share = txt(words::share_quoted(prepared.wording(ix)));
    let mut rows = Vec::new();
    if !statement.assumes(Assumed::Kind) {
        rows.push(reading(words::TYPE, statement.kind.value.label(), &statement.kind.basis));
    }
    rows.push(Row::plain(words::WORDING, share, quoted));
    for (background, spans) in dossier.background_of(statement) {
        let value = txt(words::voice(background.voice));
        rows.push(row(words::WORDING, value, &spans, background.why.as_deref()));
    }
    for about in &statement.about {
        rows.push(based(words::ABOUT, actor(page, about.value), &about.basis));
    }
    for topic in &statement.topics {
        rows.push(reading(words::TOPICS, &dossier.topic(topic.value).label, &topic.basis));
    }
    for mention in &statement.mentions {
        let value = filled(words::reference(), |slot| match slot {
            ReferenceSlot::Words => said(page, mention.words),
            ReferenceSlot::Meaning => meaning(page, mention),
        });
        rows.push(based(words::REFERENCES, aside(value), &mention.basis));
    }
    rows
}

/// Returns the rows for the date on which it was said, and the dates and places that it mentions.
fn date_and_place_rows(
    page: &Page,
    statement: &Statement,
    absent: &mut Vec<&'static str>,
) -> Vec<Row> {
    let dossier = &page.prepared.dossier;
    let mut rows = Vec::new();
    match &statement.said_on {
        Some(said) => {
            let from = carried_over(statement, Assumed::SaidOn);
            rows.push(date(page, words::DATE_SAID, said, from));
        }
        None => absent.push(words::NO_DATE),
    }
    rows.extend(
        statement
            .dates
            .iter()
            .map(|when| date(page, words::DATES_MENTIONED, when, Html::default())),
    );
    for place in &statement.places {
        let name = &dossier.place(place.value).name.value;
        rows.push(reading(words::PLACES_MENTIONED, name, &place.basis));
    }
    rows
}

/// Renders the remark on a value that was taken from the statement that shares the source.
fn carried_over(statement: &Statement, field: Assumed) -> Html {
    match statement.assumes(field) {
        true => html! { <span class="aside">{ words::CARRIED_OVER }</span> },
        false => Html::default(),
    }
}

fn date(page: &Page, name: &'static str, when: &When, remark: Html) -> Row {
    let from = words::worked_out_from(&page.prepared.dossier, when);
    let from = from.map(|from| html! { <span class="aside">{ from }</span> });
    let value = html! { <>{ text::capital(&text::when_text(when)) }{ for from }{ remark }</> };
    row(name, value, &when.words, when.note.as_deref())
}

fn actor(page: &Page, ix: ActorIx) -> Html {
    let name = page.prepared.dossier.actor(ix).name.value.to_string();
    html! { <a href={page.actor(ix)}>{ name }</a> }
}
