//! The page of a statement: its order and headings, the table of details, which loses nothing that
//! the model knows, and the other statements that it shows.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::{
    Assumed, Basis, Channel, Dossier, IdentificationKind, Settings, Span, Statement, StatementIx,
};
use onrecord::text::{Label, day_text, kind_title, outlet, when_text};
use scraper::{ElementRef, Selector};
use std::collections::BTreeSet;
use std::sync::Arc;
use support::bundle::{Bundle, Page, bundle, files_of, select};
use support::html::words;
use support::{REAL, good_files};

/// Runs a check on the page of every statement of every good dossier.
fn every_statement(check: impl Fn(&Dossier, StatementIx, &Page)) {
    for file in good_files() {
        let bundle = bundle(&[&file]);
        for dossier in &bundle.dossiers {
            for position in 0..dossier.statements.len() {
                let ix = StatementIx::from(position);
                check(dossier, ix, page(&bundle, dossier, ix));
            }
        }
    }
}

fn page<'b>(bundle: &'b Bundle, dossier: &Dossier, ix: StatementIx) -> &'b Page {
    let id = &dossier.statement(ix).id;
    &bundle.pages[&format!("{}/statements/{id}/index.html", dossier.id)]
}

fn within<'p>(element: ElementRef<'p>, selector: &str) -> Vec<ElementRef<'p>> {
    let selector = Selector::parse(selector).expect("a selector");
    element.select(&selector).collect()
}

/// A detail with words of the article as evidence: the name of its row, and the id of the words.
type Evidence = (String, String);

/// What the model knows of a statement: the evidence for each detail, the values, and the notes.
#[derive(Default)]
struct Known {
    evidence: BTreeSet<Evidence>,
    values: Vec<(&'static str, String)>,
    notes: Vec<String>,
}

impl Known {
    fn add(&mut self, row: &'static str, value: &str, spans: &[Span], note: Option<&str>) {
        let ids = spans.iter().map(|s| format!("words-{}-{}-{}", s.unit.0, s.start, s.end));
        self.evidence.extend(ids.map(|id| (row.to_owned(), id)));
        self.values.push((row, value.to_owned()));
        self.notes.extend(note.map(str::to_owned));
        if spans.is_empty() && note.is_none() {
            self.notes.push("Inferred".to_owned());
        }
    }

    fn reading(&mut self, row: &'static str, value: &str, basis: &Basis) {
        self.add(row, value, &basis.evidence, basis.note.as_deref());
    }

    fn of(dossier: &Dossier, ix: StatementIx) -> Self {
        let mut known = Self::default();
        let it = dossier.statement(ix);
        let name = |actor| &*dossier.actor(actor).name.value;
        let speaker = if it.is_joint() { "Speakers (joint)" } else { "Speaker" };
        for (position, reading) in it.speakers.iter().enumerate() {
            // The source's own words are the evidence for the first speaker.
            let own = if position == 0 { &*it.source.words } else { &[] };
            let spans = [own, &reading.basis.evidence].concat();
            known.add(speaker, name(reading.value), &spans, reading.basis.note.as_deref());
        }
        let source = &it.source;
        if !it.speakers.is_empty() {
            let note = source.note.as_deref().unwrap_or_default();
            known.add(speaker, "", &source.words, Some(note));
            known.add(speaker, "", &source.antecedent, Some(""));
        }
        if let Some(shared) = source.shared_with {
            known.add(
                speaker,
                &format!("statement {}", shared.index() + 1),
                &source.words,
                Some(""),
            );
        }
        let naming = &it.identification;
        let row = "Source identified as";
        let Basis { evidence, note } = &naming.kind.basis;
        let is_derived = it.assumes(Assumed::Identification);
        let note = note.as_deref().or(is_derived.then_some("Derived from other entries."));
        known.add(row, naming.kind.value.label(), evidence, note);
        for (value, spans) in [
            ("Described as", &naming.described_as),
            ("Condition of anonymity", &naming.condition),
            ("Reason for anonymity", &naming.reason),
        ] {
            if !spans.is_empty() {
                known.add(row, value, spans, None);
            }
        }
        for hop in &it.via {
            known.reading("Via", name(hop.actor), &hop.role.basis);
            known.reading("Via", &hop.role.value.label()[1..], &hop.role.basis);
        }
        for verb in &it.cue {
            known.add("Attributing verb", dossier.article.text(*verb), &[*verb], None);
        }
        let channel = &it.channel;
        if channel.value == Channel::NotStated && channel.basis.evidence.is_empty() {
            known.notes.extend(channel.basis.note.iter().map(ToString::to_string));
        } else {
            known.reading("How it was made public", channel.value.label(), &channel.basis);
        }
        if !it.assumes(Assumed::Kind) {
            known.reading("Type of statement", it.kind.value.label(), &it.kind.basis);
        }
        let quotations = dossier.article.quotations();
        for span in it.content.iter().flat_map(|span| quotations.within(*span)) {
            known.add("Wording", "quoted", &[span], None);
        }
        for part in &dossier.background {
            let own = |span: &&Span| it.content.iter().any(|words| words.overlaps(**span));
            let spans: Vec<Span> = part.words.iter().filter(own).copied().collect();
            if !spans.is_empty() {
                known.add("Wording", "words", &spans, part.why.as_deref());
            }
        }
        for about in &it.about {
            known.reading("About", name(about.value), &about.basis);
        }
        for topic in &it.topics {
            known.reading("Topics", &dossier.topic(topic.value).label, &topic.basis);
        }
        for mention in &it.mentions {
            let said = dossier.article.text(mention.words);
            known.reading("References", said, &mention.basis);
        }
        for (row, when) in it
            .said_on
            .iter()
            .map(|when| ("Date said", when))
            .chain(it.dates.iter().map(|when| ("Dates mentioned", when)))
        {
            known.add(row, &when_text(when)[1..], &when.words, when.note.as_deref());
        }
        for place in &it.places {
            known.reading("Places mentioned", &dossier.place(place.value).name.value, &place.basis);
        }
        known.notes.extend(it.note.iter().map(ToString::to_string));
        known
    }
}

/// Returns each row of the table of details with its name.
fn rows(page: &Page) -> Vec<(String, ElementRef<'_>)> {
    let rows = select(page, "#evidence .fields tbody tr:not(.group)");
    rows.into_iter().map(|row| (words(within(row, "th[scope=row]")[0]), row)).collect()
}

/// Returns a text with each sequence of white space reduced to one space.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_table_of_details_has_all_that_the_model_knows() {
    every_statement(|dossier, ix, page| {
        let at = format!("{}, statement {}", dossier.id, ix.index() + 1);
        let known = Known::of(dossier, ix);
        let rows = rows(page);
        let shown: BTreeSet<Evidence> = (rows.iter())
            .flat_map(|(name, row)| {
                let links = within(*row, ".evidence > a[href^='#words-']");
                let ids = links.into_iter().filter_map(|link| link.attr("href"));
                ids.map(|id| (name.clone(), id[1..].to_owned())).collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(shown, known.evidence, "{at}");
        for (_, id) in &shown {
            assert_eq!(select(page, &format!(".one-passage [id='{id}']")).len(), 1, "{at}: {id}");
        }
        for (name, value) in &known.values {
            let row = rows.iter().find(|(row, _)| row == name);
            let Some((_, row)) = row else { panic!("{at} has no row {name}") };
            let found = words(*row);
            assert!(found.contains(&spaced(value)), "{at}: {name} lacks {value}: {found}");
        }
        let all = words(select(page, "#evidence")[0]);
        for note in &known.notes {
            assert!(all.contains(&spaced(note)), "{at} lacks the note {note}");
        }
        // A name begins one row only, and what is not stated has none.
        let names: BTreeSet<&String> = rows.iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), rows.len(), "{at}: {names:?}");
    });
}

#[test]
fn what_is_not_stated_takes_one_line() {
    every_statement(|dossier, ix, page| {
        let it = dossier.statement(ix);
        let naming = &it.identification;
        let can_ask = matches!(
            naming.kind.value,
            IdentificationKind::UnnamedPerson | IdentificationKind::UnnamedGroup
        );
        let channel = &it.channel;
        let not_public = channel.value == Channel::NotStated && channel.basis.evidence.is_empty();
        let not_entered = [
            (not_public && it.assumes(Assumed::Channel), "how it was made public"),
            (it.assumes(Assumed::Kind), "type of statement"),
        ];
        let not_public = not_public && !it.assumes(Assumed::Channel);
        let is_unknown = it.speakers.is_empty();
        let missing = [
            (is_unknown, "who said it"),
            (!is_unknown && it.source.words.is_empty(), "a source"),
            (can_ask && naming.condition.is_empty(), "condition of anonymity"),
            (can_ask && naming.reason.is_empty(), "reason for anonymity"),
            (it.via.is_empty(), "any intermediary"),
            (it.cue.is_empty(), "an attributing verb"),
            (not_public, "how it was made public"),
            (it.said_on.is_none(), "date said"),
        ];
        let lines: Vec<String> =
            select(page, "#evidence .unstated").into_iter().map(words).collect();
        let line = |lead: &str, details: &[(bool, &str)]| -> Option<String> {
            let names = details.iter().filter(|(is_missing, _)| *is_missing).map(|(_, name)| *name);
            let names: Vec<&str> = names.collect();
            (!names.is_empty()).then(|| format!("{lead}: {}.", names.join(", ")))
        };
        let expected: Vec<String> =
            [line("Not stated", &missing), line("Not entered by the annotator", &not_entered)]
                .into_iter()
                .flatten()
                .collect();
        assert_eq!(lines, expected, "{}: {}", dossier.id, it.id);
    });
}

#[test]
fn the_first_dossier_needs_at_most_eleven_rows() {
    let bundle = bundle(&[REAL]);
    let dossier = &bundle.dossiers[0];
    for position in 0..dossier.statements.len() {
        let page = page(&bundle, dossier, position.into());
        let number = rows(page).len();
        assert!(number <= 11, "statement {}: {number} rows", position + 1);
        let said = words(select(page, "#evidence summary small")[0]);
        assert!(said.starts_with(&format!("{number} entries")), "{said}");
        let groups: Vec<String> = select(page, "#evidence .group").into_iter().map(words).collect();
        let all = ["Who and how", "What", "When and where"];
        assert!(groups.iter().all(|name| all.contains(&&**name)), "{groups:?}");
    }
}

#[test]
fn a_page_begins_with_the_words_and_then_names_the_way_to_the_reader() {
    every_statement(|dossier, ix, page| {
        let it = dossier.statement(ix);
        let at = format!("{}: {}", dossier.id, it.id);
        let heading = format!("Statement {}: {}", ix.index() + 1, kind_title(it.kind.value));
        let h1: String = select(page, "h1")[0].text().collect();
        assert_eq!(spaced(&h1), heading, "{at}");
        let parts = select(page, ".one-head > *");
        assert!(parts[0].value().classes().any(|class| class == "kicker"), "{at}");
        assert_eq!(parts[1].value().name(), "blockquote", "{at}");
        // A translation by the annotator comes between the words and the way.
        let way = parts[1 + usize::from(it.translation.is_some()) + 1];
        assert!(way.value().classes().any(|class| class == "way"), "{at}");
        // The attributing verb is in the sentence, not before the source.
        let steps: Vec<String> = within(way, "li").into_iter().map(words).collect();
        assert_eq!(steps.len(), it.via.len() + 2, "{at}");
        assert!(steps[0].starts_with("Source: "), "{steps:?}");
        for speaker in &it.speakers {
            let name = spaced(&dossier.actor(speaker.value).name.value);
            assert!(steps[0].contains(&name), "{at}: {steps:?}");
        }
        for (hop, step) in it.via.iter().zip(&steps[1..]) {
            let name = &dossier.actor(hop.actor).name.value;
            let named = format!("{} {name}", hop.role.value.label());
            assert!(step.starts_with(&spaced(&named)), "{at}: {step}");
            assert_eq!(step.contains("(inferred)"), it.infers_hop(hop), "{at}: {step}");
        }
        let last =
            format!("published by {}, {}", outlet(dossier), day_text(dossier.article.published));
        assert_eq!(steps.last(), Some(&spaced(&last)), "{at}");
        let inferred = it.speakers.iter().filter(|speaker| it.infers_speaker(speaker)).count();
        assert_eq!(steps[0].matches("(inferred)").count(), inferred, "{at}: {steps:?}");
        let summaries = select(page, ".one-head .gist");
        let summaries = summaries.into_iter().map(words).filter(|line| line.contains("summary"));
        assert_eq!(summaries.count(), usize::from(it.gist.is_some()), "{at}");
    });
}

#[test]
fn headings_skip_no_level() {
    let bundle = bundle(&[REAL]);
    for (path, page) in &bundle.pages {
        let own = ["/statements/", "/actors/", "/figures/"]
            .iter()
            .any(|part| path.split_once(part).is_some_and(|(_, rest)| rest != "index.html"));
        if !own {
            continue;
        }
        let mut before = 0;
        for heading in select(page, "h1, h2, h3, h4, h5, h6") {
            let level = heading.value().name()[1..].parse::<u32>().expect("a level");
            assert!(level <= before + 1, "{path}: {} after level {before}", words(heading));
            before = level;
        }
    }
}

#[test]
fn a_note_of_the_annotator_is_announced_as_one() {
    every_statement(|dossier, ix, page| {
        for note in select(page, "#evidence .ours") {
            let said = words(note);
            let is_named = said.starts_with("Annotator’s note: ")
                || said == "Inferred"
                || said == "Derived from other entries.";
            assert!(is_named, "{} {}: {said}", dossier.id, ix.index() + 1);
        }
    });
}

#[test]
fn each_topic_offers_to_compare_the_sides_that_speak_about_it() {
    let bundle = bundle(&[REAL]);
    let dossier = &bundle.dossiers[0];
    let offers = |id: &str| -> Vec<(String, String)> {
        let path = format!("{}/statements/{id}/index.html", dossier.id);
        let links = select(&bundle.pages[&path], ".more-topics a[href*='compare/']");
        let href = |link: &ElementRef<'_>| link.attr("href").unwrap_or_default().to_owned();
        links.iter().map(|link| (words(*link), href(link))).collect()
    };
    let to = |query: &str| format!("../../compare/?{query}");
    assert_eq!(
        offers("withdrawal-timeline"),
        [(
            "Compare Israel and Syria on this topic".to_owned(),
            to("party=israel,syria&topic=talks")
        )]
    );
    // All three speak of this only jointly.
    let mechanism = offers("mechanism-agreement");
    let expected = (
        "Compare Israel and Syria on this topic".to_owned(),
        to("party=israel,syria&topic=communication-mechanism"),
    );
    assert!(mechanism.contains(&expected), "{mechanism:?}");
}

#[test]
fn a_page_shows_only_the_nearest_of_many_statements_and_each_once() {
    let many = onrecord::load::load("many", support::generate::dossier_json(200).as_bytes());
    let many = Arc::new(many.dossier.expect("the generated dossier loads"));
    let middle = many.statement(StatementIx::from(100usize));
    let path = format!("{}/statements/{}/index.html", many.id, middle.id);
    let files = files_of(std::slice::from_ref(&many), Settings::default());
    let file = files.iter().find(|file| file.path == path).expect("the page of a statement");
    let html = scraper::Html::parse_document(&String::from_utf8_lossy(&file.bytes));
    let lists = within(html.root_element(), ".one-more ul:has(.mini)");
    assert!(!lists.is_empty());
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut widest = 0;
    for list in lists {
        let numbers = within(list, ".mini .number").into_iter().map(words);
        let numbers: Vec<usize> = numbers.map(|it| it.parse().expect("a number")).collect();
        let heading = list.prev_siblings().filter_map(ElementRef::wrap).next().expect("a heading");
        let is_there = |it: &Statement| match heading.attr("id").unwrap_or_default() {
            "h-source" => it.is_by(middle.speakers[0].value),
            id => it
                .topics
                .iter()
                .any(|topic| id == format!("h-topic-{}", many.topic(topic.value).id)),
        };
        let mut nearest: Vec<usize> = (1..=many.statements.len())
            .filter(|number| *number != 101 && !seen.contains(number))
            .filter(|number| is_there(&many.statements[number - 1]))
            .collect();
        widest = widest.max(nearest.len());
        nearest.sort_by_key(|number| number.abs_diff(101));
        nearest.truncate(5);
        nearest.sort_unstable();
        assert_eq!(numbers, nearest, "{}", words(heading));
        seen.extend(numbers);
    }
    assert!(widest > 5, "no topic has many statements");
    let all = within(html.root_element(), ".one-more .more a").into_iter().map(words);
    assert!(all.filter(|link| link.starts_with("All ")).count() > 1, "no links to the rest");
}
