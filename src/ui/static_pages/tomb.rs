//! The page for a published address whose id no longer exists: what happened to it, when and why,
//! and what replaced it.

use super::archive_rows::title_attributes;
use super::mini::mini;
use crate::model::{IdKind, StatementIx};
use crate::query::Collection;
use crate::route::Route;
use crate::site::{Site, Step, Tomb};
use crate::text::{self, ReplacedSlot, TargetSlot};
use crate::ui::cards::actor::what;
use crate::ui::el::copied;
use crate::ui::icon::sprite;
use crate::ui::page::Page;
use crate::ui::parts::marks::ours;
use crate::ui::parts::references::said;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Renders the page of a tomb, or a short version of it for a frame on another site.
pub fn tomb_page(site: &Site, route: &Route, tomb: &Tomb<'_>) -> Html {
    let replaced_by = replaced_by(site, route, tomb);
    let story = html! {
        <>
            <h1 id="title" tabindex="-1">{ text::tomb_heading(tomb) }</h1>
            <p class="gist">{ text::tomb_named(tomb) }</p>
            { for tomb.steps.iter().map(step) }
        </>
    };
    if matches!(route, Route::Embed(..)) {
        return html! {
            <main class="embed">
                { sprite() }
                <article>{ story }{ replaced_by }</article>
            </main>
        };
    }
    html! {
        <>
            <div class="crumb">{ back_link(site, route, tomb) }</div>
            <article class="one">
                <div class="one-part">
                    <header class="one-head">
                        { story }
                        <p class="gist">{ text::NO_REDIRECT }</p>
                    </header>
                    <div class="one-more">{ replaced_by }</div>
                </div>
            </article>
        </>
    }
}

/// Renders a step of what happened, and the reason in the editor's words.
fn step(step: &Step<'_>) -> Html {
    html! {
        <>
            <p class="gist">{ text::tomb_step(step) }</p>
            { ours("p", "ours gist", vec![copied(&step.gone.why)]) }
        </>
    }
}

/// Renders the link to the list that contained it, or to the home page if its dossier no longer
/// exists.
fn back_link(site: &Site, route: &Route, tomb: &Tomb<'_>) -> Html {
    let root = site.root(route);
    let Some(entry) = route.dossier().and_then(|id| site.entry(id)) else {
        return html! { <a href={Route::Archive.href(root)}>{ text::HOME_PAGE }</a> };
    };
    let collection = match tomb.kind {
        Some(IdKind::Actor) => Collection::Actors,
        Some(IdKind::Figure) => Collection::Figures,
        _ => Collection::Statements,
    };
    let list = Route::list(entry.id.clone(), collection).href(root);
    let (lang, dir) = title_attributes(entry);
    html! { <a href={list} {lang} {dir}>{ entry.title.clone() }</a> }
}

/// Renders the pages that replaced it.
fn replaced_by(site: &Site, route: &Route, tomb: &Tomb<'_>) -> Html {
    let items: Vec<Html> = (tomb.leads_to.iter())
        .filter_map(|target| match site.dossier_of(target) {
            Some(prepared) => {
                let page = Page { prepared: prepared.clone(), root: site.root(route) };
                target_item(&page, target).or_else(|| titled_item(site, route, target))
            }
            None => titled_item(site, route, target),
        })
        .collect();
    if items.is_empty() {
        return html! { <p>{ text::NOT_REPLACED }</p> };
    }
    html! {
        <section aria-labelledby="h-now">
            <h2 id="h-now">{ text::REPLACED_BY }</h2>
            <ul>{ for items }</ul>
        </section>
    }
}

/// Renders a page that replaced something, by the title of its dossier.
fn titled_item(site: &Site, route: &Route, target: &Route) -> Option<Html> {
    let entry = site.entry(target.dossier()?)?;
    let name = filled(text::tomb_target(target), |slot| match slot {
        ReplacedSlot::What(what) => html! { { what } },
        ReplacedSlot::Id(id) => html! { { id.to_owned() } },
        ReplacedSlot::Title => {
            let (lang, dir) = title_attributes(entry);
            html! { <bdi {lang} {dir}>{ entry.title.clone() }</bdi> }
        }
    });
    Some(html! { <li><a href={target.href(site.root(route))}>{ name }</a></li> })
}

/// Renders an item that replaced something, with its attribution. Returns `None` for a view.
fn target_item(page: &Page, target: &Route) -> Option<Html> {
    let dossier = &page.prepared.dossier;
    let href = target.href(page.root);
    let name = match target {
        Route::Statement(_, id) => {
            let ix: StatementIx = dossier.find_statement(id.as_str())?;
            return Some(mini(page, ix));
        }
        Route::Actor(_, id) => {
            let ix = dossier.find_actor(id.as_str())?;
            let actor = dossier.actor(ix);
            let class = if page.prepared.is_unnamed(ix) { "chip unnamed" } else { "chip" };
            let name = actor.name.value.to_string();
            return Some(html! {
                <li><a {href} {class}>{ name }</a>{ " " }{ for what(page, ix, actor) }</li>
            });
        }
        Route::Figure(_, id) => {
            let figure = dossier.figure(dossier.find_figure(id.as_str())?);
            let words = |span| said(page, span);
            let line = text::tomb_figure(
                dossier,
                figure.statement.map(|ix| dossier.statement(ix).as_ref()),
            );
            let line = filled(line, |slot| match slot {
                TargetSlot::Number => html! { <a href={href.clone()}>{ words(figure.words) }</a> },
                TargetSlot::Counted => words(figure.counted),
                TargetSlot::Statement(named) => html! { { named } },
            });
            return Some(html! { <li>{ line }</li> });
        }
        Route::Account(_, id) => {
            let party = dossier.actor(dossier.find_actor(id.as_str())?);
            text::static_pages::accounts::heading_of(&party.name.value)
        }
        _ => return None,
    };
    Some(html! { <li><a {href}>{ name }</a></li> })
}
