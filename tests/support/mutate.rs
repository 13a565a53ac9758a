//! Property tests, and random ways to break a file: its bytes, and its JSON.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

/// A way to break bytes. Positions are fractions of the length, in 65536ths.
#[derive(Debug, Clone)]
pub enum Cut {
    Delete(u16, u8),
    Duplicate(u16, u8),
    Swap(u16, u16, u8),
    Truncate(u16),
    Insert(u16, Vec<u8>),
}

/// A way to break a JSON value. The position is a fraction of the number of values, in 65536ths.
#[derive(Debug, Clone)]
pub struct Edit {
    place: u16,
    change: Change,
}

#[derive(Debug, Clone)]
enum Change {
    Delete,
    Duplicate,
    Rename(String),
    Put(Value),
    /// Replaces the value by a copy of another one.
    Copy(u16),
    /// Adds to a number, such as an offset of a published quote.
    Shift(i8),
}

/// Texts that are likely to cause trouble.
fn strings() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "",
            " ",
            "\n",
            "\r",
            "\t",
            "\u{feff}",
            "\u{202e}",
            "\u{0}",
            "e\u{301}",
            "👩‍👩‍👧",
            "«",
            "”",
            "\"",
            "a",
            "of",
            "the",
            "Israel",
            "said",
            "self",
            "about",
            "talks",
            "2026",
            "2026-01-06",
            "Y170000002",
            "-9999/..",
            "[..2024]",
            "2026-13",
            "hundred hundred million trillion",
            "999999999999999999",
            "[",
            "{",
            "]]]",
            "</script>",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,12}",
        any::<String>(),
    ]
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (0_u64..400).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        strings().prop_map(Value::from),
        prop::collection::vec(strings(), 0..3).prop_map(Value::from),
        Just(Value::Object(serde_json::Map::new())),
        strings().prop_map(|exact| serde_json::json!({ "exact": exact, "in": 1 })),
    ]
}

/// Checks a property for a number of generated values, which are the same in every run.
pub fn law<S: Strategy>(cases: u32, values: &S, property: impl Fn(S::Value) -> Result<(), String>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let run = runner.run(values, |value| property(value).map_err(TestCaseError::fail));
    run.unwrap_or_else(|error| panic!("{error}"));
}

/// Generates ways to break bytes.
pub fn cut() -> impl Strategy<Value = Cut> {
    let at = any::<u16>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(a, n)| Cut::Delete(a, n)),
        (at(), any::<u8>()).prop_map(|(a, n)| Cut::Duplicate(a, n)),
        (at(), at(), any::<u8>()).prop_map(|(a, b, n)| Cut::Swap(a, b, n)),
        at().prop_map(Cut::Truncate),
        (at(), prop::collection::vec(any::<u8>(), 1..6)).prop_map(|(a, new)| Cut::Insert(a, new)),
        (at(), strings()).prop_map(|(a, new)| Cut::Insert(a, new.into_bytes())),
    ]
}

/// Generates ways to break JSON.
pub fn edit() -> impl Strategy<Value = Edit> {
    let change = prop_oneof![
        Just(Change::Delete),
        Just(Change::Duplicate),
        strings().prop_map(Change::Rename),
        values().prop_map(Change::Put),
        any::<u16>().prop_map(Change::Copy),
        any::<i8>().prop_map(Change::Shift),
    ];
    (any::<u16>(), change).prop_map(|(place, change)| Edit { place, change })
}

/// Converts a fraction in 65536ths to a position.
fn place(fraction: u16, length: usize) -> usize {
    usize::from(fraction) * length / 65_536
}

impl Cut {
    /// Breaks the bytes.
    pub fn apply(&self, bytes: &mut Vec<u8>) {
        let length = bytes.len();
        let range = |at: u16, count: u8| {
            let start = place(at, length);
            start..(start + usize::from(count)).min(length)
        };
        match self {
            Self::Delete(at, count) => drop(bytes.drain(range(*at, *count))),
            Self::Duplicate(at, count) => {
                let range = range(*at, *count);
                let copy = bytes[range.clone()].to_vec();
                bytes.splice(range.start..range.start, copy);
            }
            Self::Swap(first, second, count) => {
                let (first, second) = (range(*first, *count), range(*second, *count));
                for (a, b) in first.zip(second) {
                    bytes.swap(a, b);
                }
            }
            Self::Truncate(at) => bytes.truncate(place(*at, length)),
            Self::Insert(at, new) => {
                let at = place(*at, length);
                bytes.splice(at..at, new.iter().copied());
            }
        }
    }
}

impl Edit {
    /// Breaks the JSON value.
    pub fn apply(&self, root: &mut Value) {
        let count = count(root);
        let copy = match &self.change {
            Change::Copy(from) => nth(root, &mut place(*from, count)).cloned(),
            _ => None,
        };
        let mut left = place(self.place, count);
        self.visit(root, &mut left, copy.as_ref());
    }

    /// Walks to the value that is `left` values away, and edits it. Returns true once it is
    /// reached.
    fn visit(&self, value: &mut Value, left: &mut usize, copy: Option<&Value>) -> bool {
        if *left == 0 {
            match (&self.change, &mut *value) {
                (Change::Put(new), _) => *value = new.clone(),
                (Change::Copy(_), _) => *value = copy.cloned().unwrap_or(Value::Null),
                (Change::Shift(by), Value::Number(number)) => {
                    let moved = number.as_i64().unwrap_or_default().saturating_add((*by).into());
                    *value = moved.into();
                }
                _ => {}
            }
            return true;
        }
        *left -= 1;
        match value {
            Value::Array(list) => self.visit_list(list, left, copy),
            Value::Object(fields) => self.visit_fields(fields, left, copy),
            _ => false,
        }
    }

    fn visit_list(&self, list: &mut Vec<Value>, left: &mut usize, copy: Option<&Value>) -> bool {
        for position in 0..list.len() {
            let is_here = *left == 0;
            if !self.visit(&mut list[position], left, copy) {
                continue;
            }
            match self.change {
                Change::Delete if is_here => drop(list.remove(position)),
                Change::Duplicate if is_here => list.insert(position, list[position].clone()),
                _ => {}
            }
            return true;
        }
        false
    }

    fn visit_fields(
        &self,
        fields: &mut serde_json::Map<String, Value>,
        left: &mut usize,
        copy: Option<&Value>,
    ) -> bool {
        let names: Vec<String> = fields.keys().cloned().collect();
        for name in names {
            let is_here = *left == 0;
            let Some(value) = fields.get_mut(&name) else { continue };
            if !self.visit(value, left, copy) {
                continue;
            }
            match &self.change {
                Change::Delete if is_here => drop(fields.remove(&name)),
                Change::Rename(new) if is_here => {
                    let value = fields.remove(&name).unwrap_or_default();
                    fields.insert(new.clone(), value);
                }
                _ => {}
            }
            return true;
        }
        false
    }
}

fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Array(list) => Box::new(list.iter()),
        Value::Object(fields) => Box::new(fields.values()),
        _ => Box::new(std::iter::empty()),
    }
}

fn count(value: &Value) -> usize {
    1 + children(value).map(count).sum::<usize>()
}

fn nth<'v>(value: &'v Value, left: &mut usize) -> Option<&'v Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    children(value).find_map(|child| nth(child, left))
}
