//! What paragraphs share: quotations that run on, the words that introduce a quotation in the next
//! paragraph, and names before and after quotations.

use super::lexicon::{Class, Lexicon};
use super::rules::{Found, Sentence};
use super::tokens::{Quote, Text, Token};
use std::collections::BTreeSet;
use std::ops::Range;

/// Maximum number of tokens of a name before a colon or after a dash.
const MAX_NAME: usize = 12;

/// Maximum number of tokens of a source in an attribution of the plainest form.
const MAX_SOURCE: usize = 5;
/// Maximum number of tokens after its cue: "on Tuesday."
const MAX_AFTER: usize = 4;

/// Completes attributions with what other paragraphs, and what is around a quotation, say of them.
pub fn join(text: &Text, lexicon: &Lexicon, found: &mut Vec<Found>) {
    run_on(text, found);
    found.iter_mut().for_each(|it| addressee(text, lexicon, it));
    for it in
        found.iter_mut().filter(|it| it.cue.is_empty() && it.source.is_empty() && it.depth == 0)
    {
        let named = name_before(text, it)
            .or_else(|| introduction(text, lexicon, it))
            .or_else(|| name_after(text, it));
        if let Some((source, cue)) = named {
            it.source.extend(source);
            it.cue.push(cue);
        }
    }
}

/// Adds attributions of the plainest form, in sentences in which a model found nothing: "The ferry will not sail, the operator
/// said on Tuesday."
pub fn add_plain(text: &Text, lexicon: &Lexicon, by_rules: Vec<Found>, found: &mut Vec<Found>) {
    let taken = found.iter().flat_map(|it| it.source.iter().chain(&it.cue).chain(&it.content));
    let taken: BTreeSet<u32> = taken.map(|it| text.tokens[it.start].sentence).collect();
    let is_plain = |it: &Found| {
        let ([source], [cue], [content]) = (&it.source[..], &it.cue[..], &it.content[..]) else {
            return false;
        };
        let whole = text.sentence(content.start);
        whole.start == content.start
            && content.end + 1 == source.start
            && &*text.tokens[content.end].word == ","
            && source.end == cue.start
            && source.len() <= MAX_SOURCE
            && cue.len() == 1
            && lexicon.is(&text.tokens[cue.start], Class::Say)
            && whole.end <= cue.end + MAX_AFTER
            && !taken.contains(&text.tokens[content.start].sentence)
    };
    for it in by_rules.into_iter().filter(is_plain) {
        let start = it.content[0].start;
        let at = found.partition_point(|other| other.content[0].start < start);
        let outer = found.iter_mut().filter_map(|it| it.within.as_mut());
        outer.filter(|outer| **outer >= at).for_each(|outer| *outer += 1);
        found.insert(at, it);
    }
}

/// Moves whom somebody told from the content to the cue: "told | Coast Radio that the pier was shut".
fn addressee(text: &Text, lexicon: &Lexicon, it: &mut Found) {
    let ([cue], Some(first)) = (it.cue.as_mut_slice(), it.content.first_mut()) else { return };
    let is_name = |token: &Token| token.is_capital() && token.quote == Quote::Outside;
    // A part of the name may be in the cue already.
    let verb = cue.clone().rev().find(|at| !is_name(&text.tokens[*at]));
    let tells = verb.is_some_and(|at| lexicon.is(&text.tokens[at], Class::Tell));
    if !tells || first.start != cue.end {
        return;
    }
    let that = (first.start..first.end).find(|at| !is_name(&text.tokens[*at]));
    let that = that.filter(|at| lexicon.is(&text.tokens[*at], Class::That));
    if let Some(that) = that
        && that > first.start
        && that + 1 < first.end
    {
        (cue.end, first.start) = (that + 1, that + 1);
    }
}

/// Adds the next paragraphs of a quotation that is not closed: each begins with a quotation mark.
fn run_on(text: &Text, found: &mut Vec<Found>) {
    for unit in 1..text.units.len() {
        let (before, own) = (text.units[unit - 1].clone(), text.units[unit].clone());
        let begins = own.clone().next().is_some_and(|at| text.tokens[at].quote == Quote::Open);
        let ends_open =
            before.clone().last().is_some_and(|at| text.tokens[at].quote == Quote::Inside);
        if !begins || !ends_open {
            continue;
        }
        let close = own.clone().find(|at| text.tokens[*at].quote == Quote::Close);
        let end = close.map_or(own.end, |close| close + 1);
        let is_last = |it: &Found| {
            it.depth == 0
                && it
                    .content
                    .iter()
                    .any(|piece| before.contains(&piece.start) && piece.end + 2 >= before.end)
        };
        let Some(at) = found.iter().position(is_last) else { continue };
        let piece = own.start..end;
        let overlaps = |it: &Found| {
            it.content.iter().any(|own| own.start < piece.end && piece.start < own.end)
        };
        // A second attribution of the same words is this one.
        let others: Vec<usize> = (0..found.len())
            .filter(|other| *other != at && found[*other].depth == 0 && overlaps(&found[*other]))
            .collect();
        if others.iter().any(|other| !found[*other].cue.is_empty()) || overlaps(&found[at]) {
            continue;
        }
        found[at].content.push(piece);
        for other in others.into_iter().rev() {
            remove(found, other);
        }
    }
}

/// Removes an attribution, and those within it.
fn remove(found: &mut Vec<Found>, position: usize) {
    let mut gone = vec![false; found.len()];
    gone[position] = true;
    loop {
        let more = (0..found.len())
            .find(|at| !gone[*at] && found[*at].within.is_some_and(|outer| gone[outer]));
        match more {
            Some(at) => gone[at] = true,
            None => break,
        }
    }
    let kept: Vec<usize> = (0..found.len()).filter(|at| !gone[*at]).collect();
    let moved = |outer: usize| kept.iter().position(|at| *at == outer);
    let rest = kept
        .iter()
        .map(|at| Found { within: found[*at].within.and_then(moved), ..found[*at].clone() });
    *found = rest.collect();
}

/// The source, if there is one, and the cue.
type Named = (Option<Range<usize>>, Range<usize>);

fn unit_of<'t>(text: &'t Text, it: &Found) -> (usize, &'t Range<usize>) {
    let unit = text.tokens[it.content[0].start].unit.index();
    (unit, &text.units[unit])
}

/// Returns the name before a colon at the start of a paragraph: "LUND: No."
fn name_before(text: &Text, it: &Found) -> Option<Named> {
    let (_, unit) = unit_of(text, it);
    let colon = it.content[0].start.checked_sub(1).filter(|at| *at > unit.start)?;
    let start = unit.start + usize::from(text.tokens[unit.start].quote == Quote::Open);
    let is_name = text.tokens[start].is_capital() && colon - start <= MAX_NAME && start < colon;
    (&*text.tokens[colon].word == ":" && is_name).then(|| (Some(start..colon), colon..colon + 1))
}

/// Returns the source and the cue at the end of the paragraph before, if it ends with a colon.
fn introduction(text: &Text, lexicon: &Lexicon, it: &Found) -> Option<Named> {
    let (unit, own) = unit_of(text, it);
    let before = text.units.get(unit.checked_sub(1)?)?;
    let colon = before.clone().last().filter(|at| &*text.tokens[*at].word == ":")?;
    if it.content[0].start != own.start {
        return None;
    }
    let range = text.sentence(colon);
    Sentence { text, lexicon, range }.introduction(colon)
}

/// Returns the name after a dash that follows a quotation: "“No.” — Anna Lund".
fn name_after(text: &Text, it: &Found) -> Option<Named> {
    let (_, unit) = unit_of(text, it);
    let dash = it.content.last()?.end;
    let name = dash + 1..unit.end;
    if dash >= unit.end || name.is_empty() || name.len() > MAX_NAME {
        return None;
    }
    let is_dash = &*text.tokens[dash].key == "—";
    (is_dash && text.tokens[name.start].is_capital()).then(|| (Some(name), dash..dash + 1))
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicons;
    use super::super::suggest;
    use super::super::types::{Attribution, Rule};
    use super::*;
    use crate::model::Span;

    /// Returns the sources, the cues and the contents of quotations, joined.
    fn joined(units: &[&str], contents: &[Range<usize>]) -> Vec<(String, String, String)> {
        let text = Text::of(units, "en");
        let of = |content: &Range<usize>| Found {
            source: Vec::new(),
            cue: Vec::new(),
            content: vec![content.clone()],
            confidence: 1.0,
            rule: Rule::Quotation,
            depth: 0,
            within: None,
        };
        let mut found: Vec<Found> = contents.iter().map(of).collect();
        join(&text, Lexicons::default().of("en"), &mut found);
        let words = |ranges: &[Range<usize>]| {
            let words = ranges.iter().flat_map(|it| &text.tokens[it.clone()]);
            words.map(|token| &*token.word).collect::<Vec<_>>().join(" ")
        };
        found.iter().map(|it| (words(&it.source), words(&it.cue), words(&it.content))).collect()
    }

    #[test]
    fn a_quotation_is_introduced_before_it_or_signed_after_it() {
        let lund = |cue: &str, content: &str| {
            vec![("Anna Lund".to_owned(), cue.to_owned(), content.to_owned())]
        };
        let quotation = "“ No . ”";
        assert_eq!(
            joined(&["Anna Lund then said:", "“No.”"], &[5..9]),
            lund("then said", quotation)
        );
        assert_eq!(joined(&["“No.” — Anna Lund"], &[0..4]), lund("—", quotation));
        assert_eq!(joined(&["Anna Lund: “No.”"], &[3..7]), lund(":", quotation));
    }

    #[test]
    fn the_plainest_form_and_an_addressee_are_found() {
        let units = [
            "",
            "The bridge will stay closed until April, the port authority said on Tuesday. Anna Lund told Coast Radio that “it \
             is safe,” and that she had asked the mayor whether he knew.",
            "The ferry will not sail before Friday, the operator said.",
        ];
        let found = suggest(&units, "en", &Lexicons::default());
        let words = |spans: &[Span]| -> String {
            let of = |it: &Span| {
                let text: Vec<char> = units[it.unit.index()].chars().collect();
                text[it.start as usize..it.end as usize].iter().collect::<String>()
            };
            spans.iter().map(of).collect::<Vec<_>>().join(" … ")
        };
        let of = |cue: &str| -> Vec<[String; 2]> {
            let those = found.statements.iter().filter(|it| words(&it.cue) == cue);
            those.map(|it| [words(&it.source), words(&it.content)]).collect()
        };
        let pair = |source: &str, content: &str| [source.to_owned(), content.to_owned()];
        assert_eq!(
            of("said"),
            [
                pair("the port authority", "The bridge will stay closed until April"),
                pair("the operator", "The ferry will not sail before Friday")
            ]
        );
        let told = of("told Coast Radio that");
        assert!(told.len() == 1 && told[0][0] == "Anna Lund", "{:?}", found.statements);
        // What is within another still is.
        for it in &found.statements {
            let outer = it.within.map(|at| &found.statements[at]);
            let is_inside =
                |outer: &Attribution| outer.content.iter().any(|it2| it2.contains(it.content[0]));
            assert!(outer.is_none_or(is_inside), "{it:?}");
        }
    }

    #[test]
    fn a_quotation_runs_on_in_the_next_paragraph() {
        let found = joined(&["“No. And", "“no again.” He left."], &[0..4, 4..9]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].2, "“ No . And “ no again . ”");
    }
}
