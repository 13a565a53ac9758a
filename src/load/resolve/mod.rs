//! From wire structs to the model, or to what is wrong with them.
//!
//! Every function here returns `None` only after it told a problem, so that one broken field never
//! hides another.

mod actors;
mod article;
mod corrections;
mod dates;
mod excerpts;
mod figures;
mod statements;

use super::anchor::{Anchor, Text};
use super::diagnostic::Problem;
use super::nearest::{instead_of, shown};
use super::parts::{Ids, Parts, not_a_slug};
use super::path::At;
use super::tree::Report;
use super::wire::{Quotes, Reading};
use crate::model::{Basis, Day, Dossier, Show, Slug, Span, UnitIx};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::rc::Rc;

/// Ids that are routes of the explorer's own.
const RESERVED: [&str; 1] = ["about"];

/// Resolves the parts; `None` after at least one error was told.
pub fn resolve<Q: Anchor + DeserializeOwned>(
    parts: Parts<Q>,
    report: &mut Report<'_>,
) -> Option<Dossier> {
    let root = At::ROOT;
    if let Some(format) = parts.format.filter(|format| *format != 1) {
        let problem = Problem::error("unknown-format", format!("format {format} is not known"))
            .hint("this version of On Record reads format 1");
        report.add(&root.field("format"), problem);
    }
    let id = parts.id.as_deref().and_then(|id| dossier_id(id, report));
    let text = article::text(parts.article.as_ref()?);
    let annotation = parts.annotation.as_ref().and_then(|a| article::annotation(a, report));
    if text.units.len() == 1 {
        // No quote can stand in it: telling each would bury the reason.
        let problem = Problem::error("empty-text", "the article has no paragraph");
        report.add(&root.field("article").field("paragraphs"), problem);
        return None;
    }
    let mut cx = Context {
        text: &text,
        published: None,
        language: parts.article.as_ref().map_or("", |article| &article.language),
        topics: Index::of("topic", &parts.topics.ids),
        places: Index::of("place", &parts.places.ids),
        actors: Index::of("actor", &parts.actors.ids),
        statements: Index::of("statement", &parts.statements.ids),
        is_cut: parts.excerpts.is_some(),
        background: parts.background.ids.0.len(),
        report,
    };
    let resolved_article = parts.article.as_ref().and_then(|a| cx.article(a));
    cx.published = resolved_article.as_ref().map(|article| article.published);
    let topics = cx.topics_list(&parts.topics);
    let places = cx.places_list(&parts.places);
    let actors = cx.actors_list(&parts.actors);
    let outlet = resolved_article.as_ref().map(|article| article.outlet);
    let statements = cx.statements_list(&parts.statements, outlet);
    let figures = cx.figures_list(&parts.figures, &statements);
    let background = cx.background_list(&parts.background);
    let relations = cx.relations_list(&parts.relations);
    let corrections = {
        let published = resolved_article.as_ref().map(|article| article.published);
        let changed = annotation.as_ref().map(|annotation| annotation.date);
        cx.corrections_list(&parts.corrections, published, changed)
    };
    cx.unused_topics(&parts.topics, &statements);
    if statements.is_empty() && !cx.report.has_errors() {
        let problem = Problem::error("no-statements", "the dossier has no statement").hint(
            "write one for each attribution: who is said to have said it, by which words, and what",
        );
        cx.report.add(&root.field("statements"), problem);
    }
    if cx.report.has_errors() {
        return None;
    }
    let mut article = resolved_article?;
    let rights = &parts.article.as_ref()?.rights;
    let show = rights.show.unwrap_or(Show::Full);
    if let Some(excerpts) = &parts.excerpts {
        (article.shown, article.known) = cx.cut(excerpts, show)?;
    }
    article.units = text.units;
    let dossier = Dossier {
        id: id?,
        title: parts.title?.into(),
        summary: parts.summary?.into(),
        annotation: annotation?,
        article,
        topics,
        places,
        actors,
        statements: statements.into_iter().map(Rc::new).collect(),
        figures,
        background,
        relations,
        corrections,
    };
    Some(match show {
        Show::Full => dossier,
        Show::Excerpts => dossier.excerpted(),
    })
}

fn dossier_id(id: &str, report: &mut Report<'_>) -> Option<Slug> {
    let at = At::ROOT;
    let problem = if RESERVED.contains(&id) {
        let message = format!("{} is an address of the explorer's own", shown(id));
        Some(Problem::error("reserved-id", message).hint("choose another id"))
    } else {
        not_a_slug(id)
    };
    match problem {
        Some(problem) => {
            report.add(&at.field("id"), problem);
            None
        }
        None => Slug::new(id).ok(),
    }
}

/// What resolving needs at hand.
pub(super) struct Context<'c, 'f> {
    text: &'c Text,
    /// The day of publication, once it was read.
    published: Option<Day>,
    /// The article's language, a BCP 47 tag where it is sound.
    language: &'c str,
    topics: Index,
    places: Index,
    actors: Index,
    statements: Index,
    /// The text was cut: what was checked against the whole cannot be checked again.
    is_cut: bool,
    /// How many backgrounds there are.
    background: usize,
    report: &'c mut Report<'f>,
}

/// Positions by id.
struct Index {
    what: &'static str,
    /// By position; `None` for an element without a readable id.
    ids: Vec<Option<String>>,
    positions: HashMap<String, usize>,
}

impl Index {
    fn of(what: &'static str, ids: &Ids) -> Self {
        let mut positions = HashMap::new();
        for (position, id) in ids.0.iter().enumerate() {
            if let Some(id) = id {
                positions.entry(id.clone()).or_insert(position);
            }
        }
        Self { what, ids: ids.0.clone(), positions }
    }

    /// The id at a position.
    fn id(&self, position: usize) -> &str {
        self.ids.get(position).and_then(Option::as_deref).unwrap_or_default()
    }
}

impl Context<'_, '_> {
    /// The position that an id refers to.
    fn refer<Ix: From<usize>>(
        report: &mut Report<'_>,
        index: &Index,
        id: &str,
        at: &At<'_>,
    ) -> Option<Ix> {
        if let Some(position) = index.positions.get(id) {
            return Some(Ix::from(*position));
        }
        let ids = || index.ids.iter().flatten().map(String::as_str);
        let message = format!("there is no {} {}", index.what, shown(id));
        // Beyond the problems that are told, nobody reads what may be meant.
        let hint = if report.is_full() { None } else { instead_of(id, ids()) };
        let problem = Problem::error("unknown-reference", message).hint_if(hint);
        report.add(at, problem);
        None
    }

    fn actor(&mut self, id: &str, at: &At<'_>) -> Option<crate::model::ActorIx> {
        Self::refer(self.report, &self.actors, id, at)
    }

    fn statement(&mut self, id: &str, at: &At<'_>) -> Option<crate::model::StatementIx> {
        Self::refer(self.report, &self.statements, id, at)
    }

    fn topic(&mut self, id: &str, at: &At<'_>) -> Option<crate::model::TopicIx> {
        Self::refer(self.report, &self.topics, id, at)
    }

    fn place(&mut self, id: &str, at: &At<'_>) -> Option<crate::model::PlaceIx> {
        Self::refer(self.report, &self.places, id, at)
    }

    /// The place of one quote.
    fn span<Q: Anchor>(&mut self, quote: &Q, passage: Option<UnitIx>, at: &At<'_>) -> Option<Span> {
        if quote.is_blank() {
            // That it is empty was told already, by the walk over the shape.
            return None;
        }
        quote.find(self.text, passage).map_err(|problem| self.report.add(at, problem)).ok()
    }

    /// The places of quotes, as they were given.
    fn spans<Q: Anchor>(
        &mut self,
        quotes: &Quotes<Q>,
        passage: Option<UnitIx>,
        at: &At<'_>,
    ) -> Vec<Span> {
        match quotes {
            Quotes::One(quote) => self.span(quote, passage, at).into_iter().collect(),
            Quotes::Many(list) => (list.iter().enumerate())
                .filter_map(|(position, quote)| self.span(quote, passage, &at.element(position)))
                .collect(),
        }
    }

    /// The places of quotes that are read as one: in reading order, none overlapping.
    fn pieces<Q: Anchor>(
        &mut self,
        quotes: &Quotes<Q>,
        passage: Option<UnitIx>,
        at: &At<'_>,
    ) -> Vec<Span> {
        let spans = self.spans(quotes, passage, at);
        for (position, pair) in spans.windows(2).enumerate() {
            let (first, second) = (self.words(pair[0]), self.words(pair[1]));
            let problem = if pair[0].overlaps(pair[1]) {
                Problem::error("pieces-overlap", format!("{second} overlaps {first}"))
                    .hint("quote each word once")
            } else if pair[1] < pair[0] {
                Problem::error(
                    "pieces-backwards",
                    format!("{second} stands before {first} in the text"),
                )
                .hint("give the pieces in reading order")
            } else {
                continue;
            };
            self.report.add(&at.element(position + 1), problem);
        }
        spans
    }

    /// Pieces of which there must be one.
    fn some_pieces<Q: Anchor>(
        &mut self,
        quotes: &Quotes<Q>,
        passage: Option<UnitIx>,
        at: &At<'_>,
    ) -> Option<Vec<Span>> {
        if quotes.is_empty() {
            let problem = Problem::error("no-words", "quote at least one piece of the text");
            self.report.add(at, problem);
        }
        let pieces = self.pieces(quotes, passage, at);
        (!pieces.is_empty()).then_some(pieces)
    }

    fn words(&self, span: Span) -> String {
        shown(self.text.units[span.unit.index()].slice(span.start, span.end))
    }

    fn basis<Q: Anchor>(
        &mut self,
        evidence: &Quotes<Q>,
        note: Option<&str>,
        passage: Option<UnitIx>,
        at: &At<'_>,
    ) -> Basis {
        let evidence = self.spans(evidence, passage, &at.field("evidence"));
        Basis { evidence, note: note.map(Into::into) }
    }

    /// A reading of a value that stands for itself.
    fn reading<T: Clone, Q: Anchor>(
        &mut self,
        reading: &Reading<T, Q>,
        passage: Option<UnitIx>,
        at: &At<'_>,
    ) -> crate::model::Reading<T> {
        match reading {
            Reading::Bare(value) => {
                crate::model::Reading { value: value.clone(), basis: Basis::default() }
            }
            Reading::Based(based) => crate::model::Reading {
                value: based.is.clone(),
                basis: self.basis(&based.evidence, based.note.as_deref(), passage, at),
            },
        }
    }

    /// Readings of ids, each id given once.
    fn references<Ix: Copy + PartialEq, Q: Anchor>(
        &mut self,
        list: &[Reading<String, Q>],
        passage: Option<UnitIx>,
        at: &At<'_>,
        refer: impl Fn(&mut Self, &str, &At<'_>) -> Option<Ix>,
    ) -> Vec<crate::model::Reading<Ix>> {
        let mut found: Vec<crate::model::Reading<Ix>> = Vec::new();
        for (position, reading) in list.iter().enumerate() {
            let at = at.element(position);
            let reading = self.reading(reading, passage, &at);
            let Some(value) = refer(self, &reading.value, &at) else { continue };
            if found.iter().any(|earlier| earlier.value == value) {
                let problem = Problem::error(
                    "given-twice",
                    format!("{} is given twice", shown(&reading.value)),
                )
                .hint("keep one of them");
                self.report.add(&at, problem);
            }
            found.push(crate::model::Reading { value, basis: reading.basis });
        }
        found
    }

    /// Tells a name that neither stands in the text nor says where it comes from.
    fn check_name(&mut self, name: &str, basis: &Basis, at: &At<'_>) {
        if !self.is_cut && !self.text.holds(name) && basis.note.is_none() {
            let message = format!("{} does not stand in the text", shown(name));
            let problem = Problem::error("name-from-outside", message)
                .hint("give it a note that says where it comes from: { \"is\": …, \"note\": … }");
            self.report.add(at, problem);
        }
    }
}
