//! Suggestions: from a plain text to attributions. The goal is 20 ms for 1,000 words in a browser.

use divan::{Bencher, black_box, counter::ItemsCount};
use onrecord::suggest::{Lexicons, suggest};

/// A paragraph of 53 words.
const PARAGRAPH: &str = "“We have waited long enough,” said Maria Lund, the mayor of Port Alba, who told Coast Radio \
    that more than 1,200 islanders had been cut off since Tuesday. The ministry accused her of ignoring two warnings, \
    and according to a report by the inspectorate, it plans to repair the old boat before the summer begins.";

/// Suggests for a text of a number of words.
#[divan::bench(args = [1_000, 5_000], max_time = 10)]
fn words(bencher: Bencher, words: usize) {
    let paragraphs = words.div_ceil(PARAGRAPH.split_whitespace().count());
    let units: Vec<&str> =
        std::iter::once("").chain(std::iter::repeat_n(PARAGRAPH, paragraphs)).collect();
    let lexicons = Lexicons::default();
    // The weights are read once.
    suggest(&units[..2], "en", &lexicons);
    bencher
        .counter(ItemsCount::new(words))
        .bench_local(|| suggest(black_box(&units), "en", &lexicons));
}
