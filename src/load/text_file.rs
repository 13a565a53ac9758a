//! The text of an article in a plain text file beside the dossier.

use super::code::ArticleCode;
use super::escape::{forbidden_character, shown};
use super::path::At;
use super::problem::Problem;
use super::report::Report;
use super::tree::MAX_BYTES;
use super::wire::Article;

/// Reads the file with a name from the folder of the dossier. Returns the cause of a failure.
pub type ReadText<'r> = &'r dyn Fn(&str) -> Result<Vec<u8>, String>;

/// Replaces the name of a text file by the paragraphs in it. If they cannot be used, the text is
/// marked as missing, so that quotes are not searched for.
pub fn resolve<Q>(
    article: &mut Article<Q>,
    read: ReadText<'_>,
    root: &At<'_>,
    report: &mut Report<'_>,
) {
    let Some(name) = article.text.take() else { return };
    let at = root.field("article");
    let at_text = at.field("text");
    if report.is_substituted(&at_text) {
        report.substitute(&at.field("paragraphs"));
        return;
    }
    if !article.paragraphs.is_empty() {
        let problem = problem("the article has both \"text\" and \"paragraphs\"");
        report.add(&at_text, problem.hint("keep one of them"));
        return;
    }
    match check_name(&name).and_then(|()| read_paragraphs(&name, read)) {
        Ok(paragraphs) => article.paragraphs = paragraphs,
        Err(problem) => {
            report.add(&at_text, problem);
            report.substitute(&at.field("paragraphs"));
        }
    }
}

fn problem(message: impl Into<String>) -> Problem {
    Problem::error(ArticleCode::TextFile, message)
}

/// Checks that a name is that of a text file in the folder of the dossier.
fn check_name(name: &str) -> Result<(), Problem> {
    let is_plain = !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0']);
    if is_plain && name.ends_with(".txt") {
        return Ok(());
    }
    Err(problem(format!("{} is not the name of a text file beside the dossier", shown(name)))
        .hint("write the name alone, such as \"my-report.txt\", without a folder"))
}

/// Returns the paragraphs of a text file.
fn read_paragraphs(name: &str, read: ReadText<'_>) -> Result<Vec<String>, Problem> {
    let failed = |cause: &str| problem(format!("failed to read {} ({cause})", shown(name)));
    let bytes = read(name).map_err(|cause| {
        failed(&cause).hint("save the text of the article beside the dossier, under this name")
    })?;
    if bytes.len() > MAX_BYTES {
        return Err(failed("it is too large"));
    }
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        failed(&format!("the byte at offset {} is not valid UTF-8", error.valid_up_to()))
            .hint("save the file as UTF-8")
    })?;
    for (number, line) in (1..).zip(text.lines()) {
        if let Some((character, what)) = forbidden_character(line) {
            let code = u32::from(character);
            let message =
                format!("line {number} of {} contains the {what} U+{code:04X}", shown(name));
            return Err(problem(message)
                .hint("remove it: it is invisible, but changes how the text is displayed"));
        }
    }
    let paragraphs = paragraphs(text);
    if paragraphs.is_empty() {
        return Err(problem(format!("{} contains no words", shown(name)))
            .hint("save the text of the article in it, with a blank line between paragraphs"));
    }
    Ok(paragraphs)
}

/// Splits a plain text into paragraphs, which blank lines part. Line breaks within a paragraph become
/// spaces, as in a text that was wrapped. If no line is blank, each line is a paragraph.
pub fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim).collect();
    let parts = || lines.split(|line| line.is_empty()).filter(|part| !part.is_empty());
    if parts().count() > 1 {
        return parts().map(|part| part.join(" ")).collect();
    }
    lines.iter().filter(|line| !line.is_empty()).map(|line| (*line).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &'static [u8]) -> Result<Vec<String>, String> {
        read_paragraphs("a.txt", &|_| Ok(content.to_vec())).map_err(|problem| problem.message)
    }

    #[test]
    fn splits_at_blank_lines_or_at_each_line() {
        let text = "\u{feff}\r\n\r\n One. \r\nTwo\r\n \t\r\n\r\n“Three”\n".as_bytes();
        assert_eq!(read(text), Ok(vec!["One. Two".to_owned(), "“Three”".to_owned()]));
        assert_eq!(paragraphs("One.\nTwo.\n"), ["One.", "Two."]);
        assert_eq!(read(b"\n \n"), Err("\"a.txt\" contains no words".to_owned()));
        let control = "line 2 of \"a.txt\" contains the control character U+0007";
        assert_eq!(read(b"One\n\x07"), Err(control.to_owned()));
        let bytes = "failed to read \"a.txt\" (the byte at offset 1 is not valid UTF-8)";
        assert_eq!(read(b"a\xff"), Err(bytes.to_owned()));
    }

    #[test]
    fn only_names_of_text_files_in_the_folder_are_accepted() {
        assert!(["a.txt", "My report.txt", "été.txt"].iter().all(|name| check_name(name).is_ok()));
        let bad = ["", "a", "a.json", ".a.txt", "../a.txt", "/a.txt", "b\\a.txt", "C:a.txt"];
        assert!(bad.iter().all(|name| check_name(name).is_err()));
    }
}
