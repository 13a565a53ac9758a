//! A paragraph of the article with its annotation: sources, attributing verbs, statements, quoted
//! words, figures, dates and unattributed words.
//!
//! The text is exactly the article's. The statements' numbers are outside it, and everything else
//! is drawn by styles.

use crate::model::{Span, StatementIx, UnitIx, near, sorted_positions};
use crate::route::Route;
use crate::text;
use crate::ui::article::words::{Emphasis, Layer, Marked, Part, marked, omission, quoted_layer};
use crate::ui::el::{at, attrs, el, list, txt};
use crate::ui::page::Page;
use yew::prelude::*;

/// Properties of a paragraph.
#[derive(Clone, PartialEq)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// The paragraph.
    pub unit: UnitIx,
    /// The open statement, if it is in this paragraph.
    pub open: Option<StatementIx>,
    /// True if the statements in this paragraph are greyed out.
    pub recedes: bool,
    /// The part of the paragraph that is shown. `None` for all of it.
    pub part: Option<PartOf>,
}

/// A part of a paragraph that is too long to be shown as a whole.
#[derive(Clone, PartialEq)]
pub struct PartOf {
    /// The words that are shown, in reading order.
    pub words: Vec<Span>,
    /// The statements that are marked, in article order.
    pub statements: Vec<StatementIx>,
}

/// Draws a paragraph with the numbers of the statements in it. The `outermost` layers are drawn
/// around all others.
pub fn paragraph(props: &Props, outermost: Vec<Marked>) -> Html {
    let Props { page, unit, open, part, .. } = props;
    let dossier = &page.prepared.dossier;
    let whole = Span { unit: *unit, start: 0, end: dossier.article.unit(*unit).len() };
    let (here, shown) = match part {
        Some(part) => (&*part.statements, &*part.words),
        None => (dossier.statements_in(*unit), std::slice::from_ref(&whole)),
    };
    let begin = here.iter().filter(|ix| dossier.statement(**ix).passage == *unit);
    let begin: Vec<StatementIx> = begin.copied().collect();
    let order = sorted_positions(begin.iter().map(|ix| u64::from(ix.0))).into_iter();
    let begin = order.map(|at| begin[at as usize]);
    let numbers = begin.map(|ix| number(page, ix, *open == Some(ix))).collect();
    let mut words = Vec::new();
    let mut at_end = 0;
    for span in shown {
        if span.start > at_end {
            words.push(omission());
        }
        words.push(marked(&page.prepared, *span, &layers(props, here, *span, outermost.clone())));
        at_end = span.end;
    }
    if at_end < whole.end {
        words.push(omission());
    }
    let id = at("id", format!("p-{}", unit.0));
    let class = at("class", "para");
    let inner = list![el("span", "numbers", numbers), el("p", "", words)];
    attrs("div", list![id, class], inner)
}

fn number(page: &Page, ix: StatementIx, is_on: bool) -> Html {
    let dossier = &page.prepared.dossier;
    let number = ix.index() + 1;
    let label = text::statement_with_name(ix, &text::named(dossier, dossier.statement(ix)));
    let mut attributes = list![
        at("class", if is_on { "number is-on" } else { "number" }),
        at("id", format!("n-{number}")),
        ("href", page.statement(ix)),
        at("data-statement", number.to_string()),
        at("aria-label", label),
    ];
    if is_on {
        attributes.push(at("aria-current", "true"));
    }
    attrs("a", attributes, list![txt(number.to_string())])
}

/// Returns the layers of a paragraph, from the outermost inwards. Longer statements contain shorter
/// ones; if two overlap, the later one is cut.
fn layers(
    props: &Props,
    here: &[StatementIx],
    shown: Span,
    mut layers: Vec<Marked>,
) -> Vec<Marked> {
    let Props { page, unit, open, recedes, .. } = props;
    let prepared = &page.prepared;
    let dossier = &prepared.dossier;
    let whole = Span { unit: *unit, start: 0, end: dossier.article.unit(*unit).len() };
    for ix in here {
        let statement = dossier.statement(*ix);
        let emphasis = match (*open == Some(*ix), *recedes) {
            (true, _) => Emphasis::Lit,
            (false, true) => Emphasis::Recedes,
            (false, false) => Emphasis::Plain,
        };
        let unnamed = statement.is_unnamed();
        for (part, spans) in [
            (Part::Content, &*statement.content),
            // A source carried over from an earlier statement is drawn with that statement.
            (Part::Who { unnamed }, statement.source.own_words()),
            (Part::Cue, &*statement.cue),
        ] {
            layers.push((Layer::OfOne(*ix, part, emphasis), near(spans, whole)));
        }
    }
    layers.push((Layer::Background, dossier.background_in(shown)));
    // Links do not nest: if two cover the same words, the first one wins.
    let mut is_linked = vec![false; shown.len() as usize];
    let mut claim = |class, words: Span, href: AttrValue| {
        let (start, end) = (words.start.max(shown.start), words.end.min(shown.end));
        let place = (start - shown.start) as usize..(end - shown.start) as usize;
        if !is_linked[place.clone()].contains(&true) {
            is_linked[place].fill(true);
            layers.push((Layer::Link(class, href), list![words]));
        }
    };
    for (ix, words) in dossier.figures_in(shown) {
        claim("figure-mark", words, page.figure(ix));
    }
    let dates = Route::Dates(dossier.id.clone()).href(page.root);
    for (number, words) in dossier.date_words(shown) {
        claim("date-mark", words, format!("{dates}#date-{number}").into());
    }
    layers.push(quoted_layer(prepared, shown));
    layers
}
