//! From the labels of a unit to candidates: a cue with its source and its content, and what their
//! confidence looks at.

use super::columns::Columns;
use super::confidence::{Evidence, WIDTH};
use super::lattice::{CONTENT, CUE, LABELS, Lattice, SOURCE};
use super::link::{Links, MAX_DISTANCE};
use super::segments::{Segment, segments};
use super::weights::Weights;
use std::ops::Range;

/// Minimum probability of a token to begin a cue that is tried although the best labels have none.
const MIN_CUE: f32 = 0.06;
/// Minimum probability of a link.
const MIN_LINK: f32 = 0.1;
/// Minimum probability that a cue without a source shares that of another.
const MIN_SHARED: f32 = 0.3;
/// Maximum distance of a shared source, in tokens.
const MAX_SHARED: usize = 80;

/// Minimum probability of a token to begin the source of a cue that has none.
const MIN_SOURCE: f32 = 0.03;

/// A possible attribution.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The source, if there is one.
    pub source: Option<Range<usize>>,
    /// The cue, if there is one.
    pub cue: Option<Range<usize>>,
    /// The pieces of the content, in text order.
    pub content: Vec<Range<usize>>,
    /// What its confidence looks at.
    pub evidence: [f32; WIDTH],
}

/// What candidates of a unit are made from.
pub struct Unit<'a> {
    /// The first token of the unit.
    pub start: usize,
    /// The scores of its labels.
    pub lattice: &'a Lattice<'a>,
    /// The tokens of the text.
    pub columns: &'a Columns,
    /// What links look at.
    pub links: &'a Links<'a>,
    /// The weights.
    pub weights: &'a Weights,
}

/// A cue with the parts that are linked to it, each with the probability of the link.
struct Linked {
    cue: Option<Segment>,
    source: Option<(f32, Segment)>,
    content: Vec<(f32, Segment)>,
}

impl Unit<'_> {
    /// Returns the candidates: those of the best labels, and those of each further cue.
    pub fn candidates(&self) -> Vec<Candidate> {
        let marginals = self.lattice.marginals();
        let (labels, best) = self.lattice.best(None);
        let mut found = Vec::new();
        for linked in self.linked(&segments(&labels, self.start)) {
            found.extend(self.candidate(&linked, &marginals, None));
        }
        let is_used = |at: usize, found: &[Candidate]| {
            found.iter().any(|it| it.cue.as_ref().is_some_and(|cue| cue.start == at))
        };
        let further: Vec<usize> = (0..labels.len())
            .filter(|at| marginals[*at][usize::from(CUE)] >= MIN_CUE)
            .filter(|at| !is_used(self.start + at, &found))
            .collect();
        for at in further {
            let (labels, score) = self.lattice.best(Some(at));
            let is_own =
                |it: &Linked| it.cue.as_ref().is_some_and(|cue| cue.range.start == self.start + at);
            let linked = self.linked(&segments(&labels, self.start));
            for linked in linked.iter().filter(|it| is_own(it)) {
                found.extend(self.candidate(linked, &marginals, Some(score - best)));
            }
        }
        found
    }

    /// Links sources and contents to cues.
    fn linked(&self, segments: &[Segment]) -> Vec<Linked> {
        let cues: Vec<&Segment> = segments.iter().filter(|it| it.kind == CUE).collect();
        let mut linked: Vec<Linked> = cues
            .iter()
            .map(|cue| Linked { cue: Some((*cue).clone()), source: None, content: Vec::new() })
            .collect();
        let is_near = |part: &Segment, cue: &Segment, most: usize| {
            part.range.start.abs_diff(cue.range.start) <= most
        };
        let probability = |part: &Segment, cue: &Segment| {
            self.links.probability(self.weights, part, cue, segments)
        };
        for part in segments.iter().filter(|it| it.kind != CUE) {
            let mut best: Option<(f32, usize)> = None;
            for (position, cue) in cues.iter().enumerate() {
                if is_near(part, cue, MAX_DISTANCE) {
                    let own = probability(part, cue);
                    if best.is_none_or(|(most, _)| own > most) {
                        best = Some((own, position));
                    }
                }
            }
            let Some((own, position)) = best.filter(|(own, _)| *own > MIN_LINK) else {
                if part.kind == CONTENT {
                    let content = vec![(0.0, part.clone())];
                    linked.push(Linked { cue: None, source: None, content });
                }
                continue;
            };
            let to = &mut linked[position];
            if part.kind == CONTENT {
                to.content.push((own, part.clone()));
            } else if to.source.as_ref().is_none_or(|(most, _)| own > *most) {
                to.source = Some((own, part.clone()));
            }
        }
        // A source may belong to several cues.
        for it in linked.iter_mut().filter(|it| it.source.is_none()) {
            let Some(cue) = &it.cue else { continue };
            let mut best: Option<(f32, Segment)> = None;
            for part in segments.iter().filter(|it| it.kind == SOURCE) {
                if is_near(part, cue, MAX_SHARED) {
                    let own = probability(part, cue);
                    if best.as_ref().is_none_or(|(most, _)| own > *most) {
                        best = Some((own, part.clone()));
                    }
                }
            }
            it.source = best.filter(|(own, _)| *own > MIN_SHARED);
        }
        linked
    }

    /// Makes the candidate of linked parts. `loss` is what forcing the cue cost.
    fn candidate(
        &self,
        linked: &Linked,
        marginals: &[[f32; LABELS]],
        loss: Option<f32>,
    ) -> Option<Candidate> {
        if linked.content.is_empty() {
            return None;
        }
        let columns = self.columns;
        let probability = |at: usize, labels: &[usize]| -> f32 {
            labels.iter().map(|label| marginals[at - self.start][*label]).sum()
        };
        let mean = |range: &Range<usize>, labels: &[usize]| {
            let sum: f32 = range.clone().map(|at| probability(at, labels)).sum();
            sum / range.len() as f32
        };
        let least = |values: &mut dyn Iterator<Item = f32>| values.fold(1.0_f32, f32::min);
        let end = self.start + marginals.len();
        let content: Vec<&Range<usize>> = linked.content.iter().map(|(_, it)| &it.range).collect();
        let words: usize = content.iter().map(|it| it.len()).sum();
        let quotes = |at: usize| columns.quote[at];
        let cue = linked.cue.as_ref().map(|cue| &cue.range);
        let guessed = match (&linked.source, cue) {
            (None, Some(cue)) => self.likely_source(cue, &content, marginals).map(|it| (0.0, it)),
            _ => None,
        };
        let source = linked.source.as_ref().or(guessed.as_ref());
        let mut evidence = Evidence {
            content_mean: content.iter().map(|it| mean(it, &[5, 6])).sum::<f32>()
                / content.len() as f32,
            content_begin: least(&mut content.iter().map(|it| probability(it.start, &[5]))),
            content_end: least(
                &mut content
                    .iter()
                    .map(|it| if it.end < end { 1.0 - probability(it.end, &[6]) } else { 1.0 }),
            ),
            link: least(&mut linked.content.iter().map(|(own, _)| *own)),
            pieces: content.len() as f32,
            length: libm::logf(1.0 + words as f32),
            is_quoted: content.iter().any(|it| quotes(it.start) == 2),
            has_quote: content.iter().any(|it| (it.start..it.end).any(|at| quotes(at) == 2)),
            is_inside: content.iter().all(|it| quotes(it.start) == 1),
            loss,
            ..Evidence::default()
        };
        if let Some((own, source)) = source {
            evidence.source_link = *own;
            evidence.source_mean = mean(&source.range, &[1, 2]);
            evidence.source_length = source.range.len() as f32;
            let shape = columns.shape[source.range.start];
            evidence.source_is_capital = matches!(shape, 2..=4);
            evidence.has_source = linked.source.is_some();
        }
        if let Some(cue) = cue {
            evidence.has_cue = true;
            evidence.cue_least = least(&mut cue.clone().map(|at| probability(at, &[3, 4])));
            evidence.cue_mean = mean(cue, &[3, 4]);
            evidence.cue_begin = probability(cue.start, &[3]);
            evidence.cue_length = cue.len() as f32;
            evidence.classes = cue.clone().fold(0, |bits, at| bits | columns.classes[at]);
            evidence.follows = content[0].start > cue.start;
            evidence.cue_is_quoted = quotes(cue.start) == 1;
        }
        let mut content: Vec<Range<usize>> = content.into_iter().cloned().collect();
        content.sort_by_key(|it| it.start);
        Some(Candidate {
            source: source.map(|(_, it)| it.range.clone()),
            cue: cue.cloned(),
            content,
            evidence: evidence.values(),
        })
    }

    /// Returns the likeliest source in the sentence of a cue, outside of its content. Of a sentence longer than
    /// the stretch, only the part in the stretch is searched.
    fn likely_source(
        &self,
        cue: &Range<usize>,
        content: &[&Range<usize>],
        marginals: &[[f32; LABELS]],
    ) -> Option<Segment> {
        let columns = self.columns;
        let sentence = columns.sentence_start[cue.start].max(self.start)
            ..columns.sentence_end[cue.start].min(self.start + marginals.len());
        let begins = |at: usize| marginals[at - self.start][usize::from(SOURCE)];
        let continues = |at: usize| marginals[at - self.start][usize::from(SOURCE) + 1];
        let is_free =
            |at: &usize| !cue.contains(at) && !content.iter().any(|piece| piece.contains(at));
        let best =
            sentence.clone().filter(is_free).max_by(|a, b| begins(*a).total_cmp(&begins(*b)))?;
        let least = begins(best) / 2.0;
        let further = best + 1..sentence.end;
        let end = further.clone().find(|at| !is_free(at) || continues(*at) < least);
        (begins(best) >= MIN_SOURCE)
            .then(|| Segment { kind: SOURCE, range: best..end.unwrap_or(further.end) })
    }
}
