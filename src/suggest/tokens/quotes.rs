//! What is between quotation marks.

use super::{Quote, Token};

/// Sets where each token of a unit is, seen from the quotation marks.
pub fn mark_quotes(tokens: &mut [Token], chars: &[char]) {
    // The mark that closes what is open.
    let mut open: Option<char> = None;
    for at in 0..tokens.len() {
        let (start, end) = (tokens[at].start as usize, tokens[at].end as usize);
        let mark = if end == start + 1 { chars[start] } else { ' ' };
        let before = start.checked_sub(1).map_or(' ', |before| chars[before]);
        let after = chars.get(end).copied().unwrap_or(' ');
        let opens = !after.is_whitespace() && !before.is_alphanumeric();
        let closing = match mark {
            '“' if open != Some('“') => Some('”'),
            '«' => Some('»'),
            '„' => Some('“'),
            '"' if open.is_none() => Some('"'),
            '‘' if open.is_none() => Some('’'),
            '\'' if open.is_none() && opens && closes_later(&tokens[at + 1..], chars) => Some('\''),
            _ => None,
        };
        let closes = open == Some(mark)
            || (open.is_some() && matches!(mark, '”' | '»') && open != Some('’'));
        let closes = closes && (!matches!(mark, '’' | '\'') || !after.is_alphanumeric());
        // A straight mark before a word begins the next quotation, though the last was not closed.
        let again = mark == '"' && open == Some('"') && before.is_whitespace() && opens && at > 0;
        tokens[at].quote = match (closing, closes && !again) {
            (Some(closing), _) => {
                open = Some(closing);
                Quote::Open
            }
            (None, true) => {
                open = None;
                Quote::Close
            }
            _ if again => Quote::Open,
            _ if open.is_some() => Quote::Inside,
            _ => Quote::Outside,
        };
    }
}

/// Returns true if a straight single mark ends a word, in the tokens after one that begins a word.
fn closes_later(tokens: &[Token], chars: &[char]) -> bool {
    tokens.iter().any(|token| {
        let (start, end) = (token.start as usize, token.end as usize);
        &*token.word == "'"
            && start > 0
            && !chars[start - 1].is_whitespace()
            && !chars.get(end).copied().unwrap_or(' ').is_alphanumeric()
    })
}
