//! `annotations.jsonld`, as a JSON-LD processor that is not ours understands it. The meaning of its
//! names is told here, out of the tables of two W3C Recommendations of 2017-02-23, "Web Annotation Data
//! Model" and "Web Annotation Vocabulary", and no further than annotations of ours go; that the
//! vocabulary has what they mean, and means it so, is held by `tests/vocabulary.rs`.

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::Quad;
use serde_json::{Map, Value, json};

/// The context that the file names.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// What the vocabulary's own names begin with.
pub const OA: &str = "http://www.w3.org/ns/oa#";
/// What the names of collections begin with.
pub const AS: &str = "http://www.w3.org/ns/activitystreams#";
/// What the names of types of plain values begin with.
pub const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
/// The property that gives a node its type.
pub const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

const DC: &str = "http://purl.org/dc/elements/1.1/";
const DCTERMS: &str = "http://purl.org/dc/terms/";
const FOAF: &str = "http://xmlns.com/foaf/0.1/";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";

/// What a property's value is.
enum Is {
    /// A text as it stands.
    Text,
    /// A node, or its address.
    Node,
    /// One of the words of `WORDS`.
    Word,
    /// An instant.
    Time,
    /// A count, or a place in a text.
    Count,
    /// Nodes, one after the other.
    Nodes,
}

/// Words that stand as values: types and motivations. Each: the word, and what it stands for.
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

/// The properties. Each: its name in the file, the property that it stands for, and its values.
const PROPERTIES: [(&str, &str, &str, Is); 25] = [
    // Of a collection and its page.
    ("label", RDFS, "label", Is::Text),
    ("total", AS, "totalItems", Is::Count),
    ("first", AS, "first", Is::Node),
    ("startIndex", AS, "startIndex", Is::Count),
    ("items", AS, "items", Is::Nodes),
    // Of an annotation.
    ("motivation", OA, "motivatedBy", Is::Word),
    ("creator", DCTERMS, "creator", Is::Node),
    ("name", FOAF, "name", Is::Text),
    ("modified", DCTERMS, "modified", Is::Time),
    ("canonical", OA, "canonical", Is::Node),
    ("body", OA, "hasBody", Is::Node),
    ("target", OA, "hasTarget", Is::Node),
    // Of a body.
    ("value", RDF, "value", Is::Text),
    ("format", DC, "format", Is::Text),
    ("language", DC, "language", Is::Text),
    ("purpose", OA, "hasPurpose", Is::Word),
    // Of a target and its selectors.
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

/// The names that annotations of ours use, each with its definition: an object that has `@id`.
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

/// What the processor understands of a file that is read from an address.
pub fn quads(here: &str, file: &str) -> Vec<Quad> {
    let context = json!({ "@context": terms() }).to_string();
    let parser = JsonLdParser::new().with_base_iri(here).expect("an address");
    let parser = parser.for_slice(file.as_bytes()).with_load_document_callback(move |url, _| {
        assert_eq!(url, CONTEXT, "no other context is asked for");
        let document = context.clone().into_bytes();
        Ok(JsonLdRemoteDocument { document, document_url: url.to_owned() })
    });
    let quads = parser.collect::<Result<_, _>>();
    quads.unwrap_or_else(|error| panic!("{here} is no JSON-LD ({error})"))
}
