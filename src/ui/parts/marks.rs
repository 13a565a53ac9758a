//! Small marks that mean the same on every page: types of statement, strips, notes, sources and
//! chains.

use crate::model::{ActorIx, Dossier, Hop, Kind, Statement, StatementIx, Translation, Wording};
use crate::site::direction;
use crate::text::{self, Label};
use crate::ui::el::{at, attrs, copied, el, link, list, txt};
use crate::ui::icon::{Icon, arrow, icon, kind_glyph};
use crate::ui::page::Page;
use yew::prelude::*;

/// Maximum number of boxes of speakers in one place. The table of details of a statement lists all.
const MAX_BOXES: usize = 12;

/// Draws a type of statement: its icon and its label.
pub fn kind_mark(kind: Kind) -> Html {
    el("span", "kind", list![kind_glyph(kind), txt(" "), txt(text::kind_title(kind))])
}

/// Draws a strip that shows, to scale, where in a statement the quoted words are. `direction` is
/// the reading direction of the words: `ltr` or `rtl`.
pub fn strip(wording: &Wording, direction: &str) -> Html {
    // Thousandths, because formatting decimal numbers would add code to the app.
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

/// Draws a statement's number, linked to its page.
pub fn number_link(page: &Page, ix: StatementIx, is_on: bool) -> Html {
    let number = ix.index() + 1;
    let attributes = list![
        at("class", if is_on { "number is-on" } else { "number" }),
        ("href", page.statement(ix)),
        at("aria-label", text::statement_number(ix)),
    ];
    attrs("a", attributes, list![txt(number.to_string())])
}

/// Draws the mark of something that is not published.
pub fn draft(is_draft: bool) -> Html {
    match is_draft {
        true => el("b", "draft", list![txt(text::DRAFT)]),
        false => Html::default(),
    }
}

/// Draws the note on every page of a dossier that is not published.
pub fn draft_note(dossier: &Dossier) -> Option<Html> {
    dossier.draft.then(|| el("p", "draft", list![txt(text::DRAFT_DOSSIER)]))
}

/// Draws a translation of a statement's words, after the words before it.
pub fn translation(lead: String, it: &Translation) -> Html {
    let attributes = list![at("lang", it.language.to_string()), at("dir", direction(it.is_rtl)),];
    let words = attrs("bdi", attributes, list![copied(&it.words)]);
    ours("p", "ours gist", list![el("span", "pencil", list![txt(lead)]), txt(" "), words])
}

/// Draws words of the annotator, after a pencil.
pub fn ours(tag: &'static str, class: &'static str, words: Vec<Html>) -> Html {
    let mut inner = list![icon(Icon::Pen), txt(" ")];
    inner.extend(words);
    el(tag, class, inner)
}

/// Draws the mark after a source or a step that is inferred because this passage does not name it.
pub fn inferred(is_inferred: bool) -> Html {
    if !is_inferred {
        return Html::default();
    }
    let attributes = list![at("class", "inferred"), at("title", text::INFERRED)];
    let hush = el("span", "hush", list![txt(text::INFERRED_REMARK)]);
    attrs("span", attributes, list![txt(" "), icon(Icon::Pen), hush])
}

/// Draws a source in a box, which is dashed if the source is not named. In a list it is a link. A
/// word in the box says `how` the source is identified.
pub fn source_box(
    page: &Page,
    actor: ActorIx,
    is_inferred: bool,
    is_link: bool,
    how: Option<&'static str>,
) -> Html {
    let name = &page.prepared.dossier.actor(actor).name.value;
    let class = if page.prepared.is_unnamed(actor) { "chip unnamed" } else { "chip" };
    let mut inner = list![copied(name), inferred(is_inferred)];
    if let Some(how) = how {
        inner.extend([txt(" "), el("small", "how", list![txt(how)])]);
    }
    if is_link { link(class, page.actor(actor), inner) } else { el("span", class, inner) }
}

/// Makes a comma for readers who do not see the boxes and the space between parts.
pub fn spoken_comma() -> Html {
    el("span", "hush", list![txt(text::LIST_SEPARATOR)])
}

/// Draws the boxes of the speakers of a statement. Those of joint speakers touch.
pub fn speaker_boxes(
    page: &Page,
    statement: &Statement,
    is_link: bool,
    how: Option<&'static str>,
) -> Html {
    let mut boxes = Vec::new();
    let more = statement.speakers.len().saturating_sub(MAX_BOXES);
    for speaker in statement.speakers.iter().take(MAX_BOXES) {
        if !boxes.is_empty() {
            boxes.push(spoken_comma());
        }
        let is_inferred = statement.infers_speaker(speaker);
        boxes.push(source_box(page, speaker.value, is_inferred, is_link, how));
    }
    if more > 0 {
        let more = el("small", "how", list![txt(text::others(more))]);
        boxes.extend([spoken_comma(), el("span", "chip", list![more])]);
    }
    if boxes.is_empty() {
        boxes.push(el("span", "chip unnamed", list![txt(text::UNKNOWN_SOURCE)]));
    }
    el("span", if statement.is_joint() { "joint" } else { "solo" }, boxes)
}

/// Draws the speakers of a statement with links to their pages. A word says whether they speak
/// jointly, and how a source without a name is identified.
pub fn speakers(page: &Page, statement: &Statement) -> Html {
    let unnamed = text::unnamed(statement).filter(|_| !statement.speakers.is_empty());
    if !statement.is_joint() {
        return speaker_boxes(page, statement, true, unnamed);
    }
    let mut who = list![speaker_boxes(page, statement, true, None)];
    for how in [Some(text::JOINTLY), unnamed].into_iter().flatten() {
        who.extend([spoken_comma(), el("small", "how", list![txt(how)])]);
    }
    who.into_iter().collect()
}

/// Draws the chain of a statement on a list: the source and the steps. The outlet is that of the
/// whole list.
pub fn chain(page: &Page, statement: &Statement) -> Html {
    let mut items = list![el("li", "", list![speakers(page, statement)])];
    let (first, left_out, last) = text::shown_steps(&statement.via);
    items.extend(first.iter().map(|hop| step(page, statement, hop)));
    if left_out > 0 {
        items.push(el("li", "step", list![arrow(), txt(text::more_steps(left_out))]));
    }
    items.extend(last.iter().map(|hop| step(page, statement, hop)));
    let attributes =
        list![at("class", "chain"), at("aria-label", text::CHAIN), at("data-rove", "")];
    attrs("ol", attributes, items)
}

/// Draws a step of a chain. The arrow and the name stay on one line.
pub fn step(page: &Page, statement: &Statement, hop: &Hop) -> Html {
    let name = &page.prepared.dossier.actor(hop.actor).name.value;
    let role = el("span", "hush", list![txt(hop.role.value.label()), txt(" ")]);
    let name = list![copied(name), inferred(statement.infers_hop(hop))];
    el("li", "step", list![arrow(), role, link("hop", page.actor(hop.actor), name)])
}
