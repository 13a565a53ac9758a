//! A ledger as a JSON file with one id on each line, so that a diff shows what changed.

use crate::model::{Entry, Gone, IdKind, Ledger, Vocabulary};

/// Returns the JSON of a ledger, with a final line break. The same ledger always gives the same
/// text.
pub fn ledger_json(ledger: &Ledger) -> String {
    let mut fields = vec![
        "  \"$schema\": \"../ledger.schema.json\"".to_owned(),
        "  \"format\": 1".to_owned(),
        format!("  \"dossier\": {}", text(ledger.dossier.as_str())),
    ];
    fields.extend(ledger.gone.as_ref().map(|gone| format!("  \"gone\": {}", departure(gone))));
    for kind in IdKind::ALL {
        let lines: Vec<String> = ledger.entries(kind).iter().map(entry).collect();
        let list = match lines.as_slice() {
            [] => "[]".to_owned(),
            lines => format!("[\n{}\n  ]", lines.join(",\n")),
        };
        fields.push(format!("  \"{}\": {list}", kind.field()));
    }
    format!("{{\n{}\n}}\n", fields.join(",\n"))
}

/// Returns the line of an id; if the id is gone, a second line says what became of it.
fn entry(entry: &Entry) -> String {
    let mut line = format!("    {{ \"id\": {}", text(entry.id.as_str()));
    let days = [("since", Some(entry.since)), ("as_of", entry.as_of)];
    let digest = entry.digest.map(|digest| ("digest", digest.to_string()));
    let days = days.into_iter().filter_map(|(name, day)| Some((name, day?.iso())));
    for (name, value) in days.chain(digest) {
        line.push_str(&format!(", \"{name}\": {}", text(&value)));
    }
    if let Some(gone) = &entry.gone {
        line.push_str(&format!(",\n      \"gone\": {}", departure(gone)));
    }
    line + " }"
}

fn departure(gone: &Gone) -> String {
    let to: Vec<String> = gone.to.iter().map(|id| text(id.as_str())).collect();
    format!(
        "{{ \"how\": {}, \"to\": [{}], \"on\": {}, \"why\": {} }}",
        text(gone.how.code()),
        to.join(", "),
        text(&gone.on.iso()),
        text(&gone.why)
    )
}

/// Returns a JSON string literal.
fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
