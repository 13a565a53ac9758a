//! Where days stand on a line drawn to one scale, with the empty stretches cut out.

/// A stretch of empty days longer than this is cut out, if it is long beside what is left.
const LEAST_CUT: i32 = 365;
/// What a cut takes of the line, in thousandths.
const CUT: i32 = 40;
/// The length of the line, in thousandths.
const WHOLE: i32 = 1000;

/// A line of days. Days are counted as `Day::days` counts them; places are thousandths of the line,
/// from its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    segments: Vec<Segment>,
}

/// A stretch of the line without a cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The first day.
    pub first: i32,
    /// The day after the last.
    pub end: i32,
    /// The place of the first day.
    pub from: i32,
    /// The place of the end.
    pub to: i32,
}

impl Axis {
    /// The line that holds these stretches of days, each from its first day to its last.
    pub fn of(stretches: &[(i32, i32)]) -> Self {
        let mut sorted = stretches.to_vec();
        sorted.sort_unstable();
        let mut joined: Vec<(i32, i32)> = Vec::new();
        for (first, last) in sorted {
            match joined.last_mut() {
                Some((_, end)) if first <= *end => *end = (*end).max(last + 1),
                _ => joined.push((first, last + 1)),
            }
        }
        let covered: i32 = joined.iter().map(|(first, end)| end - first).sum();
        let longest = LEAST_CUT.max(covered / 4);
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

    /// The stretches, in the order of time; between two of them days are cut out.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The place of a day's beginning. A day that is cut out stands at the end of what is before it.
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
    fn one_scale_and_a_cut_where_nothing_is() {
        let axis = Axis::of(&[(0, 364), (20_000, 20_364), (20_400, 20_400)]);
        let segments = axis.segments();
        assert_eq!(segments.len(), 2);
        assert_eq!((segments[0].first, segments[0].end, segments[0].from), (0, 365, 0));
        assert_eq!((segments[1].first, segments[1].end), (20_000, 20_401));
        assert_eq!(segments[1].from - segments[0].to, CUT);
        assert_eq!(axis.place(-5), 0);
        assert_eq!(axis.place(10_000), segments[0].to);
        assert_eq!(axis.place(20_000), segments[1].from);
        // As many days take as much of the line on both sides of the cut.
        let year = axis.place(365) - axis.place(0);
        assert!((axis.place(20_365) - axis.place(20_000) - year).abs() <= 1);
    }

    proptest! {
        #[test]
        fn later_days_never_stand_before_earlier_ones(
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
