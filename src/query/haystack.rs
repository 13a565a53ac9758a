//! The searchable text of each item, folded once. Each field is on a separate line. A folded search
//! term never contains a line break, so a phrase cannot match across two fields.

use super::fold::fold_onto;
use crate::model::{
    Actor, ActorIx, Dossier, Figure, Piece, PlaceIx, Span, Statement, StatementIx, TopicIx,
};

/// The folded text of all items of a collection.
#[derive(Debug, Default)]
pub(super) struct Haystacks {
    text: String,
    /// For each item, the byte offset of its end in `text`.
    ends: Vec<usize>,
}

/// The folded names of actors, topics and places, which many items share.
pub(super) struct Names {
    actors: Vec<String>,
    topics: Vec<String>,
    places: Vec<String>,
}

impl Haystacks {
    /// Returns the folded text of an item.
    pub fn of(&self, item: usize) -> &str {
        let start = item.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[item]]
    }

    pub fn of_statements(dossier: &Dossier, names: &Names) -> Self {
        let mut haystacks = Self::default();
        for (position, statement) in dossier.statements.iter().enumerate() {
            haystacks.statement(dossier, names, position.into(), statement);
        }
        haystacks
    }

    pub fn of_actors(dossier: &Dossier, names: &Names) -> Self {
        let mut haystacks = Self::default();
        for (actor, names) in dossier.actors.iter().zip(&names.actors) {
            haystacks.folded(names);
            haystacks.field(actor.note.as_deref().unwrap_or_default());
            haystacks.close();
        }
        haystacks
    }

    pub fn of_figures(dossier: &Dossier, names: &Names) -> Self {
        let mut haystacks = Self::default();
        for figure in &dossier.figures {
            haystacks.figure(dossier, names, figure);
        }
        haystacks
    }

    /// Adds a statement: the snippet on its card, the parts in other passages, and its names.
    fn statement(&mut self, dossier: &Dossier, names: &Names, ix: StatementIx, of: &Statement) {
        for piece in dossier.snippet(ix) {
            if let Piece::Text(span) = piece {
                self.field(dossier.article.text(*span));
            }
        }
        let elsewhere = of.source.words.iter().chain(&of.cue).chain(&of.content);
        self.spans(dossier, elsewhere.filter(|span| span.unit != of.passage));
        if let Some(gist) = &of.gist {
            self.field(gist);
        }
        if let Some(translation) = &of.translation {
            self.field(&translation.words);
        }
        let speakers = of.speakers.iter().map(|speaker| speaker.value);
        let via = of.via.iter().map(|hop| hop.actor);
        let about = of.about.iter().map(|about| about.value);
        for actor in speakers.chain(via).chain(about) {
            self.folded(names.actor(actor));
        }
        for topic in &of.topics {
            self.folded(names.topic(topic.value));
        }
        self.close();
    }

    fn figure(&mut self, dossier: &Dossier, names: &Names, figure: &Figure) {
        self.spans(dossier, [&figure.words, &figure.counted]);
        self.field(&figure.unit.value);
        self.spans(dossier, figure.period.iter().flat_map(|period| &period.words));
        for place in &figure.places {
            self.folded(names.place(place.place));
        }
        let counted_by = figure.counted_by.iter().map(|by| by.value);
        let speakers = figure.statement.map_or(&[][..], |ix| &dossier.statement(ix).speakers);
        let speakers = speakers.iter().map(|speaker| speaker.value);
        for actor in counted_by.chain(speakers) {
            self.folded(names.actor(actor));
        }
        self.close();
    }

    fn spans<'a>(&mut self, dossier: &Dossier, spans: impl IntoIterator<Item = &'a Span>) {
        for span in spans {
            self.field(dossier.article.text(*span));
        }
    }

    fn field(&mut self, words: &str) {
        fold_onto(&mut self.text, words);
        self.text.push('\n');
    }

    fn folded(&mut self, words: &str) {
        self.text.push_str(words);
        self.text.push('\n');
    }

    fn close(&mut self) {
        self.ends.push(self.text.len());
    }
}

impl Names {
    pub fn new(dossier: &Dossier) -> Self {
        let fold = |names: &[&str]| {
            let mut folded = String::new();
            for (position, name) in names.iter().enumerate() {
                if position > 0 {
                    folded.push('\n');
                }
                fold_onto(&mut folded, name);
            }
            folded
        };
        let actor = |actor: &Actor| {
            let aliases = actor.aliases.iter().map(|alias| &*alias.value);
            fold(&[&*actor.name.value].into_iter().chain(aliases).collect::<Vec<_>>())
        };
        Self {
            actors: dossier.actors.iter().map(actor).collect(),
            topics: dossier.topics.iter().map(|topic| fold(&[&topic.label])).collect(),
            places: dossier.places.iter().map(|place| fold(&[&place.name.value])).collect(),
        }
    }

    /// Returns the actor's name and other names, one per line.
    pub fn actor(&self, actor: ActorIx) -> &str {
        &self.actors[actor.index()]
    }

    fn topic(&self, topic: TopicIx) -> &str {
        &self.topics[topic.index()]
    }

    fn place(&self, place: PlaceIx) -> &str {
        &self.places[place.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Query, sample};

    #[test]
    fn finds_items_by_their_text() {
        let dossier = sample::dossier();
        let names = Names::new(&dossier);
        let statements = Haystacks::of_statements(&dossier, &names);
        let actors = Haystacks::of_actors(&dossier, &names);
        let figures = Haystacks::of_figures(&dossier, &names);
        let check = |haystacks: &Haystacks, typed: &str, expected: &[usize]| {
            let query = Query::parse(typed);
            let found: Vec<usize> = (0..haystacks.ends.len())
                .filter(|item| query.matches(haystacks.of(*item)))
                .collect();
            assert_eq!(found, expected, "{typed}");
        };
        check(&statements, "timeline", &[1]);
        check(&statements, "\"cited a Syrian official who said\"", &[1]);
        check(&statements, "stalls", &[2]);
        check(&statements, "agency", &[1]);
        check(&statements, "observatory", &[3]);
        check(&statements, "\"troop withdrawal\"", &[1]);
        check(&statements, "\"talks israel\"", &[]);
        check(&actors, "sohr", &[4]);
        check(&actors, "monitors", &[4]);
        check(&figures, "460 violation \"during 2025\" southern", &[0]);
        check(&figures, "timeline", &[]);
    }
}
