//! The annotations of an On Record site (`annotations.jsonld` and `article.txt`), and others in the
//! W3C Web Annotation Data Model whose targets say which part they are (`styleClass`).

use super::document::{Attribution, BadInput, Document, FindingCode, Piece, Place};
use super::json::{Node as Json, with_root};
use super::labels::Labels;
use super::offsets::{OffsetUnit, Offsets};
use super::{Choices, File};
use crate::model::{Kind, Vocabulary};

/// Reads files of annotations, each with the text that it is for.
///
/// # Errors
/// If a file has no text, or is not a collection of annotations.
pub fn read(files: &[File], choices: &Choices) -> Result<Vec<Document>, BadInput> {
    let (texts, annotations): (Vec<&File>, Vec<&File>) =
        files.iter().partition(|file| file.has_extension("txt"));
    if texts.len() != annotations.len() {
        let file = files.first().map(|file| file.name.as_str()).unwrap_or_default();
        let message = "give each file of annotations with its text: annotations.jsonld article.txt";
        return Err(BadInput::of(file, message));
    }
    let both = annotations.into_iter().zip(texts);
    both.map(|(file, text)| with_root(file, |root| collection(file, root, text, choices))).collect()
}

fn collection(
    file: &File,
    root: Json<'_>,
    text: &File,
    choices: &Choices,
) -> Result<Document, BadInput> {
    let words = text.text()?.to_owned();
    let first = root.get("first");
    if let Some(address) = first.filter(|first| first.text().is_some()) {
        let message = "the file has only the address of the annotations: download that file";
        return Err(address.bad(message));
    }
    let items = first.and_then(|page| page.get("items")).or_else(|| root.get("items"));
    let items = items.unwrap_or(root).one_or_many();
    let mut document = Document { text: words, is_divided: true, ..Document::default() };
    let address = root.get("id").and_then(Json::text).unwrap_or_default();
    let folder = address.rsplit('/').nth(1).unwrap_or_default();
    document.name = if folder.is_empty() { file.stem() } else { folder }.to_owned();
    for item in items {
        if item.get("target").is_none() {
            return Err(item.bad("expected an annotation, an object with \"target\""));
        }
        annotation(item, choices, &mut document);
    }
    Ok(document)
}

fn annotation(item: Json<'_>, choices: &Choices, document: &mut Document) {
    let address = item.get("id").and_then(Json::text).unwrap_or_default();
    let mut steps = address.trim_end_matches('/').rsplit('/');
    let (id, above) = (steps.next().unwrap_or_default(), steps.next());
    let place = item.place(id);
    let mut attribution = Attribution { place: place.clone(), ..Attribution::default() };
    attribution.id = (above == Some("statements")).then(|| id.to_owned());
    if let Some(creator) = item.get("creator") {
        let name = creator.get("name").unwrap_or(creator).text().map(str::to_owned);
        let known = &mut document.about.annotators;
        known.extend(name.filter(|name| !known.contains(name)));
    }
    for body in item.get("body").map(Json::one_or_many).unwrap_or_default() {
        let field = |name| body.get(name).and_then(Json::text).unwrap_or_default();
        match (field("purpose"), field("value")) {
            (_, "") => {
                let message = "the body has no text";
                document.find(FindingCode::NotAnAttribution, &body.place(id), message);
            }
            ("classifying", code) if Kind::from_code(code).is_some() => {
                attribution.kind = Some(code.to_owned());
            }
            ("describing", words) => attribution.notes.push(format!("Described as: {words}.")),
            ("tagging", tag) => {
                if !attribution.tags.iter().any(|it| it == tag) {
                    attribution.tags.push(tag.to_owned());
                }
            }
            (_, words) => attribution.notes.push(words.to_owned()),
        }
    }
    for target in item.get("target").map(Json::one_or_many).unwrap_or_default() {
        let part = target.get("styleClass").and_then(Json::text).unwrap_or_default();
        let Some(part) = Labels::default().part(part) else {
            let message = format!("the target's \"styleClass\" is \"{part}\", which is no part");
            document.find(FindingCode::UnknownLabel, &target.place(id), message);
            continue;
        };
        let pieces = selected(target, &target.place(id), choices, document);
        attribution.part_mut(part).extend(pieces);
    }
    document.attributions.push(attribution);
}

/// Returns what a target selects, by its position or, without one, by its words.
fn selected(
    target: Json<'_>,
    place: &Place,
    choices: &Choices,
    document: &mut Document,
) -> Vec<Piece> {
    let selectors = target.get("selector").map(Json::one_or_many).unwrap_or_default();
    let of = |kind: &str| {
        selectors.iter().find(|it| it.get("type").and_then(Json::text) == Some(kind)).copied()
    };
    let quote = of("TextQuoteSelector");
    let field = |name| quote.and_then(|it| it.get(name)).and_then(Json::text).unwrap_or_default();
    let exact = field("exact");
    let text = std::mem::take(&mut document.text);
    let position = of("TextPositionSelector");
    let number = |name| position.and_then(|it| it.get(name)).and_then(Json::number);
    let pieces = match (number("start"), number("end")) {
        (Some(start), Some(end)) => {
            let given = [(start, end)];
            let words = Some(exact).filter(|exact| !exact.is_empty());
            let marked = [(given.as_slice(), words)];
            let offsets: Offsets<'_> =
                choices.offsets(&text, marked.into_iter(), OffsetUnit::CodePoints);
            super::verified(&offsets, &given, words, place, document)
        }
        _ => {
            let whole = [field("prefix"), exact, field("suffix")].concat();
            let mut found = text.match_indices(&whole).filter(|_| !exact.is_empty());
            match (found.next(), found.next()) {
                (Some((at, _)), None) => {
                    let start = at + field("prefix").len();
                    vec![start..start + exact.len()]
                }
                (first, _) => {
                    let times = if first.is_some() { "more than once" } else { "nowhere" };
                    let words = super::report::shortened(exact);
                    let message = format!("\"{words}\" occurs {times} in the text");
                    document.find(FindingCode::WordsDiffer, place, message);
                    Vec::new()
                }
            }
        }
    };
    document.text = text;
    pieces
}
