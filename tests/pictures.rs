//! Tests of the preview pictures, decoded by a library that did not encode them.
//!
//! To look at the pictures, name a folder: `ONRECORD_PREVIEWS=/tmp/previews cargo test --test
//! pictures`.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use support::bundle::pictures;

use onrecord::model::{Archive, Kind, Piece, Settings, Statement, attribution_pieces, wording};
use onrecord::picture::{
    Direction, Glyph, HEIGHT, Part, Preview, Run, Speaker, StatementPicture, Step, Subject, WIDTH,
    draw,
};
use onrecord::prerender::{File, alternative, preview, preview_path, routes};
use onrecord::route::Route;
use onrecord::site::Site;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use support::{good, good_files};
use zune_png::PngDecoder;
use zune_png::zune_core::bytestream::ZCursor;

/// Width of the empty margin of every picture, in pixels.
const MARGIN: usize = 46;
/// Maximum size of a picture, in bytes. Previews are requested often.
const MAX_BYTES: usize = 60_000;

/// The pixels of a picture.
struct Pixels {
    width: usize,
    height: usize,
    rgb: Vec<[u8; 3]>,
}

impl Pixels {
    fn of(bytes: &[u8]) -> Self {
        let mut decoder = PngDecoder::new(ZCursor::new(bytes));
        let raw = decoder.decode_raw().expect("a picture can be decoded");
        let (width, height) = decoder.dimensions().expect("a picture has a size");
        let channels = raw.len() / (width * height);
        let rgb = raw.chunks_exact(channels).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        Self { width, height, rgb }
    }

    /// Returns x and y of each pixel that does not have the background colour.
    fn inked(&self) -> impl Iterator<Item = (usize, usize)> {
        let inked = self.rgb.iter().enumerate().filter(|(_, rgb)| **rgb != [255; 3]);
        inked.map(|(at, _)| (at % self.width, at / self.width))
    }

    /// Returns the mean horizontal position of the ink in some rows, from 0 at the left to 1 at the
    /// right.
    fn middle(&self, rows: std::ops::Range<usize>) -> f64 {
        let (mut sum, mut count) = (0, 0);
        for (x, _) in self.inked().filter(|(_, y)| rows.contains(y)) {
            sum += x;
            count += 1;
        }
        sum as f64 / count as f64 / self.width as f64
    }
}

/// Checks the properties that all pictures share, and returns the picture's pixels.
fn check(name: &str, bytes: &[u8]) -> Pixels {
    if let Ok(folder) = std::env::var("ONRECORD_PREVIEWS") {
        let path = Path::new(&folder).join(name);
        fs::create_dir_all(path.parent().expect("the file is in a folder"))
            .expect("the folder can be created");
        fs::write(path, bytes).expect("a picture can be written to the folder");
    }
    assert!(bytes.len() <= MAX_BYTES, "{name} has {} bytes", bytes.len());
    let pixels = Pixels::of(bytes);
    assert_eq!((pixels.width, pixels.height), (WIDTH as usize, HEIGHT as usize), "{name}");
    let mut inked = 0;
    for (x, y) in pixels.inked() {
        let is_inside = (MARGIN..pixels.width - MARGIN).contains(&x)
            && (MARGIN..pixels.height - MARGIN).contains(&y);
        assert!(is_inside, "{name} has ink in its margin, at {x}, {y}");
        inked += 1;
    }
    assert!(inked > 10_000, "{name} is nearly empty: {inked} pixels");
    pixels
}

fn site(file: &str) -> Site {
    Site::new(Archive { dossiers: vec![Arc::new(good(file))] })
}

/// Returns the picture of a statement with these words.
fn statement_preview(words: &[(&str, Part, bool)], direction: Direction) -> Preview {
    let run = |(text, part, is_quoted): &(&str, Part, bool)| Run {
        text: (*text).to_owned(),
        part: *part,
        is_quoted: *is_quoted,
    };
    Preview {
        site: "On Record".to_owned(),
        mark: "M4 4h24v24H4z",
        language: if direction == Direction::Rtl { "ar" } else { "en" }.to_owned(),
        direction,
        subject: Subject::Statement(StatementPicture {
            kind: Kind::Demand,
            label: "Demand".to_owned(),
            glyph: Glyph { lines: "M8 1.5v8", dots: "M8 13.2h0" },
            speakers: vec![Speaker { name: "A minister".to_owned(), is_unnamed: true }],
            how: "unnamed".to_owned(),
            hops: vec![Step {
                role: "relayed by".to_owned(),
                name: "An agency".to_owned(),
                note: String::new(),
            }],
            outlet: "The Outlet".to_owned(),
            published: "6 January 2026".to_owned(),
            words: words.iter().map(run).collect(),
            quoted: vec![(0.2, 0.4)],
            manner: "Mixed: 2 of 36 words quoted, the rest paraphrased".to_owned(),
        }),
    }
}

fn plain(words: &str, direction: Direction) -> Preview {
    statement_preview(&[(words, Part::Content, false)], direction)
}

/// Returns the picture of a statement with every name and label replaced by `name`.
fn named(name: &str) -> Preview {
    let mut preview = plain("The harbour reopens on Friday", Direction::Ltr);
    preview.site = name.to_owned();
    preview.language = name.to_owned();
    if let Subject::Statement(said) = &mut preview.subject {
        said.label = name.to_owned();
        said.how = name.to_owned();
        said.outlet = name.to_owned();
        said.published = name.to_owned();
        said.manner = name.to_owned();
        let speaker = Speaker { name: name.to_owned(), is_unnamed: false };
        said.speakers = vec![speaker; 9];
        let step = Step { role: name.to_owned(), name: name.to_owned(), note: name.to_owned() };
        said.hops = vec![step; 5];
    }
    preview
}

#[test]
fn pictures_of_every_dossier_keep_their_margins_and_are_reproducible() {
    for file in good_files() {
        let site = site(&file);
        let drawn = pictures(&site);
        let statements: usize = site.dossiers.iter().map(|p| p.dossier.statements.len()).sum();
        // No font has the emoji in three statements of this dossier.
        let missing = if file.contains("/rich/") { 3 } else { 0 };
        assert_eq!(drawn.len(), statements + 1 - missing, "{file}");
        for File { path, bytes } in &drawn {
            check(path, bytes);
        }
        assert!(drawn == pictures(&site), "the pictures of {file} differ when drawn again");
    }
}

#[test]
fn every_page_of_a_dossier_names_an_existing_picture() {
    let site = site(support::REAL);
    let drawn: BTreeSet<String> = pictures(&site).into_iter().map(|file| file.path).collect();
    let mut named = BTreeSet::new();
    for route in routes(&site) {
        let path = preview_path(&site, &route);
        assert_eq!(path.is_some(), alternative(&site, &route).is_some(), "{route:?}");
        named.extend(path);
    }
    assert_eq!(drawn, named);
    let statement = routes(&site).into_iter().find(|r| r.path().contains("/withdrawal-timeline/"));
    let statement = statement.expect("the real dossier has this statement");
    assert_eq!(
        preview_path(&site, &statement).as_deref(),
        Some("shafaq-2026-01-06/statements/withdrawal-timeline/preview.png")
    );
    let text = alternative(&site, &statement).expect("it has a picture");
    assert!(text.starts_with("Condition. Shafaq News, 6 January 2026, citing"), "{text}");
}

#[test]
fn a_picture_shows_the_statements_words_and_underlines_exactly_the_quoted_ones() {
    for file in good_files() {
        let site = site(&file);
        for route in routes(&site).iter().filter(|route| matches!(route, Route::Statement(..))) {
            let prepared = site.dossier_of(route).expect("every statement belongs to a dossier");
            let dossier = &prepared.dossier;
            let preview = preview(&site, route).expect("a statement has a picture");
            let Subject::Statement(said) = preview.subject else { panic!("{route:?}") };
            let is_shown = |s: &&Arc<Statement>| route.path().ends_with(&format!("/{}/", s.id));
            let statement = dossier.statements.iter().find(is_shown).expect("the statement exists");
            let article = &dossier.article;
            let expected =
                attribution_pieces(article, statement).into_iter().map(|piece| match piece {
                    Piece::Text(span) => article.text(span),
                    Piece::Gap => " […] ",
                });
            // What the words refer to is the annotator's, and in brackets.
            let ours = said.words.iter().filter(|run| run.part == Part::Ours);
            for run in ours {
                let note = run.text.trim();
                assert!(note.starts_with('[') && note.ends_with(']'), "{route:?}");
                assert!(!run.is_quoted, "{route:?}: {}", run.text);
            }
            let theirs = said.words.iter().filter(|run| run.part != Part::Ours);
            let shown: String = theirs.map(|run| run.text.as_str()).collect();
            assert_eq!(shown, expected.collect::<String>(), "{route:?}");
            let wording = wording(article, &prepared.quotations, &statement.content);
            let quoted = said.words.iter().filter(|r| r.is_quoted && r.part == Part::Content);
            let quoted: usize = quoted.map(|run| run.text.chars().count()).sum();
            let expected: u32 = wording.quoted.iter().map(|(from, to)| to - from).sum();
            assert_eq!(quoted, expected as usize, "{route:?}");
        }
    }
}

#[test]
fn the_picture_named_in_the_head_of_each_page_is_in_the_bundle() {
    let address = "https://example.org/on/";
    let settings = Settings { address: Some(address.to_owned()), ..Settings::default() };
    let files = [support::REAL, "tests/fixtures/good/small/dossier.json"];
    let (dossiers, mut files) = support::bundle::build(&files, settings);
    files.extend(pictures(&Site::new(Archive { dossiers })));
    let start = format!("<meta property=\"og:image\" content=\"{address}");
    let mut count = 0;
    for page in files.iter().filter(|file| file.path.ends_with(".html")) {
        let text = String::from_utf8_lossy(&page.bytes);
        for (at, _) in text.match_indices(&start) {
            let path = text[at + start.len()..].split('"').next().unwrap_or_default();
            assert!(files.iter().any(|file| file.path == path), "{} names {path}", page.path);
            count += 1;
        }
    }
    assert!(count > 20, "{count} pages name a picture");
}

#[test]
fn any_words_stay_inside_the_margins() {
    let ltr = [
        ("shortest", "No"),
        ("longest", &"The harbour reopens on Friday. ".repeat(1_000)),
        ("one-word", &"w".repeat(300)),
        ("one-endless-word", &"W".repeat(5_000)),
        ("german", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz, sagte er"),
        ("emoji", "We’ll wait 👩‍👩‍👧 together 🚢🇸🇾 ☺️"),
        ("control", "a\u{0}b\u{7}c\u{1b}[31md\u{7f}e\u{85}f\r\n\tg\u{feff}h\u{2028}i"),
        ("override", "abc \u{202e}def ghi\u{202c} jkl \u{2067}mno\u{2069} \u{202d}p"),
        ("stacked", &format!("Z{0}a{0}l{0}g{0}o", "\u{301}\u{330}\u{34d}".repeat(30))),
        ("markup", "</svg></text><script>alert('x')</script> & &amp; \"q\" <![CDATA[ %s {}"),
        ("scripts", "Ελληνικά, кириллица, עברית, العربية, 漢字, हिन्दी, ไทย, 한국어"),
        ("wide", "\u{fdfd}\u{fdfd}\u{fdfd} ﷽ \u{12031}\u{2e3b}\u{2e3b}\u{2e3b}"),
        ("marks-only", "\u{301}\u{301} \u{fe0f}\u{200d}\u{e0001}\u{fffe}\u{10ffff}"),
    ];
    for (name, words) in ltr {
        check(&format!("said/{name}.png"), &draw(&plain(words, Direction::Ltr)));
        check(&format!("said/{name}-rtl.png"), &draw(&plain(words, Direction::Rtl)));
    }
    check("said/nothing.png", &draw(&plain("", Direction::Ltr)));
}

#[test]
fn any_names_stay_inside_the_margins() {
    let names = [
        ("empty", ""),
        ("lines", "A\nname\r\nin\tlines"),
        ("markup", "<b>Bold</b> & \"so\" </title><script>"),
        ("long", &"Office of the Deputy Undersecretary ".repeat(20)),
        ("long-word", &"Undersecretary".repeat(60)),
        ("override", "evil \u{202e}gnp.exe\u{2066}\u{202e}"),
        ("arabic", "مكتب رئيس الوزراء في وزارة الشؤون الخارجية والتعاون الدولي"),
        ("one-letter", "I"),
    ];
    for (name, text) in names {
        check(&format!("names/{name}.png"), &draw(&named(text)));
    }
}

const ARABIC: &str = "اتهم المسؤول السوري إسرائيل بالمماطلة عبر استخدام تفاصيل فنية في المحادثات، وقال إن \
                      عليها التخلي عن «العقلية التوسعية» حتى تتمكن المحادثات من المضي قدمًا";

#[test]
fn arabic_pictures_start_at_the_right() {
    let words = [
        ("المسؤول السوري", Part::Source { is_unnamed: true }, false),
        (" ", Part::Between, false),
        ("قال", Part::Cue, false),
        (" إن على إسرائيل ", Part::Content, false),
        ("«التخلي عن العقلية التوسعية»", Part::Content, true),
    ];
    let arabic = check("said/arabic.png", &draw(&statement_preview(&words, Direction::Rtl)));
    let english = [("A Syrian official", Part::Source { is_unnamed: true }, false)];
    let english = check("said/english.png", &draw(&statement_preview(&english, Direction::Ltr)));
    // The rows of the words, without the rules across the whole picture.
    assert!(arabic.middle(230..520) > 0.55, "{}", arabic.middle(230..520));
    assert!(english.middle(230..520) < 0.45, "{}", english.middle(230..520));
    // The label and the name of the site change sides.
    let (right, left) = (arabic.middle(60..120), english.middle(60..120));
    assert!((right + left - 1.0).abs() < 0.02 && (right - left).abs() > 0.05, "{right} {left}");
    // The chain and the footer are mirrored as well.
    for rows in [130..190, 545..580] {
        let (right, left) = (arabic.middle(rows.clone()), english.middle(rows.clone()));
        assert!(right > left, "{rows:?}: {right} {left}");
    }
    check("said/arabic-long.png", &draw(&plain(&format!("{ARABIC}. ").repeat(9), Direction::Rtl)));
    check("said/arabic-plain.png", &draw(&plain(ARABIC, Direction::Rtl)));
    let mixed = "قال Reuters إن اتفاق 1974 (UNDOF) ما زال ساريًا, said the U.N. في نيويورك";
    check("said/mixed.png", &draw(&plain(mixed, Direction::Rtl)));
    check("said/mixed-ltr.png", &draw(&plain(mixed, Direction::Ltr)));
}
