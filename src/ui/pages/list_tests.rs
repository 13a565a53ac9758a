//! Tests of the lists as readers see them.

use super::rendered::{REAL, render, select, texts};
use crate::query::Collection;
use crate::ui::page::Form;

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
    let check = |address: &str, groups: &[&str], first: &[&str]| {
        let html = render(REAL, Collection::Actors, Form::Cards, address);
        let shown = ".of-actors > li:not([hidden])";
        assert_eq!(texts(&html, &format!("{shown} > h3")), groups, "{address}");
        let named = select(&html, &format!("{shown}:has(> h3) > article"));
        let named: Vec<&str> = named.iter().filter_map(|it| it.attr("aria-label")).collect();
        assert_eq!(named, first, "{address}");
        assert_eq!(select(&html, ".of-actors > li").len(), 15, "{address}: all are kept");
    };
    let groups = ["Speak in this article", "Pass words on", "Only mentioned"];
    check("", &groups, &["Israel", "US State Department", "Benjamin Netanyahu"]);
    check("?kind=person", &[groups[0], groups[2]], &["Syrian official", "Benjamin Netanyahu"]);
    check("?sort=source", &[], &[]);
}
