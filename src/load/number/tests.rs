//! Tests of the numbers that words are parsed as.

use super::*;
use Comparison::{Doubtful, Match, Mismatch, Uncertain, Unreadable};

/// What the words of the tests count.
const NOUNS: [&str; 2] = [
    "people violations ships troops degrees loan race rupees Euro personnes kişi osób خرقا шт",
    "of them the بلدات",
];

/// Checks that the words match some values and do not match others.
fn check(language: &str, words: &str, matching: &[&str], other: &[&str]) {
    let compared = |value: &str| {
        let value = Decimal::parse(value).expect("a decimal");
        compare(words, language, &NOUNS, value)
    };
    for value in matching {
        assert_eq!(compared(value), Match, "{words} {value}");
    }
    for value in other {
        assert_ne!(compared(value), Match, "{words} {value}");
    }
}

fn is(words: &str, value: &str, expected: Comparison) {
    let value = Decimal::parse(value).expect("a decimal");
    assert_eq!(compare(words, "en", &NOUNS, value), expected, "{words} {value}");
}

#[test]
fn parses_digits_and_multipliers() {
    check("en", "460 violations", &["460"], &["46"]);
    check("en", "1,500 people", &["1500"], &["1.5"]);
    check("en", "about 1.5 million", &["1500000"], &["1.5", "1", "5000000"]);
    check("ar", "٤٦٠ خرقا", &["460"], &[]);
    check("ar", "٣ ملايين و 2 مليون", &["2000000", "3000000"], &["2", "3"]);
    check("en", "three hundred and five", &["305"], &["300", "5"]);
    check("en", "-3 degrees", &["-3"], &["3"]);
    check("en", "minus 5, or −7", &["-5", "-7"], &["5", "7"]);
    check("en", "5%", &["5"], &[]);
    check("en", "40-50 people", &["40", "50"], &["-50", "4050"]);
    check("en", "a 1.5m loan", &["1500000"], &[]);
    check("en", "the 100 m race", &["100"], &[]);
    check("en", "about 3bn, $3B", &["3000000000"], &["3"]);
    check("en", "1.5mn, 1.5 mln", &["1500000"], &["1.5"]);
    check("en", "3 tn and 2 lakh", &["3000000000000", "200000"], &["2"]);
    check("en", "2 crore 5 lakh", &["20500000"], &["20000000"]);
    check("en", "the 5th of COVID-19", &["5"], &["19"]);
    check("en", "3 thousand million", &["3000000000"], &["3000"]);
    check("en", &"hundred ".repeat(40), &[], &["1", "100"]);
    check("en", &("hundred ".repeat(9) + "trillion"), &[], &["1"]);
}

#[test]
fn never_parses_part_of_a_number() {
    check("en", "twenty-five thousand troops", &["25000"], &["20", "5", "25", "1000", "5000"]);
    check("en", "four hundred sixty", &["460"], &["4", "60", "400"]);
    check("en", "460 thousand", &["460000"], &["460", "1000"]);
    check("en", "one hundred and two hundred", &["100", "200"], &["102", "10200"]);
    check("en", "two hundred three hundred", &[], &["203", "200", "300"]);
    check("en", "one thousand and two thousand", &["1000", "2000"], &["1002"]);
    // Two numbers side by side may be one that is not understood, such as a year.
    check("en", "nineteen seventy", &[], &["19", "70", "1970", "89"]);
    check("en", "1.2.3", &[], &["1", "123", "1.2"]);
}

#[test]
fn parses_fractions_and_shared_multipliers() {
    check("en", "half a million", &["500000"], &["1000000", "0.5"]);
    check("en", "two and a half million", &["2500000"], &["2", "2000000", "1500000"]);
    check("en", "a million and a half", &["1500000"], &["1000000"]);
    check("en", "a quarter of a million", &["250000"], &[]);
    check("en", "half a dozen, half of them", &["6", "0.5", "50"], &["12"]);
    check("en", "two thirds", &["0.67", "0.66", "66.7", "67"], &["2", "0.6", "3"]);
    check("en", "three-quarters", &["0.75", "75"], &["3"]);
    check("en", "1½ or 2 ½", &["1.5", "2.5"], &["2"]);
    check("en", "1/4", &["0.25", "25"], &[]);
    check("en", "half a hundred", &["50"], &["100"]);
    for words in ["two to three million", "2-3 million", "2–3 million", "2 to 3 million", "$2-$3mn"]
    {
        check("en", words, &["2000000", "3000000"], &["2"]);
    }
    check("en", "between two and three dozen", &["24", "36"], &["2", "3"]);
    check("en", "2 and 3 million", &["2", "2000000", "3000000"], &["3"]);
    check("en", "5 or 6 hundred thousand", &["500000", "600000"], &["5", "500"]);
    check("en", "three hundred to four hundred thousand", &["300000", "400000"], &["300"]);
    check("en", "from 900,000 to 1.2 million", &["900000", "1200000"], &[]);
}

#[test]
fn the_language_decides_what_a_single_separator_means() {
    check("en", "460,000", &["460000"], &["460"]);
    check("en-GB", "1.500", &["1.5"], &["1500"]);
    check("de", "1.500 und 2,500", &["1500", "2.5"], &["1.5", "2500"]);
    check("de-CH", "1’500 und 1.500", &["1500", "1.5"], &[]);
    check("ar", "460,000", &["460000", "460"], &[]);
    check("ar", "٤٦٠٬٠٠٠ و ١٫٥٠٠", &["460000", "1.5"], &["460", "1500"]);
    check("en", "1,5 Prozent", &["1.5"], &["15"]);
    check("de", "12.345.678,5 Euro", &["12345678.5"], &[]);
    check("en", "12,34,567 rupees and 0.500", &["1234567", "0.5"], &["500"]);
    check("fr", "10 000 et 10\u{202f}000 personnes", &["10000"], &["10", "0"]);
    check("en", "in 2024 500 people", &["2024", "500"], &[]);
}

#[test]
fn parses_other_languages() {
    check("bn", "৪৬০", &["460"], &[]);
    check("ja", "１２ と 3万人", &["12", "30000"], &["3"]);
    check("de", "2,5 Millionen", &["2500000"], &["2.5"]);
    check("de", "fünf, fünfundzwanzig, zweihundertdreitausend", &["5", "25", "203000"], &["20"]);
    check("de", "eine halbe Million", &["500000"], &["1000000"]);
    check("de", "zwischen fünf und zwanzig", &["5", "20"], &["25"]);
    check("fr", "3 milliards", &["3000000000"], &["3"]);
    check("fr", "vingt-cinq et quatre-vingt-dix-sept", &["25", "97"], &["20", "5", "4"]);
    check("fr", "deux millions et demi, vingt et un", &["2500000", "21"], &["2000000"]);
    check("es", "treinta y cinco mil quinientos", &["35500"], &["35", "5"]);
    check("es", "tres millones", &["3000000"], &[]);
    check("ar", "٣ ملايين", &["3000000"], &["3"]);
    check("ar", "٤٦٠ ألفاً", &["460000"], &["460"]);
    check("ar", "عشرة، خمسة وعشرون، مئة وخمسة", &["10", "25", "105"], &["20"]);
    check("ar", "مليون ونصف", &["1500000"], &["1000000"]);
    check("ru", "1,5 млн", &["1500000"], &["1.5"]);
}

#[test]
fn distinguishes_unreadable_words_from_other_numbers() {
    is("both", "2", Match);
    is("a couple", "2", Match);
    is("a couple of hundred", "200", Match);
    is("hundreds", "200", Match);
    is("tens of thousands", "20000", Match);
    is("dozens", "30", Unreadable);
    is("several hundred", "300", Unreadable);
    is("zwölfeinhalb", "12.5", Unreadable);
    is("some", "3", Unreadable);
    is("", "3", Unreadable);
    is("460", "46", Mismatch);
    is("12 to 15", "21", Mismatch);
    is("2 Schock", "120", Doubtful);
    is(&"9".repeat(99), "9", Unreadable);
}

#[test]
fn recognises_digits_that_are_one_number() {
    for number in ["460,000", "1.5", "1’000", "٤٦٠٬٠٠٠", "10\u{202f}000", "12,34,567", "7"]
    {
        assert!(is_number(number), "{number}");
    }
    for other in ["12.05.2026", "1,2,3", "1.2.3", "", ".", "a1"] {
        assert!(!is_number(other), "{other}");
    }
}

/// Checks the comparison itself.
pub(super) fn compared(language: &str, words: &str, value: &str) -> Comparison {
    compare(words, language, &NOUNS, Decimal::parse(value).expect("a decimal"))
}

#[test]
fn parses_words_of_many_languages() {
    let mut wrong = Vec::new();
    for (language, words, value) in [
        ("de", "zweieinhalb Millionen", "2500000"),
        ("de", "ein halbes Dutzend", "6"),
        ("de", "anderthalb Milliarden", "1500000000"),
        ("de", "dreiviertel", "0.75"),
        ("nl", "vijfentwintigduizend", "25000"),
        ("nl", "tweeëntwintig", "22"),
        ("nl", "anderhalf miljoen", "1500000"),
        ("nl", "tweehonderdvijftig", "250"),
        ("it", "duecentomila", "200000"),
        ("it", "ventuno e quarantotto", "48"),
        ("it", "due milioni e mezzo", "2500000"),
        ("it", "trentatré", "33"),
        ("it", "un centinaio", "100"),
        ("sv", "tjugofem", "25"),
        ("sv", "två och en halv miljon", "2500000"),
        ("sv", "trehundratusen", "300000"),
        ("pt", "duzentos e cinquenta mil", "250000"),
        ("pt", "dois milhões e meio", "2500000"),
        ("pt", "uma dezena", "10"),
        ("es", "una decena", "10"),
        ("es", "un centenar", "100"),
        ("tr", "iki buçuk milyon", "2500000"),
        ("tr", "İki yüz elli bin", "250000"),
        ("tr", "3 bin 500 kişi", "3500"),
        ("tr", "yüz bin", "100000"),
        ("ru", "двести пятьдесят тысяч", "250000"),
        ("ru", "полтора миллиона", "1500000"),
        ("ru", "два с половиной миллиона", "2500000"),
        ("ru", "полмиллиона", "500000"),
        ("ru", "3 тысячи 500", "3500"),
        ("el", "διακόσιες πενήντα χιλιάδες", "250000"),
        ("el", "ενάμισι εκατομμύριο", "1500000"),
        ("el", "δύο εκατομμύρια", "2000000"),
        ("vi", "hai mươi lăm nghìn", "25000"),
        ("vi", "3 triệu", "3000000"),
        ("vi", "hai triệu rưỡi", "2500000"),
        ("id", "dua puluh lima ribu", "25000"),
        ("id", "dua belas", "12"),
        ("id", "dua setengah juta", "2500000"),
        ("he", "שלושת אלפים", "3000"),
        ("he", "מאתיים אלף", "200000"),
        ("he", "חמישה עשר", "15"),
        ("he", "מיליון וחצי", "1500000"),
        ("he", "3 אלפים ו-200", "3200"),
        ("fa", "دویست هزار", "200000"),
        ("fa", "دو و نیم میلیون", "2500000"),
        ("fa", "بیست و پنج", "25"),
        ("fa", "۳ هزار و ۵۰۰", "3500"),
        ("ckb", "دوو سەد هەزار", "200000"),
        ("ckb", "بیست و پێنج", "25"),
        ("ckb", "سێ ملیۆن", "3000000"),
        ("ckb-Arab", "چوارسەد", "400"),
        ("ku", "bîst û pênc hezar", "25000"),
        ("ar", "مئتي ألف", "200000"),
        ("ar", "3 آلاف و200", "3200"),
        ("ja", "1万2000", "12000"),
        ("ja", "三千五百人", "3500"),
        ("ja", "3億5000万円", "350000000"),
        ("ja", "百万人", "1000000"),
        ("ja", "5人に1人", "0.2"),
        ("ja", "３．５万", "35000"),
        ("zh", "三万五", "35000"),
        ("zh", "两百零五", "205"),
        ("zh", "3.5万亿", "3500000000000"),
        ("zh", "百分之六十", "60"),
        ("zh", "三分之一", "0.33"),
        ("zh", "二〇二六", "2026"),
        ("zh", "一半", "0.5"),
        ("zh-Hant", "一萬二千", "12000"),
        ("ko", "3만5000명", "35000"),
        ("ko", "3만 5천 명", "35000"),
        ("ko", "이십오만 명", "250000"),
        ("ko", "스물 다섯 명", "25"),
        ("en", "two and three-quarter million", "2750000"),
        ("en", "one in five", "0.2"),
        ("en", "nine out of ten", "90"),
        ("de", "jeder fünfte", "20"),
        ("fr", "un sur cinq", "0.2"),
        ("es", "uno de cada tres", "0.33"),
        ("it", "uno su quattro", "25"),
        ("pt", "um em cada cinco", "20"),
        ("nl", "een op de vijf", "20"),
        ("sv", "var femte", "20"),
        ("ru", "каждый пятый", "20"),
        ("en", "one point two million", "1200000"),
        ("nl", "drie komma vijf miljoen", "3500000"),
        ("it", "tre virgola cinque", "3.5"),
        ("fr", "quatre-vingts millions", "80000000"),
        ("pt", "mil e duzentos", "1200"),
        ("pt", "três mil milhões", "3000000000"),
        ("he", "שני מיליון", "2000000"),
        ("ar", "خمسة عشر ألفا", "15000"),
        ("ar", "مئة وخمسة وعشرون ألفا", "125000"),
        ("fa", "صد و بیست و پنج هزار", "125000"),
        ("ckb", "سەد و بیست و پێنج هەزار", "125000"),
        ("ko", "약 3만 명", "30000"),
        ("ja", "約1万2千人", "12000"),
        ("zh", "三百五十多万", "3500000"),
        ("zh", "1.2万", "12000"),
        ("sv", "tvåhundratusen", "200000"),
        ("de", "rund tausend", "1000"),
        ("de", "zwölfeinhalb", "12.5"),
        ("el", "εκατόν είκοσι πέντε", "125"),
        ("vi", "một trăm hai mươi lăm", "125"),
        ("id", "seratus dua puluh lima", "125"),
        ("tr", "yüz yirmi beş", "125"),
        ("ru", "сто двадцать пять тысяч", "125000"),
    ] {
        let result = compared(language, words, value);
        if result != Match {
            wrong.push(format!("{language} {words} {value}: {result:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn never_accepts_a_number_with_a_word_that_is_not_known() {
    let mut wrong = Vec::new();
    for (language, words, value) in [
        ("de", "zweieinhalb Millionen", "2000000"),
        ("de", "drölf Millionen", "1000000"),
        ("de", "ein halbes Dutzend", "12"),
        ("ar", "مئتي ألف", "1000"),
        ("ar", "3 آلاف و200", "3000"),
        ("fr", "moult millions", "1000000"),
        ("ru", "двадцатипятитысячный миллион", "1000000"),
        ("tr", "3 bin 500", "3000"),
        ("zh", "成百万", "1000000"),
        ("ja", "数百万", "3000000"),
        ("sw", "elfu 3", "3"),
        ("tl", "3 milyon", "3"),
        ("fi", "3 miljoonaa", "3"),
        ("hu", "3 millió", "3"),
        ("th", "3 ล้านคน", "3"),
        ("cs", "3 miliony", "3"),
        ("ka", "3 მილიონი", "3"),
        ("en", "one in five", "5"),
        ("it", "tre virgola cinque milioni", "5000000"),
        ("hi", "नौ हज़ार", "1000"),
        ("my", "သုံး သန်း 3", "3"),
        ("he", "3 אלפים ו-200", "3000"),
        ("it", "duecentomila", "100000"),
    ] {
        if compared(language, words, value) == Match {
            wrong.push(format!("{language} {words} {value}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Digits that stand alone are understood in every language, and so are known multipliers.
    for (language, words, value) in [
        ("fi", "460", "460"),
        ("sw", "3", "3"),
        ("th", "3 ล้าน", "3000000"),
        ("pl", "3 mln osób", "3000000"),
    ] {
        assert_eq!(compared(language, words, value), Match, "{language} {words} {value}");
    }
    assert_eq!(compared("fi", "3 miljoonaa", "3"), Uncertain("miljoonaa".to_owned()));
}
