//! The glossary of the page about the site: every mark and every label, with an example if there is
//! one.

use super::quoted_words::words_alone;
use crate::model::{
    ActorKind, Bound, Channel, Directness, HopRole, IdentificationKind, Kind, PartyBasis,
    RelationKind, Role, StatementIx, Vocabulary, Voice,
};
use crate::site::{Prepared, Site};
use crate::text::static_pages::glossary::{self as words, Glossary, Mark, Typed};
use crate::text::{self, Label};
use crate::ui::article::words::language;
use crate::ui::icon::{Icon, arrow, icon};
use crate::ui::page::Page;
use crate::ui::parts::marks::{kind_mark, strip};
use crate::ui::sentence::filled;
use std::rc::Rc;
use yew::prelude::*;

/// A section of the glossary.
pub struct Section {
    /// The id of its heading.
    pub id: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// The content below the heading.
    pub inner: Html,
}

/// Returns the sections of the glossary.
pub fn glossary(site: &Site, root: &'static str) -> Vec<Section> {
    let search = filled(words::search(), |Typed(words)| html! { <code>{ words }</code> });
    vec![
        Section { id: "h-marks", heading: words::SYMBOLS, inner: symbols() },
        types(site, root),
        how_much_quoted(site, root),
        vocabulary::<IdentificationKind>("h-naming", words::IDENTIFICATION),
        vocabulary::<HopRole>("h-hops", words::CHAIN),
        vocabulary::<Channel>("h-channels", words::CHANNELS),
        vocabulary::<ActorKind>("h-actors", words::ACTORS),
        vocabulary::<Role>("h-roles", words::ROLES),
        vocabulary::<PartyBasis>("h-parties", words::SIDES),
        vocabulary::<Bound>("h-bounds", words::FIGURES),
        vocabulary::<Voice>("h-background", words::UNATTRIBUTED),
        vocabulary::<RelationKind>("h-relations", words::RELATIONS),
        Section { id: "h-search", heading: words::SEARCH, inner: html! { <p>{ search }</p> } },
    ]
}

fn symbols() -> Html {
    let rows = words::MARKS
        .map(|(mark, meaning)| html! { <div><dt>{ sample(mark) }</dt><dd>{ meaning }</dd></div> });
    html! { <dl class="glossary">{ for rows }</dl> }
}

/// Renders a mark, as the pages draw it.
fn sample(mark: Mark) -> Html {
    let words = words::SAMPLE_WORDS;
    let source = words::SAMPLE_SOURCE;
    let of_article = |class: &'static str, words: &'static str| {
        html! { <span class="sample"><span {class}>{ words }</span></span> }
    };
    match mark {
        Mark::Quoted => of_article("quoted", words::SAMPLE_QUOTED),
        Mark::Serif => html! { <span class="sample">{ words }</span> },
        Mark::Sans => html! { <span class="sans">{ words }</span> },
        Mark::Pencil => html! { <span class="ours">{ icon(Icon::Pen) }{ " " }{ words }</span> },
        Mark::Named => html! { <span class="chip">{ source }</span> },
        Mark::Unnamed => html! { <span class="chip unnamed">{ source }</span> },
        Mark::Joint => {
            let chip = |name| html! { <span class="chip">{ name }</span> };
            html! { <span class="joint">{ for words::SAMPLE_SOURCES.map(chip) }</span> }
        }
        Mark::Arrow => arrow(),
        Mark::Cue => {
            html! { <span class="sample"><i class="cue">{ words::SAMPLE_VERB }</i></span> }
        }
        Mark::Lit => of_article("lit", words),
        Mark::Match => html! { <mark>{ words }</mark> },
        Mark::Number => html! { <span class="number">{ "2" }</span> },
        Mark::Unattributed => html! {
            <span class="sample annotated"><span class="background">{ words }</span></span>
        },
        Mark::Date => of_article("date-mark", words),
        Mark::Figure => of_article("figure-mark", "460"),
        Mark::Grey => html! {
            <span class="sample annotated"><span class="recedes">{ words }</span></span>
        },
    }
}

/// Renders each type of statement, with the first of that type in the newest report as an example.
fn types(site: &Site, root: &'static str) -> Section {
    let rows = Kind::ALL.iter().map(|kind| {
        let is = |prepared: &Prepared, ix| prepared.dossier.statement(ix).kind.value == *kind;
        let meaning = html! { <>{ sentence(kind.meaning()) }{ example(site, root, is) }</> };
        html! { <div><dt>{ kind_mark(*kind) }</dt><dd>{ meaning }</dd></div> }
    });
    listed("h-kinds", words::TYPES, rows.collect())
}

/// Renders the degrees to which a statement can be quoted, each with an example.
fn how_much_quoted(site: &Site, root: &'static str) -> Section {
    let rows = Directness::ALL.iter().map(|directness| {
        let is = |prepared: &Prepared, ix| prepared.wording(ix).directness == *directness;
        let example = example(site, root, is);
        entry(directness.label(), html! { <>{ sentence(directness.meaning()) }{ example }</> })
    });
    listed("h-wording", words::HOW_MUCH_QUOTED, rows.collect())
}

fn vocabulary<V: Vocabulary + Label>(id: &'static str, glossary: Glossary) -> Section {
    let meaning = |value: &V| html! { { sentence(value.meaning()) } };
    let rows = V::ALL.iter().map(|value| entry(value.label(), meaning(value)));
    listed(id, glossary, rows.collect())
}

fn listed(id: &'static str, glossary: Glossary, rows: Vec<Html>) -> Section {
    let inner = html! { <><p>{ glossary.lead }</p><dl class="glossary">{ for rows }</dl></> };
    Section { id, heading: glossary.heading, inner }
}

fn example(site: &Site, root: &'static str, is: impl Fn(&Prepared, StatementIx) -> bool) -> Html {
    let found = site.dossiers.first().and_then(|prepared| {
        let mut all = (0..prepared.dossier.statements.len()).map(StatementIx::from);
        Some((prepared, all.find(|ix| is(prepared, *ix))?))
    });
    let Some((prepared, ix)) = found else {
        // Other dossiers may have one.
        if !site.is_alone {
            return Html::default();
        }
        return html! { <span class="no-example">{ " " }{ words::NO_EXAMPLE }</span> };
    };
    let page = Page { prepared: Rc::clone(prepared), root };
    html! {
        <a class="example" href={page.statement(ix)}>
            { strip(prepared.wording(ix), prepared.direction()) }
            <span class="mini-words" lang={language(prepared)} dir={prepared.direction()}>
                { for words_alone(prepared, prepared.dossier.statement(ix)) }
            </span>
        </a>
    }
}

/// Returns a meaning as a sentence, with a capital and a full stop.
fn sentence(meaning: &str) -> String {
    if meaning.is_empty() {
        return String::new();
    }
    format!("{}.", text::capital(meaning))
}

/// Renders an entry of a list of names and meanings.
pub fn entry(name: &str, meaning: Html) -> Html {
    html! { <div><dt>{ text::capital(name) }</dt><dd>{ meaning }</dd></div> }
}
