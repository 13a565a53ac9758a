//! Tests of the comparison as readers see it: the page is rendered for an address and read back.

use super::rendered::{REAL, RICH, SMALL, dossier, select, texts};
use crate::model::TopicIx;
use crate::query::Collection;
use crate::text;
use crate::ui::page::Form;

fn render(file: &[u8], address: &str) -> scraper::Html {
    super::rendered::render(file, Collection::Statements, Form::Compare, address)
}

#[test]
fn a_side_is_silent_only_if_it_has_no_part_in_a_joint_statement() {
    let check = |topic: &str, expected: &[&str]| {
        let html = render(REAL, &format!("?topic={topic}"));
        assert_eq!(texts(&html, ".duel .none"), expected, "{topic}");
    };
    let only = "In joint statements only: 1, 6";
    check("security-and-intelligence", &[only, only]);
    check("communication-mechanism", &[only, only, only]);
    let silent = text::NO_STATEMENT_ON_TOPIC;
    let of_type = text::NO_STATEMENT_OF_TYPE;
    check("troop-withdrawal", &[silent, silent]);
    // Israel and the United States speak jointly; Syria and the Observatory have one type each.
    let only = "In joint statements only: 6";
    check("military-activity", &[only, only, of_type]);
}

#[test]
fn no_side_of_any_dossier_is_called_silent_on_a_topic_on_which_it_speaks() {
    for file in [REAL, RICH] {
        let dossier = dossier(file);
        for (at, topic) in dossier.topics.iter().enumerate() {
            let on_topic = dossier.parties_on(TopicIx::from(at)).len();
            let silent = dossier.speaking_parties().len() - on_topic;
            let html = render(file, &format!("?topic={}", topic.id));
            let said = texts(&html, ".duel .none");
            let said = said.iter().filter(|said| *said == text::NO_STATEMENT_ON_TOPIC).count();
            assert_eq!(said, silent, "{}", topic.id);
        }
    }
}

#[test]
fn two_sides_are_compared_on_two_topics() {
    let address = "?party=israel,syria&topic=security-and-intelligence,talks";
    let html = render(REAL, address);
    assert_eq!(texts(&html, "h1"), ["Compare: Israel and Syria"]);
    assert_eq!(
        texts(&html, ".duels > h2"),
        ["Security and intelligence 3 statements", "Israel–Syria talks 7 statements, none joint"]
    );
    let heads = texts(&html, ".duel thead th");
    let first = ["Type", "Israel 1, and 2 jointly", "Syria 2 jointly"];
    assert_eq!(heads, [first, ["Type", "Israel 2", "Syria 5"]].concat());
    let numbers = texts(&html, ".band .number");
    assert_eq!(numbers, ["1", "6"], "joint statements are printed once");
    let numbers = texts(&html, ".duels:last-child .duel .number");
    assert_eq!(numbers, ["7", "3", "9", "8", "5", "2", "4"]);
    let chosen: Vec<&str> = select(&html, ".choose select")
        .iter()
        .filter_map(|field| field.attr("data-chosen"))
        .collect();
    assert_eq!(chosen, ["israel", "syria", "security-and-intelligence", "talks"]);
    let notes = texts(&html, ".relation");
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[1].contains("9 differs from 7; both may be true. Each names"), "{notes:?}");
}

#[test]
fn filters_never_make_a_side_look_silent() {
    let html = render(REAL, "?party=israel,syria&topic=talks&kind=accusation");
    assert_eq!(texts(&html, ".duel .none"), [text::NO_MATCHING_STATEMENT]);
    let all = select(&html, ".filtered a");
    let href = all[0].attr("href").unwrap_or_default();
    assert!(href.ends_with("compare/?party=israel,syria&topic=talks"), "{href}");
    let html = render(REAL, "?party=israel,syria&topic=talks&from=1900&to=1901");
    assert_eq!(texts(&html, ".duel .none"), [text::NO_MATCHING_STATEMENT; 2]);
    assert_eq!(select(&html, ".filtered a").len(), 1);
}

#[test]
fn values_that_are_left_out_never_make_a_side_look_silent() {
    let html = render(REAL, "?party=-israel");
    let silent = [text::NO_STATEMENT_AT_ALL.to_owned(), text::NO_STATEMENT_OF_TYPE.to_owned()];
    let said = texts(&html, ".duel .none");
    assert!(!said.is_empty() && said.iter().all(|said| !silent.contains(said)), "{said:?}");
    assert_eq!(select(&html, ".filtered a").len(), 1);
    let html = render(REAL, "?party=israel,syria&topic=-talks");
    let said = texts(&html, ".duel .none");
    assert!(said.iter().all(|said| !silent.contains(said)), "{said:?}");
}

#[test]
fn an_address_without_any_known_topic_or_side_calls_no_side_silent() {
    for address in ["?topic=moon", "?party=israel,syria&topic=moon", "?party=mars,venus"] {
        let html = render(REAL, address);
        assert_eq!(select(&html, ".duels").len(), 0, "{address}");
        assert_eq!(texts(&html, ".none"), [text::NOTHING_KNOWN], "{address}");
        assert!(!texts(&html, ".unknown code").is_empty(), "{address}");
    }
}

#[test]
fn unknown_values_are_reported() {
    let html = render(REAL, "?party=israel,mars&topic=talks,moon");
    let unknown = texts(&html, ".unknown code");
    assert_eq!(unknown, ["mars", "moon"]);
    assert_eq!(texts(&html, "h1"), ["Compare: Israel"]);
    assert_eq!(texts(&html, ".duels > h2").len(), 1);
}

#[test]
fn two_statements_are_compared_with_their_relation() {
    let html = render(REAL, "?statement=focus-of-israel,focus-on-1974-agreement");
    assert_eq!(texts(&html, "h1"), ["Compare statements 7 and 9"]);
    assert_eq!(select(&html, ".side .card").len(), 2);
    assert_eq!(select(&html, "table.differences").len(), 1);
    let relation = texts(&html, ".related").concat();
    assert!(relation.contains("so both can be true"), "{relation}");
}

#[test]
fn without_a_choice_sides_are_offered_before_statements() {
    let html = render(REAL, "");
    assert_eq!(texts(&html, "h2"), [text::COMPARE_TWO_SIDES, text::COMPARE_TWO_STATEMENTS]);
    let links = select(&html, ".offers a");
    let first = links[0].attr("href").unwrap_or_default();
    let address = "compare/?party=israel,syria&topic=communication-mechanism";
    assert!(first.ends_with(address), "{first}");
    let offers = texts(&html, ".offers > li > b");
    assert!(offers.iter().all(|topic| topic != "Israeli troop withdrawal"), "only Syria speaks");
    let items = texts(&html, ".choice li");
    assert!(items[1].contains("Syrian official (unnamed), via Reuters"), "{}", items[1]);
}

#[test]
fn nothing_is_offered_that_leads_to_an_empty_page() {
    for address in ["", "?topic=reopening"] {
        let html = render(SMALL, address);
        assert_eq!(select(&html, ".offers, .choose").len(), 0, "{address}");
    }
    assert_eq!(select(&render(SMALL, ""), ".choice li").len(), 3);
}

#[test]
fn headings_skip_no_level() {
    for address in [
        "",
        "?topic=talks",
        "?party=israel,syria&topic=security-and-intelligence,talks",
        "?party=israel,united-states",
        "?statement=focus-of-israel",
        "?statement=focus-of-israel,focus-on-1974-agreement",
    ] {
        let html = render(REAL, address);
        let levels: Vec<char> = select(&html, "h1, h2, h3, h4, h5, h6")
            .iter()
            .filter_map(|heading| heading.value().name().chars().nth(1))
            .collect();
        assert_eq!(levels.first(), Some(&'1'), "{address}");
        let skips = levels.windows(2).any(|pair| pair[1] as u32 > pair[0] as u32 + 1);
        assert!(!skips, "{address}: {levels:?}");
    }
}
