//! A recording as a table, and what remains different from the finished dossier.

use super::{Hand, Record, bare};
use onrecord::annotate::Desk;
use onrecord::model::{ActorIx, Dossier, Span, Statement};
use std::collections::BTreeMap;

/// Prints a recording, and what remains different from the finished dossier.
pub fn print(name: &str, wanted: &Dossier, record: &Record, hand: Hand) {
    let unit = if hand == Hand::Keys { "keys" } else { "clicks" };
    let total: usize = record.made.iter().map(|it| it.count).sum();
    let typed: usize = record.made.iter().map(|it| it.typed).sum();
    println!(
        "{name}: {} statements, {} suggestions, by {unit} alone",
        record.made.len(),
        record.found
    );
    println!("{:>32}{unit:>8}{:>10}{:>12}  by what", "statement", "person s", "page ms");
    for it in &record.made {
        let parts: Vec<String> =
            it.parts.iter().map(|(what, count)| format!("{what} {count}")).collect();
        println!(
            "{:>32}{:>8}{:>10.1}{:>12.1}  {}",
            it.id.chars().take(30).collect::<String>(),
            it.count,
            it.seconds(hand),
            it.machine.as_secs_f64() * 1e3,
            parts.join(", ")
        );
    }
    let mut parts: BTreeMap<&str, usize> = BTreeMap::new();
    for (what, count) in record.made.iter().flat_map(|it| &it.parts) {
        *parts.entry(what).or_default() += count;
    }
    let seconds: f64 = record.made.iter().map(|it| it.seconds(hand)).sum();
    let count = record.made.len().max(1);
    println!(
        "in all {total} {unit}, {:.1} each; {typed} of them type names; about {:.1} minutes by the keystroke-level model",
        total as f64 / count as f64,
        seconds / 60.0
    );
    let parts: Vec<String> = parts.iter().map(|(what, count)| format!("{what} {count}")).collect();
    println!("by what: {}", parts.join(", "));
    for refused in record.made.iter().filter(|it| !it.refused.is_empty()) {
        println!("refused in {}: {:?}", refused.id, refused.refused);
    }
    for (what, count) in differences(wanted, &record.desk) {
        println!("different from the finished dossier: {what}: {count}");
    }
    println!();
}

/// Returns how many statements differ from those of the finished dossier, by what differs.
pub fn differences(wanted: &Dossier, desk: &Desk) -> BTreeMap<&'static str, usize> {
    let loaded = onrecord::load::load("made.json", desk.json().as_bytes());
    let Some(made) = loaded.dossier else { return BTreeMap::from([("the file", 1)]) };
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    let mut add = |what: &'static str, differs: bool| {
        if differs {
            *found.entry(what).or_default() += 1;
        }
    };
    // The dateline is a paragraph where it is not recognised.
    let shift = |it: &[Span]| it.iter().map(|it| (it.start, it.end)).collect::<Vec<_>>();
    for other in &wanted.statements {
        let own = made.statements.iter().find(|it| shift(&it.content) == shift(&other.content));
        let Some(own) = own else {
            add("missing", true);
            continue;
        };
        let names = |of: &Dossier, all: Vec<ActorIx>| {
            let names = all.into_iter().map(|it| bare(&of.actor(it).name.value));
            names.collect::<Vec<_>>()
        };
        let speakers = |of: &Dossier, it: &Statement| {
            names(of, it.speakers.iter().map(|it| it.value).collect())
        };
        let via =
            |of: &Dossier, it: &Statement| names(of, it.via.iter().map(|it| it.actor).collect());
        let day = |it: &Statement| it.said_on.as_ref().map(|it| it.edtf.to_string());
        add("verb", shift(&own.cue) != shift(&other.cue));
        // The words before the first of several verbs are the source of each, which is no loss.
        let (source, finished) = (own.source.own_words(), other.source.own_words());
        add("source", !finished.is_empty() && shift(source) != shift(finished));
        add("source not shared", finished.is_empty() && !source.is_empty());
        add("speaker or its name", speakers(&made, own) != speakers(wanted, other));
        add("chain or its names", via(&made, own) != via(wanted, other));
        add("type", own.kind.value != other.kind.value);
        add("day", day(own) != day(other));
        add("no summary", own.gist.is_none() && other.gist.is_some());
        add("no topics", own.topics.is_empty() && !other.topics.is_empty());
        add("no subject", own.about.is_empty() && !other.about.is_empty());
        add("no note", own.note.is_none() && other.note.is_some());
    }
    let rest = made.statements.len().saturating_sub(wanted.statements.len());
    add("too many", rest > 0);
    found
}
