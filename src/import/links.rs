//! From marked spans and the links between them to attributions.
//!
//! Tools link spans in two ways. An event (a *hub*) lists the spans that take part in it, each in
//! a role. A relation links two spans. Here both become attributions; what makes none is reported.

use super::document::{Attribution, Document, FindingCode, Piece, Place, Speaker};
use super::labels::Part;
use std::collections::BTreeSet;

/// A span that a tool marked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Node {
    /// The part that its label stands for.
    pub part: Option<Part>,
    /// Its label, for reports.
    pub label: String,
    /// Its pieces. Empty if its words are not at its offsets, which was reported.
    pub pieces: Vec<Piece>,
    /// Where it was read.
    pub place: Place,
    /// What else the file says of it.
    pub notes: Vec<String>,
    /// Who it refers to.
    pub speaker: Option<Speaker>,
    /// True if its label is left out without being reported.
    pub is_ignored: bool,
}

/// A link between two spans.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The positions of the spans.
    pub ends: (usize, usize),
    /// Where it was read.
    pub place: Place,
    /// Its label.
    pub label: String,
}

/// An event: spans that make one attribution together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hub {
    /// The spans, each with its part in the attribution.
    pub members: Vec<(Part, usize)>,
    /// Where it was read.
    pub place: Place,
    /// What else the file says of it.
    pub notes: Vec<String>,
}

/// The spans of a document and what links them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graph {
    /// The spans, in the order of the file.
    pub nodes: Vec<Node>,
    /// The links.
    pub links: Vec<Link>,
    /// The events.
    pub hubs: Vec<Hub>,
}

impl Graph {
    /// Adds the attributions to a document, and a finding for everything that makes none.
    pub fn resolve(mut self, document: &mut Document) {
        let has_links = !self.links.is_empty() || !self.hubs.is_empty();
        let mut used = BTreeSet::new();
        for hub in std::mem::take(&mut self.hubs) {
            used.extend(hub.members.iter().map(|(_, node)| *node));
            self.add(&hub, document);
        }
        let groups = self.groups();
        for hub in self.hubs_of_links(&groups, &mut used) {
            self.add(&hub, document);
        }
        for (position, node) in self.nodes.iter().enumerate() {
            // Spans that do not fit the text have been reported.
            if used.contains(&position) || node.is_ignored || node.pieces.is_empty() {
                continue;
            }
            match node.part {
                // Without any links, each content is a statement of its own.
                Some(Part::Content) if !has_links => {
                    let members = vec![(Part::Content, position)];
                    let hub = Hub { members, place: node.place.clone(), notes: Vec::new() };
                    self.add(&hub, document);
                }
                Some(part) => {
                    let message = format!("the {} is in no attribution", part.name());
                    document.find(FindingCode::Unattached, &node.place, message);
                }
                None => {
                    let message = format!("no part is mapped to \"{}\"", node.label);
                    document.find(FindingCode::UnknownLabel, &node.place, message);
                }
            }
        }
        for link in &self.links {
            let (from, to) = link.ends;
            if !(used.contains(&from) && used.contains(&to)) {
                let message = format!("the link \"{}\" makes no attribution", link.label);
                document.find(FindingCode::UnusedLink, &link.place, message);
            }
        }
    }

    /// Adds the attribution of a hub.
    fn add(&self, hub: &Hub, document: &mut Document) {
        let mut attribution = Attribution {
            place: hub.place.clone(),
            notes: hub.notes.clone(),
            ..Default::default()
        };
        for (part, position) in &hub.members {
            let node = &self.nodes[*position];
            attribution.part_mut(*part).extend(node.pieces.iter().cloned());
            attribution.notes.extend(node.notes.iter().cloned());
            if *part == Part::Source && attribution.speaker.is_none() {
                attribution.speaker.clone_from(&node.speaker);
            }
        }
        document.attributions.push(attribution);
    }

    /// Returns the group of each span: spans of the same part that are linked are pieces of one.
    fn groups(&self) -> Vec<usize> {
        let mut group: Vec<usize> = (0..self.nodes.len()).collect();
        for link in &self.links {
            let (from, to) = link.ends;
            if self.nodes[from].part.is_some() && self.nodes[from].part == self.nodes[to].part {
                let (kept, other) = (group[from].min(group[to]), group[from].max(group[to]));
                group.iter_mut().filter(|it| **it == other).for_each(|it| *it = kept);
            }
        }
        group
    }

    /// Makes the attributions of the links: one for each cue, and one for each content without a cue.
    fn hubs_of_links(&self, group: &[usize], used: &mut BTreeSet<usize>) -> Vec<Hub> {
        let mut beside: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); self.nodes.len()];
        for link in &self.links {
            let (from, to) = (group[link.ends.0], group[link.ends.1]);
            if from != to && self.nodes[from].part.is_some() && self.nodes[to].part.is_some() {
                beside[from].insert(to);
                beside[to].insert(from);
            }
        }
        let is = |part: Part| move |at: &usize| self.nodes[*at].part == Some(part);
        let all = |of: &BTreeSet<usize>, part: Part| -> BTreeSet<usize> {
            of.iter().flat_map(|at| beside[*at].iter().copied()).filter(is(part)).collect()
        };
        let heads: BTreeSet<usize> = group.iter().copied().collect();
        let mut made = Vec::new();
        let mut with_cue = BTreeSet::new();
        for cue in heads.iter().copied().filter(is(Part::Cue)) {
            let own = BTreeSet::from([cue]);
            let mut sources = all(&own, Part::Source);
            let mut contents = all(&own, Part::Content);
            if contents.is_empty() {
                // A source between the two: cue – source – content.
                contents = all(&sources, Part::Content);
                contents.retain(|content| all(&[*content].into(), Part::Cue).is_empty());
            }
            if contents.is_empty() {
                continue;
            }
            if sources.is_empty() {
                sources = all(&contents, Part::Source);
            }
            with_cue.extend(contents.iter().copied());
            made.push((sources, own, contents));
        }
        for content in heads.iter().copied().filter(is(Part::Content)) {
            let own = BTreeSet::from([content]);
            let sources = all(&own, Part::Source);
            let is_piece = group.iter().filter(|it| **it == content).count() > 1;
            if !with_cue.contains(&content) && (!sources.is_empty() || is_piece) {
                made.push((sources, BTreeSet::new(), own));
            }
        }
        let hub =
            |(sources, cues, contents): (BTreeSet<usize>, BTreeSet<usize>, BTreeSet<usize>)| {
                let first = cues.iter().chain(&contents).next().copied().unwrap_or_default();
                let mut members = Vec::new();
                for (part, heads) in
                    [(Part::Source, sources), (Part::Cue, cues), (Part::Content, contents)]
                {
                    let of_heads = (0..group.len()).filter(|at| heads.contains(&group[*at]));
                    members.extend(of_heads.map(|at| (part, at)));
                }
                Hub { members, place: self.nodes[first].place.clone(), notes: Vec::new() }
            };
        let hubs: Vec<Hub> = made.into_iter().map(hub).collect();
        used.extend(hubs.iter().flat_map(|hub| hub.members.iter().map(|(_, node)| *node)));
        hubs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes spans of the parts `s`, `c` and `t` (content), the first at byte 0, the second at 1.
    fn resolve(parts: &str, links: &[(usize, usize)]) -> (Vec<String>, Vec<FindingCode>) {
        let part = |c| match c {
            's' => Some(Part::Source),
            'c' => Some(Part::Cue),
            't' => Some(Part::Content),
            _ => None,
        };
        let node = |(at, c)| Node { part: part(c), pieces: vec![at..at + 1], ..Node::default() };
        let link = |ends: &(usize, usize)| Link {
            ends: *ends,
            place: Place::default(),
            label: String::new(),
        };
        let graph = Graph {
            nodes: parts.char_indices().map(node).collect(),
            links: links.iter().map(link).collect(),
            hubs: Vec::new(),
        };
        let mut document = Document::default();
        graph.resolve(&mut document);
        let starts = |pieces: &[Piece]| -> String {
            pieces.iter().map(|piece| piece.start.to_string()).collect()
        };
        let shown = |it: &Attribution| {
            format!("{}|{}|{}", starts(&it.source), starts(&it.cue), starts(&it.content))
        };
        let attributions = document.attributions.iter().map(shown).collect();
        (attributions, document.findings.iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn links_make_one_attribution_for_each_cue() {
        for (parts, links, expected) in [
            ("sct", &[(0, 1), (1, 2)][..], vec!["0|1|2"]),
            ("sct", &[(1, 0), (2, 0)], vec!["0|1|2"]),
            ("sct", &[(2, 0), (2, 1)], vec!["0|1|2"]),
            // Pieces: of the content, linked to each other or both to the cue.
            ("sctt", &[(0, 1), (1, 2), (2, 3)], vec!["0|1|23"]),
            ("sctt", &[(0, 1), (1, 2), (1, 3)], vec!["0|1|23"]),
            // One source of two cues, and one content of two cues.
            ("sctct", &[(0, 1), (1, 2), (0, 3), (3, 4)], vec!["0|1|2", "0|3|4"]),
            ("cct", &[(0, 2), (1, 2)], vec!["|0|2", "|1|2"]),
            // Without a cue, and without a source.
            ("st", &[(1, 0)], vec!["0||1"]),
            ("ct", &[(1, 0)], vec!["|0|1"]),
            ("tt", &[(0, 1)], vec!["||01"]),
            ("t", &[], vec!["||0"]),
        ] {
            assert_eq!(
                resolve(parts, links),
                (expected.iter().map(|s| (*s).to_owned()).collect(), vec![]),
                "{parts} {links:?}"
            );
        }
    }

    #[test]
    fn what_makes_no_attribution_is_reported() {
        use FindingCode::{Unattached, UnknownLabel, UnusedLink};
        let none = Vec::<String>::new;
        assert_eq!(resolve("sc", &[(0, 1)]), (none(), vec![Unattached, Unattached, UnusedLink]));
        assert_eq!(resolve("sx", &[]), (none(), vec![Unattached, UnknownLabel]));
        let (made, found) = resolve("sctt", &[(0, 1), (1, 2)]);
        assert_eq!((made, found), (vec!["0|1|2".to_owned()], vec![Unattached]));
        let (made, found) = resolve("sctx", &[(0, 1), (1, 2), (2, 3)]);
        assert_eq!((made, found), (vec!["0|1|2".to_owned()], vec![UnknownLabel, UnusedLink]));
    }
}
