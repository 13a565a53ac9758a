//! One statement in a link: the part of an address after the `#`, which browsers send nowhere.
//!
//! A link holds a small dossier: the statement, the paragraphs with its words, and the actors that it
//! refers to. It is deflated and written in base64url (RFC 4648), with its length and a checksum.

mod excerpt;

use super::desk::Desk;
use super::document::{Document, reading, source_words, text_of};
use super::json::{Json, Key, Layout};
use super::pack::{BadPack, pack, unpack};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use excerpt::Excerpt;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Maximum length of a link's fragment, in characters.
pub const MAX_LENGTH: usize = 2_000;

/// The version of the layout of a link.
const LAYOUT: u8 = 1;

/// Maximum size of the dossier in a link, in bytes. A link of the maximum length can hold no more than
/// this for words.
const MAX_BYTES: usize = 256 * 1024;

/// A statement that does not fit into a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// The number of characters that it would take. 0 if there is no such statement.
    pub length: usize,
}

/// Why a link cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLink {
    /// The fragment is not a statement.
    NotAStatement,
    /// The end of the link is missing.
    Cut,
    /// Characters of the link were changed.
    Damaged,
    /// Another version of On Record made it.
    OtherVersion,
}

/// A statement from a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// A dossier with only this statement, as JSON. It is a draft.
    pub dossier: String,
}

impl Desk {
    /// Returns the fragment of a link to a statement, without the `#`. Words that the rights do not
    /// allow to show are left out.
    ///
    /// # Errors
    /// If the fragment would be longer than [`MAX_LENGTH`].
    pub fn share(&self, statement: Key) -> Result<String, TooLong> {
        let dossier = self.alone(statement).ok_or(TooLong { length: 0 })?;
        let bytes = dossier.write(&Layout::compact());
        let fragment = BASE64.encode(pack(LAYOUT, bytes.as_bytes()));
        if fragment.len() > MAX_LENGTH {
            return Err(TooLong { length: fragment.len() });
        }
        Ok(fragment)
    }

    /// Returns a dossier with one statement.
    fn alone(&self, key: Key) -> Option<Json> {
        let statement = self.statement_of(key)?;
        let mut alone = Json::object([("id", Json::text(text_of(statement, "id")))]);
        let mut words = source_words(statement);
        if words.is_empty() {
            // The words of a shared source.
            let mut from = self.shared(statement);
            while let Some(other) = from.and_then(|key| self.statement_of(key)) {
                words = source_words(other);
                from = self.shared(other).filter(|_| words.is_empty());
            }
        }
        let excerpt = Excerpt::of(self, statement, &words);
        let mut source = Json::object([]);
        source.set("words", excerpt.quotes(&words), &[]);
        let antecedent = statement.get("source").filter(|it| it.span.is_none());
        let antecedent = antecedent.and_then(|it| it.get("antecedent"));
        source.set("antecedent", antecedent.and_then(|it| excerpt.moved(it)), &[]);
        let has_source = source.get("words").is_some();
        alone.set("source", Some(source).filter(|_| has_source), &[]);
        for name in
            ["gist", "cue", "content", "speakers", "via", "kind", "channel", "said_on", "note"]
        {
            let value = self.effective(key, name).filter(|it| *it != Json::null());
            alone.set(name, value.and_then(|it| excerpt.moved(&it)), &[]);
        }
        alone.get("content")?;
        let actors = self.actors_of(&alone);
        let article = self.article_alone(&excerpt);
        let root = &self.state.document.root;
        let title = Json::text(text_of(root, "title"));
        let mut annotation = Json::object([]);
        for name in ["by", "date"] {
            let value = root.get("annotation").and_then(|it| it.get(name)).cloned();
            annotation.set(name, value, &[]);
        }
        Some(Json::object([
            ("format", Json::number("1")),
            ("id", Json::text(text_of(root, "id"))),
            ("draft", Json::bool(true)),
            ("title", title),
            ("annotation", annotation),
            ("article", article),
            ("actors", Json::list(actors)),
            ("statements", Json::list(vec![alone])),
        ]))
    }

    fn article_alone(&self, excerpt: &Excerpt) -> Json {
        let mut article = Json::object([]);
        let own = self.state.document.article();
        for name in ["outlet", "headline", "published", "language", "address", "rights"] {
            article.set(name, own.and_then(|it| it.get(name)).cloned(), &[]);
        }
        // The words that must not be shown are left out already.
        if let Some(rights) = article.get("rights").cloned() {
            let mut rights = rights;
            rights.set("show", None, &[]);
            article.set("rights", Some(rights), &[]);
        }
        let (dateline, paragraphs) = excerpt.units();
        article.set("dateline", dateline.map(Json::text), &[]);
        let paragraphs = paragraphs.iter().map(|it| Json::text(it)).collect();
        article.set("paragraphs", Some(Json::list(paragraphs)), &[]);
        article
    }

    /// Returns the actors that a statement refers to, without what leads to further ones.
    fn actors_of(&self, statement: &Json) -> Vec<Json> {
        let list = |name: &str| statement.get(name).map_or(&[][..], Json::elements).iter();
        let speakers = list("speakers").filter_map(|it| reading(Some(it)));
        let hops = list("via").map(|it| text_of(it, "actor"));
        let outlet = std::iter::once(self.state.document.of_article("outlet"));
        let ids: BTreeSet<&str> = speakers.chain(hops).chain(outlet).collect();
        let actors = self.state.document.list("actors").iter();
        actors
            .filter(|it| ids.contains(text_of(it, "id")))
            .map(|it| {
                let name = reading(it.get("name")).unwrap_or_default();
                let note = Json::text("Named in the article or by its annotator.");
                let name = Json::object([("is", Json::text(name)), ("note", note)]);
                let kind = Json::text(reading(it.get("kind")).unwrap_or("other"));
                let mut actor = Json::object([
                    ("id", Json::text(text_of(it, "id"))),
                    ("name", name),
                    ("kind", kind),
                ]);
                let identification = reading(it.get("identification")).map(Json::text);
                actor.set("identification", identification, &[]);
                actor
            })
            .collect()
    }
}

impl Shared {
    /// Reads the fragment of a link, without the `#`.
    ///
    /// # Errors
    /// If it is damaged, or not a statement.
    pub fn read(fragment: &str) -> Result<Self, BadLink> {
        let fragment = fragment.trim();
        if fragment.is_empty() || fragment.len() > 2 * MAX_LENGTH {
            return Err(BadLink::NotAStatement);
        }
        let packed = BASE64.decode(fragment).or_else(|_| {
            // What is left of a link that was cut inside a group of four characters.
            let whole = fragment.get(..fragment.len() - fragment.len() % 4);
            whole.and_then(|it| BASE64.decode(it).ok()).ok_or(BadLink::Damaged)
        })?;
        let bytes = unpack(LAYOUT, &packed, MAX_BYTES).map_err(|error| match error {
            BadPack::Cut => BadLink::Cut,
            BadPack::Damaged => BadLink::Damaged,
            BadPack::OtherVersion => BadLink::OtherVersion,
        })?;
        let dossier = String::from_utf8(bytes).map_err(|_| BadLink::Damaged)?;
        let read = Document::read(&dossier, Rc::new([]));
        match read {
            Ok((document, _)) if document.list("statements").len() == 1 => Ok(Self { dossier }),
            _ => Err(BadLink::NotAStatement),
        }
    }
}
