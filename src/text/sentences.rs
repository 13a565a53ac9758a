//! Names, notes and sentences of the page.

use super::{Label, day_text};
use crate::model::{
    ActorIx, Directness, Dossier, Hop, IdentificationKind, Piece, Reading, Statement, UnitIx,
    Wording, attribution_pieces,
};
#[cfg(not(target_arch = "wasm32"))]
use crate::model::{CorrectedPart, Correction};
use crate::query::{Collection, Sort};
use crate::route::{Route, percent_encoded};

/// The site's name, as the settings give it.
pub const NAME: &str = env!("ONRECORD_NAME");
/// What it does and does not.
pub const CREED: &str = "On Record shows what an article says, and where. It does not judge.";
/// The title of the article's page: the article's own headline may be missing.
pub const ARTICLE_TITLE: &str = "The article, annotated";
/// Where a field has no words behind it.
pub const OUR_READING: &str = "Our reading";
/// What a pen at a source or a hop means.
pub const INFERRED: &str = "our reading: the passage itself does not say so";
/// Where nobody of a side says anything on a topic: silence, not disagreement.
pub const NO_STATEMENT: &str = "no statement in this article";
/// Where the article says nothing.
pub const NOT_STATED: &str = "Not stated";
/// Before the annotator's summary, for those who cannot see the pen.
pub const GIST: &str = "Annotator’s gist: ";
/// Before the annotator's summary on a statement's page.
pub const IN_SHORT: &str = "The annotator, in short:";
/// For words left out of an excerpt.
pub const LEFT_OUT: &str = "words left out";
/// The label of the search.
pub const SEARCH: &str = "Search the words, gists and names";
/// For paragraphs left out of a passage.
pub const PARAGRAPHS_LEFT_OUT: &str = "[…]";
/// Where words of the article are behind a field, and may not be shown.
pub const WITHHELD: &str = "The article has words for it that may not be shown here.";
/// What a search understands.
pub const SEARCH_HELP: &str = "All words must match. \"A phrase\", and -without.";
/// Where scripts do not run.
pub const NO_SCRIPT: &str =
    "Search, filters and sorting need JavaScript. All that is listed here can be read without.";

/// Where scripts do not run and all pages stand in one file.
pub const NO_SCRIPT_IN_ONE_FILE: &str = "All other pages in this file need JavaScript.";

/// Where scripts do not run and statements cannot be chosen; the middle part is a link.
pub const NO_SCRIPT_TO_COMPARE: [&str; 3] = [
    "Choosing statements to set side by side needs JavaScript. ",
    "The accounts",
    " show them by topic without.",
];

/// Where only excerpts of the article may be shown.
pub fn excerpts_only(dossier: &Dossier) -> String {
    let holder = &dossier.article.rights.holder;
    format!("Excerpts only: the text is {holder}’s, and may not be shown in full here.")
}

/// `1 statement`, `3 statements`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// So many statements, and in how many of them it is our reading that somebody has this part:
/// `4 statements, 3 in our reading`.
pub fn statements_with_readings(number: usize, inferred: usize) -> String {
    let statements = count(number, "statement", "statements");
    match inferred {
        0 => statements,
        all if all == number => format!("{statements}, in our reading"),
        some => format!("{statements}, {some} in our reading"),
    }
}

/// What a collection's items are called.
pub fn item_names(collection: Collection) -> (&'static str, &'static str) {
    match collection {
        Collection::Statements => ("statement", "statements"),
        Collection::Actors => ("actor", "actors"),
        Collection::Figures => ("figure", "figures"),
    }
}

/// The name of a collection's page.
pub fn collection_name(collection: Collection) -> &'static str {
    match collection {
        Collection::Statements => "Statements",
        Collection::Actors => "Actors",
        Collection::Figures => "Figures",
    }
}

/// The title of a list's page.
pub fn list_title(dossier: &Dossier, collection: Collection) -> String {
    match collection {
        Collection::Statements => format!("{} · {NAME}", dossier.title),
        _ => format!("{} · {} · {NAME}", collection_name(collection), dossier.title),
    }
}

/// The name of a view that is no list.
pub fn view_name(route: &Route) -> &'static str {
    match route {
        Route::Article(_) => "Article",
        Route::Accounts(_) => "Accounts",
        Route::Dates(_) => "Dates",
        _ => "Side by side",
    }
}

/// The title of a page that the app runs.
pub fn page_title(dossier: &Dossier, route: &Route) -> String {
    match route.collection() {
        Some(_) if !route.is_list() => view_title(dossier, route),
        collection => list_title(dossier, collection.unwrap_or(Collection::Statements)),
    }
}

/// The title of such a view's page.
pub fn view_title(dossier: &Dossier, route: &Route) -> String {
    format!("{} · {} · {NAME}", view_name(route), dossier.title)
}

/// `7 of 11 statements`, or `11 statements` where all are shown.
pub fn tally(collection: Collection, shown: usize, total: usize) -> String {
    let (one, many) = item_names(collection);
    if shown == total {
        count(total, one, many)
    } else {
        format!("{shown} of {}", count(total, one, many))
    }
}

/// The name of an order.
pub fn sort_label(sort: Sort) -> &'static str {
    match sort {
        Sort::Article => "article order",
        Sort::Said => "when said",
        Sort::Source => "source",
    }
}

/// `Paragraph 2`, or the dateline.
pub fn paragraph(unit: UnitIx) -> String {
    unit.paragraph().map_or_else(|| "Dateline".to_owned(), |number| format!("Paragraph {number}"))
}

/// `Mixed: 2 of 36 words quoted`.
pub fn wording_text(wording: &Wording) -> String {
    match wording.directness {
        Directness::Direct => "Direct: all in quotation marks".to_owned(),
        Directness::Mixed => {
            format!("Mixed: {} of {} words quoted", wording.quoted_words, wording.words)
        }
        Directness::Indirect => "Indirect: the reporter’s words".to_owned(),
    }
}

/// The same in a sentence of its own.
pub fn wording_sentence(wording: &Wording) -> String {
    let rest = wording.words - wording.quoted_words;
    match wording.directness {
        Directness::Direct => "Every word stands in quotation marks.".to_owned(),
        Directness::Indirect => {
            "No word stands in quotation marks; they are the reporter’s.".to_owned()
        }
        Directness::Mixed => format!(
            "{} in quotation marks; the other {rest} are the reporter’s.",
            match wording.quoted_words {
                1 => "One word stands".to_owned(),
                words => format!("{words} words stand"),
            }
        ),
    }
}

/// Before what was corrected: `Corrected on 9 January 2026 (annotation):`. Of the whole article, it
/// says so.
#[cfg(not(target_arch = "wasm32"))]
pub fn corrected(correction: &Correction) -> String {
    let of = match correction.of {
        CorrectedPart::Text => "text of the article",
        CorrectedPart::Annotation => "annotation",
    };
    let whole = if correction.statements.is_empty() { ", concerns the whole article" } else { "" };
    format!("Corrected on {} ({of}{whole}):", day_text(correction.on))
}

/// Where a report comes from: `A report by Shafaq News, 6 January 2026`.
pub fn byline(dossier: &Dossier) -> String {
    format!("{}, {}", outlet(dossier), day_text(dossier.article.published))
}

/// The outlet's name.
pub fn outlet(dossier: &Dossier) -> &str {
    &dossier.actor(dossier.article.outlet).name.value
}

/// The statement's speakers: `Israel, Syria and United States jointly`.
pub fn speakers(dossier: &Dossier, statement: &Statement) -> String {
    let inferred = statement.speakers.iter().filter(|s| statement.infers_speaker(s)).count();
    let all = inferred == statement.speakers.len();
    let name = |speaker: &Reading<ActorIx>| {
        let name = &dossier.actor(speaker.value).name.value;
        format!("{name}{}", reading(!all && statement.infers_speaker(speaker)))
    };
    let names: Vec<String> = statement.speakers.iter().map(name).collect();
    let jointly = if statement.is_joint() { " jointly" } else { "" };
    format!("{}{jointly}{}", enumerate(&names), reading(all))
}

fn reading(is_inferred: bool) -> &'static str {
    if is_inferred { " (our reading)" } else { "" }
}

/// Our own words begin with ASCII letters; the tables for others would cost kilobytes.
pub fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// `a, b and c`.
pub fn enumerate(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// How a source without a name of its own is told apart.
pub fn unnamed(statement: &Statement) -> Option<&'static str> {
    match statement.identification.kind.value {
        IdentificationKind::GenericGroup => Some("none named"),
        IdentificationKind::Implicit => Some("not named"),
        kind => kind.is_unnamed().then_some("unnamed"),
    }
}

/// A statement by its kind and speakers: `accusation by Syrian official`.
pub fn named(dossier: &Dossier, statement: &Statement) -> String {
    let kind = statement.kind.value.label().to_ascii_lowercase();
    let how = unnamed(statement).map_or_else(String::new, |how| format!(" ({how})"));
    format!("{kind} by {}{how}", speakers(dossier, statement))
}

/// The attribution in one phrase: `Syrian official (unnamed), relayed by Reuters`.
pub fn attribution(dossier: &Dossier, statement: &Statement) -> String {
    let mut text = speakers(dossier, statement);
    if let Some(how) = unnamed(statement) {
        text.push_str(&format!(" ({how})"));
    }
    for step in &statement.via {
        text.push_str(", ");
        text.push_str(&hop(dossier, statement, step));
    }
    text
}

/// A step of a chain: `relayed by Reuters`.
pub fn hop(dossier: &Dossier, statement: &Statement, hop: &Hop) -> String {
    let name = &dossier.actor(hop.actor).name.value;
    format!("{} {name}{}", hop.role.value.label(), reading(statement.infers_hop(hop)))
}

/// Source, cue and content as one text: without the cue, a paraphrase would read as the speaker's own.
pub fn told_text(dossier: &Dossier, statement: &Statement) -> String {
    let piece = |piece| match piece {
        Piece::Text(span) => dossier.article.text(span),
        Piece::Gap => " […] ",
    };
    attribution_pieces(&dossier.article, statement).into_iter().map(piece).collect()
}

/// The attribution and the words, ready to be read alone. Quotation marks are the article's own.
pub fn attributed(dossier: &Dossier, statement: &Statement, wording: &Wording) -> String {
    let words = told_text(dossier, statement);
    let manner = match wording.directness {
        Directness::Direct => "",
        Directness::Mixed => " (paraphrase with quoted words)",
        Directness::Indirect => " (paraphrase)",
    };
    format!("{}, reporting {}{manner}: {words}", byline(dossier), attribution(dossier, statement),)
}

/// A text as part of a `mailto:` address (RFC 6068): UTF-8, percent-encoded but for what is unreserved.
pub fn mail_part(text: &str) -> String {
    percent_encoded(&text.replace('\n', "\r\n"), b"-._~")
}
