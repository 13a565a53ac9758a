//! Which parts of a dossier belong together: the statements of an actor or a topic, the figures of a
//! statement, the side of an actor. Computed once for each dossier, so that what is derived for one
//! item does not search all others: that would take time with the square of the dossier's size.

#[cfg(not(target_arch = "wasm32"))]
use super::Background;
use super::groups::Groups;
use super::{ActorIx, Cover, Dossier, Relation, Span, Statement, TopicIx, UnitIx};
#[cfg(not(target_arch = "wasm32"))]
use std::collections::HashMap;
use std::sync::OnceLock;

/// The tables of a dossier, computed on first use. A clone starts empty, because it may be changed.
/// Two dossiers are equal whether or not their tables are computed.
#[derive(Debug, Default)]
pub struct Lookup(OnceLock<Box<Tables>>);

impl Clone for Lookup {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Lookup {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Lookup {}

/// The parts of a dossier by what they belong to.
#[derive(Debug)]
pub(super) struct Tables {
    /// For each actor, the party to whose account its statements belong.
    pub sides: Vec<Option<ActorIx>>,
    /// For each actor, the statements that it makes.
    pub by: Groups,
    /// For each actor, the statements that it passes on.
    pub via: Groups,
    /// For each actor, the statements about it.
    pub about: Groups,
    /// For each topic, its statements.
    pub on_topic: Groups,
    /// For each statement, its figures.
    pub figures: Groups,
    /// For each statement, the relations that it is part of.
    pub relations: Groups,
    /// For each party, the statements in which it has a part, alone or jointly.
    pub accounts: Groups,
    /// The parties with a statement, in article order.
    pub speaking: Vec<ActorIx>,
    /// For each actor, its position in `speaking`.
    pub ranks: Vec<u32>,
    /// For each topic, the parties with a statement on it, in article order.
    pub parties: Groups,
    /// For each topic, the parties that speak alone on it, in article order.
    pub alone: Groups,
    /// All background words. Their positions count the words of one part after those of another.
    #[cfg(not(target_arch = "wasm32"))]
    pub background: Cover,
    /// For each background word, the position of its part.
    #[cfg(not(target_arch = "wasm32"))]
    pub parts: Vec<usize>,
    /// The words whose voice is unclear.
    pub unclear: Cover,
    /// The cues and the content of all statements in their passages.
    pub said: Cover,
    /// For each text unit, the ends of its sentences.
    pub sentences: Vec<Vec<u32>>,
    /// For each statement, the corrections that list it.
    #[cfg(not(target_arch = "wasm32"))]
    pub corrections: Groups,
    /// The corrections that concern the whole article.
    #[cfg(not(target_arch = "wasm32"))]
    pub general: Vec<u32>,
    /// For each statement, its group in `by_speakers`.
    #[cfg(not(target_arch = "wasm32"))]
    pub speakers: Vec<u32>,
    /// The statements in groups with the same speakers.
    #[cfg(not(target_arch = "wasm32"))]
    pub by_speakers: Groups,
    /// The positions of statements, actors and figures by their ids.
    #[cfg(not(target_arch = "wasm32"))]
    pub ids: [HashMap<Box<str>, u32>; 3],
}

/// Calls a function with the number of each group that a statement belongs to.
type Values<'v> = &'v dyn Fn(&Statement, &mut dyn FnMut(u32));

impl Lookup {
    /// Returns the tables of a dossier, which must always be the same.
    pub(super) fn of(&self, dossier: &Dossier) -> &Tables {
        self.0.get_or_init(|| Box::new(Tables::of(dossier)))
    }
}

impl Tables {
    fn of(dossier: &Dossier) -> Self {
        let (actors, statements) = (dossier.actors.len(), dossier.statements.len());
        let of_statements = |groups, values: Values<'_>| {
            let mut pairs = Vec::new();
            for (ix, statement) in (0..).zip(&dossier.statements) {
                values(statement, &mut |value| pairs.push((value, ix)));
            }
            Groups::of(groups, &pairs)
        };
        let figures = (0..).zip(&dossier.figures);
        let figures = figures.filter_map(|(ix, figure)| Some((figure.statement?.0, ix)));
        let relations = (0..).zip(&dossier.relations);
        let ends = |(ix, relation): (u32, &Relation)| [(relation.from.0, ix), (relation.to.0, ix)];
        let sides = sides(dossier);
        // Each party of each statement once, in article order.
        let mut accounts: Vec<(u32, u32)> = Vec::new();
        let mut last = vec![u32::MAX; actors];
        for (ix, statement) in (0..).zip(&dossier.statements) {
            for party in statement.speakers.iter().filter_map(|by| sides[by.value.index()]) {
                if last[party.index()] != ix {
                    last[party.index()] = ix;
                    accounts.push((party.0, ix));
                }
            }
        }
        let mut speaking = Vec::new();
        let mut ranks = vec![u32::MAX; actors];
        for (party, _) in &accounts {
            let rank = &mut ranks[*party as usize];
            if *rank == u32::MAX {
                *rank = u32::try_from(speaking.len()).unwrap_or(u32::MAX);
                speaking.push(ActorIx(*party));
            }
        }
        let on_topic = of_statements(dossier.topics.len(), &|s, add| {
            s.topics.iter().for_each(|topic| add(topic.value.0));
        });
        let parties = |is_counted: &dyn Fn(&Statement) -> bool| {
            let mut pairs = Vec::new();
            let mut last = vec![u32::MAX; actors];
            for topic in 0..dossier.topics.len() {
                let number = u32::try_from(topic).unwrap_or(u32::MAX);
                let here = on_topic.get(topic).iter().map(|ix| &dossier.statements[*ix as usize]);
                for speaker in here.filter(|s| is_counted(s)).flat_map(|s| &s.speakers) {
                    let Some(party) = sides[speaker.value.index()] else { continue };
                    if last[party.index()] != number {
                        last[party.index()] = number;
                        pairs.push((number, party.0));
                    }
                }
            }
            Groups::of(dossier.topics.len(), &pairs)
        };
        let of_passage = |s: &std::sync::Arc<Statement>| {
            let passage = s.passage;
            let spans: Vec<Span> = s.cue.iter().chain(&s.content).copied().collect();
            spans.into_iter().filter(move |span| span.unit == passage)
        };
        #[cfg(not(target_arch = "wasm32"))]
        let (speakers, by_speakers) = same_speakers(dossier);
        Self {
            #[cfg(not(target_arch = "wasm32"))]
            corrections: Groups::of(statements, &corrections(dossier)),
            #[cfg(not(target_arch = "wasm32"))]
            general: (0..)
                .zip(&dossier.corrections)
                .filter(|(_, correction)| correction.statements.is_empty())
                .map(|(at, _)| at)
                .collect(),
            #[cfg(not(target_arch = "wasm32"))]
            speakers,
            #[cfg(not(target_arch = "wasm32"))]
            by_speakers,
            parties: parties(&|_| true),
            alone: parties(&|statement| !statement.is_joint()),
            accounts: Groups::of(actors, &accounts),
            speaking,
            ranks,
            sides,
            by: of_statements(actors, &|s, add| s.speakers.iter().for_each(|by| add(by.value.0))),
            via: of_statements(actors, &|s, add| s.via.iter().for_each(|hop| add(hop.actor.0))),
            about: of_statements(actors, &|s, add| s.about.iter().for_each(|of| add(of.value.0))),
            on_topic,
            figures: Groups::of(statements, &figures.collect::<Vec<_>>()),
            relations: Groups::of(statements, &relations.flat_map(ends).collect::<Vec<_>>()),
            #[cfg(not(target_arch = "wasm32"))]
            background: Cover::of(
                dossier.background.iter().flat_map(|part| &part.words).copied().collect(),
            ),
            #[cfg(not(target_arch = "wasm32"))]
            parts: (dossier.background.iter().enumerate())
                .flat_map(|(at, part)| part.words.iter().map(move |_| at))
                .collect(),
            unclear: Cover::of_unclear(&dossier.background),
            said: Cover::of(dossier.statements.iter().flat_map(of_passage).collect()),
            sentences: (0..dossier.article.units.len())
                .map(|unit| dossier.article.sentence_ends(UnitIx(unit as u32)))
                .collect(),
            #[cfg(not(target_arch = "wasm32"))]
            ids: [
                positions(dossier.statements.iter().map(|it| it.id.as_str())),
                positions(dossier.actors.iter().map(|it| it.id.as_str())),
                positions(dossier.figures.iter().map(|it| it.id.as_str())),
            ],
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn positions<'i>(ids: impl Iterator<Item = &'i str>) -> HashMap<Box<str>, u32> {
    ids.map(Into::into).zip(0..).collect()
}

/// Returns each statement that a correction lists, with the position of the correction.
#[cfg(not(target_arch = "wasm32"))]
fn corrections(dossier: &Dossier) -> Vec<(u32, u32)> {
    let all = (0..).zip(&dossier.corrections);
    all.flat_map(|(at, it)| it.statements.iter().map(move |ix| (ix.0, at))).collect()
}

/// Groups the statements that have the same speakers, in any order. Returns the group of each, and the
/// groups.
#[cfg(not(target_arch = "wasm32"))]
fn same_speakers(dossier: &Dossier) -> (Vec<u32>, Groups) {
    let mut known: HashMap<Vec<ActorIx>, u32> = HashMap::new();
    let mut groups = Vec::new();
    for statement in &dossier.statements {
        let mut speakers: Vec<ActorIx> = statement.speakers.iter().map(|by| by.value).collect();
        speakers.sort_unstable();
        let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
        groups.push(*known.entry(speakers).or_insert(next));
    }
    let pairs: Vec<(u32, u32)> = groups.iter().copied().zip(0..).collect();
    (groups, Groups::of(known.len(), &pairs))
}

/// Follows the parties of each actor to the one that is its own party. Each is followed once.
fn sides(dossier: &Dossier) -> Vec<Option<ActorIx>> {
    let above = |of: ActorIx| dossier.actor(of).party.as_ref().map(|party| party.actor);
    let mut sides: Vec<Option<ActorIx>> = vec![None; dossier.actors.len()];
    let mut followed = Vec::new();
    for actor in (0..sides.len()).map(ActorIx::from) {
        let mut at = actor;
        let side = loop {
            followed.push(at);
            match above(at) {
                Some(next) if next == at => break Some(at),
                // The one that the chain has led to so far, if a party has no party itself.
                None => break (at != actor).then_some(at),
                Some(next) if sides[next.index()].is_some() => break sides[next.index()],
                Some(next) => at = next,
            }
        };
        for actor in followed.drain(..) {
            if above(actor).is_some() {
                sides[actor.index()] = side;
            }
        }
    }
    sides
}

impl Dossier {
    pub(super) fn tables(&self) -> &Tables {
        self.lookup.of(self)
    }

    /// Returns the statements on a topic, in article order, as their positions.
    pub fn statements_on(&self, topic: TopicIx) -> &[u32] {
        self.tables().on_topic.get(topic.index())
    }

    /// Returns the background in a statement's content, in the dossier's order, each with its words
    /// there.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn background_of(&self, statement: &Statement) -> Vec<(&Background, Vec<Span>)> {
        let tables = self.tables();
        let mut found: Vec<(u32, Span)> = Vec::new();
        for words in &statement.content {
            tables.background.overlapping(*words, &mut |span, at| found.push((at, span)));
        }
        found.sort_unstable();
        found.dedup();
        let part = |(at, _): &(u32, Span)| tables.parts[*at as usize];
        let parts = found.chunk_by(|one, other| part(one) == part(other));
        let words = |found: &[(u32, Span)]| found.iter().map(|(_, span)| *span).collect();
        parts.map(|here| (&self.background[part(&here[0])], words(here))).collect()
    }

    /// Returns the statements with the same speakers as one, which is among them, in article order, as
    /// their positions.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn statements_with_speakers_of(&self, statement: super::StatementIx) -> &[u32] {
        let tables = self.tables();
        tables.by_speakers.get(tables.speakers[statement.index()] as usize)
    }

    /// Returns the statements that an actor makes, in article order, as their positions.
    pub fn statements_by(&self, actor: ActorIx) -> &[u32] {
        self.tables().by.get(actor.index())
    }

    /// Returns the statements that an actor passes on, in article order, as their positions.
    pub fn statements_via(&self, actor: ActorIx) -> &[u32] {
        self.tables().via.get(actor.index())
    }

    /// Returns the statements about an actor, in article order, as their positions.
    pub fn statements_about(&self, actor: ActorIx) -> &[u32] {
        self.tables().about.get(actor.index())
    }

    /// Returns the relations that a statement is part of, in the dossier's order, as their positions.
    pub fn relations_of(&self, statement: super::StatementIx) -> &[u32] {
        self.tables().relations.get(statement.index())
    }
}
