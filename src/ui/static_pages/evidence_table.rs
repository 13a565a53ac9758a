//! The table of details: each with its values, the article's words for them, and the annotator's
//! notes. Values that share their words and their note share an entry.

use super::quoted_words::evidence_words;
use crate::model::{Basis, Span};
use crate::text;
use crate::text::static_pages::evidence_table as words;
use crate::ui::el::txt;
use crate::ui::page::Page;
use crate::ui::parts::marks::ours;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry::{Occupied, Vacant};
use yew::prelude::*;

/// A detail: its name and its entries.
pub struct Row {
    name: &'static str,
    entries: Vec<Entry>,
}

/// Values with the article's words for them and the annotator's note.
struct Entry {
    values: Vec<Html>,
    evidence: Vec<Span>,
    note: Option<String>,
}

impl Row {
    /// Returns a row for a value that needs neither words nor a note.
    pub fn plain(name: &'static str, value: Html, evidence: Vec<Span>) -> Self {
        Self { name, entries: vec![Entry { values: vec![value], evidence, note: None }] }
    }

    /// Returns the article's words for the detail.
    pub fn evidence(&self) -> impl Iterator<Item = &Span> {
        self.entries.iter().flat_map(|entry| &entry.evidence)
    }
}

/// Returns a row. Without words and without a note, the value is marked as inferred.
pub fn row(name: &'static str, value: Html, evidence: &[Span], note: Option<&str>) -> Row {
    let note = note.or(evidence.is_empty().then_some(text::OUR_READING));
    let note = note.map(str::to_owned);
    Row { name, entries: vec![Entry { values: vec![value], evidence: evidence.to_vec(), note }] }
}

/// Returns a row for a value with its basis.
pub fn reading(name: &'static str, value: &str, basis: &Basis) -> Row {
    based(name, txt(value.to_owned()), basis)
}

/// Returns a row for a value that was derived from other entries if `is_derived`.
pub fn derived(name: &'static str, value: &str, basis: &Basis, is_derived: bool) -> Row {
    let note = basis.note.as_deref().or(is_derived.then_some(words::DERIVED));
    row(name, txt(value.to_owned()), &basis.evidence, note)
}

/// Returns a row for a value with markup, with its basis.
pub fn based(name: &'static str, value: Html, basis: &Basis) -> Row {
    row(name, value, &basis.evidence, basis.note.as_deref())
}

/// Joins rows with the same name, and in them the values that have the same words and note.
pub fn joined(rows: Vec<Row>) -> Vec<Row> {
    let mut all: Vec<Row> = Vec::new();
    let mut places: BTreeMap<(&str, Vec<Span>, Option<String>), usize> = BTreeMap::new();
    for Row { name, entries } in rows {
        let place = all.iter().position(|known| known.name == name).unwrap_or_else(|| {
            all.push(Row { name, entries: Vec::new() });
            all.len() - 1
        });
        let known = &mut all[place].entries;
        for entry in entries {
            match places.entry((name, entry.evidence.clone(), entry.note.clone())) {
                Occupied(same) => known[*same.get()].values.extend(entry.values),
                Vacant(new) => {
                    new.insert(known.len());
                    known.push(entry);
                }
            }
        }
    }
    all
}

/// A part of a table with its heading. A table without parts has one part without a heading.
pub type Group = (Option<&'static str>, Vec<Row>);

/// Renders a table of details. If the page shows the passage, the words link to their place in it.
pub fn table(page: &Page, groups: Vec<Group>, has_passage: bool) -> Html {
    let groups = groups.into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(title, rows)| {
        html! {
            <tbody>
                if let Some(title) = title {
                    <tr class="group"><th colspan="3" scope="rowgroup">{ title }</th></tr>
                }
                { for rows.into_iter().map(|row| table_row(page, row, has_passage)) }
            </tbody>
        }
    });
    html! {
        <table class="fields of-entries">
            <thead>
                <tr>{ for words::COLUMNS.map(|name| html! { <th scope="col">{ name }</th> }) }</tr>
            </thead>
            { for groups }
        </table>
    }
}

/// Renders a row. Several entries share a cell of two columns, each value beside its words.
fn table_row(page: &Page, row: Row, has_passage: bool) -> Html {
    let Row { name, entries } = row;
    let is_single = entries.len() == 1;
    let entries = entries.into_iter().map(|entry| {
        let (values, words) = parts(page, entry, has_passage);
        match is_single {
            true => html! { <><td class="value">{ values }</td><td>{ words }</td></> },
            false => html! {
                <li><span class="value">{ values }</span><span class="hush">{ words::COLON }</span>
                    <span>{ words }</span></li>
            },
        }
    });
    let cells = match is_single {
        true => entries.collect(),
        false => html! { <td colspan="2"><ul>{ for entries }</ul></td> },
    };
    html! { <tr><th scope="row">{ name }</th>{ cells }</tr> }
}

/// Renders the values of an entry, and its words with the note.
fn parts(page: &Page, entry: Entry, has_passage: bool) -> (Html, Html) {
    let Entry { values, evidence, note } = entry;
    let article = &page.prepared.dossier.article;
    let values = values.into_iter().enumerate().map(|(position, value)| {
        let separator = if position > 0 { text::LIST_SEPARATOR } else { "" };
        html! { <>{ separator }{ value }</> }
    });
    let words = html! {
        <>
            { for evidence_words(page, &evidence, has_passage) }
            if evidence.iter().any(|span| article.withholds(*span)) {
                { " " }
                <span class="byhand">{ text::WITHHELD }</span>
            }
            { for note.map(|note| noted("span", note)) }
        </>
    };
    (values.collect(), words)
}

/// Renders a note of the annotator. Screen readers hear what it is.
pub fn noted(tag: &'static str, note: String) -> Html {
    let is_said = [text::OUR_READING, words::DERIVED].contains(&note.as_str());
    let label = html! {
        if !is_said { <span class="hush">{ words::ANNOTATORS_NOTE }</span> }
    };
    ours(tag, "ours note", vec![label, txt(note)])
}
