//! The filters of the list of dossiers, which `static/home.js` brings to life. Templates hold the
//! markup and the words that it adds.

use crate::site::{Entry, EntryFacet, EntryValue};
use crate::text;
use crate::text::static_pages::archive as words;
use crate::ui::icon::{Icon, icon};
use crate::ui::parts::marks::spoken_comma;
use crate::ui::sentence::filled;
use yew::prelude::*;

/// Number of values of a facet that are shown at first, if there are more.
const OPEN_VALUES: usize = 8;

/// Orders of the list in the address of the page, with their names.
const ORDERS: [(&str, &str); 3] = [
    ("", words::NEWEST_FIRST),
    ("statements", words::MOST_STATEMENTS),
    ("outlet", words::BY_OUTLET),
];

/// Renders the filters: next to the list, or over it on narrow pages.
pub fn filters(entries: &[Entry]) -> Html {
    let facets = EntryFacet::ALL.map(|facet| facet_group(facet, &facet.values(entries)));
    html! {
        <section class="filters needs-script" id="filters" aria-label={text::FILTERS}>
            <a class="skip" href="#results">{ text::SKIP_FILTERS }</a>
            <div class="filters-head">
                <h2 id="filters-heading" tabindex="-1">{ text::FILTERS }</h2>
                <button type="button" class="button small only-narrow" data-close="">
                    { icon(Icon::Cross) }{ " " }{ text::CLOSE }
                </button>
            </div>
            <p class="hint">{ text::FILTERS_HINT }</p>
            { for facets }
            { orders(false) }
            <p class="apply only-narrow">
                <button type="button" class="button" data-close="" id="apply"
                    data-one={words::SHOW_ONE} data-many={words::SHOW_MANY}>
                    { words::SHOW_MANY.replace(words::HERE, &entries.len().to_string()) }
                </button>
            </p>
        </section>
    }
}

/// Renders the field that sets the order, for wide or for narrow pages.
pub fn orders(is_wide: bool) -> Html {
    let order = |(code, name)| html! { <option value={code}>{ name }</option> };
    html! {
        <label class={if is_wide { "sort only-wide" } else { "sort only-narrow" }}>
            <span>{ text::SORT_BY }{ " " }</span>
            <select data-order="">{ for ORDERS.map(order) }</select>
        </label>
    }
}

/// Renders the values of a facet. Nothing if all dossiers have the same.
fn facet_group(facet: EntryFacet, values: &[EntryValue]) -> Html {
    if values.len() < 2 {
        return Html::default();
    }
    let option = |value: &EntryValue| option(facet, value);
    let (open, rest) = values.split_at(values.len().min(OPEN_VALUES));
    let rest = (!rest.is_empty()).then(|| {
        html! {
            <details class="rest">
                <summary>
                    <span class="when-closed">{ text::show_all(values.len()) }</span>
                    <span class="when-open">{ text::SHOW_FEWER }</span>
                </summary>
                { for rest.iter().map(option) }
            </details>
        }
    });
    html! {
        <fieldset class="facet" data-key={facet.key()} data-rove="">
            <legend>{ words::facet_label(facet) }</legend>
            { for open.iter().map(option) }
            { for rest }
        </fieldset>
    }
}

/// Renders a value as a button with three states: not chosen, kept and left out.
fn option(facet: EntryFacet, value: &EntryValue) -> Html {
    html! {
        <button type="button" class="option" aria-pressed="false" data-code={value.code.clone()}>
            <span class="box"></span>
            <span class="label">
                <bdi>{ words::value_label(facet, value) }</bdi>
                <span class="hush" hidden=true>{ text::LEFT_OUT_OPTION }</span>
            </span>
            { spoken_comma() }
            <span class="count">
                <span>{ value.count }</span>
                <span class="hush">{ words::count_unit(value.count) }</span>
            </span>
        </button>
    }
}

/// Renders the places for the active filters, and for notes about unknown ones.
pub fn active() -> Html {
    html! {
        <>
            <div class="active needs-script" id="active"></div>
            <ul class="unknown" id="unknown"></ul>
        </>
    }
}

/// A slot of a note, or the button in it.
enum Slot {
    Key,
    Value,
    Remove,
}

/// Renders the templates of the active filters and of the notes about unknown ones.
pub fn templates() -> Html {
    let slot = |slot| match slot {
        Slot::Key => html! { <span data-slot="key"></span> },
        Slot::Value => html! { <code><bdi data-slot="value"></bdi></code> },
        Slot::Remove => {
            html! { <button type="button" class="clear">{ text::REMOVE_IT }</button> }
        }
    };
    let unknown = words::unknown_filter(Slot::Key, Slot::Value, Slot::Remove);
    let unknown_order = text::unknown_sort(Slot::Value, Slot::Remove);
    html! {
        <>
            <template id="pill">
                <button type="button" class="pill"
                    data-name={text::remove_filter(words::HERE, words::HERE)}
                    data-not={text::left_out(words::HERE)} data-search={text::SEARCH_PILL}>
                    <span data-slot="key"></span>{ " " }<bdi data-slot="value"></bdi>
                    { icon(Icon::Cross) }
                </button>
            </template>
            <template id="clear">
                <button type="button" class="clear" data-clear="">{ text::CLEAR_FILTERS }</button>
            </template>
            <template id="unknown-filter"><li>{ filled(unknown, slot) }</li></template>
            <template id="unknown-order"><li>{ filled(unknown_order, slot) }</li></template>
            <template id="too-long"><li>{ filled(text::too_long(Slot::Remove), slot) }</li></template>
        </>
    }
}
