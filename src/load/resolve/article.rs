//! The article and its annotation, topics, background, and relations between statements.

use super::super::address::{Invalid, check_contact, check_web_address, mixed_scripts};
use super::super::code::{ArticleCode, DateCode, IdCode, StatementCode};
use super::super::day::day;
use super::super::direction::is_right_to_left;
use super::super::escape::shown;
use super::super::parts::List;
use super::super::path::At;
use super::super::problem::Problem;
use super::super::report::Report;
use super::super::wire;
use super::{Anchor, Context, Passage, Text};
use crate::model::{
    Annotation, Archived, Article, Background, Basis, Day, Precomputed, Relation, Rights, Slug,
    Span, Statement, Topic, Unit, single_quotations, titles_without_marks,
};
use std::collections::HashSet;

/// The number of stretches in straight single quotation marks from which an article probably quotes
/// with such marks.
const MANY_SINGLE: usize = 3;

/// Returns the text of an article: the dateline, which may be empty, then the paragraphs.
pub fn text<Q>(article: &wire::Article<Q>) -> Text {
    let dateline = article.dateline.as_deref().unwrap_or_default();
    let paragraphs = article.paragraphs.iter().map(String::as_str);
    Text::new(std::iter::once(dateline).chain(paragraphs).map(Unit::new).collect())
}

/// Resolves the annotation. `undated` is its date in a draft that gives none.
pub fn annotation(
    wire: &wire::Annotation,
    undated: Option<Day>,
    root: &At<'_>,
    report: &mut Report<'_>,
) -> Option<Annotation> {
    let at = root.field("annotation");
    check_address(wire.contact.as_deref(), check_contact, &at.field("contact"), report);
    let date = match undated {
        Some(day) if wire.date.is_empty() => day,
        _ => day(&wire.date, &at.field("date"), report)?,
    };
    Some(Annotation {
        by: wire.by.as_str().into(),
        contact: wire.contact.as_deref().map(Into::into),
        date,
        method: wire.method.as_deref().map(Into::into),
    })
}

/// Reports an address that is not valid, or whose host may be another than it seems.
fn check_address(
    address: Option<&str>,
    check: fn(&str) -> Result<(), Invalid>,
    at: &At<'_>,
    report: &mut Report<'_>,
) {
    let Some(address) = address else { return };
    if let Err(Invalid { message, hint }) = check(address) {
        report.add(at, Problem::error(ArticleCode::NotAnAddress, message).hint(hint));
    } else if let Some(message) = mixed_scripts(address) {
        let problem = Problem::warning(ArticleCode::MixedScripts, message).hint(
            "check that it leads where it should: letters of different scripts can look the same",
        );
        report.add(at, problem);
    }
}

impl Context<'_, '_> {
    pub(super) fn article<Q: Anchor>(&mut self, wire: &wire::Article<Q>) -> Option<Article> {
        let root = self.root;
        let at = root.field("article");
        let address = at.field("address");
        check_address(wire.address.as_deref(), check_web_address, &address, self.report);
        self.check_language(&wire.language, &at.field("language"));
        let quoted_titles = self.quoted_titles(&wire.quoted_titles, &at.field("quoted_titles"));
        let outlet = self.actor(&wire.outlet, &at.field("outlet"));
        let published = day(&wire.published, &at.field("published"), self.report);
        let archived = wire.archived.as_ref();
        let archived = archived.and_then(|it| self.archived(it, published, &at.field("archived")));
        if wire.single_quotes.is_none() && self.has_text && !self.is_cut {
            self.check_single_quotes(&quoted_titles, &at);
        }
        Some(Article {
            outlet: outlet?,
            headline: wire.headline.as_deref().map(Into::into),
            published: published?,
            language: wire.language.as_str().into(),
            is_rtl: is_right_to_left(&wire.language),
            address: wire.address.as_deref().map(Into::into),
            archived,
            single_quotes: self.single_quotes,
            rights: Rights {
                holder: wire.rights.holder.as_str().into(),
                notice: wire.rights.notice.as_str().into(),
            },
            units: Vec::new(),
            quoted_titles,
            shown: Vec::new(),
            precomputed: Precomputed::default(),
        })
    }

    /// Reports a text that is not a language tag.
    pub(super) fn check_language(&mut self, language: &str, at: &At<'_>) {
        if !is_language_tag(language) {
            let message = format!("{} is not a valid language tag", shown(language));
            let problem = Problem::error(ArticleCode::NotALanguage, message)
                .hint("write a BCP 47 tag, such as en, ar or pt-BR");
            self.report.add(at, problem);
        }
    }

    fn archived(
        &mut self,
        wire: &wire::Archived,
        published: Option<Day>,
        at: &At<'_>,
    ) -> Option<Archived> {
        check_address(Some(&wire.address), check_web_address, &at.field("address"), self.report);
        let on = day(&wire.on, &at.field("on"), self.report)?;
        if let Some(published) = published.filter(|published| on < *published) {
            let message = format!("the copy is older than the article ({})", published.iso());
            let problem = Problem::warning(DateCode::ArchivedTooEarly, message)
                .hint("correct the date of the copy, or \"published\"");
            self.report.add(&at.field("on"), problem);
        }
        Some(Archived { address: wire.address.as_str().into(), on })
    }

    /// Reports an article that may quote with straight single marks and does not say so.
    fn check_single_quotes(&mut self, titles: &[Span], at: &At<'_>) {
        let found = single_quotations(&self.text.units, titles, self.language);
        let Some(first) = found.first().filter(|_| found.len() >= MANY_SINGLE) else { return };
        let message = format!(
            "the article has {} stretches in straight single quotation marks, such as {}",
            found.len(),
            self.words(*first)
        );
        let problem = Problem::warning(ArticleCode::SingleQuotes, message)
            .hint("if they are quotations, add \"single_quotes\": true to the article")
            .hint("if they are not, add \"single_quotes\": false");
        self.report.add(at, problem);
    }

    fn quoted_titles<Q: Anchor>(&mut self, titles: &[Q], at: &At<'_>) -> Vec<Span> {
        let found: Vec<(usize, Span)> = (titles.iter().enumerate())
            .filter_map(|(position, quote)| {
                Some((position, self.span(quote, Passage::Anywhere, &at.element(position))?))
            })
            .collect();
        let spans: Vec<Span> = found.iter().map(|(_, span)| *span).collect();
        let without_marks = match self.is_cut {
            true => Vec::new(),
            false => titles_without_marks(&self.text.units, &spans, self.convention()),
        };
        for (position, title) in without_marks.into_iter().map(|ix| found[ix]) {
            let message = format!("{} is not in quotation marks in the article", self.words(title));
            let problem = Problem::warning(ArticleCode::TitleWithoutMarks, message)
                .hint("remove it: words outside quotation marks never count as quoted")
                .hint("if the words also occur in quotation marks, quote that occurrence");
            self.report.add(&at.element(position), problem);
        }
        spans
    }

    pub(super) fn topics_list(&mut self, list: &List<wire::Topic>) -> Vec<Topic> {
        (list.items.iter())
            .filter_map(|(_, topic)| {
                Some(Topic {
                    id: Slug::new(&topic.id).ok()?,
                    label: topic.label.as_str().into(),
                    note: topic.note.as_deref().map(Into::into),
                })
            })
            .collect()
    }

    pub(super) fn unused_topics(&mut self, list: &List<wire::Topic>, statements: &[Statement]) {
        let at = self.root;
        let at = at.field(list.field);
        let used = statements.iter().flat_map(|statement| &statement.topics);
        let used: HashSet<usize> = used.map(|topic| topic.value.index()).collect();
        for (position, topic) in &list.items {
            if !self.report.has_errors() && !used.contains(position) {
                let message = format!("no statement has the topic {}", shown(&topic.id));
                let problem = Problem::warning(ArticleCode::UnusedTopic, message)
                    .hint("use the topic, or remove it");
                self.report.add(&at.element(*position), problem);
            }
        }
    }

    pub(super) fn background_list<Q: Anchor>(
        &mut self,
        list: &List<wire::Background<Q>>,
    ) -> Vec<Background> {
        let root = self.root;
        let root = root.field(list.field);
        let mut background = Vec::new();
        for (position, wire) in &list.items {
            let at = root.element(*position);
            let Some(words) = self.pieces(&wire.words, Passage::Anywhere, &at.field("words"))
            else {
                continue;
            };
            let why = wire.why.as_deref().map(Into::into);
            background.push(Background { words, voice: wire.voice, why });
        }
        background
    }

    pub(super) fn relations_list<Q: Anchor>(
        &mut self,
        list: &List<wire::Relation<Q>>,
    ) -> Vec<Relation> {
        let root = self.root;
        let root = root.field(list.field);
        let mut relations: Vec<Relation> = Vec::new();
        let mut known = HashSet::new();
        for (position, wire) in &list.items {
            let at = root.element(*position);
            let from = self.statement(&wire.from, &at.field("from"));
            let to = self.statement(&wire.to, &at.field("to"));
            let evidence = self.spans(&wire.evidence, Passage::Anywhere, &at.field("evidence"));
            let (Some(from), Some(to)) = (from, to) else { continue };
            if from == to {
                let message = format!("{} is related to itself", shown(&wire.from));
                let problem =
                    Problem::error(IdCode::Loop, message).hint("relate two different statements");
                self.report.add(&at.field("to"), problem);
            }
            if !known.insert((from, to, wire.kind)) && !self.report.is_substituted(&at) {
                let problem = Problem::error(IdCode::Repeated, "duplicate relation");
                self.report.add(&at, problem.hint("remove one of them"));
            }
            if self.is_draft(from) != self.is_draft(to) {
                let draft = if self.is_draft(from) { &wire.from } else { &wire.to };
                let message =
                    format!("the relation is not published, because {} is a draft", shown(draft));
                let problem = Problem::to_do(StatementCode::WithDraft, message)
                    .hint("finish that statement, and remove its \"draft\"");
                self.report.add(&at, problem);
            }
            let basis = Basis { evidence, note: Some(wire.note.as_str().into()) };
            relations.push(Relation { from, to, kind: wire.kind, basis });
        }
        relations
    }
}

/// Returns true for a language tag of the form of BCP 47.
pub fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let is_subtag =
        |s: &str| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric());
    let primary = subtags.next().unwrap_or_default();
    let is_primary =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    is_primary && subtags.all(is_subtag)
}
