//! The tables that only static pages and the command use, which the app does not have.

use crate::model::groups::Groups;
use crate::model::{ActorIx, Background, Cover, Dossier, Span, Statement, StatementIx, UnitIx};
use std::collections::HashMap;
use std::sync::Arc;

/// The parts of a dossier by what they belong to, for static pages and snippets.
#[derive(Debug)]
pub(in crate::model) struct PageTables {
    /// All background words. Their positions count the words of one part after those of another.
    background: Cover,
    /// For each background word, the position of its part.
    parts: Vec<usize>,
    /// The cues and the content of all statements in their passages.
    pub said: Cover,
    /// For each text unit, the ends of its sentences.
    pub sentences: Vec<Vec<u32>>,
    /// For each statement, the corrections that list it.
    pub corrections: Groups,
    /// The corrections that concern the whole article.
    pub general: Vec<u32>,
    /// For each statement, its group in `by_speakers`.
    speakers: Vec<u32>,
    /// The statements in groups with the same speakers.
    by_speakers: Groups,
    /// The positions of statements, actors and figures by their ids.
    pub ids: [HashMap<Box<str>, u32>; 3],
}

impl PageTables {
    pub(super) fn of(dossier: &Dossier) -> Self {
        let of_passage = |s: &Arc<Statement>| {
            let passage = s.passage;
            let spans: Vec<Span> = s.cue.iter().chain(&s.content).copied().collect();
            spans.into_iter().filter(move |span| span.unit == passage)
        };
        let (speakers, by_speakers) = same_speakers(dossier);
        Self {
            corrections: Groups::of(dossier.statements.len(), &corrections(dossier)),
            general: (0..)
                .zip(&dossier.corrections)
                .filter(|(_, correction)| correction.statements.is_empty())
                .map(|(at, _)| at)
                .collect(),
            speakers,
            by_speakers,
            background: Cover::of(
                dossier.background.iter().flat_map(|part| &part.words).copied().collect(),
            ),
            parts: (dossier.background.iter().enumerate())
                .flat_map(|(at, part)| part.words.iter().map(move |_| at))
                .collect(),
            said: Cover::of(dossier.statements.iter().flat_map(of_passage).collect()),
            sentences: (0..dossier.article.units.len())
                .map(|unit| dossier.article.sentence_ends(UnitIx(unit as u32)))
                .collect(),
            ids: [
                positions(dossier.statements.iter().map(|it| it.id.as_str())),
                positions(dossier.actors.iter().map(|it| it.id.as_str())),
                positions(dossier.figures.iter().map(|it| it.id.as_str())),
            ],
        }
    }
}

fn positions<'i>(ids: impl Iterator<Item = &'i str>) -> HashMap<Box<str>, u32> {
    ids.map(Into::into).zip(0..).collect()
}

/// Returns each statement that a correction lists, with the position of the correction.
fn corrections(dossier: &Dossier) -> Vec<(u32, u32)> {
    let all = (0..).zip(&dossier.corrections);
    all.flat_map(|(at, it)| it.statements.iter().map(move |ix| (ix.0, at))).collect()
}

/// Groups the statements that have the same speakers, in any order. Returns the group of each, and the
/// groups.
fn same_speakers(dossier: &Dossier) -> (Vec<u32>, Groups) {
    let mut known: HashMap<Vec<ActorIx>, u32> = HashMap::new();
    let mut groups = Vec::new();
    for statement in &dossier.statements {
        let mut speakers: Vec<ActorIx> = statement.speakers.iter().map(|by| by.value).collect();
        speakers.sort_unstable();
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        groups.push(*known.entry(speakers).or_insert(next));
    }
    let pairs: Vec<(u32, u32)> = groups.iter().copied().zip(0..).collect();
    (groups, Groups::of(known.len(), &pairs))
}

impl Dossier {
    pub(in crate::model) fn page_tables(&self) -> &PageTables {
        self.lookup.pages(self)
    }

    /// Returns the background in a statement's content, in the dossier's order, each with its words
    /// there.
    pub fn background_of(&self, statement: &Statement) -> Vec<(&Background, Vec<Span>)> {
        let tables = self.page_tables();
        let mut found: Vec<(u32, Span)> = Vec::new();
        for words in &statement.content {
            tables.background.overlapping(*words, &mut |span, at| found.push((at, span)));
        }
        found.sort_unstable();
        found.dedup();
        let part = |(at, _): &(u32, Span)| tables.parts[*at as usize];
        let parts = found.chunk_by(|one, other| part(one) == part(other));
        let words = |found: &[(u32, Span)]| found.iter().map(|(_, span)| *span).collect();
        parts.map(|here| (&self.background[part(&here[0])], words(here))).collect()
    }

    /// Returns the statements with the same speakers as one, which is among them, in article order, as
    /// their positions.
    pub fn statements_with_speakers_of(&self, statement: StatementIx) -> &[u32] {
        let tables = self.page_tables();
        tables.by_speakers.get(tables.speakers[statement.index()] as usize)
    }
}
