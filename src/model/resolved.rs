//! A statement's words with what they refer to, for places that show the statement without its
//! passage and without its list of references.

use super::{
    Dossier, GAP, Mention, Piece, Referent, Source, Span, Statement, attribution_pieces, is_letter,
};
use std::collections::HashSet;

/// A piece of a statement's words, or what the words before it refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved<'s> {
    /// Words of the statement, or a gap between them.
    Piece(Piece),
    /// The fuller words that the source's words before it refer to. At the start, the words for a
    /// source that the statement shares with an earlier one and does not name.
    Source(&'s [Span]),
    /// What the words before it refer to.
    Referents(&'s [Referent]),
}

/// Returns a statement's source, cue and content in reading order. Words that refer to something
/// else are followed by what they refer to, unless this is clear from the words themselves or was
/// already given after earlier words. A source that only an earlier statement names comes first.
pub fn resolved_pieces<'s>(dossier: &Dossier, statement: &'s Statement) -> Vec<Resolved<'s>> {
    let notes = notes(dossier, statement);
    let mut resolved = Vec::new();
    if statement.source.shared_with.is_some() {
        let Source { words, antecedent, .. } = &statement.source;
        let named = if adds(dossier, &statement.source) { antecedent } else { words };
        let is_hidden = named.iter().any(|span| dossier.article.text(*span).contains(GAP));
        resolved.extend((!is_hidden).then_some(Resolved::Source(named)));
    }
    for piece in attribution_pieces(&dossier.article, statement) {
        let Piece::Text(mut rest) = piece else {
            resolved.push(Resolved::Piece(piece));
            continue;
        };
        // The notes are sorted by the end of their words.
        let key = |words: &Span| (words.unit, words.end);
        let first = notes.partition_point(|(words, _)| key(words) <= (rest.unit, rest.start));
        let last = notes.partition_point(|(words, _)| key(words) <= (rest.unit, rest.end));
        for (words, note) in &notes[first..last.max(first)] {
            if words.end <= rest.start {
                continue;
            }
            let end = word_end(dossier, *words).min(rest.end);
            resolved.push(Resolved::Piece(Piece::Text(Span { end, ..rest })));
            resolved.push(*note);
            rest.start = end;
        }
        if rest.start < rest.end {
            resolved.push(Resolved::Piece(Piece::Text(rest)));
        }
    }
    resolved
}

/// Returns the end of words, including an ending after an apostrophe: the note on the first word of
/// `we’ll wait` follows the ending.
fn word_end(dossier: &Dossier, words: Span) -> u32 {
    let unit = dossier.article.unit(words.unit);
    let mut after = unit.slice(words.end, unit.len()).chars();
    if !matches!(after.next(), Some('’' | '\'')) {
        return words.end;
    }
    let letters = after.take_while(char::is_ascii_alphabetic).count();
    words.end + if letters == 0 { 0 } else { 1 + u32::try_from(letters).unwrap_or(0) }
}

/// Returns what words refer to, each with the words, in reading order. No two have the same end.
fn notes<'s>(dossier: &Dossier, statement: &'s Statement) -> Vec<(Span, Resolved<'s>)> {
    let mut mentions: Vec<&Mention> = statement.mentions.iter().collect();
    mentions.sort_by_key(|mention| (mention.words.unit, mention.words.end));
    let (mut actors, mut statements): (Option<&[Referent]>, Option<&[Referent]>) = (None, None);
    let mut notes = Vec::new();
    for mention in mentions {
        let Mention { words, referents, .. } = mention;
        let before = if mention.is_of_actors() { &mut actors } else { &mut statements };
        let is_known = before.replace(referents) == Some(referents);
        let text = dossier.article.text(*words);
        let is_named = referents.iter().all(|referent| match referent {
            Referent::Actor(actor) => text.contains(&*dossier.actor(*actor).name.value),
            Referent::Statement(_) => false,
        });
        if !is_known && !is_named && !text.contains(GAP) {
            notes.push((*words, Resolved::Referents(referents)));
        }
    }
    let source = &statement.source;
    let own = source.own_words().iter().max();
    if let Some(last) = own.filter(|_| adds(dossier, source)) {
        notes.push((*last, Resolved::Source(&source.antecedent)));
    }
    notes.sort_by_key(|(words, _)| (words.unit, words.end));
    notes.dedup_by_key(|(words, _)| (words.unit, words.end));
    notes
}

/// Returns true if the antecedent of the source says more than the source's own words: they have
/// no longer word in common, as a pronoun has none with a name.
fn adds(dossier: &Dossier, source: &Source) -> bool {
    /// Shorter words, such as articles, say nothing.
    const LONGER: usize = 4;
    let words = |spans: &[Span]| -> Vec<String> {
        let texts = spans.iter().map(|span| dossier.article.text(*span).to_lowercase());
        let split = |text: String| -> Vec<String> {
            text.split(|c: char| !is_letter(c)).map(str::to_owned).collect()
        };
        texts.flat_map(split).filter(|word| word.chars().count() >= LONGER).collect()
    };
    let own = words(&source.words);
    let is_hidden = |span: &Span| dossier.article.text(*span).contains(GAP);
    let own: HashSet<String> = own.into_iter().collect();
    !source.antecedent.is_empty()
        && !source.antecedent.iter().any(is_hidden)
        && !words(&source.antecedent).iter().any(|word| own.contains(word))
}
