//! Which stretches of the text stand in quotation marks.
//!
//! - A stretch runs from an opening mark to its closing mark, both included. Marks nested in it
//!   belong to it. Which mark opens and which closes says `marks`.
//! - A mark that is never closed opens nothing, unless the next paragraph opens with the same mark:
//!   then the quotation runs on, as printers set quotations of several paragraphs.
//! - A closing mark without an opening one closes nothing.
//! - Words that the dossier lists as quoted titles are not speech: their marks count for nothing. A
//!   mark within them that finds no other there is no quotation mark ("‘Abd al-Rahman").

use super::marks::{NO_MARK, closes, is_mark, opens, refutes};
use super::{Quotations, Span, Unit, UnitIx, is_letter};
use std::collections::BTreeMap;
use std::ops::Range;

/// Finds the stretches in quotation marks.
pub fn quotations(units: &[Unit], quoted_titles: &[Span]) -> Quotations {
    let texts = texts(units, quoted_titles);
    Quotations::new(scan_all(&texts, quoted_titles))
}

/// The positions of those titles that no mark is at or around: listing them does nothing.
pub fn titles_without_marks(units: &[Unit], quoted_titles: &[Span]) -> Vec<usize> {
    let texts = texts(units, &[]);
    let quoted = Quotations::new(scan_all(&texts, &[]));
    let is_idle = |title: &Span| {
        let within = &texts[title.unit.index()][range(*title)];
        !quoted.of(title.unit).iter().any(|stretch| stretch.overlaps(*title))
            && !within.iter().any(|c| is_mark(*c))
    };
    (0..).zip(quoted_titles).filter(|(_, title)| is_idle(title)).map(|(at, _)| at).collect()
}

/// The characters of each unit, in which the marks that titles hold alone are none.
fn texts(units: &[Unit], quoted_titles: &[Span]) -> Vec<Vec<char>> {
    let mut texts: Vec<Vec<char>> = units.iter().map(|u| u.as_str().chars().collect()).collect();
    for title in quoted_titles {
        let Some(text) = texts.get_mut(title.unit.index()) else { continue };
        let within = range(*title);
        let paired = scan(text, within.clone(), None);
        for at in within {
            if is_mark(text[at]) && !paired.iter().any(|stretch| stretch.contains(&at)) {
                text[at] = NO_MARK;
            }
        }
    }
    texts
}

/// The stretches of each unit, but for those that only name a title.
fn scan_all(texts: &[Vec<char>], quoted_titles: &[Span]) -> Vec<Vec<Span>> {
    let opens_with = |text: &Vec<char>| {
        let first = text.iter().position(|c| !c.is_whitespace())?;
        opens(text, first).then_some(text[first])
    };
    let offset = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
    let mut all = Vec::with_capacity(texts.len());
    for (position, text) in texts.iter().enumerate() {
        let unit = UnitIx(offset(position));
        let next = texts.get(position + 1).and_then(opens_with);
        let found = scan(text, 0..text.len(), next).into_iter();
        let spans = found.map(|at| Span { unit, start: offset(at.start), end: offset(at.end) });
        let is_title = |span: &Span| quoted_titles.iter().any(|title| names(text, *span, *title));
        all.push(spans.filter(|span| !is_title(span)).collect());
    }
    all
}

/// The code points of a span, as positions in its unit.
const fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// True when the stretch holds the title and beside it only marks, spaces and punctuation.
fn names(text: &[char], stretch: Span, title: Span) -> bool {
    let beside = |from: u32, to: u32| &text[from as usize..to.max(from) as usize];
    stretch.overlaps(title)
        && !beside(stretch.start, title.start).iter().any(|c| is_letter(*c))
        && !beside(title.end, stretch.end).iter().any(|c| is_letter(*c))
}

/// The stretches of a text that lie within a part of it.
fn scan(text: &[char], within: Range<usize>, next_opens_with: Option<char>) -> Vec<Range<usize>> {
    let (mut found, mut known) = (Vec::new(), BTreeMap::new());
    let mut at = within.start;
    while at < within.end {
        if !opens(text, at) {
            at += 1;
            continue;
        }
        let end = match closing(text, at, within.end, &mut known) {
            Closing::At(closing) => closing + 1,
            Closing::Never if next_opens_with == Some(text[at]) => within.end,
            Closing::Never | Closing::Refuted => {
                at += 1;
                continue;
            }
        };
        found.push(at..end);
        at = end;
    }
    found
}

/// What becomes of an opening mark.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Closing {
    /// The mark at this position closes it.
    At(usize),
    /// None does.
    Never,
    /// What follows shows that it opened nothing.
    Refuted,
}

/// How the mark at `open` is closed before `end`. What is seen on the way of other marks of its shape is
/// `known` from then on: of many that are never closed, each would be looked for to the end.
fn closing(
    text: &[char],
    open: usize,
    end: usize,
    known: &mut BTreeMap<usize, Closing>,
) -> Closing {
    if let Some(closing) = known.get(&open) {
        return *closing;
    }
    let opener = text[open];
    let mut waiting = vec![open];
    let mut rest = Closing::Never;
    for at in open + 1..end {
        if closes(text, at, opener) {
            known.extend(waiting.pop().map(|last| (last, Closing::At(at))));
            if waiting.is_empty() {
                return Closing::At(at);
            }
        } else if text[at] == opener && opens(text, at) {
            waiting.push(at);
        } else if refutes(text, at, opener) {
            rest = Closing::Refuted;
            break;
        }
    }
    known.extend(waiting.into_iter().map(|mark| (mark, rest)));
    rest
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
    fn a_closing_mark_alone_turns_nothing_around() {
        check(
            &["Il a parlé de paix », dit Marie Duval, avant d’ajouter : « la paix est proche »."],
            &[],
            &["« la paix est proche »"],
        );
        check(
            &["« Premier.", "Deuxième », dit-il, avant d’ajouter : « suite »."],
            &[],
            &["« suite »"],
        );
        check(&["… paix »dit-il, avant d’ajouter : « suite »."], &[], &["« suite »"]);
        check(&["Frieden“, sagte sie und: „Es ist so weit.“"], &[], &["„Es ist so weit.“"]);
        check(&["Frieden!“, sagte sie. „Ja“"], &[], &["„Ja“"]);
        check(&["Frieden!«, sagte sie. »Ja«"], &[], &["»Ja«"]);
        check(&["Peace!\", he said, then: \"So it is.\""], &[], &["\"So it is.\""]);
        check(&["He said ”yes and left. She said “no”."], &[], &["“no”"]);
        check(&["السلام»، ثم قال: «نعم»."], &[], &["«نعم»"]);
    }

    #[test]
    fn marks_of_one_shape_are_told_apart_by_what_stands_beside_them() {
        check(&["”Ja”, sa hon. ”Nej!” sa han, ”eller …”"], &[], &["”Ja”", "”Nej!”", "”eller …”"]);
        check(&["”Första stycket.", "”Andra”, sa hon."], &[], &["”Första stycket.", "”Andra”"]);
        check(&["»Kyllä», hän sanoi. »Ei!»"], &[], &["»Kyllä»", "»Ei!»"]);
        check(&["»Ja«, sagte sie, »aber ›nie‹!«"], &[], &["»Ja«", "»aber ›nie‹!«"]);
        check(&["‚Ja‘, sagte sie. ‚Nein!‘"], &[], &["‚Ja‘", "‚Nein!‘"]);
        check(&["„Nein, nie\". „Doch!\""], &[], &["„Nein, nie\"", "„Doch!\""]);
        check(&["”نعم“ ثم مضى إلى بيته ”لا“"], &[], &["”نعم“", "”لا“"]);
        check(&["«Oui», dit-il. « Non ! » « Si »"], &[], &["«Oui»", "« Non ! »", "« Si »"]);
        check(&["Er sagte ›nein‹ und ‹non›."], &[], &["›nein‹", "‹non›"]);
        check(&["彼は『行く』と＂言＂った"], &[], &["『行く』"]);
        check(&["＂a＂ and ‹b›"], &[], &["＂a＂", "‹b›"]);
        check(&["‚Ja, sagte sie"], &[], &[]);
    }

    #[test]
    fn letters_written_together_with_the_next_word_may_stand_before_a_mark() {
        check(
            &["وصف الاتفاق بـ\"الخدعة\" و\"الكذبة\" و«الوهم»."],
            &[],
            &["\"الخدعة\"", "\"الكذبة\"", "«الوهم»"],
        );
        check(&["ב\"הארץ\" כתבו על צה\"ל ועל מ\"מ"], &[], &["\"הארץ\""]);
    }

    #[test]
    fn single_marks_are_told_from_apostrophes() {
        check(&["‘“No” was what he said,’ Lund told."], &[], &["‘“No” was what he said,’"]);
        check(&["‘£5m is not enough,’ he said"], &[], &["‘£5m is not enough,’"]);
        check(&["‘…and so we left,’ he said"], &[], &["‘…and so we left,’"]);
        check(&["‘¿Qué?’ dijo"], &[], &["‘¿Qué?’"]);
        check(
            &["‘1,200 left,’ she said, ‘12.5% stayed’"],
            &[],
            &["‘1,200 left,’", "‘12.5% stayed’"],
        );
        check(&["in the ‘90s, the workers’ rights; in ‘24 the cities’ fate"], &[], &[]);
        check(&["the cities’ fate, Hawai‘i’s and the workers’"], &[], &[]);
        // Nothing tells the end of a plural from that of the words.
        check(&["‘the dogs’ bowl is empty’"], &[], &["‘the dogs’"]);
    }

    #[test]
    fn a_mark_that_a_title_holds_alone_is_none() {
        let one = "He told ‘Abd al-Rahman that the cities’ fate was ‘open’, Lund said.";
        check(&[one], &[], &["‘Abd al-Rahman that the cities’", "‘open’"]);
        check(&[one], &["‘Abd al-Rahman"], &["‘open’"]);
        check(&["‘the dogs’ bowl is empty’"], &["dogs’"], &["‘the dogs’ bowl is empty’"]);
        check(&["“‘Abd said “no””, and left’"], &["‘Abd"], &["“‘Abd said “no””"]);
    }

    #[test]
    fn a_title_without_marks_is_found() {
        let check = |title: &str, idle: bool| {
            let unit = Unit::new("At Le Monde “The Wire” he told ‘Abd “a lie, Cut Off, all”.");
            let start = unit.code_point(unit.as_str().find(title).expect("it stands there"));
            let end = start + Unit::new(title).len();
            let found = titles_without_marks(&[unit], &[Span { unit: UnitIx(0), start, end }]);
            assert_eq!(!found.is_empty(), idle, "{title}");
        };
        check("Le Monde", true);
        check("The Wire", false);
        check("‘Abd", false);
        check("Cut Off", false);
    }

    #[test]
    fn quoted_titles_are_not_speech() {
        check(&["In “The Wire” she said “no”."], &["The Wire"], &["“no”"]);
        check(&["In “The Wire” she said “no”."], &["“The Wire”"], &["“no”"]);
        check(&["He called “The Wire a lie”."], &["The Wire"], &["“The Wire a lie”"]);
        check(&["Dans « Le Monde », dit-elle, « non »."], &["Le Monde"], &["« non »"]);
        check(&["In “The Wire?!” she said “no”."], &["The Wire"], &["“no”"]);
    }

    /// The same without remembering anything: each mark is followed to its end.
    fn plainly(text: &[char], open: usize) -> Closing {
        let mut depth = 0;
        for at in open + 1..text.len() {
            if closes(text, at, text[open]) {
                if depth == 0 {
                    return Closing::At(at);
                }
                depth -= 1;
            } else if text[at] == text[open] && opens(text, at) {
                depth += 1;
            } else if refutes(text, at, text[open]) {
                return Closing::Refuted;
            }
        }
        Closing::Never
    }

    proptest::proptest! {
        #[test]
        fn what_is_remembered_is_what_would_be_found(text in "[“”„«»‘’\"a ,]{0,40}") {
            let text: Vec<char> = text.chars().collect();
            let mut known = BTreeMap::new();
            for open in (0..text.len()).filter(|at| opens(&text, *at)) {
                let found = closing(&text, open, text.len(), &mut known);
                proptest::prop_assert_eq!(found, plainly(&text, open));
            }
        }
    }
}
