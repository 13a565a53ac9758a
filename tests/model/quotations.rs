//! Directness follows quotation marks, and nothing but speech counts as quoted.

use onrecord::model::{
    ActorIx, Article, Day, Directness, Precomputed, Rights, Span, Unit, UnitIx, wording,
};

fn article(paragraphs: &[&str], titles: &[&str]) -> Article {
    let mut article = Article {
        outlet: ActorIx(0),
        headline: None,
        published: Day::new(2026, 1, 6).expect("a day"),
        language: "en".into(),
        is_rtl: false,
        address: None,
        rights: Rights { holder: "".into(), notice: "".into() },
        shown: Vec::new(),
        precomputed: Precomputed::default(),
        archived: None,
        single_quotes: false,
        units: paragraphs.iter().map(|text| Unit::new(text)).collect(),
        quoted_titles: Vec::new(),
    };
    article.quoted_titles = titles.iter().map(|title| find(&article, title)).collect();
    article
}

/// Returns the span of the first occurrence of words.
fn find(article: &Article, words: &str) -> Span {
    let place = article.units.iter().zip(0..).find_map(|(unit, ix)| {
        let start = unit.as_str().find(words)?;
        let (start, end) = (unit.code_point(start), unit.code_point(start + words.len()));
        Some(Span { unit: UnitIx(ix), start, end })
    });
    place.unwrap_or_else(|| panic!("{words} should be in the text"))
}

/// Checks the directness, number of words and number of quoted words of content.
fn check(
    paragraphs: &[&str],
    titles: &[&str],
    content: &[&str],
    expected: (Directness, usize, usize),
) {
    let article = article(paragraphs, titles);
    let spans: Vec<Span> = content.iter().map(|piece| find(&article, piece)).collect();
    let found = wording(&article, &article.quotations(), &spans);
    let counted = (found.directness, found.words, found.quoted_words);
    assert_eq!(counted, expected, "{content:?} in {paragraphs:?}");
    let length: usize = content.iter().map(|piece| piece.chars().count()).sum();
    assert_eq!(found.length as usize, length);
    assert!(found.quoted.iter().all(|(start, end)| start < end && *end <= found.length));
    assert!(found.quoted.is_sorted());
}

use Directness::{Direct, Indirect, Mixed};

#[test]
fn directness_follows_quotation_marks() {
    let one = "She said “we will go home” and that they had waited.";
    check(&[one], &[], &["“we will go home”"], (Direct, 4, 4));
    check(&[one], &[], &["we will go home"], (Direct, 4, 4));
    check(&[one], &[], &["“we will go home” and that they had waited"], (Mixed, 9, 4));
    check(&[one], &[], &["that they had waited"], (Indirect, 4, 0));
    check(&[one], &[], &["“we will", "that they"], (Mixed, 4, 2));
    check(
        &["He spoke of \"strategic files\" in talks."],
        &[],
        &["\"strategic files\" in talks"],
        (Mixed, 4, 2),
    );
    check(&["Sie sagte: „Wir gehen“."], &[], &["„Wir gehen“"], (Direct, 2, 2));
    check(&["قال إن «الميناء سيفتح» غدا."], &[], &["«الميناء سيفتح» غدا"], (Mixed, 3, 2));
    // Without spaces, each character counts as a word.
    check(&["彼は「行く」と言った。"], &[], &["「行く」"], (Direct, 2, 2));
    check(&["彼は「行く」と言った。"], &[], &["「行く」と言った"], (Mixed, 6, 2));
}

#[test]
fn unpaired_marks_quote_nothing() {
    check(&["He said “no end to it.", "Next."], &[], &["no end to it"], (Indirect, 4, 0));
    check(&["He said no end to it” twice."], &[], &["no end to it”"], (Indirect, 4, 0));
    check(&["“Open, he said \"shut\" later."], &[], &["he said \"shut\" later"], (Mixed, 4, 1));
    check(&["a 6\" gun and a 9\" gun"], &[], &["6\" gun and a 9\" gun"], (Indirect, 6, 0));
    check(&["Israel’s offer wasn’t theirs’"], &[], &["offer wasn’t theirs’"], (Indirect, 3, 0));
    check(&["It’s the ‘best offer’ they’d had"], &[], &["the ‘best offer’ they’d"], (Mixed, 4, 2));
}

#[test]
fn nested_marks_belong_to_the_outer_quotation() {
    let one = "“He called it ‘a trap’ and left,” she said.";
    check(&[one], &[], &["‘a trap’"], (Direct, 2, 2));
    check(&[one], &[], &["“He called it ‘a trap’ and left,”"], (Direct, 7, 7));
    check(&["“He said “a trap” and left,” she said."], &[], &["and left"], (Direct, 2, 2));
    check(&["\"the ‘files’ matter\" he said"], &[], &["the ‘files’ matter\" he"], (Mixed, 4, 3));
    // Only the outer quotation is closed.
    check(&["“He called it ‘a trap,” she said."], &[], &["‘a trap", "she said"], (Mixed, 4, 2));
}

#[test]
fn a_quotation_continues_in_paragraphs_that_open_again() {
    let two = ["“First the ships.", "“Then the docks,” he said.", "Nothing more."];
    check(&two, &[], &["First the ships.", "Then the docks,"], (Direct, 6, 6));
    check(&two, &[], &["the ships.", "he said"], (Mixed, 4, 2));
    let three = ["“One.", "“Two.", "“Three,” he said."];
    check(&three, &[], &["One.", "Two.", "Three,"], (Direct, 3, 3));
    // Without a mark at the start of the next paragraph, the end of the quotation is unknown.
    check(
        &["“First the ships.", "Then the docks,” he said."],
        &[],
        &["First the ships."],
        (Indirect, 3, 0),
    );
    check(
        &["“First the ships.", "‘Then’ the docks."],
        &[],
        &["First the ships."],
        (Indirect, 3, 0),
    );
}

#[test]
fn quoted_titles_are_not_speech() {
    let one = "In “The Wire” she said “no way”.";
    check(&[one], &["The Wire"], &["In “The Wire” she"], (Indirect, 4, 0));
    check(&[one], &["“The Wire”"], &["“The Wire” she said “no way”"], (Mixed, 6, 2));
    check(&[one], &[], &["In “The Wire” she"], (Mixed, 4, 2));
    // A title inside quoted speech is speech.
    check(&["He said “I loved The Wire so”."], &["The Wire"], &["loved The Wire"], (Direct, 3, 3));
}

#[test]
fn words_between_two_quotations_are_not_quoted() {
    let one = "Il a parlé de paix », dit Marie Duval, avant d’ajouter : « la paix est proche ».";
    check(&[one], &[], &["avant d’ajouter"], (Indirect, 2, 0));
    check(&[one], &[], &["la paix est proche"], (Direct, 4, 4));
    let two = "”نعم“ ثم مضى إلى بيته ”لا“";
    check(&[two], &[], &["ثم مضى إلى بيته"], (Indirect, 4, 0));
    check(&[two], &[], &["نعم", "لا"], (Direct, 2, 2));
    check(
        &["‘“No” was what he said to me,’ Lund told."],
        &[],
        &["“No” was what he"],
        (Direct, 4, 4),
    );
    check(
        &["وصف الاتفاق بـ\"الخدعة\" و\"الكذبة\"."],
        &[],
        &["\"الخدعة\" و\"الكذبة\""],
        // The letter between the marks is "and", which is not quoted.
        (Mixed, 2, 2),
    );
    check(
        &["Pour l’« État » et l’«ordre», dit-il."],
        &[],
        &["l’« État » et l’«ordre»"],
        (Mixed, 4, 2),
    );
}

#[test]
fn listing_a_title_distinguishes_a_mark_from_an_apostrophe() {
    let one = "He told ‘Abd al-Rahman that the people were tired and the cities’ fate was open.";
    let content = ["the people were tired"];
    check(&[one], &[], &content, (Direct, 4, 4));
    check(&[one], &["‘Abd al-Rahman"], &content, (Indirect, 4, 0));
    check(&["In the ‘90s, the workers’ rights"], &[], &["the workers"], (Indirect, 2, 0));
}

#[test]
fn content_without_a_word_is_indirect() {
    check(&["He said “—” and left."], &[], &["—"], (Indirect, 0, 0));
    check(&["He said “👍” and left."], &[], &["“👍”"], (Indirect, 0, 0));
}
