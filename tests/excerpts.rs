//! Dossiers shown in excerpts: the text shown is the article's, and derived data is the same as for
//! the whole text.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::export::published_json;
use onrecord::load::{load, load_published};
use onrecord::model::{
    CONTEXT_LENGTH, CONTEXT_WORDS, Coverage, Dossier, GAP, Piece, Span, StatementIx, Total, Unit,
    UnitIx, attribution_pieces, wording, words,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use support::mutate::law;
use support::twins::{Twins, places, twins};
use support::{bytes, good, report_text};

const EXCERPTS: &str = "tests/fixtures/good/excerpts/dossier.json";

/// Checks all properties of a dossier shown in full and in excerpts.
///
/// # Errors
/// Describes the first property that is violated.
fn check(twins: &Twins) -> Result<(), String> {
    let Twins { name, full, cut } = twins;
    let fails = |what: &str| Err(format!("{name}: {what}"));
    for check in [same_words, same_readings, same_derivation, same_when_published] {
        check(full, cut).or_else(|what| fails(&what))?;
    }
    if cut.clone().cut_to_excerpts() != *cut {
        return fails("cutting it twice changes it");
    }
    Ok(())
}

/// Checks that each span that is shown has the same words and maps back to the original span, and
/// that every other span overlaps a gap.
fn same_words(full: &Dossier, cut: &Dossier) -> Result<(), String> {
    let (article, whole) = (&cut.article, &full.article);
    let mut before: BTreeMap<String, Vec<Span>> = places(full).into_iter().collect();
    for (path, spans) in places(cut) {
        let before = before.remove(&path).ok_or(format!("{path} is new"))?;
        let mut shown = Vec::new();
        for span in &spans {
            let text = article.text(*span);
            match article.original(*span) {
                Some(original) if whole.text(original) == text => shown.push(original),
                Some(original) => {
                    return Err(format!("{path}: {text:?} was {:?}", whole.text(original)));
                }
                None if text.contains(GAP) && article.withholds(*span) => {}
                None => return Err(format!("{path}: {text:?} has no gap")),
            }
        }
        let is_shown = |span: &&Span| article.shown.iter().any(|piece| piece.contains(**span));
        let expected: Vec<Span> = before.iter().filter(is_shown).copied().collect();
        if shown != expected || (spans.len() > shown.len()) != (before.len() > expected.len()) {
            return Err(format!("{path}: {before:?} became {spans:?}"));
        }
    }
    match before.keys().find(|path| !path.starts_with(".article.quoted_titles")) {
        Some(path) => Err(format!("{path} is lost")),
        None => Ok(()),
    }
}

/// Checks that the words of the statements are complete, and that the same readings are inferred.
fn same_readings(full: &Dossier, cut: &Dossier) -> Result<(), String> {
    for (before, after) in full.statements.iter().zip(&cut.statements) {
        let id = &before.id;
        let texts = |dossier: &Dossier, spans: &[Span]| -> Vec<String> {
            spans.iter().map(|span| dossier.article.text(*span).to_owned()).collect()
        };
        for (was, is) in [
            (&before.source.words, &after.source.words),
            (&before.source.antecedent, &after.source.antecedent),
            (&before.cue, &after.cue),
            (&before.content, &after.content),
        ] {
            if texts(full, was) != texts(cut, is) {
                return Err(format!("{id}: {:?} became {:?}", texts(full, was), texts(cut, is)));
            }
        }
        let speakers = before.speakers.iter().zip(&after.speakers);
        let hops = before.via.iter().zip(&after.via);
        let same =
            speakers.clone().all(|(a, b)| before.infers_speaker(a) == after.infers_speaker(b))
                && hops.clone().all(|(a, b)| before.infers_hop(a) == after.infers_hop(b))
                && speakers
                    .map(|(a, b)| (&a.basis, &b.basis))
                    .chain(hops.map(|(a, b)| (&a.role.basis, &b.role.basis)))
                    .all(|(a, b)| a.is_inferred() == b.is_inferred())
                && before.kind.basis.is_inferred() == after.kind.basis.is_inferred();
        if !same {
            return Err(format!("{id}: other readings are inferred"));
        }
    }
    for (before, after) in full.figures.iter().zip(&cut.figures) {
        for (was, is) in [(before.words, after.words), (before.counted, after.counted)] {
            if full.article.text(was) != cut.article.text(is) {
                return Err(format!("{}: the words differ", before.id));
            }
        }
    }
    Ok(())
}

/// Checks directness and coverage.
fn same_derivation(full: &Dossier, cut: &Dossier) -> Result<(), String> {
    let (before, after) = (full.article.quotations(), cut.article.quotations());
    for (was, is) in full.statements.iter().zip(&cut.statements) {
        let was = wording(&full.article, &before, &was.content);
        let is = wording(&cut.article, &after, &is.content);
        if was != is {
            return Err(format!("{was:?} became {is:?}"));
        }
    }
    let counted = |coverage: &Coverage| -> Vec<_> {
        let runs = coverage.runs.iter();
        runs.map(|run| (run.span.unit, run.words, run.carried, run.also)).collect()
    };
    let (before, after) = (Coverage::of(full), Coverage::of(cut));
    if counted(&before) != counted(&after) {
        return Err("the coverage differs".to_owned());
    }
    let is_inside =
        |span: &Span| span.start < span.end && span.end <= cut.article.unit(span.unit).len();
    let all =
        after.runs.iter().map(|run| run.span).chain(cut.article.precomputed.quoted.iter().copied());
    match all.into_iter().find(|span| !is_inside(span)) {
        Some(span) => Err(format!("{span:?} is outside the text")),
        None => Ok(()),
    }
}

/// Checks that the published file is marked as excerpts and loads as the same dossier.
fn same_when_published(_: &Dossier, cut: &Dossier) -> Result<(), String> {
    let json = published_json(cut);
    let value: Value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    if value["dossier"]["article"]["rights"]["show"] != "excerpts" {
        return Err("the published file is not marked as excerpts".to_owned());
    }
    let back = load_published("back", json.as_bytes());
    match back.dossier {
        Some(back) if back == *cut => Ok(()),
        Some(_) => Err("it loads as a different dossier".to_owned()),
        None => Err(report_text(json.as_bytes(), &back.diagnostics)),
    }
}

#[test]
fn cutting_keeps_the_shown_text_and_derived_data() {
    for twins in twins() {
        check(&twins).unwrap_or_else(|what| panic!("{what}"));
    }
}

#[test]
fn dossiers_for_lists_contain_derived_data() {
    for Twins { name, full, cut } in twins() {
        for dossier in [full, cut] {
            let lists = dossier.clone().for_lists(onrecord::text::when_text);
            assert_eq!(lists.article.quotations(), dossier.article.quotations(), "{name}");
            assert_eq!(Coverage::of(&lists), Coverage::of(&dossier), "{name}");
            assert_eq!(lists.article.precomputed.coverage, Coverage::of(&dossier), "{name}");
        }
    }
}

#[test]
fn the_text_is_cut_to_the_statements_and_their_context() {
    let dossier = good(EXCERPTS);
    let text: Vec<&str> = dossier.article.units.iter().map(Unit::as_str).collect();
    let expected = [
        "[…]",
        "[…] Mayor Odile Kerr told reporters that the quay “will not reopen before autumn”, whatever \
         the insurers decide in […]",
        "[…]",
        "An engineer who inspected the caissons, and […] firm is bidding for repairs, described to \
         Tideway Radio « a slow collapse », according to a transcript seen […] She added, after a long \
         and rather […] pause near the swing bridge, that at least 37 piles had split lengthwise along \
         rusted seams.",
        "[…] The Chamber of Shipping, whose members have lost contracts […] and which has sued twice, \
         demanded compensation for every idle day.",
        "“The quay is dead,” wrote the poet Ilse Varn in her pamphlet “Salt and […]",
        "[…]",
    ];
    assert_eq!(text, expected);
}

/// Checks that each word that is shown is one of a statement or figure, or one of the five before or
/// after a source, cue or content, in its sentence and at most 60 characters away. This is the promise
/// in docs/dossier.md, checked word by word and not as the text is cut.
///
/// # Errors
/// Describes the first word that is shown beyond it.
fn shows_what_is_promised(twins: &Twins) -> Result<(), String> {
    let (mut said, mut own): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
    for statement in &twins.full.statements {
        let source = &statement.source;
        said.extend(source.words.iter().chain(&statement.cue).chain(&statement.content));
        own.extend(&source.antecedent);
    }
    own.extend(twins.full.figures.iter().flat_map(|figure| [figure.words, figure.counted]));
    own.extend(&said);
    for (unit, shown) in (0..).map(UnitIx).zip(twins.shown()) {
        let text = twins.full.article.unit(unit);
        let all = words(unit, text);
        let said = said.iter().filter(|span| span.unit == unit);
        // Each source, cue and content, with the positions of its words.
        let said: Vec<(Span, usize, usize)> = said
            .map(|span| {
                let first = all.partition_point(|word| word.span.end <= span.start);
                let after = all.partition_point(|word| word.span.start < span.end).max(first);
                let edges = &all[first..after];
                let start = edges.first().map_or(span.start, |it| it.span.start.min(span.start));
                let end = edges.last().map_or(span.end, |it| it.span.end.max(span.end));
                (Span { unit, start, end }, first, after)
            })
            .collect();
        for (at, word) in all.iter().enumerate().filter(|(_, it)| shown[it.anchor as usize]) {
            let is_near = |(whole, first, after): &(Span, usize, usize)| {
                let (away, between) = match at {
                    at if at < *first => (first - at, word.span.start..whole.start),
                    at if at >= *after => (at + 1 - after, whole.end..word.span.end),
                    _ => return true,
                };
                let end = between.end.max(between.start);
                away <= CONTEXT_WORDS
                    && end - between.start <= CONTEXT_LENGTH
                    && !ends_sentence(text.slice(between.start, end))
            };
            if !own.iter().any(|span| span.overlaps(word.span)) && !said.iter().any(is_near) {
                let words = text.slice(word.span.start, word.span.end);
                let shown = twins.cut.article.unit(unit).as_str();
                return Err(format!("{}: {words} is shown in {shown}: {said:?}", twins.name));
            }
        }
    }
    Ok(())
}

/// Returns true if a sentence ends within a text, beyond doubt: a stop before white space and a letter
/// that is not a small one, or one of a script without spaces.
fn ends_sentence(text: &str) -> bool {
    let ends = |(at, _): (usize, &str)| {
        let rest = &text[at + 1..];
        let next = rest.trim_start().chars().next();
        rest.starts_with(' ')
            && next.is_some_and(|next| next.is_alphabetic() && !next.is_lowercase())
    };
    text.trim_end_matches('。').contains('。') || text.match_indices(['!', '?']).any(ends)
}

#[test]
fn shows_no_more_than_the_context_around_a_statement() {
    for twins in twins() {
        assert_eq!(shows_what_is_promised(&twins), Ok(()), "{}", twins.name);
    }
}

/// Returns the texts of a statement's snippet and of its attribution.
fn snippet_and_attribution(dossier: &Dossier, number: usize) -> [String; 2] {
    let ix = StatementIx::from(number - 1);
    let pieces =
        [dossier.snippet(ix).to_vec(), attribution_pieces(&dossier.article, dossier.statement(ix))];
    pieces.map(|pieces| {
        let text = pieces.into_iter().map(|piece| match piece {
            Piece::Text(span) => dossier.article.text(span),
            Piece::Gap => " / ",
        });
        text.collect()
    })
}

#[test]
fn snippets_show_gaps_in_their_sentence() {
    let dossier = good(EXCERPTS);
    let check = |number, card: &str, page: &str| {
        assert_eq!(snippet_and_attribution(&dossier, number), [card, page], "statement {number}");
    };
    check(
        1,
        "[…] Mayor Odile Kerr told reporters that the quay “will not reopen before autumn”, whatever \
         the insurers decide in […]",
        "Mayor Odile Kerr told reporters that the quay “will not reopen before autumn”",
    );
    check(
        3,
        "[…] She added / that at least 37 piles had split lengthwise along rusted seams.",
        "She added / that at least 37 piles had split lengthwise",
    );
    check(
        5,
        "“The quay is dead,” wrote the poet Ilse Varn in her pamphlet “Salt and […]",
        "“The quay is dead,” wrote / Ilse Varn",
    );
}

#[test]
fn reports_published_files_whose_excerpts_do_not_match() {
    let json: Value = serde_json::from_str(&published_json(&good(EXCERPTS))).expect("JSON");
    let check = |place: &str, value: Value, expected: &str| {
        let mut json = json.clone();
        *json.pointer_mut(place).expect("the field exists") = value;
        let loaded = load_published("moved", json.to_string().as_bytes());
        let codes: Vec<&str> = loaded.diagnostics.iter().map(|d| d.code.as_str()).collect();
        assert_eq!((loaded.dossier, codes.as_slice()), (None, [expected].as_slice()), "{place}");
    };
    check("/excerpts/shown/0/end", json!(u64::MAX), "excerpts-moved");
    check("/excerpts/shown/0/end", json!(u32::MAX), "excerpts-moved");
    check("/excerpts/shown/0/start", json!(0), "excerpts-moved");
    check("/excerpts/shown/0/in", json!(99), "excerpts-moved");
    check("/excerpts/shown", json!([]), "excerpts-moved");
    check("/excerpts/quoted/0/end", json!(4_000), "excerpts-moved");
    let run = |background: u64| json!({ "at": { "in": 0, "start": 0, "end": 3 }, "words": 1, "background": background });
    check("/excerpts/coverage/0", run(2), "excerpts-moved");
    check("/excerpts/coverage/1/at/end", json!(0), "excerpts-moved");
    check("/dossier/article/rights/show", json!("full"), "not-excerpts");
    check("/dossier/article/rights/show", json!("some"), "unknown-value");
}

#[test]
fn cuts_a_published_file_in_full_that_is_marked_as_excerpts() {
    let mut json: Value = serde_json::from_slice(&bytes(support::REAL)).expect("JSON");
    let full = load("full", json.to_string().as_bytes()).dossier.expect("it loads");
    let mut published: Value = serde_json::from_str(&published_json(&full)).expect("JSON");
    for rights in [&mut json["article"]["rights"], &mut published["dossier"]["article"]["rights"]] {
        rights["show"] = json!("excerpts");
    }
    let authored = load("authored", json.to_string().as_bytes()).dossier;
    let published = load_published("published", published.to_string().as_bytes()).dossier;
    assert_eq!(authored.as_ref(), Some(&full.cut_to_excerpts()));
    assert!(published == authored);
}

const WORDS: [&str; 18] = [
    "talks",
    "the",
    "“talks”",
    "“open",
    "close”",
    "U.N.",
    "«",
    "نعم",
    "»",
    "end.",
    "End!",
    "— ",
    "cafe\u{301}",
    "👩‍👩‍👧",
    "[…]",
    "彼は「行く」と、人々に言った。",
    "1,500",
    "\"",
];

/// The words of a paragraph.
type Paragraph = Vec<&'static str>;
/// A location in thousandths: the paragraph, and the start and length within it.
type Place = (u32, u32, u32);

fn texts_and_places() -> impl Strategy<Value = (Vec<Paragraph>, Vec<Place>)> {
    let paragraph = prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..60);
    let place = (0..1000_u32, 0..1000_u32, 1..150_u32);
    (prop::collection::vec(paragraph, 3..6), prop::collection::vec(place, 24))
}

#[test]
fn cutting_keeps_derived_data_for_any_text_and_annotation() {
    let mut json: Value = serde_json::from_slice(&bytes(EXCERPTS)).expect("JSON");
    json["article"]["rights"]["show"] = json!("full");
    let dossier = load("full", json.to_string().as_bytes()).dossier.expect("it loads");
    law(300, &texts_and_places(), |(paragraphs, places)| {
        let mut dossier = dossier.clone();
        dossier.article.quoted_titles.clear();
        dossier.article.units =
            paragraphs.iter().map(|words| Unit::new(&words.join(" "))).collect();
        let mut places = places.iter().cycle().map(|(unit, start, length)| {
            let units = u32::try_from(dossier.article.units.len()).unwrap_or(1);
            let unit = UnitIx(unit * units / 1000);
            let len = dossier.article.unit(unit).len();
            let start = (start * len / 1000).min(len - 1);
            Span { unit, start, end: (start + 1 + length * len / 1000).min(len) }
        });
        let mut next = || places.next().expect("the iterator never ends");
        let background = [vec![next()], vec![next()]];
        for statement in &mut dossier.statements {
            let statement = Arc::make_mut(statement);
            statement.source.words = vec![next()];
            statement.cue = vec![next()];
            statement.content = vec![next()];
            statement.passage = statement.content[0].unit;
            statement.speakers[0].basis.evidence = vec![next(), next()];
            if !statement.source.antecedent.is_empty() {
                statement.source.antecedent = vec![next()];
            }
            statement.kind.basis.evidence.clear();
            statement.channel.basis.evidence = vec![next()];
            for hop in &mut statement.via {
                hop.role.basis.evidence = vec![next(), next()];
            }
            for when in statement.dates.iter_mut().chain(&mut statement.said_on) {
                when.words = vec![next()];
            }
            for reading in &mut statement.topics {
                reading.basis.evidence = vec![next()];
            }
        }
        for (background, words) in dossier.background.iter_mut().zip(background) {
            background.words = words;
        }
        let twins = Twins::of("generated", without_other_spans(dossier));
        for check in [same_readings, same_derivation] {
            check(&twins.full, &twins.cut)?;
        }
        shows_what_is_promised(&twins)?;
        same_words(&twins.full, &twins.cut)?;
        let again = Twins::of("other secrets", twins.with_other_secrets());
        let total: fn(&Dossier) -> Total = |dossier| Coverage::of(dossier).total();
        if again.cut != twins.cut {
            return Err("the cut text depends on what is withheld".to_owned());
        }
        if total(&again.cut) != total(&twins.full) {
            Err("the coverage differs".to_owned())
        } else {
            Ok(())
        }
    });
}

/// Removes the spans that the test does not replace, which are only valid for the fixture's own
/// text.
fn without_other_spans(mut dossier: Dossier) -> Dossier {
    dossier.figures.clear();
    dossier.relations.iter_mut().for_each(|relation| relation.basis.evidence.clear());
    dossier.places.iter_mut().for_each(|place| place.name.basis.evidence.clear());
    for actor in &mut dossier.actors {
        actor.kind.basis.evidence.clear();
        actor.roles.clear();
    }
    for statement in &mut dossier.statements {
        let statement = Arc::make_mut(statement);
        statement.mentions.clear();
        statement.about.clear();
        let naming = &mut statement.identification;
        naming.kind.basis.evidence.clear();
        naming.described_as.clear();
        naming.condition.clear();
        naming.reason.clear();
    }
    dossier
}
