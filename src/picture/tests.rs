//! Tests of the layout, before it is painted as pixels.

use super::fit::{Area, fit};
use super::fonts::Typeface;
use super::lines::{Line, Lines, break_lines};
use super::palette::Ink;
use super::paragraph::{Atom, Frame, Paragraph, Style};
use super::sheet::{Mark, Sheet};
use super::*;
use proptest::prelude::*;

const PLAIN: Style = Style::plain(Typeface::Serif, Ink::First);
const MARK: Style = Style::plain(Typeface::Sans, Ink::Third);

fn mark(direction: Direction) -> Paragraph {
    Paragraph::plain("[…]", MARK, Some(direction))
}

/// Returns the words of a line, in visual order if `seen` is true, else in reading order.
fn words(line: &Line, paragraph: &Paragraph, mark: &Paragraph, seen: bool) -> String {
    let text = |atom: &Atom| {
        let of = if atom.style == MARK { mark } else { paragraph };
        of.text[atom.start..atom.end].to_owned()
    };
    if seen {
        line.placed().iter().map(|placed| text(placed.atom)).collect()
    } else {
        line.atoms.iter().map(text).collect()
    }
}

fn broken(text: &str, width: f32, max_lines: usize) -> (Lines, Vec<String>) {
    let paragraph = Paragraph::plain(text, PLAIN, Some(Direction::Ltr));
    let mark = mark(Direction::Ltr);
    let lines = break_lines(&paragraph, width, max_lines, &mark);
    for line in &lines.lines {
        assert!(line.width() <= width, "{text:?} in {width}");
    }
    let texts = lines.lines.iter().map(|line| words(line, &paragraph, &mark, false)).collect();
    (lines, texts)
}

#[test]
fn lines_break_and_are_cut_between_words() {
    let check = |width: f32, max_lines: usize, expected: &[&str]| {
        let text = "The harbour reopens on Friday";
        assert_eq!(broken(text, width, max_lines).1, expected, "{width} {max_lines}");
    };
    check(50.0, 3, &["The harbour reopens on Friday"]);
    check(8.0, 3, &["The harbour", "reopens on", "Friday"]);
    check(8.0, 2, &["The harbour", "reopens on […]"]);
    check(6.0, 2, &["The harbour", "reopens […]"]);
    check(8.0, 1, &["The harbour […]"]);
    check(6.0, 1, &["The […]"]);
    check(3.0, 1, &["Th[…]"]);
}

#[test]
fn the_mark_for_omitted_words_appears_once_and_only_where_words_are_omitted() {
    let text = "word ".repeat(40);
    for max_lines in 1..12 {
        let (lines, texts) = broken(&text, 12.0, max_lines);
        let marks = texts.concat().matches("[…]").count();
        assert_eq!(marks, usize::from(lines.is_cut), "{max_lines}");
        assert_eq!(lines.is_cut, texts.last().is_some_and(|last| last.ends_with(" […]")));
        let kept = texts.join(" ").matches("word").count();
        assert_eq!(lines.is_cut, kept < 40, "{max_lines}");
    }
}

#[test]
fn a_word_longer_than_a_line_is_split_between_letters() {
    let (lines, texts) = broken(&"e\u{301}".repeat(100), 10.0, 50);
    assert!(!lines.is_cut && lines.splits > 1);
    assert_eq!(texts.concat(), "e\u{301}".repeat(100));
    assert!(texts.iter().all(|line| line.starts_with('e')), "{texts:?}");
}

#[test]
fn lines_are_in_the_visual_order_of_their_scripts() {
    let check = |text: &str, direction: Direction, expected: &str| {
        let paragraph = Paragraph::plain(text, PLAIN, Some(direction));
        let mark = mark(direction);
        let lines = break_lines(&paragraph, 100.0, 1, &mark);
        assert_eq!(words(&lines.lines[0], &paragraph, &mark, true), expected, "{text}");
    };
    check("one two", Direction::Ltr, "one two");
    check("قال إن", Direction::Rtl, "إن قال");
    check("قال Reuters News أمس", Direction::Rtl, "أمس Reuters News قال");
    check("said قال إن yesterday", Direction::Ltr, "said إن قال yesterday");
    check("اتفاق 1974 هنا", Direction::Rtl, "هنا 1974 اتفاق");
}

#[test]
fn arabic_is_cut_at_its_end_on_the_left() {
    let paragraph = Paragraph::plain(&"كلمة ".repeat(40), PLAIN, Some(Direction::Rtl));
    let mark = mark(Direction::Rtl);
    let lines = break_lines(&paragraph, 12.0, 2, &mark);
    assert!(lines.is_cut);
    let seen = words(&lines.lines[1], &paragraph, &mark, true);
    assert!(seen.starts_with("[…] "), "{seen}");
}

#[test]
fn letters_join_across_a_change_of_style() {
    let joined = Paragraph::plain("بب", PLAIN, Some(Direction::Rtl));
    let split = Paragraph::new(
        &[("ب", PLAIN), ("ب", Style { is_quoted: true, ..PLAIN })],
        Some(Direction::Rtl),
        "ar",
    );
    let glyphs = |paragraph: &Paragraph| {
        let atoms = paragraph.atoms.iter().rev();
        atoms.flat_map(|atom| &atom.shapes.shapes).map(|s| s.glyph).collect::<Vec<_>>()
    };
    assert_eq!(glyphs(&joined), glyphs(&split));
}

#[test]
fn longer_text_is_set_smaller_and_then_cut() {
    let area = Area { width: 1000.0, height: 300.0, leading: 1.3 };
    let mut before = f32::MAX;
    for count in [1, 15, 25, 35, 45, 400] {
        let text = "word ".repeat(count);
        let paragraph = Paragraph::plain(&text, PLAIN, None);
        let fitted = fit(&paragraph, area, &[80.0, 60.0, 40.0], &mark(Direction::Ltr));
        assert!(fitted.size <= before, "{count}");
        assert_eq!(fitted.lines.is_cut, count == 400, "{count}");
        let height = fitted.lines.lines.len() as f32 * fitted.size * area.leading;
        assert!(height <= area.height, "{count}: {height}");
        before = fitted.size;
    }
}

fn statement_preview(words: Vec<Run>, direction: Direction) -> Preview {
    Preview {
        site: "On Record".to_owned(),
        mark: "M4 4h24v24H4z",
        language: "en".to_owned(),
        direction,
        subject: Subject::Statement(StatementPicture {
            kind: Kind::Denial,
            label: "Denial".to_owned(),
            glyph: Glyph { lines: "M3.8 12.2l8.4-8.4", dots: "" },
            speakers: vec![Speaker { name: "A minister".to_owned(), is_unnamed: false }],
            how: String::new(),
            hops: Vec::new(),
            outlet: "The Outlet".to_owned(),
            published: "6 January 2026".to_owned(),
            words,
            quoted: vec![(0.0, 1.0)],
            manner: "Direct".to_owned(),
        }),
    }
}

fn run(text: &str, part: Part, is_quoted: bool) -> Run {
    Run { text: text.to_owned(), part, is_quoted }
}

#[test]
fn only_sources_are_boxed_and_only_quoted_words_are_underlined() {
    let words = |is_unnamed| {
        vec![
            run("A minister", Part::Source { is_unnamed }, false),
            run(" ", Part::Between, false),
            run("said", Part::Cue, false),
            run(" it was ", Part::Content, false),
            run("“not so”", Part::Content, true),
        ]
    };
    let count = |sheet: &Sheet, dashed: Frame| {
        let frames = sheet.marks.iter().filter(|mark| match mark {
            Mark::Frame(Ink::Edge, _, frame, _) => *frame == dashed,
            _ => false,
        });
        frames.count()
    };
    let named = sheet(&statement_preview(words(false), Direction::Ltr));
    let unnamed = sheet(&statement_preview(words(true), Direction::Ltr));
    assert_eq!((count(&named, Frame::Solid), count(&named, Frame::Dashed)), (1, 0));
    assert_eq!((count(&unnamed, Frame::Solid), count(&unnamed, Frame::Dashed)), (0, 1));
    // There are three bars: the rule at the top, the thick part of the strip, and the line under
    // the quoted words.
    let bars = |sheet: &Sheet| {
        let bars = sheet.marks.iter().filter(|mark| matches!(mark, Mark::Bar(Ink::First, _)));
        bars.count()
    };
    assert_eq!(bars(&named), 3);
    let bare =
        sheet(&statement_preview(vec![run("it was not so", Part::Content, false)], Direction::Ltr));
    assert_eq!(bars(&bare), 2);
}

#[test]
fn lines_neither_overlap_nor_leave_their_area() {
    for count in [1, 3, 12, 30, 60, 5_000] {
        for direction in [Direction::Ltr, Direction::Rtl] {
            let word = if direction == Direction::Rtl { "كلمات " } else { "words " };
            let preview =
                statement_preview(vec![run(&word.repeat(count), Part::Content, true)], direction);
            let sheet = sheet(&preview);
            assert_eq!(sheet.is_cut, count == 5_000, "{count}");
            let mut main: Vec<_> = sheet.lines.iter().filter(|line| line.size > 34.0).collect();
            // The label is the first line, and large enough to pass the filter.
            main.retain(|line| line.rect.y > 120.0);
            for pair in main.windows(2) {
                assert!(pair[0].rect.y + pair[0].rect.h <= pair[1].rect.y + 1.0, "{count}");
            }
            for line in main {
                let right = line.rect.x + line.rect.w;
                let bounds = sheet::MARGIN - 0.5..=WIDTH as f32 - sheet::MARGIN + 0.5;
                assert!(bounds.contains(&line.rect.x) && bounds.contains(&right), "{count}");
                let edge = if direction == Direction::Rtl { right } else { line.rect.x };
                let leading =
                    if direction == Direction::Rtl { bounds.end() } else { bounds.start() };
                assert!((edge - leading).abs() < 1.0, "{count} {direction:?}");
            }
        }
    }
}

/// Generates words with everything that makes layout hard, and any other Unicode text.
fn any_words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[a-z]{1,12} ",
        3 => "[ء-ي]{1,12} ",
        1 => "[\u{590}-\u{5ff}]{1,9}",
        1 => "[0-9.,:%]{1,5}",
        1 => "[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{300}-\u{36f}]{1,9}",
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_words_stay_inside_the_margins(
        words in proptest::collection::vec((any_words(), 0..5_u8, any::<bool>()), 0..5),
        is_rtl: bool,
    ) {
        let part = |number| match number {
            0 => Part::Source { is_unnamed: true },
            1 => Part::Cue,
            2 => Part::Between,
            3 => Part::Gap,
            _ => Part::Content,
        };
        let runs = words.iter().map(|(text, number, quoted)| run(text, part(*number), *quoted));
        let direction = if is_rtl { Direction::Rtl } else { Direction::Ltr };
        let sheet = sheet(&statement_preview(runs.collect(), direction));
        let (left, right) = (sheet::MARGIN - 0.5, WIDTH as f32 - sheet::MARGIN + 0.5);
        for line in &sheet.lines {
            prop_assert!(line.rect.x >= left && line.rect.x + line.rect.w <= right, "{line:?}");
            prop_assert!(line.rect.y + line.rect.h <= sheet::FOOT, "{line:?}");
        }
        for mark in &sheet.marks {
            if let Mark::Frame(_, rect, ..) | Mark::Bar(_, rect) = mark {
                prop_assert!(rect.x >= left && rect.x + rect.w <= right, "{rect:?}");
            }
        }
    }
}
