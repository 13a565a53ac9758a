//! Cutting an article that must not be shown in full down to excerpts.
//!
//! The excerpts are the words of the statements (source with its antecedent, cue, content, and the
//! words of figures), each with a short context. The rest is cut out of the text before anything
//! else uses the dossier. Spans in a part that was cut out move to the gap in its place, so that a
//! page can still say that there are words which it must not show.

use super::sentences::{InDoubt, sentence_ends};
use super::{
    Coverage, CutMap, Dossier, Lookup, Precomputed, Quotations, Run, Span, Unit, UnitIx, Word,
    is_letter, words,
};

/// Maximum number of words of context before and after the words of a statement, within their
/// sentence.
pub const CONTEXT_WORDS: usize = 5;

/// Maximum length of the context on either side, in code points, for text without white space.
pub const CONTEXT_LENGTH: u32 = 60;

impl Dossier {
    /// Cuts the text of the article down to the words of its statements in a short context. Derived
    /// data (directness, coverage, inferred readings) stays the same. Does nothing to a dossier
    /// that was cut already.
    pub fn cut_to_excerpts(mut self) -> Self {
        if self.article.is_cut() {
            return self;
        }
        let coverage = Coverage::of(&self);
        let quoted = self.article.quotations();
        let mut own = self.own_words();
        own.sort_by_key(|(span, _)| span.unit);
        let mut shown = Vec::new();
        let mut maps = Vec::new();
        for (position, unit) in self.article.units.iter_mut().enumerate() {
            let ix = UnitIx(u32::try_from(position).unwrap_or(u32::MAX));
            let pieces = pieces(ix, unit, &own, &self.article.language);
            let ends_in_gap = pieces.last().is_some_and(|last| last.end < unit.len());
            let map = CutMap::new(ix, pieces.iter().copied(), ends_in_gap);
            *unit = map.cut(unit);
            maps.push(map);
            shown.extend(pieces);
        }
        let to_cut = |span: Span| maps[span.unit.index()].to_cut(span);
        let is_shown = |span: Span| {
            let map: &CutMap = &maps[span.unit.index()];
            map.to_whole(map.to_cut(span)) == Some(span)
        };
        let quoted = quoted_in(&quoted, &shown).into_iter().map(to_cut).collect();
        self.article.quoted_titles.retain(|title| is_shown(*title));
        self.article.quoted_titles.iter_mut().for_each(|title| *title = to_cut(*title));
        self.for_each_span_list(&mut |list| {
            // Spans of one list in the same gap become one, so that the gap is drawn and exported
            // once.
            let mut cut: Vec<(Span, bool)> = Vec::with_capacity(list.len());
            for span in list.iter() {
                let (place, is_whole) = (to_cut(*span), is_shown(*span));
                match cut.last_mut() {
                    Some((last, false)) if !is_whole && last.overlaps(place) => {
                        last.start = last.start.min(place.start);
                        last.end = last.end.max(place.end);
                    }
                    _ => cut.push((place, is_whole)),
                }
            }
            *list = cut.into_iter().map(|(place, _)| place).collect();
        });
        let runs = coverage.runs.into_iter();
        let runs = runs.map(|run| Run { span: to_cut(run.span), ..run }).collect();
        self.article.precomputed =
            Precomputed { quoted, coverage: Coverage { runs }, sentences: Vec::new() };
        self.article.shown = shown;
        // The spans have moved.
        self.lookup = Lookup::default();
        self
    }

    /// Returns the words of the statements and figures, each with whether to show its context.
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

/// Returns the parts of a unit to show: in reading order, with words left out between any two.
fn pieces(ix: UnitIx, unit: &Unit, own: &[(Span, bool)], language: &str) -> Vec<Span> {
    let all = words(ix, unit);
    let ends = sentence_ends(unit, language, InDoubt::Split);
    // They are sorted by their unit.
    let first = own.partition_point(|(span, _)| span.unit < ix);
    let own = own[first..].iter().take_while(|(span, _)| span.unit == ix);
    let mut found: Vec<Span> = own
        .map(|(span, has_context)| {
            let before = &ends[..ends.partition_point(|end| *end <= span.start)];
            let after = ends.get(ends.partition_point(|end| *end < span.end));
            let (from, to) = (before.last().copied(), after.copied());
            let (from, to) = (from.unwrap_or(0), to.unwrap_or(unit.len()));
            let sentence = Span { unit: ix, start: from, end: to };
            in_context(*span, sentence, &all, if *has_context { CONTEXT_WORDS } else { 0 })
        })
        .collect();
    found.sort();
    let has_no_words = |start, end| !unit.slice(start, end).contains(is_letter);
    let mut pieces: Vec<Span> = Vec::new();
    for span in found {
        match pieces.last_mut() {
            Some(last) if span.start <= last.end || has_no_words(last.end, span.start) => {
                last.end = last.end.max(span.end);
            }
            _ => pieces.push(span),
        }
    }
    if let Some(first) = pieces.first_mut().filter(|first| has_no_words(0, first.start)) {
        first.start = 0;
    }
    if let Some(last) = pieces.last_mut().filter(|last| has_no_words(last.end, unit.len())) {
        last.end = unit.len();
    }
    pieces
}

/// Extends a span to whole words and up to `max_words` more words of its sentence on either side.
/// Words are never cut, because the first letter of a word decides where coverage counts it.
fn in_context(own: Span, sentence: Span, all: &[Word], max_words: usize) -> Span {
    let first = all.partition_point(|word| word.span.end <= own.start);
    let after = all.partition_point(|word| word.span.start < own.end).max(first);
    let mut whole = own;
    for word in &all[first..after] {
        whole.start = whole.start.min(word.span.start);
        whole.end = whole.end.max(word.span.end);
    }
    let near = whole;
    for word in all[..first].iter().rev().take(max_words) {
        let is_far = near.start - word.span.start > CONTEXT_LENGTH;
        if word.span.start < sentence.start || is_far {
            break;
        }
        whole.start = word.span.start;
    }
    for word in all[after..].iter().take(max_words) {
        if word.span.end > sentence.end || word.span.end - near.end > CONTEXT_LENGTH {
            break;
        }
        whole.end = word.span.end;
    }
    whole
}

/// Returns the parts of the quotations that are shown.
fn quoted_in(quotations: &Quotations, shown: &[Span]) -> Vec<Span> {
    shown.iter().flat_map(|piece| quotations.within(*piece)).collect()
}
