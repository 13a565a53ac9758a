//! A statement's words as plain text that is complete enough to be read alone: what they refer to
//! follows them in square brackets.

use super::{Label, WORDS_LEFT_OUT, attribution, byline, enumerate, statement_in_sentence};
use crate::model::{
    ActorIx, Dossier, Figure, Piece, Referent, Resolved, Span, Statement, StatementIx, Wording,
    resolved_pieces, sentence,
};
use crate::site::Prepared;

/// Returns what the words before it refer to, in square brackets: `[Israel and Syria]`,
/// `[see statement 10]`. At the start, names the source. `None` for words of the article.
pub fn resolution(dossier: &Dossier, resolved: Resolved<'_>) -> Option<String> {
    let meaning = match resolved {
        Resolved::Piece(_) => return None,
        Resolved::Source(spans) => {
            let texts = spans.iter().map(|span: &Span| dossier.article.text(*span).to_owned());
            texts.collect::<Vec<_>>().join(", ")
        }
        Resolved::Referents(referents) => referred_to(dossier, referents),
    };
    Some(format!("[{meaning}]"))
}

/// Names what words refer to: `Israel and Syria`, `see statements 2 and 3`.
fn referred_to(dossier: &Dossier, referents: &[Referent]) -> String {
    let name = |actor: ActorIx| dossier.actor(actor).name.value.to_string();
    let (mut actors, mut statements): (Vec<ActorIx>, Vec<StatementIx>) = (Vec::new(), Vec::new());
    for referent in referents {
        match referent {
            Referent::Actor(actor) => actors.push(*actor),
            Referent::Statement(statement) => statements.push(*statement),
        }
    }
    let mut names: Vec<String> = actors.into_iter().map(name).collect();
    match statements.as_slice() {
        [] => return enumerate(&names),
        [only] => names.push(statement_in_sentence(*only)),
        several => {
            let numbers: Vec<String> =
                several.iter().map(|ix| (ix.index() + 1).to_string()).collect();
            names.push(format!("statements {}", enumerate(&numbers)));
        }
    }
    format!("see {}", enumerate(&names))
}

/// Returns a note with a space between it and the words next to it.
pub fn set_off(note: &str, is_first: bool) -> String {
    if is_first { format!("{note} ") } else { format!(" {note}") }
}

/// Returns source, attributing verb and content as one text. Without the verb, a paraphrase would
/// read as the speaker's own words.
pub fn statement_text(dossier: &Dossier, statement: &Statement) -> String {
    text_up_to(dossier, statement, u32::MAX)
}

/// Maximum length of a statement's words in code points where a figure repeats them: a statement may
/// give many figures.
const MAX_REPEATED: u32 = 2_000;

/// Returns the statement's words up to a length in code points, with an ellipsis if some are left out.
fn text_up_to(dossier: &Dossier, statement: &Statement, max: u32) -> String {
    let mut text = String::new();
    let mut left = max;
    for piece in resolved_pieces(dossier, statement) {
        if left == 0 {
            text.push_str(WORDS_LEFT_OUT);
            break;
        }
        match piece {
            Resolved::Piece(Piece::Text(span)) => {
                let end = span.end.min(span.start.saturating_add(left));
                text.push_str(dossier.article.text(Span { end, ..span }));
                left -= span.len().min(left);
                if end < span.end {
                    text.push_str(WORDS_LEFT_OUT);
                    break;
                }
            }
            Resolved::Piece(Piece::Gap) => text.push_str(WORDS_LEFT_OUT),
            note => {
                let note = resolution(dossier, note).unwrap_or_default();
                text.push_str(&set_off(&note, text.is_empty()));
            }
        }
    }
    text
}

/// Returns the attribution and the words, complete enough to be read alone.
pub fn attributed(dossier: &Dossier, statement: &Statement, wording: &Wording) -> String {
    attributed_up_to(dossier, statement, wording, u32::MAX)
}

fn attributed_up_to(
    dossier: &Dossier,
    statement: &Statement,
    wording: &Wording,
    max: u32,
) -> String {
    let manner = wording.directness.label().to_ascii_lowercase();
    let (by, words) = (attribution(dossier, statement), text_up_to(dossier, statement, max));
    format!("{}, citing {by} ({manner}): {words}", byline(dossier))
}

/// Returns the annotator's summary of a statement or, without one, its words.
pub fn gist_or_words(dossier: &Dossier, statement: &Statement) -> String {
    let gist = statement.gist.as_deref().map(str::to_owned);
    gist.unwrap_or_else(|| statement_text(dossier, statement))
}

/// Returns the attribution and the words of the statement that gives a figure, or the sentence in
/// which the article itself gives it.
pub fn figure_attributed(prepared: &Prepared, figure: &Figure) -> String {
    let dossier = &prepared.dossier;
    if let Some(ix) = figure.statement {
        let (statement, wording) = (dossier.statement(ix), prepared.wording(ix));
        let make = || attributed_up_to(dossier, statement, wording, MAX_REPEATED);
        return prepared.repeated(ix, make);
    }
    let words = dossier.article.text(sentence(dossier, figure.words));
    format!("{}, in its own voice: {words}", byline(dossier))
}
