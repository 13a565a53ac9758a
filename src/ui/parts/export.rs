//! What a reader takes away from a statement: its link, its words with their attribution, citations,
//! and the code that shows it on another site.
//!
//! All of it can be selected and copied by hand; a script adds buttons.

use crate::export::{Source, cited};
use crate::format::Format;
use crate::model::StatementIx;
use crate::query::Collection;
use crate::route::Route;
use crate::site::Site;
use crate::text;
use crate::ui::el::{at, attrs, copied, el, list, txt};
use crate::ui::page::Page;
use yew::prelude::*;

/// The id of the section. It is part of published links, so it never changes.
const EXPORT_ID: &str = "take";

/// The part of a statement's page.
pub fn export(site: &Site, page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let source = Source {
        prepared: &page.prepared,
        base: site.settings.address.as_deref().unwrap_or_default(),
    };
    let address = Address { link: source.statement(ix), is_known: site.settings.address.is_some() };
    let cited = cited(&source, ix);
    let share = list![
        at("type", "button"),
        at("class", "button small"),
        at("data-share", text::attribution(dossier, statement)),
        at("hidden", ""),
    ];
    let stop = if cited.attributed.ends_with(['.', '!', '?', '"', '”']) { " " } else { ". " };
    let said = list![copied(&cited.attributed), txt(stop), address.linked()];
    let mut rows = list![
        row(
            "Link",
            "export-link",
            list![address.linked()],
            list![copy("export-link", "link"), attrs("button", share, list![txt("Share…")]),]
        ),
        row(
            "With attribution",
            "export-said",
            said,
            list![copy("export-said", "text with attribution")]
        ),
    ];
    for (position, (name, text)) in cited.styled().into_iter().enumerate() {
        let id = format!("export-cite-{position}");
        let what = format!("citation, {name}");
        rows.push(row(name, &id, address.completed(&text), list![copy(&id, &what)]));
    }
    rows.push(row("For reference managers", "export-files", citation_files(page, ix), Vec::new()));
    // One file alone has no page for a frame: only a published one can be shown elsewhere.
    if address.is_known || !site.in_one_file {
        let code = embed_code(page, ix, &address);
        let code = el("code", "", address.completed(&code));
        let buttons = list![copy("export-embed", "code to embed")];
        rows.push(row("Embed", "export-embed", list![code], buttons));
    }
    let all = list![txt("The whole dossier: "), all_files(page)];
    let inner = list![
        el("summary", "", list![txt("Share, cite, embed")]),
        el("dl", "", rows),
        el("p", "more", all),
        attrs(
            "p",
            list![at("class", "hush"), at("role", "status"), at("id", "export-status")],
            Vec::new()
        ),
    ];
    attrs("details", list![at("class", "export"), at("id", EXPORT_ID)], inner)
}

/// Where a statement is read: whole where the public address is known, else the path, which a script
/// completes by where the reader is.
struct Address {
    link: String,
    is_known: bool,
}

impl Address {
    fn linked(&self) -> Html {
        let mut attributes =
            list![at("href", if self.is_known { self.link.clone() } else { "./".to_owned() })];
        if !self.is_known {
            attributes.push(at("data-here", ""));
        }
        attrs("a", attributes, list![copied(&self.link)])
    }

    /// A text in which the address stands, as a text that can be completed.
    fn completed(&self, text: &str) -> Vec<Html> {
        if self.is_known {
            return list![copied(text)];
        }
        let mut parts = Vec::new();
        for (position, part) in text.split(&self.link).enumerate() {
            if position > 0 {
                parts.push(attrs("span", list![at("data-here", "")], list![copied(&self.link)]));
            }
            parts.push(copied(part));
        }
        parts
    }
}

fn row(name: &'static str, id: &str, inner: Vec<Html>, buttons: Vec<Html>) -> Html {
    let text = attrs("span", list![at("id", id.to_owned()), at("class", "export-text")], inner);
    let mut parts = list![text];
    if !buttons.is_empty() {
        parts.push(el("span", "export-buttons needs-script", buttons));
    }
    el("div", "", list![el("dt", "", list![txt(name)]), el("dd", "", parts)])
}

fn copy(id: &str, what: &str) -> Html {
    let attributes = list![
        at("type", "button"),
        at("class", "button small"),
        at("data-copy", id.to_owned()),
        at("aria-label", format!("Copy {what}")),
    ];
    attrs("button", attributes, list![txt("Copy")])
}

/// Links to the files that cite a statement, each in a format for reference managers.
fn citation_files(page: &Page, ix: StatementIx) -> Vec<Html> {
    let link = |format: Format| {
        let file = format.citation_file()?;
        let attributes = list![
            at("href", format!("{}{file}", page.statement(ix))),
            at("download", file_name(page, ix, format)),
        ];
        Some(attrs("a", attributes, list![txt(text::format_name(format))]))
    };
    separated(Format::ALL.into_iter().filter_map(link))
}

/// Links with commas between them.
fn separated(links: impl Iterator<Item = Html>) -> Vec<Html> {
    let mut parts = Vec::new();
    for link in links {
        if !parts.is_empty() {
            parts.push(txt(", "));
        }
        parts.push(link);
    }
    parts
}

/// The name under which a citation is saved: `shafaq-2026-01-06-focus-of-israel.bib`.
fn file_name(page: &Page, ix: StatementIx, format: Format) -> String {
    let dossier = &page.prepared.dossier;
    format!("{}-{}.{}", dossier.id, dossier.statement(ix).id, format.extension())
}

/// The code for another site's page. The height is a guess from how much there is to read.
fn embed_code(page: &Page, ix: StatementIx, address: &Address) -> String {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    const LETTERS_IN_A_LINE: usize = 44;
    let letters = cited_letters(page, ix);
    let height = 260 + 28 * (letters / LETTERS_IN_A_LINE + 1);
    let title = text::capital(&text::named(dossier, statement))
        .replace('&', "&amp;")
        .replace('"', "&quot;");
    format!(
        "<iframe src=\"{}embed/\" title=\"{title}\" width=\"100%\" height=\"{height}\" \
         loading=\"lazy\" style=\"border: 1px solid #d3d8dc\"></iframe>",
        address.link
    )
}

fn cited_letters(page: &Page, ix: StatementIx) -> usize {
    let statement = page.prepared.dossier.statement(ix);
    let spans = statement.source.own_words().iter().chain(&statement.cue).chain(&statement.content);
    spans.map(|span| span.len() as usize).sum()
}

/// The files that hold a whole dossier for machines.
pub fn all_files(page: &Page) -> Html {
    let dossier = &page.prepared.dossier;
    let folder = Route::Statements(dossier.id.clone()).href(page.root);
    let collection = Collection::Statements;
    let exports = Format::of(collection).map(|format| {
        let file = format!("{}.{}", collection.code(), format.extension());
        (file, text::format_name(format))
    });
    let others =
        [("annotations.jsonld", "Web Annotations"), ("dossier.json", "all fields as JSON")];
    let others = others.map(|(file, label)| (file.to_owned(), label));
    let link = |(file, label): (String, &'static str)| {
        let attributes = list![
            at("href", format!("{folder}{file}")),
            at("download", format!("{}-{file}", dossier.id))
        ];
        attrs("a", attributes, list![txt(label)])
    };
    el("span", "", separated(exports.chain(others).map(link)))
}
