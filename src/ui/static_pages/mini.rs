//! A statement as a short entry in a list of others.

use super::quoted_words::words_alone;
use crate::model::{Statement, StatementIx};
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

/// Renders a statement in a list of others, with a remark after its source.
fn mini_with(page: &Page, ix: StatementIx, remark: Option<&'static str>) -> Html {
    let prepared = &page.prepared;
    let statement = prepared.dossier.statement(ix);
    let line = filled(words::head(&prepared.dossier, statement), |slot| match slot {
        HeadSlot::Type => kind_mark(statement.kind.value),
        HeadSlot::Attribution(attribution) => html! { { attribution } },
    });
    html! {
        <li key={ix.index()}>
            <a href={page.statement(ix)} class="mini">
                { shown_number(ix) }
                <span class="mini-head">
                    { line }
                    { remark.unwrap_or_default() }
                    <span class="hush">{ ": " }</span>
                </span>
                { article_words(prepared, "span", "mini-words", words_alone(prepared, statement)) }
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

/// Renders the number of a statement beside words that name it.
pub fn shown_number(ix: StatementIx) -> Html {
    html! { <span class="number" aria-hidden="true">{ ix.index() + 1 }</span> }
}

/// Returns the other statements that meet a condition, without those that a relation links to this
/// one.
pub fn others(page: &Page, ix: StatementIx, is: impl Fn(&Statement) -> bool) -> Vec<StatementIx> {
    let dossier = &page.prepared.dossier;
    let is_related =
        |other| dossier.relations.iter().any(|relation| relation.other(ix) == Some(other));
    (0..dossier.statements.len())
        .map(StatementIx::from)
        .filter(|other| *other != ix && is(dossier.statement(*other)))
        .filter(|other| !is_related(*other))
        .collect()
}

/// Returns true if a statement has the same speakers as that of the page.
pub fn has_speakers_of(page: &Page, ix: StatementIx, other: &Statement) -> bool {
    let own = &page.prepared.dossier.statement(ix).speakers;
    own.len() == other.speakers.len() && own.iter().all(|speaker| other.is_by(speaker.value))
}
