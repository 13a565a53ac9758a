//! The page that a server for editors shows in place of all others while files of the site have
//! errors: every error with its line, and what to do about it. It needs no other file of the site.

use super::escape::escape;
use super::{live, policy};
use crate::load::visible;
use crate::text::static_pages::problems as text;
use crate::text::{Sentence, capital};
use crate::ui::MARK;

const STYLE: &str = include_str!("../../static/problems.css");

/// Maximum number of characters of a line shown on each side of a problem. A paragraph of an
/// article is one line.
const CONTEXT: usize = 80;

/// A problem in a file of the site.
#[derive(Debug, Clone)]
pub struct Problem<'p> {
    /// The name of the file. Empty if the problem concerns no single file.
    pub file: &'p str,
    /// The message, with the offending value.
    pub message: &'p str,
    /// Suggestions.
    pub hints: &'p [String],
    /// The stable code, if there is one.
    pub code: Option<&'p str>,
    /// The place in the file, unless the problem concerns the whole file.
    pub place: Option<Place<'p>>,
}

/// The place of a problem in its file.
#[derive(Debug, Clone, Copy)]
pub struct Place<'p> {
    /// Line in the file, 1-based.
    pub line: usize,
    /// Column in the line, in code points, 1-based.
    pub column: usize,
    /// The path within the JSON, or empty.
    pub path: &'p str,
    /// The line: before the problem, the problem itself, and after it.
    pub text: [&'p str; 3],
}

/// Makes the page. `version` is the state of the site that it reports on. `last_good` is the
/// address of the page as it was before the errors, if there is one.
pub fn problems(problems: &[Problem<'_>], version: &str, last_good: Option<&str>) -> String {
    let parts: Vec<&[Problem<'_>]> = problems.chunk_by(|a, b| a.file == b.file).collect();
    let of_file = |problems: &&[Problem<'_>]| {
        let list: String = problems.iter().map(item).collect();
        let file = problems.first().map(|problem| escape(&visible(problem.file)));
        let heading = file.filter(|file| !file.is_empty()).map(|file| format!("<h2>{file}</h2>\n"));
        format!("{}<ol>\n{list}</ol>\n", heading.unwrap_or_default())
    };
    let sections: String = parts.iter().map(of_file).collect();
    let policy = policy::styled(STYLE);
    let files = parts.iter().filter_map(|problems| problems.first()).map(|it| visible(it.file));
    let files: Vec<String> = files.filter(|file| !file.is_empty()).collect();
    let title = text::title(problems.len(), &files);
    let link = last_good.map(|href| {
        let (href, name) = (escape(href), escape(text::SHOW_LAST_GOOD));
        format!("<p><a class=\"last-good\" href=\"{href}\">{name}</a></p>\n")
    });
    format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <header class=\"name\"><svg viewBox=\"0 0 32 32\" aria-hidden=\"true\">\
         <path fill=\"currentColor\" fill-rule=\"evenodd\" d=\"{MARK}\"/></svg>{name}</header>\n\
         <main>\n<h1>{title}</h1>\n<p>{advice}</p>\n{link}{sections}</main>\n{script}\
         </body>\n</html>\n",
        title = escape(&title),
        name = escape(text::SERVER),
        advice = escape(text::COMES_BACK),
        link = link.unwrap_or_default(),
        script = live::script(version),
    )
}

fn item(problem: &Problem<'_>) -> String {
    let hint = |hint: &String| format!("<li>{}</li>\n", escape(&capital(&visible(hint))));
    let hints: String = problem.hints.iter().map(hint).collect();
    let hints = if hints.is_empty() { hints } else { format!("<ul>\n{hints}</ul>\n") };
    let code = problem.code.map(|code| {
        let code: Sentence<String> = text::code(format!("<code>{}</code>", escape(code)));
        format!("<p class=\"code\">{}</p>\n", code.render(escape, |slot| slot).concat())
    });
    format!(
        "<li>\n<h3>{}</h3>\n{}{hints}{}</li>\n",
        escape(&capital(&visible(problem.message))),
        problem.place.map(place).unwrap_or_default(),
        code.unwrap_or_default(),
    )
}

fn place(place: Place<'_>) -> String {
    let [before, marked, after] = place.text;
    // Without a width, the mark would be invisible.
    let marked = if marked.is_empty() { " " } else { marked };
    let text = [end(before), marked.to_owned(), start(after)];
    let [before, marked, after] = text.map(|part| escape(&visible(&part)));
    let path = if place.path.is_empty() {
        String::new()
    } else {
        format!(" <code dir=\"ltr\">{}</code>", escape(&visible(place.path)))
    };
    format!(
        "<p class=\"place\">{}{path}</p>\n\
         <pre dir=\"ltr\"><code>{before}<mark>{marked}</mark>{after}</code></pre>\n",
        escape(&text::place(place.line, place.column)),
    )
}

/// Returns the end of a text, after an ellipsis if it is not the whole text.
fn end(text: &str) -> String {
    match text.char_indices().rev().nth(CONTEXT) {
        Some((cut, c)) => format!("…{}", &text[cut + c.len_utf8()..]),
        None => text.to_owned(),
    }
}

/// Returns the start of a text, before an ellipsis if it is not the whole text.
fn start(text: &str) -> String {
    match text.char_indices().nth(CONTEXT) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROBLEM: Problem<'_> = Problem {
        file: "dossiers/a<b.json",
        message: "one",
        hints: &[],
        code: Some("not-json"),
        place: None,
    };

    #[test]
    fn long_lines_are_cut_around_the_problem() {
        let long = "ä".repeat(CONTEXT);
        assert_eq!((end(&long), start(&long)), (long.clone(), long.clone()));
        let longer = format!("x{long}");
        assert_eq!(end(&longer), format!("…{long}"));
        let longer = format!("{long}x");
        assert_eq!(start(&longer), format!("{long}…"));
    }

    #[test]
    fn everything_from_a_file_is_shown_as_text() {
        let problem = Problem {
            message: "the value \"<i>\u{202e}\" & more",
            hints: &["write <b>".to_owned()],
            place: Some(Place {
                line: 3,
                column: 4,
                path: "a[0].<u>",
                text: ["<s>", "\u{7}</mark>", "</pre>\u{202e}"],
            }),
            ..PROBLEM
        };
        let page = problems(&[problem], "7", Some("/x/?a=\"&b"));
        for shown in [
            "<title>1 problem in dossiers/a&lt;b.json</title>",
            "<h2>dossiers/a&lt;b.json</h2>",
            "<h3>The value &quot;&lt;i&gt;\\u{202e}&quot; &amp; more</h3>",
            "<li>Write &lt;b&gt;</li>",
            "<code dir=\"ltr\">a[0].&lt;u&gt;</code>",
            "<code>&lt;s&gt;<mark>\\u{7}&lt;/mark&gt;</mark>&lt;/pre&gt;\\u{202e}</code>",
            "href=\"/x/?a=&quot;&amp;b\"",
            "Line 3, column 4",
            "Code: <code>not-json</code>",
        ] {
            assert!(page.contains(shown), "{shown}\n{page}");
        }
    }

    #[test]
    fn counts_problems_and_files() {
        let page = problems(&[PROBLEM, PROBLEM], "7", None);
        assert!(page.contains("<h1>2 problems in dossiers/a&lt;b.json</h1>"), "{page}");
        assert!(!page.contains("Line 1") && !page.contains("class=\"last-good\""), "{page}");
        assert_eq!(page.matches("<h2>").count(), 1);
        let other = Problem { file: "onrecord.toml", ..PROBLEM };
        let page = problems(&[PROBLEM, other], "7", None);
        assert!(page.contains("<h1>2 problems in 2 files</h1>"), "{page}");
        let of_folder = Problem { file: "", code: None, ..PROBLEM };
        let page = problems(&[of_folder], "7", None);
        assert!(page.contains("<h1>1 problem</h1>") && !page.contains("<h2>"), "{page}");
    }
}
