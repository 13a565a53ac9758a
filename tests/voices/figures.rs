//! A contested number is never in the site's voice: the title of a figure says who counted it, and
//! according to whom.

use crate::outputs::{
    Outputs, Shown, descriptions, linked_data, single, string, titles, unescaped,
};
use crate::support::bundle::select;
use crate::support::html::words;
use crate::{check_has, dossiers, edited, first};
use onrecord::model::FigureIx;
use onrecord::text;
use serde_json::{Value, json};

/// Returns every text that titles a figure, and the descriptions of its page.
fn titles_of_figure(site: &Outputs, figure: FigureIx) -> Vec<Shown> {
    let it = site.dossier.figure(figure);
    let path = format!("figures/{}/", it.id);
    let mut all = Vec::new();
    let mut add = |place: &str, text: String| {
        all.push(Shown { place: format!("{path}: {place}"), text: single(&text) });
    };
    let page = site.page(&path);
    for (name, text) in titles(page).into_iter().chain(descriptions(page)) {
        // The picture of the report shows no figure.
        if name != "og:image:alt" {
            add(&name, text);
        }
    }
    let linked = linked_data(page);
    add("JSON-LD, name", string(&linked[0]["name"]));
    add("JSON-LD, description", string(&linked[0]["description"]));
    add("heading", words(select(page, "h1")[0]));
    let list = site.page("figures/");
    let card = select(list, "article.figure")[figure.index()];
    add("label in the list", card.attr("aria-label").unwrap_or_default().to_owned());
    add("heading in the list", words(select(list, "article.figure h2")[figure.index()]));
    // A figure in the reporter's own voice is on no statement's page.
    if let Some(statement) = it.statement.map(|ix| site.id(ix)) {
        let line = select(site.page(&format!("statements/{statement}/")), ".its-figure");
        let line = line.into_iter().map(words).find(|line| line.contains(&number(site, figure)));
        add("line on the statement’s page", line.expect("the statement’s page names the figure"));
    }
    add("figures.json", string(&site.rows("figures")[figure.index()]["title"]));
    let markdown = site.file("figures.md");
    let mut headings = markdown.lines().filter(|line| line.starts_with("## "));
    add("figures.md", unescaped(headings.nth(figure.index()).expect("a heading")));
    all
}

/// Returns the article's words for a figure's number.
fn number(site: &Outputs, figure: FigureIx) -> String {
    single(site.dossier.article.text(site.dossier.figure(figure).words))
}

#[test]
fn the_title_of_a_figure_says_who_counted_and_according_to_whom() {
    for site in dossiers().iter().filter(|site| site.dossier.id.as_str() != "hostile") {
        for figure in (0..site.dossier.figures.len()).map(FigureIx::from) {
            let it = site.dossier.figure(figure);
            let source = single(&text::figure_source(&site.dossier, it));
            let counted = single(site.dossier.article.text(it.counted));
            for shown in titles_of_figure(site, figure) {
                let Shown { place, text } = &shown;
                let start =
                    text.find(&number(site, figure)).unwrap_or_else(|| panic!("{place}: {text}"));
                let after = &text[start..];
                assert!(after.contains(&counted), "{place}: {text}");
                check_has(&shown, &source);
                // Plain text has no style that shows whose words these are.
                let is_styled = place.contains("heading") || place.contains("line on");
                assert!(is_styled || after.contains(&format!("“{counted}”, ")), "{place}: {text}");
            }
        }
    }
    let site = first();
    let name = "460 “Israeli ground violations”, counted by Syrian Observatory for Human Rights, \
                according to Shafaq News";
    assert_eq!(text::figure_name(&site.dossier, &site.dossier.figures[0]), name);
}

#[test]
fn the_source_of_a_figure_has_every_part_that_is_known() {
    let check = |edit: fn(&mut Value), expected: &str| {
        let site = edited(edit);
        let found = text::figure_name(&site.dossier, &site.dossier.figures[0]);
        assert_eq!(found, expected);
    };
    fn by(json: &mut Value, id: &str, evidence: Option<&str>) {
        json["figures"][0]["counted_by"] = match evidence {
            Some(words) => json!({ "is": id, "evidence": words }),
            None => json!({ "is": id, "note": "Ours." }),
        };
    }
    check(
        |_| {},
        "12 to 15 “ships”, according to Ada Lund, reported by Radio Alba, as reported by The Courier",
    );
    check(
        |json| by(json, "ada-lund", Some("Lund called")),
        "12 to 15 “ships”, counted by Ada Lund, reported by Radio Alba, according to The Courier",
    );
    check(
        |json| by(json, "ada-lund", None),
        "12 to 15 “ships”, counted by Ada Lund (inferred), according to Ada Lund, reported by Radio \
         Alba, as reported by The Courier",
    );
    check(
        |json| {
            by(json, "port-office", Some("pilots"));
            json["statements"][2]["identification"] = json!({ "is": "unnamed_person" });
        },
        "12 to 15 “ships”, counted by Port office, according to Ada Lund (unnamed), reported by Radio \
         Alba, as reported by The Courier",
    );
}
