//! One statement: who, through whom, what and where at a glance, then what each field rests on.

use crate::model::{ActorIx, Correction, Span, Statement, StatementIx};
use crate::query::{Collection, Facet, Query};
use crate::route::link_to_words;
use crate::site::Site;
use crate::text::{self, Label};
use crate::ui::article::evidence::told_words;
use crate::ui::article::passage::passage;
use crate::ui::article::words::article_words;
use crate::ui::el::{at, attrs, copied, el, item, link, list, section, txt};
use crate::ui::icon::arrow;
use crate::ui::page::Page;
use crate::ui::parts::export::export;
use crate::ui::parts::fields::{fields, table};
use crate::ui::parts::marks::{chain_list, inferred, kind_mark, ours, speaker_chips, strip};
use crate::ui::parts::references::{references, said};
use crate::ui::parts::related::related;
use yew::prelude::*;

/// The page of a statement.
pub fn statement_page(site: &Site, page: &Page, ix: StatementIx) -> Html {
    let rows = fields(page, ix);
    let evidence: Vec<Span> = rows.iter().flat_map(|row| row.evidence()).copied().collect();
    let passage_title = list![txt("Where it stands in the article")];
    let fields_title = list![txt("What each field rests on")];
    let mut more = list![related(page, ix, None), same_source(page, ix)];
    more.extend(same_topics(page, ix));
    let inner = list![
        head(site, page, ix),
        section(
            "h-passage".into(),
            "one-passage",
            passage_title,
            list![excerpts_only(page), passage(page, ix, &evidence), whole_article(page, ix)]
        ),
        section(
            "h-evidence".into(),
            "one-evidence",
            fields_title,
            list![table(page, rows, true), report(site, page, ix)],
        ),
        el("div", "one-more", more),
        steps(page, ix),
    ];
    el("article", "one", inner)
}

/// That only excerpts of the article may be shown, where that is so.
fn excerpts_only(page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    if dossier.article.is_cut() {
        el("p", "byhand", list![txt(text::excerpts_only(dossier))])
    } else {
        Html::default()
    }
}

/// The way to the whole article: ours, or where only excerpts may be shown the outlet's.
fn whole_article(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let name = match dossier.article.is_cut() {
        true => "See all its excerpts",
        false => "Read the whole article",
    };
    let mut ways = list![link("", page.in_article(ix), list![txt(name)])];
    if let Some(words) = link_to_words(&dossier.article, &dossier.statement(ix).content) {
        let attributes = list![at("href", words), at("rel", "noreferrer")];
        let name = format!("These words at {}", text::outlet(dossier));
        ways.extend([txt(" "), attrs("a", attributes, list![txt(name)])]);
    }
    let beside = link("needs-script", page.beside(&[ix]), list![txt("Set it beside another")]);
    ways.extend([txt(" "), beside]);
    el("p", "more", ways)
}

fn head(site: &Site, page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = prepared.wording(ix);
    let (number, total) = (ix.index() + 1, dossier.statements.len());
    let crumb = list![
        link("", page.list(Collection::Statements), list![copied(&dossier.title)]),
        txt(" "),
        el("span", "", list![txt(format!("Statement {number} of {total}"))]),
    ];
    let shown_number = list![at("class", "number is-on"), at("aria-hidden", "true")];
    let heading = list![
        attrs("span", shown_number, list![txt(number.to_string())]),
        txt(" "),
        kind_mark(statement.kind.value),
        el("span", "hush", list![txt(format!(" by {}", text::attribution(dossier, statement)))]),
    ];
    let manner = list![
        el("b", "", list![txt(wording.directness.label()), txt(".")]),
        txt(" "),
        txt(text::wording_sentence(wording)),
    ];
    let gist = list![el("b", "", list![txt(text::IN_SHORT)]), txt(" "), copied(&statement.gist)];
    let words = told_words(prepared, statement);
    let mut inner = list![
        el("p", "crumb", crumb),
        attrs("h1", list![at("id", "title"), at("tabindex", "-1")], heading),
        long_chain(page, statement),
        article_words(prepared, "blockquote", "words big", words),
        el(
            "p",
            "directness wide",
            list![strip(wording, prepared.direction()), el("span", "", manner)]
        ),
        references(page, statement),
        ours("p", "ours gist", gist),
    ];
    inner.extend(figures(page, ix));
    inner.extend(dossier.corrections_of(ix).into_iter().map(corrected));
    inner.push(export(site, page, ix));
    el("header", "one-head", inner)
}

/// A correction that concerns the statement, in the editor's words.
fn corrected(correction: &Correction) -> Html {
    let when = el("b", "", list![txt(text::corrected(correction))]);
    ours("p", "ours gist", list![when, txt(" "), copied(&correction.what)])
}

/// The chain with each hop's part and description.
fn long_chain(page: &Page, statement: &Statement) -> Html {
    let dossier = &page.prepared.dossier;
    let cue = statement.cue.iter().map(|span| said(page, *span)).collect();
    let cue = attrs("i", list![at("class", "cue")], cue);
    let said = list![el("span", "hush", list![txt("source, cue: ")]), cue];
    let naming = statement.identification.kind.value.label().to_ascii_lowercase();
    let speakers = speaker_chips(page, statement, &Query::default());
    let mut items = list![el(
        "li",
        "",
        list![
            el("span", "role", said),
            el("span", "speakers", list![speakers]),
            el("span", "note", list![txt(naming)]),
        ],
    )];
    for hop in &statement.via {
        let what = dossier.actor(hop.actor).kind.value.label().to_ascii_lowercase();
        let role = hop.role.value.label();
        let is_inferred = statement.infers_hop(hop);
        items.push(long_hop(page, role, "chip relay", (hop.actor, is_inferred), what));
    }
    let published = text::day_text(dossier.article.published);
    let outlet = dossier.article.outlet;
    items.push(long_hop(page, "published by", "chip outlet-chip", (outlet, false), published));
    chain_list("chain chain-long", items)
}

fn long_hop(
    page: &Page,
    role: &'static str,
    class: &'static str,
    (actor, is_inferred): (ActorIx, bool),
    note: String,
) -> Html {
    let name = copied(&page.prepared.dossier.actor(actor).name.value);
    let inner = list![
        arrow(),
        el("span", "role", list![txt(role)]),
        link(class, page.actor(actor), list![name, inferred(is_inferred)]),
        el("span", "note", list![txt(note)]),
    ];
    el("li", "", inner)
}

fn figures(page: &Page, ix: StatementIx) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let line = |figure| {
        let it = dossier.figure(figure);
        let words = |span| el("span", "article-inline", list![copied(dossier.article.text(span))]);
        let number = link("", page.figure(figure), list![words(it.words)]);
        el("p", "facts", list![txt("Figure "), number, txt(" "), words(it.counted)])
    };
    dossier.figures_of(ix).map(line).collect()
}

/// A way to tell the annotator of an error. It carries the statement's link: its path below the
/// root, which a script completes where scripts run.
fn report(site: &Site, page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let id = dossier.statement(ix).id.as_str();
    let path = format!("{}/statements/{id}/", dossier.id);
    let contact = dossier.annotation.contact.as_deref().or(site.settings.contact.as_deref());
    let contact = contact.unwrap_or_default();
    if contact.starts_with("http") {
        let link = link("", contact.to_owned().into(), list![txt("Report it")]);
        let path = attrs("code", list![at("data-path", path.clone())], list![txt(path)]);
        return el("p", "more", list![txt("An error? "), link, txt(", with this link: "), path]);
    }
    let subject = text::mail_part(&format!("{}: an error in statement {id}", text::NAME));
    let ask = "What is wrong, and the article’s words that show it:";
    let body = text::mail_part(&format!("{path}\n\n{ask}\n"));
    let href = format!("mailto:{contact}?subject={subject}&body={body}");
    let attributes = list![at("href", href), at("data-path", text::mail_part(&path))];
    let link = attrs("a", attributes, list![txt("Report it by mail")]);
    el(
        "p",
        "more",
        list![txt("An error? "), link, txt("; the mail carries this statement’s link.")],
    )
}

/// A statement in a list of others.
pub fn mini(page: &Page, ix: StatementIx) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    let by = text::attribution(&prepared.dossier, statement);
    let inner = list![
        shown_number(ix),
        el("span", "mini-head", list![kind_mark(statement.kind.value), txt(", "), txt(by)]),
        article_words(prepared, "span", "mini-words", told_words(prepared, statement)),
    ];
    item(ix.index(), "", link("mini", page.statement(ix), inner))
}

fn shown_number(ix: StatementIx) -> Html {
    let attributes = list![at("class", "number"), at("aria-hidden", "true")];
    attrs("span", attributes, list![txt((ix.index() + 1).to_string())])
}

fn is_related(page: &Page, ix: StatementIx, other: StatementIx) -> bool {
    page.prepared.dossier.relations.iter().any(|relation| relation.other(ix) == Some(other))
}

fn same_source(page: &Page, ix: StatementIx) -> Html {
    let joint = page.prepared.dossier.statement(ix).is_joint();
    let name = if joint { "Also by these speakers" } else { "Also by this source" };
    let found = others(page, ix, |s| has_speakers_of(page, ix, s));
    minis(page, "h-source".into(), list![txt(name)], found)
}

/// Other sources on the same topics; the same source stands above already.
fn same_topics(page: &Page, ix: StatementIx) -> Vec<Html> {
    let dossier = &page.prepared.dossier;
    let section = |topic: &crate::model::Topic, found| {
        let href = page.narrowed(Collection::Statements, Facet::Topic, topic.id.as_str());
        let title = list![txt("More on "), link("", href, list![copied(&topic.label)])];
        minis(page, format!("h-topic-{}", topic.id).into(), title, found)
    };
    let topics = dossier.statement(ix).topics.iter().map(|topic| {
        let on = |s: &Statement| s.topics.iter().any(|t| t.value == topic.value);
        let found = others(page, ix, |s| on(s) && !has_speakers_of(page, ix, s));
        section(dossier.topic(topic.value), found)
    });
    topics.collect()
}

fn has_speakers_of(page: &Page, ix: StatementIx, other: &Statement) -> bool {
    let own = &page.prepared.dossier.statement(ix).speakers;
    own.len() == other.speakers.len() && own.iter().all(|speaker| other.is_by(speaker.value))
}

fn others(page: &Page, ix: StatementIx, is: impl Fn(&Statement) -> bool) -> Vec<StatementIx> {
    let dossier = &page.prepared.dossier;
    (0..dossier.statements.len())
        .map(StatementIx::from)
        .filter(|other| *other != ix && is(dossier.statement(*other)))
        .filter(|other| !is_related(page, ix, *other))
        .collect()
}

fn minis(page: &Page, id: AttrValue, title: Vec<Html>, found: Vec<StatementIx>) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    let list = el("ul", "", found.into_iter().map(|ix| mini(page, ix)).collect());
    section(id, "", title, list![list])
}

/// The statements before and after, in article order.
fn steps(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let step = |other: StatementIx, name: &'static str, class: &'static str| {
        let statement = dossier.statement(other);
        let words = list![
            el("small", "", list![txt(name)]),
            txt(" "),
            kind_mark(statement.kind.value),
            txt(", by "),
            txt(text::speakers(dossier, statement)),
        ];
        link(class, page.statement(other), list![shown_number(other), el("span", "", words)])
    };
    let mut steps = Vec::new();
    if let Some(before) = ix.index().checked_sub(1) {
        steps.push(step(before.into(), "Previous", "step back"));
    }
    if ix.index() + 1 < dossier.statements.len() {
        steps.push(step((ix.index() + 1).into(), "Next", "step on"));
    }
    let label = at("aria-label", "Statements in article order");
    attrs("nav", list![at("class", "steps"), label], steps)
}
