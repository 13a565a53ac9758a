//! The format of the training corpus: a header, and an article with marks in its text, as
//! `training/README.md` describes.
//!
//! `{s1=lund|Anna Lund} {c1|said} {w1|that she would stay}.`

use super::sample::{Marked, Sample};
use crate::load::parse_day;
use crate::suggest::lexicon::Lexicon;
use crate::suggest::tokens::Text;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

/// A part of an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The source: `s`.
    Source,
    /// The cue: `c`.
    Cue,
    /// The content: `w`, for words.
    Content,
    /// Somebody through whom it came: `v`, for via.
    Via,
}

/// Marked words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The part that they are.
    pub part: Part,
    /// The numbers of their attributions.
    pub numbers: Vec<u32>,
    /// Who it is: the ids of actors. Empty if nobody knows.
    pub actors: Vec<String>,
    /// The paragraph, counted from 0, which is the headline.
    pub paragraph: usize,
    /// The code points of the paragraph.
    pub range: Range<u32>,
}

/// An article of the corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The kind of news.
    pub kind: String,
    /// The invented outlet.
    pub outlet: String,
    /// The day of publication, as YYYY-MM-DD.
    pub published: String,
    /// The headline and the paragraphs, without marks.
    pub paragraphs: Vec<String>,
    /// The marks, in the order of their ends.
    pub marks: Vec<Mark>,
}

/// A place where an article breaks the rules of the format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadArticle {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for BadArticle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl Article {
    /// Reads an article.
    ///
    /// # Errors
    /// All places where it breaks the rules of the format.
    pub fn parse(text: &str) -> Result<Self, Vec<BadArticle>> {
        let mut reader = Reader::default();
        reader.read(text);
        reader.check_attributions();
        if reader.problems.is_empty() {
            Ok(reader.article())
        } else {
            reader.problems.sort_by_key(|problem| problem.line);
            Err(reader.problems)
        }
    }

    /// Returns the number of attributions.
    pub fn attributions(&self) -> usize {
        let numbers = self.marks.iter().flat_map(|mark| &mark.numbers);
        numbers.max().map_or(0, |last| *last as usize)
    }

    /// Returns the tokens of the article in a language, and the attributions marked in them, by
    /// their number.
    pub fn tokens(&self, language: &str) -> (Text, Vec<Marked>) {
        let paragraphs: Vec<&str> = self.paragraphs.iter().map(String::as_str).collect();
        let text = Text::of(&paragraphs, language);
        let mut marked = vec![Marked::default(); self.attributions()];
        for mark in &self.marks {
            let Some(range) = tokens(&text, mark) else { continue };
            for number in &mark.numbers {
                let of = &mut marked[*number as usize - 1];
                match mark.part {
                    Part::Source => of.source.push(range.clone()),
                    Part::Cue => of.cue.push(range.clone()),
                    Part::Content => of.content.push(range.clone()),
                    Part::Via => {}
                }
            }
        }
        for it in &mut marked {
            for ranges in [&mut it.source, &mut it.cue, &mut it.content] {
                ranges.sort_by_key(|range| range.start);
            }
        }
        (text, marked)
    }

    /// Returns the article for training.
    pub fn sample(&self, language: &str, lexicon: &Lexicon) -> Sample {
        let (text, mut marked) = self.tokens(language);
        marked.retain(|it| !it.content.is_empty());
        Sample::new(text, lexicon, &marked)
    }
}

/// Returns the tokens of marked words.
pub fn tokens(text: &Text, mark: &Mark) -> Option<Range<usize>> {
    let unit = text.units[mark.paragraph].clone();
    let tokens = &text.tokens[unit.clone()];
    let start = tokens.partition_point(|token| token.end <= mark.range.start);
    let end = tokens.partition_point(|token| token.start < mark.range.end);
    (start < end).then_some(unit.start + start..unit.start + end)
}

/// A mark that is not closed yet.
struct Open {
    line: usize,
    part: Part,
    numbers: Vec<u32>,
    actors: Vec<String>,
    start: u32,
}

/// Reads an article and collects its problems.
#[derive(Default)]
struct Reader {
    header: BTreeMap<String, String>,
    paragraphs: Vec<String>,
    marks: Vec<Mark>,
    /// The line on which each attribution is first marked.
    lines: BTreeMap<u32, usize>,
    problems: Vec<BadArticle>,
}

impl Reader {
    fn problem(&mut self, line: usize, message: impl Into<String>) {
        self.problems.push(BadArticle { line, message: message.into() });
    }

    fn read(&mut self, text: &str) {
        let mut lines = (1..).zip(text.lines());
        for (line, words) in lines.by_ref() {
            if words.trim().is_empty() {
                break;
            }
            match words.split_once(": ") {
                Some((key @ ("kind" | "outlet" | "published"), value)) => {
                    self.header.insert(key.to_owned(), value.trim().to_owned());
                }
                _ => self.problem(
                    line,
                    "the header ends with a blank line, and has only \"kind: …\", \"outlet: …\" and \
                     \"published: …\"",
                ),
            }
        }
        for key in ["kind", "outlet", "published"] {
            if !self.header.contains_key(key) {
                self.problem(1, format!("the header lacks \"{key}: …\": add the line"));
            }
        }
        if self.header.get("published").is_some_and(|day| parse_day(day).is_none()) {
            self.problem(1, "\"published\" is not a valid date: write it as YYYY-MM-DD");
        }
        for (line, words) in lines.filter(|(_, words)| !words.trim().is_empty()) {
            self.paragraph(line, words.trim());
        }
        if self.paragraphs.len() < 2 {
            self.problem(1, "the article has no paragraph after its headline");
        }
    }

    /// Reads the marks of a paragraph.
    fn paragraph(&mut self, line: usize, words: &str) {
        let paragraph = self.paragraphs.len();
        let mut text = String::new();
        let mut length = 0;
        let mut open: Vec<Open> = Vec::new();
        let mut rest = words;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '{' => match rest
                    .split_once('|')
                    .and_then(|(head, after)| Some((mark(head)?, after)))
                {
                    Some(((part, numbers, actors), after)) => {
                        rest = after;
                        open.push(Open { line, part, numbers, actors, start: length });
                    }
                    None => self.problem(
                        line,
                        format!("\"{{{}\" is not a mark: write {{s1=id|words}}", shortened(rest)),
                    ),
                },
                '}' => match open.pop() {
                    Some(Open { part, numbers, actors, start, .. }) => {
                        if start == length {
                            self.problem(line, "a mark has no words");
                        }
                        for number in &numbers {
                            self.lines.entry(*number).or_insert(line);
                        }
                        let range = start..length;
                        self.marks.push(Mark { part, numbers, actors, paragraph, range });
                    }
                    None => {
                        let after: String = text.chars().rev().take(20).collect();
                        let after: String = after.chars().rev().collect();
                        self.problem(line, format!("\"}}\" after \"{after}\" closes no mark"));
                    }
                },
                '|' => self.problem(line, "\"|\" is only for marks: {s1=id|words}"),
                c => {
                    text.push(c);
                    length += 1;
                }
            }
        }
        for it in open {
            let number = it.numbers.first().copied().unwrap_or_default();
            let message = format!("a mark of attribution {number} is not closed in its paragraph");
            self.problem(it.line, message);
        }
        self.paragraphs.push(text);
    }

    /// Checks that attributions are numbered from 1 without gaps, and that each has content.
    fn check_attributions(&mut self) {
        let lines = self.lines.clone();
        let mut expected = 1;
        for (number, line) in &lines {
            if *number != expected {
                let message = format!("attribution {expected} is missing before {number}");
                self.problem(*line, message);
            }
            expected = number.saturating_add(1);
            let is_content =
                |mark: &Mark| mark.part == Part::Content && mark.numbers.contains(number);
            if !self.marks.iter().any(is_content) {
                let message =
                    format!("attribution {number} has no words: mark them with w{number}");
                self.problem(*line, message);
            }
        }
    }

    fn article(mut self) -> Article {
        let mut value = |key: &str| self.header.remove(key).unwrap_or_default();
        let (kind, outlet, published) = (value("kind"), value("outlet"), value("published"));
        Article { kind, outlet, published, paragraphs: self.paragraphs, marks: self.marks }
    }
}

/// Parses the head of a mark: `s1,2=lund+berg`.
fn mark(head: &str) -> Option<(Part, Vec<u32>, Vec<String>)> {
    let (rest, actors) = match head.split_once('=') {
        Some((rest, actors)) => (rest, actors.split('+').map(str::to_owned).collect()),
        None => (head, Vec::new()),
    };
    let mut chars = rest.chars();
    let part = match chars.next()? {
        's' => Part::Source,
        'c' => Part::Cue,
        'w' => Part::Content,
        'v' => Part::Via,
        _ => return None,
    };
    let numbers = chars.as_str().split(',').map(|number| number.parse().ok().filter(|it| *it > 0));
    let numbers: Vec<u32> = numbers.collect::<Option<_>>()?;
    let is_id = |id: &String| {
        !id.is_empty()
            && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let may_have_actors = matches!(part, Part::Source | Part::Via);
    let is_valid = actors.iter().all(is_id) && (actors.is_empty() || may_have_actors);
    is_valid.then_some((part, numbers, actors))
}

fn shortened(text: &str) -> String {
    text.chars().take(24).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str =
        "kind: local\noutlet: The Courier\npublished: 2026-03-03\n\nA headline\n\n";

    fn problems(text: &str) -> Vec<String> {
        let problems = Article::parse(text).expect_err("problems");
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn marks_become_tokens() {
        let text = "{w1|“We wait,”} {s1,2=lund|Lund} {c1|said}, {c2|adding that} {w2|{s3=ro|Ro} {c3|wants} {w3|to leave}}.";
        let article = Article::parse(&format!("{HEADER}{text}")).expect("an article");
        assert_eq!(article.paragraphs[1], "“We wait,” Lund said, adding that Ro wants to leave.");
        let (text, marked) = article.tokens("en");
        let words = |range: &Range<usize>| {
            let words = text.tokens[range.clone()].iter().map(|token| &*token.word);
            words.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(words(&marked[0].content[0]), "“ We wait , ”");
        assert_eq!(words(&marked[1].source[0]), "Lund");
        assert_eq!(words(&marked[1].content[0]), "Ro wants to leave");
        assert_eq!(article.marks[1].actors, ["lund"]);
    }

    #[test]
    fn problems_have_a_line_and_say_what_to_do() {
        let found = problems(&format!("{HEADER}{{s1|Lund}} {{c1|said}} {{x1|no}}\n\n{{w3|open"));
        let expected = [
            "line 7: \"{x1|no}\" is not a mark: write {s1=id|words}",
            "line 7: \"|\" is only for marks: {s1=id|words}",
            "line 7: \"}\" after \"said x1no\" closes no mark",
            "line 7: attribution 1 has no words: mark them with w1",
            "line 9: a mark of attribution 3 is not closed in its paragraph",
        ];
        assert_eq!(found[..2], expected[..2]);
        assert!(found[2].starts_with("line 7: \"}\" after"));
        assert_eq!(found[3..], expected[3..]);
        assert_eq!(problems("kind: local\noutlet: A\n\nOne\n\nTwo").len(), 1);
    }
}
