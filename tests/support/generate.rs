//! Generated dossiers of any size, as JSON. The same size always gives the same text.
//!
//! They resemble dossiers that people write: paragraphs with a few attributions, quotes with
//! prefixes and suffixes, shared sources, quotations, dates and figures. Tests and benchmarks use
//! them.

// The file is also included from outside of this folder, so the path must be explicit.
#[path = "generate/words.rs"]
mod words;

use serde_json::{Value, json};
use std::fmt::Write;
use words::{
    BODIES, CHANNELS, CUES, ENDS, FIRST, LAST, MONTHS, OFFICES, PLACES, RELAYS, STATES, SUBJECTS,
    TOPICS,
};

/// Number of attributions in a paragraph.
const PER_PARAGRAPH: usize = 4;

/// One in this many paragraphs ends with unattributed words.
const PER_BACKGROUND: usize = 10;

/// One in this many statements is related to the one before.
const PER_RELATION: usize = 50;

/// Minimum number of speakers.
const MIN_SPEAKERS: usize = 40;

/// Number of statements for each further speaker.
const PER_SPEAKER: usize = 500;

/// Returns the JSON of a dossier with a number of statements, at least one.
pub fn dossier_json(statements: usize) -> String {
    let speakers = (MIN_SPEAKERS + statements / PER_SPEAKER).min(statements);
    let mut writer = Writer {
        random: Random(0x9E37_79B9_7F4A_7C15),
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

/// A pseudo-random generator (xorshift, Marsaglia 2003) with the same results on all machines.
struct Random(u64);

impl Random {
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

/// A speaker of statements.
struct Speaker {
    /// The name. In the text, `article` precedes it.
    name: String,
    article: &'static str,
    kind: &'static str,
    identification: &'static str,
    /// The state that it is an official of.
    party: Option<usize>,
}

/// Returns a person, an organisation or an unnamed official, in turn.
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

/// The content of a statement, with its annotation.
struct Content {
    words: String,
    /// Its first words, which are unique because they contain the statement's number.
    head: String,
    topics: Vec<usize>,
    state: usize,
    place: usize,
    date: Option<Value>,
    mention: Option<Value>,
    figure: Option<Value>,
}

/// The long lists of the dossier, as JSON elements separated by commas.
#[derive(Default)]
struct Lists {
    statements: String,
    figures: String,
    background: String,
    relations: String,
}

struct Writer {
    random: Random,
    speakers: Vec<Speaker>,
    paragraphs: Vec<String>,
    lists: Lists,
    /// True for each topic that a statement has.
    used: [bool; TOPICS.len()],
    written: usize,
}

impl Writer {
    fn paragraph(&mut self, statements: usize) {
        let number = self.paragraphs.len() + 1;
        let mut text = String::new();
        let mut speaker = None;
        for position in self.written..(self.written + PER_PARAGRAPH).min(statements) {
            // The first statements introduce all speakers, so that their names are in the text.
            let is_new = position < self.speakers.len();
            let before = speaker.filter(|_| !is_new && self.random.one_in(6));
            let who = match before {
                Some(before) => before,
                None if is_new => position,
                None => self.random.below(self.speakers.len()),
            };
            self.statement(&mut text, number, who, before.is_some());
            speaker = Some(who);
        }
        text.push('.');
        if number.is_multiple_of(PER_BACKGROUND) {
            let words = format!("rain fell on {} for the day {number}", self.random.of(&PLACES));
            let _ = write!(text, " Meanwhile {words}.");
            let words = json!({ "exact": words, "in": number });
            let why = "No source is given.";
            let item = json!({ "words": words, "voice": "reporter", "why": why });
            push(&mut self.lists.background, &item);
        }
        self.paragraphs.push(text);
    }

    /// Writes a sentence and its annotation. If it shares its source, it continues the sentence
    /// before.
    fn statement(&mut self, text: &mut String, passage: usize, who: usize, is_shared: bool) {
        self.written += 1;
        let number = self.written;
        let id = format!("s{number}");
        let (cue, kind) =
            if is_shared { ("adding that", "assertion") } else { self.random.of(&CUES) };
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
            "gist": format!("Comments on {}, item {number}.", TOPICS[content.topics[0]]),
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
                json!({ "from": id, "to": to, "kind": "elaborates", "note": "An inference." });
            push(&mut self.lists.relations, &relation);
        }
    }

    fn content(&mut self, number: usize) -> Content {
        let random = &mut self.random;
        let (subject, end) = (random.of(&SUBJECTS), random.of(&ENDS));
        let (state, place) = (random.below(STATES.len()), random.below(PLACES.len()));
        let mut topics = vec![random.below(TOPICS.len())];
        if random.one_in(3) {
            topics.push((topics[0] + 1) % TOPICS.len());
        }
        // Content without a quotation inside it may be a quotation as a whole.
        let is_direct = !end.contains('“') && random.one_in(4);
        let head = format!("{}{subject} left item {number}", if is_direct { "“" } else { "" });
        let mut words = head.clone();
        let date = random.one_in(4).then(|| {
            let (month, day) = (random.below(MONTHS.len()), 1 + random.below(28));
            let said = format!("{day} {} 2025", MONTHS[month]);
            let _ = write!(words, " of {said}");
            let quote = json!({ "exact": said, "prefix": format!("item {number} of") });
            json!({ "edtf": format!("2025-{:02}-{day:02}", month + 1), "words": quote })
        });
        topics.iter().for_each(|topic| self.used[*topic] = true);
        let subjects: Vec<&str> = topics.iter().map(|topic| TOPICS[*topic]).collect();
        let _ = write!(words, " on {} with {}", subjects.join(" and "), STATES[state]);
        let figure = random.one_in(10).then(|| {
            let value = 2 + random.below(9_000);
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
            json!({ "words": quote, "actors": actors, "note": "An inference." })
        });
        Content { words, head, topics, state, place, date, mention, figure }
    }

    /// Adds a relay to one in three statements.
    fn via(&mut self, text: &mut String, number: usize) -> Option<Value> {
        let relay = self.random.below(3 * RELAYS.len());
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
            "title": "A generated dossier",
            "summary": "Generated to test the explorer with a large dossier.",
            "annotation": { "by": "A program", "date": "2026-01-06", "method": "At random." },
            "article": {
                "outlet": "outlet",
                "published": "2026-01-06",
                "language": "en",
                "rights": { "holder": "Nobody", "notice": "Generated by a program." },
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

/// Makes an element for each name. Their ids are `id` and a number.
fn named(id: &str, names: &[&str], element: impl Fn(String, &str) -> Value) -> Vec<Value> {
    let numbered = names.iter().enumerate();
    numbered.map(|(position, name)| element(format!("{id}{position}"), name)).collect()
}

/// Makes a name with a note, because a small dossier may not contain it.
fn noted(name: &str) -> Value {
    json!({ "is": name, "note": "Not in all generated texts." })
}

fn push(list: &mut String, element: &Value) {
    if !list.is_empty() {
        list.push_str(",\n");
    }
    list.push_str(&element.to_string());
}
