//! Twins: the same dossier shown in full and in excerpts.

use super::{bytes, good_files};
use onrecord::load::load;
use onrecord::model::{Dossier, Span, Unit, UnitIx};
use serde_json::{Value, json};

/// A dossier shown in full and in excerpts.
pub struct Twins {
    pub name: String,
    pub full: Dossier,
    pub cut: Dossier,
}

impl Twins {
    /// Cuts a full dossier to make its twin.
    pub fn of(name: &str, full: Dossier) -> Self {
        let cut = full.clone().cut_to_excerpts();
        Self { name: name.to_owned(), full, cut }
    }

    /// Returns, for each code point of each unit, whether it is shown.
    pub fn shown(&self) -> Vec<Vec<bool>> {
        let units = &self.full.article.units;
        let mut shown: Vec<Vec<bool>> =
            units.iter().map(|unit| vec![false; unit.len() as usize]).collect();
        for span in &self.cut.article.shown {
            shown[span.unit.index()][span.start as usize..span.end as usize].fill(true);
        }
        shown
    }

    /// Returns the full dossier with each withheld letter replaced by another of the same kind.
    pub fn with_other_secrets(&self) -> Dossier {
        let mut dossier = self.full.clone();
        for (unit, shown) in dossier.article.units.iter_mut().zip(self.shown()) {
            let chars = unit.as_str().chars().zip(shown);
            let text: String =
                chars.map(|(c, is_shown)| if is_shown { c } else { other(c) }).collect();
            *unit = Unit::new(&text);
        }
        dossier
    }
}

/// Returns another letter or digit of the same kind, or the same character if it is neither.
fn other(c: char) -> char {
    match c {
        'q' => 'x',
        'Q' => 'X',
        '7' => '8',
        c if c.is_ascii_lowercase() => 'q',
        c if c.is_ascii_uppercase() => 'Q',
        c if c.is_ascii_digit() => '7',
        'ß'..='ÿ' => {
            if c == 'é' {
                'è'
            } else {
                'é'
            }
        }
        'À'..='Þ' => {
            if c == 'É' {
                'È'
            } else {
                'É'
            }
        }
        '\u{620}'..='\u{64A}' => {
            if c == 'ب' {
                'ت'
            } else {
                'ب'
            }
        }
        '\u{4e00}'..='\u{9fff}' => {
            if c == '字' {
                '言'
            } else {
                '字'
            }
        }
        c => c,
    }
}

/// Returns all valid dossiers as twins, and a large generated one.
pub fn twins() -> Vec<Twins> {
    let files = good_files().into_iter().map(|file| {
        let text = String::from_utf8(bytes(&file)).expect("a dossier is text");
        let mut json: Value =
            serde_json::from_str(text.trim_start_matches('\u{feff}')).expect("a dossier is JSON");
        let loaded = |json: &Value| {
            let loaded = load(&file, json.to_string().as_bytes());
            loaded.dossier.unwrap_or_else(|| panic!("{file}: {:?}", loaded.diagnostics))
        };
        json["article"]["rights"]["show"] = json!("full");
        let full = loaded(&json);
        json["article"]["rights"]["show"] = json!("excerpts");
        Twins { name: file.clone(), full, cut: loaded(&json) }
    });
    let generated = super::generate::dossier_json(150);
    let generated =
        load("generated", generated.as_bytes()).dossier.expect("the generated dossier loads");
    files.chain([Twins::of("generated", generated)]).collect()
}

/// Returns all spans of a dossier, by their path in its published JSON. The spans of a list share a
/// path.
pub fn places(dossier: &Dossier) -> Vec<(String, Vec<Span>)> {
    let json = onrecord::export::published_json(dossier);
    let json: Value = serde_json::from_str(&json).expect("published dossiers are JSON");
    let mut found = Vec::new();
    collect(&json["dossier"], "", &mut found);
    found
}

fn collect(value: &Value, path: &str, found: &mut Vec<(String, Vec<Span>)>) {
    let is_quote = |value: &Value| value.get("exact").is_some();
    match value {
        Value::Array(list) if list.iter().any(is_quote) => {
            found.push((path.to_owned(), list.iter().map(span).collect()));
        }
        Value::Array(list) => (list.iter().enumerate())
            .for_each(|(position, value)| collect(value, &format!("{path}[{position}]"), found)),
        Value::Object(_) if is_quote(value) => found.push((path.to_owned(), vec![span(value)])),
        Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(name, value)| collect(value, &format!("{path}.{name}"), found));
        }
        _ => {}
    }
}

fn span(quote: &Value) -> Span {
    let number = |field: &str| quote[field].as_u64().and_then(|n| u32::try_from(n).ok());
    let number = |field: &str| number(field).expect("a quote has a position");
    Span { unit: UnitIx(number("in")), start: number("start"), end: number("end") }
}
