//! The language that a text is probably in, among those that have a lexicon.

/// Letters of Sorani that Arabic does not have.
const SORANI: [char; 5] = ['ێ', 'ۆ', 'ڵ', 'ڕ', 'ە'];
/// Frequent words of French and of English.
const FRENCH: [&str; 8] = ["le", "la", "les", "des", "est", "une", "dans", "que"];
const ENGLISH: [&str; 8] = ["the", "of", "and", "is", "a", "in", "that", "was"];
/// Number of words that are looked at.
const WORDS: usize = 2_000;

/// Returns the tag of the language that a text is probably in: English, French, Arabic or Sorani.
pub fn likely_language(text: &str) -> &'static str {
    let count =
        |is: &dyn Fn(char) -> bool| text.chars().take(20 * WORDS).filter(|c| is(*c)).count();
    let arabic = count(&|c| matches!(c, '\u{0620}'..='\u{064a}' | '\u{0671}'..='\u{06d3}' | 'ە'));
    if arabic > count(&|c| c.is_ascii_alphabetic()) {
        return if count(&|c| SORANI.contains(&c)) * 20 > arabic { "ckb" } else { "ar" };
    }
    let words = || text.split(|c: char| !c.is_alphabetic()).take(WORDS);
    let frequent = |list: [&str; 8]| words().filter(|word| list.contains(word)).count();
    if frequent(FRENCH) > frequent(ENGLISH) { "fr" } else { "en" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_recognised() {
        assert_eq!(likely_language("The mayor said that the ferry was late."), "en");
        assert_eq!(likely_language("La maire a dit que les bateaux étaient en retard."), "fr");
        assert_eq!(likely_language("قال الوزير إن العبّارة تأخرت"), "ar");
        assert_eq!(likely_language("وەزیر گوتی کەشتییەکە دواکەوتووە"), "ckb");
    }
}
