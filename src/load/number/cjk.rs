//! Numbers of Chinese, Japanese and Korean, in which digits, numerals and units form one run without
//! spaces: "三千五百", "1万2000", "3만 5천".

use super::super::unicode_digits::ascii_digit;
use super::numeral;
use super::ratio::Ratio;
use super::tokens::{Token, number};

/// Returns true for a language that writes numbers in this way.
pub(super) fn is_cjk(language: &str) -> bool {
    matches!(language, "zh" | "ja" | "ko")
}

/// What one character means.
#[derive(Clone, Copy)]
enum Item {
    Digit(i128),
    /// Ten, a hundred, a thousand.
    Unit(u64),
    /// Ten thousand and its powers, which multiply all that is before them.
    Myriad(u64),
}

const TEN_THOUSAND: u64 = 10_000;

fn item(c: char, language: &str) -> Option<Item> {
    let hangul = language == "ko";
    Some(match c {
        '零' | '〇' => Item::Digit(0),
        '一' | '壱' | '壹' => Item::Digit(1),
        '二' | '弐' | '贰' | '貳' | '两' | '兩' => Item::Digit(2),
        '三' | '参' | '叁' => Item::Digit(3),
        '四' => Item::Digit(4),
        '五' => Item::Digit(5),
        '六' => Item::Digit(6),
        '七' => Item::Digit(7),
        '八' => Item::Digit(8),
        '九' => Item::Digit(9),
        '十' | '拾' => Item::Unit(10),
        '百' | '佰' => Item::Unit(100),
        '千' | '仟' => Item::Unit(1000),
        '万' | '萬' => Item::Myriad(TEN_THOUSAND),
        '億' | '亿' => Item::Myriad(TEN_THOUSAND * TEN_THOUSAND),
        '兆' => Item::Myriad(TEN_THOUSAND * TEN_THOUSAND * TEN_THOUSAND),
        '일' if hangul => Item::Digit(1),
        '이' if hangul => Item::Digit(2),
        '삼' if hangul => Item::Digit(3),
        '사' if hangul => Item::Digit(4),
        '오' if hangul => Item::Digit(5),
        '육' | '륙' if hangul => Item::Digit(6),
        '칠' if hangul => Item::Digit(7),
        '팔' if hangul => Item::Digit(8),
        '구' if hangul => Item::Digit(9),
        '십' if hangul => Item::Unit(10),
        '백' if hangul => Item::Unit(100),
        '천' if hangul => Item::Unit(1000),
        '만' if hangul => Item::Myriad(TEN_THOUSAND),
        '억' if hangul => Item::Myriad(TEN_THOUSAND * TEN_THOUSAND),
        '조' if hangul => Item::Myriad(TEN_THOUSAND * TEN_THOUSAND * TEN_THOUSAND),
        _ => return None,
    })
}

/// Returns true for a numeral or a unit.
pub(super) fn is_numeral(c: char, language: &str) -> bool {
    is_cjk(language) && item(c, language).is_some()
}

/// Returns true for a word of Hangul that is a number: "이십오만", but not "이" ("this").
pub(super) fn is_number_word(word: &[char]) -> bool {
    let is_unit = |c: &char| matches!(item(*c, "ko"), Some(Item::Unit(_) | Item::Myriad(_)));
    word.iter().any(is_unit) && word.iter().all(|c| item(*c, "ko").is_some())
}

/// Parses the number at a position. Returns `None` if there is none, or only digits, and otherwise
/// its token and the position after it. A number without a count ("百万") is a multiplier.
pub(super) fn parse(chars: &[char], from: usize, language: &str) -> Option<(Token, usize)> {
    let either = |at| run(chars, at, language).or_else(|| digits(chars, at));
    let (first, end) = either(from)?;
    if let Some(at) = parts(chars, end)
        && let Some((second, end)) = either(at)
    {
        // The denominator comes first.
        let (top, bottom) = second.number.terms();
        let (count, scale) = first.number.terms();
        let numerator = u64::try_from(top.checked_mul(scale)?).ok()?;
        let denominator = u64::try_from(bottom.checked_mul(count)?).ok().filter(|d| *d != 0)?;
        return Some((Token::Part(numerator, denominator), end));
    }
    if let Some(tenths) = tenths(chars, end, &first, language) {
        return Some(tenths);
    }
    // Only digits: they are left to `numeral`.
    if !first.has_unit && chars.get(from).copied().and_then(ascii_digit).is_some() {
        return None;
    }
    if chars.get(end) == Some(&'半') && first.number == Ratio::whole(1) && !first.has_unit {
        return Some((Token::Part(1, 2), end + 1));
    }
    if first.starts_with_unit
        && let (whole, 1) = first.number.terms()
        && let Ok(by) = u64::try_from(whole)
    {
        return Some((Token::Multiplier(by), end));
    }
    Some((Token::Value(first.number), end))
}

/// Returns the position after "分之", "分の" or "분의", which make a fraction.
fn parts(chars: &[char], at: usize) -> Option<usize> {
    match chars.get(at..)? {
        ['분', '의', ' ', ..] => Some(at + 3),
        ['分', '之' | 'の', ..] | ['분', '의', ..] => Some(at + 2),
        _ => None,
    }
}

/// Parses tenths after a number: "三成", "2割5分", "3할".
fn tenths(chars: &[char], at: usize, count: &Run, language: &str) -> Option<(Token, usize)> {
    let unit = match language {
        "zh" => '成',
        "ja" => '割',
        _ => '할',
    };
    let (tenths, 1) = count.number.terms() else { return None };
    if chars.get(at) != Some(&unit) || !(1..=10).contains(&tenths) {
        return None;
    }
    let tenths = u64::try_from(tenths).ok()?;
    let next = chars.get(at + 1).copied();
    let digit = next.and_then(|c| match item(c, language) {
        Some(Item::Digit(digit)) => Some(digit),
        _ => ascii_digit(c).and_then(|c| c.to_digit(10)).map(i128::from),
    });
    let hundredths = digit.and_then(|digit| u64::try_from(digit).ok());
    match (hundredths, chars.get(at + 2)) {
        (Some(more), Some('分' | '푼')) => Some((Token::Part(10 * tenths + more, 100), at + 3)),
        (Some(more), _) if language == "zh" => Some((Token::Part(10 * tenths + more, 100), at + 2)),
        _ => Some((Token::Part(tenths, 10), at + 1)),
    }
}

struct Run {
    number: Ratio,
    starts_with_unit: bool,
    has_unit: bool,
}

fn digits(chars: &[char], from: usize) -> Option<(Run, usize)> {
    chars.get(from).copied().and_then(ascii_digit)?;
    let (text, end) = number(chars, from);
    let number = *numeral::readings(&text, "zh").first()?;
    Some((Run { number, starts_with_unit: false, has_unit: false }, end))
}

/// Parses numerals, and digits that have a unit after them.
fn run(chars: &[char], from: usize, language: &str) -> Option<(Run, usize)> {
    let (mut total, mut section) = (Ratio::ZERO, Ratio::ZERO);
    let mut current: Option<Ratio> = None;
    // The last myriad and its part of the total; the last unit of any size.
    let mut myriad: Option<(u64, Ratio)> = None;
    let mut unit: Option<u64> = None;
    let (mut has_unit, mut has_zero, mut in_digits) = (false, false, false);
    let starts_with_unit =
        matches!(item(*chars.get(from)?, language), Some(Item::Unit(_) | Item::Myriad(_)));
    let mut at = from;
    while let Some(c) = chars.get(at).copied() {
        if ascii_digit(c).is_some() {
            let (read, end) = digits(chars, at)?;
            let fits = unit.is_none_or(|unit| read.number.is_less_than(Ratio::whole(unit.into())));
            if current.is_some() || !fits {
                break;
            }
            (current, in_digits, at) = (Some(read.number), true, end);
            continue;
        }
        // Korean puts a space after ten thousand: "3만 5천".
        let continues = |c: &char| ascii_digit(*c).is_some() || item(*c, language).is_some();
        if c == ' ' && language == "ko" && current.is_none() && has_unit {
            let next = &chars[at + 1..];
            let is_word = next.split(|c| !c.is_alphanumeric()).next().is_some_and(|word| {
                word.first().is_some_and(|c| ascii_digit(*c).is_some()) || is_number_word(word)
            });
            if is_word && next.first().is_some_and(continues) {
                at += 1;
                continue;
            }
            break;
        }
        // "三百多万": more than three million.
        if matches!(c, '多' | '余' | '餘')
            && has_unit
            && current.is_none()
            && chars
                .get(at + 1)
                .is_some_and(|c| matches!(item(*c, language), Some(Item::Myriad(_))))
        {
            at += 1;
            continue;
        }
        if matches!(c, '点' | '點' | '・')
            && let Some(whole) = current
            && let Some(decimals) = decimals(&chars[at + 1..], language)
        {
            current = Some(whole.plus(decimals.0)?);
            at += 1 + decimals.1;
            continue;
        }
        match item(c, language) {
            Some(Item::Digit(0)) if current.is_none() && has_unit => has_zero = true,
            Some(Item::Digit(_)) if in_digits => break,
            Some(Item::Digit(n)) => {
                current = Some(match current {
                    Some(before) => before.times(10)?.plus(Ratio::whole(n))?,
                    None => Ratio::whole(n),
                });
            }
            Some(Item::Unit(by)) => {
                if unit.is_some_and(|unit| by >= unit) {
                    break;
                }
                section = section.plus(current.take().unwrap_or(Ratio::whole(1)).times(by)?)?;
                (unit, has_unit, has_zero, in_digits) = (Some(by), true, false, false);
            }
            Some(Item::Myriad(by)) => {
                let count = match current.take() {
                    Some(current) => section.plus(current)?,
                    None => section,
                };
                section = Ratio::ZERO;
                let part = match myriad {
                    // "万亿": ten thousand times a hundred million.
                    Some((last, part)) if count == Ratio::ZERO && by > last => {
                        total = total.plus(part.negated())?;
                        part.times(by)?
                    }
                    Some((last, _)) if by >= last => return None,
                    _ if count == Ratio::ZERO => Ratio::whole(by.into()),
                    _ => count.times(by)?,
                };
                total = total.plus(part)?;
                myriad = Some((by, part));
                (unit, has_unit, has_zero, in_digits) = (Some(by), true, false, false);
            }
            None => break,
        }
        at += 1;
    }
    if at == from || (in_digits && !has_unit) {
        return None;
    }
    if let Some(mut last) = current {
        // Chinese leaves out the last unit: "三万五" is 35,000.
        if let Some(unit) = unit
            && language == "zh"
            && !has_zero
            && !in_digits
            && unit > 10
            && last.is_less_than(Ratio::whole(10))
        {
            last = last.times(unit / 10)?;
        }
        section = section.plus(last)?;
    }
    Some((Run { number: total.plus(section)?, starts_with_unit, has_unit }, at))
}

/// Returns the decimals after "点", and the number of their characters.
fn decimals(chars: &[char], language: &str) -> Option<(Ratio, usize)> {
    let mut number = Ratio::ZERO;
    let mut divisor: u64 = 1;
    let mut count = 0;
    let digit = |c: &char| match item(*c, language) {
        Some(Item::Digit(digit)) => Some(digit),
        _ => ascii_digit(*c).and_then(|c| c.to_digit(10)).map(i128::from),
    };
    while let Some(n) = chars.get(count).and_then(digit) {
        divisor = divisor.checked_mul(10)?;
        number = number.plus(Ratio::whole(n).divided_by(divisor)?)?;
        count += 1;
    }
    (count > 0).then_some((number, count))
}
