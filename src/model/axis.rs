//! A time axis drawn to one scale, with long empty intervals cut out.

/// Maximum length in days of an empty interval that is never cut out. A longer one is kept if it is
/// at most a quarter of the days covered.
const MAX_KEPT: i32 = 365;
/// Length of a cut on the axis, in thousandths of the axis.
const CUT: i32 = 40;
/// Maximum number of cuts. Of more, the longest empty intervals are cut out. A drawing with more breaks
/// than lines cannot be read, and every row of the timeline repeats them.
const MAX_CUTS: usize = 8;
/// Length of the axis, in thousandths.
const WHOLE: i32 = 1000;

/// A time axis. Days are numbered as by `Day::days`. Positions are thousandths of the axis, from
/// its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    segments: Vec<Segment>,
}

/// A part of the axis without a cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The first day.
    pub first: i32,
    /// The day after the last.
    pub end: i32,
    /// The position of the first day.
    pub from: i32,
    /// The position of the end.
    pub to: i32,
}

impl Axis {
    /// Lays out an axis that contains the given intervals, each from its first to its last day.
    pub fn of(intervals: &[(i32, i32)]) -> Self {
        let mut sorted = intervals.to_vec();
        sorted.sort_unstable();
        let mut joined: Vec<(i32, i32)> = Vec::new();
        for (first, last) in sorted {
            match joined.last_mut() {
                Some((_, end)) if first <= *end => *end = (*end).max(last + 1),
                _ => joined.push((first, last + 1)),
            }
        }
        let covered: i32 = joined.iter().map(|(first, end)| end - first).sum();
        let longest = MAX_KEPT.max(covered / 4);
        let mut gaps: Vec<i32> = joined.windows(2).map(|pair| pair[1].0 - pair[0].1).collect();
        gaps.sort_unstable_by_key(|gap| std::cmp::Reverse(*gap));
        // Equal gaps are all kept or all cut out, so there may be fewer cuts.
        let longest = gaps.get(MAX_CUTS).map_or(longest, |gap| longest.max(*gap));
        let mut kept: Vec<(i32, i32)> = Vec::new();
        for (first, end) in joined {
            match kept.last_mut() {
                Some((_, before)) if first - *before <= longest => *before = end,
                _ => kept.push((first, end)),
            }
        }
        let days: i64 = kept.iter().map(|(first, end)| i64::from(end - first)).sum::<i64>().max(1);
        let cuts = i32::try_from(kept.len()).unwrap_or(1).saturating_sub(1);
        let drawn = i64::from((WHOLE - cuts * CUT).max(WHOLE / 2));
        let mut from = 0;
        let mut segments = Vec::new();
        for (first, end) in kept {
            let length = i64::from(end - first) * drawn / days;
            let to = from + i32::try_from(length).unwrap_or(WHOLE);
            segments.push(Segment { first, end, from, to });
            from = to + CUT;
        }
        Self { segments }
    }

    /// Returns the segments in chronological order. Between two segments, days are cut out.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Returns the position of the start of a day. A day that is cut out is at the end of the
    /// segment before it.
    pub fn place(&self, day: i32) -> i32 {
        let before = self.segments.iter().rev().find(|segment| segment.first <= day);
        let Some(segment) = before else { return 0 };
        let days = i64::from((segment.end - segment.first).max(1));
        let past = i64::from(day.min(segment.end) - segment.first);
        let length = i64::from(segment.to - segment.from);
        segment.from + i32::try_from(past * length / days).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn uses_one_scale_and_cuts_empty_intervals() {
        let axis = Axis::of(&[(0, 364), (20_000, 20_364), (20_400, 20_400)]);
        let segments = axis.segments();
        assert_eq!(segments.len(), 2);
        assert_eq!((segments[0].first, segments[0].end, segments[0].from), (0, 365, 0));
        assert_eq!((segments[1].first, segments[1].end), (20_000, 20_401));
        assert_eq!(segments[1].from - segments[0].to, CUT);
        assert_eq!(axis.place(-5), 0);
        assert_eq!(axis.place(10_000), segments[0].to);
        assert_eq!(axis.place(20_000), segments[1].from);
        // A year has the same length on both sides of the cut.
        let year = axis.place(365) - axis.place(0);
        assert!((axis.place(20_365) - axis.place(20_000) - year).abs() <= 1);
    }

    #[test]
    fn many_dates_far_apart_do_not_break_the_axis_into_pieces() {
        let far =
            |days: i32| (0..1000).map(|at| (at * days + at, at * days + at)).collect::<Vec<_>>();
        let even = Axis::of(&far(400));
        assert_eq!(even.segments().len(), 1);
        let growing: Vec<(i32, i32)> = (0..1000).map(|at| (at * at, at * at)).collect();
        let axis = Axis::of(&growing);
        assert_eq!(axis.segments().len(), MAX_CUTS + 1);
        assert!(axis.segments().last().is_some_and(|last| last.to <= WHOLE));
    }

    proptest! {
        #[test]
        fn positions_are_in_chronological_order(
            starts in prop::collection::vec((-100_000..100_000_i32, 0..2_000_i32), 1..8),
            days in prop::collection::vec(-110_000..110_000_i32, 2..20),
        ) {
            let stretches: Vec<(i32, i32)> =
                starts.iter().map(|(first, length)| (*first, first + length)).collect();
            let axis = Axis::of(&stretches);
            let mut days = days;
            days.sort_unstable();
            let places: Vec<i32> = days.iter().map(|day| axis.place(*day)).collect();
            prop_assert!(places.is_sorted(), "{days:?} {places:?}");
            prop_assert!(places.iter().all(|place| (0..=WHOLE + 1).contains(place)));
            for (first, last) in stretches {
                let inside = |s: &Segment| s.first <= first && last < s.end;
                prop_assert!(axis.segments().iter().any(inside));
            }
        }
    }
}
