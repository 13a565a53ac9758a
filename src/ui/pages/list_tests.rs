//! Tests of the lists as readers see them.

use super::rendered::{REAL, render, select, texts};
use crate::query::Collection;
use crate::ui::page::Form;
use scraper::{ElementRef, Selector};

#[test]
fn a_filter_says_where_it_matches_only_words_whose_voice_is_unclear() {
    let check = |address: &str, expected: &[&str]| {
        let html = render(REAL, Collection::Statements, Form::Cards, address);
        assert_eq!(texts(&html, ".sort-note"), expected, "{address}");
    };
    let date = "Date mentioned: in 9, only in words that may not be the source’s.";
    check("?date=1973", &[date]);
    check("?from=1973&to=1973", &[date]);
    check("?from=1973&to=1974", &[]);
    check("?date=1974", &[]);
    let place = "About: in 2, only in words that may not be the source’s.";
    check("?about=bashar-al-assad", &[place]);
    check("?about=-bashar-al-assad", &[]);
    check("?kind=accusation", &[]);
    check("", &[]);
}

#[test]
fn actors_are_grouped_by_what_they_do() {
    let check = |address: &str, expected: &[(&str, &str)]| {
        let html = render(REAL, Collection::Actors, Form::Cards, address);
        let items = select(&html, ".of-actors > li");
        let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
        for item in items {
            let group: String = texts_in(item, "h3").concat();
            let name = select_in(item, "article")[0].attr("aria-label").unwrap_or_default();
            match groups.last_mut().filter(|(last, _)| *last == group) {
                Some((_, names)) => names.push(name),
                None => groups.push((group, vec![name])),
            }
        }
        let first: Vec<(&str, &str)> =
            groups.iter().map(|(group, names)| (&**group, names[0])).collect();
        assert_eq!(first, expected, "{address}");
    };
    let [speak, pass, mentioned] = ["Speak in this article", "Pass words on", "Only mentioned"];
    let first =
        [(speak, "Israel"), (pass, "US State Department"), (mentioned, "Benjamin Netanyahu")];
    check("", &first);
    check("?sort=source", &[("", "Bashar Al-Assad")]);
}

fn select_in<'h>(item: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    item.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn texts_in(item: ElementRef<'_>, selector: &str) -> Vec<String> {
    select_in(item, selector).into_iter().map(|it| it.text().collect()).collect()
}
