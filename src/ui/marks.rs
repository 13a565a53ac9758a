//! Small marks that stand for something the same everywhere: kinds, strips, notes, sources, chains.

use super::icon::{arrow, kind_glyph};
use super::page::Page;
use super::text::{self, Label};
use super::words::searched;
use crate::model::{ActorIx, Kind, Statement, StatementIx, Vocabulary, Wording};
use crate::query::Query;
use yew::prelude::*;

/// A kind: its glyph and its label.
pub fn kind_mark(kind: Kind) -> Html {
    html! { <span class={kind_class("kind", kind)}>{ kind_glyph(kind) }{ " " }{ kind.label() }</span> }
}

/// The classes of an element in a kind's colour.
pub fn kind_class(class: &'static str, kind: Kind) -> Classes {
    classes!(class, format!("of-{}", kind.code()))
}

/// The strip: where in the statement the quoted words are, to scale.
pub fn strip(wording: &Wording) -> Html {
    // In thousandths, for numbers with a point would bring their formatting to every reader.
    let scale = |at: u32| u64::from(at) * 1000 / u64::from(wording.length.max(1));
    let thick = wording.quoted.iter().map(|(start, end)| {
        let (x, width) = (scale(*start).to_string(), scale(end - start).to_string());
        html! { <rect class="thick" x={x} y="1.5" width={width} height="5" /> }
    });
    html! {
        <svg class="strip" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
            <path class="thin" d="M0 4h1000M0 1v6M1000 1v6" />
            { for thick }
        </svg>
    }
}

/// A statement's number, linked to its page.
pub fn number_link(page: &Page, ix: StatementIx) -> Html {
    let number = ix.index() + 1;
    html! {
        <a class="number" href={page.statement(ix)} aria-label={format!("Statement {number}")}>{ number }</a>
    }
}


/// A source as a chip: boxed, dashed where it has no name of its own.
pub fn source_chip(page: &Page, actor: ActorIx, class: &'static str, query: &Query) -> Html {
    let name = &page.prepared.dossier.actor(actor).name.value;
    let unnamed = page.prepared.is_unnamed(actor).then_some("unnamed");
    html! { <a class={classes!("chip", class, unnamed)} href={page.actor(actor)}>{ searched(name, query) }</a> }
}

/// The speakers of a statement, boxes sharing a side where they speak jointly.
pub fn speaker_chips(page: &Page, statement: &Statement, query: &Query) -> Html {
    let chips = statement.speakers.iter().map(|s| source_chip(page, s.value, "", query));
    if statement.is_joint() {
        html! { <span class="joint">{ for chips }</span> }
    } else {
        html! { { for chips } }
    }
}

/// The chain of a statement, as its card shows it: source, hops, outlet.
pub fn chain(page: &Page, statement: &Statement, query: &Query) -> Html {
    let dossier = &page.prepared.dossier;
    let hops = statement.via.iter().map(|hop| {
        let name = &dossier.actor(hop.actor).name.value;
        html! {
            <li>
                { arrow() }
                <span class="role">{ hop.role.value.label() }{ " " }</span>
                <a class="hop" href={page.actor(hop.actor)}>{ searched(name, query) }</a>
            </li>
        }
    });
    let how = statement.is_unnamed().then(|| html! { <small class="how">{ "unnamed" }</small> });
    let joint = statement.is_joint().then(|| html! { <small class="how">{ "jointly" }</small> });
    html! {
        <ol class="chain" aria-label="Source, and through whom">
            <li>{ speaker_chips(page, statement, query) }{ joint }{ how }</li>
            { for hops }
            <li>
                { arrow() }
                <span class="outlet"><span class="hush">{ "published by " }</span>{ text::outlet(dossier) }</span>
            </li>
        </ol>
    }
}
