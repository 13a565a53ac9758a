//! Dossiers made to size, as JSON: the same text for the same size, always.
//!
//! What is written is what an author would write: paragraphs of a few attributions, quotes with as
//! much of their surroundings as it takes, sources that are shared, quoted words, dates, figures.
//! Included by `#[path]` where benchmarks or tests need a large dossier.

use serde_json::{Value, json};
use std::fmt::Write;

/// How many attributions stand in one paragraph.
const PER_PARAGRAPH: usize = 4;

/// One paragraph in so many ends in words that no source is given for.
const PER_BACKGROUND: usize = 10;

/// One statement in so many is related to the one before.
const PER_RELATION: usize = 50;

/// How many speakers there are at the least, and how many statements bring one more.
const SPEAKERS: usize = 40;
const PER_SPEAKER: usize = 500;

const STATES: [&str; 4] = ["Northland", "Southmark", "Éastria", "Westmere"];
const RELAYS: [&str; 5] =
    ["Wire Agency", "Radio Delta", "Agência Sul", "The Courier", "Channel Six"];
const FIRST: [&str; 12] = [
    "Amal", "Bruno", "Chloé", "Dina", "Elif", "Farid", "Greta", "Hugo", "Inès", "Jonas", "Karim",
    "Lena",
];
const LAST: [&str; 14] = [
    "Abboud",
    "Berger",
    "Çelik",
    "Dahl",
    "Eriksen",
    "Fakhri",
    "Gómez",
    "Haddad",
    "Ivanova",
    "Jansen",
    "Kovač",
    "Lindqvist",
    "Mansour",
    "Nowak",
];
const BODIES: [&str; 6] =
    ["Ministry", "Council", "Observatory", "Commission", "Union", "Institute"];
const OFFICES: [&str; 15] = [
    "official",
    "envoy",
    "diplomat",
    "adviser",
    "minister",
    "officer",
    "delegate",
    "spokesman",
    "negotiator",
    "judge",
    "engineer",
    "governor",
    "clerk",
    "deputy",
    "observer",
];
const TOPICS: [&str; 30] = [
    "border crossings",
    "water shares",
    "grain exports",
    "fishing rights",
    "fuel prices",
    "bank reserves",
    "mine clearance",
    "prisoner exchange",
    "troop withdrawal",
    "air traffic",
    "school reopening",
    "hospital supplies",
    "power cuts",
    "road repair",
    "rail freight",
    "port fees",
    "customs duties",
    "visa rules",
    "ballot counting",
    "land registry",
    "flood relief",
    "camp closures",
    "aid convoys",
    "media access",
    "court reform",
    "pension arrears",
    "wage talks",
    "drug shortages",
    "forest fires",
    "the ceasefire line",
];
const PLACES: [&str; 12] = [
    "Port Amber",
    "Saint-Rémy",
    "Old Harbour",
    "Tall Pines",
    "Delta Bay",
    "Kara Valley",
    "Lower Town",
    "Mount Sable",
    "New Bridge",
    "Ostrava Gate",
    "Quarry Road",
    "Rio Seco",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SUBJECTS: [&str; 4] = ["both sides", "negotiators", "the panel", "the parties"];
const ENDS: [&str; 6] = [
    "open until the spring",
    "aside, as “a matter of trust”, without a vote",
    "unsigned after two days of talks",
    "for the next round, which would be “long overdue” by then",
    "as it was, “neither fair nor final”",
    "out of the draft for now",
];
/// Cues, each with the kind that follows from it.
const CUES: [(&str, &str); 9] = [
    ("said that", "assertion"),
    ("noted that", "assertion"),
    ("announced that", "announcement"),
    ("pledged that", "commitment"),
    ("proposed that", "proposal"),
    ("demanded that", "demand"),
    ("denied that", "denial"),
    ("complained that", "evaluation"),
    ("insisted that", "condition"),
];
const CHANNELS: [&str; 4] = ["not_stated", "interview", "written_statement", "public_remarks"];

/// The JSON of a dossier of so many statements; at least one.
pub fn dossier_json(statements: usize) -> String {
    let speakers = (SPEAKERS + statements / PER_SPEAKER).min(statements);
    let mut writer = Writer {
        chance: Chance(0x9E37_79B9_7F4A_7C15),
        speakers: (0..speakers).map(speaker).collect(),
        paragraphs: Vec::new(),
        lists: Lists::default(),
        used: [false; TOPICS.len()],
        written: 0,
    };
    while writer.written < statements {
        writer.paragraph(statements);
    }
    writer.finish()
}

/// Xorshift (Marsaglia 2003): small, and the same on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 16) % end as u64) as usize
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// Somebody who speaks.
struct Speaker {
    /// The name; the article's words for it are these after `article`.
    name: String,
    article: &'static str,
    kind: &'static str,
    identification: &'static str,
    /// The state whose official it is.
    party: Option<usize>,
}

/// Persons, bodies and unnamed officials, in turn.
fn speaker(position: usize) -> Speaker {
    let turn = position / 4;
    let (article, name, kind, identification, party) = match position % 4 {
        2 => {
            let name = format!("{} {}", PLACES[turn % 12], BODIES[turn / 12 % 6]);
            ("The ", name, "ngo", "named_group", None)
        }
        3 => {
            let state = turn % 4;
            let name = format!("{} {}", STATES[state], OFFICES[turn / 4 % 15]);
            ("A nameless ", name, "person", "unnamed_person", Some(state))
        }
        half => {
            let person = 2 * turn + half;
            let name = format!("{} {}", FIRST[person % 12], LAST[person / 12 % 14]);
            ("", name, "person", "named_person", None)
        }
    };
    Speaker { name, article, kind, identification, party }
}

/// What is said, with what is annotated in it.
struct Content {
    words: String,
    /// Its first words, which hold the statement's number: no other content begins so.
    head: String,
    topics: Vec<usize>,
    state: usize,
    place: usize,
    date: Option<Value>,
    mention: Option<Value>,
    figure: Option<Value>,
}

/// The dossier's long lists as JSON, their elements parted by commas.
#[derive(Default)]
struct Lists {
    statements: String,
    figures: String,
    background: String,
    relations: String,
}

struct Writer {
    chance: Chance,
    speakers: Vec<Speaker>,
    paragraphs: Vec<String>,
    lists: Lists,
    /// For each topic whether a statement has it.
    used: [bool; TOPICS.len()],
    written: usize,
}

impl Writer {
    fn paragraph(&mut self, statements: usize) {
        let number = self.paragraphs.len() + 1;
        let mut text = String::new();
        let mut speaker = None;
        for position in self.written..(self.written + PER_PARAGRAPH).min(statements) {
            // The first statements bring in each speaker, so that its name stands in the text.
            let is_new = position < self.speakers.len();
            let before = speaker.filter(|_| !is_new && self.chance.one_in(6));
            let who = match before {
                Some(before) => before,
                None if is_new => position,
                None => self.chance.below(self.speakers.len()),
            };
            self.statement(&mut text, number, who, before.is_some());
            speaker = Some(who);
        }
        text.push('.');
        if number.is_multiple_of(PER_BACKGROUND) {
            let words = format!("rain fell on {} for the day {number}", self.chance.of(&PLACES));
            let _ = write!(text, " Meanwhile {words}.");
            let words = json!({ "exact": words, "in": number });
            let why = "No source is given.";
            let item = json!({ "words": words, "voice": "reporter", "why": why });
            push(&mut self.lists.background, &item);
        }
        self.paragraphs.push(text);
    }

    /// Writes a sentence and its annotation; one that shares its source goes on from the one before.
    fn statement(&mut self, text: &mut String, passage: usize, who: usize, is_shared: bool) {
        self.written += 1;
        let number = self.written;
        let id = format!("s{number}");
        let (cue, kind) =
            if is_shared { ("adding that", "assertion") } else { self.chance.of(&CUES) };
        let content = self.content(number);
        let speaker = &self.speakers[who];
        let source = if is_shared {
            text.push_str(", ");
            json!({ "shared_with": format!("s{}", number - 1) })
        } else {
            text.push_str(if text.is_empty() { "" } else { ". " });
            let words = format!("{}{}", speaker.article, speaker.name);
            let _ = write!(text, "{words} ");
            let suffix = format!("{cue} {}", content.head);
            json!({ "words": { "exact": words, "suffix": suffix } })
        };
        let _ = write!(text, "{cue} {}", content.words);
        let cue = json!({ "exact": cue, "suffix": content.head });
        let mut statement = json!({
            "id": id,
            "gist": format!("Speaks of {}, item {number}.", TOPICS[content.topics[0]]),
            "passage": passage,
            "source": source,
            "cue": cue,
            "content": content.words,
            "speakers": [format!("a{who}")],
            "kind": { "is": kind, "evidence": cue },
            "channel": CHANNELS[number % CHANNELS.len()],
            "identification": { "is": speaker.identification },
            "topics": content.topics.iter().map(|topic| format!("t{topic}")).collect::<Vec<_>>(),
            "about": [format!("state{}", content.state)],
            "places": [format!("p{}", content.place)],
        });
        let via = self.via(text, number);
        let some = [("via", via), ("dates", content.date), ("mentions", content.mention)];
        for (field, value) in some {
            if let Some(value) = value {
                statement[field] = json!([value]);
            }
        }
        push(&mut self.lists.statements, &statement);
        if let Some(figure) = content.figure {
            push(&mut self.lists.figures, &figure);
        }
        if number.is_multiple_of(PER_RELATION) {
            let to = format!("s{}", number - 1);
            let relation =
                json!({ "from": id, "to": to, "kind": "elaborates", "note": "So we read it." });
            push(&mut self.lists.relations, &relation);
        }
    }

    fn content(&mut self, number: usize) -> Content {
        let chance = &mut self.chance;
        let (subject, end) = (chance.of(&SUBJECTS), chance.of(&ENDS));
        let (state, place) = (chance.below(STATES.len()), chance.below(PLACES.len()));
        let mut topics = vec![chance.below(TOPICS.len())];
        if chance.one_in(3) {
            topics.push((topics[0] + 1) % TOPICS.len());
        }
        // Content that quotes no words of its own may stand in quotation marks as a whole.
        let is_direct = !end.contains('“') && chance.one_in(4);
        let head = format!("{}{subject} left item {number}", if is_direct { "“" } else { "" });
        let mut words = head.clone();
        let date = chance.one_in(4).then(|| {
            let (month, day) = (chance.below(MONTHS.len()), 1 + chance.below(28));
            let said = format!("{day} {} 2025", MONTHS[month]);
            let _ = write!(words, " of {said}");
            let quote = json!({ "exact": said, "prefix": format!("item {number} of") });
            json!({ "edtf": format!("2025-{:02}-{day:02}", month + 1), "words": quote })
        });
        topics.iter().for_each(|topic| self.used[*topic] = true);
        let subjects: Vec<&str> = topics.iter().map(|topic| TOPICS[*topic]).collect();
        let _ = write!(words, " on {} with {}", subjects.join(" and "), STATES[state]);
        let figure = chance.one_in(10).then(|| {
            let value = 2 + chance.below(9_000);
            let _ = write!(words, " for {value} families of item {number}");
            json!({
                "id": format!("f{number}"),
                "statement": format!("s{number}"),
                "words": { "exact": value.to_string(), "suffix": format!("families of item {number}") },
                "value": value,
                "bound": "exact",
                "unit": "families",
                "counted": { "exact": "families", "suffix": format!("of item {number}") },
                "places": [{ "place": format!("p{place}") }],
            })
        });
        let _ = write!(words, " in {} {end}{}", PLACES[place], if is_direct { "”" } else { "" });
        let mention = (subject == SUBJECTS[0]).then(|| {
            let quote = json!({ "exact": subject, "suffix": format!("left item {number}") });
            let actors = [format!("state{state}"), format!("state{}", (state + 1) % STATES.len())];
            json!({ "words": quote, "actors": actors, "note": "Our reading." })
        });
        Content { words, head, topics, state, place, date, mention, figure }
    }

    /// One statement in three comes through a relay.
    fn via(&mut self, text: &mut String, number: usize) -> Option<Value> {
        let relay = self.chance.below(3 * RELAYS.len());
        let words = format!("{} reported on item {number}", RELAYS.get(relay)?);
        let _ = write!(text, ", {words}");
        Some(json!({ "actor": format!("relay{relay}"), "role": "reported", "evidence": words }))
    }

    fn finish(self) -> String {
        let mut topics = named("t", &TOPICS, |id, label| json!({ "id": id, "label": label }));
        let mut used = self.used.into_iter();
        topics.retain(|_| used.next().unwrap_or_default());
        let head = json!({
            "format": 1,
            "id": format!("made-{}", self.written),
            "title": "A dossier made to size",
            "summary": "Made by a program, to see how the explorer fares.",
            "annotation": { "by": "A program", "date": "2026-01-06", "method": "By chance." },
            "article": {
                "outlet": "outlet",
                "published": "2026-01-06",
                "language": "en",
                "rights": { "holder": "Nobody", "notice": "Made by a program." },
                "dateline": "2026-01-06 The Gazette - Port Amber",
                "paragraphs": self.paragraphs,
            },
            "topics": topics,
            "places": named("p", &PLACES, |id, name| json!({ "id": id, "name": noted(name) })),
            "actors": actors(&self.speakers),
        });
        let head = head.to_string();
        let Lists { statements, figures, background, relations } = self.lists;
        format!(
            "{},\n\"statements\":[{statements}],\n\"figures\":[{figures}],\n\
             \"background\":[{background}],\n\"relations\":[{relations}]}}\n",
            head.strip_suffix('}').unwrap_or(&head)
        )
    }
}

fn actors(speakers: &[Speaker]) -> Vec<Value> {
    let mut actors = vec![json!({ "id": "outlet", "name": "The Gazette", "kind": "media" })];
    actors.extend(named("state", &STATES, |id, name| {
        let party = json!({ "actor": id, "basis": "self" });
        json!({ "id": id, "name": noted(name), "kind": "state", "party": party })
    }));
    actors.extend(named(
        "relay",
        &RELAYS,
        |id, name| json!({ "id": id, "name": noted(name), "kind": "media" }),
    ));
    actors.extend(speakers.iter().enumerate().map(|(position, speaker)| {
        let id = format!("a{position}");
        let mut actor = json!({ "id": id, "name": speaker.name, "kind": speaker.kind });
        if let Some(state) = speaker.party {
            actor["party"] = json!({ "actor": format!("state{state}"), "basis": "official_of" });
        }
        actor
    }));
    actors
}

/// An element for each name, with an id that begins so.
fn named(id: &str, names: &[&str], element: impl Fn(String, &str) -> Value) -> Vec<Value> {
    let numbered = names.iter().enumerate();
    numbered.map(|(position, name)| element(format!("{id}{position}"), name)).collect()
}

/// A name that a small dossier may not hold.
fn noted(name: &str) -> Value {
    json!({ "is": name, "note": "Not in each text." })
}

fn push(list: &mut String, element: &Value) {
    if !list.is_empty() {
        list.push_str(",\n");
    }
    list.push_str(&element.to_string());
}
