//! CSL-JSON (Citation Style Language 1.0.2, `csl-data.json`).

use super::Written;
use crate::export::cite::Cited;
use crate::text;
use serde_json::{Value, json};

pub fn write(cited: &[Cited]) -> Written {
    let items = cited.iter().map(|cited| format!("{:#}", statement(cited)));
    Written::join("[\n", items, ",\n", "\n]\n")
}

/// Returns a statement as an item: the article, and where the statement can be read.
fn statement(cited: &Cited) -> Value {
    let mut item = csl_article(cited);
    item["archive"] = cited.site.as_str().into();
    item["archive_location"] = cited.link.as_str().into();
    item["note"] = cited.note().into();
    item
}

/// Returns the article as an item.
pub fn csl_article(cited: &Cited) -> Value {
    let day = cited.published;
    let mut item = json!({
        "id": cited.key,
        "type": "article-newspaper",
        "container-title": cited.outlet,
        "issued": { "date-parts": [[day.year(), day.month(), day.day()]] },
        "language": cited.language,
    });
    match &cited.headline {
        Some(headline) => item["title"] = headline.as_str().into(),
        None => item["genre"] = text::NO_HEADLINE.into(),
    }
    if let Some(address) = &cited.address {
        item["URL"] = address.as_str().into();
    }
    item
}
