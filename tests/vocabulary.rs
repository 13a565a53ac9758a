//! Linked data, as a JSON-LD processor that is not ours understands it, against the vocabularies that it
//! uses: that of every page's head against schema.org's, and the annotations against those of Web
//! Annotation and of Activity Streams. `make test-vocabulary` fetches the three first.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::Settings;
use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::{Quad, Term};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use support::REAL;
use support::annotated::{self, AS, OA, XSD};
use support::bundle::{bundle_with, select};

const RICH: &str = "tests/fixtures/good/rich/dossier.json";
const HOSTILE: &str = "tests/fixtures/good/hostile/dossier.json";
const SMALL: &str = "tests/fixtures/good/small/dossier.json";

const SCHEMA: &str = "http://schema.org/";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
/// What names of Activity Streams begin with in its own vocabulary. Web Annotation has them with `http`,
/// and so has every annotation: both mean the same.
const PUBLISHED_AS: &str = "https://www.w3.org/ns/activitystreams#";
const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
/// Where a bundle without an address is read.
const BASE: &str = "https://example.org/elsewhere/";

/// What the N-Quads say that a variable of the environment names: addresses of subject, predicate and
/// object, each without its brackets. Of a text, the first word.
fn said_in(variable: &str) -> Vec<[String; 3]> {
    let file = std::env::var(variable);
    let file = file.unwrap_or_else(|_| panic!("{variable}: run `make test-vocabulary`"));
    let text = std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("failed to read {file} ({error})"));
    let parts = |line: &str| {
        let mut parts = line.splitn(3, ' ').map(|part| part.trim_start_matches('<'));
        let mut next = || parts.next()?.split(['>', ' ']).next().map(str::to_owned);
        Some([next()?, next()?, next()?])
    };
    text.lines().filter_map(parts).collect()
}

/// The vocabulary of schema.org: names without what they all begin with.
#[derive(Default)]
struct Vocabulary {
    /// For each type, those that it is a kind of.
    parents: BTreeMap<String, BTreeSet<String>>,
    /// For each property, the types that have it.
    of: BTreeMap<String, BTreeSet<String>>,
    /// For each property, the types of its values.
    values: BTreeMap<String, BTreeSet<String>>,
}

impl Vocabulary {
    /// Reads it from the N-Quads that `SCHEMA_ORG` names.
    fn read() -> Self {
        let mut found = Self::default();
        for [subject, predicate, object] in said_in("SCHEMA_ORG") {
            let Some(subject) = subject.strip_prefix(SCHEMA) else { continue };
            let map = match predicate.strip_prefix(SCHEMA).or(predicate.strip_prefix(RDFS)) {
                Some("domainIncludes") => &mut found.of,
                Some("rangeIncludes") => &mut found.values,
                Some("subClassOf") => &mut found.parents,
                _ => continue,
            };
            if let Some(object) = object.strip_prefix(SCHEMA) {
                map.entry(subject.to_owned()).or_default().insert(object.to_owned());
            }
        }
        assert!(found.parents.len() > 500 && found.of.len() > 1000, "SCHEMA_ORG is no vocabulary");
        found
    }

    /// The type and all that it is a kind of.
    fn kinds(&self, of: &str) -> BTreeSet<String> {
        let mut kinds = BTreeSet::from([of.to_owned()]);
        let mut next = vec![of.to_owned()];
        while let Some(kind) = next.pop() {
            for parent in self.parents.get(&kind).into_iter().flatten() {
                if kinds.insert(parent.clone()) {
                    next.push(parent.clone());
                }
            }
        }
        kinds
    }

    /// The context as schema.org publishes it, as far as it can be told from the vocabulary: every name
    /// is one of its own, and what may be an address is one.
    fn context(&self) -> Value {
        let mut context = json!({ "@vocab": SCHEMA });
        for (property, values) in &self.values {
            if values.contains("URL") {
                context[property] = json!({ "@id": format!("{SCHEMA}{property}"), "@type": "@id" });
            }
        }
        json!({ "@context": context })
    }
}

/// The linked data of every page, by its address.
fn all() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for address in [None, Some("https://example.org/on/".to_owned())] {
        for dossiers in [&[REAL][..], &[RICH, HOSTILE, SMALL]] {
            let bundle =
                bundle_with(dossiers, Settings { address: address.clone(), ..Settings::default() });
            for (path, page) in &bundle.pages {
                for script in select(page, "script[type='application/ld+json']") {
                    let root = address.as_deref().unwrap_or(BASE);
                    let path = path.trim_end_matches("index.html");
                    all.push((format!("{root}{path}"), script.text().collect()));
                }
            }
        }
    }
    all
}

fn quads(vocabulary: &Vocabulary, page: &str, data: &str) -> Vec<Quad> {
    let context = vocabulary.context().to_string();
    let parser = JsonLdParser::new().with_base_iri(page).expect("an address");
    let parser = parser.for_slice(data.as_bytes()).with_load_document_callback(move |url, _| {
        assert!(url.starts_with("https://schema.org"), "{url}: no other context is asked for");
        let document = context.clone().into_bytes();
        Ok(JsonLdRemoteDocument { document, document_url: url.to_owned() })
    });
    let quads = parser.collect::<Result<_, _>>();
    quads.unwrap_or_else(|error| panic!("{page}: {error}: {data}"))
}

/// How many values the names of a JSON value have, keywords left out.
fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => (fields.iter())
            .map(|(name, value)| {
                let own =
                    if name.starts_with('@') { 0 } else { value.as_array().map_or(1, Vec::len) };
                own + count(value)
            })
            .sum(),
        _ => 0,
    }
}

#[test]
fn every_property_is_known_kept_and_allowed_on_its_type() {
    let vocabulary = Vocabulary::read();
    let mut seen = BTreeSet::new();
    for (page, data) in all() {
        let quads = quads(&vocabulary, &page, &data);
        let json: Value = serde_json::from_str(&data).expect("linked data is JSON");
        let kind = format!("{RDF}type");
        let properties: Vec<&Quad> =
            quads.iter().filter(|quad| quad.predicate.as_str() != kind).collect();
        // Two nodes that say the same of one thing say it once.
        let told: BTreeSet<String> = properties.iter().map(|quad| quad.to_string()).collect();
        assert_eq!(told.len(), count(&json), "{page}: a property is lost: {data}");
        let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for quad in quads.iter().filter(|quad| quad.predicate.as_str() == kind) {
            let name = quad.object.to_string();
            let name = name.trim_matches(['<', '>']);
            let name = name.strip_prefix(SCHEMA).unwrap_or_else(|| panic!("{page}: {name}"));
            assert!(vocabulary.parents.contains_key(name), "{page}: there is no type {name}");
            assert!(!name.contains("Review") && !name.contains("Rating"), "{page}: {name}");
            kinds.entry(quad.subject.to_string()).or_default().extend(vocabulary.kinds(name));
            seen.insert(name.to_owned());
        }
        for quad in properties {
            let name = quad.predicate.as_str().strip_prefix(SCHEMA);
            let name = name.unwrap_or_else(|| panic!("{page}: {}", quad.predicate));
            let of = vocabulary.of.get(name);
            let of = of.unwrap_or_else(|| panic!("{page}: there is no property {name}"));
            let subject = kinds.get(&quad.subject.to_string());
            let subject = subject.unwrap_or_else(|| panic!("{page}: {} has no type", quad.subject));
            assert!(subject.iter().any(|kind| of.contains(kind)), "{page}: {name} on {subject:?}");
            check_value(&vocabulary, &kinds, &page, name, &quad.object);
        }
    }
    let expected = ["Claim", "NewsArticle", "Quotation", "WebPage", "WebSite"];
    assert!(expected.iter().all(|kind| seen.contains(*kind)), "{seen:?}");
}

/// A value is of a type that its property may have. A text stands for any of them, as schema.org allows;
/// an address stands for a node that is told elsewhere on the page, or for itself.
fn check_value(
    vocabulary: &Vocabulary,
    kinds: &BTreeMap<String, Vec<String>>,
    page: &str,
    name: &str,
    value: &Term,
) {
    let may = vocabulary.values.get(name).cloned().unwrap_or_default();
    // An address is one whatever it leads to.
    if matches!(value, Term::NamedNode(_)) && may.contains("URL") {
        return;
    }
    match kinds.get(&value.to_string()) {
        Some(kinds) => {
            let is_known = kinds.iter().any(|kind| may.contains(kind));
            assert!(is_known, "{page}: {name} is {kinds:?}, and may be {may:?}");
        }
        None => {
            let leads_nowhere = matches!(value, Term::NamedNode(_));
            assert!(!leads_nowhere, "{page}: {name} leads nowhere: {value}");
        }
    }
}

/// Every `annotations.jsonld`, by its address.
fn all_annotations() -> Vec<(String, String)> {
    let bundle = bundle_with(&[REAL, RICH, HOSTILE, SMALL], Settings::default());
    let of_dossier = |id: &dyn std::fmt::Display| {
        let path = format!("{id}/annotations.jsonld");
        let text = String::from_utf8(bundle.files[&path].clone()).expect("the file is UTF-8");
        (format!("{BASE}{path}"), text)
    };
    bundle.dossiers.iter().map(|dossier| of_dossier(&dossier.id)).collect()
}

#[test]
fn annotations_say_only_what_is_in_their_vocabularies_and_as_it_is_there() {
    // For each name, what the vocabularies say that it is, and for each property what its values are.
    let mut is: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut values: BTreeMap<String, String> = BTreeMap::new();
    for [name, predicate, object] in ["WEB_ANNOTATION", "ACTIVITY_STREAMS"].map(said_in).concat() {
        let name = name.replace(PUBLISHED_AS, AS);
        if predicate == annotated::TYPE {
            is.entry(name).or_default().insert(object);
        } else if predicate == format!("{RDFS}range") {
            values.insert(name, object);
        }
    }
    let is_one = |name: &str, of: &[&str]| {
        let found = is.get(name).unwrap_or_else(|| panic!("there is no {name}"));
        assert!(
            found.iter().any(|kind| of.iter().any(|of| kind.ends_with(of))),
            "{name}: {found:?}"
        );
    };
    let mut seen = BTreeSet::new();
    for (file, text) in all_annotations() {
        for quad in annotated::quads(&file, &text) {
            let property = quad.predicate.as_str();
            if property.starts_with(OA) || property.starts_with(AS) {
                is_one(property, &["#Property", "#ObjectProperty", "#DatatypeProperty"]);
                seen.insert(property.to_owned());
            }
            if let Term::NamedNode(node) = &quad.object
                && (node.as_str().starts_with(OA) || node.as_str().starts_with(AS))
            {
                let is_type = property == annotated::TYPE;
                is_one(node.as_str(), if is_type { &["#Class"] } else { &["oa#Motivation"] });
                seen.insert(node.as_str().to_owned());
            }
            let told = match &quad.object {
                Term::Literal(literal) => Some(literal.datatype().as_str().to_owned()),
                _ => None,
            };
            if let Some(range) = values.get(property) {
                let expected = range.starts_with(XSD).then(|| range.clone());
                assert_eq!(told, expected, "{file}: {property} has values of {range}");
            }
        }
    }
    // All that the tests tell the processor of these vocabularies was met, and so was looked up.
    let terms = annotated::terms();
    let told = terms.values().filter_map(|term| term["@id"].as_str());
    let told = told.filter(|name| name.starts_with(OA) || name.starts_with(AS));
    assert_eq!(seen, told.map(str::to_owned).collect());
}
