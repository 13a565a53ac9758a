//! A dossier whose article may not be shown in full: cut down to what its statements say.
//!
//! Of the text there remain the statements' own words (source with its antecedent, cue, content, and
//! what figures count), each with a short context. All else is cut out of the text before anything is
//! made of the dossier, and places that referred to it refer to the gap that stands for it: so a page
//! can say that there are words, and that it may not show them.

use super::excerpt::sentence_ends;
use super::{
    Coverage, Dossier, Known, Layout, Quotations, Span, Unit, UnitIx, Word, is_letter, words,
};

/// How many words of context are shown before and after a statement's own, in the same sentence.
pub const CONTEXT_WORDS: usize = 5;

/// The most that this context takes on either side, in code points: where a script puts no space
/// between words, what counts as a word may be a clause.
pub const CONTEXT_LENGTH: u32 = 60;

impl Dossier {
    /// The dossier with nothing of the article's text but the statements' own words in a short
    /// context. What is derived (directness, coverage, what is inferred) is as it was. One that was
    /// cut already is left as it is.
    pub fn excerpted(mut self) -> Self {
        if self.article.is_cut() {
            return self;
        }
        let coverage = Coverage::of(&self);
        let quoted = self.article.quotations();
        let own = self.own_words();
        let mut shown = Vec::new();
        let mut layouts = Vec::new();
        for (position, unit) in self.article.units.iter_mut().enumerate() {
            let ix = UnitIx(u32::try_from(position).unwrap_or(u32::MAX));
            let pieces = pieces(ix, unit, &own);
            let goes_on = pieces.last().is_some_and(|last| last.end < unit.len());
            let layout = Layout::new(ix, pieces.iter().copied(), goes_on);
            *unit = layout.cut(unit);
            layouts.push(layout);
            shown.extend(pieces);
        }
        let to_cut = |span: Span| layouts[span.unit.index()].to_cut(span);
        let is_shown = |span: Span| {
            let layout: &Layout = &layouts[span.unit.index()];
            layout.to_whole(layout.to_cut(span)) == Some(span)
        };
        let quoted = quoted_in(&quoted, &shown).into_iter().map(to_cut).collect();
        self.article.quoted_titles.retain(|title| is_shown(*title));
        self.article.quoted_titles.iter_mut().for_each(|title| *title = to_cut(*title));
        self.each_places(&mut |list| {
            // Words of one list that fall into one gap are one: it is drawn and published once.
            let mut places: Vec<(Span, bool)> = Vec::with_capacity(list.len());
            for span in list.iter() {
                let (place, whole) = (to_cut(*span), is_shown(*span));
                match places.last_mut() {
                    Some((last, false)) if !whole && last.overlaps(place) => {
                        last.start = last.start.min(place.start);
                        last.end = last.end.max(place.end);
                    }
                    _ => places.push((place, whole)),
                }
            }
            *list = places.into_iter().map(|(place, _)| place).collect();
        });
        let runs = coverage.runs.into_iter();
        let runs = runs.map(|run| super::Run { span: to_cut(run.span), ..run }).collect();
        self.article.known = Known { quoted, coverage: Coverage { runs } };
        self.article.shown = shown;
        self
    }

    /// The statements' own words; with each, whether it gets a context.
    fn own_words(&self) -> Vec<(Span, bool)> {
        let mut own = Vec::new();
        for statement in &self.statements {
            let source = &statement.source;
            let said = source.words.iter().chain(&statement.cue).chain(&statement.content);
            own.extend(said.map(|span| (*span, true)));
            own.extend(source.antecedent.iter().map(|span| (*span, false)));
        }
        for figure in &self.figures {
            own.extend([figure.words, figure.counted].map(|span| (span, false)));
        }
        own
    }
}

/// The stretches of a unit that are shown: in reading order, words left out between any two.
fn pieces(ix: UnitIx, unit: &Unit, own: &[(Span, bool)]) -> Vec<Span> {
    let all = words(ix, unit);
    let ends = sentence_ends(unit);
    let own = own.iter().filter(|(span, _)| span.unit == ix);
    let mut found: Vec<Span> = own
        .map(|(span, has_context)| {
            let from = ends.iter().copied().rfind(|end| *end <= span.start).unwrap_or(0);
            let to = ends.iter().copied().find(|end| *end >= span.end).unwrap_or(unit.len());
            let sentence = Span { unit: ix, start: from, end: to };
            in_context(*span, sentence, &all, if *has_context { CONTEXT_WORDS } else { 0 })
        })
        .collect();
    found.sort();
    let says_nothing = |start, end| !unit.slice(start, end).contains(is_letter);
    let mut pieces: Vec<Span> = Vec::new();
    for span in found {
        match pieces.last_mut() {
            Some(last) if span.start <= last.end || says_nothing(last.end, span.start) => {
                last.end = last.end.max(span.end);
            }
            _ => pieces.push(span),
        }
    }
    if let Some(first) = pieces.first_mut().filter(|first| says_nothing(0, first.start)) {
        first.start = 0;
    }
    if let Some(last) = pieces.last_mut().filter(|last| says_nothing(last.end, unit.len())) {
        last.end = unit.len();
    }
    pieces
}

/// A span in whole words, with up to so many more words of its sentence before and after it. A word
/// is never cut: what it counts as hangs on its first letter.
fn in_context(own: Span, sentence: Span, all: &[Word], most: usize) -> Span {
    let first = all.partition_point(|word| word.span.end <= own.start);
    let after = all.partition_point(|word| word.span.start < own.end).max(first);
    let mut whole = own;
    for word in &all[first..after] {
        whole.start = whole.start.min(word.span.start);
        whole.end = whole.end.max(word.span.end);
    }
    let near = whole;
    for word in all[..first].iter().rev().take(most) {
        let is_far = near.start - word.span.start > CONTEXT_LENGTH;
        if word.span.start < sentence.start || is_far {
            break;
        }
        whole.start = word.span.start;
    }
    for word in all[after..].iter().take(most) {
        if word.span.end > sentence.end || word.span.end - near.end > CONTEXT_LENGTH {
            break;
        }
        whole.end = word.span.end;
    }
    whole
}

/// What of the quoted stretches is shown.
fn quoted_in(quotations: &Quotations, shown: &[Span]) -> Vec<Span> {
    shown.iter().flat_map(|piece| quotations.within(*piece)).collect()
}
