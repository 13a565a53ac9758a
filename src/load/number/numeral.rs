//! Numbers in digits: what their marks can mean.
//!
//! A group holds three digits, or, before the last one, two, as in India ("1,23,456"). Where one
//! point or comma stands before three digits, the article's language says whether it parts groups
//! or begins the decimals.

use super::ratio::Ratio;

/// What parts groups and is never the mark of decimals: spaces, apostrophes.
pub(super) const GROUP: char = '_';

/// What is the mark of decimals and never parts groups: that of Arabic.
pub(super) const DECIMAL: char = '|';

/// A mark within a number, made one of `.`, `,`, `GROUP` and `DECIMAL`.
pub(super) const fn mark(c: char) -> Option<char> {
    Some(match c {
        '.' | ',' => c,
        '٫' => DECIMAL,
        '٬' | '’' | '\'' | '_' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => GROUP,
        _ => return None,
    })
}

/// What digits and marks between them can mean; nothing where they are no number ("1.2.3").
pub(super) fn readings(number: &str, language: &str) -> Vec<Ratio> {
    let parts: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).collect();
    let marks: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let Some(last) = marks.last() else { return decimal(number, "").into_iter().collect() };
    let (whole, decimals) = parts.split_at(parts.len() - 1);
    let as_groups = || decimal(&parts.concat(), "");
    let as_decimals = || decimal(&whole.concat(), decimals[0]);
    let same = |marks: &[char]| marks.windows(2).all(|pair| pair[0] == pair[1]);
    let whole_marks = &marks[..marks.len() - 1];
    let can_group = *last != DECIMAL && same(&marks) && are_groups(&parts);
    let can_part = *last != GROUP
        && !whole_marks.contains(last)
        && !whole_marks.contains(&DECIMAL)
        && same(whole_marks)
        && (whole.len() == 1 || are_groups(whole));
    let (groups, decimals) = match (can_group, can_part) {
        (true, true) => match decimal_mark(language) {
            Some(mark) => (mark != *last, mark == *last),
            None => (true, true),
        },
        one => one,
    };
    let groups = groups.then(as_groups).flatten();
    groups.into_iter().chain(decimals.then(as_decimals).flatten()).collect()
}

/// True for digits that are grouped, by three or as in India.
fn are_groups(parts: &[&str]) -> bool {
    let [first, middle @ .., last] = parts else { return false };
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && last.len() == 3
        && (middle.iter().all(|part| part.len() == 3) || middle.iter().all(|part| part.len() == 2))
}

fn decimal(whole: &str, decimals: &str) -> Option<Ratio> {
    let over: i128 = format!("{whole}{decimals}").parse().ok()?;
    let places = u32::try_from(decimals.len()).ok()?;
    Some(Ratio::part(over, 10_i128.checked_pow(places)?))
}

/// The mark that begins the decimals; `None` where a language has both, or is not known.
fn decimal_mark(language: &str) -> Option<char> {
    const POINT: &str = " en zh ja ko th he hi bn ur ta te mr gu pa ne si my km ga mt cy ms tl ";
    const COMMA: &str = " de fr it pt nl sv da nb nn no fi is pl cs sk hu ro bg ru uk be sr hr bs sl mk \
                         sq et lv lt tr el ca gl eu vi id az kk hy ka uz ";
    let mut subtags = language.split('-');
    let primary = subtags.next().unwrap_or_default().to_ascii_lowercase();
    let has = |list: &str| list.contains(&format!(" {primary} "));
    let region = subtags.next_back().unwrap_or_default().to_ascii_uppercase();
    match region.as_str() {
        // Switzerland, Liechtenstein and South Africa write both.
        "CH" | "LI" | "ZA" => None,
        _ if has(POINT) => Some('.'),
        _ if has(COMMA) => Some(','),
        // Spanish has a comma in Europe and the south of America, a point in the north of it.
        _ if primary == "es" && matches!(region.as_str(), "" | "ES" | "AR" | "CL" | "CO") => {
            Some(',')
        }
        _ => None,
    }
}
