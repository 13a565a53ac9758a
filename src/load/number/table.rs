//! The words of numbers, as data: language, words, meaning.
//!
//! The list does not cover all languages. If a word is not here, the author explains the number in
//! a note.

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
    /// Joins a fraction and the number that it is a fraction of.
    Of,
    /// Makes the number negative.
    Minus,
}

use Meaning::{And, Article, Between, Many, Minus, Of, Or, Part, Small, Times, To, Vague, Vingt};

/// Returns the meaning of a word in a language, or else in any language.
pub(super) fn meaning(word: &str, language: &str) -> Option<Meaning> {
    let has = |row: &&(&str, &str, Meaning)| row.1.split(' ').any(|known| known == word);
    let own = WORDS.iter().filter(|row| row.0 == language).find(has);
    own.or_else(|| WORDS.iter().find(has)).map(|row| row.2)
}

/// Returns the value of a German number word below a hundred that is not a compound.
pub(super) fn german(word: &str) -> Option<u16> {
    let has = |row: &&(&str, &str, Meaning)| row.0 == "de" && row.1.split(' ').any(|w| w == word);
    match WORDS.iter().find(has)?.2 {
        Small(number) => Some(number),
        _ => None,
    }
}

const THOUSAND: u64 = 1_000;
const LAKH: u64 = 100_000;
const MILLION: u64 = 1_000_000;
const CRORE: u64 = 10_000_000;
const BILLION: u64 = 1_000_000_000;
const TRILLION: u64 = 1_000_000_000_000;

#[rustfmt::skip]
const WORDS: &[(&str, &str, Meaning)] = &[
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
    ("en", "half halves", Part(2)), ("en", "third thirds", Part(3)),
    ("en", "quarter quarters", Part(4)), ("en", "fifth fifths", Part(5)),
    ("en", "sixths", Part(6)), ("en", "eighths", Part(8)), ("en", "tenth tenths", Part(10)),
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
    ("de", "billion", Times(TRILLION)), ("de", "dutzende", Many(12)), ("de", "hunderte", Many(100)),
    ("de", "tausende", Many(THOUSAND)), ("de", "zehntausende", Many(10 * THOUSAND)),
    ("de", "hunderttausende", Many(100 * THOUSAND)), ("de", "millionen", Many(MILLION)),
    ("de", "milliarden", Many(BILLION)), ("de", "billionen", Many(TRILLION)),
    ("de", "halb halbe halben hälfte", Part(2)), ("de", "drittel", Part(3)),
    ("de", "viertel", Part(4)), ("de", "fünftel", Part(5)), ("de", "einige mehrere paar", Vague),
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
    ("fr", "milliard", Times(BILLION)), ("fr", "billion", Times(TRILLION)),
    ("fr", "dizaines", Many(10)), ("fr", "douzaines", Many(12)), ("fr", "centaines", Many(100)),
    ("fr", "milliers", Many(THOUSAND)), ("fr", "millions", Many(MILLION)),
    ("fr", "milliards", Many(BILLION)), ("fr", "billions", Many(TRILLION)),
    ("fr", "demi demie moitié", Part(2)), ("fr", "tiers", Part(3)), ("fr", "quart quarts", Part(4)),
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
    ("es", "veinticinco", Small(25)), ("es", "veintiséis", Small(26)),
    ("es", "veintisiete", Small(27)), ("es", "veintiocho", Small(28)), ("es", "veintinueve", Small(29)),
    ("es", "treinta", Small(30)), ("es", "cuarenta", Small(40)), ("es", "cincuenta", Small(50)),
    ("es", "sesenta", Small(60)), ("es", "setenta", Small(70)), ("es", "ochenta", Small(80)),
    ("es", "noventa", Small(90)), ("es", "cien ciento", Small(100)),
    ("es", "doscientos doscientas", Small(200)), ("es", "trescientos trescientas", Small(300)),
    ("es", "cuatrocientos cuatrocientas", Small(400)), ("es", "quinientos quinientas", Small(500)),
    ("es", "seiscientos seiscientas", Small(600)), ("es", "setecientos setecientas", Small(700)),
    ("es", "ochocientos ochocientas", Small(800)), ("es", "novecientos novecientas", Small(900)),
    ("es", "docena", Times(12)), ("es", "mil", Times(THOUSAND)), ("es", "millón", Times(MILLION)),
    ("es", "billón", Times(TRILLION)), ("es", "decenas", Many(10)), ("es", "docenas", Many(12)),
    ("es", "cientos centenares", Many(100)), ("es", "miles millares", Many(THOUSAND)),
    ("es", "millones", Many(MILLION)), ("es", "billones", Many(TRILLION)),
    ("es", "medio media mitad", Part(2)), ("es", "tercio tercios", Part(3)),
    ("es", "cuarto cuartos", Part(4)), ("es", "varios varias", Vague), ("es", "y", And),
    ("es", "o", Or), ("es", "a", To), ("es", "de", Of),

    ("ar", "صفر", Small(0)), ("ar", "واحد واحدة أحد إحدى", Small(1)),
    ("ar", "اثنان اثنين اثنتان اثنتين اثنا اثني كلا", Small(2)), ("ar", "ثلاث ثلاثة", Small(3)),
    ("ar", "أربع أربعة", Small(4)), ("ar", "خمس خمسة", Small(5)), ("ar", "ست ستة", Small(6)),
    ("ar", "سبع سبعة", Small(7)), ("ar", "ثمان ثماني ثمانية", Small(8)),
    ("ar", "تسع تسعة", Small(9)), ("ar", "عشر عشرة", Small(10)), ("ar", "عشرون عشرين", Small(20)),
    ("ar", "ثلاثون ثلاثين", Small(30)), ("ar", "أربعون أربعين", Small(40)),
    ("ar", "خمسون خمسين", Small(50)), ("ar", "ستون ستين", Small(60)),
    ("ar", "سبعون سبعين", Small(70)), ("ar", "ثمانون ثمانين", Small(80)),
    ("ar", "تسعون تسعين", Small(90)), ("ar", "مئتان مئتين مائتان مائتين", Small(200)),
    ("ar", "ثلاثمئة ثلاثمائة", Small(300)), ("ar", "أربعمئة أربعمائة", Small(400)),
    ("ar", "خمسمئة خمسمائة", Small(500)), ("ar", "ستمئة ستمائة", Small(600)),
    ("ar", "سبعمئة سبعمائة", Small(700)), ("ar", "ثمانمئة ثمانمائة ثمانيمئة", Small(800)),
    ("ar", "تسعمئة تسعمائة", Small(900)), ("ar", "مئة مائة", Times(100)),
    ("ar", "ألف ألفا", Times(THOUSAND)), ("ar", "ألفان ألفين", Times(2 * THOUSAND)),
    ("ar", "مليون مليونا", Times(MILLION)), ("ar", "مليونان مليونين", Times(2 * MILLION)),
    ("ar", "مليار مليارا بليون", Times(BILLION)), ("ar", "ملياران مليارين", Times(2 * BILLION)),
    ("ar", "تريليون", Times(TRILLION)), ("ar", "عشرات", Many(10)), ("ar", "مئات", Many(100)),
    ("ar", "آلاف", Many(THOUSAND)), ("ar", "ملايين", Many(MILLION)), ("ar", "مليارات", Many(BILLION)),
    ("ar", "نصف", Part(2)), ("ar", "ثلث ثلثا ثلثي", Part(3)), ("ar", "ربع", Part(4)),
    ("ar", "بضع بضعة عدة", Vague), ("ar", "و", And), ("ar", "أو", Or), ("ar", "إلى", To),
    ("ar", "بين", Between), ("ar", "ناقص", Minus),

    // Multipliers of more languages, used after digits.
    ("it", "mila", Times(THOUSAND)), ("it", "milione milioni", Times(MILLION)),
    ("it", "miliardo miliardi", Times(BILLION)), ("pt", "milhão milhões", Times(MILLION)),
    ("pt", "mil", Times(THOUSAND)), ("pt", "bilhão bilhões", Times(BILLION)),
    ("nl", "duizend", Times(THOUSAND)), ("nl", "miljoen", Times(MILLION)),
    ("nl", "miljard", Times(BILLION)), ("sv", "tusen", Times(THOUSAND)),
    ("sv", "miljon miljoner millioner", Times(MILLION)),
    ("sv", "miljard miljarder milliarder", Times(BILLION)), ("pl", "tys tysięcy tysiące", Times(THOUSAND)),
    ("pl", "milion miliony milionów", Times(MILLION)), ("pl", "miliard miliardy miliardów", Times(BILLION)),
    ("ru", "тыс тысяч тысячи тысяча", Times(THOUSAND)), ("ru", "млн миллион миллиона миллионов", Times(MILLION)),
    ("ru", "млрд миллиард миллиарда миллиардов", Times(BILLION)), ("uk", "тисяч тисячі тисяча", Times(THOUSAND)),
    ("uk", "мільйон мільйони мільйонів", Times(MILLION)), ("uk", "мільярд мільярди мільярдів", Times(BILLION)),
    ("tr", "bin", Times(THOUSAND)), ("tr", "milyon", Times(MILLION)), ("tr", "milyar", Times(BILLION)),
    ("fa", "هزار", Times(THOUSAND)), ("fa", "میلیون", Times(MILLION)), ("fa", "میلیارد", Times(BILLION)),
    ("he", "אלף אלפים", Times(THOUSAND)), ("he", "מיליון", Times(MILLION)), ("he", "מיליארד", Times(BILLION)),
    ("hi", "हज़ार हजार", Times(THOUSAND)), ("hi", "लाख", Times(LAKH)), ("hi", "करोड़", Times(CRORE)),
    ("zh", "百", Times(100)), ("zh", "千", Times(THOUSAND)), ("zh", "万 萬", Times(10 * THOUSAND)),
    ("zh", "億 亿", Times(100 * MILLION)),
    ("bn", "হাজার", Times(THOUSAND)), ("bn", "লাখ", Times(LAKH)), ("bn", "কোটি", Times(CRORE)),
];
