//! Tests of numbers in many languages: groups, fractions, dozens, inflected words, and the words
//! beside a number that make it doubtful.

use super::Comparison::Match;
use super::compare;
use super::tests::compared;
use crate::model::Decimal;

#[test]
fn parses_groups_fractions_dozens_and_inflected_words() {
    let mut wrong = Vec::new();
    for (language, words, value) in [
        ("en", "2-in-7", "0.29"),
        ("en", "eight of 10", "80"),
        ("en", "eight of 10", "8"),
        ("en", "9 of the 12", "75"),
        ("en", "17 Republican candidates", "17"),
        ("en", "three Supreme Court justices", "3"),
        ("en", "a 25-year-old", "25"),
        ("en", "100,000-plus", "100000"),
        ("fr", "trois Belges élus", "3"),
        ("fr", "dix ans", "10"),
        ("es", "cuarenta días", "40"),
        ("de", "drei Wochen", "3"),
        ("ru", "пять лет", "5"),
        ("ku", "yek ji pêncan", "0.2"),
        ("ku", "du ji sêyan", "0.67"),
        ("ku", "sê ji çaran", "75"),
        ("ar", "عُشر", "0.1"),
        ("ar", "ثلاثة أعشار", "0.3"),
        ("ar", "بخُمْس", "0.2"),
        ("ar", "خَمس", "5"),
        ("ar", "عَشْر", "10"),
        ("id", "kedua", "2"),
        ("en", "three of every eight", "0.375"),
        ("en", "quarter-of-a-million", "250000"),
        ("en", "7 quadrillion", "7000000000000000"),
        ("de", "viertausend siebenhundert", "4700"),
        ("de", "zwei Millionen dreihunderttausend", "2300000"),
        ("de", "einer Viertelmillion", "250000"),
        ("de", "viereinhalbtausend", "4500"),
        ("de", "fünfeinviertel Millionen", "5250000"),
        ("de", "drei Achtel", "0.375"),
        ("fr", "trois Belges sur huit", "37.5"),
        ("fr", "cinq septièmes", "0.71"),
        ("es", "mil trescientos millones", "1300000000"),
        ("es", "dos cuarentenas de días o una cuarentena", "40"),
        ("es", "siete punto dos", "7.2"),
        ("it", "mille e trecento", "1300"),
        ("it", "tre milioni e quattrocentomila", "3400000"),
        ("it", "una settantina", "70"),
        ("it", "due ogni nove", "0.22"),
        ("pt", "mil e setecentos milhões", "1700000000"),
        ("pt", "quatro biliões", "4000000000000"),
        ("nl", "driehonderd zestig", "360"),
        ("nl", "een dertigtal", "30"),
        ("nl", "zevenachtste", "0.875"),
        ("sv", "tre miljoner fyrahundratusen", "3400000"),
        ("sv", "två på sju", "0.29"),
        ("sv", "ett tjog", "20"),
        ("tr", "dörtte üç", "75"),
        ("tr", "üçyüzkırk", "340"),
        ("tr", "on beş", "15"),
        ("tr", "üç yüz bini", "300000"),
        ("tr", "her dört kişiden biri", "25"),
        ("ru", "три десятка", "30"),
        ("ru", "четырьмя миллионами", "4000000"),
        ("ru", "пять целых три десятых", "5.3"),
        ("ru", "три восьмых", "0.375"),
        ("vi", "mười bảy", "17"),
        ("vi", "ba trăm tư", "340"),
        ("vi", "hai phần bảy", "0.29"),
        ("vi", "mười lăm phần trăm", "15"),
        ("id", "lima perenam", "0.83"),
        ("id", "tiga kodi", "60"),
        ("id", "dua dari setiap tujuh", "0.29"),
        ("el", "ΤΡΙΑ ΕΚΑΤΟΜΜΥΡΙΑ", "3000000"),
        ("el", "τρεις ντουζίνες", "36"),
        ("el", "επτά τοις εκατό", "7"),
        ("he", "כמאתיים", "200"),
        ("he", "שניים משבעה", "0.29"),
        ("he", "אלפיים וחצי", "2500"),
        ("fa", "سی‌وپنج", "35"),
        ("fa", "۳/۷ میلیون", "3700000"),
        ("fa", "سه هفتم", "0.43"),
        ("ckb", "دوو لەسەر حەوت", "0.29"),
        ("ckb", "سەدێک", "100"),
        ("ar", "ملياران ونصف المليار", "2500000000"),
        ("ar", "مليونان", "2000000"),
        ("ar", "ثلثي", "0.67"),
        ("ar", "خمس البلدات", "20"),
        ("ar", "خمس بلدات", "5"),
        ("ar", "ألفا", "2000"),
        ("ar", "تسعون ألفا", "90000"),
        ("ar", "اثنان من كل سبعة", "0.29"),
        ("ja", "七分の二", "0.29"),
        ("ja", "4割5分", "45"),
        ("ja", "7人に2人", "0.29"),
        ("ja", "3ダース", "36"),
        ("ja", "2・7億", "270000000"),
        ("zh", "六成", "60"),
        ("zh", "八成五", "85"),
        ("zh", "廿七", "27"),
        ("zh", "七人中有两人", "0.29"),
        ("zh", "三打", "36"),
        ("ko", "7분의 2", "0.29"),
        ("ko", "칠분의 이백", "28.57"),
        ("ko", "3할", "30"),
        ("ko", "서른여섯 명", "36"),
        ("ko", "열세 명", "13"),
        ("ko", "7명 중 2명", "0.29"),
        ("th", "2 แสนล้าน", "200000000000"),
    ] {
        let result = compared(language, words, value);
        if result != Match {
            wrong.push(format!("{language} {words} {value}: {result:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn doubts_words_around_a_number_that_may_belong_to_it() {
    let mut wrong = Vec::new();
    for (language, words, value) in [
        ("en", "7 gross", "7"),
        ("en", "7 Gross Eggs", "7"),
        ("en", "seven electoral votes", "7"),
        ("de", "drei Schock Eier", "3"),
        ("en", "four bazillion", "4"),
        ("en", "thirty-first", "30"),
        ("en", "1-in-9", "1"),
        ("en", "3-4 gross", "3"),
        ("en", "a few million", "1000000"),
        ("de", "ein Mandel", "1"),
        ("de", "etliche Zig und 20 Schock", "20"),
        ("fr", "soixante-et-unième", "60"),
        ("fr", "trois Belges sur huit", "3"),
        ("fr", "trois Belges sur huit", "8"),
        ("es", "cuatro gruesas", "4"),
        ("it", "tre grosse", "3"),
        ("nl", "vier gros", "4"),
        ("sv", "tre skock", "3"),
        ("tr", "milyonda bir", "1"),
        ("ru", "тридцать третий", "30"),
        ("ru", "40-тысячный", "40"),
        ("vi", "thứ bảy", "7"),
        ("el", "τρία πεντάκις εκατομμύρια", "3"),
        ("he", "כמה מיליונים", "1000000"),
        ("fa", "سی و پنجمین", "30"),
        ("ckb", "سی و پێنجەم", "30"),
        ("ar", "نيف وثلاثون", "30"),
        ("ar", "بضعة ملايين", "1000000"),
        ("ja", "3京", "3"),
        ("ja", "十数隻", "10"),
        ("id", "kedua puluh", "20"),
        ("id", "kedua belas", "12"),
        ("ku", "yek ji dehan", "1"),
        ("ku", "yek ji dehan", "10"),
        ("ar", "ثلاثة خُمسين", "3"),
        ("zh", "三个半", "3"),
        ("zh", "数万", "10000"),
        ("ko", "4경", "4"),
        ("ko", "수만 명", "10000"),
        ("hi", "सवा 3 करोड़", "30000000"),
        ("bn", "সাড়ে ৭ লাখ", "700000"),
        ("ur", "4 لاکھ اور 30 ہزار", "400000"),
        ("hu", "5-6 ezer", "5"),
    ] {
        if compared(language, words, value) == Match {
            wrong.push(format!("{language} {words} {value}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // What is counted is not part of the number, but a text with a number explains nothing.
    let value = Decimal::parse("7").expect("a decimal");
    assert_eq!(compare("7 Boote", "de", &["Boote"], value), Match);
    assert_ne!(compare("7 Schock", "de", &["7 Schock Eier"], value), Match);
}
