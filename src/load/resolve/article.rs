//! The article and its annotation, topics, background, and relations between statements.

use super::super::address::{Invalid, check_contact, check_web_address};
use super::super::code::{ArticleCode, IdCode};
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
    Annotation, Article, Background, Basis, Precomputed, Relation, Rights, Slug, Span, Statement,
    Topic, Unit, titles_without_marks,
};

/// Returns the text of an article: the dateline, then the paragraphs.
pub fn text<Q>(article: &wire::Article<Q>) -> Text {
    let units = std::iter::once(&article.dateline).chain(&article.paragraphs);
    Text::new(units.map(|text| Unit::new(text)).collect())
}

pub fn annotation(
    wire: &wire::Annotation,
    root: &At<'_>,
    report: &mut Report<'_>,
) -> Option<Annotation> {
    let at = root.field("annotation");
    if let Some(Err(invalid)) = wire.contact.as_deref().map(check_contact) {
        report.add(&at.field("contact"), not_an_address(invalid));
    }
    Some(Annotation {
        by: wire.by.as_str().into(),
        contact: wire.contact.as_deref().map(Into::into),
        date: day(&wire.date, &at.field("date"), report)?,
        method: wire.method.as_str().into(),
    })
}

fn not_an_address(invalid: Invalid) -> Problem {
    Problem::error(ArticleCode::NotAnAddress, invalid.message).hint(invalid.hint)
}

impl Context<'_, '_> {
    pub(super) fn article<Q: Anchor>(&mut self, wire: &wire::Article<Q>) -> Option<Article> {
        let root = self.root;
        let at = root.field("article");
        if let Some(Err(invalid)) = wire.address.as_deref().map(check_web_address) {
            self.report.add(&at.field("address"), not_an_address(invalid));
        }
        let mut subtags = wire.language.split('-');
        let is_subtag =
            |s: &str| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric());
        let primary = subtags.next().unwrap_or_default();
        let is_primary =
            (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
        if !is_primary || !subtags.all(is_subtag) {
            let message = format!("{} is not a valid language tag", shown(&wire.language));
            let problem = Problem::error(ArticleCode::NotALanguage, message)
                .hint("write a BCP 47 tag, such as en, ar or pt-BR");
            self.report.add(&at.field("language"), problem);
        }
        let quoted_titles = self.quoted_titles(&wire.quoted_titles, &at.field("quoted_titles"));
        let outlet = self.actor(&wire.outlet, &at.field("outlet"));
        let published = day(&wire.published, &at.field("published"), self.report);
        Some(Article {
            outlet: outlet?,
            headline: wire.headline.as_deref().map(Into::into),
            published: published?,
            language: wire.language.as_str().into(),
            is_rtl: is_right_to_left(&wire.language),
            address: wire.address.as_deref().map(Into::into),
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

    fn quoted_titles<Q: Anchor>(&mut self, titles: &[Q], at: &At<'_>) -> Vec<Span> {
        let found: Vec<(usize, Span)> = (titles.iter().enumerate())
            .filter_map(|(position, quote)| {
                Some((position, self.span(quote, Passage::Anywhere, &at.element(position))?))
            })
            .collect();
        let spans: Vec<Span> = found.iter().map(|(_, span)| *span).collect();
        let without_marks =
            if self.is_cut { Vec::new() } else { titles_without_marks(&self.text.units, &spans) };
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
        for (position, topic) in &list.items {
            let has_topic = |s: &Statement| s.topics.iter().any(|t| t.value.index() == *position);
            if !self.report.has_errors() && !statements.iter().any(has_topic) {
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
            background.push(Background { words, voice: wire.voice, why: wire.why.as_str().into() });
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
            let is_same = |r: &Relation| (r.from, r.to, r.kind) == (from, to, wire.kind);
            if relations.iter().any(is_same) && !self.report.is_substituted(&at) {
                let problem = Problem::error(IdCode::Repeated, "duplicate relation");
                self.report.add(&at, problem.hint("remove one of them"));
            }
            let basis = Basis { evidence, note: Some(wire.note.as_str().into()) };
            relations.push(Relation { from, to, kind: wire.kind, basis });
        }
        relations
    }
}
