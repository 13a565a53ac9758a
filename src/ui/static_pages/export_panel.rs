//! The panel with which a reader shares, cites or embeds a statement: its link, its words with
//! their attribution, citations, and the code that shows it on another site.
//!
//! Everything in it is text that can be selected; a script adds buttons that copy.

use super::about_dossier::FILES_ID;
use super::embed::frame_code;
use super::file_links::{dossier_file, listing_name, separated};
use crate::export::{Source, cited};
use crate::format::Format;
use crate::model::{Citations, StatementIx};
use crate::route::Route;
use crate::site::Site;
use crate::text;
use crate::text::static_pages::export_panel as words;
use crate::ui::page::Page;
use yew::prelude::*;

/// The id of the panel. It is part of published links, so it never changes.
pub const PANEL_ID: &str = "take";

/// The id of the link to the statement, which other buttons of the page copy too.
pub const LINK_ID: &str = "export-link";

/// Renders the panel of a statement's page.
pub fn export_panel(site: &Site, page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let source = Source {
        prepared: &page.prepared,
        site: &site.name,
        base: site.settings.address.as_deref().unwrap_or_default(),
    };
    let address = Address::of(site, page, ix);
    let cited = cited(&source, ix);
    let share = html! {
        <button class="button small" hidden=true
            data-share={text::attribution(dossier, dossier.statement(ix))}>
            { words::SHARE }
        </button>
    };
    let stop = if cited.attributed.ends_with(['.', '!', '?', '"', '”']) { " " } else { ". " };
    let said = html! { <>{ cited.attributed.clone() }{ stop }{ address.linked() }</> };
    let citations = cited.styled().into_iter().map(|(style, text)| {
        row(style, None, address.completed(&text), copy(words::copy_citation(style)))
    });
    let of_each = site.settings.files.citations == Citations::Statement;
    let managers = if of_each { words::REFERENCE_MANAGERS } else { words::REFERENCES_OF_ALL };
    let files = Format::ALL.into_iter().filter_map(|format| {
        let own = format.citation_file()?;
        let (href, download) = if of_each {
            (format!("{}{own}", page.statement(ix)), file_name(page, ix, format))
        } else {
            dossier_file(page, &listing_name(format))
        };
        Some(html! { <a {href} {download}>{ text::format_name(format) }</a> })
    });
    // A site in a single file has no page that a frame could show.
    let has_embed = site.settings.files.embeds && (address.is_known || !site.in_one_file);
    let embed = has_embed.then(|| {
        let code = frame_code(dossier, dossier.statement(ix), &address.link);
        let code = html! { <code>{ address.completed(&code) }</code> };
        row(words::EMBED, Some("export-embed"), code, copy(words::COPY_EMBED.to_owned()))
    });
    let link_buttons = html! { <>{ copy(words::COPY_LINK.to_owned()) }{ share }</> };
    let copy_said = copy(words::COPY_WITH_ATTRIBUTION.to_owned());
    let files_of_all =
        format!("{}#{FILES_ID}", Route::AboutDossier(dossier.id.clone()).href(page.root));
    html! {
        <details class="export unfolds" id={PANEL_ID}>
            <summary><h2>{ words::SUMMARY }</h2></summary>
            <dl>
                { row(words::LINK, Some(LINK_ID), address.linked(), link_buttons) }
                { row(words::WITH_ATTRIBUTION, Some("export-said"), said, copy_said) }
                { for citations }
                { row(managers, Some("export-files"), separated(files), Html::default()) }
                { for embed }
            </dl>
            <p class="more"><a href={files_of_all}>{ words::ALL_FILES }</a></p>
        </details>
    }
}

/// The address of a statement's page: complete if the site knows its own address, otherwise the
/// path, which a script completes with the address in the reader's browser.
pub struct Address {
    link: String,
    is_known: bool,
}

impl Address {
    /// Returns the address of a statement's page.
    pub fn of(site: &Site, page: &Page, ix: StatementIx) -> Self {
        let base = site.settings.address.as_deref();
        let source =
            Source { prepared: &page.prepared, site: &site.name, base: base.unwrap_or_default() };
        Self { link: source.statement(ix), is_known: base.is_some() }
    }

    /// Renders the address as text.
    pub fn shown(&self) -> Html {
        self.completed(&self.link)
    }

    fn linked(&self) -> Html {
        let link = self.link.clone();
        if self.is_known {
            html! { <a href={link.clone()}>{ link }</a> }
        } else {
            html! { <a href="./" data-here="">{ link }</a> }
        }
    }

    /// Renders a text that contains the address, which a script can complete.
    fn completed(&self, text: &str) -> Html {
        if self.is_known {
            return html! { { text.to_owned() } };
        }
        let parts = text.split(&self.link).enumerate().map(|(position, part)| {
            html! {
                <>
                    if position > 0 {
                        <span data-here="">{ self.link.clone() }</span>
                    }
                    { part.to_owned() }
                </>
            }
        });
        parts.collect()
    }
}

/// Renders a text that can be selected, and the buttons that copy it.
fn row(name: &'static str, id: Option<&'static str>, text: Html, buttons: Html) -> Html {
    html! {
        <div>
            <dt>{ name }</dt>
            <dd><span {id} class="export-text">{ text }</span>{ buttons }</dd>
        </div>
    }
}

/// Renders a button that copies the text before it.
fn copy(label: String) -> Html {
    html! { <button data-copy="" aria-label={label} class="button small">{ words::COPY }</button> }
}

/// Returns the name under which a citation is saved: `shafaq-2026-01-06-focus-of-israel.bib`.
fn file_name(page: &Page, ix: StatementIx, format: Format) -> String {
    let dossier = &page.prepared.dossier;
    format!("{}-{}.{}", dossier.id, dossier.statement(ix).id, format.extension())
}
