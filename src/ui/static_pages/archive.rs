//! The first page of a site with several dossiers: what the site is, and the list of dossiers. The
//! list is complete without scripts; `static/home.js` filters and sorts it.

use super::archive_filters::{active, filters, orders, templates};
use super::archive_rows::{groups, months};
use crate::model::Annotator;
use crate::route::Route;
use crate::site::Site;
use crate::text;
use crate::text::static_pages::annotate::NEW;
use crate::text::static_pages::archive::{self as words, ExampleSlot};
use crate::ui::icon::{Icon, icon};
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Renders the page.
pub fn archive_page(site: &Site, root: &'static str) -> Html {
    let controls = site.entries.len() > 1;
    html! {
        <div class="home">
            { hero(site, root) }
            <div class={if controls { "panes" } else { "panes without-filters" }}>
                if controls {
                    { filters(&site.entries) }
                }
                <section class="results" id="results" tabindex="-1" aria-labelledby="tally">
                    { bar(site, controls) }
                    { months(&site.entries) }
                    <div class="reports listed">{ groups(&site.entries, root) }</div>
                    if controls {
                        { nothing() }
                        { templates() }
                    }
                </section>
            </div>
        </div>
    }
}

/// Renders what the site is, beside an example of a statement with the meaning of its marks.
fn hero(site: &Site, root: &'static str) -> Html {
    let newest = site.entries.first().map(|entry| {
        let href = Route::Statements(entry.id.clone()).href(root);
        html! { <a {href} class="button strong">{ words::READ_A_REPORT }</a> }
    });
    html! {
        <section class="hero" aria-labelledby="title">
            <div>
                <h1 id="title" tabindex="-1">{ words::HEADING }</h1>
                <p class="say-what">{ words::what_this_is(&site.name) }</p>
                <p class="acts">
                    { for newest }
                    <a href={Route::About.href(root)} class="button">{ text::HOW_TO_READ }</a>
                    if site.settings.annotator != Annotator::Omitted {
                        <a href={Route::Annotate.href(root)} class="button">{ NEW }</a>
                    }
                </p>
            </div>
            { specimen() }
        </section>
    }
}

fn specimen() -> Html {
    let example = filled(words::example(), |slot| match slot {
        ExampleSlot::Source(name) => html! { <span class="chip unnamed">{ name }</span> },
        ExampleSlot::Verb(verb) => html! { <i class="cue">{ verb }</i> },
        ExampleSlot::Quoted(quoted) => html! { <span class="quoted">{ quoted }</span> },
    });
    let (dashed, verb, thick, pencil) = (words::DASHED, words::VERB, words::THICK, words::PENCIL);
    html! {
        <figure class="specimen" aria-label={words::EXAMPLE}>
            <p class="words"><span class="content">{ example }</span></p>
            <dl class="legend">
                <dt><span class="chip unnamed">{ dashed.0 }</span></dt>
                <dd>{ dashed.1 }</dd>
                <dt><i class="sample cue">{ verb.0 }</i></dt>
                <dd>{ verb.1 }</dd>
                <dt><span class="sample quoted">{ thick.0 }</span></dt>
                <dd>{ thick.1 }</dd>
                <dt class="pencil">{ icon(Icon::Pen) }{ " " }{ pencil.0 }</dt>
                <dd>{ pencil.1 }</dd>
            </dl>
            <figcaption>{ words::INVENTED }</figcaption>
        </figure>
    }
}

/// Renders the row above the list: search, count, order, and on narrow pages the filters.
fn bar(site: &Site, controls: bool) -> Html {
    let all = words::reports(site.entries.len());
    if !controls {
        return html! { <div class="bar"><h2 class="tally" id="tally">{ all }</h2></div> };
    }
    html! {
        <>
            <div class="bar">
                <div class="search needs-script" role="search">
                    { icon(Icon::Lens) }
                    <input id="search" type="search" autocomplete="off" spellcheck="false"
                        aria-label={words::SEARCH_LABEL} placeholder={words::SEARCH_PLACEHOLDER} />
                    <p class="hush" role="status" id="status"></p>
                </div>
                <h2 class="tally" id="tally" tabindex="-1" data-all={all.clone()}
                    data-some={words::some_of(site.entries.len())}>
                    { all.clone() }
                </h2>
                { orders(true) }
                <button type="button" class="button small only-narrow needs-script"
                    id="open-filters" data-none={text::FILTERS} data-some={words::FILTERS_CHOSEN}>
                    { text::FILTERS }
                </button>
            </div>
            { active() }
        </>
    }
}

/// Renders the note if no report matches.
fn nothing() -> Html {
    html! {
        <div class="empty" id="empty" hidden=true>
            <p>{ words::NOTHING_MATCHES }</p>
            <p class="ways">
                <button type="button" class="button" data-clear="">{ text::CLEAR_FILTERS }</button>
            </p>
        </div>
    }
}
