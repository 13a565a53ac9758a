//! Which stretches of a text are quotations: pairs of marks, in many languages.

use super::super::{Span, Unit, UnitIx};
use super::{Convention, Quotations, single_quotations, titles_without_marks};

fn check(paragraphs: &[&str], titles: &[&str], expected: &[&str]) {
    let units: Vec<Unit> = paragraphs.iter().map(|text| Unit::new(text)).collect();
    let titles: Vec<Span> = titles
        .iter()
        .map(|title| {
            let byte = paragraphs[0].find(title).expect("the title is in the text");
            let start = units[0].code_point(byte);
            let end = units[0].code_point(byte + title.len());
            Span { unit: UnitIx(0), start, end }
        })
        .collect();
    let found = Quotations::find(&units, &titles, Convention::default());
    let texts: Vec<&str> = (0..units.len())
        .flat_map(|i| found.of(UnitIx(i as u32)))
        .map(|s| units[s.unit.index()].slice(s.start, s.end))
        .collect();
    assert_eq!(texts, expected, "{paragraphs:?}");
}

#[test]
fn pairs_marks() {
    check(&["He said \"a b\" and “c”."], &[], &["\"a b\"", "“c”"]);
    check(&["„Ja“, sagte sie. »Nein«"], &[], &["„Ja“", "»Nein«"]);
    check(&["قال «نعم» ثم"], &[], &["«نعم»"]);
    check(&["It’s Israel’s ‘best offer’, they’d say"], &[], &["‘best offer’"]);
    check(&["a 6\" gun and a 9\" gun"], &[], &[]);
}

/// Checks the quotations of an article in a language.
fn check_in(language: &str, paragraphs: &[&str], expected: &[&str]) {
    let units: Vec<Unit> = paragraphs.iter().map(|text| Unit::new(text)).collect();
    let convention = Convention { language, single_quotes: false };
    let found = Quotations::find(&units, &[], convention);
    let all = (0..units.len()).flat_map(|i| found.of(UnitIx(i as u32)));
    let texts: Vec<_> =
        all.map(|span| units[span.unit.index()].slice(span.start, span.end)).collect();
    assert_eq!(texts, expected, "{language}: {paragraphs:?}");
}

#[test]
fn particles_and_endings_follow_a_closing_mark() {
    check_in("ko", &["장관은 \"끝났다\"고 했고 ‘실수’라며 웃었다."], &["\"끝났다\"", "‘실수’"]);
    check_in("ko", &["그는 “모른다”는 말만 했다."], &["“모른다”"]);
    check_in("eu", &["\"Bai\"ko bat eman zuen."], &["\"Bai\""]);
    check_in("tr", &["“Evet”ten sonra \"hayır\"dedi."], &["“Evet”", "\"hayır\""]);
    check_in("hu", &["A „nem”et választotta."], &["„nem”"]);
    check_in("ja", &["大臣は\"嘘\"だと言い、“罠”とも呼んだ。"], &["\"嘘\"", "“罠”"]);
    check_in("en", &["He said \"no\"s and \"yes\"."], &["\"yes\""]);
}

#[test]
fn straight_marks_stand_between_letters_of_scripts_without_spaces() {
    check_in("zh", &["部长称协议是\"陷阱\"，又说\"不会\"签字。"], &["\"陷阱\"", "\"不会\""]);
    check_in("th", &["เขาบอกว่า\"ไม่\"แล้วเดินออกไป"], &["\"ไม่\""]);
    check_in("zh", &["他称之为\"陷阱\"的协议"], &["\"陷阱\""]);
    check_in("ja", &["6\"の銃"], &[]);
}

#[test]
fn a_closing_mark_before_a_paragraph_continues_the_quotation() {
    check_in(
        "es",
        &["Dijo: «No vamos.", "»Tampoco hoy», añadió.", "»Nada más"],
        &["«No vamos.", "»Tampoco hoy»"],
    );
    check_in("es", &["«Uno.", "»Dos.", "»Tres», dijo."], &["«Uno.", "»Dos.", "»Tres»"]);
    check_in("es", &["Dijo “uno.", "”Dos”, y calló."], &["“uno.", "”Dos”"]);
    check_in("es", &["Dijo «uno».", "»Dos», y calló."], &["«uno»"]);
    check_in("it", &["«Primo.", "»Secondo»."], &["«Primo.", "»Secondo»"]);
}

#[test]
fn marks_at_the_start_of_a_quotation_nest() {
    check_in("de", &["»›Nein‹ ist eine Antwort«, sagte sie."], &["»›Nein‹ ist eine Antwort«"]);
    check_in("de", &["›»Nein« ist eine Antwort‹, sagte sie."], &["›»Nein« ist eine Antwort‹"]);
    check_in("de", &["„‚Nein‘ ist eine Antwort“, sagte sie."], &["„‚Nein‘ ist eine Antwort“"]);
    check_in("fr", &["« ‹ Non › est une réponse », dit-elle."], &["« ‹ Non › est une réponse »"]);
    check_in("ru", &["««Нет» — это ответ», — сказала она."], &["««Нет» — это ответ»"]);
}

#[test]
fn hebrew_marks_are_those_of_its_keyboard() {
    check_in("he", &["השרה אמרה: ״המעבורת תחזור״, ועל צה״ל שתקה."], &["״המעבורת תחזור״"]);
    check_in("he", &["ב״הארץ״ כתבו על מ״מ."], &["״הארץ״"]);
}

#[test]
fn a_mark_of_another_keyboard_closes_if_no_other_does() {
    check_in("en", &["“Anna is here\", she said."], &["“Anna is here\""]);
    check_in("en", &["She said: \"We wait.” Then she left."], &["\"We wait.”"]);
    check_in("en", &["“We \"wait\" here”, she said."], &["“We \"wait\" here”"]);
    check_in("en", &["“One\" and “two”."], &["“One\"", "“two”"]);
    check_in("en", &["“open but \"closed\" inside"], &["\"closed\""]);
    check_in("en", &["“no end and a 6\" gun"], &[]);
}

#[test]
fn the_marks_of_the_language_come_before_guesses() {
    // Without the language, the second mark seems to open.
    check_in("en", &["“Yes,” he said.”No", "One ”word” more"], &["“Yes,”"]);
    check_in("de", &["„Ja“, sagte sie. “Nein“"], &["„Ja“"]);
    check_in("pl", &["„Tak”, powiedziała. ”Nie”"], &["„Tak”"]);
    check_in("ru", &["«Да», сказала она. „Нет“"], &["«Да»", "„Нет“"]);
    check_in("sv", &["”Ja”, sade hon. ”Nej”"], &["”Ja”", "”Nej”"]);
}

#[test]
fn straight_single_marks_quote_only_if_the_article_says_so() {
    let units = ["'We wait,' she said of the workers' fate in the '90s.", "It isn't 'over'."];
    let units = units.map(Unit::new);
    let found = Quotations::find(&units, &[], Convention::default());
    assert_eq!(found, Quotations::new(vec![vec![], vec![]]));
    let found = single_quotations(&units, &[], "en");
    let texts: Vec<&str> =
        found.iter().map(|it| units[it.unit.index()].slice(it.start, it.end)).collect();
    assert_eq!(texts, ["'We wait,'", "'over'"]);
}

#[test]
fn nested_marks_belong_to_the_outer_quotation() {
    check(
        &["“he called it ‘a trap’, then “left””, she said"],
        &[],
        &["“he called it ‘a trap’, then “left””"],
    );
    check(&["\"the ‘files’ matter\" he said"], &[], &["\"the ‘files’ matter\""]);
}

#[test]
fn ignores_unpaired_marks() {
    check(&["He said “no end", "Next."], &[], &[]);
    check(&["no start” here and \"then\" one"], &[], &["\"then\""]);
    check(&["“open but \"closed\" inside"], &[], &["\"closed\""]);
}

#[test]
fn a_quotation_continues_if_the_next_paragraph_opens_again() {
    check(&["“First part.", "“Second part.”", "End."], &[], &["“First part.", "“Second part.”"]);
    check(&["\"First part.", "\"Second part.\""], &[], &["\"First part.", "\"Second part.\""]);
}

#[test]
fn an_unpaired_closing_mark_does_not_open() {
    check(
        &["Il a parlé de paix », dit Marie Duval, avant d’ajouter : « la paix est proche »."],
        &[],
        &["« la paix est proche »"],
    );
    check(&["« Premier.", "Deuxième », dit-il, avant d’ajouter : « suite »."], &[], &["« suite »"]);
    check(&["… paix »dit-il, avant d’ajouter : « suite »."], &[], &["« suite »"]);
    check(&["Frieden“, sagte sie und: „Es ist so weit.“"], &[], &["„Es ist so weit.“"]);
    check(&["Frieden!“, sagte sie. „Ja“"], &[], &["„Ja“"]);
    check(&["Frieden!«, sagte sie. »Ja«"], &[], &["»Ja«"]);
    check(&["Peace!\", he said, then: \"So it is.\""], &[], &["\"So it is.\""]);
    check(&["He said ”yes and left. She said “no”."], &[], &["“no”"]);
    check(&["السلام»، ثم قال: «نعم»."], &[], &["«نعم»"]);
}

#[test]
fn the_neighbouring_characters_decide_between_opening_and_closing() {
    check(&["”Ja”, sa hon. ”Nej!” sa han, ”eller …”"], &[], &["”Ja”", "”Nej!”", "”eller …”"]);
    check(&["”Första stycket.", "”Andra”, sa hon."], &[], &["”Första stycket.", "”Andra”"]);
    check(&["»Kyllä», hän sanoi. »Ei!»"], &[], &["»Kyllä»", "»Ei!»"]);
    check(&["»Ja«, sagte sie, »aber ›nie‹!«"], &[], &["»Ja«", "»aber ›nie‹!«"]);
    check(&["‚Ja‘, sagte sie. ‚Nein!‘"], &[], &["‚Ja‘", "‚Nein!‘"]);
    check(&["„Nein, nie\". „Doch!\""], &[], &["„Nein, nie\"", "„Doch!\""]);
    check(&["”نعم“ ثم مضى إلى بيته ”لا“"], &[], &["”نعم“", "”لا“"]);
    check(&["«Oui», dit-il. « Non ! » « Si »"], &[], &["«Oui»", "« Non ! »", "« Si »"]);
    check(&["Er sagte ›nein‹ und ‹non›."], &[], &["›nein‹", "‹non›"]);
    check(&["彼は『行く』と＂言＂った"], &[], &["『行く』", "＂言＂"]);
    check(&["＂a＂ and ‹b›"], &[], &["＂a＂", "‹b›"]);
    check(&["‚Ja, sagte sie"], &[], &[]);
}

#[test]
fn a_mark_can_follow_a_prefixed_particle() {
    check(
        &["وصف الاتفاق بـ\"الخدعة\" و\"الكذبة\" و«الوهم»."],
        &[],
        &["\"الخدعة\"", "\"الكذبة\"", "«الوهم»"],
    );
    check(&["ב\"הארץ\" כתבו על צה\"ל ועל מ\"מ"], &[], &["\"הארץ\""]);
}

#[test]
fn distinguishes_single_marks_from_apostrophes() {
    check(&["‘“No” was what he said,’ Lund told."], &[], &["‘“No” was what he said,’"]);
    check(&["‘£5m is not enough,’ he said"], &[], &["‘£5m is not enough,’"]);
    check(&["‘…and so we left,’ he said"], &[], &["‘…and so we left,’"]);
    check(&["‘¿Qué?’ dijo"], &[], &["‘¿Qué?’"]);
    check(&["‘1,200 left,’ she said, ‘12.5% stayed’"], &[], &["‘1,200 left,’", "‘12.5% stayed’"]);
    check(&["in the ‘90s, the workers’ rights; in ‘24 the cities’ fate"], &[], &[]);
    check(&["the cities’ fate, Hawai‘i’s and the workers’"], &[], &[]);
    // A plural possessive looks the same as a closing mark.
    check(&["‘the dogs’ bowl is empty’"], &[], &["‘the dogs’"]);
}

#[test]
fn an_unpaired_mark_in_a_title_is_ignored() {
    let one = "He told ‘Abd al-Rahman that the cities’ fate was ‘open’, Lund said.";
    check(&[one], &[], &["‘Abd al-Rahman that the cities’", "‘open’"]);
    check(&[one], &["‘Abd al-Rahman"], &["‘open’"]);
    check(&["‘the dogs’ bowl is empty’"], &["dogs’"], &["‘the dogs’ bowl is empty’"]);
    check(&["“‘Abd said “no””, and left’"], &["‘Abd"], &["“‘Abd said “no””"]);
}

#[test]
fn finds_titles_without_marks() {
    let check = |title: &str, is_idle: bool| {
        let unit = Unit::new("At Le Monde “The Wire” he told ‘Abd “a lie, Cut Off, all”.");
        let start = unit.code_point(unit.as_str().find(title).expect("the title is in the text"));
        let end = start + Unit::new(title).len();
        let found = titles_without_marks(
            &[unit],
            &[Span { unit: UnitIx(0), start, end }],
            Convention::default(),
        );
        assert_eq!(!found.is_empty(), is_idle, "{title}");
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
