//! The page that a server for editors shows in place of all others while files of the site have
//! errors: every error with its line, and what to do about it. It needs no other file of the site.

use super::head::escape;
use super::{live, policy};
use crate::load::{Diagnostic, visible};
use crate::text::static_pages::problems as text;
use crate::text::{Sentence, capital};
use crate::ui::MARK;

const STYLE: &str = include_str!("../../static/problems.css");

/// Maximum number of characters of a line shown on each side of a problem. A paragraph of an
/// article is one line.
const CONTEXT: usize = 80;

/// A problem in a file of the site.
#[derive(Debug, Clone, Copy)]
pub struct Problem<'p> {
    /// The file, the message and the hints.
    pub diagnostic: &'p Diagnostic,
    /// The line of the file: before the problem, the problem itself, and after it. `None` if the
    /// problem concerns the whole file.
    pub line: Option<[&'p str; 3]>,
}

/// Makes the page. `version` is the state of the site that it reports on. `last_good` is the
/// address of the page as it was before the errors, if there is one.
pub fn problems(problems: &[Problem<'_>], version: &str, last_good: Option<&str>) -> String {
    let mut files: Vec<&str> = problems.iter().map(|it| it.diagnostic.file.as_str()).collect();
    files.dedup();
    let of_file = |file: &&str| {
        let own = problems.iter().filter(|it| it.diagnostic.file == **file);
        let list: String = own.map(item).collect();
        format!("<h2>{}</h2>\n<ol>\n{list}</ol>\n", escape(&visible(file)))
    };
    let sections: String = files.iter().map(of_file).collect();
    let policy = policy::styled(STYLE);
    let shown: Vec<String> = files.iter().map(|file| visible(file)).collect();
    let title = text::title(problems.len(), &shown);
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
    let diagnostic = problem.diagnostic;
    let mut place = String::new();
    if let Some([before, marked, after]) = problem.line {
        // Without a width, the mark would be invisible.
        let marked = if marked.is_empty() { " " } else { marked };
        let line = [end(before), marked.to_owned(), start(after)];
        let [before, marked, after] = line.map(|part| escape(&visible(&part)));
        let path = if diagnostic.path.is_empty() {
            String::new()
        } else {
            format!(" <code dir=\"ltr\">{}</code>", escape(&visible(&diagnostic.path)))
        };
        place = format!(
            "<p class=\"place\">{}{path}</p>\n\
             <pre dir=\"ltr\"><code>{before}<mark>{marked}</mark>{after}</code></pre>\n",
            escape(&text::place(diagnostic.line, diagnostic.column)),
        );
    }
    let hint = |hint: &String| format!("<li>{}</li>\n", escape(&capital(&visible(hint))));
    let hints: String = diagnostic.hints.iter().map(hint).collect();
    let hints = if hints.is_empty() { hints } else { format!("<ul>\n{hints}</ul>\n") };
    let message = escape(&capital(&visible(&diagnostic.message)));
    let code: Sentence<String> = text::code(format!("<code>{}</code>", diagnostic.code));
    let code = code.render(escape, |slot| slot).concat();
    format!("<li>\n<h3>{message}</h3>\n{place}{hints}<p class=\"code\">{code}</p>\n</li>\n")
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
    use crate::load::FileCode;

    fn diagnostic(message: &str) -> Diagnostic {
        Diagnostic::of_file("dossiers/a<b.json", FileCode::NotUtf8, message)
    }

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
        let mut diagnostic = diagnostic("the value \"<i>\u{202e}\" & more");
        diagnostic.hints = vec!["write <b>".to_owned()];
        diagnostic.path = "a[0].<u>".to_owned();
        let line = Some(["<s>", "\u{7}</mark>", "</pre>\u{202e}"]);
        let problem = Problem { diagnostic: &diagnostic, line };
        let page = problems(&[problem], "7", Some("/x/?a=\"&b"));
        for shown in [
            "<title>1 problem in dossiers/a&lt;b.json</title>",
            "<h2>dossiers/a&lt;b.json</h2>",
            "<h3>The value &quot;&lt;i&gt;\\u{202e}&quot; &amp; more</h3>",
            "<li>Write &lt;b&gt;</li>",
            "<code dir=\"ltr\">a[0].&lt;u&gt;</code>",
            "<code>&lt;s&gt;<mark>\\u{7}&lt;/mark&gt;</mark>&lt;/pre&gt;\\u{202e}</code>",
            "href=\"/x/?a=&quot;&amp;b\"",
            "Line 1, column 1",
        ] {
            assert!(page.contains(shown), "{shown}\n{page}");
        }
    }

    #[test]
    fn counts_problems_and_files() {
        let diagnostics = [diagnostic("one"), diagnostic("two")];
        let list = diagnostics.each_ref().map(|diagnostic| Problem { diagnostic, line: None });
        let page = problems(&list, "7", None);
        assert!(page.contains("<h1>2 problems in dossiers/a&lt;b.json</h1>"), "{page}");
        assert!(!page.contains("Line 1") && !page.contains("class=\"last-good\""), "{page}");
        assert_eq!(page.matches("<h2>").count(), 1);
    }
}
