//! Tests of the numbers that words are parsed as.

use super::*;
use Comparison::{Doubtful, Match, Mismatch, Unreadable};

/// Checks that the words match some values and do not match others.
fn check(language: &str, words: &str, matching: &[&str], other: &[&str]) {
    let compared = |value: &str| {
        let value = Decimal::parse(value).expect("a decimal");
        compare(words, language, value)
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
    assert_eq!(compare(words, "en", value), expected, "{words} {value}");
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
    check("en", &"hundred ".repeat(40), &["100"], &["1"]);
    check("en", &("hundred ".repeat(9) + "trillion"), &[], &["1"]);
}

#[test]
fn never_parses_part_of_a_number() {
    check("en", "twenty-five thousand troops", &["25000"], &["20", "5", "25", "1000", "5000"]);
    check("en", "four hundred sixty", &["460"], &["4", "60", "400"]);
    check("en", "460 thousand", &["460000"], &["460", "1000"]);
    check("en", "one hundred and two hundred", &["100", "200"], &["102", "10200"]);
    check("en", "two hundred three hundred", &["200", "300"], &["203"]);
    check("en", "one thousand and two thousand", &["1000", "2000"], &["1002"]);
    check("en", "nineteen seventy", &["19", "70"], &["1970", "89"]);
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
