//! `annotations.jsonld`, as a JSON-LD processor that is not ours understands it: nothing in it is lost,
//! all of it is said in words of the Web Annotation Vocabulary, and every selector finds its words in
//! `article.txt`.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::{Dossier, Settings};
use oxrdf::{NamedOrBlankNode, Quad, Term};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::LazyLock;
use support::annotated::{AS, CONTEXT, OA, TYPE, XSD, quads, terms};
use support::bundle::files_of;
use support::{good, good_files};

/// Where the file is read from, where the bundle does not know its address.
const BASE: &str = "https://example.org/elsewhere/";
const ADDRESS: &str = "https://example.org/on/";

/// A dossier's annotations and article, and what they have to hold.
struct Made {
    /// The dossier's id.
    id: String,
    /// The ids of its statements.
    statements: Vec<String>,
    /// How many spans of content they have.
    content: usize,
    /// What links begin with.
    root: String,
    annotations: String,
    article: String,
}

/// Those of every sound dossier, with and without an address. They are made once, for pages take their
/// time.
static MADE: LazyLock<Vec<Made>> = LazyLock::new(|| {
    let mut made = Vec::new();
    for dossier in good_files().iter().map(|file| Rc::new(good(file))) {
        for address in [None, Some(ADDRESS.to_owned())] {
            made.push(Made::of(&dossier, address));
        }
    }
    made
});

impl Made {
    fn of(dossier: &Rc<Dossier>, address: Option<String>) -> Self {
        let root = address.clone().unwrap_or_else(|| BASE.to_owned());
        let settings = Settings { address, ..Settings::default() };
        let files = files_of(&[Rc::clone(dossier)], settings);
        let file = |name: &str| {
            let path = format!("{}/{name}", dossier.id);
            let file = files.iter().find(|file| file.path == path).expect("the file is made");
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

    /// What the processor understands, read from the file's own address.
    fn quads(&self) -> Vec<Quad> {
        quads(&format!("{}{}/annotations.jsonld", self.root, self.id), &self.annotations)
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.annotations).expect("the annotations are JSON")
    }
}

/// The nodes of a type.
fn of_type<'q>(quads: &'q [Quad], kind: &str) -> Vec<&'q NamedOrBlankNode> {
    let has = |quad: &&Quad| {
        quad.predicate.as_str() == TYPE
            && matches!(&quad.object, Term::NamedNode(node) if node.as_str() == kind)
    };
    quads.iter().filter(has).map(|quad| &quad.subject).collect()
}

/// The values of a node's property.
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

/// How often each name stands in the JSON, and how many values it has there.
fn names(value: &Value, found: &mut BTreeMap<String, usize>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                let count = value.as_array().map_or(1, Vec::len);
                *found.entry(name.clone()).or_default() += count;
                names(value, found);
            }
        }
        _ => {}
    }
}

#[test]
fn nothing_is_lost_on_a_reader_of_linked_data() {
    let terms = terms();
    for made in &*MADE {
        let quads = made.quads();
        let mut found = BTreeMap::new();
        names(&made.json(), &mut found);
        for (name, count) in found {
            // The context itself, names of nodes, and a list, which has links of its own.
            if ["@context", "id", "items"].contains(&name.as_str()) {
                continue;
            }
            let term = terms.get(&name).unwrap_or_else(|| panic!("{name} is no word of {CONTEXT}"));
            let property = term["@id"].as_str().unwrap_or_default();
            let property = if property == "@type" { TYPE } else { property };
            let kept = quads.iter().filter(|quad| quad.predicate.as_str() == property).count();
            assert_eq!(kept, count, "{}: {name} ({property})", made.id);
        }
    }
}

#[test]
fn every_word_is_one_of_the_vocabulary() {
    for made in &*MADE {
        let quads = made.quads();
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
        assert_eq!(kinds, known.collect(), "{}", made.id);
        for name in ["motivatedBy", "hasPurpose"] {
            let property = format!("{OA}{name}");
            for quad in quads.iter().filter(|quad| quad.predicate.as_str() == property) {
                // A word that the context does not know would become an address below the file's.
                let word = quad.object.to_string();
                assert!(word.starts_with(&format!("<{OA}")), "{name}: {word}");
            }
        }
    }
}

#[test]
fn every_statement_is_an_annotation_with_body_and_target() {
    for made in &*MADE {
        let Made { id, root, .. } = made;
        let quads = made.quads();
        let annotations = of_type(&quads, &format!("{OA}Annotation"));
        let found: BTreeSet<String> = annotations.iter().map(ToString::to_string).collect();
        let expected = made.statements.iter();
        let expected = expected.map(|statement| format!("<{root}{id}/statements/{statement}/>"));
        assert_eq!(found, expected.collect());
        for annotation in annotations {
            assert!(!values(&quads, annotation, &format!("{OA}hasBody")).is_empty());
            let targets = values(&quads, annotation, &format!("{OA}hasTarget"));
            assert!(!targets.is_empty(), "{annotation}");
        }
        let total = quads.iter().find(|quad| quad.predicate.as_str() == format!("{AS}totalItems"));
        let Some(Term::Literal(total)) = total.map(|quad| &quad.object) else { panic!("no total") };
        assert_eq!(total.value(), made.statements.len().to_string());
        assert_eq!(total.datatype().as_str(), format!("{XSD}nonNegativeInteger"));
        for source in quads.iter().filter(|q| q.predicate.as_str() == format!("{OA}hasSource")) {
            let article = format!("<{root}{id}/article.txt>");
            assert_eq!(source.object.to_string(), article);
        }
    }
}

#[test]
fn every_selector_finds_its_words() {
    for made in &*MADE {
        let quads = made.quads();
        let text: Vec<char> = made.article.chars().collect();
        let targets = of_type(&quads, &format!("{OA}SpecificResource"));
        assert!(targets.len() >= made.content);
        for target in targets {
            let selectors = values(&quads, target, &format!("{OA}hasSelector"));
            let selectors: Vec<NamedOrBlankNode> = selectors
                .into_iter()
                .filter_map(|term| match term {
                    Term::BlankNode(node) => Some(node.clone().into()),
                    _ => None,
                })
                .collect();
            let one = |kind: &str| {
                let of_kind = of_type(&quads, &format!("{OA}{kind}"));
                let mut found = selectors.iter().filter(|selector| of_kind.contains(selector));
                let one = found.next().unwrap_or_else(|| panic!("{target} has no {kind}"));
                assert!(found.next().is_none(), "{target} has more than one {kind}");
                one
            };
            let (quote, position) = (one("TextQuoteSelector"), one("TextPositionSelector"));
            let place =
                |name: &str| literal(&quads, position, name).parse::<usize>().expect("a place");
            let (start, end) = (place("start"), place("end"));
            let exact = literal(&quads, quote, "exact");
            let selected: String = text[start..end].iter().collect();
            assert_eq!(selected, exact, "{} at {start}", made.id);
            let (prefix, suffix) =
                (literal(&quads, quote, "prefix"), literal(&quads, quote, "suffix"));
            let around = format!("{prefix}{exact}{suffix}");
            let from = start - prefix.chars().count();
            let there: String = text[from..end + suffix.chars().count()].iter().collect();
            assert_eq!(around, there, "{} at {start}", made.id);
        }
    }
}
