//! The lines of a brat standoff file (https://brat.nlplab.org/standoff.html).

use super::super::document::{BadInput, Place};

/// One record of a file, with its line.
#[derive(Debug, Clone, PartialEq)]
pub struct Record<'a> {
    /// Its id, such as `T1`. `*` for an equivalence.
    pub id: &'a str,
    /// The line on which it begins.
    pub line: usize,
    /// What it says.
    pub data: Data<'a>,
}

/// What a record says.
#[derive(Debug, Clone, PartialEq)]
pub enum Data<'a> {
    /// `T1<tab>Source 0 5;8 12<tab>words`
    Text { label: &'a str, offsets: Vec<(usize, usize)>, words: String },
    /// `E1<tab>Attribution:T4 Content:T3`: the trigger, then the arguments, each with its role.
    Event { label: &'a str, trigger: &'a str, arguments: Vec<(&'a str, &'a str)> },
    /// `R1<tab>Says Arg1:T1 Arg2:T2`
    Relation { label: &'a str, arguments: Vec<(&'a str, &'a str)> },
    /// `*<tab>Equiv T1 T2`
    Equivalence { label: &'a str, members: Vec<&'a str> },
    /// `A1<tab>Negated E1` or `A1<tab>Mode E1 Written`
    Attribute { label: &'a str, of: &'a str, value: Option<&'a str> },
    /// `N1<tab>Reference T1 Wikidata:Q42<tab>Douglas Adams`
    Normalization { of: &'a str, reference: &'a str, name: &'a str },
    /// `#1<tab>AnnotatorNotes T1<tab>words`
    Note { label: &'a str, of: &'a str, words: &'a str },
}

/// Reads all records.
///
/// # Errors
/// If a line is not a record.
pub fn records<'a>(file: &str, text: &'a str) -> Result<Vec<Record<'a>>, BadInput> {
    let mut records: Vec<Record<'a>> = Vec::new();
    for (line, content) in (1..).zip(text.trim_start_matches('\u{feff}').split('\n')) {
        let content = content.strip_suffix('\r').unwrap_or(content);
        if content.trim().is_empty() {
            continue;
        }
        let id = content.split('\t').next().unwrap_or_default();
        if content.contains('\t') && is_id(id) {
            let place = Place::line(file, line, id);
            records.push(Record { id, line, data: data(&content[id.len() + 1..], id, &place)? });
            continue;
        }
        // Some tools write line breaks within the words of a span.
        match records.last_mut().map(|record| &mut record.data) {
            Some(Data::Text { words, .. }) => {
                words.push('\n');
                words.push_str(content);
            }
            _ => {
                let message = "this is not a line of a brat file: expected an id such as T1, E1 or R1, and a tab";
                return Err(BadInput::at(&Place::line(file, line, ""), message));
            }
        }
    }
    Ok(records)
}

/// Returns true for a letter or sign that brat uses, followed by a number.
fn is_id(id: &str) -> bool {
    let mut chars = id.chars();
    match chars.next() {
        Some('*') => chars.next().is_none(),
        Some('#') => chars.all(|c| c.is_ascii_digit()),
        Some('T' | 'E' | 'R' | 'A' | 'M' | 'N') => {
            id.len() > 1 && chars.all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        }
        _ => false,
    }
}

fn data<'a>(rest: &'a str, id: &str, place: &Place) -> Result<Data<'a>, BadInput> {
    let wrong = |form: &str| BadInput::at(place, format!("expected {form}"));
    let (head, tail) = rest.split_once('\t').unwrap_or((rest, ""));
    let head = head.trim_ascii_start();
    let mut words = head.split_ascii_whitespace();
    let label = words.next().unwrap_or_default();
    match id.chars().next() {
        Some('T') => {
            const FORM: &str = "a label, offsets and words: T1<tab>Source 0 5<tab>words";
            let offsets = head[label.len()..].split(';').map(range).collect::<Option<Vec<_>>>();
            let offsets = offsets.ok_or_else(|| wrong(FORM))?;
            Ok(Data::Text { label, offsets, words: tail.to_owned() })
        }
        Some('E') => {
            const FORM: &str = "a trigger and arguments: E1<tab>Attribution:T4 Content:T3";
            let (label, trigger) = label.split_once(':').ok_or_else(|| wrong(FORM))?;
            let arguments = words.map(|word| word.split_once(':')).collect::<Option<_>>();
            Ok(Data::Event { label, trigger, arguments: arguments.ok_or_else(|| wrong(FORM))? })
        }
        Some('R') => {
            const FORM: &str = "a label and two arguments: R1<tab>Says Arg1:T1 Arg2:T2";
            let arguments = words.map(|word| word.split_once(':')).collect::<Option<Vec<_>>>();
            let arguments = arguments.filter(|it| it.len() == 2).ok_or_else(|| wrong(FORM))?;
            Ok(Data::Relation { label, arguments })
        }
        Some('*') => Ok(Data::Equivalence { label, members: words.collect() }),
        Some('A' | 'M') => {
            const FORM: &str = "a name and the id that it is for: A1<tab>Negated E1";
            let of = words.next().ok_or_else(|| wrong(FORM))?;
            Ok(Data::Attribute { label, of, value: words.next() })
        }
        Some('N') => {
            const FORM: &str =
                "an id and a reference: N1<tab>Reference T1 Wikidata:Q42<tab>Douglas Adams";
            let (of, reference) = words.next().zip(words.next()).ok_or_else(|| wrong(FORM))?;
            Ok(Data::Normalization { of, reference, name: tail.trim() })
        }
        _ => {
            const FORM: &str =
                "a type, the id that it is for, and words: #1<tab>AnnotatorNotes T1<tab>words";
            let of = words.next().ok_or_else(|| wrong(FORM))?;
            Ok(Data::Note { label, of, words: tail.trim() })
        }
    }
}

fn range(text: &str) -> Option<(usize, usize)> {
    let mut numbers = text.split_ascii_whitespace();
    let (start, end) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    numbers.next().is_none().then_some((start, end))
}
