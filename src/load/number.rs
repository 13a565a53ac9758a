//! Numbers as articles write them: does a figure's number stand in its quote?

use crate::model::Decimal;

/// True when some reading of the words is the number.
///
/// Read are digits of any script with either convention of group and decimal marks, a multiplier
/// after them ("1.5 million"), and English number words ("twenty-five thousand", "a dozen").
pub fn stands_in(words: &str, value: Decimal) -> bool {
    let tokens = tokens(words);
    (0..tokens.len()).any(|at| {
        let readings = digit_readings(&tokens[at]);
        let power = tokens.get(at + 1).and_then(|next| power_of_ten(next));
        readings.iter().any(|reading| {
            *reading == value || power.and_then(|p| reading.times_ten_to(p)) == Some(value)
        })
    }) || spelled(&tokens, value)
}

/// Lower-case words; digits of any script made ASCII; groups split by (thin) spaces joined.
fn tokens(words: &str) -> Vec<String> {
    let ascii: String = words
        .chars()
        .map(|c| match c {
            '٠'..='٩' => digit(c, '٠'),
            '۰'..='۹' => digit(c, '۰'),
            '०'..='९' => digit(c, '०'),
            '٫' => '.',
            '٬' | '’' | '\'' => ',',
            '\u{a0}' | '\u{202f}' | '\u{2009}' => '_',
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '_' | '-');
    let mut tokens: Vec<String> = Vec::new();
    for word in ascii.split(|c: char| !is_part(c)).filter(|word| !word.is_empty()) {
        let word = word.trim_matches(|c: char| matches!(c, '.' | ',' | '_'));
        let is_group = word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit());
        match tokens.last_mut() {
            Some(last) if is_group && ends_group(last) => last.push_str(word),
            _ => tokens.extend(split_number(word)),
        }
    }
    tokens
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or(c)
}

/// A range written with a hyphen has two numbers ("40-50"), and a multiplier may touch its number
/// ("1.5m").
fn split_number(word: &str) -> Vec<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    for c in word.chars() {
        let follows_digit = part.ends_with(|last: char| last.is_ascii_digit());
        if follows_digit && (c == '-' || c.is_alphabetic()) {
            parts.push(std::mem::take(&mut part));
        }
        if c != '-' || !follows_digit {
            part.push(c);
        }
    }
    parts.push(part);
    parts.retain(|part| !part.is_empty());
    parts
}

/// True for one to three digits, which a space may part from three more.
fn ends_group(token: &str) -> bool {
    !token.is_empty() && token.len() <= 12 && token.bytes().all(|b| b.is_ascii_digit())
}

/// What a token of digits can mean: its marks part groups, or the last one starts the decimals.
fn digit_readings(token: &str) -> Vec<Decimal> {
    let negative = token.starts_with('-');
    let unsigned = token.trim_start_matches('-');
    let number: String = unsigned.chars().take_while(|c| !c.is_alphabetic() && *c != '-').collect();
    let plain = number.replace([',', '.', '_'], "");
    let mut texts = vec![plain];
    if let Some((whole, decimals)) = number.rsplit_once(['.', ',']) {
        texts.push(format!("{}.{decimals}", whole.replace([',', '.', '_'], "")));
    }
    let sign = if negative { "-" } else { "" };
    let parse = |text: &String| Decimal::parse(&format!("{sign}{text}"));
    texts.iter().filter_map(parse).collect()
}

fn power_of_ten(word: &str) -> Option<u32> {
    Some(match word {
        "hundred" | "hundreds" => 2,
        "thousand" | "thousands" | "k" | "ألف" | "آلاف" => 3,
        "million" | "millions" | "m" | "مليون" => 6,
        "billion" | "billions" | "bn" | "مليار" => 9,
        "trillion" | "trillions" => 12,
        _ => return None,
    })
}

fn spelled(tokens: &[String], value: Decimal) -> bool {
    let words: Vec<&str> = tokens.iter().flat_map(|token| token.split('-')).collect();
    let number = |from: usize| {
        let (mut total, mut current, mut any): (i64, i64, bool) = (0, 0, false);
        for word in &words[from..] {
            if let Some(small) = small_number(word) {
                current = current.checked_add(small)?;
            } else if *word == "hundred" {
                current = current.max(1).checked_mul(100)?;
            } else if *word == "dozen" {
                current = current.max(1).checked_mul(12)?;
            } else if let Some(power) = power_of_ten(word).filter(|power| *power > 2) {
                total = current.max(1).checked_mul(10_i64.pow(power))?.checked_add(total)?;
                current = 0;
            } else if !(any && *word == "and") {
                break;
            }
            any = true;
        }
        Decimal::new(total.checked_add(current)?, 0).filter(|_| any)
    };
    (0..words.len()).any(|from| number(from) == Some(value))
}

fn small_number(word: &str) -> Option<i64> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let position = |list: &[&str]| list.iter().position(|known| *known == word);
    let ones = position(&ONES).and_then(|ones| i64::try_from(ones).ok());
    ones.or_else(|| position(&TENS).and_then(|tens| i64::try_from((tens + 2) * 10).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_in_their_words() {
        let check = |words: &str, value, expected| {
            let value = Decimal::parse(value).expect("a decimal");
            assert_eq!(stands_in(words, value), expected, "{words} {value}");
        };
        check("460 violations", "460", true);
        check("460 violations", "46", false);
        check("1,500 people", "1500", true);
        check("1,5 Prozent", "1.5", true);
        check("12.345.678 Euro", "12345678", true);
        check("10 000 personnes", "10000", true);
        check("10\u{202f}000 personnes", "10000", true);
        check("about 1.5 million", "1500000", true);
        check("٤٦٠ خرقا", "460", true);
        check("٣ ملايين و 2 مليون", "2000000", true);
        check("twenty-five thousand troops", "25000", true);
        check("three hundred and five", "305", true);
        check("a dozen", "12", true);
        check("-3 degrees", "-3", true);
        check("some", "3", false);
        check("5%", "5", true);
        check("40-50 people", "50", true);
        check("40-50 people", "40", true);
        check("40-50 people", "-50", false);
        check("a 1.5m loan", "1500000", true);
        check("about 3bn", "3000000000", true);
        check("the 5th of COVID-19", "5", true);
        check(&"hundred ".repeat(40), "1", false);
        check(&("hundred ".repeat(9) + "trillion"), "1", false);
    }
}
