//! A ledger as its file holds it: an id on each line, so that a difference shows what changed.

use crate::model::{Entry, Gone, IdKind, Ledger, Vocabulary};

/// The JSON of a ledger, with a last line end. The same ledger is the same text.
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

/// An id on a line; what became of it, on a line below.
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

/// A text in quotation marks, what JSON cannot hold as it is escaped.
fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
