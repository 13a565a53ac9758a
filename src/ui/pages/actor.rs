//! One actor: what it is, on what basis, and the statements it makes, passes on and is spoken of in.

use super::statement::mini;
use crate::model::{Actor, ActorIx, Basis, Statement, StatementIx};
use crate::query::Collection;
use crate::ui::actor_card::{actor_counts, what};
use crate::ui::icon::{Icon, icon};
use crate::ui::page::Page;
use crate::ui::text::{self, Label};
use crate::ui::words::evidence_words;
use yew::prelude::*;

/// The page of an actor.
pub fn actor_page(page: &Page, ix: ActorIx) -> Html {
    let dossier = &page.prepared.dossier;
    let actor = dossier.actor(ix);
    let unnamed = page.prepared.is_unnamed(ix).then_some("unnamed");
    html! {
        <article class="one">
            <header class="one-head">
                <p class="crumb"><a href={page.list(Collection::Actors)}>{ "Actors: " }{ dossier.title.to_string() }</a></p>
                <h1 id="title" tabindex="-1"><span class={classes!("chip", "large", unnamed)}>{ actor.name.value.to_string() }</span></h1>
                <p class="what">{ what(page, ix, actor) }</p>
                if let Some(note) = &actor.note {
                    <p class="ours gist">{ icon(Icon::Pen) }{ " " }{ note.to_string() }</p>
                }
                { actor_counts(page, ix) }
            </header>
            <section class="one-evidence" aria-labelledby="h-evidence">
                <h2 id="h-evidence">{ "What this rests on" }</h2>
                { basis_table(page, actor) }
            </section>
            <div class="one-more">
                { statements(page, "h-speaks", "Speaks in", |s| s.is_by(ix)) }
                { statements(page, "h-relays", "Passes on", |s| s.is_via(ix)) }
                { statements(page, "h-about", "Spoken of in", |s| s.is_about(ix)) }
            </div>
        </article>
    }
}

fn basis_table(page: &Page, actor: &Actor) -> Html {
    let dossier = &page.prepared.dossier;
    let mut rows = vec![row(page, "Name", actor.name.value.to_string(), &actor.name.basis, true)];
    for alias in &actor.aliases {
        rows.push(row(page, "Also", alias.value.to_string(), &alias.basis, true));
    }
    rows.push(row(page, "What it is", actor.kind.value.label().to_owned(), &actor.kind.basis, false));
    for role in &actor.roles {
        rows.push(row(page, "Part", role.value.label().to_owned(), &role.basis, false));
    }
    if let Some(party) = &actor.party {
        let (label, name) = (party.basis.value.label(), &dossier.actor(party.actor).name.value);
        let reading = if party.actor == dossier.find_actor(actor.id.as_str()).unwrap_or(party.actor) {
            "A party of its own".to_owned()
        } else {
            format!("{label} {name}")
        };
        rows.push(row(page, "Account of", reading, &party.basis.basis, false));
    }
    html! {
        <table class="fields">
            <thead><tr><th scope="col">{ "Field" }</th><th scope="col">{ "Reading" }</th><th scope="col">{ "The article’s words for it" }</th></tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// A row. A name that needs neither words nor note stands in the text itself.
fn row(page: &Page, name: &'static str, reading: String, basis: &Basis, is_name: bool) -> Html {
    let bare = if is_name { "As it stands in the text" } else { text::OUR_READING };
    let note = basis.note.as_deref().or(basis.evidence.is_empty().then_some(bare));
    html! {
        <tr>
            <th scope="row">{ name }</th>
            <td>{ reading }</td>
            <td>
                if let Some(first) = basis.evidence.first() {
                    { evidence_words(&page.prepared, &basis.evidence) }{ " " }
                    <span class="where">{ text::paragraph(first.unit).to_ascii_lowercase() }</span>
                }
                if let Some(note) = note {
                    <span class="ours note">{ icon(Icon::Pen) }{ " " }{ note.to_owned() }</span>
                }
            </td>
        </tr>
    }
}

fn statements(page: &Page, id: &'static str, title: &'static str, is: impl Fn(&Statement) -> bool) -> Html {
    let dossier = &page.prepared.dossier;
    let found: Vec<StatementIx> = (0..dossier.statements.len())
        .map(StatementIx::from)
        .filter(|ix| is(dossier.statement(*ix)))
        .collect();
    if found.is_empty() {
        return Html::default();
    }
    let said = text::count(found.len(), "statement", "statements");
    html! {
        <section aria-labelledby={id}>
            <h2 {id}>{ format!("{title} {said}") }</h2>
            <ul>{ for found.into_iter().map(|ix| mini(page, ix)) }</ul>
        </section>
    }
}
