//! From wire structs to the model: quotes are anchored, ids are resolved, and rules are checked.
//!
//! A function here returns `None` only if a problem was reported. The others still run, so that one
//! broken field does not mask another.

mod actors;
mod article;
mod chain;
mod corrections;
mod dates;
mod defaults;
mod excerpts;
mod figures;
mod ids;
mod mentions;
mod passage;
mod statements;
mod words;

pub use article::is_language_tag;
pub use defaults::usual_identification;

use super::anchor::Anchor;
use super::article_text::Text;
use super::checks;
use super::code::{FileCode, IdCode, ShapeCode, StatementCode};
use super::dossier::Publishable;
use super::draft;
use super::escape::shown;
use super::limits::{check_corrected, check_paragraphs, check_references};
use super::new_ids::RESERVED;
use super::parts::{Parts, check_slug};
use super::path::At;
use super::problem::Problem;
use super::report::Report;
use crate::model::{Day, Dossier, Lookup, Show, Slug, StatementIx};
use ids::Index;
use serde::de::DeserializeOwned;
use statements::Others;
use std::sync::Arc;
use words::Passage;

/// Resolves the parts of a dossier. Returns `None` if there is any error, otherwise the dossier with
/// its drafts, and what of it can be published.
pub fn resolve<Q: Anchor + DeserializeOwned>(
    mut parts: Parts<Q>,
    report: &mut Report<'_>,
) -> Option<(Dossier, Publishable)> {
    draft::fill(&mut parts);
    let root = parts.root;
    if let Some(format) = parts.format.filter(|format| *format != 1) {
        let problem =
            Problem::error(FileCode::UnknownFormat, format!("format {format} is not supported"))
                .hint("set \"format\" to 1, or use a newer version of On Record");
        report.add(&root.field("format"), problem);
    }
    let id = parts.id.as_deref().and_then(|id| dossier_id(id, &root, report));
    check_limits(&parts, report)?;
    let text = article::text(parts.article.as_ref()?);
    let article_at = root.field("article");
    let has_text = text.units.len() > 1
        && !["dateline", "paragraphs"]
            .iter()
            .any(|unit| report.is_substituted(&article_at.field(unit)));
    if text.units.len() == 1 && !report.is_substituted(&article_at.field("paragraphs")) {
        let problem = Problem::error(ShapeCode::EmptyText, "the article has no paragraphs")
            .hint("add the text of the article, one string per paragraph")
            .hint("or name a plain text file that has it: \"text\": …");
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
        is_whole_draft: parts.draft,
        drafts: drafts(&parts),
        single_quotes: (parts.article.as_ref()).is_some_and(|it| it.single_quotes == Some(true)),
        background: parts.background.ids.0.len(),
        report,
    };
    let resolved_article = parts.article.as_ref().and_then(|a| cx.article(a));
    let published = resolved_article.as_ref().map(|article| article.published);
    let undated = published.filter(|_| parts.draft);
    let annotation =
        (parts.annotation.as_ref()).and_then(|a| article::annotation(a, undated, &root, cx.report));
    cx.published = resolved_article.as_ref().map(|article| article.published);
    let topics = cx.topics_list(&parts.topics);
    let places = cx.places_list(&parts.places);
    let actors = cx.actors_list(&parts.actors);
    let outlet = resolved_article.as_ref().map(|article| article.outlet);
    let others = Others { actors: &actors, outlet };
    let statements = cx.statements_list(&parts.statements, others);
    let figures = cx.figures_list(&parts.figures, &parts.statements, &statements);
    let background = cx.background_list(&parts.background);
    let relations = cx.relations_list(&parts.relations);
    let corrections = {
        let changed = annotation.as_ref().map(|annotation| annotation.date);
        cx.corrections_list(&parts.corrections, published, changed)
    };
    cx.unused_topics(&parts.topics, &statements);
    if statements.is_empty() && !cx.report.has_errors() {
        let problem = Problem::error(StatementCode::NoStatements, "the dossier has no statements")
            .hint("add one for each attribution, with its source, its cue and its content")
            .or_to_do(parts.draft);
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
    let id = id?;
    let dossier = Dossier {
        title: parts
            .title
            .filter(|title| !title.is_empty())
            .unwrap_or_else(|| id.to_string())
            .into(),
        id,
        draft: parts.draft,
        summary: parts.summary.map(Into::into),
        annotation: annotation?,
        article,
        topics,
        places,
        actors,
        statements: statements.into_iter().map(Arc::new).collect(),
        figures,
        background,
        relations,
        corrections,
        lookup: Lookup::default(),
    };
    // A published dossier was checked as its author wrote it.
    if root.steps().is_empty() {
        checks::run(&dossier, &root, report);
    }
    let shown = |dossier: Dossier| match show {
        Show::Full => dossier,
        Show::Excerpts => dossier.cut_to_excerpts(),
    };
    let publishable = match dossier.has_drafts() {
        false => Publishable::Whole,
        true => match dossier.without_drafts() {
            Some(part) => Publishable::Part(Box::new(shown(part))),
            None => Publishable::Nothing,
        },
    };
    if publishable == Publishable::Nothing && !dossier.draft {
        let message = "all statements are drafts, so the dossier is not published";
        let problem = Problem::to_do(StatementCode::OnlyDrafts, message)
            .hint("finish at least one of them, and remove its \"draft\"");
        report.add(&root.field("statements"), problem);
    }
    // A draft without content cannot be shown, and nothing refers to its words.
    let is_shown = |statement: &crate::model::Statement| !statement.content.is_empty();
    let dossier = match dossier.statements.iter().all(|statement| is_shown(statement)) {
        true => dossier,
        false => dossier.with_statements(is_shown),
    };
    Some((shown(dossier), publishable))
}

/// Returns whether each statement is a draft, by its position.
fn drafts<Q>(parts: &Parts<Q>) -> Vec<bool> {
    let mut drafts = vec![parts.draft; parts.statements.ids.0.len()];
    for (position, statement) in &parts.statements.items {
        drafts[*position] |= statement.draft;
    }
    drafts
}

impl Context<'_, '_> {
    /// Returns true if a statement is a draft.
    fn is_draft(&self, ix: StatementIx) -> bool {
        self.drafts.get(ix.index()).copied().unwrap_or_default()
    }

    /// Resolves a reference to a statement from something that is published, unless `is_draft`.
    /// Reports a reference to a draft.
    fn finished(&mut self, id: &str, is_draft: bool, at: &At<'_>) -> Option<StatementIx> {
        let ix = self.statement(id, at)?;
        if !is_draft && self.is_draft(ix) {
            let message = format!("the statement {} is a draft, so it is not published", shown(id));
            let problem = Problem::error(StatementCode::DraftReference, message)
                .hint("finish that statement, and remove its \"draft\"")
                .hint("or make this one a draft too, or remove the reference");
            self.report.add(at, problem);
        }
        Some(ix)
    }
}

/// Reports a dossier with more paragraphs or references than are allowed, and returns `None` for it.
/// Resolving it could take very long.
fn check_limits<Q>(parts: &Parts<Q>, report: &mut Report<'_>) -> Option<()> {
    let references = |s: &super::wire::Statement<Q>| {
        let mentioned = s.mentions.iter().map(|it| it.actors.len() + it.statements.len());
        let lists = [
            s.speakers.as_ref().map_or(0, Vec::len),
            s.via.as_ref().map_or(0, Vec::len),
            s.topics.len(),
            s.about.len(),
            s.places.len(),
        ];
        lists.into_iter().chain(mentioned).sum::<usize>()
    };
    let statements = parts.statements.items.iter().map(|(_, statement)| references(statement));
    let corrections = parts.corrections.items.iter().map(|(_, it)| it.statements.len());
    let article = parts.root.field("article");
    let paragraphs = parts.article.as_ref().map_or(0, |article| article.paragraphs.len());
    let checks = [
        (article.field("paragraphs"), check_paragraphs(paragraphs)),
        (parts.root.field("statements"), check_references(statements.sum())),
        (parts.root.field("corrections"), check_corrected(corrections.sum())),
    ];
    let mut is_allowed = true;
    for (at, problem) in checks {
        if let Some(problem) = problem {
            report.add(&at, problem);
            is_allowed = false;
        }
    }
    is_allowed.then_some(())
}

fn dossier_id(id: &str, root: &At<'_>, report: &mut Report<'_>) -> Option<Slug> {
    let problem = if RESERVED.contains(&id) {
        let message = format!("{} is reserved for a page of the site", shown(id));
        Some(Problem::error(IdCode::Reserved, message).hint("choose another id"))
    } else {
        check_slug(id)
    };
    match problem {
        Some(problem) => {
            report.add(&root.field("id"), problem);
            None
        }
        None => Slug::new(id).ok(),
    }
}

/// The context in which each part is resolved.
pub(super) struct Context<'c, 'f> {
    /// The path of the dossier in its file.
    root: At<'static>,
    text: &'c Text,
    /// The day of publication, once it has been read.
    published: Option<Day>,
    /// The article's language: a BCP 47 tag, unless it is invalid.
    language: &'c str,
    /// False if part of the text is missing or was replaced by a substitute. Quotes are not
    /// searched for then: reporting all of them as missing would bury the cause.
    has_text: bool,
    topics: Index,
    places: Index,
    actors: Index,
    statements: Index,
    /// True if only excerpts of the text are in the file. Checks that need the whole text are
    /// skipped.
    is_cut: bool,
    /// True if the whole dossier is a draft.
    is_whole_draft: bool,
    /// True if straight single marks are quotation marks.
    single_quotes: bool,
    /// Whether each statement is a draft.
    drafts: Vec<bool>,
    /// Number of background entries.
    background: usize,
    report: &'c mut Report<'f>,
}
