//! The article's words with layers of annotation.
//!
//! Layers nest in a fixed order. If two overlap, the inner one is cut, so that the markup is always
//! a tree and its text is always the article's.

use crate::model::{Piece, Span, Statement, StatementIx, near, sort_spans, sorted_positions};
use crate::site::Prepared;
use crate::text;
use crate::ui::el::{at, attrs, copied, el, link, list, txt};
use std::rc::Rc;
use yew::prelude::*;

/// A layer of annotation on words. The annotation of words is a stack of layers.
#[derive(Debug, Clone, PartialEq)]
pub enum Layer {
    /// A part of the only statement in the text.
    Of(Part),
    /// The words that the page is about, highlighted.
    Lit,
    /// Words in quotation marks.
    Quoted,
    /// A part of one statement, in a text with several.
    OfOne(StatementIx, Part, Emphasis),
    /// A figure or a date with its class, linked to its own place.
    Link(&'static str, AttrValue),
    /// Words that no source is given for.
    Background,
    /// Evidence for fields: the ids of the spans of evidence that contain the words, and the id of
    /// the one that begins here.
    Evidence(AttrValue, Option<AttrValue>),
}

/// A part of an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The words for the source, dashed if it is not named.
    Who { unnamed: bool },
    /// The attributing verb.
    Cue,
    /// What was said.
    Content,
}

impl Part {
    /// Returns the tag and the class of the part.
    const fn element(self) -> (&'static str, &'static str) {
        match self {
            Self::Who { unnamed: false } => ("span", "who"),
            Self::Who { unnamed: true } => ("span", "who unnamed"),
            Self::Cue => ("i", "cue"),
            Self::Content => ("span", "content"),
        }
    }
}

/// The way in which a statement is set off from the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// Highlighted: the statement is open, or the reader points at it.
    Lit,
    /// Not set off.
    Plain,
    /// Greyed out: the statement does not match the search or the filters.
    Recedes,
}

/// A layer and the words that it covers.
pub type Marked = (Layer, Vec<Span>);

/// Maximum number of elements in which the words of further statements are drawn. The browser and the
/// reader lose track of more; the numbers in the margin name all.
const MAX_NESTED: usize = 24;
/// Maximum number of elements in which evidence is drawn, for the same reason.
const MAX_EVIDENCE: usize = 8;

/// A piece of a layer: the words from one of its spans that no earlier span of it covers.
#[derive(Clone, Copy)]
struct Cut {
    layer: usize,
    start: u32,
    end: u32,
}

/// An element whose words are being drawn, with what it contains so far.
struct Open {
    cut: Cut,
    inner: Vec<Html>,
}

/// Draws the words of a span with layers, from the outermost inwards.
///
/// The text is read once, from one end of a piece to the next. An element ends where its piece ends, and
/// also where an outer one begins or ends, within which it is drawn again.
pub fn marked(prepared: &Prepared, span: Span, layers: &[Marked]) -> Html {
    let cuts = cuts(span, layers);
    let here =
        |spans: &Vec<Span>| spans.iter().filter(|it| it.unit == span.unit).map(|it| it.start).min();
    let firsts: Vec<Option<u32>> = layers.iter().map(|(_, spans)| here(spans)).collect();
    let mut later = cuts.iter().copied().peekable();
    // The outermost comes first; it is the text as a whole.
    let whole = Cut { layer: usize::MAX, start: span.start, end: span.end };
    let mut open = list![Open { cut: whole, inner: Vec::new() }];
    let mut at = span.start;
    while at < span.end {
        let mut begin: Vec<Cut> = Vec::new();
        while let Some(cut) = later.next_if(|cut| cut.start <= at) {
            begin.push(cut);
        }
        // What is inside an element that begins or ends here is closed, and drawn again if it goes on.
        let first = begin.first().map_or(usize::MAX, |cut| cut.layer);
        let is_cut = |it: &Open| it.cut.end <= at || it.cut.layer > first;
        let kept = open[1..].iter().position(is_cut).map_or(open.len(), |at| at + 1);
        while open.len() > kept {
            let closed = close(&mut open, layers, &firsts).filter(|closed| closed.end > at);
            begin.extend(closed.map(|closed| Cut { start: at, ..closed }));
        }
        for place in sorted_positions(begin.iter().map(|cut| cut.layer as u64)) {
            let cut = begin[place as usize];
            if is_drawn(&layers[cut.layer].0, open.len()) {
                open.push(Open { cut, inner: Vec::new() });
            }
        }
        let ends = open.iter().map(|it| it.cut.end);
        let next = ends.chain(later.peek().map(|cut| cut.start)).min().unwrap_or(span.end);
        let text = prepared.dossier.article.text(Span { start: at, end: next, ..span });
        if let Some(inmost) = open.last_mut() {
            inmost.inner.push(copied(text));
        }
        at = next;
    }
    while open.len() > 1 {
        close(&mut open, layers, &firsts);
    }
    open.into_iter().flat_map(|whole| whole.inner).collect()
}

/// Closes the innermost element, and returns its piece.
fn close(open: &mut Vec<Open>, layers: &[Marked], firsts: &[Option<u32>]) -> Option<Cut> {
    let Open { cut, inner } = open.pop()?;
    let begins = firsts[cut.layer] == Some(cut.start);
    let element = element(&layers[cut.layer].0, begins, inner.into_iter().collect());
    open.last_mut()?.inner.push(element);
    Some(cut)
}

/// Returns true if a layer is drawn within so many others.
fn is_drawn(layer: &Layer, outer: usize) -> bool {
    match layer {
        Layer::Evidence(..) => outer <= MAX_EVIDENCE,
        Layer::OfOne(_, _, Emphasis::Plain | Emphasis::Recedes) => outer <= MAX_NESTED,
        _ => true,
    }
}

/// Returns the pieces of all layers within a span, by their start. Of two with the same start, that of the
/// outer layer comes first.
fn cuts(span: Span, layers: &[Marked]) -> Vec<Cut> {
    let mut cuts: Vec<Cut> = Vec::new();
    for (layer, (_, spans)) in layers.iter().enumerate() {
        let mut within: Vec<Span> = spans.iter().filter_map(|s| common(*s, span)).collect();
        if within.len() > 1 {
            sort_spans(&mut within);
        }
        let mut at = span.start;
        for cut in within {
            let start = cut.start.max(at);
            if start < cut.end {
                cuts.push(Cut { layer, start, end: cut.end });
                at = cut.end;
            }
        }
    }
    let order = sorted_positions(cuts.iter().map(|cut| u64::from(cut.start)));
    order.into_iter().map(|at| cuts[at as usize]).collect()
}

fn common(a: Span, b: Span) -> Option<Span> {
    a.overlaps(b).then(|| Span { unit: a.unit, start: a.start.max(b.start), end: a.end.min(b.end) })
}

/// Draws a piece of a layer's words. The first one `begins` them.
fn element(layer: &Layer, begins: bool, inner: Html) -> Html {
    let (tag, class) = match layer {
        Layer::Of(part) => part.element(),
        Layer::Lit => ("span", "lit"),
        Layer::Quoted => ("span", "quoted"),
        Layer::Background => ("span", "background"),
        Layer::Evidence(of, id) => {
            let mut attributes = list![at("data-words", of.clone())];
            attributes.extend(id.iter().map(|id| at("id", id.clone())));
            return attrs("span", attributes, list![inner]);
        }
        Layer::Link(class, href) => return link(class, href.clone(), list![inner]),
        Layer::OfOne(statement, part, emphasis) => {
            return part_of(*statement, *part, *emphasis, begins, inner);
        }
    };
    el(tag, class, list![inner])
}

fn part_of(
    statement: StatementIx,
    part: Part,
    emphasis: Emphasis,
    begins: bool,
    inner: Html,
) -> Html {
    let (tag, class) = part.element();
    let mut class = class.to_owned();
    class.push_str(match (emphasis, part) {
        (Emphasis::Plain, _) => "",
        (Emphasis::Recedes, _) => " recedes",
        (Emphasis::Lit, Part::Content) => " lit",
        (Emphasis::Lit, _) => " is-lit",
    });
    if begins && part == Part::Content {
        class.push_str(" begins");
    }
    let number = (statement.index() + 1).to_string();
    attrs(tag, list![at("class", class), at("data-statement", number)], list![inner])
}

/// Returns the layers of a statement's own words in a span.
pub fn statement_layers(statement: &Statement, span: Span) -> Vec<Marked> {
    let unnamed = statement.is_unnamed();
    list![
        (Layer::Of(Part::Who { unnamed }), near(&statement.source.words, span)),
        (Layer::Of(Part::Cue), near(&statement.cue, span)),
        (Layer::Of(Part::Content), near(&statement.content, span)),
    ]
}

/// Draws a statement's excerpt, as its card shows it.
pub fn excerpt_words(prepared: &Prepared, ix: StatementIx) -> Vec<Html> {
    let statement = prepared.dossier.statement(ix);
    let pieces = prepared.dossier.snippet(ix).iter().map(|piece| match *piece {
        Piece::Text(span) => {
            let mut layers = statement_layers(statement, span);
            layers.push(quoted_layer(prepared, span));
            marked(prepared, span, &layers)
        }
        Piece::Gap => omission(),
    });
    pieces.collect()
}

/// Makes an element for words of the article, in its language and direction.
pub fn article_words(
    prepared: &Prepared,
    tag: &'static str,
    class: &'static str,
    words: Vec<Html>,
) -> Html {
    let attributes =
        list![at("class", class), ("lang", language(prepared)), at("dir", prepared.direction()),];
    attrs(tag, attributes, words)
}

/// Returns the layer of quoted words in a span.
pub fn quoted_layer(prepared: &Prepared, span: Span) -> Marked {
    (Layer::Quoted, near(prepared.quotations.of(span.unit), span))
}

/// Draws the mark for omitted words.
pub fn omission() -> Html {
    let attributes = list![at("class", "omits"), at("title", text::LEFT_OUT)];
    attrs("span", attributes, list![txt(text::WORDS_LEFT_OUT)])
}

/// Returns the BCP 47 tag of the article's language.
pub fn language(prepared: &Prepared) -> AttrValue {
    AttrValue::from(Rc::<str>::from(&*prepared.dossier.article.language))
}
