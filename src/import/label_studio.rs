//! The JSON export of Label Studio: tasks with their annotations, each a list of results.
//!
//! A result is a labelled region of the text, a relation between two regions, or a choice or
//! remark for a region. `JSON-MIN` is not supported, because it has no relations.

use super::document::{BadInput, Document, FindingCode, Piece};
use super::json::{Node as Json, with_root};
use super::labels::Labels;
use super::links::{Graph, Link, Node};
use super::offsets::OffsetUnit;
use super::{Choices, File};
use std::collections::HashMap;

/// Fields of a task in which a text is looked for.
const TEXT_FIELDS: [&str; 4] = ["text", "article", "content", "body"];

/// Reads an export: a list of tasks, or one task.
///
/// # Errors
/// If the file is not an export of Label Studio with text.
pub fn read(file: &File, labels: &Labels, choices: &Choices) -> Result<Vec<Document>, BadInput> {
    with_root(file, |root| {
        let tasks = root.one_or_many();
        if tasks.is_empty() {
            return Err(root.bad("the export has no tasks"));
        }
        tasks.into_iter().map(|task| self::task(file, task, labels, choices)).collect()
    })
}

fn task(
    file: &File,
    task: Json<'_>,
    labels: &Labels,
    choices: &Choices,
) -> Result<Document, BadInput> {
    if !task.is_object() {
        return Err(task.bad("expected a task of Label Studio, an object with \"data\""));
    }
    let Some(data) = task.get("data") else {
        let message = "the task has no \"data\": export as JSON; JSON-MIN has no relations";
        return Err(task.bad(message));
    };
    let text = match &choices.text_field {
        Some(name) => data.field(name)?,
        None => TEXT_FIELDS.into_iter().find_map(|name| data.get(name)).ok_or_else(|| {
            data.bad("the task has no field \"text\": name the field of the text with --text-field")
        })?,
    };
    let words = text.text().ok_or_else(|| text.bad("the text of the task is not a string"))?;
    let upload = task.get("file_upload").and_then(Json::text).unwrap_or_default();
    let id = task.get("id").and_then(Json::id);
    let name = |field| data.get(field).and_then(Json::text).map(str::to_owned);
    let mut document = Document { text: words.to_owned(), ..Document::default() };
    document.about.headline = name("headline").or_else(|| name("title"));
    document.about.outlet = name("outlet").or_else(|| name("publisher"));
    document.about.published = name("published").or_else(|| name("date"));
    document.about.language = name("language");
    document.about.address = name("address").or_else(|| name("url"));
    document.name = name("name")
        .or_else(|| document.about.headline.clone())
        .unwrap_or_else(|| format!("{} {}", file.stem(), id.unwrap_or(upload)).trim().to_owned());
    for prediction in task.get("predictions").into_iter().flat_map(Json::items) {
        if prediction.is_object() {
            let message = "a prediction, which nobody has confirmed";
            document.find(FindingCode::OtherAnnotation, &prediction.place(""), message);
        }
    }
    for annotation in task.get("annotations").into_iter().flat_map(Json::items) {
        if annotation.get("was_cancelled").is_some_and(|it| it.is_true()) {
            let message = "an annotation that was cancelled";
            document.find(FindingCode::OtherAnnotation, &annotation.place(""), message);
            continue;
        }
        let by = annotation.get("completed_by");
        let by = by.and_then(|by| by.get("email").unwrap_or(by).id());
        if let Some(by) = by.map(|by| format!("Label Studio user {by}"))
            && !document.about.annotators.contains(&by)
        {
            document.about.annotators.push(by);
        }
        results(annotation.field("result")?, labels, choices, &mut document)?;
    }
    Ok(document)
}

/// A labelled region of the text.
struct Region<'j> {
    json: Json<'j>,
    id: &'j str,
    offsets: [(usize, usize); 1],
    words: Option<&'j str>,
    label: &'j str,
}

/// Adds the attributions of an annotation.
fn results(
    list: Json<'_>,
    labels: &Labels,
    choices: &Choices,
    document: &mut Document,
) -> Result<(), BadInput> {
    if !list.is_list() {
        return Err(list.bad("\"result\" is not a list"));
    }
    let mut regions = Vec::new();
    for result in list.items() {
        regions.extend(region(result, labels)?);
    }
    let text = std::mem::take(&mut document.text);
    let marked = regions.iter().map(|it| (it.offsets.as_slice(), it.words));
    let offsets = choices.offsets(&text, marked, OffsetUnit::Utf16);
    let mut graph = Graph::default();
    let mut positions = HashMap::new();
    for region in &regions {
        let place = region.json.place(region.id);
        let pieces: Vec<Piece> =
            super::verified(&offsets, &region.offsets, region.words, &place, document);
        positions.insert(region.id, graph.nodes.len());
        graph.nodes.push(Node {
            part: labels.part(region.label),
            label: region.label.to_owned(),
            pieces,
            place,
            is_ignored: labels.is_ignored(region.label),
            ..Node::default()
        });
    }
    if !regions.is_empty() {
        super::say_unit(&offsets, &list.place("").file, document);
    }
    document.text = text;
    for result in list.items() {
        other(result, &positions, &mut graph, document);
    }
    graph.resolve(document);
    Ok(())
}

/// Reads a labelled region. `None` for any other result.
fn region<'j>(result: Json<'j>, labels: &Labels) -> Result<Option<Region<'j>>, BadInput> {
    let kind = result.get("type").and_then(Json::text).unwrap_or_default();
    match kind {
        "labels" => {}
        "hypertextlabels" | "paragraphlabels" => {
            let message = format!(
                "\"{kind}\" marks HTML or dialogue: only regions of plain text can be imported"
            );
            return Err(result.bad(message));
        }
        _ => return Ok(None),
    }
    let value = result.field("value")?;
    let id = result.field("id")?;
    let names: Vec<&str> =
        value.get("labels").into_iter().flat_map(Json::items).filter_map(Json::text).collect();
    let mapped = names.iter().find(|label| labels.part(label).is_some());
    Ok(Some(Region {
        json: result,
        id: id.text().ok_or_else(|| id.bad("the id of a region is not a string"))?,
        offsets: [(value.offset("start")?, value.offset("end")?)],
        words: value.get("text").and_then(Json::text),
        label: mapped.or(names.first()).copied().unwrap_or("no label"),
    }))
}

/// Adds a relation or a remark.
fn other(
    result: Json<'_>,
    positions: &HashMap<&str, usize>,
    graph: &mut Graph,
    document: &mut Document,
) {
    let text = |name| result.get(name).and_then(Json::text).unwrap_or_default();
    match text("type") {
        "labels" => {}
        "relation" => {
            let label: Vec<&str> = result
                .get("labels")
                .into_iter()
                .flat_map(Json::items)
                .filter_map(Json::text)
                .collect();
            let label = label.join(", ");
            let (from, to) = (text("from_id"), text("to_id"));
            match (positions.get(from), positions.get(to)) {
                (Some(from), Some(to)) => {
                    let place = result.place("");
                    graph.links.push(Link { ends: (*from, *to), place, label });
                }
                _ => {
                    let message =
                        format!("the relation from \"{from}\" to \"{to}\" has no such region");
                    document.find(FindingCode::Dangling, &result.place(""), message);
                }
            }
        }
        kind => {
            let said = said(result.get("value"), kind);
            let name = text("from_name");
            match positions.get(text("id")) {
                Some(node) if !said.is_empty() => {
                    graph.nodes[*node].notes.push(format!("{name}: {said}."));
                }
                _ => {
                    let message = format!("\"{kind}\" for the whole text: {said}");
                    document.find(FindingCode::NotAnAttribution, &result.place(""), message);
                }
            }
        }
    }
}

/// Returns what a choice, a text area or a rating says.
fn said(value: Option<Json<'_>>, kind: &str) -> String {
    let field = if kind == "textarea" { "text" } else { kind };
    let said = value.and_then(|value| value.get(field));
    let said = said.map(Json::one_or_many).unwrap_or_default();
    said.into_iter().filter_map(Json::id).collect::<Vec<_>>().join(", ")
}
