//! `annotations.jsonld`, read by a third-party JSON-LD processor: nothing is lost, every term is
//! from the Web Annotation Vocabulary, and every selector finds its words in `article.txt`.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::{Dossier, Settings};
use oxrdf::{NamedOrBlankNode, Quad, Term};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::LazyLock;
use support::annotated::{AS, CONTEXT, OA, TYPE, XSD, quads, terms};
use support::bundle::files_of;
use support::{good, good_files};

/// The address that the file is read from if the bundle does not know its own.
const BASE: &str = "https://example.org/elsewhere/";
const ADDRESS: &str = "https://example.org/on/";

/// The annotations and the article of a dossier, and what to expect in them.
struct Exported {
    /// The dossier's id.
    id: String,
    /// The ids of its statements.
    statements: Vec<String>,
    /// Number of spans in the statements' content.
    content: usize,
    /// The start of every link.
    root: String,
    annotations: String,
    article: String,
}

/// The annotations of every valid dossier, with and without an address. They are built only once,
/// as rendering the pages is slow.
static EXPORTED: LazyLock<Vec<Exported>> = LazyLock::new(|| {
    let mut exported = Vec::new();
    for dossier in good_files().iter().map(|file| Arc::new(good(file))) {
        for address in [None, Some(ADDRESS.to_owned())] {
            exported.push(Exported::of(&dossier, address));
        }
    }
    exported
});

impl Exported {
    fn of(dossier: &Arc<Dossier>, address: Option<String>) -> Self {
        let root = address.clone().unwrap_or_else(|| BASE.to_owned());
        let settings = Settings { address, ..Settings::default() };
        let files = files_of(&[Arc::clone(dossier)], settings);
        let file = |name: &str| {
            let path = format!("{}/{name}", dossier.id);
            let file = files.iter().find(|file| file.path == path).expect("the file exists");
            String::from_utf8(file.bytes.clone()).expect("the file is UTF-8")
        };
        Self {
            id: dossier.id.to_string(),
            statements: dossier.statements.iter().map(|s| s.id.to_string()).collect(),
            content: dossier.statements.iter().map(|s| s.content.len()).sum(),
            annotations: file("annotations.jsonld"),
            article: file("article.txt"),
            root,
        }
    }

    /// Returns the quads that the processor reads from the file's address.
    fn quads(&self) -> Vec<Quad> {
        quads(&format!("{}{}/annotations.jsonld", self.root, self.id), &self.annotations)
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.annotations).expect("the annotations are JSON")
    }
}

/// Returns the nodes of a type.
fn of_type<'q>(quads: &'q [Quad], kind: &str) -> Vec<&'q NamedOrBlankNode> {
    let has = |quad: &&Quad| {
        quad.predicate.as_str() == TYPE
            && matches!(&quad.object, Term::NamedNode(node) if node.as_str() == kind)
    };
    quads.iter().filter(has).map(|quad| &quad.subject).collect()
}

/// Returns the values of a node's property.
fn values<'q>(quads: &'q [Quad], node: &NamedOrBlankNode, property: &str) -> Vec<&'q Term> {
    let has = |quad: &&Quad| quad.subject == *node && quad.predicate.as_str() == property;
    quads.iter().filter(has).map(|quad| &quad.object).collect()
}

fn literal<'q>(quads: &'q [Quad], node: &NamedOrBlankNode, name: &str) -> &'q str {
    let property = format!("{OA}{name}");
    match values(quads, node, &property).as_slice() {
        [Term::Literal(literal)] => literal.value(),
        found => panic!("{property} of {node}: {found:?}"),
    }
}

/// Counts the values of each name in the JSON.
fn count_values(value: &Value, found: &mut BTreeMap<String, usize>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| count_values(item, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                let count = value.as_array().map_or(1, Vec::len);
                *found.entry(name.clone()).or_default() += count;
                count_values(value, found);
            }
        }
        _ => {}
    }
}

#[test]
fn a_linked_data_processor_reads_every_value() {
    let terms = terms();
    for exported in &*EXPORTED {
        let quads = exported.quads();
        let mut found = BTreeMap::new();
        count_values(&exported.json(), &mut found);
        for (name, count) in found {
            // Neither the context nor ids are properties, and the items of a list are linked
            // separately.
            if ["@context", "id", "items"].contains(&name.as_str()) {
                continue;
            }
            let term =
                terms.get(&name).unwrap_or_else(|| panic!("{name} is not a term of {CONTEXT}"));
            let property = term["@id"].as_str().unwrap_or_default();
            let property = if property == "@type" { TYPE } else { property };
            let kept = quads.iter().filter(|quad| quad.predicate.as_str() == property).count();
            assert_eq!(kept, count, "{}: {name} ({property})", exported.id);
        }
    }
}

#[test]
fn every_term_is_in_the_vocabulary() {
    for exported in &*EXPORTED {
        let quads = exported.quads();
        let mut kinds = BTreeSet::new();
        for quad in quads.iter().filter(|quad| quad.predicate.as_str() == TYPE) {
            kinds.insert(quad.object.to_string());
        }
        let known = [
            "Annotation",
            "SpecificResource",
            "TextPositionSelector",
            "TextQuoteSelector",
            "TextualBody",
        ];
        let known = known.map(|name| format!("<{OA}{name}>")).into_iter();
        let known = known.chain(
            ["OrderedCollection", "OrderedCollectionPage"].map(|name| format!("<{AS}{name}>")),
        );
        assert_eq!(kinds, known.collect(), "{}", exported.id);
        for name in ["motivatedBy", "hasPurpose"] {
            let property = format!("{OA}{name}");
            for quad in quads.iter().filter(|quad| quad.predicate.as_str() == property) {
                // A term that the context does not define becomes an address relative to the
                // file's.
                let term = quad.object.to_string();
                assert!(term.starts_with(&format!("<{OA}")), "{name}: {term}");
            }
        }
    }
}

#[test]
fn every_statement_is_an_annotation_with_body_and_target() {
    for exported in &*EXPORTED {
        let Exported { id, root, .. } = exported;
        let quads = exported.quads();
        let annotations = of_type(&quads, &format!("{OA}Annotation"));
        let found: BTreeSet<String> = annotations.iter().map(ToString::to_string).collect();
        let expected = exported.statements.iter();
        let expected = expected.map(|statement| format!("<{root}{id}/statements/{statement}/>"));
        assert_eq!(found, expected.collect());
        for annotation in annotations {
            assert!(!values(&quads, annotation, &format!("{OA}hasBody")).is_empty());
            let targets = values(&quads, annotation, &format!("{OA}hasTarget"));
            assert!(!targets.is_empty(), "{annotation}");
        }
        let total = quads.iter().find(|quad| quad.predicate.as_str() == format!("{AS}totalItems"));
        let Some(Term::Literal(total)) = total.map(|quad| &quad.object) else { panic!("no total") };
        assert_eq!(total.value(), exported.statements.len().to_string());
        assert_eq!(total.datatype().as_str(), format!("{XSD}nonNegativeInteger"));
        for source in quads.iter().filter(|q| q.predicate.as_str() == format!("{OA}hasSource")) {
            let article = format!("<{root}{id}/article.txt>");
            assert_eq!(source.object.to_string(), article);
        }
    }
}

#[test]
fn every_selector_finds_its_words() {
    for exported in &*EXPORTED {
        let quads = exported.quads();
        let text: Vec<char> = exported.article.chars().collect();
        let targets = of_type(&quads, &format!("{OA}SpecificResource"));
        assert!(targets.len() >= exported.content);
        for target in targets {
            let selectors = values(&quads, target, &format!("{OA}hasSelector"));
            let selectors: Vec<NamedOrBlankNode> = selectors
                .into_iter()
                .filter_map(|term| match term {
                    Term::BlankNode(node) => Some(node.clone().into()),
                    _ => None,
                })
                .collect();
            let only = |kind: &str| {
                let of_kind = of_type(&quads, &format!("{OA}{kind}"));
                let mut found = selectors.iter().filter(|selector| of_kind.contains(selector));
                let first = found.next().unwrap_or_else(|| panic!("{target} has no {kind}"));
                assert!(found.next().is_none(), "{target} has more than one {kind}");
                first
            };
            let (quote, position) = (only("TextQuoteSelector"), only("TextPositionSelector"));
            let offset =
                |name: &str| literal(&quads, position, name).parse::<usize>().expect("an offset");
            let (start, end) = (offset("start"), offset("end"));
            let exact = literal(&quads, quote, "exact");
            let selected: String = text[start..end].iter().collect();
            assert_eq!(selected, exact, "{} at {start}", exported.id);
            let (prefix, suffix) =
                (literal(&quads, quote, "prefix"), literal(&quads, quote, "suffix"));
            let around = format!("{prefix}{exact}{suffix}");
            let from = start - prefix.chars().count();
            let found: String = text[from..end + suffix.chars().count()].iter().collect();
            assert_eq!(around, found, "{} at {start}", exported.id);
        }
    }
}
