//! Numbers written in digits, and the meaning of the separators between them.
//!
//! A group has three digits, or, before the last group, two as in India ("1,23,456"). If there is
//! one point or comma, followed by three digits, the language of the article decides whether it
//! separates groups or decimals.

use super::ratio::Ratio;

/// A separator that is only used between groups: a space or an apostrophe.
pub(super) const GROUP: char = '_';

/// A separator that is only used before decimals: that of Arabic.
pub(super) const DECIMAL: char = '|';

/// Converts a separator to `.`, `,`, `GROUP` or `DECIMAL`.
pub(super) const fn separator(c: char) -> Option<char> {
    Some(match c {
        '.' | ',' => c,
        '．' => '.',
        '٫' => DECIMAL,
        '٬' | '’' | '\'' | '_' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => GROUP,
        _ => return None,
    })
}

/// Returns the numbers that digits and separators can mean. Empty if they are not one number
/// ("1.2.3").
pub(super) fn readings(number: &str, language: &str) -> Vec<Ratio> {
    let parts: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).collect();
    let separators: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let Some(last) = separators.last() else { return decimal(number, "").into_iter().collect() };
    let (whole, decimals) = parts.split_at(parts.len() - 1);
    let as_groups = || decimal(&parts.concat(), "");
    let as_decimals = || decimal(&whole.concat(), decimals[0]);
    let all_equal = |separators: &[char]| separators.windows(2).all(|pair| pair[0] == pair[1]);
    let earlier = &separators[..separators.len() - 1];
    let can_group = *last != DECIMAL && all_equal(&separators) && are_groups(&parts);
    let can_be_decimal = *last != GROUP
        && !earlier.contains(last)
        && !earlier.contains(&DECIMAL)
        && all_equal(earlier)
        && (whole.len() == 1 || are_groups(whole));
    let (groups, decimals) = match (can_group, can_be_decimal) {
        (true, true) => match decimal_separator(language) {
            Some(separator) => (separator != *last, separator == *last),
            None => (true, true),
        },
        one => one,
    };
    let groups = groups.then(as_groups).flatten();
    groups.into_iter().chain(decimals.then(as_decimals).flatten()).collect()
}

/// Returns true for digits that are grouped by three, or as in India.
fn are_groups(parts: &[&str]) -> bool {
    let [first, middle @ .., last] = parts else { return false };
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && last.len() == 3
        && (middle.iter().all(|part| part.len() == 3) || middle.iter().all(|part| part.len() == 2))
}

fn decimal(whole: &str, decimals: &str) -> Option<Ratio> {
    let numerator: i128 = format!("{whole}{decimals}").parse().ok()?;
    let places = u32::try_from(decimals.len()).ok()?;
    Some(Ratio::part(numerator, 10_i128.checked_pow(places)?))
}

/// Returns the separator before decimals. `None` if a language uses both, or is not known.
fn decimal_separator(language: &str) -> Option<char> {
    const POINT: &str = " en zh ja ko th he hi bn ur ta te mr gu pa ne si my km ga mt cy ms tl ";
    const COMMA: &str = " de fr it pt nl sv da nb nn no fi is pl cs sk hu ro bg ru uk be sr hr bs sl mk \
                         sq et lv lt tr el ca gl eu vi id az kk hy ka uz ";
    let mut subtags = language.split('-');
    let primary = subtags.next().unwrap_or_default().to_ascii_lowercase();
    let has = |list: &str| list.contains(&format!(" {primary} "));
    let region = subtags.next_back().unwrap_or_default().to_ascii_uppercase();
    match region.as_str() {
        // Switzerland, Liechtenstein and South Africa use both.
        "CH" | "LI" | "ZA" => None,
        _ if has(POINT) => Some('.'),
        _ if has(COMMA) => Some(','),
        // Spanish uses a comma in Europe and South America, a point in North America.
        _ if primary == "es" && matches!(region.as_str(), "" | "ES" | "AR" | "CL" | "CO") => {
            Some(',')
        }
        _ => None,
    }
}
