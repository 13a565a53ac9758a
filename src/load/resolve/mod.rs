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
mod ids;
mod passage;
mod statements;
mod words;

use super::anchor::{Anchor, Text};
use super::diagnostic::Problem;
use super::nearest::shown;
use super::parts::{Parts, not_a_slug};
use super::path::At;
use super::tree::Report;
use crate::model::{Day, Dossier, Show, Slug};
use ids::Index;
use serde::de::DeserializeOwned;
use std::rc::Rc;
use words::Passage;

/// Ids that are routes of the explorer's own.
const RESERVED: [&str; 1] = ["about"];

/// Resolves the parts; `None` after at least one error was told.
pub fn resolve<Q: Anchor + DeserializeOwned>(
    parts: Parts<Q>,
    report: &mut Report<'_>,
) -> Option<Dossier> {
    let root = parts.root;
    if let Some(format) = parts.format.filter(|format| *format != 1) {
        let problem = Problem::error("unknown-format", format!("format {format} is not known"))
            .hint("this version of On Record reads format 1");
        report.add(&root.field("format"), problem);
    }
    let id = parts.id.as_deref().and_then(|id| dossier_id(id, &root, report));
    let text = article::text(parts.article.as_ref()?);
    let annotation = parts.annotation.as_ref().and_then(|a| article::annotation(a, &root, report));
    let article_at = root.field("article");
    let has_text = text.units.len() > 1
        && !["dateline", "paragraphs"].iter().any(|unit| report.stands_in(&article_at.field(unit)));
    if text.units.len() == 1 {
        let problem = Problem::error("empty-text", "the article has no paragraph");
        report.add(&article_at.field("paragraphs"), problem);
    }
    let mut cx = Context {
        root,
        text: &text,
        published: None,
        language: parts.article.as_ref().map_or("", |article| &article.language),
        has_text,
        topics: Index::of("topic", &parts.topics, &root, report),
        places: Index::of("place", &parts.places, &root, report),
        actors: Index::of("actor", &parts.actors, &root, report),
        statements: Index::of("statement", &parts.statements, &root, report),
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
    let figures = cx.figures_list(&parts.figures, &parts.statements, &statements);
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
        (article.shown, article.precomputed) = cx.cut(excerpts, show)?;
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
        Show::Excerpts => dossier.cut_to_excerpts(),
    })
}

fn dossier_id(id: &str, root: &At<'_>, report: &mut Report<'_>) -> Option<Slug> {
    let problem = if RESERVED.contains(&id) {
        let message = format!("{} is an address of the explorer's own", shown(id));
        Some(Problem::error("reserved-id", message).hint("choose another id"))
    } else {
        not_a_slug(id)
    };
    match problem {
        Some(problem) => {
            report.add(&root.field("id"), problem);
            None
        }
        None => Slug::new(id).ok(),
    }
}

/// What resolving needs at hand.
pub(super) struct Context<'c, 'f> {
    /// Where the dossier stands in its file.
    root: At<'static>,
    text: &'c Text,
    /// The day of publication, once it was read.
    published: Option<Day>,
    /// The article's language, a BCP 47 tag where it is sound.
    language: &'c str,
    /// False where part of the text is none of the author's: no quote can be looked for in it, and
    /// telling each would bury the reason.
    has_text: bool,
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
