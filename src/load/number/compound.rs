//! German number words, which are mostly compounds: "zweihundertfünfundzwanzig".

use super::table::german;

/// Maximum length of a compound in bytes: "siebenhundertsiebenundsiebzigtausend…".
const MAX_LENGTH: usize = 90;

/// Returns the value of a compound. `None` for other words.
pub(super) fn compound(word: &str) -> Option<u64> {
    let is_compound = word.len() <= MAX_LENGTH && german(word).is_none();
    value(word)
        .filter(|number| is_compound && *number > 0 && word != "hundert" && word != "tausend")
}

fn value(word: &str) -> Option<u64> {
    if word.len() > MAX_LENGTH {
        return None;
    }
    for (name, by) in [("tausend", 1000), ("hundert", 100)] {
        if let Some((count, rest)) = word.split_once(name) {
            let count = if count.is_empty() { 1 } else { value(count)? };
            let rest =
                if rest.is_empty() { 0 } else { value(rest.strip_prefix("und").unwrap_or(rest))? };
            return count.checked_mul(by)?.checked_add(rest);
        }
    }
    if let Some(number) = german(word) {
        return Some(number.into());
    }
    let (ones, tens) = word.split_once("und")?;
    let (ones, tens) = (german(ones)?, german(tens)?);
    let is_sum = (1..10).contains(&ones) && tens >= 20 && tens.is_multiple_of(10);
    is_sum.then(|| (ones + tens).into())
}
