//! What a page is about, in the words of schema.org, as JSON-LD for its head.
//!
//! Quoted words are a `Quotation`, the reporter's a `Claim`. Nothing is rated: there is no
//! `ClaimReview`.

use super::Source;
use crate::model::{Actor, ActorIx, ActorKind, Dossier, Span, Statement, StatementIx};
use crate::route::Route;
use crate::text::{self, Head};
use serde_json::{Value, json};

/// A page's JSON-LD: the page, the article, and the statement where the page shows one.
pub fn linked(source: Option<&Source<'_>>, route: &Route, head: &Head, base: &str) -> Value {
    let link = |route: &Route| route.href(base);
    let site = json!({
        "@type": "WebSite",
        "@id": format!("{}#site", link(&Route::Archive)),
        "name": text::NAME,
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
            let statement = said(source, ix, &id);
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
    value
}

/// A statement: a quotation where every word is quoted, else a claim that holds what is.
fn said(source: &Source<'_>, ix: StatementIx, article: &str) -> Value {
    let dossier = &source.prepared.dossier;
    let statement = dossier.statement(ix);
    let here = source.statement(ix);
    let speakers: Vec<Value> =
        statement.speakers.iter().map(|speaker| agent(dossier, statement, speaker.value)).collect();
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
    if !quoted.is_empty() {
        let parts =
            (1..).zip(&quoted).map(|(n, span)| quotation(format!("{here}#quoted-{n}"), *span));
        claim["hasPart"] = parts.collect();
    }
    claim
}

fn is_all_quoted(source: &Source<'_>, ix: StatementIx) -> bool {
    source.prepared.wording(ix).directness == crate::model::Directness::Direct
}

/// An address as an IRI (RFC 3987): what browsers let pass, and an IRI may not hold, percent-encoded.
/// With such a character a processor drops the node and all that is said of it.
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

/// A speaker. One without a name of its own is said to be so.
fn agent(dossier: &Dossier, statement: &Statement, ix: ActorIx) -> Value {
    let actor: &Actor = dossier.actor(ix);
    let kind = match actor.kind.value {
        ActorKind::Person => "Person",
        ActorKind::State | ActorKind::GovernmentBody => "GovernmentOrganization",
        ActorKind::Media | ActorKind::StateMedia => "NewsMediaOrganization",
        ActorKind::Ngo => "NGO",
        ActorKind::Company => "Corporation",
        _ => "Organization",
    };
    let mut value = json!({ "@type": kind, "name": actor.name.value });
    if let Some(how) = text::unnamed(statement) {
        value["description"] = how.into();
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_an_iri() {
        assert_eq!(iri("https://a.org/ü?a=b#c"), "https://a.org/ü?a=b#c");
        assert_eq!(iri("https://a.org/?a=\"><b> {c}"), "https://a.org/?a=%22%3E%3Cb%3E%20%7Bc%7D");
    }
}
