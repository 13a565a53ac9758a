//! brat standoff files: the text in one file, its annotation in others.
//!
//! Events (`E`) are attributions whose arguments are the parts. Without events, relations (`R`) link
//! the parts. Each annotation file has its own ids.

mod metadata;
mod records;

pub use metadata::Metadata;

use super::document::{BadInput, Document, FindingCode, Place, Speaker};
use super::labels::Labels;
use super::links::{Graph, Hub, Link, Node};
use super::offsets::OffsetUnit;
use super::{Choices, File};
use records::{Data, Record, records};
use std::collections::HashMap;

/// Reads a text with its annotation files.
///
/// # Errors
/// If a file is not UTF-8, or an annotation file has a line that is not brat's.
pub fn read(
    text: &File,
    annotations: &[&File],
    labels: &Labels,
    choices: &Choices,
) -> Result<Document, BadInput> {
    let words = text.text()?.to_owned();
    let mut document =
        Document { name: text.stem().to_owned(), text: words, ..Document::default() };
    for file in annotations {
        let records = records(&file.name, file.text()?)?;
        graph(&file.name, &records, labels, choices, &mut document).resolve(&mut document);
    }
    Ok(document)
}

/// Returns the name of the text that an annotation file belongs to: the longest with which its name
/// begins, as `a_4e07.ann` begins with `a.txt`.
pub fn text_of<'n>(annotation: &str, texts: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let belongs = |stem: &&str| {
        annotation.strip_prefix(*stem).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    texts.filter(belongs).max_by_key(|stem| stem.len())
}

fn graph(
    file: &str,
    records: &[Record<'_>],
    labels: &Labels,
    choices: &Choices,
    document: &mut Document,
) -> Graph {
    let place = |record: &Record<'_>| Place::line(file, record.line, record.id);
    let mut graph = Graph::default();
    let nodes = nodes(file, records, labels, choices, document, &mut graph);
    let mut events = HashMap::new();
    for record in records {
        let place = place(record);
        match &record.data {
            Data::Event { label, trigger, arguments } => {
                let mut hub = Hub { place, ..Hub::default() };
                let trigger = nodes.get(trigger).copied();
                if let Some(trigger) = trigger {
                    match graph.nodes[trigger].part {
                        Some(part) => hub.members.push((part, trigger)),
                        // A trigger only says that there is an event.
                        None => graph.nodes[trigger].is_ignored = true,
                    }
                }
                for (role, target) in arguments {
                    let role = role.trim_end_matches(|c: char| c.is_ascii_digit());
                    let Some(node) = nodes.get(target).copied() else {
                        let code = if target.starts_with('E') {
                            FindingCode::UnusedLink
                        } else {
                            FindingCode::Dangling
                        };
                        let message =
                            format!("the argument \"{role}:{target}\" of {label} is not a span");
                        document.find(code, &hub.place, message);
                        continue;
                    };
                    let own = graph.nodes[node].part;
                    match labels.part(role).or(own) {
                        Some(part) => hub.members.push((part, node)),
                        None if labels.is_ignored(role) => {}
                        None => {
                            let message = format!("no part is mapped to the role \"{role}\"");
                            document.find(FindingCode::UnknownLabel, &hub.place, message);
                        }
                    }
                }
                events.insert(record.id, graph.hubs.len());
                graph.hubs.push(hub);
            }
            Data::Relation { label, arguments } => {
                let ends: Vec<usize> =
                    arguments.iter().filter_map(|(_, id)| nodes.get(id).copied()).collect();
                match ends.as_slice() {
                    [from, to] => {
                        let label = (*label).to_owned();
                        graph.links.push(Link { ends: (*from, *to), place, label });
                    }
                    _ => {
                        let is_event = |id: &str| id.starts_with('E');
                        let code = if arguments.iter().any(|(_, id)| is_event(id)) {
                            FindingCode::UnusedLink
                        } else {
                            FindingCode::Dangling
                        };
                        let message = format!("the relation \"{label}\" does not link two spans");
                        document.find(code, &place, message);
                    }
                }
            }
            Data::Equivalence { label, members } => {
                let message = format!("\"{label}\" of {}", members.join(", "));
                document.find(FindingCode::NotAnAttribution, &place, message);
            }
            _ => {}
        }
    }
    remarks(file, records, &nodes, &events, &mut graph, document);
    graph
}

/// Adds the spans, each checked against its words.
fn nodes<'a>(
    file: &str,
    records: &'a [Record<'_>],
    labels: &Labels,
    choices: &Choices,
    document: &mut Document,
    graph: &mut Graph,
) -> HashMap<&'a str, usize> {
    let text = std::mem::take(&mut document.text);
    let marked = records.iter().filter_map(|record| match &record.data {
        Data::Text { offsets, words, .. } => Some((offsets.as_slice(), Some(words.as_str()))),
        _ => None,
    });
    let offsets = choices.offsets(&text, marked, OffsetUnit::CodePoints);
    let mut nodes = HashMap::new();
    for record in records {
        let Data::Text { label, offsets: given, words } = &record.data else { continue };
        let place = Place::line(file, record.line, record.id);
        let pieces = super::verified(&offsets, given, Some(words), &place, document);
        if nodes.insert(record.id, graph.nodes.len()).is_some() {
            document.find(
                FindingCode::Dangling,
                &place,
                "the id occurs twice: the later span is used",
            );
        }
        graph.nodes.push(Node {
            part: labels.part(label),
            label: (*label).to_owned(),
            pieces,
            place,
            is_ignored: labels.is_ignored(label),
            ..Node::default()
        });
    }
    super::say_unit(&offsets, file, document);
    document.text = text;
    nodes
}

/// Adds what attributes, normalisations and notes say to the spans and events that they are for.
fn remarks(
    file: &str,
    records: &[Record<'_>],
    nodes: &HashMap<&str, usize>,
    events: &HashMap<&str, usize>,
    graph: &mut Graph,
    document: &mut Document,
) {
    for record in records {
        let (of, remark) = match &record.data {
            Data::Attribute { label, of, value: None } => (*of, format!("{label}.")),
            Data::Attribute { label, of, value: Some(value) } => {
                (*of, format!("{label}: {value}."))
            }
            Data::Normalization { of, reference, name } => {
                let name = if name.is_empty() { reference } else { name };
                let of_node = nodes.get(of).map(|at| &mut graph.nodes[*at]);
                if let Some(node) = of_node.filter(|node| node.part == Some(super::Part::Source)) {
                    let (name, reference) = ((*name).to_owned(), (*reference).to_owned());
                    node.speaker = Some(Speaker { name, reference });
                    continue;
                }
                (*of, format!("Refers to {name} ({reference})."))
            }
            Data::Note { of, words, .. } => (*of, (*words).to_owned()),
            _ => continue,
        };
        if remark.trim().is_empty() {
            continue;
        }
        if let Some(node) = nodes.get(of) {
            graph.nodes[*node].notes.push(remark);
        } else if let Some(hub) = events.get(of) {
            graph.hubs[*hub].notes.push(remark);
        } else {
            let code = if of.starts_with('R') {
                FindingCode::NotAnAttribution
            } else {
                FindingCode::Dangling
            };
            let place = Place::line(file, record.line, record.id);
            document.find(code, &place, format!("the remark \"{remark}\" is for {of}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annotation_belongs_to_the_text_with_which_its_name_begins() {
        let texts = ["a", "a_b", "ab"];
        let of = |name| text_of(name, texts.into_iter());
        assert_eq!(of("a"), Some("a"));
        assert_eq!(of("a_4e07"), Some("a"));
        assert_eq!(of("a_b_4e07"), Some("a_b"));
        assert_eq!(of("abc"), None);
    }
}
