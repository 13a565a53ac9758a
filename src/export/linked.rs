//! JSON-LD for the head of a page, with the vocabulary of schema.org.
//!
//! A statement that is quoted in full is a `Quotation`; any other is a `Claim` with its quoted
//! words as parts. Nothing is rated, so there is no `ClaimReview`.

use super::Source;
use crate::model::{Actor, ActorIx, ActorKind, Dossier, Reading, Span, Statement, StatementIx};
use crate::route::Route;
use crate::text::{self, Head};
use serde_json::{Value, json};

/// Maximum number of quotations that a claim lists as its parts.
const MAX_PARTS: usize = 24;
/// Maximum number of speakers in the linked data of a statement.
const MAX_SPEAKERS: usize = 24;

/// Returns the JSON-LD of a page: the page, its article, and the statement if the page shows one.
pub fn linked(
    source: Option<&Source<'_>>,
    route: &Route,
    head: &Head,
    (name, base): (&str, &str),
) -> Value {
    let link = |route: &Route| route.href(base);
    let site = json!({
        "@type": "WebSite",
        "@id": format!("{}#site", link(&Route::Archive)),
        "name": name,
        "url": link(&Route::Archive),
    });
    let mut page = json!({
        "@type": "WebPage",
        "@id": link(route),
        "url": link(route),
        "name": head.title,
        "description": head.description,
        "inLanguage": "en",
        "isPartOf": { "@id": site["@id"] },
    });
    let mut graph = vec![site];
    if let Some(source) = source {
        let dossier = &source.prepared.dossier;
        let id = article_id(source);
        page["about"] = json!({ "@id": id });
        graph.push(article(dossier, &id));
        if let Route::Statement(_, statement) = route
            && let Some(ix) = dossier.find_statement(statement.as_str())
        {
            let statement = statement_node(source, ix, &id);
            page["mainEntity"] = json!({ "@id": statement["@id"] });
            graph.push(statement);
        }
    }
    graph.insert(0, page);
    json!({ "@context": "https://schema.org", "@graph": graph })
}

fn article_id(source: &Source<'_>) -> String {
    let dossier = &source.prepared.dossier;
    let here = || format!("{}#text", source.link(&Route::Article(dossier.id.clone())));
    dossier.article.address.as_deref().map_or_else(here, iri)
}

fn article(dossier: &Dossier, id: &str) -> Value {
    let article = &dossier.article;
    let mut value = json!({
        "@type": "NewsArticle",
        "@id": id,
        "publisher": { "@type": "NewsMediaOrganization", "name": text::outlet(dossier) },
        "datePublished": article.published.iso(),
        "inLanguage": article.language,
        "copyrightNotice": article.rights.notice,
    });
    if let Some(headline) = &article.headline {
        value["headline"] = (**headline).into();
    }
    if let Some(address) = &article.address {
        value["url"] = iri(address).into();
    }
    if let Some(archived) = &article.archived {
        value["archivedAt"] = iri(&archived.address).into();
    }
    value
}

/// Returns a statement: a quotation if every word is quoted, otherwise a claim.
fn statement_node(source: &Source<'_>, ix: StatementIx, article: &str) -> Value {
    let dossier = &source.prepared.dossier;
    let statement = dossier.statement(ix);
    let here = source.statement(ix);
    let speakers = statement.speakers.iter().take(MAX_SPEAKERS);
    let speakers: Vec<Value> = speakers.map(|speaker| agent(dossier, statement, speaker)).collect();
    let quotations = &source.prepared.quotations;
    let quoted: Vec<Span> =
        statement.content.iter().flat_map(|span| quotations.within(*span)).collect();
    let quotation = |id: String, span: Span| {
        json!({
            "@type": "Quotation",
            "@id": id,
            "text": dossier.article.text(span),
            "inLanguage": dossier.article.language,
            "creator": speakers,
            "isPartOf": { "@id": article },
        })
    };
    let id = format!("{here}#statement");
    let attributed = text::attributed(dossier, statement, source.prepared.wording(ix));
    if let ([only], true) = (quoted.as_slice(), is_all_quoted(source, ix)) {
        let mut whole = quotation(id, *only);
        whole["description"] = attributed.into();
        add_translation(&mut whole, dossier, statement);
        return whole;
    }
    let mut claim = json!({
        "@type": "Claim",
        "@id": id,
        "url": here,
        "text": text::statement_text(dossier, statement),
        "description": attributed,
        "inLanguage": dossier.article.language,
        "author": speakers,
        "appearance": { "@id": article },
    });
    add_translation(&mut claim, dossier, statement);
    if !quoted.is_empty() {
        // Each repeats the speakers.
        let parts = (1..)
            .zip(quoted.iter().take(MAX_PARTS))
            .map(|(n, span)| quotation(format!("{here}#quoted-{n}"), *span));
        claim["hasPart"] = parts.collect();
    }
    claim
}

/// Adds the translation of a statement's words to the statement.
fn add_translation(value: &mut Value, dossier: &Dossier, statement: &Statement) {
    let Some(it) = &statement.translation else { return };
    value["workTranslation"] = json!({
        "@type": "CreativeWork",
        "text": it.words,
        "inLanguage": it.language,
        "translator": {
            "@type": "Person",
            "name": it.by.as_ref().unwrap_or(&dossier.annotation.by),
        },
    });
}

fn is_all_quoted(source: &Source<'_>, ix: StatementIx) -> bool {
    source.prepared.wording(ix).directness == crate::model::Directness::Direct
}

/// Returns a URL as an IRI (RFC 3987). Characters that browsers accept but IRIs forbid are
/// percent-encoded, as otherwise a JSON-LD processor drops the whole node.
fn iri(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        if c.is_ascii_control() || " \"<>\\^`{|}".contains(c) {
            out.push_str(&format!("%{:02X}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

/// Returns a speaker. The description says if the article does not name the source, and if the
/// speaker is inferred.
fn agent(dossier: &Dossier, statement: &Statement, speaker: &Reading<ActorIx>) -> Value {
    let actor: &Actor = dossier.actor(speaker.value);
    let kind = match actor.kind.value {
        ActorKind::Person => "Person",
        ActorKind::State | ActorKind::GovernmentBody => "GovernmentOrganization",
        ActorKind::Media | ActorKind::StateMedia => "NewsMediaOrganization",
        ActorKind::Ngo => "NGO",
        ActorKind::Company => "Corporation",
        // A text cannot be an author. Its own authors are not known.
        ActorKind::Document => "CreativeWork",
        _ => "Organization",
    };
    let mut value = json!({ "@type": kind, "name": actor.name.value });
    if let Some(how) = text::speaker_remark(statement, speaker) {
        value["description"] = how.into();
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_are_percent_encoded() {
        assert_eq!(iri("https://a.org/ü?a=b#c"), "https://a.org/ü?a=b#c");
        assert_eq!(iri("https://a.org/?a=\"><b> {c}"), "https://a.org/?a=%22%3E%3Cb%3E%20%7Bc%7D");
    }
}
