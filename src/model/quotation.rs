//! Which stretches of the text stand in quotation marks.
//!
//! - A stretch runs from an opening mark to its closing mark, both included. Marks nested in it
//!   belong to it.
//! - A mark that is never closed opens nothing, unless the next paragraph opens with the same mark:
//!   then the quotation runs on, as printers set quotations of several paragraphs.
//! - A closing mark without an opening one closes nothing.
//! - Straight double marks open after white space or punctuation and close otherwise. Straight
//!   single marks are apostrophes; a curly single mark opens only before a letter and closes only
//!   after one that no letter follows.
//! - Words that the dossier lists as quoted titles are not speech: their marks count for nothing.

use super::{Quotations, Span, Unit, UnitIx, is_letter};

/// Finds the stretches in quotation marks.
pub fn quotations(units: &[Unit], quoted_titles: &[Span]) -> Quotations {
    let opens_with: Vec<Option<char>> = units
        .iter()
        .map(|unit| unit.as_str().trim_start().chars().next().filter(|c| closer(*c).is_some()))
        .collect();
    let stretches = |(position, unit): (usize, &Unit)| {
        let ix = UnitIx(u32::try_from(position).unwrap_or(u32::MAX));
        let next = opens_with.get(position + 1).copied().flatten();
        let mut found = scan(ix, unit, next);
        found.retain(|stretch| !quoted_titles.iter().any(|title| names(*stretch, *title)));
        found
    };
    Quotations::new(units.iter().enumerate().map(stretches).collect())
}

/// True when the stretch holds the title and nothing beside it but the marks and a full stop.
fn names(stretch: Span, title: Span) -> bool {
    stretch.unit == title.unit
        && stretch.overlaps(title)
        && title.start <= stretch.start + 1
        && stretch.end <= title.end + 2
}

fn closer(opener: char) -> Option<&'static [char]> {
    Some(match opener {
        '"' => &['"'],
        '“' => &['”'],
        '„' => &['“', '”'],
        '«' => &['»'],
        '»' => &['«'],
        '‘' => &['’'],
        '‹' => &['›'],
        '「' => &['」'],
        '『' => &['』'],
        _ => return None,
    })
}

fn scan(unit: UnitIx, text: &Unit, next_opens_with: Option<char>) -> Vec<Span> {
    let chars: Vec<char> = text.as_str().chars().collect();
    let offset = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !can_open(&chars, at) {
            at += 1;
            continue;
        }
        let end = match closing(&chars, at) {
            Some(closing) => closing + 1,
            None if next_opens_with == Some(chars[at]) => chars.len(),
            None => {
                at += 1;
                continue;
            }
        };
        found.push(Span { unit, start: offset(at), end: offset(end) });
        at = end;
    }
    found
}

fn can_open(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|i| chars[i]);
    let after = chars.get(at + 1);
    let in_word = before.is_some_and(is_letter);
    let leads = after.is_some_and(|c| !c.is_whitespace());
    match chars[at] {
        '"' | '»' => !in_word && leads,
        '‘' => !in_word && after.is_some_and(|c| is_letter(*c)),
        c => closer(c).is_some(),
    }
}

/// The position of the mark that closes the one at `open`.
fn closing(chars: &[char], open: usize) -> Option<usize> {
    let opener = chars[open];
    let closers = closer(opener)?;
    let mut depth = 0;
    for (at, c) in chars.iter().enumerate().skip(open + 1) {
        let in_word = chars.get(at + 1).is_some_and(|next| is_letter(*next));
        if closers.contains(c) && !(matches!(c, '’' | '"') && in_word) {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
        } else if *c == opener && can_open(chars, at) {
            depth += 1;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraphs: &[&str], titles: &[&str], expected: &[&str]) {
        let units: Vec<Unit> = paragraphs.iter().map(|text| Unit::new(text)).collect();
        let titles: Vec<Span> = titles
            .iter()
            .map(|title| {
                let byte = paragraphs[0].find(title).expect("the title stands in the text");
                let start = units[0].code_point(byte);
                let end = units[0].code_point(byte + title.len());
                Span { unit: UnitIx(0), start, end }
            })
            .collect();
        let found = quotations(&units, &titles);
        let texts: Vec<&str> = (0..units.len())
            .flat_map(|i| found.of(UnitIx(i as u32)))
            .map(|s| units[s.unit.index()].slice(s.start, s.end))
            .collect();
        assert_eq!(texts, expected, "{paragraphs:?}");
    }

    #[test]
    fn marks_pair_up() {
        check(&["He said \"a b\" and “c”."], &[], &["\"a b\"", "“c”"]);
        check(&["„Ja“, sagte sie. »Nein«"], &[], &["„Ja“", "»Nein«"]);
        check(&["قال «نعم» ثم"], &[], &["«نعم»"]);
        check(&["It’s Israel’s ‘best offer’, they’d say"], &[], &["‘best offer’"]);
        check(&["a 6\" gun and a 9\" gun"], &[], &[]);
    }

    #[test]
    fn nested_marks_belong_to_the_outer_ones() {
        check(
            &["“he called it ‘a trap’, then “left””, she said"],
            &[],
            &["“he called it ‘a trap’, then “left””"],
        );
        check(&["\"the ‘files’ matter\" he said"], &[], &["\"the ‘files’ matter\""]);
    }

    #[test]
    fn unbalanced_marks_count_for_nothing() {
        check(&["He said “no end", "Next."], &[], &[]);
        check(&["no start” here and \"then\" one"], &[], &["\"then\""]);
        check(&["“open but \"closed\" inside"], &[], &["\"closed\""]);
    }

    #[test]
    fn a_quotation_runs_on_where_the_next_paragraph_opens_again() {
        check(
            &["“First part.", "“Second part.”", "End."],
            &[],
            &["“First part.", "“Second part.”"],
        );
        check(&["\"First part.", "\"Second part.\""], &[], &["\"First part.", "\"Second part.\""]);
    }

    #[test]
    fn quoted_titles_are_not_speech() {
        check(&["In “The Wire” she said “no”."], &["The Wire"], &["“no”"]);
        check(&["In “The Wire” she said “no”."], &["“The Wire”"], &["“no”"]);
        check(&["He called “The Wire a lie”."], &["The Wire"], &["“The Wire a lie”"]);
    }
}
