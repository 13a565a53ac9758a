//! The statements as annotations of the article's text (W3C Web Annotation Data Model, 2017).
//!
//! Each statement is an annotation. Its targets are the spans of its source, cue and content in
//! `article.txt`. A span is selected by its words and their context (TextQuoteSelector), and by its
//! offsets in code points (TextPositionSelector).

use super::Source;
use super::published::quote;
use crate::model::{Article, Span, Statement, StatementIx, Unit, Vocabulary};
use crate::text;
use serde_json::{Value, json};

/// The JSON-LD context of the annotations.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// The separator of text units in `article.txt`: a blank line.
const SEPARATOR: &str = "\n\n";

/// Returns the text of the article as one file, with a blank line between its units.
pub fn article_text(article: &Article) -> String {
    let units: Vec<&str> = article.units.iter().map(|unit| unit.as_str()).collect();
    units.join(SEPARATOR) + "\n"
}

/// Returns the annotations of a dossier as JSON-LD, with a final line break. Indented, the file would be half as large again.
pub fn annotations(source: &Source<'_>) -> String {
    let dossier = &source.prepared.dossier;
    let root = format!("{}{}/", source.base, dossier.id);
    let starts = unit_starts(&dossier.article);
    let all = (0..dossier.statements.len()).map(StatementIx::from);
    let items: Vec<Value> = all.map(|ix| annotation(source, (&root, &starts), ix)).collect();
    let collection = json!({
        "@context": CONTEXT,
        "id": format!("{root}annotations.jsonld"),
        "type": "AnnotationCollection",
        "label": text::annotations_label(&text::byline(dossier)),
        "total": items.len(),
        "first": {
            "id": format!("{root}annotations.jsonld#all"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    });
    format!("{collection}\n")
}

fn annotation(source: &Source<'_>, file: (&str, &[u64]), ix: StatementIx) -> Value {
    let dossier = &source.prepared.dossier;
    let statement = dossier.statement(ix);
    let day = dossier.annotation.date.iso();
    let body = |value: String, purpose: &str| {
        json!({
            "type": "TextualBody",
            "value": value,
            "format": "text/plain",
            "language": "en",
            "purpose": purpose,
        })
    };
    let mut bodies = vec![
        body(text::capital(&text::named(dossier, statement)), "describing"),
        body(statement.kind.value.code().to_owned(), "classifying"),
    ];
    let topic = |topic: &crate::model::Reading<crate::model::TopicIx>| {
        body(dossier.topic(topic.value).label.to_string(), "tagging")
    };
    bodies.extend(statement.topics.iter().map(topic));
    if let Some(it) = &statement.translation {
        let mut translation = body(it.words.to_string(), "describing");
        translation["language"] = (*it.language).into();
        let by = it.by.as_ref().unwrap_or(&dossier.annotation.by);
        translation["creator"] = json!({ "name": by });
        bodies.push(translation);
    }
    let id = source.statement(ix);
    json!({
        "id": id,
        "type": "Annotation",
        "motivation": "describing",
        "creator": { "name": dossier.annotation.by },
        "modified": format!("{day}T00:00:00Z"),
        "body": bodies,
        "target": targets(&dossier.article, statement, file),
        "canonical": id,
    })
}

/// Returns the spans of the source, the cue and the content, each with the name of its part. The file has
/// a start for each text unit.
fn targets(article: &Article, statement: &Statement, (root, starts): (&str, &[u64])) -> Vec<Value> {
    let parts = [
        ("source", statement.source.own_words()),
        ("cue", &statement.cue),
        ("content", &statement.content),
    ];
    let target = |part: &str, span: Span| {
        let start = starts[span.unit.index()] + u64::from(span.start);
        let quote = quote(article, span);
        json!({
            "type": "SpecificResource",
            "source": format!("{root}article.txt"),
            "scope": format!("{root}article/"),
            "styleClass": part,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": quote.exact,
                    "prefix": quote.prefix,
                    "suffix": quote.suffix,
                },
                {
                    "type": "TextPositionSelector",
                    "start": start,
                    "end": start + u64::from(span.len()),
                },
            ],
        })
    };
    let all = parts.iter().flat_map(|(part, spans)| spans.iter().map(|span| target(part, *span)));
    all.collect()
}

/// Returns where each unit begins in `article.txt`, in code points.
fn unit_starts(article: &Article) -> Vec<u64> {
    let mut at = 0;
    let mut start = |unit: &Unit| {
        let start = at;
        at += u64::from(unit.len()) + SEPARATOR.len() as u64;
        start
    };
    article.units.iter().map(&mut start).collect()
}
