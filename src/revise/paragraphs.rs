//! Paragraphs of a plain text file.

/// Splits a plain text into paragraphs, which blank lines part. Line breaks within a paragraph become spaces,
/// as in a text that was wrapped. If no line is blank, each line is a paragraph.
pub fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim).collect();
    let has_blank = lines.split(|line| line.is_empty()).filter(|part| !part.is_empty()).count() > 1;
    if !has_blank {
        return lines.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    }
    let parts = lines.split(|line| line.is_empty()).filter(|part| !part.is_empty());
    parts.map(|part| part.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_blank_lines_or_at_each_line() {
        assert_eq!(paragraphs("\u{feff}One\ntwo.\r\n\r\n  Three. \n\n\n"), ["One two.", "Three."]);
        assert_eq!(paragraphs("One.\nTwo.\n"), ["One.", "Two."]);
        assert_eq!(paragraphs(" \n"), [""; 0]);
    }
}
