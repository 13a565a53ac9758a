//! From a document of any format to a draft dossier.
//!
//! A draft says what the files say and nothing more: who speaks, what kind of statement it is and
//! how a source is identified are left for a person to add.

mod parts;
mod speakers;

use super::document::{Attribution, Document, FindingCode, Piece, Place};
use super::layout::Layout;
use super::report::shortened;
use crate::load::Ids;
use crate::load::wire::{Hop, Quote, Quotes, Source, SourceWords};
use crate::load::{Quoting, is_language_tag, parse_day};
use crate::model::{Span, UnitIx, sort_spans};
use parts::{Actor, Annotation, Article, Dossier, Name, Statement, Topic};
use speakers::Speakers;
use std::collections::BTreeMap;

/// What the user says of all the articles that are imported.
#[derive(Debug, Clone, Default)]
pub struct Defaults {
    /// Who annotated. The annotators in the files if it is not given.
    pub by: Option<String>,
    /// The day of the import, as YYYY-MM-DD.
    pub today: String,
    /// The name of the outlet, where the files give none.
    pub outlet: Option<String>,
    /// The day of publication, where the files give none.
    pub published: Option<String>,
    /// The language, where the files give none.
    pub language: Option<String>,
    /// The name of the format, for the method.
    pub format: &'static str,
    /// How the annotation was made, if not by importing it.
    pub method: Option<&'static str>,
}

/// A draft dossier, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// Its JSON.
    pub json: String,
    /// The number of its statements.
    pub statements: usize,
}

/// An attribution with its words in the paragraphs of the dossier.
struct Placed<'d> {
    attribution: &'d Attribution,
    source: Vec<Span>,
    cue: Vec<Span>,
    content: Vec<Span>,
    antecedent: Vec<Span>,
    via: Vec<Span>,
    passage: UnitIx,
}

/// Makes a draft of a document. `ids` has the ids of dossiers that are taken. Adds to the document's
/// findings what cannot be said in a dossier.
pub fn draft(document: &mut Document, defaults: &Defaults, ids: &mut Ids) -> Draft {
    let layout = match document.is_divided {
        true => Layout::of_divided(&document.text),
        false => Layout::of(&document.text, document.has_dateline),
    };
    let units = layout.texts();
    let quoting = Quoting::new(&units);
    let mut findings = Document::default();
    let mut placed: Vec<Placed<'_>> = (document.attributions.iter())
        .filter_map(|it| place(it, &layout, &quoting, &mut findings))
        .collect();
    placed.sort_by_key(Placed::first_words);
    let mut dossier = dossier(document, defaults, &units, ids, &mut findings);
    let topics = topics(document);
    let mut speakers = Speakers::new(&mut dossier.actors);
    let mut statement_ids = Ids::default();
    for it in &placed {
        let quotes = |spans: &[Span]| quotes(&quoting, spans);
        let words =
            it.content.iter().map(|span| quoting.words(*span)).collect::<Vec<_>>().join(" ");
        let id = it.attribution.id.as_deref().unwrap_or(&words);
        dossier.statements.push(Statement {
            id: statement_ids.take(id, "statement"),
            passage: it.passage.0.into(),
            draft: it.attribution.is_suggested,
            source: source(quotes(&it.source), quotes(&it.antecedent)),
            cue: quotes(&it.cue),
            content: quotes(&it.content).unwrap_or_default(),
            speakers: speakers.of(it.attribution, &it.source, &quoting),
            via: (it.attribution.via.iter().zip(&it.via))
                .map(|(step, evidence)| Hop {
                    actor: speakers.named(&step.name, &quoting),
                    role: step.role,
                    evidence: quotes(&[*evidence]).unwrap_or_default(),
                    note: None,
                })
                .collect(),
            kind: it.attribution.kind.clone(),
            topics: it.attribution.tags.iter().filter_map(|tag| topics.get(tag)).cloned().collect(),
            note: Some(it.attribution.notes.join(" ")).filter(|note| !note.is_empty()),
        });
    }
    dossier.topics = topics.into_iter().map(|(label, id)| Topic { id, label }).collect();
    document.findings.extend(findings.findings);
    let json = serde_json::to_string_pretty(&dossier).unwrap_or_default() + "\n";
    Draft { id: dossier.id, json, statements: dossier.statements.len() }
}

/// Returns the id of each topic, by its name.
fn topics(document: &Document) -> BTreeMap<String, String> {
    let mut ids = Ids::default();
    let mut topics = BTreeMap::new();
    for tag in document.attributions.iter().flat_map(|it| &it.tags) {
        topics.entry(tag.clone()).or_insert_with(|| ids.take(tag, "topic"));
    }
    topics
}

/// Makes a dossier without statements.
fn dossier(
    document: &Document,
    defaults: &Defaults,
    units: &[&str],
    ids: &mut Ids,
    findings: &mut Document,
) -> Dossier {
    let about = &document.about;
    let file = document.attributions.first().map(|it| it.place.file.as_str());
    let place = Place::file(file.unwrap_or(&document.name));
    let mut chosen =
        |own: &Option<String>, default: &Option<String>, what, is_valid: &dyn Fn(&str) -> bool| {
            if let Some(value) = own.as_deref().filter(|value| !is_valid(value)) {
                let message = format!("\"{}\" is not a valid {what}", shortened(value));
                findings.find(FindingCode::BadValue, &place, message);
            }
            own.clone().filter(|value| is_valid(value)).or_else(|| default.clone())
        };
    let published = chosen(&about.published, &defaults.published, "day of publication", &|day| {
        parse_day(day).is_some()
    });
    let language = chosen(&about.language, &defaults.language, "language tag", &is_language_tag);
    let address = chosen(&about.address, &None, "web address", &crate::load::is_web_address);
    let outlet = about.outlet.clone().or_else(|| defaults.outlet.clone());
    let mut actors = Vec::new();
    let outlet = outlet.map(|name| {
        let id = Ids::default().take(&name, "outlet");
        let note = "The outlet, according to the files that were imported.".to_owned();
        let name = Name::Noted { is: name, note };
        actors.push(Actor { id: id.clone(), name, kind: "media" });
        id
    });
    let annotators = Some(about.annotators.join(", ")).filter(|names| !names.is_empty());
    let (dateline, paragraphs) = units.split_first().unwrap_or((&"", &[]));
    Dossier {
        format: 1,
        draft: true,
        id: ids.take(&document.name, "article"),
        title: about.headline.clone().unwrap_or_else(|| document.name.clone()),
        annotation: Annotation {
            by: defaults.by.clone().or(annotators),
            date: defaults.today.clone(),
            method: (defaults.method.map(str::to_owned)).unwrap_or_else(|| {
                format!("Imported ({}), and not reviewed yet.", defaults.format)
            }),
        },
        article: Article {
            outlet,
            headline: about.headline.clone(),
            published,
            language,
            address,
            dateline: Some((*dateline).to_owned()).filter(|line| !line.trim().is_empty()),
            paragraphs: paragraphs.iter().map(|text| (*text).to_owned()).collect(),
        },
        topics: Vec::new(),
        actors,
        statements: Vec::new(),
    }
}

/// Returns the words of an attribution in the paragraphs. `None`, with a finding, if no content is
/// left.
fn place<'d>(
    attribution: &'d Attribution,
    layout: &Layout,
    quoting: &Quoting,
    findings: &mut Document,
) -> Option<Placed<'d>> {
    let mut spans = |pieces: &[Piece]| {
        let mut whole = Vec::new();
        for span in pieces.iter().flat_map(|piece| layout.spans(piece)) {
            let Some(words) = quoting.whole_words(span) else { continue };
            if words.start < span.start || words.end > span.end {
                let message = format!(
                    "\"{}\" became \"{}\"",
                    shortened(quoting.words(span)),
                    shortened(quoting.words(words))
                );
                findings.find(FindingCode::Adjusted, &attribution.place, message);
            }
            whole.push(words);
        }
        joined(whole)
    };
    let source = spans(&attribution.source);
    let cue = spans(&attribution.cue);
    let content = spans(&attribution.content);
    let antecedent = spans(&attribution.antecedent);
    // A step whose words are not in one paragraph has no evidence, so there is none.
    let via: Vec<Span> =
        attribution.via.iter().flat_map(|it| spans(&[it.evidence.clone()])).collect();
    let via = if via.len() == attribution.via.len() { via } else { Vec::new() };
    let Some(first) = content.first() else {
        let message = "the content is only white space";
        findings.find(FindingCode::NoContent, &attribution.place, message);
        return None;
    };
    let passage = cue.first().unwrap_or(first).unit;
    Some(Placed { attribution, source, cue, content, antecedent, via, passage })
}

impl Placed<'_> {
    /// Returns the key of article order: the passage, and the first words of cue or content in it.
    fn first_words(&self) -> (UnitIx, Option<Span>) {
        let own = self.cue.iter().chain(&self.content).copied();
        (self.passage, own.filter(|span| span.unit == self.passage).min())
    }
}

/// Sorts spans, and joins those that overlap.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    sort_spans(&mut spans);
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if last.overlaps(span) => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// Returns the source of a statement. An antecedent without words of the source is left out.
fn source(
    words: Option<Quotes<Quote>>,
    antecedent: Option<Quotes<Quote>>,
) -> Option<Source<Quote>> {
    let words = words?;
    Some(match antecedent {
        None => Source::Words(words),
        Some(antecedent) => {
            Source::More(SourceWords { words, shared_with: None, antecedent, note: None })
        }
    })
}

/// Returns the quotes of spans. `None` if there are none.
fn quotes(quoting: &Quoting, spans: &[Span]) -> Option<Quotes<Quote>> {
    let mut quotes: Vec<Quote> = spans.iter().filter_map(|span| quoting.quote(*span)).collect();
    match quotes.len() {
        0 => None,
        1 => quotes.pop().map(Quotes::One),
        _ => Some(Quotes::Many(quotes)),
    }
}
