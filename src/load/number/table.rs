//! The words of numbers in English, German, French, Spanish and Arabic, as data: language, words,
//! meaning. `more_tables` has those of other languages, `cjk` the numerals of Chinese, Japanese and
//! Korean.
//!
//! The lists do not cover all languages. If a word is not here, the author explains the number in a
//! note.

use super::more_tables::MORE_WORDS;
use crate::model::primary_language;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a word means in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A number below a thousand.
    Small(u16),
    /// Multiplies the number before it.
    Times(u64),
    /// A multiplier in the plural. Without a number before it, it is indefinite ("dozens").
    Many(u64),
    /// A fraction: one of this many parts.
    Part(u16),
    /// A number of halves ("anderthalb").
    Halves(u16),
    /// Multiplies the number before it by ten, below a hundred (Vietnamese "mươi").
    Tens,
    /// Adds ten to the number before it (Indonesian "belas").
    Teens,
    /// Makes a fraction of the numbers before and after it ("one in five").
    In,
    /// Every nth: a fraction with the ordinal after it (German "jeder fünfte").
    Every,
    /// An ordinal that counts as a number only in a fraction.
    Ordinal(u16),
    /// French "vingt": 20, or 80 after "quatre".
    Vingt,
    /// An indefinite number before a multiplier ("several hundred").
    Vague,
    /// Joins numbers, or the parts of one.
    And,
    /// Joins two alternative numbers.
    Or,
    /// Joins the ends of a range.
    To,
    /// Begins a range whose ends are joined by "and".
    Between,
    /// An article, before a multiplier or a fraction.
    Article,
    /// Makes an ordinal of the number after it (Vietnamese "thứ").
    Rank,
    /// Joins a fraction and the number that it is a fraction of.
    Of,
    /// The decimal separator as a word ("point").
    Point,
    /// Says how exact a number is, and is not part of it ("about").
    About,
    /// Makes the number negative.
    Minus,
}

use Meaning::{
    And, Article, Between, Every, Halves, In, Many, Minus, Of, Or, Ordinal, Part, Rank, Small,
    Times, To, Vague, Vingt,
};

/// A row of a table: language, words, meaning.
pub(super) type Row = (&'static str, &'static str, Meaning);

/// Returns the meaning of a word in a language.
pub(super) fn meaning(word: &str, language: &str) -> Option<Meaning> {
    let has = |row: &&Row| row.0 == language && row.1.split(' ').any(|known| known == word);
    let found = WORDS.iter().chain(MORE_WORDS).find(has).map(|row| row.2);
    if found.is_none() && language == "el" && word.chars().count() > 2 {
        // Greek capitals have no accents.
        let is_bare = |known: &str| without_accents(known) == word;
        let is_same = |row: &&Row| row.0 == "el" && row.1.split(' ').any(is_bare);
        return MORE_WORDS.iter().find(is_same).map(|row| row.2);
    }
    // Kurmanji: "yek ji pêncan" is one of five.
    if found.is_none()
        && language == "ku"
        && let Some(stem) = word.strip_suffix("an")
    {
        let small = |stem| meaning(stem, "ku").filter(|it| matches!(it, Small(2..)));
        return small(stem).or_else(|| small(stem.strip_suffix('y')?));
    }
    found
}

fn without_accents(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// Languages whose words for numbers are all known, so that another word next to a number is not
/// part of it. Of the others, at most the multipliers are known.
const COMPLETE: &str = " en de fr es ar fa ku he tr ru pt it nl sv vi id el zh ja ko ";

/// Returns true for a language whose words for numbers are all known. Also for text that is not a
/// language, which is reported elsewhere.
pub(super) fn is_complete(language: &str) -> bool {
    !matches!(language.len(), 2..=3) || COMPLETE.contains(&format!(" {language} "))
}

/// Returns the code under which the tables list a language. `tag` is a BCP 47 tag.
pub(super) fn listed_as(tag: &str) -> String {
    let primary = primary_language(tag);
    match primary.as_str() {
        "ckb" | "kmr" | "sdh" => "ku".to_owned(),
        "prs" | "pes" => "fa".to_owned(),
        "iw" => "he".to_owned(),
        "in" | "ms" => "id".to_owned(),
        "yue" | "cmn" | "wuu" => "zh".to_owned(),
        "arb" | "apc" | "arz" | "acm" => "ar".to_owned(),
        _ => primary,
    }
}

pub(super) const THOUSAND: u64 = 1_000;
pub(super) const LAKH: u64 = 100_000;
pub(super) const MILLION: u64 = 1_000_000;
pub(super) const CRORE: u64 = 10_000_000;
pub(super) const BILLION: u64 = 1_000_000_000;
pub(super) const TRILLION: u64 = 1_000_000_000_000;
pub(super) const QUADRILLION: u64 = 1_000_000_000_000_000;
pub(super) const QUINTILLION: u64 = 1_000_000_000_000_000_000;

#[rustfmt::skip]
const WORDS: &[Row] = &[
    ("en", "zero nil none", Small(0)), ("en", "one single once", Small(1)),
    ("en", "two both couple pair twice", Small(2)), ("en", "three", Small(3)),
    ("en", "four", Small(4)), ("en", "five", Small(5)), ("en", "six", Small(6)),
    ("en", "seven", Small(7)), ("en", "eight", Small(8)), ("en", "nine", Small(9)),
    ("en", "ten", Small(10)), ("en", "eleven", Small(11)), ("en", "twelve", Small(12)),
    ("en", "thirteen", Small(13)), ("en", "fourteen", Small(14)), ("en", "fifteen", Small(15)),
    ("en", "sixteen", Small(16)), ("en", "seventeen", Small(17)), ("en", "eighteen", Small(18)),
    ("en", "nineteen", Small(19)), ("en", "twenty", Small(20)), ("en", "thirty", Small(30)),
    ("en", "forty", Small(40)), ("en", "fifty", Small(50)), ("en", "sixty", Small(60)),
    ("en", "seventy", Small(70)), ("en", "eighty", Small(80)), ("en", "ninety", Small(90)),
    ("en", "dozen", Times(12)), ("en", "hundred", Times(100)), ("en", "thousand k", Times(THOUSAND)),
    ("en", "lakh lac", Times(LAKH)), ("en", "million mn mln m mio mil", Times(MILLION)),
    ("en", "crore cr", Times(CRORE)), ("en", "billion bn bln b", Times(BILLION)),
    ("en", "trillion tn trn", Times(TRILLION)), ("en", "tens", Many(10)), ("en", "dozens", Many(12)),
    ("en", "scores", Many(20)), ("en", "hundreds", Many(100)), ("en", "thousands", Many(THOUSAND)),
    ("en", "lakhs", Many(LAKH)), ("en", "millions", Many(MILLION)), ("en", "crores", Many(CRORE)),
    ("en", "billions", Many(BILLION)), ("en", "trillions", Many(TRILLION)),
    ("en", "quadrillion", Times(QUADRILLION)), ("en", "quintillion", Times(QUINTILLION)),
    ("en", "half halves", Part(2)), ("en", "third thirds", Part(3)),
    ("en", "quarter quarters", Part(4)), ("en", "fifth fifths", Part(5)),
    ("en", "sixths", Part(6)), ("en", "sevenths", Part(7)), ("en", "eighths", Part(8)),
    ("en", "ninths", Part(9)), ("en", "twentieths", Part(20)), ("en", "hundredths", Part(100)), ("en", "every each", Article), ("en", "tenth tenths", Part(10)),
    ("en", "sixth", Ordinal(6)), ("en", "in", In),
    ("en", "several few many", Vague), ("en", "and &", And), ("en", "or", Or),
    ("en", "to through", To), ("en", "between", Between), ("en", "a an the", Article),
    ("en", "of", Of), ("en", "minus", Minus),

    ("de", "null", Small(0)), ("de", "ein eine eins einen einem einer", Small(1)),
    ("de", "zwei zwo beide beiden", Small(2)), ("de", "drei", Small(3)), ("de", "vier", Small(4)),
    ("de", "fünf", Small(5)), ("de", "sechs", Small(6)), ("de", "sieben", Small(7)),
    ("de", "acht", Small(8)), ("de", "neun", Small(9)), ("de", "zehn", Small(10)),
    ("de", "elf", Small(11)), ("de", "zwölf", Small(12)), ("de", "dreizehn", Small(13)),
    ("de", "vierzehn", Small(14)), ("de", "fünfzehn", Small(15)), ("de", "sechzehn", Small(16)),
    ("de", "siebzehn", Small(17)), ("de", "achtzehn", Small(18)), ("de", "neunzehn", Small(19)),
    ("de", "zwanzig", Small(20)), ("de", "dreißig dreissig", Small(30)), ("de", "vierzig", Small(40)),
    ("de", "fünfzig", Small(50)), ("de", "sechzig", Small(60)), ("de", "siebzig", Small(70)),
    ("de", "achtzig", Small(80)), ("de", "neunzig", Small(90)), ("de", "dutzend", Times(12)),
    ("de", "hundert", Times(100)), ("de", "tausend tsd", Times(THOUSAND)),
    ("de", "million mio", Times(MILLION)), ("de", "milliarde mrd", Times(BILLION)),
    ("de", "billion", Times(TRILLION)), ("de", "billiarde billiarden", Times(QUADRILLION)),
    ("de", "trillion trillionen", Times(QUINTILLION)), ("de", "viertelmillion", Times(250 * THOUSAND)),
    ("de", "dreiviertelmillion", Times(750 * THOUSAND)), ("de", "dutzende dutzenden", Many(12)), ("de", "hunderte hunderten", Many(100)),
    ("de", "tausende tausenden", Many(THOUSAND)), ("de", "zehntausende", Many(10 * THOUSAND)),
    ("de", "hunderttausende", Many(100 * THOUSAND)), ("de", "millionen", Many(MILLION)),
    ("de", "milliarden", Many(BILLION)), ("de", "billionen", Many(TRILLION)),
    ("de", "halb halbe halben halbes halber halbem hälfte", Part(2)),
    ("de", "anderthalb eineinhalb", Halves(3)), 
    ("de", "jeder jede jedes jeden jedem", Every), ("de", "zweite zweiten", Ordinal(2)),
    ("de", "dritte dritten", Ordinal(3)), ("de", "vierte vierten", Ordinal(4)),
    ("de", "fünfte fünften", Ordinal(5)), ("de", "sechste sechsten", Ordinal(6)),
    ("de", "siebte siebten", Ordinal(7)), ("de", "achte achten", Ordinal(8)),
    ("de", "neunte neunten", Ordinal(9)), ("de", "zehnte zehnten", Ordinal(10)), ("de", "von", In), ("de", "drittel", Part(3)),
    ("de", "viertel", Part(4)), ("de", "fünftel", Part(5)), ("de", "sechstel", Part(6)), ("de", "siebtel", Part(7)),
    ("de", "achtel", Part(8)), ("de", "neuntel", Part(9)), ("de", "zehntel", Part(10)),
    ("de", "zwölftel", Part(12)), ("de", "zwanzigstel", Part(20)), ("de", "hundertstel", Part(100)),
    ("de", "zwanzigste zwanzigsten", Ordinal(20)), ("de", "einige mehrere paar", Vague),
    ("de", "und", And), ("de", "oder", Or), ("de", "bis", To), ("de", "zwischen", Between),

    ("fr", "zéro", Small(0)), ("fr", "un une", Small(1)), ("fr", "deux", Small(2)),
    ("fr", "trois", Small(3)), ("fr", "quatre", Small(4)), ("fr", "cinq", Small(5)),
    ("fr", "six", Small(6)), ("fr", "sept", Small(7)), ("fr", "huit", Small(8)),
    ("fr", "neuf", Small(9)), ("fr", "dix", Small(10)), ("fr", "onze", Small(11)),
    ("fr", "douze", Small(12)), ("fr", "treize", Small(13)), ("fr", "quatorze", Small(14)),
    ("fr", "quinze", Small(15)), ("fr", "seize", Small(16)), ("fr", "vingt vingts", Vingt),
    ("fr", "trente", Small(30)), ("fr", "quarante", Small(40)), ("fr", "cinquante", Small(50)),
    ("fr", "soixante", Small(60)), ("fr", "septante", Small(70)), ("fr", "huitante octante", Small(80)),
    ("fr", "nonante", Small(90)), ("fr", "dizaine", Times(10)), ("fr", "douzaine", Times(12)),
    ("fr", "quinzaine", Times(15)), ("fr", "vingtaine", Times(20)), ("fr", "trentaine", Times(30)),
    ("fr", "quarantaine", Times(40)), ("fr", "cinquantaine", Times(50)),
    ("fr", "soixantaine", Times(60)), ("fr", "cent cents centaine", Times(100)),
    ("fr", "mille millier", Times(THOUSAND)), ("fr", "million", Times(MILLION)),
    ("fr", "milliard", Times(BILLION)), ("fr", "billion", Times(TRILLION)), ("fr", "trillion trillions", Times(QUINTILLION)),
    ("fr", "dizaines", Many(10)), ("fr", "douzaines", Many(12)), ("fr", "centaines", Many(100)),
    ("fr", "milliers", Many(THOUSAND)), ("fr", "millions", Many(MILLION)),
    ("fr", "milliards", Many(BILLION)), ("fr", "billions", Many(TRILLION)),
    ("fr", "sur", In), ("fr", "demi demie moitié", Part(2)), ("fr", "tiers", Part(3)), ("fr", "cinquième cinquièmes", Part(5)), ("fr", "sixième sixièmes", Part(6)),
    ("fr", "septième septièmes", Part(7)), ("fr", "huitième huitièmes", Part(8)),
    ("fr", "neuvième neuvièmes", Part(9)), ("fr", "centième centièmes", Part(100)), ("fr", "dixième dixièmes", Part(10)), ("fr", "quart quarts", Part(4)),
    ("fr", "quelques plusieurs", Vague), ("fr", "et", And), ("fr", "ou", Or), ("fr", "à", To),
    ("fr", "entre", Between), ("fr", "de d des", Of),

    ("es", "cero", Small(0)), ("es", "un una uno", Small(1)), ("es", "dos ambos ambas", Small(2)),
    ("es", "tres", Small(3)), ("es", "cuatro", Small(4)), ("es", "cinco", Small(5)),
    ("es", "seis", Small(6)), ("es", "siete", Small(7)), ("es", "ocho", Small(8)),
    ("es", "nueve", Small(9)), ("es", "diez", Small(10)), ("es", "once", Small(11)),
    ("es", "doce", Small(12)), ("es", "trece", Small(13)), ("es", "catorce", Small(14)),
    ("es", "quince", Small(15)), ("es", "dieciséis", Small(16)), ("es", "diecisiete", Small(17)),
    ("es", "dieciocho", Small(18)), ("es", "diecinueve", Small(19)), ("es", "veinte", Small(20)),
    ("es", "veintiuno veintiún veintiuna", Small(21)), ("es", "veintidós", Small(22)),
    ("es", "veintitrés", Small(23)), ("es", "veinticuatro", Small(24)),
    ("es", "veinticinco", Small(25)), ("es", "veintiséis veintiseis", Small(26)),
    ("es", "veintisiete", Small(27)), ("es", "veintiocho", Small(28)), ("es", "veintinueve", Small(29)),
    ("es", "treinta", Small(30)), ("es", "cuarenta", Small(40)), ("es", "cincuenta", Small(50)),
    ("es", "sesenta", Small(60)), ("es", "setenta", Small(70)), ("es", "ochenta", Small(80)),
    ("es", "noventa", Small(90)), ("es", "cien ciento", Small(100)),
    ("es", "doscientos doscientas", Small(200)), ("es", "trescientos trescientas", Small(300)),
    ("es", "cuatrocientos cuatrocientas", Small(400)), ("es", "quinientos quinientas", Small(500)),
    ("es", "seiscientos seiscientas", Small(600)), ("es", "setecientos setecientas", Small(700)),
    ("es", "ochocientos ochocientas", Small(800)), ("es", "novecientos novecientas", Small(900)),
    ("es", "decena", Times(10)), ("es", "docena", Times(12)), ("es", "quincena", Times(15)),
    ("es", "veintena", Times(20)), ("es", "treintena", Times(30)), ("es", "cuarentena", Times(40)), ("es", "cincuentena", Times(50)),
    ("es", "centenar", Times(100)), ("es", "millar", Times(THOUSAND)), ("es", "cada", Article), ("es", "mil", Times(THOUSAND)), ("es", "millón", Times(MILLION)),
    ("es", "billón", Times(TRILLION)), ("es", "trillón trillones", Times(QUINTILLION)), ("es", "par", Times(2)), ("es", "decenas", Many(10)), ("es", "docenas", Many(12)),
    ("es", "cientos centenares", Many(100)), ("es", "miles millares", Many(THOUSAND)),
    ("es", "millones", Many(MILLION)), ("es", "billones", Many(TRILLION)),
    ("es", "medio media mitad", Part(2)), ("es", "tercio tercios", Part(3)),
    ("es", "cuarto cuartos", Part(4)), ("es", "quinto quintos quinta", Part(5)), ("es", "sexto sextos sexta", Part(6)),
    ("es", "séptimo séptimos", Part(7)), ("es", "octavo octavos", Part(8)),
    ("es", "noveno novenos", Part(9)), ("es", "décimo décimos décima", Part(10)), ("es", "varios varias", Vague), ("es", "y", And),
    ("es", "o", Or), ("es", "a", To), ("es", "de", Of),

    ("ar", "صفر", Small(0)), ("ar", "واحد واحدة أحد إحدى", Small(1)),
    ("ar", "اثنان اثنين اثنتان اثنتين اثنتا اثنتي اثنا اثني كلا", Small(2)), ("ar", "ثلاث ثلاثة", Small(3)),
    ("ar", "أربع أربعة", Small(4)), ("ar", "خمس خمسة", Small(5)), ("ar", "ست ستة", Small(6)),
    ("ar", "سبع سبعة", Small(7)), ("ar", "ثمان ثماني ثمانية", Small(8)),
    ("ar", "تسع تسعة", Small(9)), ("ar", "عشر عشرة", Small(10)), ("ar", "عشرون عشرين", Small(20)),
    ("ar", "ثلاثون ثلاثين", Small(30)), ("ar", "أربعون أربعين", Small(40)),
    ("ar", "خمسون خمسين", Small(50)), ("ar", "ستون ستين", Small(60)),
    ("ar", "سبعون سبعين", Small(70)), ("ar", "ثمانون ثمانين", Small(80)),
    ("ar", "تسعون تسعين", Small(90)), ("ar", "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي", Small(200)),
    ("ar", "ثلاثمئة ثلاثمائة", Small(300)), ("ar", "أربعمئة أربعمائة", Small(400)),
    ("ar", "خمسمئة خمسمائة", Small(500)), ("ar", "ستمئة ستمائة", Small(600)),
    ("ar", "سبعمئة سبعمائة", Small(700)), ("ar", "ثمانمئة ثمانمائة ثمانيمئة", Small(800)),
    ("ar", "تسعمئة تسعمائة", Small(900)), ("ar", "مئة مائة", Times(100)),
    ("ar", "ألف ألفا", Times(THOUSAND)), ("ar", "نيف", Rank), ("ar", "ألفان ألفين ألفي", Times(2 * THOUSAND)),
    ("ar", "مليون مليونا", Times(MILLION)), ("ar", "مليونان مليونين", Times(2 * MILLION)),
    ("ar", "مليار مليارا بليون", Times(BILLION)), ("ar", "ملياران مليارين", Times(2 * BILLION)),
    ("ar", "تريليون", Times(TRILLION)), ("ar", "دزينة", Times(12)), ("ar", "دزينتان دزينتين", Times(24)), ("ar", "عشرات", Many(10)), ("ar", "مئات", Many(100)),
    ("ar", "آلاف", Many(THOUSAND)), ("ar", "ملايين", Many(MILLION)), ("ar", "مليارات", Many(BILLION)),
    ("ar", "من", In), ("ar", "كل أصل", Article), ("ar", "سدس أسداس", Part(6)), ("ar", "ثمن أثمان", Part(8)), ("ar", "أخماس خُمس", Part(5)), ("ar", "سُبع أسباع", Part(7)), ("ar", "تُسع أتساع", Part(9)), ("ar", "عُشر أعشار", Part(10)), ("ar", "أرباع", Part(4)), ("ar", "نصف", Part(2)), ("ar", "ثلث أثلاث", Part(3)), ("ar", "ربع", Part(4)),
    ("ar", "بضع بضعة عدة", Vague), ("ar", "و", And), ("ar", "أو", Or), ("ar", "إلى", To),
    ("ar", "بين", Between), ("ar", "ناقص", Minus),
];
