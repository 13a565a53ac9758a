//! Number words that are compounds: German "zweihundertfünfundzwanzig", Dutch "vijfentwintig",
//! Italian "duecentomila", Swedish "tjugofem".

use super::ratio::Ratio;
use super::table::{Meaning, meaning};

/// Maximum length of a compound in bytes: "siebenhundertsiebenundsiebzigtausend…".
const MAX_LENGTH: usize = 90;

/// How a language joins number words.
struct Rules {
    language: &'static str,
    thousand: &'static [&'static str],
    hundred: &'static str,
    /// Between ones and tens, where the ones come first, and after hundreds.
    and: &'static [&'static str],
    /// The endings that add a half.
    half: &'static [&'static str],
    /// True if the tens come first.
    tens_first: bool,
}

const RULES: [Rules; 6] = [
    Rules {
        language: "de",
        thousand: &["tausend"],
        hundred: "hundert",
        and: &["und"],
        half: &["einhalb", "undeinhalb"],
        tens_first: false,
    },
    Rules {
        language: "nl",
        thousand: &["duizend"],
        hundred: "honderd",
        and: &["en", "ën"],
        half: &["enhalf", "ënhalf", "eneenhalf", "ëneenhalf"],
        tens_first: false,
    },
    Rules {
        language: "it",
        thousand: &["mila", "mille"],
        hundred: "cento",
        and: &[],
        half: &[],
        tens_first: true,
    },
    Rules {
        language: "sv",
        thousand: &["tusen"],
        hundred: "hundra",
        and: &[],
        half: &[],
        tens_first: true,
    },
    Rules {
        language: "tr",
        thousand: &["bin"],
        hundred: "yüz",
        and: &[],
        half: &[],
        tens_first: true,
    },
    // Native numerals: "스물다섯". Those of Chinese origin are in `cjk`.
    Rules { language: "ko", thousand: &[], hundred: "백", and: &[], half: &[], tens_first: true },
];

/// Returns the value of a compound. `None` for other words.
pub(super) fn compound(word: &str, language: &str) -> Option<Ratio> {
    let rules = RULES.iter().find(|rules| rules.language == language)?;
    if word.len() > MAX_LENGTH || meaning(word, language).is_some() {
        return None;
    }
    if let Some(fraction) = fraction(word, language) {
        return Some(fraction);
    }
    // "Zweieinhalbtausend", "dreieinviertel".
    if language == "de" {
        if let Some(count) = word.strip_suffix("tausend").filter(|count| count.ends_with("halb")) {
            let count = match meaning(count, language) {
                Some(Meaning::Halves(n)) => Ratio::part(n.into(), 2),
                _ => compound(count, language)?,
            };
            return count.times(1000);
        }
        let quarters = ["einviertel", "undeinviertel", "dreiviertel", "unddreiviertel"];
        if let Some((ending, whole)) = (quarters.iter().rev())
            .find_map(|ending| Some((ending, rules.value(word.strip_suffix(ending)?)?)))
        {
            let count = if ending.contains("drei") { 3 } else { 1 };
            return Ratio::whole(whole.into()).plus(Ratio::part(count, 4));
        }
    }
    let halves = rules.half.iter().rev().find_map(|half| rules.value(word.strip_suffix(half)?));
    if let Some(whole) = halves {
        return Ratio::whole(whole.into()).plus(Ratio::part(1, 2));
    }
    rules.value(word).filter(|number| *number > 0).map(|number| Ratio::whole(number.into()))
}

/// Returns the value of "zweidrittel" and "dreiviertel".
fn fraction(word: &str, language: &str) -> Option<Ratio> {
    (1..word.len()).filter(|at| word.is_char_boundary(*at)).find_map(|at| {
        let (count, part) = word.split_at(at);
        match (meaning(count, language)?, meaning(part, language)?) {
            (Meaning::Small(count @ 1..20), Meaning::Part(parts @ 3..)) => {
                Some(Ratio::part(count.into(), parts.into()))
            }
            _ => None,
        }
    })
}

impl Rules {
    fn small(&self, word: &str) -> Option<u64> {
        match meaning(word, self.language)? {
            Meaning::Small(number) => Some(number.into()),
            _ => None,
        }
    }

    fn value(&self, word: &str) -> Option<u64> {
        let without_and = |rest: &'_ str| -> Option<u64> {
            let rest = rest.trim_start_matches('\u{ad}');
            self.value(rest)
                .or_else(|| self.and.iter().find_map(|and| self.value(rest.strip_prefix(and)?)))
        };
        // Italian also drops the vowel of "cento": "centottanta".
        if self.language == "it"
            && let Some((count, rest)) = word.split_once("centott")
        {
            return self.value(&format!("{count}centoott{rest}"));
        }
        let named = self.thousand.iter().map(|name| (*name, 1000)).chain([(self.hundred, 100)]);
        for (name, by) in named {
            if let Some((count, rest)) = word.split_once(name) {
                let count = if count.is_empty() { 1 } else { self.value(count)? };
                let rest = if rest.is_empty() { 0 } else { without_and(rest)? };
                return (count < 1000).then_some(count.checked_mul(by)?.checked_add(rest)?);
            }
        }
        self.small(word).or_else(|| self.tens(word))
    }

    /// Returns the value of ones and tens.
    fn tens(&self, word: &str) -> Option<u64> {
        (1..word.len()).filter(|at| word.is_char_boundary(*at)).find_map(|at| {
            let (first, second) = word.split_at(at);
            let (ones, tens) = if self.tens_first {
                // Italian drops the vowel before "uno" and "otto": "ventuno".
                let elided = |vowel: &str| self.small(&format!("{first}{vowel}"));
                let tens = self.small(first).or_else(|| {
                    let is_italian = self.language == "it" && second.starts_with(['u', 'o']);
                    elided("a").or_else(|| elided("i")).filter(|_| is_italian)
                });
                // "ventitré", "quarantun".
                let second = second.replace('é', "e");
                (self.small(&second)?, tens?)
            } else {
                let second = self.and.iter().find_map(|and| second.strip_prefix(and))?;
                (self.small(first)?, self.small(second)?)
            };
            // "On beş" and "열두" are ten and more.
            let least = if matches!(self.language, "tr" | "ko") { 10 } else { 20 };
            let is_sum = (1..10).contains(&ones) && tens >= least && tens.is_multiple_of(10);
            (is_sum && tens < 100).then_some(ones + tens)
        })
    }
}
