//! Where sentences end.

use super::{Quote, Token};

/// Abbreviations that may end a sentence as well: a capital after them begins one.
const MAY_END: [&str; 8] = ["Jr", "Sr", "Inc", "Corp", "Co", "No", "vs", "etc"];

/// Numbers the sentences of a unit, from `first`. Returns the number of the next unit's first.
pub fn mark_sentences(tokens: &mut [Token], first: u32) -> u32 {
    let mut sentence = first;
    let mut ends = false;
    for at in 0..tokens.len() {
        tokens[at].sentence = sentence;
        let Some(next) = tokens.get(at + 1) else { break };
        let closes = next.quote == Quote::Close || matches!(&*next.word, ")" | "]");
        ends = match &*tokens[at].word {
            "." | "?" | "!" | "؟" | "…" | "۔" => true,
            word if word.starts_with("..") => true,
            word if word.len() > 2 && word.ends_with('.') => {
                MAY_END.contains(&word.trim_end_matches('.'))
            }
            _ => {
                ends && (tokens[at].quote == Quote::Close || matches!(&*tokens[at].word, ")" | "]"))
            }
        };
        if ends && !closes && begins(next) {
            sentence += 1;
            ends = false;
        }
    }
    sentence + 1
}

/// Returns true if a token can begin a sentence.
fn begins(token: &Token) -> bool {
    let first = token.word.chars().next().unwrap_or(' ');
    token.quote == Quote::Open
        || !first.is_lowercase()
            && (first.is_alphanumeric()
                || matches!(first, '(' | '—' | '[' | '@' | '#' | '$' | '£' | '€' | '•'))
}
