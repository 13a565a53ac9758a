//! An annotation moved to an edited text.

use super::alignment::Alignment;
use super::edits::{Edit, Edits};
use crate::load::{Anchored, Diagnostic, Quoting, load_with_quotes, visual_form};
use crate::model::{Span, Unit};
use jsonc_parser::ast::Value as Node;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::Range;

/// A dossier that was moved to another text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retexted {
    /// The new text of the file.
    pub file: String,
    /// Number of quotes whose words are the same as before.
    pub kept: usize,
    /// The quotes whose words changed, in file order. A person should look at them.
    pub review: Vec<Review>,
    /// The ids of the statements whose words changed, in file order.
    pub statements: Vec<String>,
}

/// A quote whose words changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Its path in the file, such as `statements[3].content[0]`.
    pub path: String,
    /// Its words in the old text.
    pub was: String,
    /// The words in their place, with their text unit; empty if they are gone. The file quotes them.
    pub now: Vec<(u32, String)>,
}

impl Retexted {
    /// Returns an entry for `corrections`, as JSON. `day` is YYYY-MM-DD. `None` if no words changed.
    pub fn correction(&self, day: &str) -> Option<String> {
        let changes: Vec<String> = self
            .review
            .iter()
            .map(|change| match change.now.as_slice() {
                [] => format!("removed: {}", change.was),
                now => {
                    let now: Vec<&str> = now.iter().map(|(_, words)| words.as_str()).collect();
                    format!("{} → {}", change.was, now.join(" "))
                }
            })
            .collect();
        (!changes.is_empty()).then(|| {
            let what = Value::from(changes.join("; "));
            let statements = match self.statements.as_slice() {
                [] => String::new(),
                ids => format!(", \"statements\": {}", json!(ids)),
            };
            format!("{{ \"on\": \"{day}\", \"of\": \"text\", \"what\": {what}{statements} }}")
        })
    }
}

/// One quote of the file while it is moved.
struct Quoted {
    path: String,
    /// Its place in the present text of the file, and of each piece if it was divided.
    bytes: Range<usize>,
    pieces: Vec<usize>,
    was: Span,
    /// The words that it should refer to.
    wanted: Vec<Span>,
}

/// Moves the annotation of a dossier to an edited text, given as its paragraphs. Quotes whose words are the
/// same follow them; the others quote what is in their place, or stay if nothing is.
///
/// # Errors
/// Returns the diagnostics of a dossier that does not load.
pub fn retext(
    file: &str,
    bytes: &[u8],
    paragraphs: &[String],
) -> Result<Retexted, Vec<Diagnostic>> {
    let (loaded, quotes) = load_with_quotes(file, bytes);
    let json: Option<Value> = std::str::from_utf8(bytes)
        .ok()
        .and_then(|text| serde_json::from_str(text.trim_start_matches('\u{feff}')).ok());
    let (Some(_), Some(json)) = (loaded.dossier, json) else { return Err(loaded.diagnostics) };
    let text = String::from_utf8_lossy(bytes).into_owned();
    let old = units(&json);
    let new = with_paragraphs(&json, &old, paragraphs);
    let alignment = Alignment::new(&old, &new);
    let quoting = Quoting::new(&new.iter().map(Unit::as_str).collect::<Vec<_>>());
    let mut quoted: Vec<Quoted> = quotes
        .into_iter()
        .map(|Anchored { path, bytes, span }| {
            let places = alignment.place(span).into_iter();
            let mut wanted: Vec<Span> = places.filter_map(|at| quoting.whole_words(at)).collect();
            if wanted.len() > 1 && takes_one_quote(&path) {
                wanted = wanted.into_iter().max_by_key(|at| at.len()).into_iter().collect();
            }
            Quoted { path, pieces: vec![bytes.start], bytes, was: span, wanted }
        })
        .collect();
    // The text, the paragraphs of statements and of quotes; then the quotes that no longer refer to
    // their words: as plain words if that is enough, or with their context.
    let edits = moved_numbers(&text, &quoted, &new);
    let mut text = apply(edits, &text, &mut quoted);
    for has_context in [false, true] {
        let write = |span| {
            let exact = has_context.then(|| quoting.json(span)).flatten();
            exact.unwrap_or_else(|| quoting.words_json(span))
        };
        let found = found(file, &text);
        let edits: Vec<(usize, String)> = quoted
            .iter()
            .enumerate()
            .filter(|(_, quote)| !quote.is_right(&found))
            .map(|(position, quote)| (position, quote.written(write)))
            .collect();
        text = rewrite(edits, &text, &mut quoted);
    }
    Ok(result(text, &quoted, &old, &quoting, &json))
}

impl Quoted {
    /// Returns true if the file refers to the right words, or if they are gone, so that nothing can be
    /// right.
    fn is_right(&self, found: &BTreeMap<usize, Span>) -> bool {
        let is = self.pieces.iter().map(|at| found.get(at).copied());
        self.wanted.is_empty() || is.eq(self.wanted.iter().copied().map(Some))
    }

    /// Returns the JSON of the quote, with the offset of each piece.
    fn written(&self, write: impl Fn(Span) -> String) -> String {
        let pieces: Vec<String> = self.wanted.iter().map(|span| write(*span)).collect();
        match pieces.as_slice() {
            [one] => one.clone(),
            // An element of a list becomes several.
            several if self.path.ends_with(']') => several.join(", "),
            several => format!("[{}]", several.join(", ")),
        }
    }
}

/// Returns true for a field that takes one quote and not a list.
fn takes_one_quote(path: &str) -> bool {
    let (place, field) = path.rsplit_once('.').unwrap_or(("", path));
    match field {
        "counted" | "qualifier" => true,
        "words" => place.starts_with("figures[") || place.contains(".mentions["),
        _ => false,
    }
}

/// Returns the text units of a dossier.
fn units(json: &Value) -> Vec<Unit> {
    let article = &json["article"];
    let dateline = article["dateline"].as_str().unwrap_or_default();
    let paragraphs = article["paragraphs"].as_array().map_or(&[][..], Vec::as_slice);
    let paragraphs = paragraphs.iter().filter_map(Value::as_str);
    [dateline].into_iter().chain(paragraphs).map(Unit::new).collect()
}

/// Returns the units of the new text. A headline and a dateline above it are not paragraphs.
fn with_paragraphs(json: &Value, old: &[Unit], paragraphs: &[String]) -> Vec<Unit> {
    let dateline = old[0].as_str();
    let headline = json["article"]["headline"].as_str().unwrap_or_default();
    let is_above = |text: &&String| [dateline.trim(), headline.trim()].contains(&text.trim());
    let above = paragraphs.iter().take(2).take_while(is_above).count();
    let paragraphs = paragraphs[above..].iter().map(String::as_str);
    [dateline].into_iter().chain(paragraphs).map(Unit::new).collect()
}

/// Returns the edits that replace the text, and the numbers of paragraphs that changed.
fn moved_numbers(text: &str, quoted: &[Quoted], new: &[Unit]) -> Vec<Edit> {
    let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
    let options = ParseOptions::default();
    let parsed = parse_to_ast(&text[skipped..], &CollectOptions::default(), &options);
    let Some(root) = parsed.ok().and_then(|parsed| parsed.value) else { return Vec::new() };
    let at = |node: &Node<'_>| node.start() + skipped..node.end() + skipped;
    let mut edits = Vec::new();
    if let Some(list) = field(&root, "article").and_then(|article| field(article, "paragraphs")) {
        edits.push(Edit { bytes: at(list), text: paragraph_list(&text[at(list)], new) });
    }
    let statements = field(&root, "statements").and_then(Node::as_array);
    for (position, statement) in statements.iter().flat_map(|list| list.elements.iter().enumerate())
    {
        let Some(passage) = field(statement, "passage") else { continue };
        let number = text[at(passage)].parse::<u32>().unwrap_or_default();
        let start = format!("statements[{position}].");
        let own = quoted.iter().filter(|quote| {
            let part = quote.path.strip_prefix(&start).unwrap_or_default();
            quote.was.unit.0 == number && (part.starts_with("content") || part.starts_with("cue"))
        });
        let unit = own.flat_map(|quote| quote.wanted.first()).map(|span| span.unit.0).min();
        if let Some(unit) = unit.filter(|unit| *unit != number) {
            edits.push(Edit { bytes: at(passage), text: unit.to_string() });
        }
    }
    for quote in quoted {
        let Some(wanted) = quote.wanted.first() else { continue };
        let bytes = quote.bytes.start - skipped..quote.bytes.end - skipped;
        if let Some(number) = node_at(&root, &bytes).and_then(|node| field(node, "in")) {
            edits.push(Edit { bytes: at(number), text: wanted.unit.0.to_string() });
        }
    }
    edits
}

/// Writes the list of paragraphs, with the line breaks and the indent of the old list.
fn paragraph_list(old: &str, new: &[Unit]) -> String {
    let spaces = |text: &str| {
        text.chars().take_while(|c| c.is_whitespace()).map(String::from).collect::<String>()
    };
    let inner = &old[1..old.len() - 1];
    let before = spaces(inner);
    let after: String = spaces(&inner.chars().rev().collect::<String>()).chars().rev().collect();
    let texts = new[1..].iter().map(|unit| format!("{before}{}", Value::from(unit.as_str())));
    format!("[{}{after}]", texts.collect::<Vec<_>>().join(","))
}

pub(super) fn field<'n, 'a>(node: &'n Node<'a>, name: &str) -> Option<&'n Node<'a>> {
    let properties = &node.as_object()?.properties;
    properties.iter().find(|property| property.name.as_str() == name).map(|it| &it.value)
}

/// Returns the value with exactly this place in the file.
fn node_at<'n, 'a>(root: &'n Node<'a>, bytes: &Range<usize>) -> Option<&'n Node<'a>> {
    let is_around = |node: &&Node<'_>| node.start() <= bytes.start && bytes.end <= node.end();
    let mut node = root;
    while node.start() != bytes.start || node.end() != bytes.end {
        node = match node {
            Node::Object(object) => object.properties.iter().map(|it| &it.value).find(is_around)?,
            Node::Array(list) => list.elements.iter().find(is_around)?,
            _ => return None,
        };
    }
    Some(node)
}

/// Applies edits that are not of quotes as a whole.
fn apply(edits: Vec<Edit>, text: &str, quoted: &mut [Quoted]) -> String {
    let edits = Edits::new(edits);
    for quote in quoted {
        quote.bytes = edits.moved(quote.bytes.start)..edits.moved(quote.bytes.end);
        quote.pieces = vec![quote.bytes.start];
    }
    edits.apply(text)
}

/// Replaces quotes, given by their position in the list.
fn rewrite(written: Vec<(usize, String)>, text: &str, quoted: &mut [Quoted]) -> String {
    let edits = Edits::new(
        written
            .iter()
            .map(|(at, text)| Edit { bytes: quoted[*at].bytes.clone(), text: text.clone() })
            .collect(),
    );
    let written: BTreeMap<usize, String> = written.into_iter().collect();
    for (position, quote) in quoted.iter_mut().enumerate() {
        let start = edits.moved(quote.bytes.start);
        let shift = |at: usize| at - quote.bytes.start + start;
        match written.get(&position) {
            None => {
                quote.pieces = quote.pieces.iter().map(|at| shift(*at)).collect();
                quote.bytes = start..shift(quote.bytes.end);
            }
            Some(json) => {
                quote.pieces = pieces(json).into_iter().map(|at| start + at).collect();
                quote.bytes = start..start + json.len();
            }
        }
    }
    edits.apply(text)
}

/// Returns the offset of each quote in JSON that `Quoted::written` wrote.
fn pieces(json: &str) -> Vec<usize> {
    let is_list = json.starts_with('[');
    let list = if is_list { json.to_owned() } else { format!("[{json}]") };
    let before = usize::from(!is_list);
    let parsed = parse_to_ast(&list, &CollectOptions::default(), &ParseOptions::default());
    let parsed = parsed.ok().and_then(|parsed| parsed.value);
    let elements = parsed.as_ref().and_then(Node::as_array).map(|list| &list.elements);
    elements.into_iter().flatten().map(|node| node.start() - before).collect()
}

/// Returns the words that each quote of a file refers to, by the offset of the quote.
fn found(file: &str, text: &str) -> BTreeMap<usize, Span> {
    let (_, quotes) = load_with_quotes(file, text.as_bytes());
    quotes.into_iter().map(|quote| (quote.bytes.start, quote.span)).collect()
}

fn result(
    file: String,
    quoted: &[Quoted],
    old: &[Unit],
    quoting: &Quoting,
    json: &Value,
) -> Retexted {
    let mut review = Vec::new();
    let mut statements: Vec<String> = Vec::new();
    for quote in quoted {
        let was = old[quote.was.unit.index()].slice(quote.was.start, quote.was.end);
        let now: Vec<(u32, String)> = (quote.wanted.iter())
            .map(|span| (span.unit.0, quoting.words(*span).to_owned()))
            .collect();
        let joined: Vec<&str> = now.iter().map(|(_, words)| words.as_str()).collect();
        // A line break in the middle, other spaces and other encodings of a letter change no words.
        if visual_form(&joined.join(" ")) == visual_form(was) {
            continue;
        }
        let position =
            quote.path.strip_prefix("statements[").and_then(|rest| rest.split(']').next());
        let position = position.and_then(|position| position.parse::<usize>().ok());
        if let Some(id) = position.and_then(|position| json["statements"][position]["id"].as_str())
            && statements.last().is_none_or(|last| last != id)
        {
            statements.push(id.to_owned());
        }
        review.push(Review { path: quote.path.clone(), was: was.to_owned(), now });
    }
    Retexted { file, kept: quoted.len() - review.len(), review, statements }
}
