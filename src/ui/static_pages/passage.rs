//! A statement's passage: its paragraph with its words highlighted, the paragraphs around it, and
//! the paragraphs with evidence for its details.

use crate::model::{Span, Statement, StatementIx, Unit, UnitIx};
use crate::text;
use crate::ui::article::annotated::{PartOf, Props, paragraph};
use crate::ui::article::words::{Layer, Marked, article_words};
use crate::ui::page::Page;
use crate::ui::static_pages::quoted_words::words_id;
use yew::prelude::*;

/// Maximum length of a paragraph that is shown as a whole, in code points. The longest paragraphs of
/// newspapers have a thousand.
const MAX_LENGTH: u32 = 4_000;
/// Maximum length of the text shown on each side of words in a longer paragraph, in code points.
const MAX_AROUND: u32 = 600;
/// Maximum length of a word that is not cut, in code points.
const MAX_WORD: u32 = 60;
/// Maximum number of overlapping spans of evidence that are marked.
const MAX_EVIDENCE: usize = 8;
/// Maximum number of statements marked on each side of the statement, in a paragraph with more.
const MAX_BESIDE: usize = 30;

/// Renders the passage of a statement, with everything else in grey.
pub fn passage(page: &Page, ix: StatementIx, evidence: &[Span]) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    let last = prepared.dossier.article.units.len() - 1;
    let at = statement.passage.index();
    let around = at.saturating_sub(1)..=(at + 1).min(last);
    let mut units: Vec<UnitIx> = around.filter_map(|u| u32::try_from(u).ok()).map(UnitIx).collect();
    let own = statement.source.own_words().iter().chain(&statement.cue).chain(&statement.content);
    units.extend(evidence.iter().chain(own).map(|span| span.unit));
    units.sort();
    units.dedup();
    let mut paragraphs = Vec::new();
    let mut before: Option<UnitIx> = None;
    for unit in units {
        if before.is_some_and(|before| before.0 + 1 < unit.0) {
            paragraphs.push(html! { <p class="gap">{ text::PARAGRAPHS_LEFT_OUT }</p> });
        }
        before = Some(unit);
        let recedes = !has_words(statement, unit);
        let part = part(page, ix, unit, evidence);
        let page = page.clone();
        let props = Props { page, unit, open: Some(ix), recedes, part };
        paragraphs.push(paragraph(&props, pieces(unit, evidence)));
    }
    article_words(prepared, "div", "article annotated", paragraphs)
}

/// Returns true if a statement's source, cue or content is in a paragraph.
fn has_words(statement: &Statement, unit: UnitIx) -> bool {
    let words = statement.source.words.iter().chain(&statement.cue).chain(&statement.content);
    words.into_iter().any(|span| span.unit == unit)
}

/// Returns the part of a paragraph that the page shows, if it is too long or has too many statements to
/// be shown as a whole: the statement and the evidence for its details with the words around them,
/// and the nearest statements.
fn part(page: &Page, ix: StatementIx, unit: UnitIx, evidence: &[Span]) -> Option<PartOf> {
    let dossier = &page.prepared.dossier;
    let here = dossier.statements_in(unit);
    let text = dossier.article.unit(unit);
    let whole = Span { unit, start: 0, end: text.len() };
    let is_long = text.len() > MAX_LENGTH;
    if !is_long && here.len() <= 2 * MAX_BESIDE {
        return None;
    }
    let statement = dossier.statement(ix);
    let mut near = Vec::new();
    if statement.passage == unit {
        let last = dossier.statements.len() - 1;
        let around = ix.index().saturating_sub(MAX_BESIDE)..=(ix.index() + MAX_BESIDE).min(last);
        let around = around.map(StatementIx::from);
        near.extend(around.filter(|other| has_words(dossier.statement(*other), unit)));
    } else if has_words(statement, unit) {
        near.push(ix);
    }
    if !is_long {
        return Some(PartOf { words: vec![whole], statements: near });
    }
    let own = statement.source.words.iter().chain(&statement.cue).chain(&statement.content);
    let mut wanted: Vec<Span> =
        own.chain(evidence).filter(|span| span.unit == unit).copied().collect();
    // The paragraphs before and after the passage continue it.
    if wanted.is_empty() {
        let edge = if unit < statement.passage { whole.end } else { 0 };
        wanted.push(Span { start: edge, end: edge, ..whole });
    }
    wanted.sort();
    let mut words: Vec<Span> = Vec::new();
    for span in wanted {
        let start = word_start(text, span.start.saturating_sub(MAX_AROUND));
        let end = word_start(text, span.end.saturating_add(MAX_AROUND).min(whole.end));
        match words.last_mut().filter(|last| start <= last.end) {
            Some(last) => last.end = last.end.max(end),
            None => words.push(Span { start, end, ..whole }),
        }
    }
    // Only the numbers of statements whose words are shown.
    let is_shown = |other: &StatementIx| {
        let other = dossier.statement(*other);
        let own = other.source.own_words().iter().chain(&other.cue).chain(&other.content);
        own.into_iter().any(|span| words.iter().any(|shown| shown.overlaps(*span)))
    };
    near.retain(is_shown);
    Some(PartOf { words, statements: near })
}

/// Returns the start of the word at an offset, or the offset if the word is very long.
fn word_start(text: &Unit, at: u32) -> u32 {
    if at == text.len() {
        return at;
    }
    let from = at.saturating_sub(MAX_WORD);
    let before = text.slice(from, at).chars().rev();
    let within = before.take_while(|c| !c.is_whitespace()).count();
    u32::try_from(within).ok().filter(|within| *within < MAX_WORD).map_or(at, |within| at - within)
}

/// Returns the evidence in a paragraph, cut wherever one of its spans begins or ends, so that no
/// pieces overlap.
fn pieces(unit: UnitIx, evidence: &[Span]) -> Vec<Marked> {
    let mut spans: Vec<Span> = evidence.iter().filter(|span| span.unit == unit).copied().collect();
    spans.sort();
    spans.dedup();
    let mut cuts: Vec<u32> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut pieces = Vec::new();
    // The spans that contain the current piece.
    let mut of: Vec<Span> = Vec::new();
    let mut later = spans.into_iter().peekable();
    for cut in cuts.windows(2) {
        let piece = Span { unit, start: cut[0], end: cut[1] };
        of.retain(|span| span.end > piece.start);
        while let Some(span) = later.next_if(|span| span.start <= piece.start) {
            if of.len() < MAX_EVIDENCE {
                of.push(span);
            }
        }
        if of.is_empty() {
            continue;
        }
        let ids: Vec<String> = of.iter().map(|span| words_id(*span)).collect();
        let all: AttrValue = ids.join(" ").into();
        let begins = of.iter().zip(ids).filter(|(span, _)| span.start == piece.start);
        let begins: Vec<String> = begins.map(|(_, id)| id).collect();
        if begins.is_empty() {
            pieces.push((Layer::Evidence(all.clone(), None), vec![piece]));
        }
        // Several spans may begin here. Each gets its own nested element, which links can point to.
        for id in begins {
            pieces.push((Layer::Evidence(all.clone(), Some(id.into())), vec![piece]));
        }
    }
    pieces
}
