//! Parties, and the statements and links that belong to them.

use super::ids;
use super::support::{REAL, good, good_files};
use onrecord::model::{
    Accounts, ActorIx, ActorLinks, Comparison, Dossier, LinkCount, StatementIx, TopicIx,
};

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
    let joint = rich.parties_of(StatementIx(0));
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
