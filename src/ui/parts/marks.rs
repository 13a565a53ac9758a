//! Small marks that stand for something the same everywhere: kinds, strips, notes, sources, chains.

use crate::model::{ActorIx, Kind, Reading, Statement, StatementIx, Vocabulary, Wording};
use crate::query::Query;
use crate::text::{self, Label};
use crate::ui::article::words::searched;
use crate::ui::el::{at, attrs, el, link, list, txt};
use crate::ui::icon::{Icon, arrow, icon, kind_glyph};
use crate::ui::page::Page;
use yew::prelude::*;

/// A kind: its glyph and its label.
pub fn kind_mark(kind: Kind) -> Html {
    let class = format!("kind of-{}", kind.code());
    let inner = list![kind_glyph(kind), txt(" "), txt(kind.label())];
    attrs("span", list![at("class", class)], inner)
}

/// The strip: where in the statement the quoted words are, to scale, in the direction (`ltr`, `rtl`) that
/// its words are read in.
pub fn strip(wording: &Wording, direction: &str) -> Html {
    // In thousandths, for numbers with a point would bring their formatting to every reader.
    let scale = |at: u32| u64::from(at) * 1000 / u64::from(wording.length.max(1));
    let mut marks = list![attrs(
        "path",
        list![at("class", "thin"), at("d", "M0 4h1000M0 1v6M1000 1v6")],
        Vec::new(),
    )];
    marks.extend(wording.quoted.iter().map(|(start, end)| {
        let left = if direction == "rtl" { wording.length.saturating_sub(*end) } else { *start };
        let (x, width) = (scale(left).to_string(), scale(end - start).to_string());
        let attributes = list![
            at("class", "thick"),
            at("x", x),
            at("y", "1.5"),
            at("width", width),
            at("height", "5"),
        ];
        attrs("rect", attributes, Vec::new())
    }));
    let attributes = list![
        at("class", "strip"),
        ("viewBox", "0 0 1000 8".into()),
        ("preserveAspectRatio", "none".into()),
        at("aria-hidden", "true"),
    ];
    attrs("svg", attributes, marks)
}

/// A statement's number, linked to its page.
pub fn number_link(page: &Page, ix: StatementIx, is_on: bool) -> Html {
    let number = ix.index() + 1;
    let attributes = list![
        at("class", if is_on { "number is-on" } else { "number" }),
        ("href", page.statement(ix)),
        at("aria-label", format!("Statement {number}")),
    ];
    attrs("a", attributes, list![txt(number.to_string())])
}

/// What the annotator wrote, after a pen.
pub fn ours(tag: &'static str, class: &'static str, words: Vec<Html>) -> Html {
    let mut inner = list![icon(Icon::Pen), txt(" ")];
    inner.extend(words);
    el(tag, class, inner)
}

/// After a source or a hop that is inferred: what names it stands with another statement.
pub fn inferred(is_so: bool) -> Html {
    if !is_so {
        return Html::default();
    }
    let attributes = list![at("class", "inferred"), at("title", text::INFERRED)];
    let hush = el("span", "hush", list![txt(" (our reading)")]);
    attrs("span", attributes, list![icon(Icon::Pen), hush])
}

/// A source as a chip: boxed, dashed where it has no name of its own.
pub fn source_chip(page: &Page, actor: ActorIx, is_inferred: bool, query: &Query) -> Html {
    let name = &page.prepared.dossier.actor(actor).name.value;
    let class = if page.prepared.is_unnamed(actor) { "chip unnamed" } else { "chip" };
    link(class, page.actor(actor), list![searched(name, query), inferred(is_inferred)])
}

/// The speakers of a statement, boxes sharing a side where they speak jointly.
pub fn speaker_chips(page: &Page, statement: &Statement, query: &Query) -> Html {
    let chip =
        |s: &Reading<ActorIx>| source_chip(page, s.value, statement.infers_speaker(s), query);
    let chips = statement.speakers.iter().map(chip).collect();
    el("span", if statement.is_joint() { "joint" } else { "solo" }, chips)
}

/// The chain of a statement, as its card shows it: source, hops, outlet.
pub fn chain(page: &Page, statement: &Statement, query: &Query) -> Html {
    let dossier = &page.prepared.dossier;
    let mut who = list![speaker_chips(page, statement, query)];
    if statement.is_joint() {
        who.push(el("small", "how", list![txt("jointly")]));
    }
    who.extend(text::unnamed(statement).map(|how| el("small", "how", list![txt(how)])));
    let mut items = list![el("li", "", who)];
    for hop in &statement.via {
        let name = &dossier.actor(hop.actor).name.value;
        let role = el("span", "role", list![txt(hop.role.value.label()), txt(" ")]);
        let name = list![searched(name, query), inferred(statement.infers_hop(hop))];
        let name = link("hop", page.actor(hop.actor), name);
        items.push(el("li", "", list![arrow(), role, name]));
    }
    let published = el("span", "hush", list![txt("published by ")]);
    let outlet = list![published, txt(text::outlet(dossier).to_owned())];
    items.push(el("li", "", list![arrow(), el("span", "outlet", outlet)]));
    chain_list("chain", items)
}

/// The list that a chain is.
pub fn chain_list(class: &'static str, items: Vec<Html>) -> Html {
    let label = "Source, and through whom";
    attrs("ol", list![at("class", class), at("aria-label", label)], items)
}
