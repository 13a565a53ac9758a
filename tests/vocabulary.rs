//! Tests linked data against the vocabularies that it uses, with an independent JSON-LD processor:
//! the head of every page against schema.org, and the annotations against Web Annotation and
//! Activity Streams. `make test-vocabulary` downloads the three vocabularies first.

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
/// Prefix of Activity Streams names in the published vocabulary. Web Annotation, and so every
/// annotation, writes it with `http`. Both mean the same.
const PUBLISHED_AS: &str = "https://www.w3.org/ns/activitystreams#";
const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
/// Base address for reading a site that was built without an address.
const BASE: &str = "https://example.org/elsewhere/";

/// Reads the N-Quads file that an environment variable names. Returns the IRIs of subject,
/// predicate and object, without angle brackets; for a literal object, its first word.
fn read_quads(variable: &str) -> Vec<[String; 3]> {
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

/// The schema.org vocabulary. Names are without their common prefix.
#[derive(Default)]
struct Vocabulary {
    /// Direct supertypes of each type.
    parents: BTreeMap<String, BTreeSet<String>>,
    /// Types that may have each property.
    domains: BTreeMap<String, BTreeSet<String>>,
    /// Types of the values of each property.
    ranges: BTreeMap<String, BTreeSet<String>>,
}

impl Vocabulary {
    /// Reads the vocabulary from the file that `SCHEMA_ORG` names.
    fn read() -> Self {
        let mut found = Self::default();
        for [subject, predicate, object] in read_quads("SCHEMA_ORG") {
            let Some(subject) = subject.strip_prefix(SCHEMA) else { continue };
            let map = match predicate.strip_prefix(SCHEMA).or(predicate.strip_prefix(RDFS)) {
                Some("domainIncludes") => &mut found.domains,
                Some("rangeIncludes") => &mut found.ranges,
                Some("subClassOf") => &mut found.parents,
                _ => continue,
            };
            if let Some(object) = object.strip_prefix(SCHEMA) {
                map.entry(subject.to_owned()).or_default().insert(object.to_owned());
            }
        }
        assert!(
            found.parents.len() > 500 && found.domains.len() > 1000,
            "SCHEMA_ORG is not the schema.org vocabulary"
        );
        found
    }

    /// Returns a type with all its supertypes.
    fn with_supertypes(&self, of: &str) -> BTreeSet<String> {
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

    /// Returns a context like the one that schema.org publishes: every name is a schema.org name,
    /// and the value of a property that may be a URL is an IRI.
    fn context(&self) -> Value {
        let mut context = json!({ "@vocab": SCHEMA });
        for (property, values) in &self.ranges {
            if values.contains("URL") {
                context[property] = json!({ "@id": format!("{SCHEMA}{property}"), "@type": "@id" });
            }
        }
        json!({ "@context": context })
    }
}

/// Returns the linked data of every page, with the address of the page.
fn linked_data() -> Vec<(String, String)> {
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
        assert!(
            url.starts_with("https://schema.org"),
            "{url}: no other context should be requested"
        );
        let document = context.clone().into_bytes();
        Ok(JsonLdRemoteDocument { document, document_url: url.to_owned() })
    });
    let quads = parser.collect::<Result<_, _>>();
    quads.unwrap_or_else(|error| panic!("{page}: {error}: {data}"))
}

/// Counts the property values in a JSON-LD document, not counting keywords.
fn count_values(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(count_values).sum(),
        Value::Object(fields) => (fields.iter())
            .map(|(name, value)| {
                let own =
                    if name.starts_with('@') { 0 } else { value.as_array().map_or(1, Vec::len) };
                own + count_values(value)
            })
            .sum(),
        _ => 0,
    }
}

#[test]
fn every_property_exists_and_is_allowed_on_its_type() {
    let vocabulary = Vocabulary::read();
    let mut seen = BTreeSet::new();
    for (page, data) in linked_data() {
        let quads = quads(&vocabulary, &page, &data);
        let json: Value = serde_json::from_str(&data).expect("linked data is JSON");
        let kind = format!("{RDF}type");
        let properties: Vec<&Quad> =
            quads.iter().filter(|quad| quad.predicate.as_str() != kind).collect();
        // Two nodes may state the same property of one thing.
        let distinct: BTreeSet<String> = properties.iter().map(|quad| quad.to_string()).collect();
        assert_eq!(distinct.len(), count_values(&json), "{page}: a property is lost: {data}");
        let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for quad in quads.iter().filter(|quad| quad.predicate.as_str() == kind) {
            let name = quad.object.to_string();
            let name = name.trim_matches(['<', '>']);
            let name = name.strip_prefix(SCHEMA).unwrap_or_else(|| panic!("{page}: {name}"));
            assert!(vocabulary.parents.contains_key(name), "{page}: schema.org has no type {name}");
            assert!(!name.contains("Review") && !name.contains("Rating"), "{page}: {name}");
            kinds
                .entry(quad.subject.to_string())
                .or_default()
                .extend(vocabulary.with_supertypes(name));
            seen.insert(name.to_owned());
        }
        for quad in properties {
            let name = quad.predicate.as_str().strip_prefix(SCHEMA);
            let name = name.unwrap_or_else(|| panic!("{page}: {}", quad.predicate));
            let domains = vocabulary.domains.get(name);
            let domains =
                domains.unwrap_or_else(|| panic!("{page}: schema.org has no property {name}"));
            let subject = kinds.get(&quad.subject.to_string());
            let subject = subject.unwrap_or_else(|| panic!("{page}: {} has no type", quad.subject));
            assert!(
                subject.iter().any(|kind| domains.contains(kind)),
                "{page}: {name} on {subject:?}"
            );
            check_value(&vocabulary, &kinds, &page, name, &quad.object);
        }
    }
    let expected = ["Claim", "NewsArticle", "Quotation", "WebPage", "WebSite"];
    assert!(expected.iter().all(|kind| seen.contains(*kind)), "{seen:?}");
}

/// Checks that a value has a type that its property allows. schema.org allows text for any type. An
/// IRI refers to a node described elsewhere on the page, or is itself the value.
fn check_value(
    vocabulary: &Vocabulary,
    kinds: &BTreeMap<String, Vec<String>>,
    page: &str,
    name: &str,
    value: &Term,
) {
    let allowed = vocabulary.ranges.get(name).cloned().unwrap_or_default();
    // Any IRI is a URL.
    if matches!(value, Term::NamedNode(_)) && allowed.contains("URL") {
        return;
    }
    match kinds.get(&value.to_string()) {
        Some(kinds) => {
            let is_known = kinds.iter().any(|kind| allowed.contains(kind));
            assert!(is_known, "{page}: {name} is {kinds:?}, but should be {allowed:?}");
        }
        None => {
            let is_dangling = matches!(value, Term::NamedNode(_));
            assert!(!is_dangling, "{page}: {name} refers to an unknown node: {value}");
        }
    }
}

/// Returns every `annotations.jsonld`, with its address.
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
fn annotations_use_only_terms_of_their_vocabularies() {
    // The types of each term, and the range of each property.
    let mut types: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut ranges: BTreeMap<String, String> = BTreeMap::new();
    for [name, predicate, object] in ["WEB_ANNOTATION", "ACTIVITY_STREAMS"].map(read_quads).concat()
    {
        let name = name.replace(PUBLISHED_AS, AS);
        if predicate == annotated::TYPE {
            types.entry(name).or_default().insert(object);
        } else if predicate == format!("{RDFS}range") {
            ranges.insert(name, object);
        }
    }
    let check_term = |name: &str, of: &[&str]| {
        let found = types.get(name).unwrap_or_else(|| panic!("no vocabulary has {name}"));
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
                check_term(property, &["#Property", "#ObjectProperty", "#DatatypeProperty"]);
                seen.insert(property.to_owned());
            }
            if let Term::NamedNode(node) = &quad.object
                && (node.as_str().starts_with(OA) || node.as_str().starts_with(AS))
            {
                let is_type = property == annotated::TYPE;
                check_term(node.as_str(), if is_type { &["#Class"] } else { &["oa#Motivation"] });
                seen.insert(node.as_str().to_owned());
            }
            let datatype = match &quad.object {
                Term::Literal(literal) => Some(literal.datatype().as_str().to_owned()),
                _ => None,
            };
            if let Some(range) = ranges.get(property) {
                let expected = range.starts_with(XSD).then(|| range.clone());
                assert_eq!(datatype, expected, "{file}: values of {property} should be {range}");
            }
        }
    }
    // Every term of these vocabularies in the context of the tests occurred, so each was checked.
    let terms = annotated::terms();
    let known = terms.values().filter_map(|term| term["@id"].as_str());
    let known = known.filter(|name| name.starts_with(OA) || name.starts_with(AS));
    assert_eq!(seen, known.map(str::to_owned).collect());
}
