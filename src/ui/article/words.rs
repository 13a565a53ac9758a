//! The article's words with layers of annotation.
//!
//! Layers nest in a fixed order. If two overlap, the inner one is cut, so that the markup is always
//! a tree and its text is always the article's.

use crate::model::{Piece, Span, Statement, StatementIx, snippet, sort_spans};
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

/// Draws the words of a span with layers, from the outermost inwards.
pub fn marked(prepared: &Prepared, span: Span, layers: &[Marked]) -> Html {
    let Some(((layer, spans), inner)) = layers.split_first() else {
        return copied(prepared.dossier.article.text(span));
    };
    let mut cuts: Vec<Span> = spans.iter().filter_map(|s| common(*s, span)).collect();
    if cuts.is_empty() {
        return marked(prepared, span, inner);
    }
    sort_spans(&mut cuts);
    let mut pieces: Vec<Html> = Vec::new();
    let mut at = span.start;
    for cut in cuts {
        let start = cut.start.max(at);
        if start >= cut.end {
            continue;
        }
        if at < start {
            pieces.push(marked(prepared, Span { start: at, end: start, ..span }, inner));
        }
        let first = spans.iter().filter(|it| it.unit == span.unit).map(|it| it.start).min();
        let inner = marked(prepared, Span { start, end: cut.end, ..span }, inner);
        pieces.push(element(layer, first == Some(start), inner));
        at = cut.end;
    }
    if at < span.end {
        pieces.push(marked(prepared, Span { start: at, ..span }, inner));
    }
    pieces.into_iter().collect()
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

/// Returns the layers of a statement's own words.
pub fn statement_layers(statement: &Statement) -> Vec<Marked> {
    list![
        (Layer::Of(Part::Who { unnamed: statement.is_unnamed() }), statement.source.words.clone()),
        (Layer::Of(Part::Cue), statement.cue.clone()),
        (Layer::Of(Part::Content), statement.content.clone()),
    ]
}

/// Draws a statement's excerpt, as its card shows it.
pub fn excerpt_words(prepared: &Prepared, ix: StatementIx) -> Vec<Html> {
    let statement = prepared.dossier.statement(ix);
    let pieces = snippet(&prepared.dossier, ix).into_iter().map(|piece| match piece {
        Piece::Text(span) => {
            let mut layers = statement_layers(statement);
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
    (Layer::Quoted, prepared.quotations.within(span).collect())
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
