//! Dossiers that grow in one respect: the number of statements in a paragraph, of speakers of a
//! statement, of dates, and so on. Time and size must grow with them, not with their square.

use serde_json::{Map, Value, json};

/// A series of dossiers, by the number that grows.
pub struct Series {
    /// Its name.
    pub name: &'static str,
    /// Makes the dossier of a size.
    pub make: fn(usize) -> Value,
    /// True if the dossiers have errors, so that only loading them is of interest.
    pub is_broken: bool,
}

/// All series.
pub const ALL: &[Series] = &[
    good("statements of a paragraph each", paragraphs),
    good("statements in one paragraph", one_paragraph),
    good("statements in one paragraph, not ASCII", accented),
    good("statements in the same words", same_words),
    good("statements in overlapping words", overlapping_words),
    good("sources shared with the first", shared_with_first),
    good("sources shared with the one before", shared_in_chain),
    good("topics", topics),
    good("sides and topics", sides),
    good("party of a party of a party", party_chain),
    good("speakers of a statement", joint),
    good("hops of a chain", hops),
    good("actors of the same name", namesakes),
    good("relations", relations),
    good("relations of one statement", star),
    good("dates far apart", dates),
    good("figures of a statement", figures),
    good("pieces of content", pieces),
    good("mentions of a statement", mentions),
    good("quoted titles", titles),
    good("quotations in one paragraph", quotations),
    good("background words", background),
    good("words of evidence", evidence),
    good("corrections", corrections),
    good("words of a statement", long_content),
    good("quotes that occur often", ambiguous),
    bad("quotes that do not occur", missing),
    good("prefixes of repeated words", prefixes),
    bad("unknown ids", unknown_ids),
    bad("unknown fields", unknown_fields),
];

const fn good(name: &'static str, make: fn(usize) -> Value) -> Series {
    Series { name, make, is_broken: false }
}

const fn bad(name: &'static str, make: fn(usize) -> Value) -> Series {
    Series { name, make, is_broken: true }
}

/// Returns a dossier with these paragraphs and statements, and other fields that replace its own.
fn dossier(paragraphs: Value, statements: Value, fields: Value) -> Value {
    let mut dossier = json!({
        "format": 1,
        "id": "growing",
        "title": "Harbour talks",
        "summary": "Many people speak.",
        "annotation": { "by": "A. Tester", "date": "2026-02-03", "method": "Generated" },
        "article": {
            "outlet": "wire",
            "published": "2026-02-01",
            "language": "en",
            "rights": { "holder": "The Wire", "notice": "Made up" },
            "dateline": "Port Alba, 1 February 2026 (The Wire)",
            "paragraphs": paragraphs,
        },
        "actors": [
            { "id": "wire", "name": "The Wire", "kind": "media" },
            { "id": "lund", "name": { "is": "Ada Lund", "note": "Made up" }, "kind": "person" },
        ],
        "statements": statements,
    });
    merge(&mut dossier, fields);
    dossier
}

/// Adds fields to an object, and to the objects and lists in it.
fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (name, value) in from {
                merge(into.entry(name).or_insert(Value::Null), value);
            }
        }
        (Value::Array(into), Value::Array(from)) => into.extend(from),
        (into, from) => *into = from,
    }
}

/// Returns a statement. The paragraph is numbered from 1.
fn statement(number: usize, paragraph: usize, words: [Value; 3], fields: Value) -> Value {
    let [source, cue, content] = words;
    let mut statement = json!({
        "id": format!("s{number}"),
        "gist": "Says so.",
        "passage": paragraph,
        "source": { "words": source },
        "cue": cue,
        "content": content,
        "speakers": ["lund"],
        "kind": "assertion",
        "channel": "not_stated",
        "identification": { "is": "named_person" },
    });
    if let (Value::Object(statement), Value::Object(fields)) = (&mut statement, fields) {
        statement.extend(fields);
    }
    statement
}

/// The sentence of a statement with a number.
fn sentence(number: usize) -> String {
    format!(
        "Envoy{number} told{number} reporters that quay{number} is shut until the end of spring."
    )
}

fn spoken(number: usize, paragraph: usize, fields: Value) -> Value {
    let words = ["Envoy", "told", "quay"].map(|word| format!("{word}{number}"));
    let [source, cue, content] = words.map(Value::from);
    let content = format!("{} is shut", content.as_str().unwrap_or_default());
    statement(number, paragraph, [source, cue, content.into()], fields)
}

fn list<T: Into<Value>>(size: usize, item: impl FnMut(usize) -> T) -> Value {
    (0..size).map(item).map(Into::into).collect::<Vec<Value>>().into()
}

/// Returns a dossier with a paragraph for each of its statements.
fn of(size: usize, fields: impl Fn(usize) -> Value, others: Value) -> Value {
    let statements = list(size, |number: usize| spoken(number, number + 1, fields(number)));
    dossier(list(size, sentence), statements, others)
}

/// Returns people with ids that begin with `p`.
fn people(size: usize, fields: impl Fn(usize) -> Value) -> Value {
    list(size, |number: usize| {
        let name = json!({ "is": format!("Person {number}"), "note": "Made up" });
        let mut person = json!({ "id": format!("p{number}"), "name": name, "kind": "person" });
        merge(&mut person, fields(number));
        person
    })
}

fn none(_: usize) -> Value {
    json!({})
}

fn paragraphs(size: usize) -> Value {
    of(size, none, json!({}))
}

fn one_paragraph(size: usize) -> Value {
    let text = (0..size).map(sentence).collect::<Vec<_>>().join(" ");
    dossier(json!([text]), list(size, |number: usize| spoken(number, 1, json!({}))), json!({}))
}

fn accented(size: usize) -> Value {
    let mut dossier = one_paragraph(size);
    let paragraph = &mut dossier["article"]["paragraphs"][0];
    *paragraph = format!("Ménage. {}", paragraph.as_str().unwrap_or_default()).into();
    dossier
}

fn same_words(size: usize) -> Value {
    let words = || ["Lund", "said", "the quay is shut"].map(Value::from);
    let statements = list(size, |number: usize| statement(number, 1, words(), json!({})));
    dossier(json!(["Lund said the quay is shut."]), statements, json!({}))
}

fn overlapping_words(size: usize) -> Value {
    let text = format!("Lund said {}.", numbered("w", size + 20));
    let statements = list(size, |number: usize| {
        let content = (number..number + 20).map(|at| format!("w{at}")).collect::<Vec<_>>();
        let words = ["Lund".into(), "said".into(), content.join(" ").into()];
        statement(number, 1, words, json!({}))
    });
    dossier(json!([text]), statements, json!({}))
}

/// Returns words that differ in their numbers.
fn numbered(word: &str, size: usize) -> String {
    (0..size).map(|number: usize| format!("{word}{number}")).collect::<Vec<_>>().join(" ")
}

fn shared_with_first(size: usize) -> Value {
    let first = |number: usize| {
        if number > 0 { json!({ "source": { "shared_with": "s0" } }) } else { json!({}) }
    };
    of(size, first, json!({}))
}

fn shared_in_chain(size: usize) -> Value {
    let before = |number: usize| match number.checked_sub(1) {
        Some(before) => json!({ "source": { "shared_with": format!("s{before}") } }),
        None => json!({}),
    };
    of(size, before, json!({}))
}

fn topics(size: usize) -> Value {
    let topics = list(
        size,
        |number: usize| json!({ "id": format!("t{number}"), "label": format!("T {number}") }),
    );
    of(
        size,
        |number: usize| json!({ "topics": [format!("t{number}")] }),
        json!({ "topics": topics }),
    )
}

fn sides(size: usize) -> Value {
    let own =
        |number: usize| json!({ "party": { "actor": format!("p{number}"), "basis": "self" } });
    let topics = list(
        size,
        |number: usize| json!({ "id": format!("t{number}"), "label": format!("T {number}") }),
    );
    let fields = |number: usize| json!({ "speakers": [format!("p{number}")], "topics": [format!("t{number}")] });
    of(size, fields, json!({ "actors": people(size, own), "topics": topics }))
}

fn party_chain(size: usize) -> Value {
    let above = |number: usize| match number + 1 == size {
        true => json!({ "party": { "actor": format!("p{number}"), "basis": "self" } }),
        false => {
            json!({ "party": { "actor": format!("p{}", number + 1), "basis": "official_of" } })
        }
    };
    let speaker = |number: usize| json!({ "speakers": [format!("p{number}")] });
    of(size, speaker, json!({ "actors": people(size, above) }))
}

fn joint(size: usize) -> Value {
    let all = list(size, |number: usize| format!("p{number}"));
    of(20, |_| json!({ "speakers": all.clone() }), json!({ "actors": people(size, none) }))
}

fn hops(size: usize) -> Value {
    let hop = |number: usize| json!({ "actor": format!("p{number}"), "role": "relayed", "note": "Made up" });
    let via = list(size, hop);
    of(2, |_| json!({ "via": via.clone() }), json!({ "actors": people(size, none) }))
}

fn namesakes(size: usize) -> Value {
    let same = |_| json!({ "name": { "is": "Jo Ek" } });
    of(
        20,
        |number: usize| json!({ "speakers": [format!("p{number}")] }),
        json!({ "actors": people(size.max(20), same) }),
    )
}

fn relations(size: usize) -> Value {
    let between = |number: usize| {
        let (from, step) = (number % size, number / size + 1);
        let ends = [format!("s{from}"), format!("s{}", (from + step) % size)];
        json!({ "from": ends[0], "to": ends[1], "kind": "contrasts", "note": "Made up" })
    };
    of(size, none, json!({ "relations": list(2 * size, between) }))
}

fn star(size: usize) -> Value {
    let to_first = |number: usize| {
        let from = format!("s{}", number + 1);
        json!({ "from": from, "to": "s0", "kind": "repeats", "note": "Made up" })
    };
    of(size, none, json!({ "relations": list(size - 1, to_first) }))
}

fn dates(size: usize) -> Value {
    let year = |number: usize| 1000 + number % 1000;
    let day = |number: usize| 1 + number / 1000 % 28;
    let text = |number: usize| {
        format!("{} It was {} May {}.", sentence(number), day(number), year(number))
    };
    let when = |number: usize| {
        let edtf = format!("{}-05-{:02}", year(number), day(number));
        json!({ "dates": [{ "edtf": edtf, "words": format!("{} May {}", day(number), year(number)) }] })
    };
    let statements = list(size, |number: usize| spoken(number, number + 1, when(number)));
    dossier(list(size, text), statements, json!({}))
}

/// Returns a dossier with one statement: Lund said these words.
fn one_statement(words: &str, content: Value, fields: Value, others: Value) -> Value {
    let words = format!("Lund said {words}.");
    let said = statement(0, 1, ["Lund".into(), "said".into(), content], fields);
    dossier(json!([words]), json!([said]), others)
}

fn figures(size: usize) -> Value {
    let words = (0..size).map(|number: usize| format!("c{number} {} boats", number + 1_000_000));
    let words = words.collect::<Vec<_>>().join(" ");
    let figure = |number: usize| {
        json!({
            "id": format!("f{number}"), "statement": "s0", "value": number + 1_000_000,
            "words": (number + 1_000_000).to_string(), "bound": "exact", "unit": "boat",
            "counted": format!("c{number}"),
        })
    };
    let figures = json!({ "figures": list(size, figure) });
    one_statement(&words.clone(), words.into(), json!({}), figures)
}

fn pieces(size: usize) -> Value {
    let words =
        (0..size).map(|number: usize| format!("w{number} of it")).collect::<Vec<_>>().join(" ");
    one_statement(&words, list(size, |number: usize| format!("w{number}")), json!({}), json!({}))
}

fn mentions(size: usize) -> Value {
    let words = numbered("w", size);
    let of = |number: usize| json!({ "words": format!("w{number}"), "actors": [format!("p{}", number / 2)] });
    let mentions = json!({ "mentions": list(size, of) });
    let actors = json!({ "actors": people(size / 2 + 1, none) });
    one_statement(&words.clone(), words.into(), mentions, actors)
}

fn titles(size: usize) -> Value {
    let words =
        (0..size).map(|number: usize| format!("“w{number}” and")).collect::<Vec<_>>().join(" ");
    let titles =
        json!({ "article": { "quoted_titles": list(size, |number: usize| format!("w{number}")) } });
    one_statement(&words, "w0".into(), json!({}), titles)
}

fn quotations(size: usize) -> Value {
    let words =
        (0..size).map(|number: usize| format!("“w{number}” and")).collect::<Vec<_>>().join(" ");
    let words = format!("Lund said {words} so on.");
    let statements = list(size, |number: usize| {
        let content = format!("w{number}").into();
        statement(number, 1, ["Lund".into(), "said".into(), content], json!({}))
    });
    dossier(json!([words]), statements, json!({}))
}

fn background(size: usize) -> Value {
    let words = numbered("w", size + 1);
    let voice = |number: usize| if number.is_multiple_of(2) { "reporter" } else { "unclear" };
    let part = |number: usize| json!({ "words": format!("w{number}"), "voice": voice(number), "why": "Made up" });
    let parts = json!({ "background": list(size, part) });
    one_statement(&words.clone(), words.into(), json!({}), parts)
}

fn evidence(size: usize) -> Value {
    let evidence = list(size, |number: usize| format!("w{number}"));
    let kind = json!({ "kind": { "is": "demand", "evidence": evidence } });
    one_statement(&numbered("w", size), "w0".into(), kind, json!({}))
}

fn corrections(size: usize) -> Value {
    let listed = list(20, |number: usize| format!("s{number}"));
    let correction = |number: usize| {
        let what = format!("Change {number}");
        json!({ "on": "2026-02-03", "of": "text", "what": what, "statements": listed.clone() })
    };
    of(20, none, json!({ "corrections": list(size, correction) }))
}

fn long_content(size: usize) -> Value {
    let words = "the quay is “shut” ".repeat(size);
    let words = words.trim();
    one_statement(words, words.into(), json!({}), json!({}))
}

/// The same words, again and again.
fn repeated(size: usize) -> Value {
    json!([format!("Lund said {}end.", "so ".repeat(5 * size))])
}

fn ambiguous(size: usize) -> Value {
    let words = || ["Lund", "said", "so so"].map(Value::from);
    dossier(repeated(size), list(size, |n| statement(n, 1, words(), json!({}))), json!({}))
}

fn missing(size: usize) -> Value {
    let words = |number: usize| ["Lund".into(), "said".into(), format!("thus so {number}").into()];
    dossier(repeated(size), list(size, |n| statement(n, 1, words(n), json!({}))), json!({}))
}

fn prefixes(size: usize) -> Value {
    let content = json!({ "exact": "so", "prefix": "so ".repeat(100), "suffix": "end" });
    let words = || ["Lund".into(), "said".into(), content.clone()];
    dossier(repeated(size), list(size, |n| statement(n, 1, words(), json!({}))), json!({}))
}

fn unknown_ids(size: usize) -> Value {
    let speakers = list(size, |number: usize| format!("nobody{number}"));
    of(2, |_| json!({ "speakers": speakers.clone() }), json!({}))
}

fn unknown_fields(size: usize) -> Value {
    let fields = (0..size).map(|number: usize| (format!("kinda{number}"), json!(1)));
    let fields = Value::from(fields.collect::<Map<_, _>>());
    of(2, |_| fields.clone(), json!({}))
}
