//! Each kind of page as assistive technology reads it, in Chromium: headings, landmarks and names.
//! `target/ax/` keeps the trees as text, to be read from top to bottom.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::pages::{APP_PAGES, COMPARE, EMBED, EXPORT, LIST, NOWHERE, STATIC_PAGES};
use crate::reader::Reader;
use crate::scenario;
use crate::scenario::Scenario;
use crate::wait::{OrFailed, Outcome};

pub fn scenarios() -> Vec<Scenario> {
    let chromium = &[Engine::Chromium];
    vec![
        scenario!(lists_read_well_from_top_to_bottom).on(chromium),
        scenario!(other_pages_read_well_from_top_to_bottom).on(chromium).allow("404"),
    ]
}

/// Folder for the trees.
const FOLDER: &str = "target/ax";
/// Roles that need a name.
const NAMED: [&str; 10] = [
    "link",
    "button",
    "checkbox",
    "combobox",
    "searchbox",
    "textbox",
    "dialog",
    "image",
    "img",
    "SvgRoot",
];
/// States that are part of a line, if they are set.
const STATES: [&str; 5] = ["checked", "disabled", "expanded", "focused", "pressed"];

/// A node that assistive technology meets.
struct Node {
    depth: usize,
    role: String,
    name: String,
    level: Option<u64>,
    states: Vec<String>,
}

async fn lists_read_well_from_top_to_bottom(reader: &mut Reader) -> Outcome {
    let views = [
        format!("{LIST}?kind=accusation,-demand&speaker=syrian-official"),
        format!("{LIST}?q=timeline&kind=accusation"),
        format!("{COMPARE}?statement=focus-of-israel,focus-on-1974-agreement"),
        format!("{COMPARE}?topic=talks&party=israel,syria"),
    ];
    let mut faults = Vec::new();
    for path in APP_PAGES.into_iter().map(str::to_owned).chain(views) {
        reader.open(&path).await?;
        faults.extend(reads_well(reader, &path).await?);
    }
    assert_eq!(faults, Vec::<String>::new());
    Ok(())
}

async fn other_pages_read_well_from_top_to_bottom(reader: &mut Reader) -> Outcome {
    let mut faults = Vec::new();
    for path in STATIC_PAGES.into_iter().filter(|path| *path != EXPORT) {
        reader.goto(path).await?;
        reader.text("h1").await?;
        faults.extend(reads_well(reader, path).await?);
    }
    reader.open(NOWHERE).await?;
    faults.extend(reads_well(reader, NOWHERE).await?);
    assert_eq!(faults, Vec::<String>::new());
    Ok(())
}

/// Keeps the tree of a page and returns its faults.
async fn reads_well(reader: &Reader, path: &str) -> Outcome<Vec<String>> {
    let nodes = tree(reader).await?;
    keep(path, &nodes)?;
    let faults = names(&nodes).into_iter().chain(headings(&nodes)).chain(landmarks(path, &nodes));
    Ok(faults.map(|fault| format!("{path}: {fault}")).collect())
}

fn names(nodes: &[Node]) -> Vec<String> {
    let unnamed = nodes.iter().enumerate().filter(|(_, node)| {
        NAMED.contains(&node.role.as_str()) && !node.name.contains(char::is_alphanumeric)
    });
    let place = |index: usize| {
        let before = nodes[..index].iter().rfind(|node| !node.name.is_empty());
        before.map_or_else(|| "the top".to_owned(), Node::line)
    };
    unnamed.map(|(at, node)| format!("{} without a name after {}", node.role, place(at))).collect()
}

fn headings(nodes: &[Node]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut above = 0;
    for node in nodes.iter().filter(|node| node.role == "heading") {
        let level = node.level.unwrap_or_default();
        if level > above + 1 {
            faults.push(format!("{} follows a heading of level {above}", node.line()));
        }
        if !node.name.contains(char::is_alphanumeric) {
            faults.push(format!("a heading of level {level} is empty"));
        }
        above = level;
    }
    let first = nodes.iter().filter(|node| node.level == Some(1) && node.role == "heading").count();
    faults.extend((first != 1).then(|| format!("{first} headings of level 1")));
    faults
}

fn landmarks(path: &str, nodes: &[Node]) -> Vec<String> {
    // An embedded statement is part of another page, and a missing page has no sections.
    let expected: &[&str] = match path {
        EMBED | NOWHERE => &["main"],
        _ => &["banner", "navigation", "main", "contentinfo"],
    };
    let count = |role: &str| nodes.iter().filter(|node| node.role == role).count();
    let missing = expected.iter().filter(|role| count(role) == 0);
    let twice = ["banner", "main", "contentinfo"].into_iter().filter(|role| count(role) > 1);
    missing
        .map(|role| format!("no {role}"))
        .chain(twice.map(|role| format!("more than one {role}")))
        .collect()
}

/// Writes the tree of a page to a file, one line for each node.
fn keep(path: &str, nodes: &[Node]) -> Outcome {
    let name: String =
        path.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    let file = Path::new(FOLDER).join(format!("{}.txt", name.trim_matches('-')));
    let mut text = String::new();
    for node in nodes {
        let _ = writeln!(text, "{}{}", "  ".repeat(node.depth), node.line());
    }
    std::fs::create_dir_all(FOLDER)
        .and_then(|()| std::fs::write(&file, text))
        .or_failed(format_args!("write {}", file.display()))
}

/// Returns the nodes of the page in reading order.
async fn tree(reader: &Reader) -> Outcome<Vec<Node>> {
    let answer = reader.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let all = answer["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let by_id: HashMap<&str, &Value> =
        all.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let mut nodes = Vec::new();
    let root = all.iter().find(|node| node["parentId"].is_null()).ok_or("the tree has no root")?;
    visit(root, (0, ""), &by_id, &mut nodes);
    Ok(nodes)
}

/// Adds a node and all below it. `above` is the depth and the name of the node that they belong to.
fn visit(node: &Value, above: (usize, &str), by_id: &HashMap<&str, &Value>, nodes: &mut Vec<Node>) {
    let depth = above.0;
    let name = text(&node["name"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let below = match text(&node["role"]) {
        // Lines of a text.
        "InlineTextBox" => return,
        "StaticText" => return say(name, above, nodes),
        // Elements without a meaning of their own.
        "none" | "generic" => above,
        _ if node["ignored"] == true => above,
        role => {
            nodes.push(described(node, role, depth, name.clone()));
            (depth + 1, name.as_str())
        }
    };
    let children = node["childIds"].as_array().map(Vec::as_slice).unwrap_or_default();
    for child in children.iter().filter_map(|id| by_id.get(id.as_str()?)) {
        visit(child, below, by_id, nodes);
    }
}

/// Returns the text of a role or a name.
fn text(value: &Value) -> &str {
    value["value"].as_str().unwrap_or_default()
}

/// Adds a text to the one before it, unless it repeats the name of what it belongs to.
fn say(text: String, (depth, owner): (usize, &str), nodes: &mut Vec<Node>) {
    if text.is_empty() || owner.contains(&text) {
        return;
    }
    match nodes.last_mut() {
        Some(before) if before.role == "text" && before.depth == depth => {
            before.name.push(' ');
            before.name.push_str(&text);
        }
        _ => nodes.push(Node {
            depth,
            role: "text".to_owned(),
            name: text,
            level: None,
            states: Vec::new(),
        }),
    }
}

fn described(node: &Value, role: &str, depth: usize, name: String) -> Node {
    let properties = node["properties"].as_array().map(Vec::as_slice).unwrap_or_default();
    let property = |name: &str| {
        let found = properties.iter().find(|property| property["name"] == name);
        found.map_or(&Value::Null, |property| &property["value"]["value"])
    };
    let is_set = |value: &Value| match value {
        Value::Bool(value) => *value,
        Value::String(value) => value != "false",
        _ => false,
    };
    let states = STATES.into_iter().filter(|state| is_set(property(state)));
    Node {
        depth,
        role: role.to_owned(),
        name,
        level: property("level").as_u64(),
        states: states.map(str::to_owned).collect(),
    }
}

impl Node {
    fn line(&self) -> String {
        let mut line = self.role.clone();
        if let Some(level) = self.level {
            let _ = write!(line, " {level}");
        }
        if !self.name.is_empty() {
            let _ = write!(line, " “{}”", self.name);
        }
        for state in &self.states {
            let _ = write!(line, " ({state})");
        }
        line
    }
}
