//! Parsing `annotations.jsonld` with a third-party JSON-LD processor.
//!
//! The terms come from the tables of two W3C Recommendations of 23 February 2017, "Web Annotation
//! Data Model" and "Web Annotation Vocabulary", limited to those that the export uses.
//! `tests/vocabulary.rs` checks them against the vocabulary.

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::Quad;
use serde_json::{Map, Value, json};

/// The context to which the file refers.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// The namespace of the Web Annotation Vocabulary.
pub const OA: &str = "http://www.w3.org/ns/oa#";
/// The namespace of collections.
pub const AS: &str = "http://www.w3.org/ns/activitystreams#";
/// The namespace of literal types.
pub const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
/// The property for the type of a node.
pub const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

const DC: &str = "http://purl.org/dc/elements/1.1/";
const DCTERMS: &str = "http://purl.org/dc/terms/";
const FOAF: &str = "http://xmlns.com/foaf/0.1/";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";

/// The kind of a property's value.
enum Is {
    /// A text.
    Text,
    /// A node or its IRI.
    Node,
    /// One of the words of `WORDS`.
    Word,
    /// An instant.
    Time,
    /// A number or an offset in a text.
    Count,
    /// An ordered list of nodes.
    Nodes,
}

/// Terms used as values, for types and motivations: the term, its namespace and its name there.
const WORDS: [(&str, &str, &str); 10] = [
    ("AnnotationCollection", AS, "OrderedCollection"),
    ("AnnotationPage", AS, "OrderedCollectionPage"),
    ("Annotation", OA, "Annotation"),
    ("TextualBody", OA, "TextualBody"),
    ("SpecificResource", OA, "SpecificResource"),
    ("TextQuoteSelector", OA, "TextQuoteSelector"),
    ("TextPositionSelector", OA, "TextPositionSelector"),
    ("describing", OA, "describing"),
    ("classifying", OA, "classifying"),
    ("tagging", OA, "tagging"),
];

/// The properties: the term, its namespace, its name there, and the kind of its value.
const PROPERTIES: [(&str, &str, &str, Is); 25] = [
    // Properties of a collection and its page.
    ("label", RDFS, "label", Is::Text),
    ("total", AS, "totalItems", Is::Count),
    ("first", AS, "first", Is::Node),
    ("startIndex", AS, "startIndex", Is::Count),
    ("items", AS, "items", Is::Nodes),
    // Properties of an annotation.
    ("motivation", OA, "motivatedBy", Is::Word),
    ("creator", DCTERMS, "creator", Is::Node),
    ("name", FOAF, "name", Is::Text),
    ("modified", DCTERMS, "modified", Is::Time),
    ("canonical", OA, "canonical", Is::Node),
    ("body", OA, "hasBody", Is::Node),
    ("target", OA, "hasTarget", Is::Node),
    // Properties of a body.
    ("value", RDF, "value", Is::Text),
    ("format", DC, "format", Is::Text),
    ("language", DC, "language", Is::Text),
    ("purpose", OA, "hasPurpose", Is::Word),
    // Properties of a target and its selectors.
    ("source", OA, "hasSource", Is::Node),
    ("scope", OA, "hasScope", Is::Node),
    ("styleClass", OA, "styleClass", Is::Text),
    ("selector", OA, "hasSelector", Is::Node),
    ("exact", OA, "exact", Is::Text),
    ("prefix", OA, "prefix", Is::Text),
    ("suffix", OA, "suffix", Is::Text),
    ("start", OA, "start", Is::Count),
    ("end", OA, "end", Is::Count),
];

/// Returns the definitions of the terms in the export, each an object with `@id`.
pub fn terms() -> Map<String, Value> {
    let keywords = [("id", "@id"), ("type", "@type")];
    let keywords = keywords.map(|(name, keyword)| (name.to_owned(), json!({ "@id": keyword })));
    let words = WORDS
        .map(|(word, start, rest)| (word.to_owned(), json!({ "@id": format!("{start}{rest}") })));
    let properties = PROPERTIES.map(|(name, start, rest, is)| {
        let mut term = json!({ "@id": format!("{start}{rest}") });
        match is {
            Is::Text => {}
            Is::Node => term["@type"] = "@id".into(),
            Is::Word => term["@type"] = "@vocab".into(),
            Is::Time => term["@type"] = format!("{XSD}dateTime").into(),
            Is::Count => term["@type"] = format!("{XSD}nonNegativeInteger").into(),
            Is::Nodes => {
                term["@type"] = "@id".into();
                term["@container"] = "@list".into();
            }
        }
        (name.to_owned(), term)
    });
    keywords.into_iter().chain(words).chain(properties).collect()
}

/// Parses a file at the given address into quads.
pub fn quads(here: &str, file: &str) -> Vec<Quad> {
    let context = json!({ "@context": terms() }).to_string();
    let parser = JsonLdParser::new().with_base_iri(here).expect("an address");
    let parser = parser.for_slice(file.as_bytes()).with_load_document_callback(move |url, _| {
        assert_eq!(url, CONTEXT, "only the standard context is requested");
        let document = context.clone().into_bytes();
        Ok(JsonLdRemoteDocument { document, document_url: url.to_owned() })
    });
    let quads = parser.collect::<Result<_, _>>();
    quads.unwrap_or_else(|error| panic!("{here} is not valid JSON-LD ({error})"))
}
