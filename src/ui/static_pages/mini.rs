//! A statement as a short entry in a list of others.

use super::quoted_words::words_alone;
use crate::model::StatementIx;
use crate::text;
use crate::text::static_pages::statement::{self as words, HeadSlot};
use crate::ui::article::words::article_words;
use crate::ui::page::Page;
use crate::ui::parts::marks::kind_mark;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Renders a statement in a list of others.
pub fn mini(page: &Page, ix: StatementIx) -> Html {
    mini_with(page, ix, None)
}

/// Renders a statement in a list of others on the page of a statement. If its attribution is the
/// same, it is repeated only for screen readers.
pub fn mini_beside(page: &Page, of: StatementIx, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    let attribution = |statement| text::attribution(dossier, statement);
    if attribution(statement) != attribution(dossier.statement(of)) {
        return entry(page, ix, full_head(page, ix));
    }
    let by = text::by_source(dossier, statement);
    let head = html! { <>{ kind_mark(statement.kind.value) }<span class="hush">{ by }</span></> };
    entry(page, ix, head)
}

/// Renders a statement in a list of others, with a remark after its source.
fn mini_with(page: &Page, ix: StatementIx, remark: Option<&'static str>) -> Html {
    entry(page, ix, html! { <>{ full_head(page, ix) }{ remark.unwrap_or_default() }</> })
}

/// Renders the type and the attribution of a statement.
fn full_head(page: &Page, ix: StatementIx) -> Html {
    let dossier = &page.prepared.dossier;
    let statement = dossier.statement(ix);
    filled(words::head(dossier, statement), |slot| match slot {
        HeadSlot::Type => kind_mark(statement.kind.value),
        HeadSlot::Attribution(attribution) => html! { { attribution } },
    })
}

fn entry(page: &Page, ix: StatementIx, head: Html) -> Html {
    let prepared = &page.prepared;
    let said = words_alone(prepared, prepared.dossier.statement(ix));
    html! {
        <li key={ix.index()}>
            <a href={page.statement(ix)} class="mini">
                <span class="number" aria-hidden="true">{ ix.index() + 1 }</span>
                <span class="mini-head">
                    <span class="hush">{ words::spoken_number(ix) }</span>
                    { head }
                    <span class="hush">{ words::COLON }</span>
                </span>
                { article_words(prepared, "span", "mini-words", said) }
            </a>
        </li>
    }
}

/// Maximum number of statements that a section lists. The link below it leads to all.
const MAX_SHOWN: usize = 100;

/// Renders a section with a list of statements, given by their positions, or nothing for an empty list.
/// The section has an id, and a link to all statements in case it shows only the first.
pub fn minis(
    page: &Page,
    (id, all): (&'static str, AttrValue),
    title: Html,
    found: &[u32],
) -> Html {
    minis_with(page, (id, all), title, found, |_| None)
}

/// Like `minis`, with a remark on some of the statements.
pub fn minis_with(
    page: &Page,
    (id, all): (&'static str, AttrValue),
    title: Html,
    found: &[u32],
    remark: impl Fn(StatementIx) -> Option<&'static str>,
) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    let shown = found.iter().take(MAX_SHOWN).map(|at| StatementIx(*at));
    html! {
        <section aria-labelledby={id}>
            <h2 {id}>{ title }</h2>
            <ul>{ for shown.map(|ix| mini_with(page, ix, remark(ix))) }</ul>
            if found.len() > MAX_SHOWN {
                <p class="more"><a href={all}>{ words::all_in_list(found.len()) }</a></p>
            }
        </section>
    }
}
