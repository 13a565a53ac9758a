//! The article, its annotation, its background, and relations between statements.

use super::super::day::day;
use super::super::diagnostic::Problem;
use super::super::nearest::shown;
use super::super::parts::List;
use super::super::path::At;
use super::super::tree::Report;
use super::super::wire;
use super::{Anchor, Context, Passage, Text};
use crate::model::{
    Annotation, Article, Background, Basis, Precomputed, Relation, Rights, Slug, Span, Statement,
    Topic, Unit, titles_without_marks,
};

/// The text units of an article: the dateline, then the paragraphs.
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
    let is_address = |text: &&String| is_mail_address(text) || is_web_address(text);
    if let Some(contact) = wire.contact.as_ref().filter(|contact| !is_address(contact)) {
        let message = format!("{} is neither a mail nor a web address", shown(contact));
        let problem =
            Problem::error("not-an-address", message).hint("write name@example.org or https://…");
        report.add(&at.field("contact"), problem);
    }
    Some(Annotation {
        by: wire.by.as_str().into(),
        contact: wire.contact.as_deref().map(Into::into),
        date: day(&wire.date, &at.field("date"), report)?,
        method: wire.method.as_str().into(),
    })
}

/// One name and one host. What would end the address in a `mailto:` link (RFC 6068) is refused, so
/// that none can bring a header or a receiver of its own.
fn is_mail_address(text: &str) -> bool {
    let is_part = |part: &str| {
        let ends = |c: char| c.is_whitespace() || r#"@:;,/\?&#%"'<>()[]"#.contains(c);
        !part.is_empty() && !part.contains(ends)
    };
    text.split_once('@').is_some_and(|(name, host)| is_part(name) && is_part(host))
}

/// An address that a browser opens as a page; nothing that it would run.
fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(char::is_alphanumeric) && !rest.contains(char::is_whitespace)
    })
}

impl Context<'_, '_> {
    pub(super) fn article<Q: Anchor>(&mut self, wire: &wire::Article<Q>) -> Option<Article> {
        let root = self.root;
        let at = root.field("article");
        if let Some(address) = wire.address.as_ref().filter(|address| !is_web_address(address)) {
            let problem =
                Problem::error("not-an-address", format!("{} is no web address", shown(address)))
                    .hint("write the whole address, with https://");
            self.report.add(&at.field("address"), problem);
        }
        let mut subtags = wire.language.split('-');
        let is_subtag =
            |s: &str| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric());
        let primary = subtags.next().unwrap_or_default();
        let is_primary =
            (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
        if !is_primary || !subtags.all(is_subtag) {
            let message = format!("{} is no language tag", shown(&wire.language));
            let problem = Problem::error("not-a-language", message)
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
        let idle =
            if self.is_cut { Vec::new() } else { titles_without_marks(&self.text.units, &spans) };
        for (position, title) in idle.into_iter().map(|ix| found[ix]) {
            let message = format!("{} stands in no quotation marks", self.words(title));
            let problem = Problem::warning("title-without-marks", message)
                .hint("leave it out: without marks nothing is taken for quoted")
                .hint("where the words occur again in marks, quote that place");
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
            let on = |s: &Statement| s.topics.iter().any(|t| t.value.index() == *position);
            if !self.report.has_errors() && !statements.iter().any(on) {
                let message = format!("no statement has the topic {}", shown(&topic.id));
                let problem = Problem::warning("unused-topic", message).hint("use it or remove it");
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
            let Some(words) = self.some_pieces(&wire.words, Passage::Anywhere, &at.field("words"))
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
                let problem = Problem::error("loop", message).hint("name two statements");
                self.report.add(&at.field("to"), problem);
            }
            let is_same = |r: &Relation| (r.from, r.to, r.kind) == (from, to, wire.kind);
            if relations.iter().any(is_same) && !self.report.stands_in(&at) {
                let problem = Problem::error("given-twice", "this relation is given twice");
                self.report.add(&at, problem.hint("keep one of them"));
            }
            let basis = Basis { evidence, note: Some(wire.note.as_str().into()) };
            relations.push(Relation { from, to, kind: wire.kind, basis });
        }
        relations
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_a_reader_may_follow() {
        let check = |text: &str, mail: bool, web: bool| {
            assert_eq!((is_mail_address(text), is_web_address(text)), (mail, web), "{text}");
        };
        check("corrections@example.org", true, false);
        check("a.b+c@mail.example.org", true, false);
        check("https://example.org/a?b=c#d", false, true);
        check("http://bücher.example", false, true);
        for text in [
            "javascript:alert(1)//@x",
            "javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "JAVASCRIPT:alert(1)@example.org",
            "name@example.org?bcc=other@example.org",
            "name@example.org,other@example.org",
            "name%0Abcc@example.org",
            "name@",
            "@example.org",
            "name @example.org",
            "//example.org",
            "https://",
            "https:///example",
            "https://exa mple.org",
            "ftp://example.org",
        ] {
            check(text, false, false);
        }
    }
}
