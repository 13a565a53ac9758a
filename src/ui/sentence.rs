//! Sentences with slots as markup.

use super::el::txt;
use crate::text::Sentence;
use yew::prelude::*;

/// Draws a sentence with its slots filled.
pub fn filled<S>(sentence: Sentence<S>, slot: impl Fn(S) -> Html) -> Html {
    sentence.render(txt, slot).into_iter().collect()
}
