//! What is between quotation marks.

use super::{Quote, Token};

/// Sets where each token of a unit is, seen from the quotation marks.
pub fn mark_quotes(tokens: &mut [Token]) {
    // The mark that closes what is open.
    let mut open: Option<&'static str> = None;
    for at in 0..tokens.len() {
        let token = &tokens[at];
        let before_word = tokens.get(at + 1).is_some_and(|next| !next.is_spaced);
        let after_word = at > 0 && !token.is_spaced && tokens[at - 1].is_word();
        let opens = before_word && !after_word;
        let closing = match &*token.word {
            "“" if open != Some("”") => Some("”"),
            "«" => Some("»"),
            "„" => Some("“"),
            "\"" if open.is_none() => Some("\""),
            "''" if open.is_none() => Some("''"),
            "‘" if open.is_none() => Some("’"),
            "'" if open.is_none() && opens && closes_later(tokens, at) => Some("'"),
            _ => None,
        };
        let before_letter = before_word && tokens[at + 1].is_word();
        let is_single = matches!(&*token.word, "’" | "'");
        let closes = open == Some(&*token.word)
            || (open.is_some() && matches!(&*token.word, "”" | "»") && open != Some("’"));
        let closes = closes && !(is_single && before_letter);
        // A straight mark before a word begins the next quotation, though the last was not closed.
        let is_straight = matches!(&*token.word, "\"" | "''");
        let again = is_straight && closes && token.is_spaced && opens && at > 0;
        tokens[at].quote = match closing {
            Some(closing) => {
                open = Some(closing);
                Quote::Open
            }
            None if again => Quote::Open,
            None if closes => {
                open = None;
                Quote::Close
            }
            None if open.is_some() => Quote::Inside,
            None => Quote::Outside,
        };
        // Articles differ in their marks, which mean the same.
        match tokens[at].quote {
            Quote::Open => tokens[at].key = "“".into(),
            Quote::Close => tokens[at].key = "”".into(),
            Quote::Outside | Quote::Inside => {}
        }
    }
}

/// Returns true if a straight single mark ends a word, after the token `at`.
fn closes_later(tokens: &[Token], at: usize) -> bool {
    (at + 1..tokens.len()).any(|at| {
        let is_before_letter =
            tokens.get(at + 1).is_some_and(|next| !next.is_spaced && next.is_word());
        &*tokens[at].word == "'" && !tokens[at].is_spaced && !is_before_letter
    })
}
