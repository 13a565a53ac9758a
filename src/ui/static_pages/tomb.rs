//! An address that was published and whose id is gone: what happened, when, why, and where to go on.

use super::statement::mini;
use crate::model::{IdKind, StatementIx};
use crate::query::Collection;
use crate::route::Route;
use crate::site::{Site, Step, Tomb};
use crate::text;
use crate::ui::cards::actor::what;
use crate::ui::el::{at, attrs, copied, el, link, list, section, txt};
use crate::ui::icon::sprite;
use crate::ui::page::Page;
use crate::ui::parts::marks::ours;
use yew::prelude::*;

/// The page of a tomb; in a frame on another site, as much as fits there.
pub fn tomb_page(site: &Site, route: &Route, tomb: &Tomb<'_>) -> Html {
    let heading = list![txt(text::tomb_heading(tomb))];
    let heading = attrs("h1", list![at("id", "title"), at("tabindex", "-1")], heading);
    let mut story = list![heading, el("p", "gist", list![txt(text::tomb_named(tomb))])];
    story.extend(tomb.steps.iter().flat_map(told));
    let now = now(site, route, tomb);
    if matches!(route, Route::Embed(..)) {
        story.push(now);
        return el("main", "embed", list![sprite(), el("article", "", story)]);
    }
    story.insert(0, crumb(site, route, tomb));
    story.push(el("p", "gist", list![txt(text::NO_REDIRECT)]));
    let inner = list![el("header", "one-head", story), el("div", "one-more", list![now])];
    el("article", "one", list![el("div", "one-part", inner)])
}

/// What happened, and why in the editor's words.
fn told(step: &Step<'_>) -> [Html; 2] {
    let what = el("p", "gist", list![txt(text::tomb_step(step))]);
    [what, ours("p", "ours gist", list![copied(&step.gone.why)])]
}

/// The way back: to the list that it stood in, or to the start where its dossier is gone.
fn crumb(site: &Site, route: &Route, tomb: &Tomb<'_>) -> Html {
    let back = match site.dossier_of(route) {
        Some(prepared) => {
            let page = Page { prepared: prepared.clone(), root: site.root(route) };
            let collection = match tomb.kind {
                Some(IdKind::Actor) => Collection::Actors,
                Some(IdKind::Figure) => Collection::Figures,
                _ => Collection::Statements,
            };
            link("", page.list(collection), list![copied(&prepared.dossier.title)])
        }
        None => link(
            "",
            Route::Archive.href(site.root(route)).into(),
            list![txt(format!("To the start of {}", text::NAME))],
        ),
    };
    el("p", "crumb", list![back])
}

/// What stands for it, with its attribution.
fn now(site: &Site, route: &Route, tomb: &Tomb<'_>) -> Html {
    let items: Vec<Html> = (tomb.leads_to.iter())
        .filter_map(|target| {
            let page = Page { prepared: site.dossier_of(target)?.clone(), root: site.root(route) };
            target_item(&page, target)
        })
        .collect();
    if items.is_empty() {
        return el("p", "", list![txt(text::NOTHING_INSTEAD)]);
    }
    let title = list![txt(text::STANDS_FOR_IT)];
    section("h-now".into(), "", title, list![el("ul", "", items)])
}

/// A page that stands for what is gone.
fn target_item(page: &Page, target: &Route) -> Option<Html> {
    let dossier = &page.prepared.dossier;
    let href: AttrValue = target.href(page.root).into();
    let name = match target {
        Route::Statement(_, id) => {
            let ix: StatementIx = dossier.find_statement(id.as_str())?;
            return Some(mini(page, ix));
        }
        Route::Actor(_, id) => {
            let ix = dossier.find_actor(id.as_str())?;
            let actor = dossier.actor(ix);
            let class = if page.prepared.is_unnamed(ix) { "chip unnamed" } else { "chip" };
            let mut inner = list![link(class, href, list![copied(&actor.name.value)]), txt(" ")];
            inner.extend(what(page, ix, actor));
            return Some(el("li", "", inner));
        }
        Route::Figure(_, id) => {
            let figure = dossier.figure(dossier.find_figure(id.as_str())?);
            let words =
                |span| el("span", "article-inline", list![copied(dossier.article.text(span))]);
            let number = link("", href, list![words(figure.words)]);
            let statement = dossier.statement(figure.statement);
            let by = txt(format!(", in the {}", text::named(dossier, statement)));
            return Some(el("li", "", list![number, txt(" "), words(figure.counted), by]));
        }
        Route::Account(_, id) => {
            let party = dossier.actor(dossier.find_actor(id.as_str())?);
            format!("The account of {}", party.name.value)
        }
        view => format!("{}: {}", text::tomb_view(view), dossier.title),
    };
    Some(el("li", "", list![link("", href, list![txt(name)])]))
}
