//! The table of a statement's fields: what each was read as, and the article's words for it.

use super::icon::{Icon, icon};
use super::page::Page;
use super::references::referents;
use super::text::{self, Label};
use super::words::evidence_words;
use crate::model::{ActorIx, Basis, Span, Statement, StatementIx, When};
use yew::prelude::*;

/// The table of a statement's fields.
pub fn fields(page: &Page, ix: StatementIx) -> Html {
    let statement = page.prepared.dossier.statement(ix);
    let rows = [who(page, statement), how(page, statement), what(page, ix), when_and_where(page, statement)];
    html! {
        <table class="fields">
            <thead>
                <tr>
                    <th scope="col">{ "Field" }</th>
                    <th scope="col">{ "Reading" }</th>
                    <th scope="col">{ "The article’s words for it" }</th>
                </tr>
            </thead>
            <tbody>{ for rows.into_iter().flatten() }</tbody>
        </table>
    }
}

/// Who said it, and how the article names the source.
fn who(page: &Page, statement: &Statement) -> Vec<Html> {
    let source = &statement.source;
    let mut rows: Vec<Html> = (statement.speakers.iter().enumerate())
        .map(|(position, speaker)| {
            let name = if position == 0 { "Who" } else { "and" };
            let own = [source.words.as_slice(), &speaker.basis.evidence].concat();
            let evidence = if position == 0 { own } else { speaker.basis.evidence.clone() };
            row(page, name, actor(page, speaker.value), &evidence, speaker.basis.note.as_deref())
        })
        .collect();
    if let Some(shared) = source.shared_with {
        let link = statement_link(page, shared);
        let reading = html! { <>{ "Not said again: the source of " }{ link }</> };
        rows.push(row(page, "Source", reading, &source.words, source.note.as_deref()));
    } else if let Some(note) = &source.note {
        rows.push(row(page, "Source", html! { { "See the note" } }, &[], Some(note)));
    }
    if !source.antecedent.is_empty() {
        let words = text_of(page, &source.words);
        let reading = html! { <><span class="article-inline">{ words }</span>{ " stands for" }</> };
        rows.push(row(page, "Antecedent", reading, &source.antecedent, None));
    }
    let naming = &statement.identification;
    rows.push(reading(page, "Identification", naming.kind.value.label(), &naming.kind.basis));
    if !naming.described_as.is_empty() {
        rows.push(row(page, "Described as", html! { { "As quoted" } }, &naming.described_as, None));
    }
    if naming.kind.value.is_unnamed() {
        rows.push(stated(page, "Condition", &naming.condition));
        rows.push(stated(page, "Reason given", &naming.reason));
    }
    rows
}

/// Through whom and by which channel it came, and in which words it is reported.
fn how(page: &Page, statement: &Statement) -> Vec<Html> {
    let mut rows: Vec<Html> = (statement.via.iter())
        .map(|hop| {
            let label = format!("{} ", capital(hop.role.value.label()));
            let reading = html! { <>{ label }{ actor(page, hop.actor) }</> };
            row(page, "Through", reading, &hop.role.basis.evidence, hop.role.basis.note.as_deref())
        })
        .collect();
    if statement.via.is_empty() {
        rows.push(row(page, "Through", html! { { "Nobody named" } }, &[], Some("The article names no one between the source and itself.")));
    }
    rows.push(row(page, "Cue", html! { { "The saying" } }, &statement.cue, None));
    rows.push(reading(page, "Channel", statement.channel.value.label(), &statement.channel.basis));
    rows
}

/// The speech act, how much is quoted, and what it is about.
fn what(page: &Page, ix: StatementIx) -> Vec<Html> {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    let dossier = &prepared.dossier;
    let wording = prepared.wording(ix);
    let quoted: Vec<Span> =
        statement.content.iter().flat_map(|span| prepared.quotations.within(*span)).collect();
    let share = format!("{} of {}", wording.quoted_words, text::count(wording.words, "word", "words"));
    let none = quoted.is_empty().then_some("No quotation marks stand around any of its words.");
    let mut rows = vec![
        reading(page, "Kind", statement.kind.value.label(), &statement.kind.basis),
        row(page, "Quoted", html! { { share } }, &quoted, none),
    ];
    for topic in &statement.topics {
        rows.push(reading(page, "Topic", &dossier.topic(topic.value).label, &topic.basis));
    }
    for about in &statement.about {
        let (evidence, note) = (&about.basis.evidence, about.basis.note.as_deref());
        rows.push(row(page, "Speaks of", actor(page, about.value), evidence, note));
    }
    for mention in &statement.mentions {
        let words = text_of(page, &[mention.words]);
        let reading = html! { <><span class="article-inline">{ words }</span>{ " stands for " }{ referents(page, mention) }</> };
        rows.push(row(page, "In it", reading, &mention.basis.evidence, mention.basis.note.as_deref()));
    }
    rows
}

/// When it was said, and which dates and places it speaks of.
fn when_and_where(page: &Page, statement: &Statement) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let mut rows = vec![match &statement.said_on {
        Some(said) => date(page, "When said", said),
        None => row(page, "When said", html! { { text::NOT_STATED } }, &[], Some("The article does not state the day.")),
    }];
    rows.extend(statement.dates.iter().map(|when| date(page, "Date in it", when)));
    for place in &statement.places {
        rows.push(reading(page, "Place", &dossier.place(place.value).name.value, &place.basis));
    }
    if let Some(note) = &statement.note {
        rows.push(row(page, "Note", html! { { "On the whole" } }, &[], Some(note)));
    }
    rows
}

fn date(page: &Page, name: &'static str, when: &When) -> Html {
    let against = when.relative_to.as_ref().map(|to| format!(" (read against {to})"));
    let reading = html! { <>{ capital(&text::when_text(when)) }<span class="edtf">{ against }</span></> };
    row(page, name, reading, &when.words, when.note.as_deref())
}

fn stated(page: &Page, name: &'static str, words: &[Span]) -> Html {
    let reading = if words.is_empty() { text::NOT_STATED } else { "As stated" };
    let note = words.is_empty().then_some("The article gives none.");
    row(page, name, html! { { reading } }, words, note)
}

fn reading(page: &Page, name: &'static str, value: &str, basis: &Basis) -> Html {
    row(page, name, html! { { value.to_owned() } }, &basis.evidence, basis.note.as_deref())
}

/// A row. With neither words nor a note the page says that it is our reading.
fn row(page: &Page, name: &'static str, reading: Html, evidence: &[Span], note: Option<&str>) -> Html {
    let note = note.or(evidence.is_empty().then_some(text::OUR_READING));
    html! {
        <tr>
            <th scope="row">{ name }</th>
            <td>{ reading }</td>
            <td>
                if let Some(first) = evidence.first() {
                    { evidence_words(&page.prepared, evidence) }
                    { " " }
                    <span class="where">{ text::paragraph(first.unit).to_ascii_lowercase() }</span>
                }
                if let Some(note) = note {
                    <span class="ours note">{ icon(Icon::Pen) }{ " " }{ note.to_owned() }</span>
                }
            </td>
        </tr>
    }
}

fn actor(page: &Page, ix: ActorIx) -> Html {
    html! { <a href={page.actor(ix)}>{ page.prepared.dossier.actor(ix).name.value.to_string() }</a> }
}

fn statement_link(page: &Page, ix: StatementIx) -> Html {
    html! { <a href={page.statement(ix)}>{ format!("statement {}", ix.index() + 1) }</a> }
}

fn text_of(page: &Page, spans: &[Span]) -> String {
    let article = &page.prepared.dossier.article;
    spans.iter().map(|span| article.text(*span)).collect::<Vec<_>>().join(" […] ")
}

/// Our own words begin with ASCII letters; the tables for others would cost kilobytes.
fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
