//! UIMA CAS JSON 0.4.0, as INCEpTION exports it: a list of feature structures that refer to each
//! other by number.
//!
//! The parts of an attribution are annotations whose type, or a text feature of which, is mapped to
//! them. They are linked by relations (`@Governor`, `@Dependent`), by features that refer to other
//! annotations, directly or through a list of links with roles, or by an annotation that refers to
//! all of them.

use super::document::{BadInput, Document, FindingCode};
use super::json::{Node as Json, with_root};
use super::labels::Labels;
use super::links::{Graph, Hub, Link, Node};
use super::offsets::OffsetUnit;
use super::{Choices, File};
use std::collections::{BTreeMap, HashMap};

/// Types of UIMA, DKPro and INCEpTION that say nothing of attributions: tokens, sentences, settings.
const BUILT_IN: [&str; 3] = ["uima.", "de.tudarmstadt.ukp.", "org.dkpro."];
/// Maximum number of lists and links between two annotations.
const MAX_STEPS: usize = 3;

/// Reads a file.
///
/// # Errors
/// If the file is not CAS JSON, or contains no text.
pub fn read(file: &File, labels: &Labels, choices: &Choices) -> Result<Document, BadInput> {
    with_root(file, |root| Cas::of(root)?.read(file, labels, choices))
}

/// The feature structures of a file.
struct Cas<'j> {
    /// All structures, in the order of the file.
    structures: Vec<Structure<'j>>,
    /// Their positions, by number.
    positions: HashMap<&'j str, usize>,
    /// The position of the text.
    text: usize,
}

/// A feature structure.
struct Structure<'j> {
    id: &'j str,
    kind: &'j str,
    json: Json<'j>,
}

impl<'j> Structure<'j> {
    fn feature(&self, name: &str) -> Option<Json<'j>> {
        // A marker says that a feature is an offset.
        self.json.get(name).or_else(|| self.json.get(&format!("^{name}")))
    }

    /// Returns the name of the type without its package.
    fn short(&self) -> &'j str {
        self.kind.rsplit('.').next().unwrap_or(self.kind)
    }

    /// Returns the features that are texts, such as a label.
    fn texts(&self) -> impl Iterator<Item = (&'j str, &'j str)> {
        let texts = self.json.fields().filter_map(|(name, value)| Some((name, value.text()?)));
        texts.filter(|(name, text)| !name.starts_with(['%', '@', '^']) && !text.trim().is_empty())
    }

    fn is_built_in(&self) -> bool {
        BUILT_IN.iter().any(|package| self.kind.starts_with(package))
    }
}

impl<'j> Cas<'j> {
    fn of(root: Json<'j>) -> Result<Self, BadInput> {
        let Some(list) = root.get("%FEATURE_STRUCTURES") else {
            let message = "the file is not UIMA CAS JSON 0.4.0: it has no \"%FEATURE_STRUCTURES\"";
            return Err(root.bad(message));
        };
        let mut structures = Vec::new();
        // Older versions write an object instead of a list, with the numbers as names.
        let numbered = list.fields().map(|(id, json)| (Some(id), json));
        for (id, json) in list.items().map(|json| (None, json)).chain(numbered) {
            let id = match id {
                Some(id) => id,
                None => {
                    let id = json.field("%ID")?;
                    id.id().ok_or_else(|| id.bad("\"%ID\" is not a number"))?
                }
            };
            let kind = json.field("%TYPE")?;
            let kind = kind.text().ok_or_else(|| kind.bad("\"%TYPE\" is not a string"))?;
            structures.push(Structure { id, kind, json });
        }
        let positions: HashMap<&str, usize> =
            structures.iter().enumerate().map(|(at, it)| (it.id, at)).collect();
        let view = root.get("%VIEWS").and_then(|views| views.get("_InitialView"));
        let sofa = view.and_then(|view| view.get("%SOFA")).and_then(Json::id);
        let sofa = sofa.and_then(|id| positions.get(id).copied());
        let has_text = |it: &Structure<'_>| it.json.get("sofaString").is_some();
        let text = sofa
            .filter(|at| has_text(&structures[*at]))
            .or_else(|| structures.iter().position(has_text));
        let text = text.ok_or_else(|| list.bad("the file contains no text (\"sofaString\")"))?;
        Ok(Self { structures, positions, text })
    }

    fn read(&self, file: &File, labels: &Labels, choices: &Choices) -> Result<Document, BadInput> {
        let sofa = self.structures[self.text].json.field("sofaString")?;
        let text = sofa.text().ok_or_else(|| sofa.bad("\"sofaString\" is not a string"))?;
        let mut document = Document { name: file.stem().to_owned(), ..Document::default() };
        self.about(&mut document);
        let mut annotations = Vec::new();
        for (at, structure) in self.structures.iter().enumerate() {
            let own = structure.json.get("@sofa").and_then(Json::id);
            let is_here = own == Some(self.structures[self.text].id);
            if let (true, Some(begin)) = (is_here, structure.feature("begin")) {
                let end = structure.feature("end");
                let end = end.ok_or_else(|| structure.json.bad("the annotation has no \"end\""))?;
                let offset = |it: Json<'_>| {
                    it.number()
                        .ok_or_else(|| it.bad("the offset is not a whole number of at least 0"))
                };
                annotations.push((at, [(offset(begin)?, offset(end)?)]));
            }
        }
        let marked = annotations.iter().map(|(_, offsets)| (offsets.as_slice(), None));
        let offsets = choices.offsets(text, marked, OffsetUnit::Utf16);
        super::say_unit(&offsets, &file.name, &mut document);
        let mut graph = Graph::default();
        let mut nodes = BTreeMap::new();
        for (at, given) in &annotations {
            let structure = &self.structures[*at];
            let mut names = vec![structure.short(), structure.kind];
            names.extend(structure.texts().map(|(_, text)| text));
            let label = names.iter().copied().find(|name| labels.part(name).is_some());
            let part = label.and_then(|label| labels.part(label));
            let is_ignored = names.iter().any(|name| labels.is_ignored(name));
            if part.is_none() && structure.is_built_in() {
                continue;
            }
            let place = structure.json.place(structure.id);
            // Relations span both their ends, and their offsets say nothing.
            let pieces = if part.is_none() && self.references(*at).next().is_some() {
                Vec::new()
            } else {
                super::verified(&offsets, given, None, &place, &mut document)
            };
            let other = structure.texts().filter(|(_, text)| Some(*text) != label);
            nodes.insert(*at, graph.nodes.len());
            graph.nodes.push(Node {
                part,
                // The value of a feature such as a label says more than the name of the layer.
                label: structure.texts().next().map_or(structure.short(), |(_, it)| it).to_owned(),
                pieces,
                place,
                notes: other.map(|(name, text)| format!("{name}: {text}.")).collect(),
                is_ignored,
                ..Node::default()
            });
        }
        self.link(&nodes, labels, &mut graph, &mut document);
        graph.resolve(&mut document);
        document.text = text.to_owned();
        Ok(document)
    }

    /// Reads what the file says of the document.
    fn about(&self, document: &mut Document) {
        for structure in self.structures.iter().filter(|it| it.is_built_in()) {
            let text = |name| structure.json.get(name).and_then(Json::text).map(str::to_owned);
            if let Some(title) = text("documentTitle").or_else(|| text("documentId")) {
                document.name = title.strip_suffix(".txt").map_or(title.clone(), str::to_owned);
            }
            let language = text("language").filter(|tag| tag != "x-unspecified");
            document.about.language = language.or_else(|| document.about.language.take());
        }
    }

    /// Adds the links between annotations.
    fn link(
        &self,
        nodes: &BTreeMap<usize, usize>,
        labels: &Labels,
        graph: &mut Graph,
        document: &mut Document,
    ) {
        for (at, node) in nodes {
            let structure = &self.structures[*at];
            let place = graph.nodes[*node].place.clone();
            let mut targets: Vec<(&str, usize)> = Vec::new();
            for (name, id) in self.references(*at) {
                let Some(target) = self.positions.get(id) else {
                    let message = format!("\"{name}\" refers to {id}, which does not exist");
                    document.find(FindingCode::Dangling, &place, message);
                    continue;
                };
                self.annotations(name, *target, MAX_STEPS, nodes, &mut targets);
            }
            if targets.is_empty() {
                continue;
            }
            for (role, target) in &targets {
                let target = &mut graph.nodes[*target];
                target.part = target.part.or_else(|| labels.part(role));
            }
            let end =
                |name: &str| targets.iter().find(|(role, _)| *role == name).map(|(_, at)| *at);
            if let (Some(from), Some(to)) = (end("Governor"), end("Dependent")) {
                graph.nodes[*node].is_ignored = true;
                let label = structure.short().to_owned();
                graph.links.push(Link { ends: (from, to), place, label });
            } else if graph.nodes[*node].part.is_some() {
                for (role, target) in targets {
                    let (place, label) = (place.clone(), role.to_owned());
                    graph.links.push(Link { ends: (*node, target), place, label });
                }
            } else {
                let parts = targets.iter().filter_map(|(role, target)| {
                    let part = labels.part(role).or(graph.nodes[*target].part);
                    Some((part?, *target))
                });
                let members: Vec<_> = parts.collect();
                if members.is_empty() {
                    continue;
                }
                let notes = graph.nodes[*node].notes.clone();
                graph.nodes[*node].is_ignored = true;
                graph.hubs.push(Hub { members, place, notes });
            }
        }
    }

    /// Returns the features of a structure that refer to others, and the elements of a list.
    fn references(&self, at: usize) -> impl Iterator<Item = (&'j str, &'j str)> {
        let structure = &self.structures[at];
        let fields = structure.json.fields().filter(|(name, _)| *name != "@sofa");
        fields.flat_map(|(name, value)| {
            let name = name.strip_prefix('@').or((name == "%ELEMENTS").then_some(""));
            let ids = if name.is_some() { value.one_or_many() } else { Vec::new() };
            ids.into_iter().filter_map(Json::id).map(move |id| (name.unwrap_or_default(), id))
        })
    }

    /// Collects the annotations that a reference leads to, through lists and links with roles.
    fn annotations(
        &self,
        name: &'j str,
        at: usize,
        steps: usize,
        nodes: &BTreeMap<usize, usize>,
        found: &mut Vec<(&'j str, usize)>,
    ) {
        if let Some(node) = nodes.get(&at) {
            found.push((name, *node));
            return;
        }
        if steps == 0 {
            return;
        }
        let role = self.structures[at].json.get("role").and_then(Json::text);
        for (_, id) in self.references(at) {
            if let Some(target) = self.positions.get(id) {
                self.annotations(role.unwrap_or(name), *target, steps - 1, nodes, found);
            }
        }
    }
}
