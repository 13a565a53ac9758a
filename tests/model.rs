//! Data derived from a dossier: directness, snippets, coverage, parties, accounts, dates, links.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use onrecord::model::{
    Accounts, ActorIx, ActorLinks, Article, Comparison, Coverage, Day, Directness, Dossier,
    LinkCount, Piece, Precomputed, Rights, Run, Span, StatementIx, TopicIx, Unit, UnitIx, dates,
    snippet, wording, words,
};
use support::twins::{Twins, twins};
use support::{REAL, good, good_files};

fn article(paragraphs: &[&str], titles: &[&str]) -> Article {
    let mut article = Article {
        outlet: ActorIx(0),
        headline: None,
        published: Day::new(2026, 1, 6).expect("a day"),
        language: "en".into(),
        is_rtl: false,
        address: None,
        rights: Rights { holder: "".into(), notice: "".into() },
        shown: Vec::new(),
        precomputed: Precomputed::default(),
        archived: None,
        single_quotes: false,
        units: paragraphs.iter().map(|text| Unit::new(text)).collect(),
        quoted_titles: Vec::new(),
    };
    article.quoted_titles = titles.iter().map(|title| find(&article, title)).collect();
    article
}

/// Returns the span of the first occurrence of words.
fn find(article: &Article, words: &str) -> Span {
    let place = article.units.iter().zip(0..).find_map(|(unit, ix)| {
        let start = unit.as_str().find(words)?;
        let (start, end) = (unit.code_point(start), unit.code_point(start + words.len()));
        Some(Span { unit: UnitIx(ix), start, end })
    });
    place.unwrap_or_else(|| panic!("{words} should be in the text"))
}

/// Checks the directness, number of words and number of quoted words of content.
fn check(
    paragraphs: &[&str],
    titles: &[&str],
    content: &[&str],
    expected: (Directness, usize, usize),
) {
    let article = article(paragraphs, titles);
    let spans: Vec<Span> = content.iter().map(|piece| find(&article, piece)).collect();
    let found = wording(&article, &article.quotations(), &spans);
    let counted = (found.directness, found.words, found.quoted_words);
    assert_eq!(counted, expected, "{content:?} in {paragraphs:?}");
    let length: usize = content.iter().map(|piece| piece.chars().count()).sum();
    assert_eq!(found.length as usize, length);
    assert!(found.quoted.iter().all(|(start, end)| start < end && *end <= found.length));
    assert!(found.quoted.is_sorted());
}

use Directness::{Direct, Indirect, Mixed};

#[test]
fn directness_follows_quotation_marks() {
    let one = "She said “we will go home” and that they had waited.";
    check(&[one], &[], &["“we will go home”"], (Direct, 4, 4));
    check(&[one], &[], &["we will go home"], (Direct, 4, 4));
    check(&[one], &[], &["“we will go home” and that they had waited"], (Mixed, 9, 4));
    check(&[one], &[], &["that they had waited"], (Indirect, 4, 0));
    check(&[one], &[], &["“we will", "that they"], (Mixed, 4, 2));
    check(
        &["He spoke of \"strategic files\" in talks."],
        &[],
        &["\"strategic files\" in talks"],
        (Mixed, 4, 2),
    );
    check(&["Sie sagte: „Wir gehen“."], &[], &["„Wir gehen“"], (Direct, 2, 2));
    check(&["قال إن «الميناء سيفتح» غدا."], &[], &["«الميناء سيفتح» غدا"], (Mixed, 3, 2));
    // Without spaces, each character counts as a word.
    check(&["彼は「行く」と言った。"], &[], &["「行く」"], (Direct, 2, 2));
    check(&["彼は「行く」と言った。"], &[], &["「行く」と言った"], (Mixed, 6, 2));
}

#[test]
fn unpaired_marks_quote_nothing() {
    check(&["He said “no end to it.", "Next."], &[], &["no end to it"], (Indirect, 4, 0));
    check(&["He said no end to it” twice."], &[], &["no end to it”"], (Indirect, 4, 0));
    check(&["“Open, he said \"shut\" later."], &[], &["he said \"shut\" later"], (Mixed, 4, 1));
    check(&["a 6\" gun and a 9\" gun"], &[], &["6\" gun and a 9\" gun"], (Indirect, 6, 0));
    check(&["Israel’s offer wasn’t theirs’"], &[], &["offer wasn’t theirs’"], (Indirect, 3, 0));
    check(&["It’s the ‘best offer’ they’d had"], &[], &["the ‘best offer’ they’d"], (Mixed, 4, 2));
}

#[test]
fn nested_marks_belong_to_the_outer_quotation() {
    let one = "“He called it ‘a trap’ and left,” she said.";
    check(&[one], &[], &["‘a trap’"], (Direct, 2, 2));
    check(&[one], &[], &["“He called it ‘a trap’ and left,”"], (Direct, 7, 7));
    check(&["“He said “a trap” and left,” she said."], &[], &["and left"], (Direct, 2, 2));
    check(&["\"the ‘files’ matter\" he said"], &[], &["the ‘files’ matter\" he"], (Mixed, 4, 3));
    // Only the outer quotation is closed.
    check(&["“He called it ‘a trap,” she said."], &[], &["‘a trap", "she said"], (Mixed, 4, 2));
}

#[test]
fn a_quotation_continues_in_paragraphs_that_open_again() {
    let two = ["“First the ships.", "“Then the docks,” he said.", "Nothing more."];
    check(&two, &[], &["First the ships.", "Then the docks,"], (Direct, 6, 6));
    check(&two, &[], &["the ships.", "he said"], (Mixed, 4, 2));
    let three = ["“One.", "“Two.", "“Three,” he said."];
    check(&three, &[], &["One.", "Two.", "Three,"], (Direct, 3, 3));
    // Without a mark at the start of the next paragraph, the end of the quotation is unknown.
    check(
        &["“First the ships.", "Then the docks,” he said."],
        &[],
        &["First the ships."],
        (Indirect, 3, 0),
    );
    check(
        &["“First the ships.", "‘Then’ the docks."],
        &[],
        &["First the ships."],
        (Indirect, 3, 0),
    );
}

#[test]
fn quoted_titles_are_not_speech() {
    let one = "In “The Wire” she said “no way”.";
    check(&[one], &["The Wire"], &["In “The Wire” she"], (Indirect, 4, 0));
    check(&[one], &["“The Wire”"], &["“The Wire” she said “no way”"], (Mixed, 6, 2));
    check(&[one], &[], &["In “The Wire” she"], (Mixed, 4, 2));
    // A title inside quoted speech is speech.
    check(&["He said “I loved The Wire so”."], &["The Wire"], &["loved The Wire"], (Direct, 3, 3));
}

#[test]
fn words_between_two_quotations_are_not_quoted() {
    let one = "Il a parlé de paix », dit Marie Duval, avant d’ajouter : « la paix est proche ».";
    check(&[one], &[], &["avant d’ajouter"], (Indirect, 2, 0));
    check(&[one], &[], &["la paix est proche"], (Direct, 4, 4));
    let two = "”نعم“ ثم مضى إلى بيته ”لا“";
    check(&[two], &[], &["ثم مضى إلى بيته"], (Indirect, 4, 0));
    check(&[two], &[], &["نعم", "لا"], (Direct, 2, 2));
    check(
        &["‘“No” was what he said to me,’ Lund told."],
        &[],
        &["“No” was what he"],
        (Direct, 4, 4),
    );
    check(
        &["وصف الاتفاق بـ\"الخدعة\" و\"الكذبة\"."],
        &[],
        &["\"الخدعة\" و\"الكذبة\""],
        // The letter between the marks is "and", which is not quoted.
        (Mixed, 2, 2),
    );
    check(
        &["Pour l’« État » et l’«ordre», dit-il."],
        &[],
        &["l’« État » et l’«ordre»"],
        (Mixed, 4, 2),
    );
}

#[test]
fn listing_a_title_distinguishes_a_mark_from_an_apostrophe() {
    let one = "He told ‘Abd al-Rahman that the people were tired and the cities’ fate was open.";
    let content = ["the people were tired"];
    check(&[one], &[], &content, (Direct, 4, 4));
    check(&[one], &["‘Abd al-Rahman"], &content, (Indirect, 4, 0));
    check(&["In the ‘90s, the workers’ rights"], &[], &["the workers"], (Indirect, 2, 0));
}

#[test]
fn content_without_a_word_is_indirect() {
    check(&["He said “—” and left."], &[], &["—"], (Indirect, 0, 0));
    check(&["He said “👍” and left."], &[], &["“👍”"], (Indirect, 0, 0));
}

/// Returns the text of a statement's snippet, with `[…]` for gaps.
fn snippet_text(dossier: &Dossier, number: usize) -> String {
    let pieces = snippet(dossier, StatementIx::from(number - 1)).into_iter();
    let text = pieces.map(|piece| match piece {
        Piece::Text(span) => dossier.article.text(span),
        Piece::Gap => "[…]",
    });
    text.collect::<Vec<_>>().join(" ")
}

#[test]
fn snippets_show_the_sentence_without_words_of_other_statements() {
    let real = good(REAL);
    let check = |number, start: &str, end: &str| {
        let text = snippet_text(&real, number);
        assert!(text.starts_with(start) && text.ends_with(end), "{number}: {text}");
    };
    check(1, "Israel and Syria agreed to", "released on Tuesday by the US State Department.");
    check(2, "Reuters cited a Syrian official who said it would", "toppling of Bashar Al-Assad.");
    check(3, "The Syrian official, speaking on condition of anonymity, added", "against Syria.");
    check(4, "He accused Israel of stalling by using", "in the talks");
    check(
        5,
        "He […] said it should abandon its \"expansionist mentality\"",
        "talks could proceed.",
    );
    check(
        7,
        "Meanwhile, Prime Minister Benjamin Netanyahu's office said Israel",
        "during the talks",
    );
    check(
        8,
        "Meanwhile, Prime Minister Benjamin Netanyahu's office […] adding that “both",
        "in Syria.”",
    );
    check(10, "The Syrian Observatory for Human Rights (SOHR) documented 460", "provinces.");
    check(11, "According to the Observatory, these operations", "local stability.");
    let rich = good("tests/fixtures/good/rich/dossier.json");
    assert_eq!(snippet_text(&rich, 3), "وأن التأخير “عار على الجميع”.");
    assert_eq!(
        snippet_text(&rich, 6),
        "which called it “a broken promise” – one of about 1.5 million."
    );
}

/// Returns the ids of actors.
fn ids(dossier: &Dossier, actors: impl IntoIterator<Item = ActorIx>) -> Vec<String> {
    actors.into_iter().map(|actor| dossier.actor(actor).id.to_string()).collect()
}

#[test]
fn finds_the_party_through_any_number_of_steps() {
    let rich = good("tests/fixtures/good/rich/dossier.json");
    let check = |dossier: &Dossier, actor: &str, expected: &[&str]| {
        let actor_ix = dossier.find_actor(actor).expect("an actor");
        assert_eq!(ids(dossier, dossier.party_of(actor_ix)), expected, "{actor}");
    };
    check(&rich, "state", &["state"]);
    check(&rich, "ministry", &["state"]);
    check(&rich, "minister", &["state"]);
    check(&rich, "aide", &["state"]);
    check(&rich, "director", &["port"]);
    check(&rich, "dockworker", &[]);
    let real = good(REAL);
    check(&real, "syrian-official", &["syria"]);
    check(&real, "syrian-state-media", &["syria"]);
    check(&real, "us-state-department", &["united-states"]);
    check(&real, "reuters", &[]);
    let joint = rich.parties_of(&rich.statements[0]);
    assert_eq!(ids(&rich, joint), ["state", "port"]);
}

#[test]
fn parties_on_a_topic_are_in_article_order() {
    let check = |dossier: &Dossier, topic: &str, expected: &[&str]| {
        let position = dossier.topics.iter().position(|t| t.id.as_str() == topic).expect("a topic");
        assert_eq!(ids(dossier, dossier.parties_on(TopicIx::from(position))), expected, "{topic}");
    };
    let real = good(REAL);
    check(&real, "communication-mechanism", &["israel", "syria", "united-states"]);
    check(&real, "talks", &["syria", "israel"]);
    check(&real, "troop-withdrawal", &["syria"]);
    check(&real, "civilians-and-minorities", &["israel"]);
    let rich = good("tests/fixtures/good/rich/dossier.json");
    check(&rich, "waiting", &["state", "port"]);
    check(&rich, "reopening", &["state", "port"]);
}

#[test]
fn a_snippet_contains_all_words_of_its_statement() {
    for file in good_files() {
        let dossier = good(&file);
        for (position, statement) in dossier.statements.iter().enumerate() {
            let pieces = snippet(&dossier, StatementIx::from(position));
            let shown: Vec<Span> = pieces
                .iter()
                .filter_map(|piece| match piece {
                    Piece::Text(span) => Some(*span),
                    Piece::Gap => None,
                })
                .collect();
            let own = statement.source.words.iter().chain(&statement.cue).chain(&statement.content);
            for span in own.filter(|span| span.unit == statement.passage) {
                assert!(shown.iter().any(|piece| piece.contains(*span)), "{file} {}", statement.id);
            }
            assert!(
                shown
                    .windows(2)
                    .all(|two| (two[0].unit, two[0].end) <= (two[1].unit, two[1].start)),
                "{file} {}",
                statement.id
            );
            let units = || statement.content.iter().map(|span| span.unit);
            let opens = matches!(pieces.first(), Some(Piece::Gap));
            let closes = matches!(pieces.last(), Some(Piece::Gap));
            assert_eq!(opens, units().any(|unit| unit < statement.passage), "{file}");
            assert_eq!(closes, units().any(|unit| unit > statement.passage), "{file}");
        }
    }
}

#[test]
fn coverage_counts_every_word_once() {
    for Twins { name: file, full: dossier, .. } in twins() {
        let coverage = Coverage::of(&dossier);
        let units = dossier.article.units.iter().zip(0..);
        let counts = units.map(|(unit, ix)| words(UnitIx(ix), unit).len());
        let total = coverage.total();
        assert_eq!(total.words, counts.sum::<usize>(), "{file}");
        let parts = total.statements + total.evidence + total.background + total.uncovered;
        assert_eq!(parts, total.words, "{file}");
        assert!(total.statements > 0, "{file}");
        assert!(total.also_background <= total.statements, "{file}");
    }
}

#[test]
fn coverage_runs_are_in_order_and_as_long_as_possible() {
    for Twins { name: file, full: dossier, .. } in twins() {
        let runs = Coverage::of(&dossier).runs;
        for run in &runs {
            let unit = dossier.article.unit(run.span.unit);
            let inside = words(run.span.unit, unit).iter().filter(|w| w.is_in(run.span)).count();
            assert_eq!(inside, run.words, "{file}: {}", dossier.article.text(run.span));
        }
        for pair in runs.windows(2) {
            let (one, next) = (pair[0], pair[1]);
            let place = |run: &Run| (run.span.unit, run.span.start);
            assert!(place(&one) < place(&next), "{file}");
            let same_unit = one.span.unit == next.span.unit;
            assert!(
                !same_unit || (one.carried, one.also) != (next.carried, next.also),
                "{file}: {one:?} {next:?}"
            );
        }
    }
}

#[test]
fn the_real_dossier_has_six_dates() {
    let dossier = good(REAL);
    let found: Vec<(&str, usize)> = dates(&dossier)
        .iter()
        .map(|date| (&*dossier.when(date.at).edtf, date.uses.len()))
        .collect();
    assert_eq!(
        found,
        [
            ("1973", 1),
            ("1974", 1),
            ("[2024-10..2024-12]", 1),
            ("2025", 2),
            ("2026-01-05/2026-01-06", 1),
            ("2026-01-06", 1),
        ]
    );
}

#[test]
fn every_date_is_listed_once_in_chronological_order() {
    for file in good_files() {
        let dossier = good(&file);
        let dates = dates(&dossier);
        let uses: usize = dates.iter().map(|date| date.uses.len()).sum();
        let of_statements: usize = (dossier.statements.iter())
            .map(|s| s.dates.len() + usize::from(s.said_on.is_some()))
            .sum();
        let of_figures = dossier.figures.iter().filter(|f| f.period.is_some()).count();
        assert_eq!(uses, of_statements + of_figures, "{file}");
        let readings: Vec<&str> = dates.iter().map(|d| &*dossier.when(d.at).edtf).collect();
        for (date, reading) in dates.iter().zip(&readings) {
            assert_eq!(readings.iter().filter(|other| *other == reading).count(), 1, "{file}");
            assert_eq!(date.at, date.uses[0]);
            assert!(date.uses.iter().all(|at| *dossier.when(*at).edtf == **reading));
        }
        let days: Vec<_> = dates.iter().filter_map(|d| dossier.when(d.at).first).collect();
        assert!(days.is_sorted(), "{file}");
    }
}

#[test]
fn accounts_list_each_statement_under_each_of_its_topics() {
    for file in good_files() {
        let dossier = good(&file);
        let accounts = Accounts::of(&dossier);
        for (ix, statement) in dossier.statements.iter().enumerate() {
            let ix = StatementIx::from(ix);
            let rows: Vec<Option<TopicIx>> = (accounts.rows.iter())
                .filter(|row| row.statements().any(|other| other == ix))
                .map(|row| row.topic)
                .collect();
            let mut topics: Vec<Option<TopicIx>> =
                statement.topics.iter().map(|topic| Some(topic.value)).collect();
            if topics.is_empty() {
                topics.push(None);
            }
            topics.sort();
            assert_eq!(rows, topics, "{file} {}", statement.id);
            for row in &accounts.rows {
                let is_joint = row.joint.contains(&ix);
                assert!(!is_joint || statement.is_joint(), "{file}");
                for (party, cell) in accounts.parties.iter().zip(&row.by_party) {
                    let speaks = dossier.parties_of(statement).contains(party);
                    assert!(!cell.contains(&ix) || (speaks && !statement.is_joint()), "{file}");
                }
            }
        }
    }
}

#[test]
fn the_real_dossier_has_three_parties_and_one_other_source() {
    let dossier = good(REAL);
    let accounts = Accounts::of(&dossier);
    let ids = |actors: &[ActorIx]| -> Vec<String> {
        actors.iter().map(|ix| dossier.actor(*ix).id.to_string()).collect()
    };
    assert_eq!(ids(&accounts.parties), ["israel", "syria", "united-states"]);
    assert_eq!(ids(&accounts.others), ["syrian-observatory"]);
    let cells = |topic: &str| {
        let is = |row: &&onrecord::model::TopicAccounts| {
            row.topic.is_some_and(|ix| dossier.topic(ix).id.as_str() == topic)
        };
        let row = accounts.rows.iter().find(is).expect("a row");
        let numbers = |cell: &[StatementIx]| -> Vec<u32> { cell.iter().map(|s| s.0 + 1).collect() };
        let parties: Vec<Vec<u32>> = row.by_party.iter().map(|cell| numbers(cell)).collect();
        (numbers(&row.joint), parties, numbers(&row.by_other[0]))
    };
    assert_eq!(cells("focus-of-talks"), (vec![], vec![vec![7], vec![9], vec![]], vec![]));
    assert_eq!(cells("communication-mechanism"), (vec![1, 6], vec![vec![]; 3], vec![]));
    let syria = cells("military-activity");
    assert_eq!(syria, (vec![6], vec![vec![], vec![3], vec![]], vec![10, 11]));
}

/// Actors with the number of statements that link to them, and of inferred links.
fn link_counts<'d>(dossier: &'d Dossier, counts: &[LinkCount]) -> Vec<(&'d str, usize, usize)> {
    let row = |count: &LinkCount| {
        (dossier.actor(count.actor).id.as_str(), count.statements, count.inferred)
    };
    counts.iter().map(row).collect()
}

#[test]
fn links_count_statements_with_the_most_frequent_actor_first() {
    let dossier = good(REAL);
    let links = |id| ActorLinks::of(&dossier, dossier.find_actor(id).expect("an actor"));
    let check = |counts: &[LinkCount], expected: &[(&str, usize, usize)]| {
        assert_eq!(link_counts(&dossier, counts), expected);
    };
    let official = links("syrian-official");
    check(&official.relayed_by, &[("reuters", 4, 3)]);
    check(&official.relays, &[]);
    check(&official.discussed_by, &[]);
    check(&links("reuters").relays, &[("syrian-official", 4, 3)]);
    let unclear = |id| links(id).discussed_by.iter().map(|count| count.unclear).collect::<Vec<_>>();
    assert_eq!(unclear("bashar-al-assad"), [1]);
    assert_eq!(unclear("druze-minority"), [0]);
    check(
        &links("israel").discussed_by,
        &[
            ("syrian-official", 4, 0),
            ("israel", 2, 2),
            ("syria", 2, 2),
            ("united-states", 2, 2),
            ("prime-ministers-office", 2, 0),
            ("syrian-observatory", 2, 0),
            ("syrian-state-media", 1, 0),
        ],
    );
}

#[test]
fn links_are_the_same_in_both_directions() {
    for file in good_files() {
        let dossier = good(&file);
        for actor in (0..dossier.actors.len()).map(ActorIx::from) {
            let links = ActorLinks::of(&dossier, actor);
            for counts in [&links.relayed_by, &links.relays, &links.discussed_by] {
                assert!(counts.is_sorted_by(|a, b| a.statements >= b.statements), "{file}");
                assert!(counts.iter().all(|count| count.inferred <= count.statements), "{file}");
            }
            for relayer in &links.relayed_by {
                let back = ActorLinks::of(&dossier, relayer.actor).relays;
                let back = back.iter().find(|count| count.actor == actor).expect("the other way");
                assert_eq!(back.statements, relayer.statements, "{file}");
            }
        }
    }
}

#[test]
fn comparison_groups_each_statement_by_party() {
    let dossier = good(REAL);
    let all: Vec<StatementIx> = (0..dossier.statements.len()).map(StatementIx::from).collect();
    let numbers = |list: &[StatementIx]| -> Vec<u32> { list.iter().map(|s| s.0 + 1).collect() };
    let all_parties = Comparison::of(&dossier, &all, dossier.speaking_parties());
    let columns = all_parties.by_party.iter();
    let columns: Vec<(&str, Vec<u32>)> =
        columns.map(|(party, own)| (dossier.actor(*party).id.as_str(), numbers(own))).collect();
    let expected =
        vec![("israel", vec![7, 8]), ("syria", vec![2, 3, 4, 5, 9]), ("united-states", vec![])];
    let (joint, no_party) = (numbers(&all_parties.joint), numbers(&all_parties.no_party));
    assert_eq!((joint, columns, no_party), (vec![1, 6], expected, vec![10, 11]));
}

#[test]
fn comparison_keeps_silent_parties_and_the_requested_order() {
    let dossier = good(REAL);
    let actor = |id| dossier.find_actor(id).expect("an actor");
    let asked = [actor("israel"), actor("united-states"), actor("syria")];
    let comparison = Comparison::of(&dossier, &[StatementIx(2)], asked);
    let expected = [(asked[0], vec![]), (asked[1], vec![]), (asked[2], vec![StatementIx(2)])];
    assert_eq!(comparison.by_party, expected);
    assert!(comparison.joint.is_empty() && comparison.no_party.is_empty());
}

#[test]
fn joint_statements_count_for_each_of_their_parties() {
    for file in good_files() {
        let dossier = good(&file);
        let accounts = Accounts::of(&dossier);
        assert_eq!(accounts.parties, dossier.speaking_parties(), "{file}");
        for party in accounts.parties.iter().copied() {
            let rows = accounts.rows.iter();
            let mut joint: Vec<StatementIx> =
                rows.flat_map(|row| row.joint_with(&dossier, party)).collect();
            joint.sort();
            joint.dedup();
            assert_eq!(joint.len(), dossier.joint_statements_of(party), "{file}");
            assert!(joint.iter().all(|ix| dossier.statement(*ix).is_joint()), "{file}");
        }
    }
}

#[test]
fn sides_that_speak_alone_are_compared_before_those_that_speak_only_jointly() {
    let dossier = good(REAL);
    let topics = |id: &str| dossier.topics.iter().position(|topic| topic.id.as_str() == id);
    let check = |topic: &str, wanted: Option<&str>, expected: Option<[&str; 2]>| {
        let topic = TopicIx::from(topics(topic).expect("a topic"));
        let wanted = wanted.map(|id| dossier.find_actor(id).expect("an actor"));
        let sides = dossier.sides_on(topic, wanted);
        let sides = sides.map(|sides| sides.map(|side| dossier.actor(side).id.as_str()));
        assert_eq!(sides, expected);
    };
    check("talks", None, Some(["israel", "syria"]));
    // Syria speaks alone; the three states speak jointly.
    check("military-activity", None, Some(["israel", "syria"]));
    check("military-activity", Some("united-states"), Some(["syria", "united-states"]));
    check("communication-mechanism", None, Some(["israel", "syria"]));
    check("communication-mechanism", Some("united-states"), Some(["israel", "united-states"]));
    check("troop-withdrawal", None, None);
}
