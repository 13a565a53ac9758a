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

/// Renders a section with a list of statements, or nothing for an empty list.
pub fn minis(page: &Page, id: AttrValue, title: Html, found: Vec<StatementIx>) -> Html {
    minis_with(page, id, title, found, |_| None)
}

/// Like `minis`, with a remark on some of the statements.
pub fn minis_with(
    page: &Page,
    id: AttrValue,
    title: Html,
    found: Vec<StatementIx>,
    remark: impl Fn(StatementIx) -> Option<&'static str>,
) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby={id.clone()}>
            <h2 {id}>{ title }</h2>
            <ul>{ for found.into_iter().map(|ix| mini_with(page, ix, remark(ix))) }</ul>
        </section>
    }
}
