//! The page of an actor: its kind, role and side with their evidence, and the statements that it
//! makes, passes on or appears in.

use super::evidence_table::{Row, based, joined, noted, reading, row, table};
use super::mini::{minis, minis_with};
use crate::model::{Actor, ActorIx, ActorLinks, Basis, LinkCount};
use crate::query::{Collection, Facet, View};
use crate::route::Route;
use crate::text::static_pages::actor as words;
use crate::text::{self, Label};
use crate::ui::cards::actor::{actor_counts, what};
use crate::ui::el::txt;
use crate::ui::page::Page;
use yew::prelude::*;

/// Maximum number of other actors in a group of bars.
const MAX_BARS: usize = 24;
/// Maximum number of squares drawn. More could not be counted by eye.
const MAX_SQUARES: usize = 24;

/// Renders the page of an actor.
pub fn actor_page(page: &Page, ix: ActorIx) -> Html {
    let actor = page.prepared.dossier.actor(ix);
    html! {
        <>
            <div class="crumb">
                <a href={page.list(Collection::Actors)}>
                    { words::all_actors(page.prepared.dossier.actors.len()) }
                </a>
            </div>
            <article class="one of-actor">
                <div class="one-part">
                    { head(page, ix, actor) }
                    { glance(page, ix) }
                    <div class="one-more">{ for statements(page, ix, &actor.name.value) }</div>
                </div>
                <section aria-labelledby="h-evidence" class="one-evidence">
                    <h2 id="h-evidence">{ words::EVIDENCE }</h2>
                    { basis_table(page, ix, actor) }
                </section>
            </article>
        </>
    }
}

/// Renders the statements that the actor makes, passes on, and that are about it.
fn statements(page: &Page, ix: ActorIx, name: &str) -> [Html; 3] {
    let dossier = &page.prepared.dossier;
    let (made, passed_on, about) =
        (dossier.statements_by(ix), dossier.statements_via(ix), dossier.statements_about(ix));
    let remark = |statement| {
        let is_unclear = dossier.is_about_unclear(dossier.statement(statement), ix);
        is_unclear.then_some(text::UNCLEAR)
    };
    let by = txt(words::statements_by(made.len(), name));
    let via = txt(words::statements_passed_on(passed_on.len(), name));
    let on = txt(words::statements_about(about.len(), name));
    let id = dossier.actor(ix).id.as_str();
    let all = |facet| page.narrowed(Collection::Statements, facet, id);
    [
        minis(page, ("h-speaks", all(Facet::Speaker)), by, made),
        minis(page, ("h-relays", all(Facet::Via)), via, passed_on),
        minis_with(page, ("h-about", all(Facet::About)), on, about, remark),
    ]
}

fn head(page: &Page, ix: ActorIx, actor: &Actor) -> Html {
    let unnamed = page.prepared.is_unnamed(ix);
    let class = if unnamed { "chip large unnamed" } else { "chip large" };
    let note = actor.note.as_ref().map(|note| noted("p", note.to_string()));
    html! {
        <header class="one-head">
            <h1 id="title" tabindex="-1"><span {class}>{ actor.name.value.to_string() }</span></h1>
            <p class="what">{ for what(page, ix, actor) }</p>
            { for note }
            { actor_counts(page, ix) }
        </header>
    }
}

fn basis_table(page: &Page, ix: ActorIx, actor: &Actor) -> Html {
    let mut rows = vec![name(words::NAME, &actor.name.value, &actor.name.basis)];
    rows.extend(actor.aliases.iter().map(|a| name(words::ALIAS, &a.value, &a.basis)));
    rows.push(reading(words::TYPE, actor.kind.value.label(), &actor.kind.basis));
    rows.extend(actor.roles.iter().map(|role| {
        let is_unclear = page.prepared.dossier.is_voice_unclear(&role.basis.evidence);
        let remark = if is_unclear { text::UNCLEAR } else { "" };
        reading(words::ROLE, &[role.value.label(), remark].concat(), &role.basis)
    }));
    if let Some(party) = &actor.party {
        let side = if party.actor == ix {
            txt(words::OWN_SIDE)
        } else {
            let name = page.prepared.dossier.actor(party.actor).name.value.to_string();
            html! {
                <>
                    { party.basis.value.label() }
                    { " " }
                    <a href={page.actor(party.actor)}>{ name }</a>
                </>
            }
        };
        rows.push(based(words::SIDE, side, &party.basis.basis));
    }
    table(page, vec![(None, joined(rows))], false)
}

/// Renders the actor's part in numbers: who passed its statements on, whose statements it passed
/// on, and who talks about it; the most frequent first.
fn glance(page: &Page, ix: ActorIx) -> Html {
    let links = ActorLinks::of(&page.prepared.dossier, ix);
    let groups = [
        (words::PASSED_ON_BY, Facet::Speaker, Facet::Via, links.relayed_by),
        (words::PASSES_ON, Facet::Via, Facet::Speaker, links.relays),
        (words::TALKED_ABOUT_BY, Facet::About, Facet::Speaker, links.discussed_by),
    ];
    let groups: Vec<Html> = (groups.into_iter())
        .filter(|(.., links)| !links.is_empty())
        .map(|(title, own, other, links)| {
            let rows = links.iter().take(MAX_BARS).map(|link| bar(page, (own, ix), other, link));
            let more = links.len().saturating_sub(MAX_BARS);
            html! {
                <div>
                    <h3>{ title }</h3>
                    <ol>{ for rows }</ol>
                    if more > 0 {
                        <p>{ words::and_others(more) }</p>
                    }
                </div>
            }
        })
        .collect();
    if groups.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="h-glance" class="glance">
            <h2 id="h-glance">{ words::AT_A_GLANCE }</h2>
            { for groups }
        </section>
    }
}

/// Renders another actor with a bar that links to the statements that it shares with the actor of
/// the page.
fn bar(page: &Page, (own, ix): (Facet, ActorIx), other: Facet, link: &LinkCount) -> Html {
    let dossier = &page.prepared.dossier;
    let actor = dossier.actor(link.actor);
    let view =
        View::default().with(own, dossier.actor(ix).id.as_str()).with(other, actor.id.as_str());
    let href = Route::Statements(dossier.id.clone()).href_with(page.root, &view);
    let class = if page.prepared.is_unnamed(link.actor) { "chip unnamed" } else { "chip" };
    html! {
        <li>
            <a href={page.actor(link.actor)} {class}>{ actor.name.value.to_string() }</a>
            <a {href} class="bar-link">
                <b>{ text::statements_with_readings(link.statements, link.inferred, link.unclear) }</b>
                { squares(link.statements) }
            </a>
        </li>
    }
}

/// Renders one square for each statement, up to [`MAX_SQUARES`].
fn squares(count: usize) -> Html {
    let count = count.min(MAX_SQUARES);
    let squares = (0..count).map(|place| {
        html! { <rect x={(place * 10 + 1).to_string()} y="1" width="7" height="7" /> }
    });
    let width = (count * 10).to_string();
    html! {
        <svg class="tally-bar" viewBox={format!("0 0 {width} 9")} {width} height="9" aria-hidden="true">
            { for squares }
        </svg>
    }
}

/// Returns a row for a name. A name with neither evidence nor a note is in the text as it is.
fn name(field: &'static str, name: &str, basis: &Basis) -> Row {
    let note = basis.note.as_deref();
    let note = note.or(basis.evidence.is_empty().then_some(words::AS_IN_TEXT));
    row(field, txt(name.to_owned()), &basis.evidence, note)
}
